"""Which postings that stand there are written over, and which are asked about."""

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amjd.files.targets import Target
from amjd.interview.files import standing
from amjd.interview.files.standing import StoppedError, remember, remembered
from amjd.sources.yaml_file import parse
from conftest import Result, names
from script import BRIEF, Script, example
from sessions import (
    KEPT,
    answers_text,
    called_with,
    edit,
    ended,
    go_through,
    run,
    stop_at,
)

pytestmark = pytest.mark.usefixtures("folder")

SUMS = ["a" * 64, "b" * 64]
# What somebody does who gives the company another name.
CHANGED: dict[str, Any] = {
    "finished": ["edit"],
    "review": ["company.name", "yes"],
    "company__name": ["Harbor"],
}


def asked(script: Script) -> list[str]:
    """List what was asked about postings that stand there."""
    return [ask.question for ask in script.asked if ask.screen == "replaced"]


# -- edited or not --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["x.docx", "x.md", "x.json", "x.html", "x.paste.html"])
def test_an_untouched_posting_is_replaced_without_a_question(folder: Path, name: str) -> None:
    ended(called_with(name))
    before = (folder / name).read_bytes()
    script = run(called_with(name), **CHANGED)
    assert asked(script) == []
    assert (folder / name).read_bytes() != before
    assert names(folder) == sorted(["x.amjd.yaml", name])


@pytest.mark.parametrize(("written", "questions"), [("2026-01-05", 0), ("2026-01-06", 1)])
def test_a_posting_that_names_its_day_is_known_by_the_day_of_its_file(
    written: str, questions: int, folder: Path
) -> None:
    ended(called_with("x.json"))
    posting, today = folder / "x.json", str(datetime.date.today())
    text = posting.read_text("utf-8")
    assert f'"datePosted": "{today}"' in text
    posting.write_text(text.replace(today, "2026-01-05"), "utf-8")
    noon = datetime.datetime.fromisoformat(f"{written}T12:00").timestamp()
    os.utime(posting, (noon, noon))
    script = run(called_with("x.json"), finished=["edit"], company__name=["Harbor"], replaced=[""])
    assert len(asked(script)) == questions


def test_a_posting_and_its_short_form_are_both_known(folder: Path) -> None:
    """Answers that change for one of them do not make the other look edited."""
    ended(called_with())
    run(called_with(short=True), finished=["edit"])
    for name in ("Harbor", "Haven"):
        for short in (True, False):
            script = run(called_with(short=short), **{**CHANGED, "company__name": [name]})
            assert asked(script) == []
    assert names(folder) == [KEPT, "job-posting.docx", "job-posting.short.docx"]
    edit(folder / "job-posting.short.docx")
    script = run(called_with(short=True), finished=["edit"], replaced=[""])
    assert len(asked(script)) == 1


@pytest.mark.parametrize("name", ["x.docx", "x.md", "x.paste.html"])
def test_enter_keeps_an_edited_posting_and_writes_another(folder: Path, name: str) -> None:
    ended(called_with(name))
    edited = edit(folder / name)
    script = run(called_with(name), **CHANGED, replaced=[""])
    other = name.replace("x.", "x-2.")
    assert asked(script) == [f"{name} is not as its answers made it. Replace it?"]
    assert (folder / name).read_bytes() == edited
    assert names(folder) == sorted(["x.amjd.yaml", name, other])
    run(called_with(name), finished=["edit"], replaced=["replace"])
    assert (folder / name).read_bytes() == (folder / other).read_bytes()


def test_a_name_as_long_as_names_can_be_gets_another_one_too(folder: Path) -> None:
    name = f"{'x' * 244}.paste.html"
    run(called_with(name))
    edit(folder / name)
    run(called_with(name), **CHANGED, replaced=["other"])
    assert f"{'x' * 242}-2.paste.html" in names(folder)


def test_the_other_name_is_the_first_that_is_free(folder: Path) -> None:
    ended(called_with("x.md"))
    edit(folder / "x.md")
    (folder / "x-2.md").symlink_to("nowhere")
    (folder / "x-3.md").write_bytes(b"theirs")
    run(called_with("x.md"), finished=["edit"], replaced=[""])
    assert (folder / "x-3.md").read_bytes() == b"theirs"
    assert (folder / "x-4.md").read_bytes().startswith(b"# ")
    assert not (folder / "nowhere").exists()


def test_whoever_stops_at_the_question_keeps_the_answers_and_the_posting(folder: Path) -> None:
    ended(called_with("x.md"))
    edited = edit(folder / "x.md")
    with pytest.raises(StoppedError):
        run(called_with("x.md"), **CHANGED, replaced=["stop"])
    assert (folder / "x.md").read_bytes() == edited
    assert "name: Harbor" in (folder / "x.amjd.yaml").read_text()
    assert names(folder) == ["x.amjd.yaml", "x.md"]


