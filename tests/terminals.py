"""A real terminal to run the program on, and answers to type: what several modules share."""

import copy
import functools
import os
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pexpect
import pyte
import yaml

import schemas
from amjd.asker import Asked, Reply, Signal
from amjd.sources.sheet import Answer, Sheet
from amjd.sources.yaml_edit import with_answer
from amjd.sources.yaml_file import parse
from conftest import EXAMPLES, measured

IDS = ("sales", "first-hire", "key", "technical", "senior", "standard")

UP, DOWN, LEFT, ENTER = "\x1b[A", "\x1b[B", "\x1b[D", "\r"
BACK, STOP, END, OPEN, PREVIEW, REVIEW = "\x02", "\x03", "\x04", "\x14", "\x10", "\x12"

FIRST = "? Will this person mostly keep existing clients"
SECOND = "? Is there enough of this work"
QUOTA = "? Does this job carry a sales quota?"

_ESCAPE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]")
STILL = 15.0  # seconds
Nested = dict[str, Any]


def _readable(raw: bytes) -> str:
    return _ESCAPE.sub("", raw.decode("utf-8", "replace")).replace("\r", "")


class Patience:
    """How long a test waits for a program: it counts only while the program stands still.

    On a busy machine a program that could go on may wait for a processor longer than any test
    should wait for one that hangs; a program that never stands still is given up too.
    """

    def __init__(self, pid: int, still: float = STILL, most: float = 120.0) -> None:
        self._pid, self._left = pid, still
        self._now = time.monotonic()
        self._end = self._now + most

    def is_over(self) -> bool:
        """Take off the time since the last look, if the program sleeps now; ask it often."""
        before, self._now = self._now, time.monotonic()
        if self._sleeps():
            # A test that was not given the processor itself has not waited.
            self._left -= min(self._now - before, 0.5)
        return self._left < 0 or self._now > self._end

    def _sleeps(self) -> bool:
        """Whether it waits for something; where the system does not tell, it always does."""
        try:
            state = Path(f"/proc/{self._pid}/stat").read_text().rpartition(") ")[2][0]
        except OSError:
            return True
        return state not in "RD"


