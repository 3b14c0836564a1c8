"""The files of an interview: which are kept, offered, refused and written."""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amjd.asker import Reply, Signal
from amjd.files import system
from amjd.interview.files.saving import Saving
from amjd.interview.files.session import Session, given
from amjd.interview.files.session import hold_files as hold_with
from amjd.interview.files.standing import StoppedError
from amjd.interview.files.starting import is_unfinished
from amjd.interview.files.wanted import HEAD, Wanted, command, command_anew
from amjd.sources.yaml_file import parse
from amjd.text.errors import AmjdError
from conftest import CATALOG, QUESTIONS, Result, names
from script import BRIEF, BY_DAY, Script, answered, example
from sessions import KEPT, answers_text, called_with, ended, go_through, hold_files, run, stop_at

pytestmark = pytest.mark.usefixtures("folder")

# What somebody types at the review, and then, to give the company another name.
NAMED: dict[str, Any] = {"review": ["company.name", "yes"], "company__name": ["Harbor"]}


def finished_text(folder: Path) -> str:
    """Write a posting with its answers file, as an interview to its end does; return the text."""
    ended(called_with())
    return (folder / KEPT).read_text()


# -- what is written, and where -------------------------------------------------------------------


def test_the_short_form_stands_beside_its_posting_and_shares_its_answers(folder: Path) -> None:
    run(called_with(short=True))
    assert names(folder) == [KEPT, "job-posting.short.docx"]
    run(called_with(), resume=[""])
    assert names(folder) == [KEPT, "job-posting.docx", "job-posting.short.docx"]


@pytest.mark.parametrize("output", ["board.md", "board.short.md"])
def test_the_short_form_goes_to_the_file_that_is_named(
    folder: Path, output: str, amjd: Callable[..., Result]
) -> None:
    run(called_with(output, short=True))
    assert names(folder) == ["board.amjd.yaml", output]
    drafted = amjd("draft", "board.amjd.yaml", "--short").out
    assert (folder / output).read_bytes() == drafted
    assert drafted.count(b"\n\n") == 3


def test_the_preview_of_the_short_form_shows_it() -> None:
    script = run(called_with(short=True), review=[Reply(signal=Signal.PREVIEW), "yes"])
    (page,) = [ask for ask in script.asked if ask.screen == "preview"]
    assert [(section.title, len(section.lines)) for section in page.pages] == [
        ("Account Manager", 3)
    ]


def test_a_word_file_and_its_answers_are_written_here_by_default(folder: Path) -> None:
    run(called_with())
    assert names(folder) == [KEPT, "job-posting.docx"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (called_with("driver.md"), ["driver.amjd.yaml", "driver.md"]),
        (called_with("x", ("md",)), ["x", "x.amjd.yaml"]),
        (called_with(None, ("md",)), [KEPT, "job-posting.md"]),
        (called_with("driver.paste.html"), ["driver.amjd.yaml", "driver.paste.html"]),
        (called_with(None, ("paste",)), [KEPT, "job-posting.paste.html"]),
        (called_with("-"), [KEPT]),
    ],
)
def test_the_answers_stand_beside_the_output(
    folder: Path, wanted: Wanted, expected: list[str]
) -> None:
    run(wanted)
    assert names(folder) == expected


def test_two_formats_go_into_a_folder_with_their_answers(folder: Path) -> None:
    run(called_with("out/", ("md", "docx")))
    assert names(folder / "out") == [KEPT, "job-posting.docx", "job-posting.md"]


def test_what_a_job_board_would_not_take_is_said_at_the_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wanted = called_with("x.txt", options=(f"role.title={'x' * 201}",))
    script = Script(example(BRIEF), {})
    go_through(wanted, script, quiet=False)
    assert "the title: 201 characters, but LinkedIn takes 200." in capsys.readouterr().err


def test_the_answers_are_for_their_owner_alone(folder: Path) -> None:
    before = os.umask(0)
    try:
        stop_at(called_with(), "role.location")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / KEPT).stat().st_mode) == 0o600


