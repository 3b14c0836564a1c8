"""Stops at the questions that are none of the posting's own, and at moments that are odd."""

import contextlib
import itertools
import random
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from script import typed
from stand_ins import stand_in
from terminals import (
    EDIT,
    ENTER,
    KEPT,
    LIMIT,
    LOCK,
    POSTING,
    SIGNALS,
    STOP,
    SUSPEND,
    WAYS,
    Terminal,
    answers,
    at,
    check_quiet,
    check_stopped,
    files,
    names,
    tree,
)

# The moments are the program's own only while nothing is measured; a killed one saves no figures.
pytestmark = [
    pytest.mark.filterwarnings("ignore:This process.*is multi-threaded"),
    pytest.mark.no_cover,
]

SAVED = f"Your answers are in {KEPT}. To go on: amjd new"
NOTHING = "Nothing was answered, so nothing was saved."
UNCHANGED = "Nothing was changed. To go on: amjd new"
NIGHTLY = pytest.mark.nightly
PLAIN = [False, True]


# -- questions of the interview's own -------------------------------------------------------------


class Spot(NamedTuple):
    """A question: its screen, what leads to it, and what is kept when it is stopped at.

    `before` are the keys for what is asked first; `file` is the answers file there is.
    """

    screen: str
    before: Sequence[str] = ()
    file: str = ""
    posting: bool = False
    words: Sequence[str] = ()
    full: bool = False
    accepted: Sequence[tuple[str, str]] = ()
    last: str = SAVED


def _spots() -> dict[str, Spot]:
    there: dict[str, Any] = {"file": answers(), "posting": True, "last": UNCHANGED}
    left: dict[str, Any] = {"file": answers(without="company.name"), "last": UNCHANGED}
    given = ("-a", KEPT)
    return {
        "first": Spot("company", last=NOTHING),
        "resume": Spot("resume", **left),
        "finished": Spot("finished", **there),
        "rename": Spot("rename", ["2"], **there),
        "template": Spot("template", ["0"], answers(), words=(*given, "--skip-answered")),
        "preview": Spot("preview", ["p"], answers(), words=(*given, "--skip-answered")),
        "retry": Spot(
            "retry", ["long words " * 150], answers(without="company.name"), full=True,
            words=(*given, "--ask", "company.name"),
        ),
    }  # fmt: skip


SPOTS = _spots()


@contextlib.contextmanager
def at_spot(folder: Path, spot: Spot, plain: bool) -> Iterator[Terminal]:
    if spot.file:
        (folder / KEPT).write_text(spot.file)
    if spot.posting:
        (folder / POSTING).write_bytes(b"an old posting")
    first = LIMIT.format(size=len(spot.file) + 512) if spot.full else ""
    with Terminal(folder, "new", *spot.words, plain=plain, first=first) as terminal:
        for keys in spot.before:
            terminal.asked()
            terminal.send(keys + ENTER)
        terminal.asked(spot.screen)
        yield terminal


def _stops() -> Iterator[Any]:
    """Give each question once on a screen and once in plain lines, and every way by night."""
    ways = itertools.cycle(WAYS)
    for spot, plain in itertools.product(SPOTS, PLAIN):
        usual = next(ways)
        for way in WAYS:
            marks = [] if way == usual else [NIGHTLY]
            name = f"{spot}-{'plain' if plain else 'screen'}-{way}"
            yield pytest.param(spot, plain, way, marks=marks, id=name)


@pytest.mark.parametrize(("name", "plain", "way"), list(_stops()))
def test_a_stop_beside_the_postings_own_questions_changes_nothing(
    tmp_path: Path, name: str, plain: bool, way: str
) -> None:
    spot = SPOTS[name]
    with at_spot(tmp_path, spot, plain) as terminal:
        before = files(tmp_path)
        check_stopped(terminal, way, spot.last)
    assert files(tmp_path) == before
    assert names(tmp_path) == sorted(before)


