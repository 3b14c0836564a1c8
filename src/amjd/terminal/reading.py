"""Pages to read on a screen: arrows and page keys move, / finds, and a line may be typed."""

from amjd.asker import Ask, Line, Reply, Section
from amjd.terminal import view
from amjd.terminal.columns import columns, cut, wrapped
from amjd.terminal.entry import Entry
from amjd.terminal.lines import on_a_line
from amjd.terminal.sequences import Key
from amjd.terminal.view import Frame, Hint, Styled
from amjd.text.characters import printable
from amjd.words.terminal import Terminal

_LABELS = 28  # columns that labels take at most
_ROWS = 10  # with fewer, nothing explains the pages
_POINTER = ("class:pointer", view.POINTER)


class Reading:
    """Pages under way."""

    def __init__(self, ask: Ask, words: Terminal, top: int = 0) -> None:
        """Begin with the line `top`."""
        self.ask, self._words = ask, words
        self.entry = Entry(ask.typed, len(ask.typed), bool(ask.typed))
        self._note, self.top, self._room, self._sought = ask.note, top, 1, ""
        self._lines: list[Styled] = []
        self._width = 0
        self.is_helped = False

    def pressed(self, key: Key) -> Reply | None:
        """Take a key; return what it ends the reading with."""
        steps = {"up": -1, "down": 1, "pageup": -self._room, "pagedown": self._room}
        if key == ("text", " ") and not self.entry.text:
            key = Key("pagedown")
        if key.name in steps:
            self.top += steps[key.name]
        elif key.name in ("home", "end") and not self.entry.text:
            self.top = 0 if key.name == "home" else len(self._lines)
        elif key == ("text", "?") and not self.entry.text:
            self.is_helped = not self.is_helped
        elif key.name == "enter" and self.entry.text.startswith("/"):
            self._find(self.entry.text[1:].strip() or self._sought)
        elif key.name == "enter":
            return Reply(self.so_far())
        else:
            self.entry = self.entry.pressed(key)
        return None

    def now(self) -> Ask:
        """Return what is to be answered as it stands."""
        return self.ask

    def so_far(self) -> tuple[str, ...]:
        """Return the line that was typed."""
        text = self.entry.text.strip()
        return (text,) if text else ()

    def _find(self, sought: str) -> None:
        """Go to the next line that has the words, from the top again after the last."""
        self._sought, self.entry = sought, Entry()
        texts = ["".join(text for _, text in line).casefold() for line in self._lines]
        wanted = sought.casefold()
        found = [number for number, text in enumerate(texts) if wanted and wanted in text]
        words = self._words.found if found else self._words.not_found
        self._note = words.format(words=printable(sought)) if sought else ""
        if found:
            self.top = next((number for number in found if number > self.top), found[0])

    def frame(self, width: int, height: int, said: str = "") -> Frame:
        """Return what it looks like; `said` is what there is to say beside it."""
        if width != self._width:
            self._width, self._lines = width, page_lines(self.ask.pages, width, self._words)
        top, bottom = self._around(width, height, said)
        self._room = max(1, height - len(top) - len(bottom) - 1)
        self.top = max(0, min(self.top, len(self._lines) - self._room))
        shown = [self._marked(line) for line in self._lines[self.top : self.top + self._room]]
        lines = [*top, *shown, self._place(len(shown), width), *bottom]
        at = next(number for number, line in enumerate(lines) if line and line[0] == _POINTER)
        over = max(0, len(lines) - height)
        column = min(2 + columns(self.entry.text[: self.entry.at]), width - 1)
        return Frame(lines[over:], (column, at - over))

    def _around(self, width: int, height: int, said: str) -> tuple[list[Styled], list[Styled]]:
        """Return what stands above and below the pages; few rows are for the pages alone."""
        typed: Styled = [_POINTER, *self._typed(width)]
        note = view.note_lines(self._note, width, self.ask.refused)
        note += view.note_lines(said, width)
        if height < _ROWS:
            return [], [*note, typed]
        head = view.question_lines(self.ask, width)
        head += view.why_lines(self.ask, self._words, width, self.is_helped)
        keys = view.keys_line(self._hints(width), width)
        return [*head[: height // 3], []], [*note, typed, *keys]

    def _place(self, count: int, width: int) -> Styled:
        """Say which lines are seen, where that is not all of them."""
        if count == len(self._lines):
            return []
        first, last = self.top + 1, self.top + count
        text = self._words.lines.format(first=first, last=last, count=len(self._lines))
        return [("class:hint", cut(f"  {text}", width))]

    def _typed(self, width: int) -> Styled:
        style = "class:old" if self.entry.is_old else "class:text"
        return [(style, cut(on_a_line(self.entry.text), width - 3))]

    def _marked(self, line: Styled) -> Styled:
        text = "".join(text for _, text in line).casefold()
        if self._sought and self._sought.casefold() in text:
            return [("class:highlighted", text_) for _, text_ in line]
        return line

    def _hints(self, width: int) -> list[Hint]:
        words = self._words
        is_more = len(self._lines) > self._room
        scroll = [Hint("↑↓ PgUp PgDn", words.scroll, 1), Hint("/", words.find, 2)]
        hints = scroll[: 2 * is_more]
        if self.entry.text or self.ask.optional:
            enter = words.next if self.entry.text else words.back_from_page
            hints.append(Hint("Enter", enter, 0))
        if self.ask.more:
            hints.append(Hint("?", words.help, 1))
        return [*hints, *view.signal_hints(self.ask, width)]


def page_lines(pages: tuple[Section, ...], width: int, words: Terminal) -> list[Styled]:
    """Wrap pages to a width; marks and labels stand in columns of their own."""
    found: list[Styled] = []
    every = [line for section in pages for line in section.lines]
    labels = min(max((columns(line.label) for line in every), default=0), _LABELS, width * 2 // 5)
    numbers = max((columns(line.mark) for line in every), default=0)
    for section in pages:
        if found:
            found.append([])
        if section.title:
            found += view.paragraph("class:question", section.title, width, "")
        marks = numbers * any(line.mark for line in section.lines)
        for line in section.lines:
            found += _line(line, marks, labels, width, words)
    return found


def _line(line: Line, marks: int, labels: int, width: int, words: Terminal) -> list[Styled]:
    marks = marks if line.mark or line.label else 0
    lead = " " * 2 + (f"{line.mark:>{marks}} " if marks else "")
    label = printable(line.label)
    if line.label:
        lead += label + " " * max(0, labels - columns(label)) + "  "
    indent = " " * (2 + (marks + 1 if marks else 0) + (labels + 2 if line.label else 0))
    text = line.text or words.left_empty
    lines = [wrapped(lead + part if not number else indent + part, width, indent)
             for number, part in enumerate(map(printable, text.split("\n")))]  # fmt: skip
    style = "" if line.text else "class:hint"
    return [[(style, one)] for part in lines for one in part]
