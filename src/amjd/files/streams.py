"""Standard input, output and error: read whole and written whole, whatever state they are in.

Another program may have made them non-blocking, and Python may run unbuffered; then a plain read
or write does a part of its work and says nothing.
"""

import codecs
import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from typing import TextIO

from amjd.files import causes, system
from amjd.text.characters import typewritten
from amjd.text.errors import AmjdError

_CHUNK = 65536
_STDOUT = 1


def read_stdin(limit: int) -> bytes:
    """Read standard input up to one byte more than the limit; an OSError is the caller's."""
    descriptor = _descriptor(sys.stdin)
    if descriptor is None:
        return sys.stdin.buffer.read(limit + 1)
    return read_all(descriptor, limit)


def read_all(descriptor: int, limit: int) -> bytes:
    """Read to the end, but at most one byte more than the limit; wait for what is not there yet."""
    content = bytearray()
    while len(content) <= limit:
        try:
            chunk = os.read(descriptor, min(_CHUNK, limit + 1 - len(content)))
        except BlockingIOError:
            system.can_read(descriptor)
            continue
        if not chunk:
            break
        content += chunk
    return bytes(content)


def write_all(stream: TextIO, content: bytes) -> None:
    """Write all of it, waiting for whoever reads; an OSError is the caller's."""
    stream.flush()
    descriptor = _descriptor(stream)
    if descriptor is not None:
        return write_out(descriptor, content)
    stream.buffer.write(content)
    return stream.flush()


def _descriptor(stream: TextIO) -> int | None:
    """Return where to read or write bytes; None where only the stream itself can."""
    try:
        return None if system.needs_stream(stream) else stream.fileno()
    except io.UnsupportedOperation:  # in memory, or not there at all
        return None


def write_out(descriptor: int, content: bytes) -> None:
    """Write all of it to what is open, waiting for whoever reads; an OSError is the caller's."""
    rest = memoryview(content)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:
            system.wait_to_write(descriptor)


def descriptor_of(name: str) -> int | None:
    """Return which open stream a name stands for, if it does: shells make such names of >(...)."""
    if not name.startswith(("/dev/", "/proc/")):
        return None
    known = {"/dev/stdout": 1, "/dev/stderr": 2}
    match = re.fullmatch(r"/(?:dev|proc/self)/fd/([0-9]{1,9})", name)
    return int(match[1]) if match else known.get(name)


def write_stdout(content: bytes) -> None:
    """Write a document to standard output.

    Raises:
        AmjdError: it cannot be written (exit code 4).
        SystemExit: whoever read it has stopped, and nobody is left to tell.
    """
    _write_document(sys.stdout, content)


def write_stream(descriptor: int, content: bytes) -> None:
    """Write a document to standard output, or to another stream that is open; as write_stdout."""
    if descriptor == _STDOUT:
        return write_stdout(content)
    with _document(f"/dev/fd/{descriptor}"):
        return write_out(descriptor, content)


def _write_document(stream: TextIO | None, content: bytes) -> None:
    if stream is None:
        # Not every command that prints has an --output.
        raise AmjdError("standard output is closed.", "Send it to a file.")
    with _document("standard output"):
        write_all(stream, content)


@contextlib.contextmanager
def _document(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise SystemExit(4) from None
    except OSError as error:
        message = f"{name} cannot be written: {causes.said(error)}."
        raise AmjdError(message, "Send it somewhere else.") from None


@contextlib.contextmanager
def whole() -> Iterator[None]:
    """Let all that is printed while it runs be written whole, by Typer and prompts too.

    What of standard output is not written ends the program with 4, as a document's does.
    """
    out, error = sys.stdout, sys.stderr
    sys.stdout = _over(_Document(out), out)
    if error is not None:
        sys.stderr = _over(_Whole(error), error)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, error


def _over(raw: "_Whole", stream: TextIO | None) -> io.TextIOWrapper:
    # Whoever reads a pipe or a file later may have another code page, and so may another program.
    encoding = stream.encoding if stream and stream.isatty() else "utf-8"
    codecs.register_error("amjd", _shown_otherwise)
    return io.TextIOWrapper(raw, encoding, "amjd", newline="\n", write_through=True)


def _shown_otherwise(error: UnicodeError) -> tuple[str, int]:
    """Write what an old terminal cannot show with the characters that it has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return typewritten(error.object[error.start : error.end]), error.end


class _Whole(io.RawIOBase):
    """What stands behind a stream that is written whole; it keeps nothing back."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self.name = stream.name if stream else ""

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    def fileno(self) -> int:
        if self._stream is None:
            raise io.UnsupportedOperation
        return self._stream.fileno()

    def write(self, content: "bytes | memoryview") -> int:  # type: ignore[override]
        if content:
            self._write(bytes(content))
        return len(content)

    def _write(self, content: bytes) -> None:
        if self._stream is not None:
            write_all(self._stream, content)


class _Document(_Whole):
    """Standard output; Typer would end by itself, with another code, at an OSError."""

    def _write(self, content: bytes) -> None:
        _write_document(self._stream, content)
