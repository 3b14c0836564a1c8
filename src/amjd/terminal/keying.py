"""A line that is typed where nothing is redrawn: its keys, read one by one, and their echo.

The terminal itself would read whole lines, but it knows one Enter only, and in some modes of a
keyboard that is a sequence of its own.
"""

import codecs
import contextlib
import os
import re
import signal
import sys
import termios
import time
from itertools import takewhile
from typing import NamedTuple, TextIO

from amjd.terminal import posix, stops
from amjd.terminal.columns import columns
from amjd.terminal.entry import Entry
from amjd.terminal.keys import SIGNALS
from amjd.terminal.lines import PAUSE, PROMPT, SETTLE, on_a_line, row
from amjd.terminal.sequences import PIECES, Cutter, Key

assert sys.platform != "win32"  # reached through `system` alone

_GLANCE = 0.5  # seconds after which a signal that came in between is obeyed
_WORDS = {one.name: one.word for one in SIGNALS}


class Shown(NamedTuple):
    """A line as it is echoed, and how much of it stands before the cursor."""

    text: str
    before: str


class Keying:
    """The keys of a terminal, and the line that is made of them."""

    def __init__(self, descriptor: int, sink: TextIO) -> None:
        self._descriptor, self._sink = descriptor, sink
        self._stop, self._ended, self._has_more = "", 0.0, False
        self._seen, self._is_cut = Shown("", ""), False
        self._modes = posix.modes(descriptor)
        # Where a terminal shows nothing of what is typed, somebody else does.
        self._is_echoed = bool(self._modes and self._modes[3] & termios.ECHO)

    def take(self) -> None:
        """Let every key come as it is typed, but for those that stop."""
        if self._modes:
            modes = [*self._modes]
            modes[0] &= ~termios.IXON  # Ctrl-S is a key like others
            modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
            modes[6] = [*modes[6]]
            modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
            posix.set_modes(self._descriptor, modes)

    def give_back(self) -> None:
        """Leave the terminal as it was."""
        posix.set_modes(self._descriptor, self._modes)

    def drop_pending(self) -> bool:
        """Throw away what came behind a line, so that it cannot answer; whether there was a text.

        What follows a line at once was pasted with it, and so was what comes until a pause.
        """
        cutter, decoder = Cutter(), _decoder()
        with contextlib.suppress(OSError):
            while posix.has_come(self._descriptor, self._wait()):
                if not (raw := os.read(self._descriptor, 65536)):
                    break
                self._drop(cutter.feed(decoder.decode(raw)))
        is_text, self._has_more = self._has_more, False
        return is_text

    def _wait(self) -> float:
        """Return how many seconds more of a paste may take to come."""
        return PAUSE if self._has_more else max(0.0, self._ended + SETTLE - time.monotonic())

    def _drop(self, keys: list[Key]) -> None:
        """Let a stop behind the end of a line count, and nothing else."""
        self._stop = next((key.name for key in keys if key.name in stops.KEYS), self._stop)
        self._has_more |= any(key.text for key in keys)

    def line(self) -> str:
        """Read a line; a key that wishes for something else makes a line of its word.

        Raises:
            KeyboardInterrupt, EOFError, SystemExit: somebody stopped.
        """
        entry, cutter, decoder = Entry(), Cutter(), _decoder()
        self._seen, self._is_cut = shown(entry), False
        while True:
            if self._stop:
                stops.end(self._stop)
            keys = self._keys(cutter, decoder)
            for at, key in enumerate(keys):
                word = _WORDS.get(key.name)
                if word or key.name == "enter":
                    entry = Entry(word, len(word)) if word else entry
                    self._echo(entry, "\n")
                    self._ended = time.monotonic()
                    self._drop(keys[at + 1 :])
                    return entry.text
                self._obey(key)
                entry = entry.pressed(key)
            self._echo(entry)

    def _keys(self, cutter: Cutter, decoder: codecs.IncrementalDecoder) -> list[Key]:
        """Wait for keys; the beginning of a sequence of which no more comes is dropped."""
        if not posix.has_come(self._descriptor, PIECES):
            cutter.flush()
        # A signal between two steps of Python's would wait for a key where a read had begun.
        while not posix.has_come(self._descriptor, _GLANCE):
            pass
        raw = os.read(self._descriptor, 65536)
        if not raw:
            raise EOFError
        return cutter.feed(decoder.decode(raw))

    def _obey(self, key: Key) -> None:
        """Stop, or wait in the background, as the terminal itself would at such a key."""
        if key.name in (*stops.KEYS, "c-d"):
            stops.end(key.name)
        elif key.name == "c-z":
            os.kill(os.getpid(), signal.SIGTSTP)

    def _echo(self, entry: Entry, end: str = "") -> None:
        """Show the line as it is now.

        No backspace leads back to the row above: then it is written anew, up to its cursor, and
        what stands behind that is seen again as the cursor comes there, or at the end.
        """
        if not self._is_echoed:
            return
        whole = shown(entry)
        before = whole.text if end else whole.before
        self._is_cut = self._is_cut and before != whole.text
        new = Shown(before if self._is_cut else whole.text, before)
        written = echoed(self._seen, new)
        if is_over_rows(len(PROMPT) + columns(self._seen.before), written, row(self._sink)):
            self._is_cut, new = before != whole.text, Shown(before, before)
            written = f"\n{PROMPT}{before}"
        self._seen = new
        self._sink.write(written + end)
        self._sink.flush()


def echoed(old: Shown, new: Shown) -> str:
    """Return what makes one line of another: letters, spaces and backspaces, nothing else."""
    was, is_ = columns(old.before), columns(new.before)
    if old.text == new.text:
        return "\b" * (was - is_) + new.before[len(old.before) :]
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(old.before, new.text, strict=False))
    same = old.before[: len(list(alike))]
    rest = new.text[len(same) :] + " " * max(0, columns(old.text) - columns(new.text))
    return "\b" * (was - columns(same)) + rest + "\b" * (columns(same + rest) - is_)


def is_over_rows(at: int, written: str, row: int) -> bool:
    """Whether what is written from a column on has a backspace that leads to the row above."""
    for part in re.findall("\b+|[^\b]+", written):
        start, at = at, at + (-len(part) if part[0] == "\b" else columns(part))
        if at // row < start // row:
            return True
    return False


def shown(entry: Entry) -> Shown:
    """Show an entry on one line, with nothing in it that a terminal obeys."""
    parts = entry.text[: entry.at], entry.text[entry.at :]
    before, behind = map(on_a_line, parts)
    return Shown(before + behind, before)


def _decoder() -> codecs.IncrementalDecoder:
    """Read UTF-8; what is none arrives as lone surrogates, which no answer may hold."""
    return codecs.getincrementaldecoder("utf-8")("surrogateescape")
