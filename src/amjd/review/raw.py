"""A line as a reader gives it: plain text, its places in the source, and how it was marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from amjd.text.patterns import compile_later

Kind = Literal["heading", "bullet", "text"]
Jump = tuple[int, int, int]
"""From this index of a line's text on, its characters stand at this line and column."""


class Raw(NamedTuple):
    """A line as a reader gives it; `links` are the start and end of each label, with its address.

    `level` is that of a heading; `is_loud` says that a line is written as a heading would be;
    `goes_on`, that the paragraph of the line before was wrapped there and goes on in this one.
    """

    text: str
    jumps: Sequence[Jump]
    kind: Kind = "text"
    level: int = 0
    is_loud: bool = False
    links: tuple[tuple[int, int, str], ...] = ()
    goes_on: bool = False


_LONGEST = 40  # characters of a label


def join_row(raws: list[Raw], start: int) -> None:
    """Join the last lines, from an index on, where they are a row of two: a label and its text."""
    if len(raws) == start + 2 and len(raws[start].text) <= _LONGEST:
        raws[start:] = [_labelled(*raws[start:])]


def join_columns(raws: list[Raw], rows: list[int]) -> None:
    """Put the heads of a table of three columns or more before its figures, as their labels.

    Each of its rows begins at one of these indices, and the last ends where the lines do.
    """
    heads, *others = [raws[start:end] for start, end in pairwise([*rows, len(raws)])] or [[]]
    is_table = len(heads) > 2 and all(len(cells) == len(heads) for cells in others)
    if not is_table or any(_DIGIT.search(one.text) or len(one.text) > _LONGEST for one in heads):
        return
    for start, cells in zip(rows[1:], others, strict=True):
        for at, (head, cell) in enumerate(zip(heads, cells, strict=True), start):
            if _DIGIT.search(cell.text):
                raws[at] = _labelled(head, cell)


_DIGIT = compile_later(r"\d")


def _labelled(label: Raw, said: Raw) -> Raw:
    """Join a label and what it stands for, as in a table of two columns, to one line."""
    before = f"{label.text.removesuffix(':')}: "
    at = len(before)
    jumps = [(at + index, line, column) for index, line, column in said.jumps]
    links = [(at + start, at + end, address) for start, end, address in said.links]
    return Raw(before + said.text, (label.jumps[0], *jumps), "bullet", links=tuple(links))


def cut(raw: Raw, start: int, end: int) -> Raw:
    """Return a part of a line, with the places and the links that fall in it."""
    first = max(0, bisect_right(raw.jumps, start, key=lambda one: one[0]) - 1)
    last = max(first + 1, bisect_left(raw.jumps, end, key=lambda one: one[0]))
    jumps = [
        (max(0, at - start), line, column + max(0, start - at))
        for at, line, column in raw.jumps[first:last]
    ]
    opened = bisect_right(raw.links, start, key=lambda one: one[1])
    closed = bisect_left(raw.links, end, key=lambda one: one[0])
    links = tuple(
        (max(0, a - start), min(b, end) - start, url) for a, b, url in raw.links[opened:closed]
    )
    goes_on = raw.goes_on and not start
    return raw._replace(text=raw.text[start:end], jumps=tuple(jumps), links=links, goes_on=goes_on)
