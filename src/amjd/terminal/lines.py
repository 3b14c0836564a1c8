"""What both ways of asking share: lines that fit the window, hints, and input thrown away."""

import contextlib
import select
import shutil
import termios
import textwrap

from amjd import flow
from amjd.characters import printable
from amjd.interview import Asked

_SETTLE = 0.03


def drop_pending(descriptor: int) -> None:
    """Throw away what was pasted behind an answer, so that it cannot answer the next question."""
    with contextlib.suppress(termios.error, OSError):
        while select.select([descriptor], [], [], _SETTLE)[0]:
            termios.tcflush(descriptor, termios.TCIFLUSH)
            if select.select([descriptor], [], [], 0)[0]:
                return  # hung up: readable for ever


def width() -> int:
    """Return how many columns to write in; a narrower window wraps by itself."""
    return max(20, shutil.get_terminal_size().columns - 1)


def fitted(text: str) -> str:
    """Wrap foreign text to the window, line by line, with nothing in it that a terminal obeys."""
    lines: list[str] = []
    for line in map(printable, text.split("\n")):
        indent = " " * (2 if line.startswith("- ") else 0)
        lines += textwrap.wrap(line, width(), subsequent_indent=indent) or [""]
    return "\n".join(lines)


def hint(asked: Asked) -> str:
    """Say on one line what an answer may look like and what Enter does."""
    words, question = flow.wizard(), asked.question
    parts = []
    if question.example and not question.choices:
        parts.append(f"For example: {question.example_text}")
    if question.many:
        parts.append(words["several"])
    if asked.current:
        parts.append(words["keep"])
    elif asked.optional:
        parts.append(words["optional"])
    return " | ".join(parts)
