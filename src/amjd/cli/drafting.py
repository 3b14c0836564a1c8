"""One run of `amjd draft` over all its answers files; a bad one does not stop the rest.

What becomes of one of them is in `steps`; the sentences are in `said`.
"""

import datetime
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from amjd.cli.deliver import posting_day
from amjd.cli.options import say
from amjd.cli.said import PROGRESS, closing, some_of, today, undated
from amjd.cli.steps import Drafting, Ended, Job, draft_together
from amjd.files import targets
from amjd.files.letterhead import formats_of, opened, refuse_written
from amjd.files.names import safe_name
from amjd.files.placing import unsynced
from amjd.files.targets import Target
from amjd.files.whole import read_bytes, sweep, sync_folder
from amjd.sources.sheet import Sheet, over, typed
from amjd.sources.yaml_file import MAX_BYTES, parse
from amjd.text.characters import printable_line
from amjd.text.errors import AmjdError

_MANY = 50  # files; fewer are drafted before a bar could be read
_AT_ONCE = 30  # files that are drafted together; more take more memory, and are hardly faster


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
        Job(name, piped, wanted, "" if is_one else f"{printable_line(name)}: ")
        for name, wanted in zip(names, plan, strict=True)
    ]
    ended, coming = list[Ended](), iter(_with_progress(jobs, drafting.quiet))
    while some := list(islice(coming, _AT_ONCE)):
        ended += draft_together(some, base, writers, drafting)
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
    for folder in folders:
        sweep(folder)
    return [unsynced(folder) for folder in folders if not sync_folder(folder)]


def _of_the_day(
    given: datetime.date | None, posted: datetime.date | None, ended: Sequence[Ended]
) -> Iterator[str]:
    """Say once for all files that no day was given, or that no format names the given one."""
    if given and not posted:
        yield undated(given)
    if posted and not given and any(one.code == 0 for one in ended):
        yield today(posted)


def _once(names: Sequence[str], ended: Sequence[Ended]) -> Iterator[str]:
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
    return (
        parse(read_bytes(name, MAX_BYTES), printable_line(name)) if name is not None else Sheet("")
    )


def _with_progress(jobs: list[Job], quiet: bool) -> Iterable[Job]:
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