def test_nothing_is_written_as_a_posting_before_the_last_yes(folder: Path) -> None:
    stop_at(called_with(), "review")
    assert names(folder) == [KEPT]


def test_stopping_before_any_answer_leaves_nothing_behind(folder: Path) -> None:
    stop_at(called_with(), "company.name")
    assert names(folder) == []


def test_answers_given_with_a_file_are_beside_the_posting_when_none_was_changed(
    folder: Path,
) -> None:
    (folder / "old.yaml").write_text(answers_text())
    run(called_with("next.docx", answers="old.yaml", only_missing=True))
    assert "next.docx" in names(folder)
    assert "next.amjd.yaml" in names(folder)


def test_a_posting_is_begun_with_and_only_what_is_essential_and_open_is_asked(
    folder: Path,
) -> None:
    (folder / "old.md").write_text(
        "# Account Manager\n\nCompany: Ott & Sons\nLocation: Salem, OR\n\n"
        "## Responsibilities\n\n- Manage 45 accounts, without a sales quota\n"
    )
    script = run(called_with(posting="old.md"))
    assert "old.md" in script.told[0]
    asked = set(script.fields)
    assert {"portfolio.segment", "tools.crm", "pay.base", "apply.ways"} & asked
    assert script.fields[-1] == "review"
    assert not asked & {"company.name", "role.location", "quota.carries", "portfolio.accounts"}
    assert not asked & {"extras", "duties", "template", "role.hours", "resume"}
    kept = (folder / KEPT).read_text()
    assert "  name: Ott & Sons\n" in kept
    assert "# from line" not in kept
    assert (folder / "old.md").exists()


def test_answers_that_are_there_are_replaced_by_those_of_a_posting_only_when_asked(
    folder: Path,
) -> None:
    before = finished_text(folder)
    (folder / "old.md").write_text("# Account Manager\n\nCompany: Ott & Sons\n")
    with pytest.raises(StoppedError):
        run(called_with(posting="old.md"), replaced=["stop"])
    assert (folder / KEPT).read_text() == before
    script = run(called_with(posting="old.md"), replaced=["other"], rename=["b.docx"])
    assert script.fields[:2] == ["replaced", "rename"]
    assert "Ott & Sons" in (folder / "b.amjd.yaml").read_text()


@pytest.mark.parametrize("output", ["old.md", "link.md"])
def test_a_posting_that_is_begun_with_is_never_written_over(folder: Path, output: str) -> None:
    (folder / "old.md").write_text("# Account Manager\n")
    (folder / "link.md").symlink_to("old.md")
    with pytest.raises(AmjdError, match=r"old\.md|link\.md") as refused:
        given(called_with(output, posting="old.md", force=True))
    assert refused.value.code == 2
    assert "is the posting that is read" in str(refused.value)


def test_whoever_stops_at_once_is_told_how_to_begin_with_the_posting_again() -> None:
    again = command_anew(called_with("b.docx", posting="the old one.docx"))
    assert again == "amjd new --output b.docx --from 'the old one.docx'"


@pytest.mark.parametrize("name", BY_DAY)
def test_the_kept_answers_draft_the_posting_that_was_written(folder: Path, name: str) -> None:
    from amjd.documents.draft import draft
    from amjd.formats import FORMATS
    from amjd.sources.checked import check
    from amjd.sources.yaml_file import parse

    run(called_with("x.md"), example(name))
    answers, _ = check(parse((folder / "x.amjd.yaml").read_bytes(), "x"), CATALOG.ids, QUESTIONS)
    assert (
        FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, answers)) == (folder / "x.md").read_bytes()
    )


# -- what is there already ------------------------------------------------------------------------


def test_unfinished_answers_are_offered_and_gone_on_with(folder: Path) -> None:
    first = stop_at(called_with(), "role.location")
    script = run(called_with())
    assert script.fields[:2] == ["resume", "role.location"]
    assert not set(first.fields[:-1]) & set(script.fields)
    assert names(folder) == [KEPT, "job-posting.docx"]


