"""One run of `amjd draft`: each answers file in its turn; a bad one does not stop the rest.

How one is drafted is in `documents.draft`; what is said of it, in `said`.
"""

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from amjd.answers.kinds import Memories
from amjd.answers.reading import IGNORE
from amjd.cli.deliver import posting_day
from amjd.cli.options import say
from amjd.cli.said import (
    PROGRESS,
    closing,
    copied,
    of_draft,
    review,
    some_of,
    today,
    undated,
    wrote,
)  # fmt: skip
from amjd.documents.catalog import Catalog
from amjd.documents.draft import Drafted, draft
from amjd.files import targets
from amjd.files.letterhead import formats_of, opened, refuse_written
from amjd.files.names import safe_name
from amjd.files.placing import unsynced
from amjd.files.targets import Target
from amjd.files.whole import read_bytes, sync_folder
from amjd.formats import FORMATS
from amjd.formats.format import Write
from amjd.questions import Questions
from amjd.sources.checked import check, open_fields
from amjd.sources.options import with_options
from amjd.sources.sheet import Sheet, over, typed
from amjd.sources.yaml_file import MAX_BYTES, parse
from amjd.text.characters import printable_line
from amjd.text.errors import AmjdError, InvalidAnswersError, Problem

if TYPE_CHECKING:
    from amjd.review.findings import Finding
    from amjd.review.rules import Rules

_MANY = 50  # files; fewer are drafted before a bar could be read


class Drafting(NamedTuple):
    """What holds for every answers file of one run.

    Answers are checked against `catalog`, that of the postings, and drafted from the one of their
    `kind`, which is the name of a folder of templates. Those of the file `base` lie under them.
    """

    catalog: Catalog
    questions: Questions
    options: tuple[str, ...]
    template: str
    allow_blanks: bool
    force: bool
    quiet: bool
    rules: Callable[[], "Rules"]
    kind: str
    drafted_from: Catalog
    posted: datetime.date | None = None
    copy: bool = False
    letterhead: str | None = None
    base: str | None = None
    memories: Memories | None = None  # of many files, which have most of their answers in common


class _Job(NamedTuple):
    """One answers file: its bytes if they came on standard input, and what to write of it."""

    name: str
    piped: bytes
    wanted: list[Target]
    label: str


class _Ended(NamedTuple):
    """How one answers file ended: its exit code, and what is said once for all of them.

    That is what is wrong with what they share, and what a disk did not let a file keep.
    """

    code: int
    of_all: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


def draft_all(
    names: Sequence[str], output: str | None, formats: Sequence[str], drafting: Drafting
) -> int:
    """Draft answers files; return the highest of their exit codes.

    Raises:
        AmjdError: the files to write cannot be settled, and none is written.
    """
    base = _base(drafting.base)
    piped = read_bytes("-", MAX_BYTES) if "-" in names else b""
    stems = [_stem_of_stdin(piped, base) if name == "-" else targets.stem(name) for name in names]
    stems = [targets.of_kind(stem, drafting.kind) for stem in stems]
    on = opened(drafting.letterhead, formats_of(output, formats))
    plan = targets.plan(stems, output, formats)
    targets.refuse_one_file(names, plan)
    refuse_written(drafting.letterhead, [*chain(*plan)])
    if drafting.base is not None:
        targets.refuse_one_file([drafting.base], [[*chain(*plan)]], "the base")
    writers = {name: on.writer_of(name) for name in {one.format for one in chain(*plan)}}
    given, posted = drafting.posted, posting_day(drafting.posted, writers)
    is_one = len(names) == 1
    drafting = drafting._replace(posted=posted, memories=None if is_one else {})
    jobs = [
        _Job(name, piped, wanted, "" if is_one else f"{printable_line(name)}: ")
        for name, wanted in zip(names, plan, strict=True)
    ]
    ended = [
        _draft_one(job, base, writers, drafting) for job in _with_progress(jobs, drafting.quiet)
    ]
    remarks = [*chain(*(one.remarks for one in ended)), *_synced(plan)]
    for line in _once(names, ended):
        say(line)
    for line in dict.fromkeys([*on.remarks, *remarks, *_of_the_day(given, posted, ended)]):
        if not drafting.quiet:
            say(line)
    if not is_one and not drafting.quiet:
        failed = [name for name, one in zip(names, ended, strict=True) if one.code]
        say(closing(len(names), failed))
    return max(one.code for one in ended)


def _synced(plan: Sequence[Sequence[Target]]) -> list[str]:
    """Sync each folder once for all its files; return what to say of those that cannot be."""
    folders = {target.path.parent for target in chain(*plan) if target.path}
    return [unsynced(folder) for folder in folders if not sync_folder(folder)]


