"""A choice of a closed list in a sentence: nothing that stands beside it is lost in silence."""

from collections.abc import Iterator
from typing import Any

import pytest

from amjd.asker import Reply, Signal
from amjd.interview.kept import Kept
from amjd.interview.picked import value_of
from asks import PICK
from interviews import alone, kept, stopped
from keyboards import Desk, at_lines, at_screen
from script import Script, answered, example
from tables import table

UNSAID = dict.fromkeys(
    ("role__workplace", "role__regions", "role__travel", "role__office_days", "role__hours",
     "role__employment", "role__until", "role__opening", "portfolio__basis"), ""
)  # fmt: skip


def at(field: str, *replies: Any) -> tuple[Kept, Script]:
    """Answer one question anew, from the list of all answers, where little is said of the job."""
    script = Script({}, {"review": [field, KeyboardInterrupt()], field: list(replies)})
    return stopped(script, kept("standard", **UNSAID), mode="errand")[0].kept, script


@table(
    ("field", "typed", "answers", "left"),
    [
        ("role.workplace", "1 day home office is ok, otherwise on the road",
         {"role.workplace": "hybrid",
          "role.travel": "1 day home office is ok, otherwise on the road"}, ""),
        ("role.workplace", "one day home, rest on the road",
         {"role.workplace": "hybrid", "role.travel": "One day home, rest on the road"}, ""),
        ("role.workplace", "home office one day a week is ok",
         {"role.workplace": "hybrid",
          "role.office_days": "Home office one day a week is ok"}, ""),
        ("role.workplace", "remote, flexible hours",
         {"role.workplace": "remote", "role.hours": "flexible hours"}, ""),
        ("role.workplace", "remote, anywhere in the US",
         {"role.workplace": "remote", "role.regions": "United States"}, ""),
        ("role.workplace", "hybrid I guess", {"role.workplace": "hybrid"}, "I guess"),
        ("role.employment", "full time or 3 days a week",
         {"role.employment": "", "role.hours": "Full time or 3 days a week"}, ""),
        ("role.employment", "3 days a week or full time",
         {"role.employment": "", "role.hours": "3 days a week or full time"}, ""),
        ("role.employment", "3 days a week might be fine",
         {"role.employment": "", "role.hours": "3 days a week might be fine"}, ""),
        ("role.employment", "4 days possible",
         {"role.employment": "", "role.hours": "4 days possible"}, ""),
        ("role.employment", "full-time preferred, part-time ok",
         {"role.employment": "", "role.hours": "Full-time preferred, part-time ok"}, ""),
        ("role.employment", "part time, 25 hours a week",
         {"role.employment": "part-time", "role.hours": "25 hours a week"}, ""),
        ("role.employment", "contract 6 months",
         {"role.employment": "contract", "role.until": "6 months"}, ""),
        ("role.employment", "permanent full time", {"role.employment": "full-time"}, "permanent"),
        ("portfolio.basis", "yearly contracts", {"portfolio.basis": "contracts"}, "yearly"),
    ],
)  # fmt: skip
def test_the_words_beside_a_choice_go_where_they_belong_or_are_told(
    field: str, typed: str, answers: dict[str, str], left: str
) -> None:
    found, script = at(field, typed, "keep", KeyboardInterrupt())
    note = script.asked[2].note
    assert note.startswith(f"Left out: {left}.") if left else not note
    assert script.asked[2].at == 0
    assert {one: found.current(one) for one in answers} == answers


@pytest.mark.parametrize(
    ("field", "typed"),
    [("role.workplace", "mostly remote"), ("role.workplace", "remote for now"),
     ("role.employment", "part-time to start"), ("portfolio.basis", "contracts mostly")],
)  # fmt: skip
def test_what_is_not_all_of_a_choice_is_taken_by_no_enter(field: str, typed: str) -> None:
    _, script = at(field, typed, KeyboardInterrupt())
    assert script.asked[2].at is None


