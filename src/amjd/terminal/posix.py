"""The terminal and the signals of Linux, macOS and their kin; `system` chooses it."""

import contextlib
import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any, TextIO

assert sys.platform != "win32"

Handler = Callable[[int, FrameType | None], None]

# -- signals ---------------------------------------------------------------------------------

STOPS: dict[signal.Signals, Any] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
    signal.SIGHUP: signal.SIG_DFL,
    signal.SIGQUIT: signal.SIG_DFL,
}
"""The signals that stop a program, each with what it does by itself."""


def exit_code(number: int) -> int:
    """Return the code with which a program ends that was stopped by a signal."""
    return 128 + number


def mind_closing(stop: Handler) -> None:
    """Let the end of the window stop the program as a signal does."""


def in_a_moment(act: Callable[[], None], seconds: float) -> None:
    """Call something after some time, in the main thread, whatever runs there."""
    signal.signal(signal.SIGALRM, lambda *_: act())
    signal.setitimer(signal.ITIMER_REAL, seconds)


def never_mind() -> None:
    """Let nothing be called that was to be."""
    signal.setitimer(signal.ITIMER_REAL, 0)


def leave_signals() -> None:
    """Leave the signals to other threads: one that this took would not wake the main one."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [*STOPS, signal.SIGTSTP])


CAN_SUSPEND: bool = True
"""Whether a program can be left for a while with Ctrl-Z, and called back with fg."""


@contextlib.contextmanager
def mind_suspension(act: Handler) -> Iterator[None]:
    """Let Ctrl-Z do something else, unless whoever started the program has ignored it."""
    before = signal.getsignal(signal.SIGTSTP)
    if before is signal.SIG_DFL:
        signal.signal(signal.SIGTSTP, act)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)


def suspend() -> None:
    """Leave the terminal to the shell until somebody comes back."""
    before = signal.getsignal(signal.SIGTSTP)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    # All of the job, as a terminal does: the shell waits for a program that has started this one.
    os.kill(0, signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, before)


# -- the terminal ----------------------------------------------------------------------------

INPUT = OUTPUT = "/dev/tty"
"""The names of the terminal of the process, whatever its streams are."""

OUTPUT_ENCODING: str | None = None
"""In what the terminal is written; None for what the user's language says."""

USUAL_TERM = "dumb"
"""What a terminal is that does not say in TERM what it is."""


def has_window(*_streams: TextIO | None) -> bool:
    """Whether what is asked at `OUTPUT` is seen, where these are the streams."""
    return True


def other_terminal(environment: Mapping[str, str]) -> str:  # noqa: ARG001
    """Say in a sentence how else to call the program where nobody can be asked; mostly nothing."""
    return ""


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody sits at a stream."""
    return stream.isatty()


@contextlib.contextmanager
def waiting(descriptor: int) -> Iterator[None]:
    """Wait for the terminal, and let it be waited for.

    A shell has it while a program runs with &, and its modes are the shell's until fg. Another
    program may have left it non-blocking.
    """
    with contextlib.suppress(termios.error):  # nobody can bring it forward
        termios.tcdrain(descriptor)  # which the system lets wait for that
    before = os.get_blocking(descriptor)
    os.set_blocking(descriptor, True)
    try:
        yield
    finally:
        os.set_blocking(descriptor, before)


def modes(descriptor: int) -> Any:
    """Return how a terminal is set, for `set_modes`; None where it is none."""
    with contextlib.suppress(termios.error):
        return termios.tcgetattr(descriptor)
    return None


def set_modes(descriptor: int, modes: Any, drain: bool = False) -> None:
    """Set a terminal, if it is one still; `drain` waits until all that was written is shown."""
    when = termios.TCSADRAIN if drain else termios.TCSANOW
    with contextlib.suppress(termios.error):  # the window is closed
        if modes:
            termios.tcsetattr(descriptor, when, modes)


def without_echo(modes: Any) -> Any:
    """Return the modes in which nothing is echoed; a stop still is one."""
    return modes and [*modes[:3], modes[3] & ~(termios.ECHO | termios.ICANON), *modes[4:]]


def has_come(descriptor: int, seconds: float) -> bool:
    """Wait so long for something to be typed, or sent; return whether it was."""
    return bool(select.select([descriptor], [], [], seconds)[0])


AS_BEFORE = "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1l\x1b[?2004l"
"""Plain letters, lines that wrap, a cursor that is seen, arrow keys and pastes as a shell has
them."""


HAS_TERMIOS: bool = True
"""Whether keys come by themselves and not in lines, without prompt_toolkit, too."""


def no_screen() -> tuple[type[BaseException], ...]:
    """Return the errors that say that a screen cannot be had, and lines must do."""
    return (ImportError,)


# -- the editor ------------------------------------------------------------------------------

USUAL_EDITORS: tuple[str, ...] = ("nano", "sensible-editor", "vi")
"""Those to open, the first that is there, where nobody has chosen one."""


KNOWS_EDITOR: bool = False
"""Whether somebody who has chosen none finds their way in the usual one."""


def words_of(command: str) -> list[str]:
    """Take a command apart as the shell does.

    Raises:
        ValueError: it has a quotation mark without its other.
    """
    import shlex  # only an editor that somebody has chosen needs it

    return shlex.split(command)