@pytest.mark.parametrize("is_finished", [True, False])
def test_whoever_names_what_to_ask_is_asked_that_first(folder: Path, is_finished: bool) -> None:
    ended(called_with()) if is_finished else stop_at(called_with(), "role.location")
    script = Script(example(BRIEF), {"company.name": ["Harbor"]})
    with hold_files(called_with(asked=("company.name",)), script) as files:
        assert files.mode == "errand"
        assert not files.fresh
    assert script.asked == []


def test_whoever_stopped_before_the_last_yes_goes_on_there(folder: Path) -> None:
    stop_at(called_with(), "review")
    script = run(called_with())
    assert script.fields == ["resume", "review"]
    assert names(folder) == [KEPT, "job-posting.docx"]


def test_unfinished_answers_can_be_left_alone(folder: Path) -> None:
    stop_at(called_with(), "role.location")
    before = (folder / KEPT).read_bytes()
    with pytest.raises(StoppedError):
        run(called_with(), resume=["stop"])
    assert (folder / KEPT).read_bytes() == before
    script = run(called_with(), resume=["other"], rename=["second.md"])
    assert "company.name" in script.fields
    assert (folder / KEPT).read_bytes() == before
    assert {"second.md", "second.amjd.yaml"} < set(names(folder))


@pytest.mark.parametrize("signal", list(Signal))
@pytest.mark.parametrize("what", ["resume", "finished"])
def test_a_key_is_no_answer_to_what_to_do_with_files(
    folder: Path, what: str, signal: Signal
) -> None:
    if what == "finished":
        ended(called_with())
    else:
        stop_at(called_with(), "role.location")
    script = Script(example(BRIEF), {what: [Reply("", signal), "stop"]})
    with pytest.raises(StoppedError), hold_files(called_with(), script):
        pass
    assert script.fields == [what, what]


def test_a_finished_posting_is_edited_only_after_asking(folder: Path) -> None:
    ended(called_with("x.md"))
    script = run(called_with("x.md"), finished=["edit"], **NAMED)
    assert script.fields[0] == "finished"
    assert b"Harbor" in (folder / "x.md").read_bytes()


def test_a_finished_posting_can_be_left_alone(folder: Path) -> None:
    ended(called_with("x.md"))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(StoppedError):
        run(called_with("x.md"), finished=["stop"])
    run(called_with("x.md"), finished=["other"], rename=["y.md"])
    assert {path: path.read_bytes() for path in before} == before
    assert {"y.md", "y.amjd.yaml"} < set(names(folder))


def test_complete_answers_by_hand_count_as_finished(folder: Path) -> None:
    (folder / KEPT).write_text(answers_text())
    script = Script({}, {"finished": ["stop"], "resume": ["stop"]})
    with pytest.raises(StoppedError), hold_files(called_with(), script):
        pass
    assert script.fields == ["finished"]


def test_an_output_without_answers_is_asked_about(folder: Path) -> None:
    (folder / "job-posting.docx").write_bytes(b"theirs")
    with pytest.raises(StoppedError):
        run(called_with(), finished=["stop"])
    assert (folder / "job-posting.docx").read_bytes() == b"theirs"


def test_a_posting_beside_unfinished_answers_is_not_replaced_unasked(folder: Path) -> None:
    stop_at(called_with(), "role.location")
    (folder / "job-posting.docx").write_bytes(b"theirs")
    script = Script(example(BRIEF))
    with hold_files(called_with(), script):
        why = [ask.why for ask in script.asked]
    assert any("job-posting.docx" in text for text in why)


def test_force_asks_nothing_about_an_old_output(folder: Path) -> None:
    (folder / "job-posting.docx").write_bytes(b"theirs")
    script = run(called_with(force=True))
    assert "finished" not in script.fields
    assert (folder / "job-posting.docx").read_bytes() != b"theirs"


