"""Files: answers are read with a limit; a document is written whole or not at all."""

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

from amjd.files import system
from amjd.files.causes import patiently, remove
from amjd.files.placing import PREFIX, SUFFIX, prefix, sync, unsynced, write_beside
from amjd.files.refusals import explained, refuse_name
from amjd.files.streams import read_all, read_stdin, write_out
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_STALE = 60.0  # seconds; no write takes a tenth of it
_PATIENCE = 1.0  # seconds for whoever writes to a named pipe to open it


def read_bytes(path: str, limit: int, what: str = "an answers file") -> bytes:
    """Read a file or a pipe, or standard input for `-`, up to one byte more than the limit.

    `what` says which file is to be named instead of one that is none.

    Raises:
        AmjdError: it cannot be read, or nobody writes to the pipe (exit code 4).
    """
    if not path:
        raise AmjdError(f"the name of {what} is empty.", "Check where it came from.")
    with explained(path, "read"):
        if path == "-":
            return read_stdin(limit)
        descriptor = _opened(path, what)
        try:
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISFIFO(mode):
                begun = _begun(descriptor, path, what)
                return begun + read_all(descriptor, limit - len(begun))
            if not stat.S_ISREG(mode):
                kind = "a folder" if stat.S_ISDIR(mode) else "no regular file"
                raise _no_file(path, kind, what)
            return read_all(descriptor, limit)
        finally:
            os.close(descriptor)


def _opened(path: str, what: str) -> int:
    try:
        return patiently(lambda: os.open(path, system.TO_READ))
    except PermissionError:
        # Windows opens no folder, and says no more than that.
        if os.path.isdir(path):  # noqa: PTH112 - beside os.open
            raise _no_file(path, "a folder", what) from None
        raise


def _no_file(path: str, kind: str, what: str) -> AmjdError:
    return AmjdError(f"{printable(path)} is {kind}.", f"Name {what}.")


def _begun(descriptor: int, path: str, what: str) -> bytes:
    """Wait until a pipe has a writer; return what had to be read to find out."""
    if system.can_read(descriptor, _PATIENCE):
        return b""
    try:
        if begun := os.read(descriptor, 1):
            return begun
    except BlockingIOError:
        return b""  # a writer is there, and takes its time
    raise AmjdError(f"nobody writes to the pipe {printable(path)}.", f"Name {what}.")


def write_whole(
    path: Path,
    content: bytes,
    force: bool = False,
    private: bool = False,
    settle: bool = True,
    over_read_only: bool = False,
) -> tuple[str, ...]:
    """Write a file so that its readers see the old content or the new, and never a part.

    A new file appears only if nothing stood there; `force` replaces a regular file, keeping its
    mode, group and access list, and writes through a symbolic link; `private` lets nobody else
    read a new file. A file that holds these bytes already is left alone. Without `settle` the
    caller syncs the folder. Only where a file cannot be replaced, or not without taking it from
    its owner, is it written in place; a kill may leave a part of it there. One that its owner
    made read-only is only replaced with `over_read_only`.

    Returns what is to be said of it, in sentences: what its disk did not let it keep.

    Raises:
        AmjdError: something stands there, or it cannot be written (exit code 4).
    """
    with explained(str(path), "written"):
        target = behind_links(path) if force else path
        refuse_name(target)
        mode = refuse_odd(target)
        if mode and _holds(target, content):
            return ()
        if not force and os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "exists")
        if mode and not over_read_only and not mode & stat.S_IWUSR:
            raise _read_only(target)
        remarks = write_beside(target, content, force, private)
        if settle and not sync_folder(target.parent):
            remarks += (unsynced(target.parent),)
        return tuple(dict.fromkeys(remarks))


def is_read_only(path: Path) -> bool:
    """Whether the owner of a file has made it read-only, for others and themselves."""
    mode = _mode(path)
    return bool(mode) and not mode & stat.S_IWUSR


