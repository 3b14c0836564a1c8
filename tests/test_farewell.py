"""The last words: where it is, what was assumed, what to settle, how to go on."""

import datetime
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from amjd.answers.fields import FIELDS
from amjd.documents.catalog import Catalog
from amjd.documents.draft import draft
from amjd.documents.picking import FULL
from amjd.interview.farewell import farewell
from amjd.review.findings import Finding
from amjd.review.rules import Level
from conftest import CATALOG, QUESTIONS, SHORT
from interviews import OPEN, finished, interview, kept
from script import Script, answered, example

HERE = Path("/here")


def said(
    text: str,
    *files: str,
    posted: datetime.date | None = None,
    catalog: Catalog = CATALOG,
    findings: Sequence[Finding] = (),
) -> list[str]:
    kept = interview(Script({}), text)[0].kept
    drafted = draft(catalog, QUESTIONS, kept.answers(), open_=kept.open_fields())
    drafted = drafted._replace(posted=posted)
    return farewell(
        kept, drafted, [HERE / name for name in files], HERE / "x.amjd.yaml", "amjd new", findings
    )


def test_it_says_where_the_files_are_and_the_next_command() -> None:
    lines = said(kept("standard"), "x.docx")
    assert lines[0] == "Your posting is in /here/x.docx."
    assert lines[1] == "Your answers are in /here/x.amjd.yaml."
    assert lines[-1] == "To change an answer: amjd new"
    assert said(kept("standard"), "x.md", "x.docx")[0].endswith("/here/x.md and /here/x.docx.")
    assert said(kept("standard"))[0].startswith("Your answers")


def test_what_was_assumed_is_said_in_plain_words() -> None:
    text = kept("standard", pay__currency="", role__title="", role__mentors="")
    (line,) = [line for line in said(text, "x.md") if "We filled in" in line]
    assert "pay is in USD" in line
    assert "the title is Account Manager" in line
    assert "no to coaching others" in line
    assert "the last lines, on equal opportunity, are the usual ones" in line


def test_what_people_are_asked_to_send_is_said_in_the_words_of_the_posting() -> None:
    (line,) = [line for line in said(kept("standard", apply__evidence="")) if "We filled" in line]
    assert 'applicants read "Send us your r\u00e9sum\u00e9 and a few lines about one client' in line


def test_a_short_form_that_is_long_names_the_longest_answer() -> None:
    text = kept("standard", apply__evidence="Tell " + "us more " * 80)
    (line,) = [one for one in said(text, "x.md", catalog=SHORT) if "short form" in one]
    assert re.fullmatch(
        r"The short form has \d+ words, over 150. The longest .*: What to send.", line
    )


def test_a_posting_that_names_its_day_says_so() -> None:
    assert "The posting is dated today, 2026-12-01." in said(
        kept("standard"), "x.json", posted=datetime.date(2026, 12, 1)
    )
    assert not any("dated" in line for line in said(kept("standard"), "x.md"))


def test_nothing_is_assumed_of_complete_answers() -> None:
    text = kept("standard", company__equal_opportunity="We hire for the work alone.")
    assert not any("filled in" in line for line in said(text, "x.md"))


def test_what_is_open_is_to_be_settled() -> None:
    asking, _ = finished(example("standard"), {"company.name": [OPEN], "apply.deadline": [OPEN]})
    assert "Settle before you post: Company name, Deadline." in said(asking.kept.sheet.text, "x.md")


@pytest.mark.parametrize("own", [1, 5, 6])
def test_lines_of_ours_that_found_no_room_are_named(own: int) -> None:
    musts = [f"License {number}" for number in range(own)]
    text = answered(kept("standard"), "role.required", musts)
    known = interview(Script({}), text)[0].kept.answers()
    left = [one.text for one in draft(CATALOG, QUESTIONS, known).lines if one.why_not == FULL]
    told = [one for one in said(text, "x.md") if "of ours" in one]
    counted = "One line of ours was" if len(left) == 1 else f"{len(left)} lines of ours were"
    assert [one.startswith(counted) for one in told] == [True] * bool(left)
    assert all(one.endswith(f"enough: {'; '.join(left)}.") for one in told)
    assert told or own == 1


def test_what_candidates_or_the_law_make_of_it_is_said() -> None:
    text = kept(
        "standard", pay__base="private", role__regions="US-CO", apply__deadline="2020-01-01"
    )
    text = text.replace("variable: 4000", "variable: none")
    lines = said(text, "x.md")
    assert "Many people pass by a posting without pay." in lines
    assert any("law of Colorado" in line for line in lines)
    assert any("is past" in line for line in lines)


@pytest.mark.parametrize("text", ["", "quota: {carries: yes}\n", "role: {first_hire: yes}\n"])
def test_no_field_is_named(text: str) -> None:
    for line in said(text, "x.docx"):
        assert not any(
            re.search(rf"\b{re.escape(field)}\b", line) for field in FIELDS if "." in field
        )
    assert len(said(text, "x.docx")) <= 8


def test_the_errors_and_three_warnings_are_said_before_how_to_go_on() -> None:
    levels: list[Level] = ["error", "error", "warning", "warning", "warning", "warning"]
    findings = [
        Finding("ROLE-01", level, 1, 1, "", f"Wrong {number}.", "Why.", "Mend it.", ())
        for number, level in enumerate(levels)
    ]
    *_, fifth, more, last = said(kept("standard"), "x.docx", findings=findings)
    assert fifth == "Before you post it: Wrong 4. Mend it."
    assert more == "1 more of that kind: amjd check /here/x.amjd.yaml"
    assert last == "To change an answer: amjd new"


def test_what_is_lacking_is_named_with_the_question_it_belongs_to() -> None:
    found = Finding("LAW-08", "error", 1, 1, "", "It is said nowhere.", "", "Write it.", (),
                    field="role.opening")  # fmt: skip
    wanted = "It is said nowhere. Write it. It has its place under: Why the job is open."
    assert f"Before you post it: {wanted}" in said(kept("standard"), "x.md", findings=[found])
