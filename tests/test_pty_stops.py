"""Stops at the questions that are none of the posting's own, and at moments that are odd."""

import contextlib
import itertools
import random
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from amjd.sources.yaml_file import parse
from conftest import QUESTIONS
from terminals import DOWN, ENTER, FIRST, QUOTA, SECOND, STOP, Terminal, answered, pass_gate, typed
from test_pty import KEPT, SIGNALS, WAYS, answers, at_question, go_to, stop

# The moments are the program's own only while nothing is measured; a killed one saves no figures.
pytestmark = [
    pytest.mark.filterwarnings("ignore:This process.*is multi-threaded"),
    pytest.mark.no_cover,
]

POSTING = "job-posting.docx"
LOCK = f".{KEPT}.lock"
SAVED = f"Your answers are in {KEPT}. To go on: amjd new"
NOTHING = "Nothing was answered, so nothing was saved."
UNCHANGED = "Nothing was changed. To go on: amjd new"
NIGHTLY = pytest.mark.nightly
SUSPEND, EDIT = "\x1a", "\x0f"
LONG_WORDS = "long words " * 150


def question_of(field: str) -> str:
    """Return the beginning of a question, which no window breaks."""
    return str(QUESTIONS[field].question)[:24]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder) if name != LOCK}


def tree(folder: Path) -> dict[str, Any]:
    return dict(parse((folder / KEPT).read_bytes(), KEPT).tree)


def said(terminal: Terminal) -> str:
    """Return the last line that the program itself has written, without the command's options."""
    last = [line for line in terminal.lines if line != "^C"][-1]
    return re.sub(r"( --skip-answered)?( --plain)?$", "", last)


def asked(terminal: Terminal, question: str, plain: bool) -> None:
    terminal.wait(question if plain else f"? {question}")
    if plain:
        terminal.wait("\n> ")


def check_quiet(terminal: Terminal) -> None:
    for word in (b"Traceback", b"Exception", b"Unhandled", b"Warning"):
        assert word not in terminal.raw, terminal.text[-3000:]


def check_ended(terminal: Terminal, way: str, last: str) -> None:
    if way == "window closed":
        assert terminal.hang_up() == 129
    else:
        expected = stop(terminal, way)
        assert terminal.end() == expected
        assert terminal.is_as_before()
        assert said(terminal).endswith(last)
    check_quiet(terminal)


# -- questions of the interview's own -------------------------------------------------------------


class Spot(NamedTuple):
    """A question, and what leads to it: the file there is, and what is answered before.

    An answer that is None is given already; what it looks like is waited for.
    """

    question: str
    before: Sequence[tuple[str, str | None]] = ()
    file: str = ""
    posting: bool = False
    words: Sequence[str] = ("-a", KEPT, "--skip-answered")
    full: bool = False
    accepted: Mapping[str, str] = {}
    last: str = SAVED


def _after(field: str, keys: str, question: str, *shown: str, **more: Any) -> Spot:
    before = [(question_of(field), keys), *((text, None) for text in shown)]
    return Spot(question, before, answers(without=field), **more)


def _spots() -> dict[str, Spot]:
    gate, finished = FIRST[2:], "These files are here already."
    segment, clients = QUESTIONS["portfolio.segment"], question_of("portfolio.segment")
    own, owned = str(len(segment.choices) + 1), f"{segment.question} Other: type your own words"
    quota, accounts = {"quota.carries": "yes"}, {"portfolio.accounts": "62"}
    offer, minutes = "Which posting do you want?", "How many minutes do a check-in"
    there: dict[str, Any] = {"file": answers(), "posting": True, "words": (), "last": UNCHANGED}
    left = {**there, "file": answers(without="company.name"), "posting": False}
    return {
        "first gate": Spot(gate, words=(), last=NOTHING),
        "second gate": Spot(SECOND[2:], [(gate, "")], words=(), last=NOTHING),
        "resume": Spot("There are unfinished answers here.", **left),
        "finished": Spot(finished, **there),
        "rename": Spot("What shall the new posting be", [(finished, "2")], **there),
        "other template": _after("quota.carries", "1", offer, accepted=quota),
        "any template": Spot(offer, [("Type a number", "0")], answers()),
        "minutes": _after("portfolio.accounts", "62", minutes, accepted=accounts),
        "own words": _after("portfolio.segment", own, clients, owned),
        "full disk": _after("company.name", LONG_WORDS, "Try to save again?", full=True),
    }


SPOTS = _spots()


