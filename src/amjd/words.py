"""What the interview says between the questions, read from `prompts/words/`, one file a section.

Each class mirrors one file. Words in {braces} are filled where they are said, with numbers and
names of files, never with markup. The questions of the posting are in `questions`.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from amjd.questions import Question, Questions

Table = tuple[tuple[str, ...], ...]


class Welcome(NamedTuple):
    """The first screen."""

    greeting: str
    gate: tuple[Question, ...]
    said_to: Mapping[str, str]


class Terminal(NamedTuple):
    """What stands around every question."""

    keys_plain: str
    editor_plain: str
    editor_open: str
    question: str
    example: str
    now: str
    optional: str
    keep: str
    nothing: str
    take: str
    no_answer: str
    several: str
    several_choices: str
    other: str
    no_choice: str
    one_line: str
    cut: str
    left_empty: str


class Asking(NamedTuple):
    """Between one question and the next."""

    step: str
    answer: str
    reading: str
    kept_as: str
    taken_out: str
    needed: str
    no_key: str
    first_already: str


class Advice(NamedTuple):
    """What an answer calls for."""

    hunting: str
    sign_dropped: str
    no_commission: str
    many_measures: str
    ote_dropped: str
    take_home: str
    take_home_row: str
    no_minutes: str
    workload: str
    attainment: str
    deadline_past: str
    benchmark: str
    minutes: Question
    table: Table


class Decision(NamedTuple):
    """Which posting it will be."""

    decided: str
    runner_up: str
    because: str
    always: str
    unless: str
    change: str
    signals: Mapping[str, str]
    left_out: str
    overridden: str
    template: Question
    fits: str


class Review(NamedTuple):
    """The list of all answers, and the last yes."""

    title: str
    ask: Question
    missing: str
    unknown: str
    open: str
    needed: str


class Files(NamedTuple):
    """Files that are there already, and files that cannot be written."""

    resume: Question
    replaced: Question
    finished: Question
    edited: Question
    rename: Question
    taken: str
    save_failed: str
    changed: str
    changed_cure: str
    no_lock: str
    retry: Question
    why_lost: str
    elsewhere: Question
    lost: str
    shown: str


class End(NamedTuple):
    """The last lines."""

    open: str
    next: str
    checklist: str
    stopped: str
    nothing_changed: str
    nothing_saved: str


class Words(NamedTuple):
    """All of it, a section a file."""

    welcome: Welcome
    terminal: Terminal
    asking: Asking
    advice: Advice
    decision: Decision
    review: Review
    files: Files
    end: End


def load_words(folder: Path) -> Words:
    """Read the sections from their files.

    Raises:
        AmjdError: a word is missing, unknown or of the wrong shape; it says which, and where.
    """
    # YAML is loaded here because whoever only drafts hears none of these words.
    from amjd.records import load

    sections = {name: load(folder / f"{name}.yaml", kind) for name, kind in _SECTIONS.items()}
    return Words(**sections)


_SECTIONS = Words.__annotations__


class Prompts:
    """What is asked and what is said, each read once, when it is first wanted."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read yet."""
        self._folder = folder
        self.questions = Questions(folder)

    @cached_property
    def words(self) -> Words:
        """What is said between the questions."""
        return load_words(self._folder / "words")
