"""A question that is answered by typing: what its keys do, and what it looks like."""

from functools import lru_cache
from typing import NamedTuple

from amjd.asker import Ask, Reply, Seen
from amjd.terminal import view
from amjd.terminal.columns import columns, wrapped
from amjd.terminal.entry import Entry
from amjd.terminal.keys import EDITOR
from amjd.terminal.lines import items
from amjd.terminal.sequences import Key
from amjd.terminal.view import Frame, Hint, Parts, Styled
from amjd.text.characters import printable, refused
from amjd.words.terminal import Terminal


class Edit(NamedTuple):
    """The wish to go on with a text in an editor."""

    text: str


_MENDING = ("left", "home", "end", "word-left", "backspace", "kill-word-left")


class Writing:
    """A text under way."""

    def __init__(self, ask: Ask, words: Terminal, has_editor: bool = False) -> None:
        """Begin with the text to go on with, or the answer so far.

        What stands there as an answer, taken or refused, is replaced by typing. A refused one that
        Enter leaves out does not stand there, but comes back with any key that mends a text.
        """
        self.ask, self._words, self._has_editor = ask, words, has_editor and ask.long
        self._refused = ask.typed if ask.refused else ""
        self._is_left = bool(self._refused) and ask.optional
        text = "" if self._is_left else ask.typed or "; ".join(ask.current or ask.offer)
        is_old = bool(text) and (ask.refused or ask.is_old or not ask.typed)
        self.entry, self.is_helped = Entry(text, len(text), is_old), False
        self._is_untouched = True
        self._read = lru_cache(4)(self._seen)

    def pressed(self, key: Key) -> Reply | Edit | None:
        """Take a key; return what it ends the question with."""
        is_begin = self.entry.is_old or not self.entry.text
        is_mended = self._is_left and self._is_untouched and key.name in _MENDING
        self._is_untouched &= not is_mended and key.name not in ("up", "text", "paste")
        if key == ("text", "?") and is_begin:
            self.is_helped = not self.is_helped
        elif key.name == "enter":
            return self._reply()
        elif key.name == EDITOR.name and self._has_editor:
            return Edit(self.entry.text)
        elif key.name == "up" and self._is_left and not self.entry.text:
            self.entry = Entry(self._refused, len(self._refused))
        elif key.name in ("backspace", "delete") and self._goes_away():
            return Reply(away=True)
        elif is_mended and not self.entry.text:
            self.entry = Entry(self._refused, len(self._refused)).pressed(key)
        elif key == ("text", ";") and self.ask.many and self.entry.is_old:
            self.entry = self.entry.pressed(Key("end")).pressed(key)
        else:
            self.entry = self.entry.pressed(key)
        return None

    def now(self) -> Ask:
        """Return what is to be answered as it stands."""
        return self.ask

    def so_far(self) -> tuple[str, ...]:
        """Return what was typed, as an answer."""
        if self.ask.many:
            return items(self.entry.text, self.ask.current)
        text = self.entry.text.strip(" \t\n")
        return (text,) if text else ()

    def _reply(self) -> Reply:
        # Enter alone, where an answer was refused, leaves all as it was before.
        is_left = self._is_left and not self.entry.text
        return Reply(self.ask.current if is_left else self.so_far())

    def frame(self, width: int, height: int, said: str = "") -> Frame:
        """Return what it looks like; `said` is what there is to say beside it."""
        ask, words = self.ask, self._words
        body, line, column = self._typed(width)
        seen = self._read(self.entry.text)
        if ask.offer and self.entry.is_old and not ask.typed:
            body = [*body, *view.paragraph("class:hint", words.offered, width)]
        elif self.entry.is_old:
            body = [*body, *view.paragraph("class:hint", words.replaces, width)]
        # What was wrong with another text than the one that stands here is no news of this one.
        is_another = self.entry.text not in ("", self._refused)
        note = "" if ask.refused and is_another else ask.note
        if seen.text and not seen.refused and seen.text != self.entry.text:
            body = [*body, *view.paragraph("class:seen", words.reads.format(text=seen.text), width)]
        if seen.advice:
            body = [*body, *view.paragraph("class:seen", seen.advice, width)]
        if ask.many and not self.entry.text and len(ask.fields) == 1:
            body = [*body, *view.paragraph("class:hint", words.several, width)]
        parts = Parts(
            view.question_lines(ask, width),
            view.why_lines(ask, words, width, self.is_helped),
            body,
            [*view.note_lines(note, width, ask.refused), *view.note_lines(said, width)],
            view.foot_lines(ask, words, width),
            view.keys_line(self._hints(width), width),
            line,
            min(column, width),
        )
        return view.framed(parts, height)

    def _seen(self, _text: str) -> Seen:
        values = self.so_far()
        return self.ask.read(values) if self.ask.read and values else Seen()

    def _typed(self, width: int) -> tuple[list[Styled], int, int]:
        """Lay out the text behind its pointer; return where its cursor is, too."""
        entry = self.entry
        if not entry.text:
            ghost = self._words.example.format(example=self.ask.example) if self.ask.example else ""
            ghost = self._words.open if self._stays_open() else ghost
            first, *rest = wrapped(f"  {printable(ghost)}", width, "  ")
            return (
                [
                    [("class:pointer", view.POINTER), ("class:hint", first[2:])],
                    *([("class:hint", line)] for line in rest),
                ],
                0,
                2,
            )
        lines, line, column = laid(entry.text, entry.at, width - 3)
        style = "class:old" if entry.is_old else "class:text"
        body: list[Styled] = [
            [("class:pointer", "  " if number else view.POINTER), (style, text)]
            for number, text in enumerate(lines)
        ]
        return body, line, column + 2

    def _stays_open(self) -> bool:
        """Whether Enter leaves it not sure yet, as it was."""
        return self.ask.stays_open and not self.entry.text

    def _goes_away(self) -> bool:
        """Whether Backspace settles what was left open."""
        return self._stays_open() and self.ask.optional

    def _enter(self) -> str:
        """Say what Enter does with the text as it stands."""
        words, ask, is_empty = self._words, self.ask, not self.entry.text
        if self._stays_open():
            return words.keep
        if ask.leads_back and is_empty:
            return words.back
        is_kept = is_empty if self._is_left else self.entry.is_old and not ask.typed
        if ask.current and is_kept:
            return words.keep
        if not (ask.optional and is_empty):
            return words.next
        return words.leave if self._is_left else words.skip

    def _hints(self, width: int) -> list[Hint]:
        words, ask = self._words, self.ask
        hints = [Hint("Enter", self._enter(), 0)]
        if self._is_left and not self.entry.text:
            hints.append(Hint("↑", words.again, 3))
        elif self._goes_away():
            hints.append(Hint("Backspace", words.leave, 0))
        if ask.more or ask.example:
            hints.append(Hint("?", words.help, 1))
        hints += view.signal_hints(ask, width)
        return [*hints, *[Hint(EDITOR.shown, words.editor, 7)] * self._has_editor]


