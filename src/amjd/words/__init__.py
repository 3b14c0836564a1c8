"""What the interview says between the questions, read from `prompts/words/`, one file a section.

Each class mirrors one file; those of the doubts and the terminal are in `doubts` and
`terminal`. Words in {braces} are filled
where they are said, never with markup. The questions of the posting are in `questions`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from amjd.questions import Question, Questions
from amjd.words.doubts import Doubts
from amjd.words.terminal import Terminal


class Welcome(NamedTuple):
    """The first words."""

    greeting: str
    from_posting: str


class Asking(NamedTuple):
    """What is said of one answer; `by_law` is said at questions in place of why they are asked."""

    answer: str
    reading: str
    needed: str
    not_sure: str
    left_away: str
    kept_so: str
    is_nothing: str
    say_so: Mapping[str, str]
    is_left: str
    example: str
    example_reads: str
    no_town: str
    points: str
    where: str
    why_where: Mapping[str, str]
    asap: str
    first_already: str
    law_asks: str
    by_law: Mapping[str, str]
    vacancy: Question
    screening: Question


class Money(NamedTuple):
    """The currency of the amounts, and the words of a bonus that is no figure."""

    names: Mapping[str, str]
    meant_in: str
    settled: str
    against: str
    several: str
    currency: Question
    bonus: Mapping[str, tuple[str, ...]]
    unsure: str
    inexact: Mapping[str, tuple[str, ...]]
    totals: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, str]
    one_total: str
    in_words: Question
    undecided: Question
    what_for: str
    when_paid: str
    so_far: str
    paid_example: str
    percent: Question


class Adding(NamedTuple):
    """What may be added to a posting, and its lines of ours."""

    extras: Question
    unticked: Question
    duties: Question
    tool: Question
    in_own_words: str
    request: str
    came_in: str
    in_place: str
    gone_said: str
    gone_full: str


class Advice(NamedTuple):
    """What an answer calls for."""

    sign_dropped: str
    mine: str
    days_off: str
    no_pay: str
    no_commission: str
    ote_dropped: str
    dropped: str
    take_home: str
    workload: Mapping[str, str]
    may_leave: str
    deadline_past: str
    wrong_words: str
    doubts: Mapping[str, str]


class Decision(NamedTuple):
    """Which posting it will be."""

    decided: str
    because: str
    change: str
    now: str
    overridden: str
    signals: Mapping[str, str]
    left_out: str
    template: Question
    fits: str


class Review(NamedTuple):
    """The list of all answers, and the last yes; `content` is said beside one, or in its place."""

    title: str
    unanswered: str
    nothing_to_add: str
    in_file: Mapping[str, str]
    in_words: str
    cut: str
    ask: Question
    missing: str
    unknown: str
    which: str
    meant: str
    nothing_typed: str
    content: tuple[str, ...]
    not_right: str
    not_meant: str
    several: str
    small: str
    short: str
    nothing_small: str
    capitals: Question
    line: str
    changed: str
    open: str
    needed: str
    nothing: str
    preview: Question


class Files(NamedTuple):
    """Files that are there already, and files that cannot be written."""

    resume: Question
    complete: Question
    replaced: Question
    finished: Question
    edited: Question
    read_only: Question
    read_only_answers: Question
    open: Question
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

    written: str
    answers: str
    dated: str
    assumed: str
    defaults: Mapping[str, str]
    no: str
    settle: str
    past: str
    private: str
    law: str
    long: str
    own_line: str
    own_lines: str
    wrong: str
    home: str
    more_wrong: str
    next: str
    opening: Question
    not_opened: str
    stopped: str
    nothing_changed: str
    nothing_saved: str


class Words:
    """All of it, a section a file, each read when it is first wanted."""

    welcome: Welcome
    terminal: Terminal
    asking: Asking
    doubts: Doubts
    money: Money
    adding: Adding
    advice: Advice
    decision: Decision
    review: Review
    files: Files
    end: End

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getattr__(self, section: str) -> object:
        """Read a section; an AmjdError says where a word is missing, unknown or misshapen."""
        from amjd.records import load  # whoever only drafts hears none of these words

        if section not in SECTIONS:
            raise AttributeError(section)
        words: object = load(self._folder / f"{section}.yaml", SECTIONS[section])
        setattr(self, section, words)
        return words


SECTIONS = Words.__annotations__


class Prompts:
    """What is asked and what is said, each read when it is first wanted."""

    def __init__(self, folder: Path) -> None:
        self.questions = Questions(folder)
        self.words = Words(folder / "words")
