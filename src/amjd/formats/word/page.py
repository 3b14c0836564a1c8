"""The page of a Word document: its paper, what stands at its foot, and how many there may be."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple

from amjd.answers.kinds import Paper
from amjd.documents.document import Block, Document, Facts, Heading, Run, Runs, length_of

SIZES: dict[Paper, tuple[int, int]] = {"Letter": (12240, 15840), "A4": (11906, 16838)}
"""Width and height in twentieths of a point."""

_MARGINS = 1520  # above and below the text, in our own base

_LONGEST_NAME = 40  # so many signs of the company, and of the title, leave room for the page's
_SIGNS_A_LINE, _LINE = 104, 268  # a line's height


class Room(NamedTuple):
    """What a page has for text, in twentieths of a point."""

    width: int
    height: int


def room(paper: Paper, sides: int) -> Room:
    """Return what is left of a page beside both margins at its sides."""
    width, height = SIZES[paper]
    return Room(width - sides, height - _MARGINS)


def size(paper: Paper) -> str:
    """Write the size of a page."""
    width, height = SIZES[paper]
    return f'<w:pgSz w:w="{width}" w:h="{height}"/>'


def footer(
    document: Document,
    write: Callable[[Runs], str],
    style: str,
    tabs: Sequence[int],
    room: Room,
) -> str:
    """Write the line at the foot of each page: whose posting it is, and at its end which page.

    `write` gives the XML of runs, `style` is the id of the line's, and `tabs` are those that it
    has, at which the line does not stop.
    """
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{at}"/>' for at in tabs if at != room.width)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{room.width}"/></w:tabs></w:pPr>'
        f"{write((Run(_names(document)),))}<w:r><w:tab/></w:r>{_words('Page ')}{_field('PAGE', 1)}"
        f"{_words(' of ')}{_field('NUMPAGES', likely_pages(document, room))}</w:p>"
    )


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(name: str, shown: int) -> str:
    """Write a field; Word works it out, and what cannot shows this number."""
    return f'<w:fldSimple w:instr=" {name} ">{_words(str(shown))}</w:fldSimple>'


def _names(document: Document) -> str:
    """Name the company and the title, each short enough for a line."""
    return " · ".join(_shortened(name) for name in (document.company, document.title) if name)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def likely_pages(document: Document, room: Room) -> int:
    """Tell how many pages a document is likely to have; only Word, which lays it out, can know."""
    lines = sum(map(_lines, document.blocks))
    return max(1, ceil(lines * _LINE / room.height))


def _lines(block: Block) -> float:
    """Tell how many lines a block is likely to take, with the space around it."""
    if isinstance(block, Heading):
        return 1.6 if block.level > 1 else 2.5
    lines = block.lines
    spaces = len(lines) if isinstance(block, Facts) else 1
    return 0.2 * spaces + sum(map(_lines_of, lines))


def _lines_of(runs: Runs) -> int:
    return 1 + length_of(runs) // _SIGNS_A_LINE
