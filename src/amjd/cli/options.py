"""The options that commands share, and the one line that any of them may say."""

import sys
from typing import Annotated

import typer

from amjd.characters import printable
from amjd.errors import did_you_mean

WrongUsageError: type[Exception] = typer.BadParameter.mro()[2]
"""What Typer raises for every mistake on the command line; it does not name it itself."""


def path_given(path: str | None) -> str | None:
    """Read the name of a file as it was meant: a shell leaves the ~ of --output=~/x as it is.

    Raises:
        typer.BadParameter: it is empty, as a variable that was never set is.
    """
    if path == "":
        raise typer.BadParameter("The name is empty. Name a file.")
    if path is None:
        return None
    from amjd.files import at_home  # --help shall not load what reads and writes files

    return at_home(path)


Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        callback=path_given,
        help="Where to write: a file, a folder ending in /, or - for standard output.",
    ),
]
Format = Annotated[
    list[str] | None,
    typer.Option("-f", "--format", metavar="FORMAT", help="md or docx; overrides the ending."),
]
TemplateId = Annotated[
    str | None,
    typer.Option("-t", "--template", metavar="ID", help="Use this template, whatever fits best."),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="One answer, which wins over the file; can be repeated.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite what is there.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but problems.")]


def say(text: str) -> None:
    """Print a line on standard error, if anybody listens there."""
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - the one place that prints
    except (OSError, ValueError):
        # A closed terminal must not change how the program ends.
        sys.stderr = None


def check_options(template: str | None, options: list[str]) -> None:
    """Refuse, with typer.BadParameter, a template that does not exist and a --set without value."""
    for option in options:
        if option.find("=") < 1:
            message = f"{printable(option)!r} has no value. Write --set FIELD=VALUE."
            raise typer.BadParameter(message)
    if template is not None:
        check_template(template)


def check_template(template: str) -> None:
    """Refuse a template that does not exist with typer.BadParameter."""
    from amjd import catalog

    if template not in catalog.ids():
        hint = did_you_mean(template, catalog.ids()) or f"Known: {', '.join(catalog.ids())}."
        raise typer.BadParameter(f"There is no template {printable(template)!r}. {hint}")