@pytest.mark.parametrize("nothing", ["", "  ", "-"])
def test_no_name_leads_back_to_what_is_there(folder: Path, nothing: str) -> None:
    ended(called_with("x.md"))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(StoppedError):
        run(called_with("x.md"), finished=["other", "stop"], rename=[nothing])
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("bad", ["taken.md", "taken", "x.zip", "missing/"])
def test_a_name_that_cannot_be_taken_is_asked_for_again_with_the_reason(
    folder: Path, bad: str
) -> None:
    ended(called_with("x.md"))
    (folder / "taken.md").write_bytes(b"theirs")
    script = run(called_with("x.md"), finished=["other"], rename=[bad, "y.md"])
    assert script.notes("rename")[1], "nothing said why the name cannot be taken"
    assert (folder / "taken.md").read_bytes() == b"theirs"


def test_a_name_in_a_folder_that_is_missing_is_asked_for_again(folder: Path) -> None:
    ended(called_with("x.md"))
    run(called_with("x.md"), finished=["other"], rename=["missing/y.md", "y.md"])
    assert "y.md" in names(folder)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("~/Desktop/new.docx", "home/Desktop/new.docx"),
        ("$HOME/Desktop/new.docx", "home/Desktop/new.docx"),
        ("'My Documents/new.docx'", "My Documents/new.docx"),
        (r"My\ Documents/new.docx", "My Documents/new.docx"),
        ("My Documents/new job.docx", "My Documents/new job.docx"),
        ("new job", "new job.md"),
        ("Acme Inc.", "Acme Inc..md"),
        ("My Documents", "My Documents/job-posting.md"),
        ("My Documents/", "My Documents/job-posting.md"),
        ("~", "home/job-posting.md"),
    ],
)
def test_another_name_is_read_as_people_give_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    (folder / "home" / "Desktop").mkdir(parents=True)
    (folder / "My Documents").mkdir()
    monkeypatch.setenv("HOME", str(folder / "home"))
    (folder / "x.md").write_text("theirs")
    script = run(called_with("x.md"), finished=["other"], rename=[typed])
    assert script.fields.count("rename") == 1
    assert (folder / written).is_file()


def test_a_wrong_ending_is_answered_with_what_can_be_typed(folder: Path) -> None:
    (folder / "x.md").write_text("theirs")
    script = run(called_with("x.md"), finished=["other"], rename=["x.zip", "y.md"])
    note = script.notes("rename")[1]
    assert note.startswith("the ending of x.zip names no format. End it in .md, ")
    assert "--format" not in note


def test_a_file_without_an_ending_has_the_format_that_was_asked_for(folder: Path) -> None:
    (folder / "x").write_text("theirs")
    run(called_with("x", ("docx",)), finished=["other"], rename=["y"])
    assert (folder / "y.docx").read_bytes()[:2] == b"PK"


# -- what is read-only ----------------------------------------------------------------------------


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("choice", ["other", "replace", "stop"])
def test_a_read_only_posting_is_replaced_only_after_asking(
    folder: Path, choice: str, force: bool
) -> None:
    ended(called_with("x.md"))
    before = (folder / "x.md").read_bytes()
    (folder / "x.md").chmod(0o444)
    changed = {"company": {"name": "Harbor"}}
    wants = {"finished": ["edit"], "replaced": [choice], "company.name": ["Harbor"]}
    script = Script({**example("standard"), **changed}, wants)
    wanted = called_with("x.md", asked=("company.name",), force=force)
    with contextlib.suppress(StoppedError):
        go_through(wanted, script)
    asked = next(ask for ask in script.asked if ask.fields[0] == "replaced")
    assert asked.question == "x.md is read-only. Replace it?"
    assert ((folder / "x.md").read_bytes() == before) == (choice != "replace")
    assert (folder / "x-2.md").exists() == (choice == "other")
    assert stat.S_IMODE((folder / "x.md").stat().st_mode) == 0o444