@pytest.mark.parametrize(("name", "plain"), [("resume", False), ("finished", True)])
def test_whoever_chooses_to_stop_ends_without_a_fault_and_changes_nothing(
    tmp_path: Path, name: str, plain: bool
) -> None:
    with at_spot(tmp_path, SPOTS[name], plain) as terminal:
        before = files(tmp_path)
        terminal.send(f"stop{ENTER}")
        assert terminal.end() == 0
        assert terminal.is_as_before()
        assert terminal.trace[-1]["code"] == 0
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


# A shell whose own line is edited while the program starts behind it, and has to wait.
BEHIND = """
set -m
stty -echo -icanon
"$@" &
until jobs >jobs; grep -q Stopped jobs; do sleep 0.05; done
stty sane
fg >/dev/null
"""

# As `uv run` and others start it, which then wait for it.
STARTER = ["sh", "-c", '"$@"; exit $?', "starter"]


def _job(
    folder: Path, field: str, plain: bool = False, starter: Sequence[str] = (), shell: str = JOB
) -> Terminal:
    (folder / KEPT).write_text(answers(without=field))
    words = [*starter, sys.executable, "-m", "amjd", "new", "-a", KEPT, "--ask", field]
    return Terminal(folder, "-c", shell, "sh", *words, plain=plain, command=["/bin/sh"])


@pytest.mark.parametrize(
    ("field", "before", "after", "answer"),
    [
        ("company.name", "Har", "bor", "Harbor"),
        ("role.workplace", "", "2", "hybrid"),
        pytest.param("company.about", "We ", "wash", "We wash", marks=NIGHTLY),
        pytest.param("apply.deadline", "rol", "ling", "rolling", marks=NIGHTLY),
    ],
)
def test_ctrl_z_gives_the_terminal_back_and_fg_goes_on_with_what_was_typed(
    tmp_path: Path, field: str, before: str, after: str, answer: str
) -> None:
    with _job(tmp_path, field) as terminal:
        terminal.asked(field)
        terminal.send(before)
        for way in ("key", "signal"):
            terminal.wait_display(lambda text: f"» {before}".rstrip() in text or not before)
            if way == "key":
                terminal.send(SUSPEND)
            else:
                terminal.kill_job(signal.SIGTSTP)
            terminal.wait("Type fg and Enter to come back")
            terminal.wait("SUSPENDED")
            assert terminal.is_as_before()
            terminal.send(ENTER)
            terminal.wait_display(lambda text: "Ctrl-C stop" in text.split("SUSPENDED")[-1])
        terminal.send(after + ENTER)
        terminal.asked("review")
        assert typed(tree(tmp_path), field) == answer
        check_stopped(terminal, "Ctrl-C")
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("plain", PLAIN)
def test_ctrl_z_suspends_what_has_started_the_program_too(tmp_path: Path, plain: bool) -> None:
    with _job(tmp_path, "company.name", plain, STARTER) as terminal:
        terminal.asked("company.name")
        # A key that is no signal, as a kitty sends it; else the terminal stops both.
        terminal.send("\x1b[122;5u")
        terminal.wait("SUSPENDED")
        terminal.send(ENTER)
        if plain:
            terminal.asked("company.name")
        else:
            terminal.wait_display(lambda text: "Ctrl-C stop" in text.split("SUSPENDED")[-1])
        check_stopped(terminal, "Ctrl-D")


@pytest.mark.parametrize(
    ("field", "answer"), [("company.name", "hybrid"), ("role.workplace", "hybrid")]
)
def test_in_plain_mode_fg_asks_the_whole_question_again(
    tmp_path: Path, field: str, answer: str
) -> None:
    with _job(tmp_path, field, plain=True) as terminal:
        terminal.asked(field)
        terminal.send("Ott and")
        terminal.send(SUSPEND)
        terminal.wait("Type fg and Enter to come back")
        terminal.wait("SUSPENDED")
        assert terminal.is_as_before()
        terminal.send(ENTER)
        terminal.asked(field)
        terminal.send(answer + ENTER)
        terminal.asked("review")
        assert typed(tree(tmp_path), field) == answer
        check_stopped(terminal, "Ctrl-C")
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("plain", PLAIN)
def test_a_program_that_was_begun_in_the_background_has_the_terminals_usual_modes(
    tmp_path: Path, plain: bool
) -> None:
    with _job(tmp_path, "company.name", plain, shell=BEHIND) as terminal:
        terminal.asked("company.name")
        terminal.send("Ott and")
        terminal.wait("Ott and")
        check_stopped(terminal, "Ctrl-C")


