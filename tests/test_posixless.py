"""What starts where Python has no modules of POSIX, as on Windows: the same program."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CHECKOUT, EXAMPLES, Result, spawn
from script import example
from terminals import KEPT, Terminal, check_quiet, names

PROGRAM = [sys.executable, str(Path(__file__).with_name("posixless.py"))]


def posixless(*arguments: str, folder: Path, given: bytes = b"") -> "subprocess.CompletedProcess":
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, input=given, capture_output=True, timeout=60
    )


def same(one: Path, other: Path) -> bool:
    return {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        pytest.param(["--version"], marks=pytest.mark.nightly),
        pytest.param(["example", "key"], marks=pytest.mark.nightly),
        ["example", "key", "-o", "key.yaml"],
        pytest.param(["schema", "-o", "schema.json"], marks=pytest.mark.nightly),
        pytest.param(["templates"], marks=pytest.mark.nightly),
        pytest.param(["templates", "key"], marks=pytest.mark.nightly),
        pytest.param(["explain"], marks=pytest.mark.nightly),
        ["draft", str(EXAMPLES / "key.yaml")],
        ["draft", *map(str, sorted(EXAMPLES.glob("*.yaml"))), "-o", "./", "-f", "md", "-f", "docx"],
        ["draft", str(EXAMPLES / "key.yaml"), "-o", "nowhere/x.md"],
        ["draft", "nothing.yaml"],
        pytest.param(["draft", "."], marks=pytest.mark.nightly),
        ["draft", "-"],
        ["check", str(EXAMPLES / "key.yaml")],
    ],
    ids=" ".join,
)
def test_every_command_does_the_same(
    arguments: list[str],
    tmp_path: Path,
    amjd: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = (EXAMPLES / "standard.yaml").read_bytes()
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    usual = amjd(*arguments, stdin=given)
    ended = posixless(*arguments, folder=tmp_path / "there", given=given)
    assert (ended.returncode, ended.stdout, ended.stderr.decode()) == usual
    assert same(tmp_path / "here", tmp_path / "there")


@pytest.mark.parametrize("output", ["x.md", "nowhere/x.md"])
def test_an_interview_without_a_terminal_does_the_same(output: str, tmp_path: Path) -> None:
    # In a session of its own the program finds no terminal, wherever these tests are run.
    usual = spawn(["new", "-o", output], input=b"", cwd=tmp_path, start_new_session=True)
    ended = posixless("new", "-o", output, folder=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (
        usual.returncode, usual.stdout, usual.stderr,
    )  # fmt: skip
    assert names(tmp_path) == []


def test_what_stands_there_is_replaced_when_that_is_wanted_and_only_then(tmp_path: Path) -> None:
    arguments = ("draft", str(EXAMPLES / "key.yaml"), "-o", "x.md")
    (tmp_path / "x.md").write_text("mine")
    assert posixless(*arguments, folder=tmp_path).returncode == 4
    assert (tmp_path / "x.md").read_text() == "mine"
    assert posixless(*arguments, "--force", folder=tmp_path).returncode == 0
    assert "mine" not in (tmp_path / "x.md").read_text()
    assert names(tmp_path) == ["x.md"]


def test_an_interview_goes_to_its_end_line_by_line(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", command=PROGRAM, plain=True) as terminal:
        asked = terminal.walk(example("standard"), "review")
        terminal.answer(asked, "yes")
        assert terminal.end() == 0
        check_quiet(terminal)
    assert names(tmp_path) == [KEPT, "job-posting.docx"]


def test_where_a_screen_is_not_to_be_had_lines_do_and_a_stop_keeps_the_answers(
    tmp_path: Path,
) -> None:
    with Terminal(tmp_path, "new", command=PROGRAM) as terminal:
        terminal.plain = True
        terminal.walk(example("standard"), "role.workplace")
        assert terminal.stop("Ctrl-C") == terminal.end() == 130
        assert "To go on: amjd new" in terminal.lines[-1]
        check_quiet(terminal)
    assert names(tmp_path) == [KEPT]


def test_nothing_is_left_of_posix_there() -> None:
    code = (
        "import posixless, os, signal, select; posixless.strip()\n"
        "for name in posixless.MODULES:\n"
        "    try: __import__(name)\n"
        "    except ImportError: pass\n"
        "    else: print(name)\n"
        "print([n for n in posixless.OF_OS if hasattr(os, n)],"
        " [n for n in posixless.OF_SIGNAL if hasattr(signal, n)])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT / "tests", capture_output=True, text=True
    )
    assert ended.stdout == "[] []\n"
