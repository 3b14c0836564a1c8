"""Keeping the answers of an interview on the disk, wherever that is by now.

A folder can go away while somebody works: then the answers go where the person says or, when
nobody can be asked any more, to a place that is left. They are never put over another file.
"""

import contextlib
import os
import tempfile
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from amjd.asker import Asker
from amjd.files.whole import write_whole
from amjd.formats import ENDINGS, parted
from amjd.interview.asides import ask_about
from amjd.interview.files import session, standing
from amjd.interview.files.session import Session
from amjd.interview.files.wanted import command, command_with
from amjd.questions import Question
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_MOST_NAMES = 99


class Elsewhere(NamedTuple):
    """Where answers were saved when they could not be where they belong."""

    answers: Path
    command: str


class Saving:
    """Saves answers, and asks what to do when that fails; `files` says where they are now."""

    def __init__(self, files: Session, asker: Asker) -> None:
        """Begin with what the answers file holds now."""
        self.files = files
        self._asker, self._words = asker, files.wanted.prompts.words
        self._locks, self._told = contextlib.ExitStack(), set[str]()
        self._folder = _here()
        # What the file held when it was last looked at, what we put there, and what should
        # be there: they differ when another program writes, and when a save fails.
        self._seen = standing.content(files.answers)
        self._kept = self._seen or None  # what is empty, or cannot be read, keeps no answer
        self._wanted: bytes | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._locks.close()

    def at(self, path: Path) -> Path:
        """Return where a path leads that was named when the interview began.

        The folder may have been taken away since, and another put in its place: a stick.
        """
        try:
            there = self._folder.stat()
        except OSError:
            return path
        with contextlib.suppress(OSError):
            if os.path.samestat(there, Path().stat()):
                return path
        return self._folder / path

    def save(self, text: str) -> None:
        """Save the answers; a failure is a question, not an end.

        Raises:
            AmjdError: they could not be saved, and the person gave up.
        """
        while True:
            try:
                return self.write(text)
            except AmjdError as error:
                self._wanted = text.encode()
                note = self._words.files.save_failed.format(reason=error)
                match ask_about(self._asker, self._retry(), note):
                    case "stop":
                        raise
                    case "elsewhere":
                        self._move()

    def write(self, text: str) -> None:
        """Save the answers; a new file is for its owner's eyes only.

        Raises:
            AmjdError: they cannot be written, or, once, another program has changed the file.
        """
        path, words = self.at(self.files.answers), self._words.files
        found = standing.content(path)
        # One that is empty has nothing to lose; of one that cannot be read nobody knows.
        if found not in (self._seen, None, b""):
            self._seen = found
            message = words.changed.format(file=printable(str(self.files.answers)))
            raise AmjdError(message, words.changed_cure)
        # What is remembered for a change of the answers is nothing to save without one.
        is_unchanged = found == standing.remember(text, ()).encode()
        content = found if found is not None and is_unchanged else text.encode()
        agreed = self.files.over_read_only
        remarks = write_whole(path, content, force=True, private=True, over_read_only=agreed)
        self._tell(remarks)
        self._seen = self._kept = self._wanted = content

    def _tell(self, remarks: Collection[str]) -> None:
        """Say, once an interview, what the disk did not let the file keep."""
        for remark in set(remarks) - self._told:
            self._asker.tell(remark)
        self._told.update(remarks)

    def _retry(self) -> Question:
        words = self._words.files
        is_there = self._kept is not None and self._on_disk() == self._kept
        return words.retry if is_there else words.retry._replace(why=words.why_lost)

    def _move(self) -> None:
        """Ask for another place until one can be taken; no name leaves all as it is."""
        question, note = self._words.files.elsewhere.filled(endings=ENDINGS), ""
        while (name := ask_about(self._asker, question, note)) not in ("", "-"):
            lock = self._locks.enter_context(contextlib.ExitStack())
            try:
                self.files = session.moved(self.files, name, self._asker, lock)
            except AmjdError as error:
                lock.close()
                note = str(error)
                continue
            self._folder, self._seen, self._kept = _here(), None, None
            return

    def _on_disk(self) -> bytes | None:
        return standing.content(self.at(self.files.answers))

    def last_words(self) -> str:
        """Say, when an interview stops early, where its answers are.

        If they are lost where they belong they are saved elsewhere first, or else shown.
        """
        words, found = self._words, self._on_disk()
        if not self._is_lost(found):
            if found is None:
                return words.end.nothing_saved
            return self._stopped(self.files.answers, self.files.command)
        rest = self._wanted or self._kept or b""
        belongs = words.files.lost.format(file=printable(str(self.files.answers)))
        for place in self._elsewhere():
            with contextlib.suppress(AmjdError, OSError):
                write_whole(place.answers, rest, private=True)
                return f"{belongs}\n{self._stopped(place.answers, place.command)}"
        return f"{belongs}\n{words.files.shown}\n\n{rest.decode()}"

    def _stopped(self, answers: Path, command: str) -> str:
        shown = printable(str(answers))
        return self._words.end.stopped.format(answers=shown, command=command)

    def has_answers(self) -> bool:
        """Whether there are answers to speak of when an interview stops early."""
        found = self._on_disk()
        return found is not None or self._is_lost(found)

    def _is_lost(self, found: bytes | None) -> bool:
        """Whether neither the answers nor those before the last one are in their file."""
        if found is None:
            return (self._wanted or self._kept) is not None
        return self._wanted is not None and found not in (self._wanted, self._kept)

    def _elsewhere(self) -> Iterator[Elsewhere]:
        """Give the places to save answers at: their own folder, this one, home, the last resort."""
        name = self.files.answers.name.removesuffix(".amjd.yaml")
        for folder in (self.at(self.files.answers).parent, Path(), *_last_folders()):
            stems = (f"{name}-{number}" if number > 1 else name for number in range(1, _MOST_NAMES))
            for stem in islice((stem for stem in stems if _is_free(folder, stem)), 3):
                yield self._elsewhere_as(folder, stem)

    def _elsewhere_as(self, folder: Path, stem: str) -> Elsewhere:
        """Say where answers of this name are, and what goes on with them."""
        wanted, answers = self.files.wanted, folder / f"{stem}.amjd.yaml"
        path = self.files.postings[0].path
        if path is None or len(self.files.postings) > 1:
            return Elsewhere(answers, command_with(wanted, answers))
        output = str(folder / f"{stem}{parted(path)[1]}")
        return Elsewhere(answers, command(wanted._replace(output=output)))

    def forget_replaced(self) -> None:
        """Take out of the answers what they remember of postings that are replaced by now."""
        text = (self._kept or b"").decode()
        there = standing.there(self.at(self.files.answers), self.files.postings)
        wanted = self.files.wanted
        known = standing.still_there(
            text, there, wanted.catalogs, wanted.prompts.questions, wanted.writers
        )
        left = standing.remember(text, known)
        if left != text:
            # The posting is written; whoever keeps this from being so loses nothing.
            with contextlib.suppress(AmjdError):
                self.write(left)


def _is_free(folder: Path, stem: str) -> bool:
    return not os.path.lexists(folder / f"{stem}.amjd.yaml")


def _last_folders() -> Iterator[Path]:
    with contextlib.suppress(OSError, RuntimeError):
        yield Path.home()
    with contextlib.suppress(OSError):
        yield Path(tempfile.gettempdir())


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        return Path()
