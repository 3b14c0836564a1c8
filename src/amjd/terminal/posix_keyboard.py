"""The keyboard of a screen, as terminals of Linux, macOS and their kin send it."""

import contextlib
import sys
from typing import TextIO

from prompt_toolkit.input import vt100

from amjd.terminal import posix
from amjd.terminal.keyboard import Keyboard, Pressed

assert sys.platform != "win32"


class PosixKeyboard(Keyboard, vt100.Vt100Input):
    """Reads the bytes of a terminal."""

    def __init__(self, source: TextIO, pressed: Pressed) -> None:
        vt100.Vt100Input.__init__(self, source)
        self.listen(pressed)

    def came(self) -> str:
        return self.stdin_reader.read()

    def is_waiting(self) -> bool:
        with contextlib.suppress(OSError, ValueError):  # the window is closed
            return posix.has_come(self.fileno(), 0)
        return False
