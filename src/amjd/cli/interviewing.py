"""One run of `amjd new`: the interview, and however it ends, a line on how to go on."""

import contextlib
import errno
import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from amjd.asker import Asker
from amjd.cli.deliver import posting_day
from amjd.cli.options import say
from amjd.cli.said import of_formats, reason
from amjd.files.system import open_with, opener
from amjd.interview.asides import ask_about
from amjd.interview.files import session, standing
from amjd.interview.files.saving import Saving
from amjd.interview.files.wanted import Wanted, command_anew, refuse_traced, with_letterhead
from amjd.interview.first import Heard, first_ask
from amjd.sources.sheet import Sheet
from amjd.startup import load_ahead
from amjd.terminal import stops, system
from amjd.terminal.opening import open_asker
from amjd.terminal.trace import tracing
from amjd.text.characters import printable
from amjd.text.errors import AmjdError
from amjd.words import SECTIONS, End

if TYPE_CHECKING:
    from amjd.interview.loop import Interview


def interview(wanted: Wanted, quiet: bool, trace: str | None = None) -> None:
    """Ask on a terminal until the postings are written or somebody stops.

    `trace` names the file to append what is asked to, and how it ended.

    Raises:
        AmjdError: there is no terminal (5), or a file cannot be taken (2, 3, 4, 6).
        typer.Exit: with the code of how it was stopped.
    """
    if trace:
        refuse_traced(trace, wanted)
    with tracing(trace) as traced:
        wanted = with_letterhead(wanted)
        given = session.given(wanted)
        with open_asker(wanted.plain, wanted.prompts.words.terminal, traced) as asker:
            load_ahead(lambda: _load(wanted), system.leave_signals)
            _interview(wanted, given, asker, quiet)


def _load(wanted: Wanted) -> None:
    # The first question needs none of it.
    from amjd.interview import loop  # noqa: F401 - loading it is all that is wanted

    _ = wanted.prompts.questions.sections, wanted.catalog().heads, len(wanted.rules())
    for section in SECTIONS:
        getattr(wanted.prompts.words, section)


def _interview(wanted: Wanted, given: Sheet | None, asker: Asker, quiet: bool) -> None:
    """Run one interview; however it ends, say where the answers are and how to go on."""
    words = wanted.prompts.words
    last_words = words.end.nothing_changed.format(command=command_anew(wanted))
    is_begun = False
    try:
        with session.hold_files(wanted, given, asker) as files, Saving(files, asker) as saving:
            try:
                asking = begun(wanted, saving, asker)
                asking.run()
                finish(wanted, saving, asking, asker, quiet)
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
        if isinstance(error, OSError) and error.errno == errno.EIO and not error.filename:
            raise typer.Exit(129) from None  # the terminal is gone, and nobody sent a signal
        raise


def begun(wanted: Wanted, saving: Saving, asker: Asker) -> "Interview":
    """Begin an interview, with a welcome for whoever begins anew."""
    files = saving.files
    is_new = files.fresh and files.mode == "all"
    if is_new:
        asker.tell(wanted.prompts.words.welcome.greeting)
    for remark in wanted.remarks:
        asker.tell(remark)
    if wanted.posting:
        file = printable(wanted.posting)
        asker.tell(wanted.prompts.words.welcome.from_posting.format(file=file))
    if is_new and not (wanted.options or wanted.template):
        asker = Heard(asker, asker.ask(first_ask(wanted.prompts.questions)))
    # The models load while the first question is answered.
    from amjd.interview.loop import Interview

    return Interview(
        asker, files.sheet, saving.save, wanted.catalog(), wanted.prompts, wanted.rules(),
        files.mode, wanted.asked, wanted.drafted_from(),
    )  # fmt: skip


def finish(wanted: Wanted, saving: Saving, asking: "Interview", asker: Asker, quiet: bool) -> None:
    """Write the postings, say what is left to do, and offer to open the first.

    Raises:
        StoppedError: one stands there that the person would rather keep.
        AmjdError: one cannot be written, or its name leads to the answers by now.
    """
    # The models have loaded by now, while questions were answered.
    from amjd.cli.reviewed import of_draft
    from amjd.documents.draft import draft
    from amjd.interview.farewell import farewell
    from amjd.interview.files.delivering import deliver

    kept, files = asking.kept, saving.files
    drafted = draft(kept.drafted_from, kept.questions, kept.answers(), open_=kept.open_fields())
    # Their names may have come to lead to the answers while questions were asked.
    session.refuse_own(files.answers, files.postings, files.wanted)
    formats = [target.format for target in files.postings]
    drafted = drafted._replace(posted=posting_day(None, formats))
    postings = [(target, wanted.writers(target.format)(drafted)) for target in files.postings]
    done = deliver(postings, files.may_replace, saving.at, asker, kept.words)
    saving.forget_replaced()
    if quiet:
        return
    written = [saving.at(target.path).absolute() for target in done if target.path]
    answers = saving.at(files.answers).absolute()
    remarks = of_formats(drafted, formats)
    if drafted.overridden_by and drafted.template == wanted.template:
        remarks.insert(0, reason(drafted._replace(overridden_by="option")))
    found = [] if wanted.short else of_draft(kept.sheet, drafted, wanted.rules())
    for line in (*remarks, *farewell(kept, drafted, written, answers, files.command, found)):
        say(wrapped(line))
    if written and (command := opener()):
        _offer_to_open(command, written[0], asker, kept.words.end)


def wrapped(line: str) -> str:
    """Break a line between words at the width of the terminal; a path stays whole."""
    width = max(20, shutil.get_terminal_size().columns - 1)
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def _offer_to_open(command: str, path: Path, asker: Asker, words: End) -> None:
    """Ask whether to open the posting; whoever stops here has it all the same."""
    question = words.opening.filled(file=printable(str(path)))
    with contextlib.suppress(KeyboardInterrupt, EOFError):
        if ask_about(asker, question) == "yes":
            try:
                open_with(command, path)
            except OSError:
                say(words.not_opened.format(file=printable(str(path))))
