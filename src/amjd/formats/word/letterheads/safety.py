"""Whether a company's Word file may be taken as a letterhead: nothing in it may run or load.

All of it is looked at, also what is dropped: a letterhead is handed on with the posting.
"""

import re
import zipfile
from collections.abc import Mapping

from amjd.formats.word.opening import DamagedError, UnsafeError, parts_of, unpacked, walk
from amjd.text.patterns import compile_later

MOST_BYTES = 50 * 2**20
"""So much may a letterhead hold, unpacked."""
_MOST_XML = 20 * 2**20  # bytes of all parts that are read
_TYPES = "[Content_Types].xml"
_OLE, _IS_LOCKED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = _MAIN.replace("document.main", "template.main")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships "
_VML = "urn:schemas-microsoft-com:vml "
_SVG = "http://www.w3.org/2000/svg "
_HREF = "http://www.w3.org/1999/xlink href"
_STRICT = b"http://purl.oclc.org/ooxml/"

# What no part may be: the ends of its type, and of the relationship that leads to it.
_MACROS = compile_later(r"macroenabled|vbaproject|vbadata", re.I)
_OBJECTS = compile_later(
    r"oleobject|activex|afchunk|/(?:package|control)$|/embeddings/|officedocument\.(?:spreadsheetml"
    r"|presentationml|wordprocessingml)\.(?:sheet|presentation|document)$|x-msdownload",
    re.I,
)
_OBJECT_TAGS = {
    f"{_W}{name}" for name in ("object", "control", "altChunk", "objectEmbed", "objectLink")
}
# Word's fields that read another file, a database or a program.
_LOADING = frozenset(
    ("INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "IMPORT", "RD",
     "DATABASE", "EMBED", "CONTROL", "HTMLCONTROL")
)  # fmt: skip
_FIELD = compile_later(r"[\W_]*([A-Za-z]+)")
_INSTRUCTIONS = ("instrText", "delInstrText")
_DEEPEST = 100  # fields in fields
_LONGEST = 500  # characters of an instruction, of which its name alone counts

_CURES = {
    "macros": "Save it as .docx in Word, which holds none.",
    "object": "Take that out of it in Word, or put it in as a picture.",
    "drawing": "Put it in as a PNG picture.",
    "field": "Click into the field in Word and press Ctrl-Shift-F9, which keeps what it shows.",
    "outside": "In Word, break it under File, Info, Edit Links to Files.",
    "template": "In Word, attach Normal.dotm instead, under Developer, Document Template.",
    "locked": "Take its password off in Word, under File, Info, Protect Document.",
    "large": "Make its pictures smaller, or take out what is not of the letterhead.",
    "margins": "Make them smaller in Word, under Layout, Margins.",
    "strict": "Save it in Word as Word Document (.docx), without Strict.",
    "again": "Open it in Word and save it as .docx again.",
}


class RefusedError(Exception):
    """Why a file is taken for no letterhead, to stand behind its name, and what to do instead."""

    def __init__(self, why: str, cure: str) -> None:
        """Keep both apart; `cure` names one of the cures that are known here."""
        super().__init__(why)
        self.cure = _CURES[cure]


