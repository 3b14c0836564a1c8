"""A document, such as a posting: a tree of blocks, with nothing of any format in it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple

Mark = Literal["", "draft", "blank"]


class Run(NamedTuple):
    """Text of one kind: `blank` waits for an answer, `draft` says how many do.

    `link` is a checked mailto: or http(s) address, `field` the name of the field that it answers.
    `because` names the field for whose answer words of ours are said: "No sales quota".
    """

    text: str
    mark: Mark = ""
    link: str = ""
    field: str = ""
    because: str = ""


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """Level 1 is the title of the whole, 2 a section, 3 a group of duties."""

    level: int
    runs: Runs

    @property
    def lines(self) -> tuple[Runs, ...]:
        return (self.runs,)


class Paragraph(NamedTuple):
    """A paragraph."""

    runs: Runs

    @property
    def lines(self) -> tuple[Runs, ...]:
        return (self.runs,)


class Bullets(NamedTuple):
    """A list without numbers."""

    items: tuple[Runs, ...]

    @property
    def lines(self) -> tuple[Runs, ...]:
        return self.items


class Facts(NamedTuple):
    """What a reader looks up: rows of a label and its answer. Its lines have no labels."""

    rows: tuple[tuple[str, Runs], ...]

    @property
    def lines(self) -> tuple[Runs, ...]:
        return tuple([runs for _, runs in self.rows])


Block = Heading | Paragraph | Bullets | Facts

_lines, _text = attrgetter("lines"), itemgetter(0)  # of blocks, and of runs


def lines_of(blocks: Iterable[Block]) -> Iterator[Runs]:
    """Give all lines of blocks, one after the other, but the labels of facts."""
    return chain.from_iterable(map(_lines, blocks))


def text_of(runs: Iterable[Run]) -> str:
    """Return the text of some runs, without what they are marked as."""
    return "".join(map(_text, runs))


def length_of(runs: Runs) -> int:
    """Count the signs of a line."""
    # Most lines are one run.
    return len(runs[0].text) if len(runs) == 1 else sum(map(len, map(_text, runs)))


def runs_of(blocks: Iterable[Block]) -> Iterator[Run]:
    """Give all runs of blocks, one after the other, but the labels of facts."""
    return chain.from_iterable(lines_of(blocks))


def count_words(blocks: Iterable[Block]) -> int:
    """Count the words of blocks, but those of the labels of facts."""
    return sum(len(text_of(runs).split()) for runs in lines_of(blocks))


def fields_in(blocks: Iterable[Block]) -> set[str]:
    """Collect the fields that blocks answer."""
    return {run.field for run in runs_of(blocks) if run.field}


class Document(NamedTuple):
    """The whole; title and company are plain text for a document's properties."""

    title: str
    company: str
    blocks: tuple[Block, ...]
