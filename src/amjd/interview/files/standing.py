"""The postings that stand there already: which are as their answers made them, and which not.

Same answers give the same bytes, so one that differs from what its answers made was edited by
somebody. Answers that change before the posting is written anew would hide that, so their file
says meanwhile, in a comment, which postings earlier answers made; the comment goes with the
posting that it speaks of.
"""

import datetime
import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from amjd.files.targets import SHORT, Target, of_kind
from amjd.files.whole import is_file
from amjd.formats import FORMATS, writer_of
from amjd.formats.format import Writers
from amjd.questions import Questions
from amjd.sources.sheet import Sheet
from amjd.text.patterns import compile_later

if TYPE_CHECKING:
    from amjd.documents.catalog import Catalog

_SAID = "# A posting here is still as earlier answers made it: sha256 "
_LINE = rf"^{_SAID}[0-9a-f]{{64}}"
# At the end of a text that had no line end, the one before them is ours as well.
_REMARKS = compile_later(rf"(?:\r?\n)?(?:{_LINE}\r?\n)*{_LINE}\Z|(?:{_LINE}\r?\n)+", re.M)


Catalogs = Callable[[], Sequence["Catalog"]]
"""Opens the catalogs, of postings and of their short form, when they are needed."""


class StoppedError(Exception):
    """The person chose to stop."""


def there(answers: Path, postings: Sequence[Target]) -> list[Target]:
    """List the postings of these answers that exist, in every format, and their short forms."""
    stem = answers.name.removesuffix(".amjd.yaml")
    beside = [
        Target(one.name, answers.with_name(f"{name}.{one.ending}"))
        for name in (stem, of_kind(stem, SHORT))
        for one in FORMATS.values()
    ]
    every = dict.fromkeys([*postings, *beside])
    return [target for target in every if target.path and is_file(target.path)]


def content(path: Path) -> bytes | None:
    """Return what a posting holds: None if nothing is there, nothing if it cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return b""


def checksum(posting: bytes) -> str:
    """Return the SHA-256 by which a posting is known again."""
    import hashlib  # where nothing stands yet, it would hold up the first question

    return hashlib.sha256(posting).hexdigest()


def made(
    text: str,
    targets: Sequence[Target],
    catalogs: Catalogs,
    questions: Questions,
    writers: Writers,
) -> frozenset[str]:
    """Return the checksums of what an answers file makes of these postings; none if it is wrong.

    With a letterhead, what it made before without one is known, too.

    One that names its day was made on the day on which its file was written.
    """
    # Whoever begins anew is asked the first question before the models load.
    from amjd.interview.files.starting import postings_of

    names = {target.format for target in targets}
    every = dict.fromkeys((writers, writer_of))
    written = [(name, writer(name)) for name in names for writer in every]
    days = {_day(target.path) for target in targets if target.path}
    return frozenset(map(checksum, postings_of(text, written, days, catalogs(), questions)))


def _day(path: Path) -> datetime.date:
    try:
        return datetime.date.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):  # it is gone, or its time is none
        return datetime.date.today()


def baseline(
    answers: Path,
    postings: Sequence[Target],
    sheet: Sheet,
    catalogs: Catalogs,
    questions: Questions,
    writers: Writers,
) -> tuple[Sheet, frozenset[str]]:
    """Look at what stands there before its answers change; `sheet` are those to begin with.

    Back come the sheet, which remembers what stands there untouched, and the checksums by which
    that is known: the answers on the disk made it, or earlier ones that they remember.
    """
    targets = there(answers, postings)
    if not targets:
        return sheet, frozenset()  # and nothing heavy is loaded
    from amjd.sources.yaml_file import parse

    before = (content(answers) or b"").decode("utf-8-sig", "replace")
    known = remembered(before)
    if before:
        known |= made(before, targets, catalogs, questions, writers)
    text = remember(sheet.text, known & _checksums(targets))
    return (sheet if text == sheet.text else parse(text.encode(), sheet.name)), known


def _checksums(targets: Sequence[Target]) -> frozenset[str]:
    return frozenset(checksum(content(one.path) or b"") for one in targets if one.path)


def remembered(text: str) -> frozenset[str]:
    """Return the checksums that an answers file remembers."""
    return frozenset(re.findall(rf"^{_SAID}([0-9a-f]{{64}})\r?$", text, re.M))


def remember(text: str, checksums: Collection[str]) -> str:
    """Return the text of an answers file with these checksums at its end, and no others."""
    if remembered(text) == set(checksums):
        return text
    text = _REMARKS.sub("", text)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [f"{_SAID}{known}" for known in sorted(checksums)]
    if not text or text.endswith("\n"):
        return text + "".join(f"{line}{end}" for line in lines)
    return text + "".join(f"{end}{line}" for line in lines)


def still_there(
    text: str,
    targets: Sequence[Target],
    catalogs: Catalogs,
    questions: Questions,
    writers: Writers,
) -> frozenset[str]:
    """Return the checksums, of those remembered, whose posting stands there unchanged.

    One that these answers make too needs no remembering.
    """
    if not remembered(text):
        return frozenset()
    known = remembered(text) & _checksums(targets)
    return known - made(text, targets, catalogs, questions, writers)
