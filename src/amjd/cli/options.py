"""The options that commands share, the data they open, and the one function that prints.

What is said of a posting is in `said`.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from amjd import resources
from amjd.formats import NAMES
from amjd.text.characters import printable
from amjd.text.errors import did_you_mean

if TYPE_CHECKING:
    from amjd.documents.catalog import Catalog
    from amjd.questions import Questions
    from amjd.review.rules import Rules
    from amjd.words import Prompts

WrongUsageError: type[Exception] = typer.BadParameter.mro()[2]
"""What Typer raises for every mistake on the command line; it does not name it itself."""
COMPLETION_FLAGS = ("--install-completion", "--show-completion")
COMPLETION_ASKS = "_AMJD_COMPLETE"
"""What the script of a shell sets when it asks on the Tab key what can follow."""


def path_given(path: str | None) -> str | None:
    """Read the name of a file as it was meant: a shell leaves the ~ of --output=~/x as it is.

    Raises:
        typer.BadParameter: it is empty, as a variable that was never set is.
    """
    if path == "":
        raise typer.BadParameter("The name is empty. Name a file.")
    if path is None:
        return None
    from amjd.files.names import at_home  # --help shall not load what knows of files

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
    typer.Option("-f", "--format", metavar="FORMAT", help=f"{NAMES}; overrides the ending."),
]
TemplateId = Annotated[
    str | None,
    typer.Option("-t", "--template", metavar="ID", help="Use this template, whatever fits best."),
]
Short = Annotated[
    bool, typer.Option("--short", help="The short form for job boards: three paragraphs.")
]
Letterhead = Annotated[
    str | None,
    typer.Option(
        "--reference-docx",
        metavar="FILE",
        callback=path_given,
        help="The company's Word file: its styles, header, footer and page; for docx.",
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="One answer, which wins over the file; can be repeated.",
    ),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="FILE",
        callback=path_given,
        help="An answers file under the others, for what they do not say.",
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


def check_options(template: str | None, options: list[str], known: Callable[[], list[str]]) -> None:
    """Refuse, with typer.BadParameter, a template that is not known and a --set without value."""
    for option in options:
        if option.find("=") < 1:
            message = f"{printable(option)!r} has no value. Write --set FIELD=VALUE."
            raise typer.BadParameter(message)
    if template is not None:
        check_template(template, known())


def is_nothing_piped() -> bool:
    """Whether standard input gives nothing to read: it is a terminal, or is closed."""
    return sys.stdin is None or sys.stdin.isatty()


def open_catalog(kind: str = "posting") -> "Catalog":
    """Open the templates of a kind of document, which is the name of their folder."""
    # Help is printed without the models.
    from amjd.documents.catalog import Catalog

    return Catalog([resources.folder("templates") / kind])


def open_questions() -> "Questions":
    """Open the questions."""
    from amjd.questions import Questions  # --help needs none of them

    return Questions(resources.folder("prompts"))


def open_rules() -> "Rules":
    """Open the rules of the review."""
    from amjd.review.rules import Rules  # as the questions

    return Rules(resources.folder("rules"))


def prompts() -> "Prompts":
    """Open the questions, and what is said between them."""
    from amjd.words import Prompts  # only an interview says it

    return Prompts(resources.folder("prompts"))


def check_template(template: str, known: list[str]) -> None:
    """Refuse a template that is not among the known ones with typer.BadParameter."""
    if template not in known:
        hint = did_you_mean(template, known) or f"Known: {', '.join(known)}."
        raise typer.BadParameter(f"There is no template {printable(template)!r}. {hint}")
