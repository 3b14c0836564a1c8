"""Word files from strangers: sizes are looked at first, and only the text is unpacked.

No entity is resolved, no part outside the file is fetched, macros and objects are never opened.
"""

import contextlib
import re
from collections.abc import Iterator

from amjd.formats.word.opening import (
    MOST_PARTS,
    DamagedError,
    Start,
    Text,
    UnsafeError,
    parts_of,
    unpacked,
    walk,
)
from amjd.review.marks import unmarked
from amjd.review.posting import Posting, build
from amjd.review.raw import Kind, Raw, join_columns, join_row
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_MOST = 20 * 2**20  # bytes of the text's part, unpacked
_TOO_MUCH = "20 MB of text"
_MOST_PARAGRAPHS = 50_000
_MOST_TEXT = 2**20  # characters
_BODY = "word/document.xml"
_LINKS = "word/_rels/document.xml.rels"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_TWICE = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"


def read(name: str, content: bytes) -> Posting:
    """Read a Word file; a paragraph is a line, its number the line's.

    Raises:
        AmjdError: it is none, or one that must not be opened; nothing of it is kept.
    """
    body, links = _parts(name, content)
    reader = _Reader(name, _addresses(name, links))
    _parse(name, body, reader.start, reader.end, reader.data)
    return build(name, reader.raws, reader.paragraphs)


def _parts(name: str, content: bytes) -> tuple[bytes, bytes]:
    """Unpack the text, and where its links lead; nothing else is looked at."""
    with _explained(name), parts_of(content) as parts:
        body = unpacked(parts, _BODY, _MOST, _TOO_MUCH)
        is_linked = _LINKS in parts.namelist()
        return body, unpacked(parts, _LINKS, _MOST, _TOO_MUCH) if is_linked else b""


@contextlib.contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say which file it is that cannot be opened, and what to do instead."""
    try:
        yield
    except UnsafeError as error:
        raise _refused(name, str(error)) from None
    except DamagedError:
        raise AmjdError(f"{printable(name)} is no Word file.", "Save it as .docx again.") from None


def _refused(name: str, why: str) -> AmjdError:
    return AmjdError(
        f"{printable(name)} {why}, so it is not opened.", "Copy its text into a .txt file."
    )


def _addresses(name: str, links: bytes) -> dict[str, str]:
    """Return where links lead by their ids; no address is ever opened."""
    found: dict[str, str] = {}

    def start(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") == "External" and len(found) < MOST_PARTS:
            found[attributes.get("Id", "")] = attributes.get("Target", "")

    if links:
        _parse(name, links, start, lambda _: None, lambda _: None)
    return found


class _Reader:
    """Collects paragraphs, in reading order; a row of two cells is a label and what it labels."""

    def __init__(self, name: str, addresses: dict[str, str]) -> None:
        self.raws: list[Raw] = []
        self.paragraphs: list[str] = []
        self._name = name
        self._addresses = addresses
        self._length = 0
        self._rows: list[int] = []
        self._pieces: list[str] = []
        self._at = 0
        self._links: list[tuple[int, int, str]] = []
        self._link = (0, "")
        self._kind: Kind = "text"
        self._level = 0
        self._is_bold = False
        self._is_all_bold = True
        self._takes = False
        self._twice = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.removeprefix(_W)
        if tag == _TWICE:
            self._twice += 1
        elif name == "tr":
            self._rows.append(len(self.raws))
        elif name == "tbl":
            self._rows = []
        elif name == "p":
            self._pieces, self._at, self._links = [], 0, []
            self._kind, self._level, self._is_all_bold = "text", 0, True
        else:
            self._start_within(name, attributes)

    def _start_within(self, name: str, attributes: dict[str, str]) -> None:
        """Take what stands in a paragraph: how it is marked, its runs, its breaks."""
        value = attributes.get(f"{_W}val", "")
        if name == "r":
            self._is_bold = False
        elif name == "b":
            self._is_bold = value not in ("0", "false")
        elif name == "hyperlink":
            self._link = (self._at, self._addresses.get(attributes.get(_ID, ""), ""))
        elif name == "pStyle":
            self._style(value)
        elif name == "numPr" and self._kind == "text":
            self._kind = "bullet"
        elif name == "t":
            self._takes = not self._twice
        elif name in ("br", "cr"):
            self._add("\n")
        elif name == "tab":
            self._add(" ")

    def _style(self, style: str) -> None:
        low = style.lower()
        if match := re.fullmatch(r"heading ?([1-6])|title", low):
            self._kind, self._level = "heading", int(match[1] or 1)
        elif "list" in low or "bullet" in low:
            self._kind = "bullet"

    def end(self, tag: str) -> None:
        name = tag.removeprefix(_W)
        if tag == _TWICE:
            self._twice -= 1
        elif name == "t":
            self._takes = False
        elif name == "hyperlink":
            start, address = self._link
            if address and self._at > start:
                self._links.append((start, self._at, address))
        elif name == "p" and not self._twice:
            self._end_paragraph()
        elif name == "tr":
            join_row(self.raws, self._rows[-1] if self._rows else len(self.raws))
        elif name == "tbl":
            join_columns(self.raws, self._rows)
            self._rows = []

    def _end_paragraph(self) -> None:
        """Enter a paragraph; breaks within it part lines, since lists are typed so."""
        whole = "".join(self._pieces)
        self.paragraphs.append(re.sub(r"\s", " ", whole).rstrip())
        if len(self.paragraphs) > _MOST_PARAGRAPHS:
            raise _refused(self._name, f"has more than {_MOST_PARAGRAPHS:,} paragraphs")
        at = 0
        for piece in whole.split("\n"):
            if piece.strip():
                self.raws.append(self._raw(piece, at))
            at += len(piece) + 1
        self._pieces, self._at, self._links = [], 0, []

    def _raw(self, piece: str, at: int) -> Raw:
        start = len(piece) - len(piece.lstrip())
        text = re.sub(r"\s", " ", piece[start:]).rstrip()
        jumps = ((0, len(self.paragraphs), at + start + 1),)
        links = tuple(
            (max(0, a - at - start), min(len(text), b - at - start), url)
            for a, b, url in self._links
            if at + start < b and a < at + start + len(text)
        )
        is_loud = self._is_all_bold and len(text) < 80
        return unmarked(Raw(text, jumps, self._kind, self._level, is_loud, links))

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)

    def data(self, text: str) -> None:
        if not self._takes:
            return
        self._length += len(text)
        if self._length > _MOST_TEXT:
            raise _refused(self._name, "holds more than 1 MB of text")
        self._add(text)
        self._is_all_bold = self._is_all_bold and (self._is_bold or not text.strip())


def _parse(name: str, body: bytes, start: Start, end: Text, data: Text) -> None:
    with _explained(name):
        walk(body, start, end, data)
