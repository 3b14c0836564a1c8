"""Questions on a full screen, each drawn by a panel on one stage, in questionary's style.

What a question looks like is in `writing`, `picking` and `reading`, what draws it in `stage`, its
words are in `prompts/words/terminal.yaml`.
"""

import contextlib
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from amjd.asker import Ask, Reply, Signal, resumed, without_refused
from amjd.terminal import system, view
from amjd.terminal.choosing import Own
from amjd.terminal.editor import edited, has_editor
from amjd.terminal.keys import key_for
from amjd.terminal.lines import fitted, visible, width
from amjd.terminal.picking import Picking
from amjd.terminal.reading import Reading
from amjd.terminal.sequences import Key
from amjd.terminal.stage import Stage
from amjd.terminal.trace import Trace
from amjd.terminal.writing import Edit, Writing
from amjd.text.errors import AmjdError
from amjd.words.terminal import Terminal


@contextlib.contextmanager
def screen(source: BinaryIO, sink: TextIO, words: Terminal, trace: Trace) -> Iterator["Screen"]:
    """Draw on the sink, and read keys from the source, while the interview lasts."""
    reader = open(source.fileno(), closefd=False)  # noqa: SIM115 - it is read until the end
    stage = Stage(reader, sink, words, trace)
    with system.mind_suspension(stage.suspended):
        try:
            stage.be_quiet()
            yield Screen(stage, words)
        finally:
            stage.close()


class Screen:
    """Asks one question at a time; those that were answered stand above it."""

    def __init__(self, stage: Stage, words: Terminal) -> None:
        self._stage, self._words = stage, words
        # The questions left above with nothing between them, the last one last, and their rows.
        self._above: list[tuple[str, int]] = []
        self._tops: dict[str, int] = {}  # the line that pages began with when they were left

    def ask(self, ask: Ask) -> Reply:
        # One that is asked again, or asked about, has no answer yet.
        if self._above and self._above[-1][0] in (ask.question, ask.about):
            self._stage.take_back(self._above.pop()[1])
        if ask.kind == "page":
            return self._read(ask)
        return self._write(ask) if ask.kind == "text" else self._pick(ask)

    def _read(self, ask: Ask) -> Reply:
        # What is only read begins at its top; a list that asks for more, where it was left.
        panel = Reading(ask, self._words, 0 if ask.optional else self._tops.get(ask.screen, 0))
        reply: Reply = self._stage.play(panel)
        self._tops[ask.screen] = panel.top
        return reply

    def key(self, signal: Signal) -> str:
        return key_for(signal).shown

    def tell(self, text: str) -> None:
        self._say(f"\n{text}")

    def _say(self, text: str, style: str = "") -> None:
        self._above = []
        self._stage.say(*([(style, line)] for line in fitted(text, self._width).split("\n")))

    @property
    def _width(self) -> int:
        return width(self._stage.sink)

    def _write(self, ask: Ask) -> Reply:
        while isinstance(reply := self._stage.play(Writing(ask, self._words, has_editor())), Edit):
            ask = ask._replace(typed=self._edited(reply.text), is_old=False, note="")
        values, names = _all_visible(reply.values)
        if names:
            self._say(self._words.taken_out.format(names=", ".join(names)))
        return self._left(ask, reply._replace(values=values))

    def _edited(self, text: str) -> str:
        self._say(self._words.editor_open, "class:hint")
        try:
            with self._stage.lent():
                return edited(text, self._stage.descriptor, self._stage.sink)
        except AmjdError as error:
            self.tell(str(error))
            return text

    def _pick(self, ask: Ask) -> Reply:
        ask, wrong = without_refused(ask)
        if wrong:
            if reply := self._own(ask, wrong):
                return reply
            ask = ask._replace(note="")
        panel = Picking(ask, self._words)
        while isinstance(reply := self._stage.play(panel), Own):
            now = panel.now()._replace(note="", refused=False)
            if found := self._own(now, reply.typed, reply.key):
                return found
            panel.leave_own()
        return self._left(ask, reply)

    def _own(self, ask: Ask, typed: str, key: Key | None = None) -> Reply | None:
        """Ask for own words; None if the list is wanted again after all.

        What was typed in the list is shown there before it is taken, and replaced by typing. A key
        that moved in it moves there.
        """
        asked = ask._replace(
            kind="text", rows=(), own=False, at=None, ticked=(), current=(), why=self._words.own,
            more="", typed=typed, is_old=True, many=False, optional=False, is_open=False,
            leads_back=True, read=None if ask.kind == "tick" else ask.read,
        )  # fmt: skip
        panel = Writing(asked, self._words)
        if key:
            panel.pressed(key)
        reply: Reply = self._stage.play(panel)
        text, names = visible(reply.text)
        if names:
            self._say(self._words.taken_out.format(names=", ".join(names)))
        if reply.signal is Signal.BACK or not (reply.signal or text):
            return None
        if reply.signal:
            return reply._replace(values=ask.ticked)
        if ask.kind == "pick":
            return self._left(asked, Reply((text,)))
        return Reply(tuple(dict.fromkeys([*ask.ticked, text])), again=True)

    def _left(self, ask: Ask, reply: Reply) -> Reply:
        """Leave the question and its answer above what follows, unless it will be refused."""
        is_kept = not (ask.read and reply.values and ask.read(reply.values).refused)
        shown = ""
        if reply.signal is Signal.OPEN or (reply.signal is None and is_kept):
            shown = _shown(ask, reply, self._words)
        if ask.about:
            left = next((row.left for row in ask.rows if row.value == reply.text), "")
            shown = (ask.read(reply.values).text if ask.read and reply.values else "") or left
            ask = ask._replace(question=ask.about)
        if shown:
            lines = view.answered_lines(ask, shown, self._width)
            self._stage.say(*lines)
            self._above.append((ask.question, len(lines)))
        return reply


def _all_visible(values: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    found = [visible(value) for value in values]
    names = dict.fromkeys(name for _, names in found for name in names)
    return tuple(text for text, _ in found), list(names)


def _shown(ask: Ask, reply: Reply, words: Terminal) -> str:
    """Return an answer as it stands above the next question."""
    if reply.signal:
        return words.open
    if not reply.values:
        if ask.stays_open and not reply.away:
            return words.open
        return words.none_ticked if ask.kind == "tick" else words.left_empty
    labels = {row.value: row.label for row in resumed(ask, reply).rows}
    seen = ask.read(reply.values) if ask.read and reply.text not in labels else None
    if seen and seen.text and not seen.refused:
        return seen.text
    return "; ".join(labels.get(value, value) for value in reply.values)
