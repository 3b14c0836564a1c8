"""`amjd draft`: its options; `drafting` does what they say."""

import datetime
import os
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from amjd import resources
from amjd.cli.options import (
    Base,
    Force,
    Format,
    Letterhead,
    Output,
    Quiet,
    Set,
    Short,
    TemplateId,
    check_options,
    is_nothing_piped,
    open_catalog,
    open_questions,
    open_rules,
    say,
)
from amjd.files.targets import POSTING, SHORT, of_several
from amjd.formats import FORMATS, PASTED
from amjd.text.characters import printable
from amjd.text.errors import AmjdError


def draft(
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ANSWERS]...",
            help="Answers files, or folders of them; - is standard input.",
        ),
    ] = None,
    output: Output = None,
    formats: Format = None,
    template: TemplateId = None,
    options: Set = None,
    base: Base = None,
    short: Short = False,
    allow_blanks: Annotated[
        bool, typer.Option("--allow-blanks", help="Leave what is missing in brackets.")
    ] = False,
    copy: Annotated[
        bool, typer.Option("--copy", help=f"Put it on the clipboard; with --format {PASTED}.")
    ] = False,
    posted: Annotated[
        str | None,
        typer.Option(
            "--date-posted",
            metavar="DATE",
            help="The day of the posting in the data for search engines; today if not given.",
        ),
    ] = None,
    letterhead: Letterhead = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Turn answers files into postings, without a question.

    \b
    Examples:
      amjd draft answers.yaml                         Markdown on standard output
      amjd draft answers.yaml -o posting.docx
      amjd draft clients/ -o out/ -f docx -f md       every *.yaml in the folder
      amjd draft answers.yaml -f paste --copy         to paste into the form of a job board
      amjd draft clients/*.yaml -o out/ --short       out/NAME.short.md, for job boards
      amjd draft answers.yaml -o posting.docx --reference-docx letterhead.docx
      amjd draft answers.yaml --set portfolio.accounts=25 --template key
      amjd draft jobs/ --base company.yaml -o out/    what each job's file leaves out
    """
    # Help is printed without the models.
    from amjd.cli.drafting import draft_all
    from amjd.cli.steps import Drafting

    names, refused = answers_files(answers or ["-"])
    catalog = open_catalog()
    if copy and not _is_one_to_paste(names, output, formats or []):
        raise typer.BadParameter(
            f"--copy takes one answers file and one format, {PASTED}, and goes without --output."
        )
    check_options(template, options or [], lambda: catalog.ids)
    if "-" in names and is_nothing_piped():
        raise typer.BadParameter(
            "Name an answers file or pipe one in; or answer questions with amjd new."
        )
    if names.count("-") > 1:
        raise typer.BadParameter("Standard input can be read once only.")
    kind, drafted_from = (SHORT, open_catalog(SHORT)) if short else (POSTING, catalog)
    drafting = Drafting(
        catalog, open_questions(), tuple(options or ()), template or "", allow_blanks, force,
        quiet, cache(open_rules), kind, drafted_from, _day(posted), copy, letterhead, base,
    )  # fmt: skip
    for error in refused:
        say(str(error))
    if refused and names:
        output = of_several(output)
    codes = [error.code for error in refused]
    if names:
        codes.append(draft_all(names, output, formats or [], drafting))
    raise typer.Exit(max(codes))


def answers_files(given: list[str]) -> tuple[list[str], list[AmjdError]]:
    """Return the answers files that are named, and what is wrong with folders of them."""
    names, refused = list[str](), list[AmjdError]()
    for name in given:
        try:
            names += _files_of(name)
        except AmjdError as error:
            refused.append(error)
    return names, refused


def _files_of(name: str) -> list[str]:
    """Return the answers files that a name stands for: a folder for all that are in it.

    Raises:
        AmjdError: there is none in the folder, or it cannot be read (code 4).
    """
    if not os.path.isdir(name):  # noqa: PTH112 - a name that is too long is none
        return [name]
    from amjd.files.refusals import explained  # few name a folder

    # What is no folder is tried, a link that leads nowhere too: its reader says what is wrong.
    with explained(name, "read"):
        found = [path for path in resources.files(Path(name), ".yaml") if not path.is_dir()]
    files = [str(path) for path in found if not path.name.startswith(".")]
    if not files:
        message = f"there is no answers file in the folder {printable(name)}."
        raise AmjdError(message, "Name one that has files ending in .yaml.")
    return files


def _day(text: str | None) -> datetime.date | None:
    """Read a day as answers are read; typer.BadParameter for what is none."""
    if text is None:
        return None
    # Help is printed without the models.
    from amjd.answers.days.deadline import read_day
    from amjd.text.errors import UnreadableError

    try:
        return read_day(text)
    except UnreadableError as error:
        raise typer.BadParameter(f"--date-posted {error.message} {error.cure}") from None


def _is_one_to_paste(names: list[str], output: str | None, formats: list[str]) -> bool:
    """Whether what is asked for fits on the clipboard; a format that is not known is told later."""
    fitting = [name for name in formats if name not in FORMATS or FORMATS[name].pasted_as]
    return len(names) == 1 and output is None and len(formats) == 1 and fitting == formats
