"""A list to pick from, or to tick: what its keys do; what it looks like is in `picking`."""

from typing import NamedTuple

from amjd.asker import Ask, Reply, Row
from amjd.terminal.lines import is_agreed, is_denied, matching, numbers
from amjd.terminal.sequences import Key
from amjd.text.characters import printable
from amjd.words.terminal import Terminal


class Own(NamedTuple):
    """The wish to type own words, of which some may have been typed already."""

    typed: str


class Refused(NamedTuple):
    """Enter took nothing, and why was said."""


class Choosing:
    """A list under way; the row after the last takes own words, where there are any to take.

    Where only a few rows are shown, the one behind them opens the others.
    """

    def __init__(self, ask: Ask, words: Terminal) -> None:
        """Begin at the row that Enter takes; among ticks a pointer decides nothing."""
        self.ask, self._words = ask, words
        self._is_many = ask.kind == "tick"
        self.at = 0 if self._is_many and ask.at is None and ask.rows else ask.at
        self._ticks = list(ask.ticked)
        self._typed, self._note, self.is_helped = "", "", False
        self._joint = ""  # what followed the number that ticked last: a space, a comma, "and"
        other = [Row("", words.other)] if ask.own else []
        self._rows = [*ask.rows, *other]
        self._seen = len(self._rows) if _is_unfolded(ask) else ask.few  # rows that are shown

    def pressed(self, key: Key) -> Reply | Own | Refused | None:
        """Take a key; return what it ends the question with."""
        if key.name == "enter":
            return self._entered()
        if key.name in ("up", "down", "home", "end", "pageup", "pagedown"):
            self._move(key.name)
        elif key.name in ("backspace", "delete"):
            return self._took_back()
        elif key.name == "paste" and self._is_many and numbers(key.text, self._words):
            for character in key.text:
                self.pressed(Key("text", character))
        elif key.name in ("text", "paste"):
            return self._wrote(key.text)
        return None

    def _took_back(self) -> Reply | None:
        """Take back a letter, or the move to a row; then the answer, then that it is open."""
        if self._typed[:-1]:
            self._look_for(self._typed[:-1])
        elif self._is_many and self._typed:
            self._typed, self._note, self.at = "", "", self.at or 0
        elif self._goes_away():
            return Reply(away=True)
        elif not self._is_many:
            is_moved = bool(self._typed) or self.at != self.ask.at
            self.at = self.ask.at if is_moved else None if self.ask.optional else self.at
            self._typed = self._note = ""
        return None

    def _stays_open(self) -> bool:
        """Whether Enter leaves it not sure yet, as it was."""
        return self.ask.stays_open and not (self._ticks if self._is_many else self.at is not None)

    def _goes_away(self) -> bool:
        """Whether Backspace settles what was left open: none of a list of facts, or no answer."""
        is_of_facts = self._is_many and len(self.ask.fields) > 1
        return self._stays_open() and not self._typed and (self.ask.optional or is_of_facts)

    def _wrote(self, text: str) -> Own | None:
        """Take a letter, or some, which may be one of those that do something."""
        if text == "?" and not (self._typed and self._is_own()):
            if self._is_many and self._typed.isdecimal():
                self._flip(",")
            self._typed = self._note = ""
            self.is_helped = not self.is_helped
        elif (
            text in (" ", ",", ";") and self._is_between() and (self._typed or text != self._joint)
        ):
            self._typed, self._joint = "", self._typed or ","
        elif text in (",", ";") and self._is_many and self._typed.isdecimal():
            return self._flip(",")
        elif text == " " and self._is_flipped():
            return self._flip(" ")
        elif text != " " or self._typed:
            self._look_for(self._typed + text)
        return None

    def now(self) -> Ask:
        """Return what is to be answered as it stands."""
        return self.ask._replace(at=self.at, ticked=tuple(self._ticks))

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

    def _is_flipped(self) -> bool:
        """Whether Space does something to the row at the pointer, and is no letter."""
        is_some = self._is_many and self.at is not None
        return is_some and self._is_matched() and not self._goes_on()

    def _is_matched(self) -> bool:
        return not self._typed or self._matching(self._typed) is not None or bool(self._told())

    def _matching(self, typed: str) -> int | None:
        if self._is_many and is_denied(typed, self._words):
            return None
        is_own = self.ask.own or self.ask.told is not None
        return matching(self._rows, typed, self._words, is_own)

    def _told(self) -> str:
        """Return what words come to that name no row: a row's value, or the words themselves."""
        typed = self._typed.strip()
        if self.ask.told is None or not typed or self._matching(typed) is not None:
            return ""
        return self.ask.told(typed)

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

    def _move(self, name: str) -> None:
        last = min(self._seen, len(self._rows) - 1)
        if name in ("home", "pageup") or (name == "down" and self.at in (None, last)):
            self.at = 0
        elif name in ("end", "pagedown") or (name == "up" and self.at in (None, 0)):
            self.at = last
        elif self.at is not None:
            self.at += 1 if name == "down" else -1
        self._typed = self._note = self._joint = ""

    def _look_for(self, typed: str) -> None:
        """Move to the row that begins so; what is none leads to no row, or to own words."""
        if typed[-1:].isdecimal() and not self._is_begun(typed) and self._is_anew(typed[:-1]):
            typed = typed[-1]
        self._typed, self._note = typed, ""
        if not typed or self._is_between():
            return
        self.at = self._matching(typed)
        if told := self._told():
            values = [row.value for row in self._rows]
            self.at = values.index(told) if told in values else None
            said = self._words.asks.format(typed=printable(typed.strip()))
            self._note = "" if self.at is not None else said
        elif self.at is None and not self._is_agreed():
            words = self._words.no_match
            if self.ask.own and not typed.strip().isdecimal():
                self.at, words = len(self._rows) - 1, self._words.no_match_own
            said = words.format(typed=printable(typed.strip()))
            self._note = f"{said} {self.ask.home}".strip()
        self._show(self.at)

    def _show(self, at: int | None) -> None:
        """Open the others where one of them is meant."""
        if at is not None and at >= self._seen:
            self._seen = len(self._rows)

    def _is_between(self) -> bool:
        """Whether what was typed behind a number joins it with the next, or may come to that."""
        typed = self._typed.casefold()
        between = self._words.between_numbers
        return bool(self._joint) and any(joint.startswith(typed) for joint in between)

    def _is_anew(self, before: str) -> bool:
        """Whether a digit begins a number: behind one of a row, or behind a word that is none."""
        if before.isdecimal():
            return self._is_begun(before)
        return " " not in before

    def _is_begun(self, typed: str) -> bool:
        """Whether what was typed may lead to a row, by its number or its name."""
        if typed.isdecimal():
            return int(typed) <= len(self._rows)
        return self.ask.own or self._matching(typed) is not None

    def _is_ticking(self) -> bool:
        """Whether Enter ticks what was typed, before it goes on."""
        return bool(self._is_many and self._typed and not (self._is_own() or self._is_agreed()))

    def _flip(self, joint: str) -> Own | None:
        self._joint = joint if self._typed.isdecimal() else ""
        if self._is_own():
            return Own("")
        if self._is_others():
            self._show(self.at)
        elif self.at is not None:
            value = self._rows[self.at].value
            (self._ticks.remove if value in self._ticks else self._ticks.append)(value)
        self._typed = self._note = ""
        return None

    def _entered(self) -> Reply | Own | Refused:
        if self._is_agreed():
            return Reply(self.so_far())
        if told := self._told():
            return Reply((told,))
        if not self._is_matched() and not self._is_own():
            self._typed, self.at = "", self._back_at()
            return Refused()
        if self._typed and self._is_between():
            self._typed = ""
            return Refused()
        if self._is_ticking() or self._is_others():
            self._flip(" ")
            return Refused()  # what Enter goes on with is to be seen
        if self._is_own():
            typed = "" if self._is_matched() else self._typed.strip()
            self._typed = self._note = ""
            return Own(typed)
        if self._takes():
            return Reply(self.so_far())
        self._note = self._words.pick_one
        return Refused()

    def _back_at(self) -> int | None:
        """Return where the pointer goes from words that mean nothing: nowhere that Enter takes."""
        if self._is_many:
            return 0
        return self.ask.at if self.ask.optional else None

    def _takes(self) -> bool:
        """Whether Enter goes on with what stands there, if it is nothing."""
        is_any = self._is_many or self.at is not None
        return is_any or self.ask.optional or self._stays_open() or bool(self._told())


def _is_unfolded(ask: Ask) -> bool:
    """Whether all rows are shown from the start, as where one of the others is ticked."""
    is_ticked = any(row.value in ask.ticked for row in ask.rows[ask.few :])
    return not ask.few or is_ticked or (ask.at or 0) > ask.few
