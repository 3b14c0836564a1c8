"""Opening the terminal for an interview, on a screen or line by line.

Questions go to standard error, or to the terminal itself where that is sent elsewhere; what was
typed or pasted past the end of an answer is thrown away.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from amjd import startup
from amjd.asker import Asker
from amjd.terminal.trace import OFF, Trace
from amjd.text.errors import AmjdError
from amjd.words import Terminal


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
            raise AmjdError(message, cure, code=5)
        stack.enter_context(_waiting(source.fileno()))
        if plain or os.environ.get("ACCESSIBLE") or (os.environ.get("TERM") or "dumb") == "dumb":
            from amjd.terminal.plain import plain as lines

            yield stack.enter_context(lines(source, sink, words, trace))
        else:
            # prompt_toolkit takes a third of the time to the first question; plain lines spare it.
            with startup.without_network():
                from amjd.terminal.screen import screen

            # A terminal that does not tell where its cursor is would draw a warning and a delay.
            os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
            yield stack.enter_context(screen(source, sink, words, trace))


@contextlib.contextmanager
def _waiting(descriptor: int) -> Iterator[None]:
    """Let the terminal be waited for: another program may have left it non-blocking."""
    before = os.get_blocking(descriptor)
    os.set_blocking(descriptor, True)
    try:
        yield
    finally:
        os.set_blocking(descriptor, before)


def _terminal(stack: contextlib.ExitStack, stream: TextIO | None, mode: str) -> Any:
    """Return the stream if it is a terminal, else the terminal of the process, if it has one."""
    if stream is not None and stream.isatty():
        return stream.buffer if "b" in mode else stream
    try:
        # Unbuffered for reading, so that nothing is held back from the next question.
        buffering = 0 if "b" in mode else 1
        return stack.enter_context(open("/dev/tty", mode, buffering))  # noqa: PTH123
    except OSError:
        return None
