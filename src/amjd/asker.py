"""Whoever asks: what an interview wants of a terminal, and what it gets back.

A protocol and its values; `terminal` is what follows it.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple, Protocol

from amjd.questions import Question

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

    def key(self, signal: Signal) -> str:
        """Return how a signal is given here: a key or a word to type."""

    def tell(self, text: str) -> None:
        """Say something between two questions."""

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Show a table whose first row is its head."""

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show labels and answers, numbered from 0; no answer is what was skipped."""
