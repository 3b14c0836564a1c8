"""How a document gets its place: beside the old one first, and then in one step instead of it.

Folders on a network, sticks and mounted files cannot do all of that. What they refuse is done as
well as it can be, and what a file could not keep is returned in words.
"""

import contextlib
import errno
import os
import zlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from amjd.files import causes, system
from amjd.files.causes import patiently, refused, remove
from amjd.text.characters import joined, printable
from amjd.text.errors import AmjdError

PREFIX, SUFFIX = ".amjd-", ".tmp"


def write_beside(target: Path, content: bytes, force: bool, private: bool) -> tuple[str, ...]:
    """Write a file under a name of its own, and give it its place; an OSError is the caller's.

    Returns what is to be said of it, in sentences.
    """
    # The name comes first, so that whatever stops this finds it to remove.
    name = target.parent / f"{prefix(target)}{os.urandom(8).hex()}{SUFFIX}"
    try:
        remarks = _placed(name, target, content, force, private)
    finally:
        is_removed = remove(name)
    return remarks if is_removed else (*remarks, f"{printable(str(name))} could not be removed.")


def _placed(
    name: Path, target: Path, content: bytes, force: bool, private: bool
) -> tuple[str, ...]:
    there = _status(target) if force else None
    # A new file gets what the umask says, or the access list that its folder hands down.
    mode = 0o600 if private or there else 0o666
    try:
        descriptor = patiently(lambda: os.open(name, system.TO_MAKE, mode))
    except OSError as error:
        if not there or not refused(error):
            raise
        # Who may not add a file to the folder may yet change the one that is there.
        _write_into(target, content, error)
        return ()
    try:
        lost = system.take_over(descriptor, target, there) if there else ()
        is_open = private and not there and system.is_open_to_others(descriptor)
        _write(descriptor, content)
        is_safe = sync(descriptor)
    finally:
        os.close(descriptor)
    if not force:
        _appear(name, target, content, mode)
        lost = ()
    elif not _is_renamed(name, target, content, lost):
        lost = ()
    return tuple(_remarks(target, is_open, is_safe, lost))


def _remarks(target: Path, is_open: bool, is_safe: bool, lost: Sequence[str]) -> Iterator[str]:
    name = printable(str(target))
    if is_open:
        yield f"{name} can be read by others: its disk keeps no files for one alone."
    if lost:
        kept = joined(lost, "and")
        yield f"{name} could not keep its {kept}. See that all who need it can still open it."
    if not is_safe:
        yield unsynced(target.parent)


def unsynced(folder: Path) -> str:
    """Say what it means that a folder's disk cannot be synced."""
    return (
        f"the disk of {printable(str(folder))} does not say when a file is safe on it. "
        "Wait a little before you unplug it or switch off."
    )


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _is_renamed(name: Path, target: Path, content: bytes, lost: Collection[str] = ()) -> bool:
    """Rename a file, or write its content into the target; return whether it was renamed.

    It is written where to rename would lose something of the target, or is refused.
    """
    if lost:
        with contextlib.suppress(PermissionError):
            _write_into(target, content)
            return False
    try:
        causes.replace(name, target)
    except OSError as error:
        if not refused(error):
            raise
        _write_into(target, content, error)
        return False
    return True


def _write_into(target: Path, content: bytes, why: OSError | None = None) -> None:
    """Write a file in place; a fault puts the old content back.

    `why` is why it could not be replaced, and is what is raised if it cannot be opened either.
    """
    try:
        file = patiently(lambda: target.open("r+b", buffering=0))
    except OSError as error:
        if why is None:
            raise
        if why.errno == errno.EBUSY:
            raise _mounted(target, error) from None
        raise why from None
    with file:
        old = file.read()
        try:
            _overwrite(file.fileno(), content, len(old))
        except BaseException:
            _put_back(file.fileno(), old)
            raise


def _mounted(target: Path, error: OSError) -> AmjdError:
    name, said = printable(str(target)), causes.said(error)
    message = f"{name} is in use or mounted there by itself: {said}."
    return AmjdError(message, "Mount its folder instead, or take another name.")


def _overwrite(descriptor: int, content: bytes, size: int) -> None:
    """Write over the content of a file of that size, in bytes."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    # Where there is no room, that shows before anything is written.
    if size < len(content):
        os.ftruncate(descriptor, len(content))
    _write(descriptor, content)
    if size > len(content):
        os.ftruncate(descriptor, len(content))
    sync(descriptor)


def _put_back(descriptor: int, old: bytes) -> None:
    """Leave the old content where the new one could not be written, as far as that is possible."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        _write(descriptor, old)
    finally:
        os.ftruncate(descriptor, len(old))
        sync(descriptor)


def _write(descriptor: int, content: bytes) -> None:
    # Not as a stream is written: a file that says EAGAIN is locked, and is not waited for.
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def prefix(target: Path) -> str:
    """Begin the names under which a file is written before it gets its own."""
    # Its checksum, because the name itself may be as long as a name can be.
    return f"{PREFIX}{zlib.crc32(os.fsencode(target.name)):08x}-"


def _appear(name: Path, target: Path, content: bytes, mode: int) -> None:
    """Give the written file its name only if that is free: two runs cannot both win."""
    try:
        patiently(lambda: os.link(name, target))
    except OSError as error:
        if error.errno == errno.EEXIST:
            raise
        # A file system without hard links, whatever it says of them: claim the name first, then
        # replace the claim.
        claim = os.open(target, system.TO_MAKE, mode)
        try:
            os.close(claim)
            _is_renamed(name, target, content)
        except BaseException:
            remove(target)
            raise


def sync(descriptor: int) -> bool:
    """Sync a file or a folder; return whether its file system can: some shared ones cannot."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        # A disk that turned read-only meanwhile has lost what was written.
        if error.errno == errno.EROFS or not refused(error):
            raise
        return False
    return True