def _read_only(target: Path) -> AmjdError:
    message = f"{printable(str(target))} is read-only: somebody wants it kept as it is."
    return AmjdError(message, "Take another name, or make it writable first.")


def is_pipe(path: Path) -> bool:
    """Whether there is a named pipe, as some shells make of >(...)."""
    return stat.S_ISFIFO(_mode(path))


def is_file(path: Path) -> bool:
    """Whether there is a regular file, as far as can be told."""
    return stat.S_ISREG(_mode(path))


def _mode(path: Path) -> int:
    """Return the kind and mode of what is there; zero if nothing is, or it cannot be told."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def write_pipe(path: Path, content: bytes) -> None:
    """Write to a named pipe, if somebody reads from it.

    Raises:
        AmjdError: nobody does, or it cannot be written (exit code 4).
    """
    with explained(str(path), "written"):
        descriptor = _opened_pipe(path)
        try:
            write_out(descriptor, content)
        finally:
            os.close(descriptor)


def _opened_pipe(path: Path) -> int:
    """Open a pipe, waiting a moment for whoever will read from it."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return os.open(path, system.TO_PIPE)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
        if time.monotonic() > end:
            message = f"{printable(str(path))} is no regular file but a pipe, and nobody reads it."
            raise AmjdError(message, "Name a file, or - for standard output.")
        time.sleep(0.01)


def behind_links(path: Path) -> Path:
    """Return where a file really is.

    Raises:
        AmjdError: the current folder is gone (exit code 4).
    """
    with explained(str(path), "found"):
        real = Path(os.path.realpath(path))
        if real.is_symlink():  # it leads to itself, or could not be followed
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        return real


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def refuse_odd(target: Path) -> int:
    """Refuse folders, pipes and devices; return the mode of a file, zero if there is none yet."""
    name = printable(str(target))
    with explained(str(target), "written"), contextlib.suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            raise AmjdError(f"{name} is a folder.", f"Write {name}/ to put a file into it.")
        if not stat.S_ISREG(mode):
            raise AmjdError(f"{name} is no regular file.", "Name a file, or - for standard output.")
        return mode
    return 0


def sync_folder(folder: Path) -> bool:
    """Make the names of the files in a folder as lasting as their content, where its disk can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return True  # nothing can have been written into it, or it may not be listed
    with explained(str(folder), "saved to the disk"):
        try:
            return sync(descriptor)
        finally:
            os.close(descriptor)


def check_folder(folder: Path) -> None:
    """Make sure that files can be written into a folder, before anybody works for one.

    Raises:
        AmjdError: they cannot (exit code 4).
    """
    # It is named as files are that are written, so that it is swept if it has to stay.
    name = folder / f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}"
    with explained(str(folder), "written to"):
        try:
            os.close(os.open(name, system.TO_MAKE, 0o600))
        finally:
            remove(name)


def sweep(folder: Path, held: Path | None = None) -> None:
    """Remove what writes that were killed have left in a folder.

    Of a file that nobody else can write now, which is `held`, all is; of others what is so old that
    no write goes on.
    """
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - most are no such files, and need no path
            if name.startswith(PREFIX) and name.endswith(SUFFIX):
                _sweep(folder / name, held is not None and name.startswith(prefix(held)))


def _sweep(path: Path, is_ours: bool) -> None:
    with contextlib.suppress(OSError):  # one that cannot be removed keeps no other
        if is_ours or time.time() - path.stat().st_mtime > _STALE:
            path.unlink()


def make_folder(folder: Path) -> None:
    """Make the folder if its parent exists.

    Raises:
        AmjdError: it cannot be made (exit code 4).
    """
    with explained(str(folder), "made"):
        if os.path.lexists(folder) and not folder.is_dir():
            raise AmjdError(f"{printable(str(folder))} is no folder.", "Take another name.")
        folder.mkdir(exist_ok=True)
