"""A list that is under way, and which of its rows is meant by what is typed in it."""

from amjd.asker import Ask, Row
from amjd.terminal.lines import in_names, is_agreed, is_denied, matching
from amjd.words.terminal import Terminal

NOTHING_AHEAD: tuple[str, int | None] = ("", None)
"""What stands before what is typed: a text, and the row that it ticked."""


class Listed:
    """The rows of a list, its ticks and its pointer, and what is typed so far."""

    def __init__(self, ask: Ask, words: Terminal) -> None:
        """Begin at the row that Enter takes; among ticks a pointer decides nothing."""
        self.ask, self._words = ask, words
        self._is_many = ask.kind == "tick"
        self.at = 0 if self._is_many and ask.at is None and ask.rows else ask.at
        self._ticks = list(ask.ticked)
        self._typed, self._note, self.is_helped = "", "", False
        self._joint = ""  # what followed the number that ticked last: a space, a comma, "and"
        # What was typed before a number that began anew; it counts again where words follow.
        self._ahead = NOTHING_AHEAD
        other = [Row("", words.other)] if ask.own else []
        self._rows = [*ask.rows, *other]
        self._seen = len(self._rows) if _is_unfolded(ask) else ask.few  # rows that are shown

    def so_far(self) -> tuple[str, ...]:
        """Return what is picked or ticked."""
        if self._is_many:
            return tuple(self._ticks)
        return (self._rows[self.at].value,) if self.at is not None and not self._is_own() else ()

    def _is_own(self) -> bool:
        return self.ask.own and self.at == len(self._rows) - 1

    def _is_others(self) -> bool:
        """Whether the pointer is at the row that opens the others."""
        return self.at == self._seen < len(self._rows)

    def _is_matched(self) -> bool:
        return not self._typed or self._matching(self._typed) is not None or bool(self._told())

    def _matching(self, typed: str) -> int | None:
        if self._is_many and is_denied(typed, self._words):
            return None
        return matching(self._rows, typed, self._words, self._takes_words())

    def _takes_words(self) -> bool:
        return self.ask.own or self.ask.told is not None

    def _told(self) -> str:
        """Return what words come to that name no row: a row's value, or the words themselves."""
        typed = self._typed.strip()
        if self.ask.told is None or not typed or self._matching(typed) is not None:
            return ""
        return self.ask.told(in_names(self.ask.rows, typed, self._words))

    def _is_agreed(self) -> bool:
        if not self._is_many:
            return False
        return is_agreed(self.ask.rows, self._ticks, self._typed, self._words)

    def _goes_on(self) -> bool:
        """Whether a space is one between two words: of a name, or of somebody's own."""
        begun = self._typed.casefold().strip()
        names = [row.label.casefold() for row in self._rows]
        if not begun or begun.isdecimal() or begun in names:
            return False
        return self.ask.own or any(name.startswith(f"{begun} ") for name in names)

    def _is_between(self, typed: str | None = None) -> bool:
        """Whether what was typed behind a number joins it with the next, or may come to that."""
        typed = (self._typed if typed is None else typed).casefold()
        between = self._words.between_numbers
        return bool(self._joint) and any(joint.startswith(typed) for joint in between)

    def _is_anew(self, typed: str) -> bool:
        """Whether its last digit begins a number: behind that of a row, or a word that is none."""
        before, last = typed[:-1], typed[-1:]
        if not before or not last.isdecimal() or self._is_begun(typed) or not self._is_begun(last):
            return False
        return self._is_begun(before) if before.isdecimal() else before.isalpha()

    def _is_begun(self, typed: str) -> bool:
        """Whether what was typed may lead to a row, by its number or its name."""
        if typed.isdecimal():
            return 1 <= int(typed) <= len(self._rows)
        return self.ask.own or self._matching(typed) is not None

    def _is_joint(self) -> bool:
        return self._typed.casefold() in self._words.between_numbers


def _is_unfolded(ask: Ask) -> bool:
    """Whether all rows are shown from the start, as where one of the others is ticked."""
    is_ticked = any(row.value in ask.ticked for row in ask.rows[ask.few :])
    return not ask.few or is_ticked or (ask.at or 0) > ask.few
