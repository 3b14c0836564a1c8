"""The files of an interview: where its answers are kept, who holds them, what is there already.

Answers are saved in `saving`; whether a posting was edited is found out in `standing`.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from amjd.asker import Asker
from amjd.files import lock, targets
from amjd.files.letterhead import refuse_written
from amjd.files.names import file_behind
from amjd.files.targets import Target
from amjd.files.typed_name import is_place, typed_name
from amjd.files.whole import behind_links, check_folder, is_file, is_read_only, refuse_odd, sweep
from amjd.formats import ENDINGS
from amjd.interview.asides import ask_about
from amjd.interview.files import standing
from amjd.interview.files.standing import StoppedError
from amjd.interview.files.wanted import (
    HEAD,
    Wanted,
    answers_path,
    command,
    command_with,
    ended,
    ending_at_hand,
    foreseen,
    name_of,
    planned,
)
from amjd.interview.route import Mode
from amjd.questions import Question
from amjd.sources.sheet import Sheet
from amjd.text.characters import printable
from amjd.text.errors import AmjdError


class Session(NamedTuple):
    """An interview's files: the answers so far, and the postings to write at its end.

    `mode` is which questions are asked; `fresh` says that nothing was answered before; `command`
    is what leads back here; `untouched` are the checksums of postings that nobody has changed
    since their answers made them; `over_read_only` says that answers may be changed though their
    file is read-only.
    """

    answers: Path
    postings: list[Target]
    command: str
    wanted: Wanted
    sheet: Sheet = Sheet("answers", HEAD)
    mode: Mode = "all"
    fresh: bool = True
    untouched: frozenset[str] = frozenset()
    over_read_only: bool = False

    def may_replace(self, posting: bytes) -> bool:
        """Whether a posting that stands there may be written over without a question."""
        return self.wanted.force or standing.checksum(posting) in self.untouched


@contextlib.contextmanager
def hold_files(wanted: Wanted, given: Sheet | None, asker: Asker) -> Iterator[Session]:
    """Settle the files, ask about those that are there already, and hold them while it runs.

    `given` are the answers to start from.

    Raises:
        StoppedError: the person prefers to stop.
        AmjdError: a file cannot be read or written (4), is invalid (3), or is in use (6).
    """
    with contextlib.ExitStack() as stack:
        session = _settle(wanted, asker, given, stack)
        while session is None:
            stack.close()
            session = _settle_another(wanted, asker, given, stack)
        if not session.wanted.force:
            files = session.answers, session.postings
            sheet, untouched = standing.baseline(
                *files, session.sheet, wanted.catalogs, wanted.prompts.questions, wanted.writers
            )
            session = session._replace(sheet=sheet, untouched=untouched)
        yield session


def _settle(
    wanted: Wanted, asker: Asker, given: Sheet | None, stack: contextlib.ExitStack
) -> Session | None:
    """Lock the files and begin; None if the person wants another name."""
    postings = planned(wanted)
    answers = answers_path(postings, wanted)
    _lock_and_check(answers, postings, wanted, asker, stack)
    session = _begin(Session(answers, postings, command(wanted), wanted), asker, given)
    return session and _agreed(session, asker)


def _agreed(session: Session, asker: Asker) -> Session | None:
    """Ask about answers that somebody made read-only; None if the person wants another name."""
    if not is_read_only(session.answers):
        return session
    words, file = session.wanted.prompts.words.files, printable(str(session.answers))
    agreed = _ask_how(asker, words.read_only_answers.filled(file=file), session)
    return agreed and agreed._replace(over_read_only=True)


def _lock_and_check(
    answers: Path,
    postings: list[Target],
    wanted: Wanted,
    asker: Asker,
    stack: contextlib.ExitStack,
) -> None:
    """Lock the answers, and make sure that all of it can be written."""
    refuse_own(answers, postings, wanted)
    refuse_odd(answers)
    behind_link = behind_links(answers)
    check_folder(behind_link.parent)

    def warn(reason: str) -> None:
        folder = printable(str(behind_link.parent))
        asker.tell(wanted.prompts.words.files.no_lock.format(folder=folder, reason=reason))

    stack.enter_context(lock.held(behind_link, str(answers), warn))
    sweep(behind_link.parent, behind_link)
    for path in (target.path for target in postings if target.path):
        refuse_odd(path)


def refuse_own(answers: Path, postings: list[Target], wanted: Wanted) -> None:
    """Refuse a posting that would replace what is read, or the answers that are kept.

    Raises:
        AmjdError: two names lead to one file (code 2).
    """
    given = [*filter(None, [wanted.answers, wanted.base])]
    targets.refuse_one_file([*given, str(answers)], [postings])
    if wanted.posting:
        files = [*postings, Target("", answers)]
        targets.refuse_one_file([wanted.posting], [files], "the posting that is read")
    refuse_written(wanted.letterhead, [*postings, Target("", answers)])


def moved(session: Session, name: str, asker: Asker, stack: contextlib.ExitStack) -> Session:
    """Take another place for all files of an interview, a folder or a file name, and hold it.

    Raises:
        AmjdError: it cannot be taken, or something is there already.
    """
    wanted, name = session.wanted, typed_name(name)
    place, path = Path(name), session.postings[0].path
    if not is_place(name):
        wanted = wanted._replace(output=ended(name, wanted), formats=())
    elif len(session.postings) > 1:
        wanted = wanted._replace(output=f"{place}/")
    elif path:
        wanted = wanted._replace(output=str(place / path.name))
    else:
        answers = place / session.answers.name
        _refuse_taken([answers], wanted)
        _lock_and_check(answers, session.postings, wanted, asker, stack)
        return session._replace(answers=answers, command=command_with(wanted, answers))
    postings = planned(wanted)
    answers = answers_path(postings, wanted)
    _refuse_taken([answers, *(target.path for target in postings if target.path)], wanted)
    _lock_and_check(answers, postings, wanted, asker, stack)
    return session._replace(
        answers=answers, postings=postings, command=command(wanted), wanted=wanted
    )


def _refuse_taken(paths: list[Path], wanted: Wanted) -> None:
    if any(map(os.path.lexists, paths)):
        raise AmjdError(wanted.prompts.words.files.taken)


def _settle_another(
    wanted: Wanted, asker: Asker, given: Sheet | None, stack: contextlib.ExitStack
) -> Session | None:
    """Ask for a name that is free until there is one; no name leads back to what is there."""
    words, note = wanted.prompts.words.files, ""
    while True:
        name = typed_name(ask_about(asker, words.rename.filled(endings=ENDINGS), note))
        if name in ("", "-"):
            return _settle(wanted, asker, given, stack)
        if is_place(name):
            name = str(Path(name, f"{name_of(wanted)}.{ending_at_hand(wanted)}"))
        try:
            name = ended(name, wanted)
            if os.path.lexists(name):
                note = words.taken
                continue
            return _settle(wanted._replace(output=name, formats=()), asker, given, stack)
        except AmjdError as error:
            stack.close()
            note = str(error)


def given(wanted: Wanted) -> Sheet | None:
    """Read the answers to start from, and check what is given before anything is asked.

    Raises:
        AmjdError: the options do not fit each other (2), the answers are invalid (3) or cannot
            be read (4).
    """
    if postings := foreseen(wanted):
        refuse_own(answers_path(postings, wanted), postings, wanted)
    if not (wanted.is_given or wanted.options or wanted.template or wanted.base):
        return None  # and nothing that checks answers is loaded before the first question
    from amjd.interview.files.starting import starting_sheet

    return starting_sheet(wanted.answers, wanted)


def _begin(session: Session, asker: Asker, given: Sheet | None) -> Session | None:
    """Begin or go on; None if the person wants another name."""
    wanted, words = session.wanted, session.wanted.prompts.words.files
    session = session._replace(
        sheet=given or session.sheet,
        mode=_mode(wanted, "essential" if wanted.posting else "all"),
        fresh=not wanted.is_given,
    )
    is_there, is_own = refuse_odd(session.answers), _is_same(wanted.answers, session.answers)
    if is_there and not is_own and not wanted.is_given:
        return _go_on(session, asker)
    postings = _postings_there(session)
    if is_there and not is_own:
        files = _listed([session.answers, *postings])
        return _ask_how(asker, words.replaced.filled(files=files), session)
    if not postings or (wanted.asked and is_own):
        return session
    return _ask_how(asker, words.finished.filled(files=_listed(postings)), session)


def _go_on(session: Session, asker: Asker) -> Session | None:
    """Go on with the answers that are kept beside the posting; None for another name."""
    # Whoever begins anew is asked the first question before the models load.
    from amjd.interview.files.starting import is_unfinished, is_unwritten, starting_sheet

    wanted, words = session.wanted, session.wanted.prompts.words.files
    sheet = starting_sheet(str(session.answers), wanted)
    session = session._replace(sheet=sheet, fresh=False)
    if wanted.asked:
        return session  # whoever names what to ask wants these answers changed
    is_posted = any(one.path and is_file(one.path) for one in session.postings)
    if is_unfinished(sheet, is_posted, wanted):
        mode, question = _mode(wanted, "new"), words.resume
    else:
        is_unposted = is_unwritten(sheet, is_posted)
        mode, question = _mode(wanted, "errand"), words.complete if is_unposted else words.finished
    files = _listed([session.answers, *_postings_there(session)])
    return _ask_how(asker, question.filled(files=files), session._replace(mode=mode))


def _postings_there(session: Session) -> list[Path]:
    """List the postings that stand there and are asked about."""
    paths = [target.path for target in session.postings if target.path]
    return [] if session.wanted.force else list(filter(os.path.lexists, paths))


def _mode(wanted: Wanted, usual: Mode = "all") -> Mode:
    """Return which questions are asked: those that were named, what is missing, or as usual."""
    if wanted.asked:
        return "errand"
    return "missing" if wanted.only_missing else usual


def _listed(paths: list[Path]) -> str:
    return ", ".join(printable(str(path)) for path in paths)


def _ask_how(asker: Asker, question: Question, session: Session) -> Session | None:
    """Ask how to go on with what is there; None if the person wants another name."""
    match ask_about(asker, question):
        case "stop":
            raise StoppedError
        case "other":
            return None
    return session


def _is_same(name: str | None, path: Path) -> bool:
    return name not in (None, "-") and file_behind(str(name)) == file_behind(str(path))
