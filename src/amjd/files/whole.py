"""Files: answers are read with a limit; a document is written whole or not at all."""

import contextlib
import errno
import os
import re
import select
import stat
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from amjd.files.placing import PREFIX, SUFFIX, prefix, sync, write_beside
from amjd.files.streams import read_all, read_stdin
from amjd.text.characters import printable
from amjd.text.errors import AmjdError
from amjd.text.patterns import compile_later

_SHORT_NAME = 60
_STALE = 60.0  # seconds; no write takes a tenth of it
_PATIENCE = 1.0  # seconds for whoever writes to a named pipe to open it
_RESERVED = compile_later(r"(con|prn|aux|nul|com\d|lpt\d)")


def read_bytes(path: str, limit: int) -> bytes:
    """Read a file or a pipe, or standard input for `-`, up to one byte more than the limit.

    Raises:
        AmjdError: it cannot be read, or nobody writes to the pipe (exit code 4).
    """
    if not path:
        raise AmjdError("the name of an answers file is empty.", "Check where it came from.")
    with explained(path, "read"):
        if path == "-":
            return read_stdin(limit)
        # Without O_NONBLOCK a pipe that nobody writes to would hang for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISFIFO(mode):
                begun = _begun(descriptor, path)
                return begun + read_all(descriptor, limit - len(begun))
            if not stat.S_ISREG(mode):
                kind = "a folder" if stat.S_ISDIR(mode) else "no regular file"
                raise AmjdError(f"{printable(path)} is {kind}.", "Name an answers file.")
            return read_all(descriptor, limit)
        finally:
            os.close(descriptor)


def _begun(descriptor: int, path: str) -> bytes:
    """Wait until a pipe has a writer; return what had to be read to find out."""
    if select.select([descriptor], [], [], _PATIENCE)[0]:
        return b""
    try:
        if begun := os.read(descriptor, 1):
            return begun
    except BlockingIOError:
        return b""  # a writer is there, and takes its time
    raise AmjdError(f"nobody writes to the pipe {printable(path)}.", "Name an answers file.")


def write_whole(
    path: Path, content: bytes, force: bool = False, private: bool = False, settle: bool = True
) -> None:
    """Write a file so that its readers see the old content or the new, and never a part.

    A new file appears only if nothing stood there; `force` replaces a regular file, keeping its
    mode, group and access list, and writes through a symbolic link; `private` lets nobody else
    read a new file. A file that holds these bytes already is left alone. Without `settle` the
    caller syncs the folder. Only where a file cannot be replaced, or not without taking it from
    its owner, is it written in place; a kill may leave a part of it there.

    Raises:
        AmjdError: something stands there, or it cannot be written (exit code 4).
    """
    with explained(str(path), "written"):
        target = behind_links(path) if force else path
        if _holds(target, content):
            return
        refuse_odd(target)
        if not force and os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "exists")
        write_beside(target, content, force, private)
        if settle:
            sync_folder(target.parent)


def behind_links(path: Path) -> Path:
    """Return where a file really is.

    Raises:
        AmjdError: the current folder is gone (exit code 4).
    """
    with explained(str(path), "found"):
        return Path(os.path.realpath(path))


def _holds(target: Path, content: bytes) -> bool:
    try:
        same_size = stat.S_ISREG(target.stat().st_mode) and target.stat().st_size == len(content)
        return same_size and target.read_bytes() == content
    except OSError:
        return False


def refuse_odd(target: Path) -> None:
    """Refuse folders, pipes and devices; a file that does not exist yet is fine."""
    name = printable(str(target))
    with explained(str(target), "written"), contextlib.suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            raise AmjdError(f"{name} is a folder.", f"Write {name}/ to put a file into it.")
        if not stat.S_ISREG(mode):
            raise AmjdError(f"{name} is no regular file.", "Name a file, or - for standard output.")


def sync_folder(folder: Path) -> None:
    """Make the names of the files in a folder as lasting as their content."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # nothing can have been written into it
    try:
        with explained(str(folder), "saved to the disk"):
            sync(descriptor)
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
        raise explanation(error, path, doing) from None
    except ValueError:
        # A path with a NUL in it never reaches the system.
        raise AmjdError(f"{printable(path)} is no name for a file.", "Check the name.") from None


def explanation(error: OSError, path: str | bytes | int | None, doing: str) -> AmjdError:
    """Say what the system refused: for which file, if that is known, and what to do."""
    said = (error.strerror or "it failed").lower()
    if _is_adrift(error, path):
        message = "the folder you are in was removed."
        return AmjdError(message, "Change to another folder and try again.")
    if not isinstance(path, str | bytes):
        return AmjdError(f"amjd cannot go on: {said}.", "amjd --debug shows where.")
    name = printable(os.fsdecode(path))
    if error.errno == errno.EEXIST:
        return AmjdError(f"{name} exists already.", _CURES[errno.EEXIST])
    cure = _CURES.get(error.errno or 0, "")
    if doing == "read" and error.errno == errno.EACCES:
        cure = "Ask for the right to read it."
    return AmjdError(f"{name} cannot be {doing}: {said}.", cure)


def _is_adrift(error: OSError, path: str | bytes | int | None) -> bool:
    """Whether nothing is found because the current folder is gone."""
    is_absolute = isinstance(path, str | bytes) and Path(os.fsdecode(path)).is_absolute()
    if error.errno != errno.ENOENT or is_absolute:
        return False
    try:
        os.getcwd()  # noqa: PTH109 - it is asked for its error alone
    except FileNotFoundError:
        return True
    return False


def check_folder(folder: Path) -> None:
    """Make sure that files can be written into a folder, before anybody works for one.

    Raises:
        AmjdError: they cannot (exit code 4).
    """
    import tempfile  # half a hundred modules of the library, and only an interview asks this

    with explained(str(folder), "written to"), tempfile.TemporaryFile(dir=folder):
        pass


def sweep(held: Path) -> None:
    """Remove what writes that were killed have left beside a file that nobody else writes now."""
    with contextlib.suppress(OSError):
        for path in held.parent.glob(f"{PREFIX}*{SUFFIX}"):
            is_stale = time.time() - path.stat().st_mtime > _STALE
            if is_stale or path.name.startswith(prefix(held)):
                path.unlink()


def make_folder(folder: Path) -> None:
    """Make the folder if its parent exists.

    Raises:
        AmjdError: it cannot be made (exit code 4).
    """
    with explained(str(folder), "made"):
        folder.mkdir(exist_ok=True)


def at_home(name: str) -> str:
    """Read a ~ as a shell does, except in the name of a file that is there."""
    if not name.startswith("~") or os.path.lexists(name):
        return name
    return os.path.expanduser(name)  # noqa: PTH111 - it keeps the slash of a folder


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
