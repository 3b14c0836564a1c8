"""Word files from strangers, opened: what a file says of its sizes is looked at, and not believed.

No entity is resolved and no part outside the file is fetched.
"""

import contextlib
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

Start = Callable[[str, dict[str, str]], None]
Text = Callable[[str], None]

MOST_PARTS = 2000
_END = b"PK\x05\x06"  # of a zip file; how many parts it has stands 10 bytes on
_DAMAGED = (
    zipfile.BadZipFile, KeyError, zlib.error, lzma.LZMAError, struct.error, EOFError,
    NotImplementedError, ValueError, OSError,
)  # fmt: skip


class UnsafeError(Exception):
    """A file that must not be opened; the words go on behind its name: `is encrypted`."""


class DamagedError(Exception):
    """It is no Word file, or a damaged one."""


@contextlib.contextmanager
def parts_of(content: bytes) -> Iterator[zipfile.ZipFile]:
    """Open the parts of a Word file, of which none is unpacked yet.

    Raises:
        UnsafeError, DamagedError: it is none that can be opened.
    """
    # The list of parts is as long as its file likes: their number is looked at before it is read.
    end = content.rfind(_END, -66_000)
    if end >= 0 and int.from_bytes(content[end + 10 : end + 12], "little") > MOST_PARTS:
        raise _too_many()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if len(parts.infolist()) > MOST_PARTS:
                raise _too_many()
            yield parts
    except _DAMAGED:
        raise DamagedError from None


def _too_many() -> UnsafeError:
    return UnsafeError(f"has more than {MOST_PARTS:,} parts")


def unpacked(parts: zipfile.ZipFile, name: str, most: int, what: str) -> bytes:
    """Unpack one part.

    Raises:
        UnsafeError: it is encrypted, or has more than `most` bytes, which `what` says in words.
    """
    part = parts.getinfo(name)
    if part.flag_bits & 1:
        raise UnsafeError("is encrypted")
    if part.file_size > most:
        raise UnsafeError(f"holds more than {what}")
    with parts.open(part) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise UnsafeError(f"holds more than {what}")
    return content


def walk(xml: bytes, start: Start, end: Text, data: Text) -> None:
    """Go through the XML of a part; a name stands behind that of its namespace and a space.

    Raises:
        UnsafeError: it declares entities of its own.
        DamagedError: it is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data

    def refuse(*_: object) -> None:
        raise UnsafeError("declares entities of its own")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise DamagedError from None
