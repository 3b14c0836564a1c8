"""`amjd check`: its options; `reviewing` does what they say."""

import datetime
from typing import Annotated, Literal

import typer

from amjd.cli.options import Quiet, is_nothing_piped, say


def check(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Postings or answers files; - is standard input."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_sarif: Annotated[
        bool, typer.Option("--sarif", help="Print SARIF, for the checks of code hosts.")
    ] = False,
    level: Annotated[
        Literal["error", "warning", "notice"],
        typer.Option("--level", help="What makes the exit code 1."),
    ] = "error",
    region: Annotated[
        str | None,
        typer.Option("--region", metavar="PLACE", help="Where the job is: US-CO, Ontario, US."),
    ] = None,
    employees: Annotated[
        int | None, typer.Option("--employees", metavar="N", min=0, help="How many work there.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day whose laws hold, as 2026-11-30."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show all that was found.")] = False,
    quiet: Quiet = False,
) -> None:
    """Review postings: the role, the pay, the law, the words.

    \b
    Examples:
      amjd check posting.docx
      amjd check posting.md --region US-CO --employees 12
      amjd check answers.yaml --level warning
      amjd check ads/*.html --json
      amjd check ads/*.md --sarif > amjd.sarif
    """
    # Help is printed without the rules.
    from amjd.cli.reviewing import Reviewing, check_all
    from amjd.review.findings import Around

    if files.count("-") > 1:
        raise typer.BadParameter("Standard input can be read once only.")
    if "-" in files and is_nothing_piped():
        raise typer.BadParameter("Name a posting, or pipe one in.")
    if as_json and as_sarif:
        raise typer.BadParameter("--json and --sarif are two forms. Take one.")
    form: Literal["text", "json", "sarif"]
    form = "json" if as_json else "sarif" if as_sarif else "text"
    around = Around(_regions(region, quiet), employees, _day(as_of))
    raise typer.Exit(check_all(files, Reviewing(around, level, form, every)))


def _day(given: str | None) -> str:
    if given is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(given.strip()).isoformat()
    except ValueError:
        raise typer.BadParameter("--as-of is no day. Write it as 2026-11-30.") from None


def _regions(given: str | None, quiet: bool) -> tuple[str, ...]:
    """Read a place by its code or its English name; say so where a code may mean another."""
    if given is None:
        return ()
    # --help needs no table
    from amjd.answers.places.countries import is_region, parts_called, region_name, regions_named

    code = given.strip().upper()
    if is_region(code):
        for part in () if quiet else parts_called(code):
            say(f"--region {code} is read as {region_name(code)}; {region_name(part)} is {part}.")
        return (code,)
    named = regions_named(given)
    if len(named) == 1:
        return (named[0],)
    if named:
        codes = " or ".join(f"{region_name(one)} ({one})" for one in named)
        raise typer.BadParameter(f"--region may be {codes}. Write the code.")
    raise typer.BadParameter("--region is no place we know. Write a code, such as US-CO or CA-ON.")
