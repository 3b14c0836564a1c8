"""A list to pick from, or to tick: what its keys do, and what it looks like."""

from typing import NamedTuple

from amjd.asker import Ask, Reply, Row, Seen
from amjd.terminal import view
from amjd.terminal.columns import columns, cut, wrapped
from amjd.terminal.lines import is_agreed, is_denied, matching, numbers
from amjd.terminal.sequences import Key
from amjd.terminal.view import Frame, Hint, Parts, Styled
from amjd.text.characters import printable
from amjd.words.terminal import Terminal

_BESIDE = 24  # columns; with fewer left for it, help stands below its choice
_NARROW = 50  # columns; with fewer, only the choice at the pointer has its help


class Own(NamedTuple):
    """The wish to type own words, of which some may have been typed already."""

    typed: str


class Refused(NamedTuple):
    """Enter took nothing, and why was said."""


class Picking:
    """A list under way; the row after the last takes own words, where there are any to take."""

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
        self._seen = ask.few or len(self._rows)  # rows that are shown

    def pressed(self, key: Key) -> Reply | Own | Refused | None:
        """Take a key; return what it ends the question with."""
        ended = self._pressed(key)
        if self.at is not None and self.at >= self._seen:
            self._seen = len(self._rows)
        return ended

    def _pressed(self, key: Key) -> Reply | Own | Refused | None:
        if key.name == "enter":
            return self._entered()
        if key.name in ("up", "down", "home", "end", "pageup", "pagedown"):
            self._move(key.name)
        elif key.name in ("backspace", "delete") and self._typed:
            self._look_for(self._typed[:-1])
        elif key.name in ("backspace", "delete") and self.ask.optional and not self._is_many:
            if self.at is None and self.ask.is_open:
                return Reply(away=True)
            self.at = None
        elif key.name == "paste" and self._is_many and numbers(key.text, self._words):
            for character in key.text:
                self.pressed(Key("text", character))
        elif key.name in ("text", "paste"):
            return self._wrote(key.text)
        return None

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
        elif text == " " and self._is_many and self._is_matched() and not self._goes_on():
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

    def _is_matched(self) -> bool:
        return not self._typed or self._matching(self._typed) is not None

    def _matching(self, typed: str) -> int | None:
        if self._is_many and is_denied(typed, self._words):
            return None
        return matching(self._rows, typed, self._words, self.ask.own)

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
        last = len(self._rows) - 1
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
        if self.at is None and not self._is_agreed():
            words = self._words.no_match
            if self.ask.own and not typed.strip().isdecimal():
                self.at, words = len(self._rows) - 1, self._words.no_match_own
            self._note = words.format(typed=printable(typed.strip()))

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
        if self.at is not None:
            value = self._rows[self.at].value
            (self._ticks.remove if value in self._ticks else self._ticks.append)(value)
        self._typed = self._note = ""
        return None

    def _entered(self) -> Reply | Own | Refused:
        if self._is_agreed():
            return Reply(self.so_far())
        if not self._is_matched() and not self._is_own():
            self._typed, self.at = "", 0 if self._is_many else None
            return Refused()
        if self._typed and self._is_between():
            self._typed = ""
            return Refused()
        if self._is_ticking():
            self._flip(" ")
            return Refused()  # what Enter goes on with is to be seen
        if self._is_own():
            typed = "" if self._is_matched() else self._typed.strip()
            self._typed = self._note = ""
            return Own(typed)
        if self._is_many or self.at is not None or self.ask.optional:
            return Reply(self.so_far())
        self._note = self._words.pick_one
        return Refused()

    def frame(self, width: int, height: int, said: str = "") -> Frame:
        """Return what it looks like; `said` is what there is to say beside it."""
        ask, words, body, focus = self.ask, self._words, list[Styled](), 0
        rows = self._rows[: self._seen]
        label_width = max((columns(row.label) for row in rows), default=0)
        for number, row in enumerate(rows):
            if number == (self.at or 0):
                focus = len(body)
            body += self._row(number, row, label_width, width)
        if others := len(self._rows) - len(rows):
            body += view.paragraph("class:hint", words.others.format(count=others), width)
        parts = Parts(
            view.question_lines(ask, width),
            view.why_lines(ask, words, width, self.is_helped),
            body,
            [*self._read(width), *self._notes(width), *view.note_lines(said, width)],
            view.foot_lines(ask, words, width),
            view.keys_line(self._hints(width), width),
            focus,
        )
        drawn = view.framed(parts, height)
        if sum(view.TICKED in text for line in drawn.lines for _, text in line) < len(self._ticks):
            drawn = view.framed(parts._replace(note=[self._count(width), *parts.note]), height)
        return drawn

    def _count(self, width: int) -> Styled:
        """Say what is ticked, where some of it is scrolled away."""
        ticked = [n for n, row in enumerate(self._rows, 1) if row.value in self._ticks]
        text = self._words.ticks_in_all.format(
            count=len(ticked), numbers=", ".join(map(str, ticked))
        )
        return [("class:seen", cut(f"  {text}", width))]

    def _read(self, width: int) -> list[Styled]:
        """Write how what is picked will read."""
        values = self.so_far()
        seen = self.ask.read(values) if self.ask.read and values else Seen()
        if not seen.text or seen.refused:
            return []
        return view.paragraph("class:seen", self._words.reads.format(text=seen.text), width)

    def _notes(self, width: int) -> list[Styled]:
        """Write what is said of the list: by whoever asks, and of what was typed last."""
        asked = "" if self.ask.refused and self._note else self.ask.note
        notes = view.note_lines(asked, width, self.ask.refused)
        # To have own words is no mistake.
        return [*notes, *view.note_lines(self._note, width, not self._is_own())]

    def _row(self, number: int, row: Row, label_width: int, width: int) -> list[Styled]:
        """Lay out a choice with its help beside it, or below where there is no room."""
        mark, is_at = self._mark(number, row), number == self.at
        style, indent = "class:highlighted" if is_at else "", " " * columns(mark)
        label, help_ = printable(row.label), printable(row.help)
        help_ = help_ if width >= _NARROW or is_at else ""
        beside = columns(mark) + label_width + 2
        if help_ and width - beside >= _BESIDE:
            first, *text = wrapped(f"{' ' * beside}{help_}", width, " " * beside)
            label += " " * (label_width - columns(label))
            line: Styled = [(style, mark), (style, label), ("class:hint", first[beside - 2 :])]
            return [line, *([("class:hint", one)] for one in text)]
        lines = wrapped(mark + label, width, indent)
        below = wrapped(indent + help_, width, indent) if help_ else []
        return [*([(style, line)] for line in lines), *([("class:hint", line)] for line in below)]

    def _mark(self, number: int, row: Row) -> str:
        """Write what stands before a choice: the pointer, its number, its tick."""
        digits = len(str(len(self._rows)))
        mark = f"{view.POINTER if number == self.at else '  '}{number + 1:>{digits}} "
        if not self._is_many:
            return mark
        if self.ask.own and number == len(self._rows) - 1:
            return f"{mark}  "
        return mark + (view.TICKED if row.value in self._ticks else view.UNTICKED)

    def _hints(self, width: int) -> list[Hint]:
        words, count = self._words, len(self._rows)
        hints = [Hint("↑↓" if self._is_many else f"↑↓ 1-{count}", words.move, 1)] * (count > 1)
        is_ticked = self.at is not None and self._rows[self.at].value in self._ticks
        flips = words.unticks if is_ticked else words.ticks
        if self._is_many:
            hints.append(Hint("Space", flips, 0))
        enter = words.skip if self.at is None else words.take
        takes = self._is_many or self.at is not None or self.ask.optional
        if takes and (self._is_matched() or self._is_own() or self._is_agreed()):
            enter = (flips if self._is_ticking() else words.next) if self._is_many else enter
            hints.append(Hint("Enter", enter, 0))
        if self.ask.more:
            hints.append(Hint("?", words.help, 2))
        return [*hints, *view.signal_hints(self.ask, width)]