@pytest.mark.parametrize(
    ("name", "code", "plain"),
    [
        ("TERM", 143, False),
        ("INT", 130, True),
        pytest.param("TERM", 143, True, marks=NIGHTLY),
        pytest.param("INT", 130, False, marks=NIGHTLY),
        pytest.param("HUP", 129, False, marks=NIGHTLY),
        pytest.param("QUIT", 131, True, marks=NIGHTLY),
    ],
)
def test_a_signal_while_suspended_ends_the_program_when_it_goes_on(
    tmp_path: Path, name: str, code: int, plain: bool
) -> None:
    with _job(tmp_path, "company.name", plain) as terminal:
        before = files(tmp_path)
        terminal.asked("company.name")
        terminal.send(SUSPEND)
        terminal.wait("SUSPENDED")
        with Terminal(tmp_path, "new") as second:
            assert second.end() == 6  # the suspended one still holds its answers
        terminal.send(name + ENTER)
        assert terminal.end() == code
        assert terminal.is_as_before()
        assert SAVED in terminal.lines[-1]
        check_quiet(terminal)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


# -- the editor -----------------------------------------------------------------------------------


class Desk(NamedTuple):
    """Where the answers are, and where an editor's file is."""

    work: Path
    temporary: Path
    editor: Path

    def open(self, script: str, plain: bool = False) -> Terminal:
        """Start at the company's text with an editor."""
        stand_in(self.editor, script)
        environment = {"EDITOR": str(self.editor), "TMPDIR": str(self.temporary)}
        return at(self.work, "company.about", plain=plain, **environment)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for name in ("work", "temporary"):
        (tmp_path / name).mkdir()
    return Desk(tmp_path / "work", tmp_path / "temporary", tmp_path / "editor")


def edit(terminal: Terminal, before: str = "") -> None:
    terminal.asked("company.about")
    terminal.send(f":edit{ENTER}" if terminal.plain else before + EDIT)
    terminal.wait("Save and close the editor")


def check_edited(terminal: Terminal, desk: Desk, expected: str) -> None:
    if not terminal.plain:
        terminal.asked("company.about")
        terminal.send(ENTER)
    terminal.asked("review")
    check_stopped(terminal, "Ctrl-C")
    assert typed(tree(desk.work), "company.about") == expected
    assert names(desk.temporary) == []
    assert names(desk.work) == [KEPT]


@pytest.mark.parametrize("plain", PLAIN)
def test_what_an_editor_writes_is_the_answer_and_nothing_of_it_is_left(
    desk: Desk, plain: bool
) -> None:
    script = 'cp "$1" "$1~"; yes "We wash linen." | head -n 300 > "$1"'
    with desk.open(script, plain) as terminal:
        edit(terminal)
        check_edited(terminal, desk, " ".join(["We wash linen."] * 300))


@pytest.mark.parametrize(
    ("script", "told", "expected"),
    [
        ('printf " linen" >> "$1"', "", "We wash linen"),
        ('echo no > "$1"; exit 1', "the editor ended with 1", "We wash"),
        ('rm "$1"', "the editor", "We wash"),
    ],
)
def test_an_editor_begins_with_what_was_typed_and_what_fails_leaves_it(
    desk: Desk, script: str, told: str, expected: str
) -> None:
    with desk.open(script) as terminal:
        edit(terminal, "We wash")
        terminal.wait(told)
        check_edited(terminal, desk, expected)


