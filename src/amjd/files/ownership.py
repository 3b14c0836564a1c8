"""Whose a file is, and who may use it: what a file that replaces another one takes over."""

import contextlib
import os
import stat
import sys
from pathlib import Path

assert sys.platform != "win32"  # reached through `system` alone

_ACCESS_LIST = "system.posix_acl_access"


def take_over(descriptor: int, target: Path, there: os.stat_result) -> bool:
    """Give a new file the group, access list and mode of the one that it is to replace.

    Returns whether owner and group are the same now: only the administrator may give a file
    away, and others only to a group of theirs.
    """
    if not _is_whose(descriptor, there):
        for owner in (there.st_uid, -1):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, owner, there.st_gid)
                break
    _take_access_list(descriptor, target)
    os.fchmod(descriptor, stat.S_IMODE(there.st_mode))
    return _is_whose(descriptor, there)


def _is_whose(descriptor: int, there: os.stat_result) -> bool:
    new = os.fstat(descriptor)
    return (new.st_uid, new.st_gid) == (there.st_uid, there.st_gid)


def _take_access_list(descriptor: int, target: Path) -> None:
    """Copy the list, or drop the one that the folder handed down, where there are such lists."""
    if sys.platform != "linux":
        return
    try:
        wanted = os.getxattr(target, _ACCESS_LIST)
    except OSError:
        with contextlib.suppress(OSError):
            os.removexattr(descriptor, _ACCESS_LIST)
        return
    with contextlib.suppress(OSError):
        os.setxattr(descriptor, _ACCESS_LIST, wanted)
