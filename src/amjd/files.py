"""Files: answers are read with a limit; a document is written whole or not at all."""

import contextlib
import errno
import os
import re
import stat
import sys
import tempfile
import time
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from amjd.characters import printable
from amjd.errors import AmjdError

_SHORT_NAME = 60
_PREFIX, _SUFFIX = ".amjd-", ".tmp"
_STALE = 60.0  # seconds; no write takes a tenth of it
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


def read_bytes(path: str, limit: int) -> bytes:
    """Read a regular file, or standard input for `-`, up to one byte more than the limit.

    Raises:
        AmjdError: the file cannot be read (exit code 4).
    """
    with explained(path, "read"):
        if path == "-":
            return sys.stdin.buffer.read(limit + 1)
        # Without O_NONBLOCK a pipe that nobody writes to would hang for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            mode = os.fstat(descriptor).st_mode
            if not (stat.S_ISREG(mode) or path.startswith("/dev/fd/")):
                kind = "a folder" if stat.S_ISDIR(mode) else "no regular file"
                raise AmjdError(f"{printable(path)} is {kind}.", "Name an answers file.")
            os.set_blocking(descriptor, True)
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(limit + 1)
        finally:
            os.close(descriptor)


def write_whole(
    path: Path, content: bytes, force: bool = False, private: bool = False, settle: bool = True
) -> None:
    """Write a file so that its readers see the old content or the new, and never a part.

    A new file appears only if nothing stood there; `force` replaces a regular file, keeping its
    mode, and writes through a symbolic link; `private` lets nobody else read a new file. A file
    that holds these bytes already is left alone. Without `settle` the caller syncs the folder.

    Raises:
        AmjdError: something stands there, or it cannot be written (exit code 4).
    """
    with explained(str(path), "written"):
        target = Path(os.path.realpath(path)) if force else path
        if _holds(target, content):
            return
        refuse_odd(target)
        if not force and os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "exists")
        _write_beside(target, content, force, private)
        if settle:
            sync_folder(target.parent)


def _holds(target: Path, content: bytes) -> bool:
    try:
        same_size = stat.S_ISREG(target.stat().st_mode) and target.stat().st_size == len(content)
        return same_size and target.read_bytes() == content
    except OSError:
        return False


def refuse_odd(target: Path) -> None:
    """Refuse folders, pipes and devices; a file that does not exist yet is fine."""
    with contextlib.suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            cure = f"Write {printable(str(target))}/ to put the posting into it."
            raise AmjdError(f"{printable(str(target))} is a folder.", cure)
        if not stat.S_ISREG(mode):
            cure = "Name a file, or - for standard output."
            raise AmjdError(f"{printable(str(target))} is no regular file.", cure)


def _write_beside(target: Path, content: bytes, force: bool, private: bool) -> None:
    # The name comes first, so that whatever stops this finds it to remove.
    name = target.parent / f"{_prefix(target)}{os.urandom(8).hex()}{_SUFFIX}"
    try:
        descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor has no path
            os.fchmod(descriptor, _mode(target, private))
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        if force:
            os.replace(name, target)  # noqa: PTH105 - one call beside os.link
        else:
            _appear(name, target)
    finally:
        name.unlink(missing_ok=True)


def _prefix(target: Path) -> str:
    # Its checksum, because the name itself may be as long as a name can be.
    return f"{_PREFIX}{zlib.crc32(os.fsencode(target.name)):08x}-"


def _appear(name: Path, target: Path) -> None:
    """Give the written file its name only if that is free: two runs cannot both win."""
    try:
        os.link(name, target)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
            raise
        # A file system without hard links: claim the name first, then replace the claim.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            os.replace(name, target)  # noqa: PTH105 - one call beside os.link
        except BaseException:
            target.unlink()
            raise


def _mode(target: Path, private: bool) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o600 if private else 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Make the names of the files in a folder as lasting as their content."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # nothing can have been written into it
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems cannot sync a folder; the file itself is safe.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


