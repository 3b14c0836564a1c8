"""Names of files: as they are typed, made of any text, and two that lead to one file."""

import contextlib
import errno
import os
import re
import stat
import sys
import unicodedata

from amjd.files import system
from amjd.files.refusals import explanation
from amjd.files.windows_names import DEVICES
from amjd.text.patterns import compile_later

_SHORT_NAME = 60
_RESERVED = compile_later(DEVICES)


def is_folder_name(name: str) -> bool:
    """Whether a name says that it is a folder's: it ends in a slash, or in one of Windows there."""
    return name.endswith(system.SLASHES)


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

    Raises:
        AmjdError: the system does not say (exit code 4).
    """
    try:
        if name == "-":
            stream = sys.stdout if writing else sys.stdin
            status = os.fstat(stream.fileno())
            return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None
        status = os.stat(name)  # noqa: PTH116 - beside os.fstat
        return status.st_dev, status.st_ino
    except (OSError, ValueError, AttributeError) as error:
        # A stream may be closed, or none of the system's.
        if name == "-":
            return None
        # What is not known may be the answers, which nothing shall be written over.
        if isinstance(error, OSError) and error.errno not in (errno.ENOENT, errno.ENOTDIR):
            raise explanation(error, name, "used") from None
        with contextlib.suppress(OSError, ValueError):  # the current folder may be gone
            return os.path.realpath(name)
        return name
