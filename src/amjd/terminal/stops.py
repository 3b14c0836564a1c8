"""The signals that stop the program, of which the first is obeyed."""

import signal
import sys
import warnings
from types import FrameType
from typing import NoReturn

from amjd.terminal import system

KEYS = ("c-c", "c-\\")
"""The keys that stop, where the terminal itself does not make signals of them."""

USUAL = system.STOPS

_AGAIN = 1.0  # seconds; to give the terminal and the files back takes a hundredth of it


def obey() -> None:
    """Let each raise a SystemExit of 128 + its number, and Ctrl-Break one of 130.

    One that whoever started the program has chosen to ignore (nohup) stays ignored.
    """
    for number, usual in USUAL.items():
        if signal.getsignal(number) is usual:
            signal.signal(number, _stop)


def obey_window() -> None:
    """Let the end of the window stop the program, where that is no signal."""
    system.mind_closing(_stop)


def ignore() -> None:
    """Let nothing more stop the program: whoever stops twice means the first time."""
    sys.unraisablehook = _report_lost
    # A coroutine of the event loop that is stopped before it begins is no fault.
    warnings.simplefilter("ignore", RuntimeWarning)
    system.never_mind()
    for number in USUAL:
        signal.signal(number, signal.SIG_IGN)


def end(key: str) -> NoReturn:
    """Stop as one of these keys, or Ctrl-D, wants it."""
    ignore()
    raise {"c-c": KeyboardInterrupt(), "c-d": EOFError()}.get(key) or SystemExit(131)


def _stop(number: int, _frame: FrameType | None) -> None:
    ignore()
    # Where Python runs a finalizer, an exception is lost; so it is raised until it is obeyed.
    system.in_a_moment(lambda: _stop(number, None), _AGAIN)
    # asyncio, on which the prompts run, lets it through; and Python, which ends by the signal
    # after a KeyboardInterrupt that came while a class was made, knows no such thing of it.
    raise SystemExit(system.exit_code(number))


def _report_lost(lost: "sys.UnraisableHookArgs") -> None:
    # Python tells with an OSError of a signal that came just before it was ignored.
    is_late = isinstance(lost.exc_value, OSError) and "race condition" in str(lost.exc_value)
    # What was stopped while it was made, an event loop, cannot tidy up.
    is_half_made = getattr(lost.object, "__name__", "") == "__del__"
    if not (is_late or is_half_made or isinstance(lost.exc_value, SystemExit)):
        sys.__unraisablehook__(lost)
