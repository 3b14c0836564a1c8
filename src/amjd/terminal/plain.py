"""Plain numbered lines, for screen readers and terminals that cannot redraw.

Their words are in `prompts/words/terminal.yaml`, those that are typed in `keys`.
"""

from collections.abc import Sequence
from typing import BinaryIO, TextIO

from amjd.asker import NOTHING, Asked, Reply, Signal
from amjd.terminal.editor import edited
from amjd.terminal.keys import EDITOR, SIGNALS, STOP, key_for, typed_words
from amjd.terminal.lines import drop_pending, fitted, hint, is_list, picked, row_by_row, width
from amjd.text.errors import AmjdError
from amjd.words import Terminal

# What Linux keeps of a line that is typed, with its end (N_TTY_BUF_SIZE).
_LONGEST = 4096
_SIGNALS = {key.word: key.signal for key in SIGNALS}


class Plain:
    """Asks line by line, with numbers for choices and words with a colon for everything else."""

    def __init__(self, source: BinaryIO, sink: TextIO, words: Terminal) -> None:
        self._source, self._sink, self._words = source, sink, words
        self._explained = False

    def ask(self, asked: Asked) -> Reply:
        question = asked.question
        if not self._explained:
            self.tell(self._keys())
            self._explained = True
        words = self._words
        number = words.question.format(number=asked.number, total=asked.total)
        self.tell(f"{number}. {question.question}" if asked.number else question.question)
        self._print(question.why)
        self._choices(asked)
        if question.other:
            self._print(words.other)
        if line := hint(asked, words):
            self._print(line)
        if question.long:
            self._print(words.editor_plain.format(word=EDITOR.word, label=EDITOR.label))
        if asked.current and asked.number:
            self._print(words.now.format(answer=asked.current))
        return self._reply(asked)

    def _reply(self, asked: Asked) -> Reply:
        while True:
            line = self._line()
            if line is None:
                self._print(self._words.cut)
                continue
            word = line.casefold()
            if line == "?":
                self._help(asked)
            elif word == EDITOR.word and asked.question.long:
                if (text := self._edited(asked.current)) is not None:
                    return Reply(text)
            elif word == STOP.word:
                raise KeyboardInterrupt
            elif word in _SIGNALS:
                return Reply("", _SIGNALS[word])
            elif word.startswith(":") and " " not in word:
                self._print(self._keys())
            elif (answer := picked(asked, line)) is not None:
                return Reply(answer)
            else:
                self._print(self._words.no_choice)

    def _edited(self, text: str) -> str | None:
        self._print(self._words.editor_open)
        try:
            return edited(text, self._source.fileno(), self._sink)
        except AmjdError as error:
            self._print(str(error))
            return None

    def _help(self, asked: Asked) -> None:
        for choice in asked.question.choices:
            self._print(f"{choice.label}: {choice.help}")
        self._print(self._keys())

    def _keys(self) -> str:
        return self._words.keys_plain.format(words=typed_words())

    def key(self, signal: Signal) -> str:
        return key_for(signal).word

    def tell(self, text: str) -> None:
        self._print("")
        self._print(text)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        for line in row_by_row(rows):
            self._print(line)

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        for number, (label, answer) in enumerate(rows):
            self._print(f"{number}. {label}: {answer or self._words.no_answer}")

    def _choices(self, asked: Asked) -> None:
        question = asked.question
        for number, choice in enumerate(question.choices, start=1):
            self._print(f"{number}. {choice.label}")
        if is_list(question) and asked.optional and asked.current:
            self._print(f"{NOTHING} {self._words.no_answer}")

    def _print(self, text: str) -> None:
        print(fitted(text, width(self._sink)), file=self._sink, flush=True)

    def _line(self) -> str | None:
        """Read a line; None if the terminal kept no more than its beginning."""
        print("> ", end="", file=self._sink, flush=True)
        raw = self._source.readline()
        if not raw.endswith(b"\n"):
            raise EOFError
        if drop_pending(self._source.fileno(), pasted=False):
            self._print(self._words.one_line)
        if len(raw) >= _LONGEST and self._source.isatty():
            return None
        # What is not UTF-8 arrives as lone surrogates, which no answer may hold.
        return raw.decode("utf-8", "surrogateescape").strip(" \t\r\n")
