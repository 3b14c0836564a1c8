"""A line as a reader gives it: plain text, its places in the source, and how it was marked."""

from typing import Literal, NamedTuple

Kind = Literal["heading", "bullet", "text"]
Jump = tuple[int, int, int]
"""From this index of a line's text on, its characters stand at this line and column."""


class Raw(NamedTuple):
    """A line as a reader gives it; `links` are the start and end of each label, with its address.

    `level` is that of a heading; `is_loud` says that a line is written as a heading would be.
    """

    text: str
    jumps: tuple[Jump, ...]
    kind: Kind = "text"
    level: int = 0
    is_loud: bool = False
    links: tuple[tuple[int, int, str], ...] = ()


def labelled(label: Raw, said: Raw) -> Raw:
    """Join a label and what it stands for, as in a table of two columns, to one line."""
    before = f"{label.text.removesuffix(':')}: "
    at = len(before)
    jumps = [(at + index, line, column) for index, line, column in said.jumps]
    links = [(at + start, at + end, address) for start, end, address in said.links]
    return Raw(before + said.text, (label.jumps[0], *jumps), "bullet", links=tuple(links))
