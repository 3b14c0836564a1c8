"""Clauses of somebody who is not sure, which are cut before an answer is read."""

import time

import pytest

from amjd.interview.doubts.fillers import without_fillers
from amjd.interview.doubts.unsure import without_unsure
from amjd.interview.screens.review import changeable
from conftest import PROMPTS, QUESTIONS
from interviews import interview, kept
from script import Script
from tables import table
from test_not_understood import at, now


@table(
    ("typed", "sure"),
    [
        ("idk, we hardly ever lose one", "we hardly ever lose one"),
        ("46 to 52 thousand a year, not sure if i want that published but ok",
         "46 to 52 thousand a year"),
        ("a small bonus at yr end if things go well, idk how much",
         "a small bonus at yr end if things go well"),
        ("monthly call, idk, not sure", "monthly call"),
        ("4 to 6 weeks, not sure", "4 to 6 weeks"),
        ("4 weeks not sure yet", "4 weeks"),
        ("12 weeks (not sure)", "12 weeks"),
        ("10% not sure if published ok", "10%"),
        ("not sure but about 60", "about 60"),
        ("not sure if 60 or 70", "60 or 70"),
        ("idk maybe 60", "maybe 60"),
        ("idk a spreadsheet", "a spreadsheet"),
        ("HubSpot. Not sure what else.", "HubSpot"),
        ("8 to 5, not sure about fridays, some saturdays", "8 to 5, some saturdays"),
        ("monthly calls and not sure what else", "monthly calls"),
        ("25 days, don\u2019t know how the pension works yet", "25 days"),
        ("depends, big ones every month, small ones by phone",
         "big ones every month, small ones by phone"),
        ("It depends on the account: big ones weekly", "big ones weekly"),
        ("it varies - but mostly monthly calls", "mostly monthly calls"),
        # What it says, it says of what is visited.
        ("visits vary, weekly in season", "visits vary, weekly in season"),
        ("depends on the season", "depends on the season"),
        ("not sure", ""),
        ("not sure i want it published", ""),
        # What an owner says of somebody else.
        ("customers not sure what to order call us", "customers not sure what to order call us"),
        ("Ability to say \"I do not know\" and find out",
         "Ability to say \"I do not know\" and find out"),
    ],
)  # fmt: skip
def test_clauses_that_say_not_sure_are_cut(typed: str, sure: str) -> None:
    assert without_unsure(typed, PROMPTS.words.doubts)[0] == sure


@pytest.mark.parametrize(
    "typed",
    ["not sure " * 20_000, f", not sure if {'a b ' * 50_000}", f", not sure {' ' * 100_000}x",
     ", but and so " * 20_000, ". idk how " * 10_000, "but " * 5000,
     "it depends " * 20_000, f"depends {'a' * 100_000}"],
    ids=["phrases", "clause", "spaces", "leads", "sentences", "lead", "varies", "word"],
)  # fmt: skip
def test_a_very_long_answer_is_read_at_once(typed: str) -> None:
    started = time.process_time()
    without_unsure(typed, PROMPTS.words.doubts)
    assert time.process_time() - started < 2


def test_a_name_is_not_cut() -> None:
    assert now(at("company.name", "Dunno & Sons"), "company.name") == "Dunno & Sons"


@pytest.mark.parametrize(
    ("field", "typed", "sure", "left"),
    [
        ("pay.base", "46 to 52 thousand a year, not sure if i want that published but ok",
         "46 to 52 thousand", "not sure if i want that published but ok"),
        ("portfolio.check_ins", "monthly call, idk", "monthly call", "idk"),
        ("role.hours", "mon-fri 8 to 5, not sure about saturdays", "mon-fri 8 to 5",
         "not sure about saturdays"),
        ("pay.benefits", "Health insurance; 2 weeks off, not sure yet",
         "Health insurance; 2 weeks off", "not sure yet"),
        ("company.about", "We print signs for schools. Not sure what else to say.",
         "We print signs for schools.", "Not sure what else to say"),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_not_offered_to_be_printed(
    field: str, typed: str, sure: str, left: str
) -> None:
    script = at(field, typed, "keep")
    asked = script.asked[2]
    assert left not in asked.why
    assert f"Left out: {left}." in asked.note
    assert asked.note.endswith("answer private.") == ("published" in left)
    assert now(script, field) == sure


@table(
    ("typed", "sure", "left"),
    [
        ("able to demo it, sorry", "able to demo it", ["sorry"]),
        ("no visas sorry!", "no visas", ["sorry"]),
        ("haha 45k", "45k", ["haha"]),
        ("Sorry, no visas.", "no visas.", ["Sorry"]),
        ("able to demo it, please. no visas, thanks :)", "able to demo it. no visas, thanks",
         ["please", ":)"]),
        ("no visas, sorry, and a license", "no visas, and a license", ["sorry"]),
        ("thanks", "", ["thanks"]),
        ("Please send us a CV", "Please send us a CV", []),
        ("knows when to say sorry", "knows when to say sorry", []),
        ("we send a thank you", "we send a thank you", []),
    ],
)  # fmt: skip
def test_what_is_said_to_whoever_asks_is_cut(typed: str, sure: str, left: list[str]) -> None:
    assert without_fillers(typed, is_name=False) == (sure, left)


@table(
    ("typed", "sure"),
    [("Say Thanks", "Say Thanks"), ("No Sorry", "No Sorry"), ("Rota, thanks", "Rota")],
)
def test_a_name_may_end_with_what_is_said_to_whoever_asks(typed: str, sure: str) -> None:
    assert without_fillers(typed, is_name=True)[0] == sure


@pytest.mark.parametrize("typed", [", " * 50_000 + "x", "(" * 50_000, "ha" * 50_000, "a " * 50_000])
def test_a_very_long_answer_is_searched_for_such_words_at_once(typed: str) -> None:
    started = time.process_time()
    without_fillers(typed, is_name=False)
    assert time.process_time() - started < 1


def test_a_stop_parts_two_requirements_of_which_the_second_begins_with_no() -> None:
    typed = "must be able to demo it. no visa sponsorship, sorry"
    script = at("role.required", typed, "apart")
    assert script.asked[2].note == "Left out: sorry."
    assert now(script, "role.required") == "must be able to demo it; no visa sponsorship"


def test_of_no_question_is_an_answer_offered_with_what_is_not_sure() -> None:
    for field in changeable(interview(Script({}), kept("standard"))[0].kept):
        typed = f"{QUESTIONS[field].example_text}, not sure how exactly"
        script = at(field, typed, "keep", KeyboardInterrupt())
        assert [ask.why for ask in script.asked if "not sure" in ask.why] == [], field
        assert "not sure" not in now(script, field), field


def test_a_bonus_that_is_not_sure_is_not_promised() -> None:
    script = at("pay.variable", "a small bonus, not sure yet", "keep", quota__carries="no")
    assert script.asked[2].why == "There may be a small bonus."


def test_nothing_but_doubt_is_left_open() -> None:
    script = at("portfolio.retention", "idk, we hardly ever lose one", "open")
    assert script.asked[2].question.startswith("Leave this open")
    assert script.kept.is_open("portfolio.retention")
