"""Whoever asks, and the few questions that the interview asks on its own account."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple, Protocol

from amjd import flow
from amjd.flow import Question

NOTHING = "-"
"""The reply that takes an optional answer away again; an empty one keeps it."""


class Signal(Enum):
    """What a person can want at any question beside answering it."""

    BACK = "back"
    OPEN = "open"
    PREVIEW = "preview"
    REVIEW = "review"


class Asked(NamedTuple):
    """A question as it is put: `current` is the answer so far, `typed` where to go on typing.

    `number` is 0 for a question that is none of the posting's, and then `current` is what Enter
    takes.
    """

    question: Question
    current: str = ""
    typed: str = ""
    optional: bool = False
    number: int = 0
    total: int = 0


class Reply(NamedTuple):
    """What came back; `signal` instead of an answer, with what was typed before it."""

    text: str
    signal: Signal | None = None


class Asker(Protocol):
    """Whoever asks: a full screen, plain lines, or a script in a test."""

    def ask(self, asked: Asked) -> Reply:
        """Ask; end with KeyboardInterrupt or EOFError to save and stop."""

    def tell(self, text: str) -> None:
        """Say something between two questions."""

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Show a table whose first row is its head."""

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show labels and answers, numbered from 0; no answer is what was passed over."""


def say(asker: Asker, *path: str, **values: object) -> None:
    """Say some of the wizard's words, filled with values."""
    words: Any = flow.wizard()
    for step in path:
        words = words[step]
    _say(asker, words, **values)


def _say(asker: Asker, text: str, **values: object) -> None:
    # The table of the two jobs stands where the words have a place for it.
    before, has_table, after = text.partition("{table}\n")
    if before:
        asker.tell(before.format(**values).rstrip("\n"))
    if has_table:
        asker.table(flow.wizard()["table"])
        asker.tell(after.format(**values).rstrip("\n"))


def welcome(asker: Asker) -> None:
    """Welcome whoever begins anew, and see whether this is the posting they need."""
    say(asker, "welcome")
    gate(asker)


def gate(asker: Asker) -> None:
    """Ask whether this is an account manager's job, and full-time work, before anything else."""
    words, at = flow.wizard(), 0
    while at < len(words["gate"]):
        question = flow.question_from(words["gate"][at])
        first = question.choices[0].value
        reply = asker.ask(Asked(question, first))
        if reply.signal is Signal.BACK:
            at = max(0, at - 1)
        elif reply.signal:
            asker.tell(words["no_key"])
        else:
            _say(asker, words["gate_answers"].get(reply.text or first, ""))
            at += 1


def ask_about(asker: Asker, data: dict[str, Any]) -> str:
    """Ask a question of the wizard's own until it is answered; Enter takes the first choice."""
    question = flow.question_from(data)
    first = question.choices[0].value if question.choices else ""
    while (reply := asker.ask(Asked(question, first))).signal:
        asker.tell(flow.wizard()["no_key"])
    return reply.text or first
