"""Files that change while an interview runs: edited postings, and folders that go away."""

import contextlib
import shutil
import signal
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from amjd.formats import FORMATS
from conftest import drafted_file
from script import typed
from sessions import edit
from terminals import (
    ENTER,
    LIMIT,
    STOP,
    Terminal,
    answers,
    check_quiet,
    check_stopped,
    names,
)
from terminals import tree as tree_in

pytestmark = pytest.mark.filterwarnings("ignore:This process.*is multi-threaded")

PLAIN = [False, True]
KEPT = "x.amjd.yaml"


def tree(path: Path) -> dict[str, object]:
    return tree_in(path.parent, path.name)


def company(path: Path) -> str:
    return typed(tree(path), "company.name")


def drafted(folder: Path, name: str) -> bytes:
    """Write the posting of the answers, and return it."""
    content = FORMATS[name.rpartition(".")[2]].writer()(drafted_file(folder / KEPT))
    (folder / name).write_bytes(content)
    return content


@pytest.fixture(params=["x.docx", "x.md"])
def posting(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Finished answers with their posting."""
    (tmp_path / KEPT).write_text(answers())
    drafted(tmp_path, request.param)
    return tmp_path / str(request.param)


def _pairs(cases: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
    """Give each case a posting of one format in the usual run, and of the other by night.

    Whether a posting was edited is told by its bytes, whatever their format.
    """
    formats = ["x.docx", "x.md"]
    for number, case in enumerate(cases):
        yield pytest.param(formats[number % 2], *case)
        yield pytest.param(formats[1 - number % 2], *case, marks=pytest.mark.nightly)


EACH_ONCE = pytest.mark.parametrize(
    ("posting", "plain"), list(_pairs([(False,), (True,)])), indirect=["posting"]
)


def start(posting: Path, plain: bool = False) -> Terminal:
    return Terminal(posting.parent, "new", "-o", posting.name, "--skip-answered", plain=plain)


def rename_company(terminal: Terminal, name: str = "Harbor") -> None:
    """Edit the answers at the review, and say the last yes."""
    terminal.asked("finished")
    terminal.send(f"1{ENTER}")
    terminal.asked("review")
    terminal.send(f"company.name{ENTER}")
    terminal.answer(terminal.asked("company.name"), name)
    terminal.asked("review")


def write(terminal: Terminal) -> None:
    rename_company(terminal)
    terminal.send(f"yes{ENTER}")


def check_done(terminal: Terminal, code: int = 0) -> None:
    assert terminal.end() == code
    assert terminal.is_as_before()
    check_quiet(terminal)


def joined(terminal: Terminal) -> str:
    return " ".join(terminal.text.split())


# -- postings that stand there --------------------------------------------------------------------


@EACH_ONCE
def test_an_edited_posting_is_kept_by_enter(posting: Path, plain: bool) -> None:
    edited, other = edit(posting), posting.with_stem("x-2")
    with start(posting, plain) as terminal:
        write(terminal)
        terminal.asked("replaced")
        terminal.send(ENTER)
        check_done(terminal)
        assert other.name in terminal.text
    assert posting.read_bytes() == edited
    written = other.read_bytes()
    assert drafted(posting.parent, other.name) == written
    assert names(posting.parent) == sorted([KEPT, posting.name, other.name])


def test_an_edited_posting_is_replaced_by_who_says_so(posting: Path) -> None:
    edit(posting)
    with start(posting) as terminal:
        write(terminal)
        terminal.asked("replaced")
        terminal.send(f"2{ENTER}")
        check_done(terminal)
    written = posting.read_bytes()
    assert drafted(posting.parent, posting.name) == written


@pytest.mark.parametrize(
    ("posting", "keys", "code"),
    list(_pairs([(f"3{ENTER}", 0), (STOP, 130)])),
    indirect=["posting"],
)
def test_a_stop_at_an_edited_posting_says_how_to_go_on(posting: Path, keys: str, code: int) -> None:
    edited = edit(posting)
    with start(posting) as terminal:
        write(terminal)
        terminal.asked("replaced")
        terminal.send(keys)
        check_done(terminal, code)
        assert f"Your answers are in {KEPT}. To go on: amjd new" in terminal.lines[-1]
    assert posting.read_bytes() == edited
    assert company(posting.parent / KEPT) == "Harbor"
    assert names(posting.parent) == sorted([KEPT, posting.name])


@EACH_ONCE
def test_an_untouched_posting_is_replaced(posting: Path, plain: bool) -> None:
    with start(posting, plain) as terminal:
        write(terminal)
        check_done(terminal)
        assert "replaced" not in [line.get("screen") for line in terminal.trace]
    assert "sha256" not in (posting.parent / KEPT).read_text()
    assert names(posting.parent) == sorted([KEPT, posting.name])
    written = posting.read_bytes()
    assert drafted(posting.parent, posting.name) == written


def test_a_posting_of_an_older_version_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers())
    older = drafted(tmp_path, "x.md").replace(b"# Account", b"# An older Account")
    (tmp_path / "x.md").write_bytes(older)
    with start(tmp_path / "x.md") as terminal:
        write(terminal)
        terminal.asked("replaced")
        terminal.send(ENTER)
        check_done(terminal)
    assert (tmp_path / "x.md").read_bytes() == older


@EACH_ONCE
def test_a_posting_replaced_between_the_question_and_the_write_is_asked_about_again(
    posting: Path, plain: bool
) -> None:
    edit(posting)
    with start(posting, plain) as terminal:
        write(terminal)
        terminal.asked("replaced")
        posting.write_bytes(b"newer")
        terminal.send(f"2{ENTER}")
        terminal.asked("replaced")
        assert "Somebody has changed it" in joined(terminal)
        terminal.send(ENTER)
        check_done(terminal)
    assert posting.read_bytes() == b"newer"


def test_a_posting_that_appears_during_the_interview_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers())
    with start(tmp_path / "x.md") as terminal:
        rename_company(terminal)
        (tmp_path / "x.md").write_bytes(b"theirs")
        terminal.send(f"yes{ENTER}")
        terminal.asked("replaced")
        terminal.send(ENTER)
        check_done(terminal)
    assert (tmp_path / "x.md").read_bytes() == b"theirs"
    assert (tmp_path / "x-2.md").exists()


@pytest.mark.parametrize(
    ("options", "read"), [((), KEPT), (("--force",), KEPT), (("--force", "-a", "a.yaml"), "a.yaml")]
)
def test_a_posting_whose_name_has_come_to_lead_to_the_answers_is_not_written(
    tmp_path: Path, options: tuple[str, ...], read: str
) -> None:
    (tmp_path / read).write_text(answers())
    with Terminal(tmp_path, "new", "-o", "x.md", "--skip-answered", *options) as terminal:
        if read == KEPT:
            rename_company(terminal)
        else:
            terminal.asked("review")
        (tmp_path / "x.md").symlink_to(read)
        terminal.send(f"yes{ENTER}")
        check_done(terminal, 2)
        assert f"x.md is the answers file {read}." in joined(terminal)
        assert f"Your answers are in {KEPT}." in joined(terminal)
    assert company(tmp_path / KEPT)
    assert company(tmp_path / read)


@pytest.mark.parametrize(
    ("posting", "way", "edited"),
    list(_pairs([("Ctrl-C", False), ("Ctrl-C", True), ("kill -9", True), ("kill -9", False)])),
    indirect=["posting"],
)
def test_after_an_edit_that_was_stopped_only_an_edited_posting_is_asked_about(
    posting: Path, way: str, edited: bool
) -> None:
    with start(posting) as terminal:
        rename_company(terminal)
        if way == "Ctrl-C":
            check_stopped(terminal, way)
        else:
            terminal.kill(signal.SIGKILL)
            assert terminal.end() == -signal.SIGKILL
    assert company(posting.parent / KEPT) == "Harbor"
    if edited:
        edit(posting)
    with start(posting) as terminal:
        rename_company(terminal, name="Haven")
        terminal.send(f"yes{ENTER}")
        if edited:
            terminal.asked("replaced")
            terminal.send(ENTER)
        check_done(terminal)
        assert ("replaced" in [line.get("screen") for line in terminal.trace]) == edited
    assert "sha256" not in (posting.parent / KEPT).read_text()


# -- folders that go away -------------------------------------------------------------------------

FIRST = {"company": {"name": "Harbor"}}
BOTH = {"company": {"name": "Harbor", "about": "We wash linen."}}


class Desk:
    """A folder to stand in with a stick in it, and a home of one's own."""

    def __init__(self, folder: Path) -> None:
        self.here, self.home = folder / "here", folder / "home"
        self.stick, self.kept = folder / "here/stick", folder / "here/stick" / KEPT
        for made in (self.stick, self.home):
            made.mkdir(parents=True)

    def start(self, plain: bool = False, *words: str) -> Terminal:
        words = words or ("-o", "stick/x.docx")
        return Terminal(self.here, "new", *words, plain=plain, HOME=str(self.home))

    def lose(self, terminal: Terminal) -> None:
        """Answer two questions, of which the second finds no folder any more."""
        terminal.answer(terminal.asked("company.name"), "Harbor")
        second = terminal.asked("company.about")
        shutil.rmtree(self.stick)
        terminal.answer(second, "We wash linen.")
        terminal.asked("retry")
        assert "everything up to the answer before is in the file" not in terminal.text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("plain", PLAIN)
def test_once_the_folder_is_back_a_retry_goes_on(desk: Desk, plain: bool) -> None:
    with desk.start(plain) as terminal:
        desk.lose(terminal)
        terminal.send(f"1{ENTER}")
        terminal.asked("retry")
        desk.stick.mkdir()
        terminal.send(f"1{ENTER}")
        terminal.asked("quota.carries")
        assert tree(desk.kept) == BOTH
        said = f"Your answers are in stick/{KEPT}. To go on: amjd new --output stick/x.docx"
        check_stopped(terminal, "Ctrl-C", said)


@pytest.mark.parametrize("plain", PLAIN)
def test_another_place_takes_the_answers_and_what_follows(desk: Desk, plain: bool) -> None:
    with desk.start(plain) as terminal:
        desk.lose(terminal)
        terminal.send(f"3{ENTER}")
        for name in ("nowhere/x.docx", "~"):
            terminal.asked("rename")
            terminal.send(name + ENTER)
        terminal.asked("quota.carries")
        assert "Check the name" in joined(terminal)
        assert tree(desk.home / KEPT) == BOTH
        with Terminal(desk.home, "new", "-o", "x.docx") as second:
            assert second.end() == 6
        terminal.send(STOP)
        check_done(terminal, 130)
        said = terminal.text.replace("\n", "")
        assert f"Your answers are in {desk.home}/{KEPT}. To go on: amjd new" in said
        assert f"--output {desk.home}/x.docx" in said
    assert names(desk.home) == [KEPT]


@pytest.mark.parametrize("plain", PLAIN)
def test_the_posting_goes_to_the_other_place_too(desk: Desk, plain: bool) -> None:
    desk.kept.write_text(answers(without="company.name"))
    words = ["-o", "stick/x.md", "-a", f"stick/{KEPT}", "--ask", "company.name"]
    with desk.start(plain, *words) as terminal:
        asked = terminal.asked("company.name")
        shutil.rmtree(desk.stick)
        terminal.answer(asked, "Harbor")
        terminal.asked("retry")
        terminal.send(f"3{ENTER}")
        terminal.asked("rename")
        terminal.send(f"other.md{ENTER}")
        terminal.asked("review")
        terminal.send(f"yes{ENTER}")
        check_done(terminal)
        assert "other.md" in terminal.text
    assert names(desk.here) == ["other.amjd.yaml", "other.md"]


def _stops() -> Iterator[object]:
    for number, code in ((signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)):
        yield pytest.param(number, code, id=number.name)
    yield pytest.param(STOP, 130, id="Ctrl-C")
    yield pytest.param(f"2{ENTER}", 4, id="stop is chosen")


@pytest.mark.parametrize(("stop", "code"), list(_stops()))
def test_a_stop_without_the_folder_saves_the_answers_where_one_stands(
    desk: Desk, stop: signal.Signals | str, code: int
) -> None:
    with desk.start() as terminal:
        desk.lose(terminal)
        terminal.send(stop) if isinstance(stop, str) else terminal.kill(stop)
        check_done(terminal, code)
        said = f"Your answers are in {KEPT}. To go on: amjd new --output x.docx"
        assert any(line.endswith(said) for line in terminal.lines[-3:])
    assert tree(desk.here / KEPT) == BOTH
    with Terminal(desk.here, "new", "--output", "x.docx") as terminal:
        terminal.asked("resume")


@pytest.mark.parametrize("plain", PLAIN)
def test_a_signal_at_a_question_without_the_folder_saves_what_was_answered(
    desk: Desk, plain: bool
) -> None:
    with desk.start(plain) as terminal:
        terminal.answer(terminal.asked("company.name"), "Harbor")
        terminal.asked("company.about")
        shutil.rmtree(desk.here)
        terminal.kill(signal.SIGTERM)
        check_done(terminal, 143)
        assert f"Your answers are in {desk.home}/{KEPT}." in terminal.text
    assert tree(desk.home / KEPT) == FIRST


def test_at_the_last_write_too_nothing_is_lost(desk: Desk) -> None:
    desk.kept.write_text(answers())
    words = ["-o", "stick/x.docx", "-a", f"stick/{KEPT}", "--skip-answered"]
    with desk.start(False, *words) as terminal:
        terminal.asked("review")
        shutil.rmtree(desk.stick)
        terminal.send(f"yes{ENTER}")
        terminal.asked("retry")
        terminal.send(f"2{ENTER}")
        check_done(terminal, 4)
    assert (desk.here / KEPT).read_text() == answers()


@pytest.mark.no_cover  # where no file may grow, no figures are saved either
def test_where_nothing_can_be_written_the_answers_are_shown(desk: Desk) -> None:
    first = LIMIT.format(size=0)
    words = ("new", "-o", "stick/x.md")
    with Terminal(desk.here, *words, first=first, HOME=str(desk.home)) as terminal:
        terminal.wait("What is your company called?")
        terminal.still(0.3)
        terminal.send(f"Harbor{ENTER}")
        terminal.wait("Try to save again?")
        terminal.still(0.3)
        terminal.send(STOP)
        check_done(terminal, 130)
        assert "Nothing can be written anywhere." in terminal.text
        assert "company:\n  name: Harbor" in terminal.text
    assert names(desk.here) == ["stick"]


def test_a_folder_made_read_only_is_told_as_what_it_is(desk: Desk) -> None:
    copy = desk.home / "copy"
    with desk.start() as terminal:
        terminal.answer(terminal.asked("company.name"), "Harbor")
        second = terminal.asked("company.about")
        shutil.copytree(desk.stick, copy)
        with read_only(copy, desk.stick):
            terminal.answer(second, "We wash linen.")
            terminal.asked("retry")
            assert "read-only file" in joined(terminal)
            assert "everything up to the answer before is in the file" in joined(terminal)
            terminal.send(f"2{ENTER}")
            check_done(terminal, 4)
    assert "standard output" not in terminal.text
    assert "read-only file system" in terminal.lines[-1]
    assert f"Your answers are in stick/{KEPT}." in joined(terminal)
    assert tree(copy / KEPT) == FIRST


@contextlib.contextmanager
def read_only(folder: Path, place: Path) -> Iterator[None]:
    """Show a folder at another place where nobody may write."""
    bind = ["mount", "--bind", str(folder), str(place)]
    if not shutil.which("mount") or subprocess.run(bind, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        command = ["mount", "-o", "remount,bind,ro", str(place)]
        subprocess.run(command, check=True, capture_output=True)
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
