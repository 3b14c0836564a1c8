"""`amjd mend`: answers files with what their problems say to write."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amjd.cli.deliver import text_target, write_text
from amjd.cli.draft import answers_files
from amjd.cli.options import (
    Force,
    Output,
    Quiet,
    is_nothing_piped,
    open_catalog,
    open_questions,
    say,
)
from amjd.cli.said import changed, mended
from amjd.text.characters import printable_line
from amjd.text.errors import AmjdError, InvalidAnswersError, Problem

if TYPE_CHECKING:
    from amjd.documents.catalog import Catalog
    from amjd.sources.sheet import Sheet


def mend(
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ANSWERS]...", help="Answers files, or folders of them; - is standard input."
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write answers files anew, with what their problems say to write.

    Lists that were typed in one line become lists. Every change is told. What leaves something to
    choose stays as it is, and its problem is told; the files that are read stay as they are.

    \b
    Examples:
      amjd mend rough.yaml -o answers.yaml      then: amjd draft answers.yaml
      amjd mend notes/ -o answers/              every *.yaml in the folder
    """
    # Help is printed without the models.
    from amjd.files import targets

    names, refused = answers_files(answers or ["-"])
    if "-" in names and is_nothing_piped():
        raise typer.BadParameter("Name an answers file, or pipe one in.")
    if names.count("-") > 1:
        raise typer.BadParameter("Standard input can be read once only.")
    if len(names) + len(refused) > 1:
        output = targets.of_several(output)
    targets.refuse_one_file(names, [[text_target(output, _name(name))] for name in names])
    for error in refused:
        say(str(error))
    codes = [error.code for error in refused]
    codes += [_mend_one(name, output, force, quiet) for name in names]
    raise typer.Exit(max(codes))


def _name(answers: str) -> str:
    return "answers.yaml" if answers == "-" else Path(answers).name


def _mend_one(name: str, output: str | None, force: bool, quiet: bool) -> int:
    """Mend one file, and say what is to be said of it; return its exit code."""
    from amjd.files.whole import read_bytes  # as above
    from amjd.sources.mending import mend
    from amjd.sources.yaml_file import MAX_BYTES, parse

    catalog = open_catalog()
    path = text_target(output, _name(name)).path
    # Problems that are left stand in the file that is written.
    shown = printable_line(str(path) if path else name)
    try:
        sheet = parse(read_bytes(name, MAX_BYTES), shown)
        found = mend(sheet, catalog.ids, catalog.names)
        write_text(found.sheet.text.encode(), output, _name(name), force, quiet)
    except AmjdError as error:
        say(str(error))
        return error.code
    left = _left(found.sheet, catalog)
    if not quiet:
        for line in (*map(changed, found.changes), *found.told):
            say(f"{shown}: {line}")
        say(f"{shown}: {mended(len(found.changes), len(left))}")
    for problem in left:
        say(str(problem))
    return 0


def _left(sheet: "Sheet", catalog: "Catalog") -> list[Problem]:
    from amjd.sources.checked import check  # as above

    try:
        check(sheet, catalog.ids, open_questions(), bullets=catalog.names)
    except InvalidAnswersError as error:
        return error.problems
    return []
