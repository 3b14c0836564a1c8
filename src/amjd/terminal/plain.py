"""Plain numbered lines, for screen readers and terminals that cannot redraw.

Their words are in `prompts/words/terminal.yaml`, those that are typed in `keys`; what a line
comes to in a list is in `typed`, and what is read out of a question in `spoken`.
"""

import contextlib
from collections.abc import Iterator
from types import FrameType
from typing import BinaryIO, TextIO

from amjd.asker import Ask, Reply, Seen, Signal, without_refused
from amjd.terminal import inputs, system
from amjd.terminal.editor import edited
from amjd.terminal.keys import EDITOR, SIGNALS, STOP, Wish, key_for, typed_words
from amjd.terminal.lines import PROMPT, fitted, items, say_past, visible, width
from amjd.terminal.spoken import example, hints, pages, rows
from amjd.terminal.trace import Trace
from amjd.terminal.typed import NOTHING, is_answer, picked, ticked
from amjd.text.characters import bare
from amjd.text.errors import AmjdError
from amjd.words.terminal import Terminal

_WORDS = {key.word: key for key in (*SIGNALS, STOP)}


class _BackError(Exception):
    """Somebody came back to an interview that they had stopped for a while."""


@contextlib.contextmanager
def plain(source: BinaryIO, sink: TextIO, words: Terminal, trace: Trace) -> Iterator["Plain"]:
    """Ask line by line while the interview lasts."""
    made = Plain(source.fileno(), sink, words, trace)
    with system.mind_suspension(made.suspended):
        try:
            made.keying.take()
            yield made
        finally:
            made.keying.give_back()


