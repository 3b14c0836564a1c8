"""How a document gets its place: beside the old one first, and then in one step instead of it."""

import contextlib
import errno
import os
import zlib
from pathlib import Path

from amjd.files import system

PREFIX, SUFFIX = ".amjd-", ".tmp"


def write_beside(target: Path, content: bytes, force: bool, private: bool) -> None:
    """Write a file under a name of its own, and give it its place; an OSError is the caller's."""
    # The name comes first, so that whatever stops this finds it to remove.
    name = target.parent / f"{prefix(target)}{os.urandom(8).hex()}{SUFFIX}"
    there = _status(target) if force else None
    try:
        # A new file gets what the umask says, or the access list that its folder hands down.
        mode = 0o600 if private or there else 0o666
        descriptor = os.open(name, system.TO_MAKE, mode)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor has no path
            keeps_owner = there is None or system.take_over(descriptor, target, there)
            file.write(content)
            file.flush()
            sync(descriptor)
        if not force:
            _appear(name, target)
        else:
            _replace(name, target, content, keeps_owner)
    finally:
        name.unlink(missing_ok=True)


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _replace(name: Path, target: Path, content: bytes, keeps_owner: bool) -> None:
    if not keeps_owner:
        with contextlib.suppress(PermissionError):
            _write_into(target, content)
            return
    try:
        os.replace(name, target)  # noqa: PTH105 - one call beside os.link
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        _write_into(target, content)  # it is mounted there by itself, as containers do


def _write_into(target: Path, content: bytes) -> None:
    """Write a file in place; a fault puts the old content back."""
    with target.open("r+b", buffering=0) as file:
        old = file.read()
        try:
            _overwrite(file.fileno(), content)
        except BaseException:
            _overwrite(file.fileno(), old)
            raise


def _overwrite(descriptor: int, content: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.ftruncate(descriptor, len(content))
    sync(descriptor)


def prefix(target: Path) -> str:
    """Begin the names under which a file is written before it gets its own."""
    # Its checksum, because the name itself may be as long as a name can be.
    return f"{PREFIX}{zlib.crc32(os.fsencode(target.name)):08x}-"


def _appear(name: Path, target: Path) -> None:
    """Give the written file its name only if that is free: two runs cannot both win."""
    try:
        os.link(name, target)
    except OSError as error:
        if error.errno == errno.EEXIST:
            raise
        # A file system without hard links, whatever it says of them: claim the name first, then
        # replace the claim.
        os.close(os.open(target, system.TO_MAKE, 0o600))
        try:
            os.replace(name, target)  # noqa: PTH105 - one call beside os.link
        except BaseException:
            target.unlink()
            raise


def sync(descriptor: int) -> None:
    """Sync a file or a folder, where its file system can: some shared ones cannot."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
