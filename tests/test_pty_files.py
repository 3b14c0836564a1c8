"""Files that change while an interview runs: edited postings, and folders that go away."""

import contextlib
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from amjd.sources.yaml_file import parse
from terminals import ENTER, STOP, Terminal, pass_gate, typed
from test_pty import answers
from test_pty_stops import OWNER, asked, check_quiet, names

pytestmark = pytest.mark.filterwarnings("ignore:This process.*is multi-threaded")

PLAIN = [False, True]
KEPT = "x.amjd.yaml"
EDITED = "is not as its answers made it. Replace it?"
RETRY = "Try to save again?"


def company(path: Path) -> str:
    return typed(parse(path.read_bytes(), "x").tree, "company.name")


def drafted(folder: Path, name: str) -> bytes:
    """Write the posting of the answers, and return it."""
    command = [sys.executable, "-m", "amjd", "draft", KEPT, "-o", name, "--force"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=20)
    return (folder / name).read_bytes()


@pytest.fixture(params=["x.docx", "x.md"])
def posting(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Finished answers with their posting."""
    (tmp_path / KEPT).write_text(answers())
    drafted(tmp_path, request.param)
    return tmp_path / str(request.param)


def change(posting: Path) -> bytes:
    """Change a posting as its owner would."""
    if posting.suffix == ".docx":
        document = Document(str(posting))
        document.add_paragraph("Written by hand.")
        document.save(str(posting))
    else:
        posting.write_text(posting.read_text() + "\nWritten by hand.\n")
    return posting.read_bytes()


def start(posting: Path, plain: bool) -> Terminal:
    flags = ["--plain"] if plain else []
    return Terminal(posting.parent, "new", "-o", posting.name, "--skip-answered", *flags)


def rename_company(terminal: Terminal, plain: bool, name: str = "Harbor") -> None:
    """Edit the answers at the review, and wait there for the last yes."""
    asked(terminal, "These files are here already.", plain)
    terminal.send(f"1{ENTER}")
    asked(terminal, "Type a number", plain)
    number = re.findall(r"(\d+)\.?\s+Company name", terminal.text)[-1]
    terminal.send(number + ENTER)
    asked(terminal, "What is your company called?", plain)
    terminal.send(name + ENTER)
    asked(terminal, "Type a number", plain)


def check_done(terminal: Terminal, code: int = 0) -> None:
    assert terminal.end() == code
    assert terminal.is_as_before()
    check_quiet(terminal)


# -- postings that stand there --------------------------------------------------------------------


@pytest.mark.parametrize("plain", PLAIN)
def test_an_edited_posting_is_kept_by_enter(posting: Path, plain: bool) -> None:
    edited, other = change(posting), posting.with_stem("x-2")
    with start(posting, plain) as terminal:
        rename_company(terminal, plain)
        terminal.send(f"yes{ENTER}")
        asked(terminal, f"{posting.name} {EDITED}", plain)
        terminal.send(ENTER)
        check_done(terminal)
        assert f"wrote {other.name}" in terminal.text
        assert f"amjd draft {KEPT} -o {other.name} --force" in terminal.text
    assert posting.read_bytes() == edited
    written = other.read_bytes()
    assert drafted(posting.parent, other.name) == written
    assert names(posting.parent) == sorted([KEPT, posting.name, other.name])


def test_an_edited_posting_is_replaced_by_who_says_so(posting: Path) -> None:
    change(posting)
    with start(posting, plain=False) as terminal:
        rename_company(terminal, plain=False)
        terminal.send(f"yes{ENTER}")
        asked(terminal, f"{posting.name} {EDITED}", plain=False)
        terminal.send(f"2{ENTER}")
        check_done(terminal)
    written = posting.read_bytes()
    assert drafted(posting.parent, posting.name) == written


@pytest.mark.parametrize(("keys", "code"), [(f"3{ENTER}", 0), (STOP, 130)])
def test_a_stop_at_an_edited_posting_says_how_to_go_on(posting: Path, keys: str, code: int) -> None:
    edited = change(posting)
    with start(posting, plain=False) as terminal:
        rename_company(terminal, plain=False)
        terminal.send(f"yes{ENTER}")
        asked(terminal, f"{posting.name} {EDITED}", plain=False)
        terminal.send(keys)
        check_done(terminal, code)
        assert f"Your answers are in {KEPT}. To go on: amjd new" in terminal.lines[-1]
    assert posting.read_bytes() == edited
    assert company(posting.parent / KEPT) == "Harbor"
    assert names(posting.parent) == sorted([KEPT, posting.name])


@pytest.mark.parametrize("plain", PLAIN)
def test_an_untouched_posting_is_replaced(posting: Path, plain: bool) -> None:
    with start(posting, plain) as terminal:
        rename_company(terminal, plain)
        terminal.send(f"yes{ENTER}")
        check_done(terminal)
        assert EDITED not in terminal.text
    assert "sha256" not in (posting.parent / KEPT).read_text()
    assert names(posting.parent) == sorted([KEPT, posting.name])
    written = posting.read_bytes()
    assert drafted(posting.parent, posting.name) == written


def test_a_posting_of_an_older_version_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers())
    older = drafted(tmp_path, "x.md").replace(b"# Account", b"# An older Account")
    (tmp_path / "x.md").write_bytes(older)
    with start(tmp_path / "x.md", plain=False) as terminal:
        rename_company(terminal, plain=False)
        terminal.send(f"yes{ENTER}")
        asked(terminal, f"x.md {EDITED}", plain=False)
        terminal.send(ENTER)
        check_done(terminal)
    assert (tmp_path / "x.md").read_bytes() == older


@pytest.mark.parametrize("plain", PLAIN)
def test_a_posting_replaced_between_the_question_and_the_write_is_asked_about_again(
    posting: Path, plain: bool
) -> None:
    change(posting)
    with start(posting, plain) as terminal:
        rename_company(terminal, plain)
        terminal.send(f"yes{ENTER}")
        asked(terminal, f"{posting.name} {EDITED}", plain)
        posting.write_bytes(b"newer")
        terminal.send(f"2{ENTER}")
        terminal.wait("Somebody has changed it")
        if not plain:
            asked(terminal, f"{posting.name} {EDITED}", plain)
        terminal.send(ENTER)
        check_done(terminal)
    assert posting.read_bytes() == b"newer"


def test_a_posting_that_appears_during_the_interview_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers())
    with start(tmp_path / "x.md", plain=False) as terminal:
        rename_company(terminal, plain=False)
        (tmp_path / "x.md").write_bytes(b"theirs")
        terminal.send(f"yes{ENTER}")
        asked(terminal, f"x.md {EDITED}", plain=False)
        terminal.send(ENTER)
        check_done(terminal)
    assert (tmp_path / "x.md").read_bytes() == b"theirs"
    assert (tmp_path / "x-2.md").exists()


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("way", ["Ctrl-C", "kill -9"])
def test_after_an_edit_that_was_stopped_only_an_edited_posting_is_asked_about(
    posting: Path, way: str, edited: bool
) -> None:
    with start(posting, plain=False) as terminal:
        rename_company(terminal, plain=False)
        if way == "Ctrl-C":
            terminal.send(STOP)
            check_done(terminal, 130)
        else:
            terminal.kill(signal.SIGKILL)
            assert terminal.end() == -signal.SIGKILL
    assert company(posting.parent / KEPT) == "Harbor"
    if edited:
        change(posting)
    with start(posting, plain=False) as terminal:
        rename_company(terminal, plain=False, name="Haven")
        terminal.send(f"yes{ENTER}")
        if edited:
            asked(terminal, f"{posting.name} {EDITED}", plain=False)
            terminal.send(ENTER)
        check_done(terminal)
        assert (EDITED in terminal.text) == edited
    assert "sha256" not in (posting.parent / KEPT).read_text()


# -- folders that go away -------------------------------------------------------------------------


class Desk:
    """A folder to stand in with a stick in it, and a home of one's own."""

    def __init__(self, folder: Path) -> None:
        self.here, self.home = folder / "here", folder / "home"
        self.stick, self.kept = folder / "here/stick", folder / "here/stick" / KEPT
        for made in (self.stick, self.home):
            made.mkdir(parents=True)

    def start(self, plain: bool, output: str = "stick/x.docx") -> Terminal:
        flags = ["--plain"] if plain else []
        return Terminal(self.here, "new", "-o", output, *flags, HOME=str(self.home))

    def lose(self, terminal: Terminal, plain: bool) -> None:
        """Answer two questions, of which the second finds no folder any more."""
        for question in ("Will this person", "Is there enough"):
            asked(terminal, question, plain)
            terminal.send(ENTER)
        asked(terminal, "Does this job carry a sales quota?", plain)
        terminal.send(f"2{ENTER}")
        asked(terminal, OWNER[2:], plain)
        shutil.rmtree(self.stick)
        terminal.send(f"1{ENTER}")
        terminal.wait("cannot be written")
        asked(terminal, RETRY, plain)
        assert "everything up to the answer before is in the file" not in terminal.text


BOTH = {"quota": {"carries": "no"}, "role": {"first_hire": "yes"}}


def tree(path: Path) -> object:
    return parse(path.read_bytes(), "x").tree


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("plain", PLAIN)
def test_once_the_folder_is_back_a_retry_goes_on(desk: Desk, plain: bool) -> None:
    with desk.start(plain) as terminal:
        desk.lose(terminal, plain)
        terminal.send(f"1{ENTER}")
        terminal.wait("cannot be written")
        asked(terminal, RETRY, plain)
        desk.stick.mkdir()
        terminal.send(f"1{ENTER}")
        terminal.wait("Which posting", "Question 3 of", "3.")
        assert tree(desk.kept) == BOTH
        terminal.send(STOP)
        check_done(terminal, 130)
        said = f"Your answers are in stick/{KEPT}. To go on: amjd new --output stick/x.docx"
        assert said in terminal.lines[-1]


@pytest.mark.parametrize("plain", PLAIN)
def test_another_place_takes_the_answers_and_what_follows(desk: Desk, plain: bool) -> None:
    with desk.start(plain) as terminal:
        desk.lose(terminal, plain)
        terminal.send(f"3{ENTER}")
        asked(terminal, "Where shall your answers and the posting go?", plain)
        terminal.send(f"nowhere/x.docx{ENTER}")
        terminal.wait("Check the name")
        asked(terminal, "Where shall your answers and the posting go?", plain)
        terminal.send(f"~{ENTER}")
        terminal.wait("Which posting", "Question 3 of", "3.")
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
    (desk.kept).write_text(answers(without="company.name"))
    flags = ["--plain"] if plain else []
    words = ["new", "-o", "stick/x.md", "-a", f"stick/{KEPT}", "--skip-answered", *flags]
    with Terminal(desk.here, *words, HOME=str(desk.home)) as terminal:
        asked(terminal, "What is your company called?", plain)
        shutil.rmtree(desk.stick)
        terminal.send(f"Harbor{ENTER}")
        asked(terminal, RETRY, plain)
        terminal.send(f"3{ENTER}")
        asked(terminal, "Where shall your answers and the posting go?", plain)
        terminal.send(f"other.md{ENTER}")
        asked(terminal, "Type a number", plain)
        terminal.send(f"yes{ENTER}")
        check_done(terminal)
        assert "wrote other.md" in terminal.text
        assert "amjd draft other.amjd.yaml -o other.md --force" in terminal.text
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
    with desk.start(plain=False) as terminal:
        desk.lose(terminal, plain=False)
        terminal.send(stop) if isinstance(stop, str) else terminal.kill(stop)
        check_done(terminal, code)
        said = f"Your answers are in {KEPT}. To go on: amjd new --output x.docx"
        assert any(line.endswith(said) for line in terminal.lines[-3:])
    assert tree(desk.here / KEPT) == BOTH
    with Terminal(desk.here, "new", "--output", "x.docx") as terminal:
        asked(terminal, "There are unfinished answers here.", plain=False)


@pytest.mark.parametrize("plain", PLAIN)
def test_a_signal_at_a_question_without_the_folder_saves_what_was_answered(
    desk: Desk, plain: bool
) -> None:
    with desk.start(plain) as terminal:
        for question in ("Will this person", "Is there enough"):
            asked(terminal, question, plain)
            terminal.send(ENTER)
        asked(terminal, "Does this job carry a sales quota?", plain)
        terminal.send(f"2{ENTER}")
        asked(terminal, OWNER[2:], plain)
        shutil.rmtree(desk.here)
        terminal.kill(signal.SIGTERM)
        check_done(terminal, 143)
        assert f"Your answers are in {desk.home}/{KEPT}." in terminal.text
    assert tree(desk.home / KEPT) == {"quota": {"carries": "no"}}


def test_at_the_last_write_too_nothing_is_lost(desk: Desk) -> None:
    desk.kept.write_text(answers())
    words = ["new", "-o", "stick/x.docx", "-a", f"stick/{KEPT}", "--skip-answered"]
    with Terminal(desk.here, *words, HOME=str(desk.home)) as terminal:
        asked(terminal, "Type a number", plain=False)
        shutil.rmtree(desk.stick)
        terminal.send(f"yes{ENTER}")
        asked(terminal, RETRY, plain=False)
        terminal.send(f"2{ENTER}")
        check_done(terminal, 4)
    assert (desk.here / KEPT).read_text() == answers()


@pytest.mark.no_cover  # where no file may grow, no figures are saved either
def test_where_nothing_can_be_written_the_answers_are_shown(desk: Desk) -> None:
    script = f"ulimit -f 0; exec {sys.executable} -m amjd new -o stick/x.md"
    with Terminal(desk.here, "-c", script, command=["/bin/sh"], HOME=str(desk.home)) as terminal:
        pass_gate(terminal)
        terminal.send(f"2{ENTER}")
        asked(terminal, RETRY, plain=False)
        terminal.send(STOP)
        check_done(terminal, 130)
        assert "Nothing can be written anywhere." in terminal.text
        assert "quota:\n  carries: no" in terminal.text
    assert names(desk.here) == ["stick"]


def test_a_folder_made_read_only_is_told_as_what_it_is(desk: Desk) -> None:
    copy = desk.home / "copy"
    with desk.start(plain=False) as terminal:
        pass_gate(terminal)
        terminal.send(f"2{ENTER}")
        terminal.wait(OWNER)
        shutil.copytree(desk.stick, copy)
        with read_only(copy, desk.stick):
            terminal.send(f"1{ENTER}")
            terminal.wait("read-only file")
            asked(terminal, RETRY, plain=False)
            assert "everything up to the answer before is in the file" in joined(terminal)
            terminal.send(f"2{ENTER}")
            check_done(terminal, 4)
    assert "standard output" not in terminal.text
    assert "read-only file system" in terminal.lines[-1]
    assert f"Your answers are in stick/{KEPT}." in joined(terminal)
    assert tree(copy / KEPT) == {"quota": {"carries": "no"}}


def joined(terminal: Terminal) -> str:
    return " ".join(terminal.text.split())


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
