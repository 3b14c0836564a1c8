"""The letterhead of a run: read, and looked through, before anything is asked or written."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from amjd.files.targets import Target, check_formats, refuse_one_file
from amjd.files.whole import read_bytes
from amjd.formats import DEFAULT, FORMATS, of_file, writer_of
from amjd.formats.format import Write, Writers
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

FLAG = "--reference-docx"
_MOST = 50 * 2**20  # bytes of the file; what it may hold is for its format to say


class Opened(NamedTuple):
    """What gives the writer of a format, and what is to be said of the letterhead."""

    writer_of: Writers = writer_of
    remarks: tuple[str, ...] = ()


def opened(letterhead: str | None, formats: Collection[str]) -> Opened:
    """Open the letterhead, if one is named, once for many documents.

    `formats` are those that will be written.

    Raises:
        AmjdError: none of these can take one (code 2), or it cannot be read or taken (code 4).
    """
    if letterhead is None:
        return Opened()
    if letterhead == "-":
        raise AmjdError(f"{FLAG} takes no standard input.", "Name a Word file.", code=2)
    takers = {name: one for name, one in FORMATS.items() if one.has_letterhead}
    fitting = {name: takers[name] for name in formats if name in takers}
    if not fitting:
        message = f"{FLAG} goes with {' or '.join(takers)} alone, which is not written."
        raise AmjdError(message, f"Add --format {next(iter(takers))}, or leave it out.", code=2)
    content = read_bytes(letterhead, _MOST, "a Word file")
    if len(content) > _MOST:
        message = f"{printable(letterhead)} is longer than {_MOST // 2**20} MB."
        raise AmjdError(message, "Make its pictures smaller.")
    found = {name: one.on_letterhead(letterhead, content) for name, one in fitting.items()}
    remarks = dict.fromkeys(one.remark for one in found.values() if one.remark)

    def on_it(name: str) -> Write:
        return found[name].write if name in found else writer_of(name)

    return Opened(on_it, tuple(remarks))


def formats_of(output: str | None, formats: Sequence[str]) -> list[str]:
    """Return the formats that will be written, before it is settled where.

    Raises:
        AmjdError: there is no such format (code 2).
    """
    check_formats(formats)
    return list(formats) or [of_file(Path(output or "")) or DEFAULT]


def refuse_written(letterhead: str | None, targets: Sequence[Target]) -> None:
    """Refuse to write over the letterhead.

    Raises:
        AmjdError: a name leads to it (code 2).
    """
    if letterhead is not None:
        refuse_one_file([letterhead], [targets], "the letterhead")
