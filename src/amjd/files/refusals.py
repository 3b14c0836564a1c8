"""What the system refuses, said with the name of the file and what to do."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from amjd.files import causes, system
from amjd.text.characters import printable, printable_line
from amjd.text.errors import AmjdError
from amjd.text.patterns import compile_later

_LONGEST = 255  # letters of a name, of which each takes one byte at least

_CURES = {
    errno.ENOENT: "Check the name and its folder.",
    errno.EEXIST: "Take another name, or overwrite it with --force.",
    errno.EACCES: "Take a folder that you may write to.",
    errno.EPERM: "See whether it is locked, or take another name or folder.",
    errno.ENOTDIR: "Check the folder's name.",
    errno.ENOSPC: "Make room and try again.",
    errno.EDQUOT: "Make room and try again.",
    errno.EFBIG: "Raise the limit on file sizes and try again.",
    errno.EROFS: "Take a folder that you may write to.",
    errno.ELOOP: "Check the symbolic link.",
    errno.EISDIR: "Name a file.",
    # A stick that was made for Windows takes no such name, other disks none that is no UTF-8.
    errno.EINVAL: "Take a name of plain letters and digits, or another folder.",
    errno.EILSEQ: "Take a name of plain letters and digits.",
}
_TO_READ = {
    errno.EACCES: "Ask for the right to read it.",
    errno.EPERM: "Ask for the right to read it, on a Mac in Privacy & Security of its settings.",
}

# What Windows alone says. Its numbers mean more than those of C beside them.
_OF_WINDOWS = {
    123: 'Take a name without the signs < > : " / \\ | ? *.',
    161: "Check the name.",
    206: "Take a shorter name, or a folder whose own name is shorter.",
    225: "Ask whoever looks after the virus scanner here.",
    267: "Check the folder's name.",
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
    said = causes.said(error)
    if _is_adrift(error, path):
        message = "the folder you are in was removed."
        return AmjdError(message, "Change to another folder and try again.")
    if not isinstance(path, str | bytes):
        return AmjdError(f"amjd cannot go on: {said}.", "amjd --debug shows where.")
    name = _shown(os.fsdecode(path))
    if error.errno == errno.EEXIST:
        return AmjdError(f"{name} exists already.", _CURES[errno.EEXIST])
    if causes.is_held(error):
        return HeldError(name)
    return AmjdError(f"{name} cannot be {doing}: {said}.", _cure(error, os.fsdecode(path), doing))


def _shown(name: str) -> str:
    """Show a name; one whose end nobody would see stands in quotes."""
    shown = printable_line(name)
    return shown if name == name.strip() else f'"{shown}"'


def where_to_close(name: str) -> str:
    """Say where a file is likely to be open."""
    return "in Word" if name.lower().endswith((".docx", ".doc")) else "there"


class HeldError(AmjdError):
    """Another program has the file open, until somebody closes it there."""

    def __init__(self, name: str) -> None:
        """Say where to close it; `name` is printable."""
        cure = f"Close it {where_to_close(name)}, then try again."
        super().__init__(f"{name} is open in another program.", cure)


def _cure(error: OSError, name: str, doing: str) -> str:
    if found := _OF_WINDOWS.get(causes.number(error)):
        return found
    if error.errno == errno.ENAMETOOLONG:
        return shortened(name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and (other := _linked(name)):
        return f"It is a link to {_shown(other)}: check that."
    is_read, number = doing == "read", error.errno or 0
    known = _CURES | _TO_READ if is_read else _CURES
    # A disk that fails, a folder on a network that does not answer.
    lost = "copy it to another disk first" if is_read else "take a folder on another disk"
    cure = known.get(number, f"Try again, or {lost}.")
    if number != errno.EACCES or not system.KEEPS_OPEN_FILES:
        return cure
    return f"Close it in other programs, or {cure[0].lower()}{cure[1:]}"


def _linked(name: str) -> str:
    """Return what a symbolic link leads to; nothing where it is none."""
    with contextlib.suppress(OSError, ValueError):
        return os.readlink(name)  # noqa: PTH115 - it keeps what stands there
    return ""


_ENDING = compile_later(r"(?:\.amjd|\.paste)?\.[A-Za-z][A-Za-z0-9]{0,7}\Z")


def shortened(path: str) -> str:
    """Say to what to shorten the name of a file, if it is that which is too long."""
    name = Path(path).name
    found = _ENDING.search(name)
    ending = found[0] if found else ""
    stem = name.removesuffix(ending)
    fits = len(fitting(stem, ending))
    if fits == len(stem):
        return "Take a shorter name."
    return f"Shorten {f'what stands before {ending}' if ending else 'it'} to {fits} letters."


def fitting(stem: str, ending: str) -> str:
    """Return as much of a stem as may stand before an ending in the name of a file."""
    longest = stem[:_LONGEST]
    while longest and system.is_too_long(longest + ending):
        longest = longest[:-1]
    return longest


def refuse_name(path: Path) -> None:
    """Refuse a name that no file can have here, under which something else would be written.

    Raises:
        AmjdError: it is such a name (exit code 4).
    """
    if fault := system.fault_of(path):
        message = f"{printable(str(path))} is no name for a file here: {fault}."
        is_long = system.is_too_long(path.name)
        raise AmjdError(message, shortened(path.name) if is_long else "Take another name.")


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