@contextlib.contextmanager
def at_spot(folder: Path, spot: Spot, plain: bool) -> Iterator[Terminal]:
    if spot.file:
        (folder / KEPT).write_text(spot.file)
    if spot.posting:
        (folder / POSTING).write_bytes(b"an old posting")
    words = ["new", *spot.words, *(["--plain"] if plain else [])]
    limit = f"ulimit -f {len(spot.file) // 512 + 1}; " if spot.full else ""
    script = f'{limit}exec {sys.executable} -m amjd "$@"'
    with Terminal(folder, "-c", script, "sh", *words, command=["/bin/sh"]) as terminal:
        for question, keys in spot.before:
            asked(terminal, question, plain)
            if keys is not None:
                terminal.send(keys + ENTER)
        asked(terminal, spot.question, plain)
        yield terminal


def _stops() -> Iterator[Any]:
    """Give each question once on a screen and once in plain lines, and every way by night."""
    ways = itertools.cycle(WAYS)
    for spot, plain in itertools.product(SPOTS, (False, True)):
        if spot == "own words" and plain:
            continue
        usual = next(ways)
        for way in WAYS:
            marks = [] if way == usual else [NIGHTLY]
            name = f"{spot}-{'plain' if plain else 'screen'}-{way}"
            yield pytest.param(spot, plain, way, marks=marks, id=name)


@pytest.mark.parametrize(("name", "plain", "way"), list(_stops()))
def test_a_stop_beside_the_postings_own_questions_keeps_what_was_accepted(
    tmp_path: Path, name: str, plain: bool, way: str
) -> None:
    spot = SPOTS[name]
    with at_spot(tmp_path, spot, plain) as terminal:
        before = files(tmp_path)
        check_ended(terminal, way, spot.last)
    expected = spot.file
    for field, answer in spot.accepted.items():
        expected = answered(expected, field, answer)
    assert names(tmp_path) == [KEPT, POSTING][: bool(spot.file) + spot.posting]
    assert files(tmp_path) == before
    if expected:
        assert tree(tmp_path) == parse(expected.encode(), "expected").tree


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("resume", False),
        ("finished", True),
        pytest.param("resume", True, marks=NIGHTLY),
        pytest.param("finished", False, marks=NIGHTLY),
    ],
)
def test_whoever_chooses_to_stop_ends_without_a_fault_and_changes_nothing(
    tmp_path: Path, name: str, plain: bool
) -> None:
    with at_spot(tmp_path, SPOTS[name], plain) as terminal:
        before = files(tmp_path)
        terminal.send(f"3{ENTER}")
        assert terminal.end() == 0
        assert terminal.is_as_before()
    assert files(tmp_path) == before
    assert LOCK not in names(tmp_path)


# -- Ctrl-Z ---------------------------------------------------------------------------------------

# A suspended program needs a shell to be suspended from; a signal may be sent to it meanwhile.
JOB = f"""
set -m
"$@"
code=$?
while [ $code -eq {128 + signal.SIGTSTP} ]; do
    echo SUSPENDED
    read number
    [ -z "$number" ] || kill -$number %1
    fg >/dev/null
    code=$?
done
exit $code
"""


def _job(folder: Path, field: str, *more: str) -> Terminal:
    (folder / KEPT).write_text(answers(without=field))
    words = [sys.executable, "-m", "amjd", "new", "-a", KEPT, "--skip-answered", *more]
    return Terminal(folder, "-c", JOB, "sh", *words, command=["/bin/sh"])


