"""The letterhead of a run: read, and looked through, before anything is asked or written."""

from collections.abc import Collection, Sequence
from pathlib import Path

from amjd.files.targets import Target, refuse_one_file
from amjd.files.whole import read_bytes
from amjd.formats import DEFAULT, FORMATS, of_file, writer_of
from amjd.formats.format import Writers
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

FLAG = "--reference-docx"
_MOST = 50 * 2**20  # bytes of the file; what it may hold is for its format to say


def writers(letterhead: str | None, formats: Collection[str]) -> Writers:
    """Return what gives the writer of a format: on the letterhead, if one is named.

    `formats` are those that will be written. It is read once for many documents.

    Raises:
        AmjdError: none of these can take one (code 2), or it cannot be read or taken (code 4).
    """
    if letterhead is None:
        return writer_of
    if letterhead == "-":
        raise AmjdError(f"{FLAG} takes no standard input.", "Name a Word file.", code=2)
    fitting = [name for name in formats if FORMATS[name].on_letterhead]
    if not fitting:
        takers = [name for name, one in FORMATS.items() if one.on_letterhead]
        message = f"{FLAG} goes with {' or '.join(takers)} alone, which is not written."
        raise AmjdError(message, f"Add --format {takers[0]}, or leave it out.", code=2)
    content = read_bytes(letterhead, _MOST, "a Word file")
    if len(content) > _MOST:
        message = f"{printable(letterhead)} is longer than {_MOST // 2**20} MB."
        raise AmjdError(message, "Make its pictures smaller.")
    on_it = {name: open_(letterhead, content) for name in fitting
             if (open_ := FORMATS[name].on_letterhead)}  # fmt: skip
    return lambda name: on_it.get(name) or writer_of(name)


def formats_of(output: str | None, formats: Sequence[str]) -> list[str]:
    """Return the formats that will be written, before it is settled where; known ones alone."""
    named = formats or [of_file(Path(output or "")) or DEFAULT]
    return [name for name in named if name in FORMATS]


def refuse_written(letterhead: str | None, targets: Sequence[Target]) -> None:
    """Refuse to write over the letterhead.

    Raises:
        AmjdError: a name leads to it (code 2).
    """
    if letterhead is not None:
        refuse_one_file([letterhead], [targets], "the letterhead")
