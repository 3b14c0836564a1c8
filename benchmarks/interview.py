"""Time to the first question on the screen, and from an answer to the next question, on a pty.

Each round starts every program once, in an order that rotates, and gives one ratio for each
comparison; the median of the ratios counts.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import common

ROUNDS = 15
NAMES = "first", "next", "saved", "choice", "number", "ticked"
IMPORTS = "import typer, questionary"


class Program(NamedTuple):
    """What to start; the texts its questions are known by, and the keys that answer them."""

    words: Callable[[Path], list[str]]
    questions: tuple[tuple[bytes, bytes], ...] = ()


COMPARISONS = [
    common.Comparison("first-imports", "amjd first", "imports", 1.1),
    common.Comparison("first-copier", "amjd first", "copier first", 0.65),
    common.Comparison("next-copier", "amjd next", "copier next", 1.5),
    common.Comparison("saved-copier", "amjd saved", "copier next", 1.0),
]


def main() -> None:
    options = common.parser(__doc__)
    options.add_argument("--copier", help="the command (beside --peers-python, or in PATH)")
    given = options.parse_args()
    copier = given.copier or common.beside_python("copier", given.peers_python)
    with tempfile.TemporaryDirectory() as work:
        programs = {
            "amjd": Program(
                lambda _: [given.amjd, "new"],
                (
                    # Each answer is checked and on the disk before the next question.
                    (b"What is your company called?", b"Tidewater Linen\r"),
                    (b"What do you do, and for whom?", b"We wash linen for 120 inns.\r"),
                    (b"Does this job carry a sales quota?", b"1\r"),
                    (b"How much must this person sell", b"150000 a quarter\r"),
                    (b"What is true of this job?", b"\r"),
                    (b"Which posting do you want?", b""),
                ),
            ),
            "imports": Program(lambda _: [sys.executable, "-c", IMPORTS]),
        }
        if common.has_command(copier):
            # A copy, because Copier looks for Git around its template.
            template = copytree(common.PEERS / "copier-template", Path(work) / "template")
            programs["copier"] = Program(
                lambda fresh: [copier, "copy", str(template), str(fresh / "out")],
                (
                    (b"What is the business called?", b"\r"),
                    (b"How many accounts does the portfolio hold?", b""),
                ),
            )
        else:
            print("copier is not installed: its comparisons are skipped")
        common.report(COMPARISONS, measured(programs, given.rounds or ROUNDS))


def measured(programs: dict[str, Program], rounds: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {}
    names = list(programs)
    for turn in range(rounds + 1):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            found = timed(programs[name])
            if turn:  # the first round only warms up
                for what, seconds in zip(NAMES, found, strict=False):
                    key = name if name == "imports" else f"{name} {what}"
                    times.setdefault(key, []).append(seconds)
    return times


def timed(program: Program) -> list[float]:
    """Start a program on a terminal; return the seconds to each question, or to its end."""
    with tempfile.TemporaryDirectory() as folder:
        words = program.words(Path(folder))
        start = time.perf_counter()
        pid, master = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.environ["TERM"] = "xterm-256color"
            # What waits for an answer about the cursor would measure our reply, not the program.
            os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"
            os.execvp(words[0], words)
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        try:
            return answered(program, master, start)
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            os.close(master)


def answered(program: Program, master: int, start: float) -> list[float]:
    if not program.questions:
        read_until(master, None)
        return [time.perf_counter() - start]
    found = []
    for question, keys in program.questions:
        read_until(master, question)
        found.append(time.perf_counter() - start)
        # Somebody reads before answering: what is loaded meanwhile is not waited for.
        time.sleep(1.0)
        drain(master)
        start = time.perf_counter()
        os.write(master, keys)
    return found


def read_until(master: int, wanted: bytes | None) -> None:
    """Read until a text is there, or to the end."""
    seen = b""
    while wanted is None or wanted not in seen:
        if not select.select([master], [], [], 20)[0]:
            sys.exit(f"{wanted!r} never came, only {seen[-500:]!r}")
        try:
            chunk = os.read(master, 65536)
        except OSError:
            chunk = b""
        if not chunk and wanted is None:
            return
        if not chunk:
            sys.exit(f"ended before {wanted!r}: {seen[-500:]!r}")
        seen += chunk


def drain(master: int) -> None:
    while select.select([master], [], [], 0)[0]:
        os.read(master, 65536)


if __name__ == "__main__":
    main()
