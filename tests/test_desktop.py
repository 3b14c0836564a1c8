"""The posting is opened by the program of the desktop, where there is one and somebody says so."""

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from amjd.cli import interviewing
from amjd.files.system import open_with, opener
from script import BRIEF, Script, example
from sessions import called_with, go_through
from stand_ins import stand_in


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def program(folder: Path, name: str = "xdg-open") -> Path:
    """Make a program that notes what it was given."""
    path = folder / "bin" / name
    path.parent.mkdir()
    return stand_in(path, f'echo "$1" > {folder}/opened')


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has a desktop")
def test_there_is_an_opener_where_there_is_a_desktop(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(program(folder).parent))
    assert opener() is None
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert opener() == str(folder / "bin/xdg-open")
    monkeypatch.setenv("PATH", str(folder))
    assert opener() is None


def test_a_file_is_opened_and_nothing_is_waited_for(folder: Path) -> None:
    open_with(str(program(folder)), Path("x.docx"))
    for _ in range(100):
        if (folder / "opened").exists() and (folder / "opened").read_text():
            break
        time.sleep(0.05)
    assert (folder / "opened").read_text() == "x.docx\n"
    with pytest.raises(OSError, match="nothing"):
        open_with(str(folder / "nothing"), Path("x.docx"))


def ended(monkeypatch: pytest.MonkeyPatch, quiet: bool = False, **wants: Any) -> list[Path]:
    """Go through an interview to its very end; return the files that were opened."""
    opened: list[Path] = []
    monkeypatch.setattr(interviewing, "opener", lambda: "open")
    monkeypatch.setattr(interviewing, "open_with", lambda _, path: opened.append(path))
    script = Script(example(BRIEF), wants)
    go_through(called_with("x.md"), script, quiet)
    assert Path("x.md").exists()
    return opened


def test_whoever_says_so_sees_the_posting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(monkeypatch, open=["yes"]) == [folder / "x.md"]


@pytest.mark.parametrize("reply", ["no", KeyboardInterrupt(), EOFError()])
def test_whoever_does_not_has_it_all_the_same(monkeypatch: pytest.MonkeyPatch, reply: Any) -> None:
    assert ended(monkeypatch, open=[reply]) == []


def test_a_program_that_cannot_be_run_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(interviewing, "opener", lambda: str(folder / "nothing"))
    go_through(called_with("x.md"), Script(example(BRIEF), {"open": ["yes"]}), quiet=False)
    assert "could not be opened" in capsys.readouterr().err


def test_quiet_asks_nothing_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(monkeypatch, quiet=True, open=["yes"]) == []
