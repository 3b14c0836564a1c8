"""A sheet is a value: nothing changes it, and one may lie over another."""

from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from typing import Any

import pytest

from amjd.sources.checked import check, open_fields
from amjd.sources.options import with_options
from amjd.sources.sheet import OPEN, Sheet, in_a_line, over, typed
from amjd.sources.yaml_edit import with_answer
from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError, Place, Reading, said_once
from conftest import ANSWERS, CATALOG, QUESTIONS
from script import EXAMPLES, sheet
from tables import table

TIDEWATER = (ANSWERS / "tidewater.yaml").read_text("utf-8")
OPENED = "company: {name: A}\npay:\n  base:  # not sure yet\n# skipped: role.hours\n"


def whole(one: Sheet) -> dict[str, Any]:
    """Copy all that a sheet says."""
    parts = one._asdict()
    return {
        name: deepcopy(dict(part) if isinstance(part, Mapping) else part)
        for name, part in parts.items()
    }


# -- a value --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [TIDEWATER, OPENED, "", "pay: {base: [1]}\nx: 1\nx: 2\n"])
def test_nothing_that_is_done_with_a_sheet_changes_it(text: str) -> None:
    base = sheet(text)
    top = sheet("pay: {base: {min: 1, max: 2}}\nmetrics: [a]\nrole:\n  hours: 20\n")
    before = whole(base), whole(top)
    with_answer(base, "pay.base", "85k")
    with_answer(base, "metrics", ["a", "b"])
    with_answer(base, "role.hours", "", OPEN)
    with_options(base, ["pay.base=1", "metrics=a", "metrics=b", "nonsense=1"])
    for both in (over(base, top), over(top, base), over(base, top, emptying=True)):
        with suppress(InvalidAnswersError):
            check(both, CATALOG.ids, QUESTIONS)
    assert (whole(base), whole(top)) == before


@pytest.mark.parametrize("name", ["tree", "keys", "values", "remarks"])
def test_what_a_sheet_says_cannot_be_set(name: str) -> None:
    for one in (sheet(TIDEWATER), over(sheet(OPENED), sheet(TIDEWATER)), Sheet("x")):
        with pytest.raises(AttributeError):
            setattr(one, name, {})
        with pytest.raises(TypeError):
            getattr(one, name)["company"] = {}


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("{min: 50000, max: 60000}", "50000 to 60000"),
        ("{max: 60k, min: 50k}", "50k to 60k"),
        ("{min: 50k}", "50k"),
        ("{max: 60k}", "60k"),
        ("50k to 60k", "50k to 60k"),
        ("", ""),
    ],
)
def test_a_range_is_written_as_it_would_be_typed_at_its_question(answer: str, line: str) -> None:
    told = typed(sheet(f"pay:\n  base: {answer}\n").tree, "pay.base")
    assert (in_a_line(told) or "") == line


def test_an_answer_stands_where_it_was_typed_or_at_its_name_where_nothing_was() -> None:
    read = sheet("role:\n  car: own\n")
    assert str(read.place("role.car")) == f"{read.name}:2:8"
    assert read.place("role.team") is None
    named = Sheet("a", keys={("role", "car"): Place("a", 2, 3)})
    assert str(named.place("role.car")) == "a:2:3"


def test_the_places_of_a_sheet_are_those_of_its_parts() -> None:
    read = sheet("a: {b: 1}\nm: [x]\n")
    assert len(read.keys) == len(list(read.keys)) == 3
    assert set(read.values) == {("a",), ("a", "b"), ("m",), ("m", 0)}


def test_sheets_of_the_same_bytes_are_equal() -> None:
    assert sheet(OPENED) == sheet(OPENED)
    assert sheet(OPENED) != sheet(OPENED + "\n")


# -- one over another -----------------------------------------------------------------------------


