"""A line that is being typed: its text, where its cursor is, and what a key makes of it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from amjd.terminal.columns import columns
from amjd.terminal.sequences import Key


class Entry(NamedTuple):
    """A text and its cursor; `is_old` says that the first letter that is typed replaces it."""

    text: str = ""
    at: int = 0
    is_old: bool = False

    def pressed(self, key: Key) -> "Entry":
        """Return what a key makes of it; a key that changes no text leaves it as it is."""
        if key.name in ("text", "paste"):
            return self._with(key.text)
        if self.is_old and key.name in _ERASING:
            return Entry()
        change = _CHANGES.get(key.name)
        return change(self)._replace(is_old=False) if change else self

    def _with(self, text: str) -> "Entry":
        if self.is_old:
            return Entry(text, len(text))
        before = self.text[: self.at] + text
        return Entry(before + self.text[self.at :], len(before))

    def _moved(self, to: int) -> "Entry":
        return self._replace(at=to)

    def _cut(self, to: int) -> "Entry":
        start, end = sorted((self.at, to))
        return Entry(self.text[:start] + self.text[end:], start)

    def _left(self) -> int:
        at = max(0, self.at - 1)
        while at and not columns(self.text[at]) and self.text[at] != "\n":
            at -= 1  # a mark stands on the letter before it
        return at

    def _right(self) -> int:
        at = min(len(self.text), self.at + 1)
        while at < len(self.text) and not columns(self.text[at]) and self.text[at] != "\n":
            at += 1
        return at

    def _word_left(self) -> int:
        found = re.search(r"\w+\W*\Z", self.text[: self.at])
        return found.start() if found else 0

    def _word_right(self) -> int:
        found = re.match(r"\W*\w+", self.text[self.at :])
        return self.at + found.end() if found else len(self.text)


_CHANGES: dict[str, Callable[[Entry], Entry]] = {
    "left": lambda one: one._moved(one._left()),
    "right": lambda one: one._moved(one._right()),
    "home": lambda one: one._moved(0),
    "end": lambda one: one._moved(len(one.text)),
    "word-left": lambda one: one._moved(one._word_left()),
    "word-right": lambda one: one._moved(one._word_right()),
    "backspace": lambda one: one._cut(one._left()),
    "delete": lambda one: one._cut(one._right()),
    "kill-left": lambda one: one._cut(0),
    "kill-right": lambda one: one._cut(len(one.text)),
    "kill-word-left": lambda one: one._cut(one._word_left()),
    "kill-word-right": lambda one: one._cut(one._word_right()),
}
# At the end of a text, where the cursor of an old one stands, these would do nothing.
_ERASING = {"delete", "kill-left", "kill-right", "kill-word-right"}