@pytest.mark.parametrize("choice", ["change", "other", "stop"])
def test_read_only_answers_are_changed_only_after_asking(folder: Path, choice: str) -> None:
    ended(called_with("x.md"))
    before = (folder / "x.amjd.yaml").read_bytes()
    (folder / "x.amjd.yaml").chmod(0o400)
    wants = {"finished": ["edit"], "replaced": [choice], "rename": ["y.md"],
             "company.name": ["Harbor"]}  # fmt: skip
    script = Script(example(BRIEF), wants)
    wanted = called_with("x.md", asked=("company.name",))
    with contextlib.suppress(StoppedError):
        go_through(wanted, script)
    asked = next(ask for ask in script.asked if ask.fields[0] == "replaced")
    assert asked.question == "x.amjd.yaml is read-only. Change it all the same?"
    assert ((folder / "x.amjd.yaml").read_bytes() == before) == (choice != "change")
    assert stat.S_IMODE((folder / "x.amjd.yaml").stat().st_mode) == 0o400


# -- answers given with -a, --set and -t ----------------------------------------------------------


def test_another_file_of_answers_is_read_and_never_written(folder: Path) -> None:
    old = folder / "old.yaml"
    old.write_text(answers_text())
    before = (old.read_bytes(), old.stat().st_mtime_ns)
    run(called_with("x.md", answers="old.yaml"), **NAMED)
    assert (old.read_bytes(), old.stat().st_mtime_ns) == before
    assert "Harbor" in (folder / "x.amjd.yaml").read_text()
    assert b"Harbor" in (folder / "x.md").read_bytes()


@pytest.mark.parametrize("name", BY_DAY)
def test_comments_and_order_of_the_same_file_survive(folder: Path, name: str) -> None:
    text = (Path(__file__).parent.parent / "examples" / f"{name}.yaml").read_text()
    (folder / KEPT).write_text(text)
    run(called_with(answers=KEPT), example(name), role__location=["Bergen"])
    after = (folder / KEPT).read_text()
    comments = [line.partition("#")[2] for line in text.splitlines() if "#" in line]
    where = -1
    for comment in comments:
        assert (where := after.find(comment, where + 1)) >= 0, comment
    kept = [line for line in text.splitlines() if line.strip() and "location:" not in line]
    remaining = iter(after.splitlines())
    assert all(line in remaining for line in kept)
    assert "location: Bergen" in after


def test_the_same_file_keeps_its_mode(folder: Path) -> None:
    (folder / KEPT).write_text(answers_text())
    (folder / KEPT).chmod(0o640)
    run(called_with(answers=KEPT), **NAMED)
    assert stat.S_IMODE((folder / KEPT).stat().st_mode) == 0o640


def test_skip_answered_asks_only_what_is_missing(folder: Path) -> None:
    text = answered(answers_text(), "company.name", "")
    (folder / "old.yaml").write_text(text)
    script = run(called_with("x.md", answers="old.yaml", only_missing=True))
    assert script.fields == ["company.name", "review"]


def test_an_option_is_an_answer_that_wins_over_the_file(folder: Path) -> None:
    (folder / "old.yaml").write_text(answers_text())
    options = ("portfolio.accounts=25", "metrics=churn", "metrics=renewal rate")
    run(called_with("x.md", answers="old.yaml", options=options, only_missing=True))
    assert b"25 accounts" in (folder / "x.md").read_bytes()


def test_a_base_says_what_the_answers_do_not_and_they_keep_it(folder: Path) -> None:
    (folder / "base.yaml").write_text(
        "company: {name: Base, about: We wash linen.}\npay: {base: {min: 50000, max: 60000}}\n"
    )
    (folder / "old.yaml").write_text("company: {name: Acme}\n")
    wanted = called_with("x.md", answers="old.yaml", base="base.yaml", only_missing=True)
    script = run(wanted)
    assert not {"company.name", "company.about", "pay.base"} & {*script.fields}
    text = (folder / "x.md").read_text()
    assert "Acme" in text
    assert "$50,000 to $60,000" in text
    run(called_with("x.md", asked=("role.title",)))
    assert "We wash linen." in (folder / "x.amjd.yaml").read_text()
    assert (folder / "old.yaml").read_text() == "company: {name: Acme}\n"


