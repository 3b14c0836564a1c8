"""`amjd new`: one interview, and however it ends, a line on how to go on."""

import errno
import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from amjd.cli.options import (
    Force,
    Format,
    Output,
    Quiet,
    Set,
    TemplateId,
    check_options,
    path_given,
    postings,
    prompts,
    say,
)
from amjd.cli.said import of_draft, wrote
from amjd.startup import load_ahead
from amjd.terminal import stops
from amjd.text.errors import AmjdError

if TYPE_CHECKING:
    from amjd.asker import Asker
    from amjd.interview.loop import Interview
    from amjd.interview.saving import Saving
    from amjd.interview.wanted import Wanted
    from amjd.sources.sheet import Sheet


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
    only_missing: Annotated[
        bool, typer.Option("--skip-answered", help="Ask only what is missing.")
    ] = False,
    template: TemplateId = None,
    options: Set = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Numbered questions line by line, without cursor movement."),
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Answer questions and get a posting, with its answers file beside it.

    \b
    Examples:
      amjd new                          job-posting.docx and job-posting.amjd.yaml
      amjd new -o driver.md             Markdown instead
      amjd new -a old.yaml --skip-answered -o next.docx
    """
    from amjd.interview import session
    from amjd.interview.wanted import Wanted
    from amjd.terminal.opening import open_asker

    # It is read when it is needed, and once.
    catalog = cache(postings)
    check_options(template, options or [], lambda: catalog().ids)
    if answers == "-" and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter("Name an answers file or pipe one in.")
    wanted = Wanted(
        catalog, prompts(), output, tuple(formats or ()), answers, tuple(options or ()),
        template or "", only_missing, force, plain,
    )  # fmt: skip
    given = session.given(wanted)
    with open_asker(plain, wanted.prompts.words.terminal) as asker:
        load_ahead(lambda: _load(wanted), stops.USUAL)
        _interview(wanted, given, asker, quiet)


def _load(wanted: "Wanted") -> None:
    # The first question needs none of it.
    from amjd.interview import loop  # noqa: F401 - loading it is all that is wanted

    _ = wanted.prompts.questions.steps, wanted.catalog().heads


def _interview(wanted: "Wanted", given: "Sheet | None", asker: "Asker", quiet: bool) -> None:
    """Run one interview; however it ends, say where the answers are and how to go on."""
    from amjd.interview import session, standing
    from amjd.interview.saving import Saving
    from amjd.interview.wanted import command

    words = wanted.prompts.words
    last_words = words.end.nothing_changed.format(command=command(wanted))
    is_begun = False
    try:
        with session.hold_files(wanted, given, asker) as files, Saving(files, asker) as saving:
            try:
                asking = begun(wanted, saving, asker)
                asking.run()
                finish(saving, asking, asker, quiet)
            except BaseException:
                stops.ignore()
                is_begun, last_words = saving.has_answers(), saving.last_words()
                raise
            finally:
                stops.ignore()
    except standing.StoppedError:
        if is_begun:
            say(last_words)
        raise typer.Exit(0) from None
    except BaseException as error:
        stops.ignore()
        if not isinstance(error, AmjdError) or is_begun:
            say(last_words)
        if isinstance(error, EOFError | KeyboardInterrupt):
            raise typer.Exit(130) from None
        if isinstance(error, OSError) and error.errno == errno.EIO:
            raise typer.Exit(129) from None  # the terminal is gone, and nobody sent a signal
        raise


def begun(wanted: "Wanted", saving: "Saving", asker: "Asker") -> "Interview":
    """Begin an interview, with a welcome for whoever begins anew."""
    from amjd.interview.gate import welcome

    files = saving.files
    if files.fresh and not wanted.only_missing:
        welcome(asker, wanted.prompts.words)
    # The models load while the first question is answered.
    from amjd.interview.loop import Interview

    catalog = wanted.catalog()
    return Interview(
        asker, files.sheet, saving.save, catalog, wanted.prompts, files.every, wanted.only_missing
    )


def finish(saving: "Saving", asking: "Interview", asker: "Asker", quiet: bool) -> None:
    """Write the postings, and say what is left to do.

    Raises:
        StoppedError: one stands there that the person would rather keep.
    """
    from amjd.documents.draft import draft
    from amjd.formats import FORMATS
    from amjd.interview import standing

    kept, files = asking.kept, saving.files
    open_ = kept.open_fields()
    drafted = draft(kept.catalog, kept.questions, kept.answers(), open_=open_)
    postings = [(target, FORMATS[target.format].writer()(drafted)) for target in files.postings]
    done = standing.deliver(postings, files.may_replace, saving.at, asker, kept.words)
    saving.forget_replaced()
    if not quiet:
        for line in (*of_draft(drafted), *(wrote(target.path) for target in done if target.path)):
            say(line)
        say(files.farewell(open_, done[0]))
