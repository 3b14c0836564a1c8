"""The files of an interview: where its answers are kept, who holds them, what is there already."""

import contextlib
import fcntl
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from amjd import flow, targets
from amjd.answers_edit import with_answer
from amjd.answers_file import MAX_BYTES, check, parse, with_options
from amjd.characters import printable
from amjd.errors import AmjdError
from amjd.files import check_folder, read_bytes, write_whole
from amjd.interview import Asker, Interview, ask_about
from amjd.targets import Target

DEFAULT_NAME = "job-posting"
_HEAD = "# Answers for an account-manager posting, kept by amjd new and read by amjd draft.\n"


class Wanted(NamedTuple):
    """What `new` was called with."""

    output: str | None = None
    formats: tuple[str, ...] = ()
    answers: str | None = None
    options: tuple[str, ...] = ()
    template: str = ""
    only_missing: bool = False
    force: bool = False


class Session(NamedTuple):
    """An interview's files: the answers so far, and the postings to write at its end.

    `every` says that answered questions are asked too; `overwrite` that the person agreed to
    replace the postings that are there; `fresh` that nothing was answered before.
    """

    answers: Path
    postings: list[Target]
    text: str
    every: bool
    overwrite: bool
    fresh: bool

    def how_to_go_on(self) -> str:
        """Say, when an interview stops early, where its answers are."""
        words = flow.wizard()
        if not self.answers.exists():
            return str(words["nothing_saved"])
        output = self.postings[0].path
        command = f"amjd new --output {shlex.quote(str(output or '-'))}"
        return str(words["stopped"].format(answers=printable(str(self.answers)), command=command))

    def farewell(self, unsettled: list[str]) -> str:
        """Say, when the posting is written, what is open and what to do next."""
        words, labels = flow.wizard()["end"], flow.labels()
        lines = [f"  {labels[field]}" for field in unsettled]
        path = self.postings[0].path or Path(f"{DEFAULT_NAME}.docx")
        following = words["next"].format(
            answers=shlex.quote(printable(str(self.answers))),
            output=shlex.quote(printable(str(path))),
            blanks=" --allow-blanks" if unsettled else "",
        )
        opened = [words["open"], *lines] if lines else []
        return "\n".join(["", *opened, following, "", words["checklist"].rstrip()])

    def save(self, text: str) -> None:
        """Keep the answers; a new file is for its owner's eyes only."""
        write_whole(self.answers, text.encode(), force=True, private=True)


class StoppedError(Exception):
    """The person chose to stop before anything was begun."""


@contextlib.contextmanager
def opened(wanted: Wanted, asker: Asker) -> Iterator[Session]:
    """Settle the files, ask about those that are there already, and hold them while it runs.

    Raises:
        StoppedError: the person prefers to stop.
        AmjdError: a file cannot be read or written (4), is invalid (3), or is in use (6).
    """
    output = wanted.output
    given = _given(wanted)
    while True:
        postings = _postings(output, wanted.formats)
        answers = _answers_path(postings)
        check_folder(answers.parent)
        with _held(answers):
            session = _begin(wanted, asker, answers, postings, given)
            if session is not None:
                yield session
                return
        output = _other_name(asker)


def _postings(output: str | None, formats: tuple[str, ...]) -> list[Target]:
    return targets.plan([DEFAULT_NAME], output or f"{DEFAULT_NAME}.docx", formats)[0]


def _answers_path(postings: list[Target]) -> Path:
    path = postings[0].path
    if path is None:
        return Path(f"{DEFAULT_NAME}.amjd.yaml")
    return path.with_name(f"{path.stem}.amjd.yaml")


def _given(wanted: Wanted) -> str:
    """Read the answers to start from, and check what is given before anything is asked."""
    text = _read(wanted.answers) if wanted.answers else ""
    return _with_given(text, wanted)


def _with_given(text: str, wanted: Wanted) -> str:
    from amjd import catalog

    name = printable(wanted.answers or "answers")
    document = with_options(parse(text.encode(), name), wanted.options)
    check(document, catalog.ids(), allow_blanks=True)
    fields = dict.fromkeys(option.partition("=")[0].strip() for option in wanted.options)
    for field in fields:
        values = [option.partition("=")[2] for option in wanted.options
                  if option.partition("=")[0].strip() == field]  # fmt: skip
        text = with_answer(text, field, values if len(values) > 1 else values[0].strip())
    return with_answer(text, "template", wanted.template) if wanted.template else text


def _read(name: str) -> str:
    raw = read_bytes(name, MAX_BYTES)
    parse(raw, printable(name))
    return raw.decode("utf-8-sig")


def _begin(
    wanted: Wanted, asker: Asker, answers: Path, postings: list[Target], given: str
) -> Session | None:
    """Begin or go on; None if the person wants another name."""
    same = wanted.answers is not None and _is_same(wanted.answers, answers)
    there = [target.path for target in postings if target.path and os.path.lexists(target.path)]
    if answers.exists() and not same:
        if wanted.answers:
            raise AmjdError(f"{printable(str(answers))} exists already.", "Take another name.")
        given = _with_given(_read(str(answers)), wanted)
        if Interview(asker, given, lambda _: None).unfinished():
            file = printable(str(answers))
            return _choose(asker, "resume", Session(answers, postings, given, False, True, False),
                           file=file)  # fmt: skip
        there.insert(0, answers)
    fresh = not given
    every = not wanted.only_missing
    session = Session(answers, postings, given or _HEAD, every, wanted.force, fresh)
    if there and not (wanted.force and answers not in there):
        files = ", ".join(printable(str(path)) for path in there)
        return _choose(asker, "finished", session._replace(overwrite=True), files=files)
    return session


def _choose(asker: Asker, words: str, session: Session, **values: str) -> Session | None:
    data = flow.wizard()[words]
    data = {**data, "why": data["why"].format(**values)}
    match ask_about(asker, data):
        case "stop":
            raise StoppedError
        case "other":
            return None
    return session


def _other_name(asker: Asker) -> str:
    while True:
        typed = ask_about(asker, flow.wizard()["rename"]).strip()
        try:
            postings = _postings(typed, ())
        except AmjdError as error:
            asker.tell(str(error))
            continue
        if typed and not any(target.path is None or target.path.exists() for target in postings):
            return typed


def _is_same(name: str, path: Path) -> bool:
    return name != "-" and path.exists() and Path(name).samefile(path)


@contextlib.contextmanager
def _held(answers: Path) -> Iterator[None]:
    """Hold a lock that the system lets go of when the process ends, however it ends.

    Raises:
        AmjdError: somebody else holds it (exit code 6).
    """
    lock = answers.with_name(f".{answers.name}.lock")
    descriptor = _locked(lock)
    try:
        if descriptor is None:
            message = f"another amjd new is working on {printable(str(answers))}."
            raise AmjdError(message, "Finish that one, or take another --output.", code=6)
        yield
    finally:
        if descriptor is not None:
            lock.unlink(missing_ok=True)
            os.close(descriptor)


def _locked(lock: Path) -> int | None:
    """Lock the file; None if somebody holds it. A file that was removed meanwhile is no lock."""
    while True:
        descriptor = os.open(lock, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        except BlockingIOError:
            os.close(descriptor)
            return None
        os.close(descriptor)
