"""One run of `amjd new`: the interview, and however it ends, a line on how to go on."""

import errno
from typing import TYPE_CHECKING

import typer

from amjd.asker import Asker
from amjd.cli.deliver import posting_day
from amjd.cli.options import say
from amjd.cli.said import of_draft, today, wrote
from amjd.formats import FORMATS
from amjd.interview import session, standing
from amjd.interview.gate import welcome
from amjd.interview.saving import Saving
from amjd.interview.wanted import Wanted, command
from amjd.sources.sheet import Sheet
from amjd.startup import load_ahead
from amjd.terminal import stops
from amjd.terminal.opening import open_asker
from amjd.text.errors import AmjdError

if TYPE_CHECKING:
    from amjd.interview.loop import Interview


def interview(wanted: Wanted, quiet: bool) -> None:
    """Ask on a terminal until the postings are written or somebody stops.

    Raises:
        AmjdError: there is no terminal (5), or a file cannot be taken (2, 3, 4, 6).
        typer.Exit: with the code of how it was stopped.
    """
    given = session.given(wanted)
    with open_asker(wanted.plain, wanted.prompts.words.terminal) as asker:
        load_ahead(lambda: _load(wanted), stops.USUAL)
        _interview(wanted, given, asker, quiet)


def _load(wanted: Wanted) -> None:
    # The first question needs none of it.
    from amjd.interview import loop  # noqa: F401 - loading it is all that is wanted

    _ = wanted.prompts.questions.steps, wanted.catalog().heads


def _interview(wanted: Wanted, given: Sheet | None, asker: Asker, quiet: bool) -> None:
    """Run one interview; however it ends, say where the answers are and how to go on."""
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


def begun(wanted: Wanted, saving: Saving, asker: Asker) -> "Interview":
    """Begin an interview, with a welcome for whoever begins anew."""
    files = saving.files
    if files.fresh and not wanted.only_missing:
        welcome(asker, wanted.prompts.words)
    # The models load while the first question is answered.
    from amjd.interview.loop import Interview

    catalog = wanted.catalog()
    return Interview(
        asker, files.sheet, saving.save, catalog, wanted.prompts, files.every, wanted.only_missing
    )


def finish(saving: Saving, asking: "Interview", asker: Asker, quiet: bool) -> None:
    """Write the postings, and say what is left to do.

    Raises:
        StoppedError: one stands there that the person would rather keep.
    """
    # The models have loaded by now, while questions were answered.
    from amjd.documents.draft import draft

    kept, files = asking.kept, saving.files
    open_ = kept.open_fields()
    drafted = draft(kept.catalog, kept.questions, kept.answers(), open_=open_)
    formats = [target.format for target in files.postings]
    drafted = drafted._replace(posted=posting_day(None, formats))
    postings = [(target, FORMATS[target.format].writer()(drafted)) for target in files.postings]
    done = standing.deliver(postings, files.may_replace, saving.at, asker, kept.words)
    saving.forget_replaced()
    if not quiet:
        day = [today(drafted.posted)] if drafted.posted else []
        places = [wrote(target.path) for target in done if target.path]
        for line in (*of_draft(drafted, formats), *day, *places):
            say(line)
        say(files.farewell(open_, done[0]))
