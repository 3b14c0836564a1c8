"""`amjd read`: an answers file of what an existing posting says."""

from functools import partial
from typing import Annotated

import typer

from amjd.cli.deliver import text_target, write_text
from amjd.cli.options import Force, Output, Quiet, is_nothing_piped, open_catalog, prompts, say
from amjd.cli.said import read_from
from amjd.text.characters import printable


def read(
    posting: Annotated[
        str, typer.Argument(metavar="POSTING", help="A posting; - is standard input.")
    ],
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Turn a posting into an answers file of what it says; the rest is left open.

    \b
    Examples:
      amjd read old.docx -o answers.yaml      then: amjd draft answers.yaml --allow-blanks
      amjd read posting.html | less
      amjd new --from old.docx                the same, and what is open is asked
    """
    # Help is printed without the models.
    from amjd.existing.file import posting_in
    from amjd.existing.reading import understood
    from amjd.files import targets

    if posting == "-" and is_nothing_piped():
        raise typer.BadParameter("Name a posting, or pipe one in.")
    name = f"{'answers' if posting == '-' else targets.stem(posting)}.amjd.yaml"
    targets.refuse_one_file([posting], [[text_target(output, name)]], "the posting that is read")
    short = partial(open_catalog, "short")
    found = understood(posting_in(posting), open_catalog(), prompts().questions, short)
    write_text(found.as_yaml().encode(), output, name, force, quiet)
    if not quiet:
        say(read_from(printable(posting), len(found.answers), found.needed))
