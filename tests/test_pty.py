"""What only a real terminal shows: how the program ends there, and what it leaves behind."""

import contextlib
import itertools
import os
import random
import resource
import select
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from terminals import (
    BACK,
    DOWN,
    END,
    ENTER,
    FIRST,
    IDS,
    NOT_SURE,
    PREVIEW,
    QUOTA,
    REVIEW,
    SECOND,
    STOP,
    Terminal,
    example,
    pass_gate,
    typed,
)

from amjd import flow
from amjd.answers_edit import SKIPPED, with_answer
from amjd.answers_file import parse

# Each test starts the program on a terminal of its own, while threads of others may still run.
pytestmark = pytest.mark.filterwarnings("ignore:This process.*is multi-threaded")

KEPT = "job-posting.amjd.yaml"
SIGNALS = {
    "SIGINT": (signal.SIGINT, 130),
    "SIGTERM": (signal.SIGTERM, 143),
    "SIGHUP": (signal.SIGHUP, 129),
}
KEYS = {"Ctrl-C": (STOP, 130), "Ctrl-D": (END, 130)}
WAYS = [*KEYS, *SIGNALS, "window closed"]
# A kind of question, and a field that is asked so.
KINDS = {
    "choice": "portfolio.strategic",
    "choice or own words": "portfolio.segment",
    "several choices": "metrics",
    "text": "company.name",
    "long text": "company.about",
    "money": "pay.base",
    "list": "role.duties",
    "date": "apply.deadline",
    "review": "review",
}


def answers(name: str = "standard", without: str = "") -> str:
    """Write answers with every question settled but one."""
    text = "# mine\n"
    for field in flow.questions():
        answer = typed(example(name), field)
        if field == without:
            continue
        if answer:
            text = with_answer(text, field, answer.split("; ") if "; " in answer else answer)
        elif field in ("role.hours", "role.travel"):
            text = with_answer(text, field, "", SKIPPED)
    return text


def at_question(folder: Path, field: str, *arguments: str, **more: Any) -> Terminal:
    """Start with one question open, and wait until it is asked."""
    (folder / KEPT).write_text(answers(without=field))
    if field == "role.duties":
        more.setdefault("duties", True)
    words = ["new", "-a", KEPT, *arguments]
    if field != "role.duties":
        words.insert(3, "--skip-answered")
    more.pop("duties", None)
    terminal = Terminal(folder, *words, **more)
    if field == "role.duties":
        terminal.wait(QUOTA)
        terminal.send(REVIEW)
        terminal.wait("? Type a number")
        number = next(
            line.split()[0] for line in terminal.lines if line.endswith("Further duties   -")
            or " Further duties " in line
        )
        terminal.send(number + ENTER)
    terminal.wait(question_of(field))
    return terminal


def question_of(field: str) -> str:
    if field == "review":
        return "? Type a number to change an answer"
    return f"? {flow.questions()[field].question}"


def stop(terminal: Terminal, way: str) -> int:
    """Stop in one of the ways; return the exit code that is expected."""
    if way in KEYS:
        terminal.send(KEYS[way][0])
        return KEYS[way][1]
    number, code = SIGNALS[way]
    terminal.kill(number)
    return code


def check_stopped(terminal: Terminal, folder: Path, way: str, before: bytes) -> None:
    if way == "window closed":
        assert terminal.hang_up() == 129
    else:
        expected = stop(terminal, way)
        assert terminal.end() == expected
        assert terminal.is_as_before()
        last = terminal.lines[-1]
        assert "amjd new --output job-posting.docx" in " ".join(terminal.lines[-3:]), last
    assert b"Traceback" not in terminal.raw
    assert b"Exception" not in terminal.raw
    assert (folder / KEPT).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [KEPT]


def _pairs() -> Iterator[Any]:
    """Give each kind and each way once in the usual run, and every pair by night."""
    ways = itertools.cycle(WAYS)
    usual = {(kind, next(ways)) for kind in KINDS}
    for kind, way in itertools.product(KINDS, WAYS):
        marks = [] if (kind, way) in usual else [pytest.mark.nightly]
        yield pytest.param(kind, way, marks=marks)


@pytest.mark.parametrize(("kind", "way"), list(_pairs()))
def test_every_way_to_stop_keeps_the_answers_and_gives_the_terminal_back(
    tmp_path: Path, kind: str, way: str
) -> None:
    with at_question(tmp_path, KINDS[kind]) as terminal:
        check_stopped(terminal, tmp_path, way, (tmp_path / KEPT).read_bytes())
