"""`amjd draft`: its options; `drafting` does what they say."""

import sys
from typing import Annotated

import typer

from amjd.cli.options import (
    Force,
    Format,
    Output,
    Quiet,
    Set,
    Short,
    TemplateId,
    check_options,
    open_catalog,
    prompts,
)


def draft(
    answers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ANSWERS]...", help="Answers files; - is standard input."),
    ] = None,
    output: Output = None,
    formats: Format = None,
    template: TemplateId = None,
    options: Set = None,
    short: Short = False,
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
      amjd draft clients/*.yaml -o out/ --short       out/NAME.short.md, for job boards
      amjd draft answers.yaml --set portfolio.accounts=25 --template key
    """
    # Help is printed without the models.
    from amjd.cli.drafting import Drafting, draft_all

    names = answers or ["-"]
    catalog = open_catalog()
    check_options(template, options or [], lambda: catalog.ids)
    if "-" in names and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter(
            "Name an answers file or pipe one in; or answer questions with amjd new."
        )
    if names.count("-") > 1:
        raise typer.BadParameter("Standard input can be read once only.")
    drafting = Drafting(
        catalog, prompts().questions, tuple(options or ()), template or "", allow_blanks, force,
        quiet, open_catalog("short") if short else None,
    )  # fmt: skip
    raise typer.Exit(draft_all(names, output, formats or [], drafting))