@pytest.mark.parametrize("text", ["company: {nmae: x}", "pay: {base: lots}", "company: ["])
def test_a_base_that_is_wrong_is_refused_before_any_question(folder: Path, text: str) -> None:
    (folder / "base.yaml").write_text(text)
    script = Script({})
    with pytest.raises(AmjdError, match=r"^base\.yaml:1:") as error:
        run(called_with(base="base.yaml"), script)
    assert (error.value.code, script.asked, names(folder)) == (3, [], ["base.yaml"])


@pytest.mark.parametrize(
    "wanted",
    [
        called_with(options=("portfolio.accounts=25",)),
        called_with(template="key"),
    ],
)
def test_a_new_interview_with_options_has_its_welcome(wanted: Wanted) -> None:
    script = run(wanted)
    assert script.told[0].startswith("A job posting for an account manager")
    assert script.fields[0] == "company.name"


def test_the_template_asked_for_is_used_and_not_asked_about(folder: Path) -> None:
    script = run(called_with("x.md", template="key"))
    assert "template" not in script.fields
    assert "template: key" in (folder / "x.amjd.yaml").read_text()


def test_a_wrong_option_is_refused_before_any_question() -> None:
    script = Script({})
    with (
        pytest.raises(AmjdError) as error,
        hold_files(called_with(options=("pay.base=lots",)), script),
    ):
        pass
    assert error.value.code == 3
    assert script.asked == []


@pytest.mark.parametrize("text", ["company: [", "company: {nmae: x}", "quota: {carries: maybe}"])
def test_answers_that_are_wrong_are_refused_before_any_question(folder: Path, text: str) -> None:
    (folder / "old.yaml").write_text(text)
    script = Script({})
    with (
        pytest.raises(AmjdError) as error,
        hold_files(called_with(answers="old.yaml"), script),
    ):
        pass
    assert error.value.code == 3
    assert script.asked == []
    assert names(folder) == ["old.yaml"]


def test_answers_from_elsewhere_and_answers_beside_the_output_are_asked_about(
    folder: Path,
) -> None:
    (folder / "old.yaml").write_text(answers_text())
    (folder / "x.amjd.yaml").write_text(answers_text())
    script = Script(example(BRIEF), {"replaced": ["stop"]})
    with (
        pytest.raises(StoppedError),
        hold_files(called_with("x.md", answers="old.yaml"), script),
    ):
        pass
    assert script.fields == ["replaced"]


@pytest.mark.parametrize("letter", ["x", "\u00e9"])
def test_a_name_too_long_for_its_answers_is_told_how_long_it_may_be(
    letter: str, folder: Path
) -> None:
    most = 245 // len(letter.encode())
    with pytest.raises(AmjdError, match=rf"before .amjd.yaml to {most} letters") as caught:
        run(called_with(f"{letter * (most + 1)}.docx"))
    assert caught.value.code == 4
    name = f"{letter * most}.docx"
    run(called_with(name))
    assert names(folder) == sorted([f"{letter * most}.amjd.yaml", name])


def test_enter_keeps_the_answers_of_another_interview(folder: Path) -> None:
    (folder / "old.yaml").write_text(answers_text())
    (folder / "x.amjd.yaml").write_text("company: {name: Precious}")
    script = Script(example(BRIEF), {"replaced": [""], "rename": ["free.md"]})
    with hold_files(called_with("x.md", answers="old.yaml"), script) as files:
        assert files.answers.name == "free.amjd.yaml"
        assert "Blue Kettle" in files.sheet.text


def test_a_change_by_another_program_is_not_written_over_unasked(folder: Path) -> None:
    with hold_files(called_with("x.md"), Script({})) as files:
        save = Saving(files, Script({})).write
        save("# one\n")
        files.answers.write_text("# theirs\n")
        with pytest.raises(AmjdError, match="changed by another program"):
            save("# two\n")
        assert files.answers.read_text() == "# theirs\n"
        save("# two\n")
        assert files.answers.read_text() == "# two\n"
        files.answers.unlink()
        save("# three\n")