@table(
    ("base", "top", "expected"),
    [
        ("a: {b: 1, c: 2}", "a: {b: 3}", {"a": {"b": "3", "c": "2"}}),
        ("a: {b: 1}", "a: {c: 2}", {"a": {"b": "1", "c": "2"}}),
        ("a: {b: 1}", "d: {e: 2}", {"a": {"b": "1"}, "d": {"e": "2"}}),
        ("m: [x, y]", "m: [z]", {"m": ["z"]}),
        ("m: [x, y]", "m: z", {"m": "z"}),
        ("a: {b: {min: 1, max: 2}}", "a: {b: {max: 3}}", {"a": {"b": {"max": "3"}}}),
        ("a: {b: {min: 1, max: 2}}", "a: {b: 3}", {"a": {"b": "3"}}),
        ("a: text", "a: {b: 1}", {"a": {"b": "1"}}),
        ("a: {b: 1}", "a: text", {"a": "text"}),
        ("", "a: {b: 1}", {"a": {"b": "1"}}),
        ("a: {b: 1}", "", {"a": {"b": "1"}}),
        # What is left empty says nothing, nor does an empty section.
        ("a: {b: 1}", "a: {b: }", {"a": {"b": "1"}}),
        ("a: {b: 1}", "a: {b: []}", {"a": {"b": "1"}}),
        ("a: {b: 1}\nm: x", "a:\nm:\n", {"a": {"b": "1"}, "m": "x"}),
        ("a: {b: 1}", "a: {}", {"a": {"b": "1"}}),
    ],
)
def test_the_top_wins_answer_by_answer(base: str, top: str, expected: dict[str, Any]) -> None:
    assert over(sheet(base), sheet(top)).tree == expected


def test_an_empty_answer_takes_one_away_only_when_it_is_to() -> None:
    base, top = sheet("a: {b: 1, c: 2}\nm: x"), sheet("a: {b: }\nm: ")
    assert over(base, top, emptying=True).tree == {"a": {"b": "", "c": "2"}, "m": ""}


def test_every_problem_names_the_file_that_its_answer_came_from() -> None:
    company = parse(b"pay:\n  base: lots\n  variable: none at all\n", "company.yaml")
    own = parse(b"# own\npay:\n  variable: 5\nrole:\n  colour: red\n", "own.yaml")
    with pytest.raises(InvalidAnswersError) as caught:
        check(over(company, own), CATALOG.ids, QUESTIONS, allow_blanks=True)
    places = {problem.field: str(problem.place) for problem in caught.value.problems}
    assert places == {"pay.base": "company.yaml:2:9", "role.colour": "own.yaml:5:3"}


def test_what_is_missing_in_both_is_missing_where_its_section_is_or_at_the_top() -> None:
    company = parse(b"tools:\n  phone: yes\ncompany: {about: x}\n", "company.yaml")
    own = parse(b"# own\ncompany: {industry: x}\npay: {base: 1}\n", "own.yaml")
    with pytest.raises(InvalidAnswersError) as caught:
        check(over(company, own), CATALOG.ids, QUESTIONS)
    places = {problem.field: str(problem.place) for problem in caught.value.problems}
    assert places["company.name"] == "own.yaml:2:1"
    assert places["tools.crm"] == "company.yaml:1:1"
    assert places["role.location"] == "own.yaml:1:1"


def test_an_answer_over_a_faulty_one_leaves_no_place_behind() -> None:
    company = parse(b"pay: {base: {min: lots, max: more}}\n", "company.yaml")
    own = parse(b"pay:\n  base: many\n", "own.yaml")
    both = over(company, own)
    assert str(both.values["pay", "base"]) == "own.yaml:2:9"
    assert ("pay", "base", "min") not in both.keys
    assert ("pay", "base", "min") not in both.values


def test_the_problems_of_both_texts_stand() -> None:
    both = over(sheet("a: 1\na: 2\n"), parse(b"b: &x 1\n", "own.yaml"))
    assert [problem.field for problem in both.problems] == ["a", "b"]