@table(
    ("field", "typed", "value"),
    [
        ("role.workplace", "it's fully remote", "remote"),
        ("role.workplace", "in the office", "on-site"),
        ("role.workplace", "remote or hybrid", "remote or hybrid"),
        ("role.workplace", "either", ""), ("portfolio.basis", "Contracts and Projects",
         "Contracts and Projects"), ("portfolio.basis", "contracts, orders, projects and usage",
         "contracts, orders, projects and usage"),
        ("role.workplace", "no remote", ""), ("role.employment", "permanent", ""),
        ("role.employment", "its full time", "full-time"),
        ("role.employment", "FT", "full-time"), ("portfolio.basis", "subscriptions", "contracts"),
    ],
)  # fmt: skip
def test_other_words_for_a_choice_are_it_and_none_is_guessed(
    field: str, typed: str, value: str
) -> None:
    found, _ = at(field, KeyboardInterrupt())
    assert value_of(found, field, typed) == value


def test_words_join_what_stands_where_they_belong() -> None:
    text = kept("standard", **{**UNSAID, "role__travel": "Weekly", "role__hours": "9 to 5"})
    for field, typed, home, told in (
        ("role.workplace", "one day home, rest on the road", "role.travel",
         "Weekly, one day home, rest on the road"),
        ("role.employment", "full or part time", "role.hours", "Full or part time, 9 to 5"),
    ):  # fmt: skip
        wants = {
            "review": [field, KeyboardInterrupt()],
            field: [typed, "keep", KeyboardInterrupt()],
        }
        asking, _ = stopped(Script({}, wants), text, mode="errand")
        assert asking.kept.current(home) == told


def test_words_beside_a_choice_stand_one_behind_another_and_each_once() -> None:
    found, script = at("role.employment", "part time, 25 hours a week, flexible hours", "keep")
    assert script.asked[2].why == "Employment: Part-time, 25 hours a week, flexible hours"
    assert found.current("role.hours") == "25 hours a week, flexible hours"
    for before in (["A phone"], ["A phone", "home office Allowance"]):
        text = answered(kept("standard", **UNSAID), "pay.benefits", before)
        wants = {
            "review": ["role.workplace", KeyboardInterrupt()],
            "role.workplace": ["remote, home office allowance", "keep", KeyboardInterrupt()],
        }
        asking, _ = stopped(Script({}, wants), text, mode="errand")
        benefits = asking.kept.items("pay.benefits")
        assert [one.lower() for one in benefits] == ["a phone", "home office allowance"]


def test_the_choice_that_stood_there_is_not_in_the_sentence_of_several() -> None:
    text = kept("standard", **{**UNSAID, "role__employment": "full-time"})
    field = "role.employment"
    wants = {"review": [field, KeyboardInterrupt()], field: ["30 hours or full time", "keep"]}
    script = Script({}, wants)
    asking, _ = stopped(script, text, mode="errand")
    assert script.asked[2].why == "Employment: 30 hours or full time"
    assert not asking.kept.current(field)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("hybrid 3/2", "3 days"), ("Hybrid (2/3)", "2 days"), ("4 / 1", "4 days"), ("1/4", "1 day"),
     ("hybrid 3-2", "3 days"), ("hybrid, 4 \u2013 1", "4 days"), ("3-2 hybrid", "3 days"),
     ("3-2", "3 days"), ("hybrid 2-3", "2-3 days"), ("Hybrid (3-4)", "3-4 days")],
)  # fmt: skip
def test_days_here_and_at_home_are_offered_as_those_in_the_office(typed: str, days: str) -> None:
    answers, script = at("role.workplace", typed, "keep")
    assert script.asked[2].at is None  # some name those at home first
    assert answers.current("role.workplace") == "hybrid"
    assert answers.current("role.office_days") == f"{days} a week in the office"


@pytest.mark.parametrize("typed", ["hybrid 3/4", "hybrid 4-2", "2-3", "2-2"])
def test_days_that_make_no_week_are_none_here_and_at_home(typed: str) -> None:
    _, script = at("role.workplace", typed, KeyboardInterrupt())
    assert f'"{typed}" is not one of the answers.' in script.asked[2].note


