"""The keyboard of a screen: reads what the terminal sends, and drops what nobody typed now."""

import time
from abc import abstractmethod
from collections.abc import Callable, Iterable

from prompt_toolkit.input import Input
from prompt_toolkit.input.ansi_escape_sequences import REVERSE_ANSI_SEQUENCES
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from amjd.terminal import stops
from amjd.terminal.lines import PAUSE, SETTLE
from amjd.terminal.sequences import PASTE, PASTE_ENDS, Cutter, Key

Pressed = Callable[[Key], None]

_AT_ONCE = 0.01  # seconds between two keys that no finger pressed


class Keyboard(Input):
    """Gives whole keys to whoever listens, and none to prompt_toolkit, which would cut them anew.

    After an answer that was pasted it is deaf until there is a pause, and so it is to what came
    before a question stood there; `has_dropped` says that there was a text in that.
    """

    def listen(self, pressed: Pressed) -> None:
        """Begin, with somebody who is given each key."""
        self._pressed, self._cutter, self.has_dropped = pressed, Cutter(), False
        self._came = self._pasted = self.deaf_until = 0.0

    @abstractmethod
    def came(self) -> str:
        """Return what the terminal has sent."""

    @abstractmethod
    def is_waiting(self) -> bool:
        """Whether it has sent something that was not read yet."""

    def read_keys(self) -> list[KeyPress]:
        """Read what there is."""
        self.feed(self.came())
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
        if self.is_waiting():
            self._be_deaf(time.monotonic())

    def _be_deaf(self, since: float) -> None:
        self.deaf_until = since + (PAUSE if self.has_dropped else SETTLE)


def as_sent(presses: Iterable[KeyPress]) -> str:
    """Return what a terminal would have sent for keys that the console of Windows names."""
    return "".join(map(_sent, presses))


def _sent(press: KeyPress) -> str:
    if press.key == Keys.BracketedPaste:
        return f"{PASTE}{press.data}{PASTE_ENDS}"
    if press.key == Keys.WindowsMouseEvent:
        return ""
    named = REVERSE_ANSI_SEQUENCES.get(press.key, "") if isinstance(press.key, Keys) else ""
    return press.data or named