class Terminal:
    """A program on a pseudo-terminal: `raw` is every byte it sent, `text` what could be read."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        rows: int = 24,
        columns: int = 80,
        command: Sequence[str] | None = None,
        **environment: str | None,
    ) -> None:
        words = [*(command or [sys.executable, "-m", "amjd"]), *arguments]
        env = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONUTF8": "1"}
        for name in ("NO_COLOR", "ACCESSIBLE", "COLUMNS", "LINES"):
            environment.setdefault(name, None)
        changed = {**os.environ, **measured(), **env, **environment}
        self._process = pexpect.spawn(
            words[0],
            words[1:],
            cwd=str(folder),
            dimensions=(rows, columns),
            env={name: value for name, value in changed.items() if value is not None},
        )
        self._folder = folder
        self.pid, self._master = self._process.pid, self._process.child_fd
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self._drawn, self._whole_lines, self._lines_end = 0, "", 0
        self._read_up_to = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._process.close(force=True)
        if kind is None:
            # What an interview left behind has no fault to an editor that knows the schema.
            for path in self._folder.glob("*.amjd.yaml"):
                schemas.check(path.read_text("utf-8"))

    @property
    def text(self) -> str:
        # No escape sequence has a line end in it, so that whole lines are read once only.
        end = self.raw.rfind(b"\n") + 1
        self._whole_lines += _readable(self.raw[self._lines_end : end])
        self._lines_end = end
        return self._whole_lines + _readable(self.raw[end:])

    @property
    def display(self) -> str:
        """What stands on the screen now."""
        self._draw()
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _draw(self) -> None:
        # Most tests never look, and it takes longer than all else.
        self._stream.feed(self.raw[self._drawn :])
        self._drawn = len(self.raw)

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    def _pump(self, seconds: float) -> bool:
        """Read what there is; False at the end."""
        if not select.select([self._master], [], [], seconds)[0]:
            return True
        try:
            chunk = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += chunk
        return bool(chunk)

    def wait(self, *wanted: str, patience: float = STILL) -> str:
        """Wait until one of the texts stands behind what was waited for before; return it."""
        left = Patience(self.pid, patience)
        while True:
            text = self.text
            found = [
                (at, -len(one), one)
                for one in wanted
                if (at := text.find(one, self._read_up_to)) >= 0
            ]
            if found:
                at, _, one = min(found)
                self._read_up_to = at + len(one)
                return one
            if left.is_over() or not self._pump(0.2):
                rest = text[self._read_up_to :][-3000:]
                raise AssertionError(f"never saw {wanted}; after the last one came:\n{rest}")

    def wait_display(self, check: Callable[[str], bool]) -> str:
        """Wait until the screen looks right."""
        patience = Patience(self.pid)
        while not check(self.display):
            if patience.is_over() or not self._pump(0.2):
                raise AssertionError(f"the screen never looked right:\n{self.display}")
        return self.display

    def send(self, keys: str | bytes) -> None:
        data = keys.encode("utf-8", "surrogateescape") if isinstance(keys, str) else keys
        while data:
            data = data[os.write(self._master, data) :]

    def paste(self, text: str) -> None:
        self.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, rows: int, columns: int) -> None:
        self._draw()
        self._process.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def kill(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> int:
        """Close the window; return the exit code."""
        self._process.ptyproc.fileobj.close()
        self._process.closed = self._process.ptyproc.closed = True
        return self._code()

    def end(self) -> int:
        """Read to the end; return the exit code, -N for a signal."""
        patience = Patience(self.pid)
        while self._pump(0.2):
            if patience.is_over():
                raise AssertionError(f"it does not end:\n{self.text[-3000:]}")
        return self._code()

    def _code(self) -> int:
        patience = Patience(self.pid)
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._process.ptyproc.terminated = self._process.terminated = True
                return os.waitstatus_to_exitcode(status)
            if patience.is_over():
                raise AssertionError(f"the process does not end:\n{self.text[-3000:]}")
            select.select([], [], [], 0.01)

    def is_as_before(self) -> bool:
        """Whether the terminal is as a shell wants it: the modes of lines and what was drawn last.

        Lines, echo and signals are on, bracketed paste is off, the cursor is shown, lines wrap,
        colours are reset, and no escape sequence is left unfinished.
        """
        flags = termios.tcgetattr(self._master)[3]
        on = all(flags & flag for flag in (termios.ICANON, termios.ECHO, termios.ISIG))
        return on and self._is_drawn_to_its_end()

    def _is_drawn_to_its_end(self) -> bool:
        usual = {rb"\?2004([hl])": b"l", rb"\?25([hl])": b"h", rb"\?7([hl])": b"h"}
        usual |= {rb"\?1([hl])": b"l", rb"(?:0;)*([0-9;]*)m": b"0"}
        last = {name: re.findall(rb"\x1b\[" + name, self.raw)[-1:] for name in usual}
        is_cut = re.search(rb"\x1b(\[[0-?]*)?$", self.raw)
        return not is_cut and all(last[name] in ([], [value]) for name, value in usual.items())


def pass_gate(terminal: Terminal) -> None:
    for question in (FIRST, SECOND):
        terminal.wait(question)
        terminal.send(ENTER)
    terminal.wait(QUOTA)


# -- answers to type -----------------------------------------------------------------------------


@functools.cache
def _example(name: str) -> Nested:
    """Read an example with a reader that is not our own; every scalar is text."""
    text = (EXAMPLES / f"{name}.yaml").read_text("utf-8")
    tree: Nested = yaml.load(text, Loader=schemas.BASE)
    return tree


def example(name: str) -> Nested:
    """Return the answers of an example, to be changed at will: reading them takes 20 ms a time."""
    return copy.deepcopy(_example(name))


def given(tree: Mapping[str, Any], field: str) -> str | list[str]:
    """Return what a person would type for a field, "" for nothing."""
    value: Any = tree
    for step in field.split("."):
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    if isinstance(value, Mapping):
        return f"{value['min']} to {value['max']}"
    if isinstance(value, list):
        return [" ".join(item.split()) for item in value]
    return " ".join(str(value).split())


def line_for(asked: Asked, tree: Mapping[str, Any]) -> str:
    """Return the line that answers a question in plain mode, or as a reply."""
    field = asked.question.field
    if field == "review":
        return "yes"
    if field in ("gate.mandate", "gate.workload", "template", "workload"):
        return ""
    return typed(tree, field)


def typed(tree: Mapping[str, Any], field: str) -> str:
    """Return an answer on one line."""
    answer = given(tree, field)
    return "; ".join(answer) if isinstance(answer, list) else answer


class Script:
    """Answers without a terminal: fields from a tree, and what a test wants at some of them.

    `wants` are replies for a field, used up in order; after that the tree answers. `log` is what
    was asked and told, in order.
    """

    def __init__(
        self,
        tree: Mapping[str, Any],
        wants: Mapping[str, Sequence[Reply | str | BaseException]] | None = None,
    ) -> None:
        self.tree = tree
        self.wants = {field: list(replies) for field, replies in (wants or {}).items()}
        self.asked: list[Asked] = []
        self.told: list[str] = []
        self.tables: list[Sequence[Sequence[str]]] = []
        self.reviews: list[Sequence[tuple[str, str]]] = []
        self.log: list[str] = []

    @property
    def fields(self) -> list[str]:
        return [asked.question.field for asked in self.asked]

    def ask(self, asked: Asked) -> Reply:
        assert len(self.asked) < 1000, f"asks for ever: {self.fields[-6:]} {self.told[-6:]}"
        self.asked.append(asked)
        self.log.append(f"? {asked.question.field}")
        if wants := self.wants.get(asked.question.field):
            want = wants.pop(0)
            if isinstance(want, BaseException):
                raise want
            return Reply(want) if isinstance(want, str) else want
        return Reply("" if asked.current else line_for(asked, self.tree))

    def key(self, signal: Signal) -> str:
        return f"<{signal.value}>"

    def tell(self, text: str) -> None:
        self.told.append(text)
        self.log.append(text)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        self.tables.append(rows)
        self.log.append("table")

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        self.reviews.append(list(rows))
        self.log.append("review")


def sheet(text: str) -> Sheet:
    return parse(text.encode(), "answers")


def answered(text: str, field: str, answer: Answer, remark: str = "") -> str:
    """Return the text of an answers file with one answer set."""
    return with_answer(sheet(text), field, answer, remark).text