@pytest.mark.parametrize(
    ("field", "typed_before", "typed_after", "answer"),
    [
        ("company.name", "Har", "bor", "Harbor"),
        ("quota.carries", "", "2", "no"),
        pytest.param("metrics", "gross ", "retention", "gross retention", marks=NIGHTLY),
        pytest.param("company.about", "We ", "wash", "We wash", marks=NIGHTLY),
        pytest.param("apply.deadline", "rol", "ling", "rolling", marks=NIGHTLY),
    ],
)
def test_ctrl_z_gives_the_terminal_back_and_fg_asks_again_with_what_was_typed(
    tmp_path: Path, field: str, typed_before: str, typed_after: str, answer: str
) -> None:
    question = f"? {question_of(field)}"
    with _job(tmp_path, field) as terminal:
        terminal.wait(question)
        terminal.send(typed_before)
        for _ in range(2):
            terminal.wait(typed_before)
            terminal.send(SUSPEND)
            terminal.wait("SUSPENDED")
            assert terminal.is_as_before()
            terminal.send(ENTER)
            terminal.wait(question)
        terminal.wait(typed_before)
        terminal.send(typed_after + ENTER)
        terminal.wait("? Type a number")
        assert typed(tree(tmp_path), field) == answer
        terminal.send(STOP)
        assert terminal.end() == 130
        assert terminal.is_as_before()
        check_quiet(terminal)
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("field", ["company.name", pytest.param("quota.carries", marks=NIGHTLY)])
def test_in_plain_mode_ctrl_z_suspends_and_fg_takes_the_answer(tmp_path: Path, field: str) -> None:
    with _job(tmp_path, field, "--plain") as terminal:
        asked(terminal, question_of(field), plain=True)
        terminal.send(SUSPEND)
        terminal.wait("SUSPENDED")
        assert terminal.is_as_before()
        terminal.send(ENTER)
        terminal.send(f"no{ENTER}")
        asked(terminal, "Type a number", plain=True)
        assert typed(tree(tmp_path), field) == "no"
        terminal.send(STOP)
        assert terminal.end() == 130
        assert terminal.is_as_before()
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize(
    ("name", "code", "plain"),
    [
        ("TERM", 143, ""),
        ("INT", 130, "--plain"),
        pytest.param("TERM", 143, "--plain", marks=NIGHTLY),
        pytest.param("INT", 130, "", marks=NIGHTLY),
        pytest.param("HUP", 129, "", marks=NIGHTLY),
        pytest.param("HUP", 129, "--plain", marks=NIGHTLY),
    ],
)
def test_a_signal_while_suspended_ends_the_program_when_it_goes_on(
    tmp_path: Path, name: str, code: int, plain: str
) -> None:
    with _job(tmp_path, "company.name", *filter(None, [plain])) as terminal:
        before = (tmp_path / KEPT).read_bytes()
        asked(terminal, question_of("company.name"), bool(plain))
        terminal.send(SUSPEND)
        terminal.wait("SUSPENDED")
        terminal.send(name + ENTER)
        assert terminal.end() == code
        assert terminal.is_as_before()
        assert said(terminal).endswith(SAVED)
        check_quiet(terminal)
    assert files(tmp_path) == {KEPT: before}
    assert names(tmp_path) == [KEPT]


def test_a_suspended_interview_still_holds_its_answers(tmp_path: Path) -> None:
    with _job(tmp_path, "company.name") as terminal:
        terminal.wait(f"? {question_of('company.name')}")
        terminal.send(SUSPEND)
        terminal.wait("SUSPENDED")
        with Terminal(tmp_path, "new") as second:
            assert second.end() == 6
        terminal.send(ENTER)
        terminal.wait(f"? {question_of('company.name')}")
        terminal.send(STOP)
        assert terminal.end() == 130


# -- the editor -----------------------------------------------------------------------------------

ABOUT = f"? {question_of('company.about')}"


class Desk(NamedTuple):
    """Where the answers are, and where an editor's file is."""

    work: Path
    temporary: Path
    editor: Path

    def open(self, script: str | None) -> Terminal:
        """Start at the company's text with an editor, None for one that is not there."""
        (self.work / KEPT).write_text(answers(without="company.about"))
        if script is not None:
            self.editor.write_text(f"#!/bin/sh\n{script}\n")
            self.editor.chmod(0o755)
        terminal = Terminal(
            self.work,
            *("new", "-a", KEPT, "--skip-answered"),
            EDITOR=str(self.editor),
            VISUAL=None,
            **({} if script else {"PATH": str(self.temporary)}),
            TMPDIR=str(self.temporary),
        )
        go_to(terminal, "company.about")
        return terminal


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for name in ("work", "temporary"):
        (tmp_path / name).mkdir()
    return Desk(tmp_path / "work", tmp_path / "temporary", tmp_path / "editor")


def edit(terminal: Terminal, before: str = "") -> None:
    terminal.wait(ABOUT)
    if before:
        terminal.send(before)
        terminal.wait(before)
    terminal.send(EDIT)
    terminal.wait("Save and close the editor")


def check_edited(terminal: Terminal, desk: Desk, expected: str) -> None:
    terminal.send(ENTER)
    terminal.wait("? Type a number")
    check_quiet(terminal)
    assert typed(tree(desk.work), "company.about") == expected
    assert names(desk.temporary) == []
    terminal.send(STOP)
    assert terminal.end() == 130
    assert terminal.is_as_before()
    assert names(desk.work) == [KEPT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"We wash linen.\n", "We wash linen."),
        (r"We wash linen\nfor inns.\n\nSince 1990.", "We wash linen for inns. Since 1990."),
        pytest.param(r"caf\303\251", "café", marks=NIGHTLY),
    ],
)
def test_what_an_editor_writes_is_in_the_answer(desk: Desk, text: str, expected: str) -> None:
    with desk.open(f"printf '{text}' > \"$1\"") as terminal:
        edit(terminal)
        terminal.wait(expected.split()[-1])
        check_edited(terminal, desk, expected)


