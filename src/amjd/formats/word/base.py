"""What a Word file lends to documents, and that of our own base, read as the zip file that it is.

To open it with python-docx would take a sixth of a draft.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from amjd.formats.word.page import Room

BASE = Path(__file__).parent / "base.docx"
BODY, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
FOOTER, PROPERTIES = "word/footer1.xml", "docProps/core.xml"
TYPES = "[Content_Types].xml"
_HEADER, _HEADER_ID = "word/header1.xml", "rId6"

STYLES = {
    "Company": "Company",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Subtitle": "Subtitle",
    "ListBullet": "List Bullet",
    "Fact": "Fact",
    "Facts": "Facts",
    "DraftMark": "Draft Mark",
    "Hyperlink": "Hyperlink",
    "Footer": "footer",
}
"""The styles that documents are written in: the name that Word knows each by its id in our base."""


class Base(NamedTuple):
    """What documents take of a Word file.

    The text of the parts that change has an empty paragraph, `<w:p/>`, where a text belongs:
    `body`, and the `footers`, by their names, that are ours to write; their line does not stop at
    the `tabs`, which its style has. `links` are the relationships of the body, `ids` theirs;
    `others` are the parts that are the same in all documents. `styles` gives the id of each style
    by that in our own base. `room` is that of its page; without one the paper is that of the
    place, with `sides` for both margins there.
    """

    body: str
    links: str
    ids: frozenset[str]
    footers: Mapping[str, str]
    properties: str
    others: Mapping[str, str | bytes]
    styles: Mapping[str, str]
    tabs: tuple[int, ...] = ()
    room: Room | None = None
    sides: int = 0


Bases = Callable[[bool], Base]
"""Gives the base of a document, told whether that is a draft."""


def ours(path: Path = BASE) -> Bases:
    """Read our own base, once for many documents.

    The file has one empty paragraph for a body and one for a footer, and the header of a draft.

    Raises:
        OSError, KeyError, zipfile.BadZipFile: it is no such Word file.
    """
    parts = parts_of(path)
    return cache(lambda is_draft: _base(parts if is_draft else _without_header(parts)))


def parts_of(path: Path = BASE) -> dict[str, str]:
    """Read the parts of our own base."""
    with zipfile.ZipFile(path) as base:
        return {name: base.read(name).decode() for name in base.namelist()}


def _base(parts: Mapping[str, str]) -> Base:
    changing = (BODY, LINKS, FOOTER, PROPERTIES)
    return Base(
        body=parts[BODY],
        links=parts[LINKS],
        ids=frozenset(re.findall(r' Id="(\w+)"', parts[LINKS])),
        footers={FOOTER: parts[FOOTER]},
        properties=parts[PROPERTIES],
        others={name: part for name, part in parts.items() if name not in changing},
        styles={id_: id_ for id_ in STYLES},
        sides=sum(map(int, re.findall(r' w:(?:left|right)="(\d+)"', parts[BODY]))),
    )


def _without_header(parts: Mapping[str, str]) -> dict[str, str]:
    """Leave out the header, which a draft alone has, and all that names it."""
    others = {name: part for name, part in parts.items() if name != _HEADER}
    others[TYPES] = _without(others[TYPES], f'<Override PartName="/{_HEADER}"')
    others[LINKS] = _without(others[LINKS], f'<Relationship Id="{_HEADER_ID}"')
    others[BODY] = _without(others[BODY], "<w:headerReference ")
    return others


def _without(xml: str, tag: str) -> str:
    """Take out the empty element that begins so."""
    before, _, rest = xml.partition(tag)
    return before + rest.partition("/>")[2]
