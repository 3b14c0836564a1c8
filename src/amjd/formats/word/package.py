"""A package of parts, as a zip file that depends on its parts alone.

Python's own writer reads all that was packed before each time that it adds to it, which takes
longer than to pack what differs from document to document.
"""

import struct
import zlib
from collections.abc import Sequence
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UNIX, _DEFLATED = 20, 3, 8
_TIME, _DAY = 0, 1 << 5 | 1  # midnight on the first of January 1980
_READABLE = 0o644 << 16
_AHEAD, _LEAST_BITS = 262, 9  # what deflate keeps of its window to look ahead, and its least one
_FAST = 3  # twice as fast as the usual 6, for a file that is a fortieth larger


class Packed(NamedTuple):
    """A part that is packed; `content` is deflated, `size` what it was before."""

    name: bytes
    content: bytes
    size: int
    checksum: int


def pack(name: str, part: str | bytes) -> Packed:
    """Pack one part, whose name is of ASCII."""
    content = part.encode() if isinstance(part, str) else part
    # A window for all of it, and no larger: to clear one takes as long as to fill it.
    bits = min((len(content) + _AHEAD).bit_length(), zlib.MAX_WBITS)
    deflater = zlib.compressobj(_FAST, wbits=-max(bits, _LEAST_BITS))
    deflated = deflater.compress(content) + deflater.flush()
    return Packed(name.encode("ascii"), deflated, len(content), zlib.crc32(content))


class Parts(NamedTuple):
    """Packed parts in their order, and what the directory of a package says of them."""

    content: bytes = b""
    directory: bytes = b""
    number: int = 0


def put(parts: Sequence[Packed], behind: Parts = Parts()) -> Parts:  # noqa: B008 - a tuple
    """Put packed parts behind others."""
    written, listed, at = [behind.content], [behind.directory], len(behind.content)
    for name, content, size, checksum in parts:
        sizes = (checksum, len(content), size, len(name), 0)
        flags = (0, _DEFLATED, _TIME, _DAY)
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *flags, *sizes) + name
        listed += (
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, _UNIX, _VERSION, 0, *flags, *sizes, 0, 0, 0, _READABLE, at
            ),
            name,
        )
        written += local, content
        at += len(local) + len(content)
    return Parts(b"".join(written), b"".join(listed), behind.number + len(parts))


def package(parts: Parts) -> bytes:
    """Make one file of parts."""
    content, directory, count = parts
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(content), 0)
    return content + directory + end