def checked(content: bytes) -> dict[str, bytes]:
    """Unpack a Word file of which nothing runs and nothing loads: its parts by their names.

    A template without macros is given as the document that it would make.

    Raises:
        RefusedError: it is none.
    """
    if content.startswith(_OLE):
        locked = _IS_LOCKED in content
        kind = "is encrypted" if locked else "is a Word file of the old kind (.doc)"
        raise RefusedError(kind, "locked" if locked else "again")
    try:
        parts = _unpacked(content)
        _check(parts)
    except UnsafeError as error:
        why = str(error)
        cure = "locked" if "encrypted" in why else "large" if "more" in why else "again"
        raise RefusedError(why, cure) from None
    except DamagedError:
        raise RefusedError("is no Word file (.docx), or a damaged one", "again") from None
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE.encode(), _MAIN.encode())
    return parts


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Unpack all parts, after a look at what they say of their sizes."""
    size = f"{MOST_BYTES // 2**20} MB unpacked"
    with parts_of(content) as package:
        listed = [one for one in package.infolist() if not one.is_dir()]
        if sum(one.file_size for one in listed) > MOST_BYTES:
            raise UnsafeError(f"holds more than {size}")
        if len({one.filename.lower() for one in listed}) < len(listed):
            raise DamagedError
        return _read(package, [one.filename for one in listed], size)


def _read(package: zipfile.ZipFile, names: list[str], size: str) -> dict[str, bytes]:
    parts, left = dict[str, bytes](), MOST_BYTES
    for name in names:
        parts[name] = unpacked(package, name, left, size)
        left -= len(parts[name])
    return parts


def _check(parts: Mapping[str, bytes]) -> None:
    """Look at the names, the types and the XML of all parts."""
    if _TYPES not in parts:
        raise DamagedError
    known = _types(parts[_TYPES])
    types = {name: _type(name, known) for name in parts}
    kinds = [*types.values(), *parts]
    if any(map(_MACROS.search, kinds)):
        raise RefusedError("has macros", "macros")
    if any(map(_OBJECTS.search, kinds)):
        raise _object()
    texts = {name: part for name, part in parts.items() if _is_xml(name, part, types[name])}
    if sum(map(len, texts.values())) > _MOST_XML:
        raise UnsafeError(f"holds more than {_MOST_XML // 2**20} MB of text")
    for name, part in texts.items():
        if name.endswith(".rels"):
            _check_links(part)
        _look(name, part)
    if not {_MAIN, _TEMPLATE} & {*types.values()}:
        raise DamagedError


def _look(name: str, part: bytes) -> None:
    """Look through the XML of a part; drawings are of other programs than Word."""
    try:
        _Look(part)
    except (UnsafeError, DamagedError):
        if name.lower().endswith(".svg"):
            raise RefusedError("has a drawing (SVG) that is no plain one", "drawing") from None
        raise


def _object() -> RefusedError:
    return RefusedError("has an embedded object", "object")


def _types(xml: bytes) -> dict[str, str]:
    """Return the types of parts, by names and by endings."""
    found = dict[str, str]()

    def start(_: str, attributes: dict[str, str]) -> None:
        name = attributes.get("PartName") or attributes.get("Extension", "")
        found[name.lower().lstrip("/")] = attributes.get("ContentType", "")

    walk(xml, start, _nothing, _nothing)
    return found


def _nothing(_: str) -> None:
    pass


def _type(name: str, known: Mapping[str, str]) -> str:
    low = name.lower()
    return known.get(low) or known.get(low.rpartition(".")[2], "")


def _is_xml(name: str, part: bytes, type_: str) -> bool:
    """Whether a part is read as XML by anybody: by its name, its type, or how it begins."""
    if type_.endswith("xml") or name.lower().endswith((".xml", ".rels", ".vml", ".svg")):
        return True
    return part[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _check_links(xml: bytes) -> None:
    """Look where the relationships of a part lead: outside only a link that is clicked may."""

    def start(_: str, attributes: dict[str, str]) -> None:
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if _STRICT.decode() in kind:
            raise RefusedError("is saved as Strict Open XML", "strict")
        if _MACROS.search(kind):
            raise RefusedError("has macros", "macros")
        if _OBJECTS.search(kind):
            raise _object()
        is_inside = attributes.get("TargetMode", "Internal") == "Internal"
        if is_inside and ":" not in target and not target.startswith(("\\", "//")):
            return
        name = kind.rpartition("/")[2]
        if is_inside or name != "hyperlink":
            raise _outside(name)

    walk(xml, start, _nothing, _nothing)


def _outside(kind: str) -> RefusedError:
    if kind == "attachedTemplate":
        return RefusedError("is attached to a template outside it", "template")
    what = {"image": "a picture", "frame": "a frame", "subDocument": "a document"}
    return RefusedError(f"loads {what.get(kind, 'something')} from outside it", "outside")


class _Look:
    """Looks through the XML of one part; where that is done, nothing is in it that loads.

    A field's instruction may be spread over many runs, and hold other fields and what they show.
    """

    def __init__(self, xml: bytes) -> None:
        # The instructions of the fields that are open; None where one shows its text already.
        self._fields: list[str | None] = []
        self._stray = ""  # instructions outside of a field
        self._is_instruction = self._is_text = False
        walk(xml, self._start, self._end, self._data)
        for instruction in (*self._fields, self._stray):
            _check_field(instruction)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _OBJECT_TAGS or tag.endswith((" OLEObject", " webVideoPr")):
            raise _object()
        if tag.startswith(_W):
            self._start_field(tag.removeprefix(_W), attributes)
        elif tag.startswith(_VML) and attributes.get("src"):
            raise _outside("image")
        elif tag.startswith(_SVG) and not tag.endswith(" a"):
            _check_svg(attributes)
        if f"{_R}link" in attributes or f"{_R}href" in attributes:
            raise _outside("image")

    def _start_field(self, name: str, attributes: dict[str, str]) -> None:
        if name == "fldSimple":
            _check_field(attributes.get(f"{_W}instr", ""))
        elif name in _INSTRUCTIONS:
            self._is_instruction = True
        elif name == "t":
            self._is_text = True
        elif name == "fldChar":
            self._mark(attributes.get(f"{_W}fldCharType", ""))

    def _mark(self, kind: str) -> None:
        """Begin a field, or end its instruction; what it shows is none of that."""
        if kind == "begin":
            if len(self._fields) == _DEEPEST:
                raise DamagedError
            self._fields.append("")
        elif self._fields:
            _check_field(self._fields[-1])
            self._fields[-1] = None
            if kind == "end":
                self._fields.pop()

    def _end(self, tag: str) -> None:
        if tag.startswith(_W):
            self._is_instruction = self._is_text = False

    def _data(self, text: str) -> None:
        if not (self._is_instruction or self._is_text):
            return
        for at in range(len(self._fields) - 1, -1, -1):
            begun = self._fields[at]
            if begun is not None:
                self._fields[at] = (begun + text)[:_LONGEST]
                return
        if self._is_instruction:
            self._stray = (self._stray + text)[:_LONGEST]


def _check_svg(attributes: Mapping[str, str]) -> None:
    """Refuse a drawing that leads to another file."""
    href = attributes.get("href") or attributes.get(_HREF, "")
    if href and not href.startswith(("#", "data:")):
        raise _outside("image")


def _check_field(instruction: str | None) -> None:
    """Refuse a field that loads, by its name, with which its instruction begins."""
    match = _FIELD.match(instruction or "")
    if match and match[1].upper() in _LOADING:
        raise RefusedError(f"has a field that loads ({match[1].upper()})", "field")