def test_of_two_formats_the_edited_one_is_asked_about(folder: Path) -> None:
    wanted = called_with("out/", ("md", "docx"))
    ended(wanted)
    edited = edit(folder / "out/job-posting.docx")
    script = run(wanted, **CHANGED, replaced=[""])
    assert [question.split()[0] for question in asked(script)] == ["out/job-posting.docx"]
    assert (folder / "out/job-posting.docx").read_bytes() == edited
    assert b"Harbor" in (folder / "out/job-posting.md").read_bytes()


def test_nothing_is_written_before_every_question_is_answered(folder: Path) -> None:
    wanted = called_with("out/", ("md", "docx"))
    ended(wanted)
    edit(folder / "out/job-posting.docx")
    before = (folder / "out/job-posting.md").read_bytes()
    with pytest.raises(StoppedError):
        run(wanted, **CHANGED, replaced=["stop"])
    assert (folder / "out/job-posting.md").read_bytes() == before


def test_a_posting_that_an_older_version_made_is_asked_about(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("amjd.formats.markdown.write", lambda _: b"# An older posting\n")
        run(called_with("x.md"))
    script = run(called_with("x.md"), finished=["edit"], replaced=[""])
    assert len(asked(script)) == 1
    assert (folder / "x.md").read_bytes() == b"# An older posting\n"


def test_a_posting_without_answers_is_asked_about(folder: Path) -> None:
    (folder / "x.md").write_bytes(b"theirs")
    script = run(called_with("x.md"), finished=["edit"], replaced=[""])
    assert len(asked(script)) == 1
    assert (folder / "x.md").read_bytes() == b"theirs"


def test_a_posting_that_cannot_be_read_is_asked_about(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended(called_with("x.md"))
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "x.md":
            raise PermissionError
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert len(asked(run(called_with("x.md"), finished=["edit"], replaced=[""]))) == 1


def test_force_replaces_an_edited_posting_unasked(folder: Path) -> None:
    ended(called_with("x.md"))
    edit(folder / "x.md")
    script = run(called_with("x.md", force=True), **CHANGED)
    assert asked(script) == []
    assert b"by hand" not in (folder / "x.md").read_bytes()


def test_a_posting_that_draft_made_of_the_answers_is_untouched(
    folder: Path, amjd: Callable[..., Result]
) -> None:
    ended(called_with("x.md"))
    text = (folder / "x.amjd.yaml").read_text()
    (folder / "x.amjd.yaml").write_text(text.replace("Tidewater Linen", "Harbor"))
    assert amjd("draft", "x.amjd.yaml", "-o", "x.md", "--force").code == 0
    assert b"Harbor" in (folder / "x.md").read_bytes()
    assert asked(run(called_with("x.md"), **{**CHANGED, "company__name": ["Haven"]})) == []


# -- while the interview runs ---------------------------------------------------------------------


class Meanwhile(Script):
    """Does something when a field is asked about."""

    def at(self, field: str, does: Any) -> "Meanwhile":
        self.field, self.does = field, does
        return self

    def ask(self, one: Any) -> Any:
        if one.screen == self.field and self.does:
            does, self.does = self.does, None
            does()
        return super().ask(one)


def script_of(**wants: Any) -> Meanwhile:
    return Meanwhile(example(BRIEF), wants)


def test_a_posting_replaced_during_the_interview_is_asked_about(folder: Path) -> None:
    ended(called_with("x.md"))
    script = script_of(finished=["edit"], replaced=[""])
    go_through(called_with("x.md"), script.at("review", lambda: edit(folder / "x.md")))
    assert len(asked(script)) == 1
    assert b"by hand" in (folder / "x.md").read_bytes()


def test_a_posting_replaced_while_it_is_asked_about_is_asked_about_again(folder: Path) -> None:
    ended(called_with("x.md"))
    edit(folder / "x.md")
    script = script_of(finished=["edit"], replaced=["replace", ""])
    change = script.at("replaced", lambda: (folder / "x.md").write_bytes(b"newer"))
    go_through(called_with("x.md"), change)
    assert len(asked(script)) == 2
    assert (folder / "x.md").read_bytes() == b"newer"


def test_a_posting_changed_while_another_is_asked_about_is_asked_about_again(folder: Path) -> None:
    wanted = called_with("out/", ("md", "docx"))
    ended(wanted)
    for name in ("md", "docx"):
        edit(folder / f"out/job-posting.{name}")

    class Second(Script):
        def ask(self, one: Any) -> Any:
            if one.question.startswith("out/job-posting.docx"):
                (folder / "out/job-posting.md").write_bytes(b"newer")
            return super().ask(one)

    replies = {"finished": ["edit"], "replaced": ["replace", "replace", ""]}
    script = Second(example(BRIEF), replies)
    go_through(wanted, script)
    assert [question.split()[0] for question in asked(script)] == [
        "out/job-posting.md",
        "out/job-posting.docx",
        "out/job-posting.md",
    ]
    assert (folder / "out/job-posting.md").read_bytes() == b"newer"


def test_a_posting_that_appears_during_the_interview_is_asked_about(folder: Path) -> None:
    script = script_of(replaced=[""])
    appear = script.at("review", lambda: (folder / "x.md").write_bytes(b"theirs"))
    go_through(called_with("x.md"), appear)
    assert len(asked(script)) == 1
    assert (folder / "x.md").read_bytes() == b"theirs"
    assert (folder / "x-2.md").exists()


# -- an edit that was stopped ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["x.docx", "x.md"])
def test_after_a_stopped_edit_an_untouched_posting_is_no_edited_one(
    folder: Path, name: str
) -> None:
    ended(called_with(name))
    finished = (folder / "x.amjd.yaml").read_text()
    for harbor in ("Harbor", "Haven"):
        wants = {"finished": ["edit"], "review": ["company.name"], "company.name": [harbor]}
        stop_at(called_with(name), "review", **wants)
        assert len(remembered((folder / "x.amjd.yaml").read_text())) == 1
    script = run(called_with(name), finished=["edit"])
    assert asked(script) == []
    after = (folder / "x.amjd.yaml").read_text()
    assert after.splitlines() == finished.replace("Tidewater Linen", "Haven").splitlines()


def test_after_a_stopped_edit_an_edited_posting_is_one(folder: Path) -> None:
    ended(called_with("x.md"))
    wants = {"finished": ["edit"], "review": ["company.name"], "company.name": ["Harbor"]}
    stop_at(called_with("x.md"), "review", **wants)
    edit(folder / "x.md")
    assert len(asked(run(called_with("x.md"), finished=["edit"], replaced=[""]))) == 1


def test_a_stop_that_changed_nothing_leaves_the_answers_file_alone(folder: Path) -> None:
    ended(called_with("x.md"))
    before = (folder / "x.amjd.yaml").read_bytes()
    stop_at(called_with("x.md"), "review", finished=["edit"])
    assert (folder / "x.amjd.yaml").read_bytes() == before


def test_an_edit_that_changes_nothing_does_not_write_the_answers_file(folder: Path) -> None:
    ended(called_with("x.md"))
    before = (folder / "x.amjd.yaml").stat()
    run(called_with("x.md"), finished=["edit"])
    after = (folder / "x.amjd.yaml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_posting_of_answers_that_are_replaced_is_known_as_theirs(folder: Path) -> None:
    ended(called_with("x.md"))
    (folder / "old.yaml").write_text(answers_text("sales"))
    wanted = called_with("x.md", answers="old.yaml", only_missing=True)
    assert asked(run(wanted, replaced=["replace"])) == ["Other answers are here already. What now?"]
    edit(folder / "x.md")
    (folder / "old.yaml").write_text(answers_text())
    assert len(asked(run(wanted, replaced=["replace", ""]))) == 2


def test_another_format_made_of_the_same_answers_stays_known(folder: Path) -> None:
    ended(called_with("x.docx"))
    run(called_with("x.md"), finished=["edit"])
    assert remembered((folder / "x.amjd.yaml").read_text()) == frozenset()
    run(called_with("x.md"), **CHANGED)
    assert len(remembered((folder / "x.amjd.yaml").read_text())) == 1
    assert asked(run(called_with("x.docx"), finished=["edit"])) == []
    assert remembered((folder / "x.amjd.yaml").read_text()) == frozenset()


def test_the_users_own_file_is_as_it_was_but_for_the_answer(folder: Path) -> None:
    text = f"# mine\n\n{answers_text()}\n# the end"
    (folder / KEPT).write_text(text)
    wanted = called_with(answers=KEPT)
    run(wanted, finished=["edit"])
    stop_at(wanted, "review", finished=["edit"], **{"company.name": ["Harbor"]})
    assert len(remembered((folder / KEPT).read_text())) == 1
    run(wanted, finished=["edit"])
    kept = text.replace("Blue Kettle Coffee", "Harbor").splitlines()
    assert set(kept) <= set((folder / KEPT).read_text().splitlines())
    assert "sha256" not in (folder / KEPT).read_text()


# -- what the answers file remembers --------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "a: b", "a: b\n", "a: b\r\n", "a: b\r\nc: d", "# only\n", "a: |\n  b\n", "{a: b}"]
)
@pytest.mark.parametrize("sums", [[], SUMS[:1], SUMS])
def test_what_is_remembered_can_be_read_and_goes_without_a_trace(
    text: str, sums: list[str]
) -> None:
    with_sums = remember(text, sums)
    assert remembered(with_sums) == set(sums)
    assert parse(with_sums.encode(), "x").tree == parse(text.encode(), "x").tree
    assert remember(with_sums, sums) == with_sums
    assert remember(with_sums, []) == text
    longer = remember(f"{with_sums}\n# more", [])
    assert [line for line in longer.splitlines() if line] == [*text.splitlines(), "# more"]
    assert "\n" not in remember("a: b\r\n", sums).replace("\r\n", "")


def test_every_format_of_the_answers_is_looked_at(folder: Path) -> None:
    for name in ("x.md", "x.docx", "odd.txt", "y.md"):
        (folder / name).write_bytes(b"")
    found = standing.there(Path("x.amjd.yaml"), [Target("md", Path("odd.txt"))])
    assert sorted(str(target.path) for target in found) == ["odd.txt", "x.docx", "x.md"]
