"""A real terminal to run the program on, driven by the trace: what several modules share.

What is typed goes by what the trace says is asked, so that tests outlive wording and order.
"""

import json
import os
import re
import select
import shutil
import signal
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Self

import pyte

import schemas
from amjd.asker import Ask, Kind, Row
from amjd.sources.yaml_file import parse
from conftest import BY_NIGHT, QUESTIONS, measured, names
from programs import PROGRAM, after, forked, started
from script import answered, example, typed, usual

UP, DOWN, LEFT, ENTER = "\x1b[A", "\x1b[B", "\x1b[D", "\r"
BACK, STOP, END, OPEN, PREVIEW, REVIEW = "\x02", "\x03", "\x04", "\x14", "\x10", "\x12"
QUIT, SUSPEND, EDIT = "\x1c", "\x1a", "\x0f"

KEPT, POSTING = "job-posting.amjd.yaml", "job-posting.docx"
LOCK = f".{KEPT}.lock"
SIGNALS = {
    "SIGINT": (signal.SIGINT, 130),
    "SIGTERM": (signal.SIGTERM, 143),
    "SIGHUP": (signal.SIGHUP, 129),
    "SIGQUIT": (signal.SIGQUIT, 131),
}
KEYS = {"Ctrl-C": (STOP, 130), "Ctrl-D": (END, 130), "Ctrl-\\": (QUIT, 131)}
WAYS = [*KEYS, *SIGNALS, "window closed"]

_ESCAPE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]")
STILL = 15.0  # seconds
# What Python itself looks at when it starts.
OF_START = {"PYTHONUTF8", "PYTHONIOENCODING", "PYTHONUNBUFFERED", "PYTHONPATH", "LC_ALL", "LANG"}

# No file can be larger; nor is bytecode kept, of which others would read the part that fits.
LIMIT = """
import resource, sys
sys.dont_write_bytecode = True
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
"""


