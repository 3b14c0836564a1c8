"""What the system refuses, said with the name of the file and what to do."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from amjd.text.characters import printable
from amjd.text.errors import AmjdError

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

# What a disk says of something that it does not do, or not here: it may be done in another way.
_REFUSALS = (
    errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP,
    errno.EBUSY, errno.EXDEV, errno.EROFS, errno.ENOLCK, errno.EMLINK,
)  # fmt: skip


def refused(error: OSError) -> bool:
    """Whether something is refused as such; else it has failed."""
    return error.errno in _REFUSALS


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