def test_what_one_leaves_open_another_answers() -> None:
    base = sheet("role: {hours: 20}\ncompany: {name: A}\npay:\n  currency:  # not sure yet\n")
    top = sheet("role:\n  hours:  # not sure yet\n  travel:  # not sure yet\n")
    both = over(base, top)
    assert both.remarks == {"pay.currency": OPEN, "role.travel": OPEN}
    answers, _ = check(both, CATALOG.ids, QUESTIONS, allow_blanks=True)
    assert open_fields(both, answers, QUESTIONS) == ["role.travel", "pay.currency"]
    assert typed(both.tree, "role.hours") == "20"


def test_what_lies_over_a_file_stands_in_no_text_and_is_not_edited() -> None:
    both = over(sheet(TIDEWATER), sheet("metrics: [a]"))
    assert both.text == ""
    with pytest.raises(ValueError, match="stands in a text"):
        with_answer(both, "metrics", "b")


def test_many_files_may_share_what_is_under_them() -> None:
    company = sheet("company: {name: Tidewater}\npay: {currency: CAD}\n")
    names = [path.stem for path in sorted(EXAMPLES.glob("*.yaml"))]
    for name in names:
        own = parse((EXAMPLES / f"{name}.yaml").read_bytes(), name)
        answers, _ = check(over(company, own), CATALOG.ids, QUESTIONS)
        assert answers.company.name == typed(own.tree, "company.name")
        assert answers.pay.currency == (typed(own.tree, "pay.currency") or "CAD")


def test_what_was_told_of_an_answer_is_not_told_when_another_lies_over_it() -> None:
    told = Reading("a.b", "x"), Reading("a.c", "y"), Reading("m", "z")
    base = sheet("a: {b: 1, c: 2}\nm: [x]")._replace(readings=told)
    top = sheet("a: {b: 3}\nm: y")._replace(readings=[Reading("m", "own")])
    assert list(over(base, top).readings) == [told[1], Reading("m", "own")]


def test_what_there_is_to_tell_is_said_once_an_answer() -> None:
    said = [Reading("a", "x."), Reading("b", "y"), Reading("a", "z"), Reading("a", "x")]
    assert list(map(str, said_once(said))) == ["a: x; z", "b: y"]


# -- what is typed for a field --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "expected"),
    [("a.b", "1"), ("a", {"b": "1"}), ("m", ["x"]), ("a.c", ""), ("z.z", ""), ("m.x", "")],
)
def test_nothing_typed_is_an_empty_text(field: str, expected: Any) -> None:
    assert typed(sheet("a: {b: 1}\nm: [x]").tree, field) == expected


def test_a_list_in_one_option_is_told_as_options_of_their_own() -> None:
    made = with_options(sheet(TIDEWATER), ["role.regions=[US-CO, Ontario]"])
    with pytest.raises(InvalidAnswersError) as raised:
        check(made, CATALOG.ids, QUESTIONS)
    [problem] = raised.value.problems
    assert str(problem.place) == "--set role.regions"
    assert problem.cure.endswith("--set role.regions=US-CO --set role.regions=Ontario.")


def test_what_was_left_open_and_still_means_something_is_listed() -> None:
    left = with_answer(sheet(TIDEWATER), "role.team", "", OPEN)
    answers = check(left, CATALOG.ids, QUESTIONS).answers
    assert open_fields(left, answers, QUESTIONS) == ["role.team"]
    assert open_fields(sheet(TIDEWATER), answers, QUESTIONS) == []


def test_what_is_missing_says_an_example_or_yes_and_no() -> None:
    with pytest.raises(InvalidAnswersError) as raised:
        check(parse(b"quota:\n", "a.yaml"), CATALOG.ids, QUESTIONS)
    cures = {problem.field: problem.cure for problem in raised.value.problems}
    assert cures["quota.carries"].endswith(" Write yes or no.")
    assert " For example: " in cures["portfolio.accounts"]
