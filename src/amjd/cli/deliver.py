"""Writing what a command has made, and saying where it is.

Where postings go is planned in `files.targets`; how a file is written, in `files.whole`.
"""

import datetime
from collections.abc import Collection
from pathlib import Path

from amjd.cli.options import say
from amjd.cli.said import wrote
from amjd.files import targets
from amjd.files.names import is_folder_name
from amjd.files.targets import Target
from amjd.files.whole import make_folder
from amjd.formats import FORMATS
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

# Endings of files that are more than text: another program would call ours broken.
_NO_TEXT = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".xlsx", ".ods")


def posting_day(given: datetime.date | None, formats: Collection[str]) -> datetime.date | None:
    """Return the day that formats name as that of the posting: today, where none is given.

    Nothing else in a document comes from the clock, and nothing does where no format names a day.
    """
    if not any(FORMATS[name].is_dated for name in formats):
        return None
    return given or datetime.date.today()


def write(target: Target, content: bytes, force: bool, quiet: bool) -> None:
    """Write one document where it belongs, and say so."""
    remarks = targets.write(target, content, force)
    if quiet:
        return
    if target.path:
        say(wrote(target.path, target.format))
    for remark in remarks:
        say(remark)


def write_text(content: bytes, output: str | None, name: str, force: bool, quiet: bool) -> None:
    """Write a text that has one format only: to a file, into a folder, or on standard output."""
    target = text_target(output, name)
    if target.path and is_folder_name(str(output)):
        make_folder(target.path.parent)
    ending = Path(name).suffix
    if target.path and not _may_hold(target.path.suffix.lower(), content, ending):
        message = f"{printable(str(target.path))} would not hold what its ending says."
        raise AmjdError(message, f"End it in {ending}.", code=2)
    write(target, content, force, quiet)


def _may_hold(ending: str, content: bytes, of_text: str) -> bool:
    """Whether a text may stand under an ending; `of_text` is its own."""
    if ending != ".json" or of_text == ending:
        return ending not in _NO_TEXT
    import json  # as below

    try:
        return json.loads(content) is not None
    except ValueError:
        return False


def text_target(output: str | None, name: str) -> Target:
    """Say where such a text goes; nothing is made yet."""
    stream = targets.stream_of(output)
    if stream is not None:
        return Target("", None, stream)
    path = Path(str(output))
    return Target("", path / name if is_folder_name(str(output)) else path)


def as_json(value: object) -> bytes:
    """Write a value as JSON that people can read too."""
    import json  # a posting needs none of it

    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