def laid(text: str, at: int, width: int) -> tuple[list[str], int, int]:
    """Wrap a text that is typed, and find its cursor: the line and the column.

    No space is lost at the end of a line, so that every character has its place.
    """
    cells, starts, taken = _cells(text), [0], 0
    for index, character in enumerate(text):
        start = starts[-1]
        taken += columns(cells[index])
        if index and text[index - 1] == "\n":
            starts.append(index)
        elif taken > max(1, width) and character not in " \n":
            space = text.rfind(" ", start, index)
            starts.append(space + 1 if space >= start else max(index, start + 1))
        if starts[-1] != start:
            taken = sum(map(columns, cells[starts[-1] : index + 1]))
    if text.endswith("\n"):
        starts.append(len(text))
    line = max(number for number, start in enumerate(starts) if start <= at)
    ends = [*starts[1:], len(text)]
    shown = ["".join(cells[start:end]) for start, end in zip(starts, ends, strict=True)]
    column = columns("".join(cells[starts[line] : at]))
    return shown, line, min(column, max(0, width))


def _cells(text: str) -> list[str]:
    """Return what is shown of each character; a line feed ends a line, and is none."""
    odd = {at for at, _ in refused(text)}
    breaks = {"\n": "", "\t": " ", "\r": " "}
    return [printable(one) if at in odd else breaks.get(one, one) for at, one in enumerate(text)]
