"""Word documents: what differs from one to the next is written into the project's base document.

The base is read once for many documents, and what is the same in all of them is packed once.
"""

import re
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from amjd.answers.state import locale
from amjd.documents.document import Document, Paragraph, Run, Runs, runs_of
from amjd.documents.draft import Drafted
from amjd.formats.markup import escape_text
from amjd.formats.word import page
from amjd.formats.word.body import Body
from amjd.formats.word.links import Links
from amjd.formats.word.package import Parts, pack, package, put
from amjd.formats.word.scripts import Script, shared_by

BASE = Path(__file__).parent / "base.docx"
_BODY, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_CHANGING = (_BODY, _LINKS, "word/footer1.xml", "docProps/core.xml")
_TYPES, _HEADER, _HEADER_ID = "[Content_Types].xml", "word/header1.xml", "rId6"
_EMPTY = "<w:p/>"  # stands where a text belongs
_PROPERTY_LIMIT = 255


class WordBase:
    """A Word file whose styles and page every document takes; read once for many documents.

    The file has one empty paragraph for a body and one for a footer, and the header of a draft.
    """

    def __init__(self, path: Path = BASE) -> None:
        """Read the file.

        Raises:
            OSError, KeyError, zipfile.BadZipFile: it is no such Word file.
        """
        with zipfile.ZipFile(path) as base:
            parts = {name: base.read(name).decode() for name in base.namelist()}
        self._frame = cache(lambda is_draft: _frame(parts, is_draft))

    def write(self, drafted: Drafted) -> bytes:
        """Write a document as a DOCX file; the same document gives the same bytes."""
        document, paper = drafted.document, locale(drafted.answers).paper
        frame = self._frame(_is_draft(document))
        width = page.SIZES[paper][0] - frame.margins
        links = Links(frame.links, frame.ids)
        body = Body(links.to, cache(lambda: _shared(drafted)), width)
        blocks = body.blocks(document, _company(drafted))
        around = frame.body.replace(page.size("Letter"), page.size(paper))
        foot = page.footer(document, body.runs, paper, width)
        changing = (
            around.replace(_EMPTY, blocks),
            links.xml,
            frame.footer.replace(_EMPTY, foot),
            _with_properties(frame.properties, document),
        )
        return package(put([*map(pack, _CHANGING, changing)], behind=frame.unchanging))


class _Frame(NamedTuple):
    """What documents take of the base: the text of the parts that change, all others packed.

    `ids` are those of `links`; `margins` are both sides, in twentieths of a point.
    """

    body: str
    links: str
    footer: str
    properties: str
    ids: frozenset[str]
    margins: int
    unchanging: Parts


def _frame(parts: Mapping[str, str], is_draft: bool) -> _Frame:
    if not is_draft:
        parts = _without_header(parts)
    body, links, footer, properties = (parts[name] for name in _CHANGING)
    ids = frozenset(re.findall(r' Id="(\w+)"', links))
    margins = sum(map(int, re.findall(r' w:(?:left|right)="(\d+)"', body)))
    unchanging = [pack(name, part) for name, part in parts.items() if name not in _CHANGING]
    return _Frame(body, links, footer, properties, ids, margins, put(unchanging))


def _without_header(parts: Mapping[str, str]) -> dict[str, str]:
    """Leave out the header, which a draft alone has, and all that names it."""
    others = {name: part for name, part in parts.items() if name != _HEADER}
    others[_TYPES] = _without(others[_TYPES], f'<Override PartName="/{_HEADER}"')
    others[_LINKS] = _without(others[_LINKS], f'<Relationship Id="{_HEADER_ID}"')
    others[_BODY] = _without(others[_BODY], "<w:headerReference ")
    return others


def _without(xml: str, tag: str) -> str:
    """Take out the empty element that begins so."""
    before, _, rest = xml.partition(tag)
    return before + rest.partition("/>")[2]


def _with_properties(properties: str, document: Document) -> str:
    """Enter the title and the company, whose places are empty."""
    for name, text in (("title", document.title), ("creator", document.company)):
        entered = f"<dc:{name}>{escape_text(text[:_PROPERTY_LIMIT])}</dc:{name}>"
        properties = properties.replace(f"<dc:{name}/>", entered)
    return properties


def _is_draft(document: Document) -> bool:
    return any(
        run.mark == "draft"
        for block in document.blocks
        if isinstance(block, Paragraph)
        for run in block.runs
    )


def _company(drafted: Drafted) -> Runs:
    name = drafted.document.company
    return (Run(name, mark="" if drafted.answers.company.name else "blank"),) if name else ()


def _shared(drafted: Drafted) -> Script:
    """Tell whose the signs are that East Asia shares, by all texts, the place and the money."""
    answers = drafted.answers
    places = [*(answers.role.regions or ()), answers.pay.currency or ""]
    return shared_by([run.text for run in runs_of(drafted.document.blocks)], places[0][:2])
