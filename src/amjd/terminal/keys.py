"""The keys of a question: each with what it wants, the word that is typed instead, and its label.

What a screen obeys, the line at its foot, the words of plain lines and their help are all made
from this table. Keys that change a text are in `entry`, those of a list in `choosing`.
"""

from typing import NamedTuple

from amjd.asker import Signal
from amjd.text.characters import joined


class Wish(NamedTuple):
    """One key of the keyboard, with Ctrl; no signal is a stop, or the editor."""

    letter: str
    word: str
    label: str
    signal: Signal | None = None

    @property
    def shown(self) -> str:
        """The key as it is printed."""
        return f"Ctrl-{self.letter.upper()}"

    @property
    def name(self) -> str:
        """The key as `sequences` names it."""
        return f"c-{self.letter}"

    @property
    def bare(self) -> str:
        """The word without its colon."""
        return self.word[1:]


SIGNALS = (
    Wish("b", ":back", "back", Signal.BACK),
    Wish("t", ":skip", "not sure", Signal.OPEN),
    Wish("p", ":preview", "preview", Signal.PREVIEW),
    Wish("r", ":review", "all answers", Signal.REVIEW),
)
STOP = Wish("c", ":quit", "stop")
EDITOR = Wish("o", ":edit", "opens your editor")


def key_for(signal: Signal) -> Wish:
    """Return the key of a signal."""
    return next(key for key in SIGNALS if key.signal is signal)


def typed_words(signals: tuple[Signal, ...] = tuple(Signal)) -> str:
    """List the words of plain lines, with the label of those that do not say it themselves."""
    keys = [key for key in SIGNALS if key.signal in signals]
    words = (
        key.word if key.bare == key.label else f"{key.word} ({key.label})" for key in (*keys, STOP)
    )
    return joined(words, "or")
