"""The review: every answer at a glance, changed by number or name, and the last yes."""

from typing import Any

import pytest

from amjd.asker import Ask, Reply
from conftest import CATALOG, QUESTIONS
from interviews import (
    BACK,
    OPEN,
    PREVIEW,
    REVIEW,
    changed,
    finished,
    interview,
    kept,
    posting,
    stopped,
    told,
    usual,
    whole,
)
from script import BRIEF, Script, example
from tables import table


def rows(ask: Ask) -> dict[str, str]:
    """Return the lines of the list by their labels, each with its number and its answer."""
    return {
        line.label: f"{line.mark} {line.text}" for section in ask.pages for line in section.lines
    }


def reviewed(name: str = "standard", *typed: Any, **wants: Any) -> Script:
    """Type something at the list of all answers of an example."""
    script = Script({}, {"review": [*typed, "yes"], **wants})
    script.kept = interview(script, kept(name), mode="errand")[0]  # type: ignore[attr-defined]
    script.kept.run()  # type: ignore[attr-defined]
    return script


# -- what it shows --------------------------------------------------------------------------------


def test_it_shows_every_answer_numbered_from_the_kind_of_posting_on() -> None:
    script = reviewed()
    lines = rows(script.asked[0])
    assert lines["Kind of posting"] == "0 Standard"
    assert lines["Company name"] == "1 Blue Kettle Coffee"
    numbers = [int(line.split()[0]) for line in lines.values() if line[0].isdigit()]
    assert numbers == list(range(len(numbers)))
    answers = script.kept.kept.answers()  # type: ignore[attr-defined]
    for field, question in QUESTIONS.items():
        if answers[field] is not None:
            assert question.label in lines


def test_it_is_laid_out_in_the_sections_of_the_questions() -> None:
    titles = [section.title for section in reviewed().asked[0].pages]
    known = [section.title for section in QUESTIONS.sections]
    assert [title for title in titles if title in known] == known


def test_what_was_said_to_be_about_is_shown_so() -> None:
    _, script = changed(kept("standard"), "role.new_business", "20 or so")
    assert rows(script.asked[-1])["Time for new clients"].endswith("about 20%")


def test_a_text_that_ends_so_is_shown_as_it_was_typed() -> None:
    _, script = changed(kept("standard"), "role.team", "3 drivers or so")
    assert any(line.endswith(" 3 drivers or so") for line in rows(script.asked[-1]).values())


def test_a_long_answer_takes_one_line() -> None:
    assert max(map(len, rows(reviewed().asked[0]).values())) < 75


def test_what_is_open_or_needed_is_said_to_be() -> None:
    asking, _ = finished(example("standard"), {"portfolio.basis": [OPEN]})
    script = Script({}, {"review": [KeyboardInterrupt()]})
    text = asking.kept.sheet.text.replace("name: Blue Kettle Coffee", "name:")
    stopped(script, text, mode="errand")
    lines = rows(script.asked[0])
    assert lines["How clients buy"].endswith("not sure yet")
    assert lines["Company name"].endswith("still needed")


# -- what can be typed ----------------------------------------------------------------------------


@table(
    ("typed", "field"),
    [
        ("apply.deadline", "apply.deadline"),
        ("deadline", "apply.deadline"),
        ("Deadline", "apply.deadline"),
        ("company name", "company.name"),
        ("name", "company.name"),
        ("benefits", "pay.benefits"),
        ("1", "company.name"),
        ("How clients buy", "portfolio.basis"),
        ("languages", "role.languages"),
        ("mentors", "role.mentors"),
    ],
)
def test_an_answer_is_changed_by_its_number_or_a_name(typed: str, field: str) -> None:
    script = reviewed("standard", typed)
    assert script.fields == ["review", field, "review"]


def test_a_section_s_name_asks_all_of_it() -> None:
    script = reviewed("standard", "pay")
    assert script.asked[1].fields == ("pay.base", "pay.period")
    asked = {field for ask in script.asked[1:-1] for field in ask.fields}
    assert asked >= {"pay.base", "pay.period", "pay.variable", "pay.bonus", "pay.benefits"}
    assert {field.split(".")[0] for field in asked} == {"pay"}
    script = reviewed("standard", "How to apply")
    assert script.asked[1].fields == ("apply.email", "apply.url", "apply.phone", "apply.here")


