"""What the interview says between the questions, read from `prompts/words/`, one file a section.

Each class mirrors one file; that of the terminal is in `terminal`. Words in {braces} are filled
where they are said, never with markup. The questions of the posting are in `questions`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from amjd.questions import Question, Questions
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
    where: str
    why_where: Mapping[str, str]
    asap: str
    first_already: str
    law_asks: str
    by_law: Mapping[str, str]
    vacancy: Question
    screening: Question


class Doubts(NamedTuple):
    """What is asked about an answer before it is kept, and the words that call for it.

    `vague` are those of somebody who does not know yet, `unsure` open a clause which is cut from an
    answer, `persons` are for oneself, `wishes` of somebody who wants something else, `nothing` mean
    no answer, `denials` open one that there is none, and `hedges` are of people who are not sure;
    `tails` are cut off their end, `varies` off its beginning. `joints` go on with a sentence behind
    a comma, `clauses` also in a list of three and more; the first two of `joints` join the last
    part of a list. `pluses` say that nobody must have it. `kinds` tell what an amount is, and
    `left` what of an answer is not kept; `worked_out` is said of a figure that nobody typed,
    `one_end` of a range, `in_a_range` of one that depends on experience; `exact`, `range_is_about`,
    `before_tax` of words that no amount needs. `in_words` says of fields that take a figure or a
    choice alone where words go, `coaches_others` of others who are coached; `of_sales` is a share.
    `new_home` says what is asked where new clients were typed, and `is_counted` what a measure is.
    `things` are the fields whose parts are things, not sentences; `in_office` says 3/2 in words.
    """

    vague: tuple[str, ...]
    unsure: tuple[str, ...]
    persons: tuple[str, ...]
    wishes: tuple[str, ...]
    nothing: tuple[str, ...]
    denials: tuple[str, ...]
    hedges: tuple[str, ...]
    tails: tuple[str, ...]
    varies: tuple[str, ...]
    joints: tuple[str, ...]
    clauses: tuple[str, ...]
    pluses: tuple[str, ...]
    kinds: tuple[str, ...]
    exact: str
    range_is_about: str
    before_tax: str
    part: str
    in_office: Mapping[str, str]
    no_paper: str
    street: str
    worked_out: str
    is_measure: str
    is_counted: str
    says_company: str
    new_home: Mapping[str, str]
    in_words: Mapping[str, str]
    coaches_others: str
    of_sales: str
    one_end: str
    in_a_range: str
    keep_private: str
    stays_open: str
    left: str
    things: tuple[str, ...]
    open: Question
    left_out: Question
    two_counts: Question
    no_figure: Question
    no_product: Question
    several: Question
    all_kept: Question
    new_clients: Question
    which: Question
    handover: Question
    hedged: Question
    texts: Question
    years: Question
    added: Question


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
    duties: Question
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
