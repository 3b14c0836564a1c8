"""Why the system lets something not be done with a file: it is refused, or somebody has it open.

Windows keeps a file that one program has open from the others. A scanner of viruses, an indexer or
a synchronizer has it open for a moment, which is waited for; Word, until somebody closes it there.
Source: System Error Codes of Windows.
"""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_Done = TypeVar("_Done")

DENIED = 5
SHARING = frozenset({32, 33, 1224})  # open, locked in part, or mapped into memory by another
MOMENT = 1.0  # seconds
_PAUSE = 0.05


# What a disk says of something that it does not do, or not here: it may be done in another way.
_REFUSALS = (
    errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP,
    errno.EBUSY, errno.EXDEV, errno.EROFS, errno.ENOLCK, errno.EMLINK,
)  # fmt: skip


def refused(error: OSError) -> bool:
    """Whether something is refused as such; else it has failed."""
    return error.errno in _REFUSALS


def said(error: OSError) -> str:
    """Return the system's words for an error, to stand inside a sentence."""
    return (error.strerror or "it failed").lower()


class InUseError(PermissionError):
    """A file is open in another program, of which Windows only says that access is denied."""


def number(error: OSError) -> int:
    """Return the number by which Windows knows an error; 0 for those of other systems."""
    return getattr(error, "winerror", None) or 0


def is_held(error: OSError) -> bool:
    """Whether another program has the file open."""
    return isinstance(error, InUseError) or number(error) in SHARING


def patiently(act: Callable[[], _Done], *also: int) -> _Done:
    """Try again for a moment while another program has the file open; an OSError is the caller's.

    `also` are further numbers of errors that may be over in a moment.
    """
    end = time.monotonic() + MOMENT
    while True:
        try:
            return act()
        except OSError as error:
            if not (is_held(error) or number(error) in also) or time.monotonic() > end:
                raise
        time.sleep(_PAUSE)


def replace(name: Path, target: Path) -> None:
    """Rename a file to the name of another one; an OSError is the caller's.

    Raises:
        InUseError: another program has that one open.
    """
    try:
        patiently(lambda: os.replace(name, target), DENIED)  # noqa: PTH105 - beside os.link
    except PermissionError as error:
        if number(error) == DENIED and _is_writable(target):
            raise InUseError(errno.EACCES, "it is open in another program") from None
        raise


def remove(file: Path) -> bool:
    """Remove a file if it is there; return whether it is gone."""
    for _ in range(2):  # a folder on a network may need another try
        with contextlib.suppress(OSError):
            patiently(lambda: file.unlink(missing_ok=True), DENIED)
            return True
    return not os.path.lexists(file)


def _is_writable(target: Path) -> bool:
    """Whether nothing but a program that has it open keeps a file from being replaced.

    Its folder takes files, because the one that is to replace it was just written there.
    """
    try:
        return bool(target.stat().st_mode & stat.S_IWUSR)
    except OSError:
        return False