def test_a_link_and_its_file_cannot_be_answered_at_once(folder: Path) -> None:
    (folder / "real.amjd.yaml").write_text("")
    (folder / "link.amjd.yaml").symlink_to("real.amjd.yaml")
    script = Script({}, {"resume": ["go on"]})
    with (
        hold_files(called_with("link.md"), script),
        pytest.raises(AmjdError) as error,
        hold_files(called_with("real.md"), Script({})),
    ):
        pass
    assert error.value.code == 6


def test_a_name_too_long_for_the_system_is_asked_again(folder: Path) -> None:
    (folder / "x.md").write_text("theirs")
    script = Script({}, {"finished": ["other"], "rename": [f"{'x' * 400}.md", "y.md"]})
    with hold_files(called_with("x.md"), script) as files:
        assert files.answers.name == "y.amjd.yaml"


def test_answers_that_led_to_a_posting_are_finished_though_not_all_was_asked(folder: Path) -> None:
    (folder / "x.amjd.yaml").write_text(f"{answers_text()}# skipped: role.travel\n")
    (folder / "x.md").write_text("a posting")
    script = Script({}, {"finished": ["edit"]})
    with hold_files(called_with("x.md"), script):
        assert script.fields == ["finished"]


def test_the_way_back_keeps_the_flags(folder: Path) -> None:
    wanted = called_with("a b.md", ("md",), plain=True, only_missing=True)
    assert command(wanted) == "amjd new --output 'a b.md' --format md --skip-answered --plain"
    assert command(called_with(short=True)) == "amjd new --short"


# -- what cannot be written -----------------------------------------------------------------------


@pytest.mark.parametrize("output", ["missing/x.md", "file/x.md", "/proc/x.md", "isfolder.md"])
def test_a_target_that_cannot_be_written_is_told_before_the_first_question(
    folder: Path, output: str
) -> None:
    (folder / "file").write_text("")
    (folder / "isfolder.md").mkdir()
    script = Script({}, {"finished": ["edit"]})
    with pytest.raises(AmjdError) as error, hold_files(called_with(output), script):
        pass
    assert error.value.code == 4
    assert script.asked == []


@pytest.mark.parametrize("length", [246, 250, 300])
def test_a_name_that_is_too_long_is_told_before_the_first_question(length: int) -> None:
    script = Script({})
    with (
        pytest.raises(AmjdError, match="name") as error,
        hold_files(called_with(f"{'x' * length}.md"), script),
    ):
        pass
    assert error.value.code == 4
    assert script.asked == []


@pytest.mark.parametrize("length", [235, 245])
def test_a_name_that_leaves_room_for_its_answers_file_is_taken(folder: Path, length: int) -> None:
    name = "x" * length
    run(called_with(f"{name}.md"))
    assert names(folder) == [f"{name}.amjd.yaml", f"{name}.md"]


@pytest.mark.parametrize(
    ("wanted", "link"),
    [
        (called_with("notes.md", answers="notes.md"), ""),
        (called_with("./notes.md", ("docx",), answers="notes.md", force=True), ""),
        (called_with("link.md", answers="notes.md"), "link.md"),
        (called_with("notes.md", answers="notes.md"), "notes.amjd.yaml"),
        (called_with("link.md"), "link.md"),
        (called_with("out/", ("md", "docx"), answers="notes.md"), "out/job-posting.docx"),
    ],
)
def test_a_posting_that_would_replace_its_answers_is_refused_before_any_question(
    folder: Path, wanted: Wanted, link: str
) -> None:
    (folder / "out").mkdir()
    (folder / "notes.md").write_text(answers_text())
    if link:
        to = "link.amjd.yaml" if wanted.answers is None else str(folder / "notes.md")
        (folder / link).symlink_to(to)
    script = Script({})
    for check in (lambda: given(wanted), lambda: hold_with(wanted, "", script).__enter__()):
        with pytest.raises(AmjdError, match="is the answers file") as error:
            check()
        assert error.value.code == 2
    assert script.asked == []
    assert (folder / "notes.md").read_text() == answers_text()


