"""Where postings go: the files that a command will write, settled before it writes any.

It says nothing of them; that is for the command.
"""

import os
import sys
import unicodedata
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from amjd.files.names import file_behind, is_folder_name
from amjd.files.streams import descriptor_of, write_stream
from amjd.files.whole import is_pipe, make_folder, write_pipe, write_whole
from amjd.formats import DEFAULT, ENDINGS, FORMATS, of_file
from amjd.text.characters import printable
from amjd.text.errors import AmjdError, did_you_mean


class Target(NamedTuple):
    """One document to write; no path is a stream: standard output, or what is open as `stream`."""

    format: str
    path: Path | None
    stream: int = 1


def plan(stems: Sequence[str], output: str | None, formats: Sequence[str]) -> list[list[Target]]:
    """Say for each stem which documents will be written; a folder among them is made.

    Raises:
        AmjdError: the flags do not fit each other (code 2), or two names clash (code 4).
    """
    check_formats(formats)
    if output is not None and _is_folder(output, len(stems)):
        return _into_folder(stems, Path(output), formats or [DEFAULT])
    if len(stems) > 1:
        raise _without_folder("answers files")
    if len(formats) > 1:
        raise _without_folder("formats")
    if (stream := stream_of(output)) is not None:
        return [[_on_stream(formats[0] if formats else DEFAULT, stream)]]
    return [[Target(formats[0] if formats else _format_of(str(output)), Path(str(output)))]]


def of_several(output: str | None) -> str:
    """Return where several answers files go, as the name of a folder, though one alone is drafted.

    Raises:
        AmjdError: it is no folder (code 2).
    """
    if output is None or not _is_folder(output, 2):
        raise _without_folder("answers files")
    return os.path.join(output, "")  # noqa: PTH118 - a path keeps no slash at its end


def _without_folder(several: str) -> AmjdError:
    message = f"several {several} need a folder to write to."
    return AmjdError(message, "Add --output DIR/.", code=2)


def stream_of(output: str | None) -> int | None:
    """Return the stream that is meant by an output, if it is one and no file."""
    return 1 if output in (None, "-") else descriptor_of(str(output))


def refuse_one_file(
    sources: Sequence[str],
    plan: Sequence[Sequence[Target]],
    what: str = "the answers file",
    cure: str = "Name another file with --output.",
) -> None:
    """Refuse to write over a file that is read, or two into one, whatever they are called.

    `what` says what the sources are, `cure` what to do.

    Raises:
        AmjdError: two names lead to one file (code 2).
    """
    read = {file_behind(name): name for name in reversed(sources)}
    written: dict[object, str] = {}
    for target in (target for wanted in plan for target in wanted):
        path = _name_of(target)
        name = "standard output" if path == "-" else printable(path)
        file = file_behind(path, writing=True)
        if file is None:
            continue
        if file in read:
            same = "" if read[file] == path else f" {_named(read[file])}"
            raise AmjdError(f"{name} is {what}{same}.", cure, code=2)
        if file in written and target.path:
            raise AmjdError(f"{name} and {written[file]} are one file.", cure, code=2)
        written[file] = name


def _name_of(target: Target) -> str:
    if target.path:
        return str(target.path)
    return "-" if target.stream == 1 else f"/dev/fd/{target.stream}"


def _named(answers: str) -> str:
    return "on standard input" if answers == "-" else printable(answers)


def check_formats(formats: Sequence[str]) -> None:
    """Refuse a format that there is not (code 2)."""
    for name in formats:
        if name not in FORMATS:
            hint = did_you_mean(name, list(FORMATS)) or f"Known: {', '.join(FORMATS)}."
            raise AmjdError(f"there is no format {printable(name)!r}.", hint, code=2)


def _is_folder(output: str, count: int) -> bool:
    if is_folder_name(output):
        return True
    return count > 1 and stream_of(output) is None and not of_file(Path(output))


def _into_folder(stems: Sequence[str], folder: Path, formats: Sequence[str]) -> list[list[Target]]:
    wanted = [FORMATS[name] for name in dict.fromkeys(formats)]
    plan = [[Target(one.name, folder / f"{stem}.{one.ending}") for one in wanted] for stem in stems]
    seen = set[str]()
    for name in (target.path.name for target in chain(*plan) if target.path):
        if _known(name) in seen:
            message = f"two answers files would both become {printable(name)}."
            raise AmjdError(message, "Rename one, or draft them into two folders.")
        seen.add(_known(name))
    make_folder(folder)
    return plan


def _on_stream(name: str, stream: int) -> Target:
    if not FORMATS[name].is_text and _is_shown(stream):
        message = f"a {name.upper()} file is nothing to show on a terminal."
        raise AmjdError(message, "Name a file with --output.", code=2)
    return Target(name, None, stream)


def _is_shown(stream: int) -> bool:
    if stream == 1:
        return sys.stdout is not None and sys.stdout.isatty()
    return os.isatty(stream)


def _known(name: str) -> str:
    """Return a name as disks know it that tell neither A from a nor two ways to write é."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


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


POSTING, SHORT = "posting", "short"


def of_kind(stem: str, kind: str) -> str:
    """Name a document of a kind; it stands beside its posting and leaves that as it is."""
    return stem if kind == POSTING else f"{stem}.{kind}"


def unshortened(stem: str) -> str:
    """Name the posting that a short form stands beside."""
    return stem.removesuffix(f".{SHORT}") or stem


def write(
    target: Target,
    content: bytes,
    force: bool,
    settle: bool = True,
    over_read_only: bool = False,
) -> tuple[str, ...]:
    """Write one document, to a file, a pipe or a stream, and return what is to be said of it.

    Without `settle` the caller syncs the folder, once for many documents.
    """
    if target.path is None:
        write_stream(target.stream, content)
    elif is_pipe(target.path):
        write_pipe(target.path, content)
    else:
        return write_whole(
            target.path, content, force, settle=settle, over_read_only=over_read_only
        )
    return ()
