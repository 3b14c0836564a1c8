"""Somebody at a keyboard: keys go in at one end of a pseudo-terminal as each question stands."""

import contextlib
import os
import pty
import re
import signal
import termios
import threading
import time
from collections.abc import Iterator
from typing import Any, TextIO

import pyte
import pytest

from amjd.asker import Ask, Asker, Reply
from amjd.terminal.plain import Plain
from amjd.terminal.screen import Screen
from amjd.terminal.stage import Stage
from amjd.terminal.trace import Trace
from conftest import WORDS

_ESCAPE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")


class Keys(Trace):
    """A trace whose reader answers: each time that something is to be answered, keys are sent."""

    def __init__(self, master: int) -> None:
        super().__init__(None)
        self.master, self.keys, self.asks = master, list[str](), list[Ask]()

    def asked(self, ask: Ask) -> None:
        self.asks.append(ask)
        assert self.keys, f"nobody answers {ask.question!r}"
        os.write(self.master, self.keys.pop(0).encode("utf-8", "surrogateescape"))


class Desk:
    """An asker with somebody in front of it; `shown` is every byte that was drawn."""

    def __init__(self, asker: Asker, keys: Keys, shown: "Drawn | _Printed") -> None:
        self.asker, self.keys, self._shown = asker, keys, shown

    def answer(self, ask: Ask, *keys: str) -> Reply:
        """Ask, and press the keys, some each time that something is to be answered."""
        self.keys.keys, self.keys.asks = list(keys), []
        reply = self.asker.ask(ask)
        assert self.keys.keys == [], "not all keys were pressed"
        return reply

    @property
    def asks(self) -> list[Ask]:
        return self.keys.asks

    @property
    def said(self) -> str:
        """What was drawn, on one line."""
        return " ".join(_ESCAPE.sub("", self._drawn()).split())

    @property
    def display(self) -> str:
        """What stands on the screen now."""
        screen = pyte.Screen(80, 24)
        pyte.Stream(screen).feed(self._drawn())
        return "\n".join(line.rstrip() for line in screen.display)

    def _drawn(self) -> str:
        """Wait until nothing more comes out: on a busy machine it comes in pieces."""
        drawn, deadline, still = [""], time.monotonic() + 2, 4
        while len(set(drawn[-still:])) > 1 or len(drawn) < still:
            drawn.append(self._shown.text)
            time.sleep(0.01)
            if time.monotonic() > deadline:
                break
        return drawn[-1]


class Drawn:
    """Reads what comes out of a pseudo-terminal, so that it never fills up."""

    def __init__(self, master: int) -> None:
        self._master, self.raw = master, b""
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while chunk := os.read(self._master, 65536):
                self.raw += chunk

    def close(self) -> None:
        """Read to the end, which comes when the other side is closed."""
        self._thread.join()
        os.close(self._master)

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8", "replace")


class _Printed:
    """Reads what was printed into a file."""

    def __init__(self, sink: TextIO) -> None:
        self._sink = sink

    @property
    def text(self) -> str:
        return os.pread(self._sink.fileno(), 1 << 20, 0).decode()


@contextlib.contextmanager
def suspending(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ctrl-Z stops a program until fg; here, what would stop it only says so."""
    monkeypatch.setattr(os, "kill", lambda *_: None)
    asker: Any = desk.asker
    act = getattr(asker, "_stage", asker).suspended
    before = signal.signal(signal.SIGTSTP, act)
    yield
    signal.signal(signal.SIGTSTP, before)


@contextlib.contextmanager
def at_screen() -> Iterator[Desk]:
    """Somebody before a screen."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    drawn, keys = Drawn(master), Keys(master)
    # A terminal that does not tell where its cursor is would be waited for.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    with os.fdopen(slave) as source, os.fdopen(os.dup(slave), "w") as sink:
        stage = Stage(source, sink, WORDS.terminal, keys)
        stage.be_quiet()
        yield Desk(Screen(stage, WORDS.terminal), keys, drawn)
        stage.close()
    drawn.close()


@contextlib.contextmanager
def at_lines() -> Iterator[Desk]:
    """Somebody before plain lines."""
    master, slave = pty.openpty()
    drawn = Drawn(master)
    keys = Keys(master)
    with os.fdopen(os.memfd_create("said"), "w+") as sink:
        yield Desk(Plain(slave, sink, WORDS.terminal, keys), keys, _Printed(sink))
    os.close(slave)
    drawn.close()
