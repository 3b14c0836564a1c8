"""Word documents, written with python-docx on the project's own base document.

python-docx looks up a style for every paragraph, which takes longer than all the rest. Here it
opens the base, once for many documents; what differs from one to the next is written as XML, with
the style ids of the base, and only that is packed each time.
"""

import zipfile
from functools import cache
from pathlib import Path
from typing import cast

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.rel import Relationships

from amjd.answers.kinds import Paper
from amjd.answers.state import locale
from amjd.documents.document import Document, Paragraph, Run, Runs, runs_of
from amjd.documents.draft import Drafted
from amjd.formats.markup import escape_text
from amjd.formats.word import page
from amjd.formats.word.body import Body
from amjd.formats.word.links import Links
from amjd.formats.word.package import Packed, Parts, pack, package, put
from amjd.formats.word.scripts import Script, shared_by

BASE = Path(__file__).parent / "base.docx"
_HEADER = "word/header1.xml"
_CHANGING = (
    "word/document.xml", "word/_rels/document.xml.rels", "word/footer1.xml", "docProps/core.xml",
)  # fmt: skip
_PROPERTY_LIMIT = 255
_HERE = "here"  # stands where a property belongs


class WordBase:
    """A Word file whose styles and page every document takes; opened once for many documents.

    The file has one empty paragraph for a body and one for a footer, and the header of a draft.
    """

    def __init__(self, path: Path = BASE) -> None:
        """Open the file.

        Raises:
            OSError, KeyError: it is no such Word document.
        """
        self._path = path
        document = docx.Document(str(path))
        part = document.part
        self._before, self._after = part.blob.decode().split("<w:p/>")
        self._footer = part.part_related_by(RELATIONSHIP_TYPE.FOOTER).blob.decode()
        self._properties = _around_properties(document.core_properties)
        self._related = {is_draft: _related(part.rels, is_draft) for is_draft in (True, False)}
        section = document.sections[0]
        self._margins = sum(
            margin.twips for margin in (section.left_margin, section.right_margin) if margin
        )

    def write(self, drafted: Drafted) -> bytes:
        """Write a document as a DOCX file; the same document gives the same bytes."""
        document, paper = drafted.document, locale(drafted.answers).paper
        is_draft = _is_draft(document)
        links = Links(*self._related[is_draft])
        width = page.SIZES[paper][0] - self._margins
        body = Body(links.to, cache(lambda: _shared(drafted)), width)
        blocks = body.blocks(document, _company(drafted))
        foot = page.footer(document, body.runs, paper, width)
        parts = (
            f"{self._before}{blocks}{self._end(paper, is_draft)}".encode(),
            links.xml,
            self._footer.replace("<w:p/>", foot).encode(),
            self._properties_of(document),
        )
        changing = [*map(pack, _CHANGING, parts)]
        return package(put(changing, behind=_unchanging(self._path, is_draft)))

    def _end(self, paper: Paper, is_draft: bool) -> str:
        """Write what follows the body: the page, which has a header in a draft alone."""
        end = self._after.replace(page.size("Letter"), page.size(paper))
        return end if is_draft else _without(end, "<w:headerReference ")

    def _properties_of(self, document: Document) -> bytes:
        names = (document.title, document.company)
        title, author = (escape_text(name[:_PROPERTY_LIMIT]) for name in names)
        before, between, after = self._properties
        return f"{before}{title}{between}{author}{after}".encode()


def _around_properties(core: CoreProperties) -> list[str]:
    """Return what stands in the properties before the title, between it and the author, after."""
    core.title = core.author = _HERE
    xml: str = core._element.xml  # python-docx serializes this part only while saving
    return xml.split(_HERE)


def _related(relationships: Relationships, is_draft: bool) -> tuple[str, frozenset[str]]:
    """Return the relationships of the base, and their ids: a draft alone has a header, the last."""
    for key, one in [*relationships.items()]:
        if one.reltype == RELATIONSHIP_TYPE.HEADER:
            del relationships[key]
            if is_draft:
                relationships[key] = one
    xml = cast(bytes, relationships.xml)  # python-docx calls it a str
    return xml.decode(), frozenset(relationships)


@cache
def _unchanging(path: Path, is_draft: bool) -> Parts:
    """Pack the parts that are the same in every document, or in every draft."""
    packed = list[Packed]()
    with zipfile.ZipFile(path) as base:
        for name in base.namelist():
            if name in _CHANGING or (name == _HEADER and not is_draft):
                continue
            part = base.read(name)
            if name == "[Content_Types].xml" and not is_draft:
                part = _without(part.decode(), f'<Override PartName="/{_HEADER}"').encode()
            packed.append(pack(name, part))
    return put(packed)


def _without(xml: str, tag: str) -> str:
    """Take out the empty element that begins so."""
    before, _, rest = xml.partition(tag)
    return before + rest.partition("/>")[2]


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
