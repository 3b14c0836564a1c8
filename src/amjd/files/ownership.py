"""Whose a file is, and who may use it: what a file that replaces another one takes over."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from amjd.files.causes import refused

assert sys.platform != "win32"  # reached through `system` alone

# Access lists as Linux keeps them: those of POSIX, and those of an NFS 4 server.
_LISTS = ("system.posix_acl_access", "system.nfs4_acl")
_NO_LIST = (errno.ENODATA, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)


def take_over(descriptor: int, target: Path, there: os.stat_result) -> tuple[str, ...]:
    """Give a new file the owner, group, access list and mode of the one that it is to replace.

    Returns what it could not take over: only the administrator may give a file away, others only
    to a group of theirs, and some disks keep nothing of the kind.
    """
    if not _is_whose(descriptor, there):
        for owner in (there.st_uid, -1):
            with _where_that_can_be():
                os.fchown(descriptor, owner, there.st_gid)
                break
    has_list = _takes_access_lists(descriptor, target)
    new = os.fstat(descriptor)
    mode = _mode(there, new)
    if stat.S_IMODE(new.st_mode) != mode:  # what keeps no modes would refuse it
        with _where_that_can_be():
            os.fchmod(descriptor, mode)
        new = os.fstat(descriptor)
    kept = {
        "owner": new.st_uid == there.st_uid,
        "group": new.st_gid == there.st_gid,
        "access list": has_list,
        "mode": stat.S_IMODE(new.st_mode) == mode,
    }
    return tuple(what for what in kept if not kept[what])


def _is_whose(descriptor: int, there: os.stat_result) -> bool:
    new = os.fstat(descriptor)
    return (new.st_uid, new.st_gid) == (there.st_uid, there.st_gid)


def _mode(there: os.stat_result, new: os.stat_result) -> int:
    """Return the mode to keep; another group than the one it was meant for gets what all get."""
    mode = stat.S_IMODE(there.st_mode)
    if new.st_gid == there.st_gid:
        return mode
    return (mode & ~0o070) | (mode & (mode & 0o007) << 3)


@contextlib.contextmanager
def _where_that_can_be() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if not refused(error):
            raise


if sys.platform == "linux":

    def _takes_access_lists(descriptor: int, target: Path) -> bool:
        """Copy the lists, or drop what the folder handed down; return whether that is done."""
        taken = [_takes_list(descriptor, target, name) for name in _LISTS]
        return all(taken)

    def _takes_list(descriptor: int, target: Path, name: str) -> bool:
        try:
            wanted, own = _list_of(target, name), _list_of(descriptor, name)
            if wanted == own:
                return True
            if wanted is None:
                os.removexattr(descriptor, name)
            else:
                os.setxattr(descriptor, name, wanted)
        except OSError as error:
            if not refused(error):
                raise
            return False
        return True

    def _list_of(file: int | Path, name: str) -> bytes | None:
        try:
            return os.getxattr(file, name)
        except OSError as error:
            if error.errno not in _NO_LIST:
                raise
            return None

else:

    def _takes_access_lists(descriptor: int, target: Path) -> bool:  # noqa: ARG001
        return True  # Python knows of none here


def is_open_to_others(descriptor: int) -> bool:
    """Whether others than its owner may use a file, whatever mode it was made with."""
    return bool(stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o077)