def test_an_editor_begins_with_what_was_typed(desk: Desk) -> None:
    with desk.open('printf " linen" >> "$1"') as terminal:
        edit(terminal, "We wash")
        terminal.wait("We wash linen")
        check_edited(terminal, desk, "We wash linen")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('echo no > "$1"; exit 1', "the editor ended with 1"),
        (None, "editor"),
        ('rm "$1"', "the editor"),
    ],
)
def test_an_editor_that_leaves_nothing_is_told_and_the_question_stays_as_it_was(
    desk: Desk, script: str | None, told: str
) -> None:
    with desk.open(script) as terminal:
        edit(terminal, "We wash")
        terminal.wait(told)
        terminal.wait(ABOUT)
        terminal.wait("We wash")
        check_edited(terminal, desk, "We wash")


@pytest.mark.parametrize(
    ("script", "named"),
    [
        (r"""printf 'a\033[31mb' > "$1" """, "U+001B ESC"),
        (r"""printf 'caf\351' > "$1" """, "U+DCE9"),
    ],
)
def test_a_character_that_no_answer_may_hold_is_named_when_an_editor_wrote_it(
    desk: Desk, script: str, named: str
) -> None:
    with desk.open(script) as terminal:
        edit(terminal)
        terminal.wait(ABOUT)
        terminal.send(ENTER)
        terminal.wait(named)
        terminal.wait(ABOUT)
        check_quiet(terminal)
        assert b"\x1b[31mb" not in terminal.raw
    assert "about" not in tree(desk.work)["company"]


@pytest.mark.parametrize(
    "way",
    [
        "Ctrl-C",
        "SIGTERM",
        *(pytest.param(way, marks=NIGHTLY) for way in ("SIGINT", "SIGHUP", "window closed")),
    ],
)
def test_a_stop_while_an_editor_is_open_ends_the_program_with_it(desk: Desk, way: str) -> None:
    with desk.open("echo EDITING; read line") as terminal:
        edit(terminal, "We wash")
        terminal.wait("EDITING")
        before = files(desk.work)
        if way == "window closed":
            assert terminal.hang_up() == 129
        else:
            expected = stop(terminal, way)
            with contextlib.suppress(OSError):
                terminal.send(ENTER)
            assert terminal.end() == expected
            assert terminal.is_as_before()
            assert said(terminal).endswith(SAVED)
        check_quiet(terminal)
    assert files(desk.work) == before
    assert names(desk.work) == [KEPT]
    assert names(desk.temporary) == []


# -- a disk that is full --------------------------------------------------------------------------