@pytest.mark.parametrize(
    "way",
    ["Ctrl-C", "SIGTERM", *(pytest.param(way, marks=NIGHTLY) for way in ("SIGINT", "SIGHUP"))],
)
def test_a_stop_while_an_editor_is_open_ends_the_program_with_it(desk: Desk, way: str) -> None:
    with desk.open("echo EDITING; read line") as terminal:
        edit(terminal, "We wash")
        terminal.wait("EDITING")
        before = files(desk.work)
        expected = terminal.stop(way)
        with contextlib.suppress(OSError):
            terminal.send(ENTER)
        assert terminal.end() == expected
        assert terminal.is_as_before()
        assert SAVED in terminal.lines[-1]
        check_quiet(terminal)
    assert files(desk.work) == before
    assert names(desk.work) == [KEPT]
    assert names(desk.temporary) == []


# -- a disk that is full --------------------------------------------------------------------------


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
    terminal.answer(terminal.asked("company.name"), "Harbor")
    second = terminal.asked("company.about")
    filler = fill(disk)
    terminal.answer(second, "We wash linen.")
    terminal.asked("retry")
    return filler


FIRST = {"company": {"name": "Harbor"}}
BOTH = {"company": {"name": "Harbor", "about": "We wash linen."}}


def test_after_making_room_on_a_full_disk_a_retry_goes_on(disk: Path) -> None:
    with Terminal(disk, "new") as terminal:
        filler = fill_at_the_second_question(terminal, disk)
        assert tree(disk) == FIRST
        terminal.send(f"1{ENTER}")
        terminal.asked("retry")
        filler.unlink()
        terminal.send(f"1{ENTER}")
        terminal.asked("quota.carries")
        assert tree(disk) == BOTH
        check_stopped(terminal, "Ctrl-C", SAVED)
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
            terminal.send(f"stop{ENTER}")
            assert terminal.end() == 4
            assert terminal.is_as_before()
            assert any(SAVED in line for line in terminal.lines[-3:])
            assert "no space left" in terminal.lines[-1]
            check_quiet(terminal)
        else:
            check_stopped(terminal, way, SAVED)
    assert tree(disk) == FIRST
    assert names(disk) == ["filler", KEPT]


def test_a_disk_that_is_full_from_the_first_answer_on_keeps_it_elsewhere(
    disk: Path, tmp_path: Path
) -> None:
    fill(disk)
    home = tmp_path / "home"
    home.mkdir()
    with Terminal(disk, "new", HOME=str(home)) as terminal:
        terminal.answer(terminal.asked("company.name"), "Harbor")
        terminal.asked("retry")
        terminal.send(STOP)
        assert terminal.end() == 130
        assert f"Your answers are in {home}/{KEPT}" in terminal.text
        check_quiet(terminal)
    assert names(disk) == ["filler"]
    assert tree(home) == FIRST


def test_a_posting_that_finds_no_room_is_told_and_leaves_the_answers(disk: Path) -> None:
    (disk / KEPT).write_text(answers())
    fill(disk)
    before = files(disk)
    with Terminal(disk, "new", "-a", KEPT, "--skip-answered") as terminal:
        terminal.asked("review")
        terminal.send(f"yes{ENTER}")
        assert terminal.end() == 4
        assert terminal.is_as_before()
        assert any(SAVED in line for line in terminal.lines[-3:])
        assert f"{POSTING} cannot be written" in terminal.lines[-1]
        check_quiet(terminal)
    assert files(disk) == before
    assert LOCK not in names(disk)


# -- two at once ----------------------------------------------------------------------------------


