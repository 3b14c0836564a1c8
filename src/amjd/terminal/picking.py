"""A list to pick from, or to tick, as it looks; what its keys do is in `choosing`."""

from amjd.asker import Ask, Row, Seen
from amjd.terminal import choosing, view
from amjd.terminal.columns import cut
from amjd.terminal.listed import Listed, begun
from amjd.terminal.rows import laid_out
from amjd.terminal.sequences import Key
from amjd.terminal.view import Frame, Hint, Parts, Styled
from amjd.words.terminal import Terminal


class Picking:
    """A list on a screen."""

    def __init__(self, ask: Ask, words: Terminal) -> None:
        """Begin as the question has it."""
        self.ask, self._list = ask, begun(ask, words)

    def pressed(self, key: Key) -> choosing.Outcome:
        """Take a key; return what it ends the question with."""
        self._list, outcome = choosing.pressed(self._list, key)
        return outcome

    def leave_own(self) -> None:
        """Point from the row of own words to one at which Enter goes on: none were typed."""
        one = self._list
        at = max(0, len(one.rows) - 2) if one.is_many else one.ask.at
        self._list = one._replace(at=at) if one.is_own else one

    def now(self) -> Ask:
        """Return what is to be answered as it stands."""
        return self._list.now

    def so_far(self) -> tuple[str, ...]:
        """Return what is picked or ticked."""
        return self._list.so_far

    def frame(self, width: int, height: int, said: str = "") -> Frame:
        """Return what it looks like; `said` is what there is to say beside it."""
        return _frame(self._list, width, height, said)


def _frame(one: Listed, width: int, height: int, said: str = "") -> Frame:
    ask, words = one.ask, one.words
    rows = [(_mark(one, number), row) for number, row in enumerate(one.rows)]
    if others := len(one.rows) - one.seen:
        mark = view.POINTER if one.is_others else "  "
        rows[one.seen :] = [(mark, Row("", words.others.format(count=others)))]
    body, focus = laid_out(rows, one.at, width)
    parts = Parts(
        view.question_lines(ask, width),
        view.why_lines(ask, words, width, one.is_helped),
        body,
        [*_read(one, width), *_notes(one, width), *view.note_lines(said, width)],
        view.foot_lines(ask, words, width),
        view.keys_line(_hints(one, width), width),
        focus,
    )
    drawn = view.framed(parts, height)
    if sum(view.TICKED in text for line in drawn.lines for _, text in line) < len(one.ticks):
        drawn = view.framed(parts._replace(note=[_count(one, width), *parts.note]), height)
    return drawn


def _count(one: Listed, width: int) -> Styled:
    """Say what is ticked, where some of it is scrolled away."""
    ticked = [n for n, row in enumerate(one.rows, 1) if row.value in one.ticks]
    text = one.words.ticks_in_all.format(count=len(ticked), numbers=", ".join(map(str, ticked)))
    return [("class:seen", cut(f"  {text}", width))]


def _read(one: Listed, width: int) -> list[Styled]:
    """Write how what is picked will read."""
    values = one.so_far
    if one.stays_open:
        return view.paragraph("class:hint", one.words.open, width)
    seen = one.ask.read(values) if one.ask.read and values else Seen()
    if not seen.text or seen.refused:
        return []
    return view.paragraph("class:seen", one.words.reads.format(text=seen.text), width)


def _notes(one: Listed, width: int) -> list[Styled]:
    """Write what is said of the list: by whoever asks, and of what was typed last."""
    asked = "" if one.ask.refused and one.note else one.ask.note
    notes = view.note_lines(asked, width, one.ask.refused)
    # To have own words is no mistake.
    return [*notes, *view.note_lines(one.note, width, not one.is_own)]


def _mark(one: Listed, number: int) -> str:
    """Write what stands before a choice: the pointer, its number, its tick."""
    digits = len(str(len(one.rows)))
    mark = f"{view.POINTER if number == one.at else '  '}{number + 1:>{digits}} "
    if not one.is_many:
        return mark
    if one.ask.own and number == len(one.rows) - 1:
        return f"{mark}  "
    is_ticked = one.rows[number].value in one.ticks
    return mark + (view.TICKED if is_ticked else view.UNTICKED)


def _hints(one: Listed, width: int) -> list[Hint]:
    words, count = one.words, len(one.rows)
    hints = [Hint("↑↓" if one.is_many else f"↑↓ 1-{count}", words.move, 1)] * (count > 1)
    if one.is_flipped:
        hints.append(Hint("Space", _flips(one), 0))
    if one.takes and (one.is_matched or one.is_own or one.is_agreed):
        hints.append(Hint("Enter", _enter(one), 0))
    if took_back := _backspace(one):
        hints.append(Hint("Backspace", took_back, 0))
    if one.ask.more:
        hints.append(Hint("?", words.help, 2))
    return [*hints, *view.signal_hints(one.ask, width)]


def _flips(one: Listed) -> str:
    """Say what Space does at the pointer."""
    words = one.words
    if one.is_own:
        return words.types
    if one.is_others:
        return words.opens
    is_ticked = one.at is not None and one.rows[one.at].value in one.ticks
    return words.unticks if is_ticked else words.ticks


def _enter(one: Listed) -> str:
    """Say what Enter does with the list as it stands."""
    words = one.words
    if one.is_own:
        return words.take if one.typed else words.types
    if one.is_ticking or one.is_others:
        return _flips(one)
    if one.told:
        return words.take
    if one.stays_open:
        return words.keep
    if one.so_far or (one.is_many and not one.ask.optional):
        is_kept = not one.is_many and one.so_far == one.ask.current
        return words.next if one.is_many else words.keep if is_kept else words.take
    return words.skip


def _backspace(one: Listed) -> str:
    """Say what Backspace does to what Enter would take, or leave as it is."""
    words, ask = one.words, one.ask
    if one.goes_away:
        return words.leave if ask.optional else words.none
    can_be_none = ask.optional or ask.stays_open
    is_taken = can_be_none and not one.is_many and one.at is not None
    return words.unmark if is_taken and not one.typed[:-1] else ""
