"""What a question looks like in so many columns and rows: lines of styled text, and the cursor.

Plain values, which `screen` draws. Every line is wrapped here, so nothing is cut at the edge;
where the rows do not suffice, what matters least leaves first and a list scrolls.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from questionary.constants import (
    DEFAULT_QUESTION_PREFIX,
    DEFAULT_SELECTED_POINTER,
    INDICATOR_SELECTED,
    INDICATOR_UNSELECTED,
)

from amjd.asker import Ask, Signal
from amjd.terminal.columns import columns, cut, wrapped
from amjd.terminal.keys import SIGNALS, STOP
from amjd.terminal.lines import on_a_line
from amjd.text.characters import printable
from amjd.words.terminal import Terminal

Styled = list[tuple[str, str]]
"""A line: pieces of text, each with the class of its style."""

QUESTION, POINTER = f"{DEFAULT_QUESTION_PREFIX} ", f"{DEFAULT_SELECTED_POINTER} "
TICKED, UNTICKED = f"{INDICATOR_SELECTED} ", f"{INDICATOR_UNSELECTED} "
_BAR = 24
_WIDE = 100  # columns
_FEWEST = 3  # lines of a body that are seen before anything that explains


class Hint(NamedTuple):
    """A key at the foot and what it does; the lowest `rank` stays longest in a narrow window."""

    key: str
    label: str
    rank: int


class Parts(NamedTuple):
    """The parts of a screen from top to bottom; `focus` is the line of the body to be seen.

    `column` is where the cursor stands in that line; None where there is none.
    """

    question: list[Styled]
    why: list[Styled]
    body: list[Styled]
    note: list[Styled]
    foot: list[Styled]
    keys: list[Styled]
    focus: int = 0
    column: int | None = None


class Frame(NamedTuple):
    """The lines to draw, and the cursor as column and line."""

    lines: list[Styled]
    cursor: tuple[int, int] | None


def paragraph(style: str, text: str, width: int, first: str = "  ") -> list[Styled]:
    """Wrap a text of several lines, with nothing in it that a terminal obeys."""
    rest, lines = " " * len(first), list[str]()
    for line in map(printable, text.split("\n")):
        lines += wrapped((rest if lines else first) + line, width, rest)
    return [[(style, line)] for line in lines]


def question_lines(ask: Ask, width: int) -> list[Styled]:
    """Write the question behind its mark."""
    (first, *rest) = paragraph("class:question", ask.question, width)
    text = first[0][1]
    return [[("class:qmark", QUESTION), ("class:question", text[2:])], *rest]


def answered_lines(ask: Ask, answer: str, width: int) -> list[Styled]:
    """Write a question with its answer behind it, or below where there is no room."""
    question = question_lines(ask, width)
    beside = [*question[-1], ("class:answer", f"  {on_a_line(answer)}")]
    if "\n" not in answer and sum(columns(text) for _, text in beside) <= width:
        return [*question[:-1], beside]
    return [*question, *paragraph("class:answer", answer, width)]


def why_lines(ask: Ask, words: Terminal, width: int, is_helped: bool) -> list[Styled]:
    """Write the line under a question; the rest of the help with it if it was asked for."""
    if not is_helped:
        return paragraph("", ask.why, width) if ask.why else []
    # An empty line shows its example already.
    is_seen = ask.kind == "text" and not (ask.current or ask.typed)
    example = words.example.format(example=ask.example) if ask.example and not is_seen else ""
    known = [key for key in SIGNALS if key.signal in ask.signals]
    keys = ", ".join(f"{key.shown} {key.label}" for key in (*known, STOP))
    texts = filter(None, (ask.why, ask.more, example, keys))
    return [line for text in texts for line in paragraph("", text, width)]


def note_lines(note: str, width: int, is_wrong: bool = True) -> list[Styled]:
    """Write what is said of an answer: that it was not taken, or what follows from it."""
    if not note:
        return []
    if is_wrong:
        return paragraph("class:note", note, width, "! ")
    return [[], *paragraph("class:seen", note, width)]


def foot_lines(ask: Ask, words: Terminal, width: int) -> list[Styled]:
    """Draw how far it is: a bar where there is room for it."""
    if not ask.of:
        return []
    word = words.step_named if ask.title else words.step
    text = cut(word.format(step=ask.step, of=ask.of, title=ask.title), width - 2)
    done = _BAR * ask.step // ask.of
    bar: Styled = [("class:bar", "━" * done), ("class:hint", "─" * (_BAR - done) + "  ")]
    return [[("", "  "), *(bar if _BAR + 4 + columns(text) <= width else []), ("class:hint", text)]]


def keys_line(hints: Iterable[Hint], width: int) -> list[Styled]:
    """Name the keys on one line, as many as there is room for."""
    kept = list(hints)
    while kept and _length(kept) > width:
        kept.remove(max(kept, key=lambda hint: hint.rank))
    line: Styled = [("", "  ")]
    for number, hint in enumerate(kept):
        line += [("class:key", "  " * bool(number) + hint.key), ("class:hint", f" {hint.label}")]
    return [line] if kept else []


def _length(hints: Sequence[Hint]) -> int:
    return sum(columns(f"  {hint.key} {hint.label}") for hint in hints)


def signal_hints(ask: Ask, width: int) -> list[Hint]:
    """List the keys that want something else, as far as they work here and are of use.

    Not to be sure is nothing to say where Enter skips; in a narrow window ? tells of the rest.
    """
    useful = [Signal.BACK, *[Signal.OPEN] * (not ask.optional)]
    useful += [Signal.PREVIEW, Signal.REVIEW] if width >= _WIDE else []
    keys = [key for key in SIGNALS if key.signal in ask.signals and key.signal in useful]
    hints = [Hint(key.shown, key.label, 2 + 2 * rank) for rank, key in enumerate(keys)]
    return [*hints, Hint(STOP.shown, STOP.label, 1)]


def framed(parts: Parts, height: int) -> Frame:
    """Put the parts under each other in at most so many rows."""
    question, why, body, note, foot, keys, focus, column = parts
    gap: list[Styled] = [[]]
    for shape in (
        (gap, question, why, gap, body, note, gap, foot, keys),
        (question, why, gap, body, note, gap, foot, keys),
        (question, why, body, note := [line for line in note if line], foot, keys),
        (question, why, body, note, keys),
        (question, body, note, keys),
        (question, body, note),
    ):
        room = height - sum(len(part) for part in shape if part is not body)
        if room >= min(len(body), _FEWEST):
            break
    start, shown = _seen(body, focus, max(1, room))
    lines: list[Styled] = []
    at = 0
    for part in shape:
        if part is body:
            at = len(lines) + focus - start
        lines += shown if part is body else part
    # What does not fit even so leaves at the top, where it was read already.
    over = min(max(0, len(lines) - height), at)
    lines = lines[over : over + height]
    return Frame(lines, None if column is None else (column, at - over))


def _seen(body: list[Styled], focus: int, room: int) -> tuple[int, list[Styled]]:
    """Return the lines around the focus, and which is the first; arrows stand for the others."""
    if len(body) <= room:
        return 0, body
    start = min(max(0, focus - room // 2), len(body) - room)
    shown = body[start : start + room]
    if room > _FEWEST:
        shown[0] = [("class:hint", "  ↑ …")] if start else shown[0]
        shown[-1] = [("class:hint", "  ↓ …")] if start + room < len(body) else shown[-1]
    return start, shown
