"""A list under way, as it stands: what is picked, which row is meant, and what a key would do."""

from typing import NamedTuple

from amjd.asker import Ask, Row
from amjd.terminal.lines import in_names, is_agreed, is_denied, matching, numbers_ahead
from amjd.words.terminal import Terminal


class Ahead(NamedTuple):
    """What was typed before what is typed now, and the ticks as they stood before it changed them.

    Without ticks it is what stood before a digit that began a number anew.
    """

    typed: str = ""
    ticks: tuple[str, ...] | None = None


class Listed(NamedTuple):
    """The rows of a list, its pointer and its ticks, and what is typed so far.

    The row after the last takes own words, where there are any to take. `seen` rows are shown; the
    one behind them opens the others. `joint` is what followed the number that ticked last (a space,
    a comma, "and"); what is `ahead` counts again where words follow. `missed` are words that were
    none of the rows when a key took another.
    """

    ask: Ask
    words: Terminal
    rows: tuple[Row, ...]
    seen: int
    at: int | None
    ticks: tuple[str, ...]
    typed: str = ""
    note: str = ""
    joint: str = ""
    ahead: Ahead = Ahead()
    missed: str = ""
    is_helped: bool = False

    @property
    def is_many(self) -> bool:
        """Whether its rows are ticked."""
        return self.ask.kind == "tick"

    @property
    def now(self) -> Ask:
        """What is to be answered as it stands."""
        return self.ask._replace(at=self.at, ticked=self.ticks)

    @property
    def so_far(self) -> tuple[str, ...]:
        """What is picked or ticked."""
        if self.is_many:
            return self.ticks
        return (self.rows[self.at].value,) if self.at is not None and not self.is_own else ()

    @property
    def is_own(self) -> bool:
        """Whether the pointer is at the row for own words."""
        return self.ask.own and self.at == len(self.rows) - 1

    @property
    def is_others(self) -> bool:
        """Whether the pointer is at the row that opens the others."""
        return self.at == self.seen < len(self.rows)

    # -- which row is meant -------------------------------------------------------------------

    def matching(self, typed: str) -> int | None:
        """Return the row that words mean, if one."""
        if self.is_many and is_denied(typed, self.words):
            return None
        return matching(self.rows, typed, self.words, self.takes_words)

    @property
    def is_matched(self) -> bool:
        """Whether what is typed means a row, or comes to an answer."""
        return not self.typed or self.matching(self.typed) is not None or bool(self.told)

    @property
    def takes_words(self) -> bool:
        """Whether words that name no row may be an answer; to a list of facts a no to all is."""
        return self.ask.own or (self.ask.told is not None and not self.is_many)

    @property
    def told(self) -> str:
        """What words come to that name no row: a row's value, or the words themselves."""
        typed = self.typed.strip()
        if self.ask.told is None or not typed or self.matching(typed) is not None:
            return ""
        return self.ask.told(in_names(self.ask.rows, typed, self.words))

    @property
    def is_agreed(self) -> bool:
        """Whether what is typed says that the ticks are right."""
        return self.is_many and is_agreed(self.ask.rows, self.ticks, self.typed, self.words)

    @property
    def goes_on(self) -> bool:
        """Whether a space is one between two words: of a name, or of somebody's own."""
        begun = self.typed.casefold().strip()
        names = [row.label.casefold() for row in self.rows]
        if not begun or begun.isdecimal() or begun in names:
            return False
        return self.ask.own or any(name.startswith(f"{begun} ") for name in names)

    def is_between(self, typed: str) -> bool:
        """Whether what is typed behind a number joins it with the next, or may come to that."""
        joints = self.words.between_numbers
        return bool(self.joint) and any(one.startswith(typed.casefold()) for one in joints)

    @property
    def is_joint(self) -> bool:
        """Whether what is typed joins two numbers."""
        return self.typed.casefold() in self.words.between_numbers

    def is_anew(self, typed: str) -> bool:
        """Whether its last digit begins a number: behind that of a row, or words that are none."""
        before, last = typed[:-1], typed[-1:]
        if not before or not last.isdecimal() or self.is_begun(typed) or not self.is_begun(last):
            return False
        if before.isdecimal():
            return self.is_begun(before)
        return before.isalpha() or (before[-1].isalpha() and self.is_none(typed))

    def is_none(self, typed: str) -> bool:
        """Whether some words mean no row and come to no answer."""
        return not self.ask.own and not self._replace(typed=typed).is_matched

    def are_rows(self, typed: str) -> bool:
        """Whether the numbers that stand before words of a line are all those of rows."""
        ahead, _ = numbers_ahead(typed, self.words)
        return bool(ahead) and all(1 <= int(number) <= len(self.rows) for number in ahead)

    def is_begun(self, typed: str) -> bool:
        """Whether what is typed may lead to a row, by its number or its name."""
        if typed.isdecimal():
            return 1 <= int(typed) <= len(self.rows)
        return self.ask.own or self.matching(typed) is not None

    # -- what Enter, Space and Backspace would do ---------------------------------------------

    @property
    def takes(self) -> bool:
        """Whether Enter goes on with what stands there, if it is nothing."""
        is_any = self.is_many or self.at is not None
        return is_any or self.ask.optional or self.stays_open or bool(self.told)

    @property
    def stays_open(self) -> bool:
        """Whether Enter leaves it not sure yet, as it was."""
        return self.ask.stays_open and not (self.ticks if self.is_many else self.at is not None)

    @property
    def is_ticking(self) -> bool:
        """Whether Enter ticks what is typed, before it goes on."""
        return bool(self.is_many and self.typed and not (self.is_own or self.is_agreed))

    @property
    def is_flipped(self) -> bool:
        """Whether Space does something to the row at the pointer, and is no letter."""
        is_some = self.is_many and self.at is not None and not (self.typed and self.is_own)
        return is_some and self.is_matched and not self.goes_on

    @property
    def goes_away(self) -> bool:
        """Whether Backspace settles what was left open: none of a list of facts, or no answer."""
        is_of_facts = self.is_many and len(self.ask.fields) > 1
        return self.stays_open and not self.typed and (self.ask.optional or is_of_facts)


def begun(ask: Ask, words: Terminal) -> Listed:
    """Begin at the row that Enter takes; among ticks a pointer decides nothing.

    All rows are shown from the start where one of the others is ticked or pointed at.
    """
    is_ticked = any(row.value in ask.ticked for row in ask.rows[ask.few :])
    is_whole = not ask.few or is_ticked or (ask.at or 0) > ask.few
    rows = (*ask.rows, Row("", words.other)) if ask.own else tuple(ask.rows)
    at = 0 if ask.kind == "tick" and ask.at is None and ask.rows else ask.at
    return Listed(ask, words, rows, len(rows) if is_whole else ask.few, at, tuple(ask.ticked))