_CURES = {
    errno.ENOENT: "Check the name and its folder.",
    errno.EEXIST: "Take another name, or overwrite it with --force.",
    errno.EACCES: "Take a folder that you may write to.",
    errno.ENOTDIR: "Check the folder's name.",
    errno.ENOSPC: "Make room and try again.",
    errno.EDQUOT: "Make room and try again.",
    errno.EFBIG: "Raise the limit on file sizes and try again.",
    errno.EROFS: "Take a folder that you may write to.",
    errno.ENAMETOOLONG: "Take a shorter name.",
    errno.ELOOP: "Check the symbolic link.",
}


@contextlib.contextmanager
def explained(path: str, doing: str) -> Iterator[None]:
    """Turn what the system says about a file into an error with a cure (exit code 4)."""
    try:
        yield
    except OSError as error:
        said = (error.strerror or "it failed").lower()
        what = "exists already." if error.errno == errno.EEXIST else f"cannot be {doing}: {said}."
        cure = _CURES.get(error.errno or 0, "")
        if doing == "read" and error.errno == errno.EACCES:
            cure = "Ask for the right to read it."
        raise AmjdError(f"{printable(path)} {what}", cure) from None
    except ValueError:
        # A path with a NUL in it never reaches the system.
        raise AmjdError(f"{printable(path)} is no name for a file.", "Check the name.") from None


def write_stdout(content: bytes) -> None:
    """Write a document to standard output.

    Raises:
        AmjdError: it cannot be written (exit code 4).
        SystemExit: whoever read it has stopped, and nobody is left to tell.
    """
    if sys.stdout is None:
        raise AmjdError("standard output is closed.", "Name a file with --output.")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        forget_stream(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise SystemExit(4) from None
        said = (error.strerror or "it failed").lower()
        raise AmjdError(f"standard output cannot be written: {said}.") from None


def forget_stream(stream: TextIO) -> None:
    """Send a stream nowhere: what could not be written must not be tried again at exit."""
    with open(os.devnull, "wb") as sink:  # noqa: PTH123
        os.dup2(sink.fileno(), stream.fileno())


def check_folder(folder: Path) -> None:
    """Make sure that files can be written into a folder, before anybody works for one.

    Raises:
        AmjdError: they cannot (exit code 4).
    """
    with explained(str(folder), "written to"), tempfile.TemporaryFile(dir=folder):
        pass


def sweep(held: Path) -> None:
    """Remove what writes that were killed have left beside a file that nobody else writes now."""
    with contextlib.suppress(OSError):
        for path in held.parent.glob(f"{_PREFIX}*{_SUFFIX}"):
            is_stale = time.time() - path.stat().st_mtime > _STALE
            if is_stale or path.name.startswith(_prefix(held)):
                path.unlink()


def make_folder(folder: Path) -> None:
    """Make the folder if its parent exists.

    Raises:
        AmjdError: it cannot be made (exit code 4).
    """
    with explained(str(folder), "made"):
        folder.mkdir(exist_ok=True)


def safe_name(text: str) -> str:
    """Make a file name of any text: a-z, 0-9 and hyphens, 1 to 60 characters, no reserved word."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain)[:_SHORT_NAME].strip("-")
    if not name or _RESERVED.fullmatch(name):
        name = f"posting-{name}".rstrip("-")
    return name


def file_behind(name: str, writing: bool = False) -> object:
    """Return what two names of one file have in common; None for a stream that is no file.

    A file that is there is known by its device and number, so that every link leads to it; one
    that is not there yet by its resolved path. `-` is standard input, or output if `writing`.
    """
    try:
        if name == "-":
            stream = sys.stdout if writing else sys.stdin
            status = os.fstat(stream.fileno())
            return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None
        status = os.stat(name)  # noqa: PTH116 - beside os.fstat
        return status.st_dev, status.st_ino
    except (OSError, ValueError, AttributeError):
        # A stream may be closed, or none of the system's; the current folder may be gone.
        if name == "-":
            return None
        with contextlib.suppress(OSError, ValueError):
            return os.path.realpath(name)
        return name
