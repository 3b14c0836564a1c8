"""A list to pick from, or to tick: what its keys do; what it looks like is in `picking`."""

from typing import NamedTuple

from amjd.asker import Ask, Reply
from amjd.terminal.entry import Entry
from amjd.terminal.lines import more_than_a_name, numbers
from amjd.terminal.listed import NOTHING_AHEAD, Listed
from amjd.terminal.sequences import Key
from amjd.text.characters import printable

_CUTTING = ("kill-left", "kill-right", "kill-word-left", "kill-word-right")
_EDITING = (*_CUTTING, "left", "right", "word-left", "word-right", "home", "end")


class Own(NamedTuple):
    """The wish to type own words, of which some may have been typed already, and a key for them."""

    typed: str
    key: Key | None = None


class Refused(NamedTuple):
    """Enter took nothing, and why was said."""


class Choosing(Listed):
    """A list under way; the row after the last takes own words, where there are any to take.

    Where only a few rows are shown, the one behind them opens the others.
    """

    def pressed(self, key: Key) -> Reply | Own | Refused | None:
        """Take a key; return what it ends the question with."""
        if key.name == "enter":
            return self._entered()
        if self._typed and key.name in (_EDITING if self._is_own() else _CUTTING):
            return self._edited(key)
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
        if not self._typed:
            self._ahead = NOTHING_AHEAD
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

    def _edited(self, key: Key) -> Own | None:
        """Take a key that edits a text; one that moves in it does so where own words are typed."""
        typed = self._typed
        entry = Entry(typed, len(typed)).pressed(key)
        if entry.text == typed:
            is_moved = self._is_own() and entry.at < len(typed)
            self._typed = "" if is_moved else typed
            return Own(typed.strip(), key) if is_moved else None
        if entry.text:
            self._look_for(entry.text)
        else:
            self._typed = self._note = ""
            self.at = (self.at or 0) if self._is_many else self.ask.at
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
            text in (" ", ",", ";")
            and self._is_between()
            and (self._is_joint() if self._typed else text != self._joint)
        ):
            self._typed, self._joint, self._ahead = "", self._typed or ",", NOTHING_AHEAD
        elif text in (",", ";") and self._is_many and self._typed.isdecimal():
            return self._flip(",")
        elif text == " " and self._is_flipped():
            is_first = self._typed.isdecimal() and not self._joint and self._takes_words()
            ahead = (f"{self._ahead[0]}{self._typed} ", self.at) if is_first else NOTHING_AHEAD
            own, self._ahead = self._flip(" "), ahead
            return own
        elif text != " " or self._typed:
            self._look_for(self._typed + text)
        return None

    def now(self) -> Ask:
        """Return what is to be answered as it stands."""
        return self.ask._replace(at=self.at, ticked=tuple(self._ticks))

    def _is_flipped(self) -> bool:
        """Whether Space does something to the row at the pointer, and is no letter."""
        is_some = self._is_many and self.at is not None and not (self._typed and self._is_own())
        return is_some and self._is_matched() and not self._goes_on()

    def _move(self, name: str) -> None:
        last = min(self._seen, len(self._rows) - 1)
        if name in ("home", "pageup") or (name == "down" and self.at in (None, last)):
            self.at = 0
        elif name in ("end", "pagedown") or (name == "up" and self.at in (None, 0)):
            self.at = last
        elif self.at is not None:
            self.at += 1 if name == "down" else -1
        self._typed = self._note = self._joint = ""
        self._ahead = NOTHING_AHEAD

    def _look_for(self, typed: str) -> None:
        """Move to the row that begins so; what is none leads to no row, or to own words."""
        typed = self._with_ahead(typed)
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

    def _with_ahead(self, typed: str) -> str:
        """Return what is typed: a digit may begin a number anew, until words follow it.

        With these all of it is meant, 30 hours, and what a number ticked on the way is not.
        """
        if len(typed) == 1 and self._ahead[1] is None:
            self._ahead = NOTHING_AHEAD
        ahead, ticked = self._ahead
        if self._is_anew(typed):
            self._ahead = (ahead * (ticked is None) + typed[:-1], None)
            return typed[-1]
        is_number = typed.isdecimal() and self._is_begun(typed)
        if not (ahead and typed) or is_number or (ticked is not None and self._is_between(typed)):
            return typed
        self._ahead = NOTHING_AHEAD
        if ticked is not None:
            self.at, self._typed = ticked, ""
            self._flip("")
        return ahead + typed

    def _show(self, at: int | None) -> None:
        """Open the others where one of them is meant."""
        if at is not None and at >= self._seen:
            self._seen = len(self._rows)

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
            return Reply(self.so_far(), said=more_than_a_name(self._typed, self.so_far()))
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
