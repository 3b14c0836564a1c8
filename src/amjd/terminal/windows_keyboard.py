"""The keyboard of a screen, as the console of Windows sends it."""

import sys

from prompt_toolkit.input import win32
from prompt_toolkit.key_binding import KeyPress

from amjd.terminal import windows
from amjd.terminal.keyboard import Keyboard, Pressed, as_sent

assert sys.platform == "win32"


class WindowsKeyboard(Keyboard, win32.Win32Input):
    """Reads the events of the console."""

    def __init__(self, pressed: Pressed) -> None:
        win32.Win32Input.__init__(self)
        self.listen(pressed)

    def came(self) -> str:
        return as_sent(self.console_input_reader.read())

    def flush_keys(self) -> list[KeyPress]:
        """Drop the beginning of a sequence; the console's reader may hold one, too."""
        self.feed(as_sent(self.console_input_reader.flush_keys()))
        return super().flush_keys()

    def is_waiting(self) -> bool:
        return windows.is_typed(0)