def _of_the_day(
    given: datetime.date | None, posted: datetime.date | None, ended: Sequence[_Ended]
) -> Iterator[str]:
    """Say once for all files that no day was given, or that no format names the given one."""
    if given and not posted:
        yield undated(given)
    if posted and not given and any(one.code == 0 for one in ended):
        yield today(posted)


def _once(names: Sequence[str], ended: Sequence[_Ended]) -> Iterator[str]:
    """Say each problem of what files share once, with them where another one got past it."""
    found: dict[str, list[str]] = {}
    for name, one in zip(names, ended, strict=True):
        for problem in one.of_all:
            found.setdefault(str(problem), []).append(name)
    got_that_far = sum(not one.code or bool(one.of_all) for one in ended)
    for said, files in found.items():
        yield said if len(files) == got_that_far else f"{some_of(files)}: {said}"


def _stem_of_stdin(piped: bytes, base: Sheet) -> str:
    """Name a posting from standard input after its company."""
    try:
        name = typed(over(base, parse(piped, "-")).tree, "company.name")
    except AmjdError:
        name = ""
    return safe_name(name if isinstance(name, str) else "")


def _base(name: str | None) -> Sheet:
    """Read the answers that lie under all others; none without a file of them."""
    if name is None:
        return Sheet("")
    return parse(read_bytes(name, MAX_BYTES), printable_line(name))


def _draft_one(job: _Job, base: Sheet, writers: Mapping[str, Write], drafting: Drafting) -> _Ended:
    """Draft one answers file, and say what is to be said of it alone."""
    catalog, questions = drafting.catalog, drafting.questions
    try:
        raw = job.piped if job.name == "-" else read_bytes(job.name, MAX_BYTES)
        sheet = parse(raw, printable_line(job.name))
        sheet = over(base, sheet) if drafting.base else sheet
        sheet = with_options(sheet, drafting.options)
        answers, readings = check(
            sheet,
            catalog.ids,
            questions,
            drafting.allow_blanks,
            catalog.names,
            drafting.memories,
        )
        # What was left open in the interview stands in brackets, if anything may.
        open_ = open_fields(sheet, answers, questions) if drafting.allow_blanks else []
        drafted = draft(drafting.drafted_from, questions, answers, drafting.template, open_)
        drafted = drafted._replace(posted=drafting.posted)
        found = _reviewed(sheet, drafted, drafting)
        delivered, remarks = list[str](), list[str]()
        for target in job.wanted:
            content = writers[target.format](drafted)
            delivered += _deliver(target, content, drafting, remarks)
    except InvalidAnswersError as error:
        return _refused(error, base)
    except AmjdError as error:
        say(str(error))
        return _Ended(error.code)
    if not drafting.quiet:
        formats = [target.format for target in job.wanted]
        for line in (*map(str, readings), *of_draft(drafted, formats), *delivered):
            say(job.label + line)
        for line in review(sheet.name, found):
            say(line)
    return _Ended(0, remarks=tuple(remarks))


def _reviewed(sheet: Sheet, drafted: Drafted, drafting: Drafting) -> "Sequence[Finding]":
    """Review a posting if somebody wants to hear of it; other kinds leave things out."""
    is_said = drafting.kind == targets.POSTING and not drafting.quiet
    if not is_said and IGNORE not in sheet.tree:
        return ()
    # A part of what a draft loads is for this alone.
    from amjd.cli.reviewed import of_draft as findings_of

    found = findings_of(sheet, drafted, drafting.rules())
    return found if is_said else ()


def _deliver(target: Target, content: bytes, drafting: Drafting, remarks: list[str]) -> list[str]:
    """Write one document, or copy it; return what there is to say of that.

    What is said once for all files of a run is added to `remarks`.
    """
    if drafting.copy:
        # What starts a program takes as long to load as a template, and few copy.
        from amjd.files.clipboard import copy

        return [copied(copy(content, FORMATS[target.format].pasted_as))]
    remarks += targets.write(target, content, drafting.force, settle=False)
    return [wrote(target.path, target.format)] if target.path else []


def _refused(error: InvalidAnswersError, base: Sheet) -> _Ended:
    """Say what is wrong with one file; what is wrong with an option or the base may be with all."""
    of_all = tuple(
        problem
        for problem in error.problems
        if problem.place.is_option or (base.name and problem.place.file == base.name)
    )
    for problem in error.problems:
        if problem not in of_all:
            say(str(problem))
    return _Ended(error.code, of_all)


def _with_progress(jobs: list[_Job], quiet: bool) -> Iterable[_Job]:
    """Show a progress bar when there is enough to do, on a terminal that can redraw a line."""
    if quiet or len(jobs) < _MANY or sys.stderr is None or not sys.stderr.isatty():
        return jobs
    from amjd.terminal.opening import is_plain  # few draft so many

    if is_plain():
        return jobs
    # rich costs as much as a whole draft, which most runs are.
    from rich.console import Console
    from rich.progress import track

    return track(jobs, PROGRESS, console=Console(stderr=True), transient=True)
