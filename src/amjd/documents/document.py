"""A document, such as a posting: a tree of blocks, with nothing of any format in it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Mark = Literal["", "draft", "blank"]


class Run(NamedTuple):
    """Text of one kind: `blank` waits for an answer, `draft` says how many do.

    `link` is a checked mailto: or http(s) address, `field` the name of the field that it answers.
    """

    text: str
    mark: Mark = ""
    link: str = ""
    field: str = ""


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """Level 1 is the title of the whole, 2 a section, 3 a group of duties."""

    level: int
    runs: Runs


class Paragraph(NamedTuple):
    """A paragraph."""

    runs: Runs


class Bullets(NamedTuple):
    """A list without numbers."""

    items: tuple[Runs, ...]


class Facts(NamedTuple):
    """What a reader looks up: rows of a label and its answer."""

    rows: tuple[tuple[str, Runs], ...]


Block = Heading | Paragraph | Bullets | Facts


class Document(NamedTuple):
    """The whole; title and company are plain text for a document's properties."""

    title: str
    company: str
    blocks: tuple[Block, ...]


def runs_of(document: Document) -> Iterator[Run]:
    """Give all runs of a document's blocks, one after the other, but the labels of facts."""
    for block in document.blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs):
                yield from runs
            case Bullets(items):
                for item in items:
                    yield from item
            case Facts(rows):
                for _, runs in rows:
                    yield from runs
