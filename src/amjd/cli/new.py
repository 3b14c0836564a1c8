"""`amjd new`: its options; `interviewing` does what they say."""

from functools import cache, partial
from typing import TYPE_CHECKING, Annotated

import typer

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
    open_rules,
    path_given,
    prompts,
)
from amjd.text.characters import printable

if TYPE_CHECKING:
    from amjd.questions import Questions


def new(
    output: Output = None,
    formats: Format = None,
    answers: Annotated[
        str | None,
        typer.Option(
            "-a",
            "--answers",
            metavar="FILE",
            callback=path_given,
            help="Start from these answers.",
        ),
    ] = None,
    posting: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="POSTING",
            callback=path_given,
            help="Start from what an existing posting says.",
        ),
    ] = None,
    only_missing: Annotated[
        bool, typer.Option("--skip-answered", help="Ask only what is missing.")
    ] = False,
    named: Annotated[
        list[str] | None,
        typer.Option(
            "--ask",
            metavar="FIELD",
            help="Ask only this, or all of a section such as pay; can be repeated.",
        ),
    ] = None,
    template: TemplateId = None,
    options: Set = None,
    base: Base = None,
    short: Short = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Numbered questions line by line, without cursor movement."),
    ] = False,
    trace: Annotated[
        str | None,
        typer.Option(
            "--trace",
            metavar="FILE",
            envvar="AMJD_TRACE",
            callback=path_given,
            help="Append what is asked, and no answer, to this file; for reports of faults.",
        ),
    ] = None,
    letterhead: Letterhead = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Answer questions and get a posting, with its answers file beside it.

    \b
    Examples:
      amjd new                          job-posting.docx and job-posting.amjd.yaml
      amjd new -o driver.md             Markdown instead
      amjd new -a old.yaml --skip-answered -o next.docx
      amjd new --from old.docx          ask only what the old posting leaves open
      amjd new --ask deadline           ask one thing again
      amjd new --reference-docx letterhead.docx
      amjd new --short                  job-posting.short.docx, for job boards
    """
    # Help is printed without them.
    from amjd.cli.interviewing import interview
    from amjd.interview.files.wanted import Wanted

    # Each is read when it is needed, and once.
    catalog, short_catalog = cache(open_catalog), cache(partial(open_catalog, "short"))
    check_options(template, options or [], lambda: catalog().ids)
    if answers == "-" and is_nothing_piped():
        raise typer.BadParameter("Name an answers file or pipe one in.")
    if posting == "-" and is_nothing_piped():
        raise typer.BadParameter("Name a posting, or pipe one in.")
    if answers and posting:
        raise typer.BadParameter("--answers and --from both say what to start from. Leave one out.")
    words = prompts()
    wanted = Wanted(
        catalog, short_catalog, words, cache(open_rules), output,
        tuple(formats or ()), answers, tuple(options or ()), template or "", only_missing, force,
        plain, _fields(named or [], words.questions), short, posting,
        letterhead, base,
    )  # fmt: skip
    interview(wanted, quiet, trace)


def _fields(names: list[str], questions: "Questions") -> tuple[str, ...]:
    """Return the fields that are named; refuse, with typer.BadParameter, what names none."""
    # --help needs no names
    from amjd.interview.names import named, near
    from amjd.interview.way import TEMPLATE

    fields: list[str] = []
    for name in names:
        found = named(name, [*questions], questions) or [TEMPLATE] * (name.lower() == TEMPLATE)
        if not found:
            close = near(name, list(questions), questions)
            hint = f"Did you mean {close}?" if close else "amjd schema lists the fields."
            raise typer.BadParameter(f"There is no question {printable(name)!r}. {hint}")
        fields += found
    return tuple(dict.fromkeys(fields))