def test_no_is_the_question_again_without_the_words() -> None:
    _, script = at("role.employment", "full time or 3 days", "again", KeyboardInterrupt())
    again = script.asked[3]
    assert [row.value for row in again.rows] == [row.value for row in script.asked[1].rows]
    assert again.at is None


# -- at the terminal -------------------------------------------------------------------------------

_SAID = {
    "some days at home": "hybrid", "1 day home, or 2": "1 day home, or 2",
    "30 hours or full time": "30 hours or full time", "21 hours": "21 hours",
    "On-site and Remote": "both", "9-1": "9-1",
}  # fmt: skip
TOLD = PICK._replace(at=None, told=lambda typed: _SAID.get(typed, ""))


@pytest.fixture(params=[at_screen, at_lines], ids=["screen", "lines"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    with request.param() as found:
        yield found


@pytest.mark.parametrize(
    ("keys", "value"),
    [("some days at home", "hybrid"), ("1 day home, or 2", "1 day home, or 2"),
     ("hybrid", "hybrid"), ("2", "hybrid"), ("rem", "remote"),
     ("30 hours or full time", "30 hours or full time"), ("21 hours", "21 hours"),
     ("9-1", "9-1"), ("1 and 3", "both"), ("1, 3", "both")],
)  # fmt: skip
def test_words_that_a_list_is_told_of_are_its_reply(desk: Desk, keys: str, value: str) -> None:
    enter = "\n" if desk.asker.key(Signal.BACK).startswith(":") else "\r"
    assert desk.answer(TOLD, f"{keys}{enter}") == Reply((value,))


def test_one_answer_of_two_that_a_list_has_is_asked_for() -> None:
    for typed in ("Contracts and Projects", "projects mostly, a few contracts"):
        found, script = at("portfolio.basis", typed, "projects", KeyboardInterrupt())
        assert script.asked[2].question == "Which of them is it most?"
        assert typed in script.asked[2].why
        assert found.current("portfolio.basis") == "projects"


def test_a_name_among_words_that_say_more_is_not_taken_for_all_of_them(desk: Desk) -> None:
    enter = "\n" if desk.asker.key(Signal.BACK).startswith(":") else "\r"
    assert desk.answer(TOLD, f"on site, with the van{enter}", f"3{enter}") == Reply(("remote",))
    assert "is none of these" in desk.said


@table(
    ("typed", "left"),
    [
        ("yes if they're from hotels", "Left out: if they're from hotels."),
        ("yes, but only somebody from a hotel", "Left out: but only somebody from a hotel."),
        ("yes unless it takes months.", "Left out: unless it takes months."),
        ("yes, 2 years in hotels", "Left out: 2 years in hotels."),
        ("yes of course", ""),
        ("yes, for sure", ""),
        ("yes", ""),
        ("1", ""),
    ],
)
def test_a_condition_beside_a_yes_is_told_as_left_out(typed, left):
    field = "role.trainable"
    asking, script = alone("first-hire", field, Reply(("yes",), said=typed))
    assert asking.kept.answers().role.trainable is True
    said = " ".join(script.heard)
    assert (left in said) if left else "Left out" not in said
    assert ("among the further requirements" in said) == bool(left)


@table(
    ("typed", "left", "field"),
    [
        ("yes 3% on orders", "3% on orders", "pay.commission"),
        ("yes, about 400k a year", "about 400k a year", "quota.target"),
        ("no, 5% bonus", "5% bonus", "pay.variable"),
    ],
)
def test_a_figure_beside_a_yes_is_told_and_offered_at_its_question(typed, left, field):
    word = typed[: typed.index(left)].strip(" ,")
    wants = {"quota.carries": [Reply((word,), said=typed)], field: [KeyboardInterrupt()]}
    script = Script(example("sales"), wants)
    stopped(script)
    assert any(f"Left out: {left}. Figures are asked for later" in said for said in script.heard)
    assert script.asked[-1].fields[0] == field
    assert script.asked[-1].offer == (left,)