OWNER, OWNER_FIELD = "? Is an owner handing over", "role.first_hire"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of four pages."""
    if not shutil.which("mount"):
        pytest.skip("no disk can be mounted here")
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=16k", "amjd-test", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Write until there is no room; return the file that takes it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    assert shutil.disk_usage(disk).free == 0
    return filler


def fill_at_the_second_question(terminal: Terminal, disk: Path) -> Path:
    pass_gate(terminal)
    terminal.send(f"2{ENTER}")
    terminal.wait(OWNER)
    filler = fill(disk)
    terminal.send(f"1{ENTER}")
    terminal.wait("Your answer is not saved", "? Try to save again?")
    terminal.wait("? Try to save again?")
    return filler


def test_after_making_room_on_a_full_disk_a_retry_goes_on(disk: Path) -> None:
    with Terminal(disk, "new") as terminal:
        filler = fill_at_the_second_question(terminal, disk)
        assert tree(disk) == {"quota": {"carries": "no"}}
        terminal.send(f"1{ENTER}")
        terminal.wait("Your answer is not saved")
        terminal.wait("? Try to save again?")
        filler.unlink()
        terminal.send(f"1{ENTER}")
        terminal.wait("? Which posting", "Question 3 of")
        assert tree(disk) == {"quota": {"carries": "no"}, "role": {"first_hire": "yes"}}
        terminal.send(STOP)
        assert terminal.end() == 130
        assert said(terminal).endswith(SAVED)
        check_quiet(terminal)
    assert names(disk) == [KEPT]


def _full_disk_ways() -> Iterator[Any]:
    for way in ["stop is chosen", *WAYS]:
        marks = [] if way in ("stop is chosen", "SIGTERM") else [NIGHTLY]
        yield pytest.param(way, marks=marks)


@pytest.mark.parametrize("way", list(_full_disk_ways()))
def test_a_stop_on_a_full_disk_keeps_the_answers_before(disk: Path, way: str) -> None:
    with Terminal(disk, "new") as terminal:
        fill_at_the_second_question(terminal, disk)
        if way == "stop is chosen":
            terminal.send(f"2{ENTER}")
            assert terminal.end() == 4
            assert terminal.is_as_before()
            assert any(line.startswith(SAVED) for line in terminal.lines[-3:])
            assert "no space left" in terminal.lines[-1]
            check_quiet(terminal)
        else:
            check_ended(terminal, way, SAVED)
    assert tree(disk) == {"quota": {"carries": "no"}}
    assert names(disk) == ["filler", KEPT]


def test_a_disk_that_is_full_from_the_first_answer_on_keeps_it_elsewhere(
    disk: Path, tmp_path: Path
) -> None:
    fill(disk)
    home = tmp_path / "home"
    home.mkdir()
    with Terminal(disk, "new", HOME=str(home)) as terminal:
        pass_gate(terminal)
        terminal.send(f"2{ENTER}")
        terminal.wait("? Try to save again?")
        terminal.send(STOP)
        assert terminal.end() == 130
        assert f"Your answers are in {home}/{KEPT}" in terminal.text
        check_quiet(terminal)
    assert names(disk) == ["filler"]
    assert tree(home) == {"quota": {"carries": "no"}}


def test_a_posting_that_finds_no_room_is_told_and_leaves_the_answers(disk: Path) -> None:
    (disk / KEPT).write_text(answers())
    fill(disk)
    before = files(disk)
    with Terminal(disk, "new", "-a", KEPT, "--skip-answered") as terminal:
        terminal.wait("? Type a number")
        terminal.send(f"yes{ENTER}")
        assert terminal.end() == 4
        assert terminal.is_as_before()
        assert any(line.startswith(SAVED) for line in terminal.lines[-3:])
        assert f"{POSTING} cannot be written" in terminal.lines[-1]
        check_quiet(terminal)
    assert files(disk) == before
    assert LOCK not in names(disk)


# -- two at once ----------------------------------------------------------------------------------


@pytest.mark.parametrize("plain", [[], pytest.param(["--plain"], marks=NIGHTLY)])
def test_a_second_interview_is_refused_by_name_and_the_first_goes_on(
    tmp_path: Path, plain: list[str]
) -> None:
    with at_question(tmp_path, "company.name") as first:
        before = files(tmp_path)
        for _ in range(2):
            with Terminal(tmp_path, "new", *plain) as second:
                assert second.end() == 6
                assert second.is_as_before()
                assert KEPT in second.lines[-1]
                check_quiet(second)
        assert files(tmp_path) == before
        first.send(f"Harbor{ENTER}")
        first.wait("? Type a number")
        first.send(STOP)
        assert first.end() == 130
    assert typed(tree(tmp_path), "company.name") == "Harbor"
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("name", ["resume", pytest.param("finished", marks=NIGHTLY)])
def test_a_second_interview_is_refused_while_the_first_asks_how_to_go_on(
    tmp_path: Path, name: str
) -> None:
    with (
        at_spot(tmp_path, SPOTS[name], plain=False),
        Terminal(tmp_path, "new") as second,
    ):
        assert second.end() == 6
        assert KEPT in second.lines[-1]


def test_two_interviews_with_names_of_their_own_do_not_meet(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as first, Terminal(tmp_path, "new", "-o", "b.md") as second:
        for terminal in (first, second):
            pass_gate(terminal)
            terminal.send(f"2{ENTER}")
            terminal.wait(OWNER)
        for terminal in (first, second):
            terminal.send(STOP)
            assert terminal.end() == 130
    assert names(tmp_path) == ["b.amjd.yaml", KEPT]


def test_another_name_that_somebody_works_on_is_told_and_asked_again(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "-o", "b.md") as first:
        first.wait(FIRST)
        with at_spot(tmp_path, SPOTS["rename"], plain=False) as second:
            second.send(f"b.md{ENTER}")
            second.wait("another amjd new is working on b.amjd.yaml")
            second.wait("? What shall the new posting be")
            second.send(f"c.md{ENTER}")
            second.wait(FIRST)
            second.send(STOP)
            assert second.end() == 130
    assert ".c.amjd.yaml.lock" not in names(tmp_path)


@pytest.mark.parametrize("plain", [False, True])
def test_after_kill_9_the_next_interview_works_and_leaves_no_lock(
    tmp_path: Path, plain: bool
) -> None:
    words = ["new", *(["--plain"] if plain else [])]
    with Terminal(tmp_path, *words) as first:
        for question, keys in ((FIRST[2:], ""), (SECOND[2:], ""), (QUOTA[2:], "2")):
            asked(first, question, plain)
            first.send(keys + ENTER)
        asked_next = OWNER if not plain else OWNER[2:]
        first.wait(asked_next)
        first.kill(signal.SIGKILL)
        assert first.end() == -signal.SIGKILL
    assert LOCK in names(tmp_path)
    with Terminal(tmp_path, *words) as second:
        asked(second, "There are unfinished answers here.", plain)
        second.send(ENTER)
        second.wait(asked_next)
        second.send(STOP)
        assert second.end() == 130
    assert tree(tmp_path) == {"quota": {"carries": "no"}}
    assert names(tmp_path) == [KEPT]


# -- stops while it saves, and twice --------------------------------------------------------------

# Makes a step of the system slow enough to be met by a signal: at its n-th call the function says
# so, and waits before it does its work.
SLOW = """
import os, runpy, select, sys
name, turn = sys.argv.pop(1), int(sys.argv.pop(1))
real = getattr(os, name)
def slow(*arguments, **more):
    global turn
    turn -= 1
    if turn == 0:
        print("SLOW", file=sys.stderr, flush=True)
        for _ in range(10):
            select.select([], [], [], 0.05)
    return real(*arguments, **more)
