"""Answers whose folder goes away: they are asked about, taken elsewhere, and never lost."""

import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from amjd.interview.files.saving import Saving
from amjd.sources.yaml_file import parse
from amjd.text.errors import AmjdError
from script import Script
from sessions import answers_text, called_with, hold_files

ONE, TWO = "company: {name: One}\n", "company: {name: Two}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder, with a stick in it, and a home of one's own."""
    for name in ("here/stick", "home", "last"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "last"))
    return tmp_path


def lost(script: Script, output: str = "stick/job.docx", *formats: str, gone: str = "stick") -> Any:
    """Begin, save once, and take the folder away."""
    files = hold_files(called_with(output, formats), script)
    session = files.__enter__()
    saving = Saving(session, script)
    saving.save(ONE)
    shutil.rmtree(gone)
    return saving


def company(path: Path) -> str:
    tree = parse(path.read_bytes(), "x").tree
    return str(tree["company"]["name"])


def reasons(script: Script) -> list[str]:
    return [ask.why for ask in script.asked if ask.screen == "retry"]


# -- what is asked --------------------------------------------------------------------------------


def test_once_the_folder_is_back_another_try_saves() -> None:
    class Plugging(Script):
        def ask(self, asked: Any) -> Any:
            Path("stick").mkdir()
            return super().ask(asked)

    script = Plugging({}, {"retry": ["again"]})
    lost(script).save(TWO)
    assert company(Path("stick/job.amjd.yaml")) == "Two"
    said = "Your answer is not saved: stick/job.amjd.yaml cannot be written: no such file"
    assert [text.startswith(said) for text in script.heard] == [True]


def test_a_folder_that_one_stood_in_is_found_again_by_its_name(folder: Path) -> None:
    class Plugging(Script):
        def ask(self, asked: Any) -> Any:
            (folder / "here").mkdir()
            return super().ask(asked)

    saving = lost(Plugging({}, {"retry": ["again"]}), "job.docx", gone=str(folder / "here"))
    saving.save(TWO)
    assert company(folder / "here/job.amjd.yaml") == "Two"
    assert saving.at(Path("job.docx")) == folder / "here/job.docx"


def test_it_is_said_what_a_stop_would_leave() -> None:
    script = Script({}, {"retry": ["stop"]})
    with pytest.raises(AmjdError):
        lost(script).save(TWO)
    assert "everything up to the answer before is in the file" not in reasons(script)[0]
    assert "saved in another folder" in reasons(script)[0]


def test_a_full_disk_says_that_the_answers_before_are_in_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = Script({}, {"retry": ["stop"]})
    with hold_files(called_with("x.md"), script) as files:
        saving = Saving(files, script)
        saving.save(ONE)

        def full(*_: Any) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(AmjdError, match="no space left"):
            saving.save(TWO)
        assert reasons(script) == [
            "If you stop, everything up to the answer before is in the file."
        ]
        assert saving.last_words().startswith("Your answers are in x.amjd.yaml.")
    assert company(Path("x.amjd.yaml")) == "One"


# -- another place --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "formats", "name", "answers", "command"),
    [
        ("stick/job.docx", (), "../home", "../home/job.amjd.yaml", "--output ../home/job.docx"),
        ("stick/job.docx", (), "../home/", "../home/job.amjd.yaml", "--output ../home/job.docx"),
        ("stick/job.docx", (), "other.md", "other.amjd.yaml", "--output other.md"),
        (
            "stick/",
            ("md", "docx"),
            "../home",
            "../home/job-posting.amjd.yaml",
            "--output ../home/ --format md --format docx",
        ),
        (
            "stick/job",
            ("md",),
            "../home",
            "../home/job.amjd.yaml",
            "--output ../home/job --format md",
        ),
    ],
)
def test_the_answers_go_to_another_place_with_their_lock_and_the_way_back(
    output: str, formats: tuple[str, ...], name: str, answers: str, command: str
) -> None:
    script = Script({}, {"retry": ["elsewhere"], "rename": [name]})
    with lost(script, output, *formats) as saving:
        saving.save(TWO)
        assert company(Path(answers)) == "Two"
        assert str(saving.files.answers) == answers
        assert saving.files.postings[0].path.parent == Path(answers).parent
        assert saving.last_words().endswith(f"To go on: amjd new {command}")
        second = called_with(answers.replace(".amjd.yaml", ".md"))
        with pytest.raises(AmjdError) as error, hold_files(second, Script({})):
            pass
        assert error.value.code == 6
        lock = Path(answers).with_name(f".{Path(answers).name}.lock")
        assert lock.exists()
    assert not lock.exists()


def test_a_home_is_understood(folder: Path) -> None:
    script = Script({}, {"retry": ["elsewhere"], "rename": ["~/mine.docx"]})
    lost(script).save(TWO)
    assert company(folder / "home/mine.amjd.yaml") == "Two"


def test_answers_beside_standard_output_move_alone(folder: Path) -> None:
    script = Script({}, {"retry": ["elsewhere"], "rename": [str(folder / "home")]})
    saving = lost(script, "-", gone=str(folder / "here"))
    saving.save(TWO)
    kept = folder / "home/job-posting.amjd.yaml"
    assert company(kept) == "Two"
    assert f"amjd new --output - --skip-answered --answers {kept}" in saving.last_words()


