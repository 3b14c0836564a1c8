"""Word documents, written with python-docx on the project's own base document.

python-docx looks up a style for every paragraph, which takes longer than all the rest. Here it
opens the base, keeps the links and writes the properties; the body is written as XML with the style
ids of the base. Only the three parts that differ from document to document are packed each time.
"""

import html
import io
import unicodedata
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from amjd.documents.document import Block, Bullets, Document, Facts, Heading, Paragraph, Run, Runs

BASE = Path(__file__).parent / "base.docx"
_CHANGING = ("word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_PROPERTY_LIMIT = 255
_HEADING_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2"}
_FACT_WIDTHS = (2300, 7740)


class WordBase:
    """A Word file whose styles and page every document takes; opened once for many documents.

    Raises:
        OSError, KeyError: the file is no Word document with one empty paragraph for a body.
    """

    def __init__(self, path: Path = BASE) -> None:
        """Open the file and pack the parts that are the same in every document."""
        self._document = docx.Document(str(path))
        self._before, self._after = self._document.part.blob.decode().split("<w:p/>")
        buffer = io.BytesIO()
        with zipfile.ZipFile(path) as base, zipfile.ZipFile(buffer, "w") as package:
            for name in base.namelist():
                if name not in _CHANGING:
                    package.writestr(_entry(name), base.read(name))
        self._unchanging = buffer.getvalue()

    def write(self, document: Document) -> bytes:
        """Write a document as a DOCX file; the same document gives the same bytes."""
        self._forget_links()
        writer = _Writer(self._document)
        body = "".join(map(writer.block, document.blocks))
        core = self._document.core_properties
        core.title = document.title[:_PROPERTY_LIMIT]
        core.author = document.company[:_PROPERTY_LIMIT]
        parts = (
            f"{self._before}{body}{self._after}".encode(),
            self._document.part.rels.xml,
            core._element.xml.encode(),  # python-docx serializes this part only while saving
        )
        buffer = io.BytesIO(self._unchanging)
        with zipfile.ZipFile(buffer, "a") as package:
            for name, blob in zip(_CHANGING, parts, strict=True):
                package.writestr(_entry(name), blob)
        return buffer.getvalue()

    def _forget_links(self) -> None:
        """Drop the links of the document that was written before."""
        relationships = self._document.part.rels
        for key in [key for key, link in relationships.items() if link.is_external]:
            del relationships[key]


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


class _Writer:
    """Turns blocks into WordprocessingML; a link needs the document, which keeps its target."""

    def __init__(self, document: WordDocument) -> None:
        self._part = document.part

    def block(self, block: Block) -> str:
        match block:
            case Heading(level, runs):
                return self._paragraph(runs, _HEADING_STYLES[level])
            case Paragraph(runs):
                return self._paragraph(runs, "DraftMark" if runs[0].mark == "draft" else "")
            case Bullets(items):
                return "".join(self._paragraph(item, "ListBullet") for item in items)
            case Facts(rows):
                return self._table(rows)

    def _table(self, rows: tuple[tuple[str, Runs], ...]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _FACT_WIDTHS)
        body = "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{self._cell((Run(label),), _FACT_WIDTHS[0])}"
            f"{self._cell(runs, _FACT_WIDTHS[1])}</w:tr>"
            for label, runs in rows
        )
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="Facts"/>'
            f'<w:tblW w:w="{sum(_FACT_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
        )

    def _cell(self, runs: Runs, width: int) -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._paragraph(runs, 'Fact')}</w:tc>"
        )

    def _paragraph(self, runs: Runs, style: str) -> str:
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        if _runs_right_to_left("".join(run.text for run in runs)):
            properties += "<w:bidi/>"
        content = "".join(map(self._run, _joined(runs)))
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def _run(self, run: Run) -> str:
        properties = '<w:rStyle w:val="Hyperlink"/>' if run.link else ""
        if run.mark == "blank":
            properties += '<w:highlight w:val="yellow"/>'
        if _runs_right_to_left(run.text):
            properties += "<w:rtl/>"
        text = f'<w:t xml:space="preserve">{html.escape(run.text, quote=False)}</w:t>'
        xml = f"<w:r><w:rPr>{properties}</w:rPr>{text}</w:r>"
        if not run.link:
            return xml
        target = self._part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{target}">{xml}</w:hyperlink>'


def _joined(runs: Runs) -> Iterator[Run]:
    """Join plain texts that touch: words and answers look the same."""
    for is_plain, group in groupby(runs, lambda run: not (run.mark or run.link)):
        same = list(group)
        yield from [Run("".join(run.text for run in same))] if is_plain else same


def _runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is one of a right-to-left script."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((way for way in directions if way in ("L", "R", "AL")), "L") != "L"