setattr(os, name, slow)
runpy.run_module("amjd", run_name="__main__", alter_sys=True)
"""
STEPS = {
    "the content is synced": ("fsync", 1, False),
    "the file gets its name": ("replace", 1, False),
    "the temporary file is removed": ("unlink", 1, True),
    "the folder is synced": ("fsync", 2, True),
}
SAVING_WAYS = ["Ctrl-C", "SIGINT", "SIGTERM", "SIGHUP", "window closed"]


def slow(folder: Path, step: tuple[str, int], *words: str) -> Terminal:
    command = [sys.executable, "-c", SLOW, step[0], str(step[1])]
    return Terminal(folder, "new", *words, command=command)


def _saving() -> Iterator[Any]:
    ways = itertools.cycle(SAVING_WAYS)
    usual = {(step, next(ways)) for step in STEPS}
    for step, way in itertools.product(STEPS, SAVING_WAYS):
        marks = [] if (step, way) in usual else [NIGHTLY]
        yield pytest.param(step, way, marks=marks)


@pytest.mark.parametrize(("step", "way"), list(_saving()))
def test_a_stop_while_an_answer_is_saved_keeps_the_file_whole(
    tmp_path: Path, step: str, way: str
) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    before = tree(tmp_path)
    name, turn, is_saved = STEPS[step]
    with slow(tmp_path, (name, turn), "-a", KEPT, "--skip-answered") as terminal:
        terminal.wait(f"? {question_of('company.name')}")
        terminal.send(f"Harbor{ENTER}")
        terminal.wait("SLOW")
        check_ended(terminal, way, SAVED)
    assert names(tmp_path) == [KEPT]
    kept = tree(tmp_path)
    if is_saved:
        assert typed(kept, "company.name") == "Harbor"
        kept["company"].pop("name")
    assert kept == before


@pytest.mark.parametrize("way", ["Ctrl-C", pytest.param("SIGTERM", marks=NIGHTLY)])
def test_a_stop_while_the_very_first_answer_is_saved_says_that_nothing_was(
    tmp_path: Path, way: str
) -> None:
    with slow(tmp_path, ("fsync", 1)) as terminal:
        pass_gate(terminal)
        terminal.send(f"2{ENTER}")
        terminal.wait("SLOW")
        check_ended(terminal, way, NOTHING)
    assert names(tmp_path) == []


@pytest.mark.parametrize("step", ["fsync", pytest.param("replace", marks=NIGHTLY)])
def test_what_kill_9_leaves_of_a_save_is_swept_away_by_the_next_interview(
    tmp_path: Path, step: str
) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    before = (tmp_path / KEPT).read_bytes()
    with slow(tmp_path, (step, 1), "-a", KEPT, "--skip-answered") as terminal:
        terminal.wait(f"? {question_of('company.name')}")
        terminal.send(f"Harbor{ENTER}")
        terminal.wait("SLOW")
        terminal.kill(signal.SIGKILL)
        assert terminal.end() == -signal.SIGKILL
    assert len(names(tmp_path)) == 3
    with Terminal(tmp_path, "new") as terminal:
        terminal.wait("? There are unfinished answers here.")
        check_ended(terminal, "Ctrl-C", UNCHANGED)
    assert files(tmp_path) == {KEPT: before}
    assert names(tmp_path) == [KEPT]


PAIRS = [
    ("SIGTERM", "SIGTERM"),
    ("SIGINT", "SIGINT"),
    ("SIGHUP", "SIGHUP"),
    ("Ctrl-C", "Ctrl-C"),
    ("Ctrl-C", "SIGTERM"),
    ("SIGTERM", "SIGINT"),
]


@pytest.mark.parametrize(
    ("first", "second"), [*PAIRS[:2], *(pytest.param(*pair, marks=NIGHTLY) for pair in PAIRS[2:])]
)
def test_a_second_stop_while_the_first_is_obeyed_changes_nothing_about_it(
    tmp_path: Path, first: str, second: str
) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    before = files(tmp_path)
    with slow(tmp_path, ("unlink", 1), "-a", KEPT, "--skip-answered") as terminal:
        terminal.wait(f"? {question_of('company.name')}")
        expected = [stop(terminal, first)]
        terminal.wait("SLOW")
        expected.append(stop(terminal, second))
        assert terminal.end() in expected
        assert terminal.is_as_before()
        assert said(terminal).endswith(SAVED)
        check_quiet(terminal)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize(
    ("way", "seed"),
    [
        (way, seed) if seed < 1 else pytest.param(way, seed, marks=NIGHTLY)
        for seed in range(25)
        for way in ("SIGINT", "SIGTERM")
    ],
)
def test_a_signal_at_a_random_moment_behind_an_answer_ends_the_program(
    tmp_path: Path, way: str, seed: int
) -> None:
    dice = random.Random(seed)
    field = dice.choice(["company.name", "quota.carries"])
    with at_question(tmp_path, field) as terminal:
        before = tree(tmp_path)
        terminal.send(f"2{ENTER}")
        select.select([], [], [], dice.uniform(0, 0.03))
        check_ended(terminal, way, SAVED)
    kept = tree(tmp_path)
    section, name = field.split(".")
    assert kept.setdefault(section, {}).pop(name, "2") in ("2", "no")
    assert {part: answers for part, answers in kept.items() if answers} == before
    assert names(tmp_path) == [KEPT]


def _twice() -> Iterator[Any]:
    for seed in range(120):
        marks = [] if seed in (0, 1, 4) else [NIGHTLY]
        yield pytest.param(*PAIRS[seed % len(PAIRS)], seed, marks=marks)


@pytest.mark.parametrize(("first", "second", "seed"), list(_twice()))
def test_a_second_stop_at_a_random_moment_shows_nothing_of_the_insides(
    tmp_path: Path, first: str, second: str, seed: int
) -> None:
    dice = random.Random(seed)
    plain = ["--plain"] if dice.random() < 0.3 else []
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    before = files(tmp_path)
    words = ["new", "-a", KEPT, "--skip-answered", *plain]
    # Without this the terminal itself throws away, at Ctrl-C, what was written and not yet read.
    script = f'stty noflsh; exec {sys.executable} -m amjd "$@"'
    with Terminal(tmp_path, "-c", script, "sh", *words, command=["/bin/sh"]) as terminal:
        asked(terminal, question_of("company.name"), bool(plain))
        expected = {stop(terminal, first)}
        select.select([], [], [], dice.uniform(0, 0.008))
        with contextlib.suppress(OSError):
            expected.add(stop(terminal, second))
        code = terminal.end()
        # A shell tells a program that ended with 143 from one that SIGTERM ended no more than we.
        assert (128 - code if code < 0 else code) in expected
        assert terminal.is_as_before()
        assert said(terminal).endswith(SAVED)
        check_quiet(terminal)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("keys", [STOP * 2, pytest.param(f"abc{STOP}abc{ENTER}", marks=NIGHTLY)])
def test_keys_behind_a_stop_change_nothing(tmp_path: Path, keys: str) -> None:
    with at_question(tmp_path, "company.name") as terminal:
        before = files(tmp_path)
        terminal.send(keys)
        assert terminal.end() == 130
        assert terminal.is_as_before()
        assert said(terminal).endswith(SAVED)
        check_quiet(terminal)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("module", ["inspect", pytest.param("typer.core", marks=NIGHTLY)])
def test_ctrl_c_while_the_program_loads_shows_no_traceback(tmp_path: Path, module: str) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "amjd"]
    with Terminal(tmp_path, "new", command=command) as terminal:
        terminal.wait(f" {module}\n")
        terminal.send(STOP)
        assert terminal.end() in (130, -signal.SIGINT)
        assert "Traceback (most recent call last)" not in terminal.text
    assert names(tmp_path) == []


def test_a_window_that_hangs_up_twice_leaves_neither_lock_nor_temporary_file(
    tmp_path: Path,
) -> None:
    with at_question(tmp_path, "company.name") as terminal:
        before = files(tmp_path)
        terminal.kill(signal.SIGHUP)
        assert terminal.hang_up() in (129, -signal.SIGHUP)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


# -- stops while the screen is drawn --------------------------------------------------------------

# Sends a signal at the n-th time that something is drawn, once it is on the screen, or that the
# terminal's modes are set.
DRAWING = """
import os, re, runpy, sys, termios
from prompt_toolkit.output import vt100
number, wanted, turn = int(sys.argv.pop(1)), sys.argv.pop(1), int(sys.argv.pop(1))
def is_turn(done):
    global turn
    turn -= bool(re.fullmatch(wanted, done))
    if turn == 0 and re.fullmatch(wanted, done):
        turn = -1
        return True
