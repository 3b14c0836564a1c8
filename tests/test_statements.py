"""What the law of the place asks postings to state: helped with where it belongs."""

from typing import Any

import pytest

from amjd import resources
from amjd.answers.places.countries import to_be_stated
from amjd.asker import Reply
from amjd.interview.loop import Interview
from conftest import RULES
from interviews import BACK, changed, finished, kept, posting
from script import Script, example
from tables import table

IN_TORONTO = {
    "role__location": "Toronto, ON", "role__regions": "", "role__opening": "",
    "company__employees": "", "apply__steps": "",
}  # fmt: skip
VACANT, SCREENED = "This is an existing vacancy.", "We use no artificial intelligence to screen"


def in_toronto(field: str, *replies: Any, **more: str) -> tuple[Interview, Script]:
    """Answer one question of an employer in Ontario, from the review."""
    return changed(kept("standard", **{**IN_TORONTO, **more}), field, *replies)


def test_the_table_of_statements_is_that_of_the_laws() -> None:
    asked = {
        law.place: (law.employees, {"vacancy", "ai"}.intersection(law.asks))
        for law in RULES.laws
        if {"vacancy", "ai"}.intersection(law.asks) and law.effective <= "2026-11-26"
    }
    table_ = (resources.folder("data") / "statements_by_law.tsv").read_text("utf-8").splitlines()
    rows = [row.split("\t") for row in table_ if not row.startswith("#")]
    assert {place: (least, set(what.split())) for place, least, what, _ in rows} == asked


def test_a_statement_is_asked_of_employers_from_a_size_on() -> None:
    assert to_be_stated("CA-ON", 24) == []
    assert to_be_stated("CA-ON", 25) == to_be_stated("CA-ON", None) == ["vacancy", "ai"]
    assert to_be_stated("US-CO", 25) == []


@table(
    ("field", "typed", "picked", "wanted"),
    [
        ("role.opening", "our AM left", "yes", f"{VACANT} Our AM left."),
        ("role.opening", "our AM left", "no", "This is not yet an existing vacancy. Our AM left."),
        ("role.opening", "our AM left", "keep", "Why the job is open: our AM left."),
        ("apply.steps", "A call; Coffee", "no", f"- Coffee\n- {SCREENED} applications\n"),
        ("apply.steps", "A call; Coffee", "yes", "- We use artificial intelligence to screen"),
        ("apply.steps", "A call; Coffee", "keep", "- A call\n- Coffee\n\n"),
    ],
)
def test_what_does_not_state_it_is_asked_about_and_enter_adds_nothing(
    field: str, typed: str, picked: str, wanted: str
) -> None:
    asking, script = in_toronto(field, typed, (picked,))
    first, second = (ask for ask in script.asked if ask.fields == (field,))
    assert "law of Ontario" in first.why
    assert (second.kind, second.rows[second.at or 0].value) == ("pick", "keep")
    assert "law of Ontario" in second.why
    assert wanted in posting(asking).decode()


@table(
    ("field", "typed"),
    [
        ("role.opening", "real open role (backfill), current AM moving to CS lead"),
        ("role.opening", "replacing Sam"),
        ("role.opening", "The job is new because we took on twelve practices."),
        ("apply.steps", "30 min call; no AI screening; offer"),
        ("apply.steps", "A person reads every application; coffee"),
    ],
)
def test_what_states_it_is_asked_nothing(field: str, typed: str) -> None:
    _, script = in_toronto(field, typed)
    assert script.fields.count(field) == 1


@table(
    ("field", "more"),
    [
        ("role.opening", {"role__location": "Salem, MA"}),
        ("role.opening", {"company__employees": "9"}),
        ("role.opening", {"company__about": "We roast coffee. This is an existing vacancy."}),
        ("apply.steps", {"apply__evidence": "Send a line. A person reads every application."}),
        ("role.team", {}),
    ],
)
def test_where_no_law_asks_or_it_is_stated_already_nothing_is_asked(
    field: str, more: dict[str, str]
) -> None:
    _, script = in_toronto(field, "Our AM left", **more)
    assert script.fields.count(field) == 1
    assert not any("law of" in ask.why for ask in script.asked)


def test_whoever_would_type_it_again_is_asked_again() -> None:
    asking, script = in_toronto("role.opening", "our AM left", ("again",), "a backfill")
    assert script.fields.count("role.opening") == 3
    assert script.asked[-2].current == ("our AM left",)
    assert "Why the job is open: a backfill." in posting(asking).decode()
    asking, _ = in_toronto("role.opening", "our AM left", BACK, Reply())
    assert asking.kept.answers().role.opening in (None, "our AM left")


@pytest.mark.parametrize("employees", ["", "24"])
def test_the_extras_begin_with_what_the_law_asks_for(employees: str) -> None:
    tree = example("standard")
    tree["role"] |= {"location": "Toronto, ON", "opening": None, "regions": None}
    tree["company"]["employees"] = employees
    tree["apply"]["steps"] = None
    text = kept("standard", **{**IN_TORONTO, "company__employees": employees})
    _, script = finished(tree, {"extras": [()]}, text, mode="all")
    rows = next(ask.rows for ask in script.asked if ask.fields == ("extras",))
    adds = [(row.value, row.help) for row in rows[:2]]
    by_law = [
        (one, "The law of Ontario asks for a word on it") for one in ("role.opening", "apply.steps")
    ]
    assert (adds == by_law) == (not employees)
