"""What a review finds in an answer, said in the interview as soon as it is given."""

import pytest

from amjd.interview.wording import wrong_words
from conftest import EXAMPLES, RULES
from interviews import changed, interview, kept, told, whole
from script import Script


def said(field: str, **answers: str) -> list[str]:
    asking, _ = interview(Script({}), kept("standard", **answers))
    return wrong_words(asking.kept, RULES, [field])


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("role.required", "Native English speaker"),
        ("role.preferred", "Must be under 35 years old"),
        ("company.about", "Native English speakers only"),
    ],
)
def test_words_that_a_law_forbids_are_said_with_their_cure(field: str, answer: str) -> None:
    (line,) = said(field, **{field.replace(".", "__"): answer})
    assert line.startswith('"')
    assert line.endswith(".")


def test_only_the_answer_that_was_given_is_spoken_of() -> None:
    assert said("role.preferred", role__required="Native English speaker") == []


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES.glob("*.yaml")])
def test_nothing_is_said_of_our_own_examples(name: str) -> None:
    asking, _ = interview(Script({}), kept(name))
    fields = [field for field in asking.kept.questions if asking.kept.current(field)]
    assert wrong_words(asking.kept, RULES, fields) == []


@pytest.mark.parametrize("name", ["standard", "key", "sales"])
def test_what_is_still_to_be_asked_is_no_fault_of_an_answer(name: str) -> None:
    _, script = whole(name)
    assert not told(script, "left unfilled")


def test_it_is_said_when_the_answer_is_given() -> None:
    _, script = changed(kept("standard"), "role.required", "Native English speaker")
    assert told(script, "A native speaker is asked for. Ask for the skill")


def test_small_letters_are_told_once_and_raised_by_whoever_wants() -> None:
    small = {
        "company__name": "saguaro print of tucson llc",
        "company__about": "we print signs for shops.",
        "role__location": "tucson, az",
        "role__duties": "walk the shop; eBay listings",
    }
    asking, script = changed(kept("standard", **small), "capitals")
    first, raised = script.notes("review")
    assert "Company name, Location, Further duties, About the company" in first
    assert first.endswith("To raise them, type: capitals")
    assert "Location: Tucson, AZ" in raised
    answers = asking.kept.answers()
    assert answers.company.name == "Saguaro Print of Tucson LLC"
    assert answers.company.about == "We print signs for shops."
    assert answers.role.duties == ["Walk the shop; eBay listings"]
    assert "small letters" not in raised
    assert "small letters" not in changed(kept("standard"), "p")[1].notes("review")[0]


@pytest.mark.parametrize("typed", ["y", "Yes", "yeah", "sure"])
def test_any_yes_is_the_last_yes(typed: str) -> None:
    _, script = changed(kept("standard"), typed)
    assert script.fields.count("review") == 1


@pytest.mark.parametrize("typed", ["no", "n", "nope"])
def test_whoever_says_that_it_is_not_right_is_asked_what_is_not(typed: str) -> None:
    _, script = changed(kept("standard"), typed)
    assert script.notes("review")[1].startswith("What is to be changed?")


def test_a_section_says_how_many_questions_follow_and_asks_what_few_have_last() -> None:
    _, script = changed(kept("standard", pay__currency="", pay__commission=""), "pay")
    first = script.asked[1]
    assert first.note.startswith("6 questions, one after the other: Base pay,")
    asked = [ask.fields[0] for ask in script.asked[1:-1]]
    assert asked[:4] == ["pay.base", "pay.variable", "pay.bonus", "pay.benefits"]
    assert sorted(asked[4:]) == ["pay.commission", "pay.currency"]
    assert "commission" in changed(kept("standard"), "pay")[1].asked[1].note
    assert not changed(kept("standard"), "benefits")[1].asked[1].note


def test_names_among_other_words_are_raised_too_and_what_is_unticked_stays() -> None:
    small = {
        "company__about": "offices around sacramento",
        "role__location": "Sacramento, CA",
        "role__owner": "me and my office manager Maria",
        "apply__contact": "me, priya shah",
        "role__training": "you ride along, then maria shows you servicetitan",
        "role__hours": "monday to friday 8 to 5",
        "role__team": "two colleagues in may",
        "tools__crm": "excel and outlook",
        "tools__others": "marketo, ms word, a filing box",
    }
    text = kept("first-hire", **small)
    asking, script = changed(text, "capitals")
    rows = {row.value: row.help for row in script.asked[1].rows}
    assert rows == {
        "company.about": "offices around Sacramento",
        "role.owner": "the owner and the office manager, Maria",
        "apply.contact": "Priya Shah, the owner",
        "role.training": "You ride along, then Maria shows you ServiceTitan",
        "role.hours": "Monday to Friday 8 to 5",
        "tools.crm": "Excel and Outlook",
        "tools.others": "Marketo, MS Word, a filing box",
    }
    assert asking.kept.answers().tools.crm == "Excel and Outlook"
    few, _ = changed(text, "capitals", capitals=[("tools.crm",)])
    assert few.kept.answers().role.hours == "monday to friday 8 to 5"
    assert few.kept.answers().tools.crm == "Excel and Outlook"
