"""A list to pick from, or to tick, as it looks; what its keys do is in `choosing`."""

from amjd.asker import Row, Seen
from amjd.terminal import view
from amjd.terminal.choosing import Choosing
from amjd.terminal.columns import cut
from amjd.terminal.rows import laid_out
from amjd.terminal.view import Frame, Hint, Parts, Styled


class Picking(Choosing):
    """A list on a screen, and what its foot says of its keys."""

    def frame(self, width: int, height: int, said: str = "") -> Frame:
        """Return what it looks like; `said` is what there is to say beside it."""
        ask, words = self.ask, self._words
        rows = [*zip(map(self._mark, range(len(self._rows))), self._rows, strict=True)]
        if others := len(self._rows) - self._seen:
            mark = view.POINTER if self._is_others() else "  "
            rows[self._seen :] = [(mark, Row("", words.others.format(count=others)))]
        body, focus = laid_out(rows, self.at, width)
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
        if self._stays_open():
            return view.paragraph("class:hint", self._words.open, width)
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

    def _mark(self, number: int) -> str:
        """Write what stands before a choice: the pointer, its number, its tick."""
        digits = len(str(len(self._rows)))
        mark = f"{view.POINTER if number == self.at else '  '}{number + 1:>{digits}} "
        if not self._is_many:
            return mark
        if self.ask.own and number == len(self._rows) - 1:
            return f"{mark}  "
        is_ticked = self._rows[number].value in self._ticks
        return mark + (view.TICKED if is_ticked else view.UNTICKED)

    def _hints(self, width: int) -> list[Hint]:
        words, count = self._words, len(self._rows)
        hints = [Hint("↑↓" if self._is_many else f"↑↓ 1-{count}", words.move, 1)] * (count > 1)
        if self._is_flipped():
            hints.append(Hint("Space", self._flips(), 0))
        if self._takes() and (self._is_matched() or self._is_own() or self._is_agreed()):
            hints.append(Hint("Enter", self._enter(), 0))
        if took_back := self._backspace():
            hints.append(Hint("Backspace", took_back, 0))
        if self.ask.more:
            hints.append(Hint("?", words.help, 2))
        return [*hints, *view.signal_hints(self.ask, width)]

    def _flips(self) -> str:
        """Say what Space does at the pointer."""
        words = self._words
        if self._is_own():
            return words.types
        if self._is_others():
            return words.opens
        is_ticked = self.at is not None and self._rows[self.at].value in self._ticks
        return words.unticks if is_ticked else words.ticks

    def _enter(self) -> str:
        """Say what Enter does with the list as it stands."""
        words = self._words
        if self._is_own():
            return words.take if self._typed else words.types
        if self._is_ticking() or self._is_others():
            return self._flips()
        if self._told():
            return words.take
        if self._stays_open():
            return words.keep
        if self.so_far() or (self._is_many and not self.ask.optional):
            is_kept = not self._is_many and self.so_far() == self.ask.current
            return words.next if self._is_many else words.keep if is_kept else words.take
        return words.skip

    def _backspace(self) -> str:
        """Say what Backspace does to what Enter would take, or leave as it is."""
        words, ask = self._words, self.ask
        if self._goes_away():
            return words.leave if ask.optional else words.none
        can_be_none = ask.optional or ask.stays_open
        is_taken = can_be_none and not self._is_many and self.at is not None
        return words.unmark if is_taken and not self._typed[:-1] else ""
