"""The console and the signals of Windows; `system` chooses it, and `posix` explains it.

What only Windows can do stands behind `sys.platform`: elsewhere, where a Python has no modules of
POSIX, it is left undone. Source: the documentation of the console's functions and of `signal`.
"""

import _thread
import contextlib
import os
import shlex
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any, TextIO

Handler = Callable[[int, FrameType | None], None]

# -- signals ---------------------------------------------------------------------------------

STOPS: dict[signal.Signals, Any] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
}
if sys.platform == "win32":
    STOPS[signal.SIGBREAK] = signal.SIG_DFL  # Ctrl-Break

_ALARM = signal.SIGABRT  # nothing else raises it in the main thread, and every system has it
_CLOSINGS = (2, 5, 6)  # the window is closed, the person logs off, the machine is shut down
_GRACE = 4.5  # seconds; Windows ends the program after five
_HUNG_UP = 1  # the number of SIGHUP elsewhere
_CTRL_BREAK = 21  # the number of SIGBREAK
_LONGEST = 65536  # bytes that are read at once
_PAUSE = 0.01  # seconds between two looks
_kept: list[Any] = []  # what Windows calls must not be collected


def exit_code(number: int) -> int:
    # Ctrl-Break is the other key that stops, beside Ctrl-C.
    return 128 + (signal.SIGINT if number == _CTRL_BREAK else number)


def mind_closing(stop: Handler) -> None:
    signal.signal(_ALARM, lambda _, frame: stop(_HUNG_UP, frame))
    if sys.platform == "win32":
        import ctypes

        called = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint32)(told)
        _kept.append(called)
        ctypes.windll.kernel32.SetConsoleCtrlHandler(called, True)


def told(event: int, grace: float = _GRACE) -> bool:
    """Stop the program if the console says that it ends; return whether it does.

    It is called in a thread of its own, and the program ends when it returns: what is being saved
    gets its time.
    """
    if event not in _CLOSINGS:
        return False  # Ctrl-C and Ctrl-Break are signals
    _thread.interrupt_main(_ALARM)
    time.sleep(grace)
    return True


def in_a_moment(act: Callable[[], None], seconds: float) -> None:
    signal.signal(_ALARM, lambda *_: act())
    alarm = threading.Timer(seconds, _thread.interrupt_main, [_ALARM])
    alarm.daemon = True
    alarm.start()


def never_mind() -> None:
    if signal.getsignal(_ALARM) is not signal.SIG_DFL:
        signal.signal(_ALARM, signal.SIG_IGN)


def leave_signals() -> None:
    """All of them go to the main thread."""


CAN_SUSPEND: bool = False


@contextlib.contextmanager
def mind_suspension(act: Handler) -> Iterator[None]:  # noqa: ARG001
    yield


def suspend() -> None:
    """There is no fg to come back with."""


# -- the console -----------------------------------------------------------------------------

INPUT, OUTPUT = "CONIN$", "CONOUT$"
OUTPUT_ENCODING: str | None = "utf-8"  # Python writes it as the characters that it stands for
USUAL_TERM = "console"  # where TERM is not set, all can redraw

_ENABLE_LINE_INPUT, _ENABLE_ECHO_INPUT = 2, 4


def has_window(*streams: TextIO | None) -> bool:
    # A terminal that is no console, as that of Git, has one that nobody sees.
    return any(stream is not None and is_terminal(stream) for stream in streams)


def other_terminal(environment: Mapping[str, str]) -> str:
    is_of_git = "MSYSTEM" in environment
    return "In Git Bash, write winpty amjd new, or take PowerShell. " if is_of_git else ""


def is_terminal(stream: TextIO) -> bool:
    # NUL says that it is a terminal, too.
    is_console = sys.platform != "win32" or modes(stream.fileno()) is not None
    return stream.isatty() and is_console


@contextlib.contextmanager
def waiting(descriptor: int) -> Iterator[None]:  # noqa: ARG001
    yield


def modes(descriptor: int) -> Any:
    if sys.platform == "win32":
        import ctypes

        mode = ctypes.c_uint32()
        if ctypes.windll.kernel32.GetConsoleMode(_handle(descriptor), ctypes.byref(mode)):
            return mode.value
    return None


def set_modes(descriptor: int, modes: Any, drain: bool = False) -> None:  # noqa: ARG001
    if sys.platform == "win32" and modes is not None:
        import ctypes

        ctypes.windll.kernel32.SetConsoleMode(_handle(descriptor), ctypes.c_uint32(modes))


if sys.platform == "win32":

    def _handle(descriptor: int) -> Any:
        import ctypes
        import msvcrt

        return ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))


def without_echo(modes: Any) -> Any:
    return None if modes is None else modes & ~(_ENABLE_LINE_INPUT | _ENABLE_ECHO_INPUT)


def read_line(descriptor: int) -> bytes:
    """Read a line with its end, or nothing where the input ends, as UTF-8."""
    # Python reads the console's characters so; the descriptor has them in the code page.
    line = b""
    with open(descriptor, "rb", buffering=0, closefd=False) as console:
        while not line.endswith(b"\n") and (part := console.read(_LONGEST)):
            line += part
    return line


def is_typed(seconds: float) -> bool:
    """Wait so long for something to be typed; return whether it was."""
    if sys.platform == "win32":
        import msvcrt

        deadline = time.monotonic() + seconds
        while not (found := msvcrt.kbhit()) and time.monotonic() < deadline:
            time.sleep(_PAUSE)
        return found
    return False


def drop_typed() -> None:
    """Throw away what was typed and is there."""
    if sys.platform == "win32":
        import msvcrt

        while is_typed(0):
            msvcrt.getwch()


AS_BEFORE = ""  # prompt_toolkit leaves the console as it was, which may know no sequences
HAS_TERMIOS: bool = False


def no_screen() -> tuple[type[BaseException], ...]:
    if sys.platform == "win32":
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

        return ImportError, NoConsoleScreenBufferError
    return (ImportError,)


# -- the editor ------------------------------------------------------------------------------

USUAL_EDITORS: tuple[str, ...] = ("notepad",)
KNOWS_EDITOR: bool = True


def words_of(command: str) -> list[str]:
    if os.path.isfile(command):  # noqa: PTH113 - it may be no path at all
        return [command]
    return [word.strip('"') for word in shlex.split(command, posix=False)]
