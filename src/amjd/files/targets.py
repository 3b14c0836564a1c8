"""Where postings go: the files that a command will write, settled before it writes any.

It says nothing of them; that is for the command.
"""

import os
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from amjd.files.streams import write_stdout
from amjd.files.whole import file_behind, make_folder, write_whole
from amjd.formats import DEFAULT, ENDINGS, FORMATS, of_file
from amjd.text.characters import printable
from amjd.text.errors import AmjdError, did_you_mean


class Target(NamedTuple):
    """One document to write; no path is standard output."""

    format: str
    path: Path | None


def plan(stems: Sequence[str], output: str | None, formats: Sequence[str]) -> list[list[Target]]:
    """Say for each stem which documents will be written; a folder among them is made.

    Raises:
        AmjdError: the flags do not fit each other (code 2), or two names clash (code 4).
    """
    _check_formats(formats)
    if output is not None and _is_folder(output, len(stems)):
        return _into_folder(stems, Path(output), formats or [DEFAULT])
    if len(stems) > 1:
        message = "several answers files need a folder to write to."
        raise AmjdError(message, "Add --output DIR/.", code=2)
    if len(formats) > 1:
        message = "several formats need a folder to write to."
        raise AmjdError(message, "Add --output DIR/.", code=2)
    if output in (None, "-"):
        return [[_on_stdout(formats[0] if formats else DEFAULT)]]
    return [[Target(formats[0] if formats else _format_of(str(output)), Path(str(output)))]]


def refuse_one_file(
    sources: Sequence[str], plan: Sequence[Sequence[Target]], what: str = "the answers file"
) -> None:
    """Refuse to write over a file that is read, or two into one, whatever they are called.

    `what` says what the sources are.

    Raises:
        AmjdError: two names lead to one file (code 2).
    """
    cure = "Name another file with --output."
    read = {file_behind(name): name for name in reversed(sources)}
    written: dict[object, str] = {}
    for target in (target for wanted in plan for target in wanted):
        path = "-" if target.path is None else str(target.path)
        name = "standard output" if target.path is None else printable(path)
        file = file_behind(path, writing=True)
        if file is None:
            continue
        if file in read:
            same = "" if read[file] == path else f" {_named(read[file])}"
            raise AmjdError(f"{name} is {what}{same}.", cure, code=2)
        if file in written and target.path:
            raise AmjdError(f"{name} and {written[file]} are one file.", cure, code=2)
        written[file] = name


def _named(answers: str) -> str:
    return "on standard input" if answers == "-" else printable(answers)


def _check_formats(formats: Sequence[str]) -> None:
    for name in formats:
        if name not in FORMATS:
            hint = did_you_mean(name, list(FORMATS)) or f"Known: {', '.join(FORMATS)}."
            raise AmjdError(f"there is no format {printable(name)!r}.", hint, code=2)


def _is_folder(output: str, count: int) -> bool:
    if output.endswith("/"):
        return True
    return count > 1 and output != "-" and not of_file(Path(output))


def _into_folder(stems: Sequence[str], folder: Path, formats: Sequence[str]) -> list[list[Target]]:
    wanted = [FORMATS[name] for name in dict.fromkeys(formats)]
    plan = [[Target(one.name, folder / f"{stem}.{one.ending}") for one in wanted] for stem in stems]
    # A file system may not tell A from a, so names are compared without case.
    seen = set[str]()
    for name in (target.path.name for target in chain(*plan) if target.path):
        if name.casefold() in seen:
            message = f"two answers files would both become {printable(name)}."
            raise AmjdError(message, "Rename one, or draft them into two folders.")
        seen.add(name.casefold())
    make_folder(folder)
    return plan


def _on_stdout(name: str) -> Target:
    if not FORMATS[name].is_text and sys.stdout is not None and sys.stdout.isatty():
        message = f"a {name.upper()} file is nothing to show on a terminal."
        raise AmjdError(message, "Name a file with --output.", code=2)
    return Target(name, None)


def _format_of(output: str) -> str:
    format_ = of_file(Path(output))
    if not format_:
        name = printable(output)
        if os.path.isdir(output):  # noqa: PTH112 - a name that is too long is none
            raise AmjdError(f"{name} is a folder.", f"Write {name}/ to put a file into it.", code=2)
        message = f"the ending of {name} names no format."
        raise AmjdError(message, f"End it in {ENDINGS}, or add --format.", code=2)
    return format_


def stem(name: str) -> str:
    """Name an answers file's posting: `clients/tidewater.amjd.yaml` becomes `tidewater`."""
    return Path(name).stem.removesuffix(".amjd")


def write(path: Path | None, content: bytes, force: bool, settle: bool = True) -> None:
    """Write one document, on standard output if it has no path.

    Without `settle` the caller syncs the folder, once for many documents.
    """
    if path is None:
        write_stdout(content)
    else:
        write_whole(path, content, force, settle=settle)