@pytest.mark.parametrize("typed", ["00", "99", "-1", "no", "", "yesterday", "9" * 5000, "\u0663"])
def test_nothing_but_a_yes_ends_it_and_a_mistake_is_said_below(typed: str) -> None:
    script = reviewed("standard", Reply((typed,) * bool(typed)))
    assert script.fields == ["review", "review"]
    assert script.asked[1].note


def test_a_name_that_is_near_is_offered() -> None:
    assert "If you meant deadline, type that." in reviewed("standard", "dedline").asked[1].note


@pytest.mark.parametrize(
    ("typed", "field"),
    [("reports", "role.reports_to"), ("deadl", "apply.deadline"), ("Kind of", "portfolio.segment")],
)
def test_a_name_that_is_begun_is_found_where_no_other_begins_so(typed: str, field: str) -> None:
    script = reviewed("standard", typed)
    assert script.asked[1].fields == (field,)


@pytest.mark.parametrize("typed", ["success", "judge", "how will you judge success"])
def test_a_word_of_a_question_or_of_its_heading_finds_it(typed: str) -> None:
    assert reviewed("standard", typed).fields == ["review", "metrics", "review"]


def test_of_several_that_a_word_may_mean_somebody_is_asked_which() -> None:
    script = reviewed("first-hire", "hand", "role.handover")
    assert script.fields[:3] == ["review", "review", "role.handover"]
    assert script.asked[1].refused
    assert '"hand" may mean ' in script.asked[1].note
    number = script.asked[1].note.partition("Hand-over (")[2].partition(")")[0]
    assert reviewed("first-hire", number).fields[1] == "role.handover"


@pytest.mark.parametrize("typed", ["re", "han", "con"])
def test_a_beginning_of_several_names_or_of_few_letters_is_none(typed: str) -> None:
    assert reviewed("first-hire", typed).fields == ["review", "review"]


@pytest.mark.parametrize("typed", ["y", "yes", " YES ", "yes looks good", "Looks good!", "ok"])
def test_a_yes_writes(typed: str) -> None:
    _, script = finished({}, {"review": [typed]}, kept("standard"), mode="errand")
    assert script.fields == ["review"]


def test_p_shows_the_posting_as_it_will_read_and_comes_back() -> None:
    script = reviewed("standard", "p")
    assert script.fields == ["review", "preview", "review"]
    sections = script.asked[1].pages
    assert "How to apply" in [section.title for section in sections]
    marks = {line.mark for section in sections for line in section.lines}
    assert marks <= {"", "-"}


def test_the_kind_of_posting_can_be_changed_to_any() -> None:
    script = reviewed("standard", "0", template=["technical"])
    assert len(script.asked[1].rows) == len(CATALOG.ids)
    assert rows(script.asked[2])["Kind of posting"] == f"0 {CATALOG.head('technical').name}"


def test_extras_lead_to_the_list_of_what_can_be_added() -> None:
    wants = {"review": ["extras", "yes"], "extras": [("role.languages",)]}
    _, script = finished({"role": {"languages": ["Fluent English"]}}, wants, kept("standard"),
                         mode="errand")  # fmt: skip
    assert script.fields[:2] == ["review", "extras"]
    assert "role.languages" in script.fields


# -- what a change leads to -----------------------------------------------------------------------


def test_a_change_shows_its_line_and_what_followed() -> None:
    asking, script = changed(kept("standard"), "company.name", "Harbor")
    assert script.notes("review")[1] == "Company name: Harbor"
    assert asking.kept.answers().company.name == "Harbor"
    _, script = changed(kept("sales"), "quota.carries", "no")
    assert script.notes("review")[-1].startswith("Sales quota: No")
    assert told(script, "Left out now: Quota amount")


def test_an_answer_that_is_kept_changes_nothing() -> None:
    asking, script = changed(kept("standard"), "company.name", "Blue Kettle Coffee")
    assert script.notes("review")[1] == ""
    assert asking.kept.sheet.text == kept("standard")


@pytest.mark.parametrize("field", ["role.hours", "role.duties", "pay.benefits"])
def test_an_optional_answer_can_be_taken_away(field: str) -> None:
    asking, script = changed(kept("standard"), field, ())
    assert asking.kept.answers()[field] is None
    assert not asking.kept.open_fields()
    assert QUESTIONS[field].label not in rows(script.asked[-1])