write, set_modes = vt100.Vt100_Output.write_raw, termios.tcsetattr
def write_raw(output, data):
    write(output, data)
    if is_turn(data):
        output.flush()
        os.kill(os.getpid(), number)
def tcsetattr(*arguments):
    set_modes(*arguments)
    if is_turn("modes"):
        os.kill(os.getpid(), number)
vt100.Vt100_Output.write_raw, termios.tcsetattr = write_raw, tcsetattr
runpy.run_module("amjd", run_name="__main__", alter_sys=True)
"""
MOMENTS = {
    "the cursor is hidden": r"\x1b\[\?25l",
    "lines do not wrap": r"\x1b\[\?7l",
    "a colour is on": r"\x1b\[0;.*35.*m",
    "letters are bold or dim": r"\x1b\[0;[12]m",
    "a paste is bracketed": r"\x1b\[\?2004h",
    "keys are read": "modes",
}


def _moments() -> Iterator[Any]:
    """Give each moment at its first time and at the next, and with every signal by night."""
    ways = itertools.cycle(["SIGINT", "SIGTERM", "SIGHUP"])
    for moment, turn in itertools.product(MOMENTS, (1, 2)):
        usual = next(ways)
        for way in ("SIGINT", "SIGTERM", "SIGHUP"):
            marks = [] if way == usual else [NIGHTLY]
            yield pytest.param(moment, turn, way, marks=marks)


@pytest.mark.parametrize(("moment", "turn", "way"), list(_moments()))
def test_a_stop_while_the_screen_is_drawn_gives_the_whole_terminal_back(
    tmp_path: Path, moment: str, turn: int, way: str
) -> None:
    (tmp_path / KEPT).write_text(answers(without="quota.carries"))
    before = tree(tmp_path)
    number, code = SIGNALS[way]
    command = [sys.executable, "-c", DRAWING, str(int(number)), MOMENTS[moment], str(turn)]
    words = ["new", "-a", KEPT, "--skip-answered"]
    with Terminal(tmp_path, *words, command=command) as terminal:
        if turn > 1:
            terminal.wait(f"? {question_of('quota.carries')}", "amjd new")
            with contextlib.suppress(OSError):
                terminal.send(f"{DOWN}{ENTER}")
        assert terminal.end() == code
        assert terminal.is_as_before()
        assert SAVED in terminal.text
        check_quiet(terminal)
    kept = tree(tmp_path)
    kept.pop("quota", None)
    assert kept == before
    assert names(tmp_path) == [KEPT]


def _on_the_heels() -> Iterator[Any]:
    for seed in range(100):
        marks = [] if seed < 1 else [NIGHTLY]
        yield pytest.param("company.name", "SIGINT", seed, marks=marks)
        yield pytest.param("quota.carries", "SIGTERM", seed, marks=marks)


@pytest.mark.parametrize(("field", "way", "seed"), list(_on_the_heels()))
def test_a_stop_as_a_question_comes_or_goes_gives_the_whole_terminal_back(
    tmp_path: Path, field: str, way: str, seed: int
) -> None:
    with at_question(tmp_path, field) as terminal:
        if way == "SIGINT":
            terminal.send(f"Harbor{ENTER}")
        select.select([], [], [], random.Random(seed).uniform(0, 0.02))
        check_ended(terminal, way, SAVED)
    assert names(tmp_path) == [KEPT]