def test_another_name_for_the_posting_cannot_be_that_of_the_answers(folder: Path) -> None:
    ended(called_with("x.md"))
    (folder / "old.md").write_text(answers_text())
    wanted = called_with("x.md", answers="old.md")
    script = run(wanted, replaced=["other"], rename=["old.md", "y.md"])
    assert script.fields[:3] == ["replaced", "rename", "rename"]
    assert (folder / "old.md").read_text() == answers_text()


# -- two at once ----------------------------------------------------------------------------------


def test_a_second_interview_on_the_same_answers_is_refused(folder: Path) -> None:
    with hold_files(called_with(), Script({})):
        with (
            pytest.raises(AmjdError) as error,
            hold_files(called_with("job-posting.md"), Script({})),
        ):
            pass
        assert error.value.code == 6
        assert KEPT in str(error.value)
        with hold_files(called_with("other.md"), Script({})):
            pass
    with hold_files(called_with(), Script({})):
        pass


def test_a_lock_that_nobody_holds_any_more_is_no_hindrance(folder: Path) -> None:
    lock = folder / f".{KEPT}.lock"
    lock.write_text("")
    with hold_files(called_with(), Script({})):
        held = os.open(lock, os.O_RDWR)
        assert not system.lock(held)
        os.close(held)
    assert names(folder) == []


def test_a_lock_that_is_a_link_is_refused_with_a_reason(folder: Path) -> None:
    (folder / f".{KEPT}.lock").symlink_to("elsewhere")
    with pytest.raises(AmjdError), hold_files(called_with(), Script({})):
        pass
    assert not (folder / "elsewhere").exists()


# -- answers that another editor saved ------------------------------------------------------------


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a mark"])
@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_an_answer_that_is_changed_keeps_the_line_ends_of_its_file(
    folder: Path, mark: str, end: str
) -> None:
    (folder / KEPT).write_bytes(f"{mark}{answers_text()}".replace("\n", end).encode())
    run(called_with(), finished=["edit"], **NAMED)
    text = (folder / KEPT).read_bytes().decode()
    assert text.startswith(mark)
    assert "Harbor" in text
    assert not set("\r\n") & set(text.replace(end, ""))


@pytest.mark.parametrize("text", [HEAD, HEAD.replace("\n", "\r\n"), f"\ufeff{HEAD}"])
def test_an_interview_is_known_as_ours_whatever_saved_it_last(text: str) -> None:
    answered_all_but_extras = answers_text().partition("\n")[2]
    sheet = parse(f"{text}{answered_all_but_extras}".encode(), "answers")
    assert is_unfinished(sheet, False, called_with())
    assert not is_unfinished(
        parse(sheet.text.replace("kept", "Kept").encode(), "a"), False, called_with()
    )


# -- the last words -------------------------------------------------------------------------------


def session(folder: Path, output: str | None = None) -> Session:
    with hold_files(called_with(output), Script({})) as files:
        return files


def test_whoever_stops_is_told_how_to_go_on(folder: Path) -> None:
    saving = Saving(session(folder, "with space.md"), Script({}))
    assert saving.last_words() == "Nothing was answered, so nothing was saved."
    saving.save("# x\n")
    assert saving.last_words() == (
        "Your answers are in with space.amjd.yaml. To go on: amjd new --output 'with space.md'"
    )


def test_whoever_stops_with_formats_is_told_a_command_that_goes_on_with_them(folder: Path) -> None:
    with hold_files(called_with("out/", ("md", "docx")), Script({})) as files:
        saving = Saving(files, Script({}))
        saving.save("# x\n")
        said = saving.last_words()
    assert "docx" in said
    assert "out/" in said
