"""What both ways of asking share: lines that fit the window, hints, and input thrown away.

The words of the hints are in `prompts/words/terminal.yaml`.
"""

import contextlib
import os
import re
import select
import termios
import textwrap
from collections.abc import Sequence
from typing import TextIO

from amjd.asker import NOTHING, Asked
from amjd.questions import Alternative, Question
from amjd.text.characters import printable
from amjd.words import Terminal

_SETTLE = 0.03


def drop_pending(descriptor: int, pasted: bool) -> bool:
    """Throw away what stands behind an answer, so that it cannot answer the next question.

    Returns whether there was any. `pasted` says that some of it was read already, so more may be
    on its way.
    """
    is_any = False
    with contextlib.suppress(termios.error, OSError):
        wait = _SETTLE if pasted else 0.0
        while select.select([descriptor], [], [], wait)[0]:
            termios.tcflush(descriptor, termios.TCIFLUSH)
            if select.select([descriptor], [], [], 0)[0]:
                break  # hung up: readable for ever
            wait, is_any = _SETTLE, True
    return is_any


def width(sink: TextIO) -> int:
    """Return how many columns to write in; a narrower window wraps by itself."""
    try:
        return max(20, os.get_terminal_size(sink.fileno()).columns - 1)
    except (OSError, ValueError):
        return 79


def fitted(text: str, width: int) -> str:
    """Wrap foreign text to a width, line by line, with nothing in it that a terminal obeys."""
    lines: list[str] = []
    for line in map(printable, text.split("\n")):
        indent = " " * (2 if line.startswith("- ") else 0)
        lines += textwrap.wrap(line, width, subsequent_indent=indent) or [""]
    return "\n".join(lines)


def is_list(question: Question) -> bool:
    """Whether one of several answers is picked."""
    return bool(question.choices) and not question.many


def hint(asked: Asked, words: Terminal) -> str:
    """Say on one line what an answer may look like and what Enter does."""
    question = asked.question
    parts = []
    if question.example and not question.choices:
        parts.append(words.example.format(example=question.example_text))
    if question.many:
        parts.append(words.several_choices if question.choices else words.several)
    if asked.current and asked.number:
        parts.append(words.keep)
        if asked.optional and not is_list(question):
            parts.append(words.nothing)
    elif asked.current:
        labels = {choice.value: choice.label for choice in question.choices}
        answer = labels.get(asked.current, asked.current)
        parts.append(words.take.format(answer=answer))
    elif asked.optional:
        parts.append(words.optional)
    return " | ".join(parts)


def row_by_row(rows: Sequence[Sequence[str]]) -> list[str]:
    """Read a table out, a line for each row below the head."""
    head = rows[0]
    return [
        f"{row[0]}. "
        + "; ".join(f"{name}: {cell}" for name, cell in zip(head[1:], row[1:], strict=True))
        for row in rows[1:]
    ]


def picked(asked: Asked, line: str) -> str | None:
    """Turn a line into an answer: numbers and labels into values; None if it is no choice."""
    question = asked.question
    if not question.choices or line in ("", NOTHING):
        return line
    if question.many and re.fullmatch(r"[\d\s,;]+", line):
        line = "; ".join(re.findall(r"\d+", line))
    parts = line.replace(",", ";").split(";") if question.many else [line]
    values = [_value(question.choices, part.strip()) for part in parts]
    if None not in values:
        return "; ".join(dict.fromkeys(filter(None, values)))
    own = [part.strip() for part in line.split(";")] if question.many else [line]
    values = [_value(question.choices, part) for part in own]
    # A number that is no choice is a mistake, not somebody's own words.
    if not question.other or any(
        part.isdecimal() and value is None for part, value in zip(own, values, strict=True)
    ):
        return None
    return "; ".join(dict.fromkeys(value or part for part, value in zip(own, values, strict=True)))


def _value(choices: Sequence[Alternative], typed: str) -> str | None:
    for number, choice in enumerate(choices, start=1):
        if typed.casefold() in (str(number), choice.value.casefold(), choice.label.casefold()):
            return choice.value
    return None
