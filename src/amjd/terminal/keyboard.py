"""The keyboard of a screen: reads what the terminal sends, and drops what nobody typed now."""

import time
from collections.abc import Callable
from typing import TextIO

from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding import KeyPress

from amjd.terminal.lines import SETTLE
from amjd.terminal.sequences import Cutter, Key

_AT_ONCE = 0.01  # seconds between two keys that no finger pressed
STOPS = ("c-c", "c-\\")


class Keyboard(Vt100Input):
    """Gives whole keys to `pressed`, and none to prompt_toolkit, which would cut them anew."""

    def __init__(self, source: TextIO, pressed: Callable[[Key], None]) -> None:
        super().__init__(source)
        self._pressed, self._cutter = pressed, Cutter()
        self._came, self._is_burst, self.deaf_until, self.has_dropped = 0.0, False, 0.0, False

    def read_keys(self) -> list[KeyPress]:
        """Read what there is."""
        self.feed(self.stdin_reader.read())
        return []

    def feed(self, data: str) -> None:
        """Take what came; nothing behind an answer that was pasted, until there is a pause."""
        now = time.monotonic()
        keys = self._cutter.feed(data)
        if now < self.deaf_until:
            self.deaf_until, self.has_dropped = now + SETTLE, True
            keys = [key for key in keys if key.name in STOPS]
        self._is_burst = len(keys) > 1 or now - self._came < _AT_ONCE
        self._came = now
        for key in keys:
            self._pressed(key)

    def flush_keys(self) -> list[KeyPress]:
        """Drop the beginning of a sequence; prompt_toolkit calls it when nothing more came."""
        self._cutter.flush()
        return []

    def answered(self) -> None:
        """Expect more of a paste, if the answer came with more than a finger types at once."""
        self._cutter = Cutter()
        if self._is_burst:
            self.deaf_until = self._came + SETTLE
