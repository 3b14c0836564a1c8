"""One run of `amjd draft`: each answers file in its turn; a bad one does not stop the rest.

How one is drafted is in `documents.draft`; what is said of it, in `said`.
"""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from amjd.cli.options import say
from amjd.cli.said import PROGRESS, closing, of_draft, wrote
from amjd.documents.catalog import Catalog
from amjd.documents.draft import draft
from amjd.files import targets
from amjd.files.targets import Target
from amjd.files.whole import read_bytes, safe_name, sync_folder
from amjd.formats import FORMATS
from amjd.formats.format import Write
from amjd.questions import Questions
from amjd.sources.checked import check, open_fields
from amjd.sources.options import with_options
from amjd.sources.sheet import typed
from amjd.sources.yaml_file import MAX_BYTES, parse
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_MANY = 50  # files; fewer are drafted before a bar could be read


class Drafting(NamedTuple):
    """What holds for every answers file of one run."""

    catalog: Catalog
    questions: Questions
    options: tuple[str, ...]
    template: str
    allow_blanks: bool
    force: bool
    quiet: bool


class _Job(NamedTuple):
    """One answers file: its bytes if they came on standard input, and what to write of it."""

    name: str
    piped: bytes
    wanted: list[Target]
    label: str


def draft_all(
    names: Sequence[str], output: str | None, formats: Sequence[str], drafting: Drafting
) -> int:
    """Draft answers files; return the highest of their exit codes.

    Raises:
        AmjdError: the files to write cannot be settled, and none is written.
    """
    piped = read_bytes("-", MAX_BYTES) if "-" in names else b""
    stems = [_stem_of_stdin(piped) if name == "-" else targets.stem(name) for name in names]
    plan = targets.plan(stems, output, formats)
    targets.refuse_one_file(names, plan)
    writers = {name: FORMATS[name].writer() for name in {one.format for one in chain(*plan)}}
    is_one = len(names) == 1
    jobs = [
        _Job(name, piped, wanted, "" if is_one else f"{printable(name)}: ")
        for name, wanted in zip(names, plan, strict=True)
    ]
    codes = [_draft_one(job, writers, drafting) for job in _with_progress(jobs, drafting.quiet)]
    for folder in {target.path.parent for wanted in plan for target in wanted if target.path}:
        sync_folder(folder)
    failed = [name for name, code in zip(names, codes, strict=True) if code]
    if not is_one and (failed or not drafting.quiet):
        say(closing(len(names), failed))
    return max(codes)


def _stem_of_stdin(piped: bytes) -> str:
    """Name a posting from standard input after its company."""
    try:
        name = typed(parse(piped, "-").tree, "company.name")
    except AmjdError:
        name = ""
    return safe_name(name if isinstance(name, str) else "")


def _draft_one(job: _Job, writers: Mapping[str, Write], drafting: Drafting) -> int:
    """Draft one answers file; return its exit code."""
    catalog, questions = drafting.catalog, drafting.questions
    try:
        raw = job.piped if job.name == "-" else read_bytes(job.name, MAX_BYTES)
        sheet = with_options(parse(raw, printable(job.name)), drafting.options)
        answers = check(sheet, catalog.ids, questions, drafting.allow_blanks, catalog.names)
        # What was left open in the interview stands in brackets, if anything may.
        open_ = open_fields(sheet, answers, questions) if drafting.allow_blanks else []
        drafted = draft(catalog, questions, answers, drafting.template, open_)
        for target in job.wanted:
            content = writers[target.format](drafted)
            targets.write(target.path, content, drafting.force, settle=False)
    except AmjdError as error:
        say(str(error))
        return error.code
    if not drafting.quiet:
        files = [wrote(target.path) for target in job.wanted if target.path]
        for line in (*of_draft(drafted), *files):
            say(job.label + line)
    return 0


def _with_progress(jobs: list[_Job], quiet: bool) -> Iterable[_Job]:
    """Show a progress bar when there is enough to do, on a terminal that can redraw a line."""
    is_plain = os.environ.get("ACCESSIBLE") or os.environ.get("TERM", "dumb") in ("", "dumb")
    if quiet or is_plain or len(jobs) < _MANY or sys.stderr is None or not sys.stderr.isatty():
        return jobs
    # rich costs as much as a whole draft, which most runs are.
    from rich.console import Console
    from rich.progress import track

    return track(jobs, PROGRESS, console=Console(stderr=True), transient=True)