class Asked(NamedTuple):
    """A line of the trace: what the next Enter answers."""

    screen: str
    kind: Kind
    fields: list[str]
    choices: list[str | None]
    own: bool
    at: int | None
    ticked: list[str | None]
    step: int
    of: int

    def means(self, name: str) -> bool:
        """Whether this asks for a field, or is a screen of that name."""
        return name in (self.screen, *self.fields)

    def usual(self, tree: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what somebody would answer whose answers are those of a tree."""
        rows = tuple(Row(str(choice), "") for choice in self.choices)
        many = self.screen == "apply" and len(self.fields) > 2
        ask = Ask(
            self.screen, self.kind, tuple(self.fields), "", rows, self.own, self.at,
            tuple(str(value) for value in self.ticked), many=many,
        )  # fmt: skip
        return usual(ask, tree)


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
    """A program on a pseudo-terminal: `raw` is every byte it sent, `text` what could be read.

    `first` is Python that its process runs before it, to change what it meets.
    """

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        plain: bool = False,
        rows: int = 24,
        columns: int = 80,
        command: Sequence[str] | None = None,
        first: str = "",
        **environment: str | None,
    ) -> None:
        self.plain = plain or "--plain" in arguments
        words = [*arguments, *["--plain"] * plain]
        self._traces = Path(tempfile.mkdtemp(prefix="amjd-trace-"))
        env = {"TERM": "xterm-256color", "PYTHONUTF8": "1", "AMJD_TRACE": str(self._trace)}
        for name in ("NO_COLOR", "ACCESSIBLE", "COLUMNS", "LINES", "VISUAL", "EDITOR"):
            environment.setdefault(name, None)
        changed = {**os.environ, **measured(), **env, **environment}
        there = {name: value for name, value in changed.items() if value is not None}
        start = str(folder), there, (rows, columns)
        if command or measured() or BY_NIGHT or OF_START & environment.keys():
            own = after(first) if first else PROGRAM
            self._program = started([*(command or own), *words], *start)
        else:
            self._program = forked(words, *start, first)
        self._folder = folder
        self.pid, self._master = self._program.pid, self._program.master
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self._drawn, self._whole_lines, self._lines_end = 0, "", 0
        self._read_up_to = self._heard = 0

    @property
    def _trace(self) -> Path:
        return self._traces / "trace.jsonl"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._program.end()
        shutil.rmtree(self._traces, ignore_errors=True)
        if kind is None:
            # What an interview left behind has no fault to an editor that knows the schema.
            for path in self._folder.glob("*.amjd.yaml"):
                schemas.check(path.read_text("utf-8"))

    # -- what is asked -----------------------------------------------------------------------

    @property
    def trace(self) -> list[dict[str, Any]]:
        """Every line of the trace so far."""
        if not self._trace.exists():
            return []
        *whole, _ = self._trace.read_text("utf-8").split("\n")
        return [json.loads(line) for line in whole]

    def asked(self, name: str = "") -> Asked:
        """Wait until the next thing is to be answered, and see that it is the one of the name."""
        left = Patience(self.pid)
        while len(self.trace) <= self._heard:
            if left.is_over() or not self._pump(0.01):
                raise AssertionError(f"{name or 'nothing'} was not asked:\n{self.text[-3000:]}")
        line = self.trace[self._heard]
        assert line["event"] == "ask", f"it ended before {name} was asked:\n{self.text[-3000:]}"
        self._heard += 1
        asked = Asked(*(line[part] for part in Asked._fields))
        assert not name or asked.means(name), f"{asked} and not {name}:\n{self.display}"
        return asked

    def answer(self, asked: Asked, *values: str) -> None:
        """Answer what is asked as somebody would at this terminal."""
        if asked.kind in ("text", "page"):
            self.send("; ".join(values) + ENTER)
        elif asked.kind == "tick":
            self._tick(asked, values)
        elif not values or values[0] in asked.choices:
            number = str(asked.choices.index(values[0]) + 1) if values else ""
            self.send(number + ENTER)
        elif self.plain:
            self.send(values[0] + ENTER)
        else:
            self.send(str(len(asked.choices) + 1) + ENTER)
            self.answer(self.asked(asked.fields[0]), values[0])

    def _tick(self, asked: Asked, values: Sequence[str]) -> None:
        known = [value for value in values if value in asked.choices]
        numbers = [
            str(number)
            for number, value in enumerate(asked.choices, start=1)
            if (value in known) != (value in asked.ticked)
        ]
        own = [value for value in values if value not in asked.choices]
        if self.plain:
            self.send("; ".join([*numbers, *own]) + ENTER)
            return
        self.send("".join(f"{number} " for number in numbers))
        for number, value in enumerate(own, start=len(asked.choices) + 1):
            self.send(str(number) + ENTER)
            self.answer(self.asked(asked.fields[0]), value)
            self.asked(asked.fields[0])
        self.send(ENTER)

    def walk(self, tree: Mapping[str, Any], until: str) -> Asked:
        """Answer from a tree until a field or a screen is asked for; return that."""
        while not (asked := self.asked()).means(until):
            self.answer(asked, *asked.usual(tree))
        return asked

    def stop(self, way: str) -> int:
        """Stop in one of the ways; return the exit code that is expected."""
        if way in KEYS:
            self.send(KEYS[way][0])
            return KEYS[way][1]
        number, code = SIGNALS[way]
        self.kill(number)
        return code

    # -- what is seen ------------------------------------------------------------------------

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

    def wait_for(self, is_so: Callable[[], bool], patience: float = STILL) -> None:
        """Wait until something is so."""
        left = Patience(self.pid, patience)
        while not is_so():
            if left.is_over() or not self._pump(0.02):
                raise AssertionError(f"it never was so:\n{self.text[-3000:]}")

    def still(self, seconds: float) -> None:
        """Read until the program has waited for keys so long, whatever else the machine does."""
        left = Patience(self.pid, seconds)
        while not left.is_over():
            self._pump(0.01)

    def rest(self, seconds: float) -> None:
        """Read what comes for some time."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._pump(left)

    def send(self, keys: str | bytes) -> None:
        """Type; what comes out meanwhile is read, so that neither waits for the other."""
        data = keys.encode("utf-8", "surrogateescape") if isinstance(keys, str) else keys
        while data:
            if select.select([], [self._master], [], 0)[1]:
                data = data[os.write(self._master, data[:512]) :]
            else:
                self._pump(0.01)

    def resize(self, rows: int, columns: int) -> None:
        self._draw()
        self._program.resize(rows, columns)
        self._screen.resize(rows, columns)

    def kill(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def kill_job(self, number: signal.Signals) -> None:
        """Send a signal to what has the terminal now, which a shell may have started."""
        os.killpg(os.tcgetpgrp(self._master), number)

    def hang_up(self) -> int:
        """Close the window; return the exit code."""
        self._program.hang_up()
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
            if (code := self._program.poll()) is not None:
                return code
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


@cache
def answers(name: str = "standard", without: str | tuple[str, ...] = ()) -> str:
    """Write answers with every question settled but some."""
    text, tree = "# mine\n", example(name)
    without = (without,) if isinstance(without, str) else without
    for field in QUESTIONS:
        answer = typed(tree, field)
        if answer and field not in without:
            text = answered(text, field, answer.split("; ") if "; " in answer else answer)
    return text


def at(folder: Path, *fields: str, more: Sequence[str] = (), **how: Any) -> Terminal:
    """Start at questions that are not answered yet; each must be waited for."""
    (folder / KEPT).write_text(answers(without=fields))
    asked = [word for field in fields for word in ("--ask", field)]
    return Terminal(folder, "new", "-a", KEPT, *asked, *more, **how)


def tree(folder: Path, name: str = KEPT) -> dict[str, Any]:
    """Return the answers that are kept."""
    return dict(parse((folder / name).read_bytes(), name).tree)


def files(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder, but for the lock."""
    return {name: (folder / name).read_bytes() for name in names(folder) if name != LOCK}


def check_quiet(terminal: Terminal) -> None:
    for word in (b"Traceback", b"Exception", b"Unhandled", b"Warning"):
        assert word not in terminal.raw, terminal.text[-3000:]


def check_stopped(terminal: Terminal, way: str, last: str = "To go on: amjd new") -> None:
    """Stop, and see that the program says where the answers are and gives the terminal back."""
    if way == "window closed":
        assert terminal.hang_up() == 129
    else:
        expected = terminal.stop(way)
        assert terminal.end() == expected
        assert terminal.is_as_before()
        assert last in terminal.lines[-1], terminal.lines[-8:]
    check_quiet(terminal)
