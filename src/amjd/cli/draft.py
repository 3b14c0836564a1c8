"""`amjd draft`: answers files in, postings out.

How one is drafted is in `documents.draft`; what is said of it, in `said`.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from amjd.cli.options import (
    Force,
    Format,
    Output,
    Quiet,
    Set,
    TemplateId,
    check_options,
    postings,
    prompts,
    say,
)
from amjd.cli.said import PROGRESS, closing, of_draft, wrote
from amjd.formats import FORMATS
from amjd.formats.format import Write
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

if TYPE_CHECKING:
    from amjd.documents.catalog import Catalog
    from amjd.files.targets import Target
    from amjd.questions import Questions


def draft(
    answers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ANSWERS]...", help="Answers files; - is standard input."),
    ] = None,
    output: Output = None,
    formats: Format = None,
    template: TemplateId = None,
    options: Set = None,
    allow_blanks: Annotated[
        bool, typer.Option("--allow-blanks", help="Leave what is missing in brackets.")
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Turn answers files into postings, without a question.

    \b
    Examples:
      amjd draft answers.yaml                         Markdown on standard output
      amjd draft answers.yaml -o posting.docx
      amjd draft clients/*.yaml -o out/ -f docx -f md
      amjd draft answers.yaml --set portfolio.accounts=25 --template key
    """
    from amjd.files import targets
    from amjd.files.whole import read_bytes, sync_folder
    from amjd.sources.yaml_file import MAX_BYTES

    names = answers or ["-"]
    catalog = postings()
    check_options(template, options or [], lambda: catalog.ids)
    if "-" in names and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter(
            "Name an answers file or pipe one in; or answer questions with amjd new."
        )
    if names.count("-") > 1:
        raise typer.BadParameter("Standard input can be read once only.")
    piped = read_bytes("-", MAX_BYTES) if "-" in names else b""
    stems = [_stem_of_stdin(piped) if name == "-" else targets.stem(name) for name in names]
    plan = targets.plan(stems, output, formats or [])
    targets.refuse_one_file(names, plan)
    writers = {name: FORMATS[name].writer() for name in {one.format for one in chain(*plan)}}
    settings = _Settings(
        catalog, prompts().questions, writers, tuple(options or ()), template or "",
        allow_blanks, force, quiet,
    )  # fmt: skip
    codes: list[int] = []
    failed: list[str] = []
    for name, wanted in _with_progress(list(zip(names, plan, strict=True)), quiet):
        label = f"{printable(name)}: " if len(names) > 1 else ""
        codes.append(_draft_one(name, piped, wanted, settings, label))
        if codes[-1]:
            failed.append(name)
    for folder in {target.path.parent for wanted in plan for target in wanted if target.path}:
        sync_folder(folder)
    if len(names) > 1 and (failed or not quiet):
        say(closing(len(names), failed))
    raise typer.Exit(max(codes))


class _Settings(NamedTuple):
    """What holds for every answers file of one `draft`."""

    catalog: "Catalog"
    questions: "Questions"
    writers: "Mapping[str, Write]"
    options: tuple[str, ...]
    template: str
    allow_blanks: bool
    force: bool
    quiet: bool


def _stem_of_stdin(piped: bytes) -> str:
    """Name a posting from standard input after its company."""
    from amjd.files.whole import safe_name
    from amjd.sources.yaml_file import parse

    try:
        company = parse(piped, "-").tree.get("company")
    except AmjdError:
        company = None
    name = company.get("name") if isinstance(company, dict) else None
    return safe_name(name if isinstance(name, str) else "")


def _draft_one(
    name: str, piped: bytes, wanted: "list[Target]", settings: _Settings, label: str
) -> int:
    """Draft one answers file; return its exit code."""
    from amjd.documents.draft import draft
    from amjd.files import targets
    from amjd.files.whole import read_bytes
    from amjd.sources.checked import check, open_fields
    from amjd.sources.options import with_options
    from amjd.sources.yaml_file import MAX_BYTES, parse

    try:
        raw = piped if name == "-" else read_bytes(name, MAX_BYTES)
        sheet = with_options(parse(raw, printable(name)), settings.options)
        questions = settings.questions
        answers = check(sheet, settings.catalog.ids, questions, settings.allow_blanks)
        # What was left open in the interview stands in brackets, if anything may.
        open_ = open_fields(sheet, answers, questions) if settings.allow_blanks else []
        drafted = draft(settings.catalog, questions, answers, settings.template, open_)
        for target in wanted:
            content = settings.writers[target.format](drafted)
            targets.write(target.path, content, settings.force, settle=False)
    except AmjdError as error:
        say(str(error))
        return error.code
    if not settings.quiet:
        files = [wrote(target.path) for target in wanted if target.path]
        for line in (*of_draft(drafted), *files):
            say(label + line)
    return 0


def _with_progress(
    jobs: "list[tuple[str, list[Target]]]", quiet: bool
) -> "Iterable[tuple[str, list[Target]]]":
    """Show a progress bar when there is enough to do, on a terminal that can redraw a line."""
    is_plain = os.environ.get("ACCESSIBLE") or os.environ.get("TERM", "dumb") in ("", "dumb")
    if quiet or is_plain or len(jobs) < 50 or sys.stderr is None or not sys.stderr.isatty():
        return jobs
    from rich.console import Console
    from rich.progress import track

    return track(jobs, PROGRESS, console=Console(stderr=True), transient=True)
