"""The keyboard of a screen: reads what the terminal sends, and drops what nobody typed now."""

import contextlib
import select
import time
from collections.abc import Callable
from typing import TextIO

from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding import KeyPress

from amjd.terminal import stops
from amjd.terminal.lines import PAUSE, SETTLE
from amjd.terminal.sequences import Cutter, Key

_AT_ONCE = 0.01  # seconds between two keys that no finger pressed


class Keyboard(Vt100Input):
    """Gives whole keys to `pressed`, and none to prompt_toolkit, which would cut them anew.

    After an answer that was pasted it is deaf until there is a pause, and so it is to what came
    before a question stood there; `has_dropped` says that there was a text in that.
    """

    def __init__(self, source: TextIO, pressed: Callable[[Key], None]) -> None:
        super().__init__(source)
        self._pressed, self._cutter, self.has_dropped = pressed, Cutter(), False
        self._came = self._pasted = self.deaf_until = 0.0

    def read_keys(self) -> list[KeyPress]:
        """Read what there is."""
        self.feed(self.stdin_reader.read())
        return []

    def feed(self, data: str) -> None:
        """Take what came."""
        now = time.monotonic()
        keys = self._cutter.feed(data)
        if len(keys) > 1 or now - self._came < _AT_ONCE:
            self._pasted = now
        self._came = now
        if now < self.deaf_until:
            self.has_dropped |= any(key.text for key in keys)
            self._be_deaf(now)
            keys = [key for key in keys if key.name in stops.KEYS]
        for key in keys:
            self._pressed(key)

    def flush_keys(self) -> list[KeyPress]:
        """Drop the beginning of a sequence; prompt_toolkit calls it when nothing more came."""
        self._cutter.flush()
        return []

    def answered(self) -> None:
        """Expect more of a paste, if the answer came with more than a finger types at once."""
        if self._came - self._pasted < PAUSE:
            self._be_deaf(self._came)

    def begin(self) -> None:
        """Begin with what is typed from now on."""
        with contextlib.suppress(OSError, ValueError):
            if select.select([self.fileno()], [], [], 0)[0]:
                self._be_deaf(time.monotonic())

    def _be_deaf(self, since: float) -> None:
        self.deaf_until = since + (PAUSE if self.has_dropped else SETTLE)
