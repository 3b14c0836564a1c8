"""Opening the terminal for an interview, on a screen or line by line.

Questions go to standard error, or to the terminal itself where that is sent elsewhere; what was
typed or pasted past the end of an answer is thrown away.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO

from amjd import startup
from amjd.asker import Asker
from amjd.terminal import stops, system
from amjd.terminal.trace import OFF, Trace
from amjd.text.errors import AmjdError
from amjd.words.terminal import Terminal

_Terminal = tuple[BinaryIO, TextIO, Terminal, Trace]


@contextlib.contextmanager
def open_asker(plain: bool, words: Terminal, trace: Trace = OFF) -> Iterator[Asker]:
    """Open the terminal for an interview; `plain` asks line by line without cursor movement.

    Raises:
        AmjdError: there is no terminal to ask on (exit code 5).
    """
    with contextlib.ExitStack() as stack:
        source = _terminal(stack, sys.stdin, "rb")
        sink = _terminal(stack, sys.stderr, "w")
        if source is None or sink is None:
            message = "there is no terminal to ask questions on."
            cure = "Use amjd draft with an answers file; amjd example prints one."
            cure = f"{system.other_terminal(os.environ)}{cure}"
            raise AmjdError(message, cure, code=5)
        stack.enter_context(system.waiting(source.fileno()))
        stops.obey_window()
        asker = None if plain or is_plain() else _screen(stack, source, sink, words, trace)
        yield asker or _lines(stack, source, sink, words, trace)


def is_plain() -> bool:
    """Whether the terminal cannot redraw, or somebody has it read out."""
    term = os.environ.get("TERM") or system.USUAL_TERM
    return bool(os.environ.get("ACCESSIBLE")) or term == "dumb"


def _lines(stack: contextlib.ExitStack, *terminal: *_Terminal) -> Asker:
    from amjd.terminal.plain import plain  # a screen needs none of it

    return stack.enter_context(plain(*terminal))


def _screen(stack: contextlib.ExitStack, *terminal: *_Terminal) -> Asker | None:
    """Open a screen; None if there can be none here."""
    # A terminal that does not tell where its cursor is would draw a warning and a delay.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    try:
        # prompt_toolkit takes a third of the time to the first question; plain lines spare it.
        with startup.without_network():
            from amjd.terminal.screen import screen

        return stack.enter_context(screen(*terminal))
    except system.no_screen():
        return None


def _terminal(stack: contextlib.ExitStack, stream: TextIO | None, mode: str) -> Any:
    """Return the stream if it is a terminal, else the terminal of the process, if it has one."""
    if stream is not None and system.is_terminal(stream):
        return stream.buffer if "b" in mode else stream
    if not system.has_window(sys.stdin, sys.stdout, sys.stderr):
        return None
    try:
        # Unbuffered for reading, so that nothing is held back from the next question.
        opened = open(system.INPUT, mode, 0) if "b" in mode else _sink()  # noqa: PTH123, SIM115
    except OSError:
        return None
    return stack.enter_context(opened)


def _sink() -> TextIO:
    return open(system.OUTPUT, "w", 1, system.OUTPUT_ENCODING, "replace")  # noqa: PTH123
