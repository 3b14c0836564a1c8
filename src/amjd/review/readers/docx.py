"""Word files from strangers: sizes are looked at first, and only the text is unpacked.

No entity is resolved, no part outside the file is fetched, macros and objects are never opened.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from amjd.review.posting import Posting, build
from amjd.review.raw import Kind, Raw, labelled
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_MOST = 20 * 2**20  # bytes of the text's part, unpacked
_MOST_PARTS = 2000
_BODY = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "


def read(name: str, content: bytes) -> Posting:
    """Read a Word file; a paragraph is a line, its number the line's.

    Raises:
        AmjdError: it is none, or one that must not be opened; nothing of it is kept.
    """
    reader = _paragraphs(name, _body(name, content))
    return build(name, reader.raws, reader.paragraphs)


def _body(name: str, content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if len(parts.infolist()) > _MOST_PARTS:
                raise _refused(name, f"has more than {_MOST_PARTS:,} parts")
            part = parts.getinfo(_BODY)
            if part.flag_bits & 1:
                raise _refused(name, "is encrypted")
            if part.file_size > _MOST:
                raise _refused(name, "holds more than 20 MB of text")
            with parts.open(part) as stream:
                body = stream.read(_MOST + 1)
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, NotImplementedError, ValueError):
        raise AmjdError(f"{printable(name)} is no Word file.", "Save it as .docx again.") from None
    if len(body) > _MOST:
        raise _refused(name, "holds more than 20 MB of text")
    return body


def _refused(name: str, why: str) -> AmjdError:
    return AmjdError(
        f"{printable(name)} {why}, so it is not opened.", "Copy its text into a .txt file."
    )


class _Reader:
    """Collects paragraphs, in reading order; a row of two cells is a label and what it labels."""

    def __init__(self) -> None:
        self.raws: list[Raw] = []
        self.paragraphs: list[str] = []
        self._row = 0
        self._text: list[str] = []
        self._kind: Kind = "text"
        self._level = 0
        self._bold = [False]
        self._takes = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.removeprefix(_W)
        value = attributes.get(f"{_W}val", "")
        if name == "tr":
            self._row = len(self.raws)
        elif name == "p":
            self._text, self._kind, self._level = [], "text", 0
        elif name == "pStyle":
            self._style(value)
        elif name == "numPr" and self._kind == "text":
            self._kind = "bullet"
        elif name == "t":
            self._takes = True
        elif name in ("tab", "br", "cr"):
            self._text.append(" ")

    def _style(self, style: str) -> None:
        low = style.lower()
        if match := re.fullmatch(r"heading ?([1-6])|title", low):
            self._kind, self._level = "heading", int(match[1] or 1)
        elif "list" in low or "bullet" in low:
            self._kind = "bullet"

    def end(self, tag: str) -> None:
        name = tag.removeprefix(_W)
        if name == "t":
            self._takes = False
        elif name == "p":
            text = re.sub(r"\s+", " ", "".join(self._text)).strip()
            self.paragraphs.append(text)
            jumps = ((0, len(self.paragraphs), 1),)
            if text:
                self.raws.append(Raw(text, jumps, self._kind, self._level))
            self._text = []
        elif name == "tr" and len(self.raws) == self._row + 2:
            label, said = self.raws[self._row :]
            if len(label.text) <= 40:
                self.raws[self._row :] = [labelled(label, said)]

    def data(self, text: str) -> None:
        if self._takes:
            self._text.append(text)


def _paragraphs(name: str, body: bytes) -> "_Reader":
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data

    def refuse(*_: object) -> None:
        raise _refused(name, "declares entities of its own")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(body, True)
    except expat.ExpatError:
        raise AmjdError(f"{printable(name)} is no Word file.", "Save it as .docx again.") from None
    return reader