def test_what_a_change_makes_necessary_is_asked_right_after_it() -> None:
    wants = {"role.trainable": ["yes"], "role.owner": ["me"]}
    _, script = changed(kept("standard"), "role.first_hire", "yes", **wants)
    assert script.fields == ["review", "role.first_hire", "role.trainable", "role.owner", "review"]


def test_a_yes_with_something_needed_open_asks_for_it() -> None:
    text = kept("standard", company__name="")
    _, script = finished({"company": {"name": "Harbor"}}, {"review": ["yes", "yes"]}, text,
                         mode="errand")  # fmt: skip
    assert script.fields == ["review", "company.name", "review"]
    assert told(script, "Still needed: Company name.")


# -- back to where one was ------------------------------------------------------------------------

# What somebody may do in a review that they called for at a question on the way.
WAYS_THROUGH: dict[str, dict[str, list[Any]]] = {
    "nothing": {},
    "a typo": {"review": ["nonsense"]},
    "two typos": {"review": ["nonsense", ()]},
    "the preview": {"review": ["p", PREVIEW]},
    "the review again": {"review": [REVIEW]},
    "a key that means nothing": {"review": [OPEN]},
    "the kind of posting": {"review": ["0"]},
    "the kind of posting left": {"review": ["0"], "template": ["standard", BACK]},
    "an answer changed": {"review": ["mentors"], "role.mentors": ["yes"]},
    "an answer kept": {"review": ["mentors"]},
    "an answer left": {"review": ["mentors"], "role.mentors": [BACK]},
    "an answer left open": {"review": ["mentors"], "role.mentors": [OPEN]},
    "the review from an answer": {"review": ["mentors"], "role.mentors": [REVIEW]},
    "what an answer opens": {"review": ["software"], "product.software": ["yes"]},
    "what an answer opens left": {
        "review": ["software"], "product.software": ["yes"], "product.name": [REVIEW]
    },
    "a later answer": {"review": ["deadline"]},
    "several": {"review": ["x", "mentors", "0", "p", REVIEW]},
}  # fmt: skip


@table("mode", ["new", "all"])
@table("way", WAYS_THROUGH)
def test_back_leads_to_where_it_was_called_whatever_was_done_there(way: str, mode: str) -> None:
    wants = dict(WAYS_THROUGH[way])
    wants["review"] = [*wants.get("review", ()), BACK]
    wants["role.workplace"] = [REVIEW, BACK]
    wants["role.location"] = ["Columbus, OH", KeyboardInterrupt()]
    tree = example("standard")
    tree["product"]["name"] = "Tally"
    script = Script(tree, wants)
    stopped(script, kept("standard") if mode == "all" else "", mode=mode)
    assert script.fields[-3:] == ["review", "role.workplace", "role.location"]


def test_after_a_review_on_the_way_every_question_that_follows_is_asked() -> None:
    wants = {"role.workplace": [REVIEW], "review": ["mentors", "x", BACK]}
    asking, script = finished(example(BRIEF), wants)
    _, straight = whole(BRIEF)
    at = script.fields.index("review")
    assert script.fields[at:][:4] == ["review", "role.mentors", "review", "review"]
    assert script.fields[: at - 1] + script.fields[at + 4 :] == straight.fields
    assert posting(asking) == usual(BRIEF)


def test_a_yes_on_the_way_goes_on_there_and_passes_no_question_over() -> None:
    wants = {"role.workplace": [REVIEW], "review": ["yes"]}
    asking, script = finished(example(BRIEF), wants)
    at = script.fields.index("review")
    assert told(script, "Still needed: ")
    assert script.fields[at - 1 : at + 2] == ["role.workplace", "review", "role.workplace"]
    assert posting(asking) == usual(BRIEF)


def test_back_from_the_last_review_leads_backwards() -> None:
    wants = {"review": ["company.name", "x", BACK, "yes"]}
    _, script = finished(example(BRIEF), wants)
    at = script.fields.index("review")
    assert script.fields[at:] == ["review", "company.name", "review", "review", "leave_out",
                                  "review"]  # fmt: skip


def test_a_place_that_no_longer_applies_is_where_the_next_question_is() -> None:
    wants = {
        "role.trainable": [REVIEW],
        "review": ["first_hire", BACK],
        "role.first_hire": [("role.first_hire",), "no"],
        "template": [KeyboardInterrupt()],
    }
    script = Script(example("first-hire"), wants)
    stopped(script)
    assert script.fields[-4:] == ["review", "role.first_hire", "review", "template"]