@pytest.mark.parametrize("bad", ["taken.md", "answered.md", "nowhere/x.md", "x.zip", "stick/y.md"])
def test_a_place_that_cannot_be_taken_is_asked_for_again(bad: str) -> None:
    script = Script({}, {"retry": ["elsewhere"], "rename": [bad, "free.md"]})
    Path("taken.md").write_bytes(b"theirs")
    Path("answered.amjd.yaml").write_bytes(b"theirs")
    lost(script).save(TWO)
    assert script.fields == ["retry", "rename", "rename"]
    assert len(script.heard) == 2
    assert Path("taken.md").read_bytes() == Path("answered.amjd.yaml").read_bytes() == b"theirs"
    assert company(Path("free.amjd.yaml")) == "Two"


def test_a_name_in_a_folder_that_is_gone_is_asked_for_again(folder: Path) -> None:
    names = ["x.docx", "./", str(folder / "home")]
    script = Script({}, {"retry": ["elsewhere"], "rename": names})
    lost(script, "job.docx", gone=str(folder / "here")).save(TWO)
    assert script.fields == ["retry", "rename", "rename", "rename"]
    assert company(folder / "home/job.amjd.yaml") == "Two"


def test_no_name_leads_back_to_the_choice() -> None:
    script = Script({}, {"retry": ["elsewhere", "stop"], "rename": [""]})
    with pytest.raises(AmjdError):
        lost(script).save(TWO)
    assert script.fields == ["retry", "rename", "retry"]


# -- a stop ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("attempted", [False, True])
def test_a_stop_saves_the_answers_here(attempted: bool) -> None:
    saving = lost(Script({}, {"retry": ["stop"]}))
    if attempted:
        with pytest.raises(AmjdError):
            saving.save(TWO)
    assert saving.last_words().splitlines() == [
        "stick/job.amjd.yaml does not hold your answers.",
        "Your answers are in job.amjd.yaml. To go on: amjd new --output job.docx",
    ]
    assert company(Path("job.amjd.yaml")) == ("Two" if attempted else "One")
    assert stat.S_IMODE(Path("job.amjd.yaml").stat().st_mode) == 0o600


def test_a_stop_writes_over_nothing() -> None:
    Path("job.amjd.yaml").write_text("theirs")
    Path("job-2.amjd.yaml").symlink_to("nowhere")
    said = lost(Script({})).last_words()
    assert "Your answers are in job-3.amjd.yaml. To go on: amjd new --output job-3.docx" in said
    assert Path("job.amjd.yaml").read_text() == "theirs"
    assert not Path("nowhere").exists()


def test_a_stop_without_the_folder_that_one_stood_in_saves_at_home(folder: Path) -> None:
    saving = lost(Script({}), "job.docx", gone=str(folder / "here"))
    home = folder / "home"
    assert saving.last_words().endswith(
        f"Your answers are in {home}/job.amjd.yaml. To go on: amjd new --output {home}/job.docx"
    )
    assert company(home / "job.amjd.yaml") == "One"


def test_without_a_home_the_last_resort_is_taken(folder: Path) -> None:
    saving = lost(Script({}), "job.docx", gone=str(folder / "here"))
    (folder / "home").rmdir()
    assert f"Your answers are in {folder}/last/job.amjd.yaml." in saving.last_words()


def test_where_nothing_can_be_written_the_answers_are_shown(folder: Path) -> None:
    saving = lost(Script({}), "job.docx", gone=str(folder / "here"))
    (folder / "home").rmdir()
    (folder / "last").rmdir()
    said = saving.last_words()
    assert said.startswith("job.amjd.yaml does not hold your answers.\nNothing can be written")
    assert said.endswith(f"\n\n{ONE}")


def test_several_formats_are_gone_on_with_from_their_answers() -> None:
    said = lost(Script({}), "stick/", "md", "docx").last_words()
    assert "Your answers are in job-posting.amjd.yaml." in said
    assert said.endswith("--skip-answered --answers job-posting.amjd.yaml")


def test_answers_that_another_program_replaced_stay_and_ours_are_beside_them() -> None:
    script = Script({}, {"retry": ["stop"]})
    with hold_files(called_with("x.md"), script) as files:
        saving = Saving(files, script)
        saving.save(ONE)
        Path("x.amjd.yaml").write_text("# theirs\n")
        with pytest.raises(AmjdError, match="changed by another program"):
            saving.save(TWO)
        assert "Your answers are in x-2.amjd.yaml." in saving.last_words()
    assert Path("x.amjd.yaml").read_text() == "# theirs\n"
    assert company(Path("x-2.amjd.yaml")) == "Two"


def test_of_a_file_that_cannot_be_read_nobody_says_that_another_program_changed_it() -> None:
    script = Script({}, {"retry": ["stop"]})
    with hold_files(called_with("x.md"), script) as files:
        saving = Saving(files, script)
        saving.save(ONE)
        Path("x.amjd.yaml").unlink()
        Path("x.amjd.yaml").mkdir()
        with pytest.raises(AmjdError, match=r"x\.amjd\.yaml is a folder"):
            saving.save(TWO)


def test_another_program_s_answers_are_no_loss_where_nothing_was_answered() -> None:
    with hold_files(called_with("x.md"), Script({})) as files:
        saving = Saving(files, Script({}))
        Path("x.amjd.yaml").write_text(answers_text())
        assert saving.last_words().startswith("Your answers are in x.amjd.yaml.")


def test_a_lock_in_a_folder_that_is_gone_is_let_go_of() -> None:
    with hold_files(called_with("stick/x.md"), Script({})):
        shutil.rmtree("stick")
        Path("stick").write_text("no folder any more")