class Plain:
    """Asks line by line, with numbers for choices and words with a colon for everything else."""

    def __init__(self, descriptor: int, sink: TextIO, words: Terminal, trace: Trace) -> None:
        self._descriptor, self._sink, self._words = descriptor, sink, words
        self._trace, self._explained, self._step = trace, False, (0, 0)
        self._heard = ""  # the screen of the pages that were read out last
        self.keying = inputs.keying(descriptor, sink)
        self._is_asking = self._is_lent = False

    def suspended(self, _number: int, _frame: FrameType | None) -> None:
        """Say how to come back, and stop; whoever is back reads the question again."""
        if self._is_lent:  # the editor takes the terminal back by itself
            return system.suspend()
        say_past(self._sink, fitted(f"\n{self._words.suspended}\n", width(self._sink)))
        self.keying.give_back()
        system.suspend()
        self.keying.take()
        if self._is_asking:
            self._is_asking = False
            raise _BackError
        return None

    # -- what an interview wants -------------------------------------------------------------

    def ask(self, ask: Ask) -> Reply:
        self._show_pages(ask)
        ask, _ = without_refused(ask)
        note = ask.note
        if note and not ask.refused and ask.kind != "page":
            # What there is to say of the answer before is heard before the next question.
            self.tell(note)
            note = ""
        first, lost, missed = 0, "", ""
        while True:
            try:
                line = self._put_and_read(ask, "\n".join(filter(None, (note, lost))), first)
            except _BackError:
                lost = self._words.line_lost
                continue
            first, lost = 0, ""
            if ask.few and line.casefold() == self._words.more:
                first, note, ask = ask.few, "", ask._replace(few=0)
                continue
            reply = self._reply(ask, line)
            if isinstance(reply, Reply):
                return reply._replace(said=reply.said or missed)
            note, missed = reply, line if ask.home and " " in line else missed

    def _put_and_read(self, ask: Ask, note: str, first: int) -> str:
        """Ask, and return the line; whoever leaves meanwhile and comes back is asked anew."""
        self._is_asking = True
        try:
            self._put(ask, note, first)
            return self._line(ask)
        finally:
            self._is_asking = False

    def key(self, signal: Signal) -> str:
        return key_for(signal).word

    def tell(self, text: str) -> None:
        self._print("")
        self._print(text)

    # -- the question ------------------------------------------------------------------------

    def _show_pages(self, ask: Ask) -> None:
        is_known, self._heard = self._heard == ask.screen, ask.screen
        if is_known and ask.note:
            return  # what is new is said beside it
        self._read_out(ask)

    def _read_out(self, ask: Ask) -> None:
        for line in pages(ask, self._words):
            self._print(line)

    def _put(self, ask: Ask, note: str, first: int) -> None:
        """Write the question and what may be typed; what is said of the last line follows it.

        Of a list the rows from `first` on are written, the others have been heard.
        """
        words = self._words
        if not self._explained:
            self.tell(words.keys_plain.format(words=typed_words()))
            self._explained = True
        self._print("")
        if ask.of and self._step != (ask.step, ask.of):
            self._step = ask.step, ask.of
            step = words.step_plain.format(step=ask.step, of=ask.of, title=ask.title)
            self._print(step)
        below = (*rows(ask, words, first), *hints(ask, words))
        for text in (ask.question, note, ask.why, *below):
            if text:
                self._print(text)

    # -- the answer --------------------------------------------------------------------------

    def _reply(self, ask: Ask, line: str) -> Reply | str:
        """Return what a line comes to, or what is said of it."""
        word, words = line.casefold(), self._words
        if line == "?":
            return self._help(ask)
        if word == EDITOR.word and ask.long:
            return self._edited(ask)
        if key := self._wish(ask, word):
            return self._wished(ask, key)
        if word.startswith(":") and " " not in word:
            return words.keys_plain.format(words=typed_words(ask.signals))
        if ask.kind == "pick":
            reply = picked(ask, line, words)
        elif ask.kind == "tick":
            reply = ticked(ask, line, words)
        else:
            reply = self._text(ask, line)
        # A no to all of a list is asked about.
        if isinstance(reply, Reply) and not _is_no_to_all(ask, reply):
            self._say_taken(ask, line, reply)
        return reply

    def _wished(self, ask: Ask, key: Wish) -> Reply | str:
        if key is STOP:
            raise KeyboardInterrupt
        if key.signal not in ask.signals:
            return self._words.not_here
        if key.signal is Signal.OPEN:
            self._print(self._words.open)
        return Reply(_so_far(ask), key.signal)

    def _wish(self, ask: Ask, word: str) -> Wish | None:
        """Return the key that a word stands for, without its colon only where it is no answer."""
        if word in _WORDS or is_answer(ask, word, self._words):
            return _WORDS.get(word)
        return _WORDS.get(f":{word}")

    def _text(self, ask: Ask, line: str) -> Reply:
        if not line:
            return Reply(ask.current or (() if ask.refused else ask.offer))
        if line == NOTHING and ask.optional:
            return Reply(away=True)
        return Reply(items(line, ask.current) if ask.many else (line,))

    def _say_taken(self, ask: Ask, line: str, reply: Reply) -> None:
        """Say how a line is taken, where it is not as it was typed."""
        if not line:
            if not reply.values and ask.stays_open:
                self._print(self._words.open)
            elif not reply.values and ask.kind in ("text", "pick") and not ask.leads_back:
                self._print(self._words.left_empty)
            return
        labels = {row.value: row.label for row in ask.rows}
        if ask.kind == "tick":
            new = [labels.get(value, value) for value in reply.values if value not in ask.ticked]
            gone = [labels[value] for value in ask.ticked if value not in reply.values]
            for said, rows in (self._words.ticked_now, new), (self._words.unticked_now, gone):
                if rows:
                    self._print(said.format(answers="; ".join(rows)))
            return
        label = labels.get(reply.text, line)
        if bare(label) != bare(line):
            self._print(self._words.read_as.format(text=label))
        if f":{line.casefold()}" in _WORDS and reply.text == line:
            self._print(self._words.word_taken.format(word=line.casefold()))
        seen = ask.read(reply.values) if ask.read and reply.values else Seen()
        if seen.text and not seen.refused and seen.text != line:
            self._print(self._words.reads.format(text=seen.text))

    def _help(self, ask: Ask) -> str:
        self._read_out(ask)
        keys = self._words.keys_plain.format(words=typed_words(ask.signals))
        return "\n".join(filter(None, (ask.more, example(ask, self._words), keys)))

    def _edited(self, ask: Ask) -> Reply | str:
        self._print(self._words.editor_open)
        try:
            with self._lent():
                text = edited("; ".join(ask.current), self._descriptor, self._sink)
        except AmjdError as error:
            return str(error)
        return self._text(ask, self._seen(text))

    # -- the terminal ------------------------------------------------------------------------

    @contextlib.contextmanager
    def _lent(self) -> Iterator[None]:
        """Leave the terminal to another program while that runs."""
        self._is_lent = True
        self.keying.give_back()
        try:
            yield
        finally:
            self.keying.take()
            self._is_lent = False

    def _print(self, text: str) -> None:
        print(fitted(text, width(self._sink)), file=self._sink, flush=True)

    def _line(self, ask: Ask) -> str:
        """Read a line, once the question stands there."""
        if self.keying.drop_pending():
            self._print(self._words.dropped)
        print(PROMPT, end="", file=self._sink, flush=True)
        self._trace.asked(ask)
        return self._seen(self.keying.line().strip(" \t\r\n"))

    def _seen(self, text: str) -> str:
        """Take out what nobody can see, and say so."""
        seen, names = visible(text)
        if names:
            self._print(self._words.taken_out.format(names=", ".join(names)))
        return seen.strip()


def _is_no_to_all(ask: Ask, reply: Reply) -> bool:
    values = [row.value for row in ask.rows]
    return ask.kind == "tick" and ask.told is not None and bool({*reply.values}.difference(values))


def _so_far(ask: Ask) -> tuple[str, ...]:
    """Return what is picked or ticked already; a line that wishes has no text beside it."""
    if ask.kind == "pick" and ask.at is not None:
        return (ask.rows[ask.at].value,)
    return ask.ticked
