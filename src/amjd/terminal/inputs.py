"""What reads the keys and the lines that a person types: one for POSIX, one for Windows."""

import sys
from typing import TYPE_CHECKING, TextIO

from amjd.terminal import system

if TYPE_CHECKING:
    from amjd.terminal.keyboard import Keyboard, Pressed
    from amjd.terminal.lines import Typist


def keying(descriptor: int, sink: TextIO) -> "Typist":
    """Return what reads the lines that are typed where nothing is redrawn."""
    # One of the two can be loaded, and a screen needs neither.
    if sys.platform != "win32" and system.HAS_TERMIOS:
        from amjd.terminal.keying import Keying

        return Keying(descriptor, sink)
    from amjd.terminal.lining import Lining

    return Lining(descriptor, sink)


def keyboard(source: TextIO, pressed: "Pressed") -> "Keyboard":
    """Return the keyboard of a screen, which gives each key to `pressed`.

    Raises:
        ImportError: there is none on this system.
    """
    # Plain lines need no prompt_toolkit.
    if sys.platform != "win32" and system.HAS_TERMIOS:
        from amjd.terminal.posix_keyboard import PosixKeyboard

        return PosixKeyboard(source, pressed)
    if sys.platform == "win32":
        from amjd.terminal.windows_keyboard import WindowsKeyboard

        return WindowsKeyboard(pressed)
    raise ImportError("the keyboard of a screen needs termios")
