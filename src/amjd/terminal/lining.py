"""A line that is typed where the system itself reads lines: the console of Windows.

It echoes and edits what is typed, as whoever sits there, or listens to it, is used to.
"""

import time
from typing import TextIO

from amjd.terminal import windows
from amjd.terminal.lines import PAUSE, SETTLE


class Lining:
    """Reads whole lines; it does what `Keying` does."""

    def __init__(self, descriptor: int, sink: TextIO) -> None:  # noqa: ARG002 - it is not written
        self._descriptor, self._ended = descriptor, 0.0

    def take(self) -> None:
        """Nothing is to be taken."""

    def give_back(self) -> None:
        """Nothing was taken."""

    def drop_pending(self) -> bool:
        """Throw away what came behind a line, so that it cannot answer; whether there was any."""
        wait, is_any = max(0.0, self._ended + SETTLE - time.monotonic()), False
        while windows.is_typed(wait):
            windows.drop_typed()
            wait, is_any = PAUSE, True
        return is_any

    def line(self) -> str:
        """Read a line.

        Raises:
            EOFError: Ctrl-Z, or the window is closed.
        """
        raw = windows.read_line(self._descriptor)
        self._ended = time.monotonic()
        if not raw.endswith(b"\n"):
            raise EOFError
        # What is not UTF-8 becomes lone surrogates, which no answer may hold.
        return raw.decode("utf-8", "surrogateescape").rstrip("\r\n")
