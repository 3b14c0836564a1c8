"""The postings that stand there already: which are as their answers made them, and which not.

Same answers give the same bytes, so one that differs from what its answers made was edited by
somebody. Answers that change before the posting is written anew would hide that, so their file
says meanwhile, in a comment, which postings earlier answers made; the comment goes with the
posting that it speaks of.
"""

import datetime
import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from amjd.asker import Asker
from amjd.files.refusals import HeldError, fitting, where_to_close
from amjd.files.targets import SHORT, Target, of_kind, write
from amjd.files.whole import is_file, is_read_only, refuse_odd
from amjd.formats import FORMATS, parted
from amjd.interview.asides import ask_about
from amjd.questions import Question, Questions
from amjd.sources.sheet import Sheet
from amjd.text.characters import printable
from amjd.text.errors import AmjdError
from amjd.text.patterns import compile_later
from amjd.words import Words

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


class Going(NamedTuple):
    """A posting on its way: `agreed` is what it may replace."""

    target: Target
    content: bytes
    agreed: bytes | None = None


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
    text: str, targets: Sequence[Target], catalogs: Catalogs, questions: Questions
) -> frozenset[str]:
    """Return the checksums of what an answers file makes of these postings; none if it is wrong.

    One that names its day was made on the day on which its file was written.
    """
    # Whoever begins anew is asked the first question before the models load.
    from amjd.interview.files.starting import postings_of

    names = {target.format for target in targets}
    days = {_day(target.path) for target in targets if target.path}
    return frozenset(map(checksum, postings_of(text, names, days, catalogs(), questions)))


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
        known |= made(before, targets, catalogs, questions)
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
    text: str, targets: Sequence[Target], catalogs: Catalogs, questions: Questions
) -> frozenset[str]:
    """Return the checksums, of those remembered, whose posting stands there unchanged.

    One that these answers make too needs no remembering.
    """
    if not remembered(text):
        return frozenset()
    known = remembered(text) & _checksums(targets)
    return known - made(text, targets, catalogs, questions)


def deliver(
    postings: Sequence[tuple[Target, bytes]],
    may_replace: Callable[[bytes], bool],
    at: Callable[[Path], Path],
    asker: Asker,
    words: Words,
) -> list[Target]:
    """Write postings, asking about each that stands there and is not ours to replace.

    `at` says where a path is; back come the targets that were taken.

    Raises:
        StoppedError: the person prefers to stop, and nothing more is written.
    """
    plan = [_settled(Going(*posting), may_replace, at, asker, words) for posting in postings]
    done = []
    for going in plan:
        while True:
            try:
                if _is_written(going, may_replace, at, asker.tell):
                    break
                going = _settled(going, may_replace, at, asker, words)
            except HeldError:
                going = _besides(going, words.files.open, at, asker)
        done.append(going.target)
    return done


def _is_free(
    going: Going, path: Path, found: bytes | None, may_replace: Callable[[bytes], bool]
) -> bool:
    if found is None or found in (going.content, going.agreed):
        return True
    return may_replace(found) and not is_read_only(path)


def _settled(
    going: Going,
    may_replace: Callable[[bytes], bool],
    at: Callable[[Path], Path],
    asker: Asker,
    words: Words,
) -> Going:
    """Ask about what stands there until the posting may be written."""
    while (path := going.target.path) is not None:
        refuse_odd(at(path))
        found = content(at(path))
        if _is_free(going, at(path), found, may_replace):
            break
        question = words.files.read_only if is_read_only(at(path)) else words.files.edited
        going = _besides(going._replace(agreed=found), question, at, asker)
    return going


def _besides(going: Going, question: Question, at: Callable[[Path], Path], asker: Asker) -> Going:
    """Ask whether to write a posting where one stands that is in the way, or beside it.

    Raises:
        StoppedError: the person prefers to stop.
    """
    path = going.target.path or Path()
    other = next(name for name in _others(path) if not os.path.lexists(at(name)))
    name, where = printable(str(path)), where_to_close(path.name)
    question = question.filled(file=name, other=printable(other.name), where=where)
    match ask_about(asker, question):
        case "stop":
            raise StoppedError
        case "other":
            return going._replace(target=going.target._replace(path=other), agreed=None)
    return going


def _others(path: Path) -> Iterator[Path]:
    stem, ending = parted(path)
    ends = (f"-{number}{ending}" for number in count(2))
    return (path.with_name(fitting(stem, end) + end) for end in ends)


def _is_written(
    going: Going,
    may_replace: Callable[[bytes], bool],
    at: Callable[[Path], Path],
    tell: Callable[[str], None],
) -> bool:
    """Write one posting; not if something has come to stand there that nobody was asked about."""
    target, posting, _ = going
    if target.path is None:
        write(target, posting, force=False)
        return True
    path = at(target.path)
    found = content(path)
    if not _is_free(going, path, found, may_replace):
        return False
    try:
        remarks = write(
            target._replace(path=path),
            posting,
            # A link to nothing is no posting, and is written through.
            force=found is not None or path.is_symlink(),
            over_read_only=going.agreed is not None,
        )
    except AmjdError:
        if found is None and os.path.lexists(path):
            return False
        raise
    for remark in remarks:
        tell(remark)
    return True
