"""Plain numbered lines, for screen readers and terminals that cannot redraw."""

from collections.abc import Sequence
from typing import BinaryIO, TextIO

from amjd import flow
from amjd.asker import NOTHING, Asked, Reply, Signal
from amjd.terminal.lines import drop_pending, fitted, hint, is_list, picked, row_by_row, width
from amjd.text.errors import AmjdError

# What Linux keeps of a line that is typed, with its end (N_TTY_BUF_SIZE).
_LONGEST = 4096
_SIGNALS = {
    ":back": Signal.BACK,
    ":skip": Signal.OPEN,
    ":preview": Signal.PREVIEW,
    ":review": Signal.REVIEW,
}


class Plain:
    """Asks line by line, with numbers for choices and words with a colon for everything else."""

    def __init__(self, source: BinaryIO, sink: TextIO) -> None:
        self._source, self._sink = source, sink
        self._explained = False

    def ask(self, asked: Asked) -> Reply:
        question = asked.question
        if not self._explained:
            self.tell(flow.wizard()["keys_plain"])
            self._explained = True
        words = flow.wizard()
        number = words["question"].format(number=asked.number, total=asked.total)
        self.tell(f"{number}. {question.question}" if asked.number else question.question)
        self._print(question.why)
        self._choices(asked)
        if question.other:
            self._print(flow.wizard()["other"])
        if line := hint(asked):
            self._print(line)
        if question.long:
            self._print(flow.wizard()["editor_plain"])
        if asked.current and asked.number:
            self._print(f"Now: {asked.current}")
        return self._reply(asked)

    def _reply(self, asked: Asked) -> Reply:
        while True:
            line = self._line()
            if line is None:
                self._print(flow.wizard()["cut"])
                continue
            word = line.casefold()
            if line == "?":
                self._help(asked)
            elif word == ":edit" and asked.question.long:
                if (text := self._edited(asked.current)) is not None:
                    return Reply(text)
            elif word == ":quit":
                raise KeyboardInterrupt
            elif word in _SIGNALS:
                return Reply("", _SIGNALS[word])
            elif word.startswith(":") and " " not in word:
                self._print(flow.wizard()["keys_plain"])
            elif (answer := picked(asked, line)) is not None:
                return Reply(answer)
            else:
                self._print(flow.wizard()["no_choice"])

    def _edited(self, text: str) -> str | None:
        from amjd.terminal.editor import edited

        self._print(flow.wizard()["editor_open"])
        try:
            return edited(text, self._source.fileno(), self._sink)
        except AmjdError as error:
            self._print(str(error))
            return None

    def _help(self, asked: Asked) -> None:
        for choice in asked.question.choices:
            self._print(f"{choice.label}: {choice.help}")
        self._print(flow.wizard()["keys_plain"])

    def tell(self, text: str) -> None:
        self._print("")
        self._print(text)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        for line in row_by_row(rows):
            self._print(line)

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        for number, (label, answer) in enumerate(rows):
            self._print(f"{number}. {label}: {answer or flow.wizard()['no_answer']}")

    def _choices(self, asked: Asked) -> None:
        question = asked.question
        for number, choice in enumerate(question.choices, start=1):
            self._print(f"{number}. {choice.label}")
        if is_list(question) and asked.optional and asked.current:
            self._print(f"{NOTHING} {flow.wizard()['no_answer']}")

    def _print(self, text: str) -> None:
        print(fitted(text, width(self._sink)), file=self._sink, flush=True)

    def _line(self) -> str | None:
        """Read a line; None if the terminal kept no more than its beginning."""
        print("> ", end="", file=self._sink, flush=True)
        raw = self._source.readline()
        if not raw.endswith(b"\n"):
            raise EOFError
        if drop_pending(self._source.fileno(), pasted=False):
            self._print(flow.wizard()["one_line"])
        if len(raw) >= _LONGEST and self._source.isatty():
            return None
        # What is not UTF-8 arrives as lone surrogates, which no answer may hold.
        return raw.decode("utf-8", "surrogateescape").strip(" \t\r\n")
