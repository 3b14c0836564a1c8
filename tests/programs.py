"""Programs on a pseudo-terminal: started, or forked from one that has loaded every module.

To load them is most of what a start costs. What is forked is alone in its process, as after a start
of its own: no other thread, no other test, the same way in and out. By night, and where a test
looks at the start itself or is measured, programs are started.
"""

import atexit
import contextlib
import gc
import importlib
import io
import json
import os
import pkgutil
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-m", "amjd"]
_RUN = "import runpy\nrunpy.run_module('amjd', run_name='__main__', alter_sys=True)\n"


def after(first: str) -> list[str]:
    """Return the command of the program that does something else first, in Python."""
    return [sys.executable, "-c", first + _RUN]


class Program:
    """A program that was started on a terminal of its own."""

    def __init__(self, pid: int, master: int) -> None:
        self.pid, self.master, self.code = pid, master, None

    def poll(self) -> int | None:
        """Return the exit code once it has ended; -N for a signal."""
        if self.code is None:
            pid, status = self._waited()
            self.code: int | None = os.waitstatus_to_exitcode(status) if pid else None
        return self.code

    def _waited(self) -> tuple[int, int]:
        return os.waitpid(self.pid, os.WNOHANG)

    def resize(self, rows: int, columns: int) -> None:
        termios.tcsetwinsize(self.master, (rows, columns))

    def hang_up(self) -> None:
        """Close the window."""
        if self.master >= 0:
            os.close(self.master)
        self.master = -1

    def end(self) -> None:
        """Close the window, and kill what does not end by that."""
        self.hang_up()
        deadline = time.monotonic() + 5
        while self.poll() is None:
            if time.monotonic() > deadline:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self.pid, signal.SIGKILL)
            select.select([], [], [], 0.005)


class Forked(Program):
    """A program that another process than this has for a child."""

    def _waited(self) -> tuple[int, int]:
        pid, status = _asked({"pid": self.pid})[0]
        return pid, status


def started(
    command: Sequence[str], folder: str, environment: Mapping[str, str], size: tuple[int, int]
) -> Program:
    """Start a program on a new terminal."""
    pid, master = pty.fork()
    if not pid:
        try:
            termios.tcsetwinsize(0, size)
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        finally:
            os._exit(127)
    os.set_inheritable(master, False)
    return Program(pid, master)


def forked(
    arguments: Sequence[str],
    folder: str,
    environment: Mapping[str, str],
    size: tuple[int, int],
    first: str = "",
) -> Program:
    """Let the program run on a new terminal without loading anything, after some Python."""
    wish = {"arguments": arguments, "folder": folder, "size": size, "first": first}
    said, (master,) = _asked({**wish, "environment": {**environment}})
    os.set_inheritable(master, False)
    return Forked(said, master)


def _asked(wish: dict[str, Any]) -> tuple[Any, list[int]]:
    line = _line()
    line.sendall(json.dumps(wish).encode() + b"\n")
    answer, descriptors, _, _ = socket.recv_fds(line, 4096, 1)
    return json.loads(answer), descriptors


@cache
def _line() -> socket.socket:
    """Start what is forked from, once; it ends when this process does."""
    ours, theirs = socket.socketpair()
    command = [sys.executable, __file__, str(theirs.fileno())]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()], env=environment
    )
    theirs.close()
    atexit.register(process.wait)
    atexit.register(ours.close)
    return ours


# -- what is forked from --------------------------------------------------------------------------


def _load() -> None:
    """Load what the program may load, in the way in which it does, and compile every pattern."""
    import amjd
    from amjd.text import patterns

    patterns.compile_later = re.compile  # type: ignore[assignment]
    from amjd import startup

    startup.begin()
    with startup.without_network():
        for module in pkgutil.walk_packages(amjd.__path__, "amjd."):
            with contextlib.suppress(ImportError, AssertionError):  # of another system
                importlib.import_module(module.name)
        for name in ("docx", "prompt_toolkit", "pydantic", "questionary", "yaml"):
            importlib.import_module(name)
    _read()


def _read() -> None:
    """Read our own data, each file once for all that is forked, and draft and review with it."""
    from amjd import records
    from amjd.cli.reviewed import of_draft
    from amjd.documents.catalog import Catalog
    from amjd.documents.draft import draft
    from amjd.resources import files, folder
    from amjd.review.rules import Rules
    from amjd.sources.checked import check
    from amjd.sources.yaml_file import parse
    from amjd.words import SECTIONS, Prompts

    anew, kept = records.parse, cache(records.parse)
    records.parse = lambda *told: (anew if told[3:] else kept)(*told)
    catalog, prompts = Catalog([folder("templates") / "posting"]), Prompts(folder("prompts"))
    for section in SECTIONS:
        getattr(prompts.words, section)
    for path in files(folder("examples"), ".yaml"):
        sheet = parse(path.read_bytes(), path.name)
        answers, _ = check(sheet, catalog.ids, prompts.questions, bullets=catalog.names)
        of_draft(sheet, draft(catalog, prompts.questions, answers), Rules(folder("rules")))


def _serve(line: socket.socket) -> dict[str, Any]:
    """Fork whenever that is wished for; return in each fork, with its wish."""
    line.set_inheritable(False)
    with line, line.makefile("rb") as wishes:
        while wish := wishes.readline():
            wanted = json.loads(wish)
            if "pid" in wanted:
                line.send(json.dumps(os.waitpid(wanted["pid"], os.WNOHANG)).encode())
                continue
            pid, master = pty.fork()
            if not pid:
                return wanted  # type: ignore[no-any-return]
            socket.send_fds(line, [json.dumps(pid).encode()], [master])
            os.close(master)
    sys.exit()


def _begin(wish: dict[str, Any]) -> None:
    """Be a program that was just started: its folder, its words, its streams."""
    termios.tcsetwinsize(0, wish["size"])
    os.chdir(wish["folder"])
    os.environ.clear()
    os.environ.update(wish["environment"])
    sys.argv = ["amjd", *wish["arguments"]]
    gc.enable()
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        errors = "backslashreplace" if name == "stderr" else "surrogateescape"
        raw = open(number, f"{mode}b", closefd=False)  # noqa: SIM115
        stream = io.TextIOWrapper(raw, "utf-8", errors, line_buffering=True)
        stream.mode = mode
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent / "src")
    _load()
    wish = _serve(socket.socket(fileno=int(sys.argv[1])))
    _begin(wish)
    exec(wish["first"], {})
    from amjd.__main__ import run

    run()
