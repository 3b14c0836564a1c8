"""The keys of a question: each with what it wants, the word that is typed instead, and its label.

The bindings of a screen, the line at its foot, the words of plain lines and their help are all
made from this table. Keys that only change a text are in `bindings`.
"""

from typing import NamedTuple

from amjd.asker import Signal


class Key(NamedTuple):
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
    def binding(self) -> str:
        """The key as prompt_toolkit names it."""
        return f"c-{self.letter}"


SIGNALS = (
    Key("b", ":back", "back", Signal.BACK),
    Key("t", ":skip", "not sure", Signal.OPEN),
    Key("p", ":preview", "preview", Signal.PREVIEW),
    Key("r", ":review", "review", Signal.REVIEW),
)
STOP = Key("c", ":quit", "stop")
EDITOR = Key("o", ":edit", "opens your editor")


def key_for(signal: Signal) -> Key:
    """Return the key of a signal."""
    return next(key for key in SIGNALS if key.signal is signal)


def foot(has_editor: bool) -> str:
    """Write the line of keys below a question on a screen."""
    line = ", ".join(f"{key.shown} {key.label}" for key in (*SIGNALS, STOP))
    return f"{line} | {EDITOR.shown} {EDITOR.label}" if has_editor else line


def typed_words() -> str:
    """List the words of plain lines, with the label of those that do not say it themselves."""
    *words, last = (
        key.word if key.word == f":{key.label}" else f"{key.word} ({key.label})"
        for key in (*SIGNALS, STOP)
    )
    return f"{', '.join(words)} or {last}"
