"""What becomes of one answers file of a run of `amjd draft`, step by step, and what is said of it.

How one is drafted is in `documents.draft`; the sentences are in `said`.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from amjd.answers.kinds import Memories
from amjd.answers.reading import IGNORE
from amjd.cli.options import say
from amjd.cli.said import copied, of_draft, review, wrote
from amjd.documents.catalog import Catalog
from amjd.documents.draft import Drafted, draft
from amjd.files import targets
from amjd.files.targets import Target
from amjd.files.whole import read_bytes
from amjd.formats import FORMATS
from amjd.formats.format import Write
from amjd.questions import Questions
from amjd.sources.checked import Checked, check, open_fields
from amjd.sources.options import with_options
from amjd.sources.sheet import Sheet, over
from amjd.sources.yaml_file import MAX_BYTES, parse
from amjd.text.characters import printable_line
from amjd.text.errors import AmjdError, InvalidAnswersError, Problem

if TYPE_CHECKING:
    from amjd.review.findings import Finding
    from amjd.review.rules import Rules


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


class Job(NamedTuple):
    """One answers file: its bytes if they came on standard input, and what to write of it.

    What was made of it so far stands below; `refused` is why nothing more is.
    """

    name: str
    piped: bytes
    wanted: list[Target]
    label: str
    sheet: Sheet = Sheet("")
    checked: Checked | None = None
    drafted: Drafted | None = None
    found: "Sequence[Finding]" = ()
    contents: tuple[bytes, ...] = ()
    refused: AmjdError | None = None


class Ended(NamedTuple):
    """How one answers file ended: its exit code, and what is said once for all of them.

    That is what is wrong with what they share, and what a disk did not let a file keep.
    """

    code: int
    of_all: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


def draft_together(
    jobs: Sequence[Job], base: Sheet, writers: Mapping[str, Write], drafting: Drafting
) -> list[Ended]:
    """Draft some answers files and deliver what was made, in their order.

    All go through one step before the next: what a step needs stays at hand in the processor.
    """
    steps = (
        partial(_read, base=base, drafting=drafting),
        partial(_check, drafting=drafting),
        partial(_draft, drafting=drafting),
        partial(_fill, writers=writers),
    )
    for step in steps:
        jobs = [_tried(step, job) for job in jobs]
    return [_end(job, base, drafting) for job in jobs]


def _tried(step: Callable[[Job], Job], job: Job) -> Job:
    """Take a job a step further, unless it ended before or ends here."""
    if job.refused:
        return job
    try:
        return step(job)
    except AmjdError as error:
        return job._replace(refused=error)


def _read(job: Job, base: Sheet, drafting: Drafting) -> Job:
    raw = job.piped if job.name == "-" else read_bytes(job.name, MAX_BYTES)
    sheet = parse(raw, printable_line(job.name))
    sheet = over(base, sheet) if drafting.base else sheet
    return job._replace(sheet=with_options(sheet, drafting.options))


def _check(job: Job, drafting: Drafting) -> Job:
    catalog, blanks = drafting.catalog, drafting.allow_blanks
    checked = check(
        job.sheet, catalog.ids, drafting.questions, blanks, catalog.names, drafting.memories
    )
    return job._replace(checked=checked)


def _draft(job: Job, drafting: Drafting) -> Job:
    """Draft a document, and review a posting if somebody wants to hear of it."""
    assert job.checked
    answers, questions = job.checked.answers, drafting.questions
    # What was left open in the interview stands in brackets, if anything may.
    open_ = open_fields(job.sheet, answers, questions) if drafting.allow_blanks else []
    drafted = draft(drafting.drafted_from, questions, answers, drafting.template, open_)
    drafted = drafted._replace(posted=drafting.posted)
    return job._replace(drafted=drafted, found=_reviewed(job.sheet, drafted, drafting))


def _reviewed(sheet: Sheet, drafted: Drafted, drafting: Drafting) -> "Sequence[Finding]":
    # Kinds other than postings leave things out.
    is_said = drafting.kind == targets.POSTING and not drafting.quiet
    if not is_said and IGNORE not in sheet.tree:
        return ()
    # A part of what a draft loads is for this alone.
    from amjd.cli.reviewed import of_draft as findings_of

    found = findings_of(sheet, drafted, drafting.rules())
    return found if is_said else ()


def _fill(job: Job, writers: Mapping[str, Write]) -> Job:
    assert job.drafted
    contents = [writers[target.format](job.drafted) for target in job.wanted]
    return job._replace(contents=tuple(contents))


def _end(job: Job, base: Sheet, drafting: Drafting) -> Ended:
    """Deliver what was made of one answers file, and say what is to be said of it alone."""
    delivered, remarks = list[str](), list[str]()
    try:
        if job.refused:
            raise job.refused
        for target, content in zip(job.wanted, job.contents, strict=True):
            delivered += _deliver(target, content, drafting, remarks)
    except InvalidAnswersError as error:
        return _refused(error, base)
    except AmjdError as error:
        say(str(error))
        return Ended(error.code)
    if job.checked and job.drafted and not drafting.quiet:
        formats = [target.format for target in job.wanted]
        readings = map(str, job.checked.readings)
        for line in (*readings, *of_draft(job.drafted, formats), *delivered):
            say(job.label + line)
        for line in review(job.sheet.name, job.found):
            say(line)
    return Ended(0, remarks=tuple(remarks))


def _deliver(target: Target, content: bytes, drafting: Drafting, remarks: list[str]) -> list[str]:
    """Write one document, or copy it; return what there is to say of that.

    What is said once for all files of a run is added to `remarks`.
    """
    if drafting.copy:
        # What starts a program takes as long to load as a template, and few copy.
        from amjd.files.clipboard import copy

        return [copied(copy(content, FORMATS[target.format].pasted_as))]
    remarks += targets.write(target, content, drafting.force, settle=False)
    return [wrote(target.path, target.format)] if target.path and not drafting.quiet else []


def _refused(error: InvalidAnswersError, base: Sheet) -> Ended:
    """Say what is wrong with one file; what is wrong with an option or the base may be with all."""
    of_all = tuple(
        problem
        for problem in error.problems
        if problem.place.is_option or (base.name and problem.place.file == base.name)
    )
    for problem in error.problems:
        if problem not in of_all:
            say(str(problem))
    return Ended(error.code, of_all)