@pytest.mark.parametrize("plain", PLAIN)
def test_a_second_interview_is_refused_by_name_and_the_first_goes_on(
    tmp_path: Path, plain: bool
) -> None:
    with at(tmp_path, "company.name") as first:
        first.asked("company.name")
        before = files(tmp_path)
        with Terminal(tmp_path, "new", plain=plain) as second:
            assert second.end() == 6
            assert second.is_as_before()
            assert f"another amjd new is working on {KEPT}" in second.text
            check_quiet(second)
        assert files(tmp_path) == before
        first.send(f"Harbor{ENTER}")
        first.asked("review")
        check_stopped(first, "Ctrl-C")
    assert typed(tree(tmp_path), "company.name") == "Harbor"
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("name", ["resume", pytest.param("finished", marks=NIGHTLY)])
def test_a_second_interview_is_refused_while_the_first_asks_how_to_go_on(
    tmp_path: Path, name: str
) -> None:
    with at_spot(tmp_path, SPOTS[name], plain=False), Terminal(tmp_path, "new") as second:
        assert second.end() == 6
        assert KEPT in second.lines[-1]


def test_two_interviews_with_names_of_their_own_do_not_meet(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as first, Terminal(tmp_path, "new", "-o", "b.md") as second:
        for terminal in (first, second):
            terminal.answer(terminal.asked("company.name"), "Harbor")
            terminal.asked("company.about")
        for terminal in (first, second):
            check_stopped(terminal, "Ctrl-C")
    assert names(tmp_path) == ["b.amjd.yaml", KEPT]


def test_another_name_that_somebody_works_on_is_told_and_asked_again(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "-o", "b.md") as first:
        first.asked("company.name")
        with at_spot(tmp_path, SPOTS["rename"], plain=False) as second:
            second.send(f"b.md{ENTER}")
            second.asked("rename")
            second.wait("another amjd new is working on b.amjd.yaml")
            second.send(f"c.md{ENTER}")
            second.asked()
            check_stopped(second, "Ctrl-C", NOTHING)
    assert ".c.amjd.yaml.lock" not in names(tmp_path)


@pytest.mark.parametrize("plain", PLAIN)
def test_after_kill_9_the_next_interview_works_and_leaves_no_lock(
    tmp_path: Path, plain: bool
) -> None:
    with Terminal(tmp_path, "new", plain=plain) as first:
        first.answer(first.asked("company.name"), "Harbor")
        first.asked("company.about")
        first.kill(signal.SIGKILL)
        assert first.end() == -signal.SIGKILL
    assert LOCK in names(tmp_path)
    with Terminal(tmp_path, "new", plain=plain) as second:
        second.asked("resume")
        second.send(ENTER)
        second.asked("company.about")
        check_stopped(second, "Ctrl-C")
    assert tree(tmp_path) == FIRST
    assert names(tmp_path) == [KEPT]


# -- stops while it saves, and twice --------------------------------------------------------------

# Makes a step of the system slow enough to be met by a signal: at its n-th call the function says
# so, and waits before it does its work.
SLOW = """
import os, select, sys
real, turn = os.{name}, {turn}
def slow(*arguments, **more):
    global turn
    turn -= 1
    if turn == 0:
        print("SLOW", file=sys.stderr, flush=True)
        for _ in range(10):
            select.select([], [], [], 0.05)
    return real(*arguments, **more)
os.{name} = slow
"""
STEPS = {
    "the content is synced": ("fsync", 1, False),
    "the file gets its name": ("replace", 1, False),
    # The folder is tried with a file that is removed before anything is asked.
    "the temporary file is removed": ("unlink", 2, True),
    "the folder is synced": ("fsync", 2, True),
}
SAVING_WAYS = ["Ctrl-C", "SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "window closed"]


def slow(folder: Path, step: tuple[str, int]) -> Terminal:
    """Start at the company's name, with a step of the system that takes its time."""
    name, turn = step
    return at(folder, "company.name", first=SLOW.format(name=name, turn=turn))


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
    name, turn, is_saved = STEPS[step]
    with slow(tmp_path, (name, turn)) as terminal:
        before = tree(tmp_path)
        terminal.answer(terminal.asked("company.name"), "Harbor")
        terminal.wait("SLOW")
        check_stopped(terminal, way, SAVED)
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
    with Terminal(tmp_path, "new", first=SLOW.format(name="fsync", turn=1)) as terminal:
        terminal.answer(terminal.asked("company.name"), "Harbor")
        terminal.wait("SLOW")
        check_stopped(terminal, way, NOTHING)
    assert names(tmp_path) == []


@pytest.mark.parametrize("step", ["fsync", pytest.param("replace", marks=NIGHTLY)])
def test_what_kill_9_leaves_of_a_save_is_swept_away_by_the_next_interview(
    tmp_path: Path, step: str
) -> None:
    with slow(tmp_path, (step, 1)) as terminal:
        before = (tmp_path / KEPT).read_bytes()
        terminal.answer(terminal.asked("company.name"), "Harbor")
        terminal.wait("SLOW")
        terminal.kill(signal.SIGKILL)
        assert terminal.end() == -signal.SIGKILL
    assert len(names(tmp_path)) == 3
    with Terminal(tmp_path, "new") as terminal:
        terminal.asked("resume")
        check_stopped(terminal, "Ctrl-C", UNCHANGED)
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
    with slow(tmp_path, ("unlink", 2)) as terminal:
        before = files(tmp_path)
        terminal.asked("company.name")
        expected = [terminal.stop(first)]
        terminal.wait("SLOW")
        expected.append(terminal.stop(second))
        assert terminal.end() in expected
        assert terminal.is_as_before()
        assert SAVED in terminal.lines[-1]
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
    field, answer = dice.choice([("company.name", "Harbor"), ("quota.carries", "no")])
    with at(tmp_path, field) as terminal:
        before = tree(tmp_path)
        terminal.answer(terminal.asked(field), answer)
        select.select([], [], [], dice.uniform(0, 0.03))
        check_stopped(terminal, way, SAVED)
    kept = tree(tmp_path)
    section, name = field.split(".")
    assert kept.setdefault(section, {}).pop(name, answer) == answer
    assert {part: answers for part, answers in kept.items() if answers} == before
    assert names(tmp_path) == [KEPT]


def _twice() -> Iterator[Any]:
    for seed in range(120):
        marks = [] if seed in (0, 1, 4) else [NIGHTLY]
        yield pytest.param(*PAIRS[seed % len(PAIRS)], seed, marks=marks)


# Without this the terminal itself throws away, at Ctrl-C, what was written and not yet read.
NO_FLUSH = """
import termios
modes = termios.tcgetattr(0)
modes[3] |= termios.NOFLSH
termios.tcsetattr(0, termios.TCSANOW, modes)
"""


@pytest.mark.parametrize(("first", "second", "seed"), list(_twice()))
def test_a_second_stop_at_a_random_moment_shows_nothing_of_the_insides(
    tmp_path: Path, first: str, second: str, seed: int
) -> None:
    dice = random.Random(seed)
    with at(tmp_path, "company.name", first=NO_FLUSH, plain=dice.random() < 0.3) as terminal:
        before = files(tmp_path)
        terminal.asked("company.name")
        expected = {terminal.stop(first)}
        select.select([], [], [], dice.uniform(0, 0.008))
        with contextlib.suppress(OSError):
            expected.add(terminal.stop(second))
        code = terminal.end()
        # A shell tells a program that ended with 143 from one that SIGTERM ended no more than we.
        assert (128 - code if code < 0 else code) in expected
        assert terminal.is_as_before()
        # A terminal that was given back shows a late Ctrl-C itself.
        assert SAVED in [line for line in terminal.lines if line != "^C"][-1]
        check_quiet(terminal)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


@pytest.mark.parametrize("keys", [STOP * 2, pytest.param(f"abc{STOP}abc{ENTER}", marks=NIGHTLY)])
def test_keys_behind_a_stop_change_nothing(tmp_path: Path, keys: str) -> None:
    with at(tmp_path, "company.name") as terminal:
        before = files(tmp_path)
        terminal.asked("company.name")
        terminal.send(keys)
        assert terminal.end() == 130
        assert terminal.is_as_before()
        assert SAVED in terminal.lines[-1]
        check_quiet(terminal)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


def test_a_stop_on_the_heels_of_enter_takes_the_answer_and_stops(tmp_path: Path) -> None:
    with at(tmp_path, "company.name") as terminal:
        terminal.asked("company.name")
        terminal.send(f"Harbor{ENTER}{STOP}")
        assert terminal.end() == 130
        assert terminal.is_as_before()
        check_quiet(terminal)
    assert typed(tree(tmp_path), "company.name") == "Harbor"


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
    with at(tmp_path, "company.name") as terminal:
        before = files(tmp_path)
        terminal.asked("company.name")
        terminal.kill(signal.SIGHUP)
        assert terminal.hang_up() in (129, -signal.SIGHUP)
    assert files(tmp_path) == before
    assert names(tmp_path) == [KEPT]


# -- stops while the screen is drawn --------------------------------------------------------------

# Sends a signal at the n-th time that something is drawn, once it is on the screen, or that the
# terminal's modes are set.
DRAWING = """
import os, re, termios
from prompt_toolkit.output import vt100
number, wanted, turn = {number}, {wanted!r}, {turn}
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
        # The modes are set once before anything is asked.
        turn += moment == "keys are read"
        for way in ("SIGINT", "SIGTERM", "SIGHUP"):
            marks = [] if way == usual else [NIGHTLY]
            yield pytest.param(moment, turn, way, marks=marks)


@pytest.mark.parametrize(("moment", "turn", "way"), list(_moments()))
def test_a_stop_while_the_screen_is_drawn_gives_the_whole_terminal_back(
    tmp_path: Path, moment: str, turn: int, way: str
) -> None:
    number, code = SIGNALS[way]
    first = DRAWING.format(number=int(number), wanted=MOMENTS[moment], turn=turn)
    with at(tmp_path, "quota.carries", first=first) as terminal:
        before = tree(tmp_path)
        with contextlib.suppress(AssertionError, OSError):
            terminal.answer(terminal.asked("quota.carries"), "no")
        assert terminal.end() == code
        assert terminal.is_as_before()
        assert "To go on: amjd new" in terminal.text
        check_quiet(terminal)
    kept = tree(tmp_path)
    kept.pop("quota", None)
    assert kept == before
    assert names(tmp_path) == [KEPT]


# Sends a signal as the event loop is about to do the n-th of its steps, which is lost by that.
LOST = """
import asyncio.base_events, collections, os, signal
left = {step}
class Steps(collections.deque):
    def popleft(self):
        global left
        step, left = super().popleft(), left - 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGINT)
        return step
make = asyncio.base_events.BaseEventLoop.__init__
def made(loop):
    make(loop)
    loop._ready = Steps()
asyncio.base_events.BaseEventLoop.__init__ = made
"""


@pytest.mark.parametrize(
    "step", [1, 3, 7, *(pytest.param(n, marks=NIGHTLY) for n in range(2, 40) if n not in (3, 7))]
)
def test_a_stop_by_which_a_step_of_the_event_loop_is_lost_is_obeyed(
    tmp_path: Path, step: int
) -> None:
    with at(tmp_path, "company.name", first=LOST.format(step=step)) as terminal:
        with contextlib.suppress(AssertionError, OSError):
            terminal.answer(terminal.asked("company.name"), "Harbor")
            for keys in ("p", "", "p", "", "p", ""):
                terminal.asked()
                terminal.send(keys + ENTER)
        assert terminal.end() == 130
        assert terminal.is_as_before()
        assert SAVED in " ".join(terminal.lines)
        check_quiet(terminal)
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
    with at(tmp_path, field) as terminal:
        terminal.asked(field)
        if way == "SIGINT":
            terminal.send(f"Harbor{ENTER}")
        select.select([], [], [], random.Random(seed).uniform(0, 0.02))
        check_stopped(terminal, way, SAVED)
    assert names(tmp_path) == [KEPT]
