"""Whoever asks: what an interview wants of a terminal, and what it gets back.

A protocol and its values; `terminal` is what follows it, and it knows no field: what an answer
comes to, `Ask.read` tells it.
"""

from collections.abc import Callable
from enum import Enum
from typing import Literal, NamedTuple, Protocol


class Signal(Enum):
    """What a person can want at any question beside answering it; OPEN is not sure yet."""

    BACK = "back"
    OPEN = "open"
    PREVIEW = "preview"
    REVIEW = "review"


Kind = Literal["text", "pick", "tick", "page"]
"""A line to type, one row of a list to take, any of them, or pages to read."""
Part = Literal["", "where", "what for", "when"]
"""What is asked for beside an answer that stands: where a place is, what is paid for, and when."""


class Row(NamedTuple):
    """One row of a list: `label` and `help` are shown, `value` is what it answers.

    `own` says that the value is somebody's own words, which the trace leaves out; `also` are other
    words for it; `left` is the answer that it makes of a question which was asked about. Rows
    `under` one heading follow each other.
    """

    value: str
    label: str
    help: str = ""
    own: bool = False
    also: tuple[str, ...] = ()
    left: str = ""
    under: str = ""


class Line(NamedTuple):
    """A paragraph of a page: `mark` ("-", "12") and `label` stand before its text."""

    text: str
    mark: str = ""
    label: str = ""


class Section(NamedTuple):
    """A heading of a page, and what stands under it."""

    title: str
    lines: tuple[Line, ...]


class Seen(NamedTuple):
    """What would become of an answer: how it reads in the posting, or why it is `refused`.

    No text says that there is nothing to show: it reads as it was typed. `advice` is what to
    change in it, which is said once more when it is kept.
    """

    text: str = ""
    refused: bool = False
    advice: str = ""


class Ask(NamedTuple):
    """One thing to be answered, by one Enter; the first ten words are those of the trace.

    Asks of one `screen` follow each other, and the earlier ones stand above. `fields` are what
    the answer is for. `at` is the row that Enter takes, from 0, and None for none; `ticked` are
    the values of the rows that are. With `own` the row after the last takes own words.
    `many` says that a text has several parts, with ; between them. The first `few` rows are shown,
    the others to whoever wants them; 0 shows all.

    `question` is one sentence, `why` a line under it, `more` what ? adds, `example` an answer.
    `current` is the answer so far, `offer` one that is likely and was never given, `typed` the text
    to go on with, or to replace where it `is_old`. `note` is what is said under
    the question: why the last answer was not taken, if it was `refused`. `optional` lets Enter
    leave it unanswered, unless it `is_open` (not sure yet) and stays so; `leads_back` says that it
    skips nothing then. `long` offers an editor. `about` is the question whose answer is asked
    about: that stands above then, with what comes of it. `home` says where own words belong that
    a list does not take; `told` what other words than its rows come to: the value of a row, the
    words themselves where more is to be asked about them, or nothing.
    `pages` are what there is to read. `signals` are those that are understood here. `part` is for
    whoever takes the reply: it is that part of the answer alone.
    """

    screen: str
    kind: Kind
    fields: tuple[str, ...]
    question: str
    rows: tuple[Row, ...] = ()
    own: bool = False
    at: int | None = None
    ticked: tuple[str, ...] = ()
    step: int = 0
    of: int = 0
    title: str = ""
    why: str = ""
    more: str = ""
    example: str = ""
    many: bool = False
    few: int = 0
    current: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()
    typed: str = ""
    is_old: bool = False
    note: str = ""
    refused: bool = False
    optional: bool = False
    is_open: bool = False
    leads_back: bool = False
    about: str = ""
    home: str = ""
    long: bool = False
    pages: tuple[Section, ...] = ()
    read: Callable[[tuple[str, ...]], Seen] | None = None
    signals: tuple[Signal, ...] = tuple(Signal)
    part: Part = ""
    told: Callable[[str], str] | None = None

    @property
    def stays_open(self) -> bool:
        """Whether Enter alone leaves it not sure yet, as it is; a refused answer ends that."""
        return self.is_open and not self.current and not (self.refused and self.optional)


class Reply(NamedTuple):
    """What came back: the whole answer, one value or several; none leaves it unanswered.

    A text has one value (its parts, if `many`), a pick one, a page the line typed there.
    `said` are the words by which a row was picked, which may say more than it does, or those
    typed before it that were none of the rows.
    With a `signal` it is what was typed, picked or ticked before it. `again` says that own words
    joined a list of ticks: they are kept, and the list is asked once more. `away` says that no
    answer is wanted, not even one that was left open.
    """

    values: tuple[str, ...] = ()
    signal: Signal | None = None
    again: bool = False
    away: bool = False
    said: str = ""

    @property
    def text(self) -> str:
        """The one value, or nothing."""
        return self.values[0] if self.values else ""


def resumed(ask: Ask, reply: Reply) -> Ask:
    """Return what goes on where a reply broke off; own words among it get a row."""
    if ask.kind in ("text", "page"):
        return ask._replace(typed="; ".join(reply.values), is_old=False)
    known = {row.value for row in ask.rows}
    own = [Row(value, value, own=True) for value in reply.values if value not in known]
    rows = (*ask.rows, *own)
    if ask.kind == "tick":
        return ask._replace(rows=rows, ticked=reply.values, at=len(rows) - 1 if own else ask.at)
    values = [row.value for row in rows]
    return ask._replace(rows=rows, at=values.index(reply.text) if reply.values else ask.at)


def without_refused(ask: Ask) -> tuple[Ask, str]:
    """Take own words that were refused out of a list, and return them beside it, if there are any.

    What Enter takes there is the answer before, or nothing.
    """
    if ask.kind != "pick" or not ask.refused or ask.at is None or not ask.rows[ask.at].own:
        return ask, ""
    rows = (*ask.rows[: ask.at], *ask.rows[ask.at + 1 :])
    at = next((n for n, row in enumerate(rows) if row.value in ask.current), None)
    return ask._replace(rows=rows, at=at), ask.rows[ask.at].value


def without_new(ask: Ask, reply: Reply) -> Reply:
    """Return a reply without the own words in it, where rows are ticked or none takes any."""
    values = {row.value for row in ask.rows}
    kept = tuple(value for value in reply.values if value in values)
    is_list = ask.kind == "tick" or (ask.kind == "pick" and not ask.own)
    return reply._replace(values=kept) if is_list else reply


class Asker(Protocol):
    """Whoever asks: a full screen, plain lines, or a script in a test."""

    def ask(self, ask: Ask) -> Reply:
        """Ask; end with KeyboardInterrupt or EOFError to save and stop."""

    def key(self, signal: Signal) -> str:
        """Return how a signal is given here: a key or a word to type."""

    def tell(self, text: str) -> None:
        """Say something between two questions."""
