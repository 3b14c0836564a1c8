"""An answer that is not understood, or may not be meant: what is said, and what comes of it."""

import datetime
import itertools
import re
import time
from typing import Any

import pytest

from amjd.answers.state import shown
from amjd.asker import Ask, Reply
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from amjd.interview.kept import Kept
from amjd.interview.place import parted_place, region_at
from conftest import SHORT
from interviews import (
    BACK,
    OPEN,
    alone,
    changed,
    finished,
    interview,
    kept,
    posting,
    stopped,
    told,
    usual,
)
from script import BRIEF, Script, example
from tables import table


class Asked(Script):
    """A script that has what was kept in the end."""

    kept: Kept


def at(field: str, *replies: Any, name: str = "standard", **changes: str) -> Asked:
    """Answer one question anew, from the list of all answers; stop when it is settled."""
    wants = {"review": [field, KeyboardInterrupt()], field: list(replies)}
    script = Asked({}, wants)
    script.kept = stopped(script, kept(name, **changes), mode="errand")[0].kept
    return script


def now(script: Asked, field: str) -> Any:
    return script.kept.current(field)


# -- refused --------------------------------------------------------------------------------------


@table(
    ("field", "typed", "said"),
    [
        ("portfolio.accounts", "many", "many"),
        ("pay.base", "85.000", "85"),
        ("apply.email", "not an address", "no email address, link or phone number"),
        ("apply.email", "jobs@nowhere", "jobs@nowhere"),
        ("apply.email", "https://nowhere", "nowhere"),
        ("apply.deadline", "whenever", "whenever"),
        ("company.name", "caf\udce9", "U+DCE9"),
        ("company.name", "a\x1b[31mb", "ESC"),
        ("company.about", "a\x07b", "BEL"),
        ("metrics", "a; b; c; d; e; f; g; h; i", "9 items"),
        ("quota.target", "a lot", "a lot"),
    ],
)
def test_a_wrong_answer_is_refused_and_asked_again_with_what_was_typed(
    field: str, typed: str, said: str
) -> None:
    name = "sales" if field.startswith("quota") else "standard"
    asking, script = alone(name, field, typed)
    again = [ask for ask in script.asked if ask.fields[0] == field][1]
    assert said in again.note
    assert again.kind == "tick" or again.typed == typed
    assert posting(asking) == usual(name)


@pytest.mark.parametrize(
    ("field", "typed"),
    [*itertools.product(["company.name", "pay.base"], ["", "   ", "none at all"])],
)
def test_nothing_is_no_answer_to_a_needed_question(field: str, typed: str) -> None:
    if typed == "none at all" and field == "company.name":
        typed = "none"
    asking, script = alone("standard", field, typed)
    again = [ask for ask in script.asked if ask.fields[0] == field][1]
    assert "Not sure yet? <open>." in again.note
    assert posting(asking) == usual("standard")


def test_a_refused_answer_that_is_not_needed_is_left_by_enter_and_that_is_said() -> None:
    asking, script = alone("standard", "apply.deadline", "whenever", ())
    again = [ask for ask in script.asked if ask.fields[0] == "apply.deadline"][1]
    assert "Enter alone leaves it out." in again.note
    assert told(script, "Deadline is left out. <back> goes back to it.")
    assert "deadline:  # skipped" in asking.kept.sheet.text


@table(
    ("field", "typed"),
    [
        ("role.education", "no degree needed"),
        ("role.education", "No formal education necessary."),
        ("role.languages", "no foreign languages"),
        ("role.travel", "no travel needed"),
        ("pay.benefits", "none yet"),
    ],
)
def test_what_is_read_as_no_answer_is_told(field: str, typed: str) -> None:
    asking, script = changed(kept("standard"), field, typed, "out")
    assert asking.kept.current(field) == ""
    line = f'"{typed}" is read as no answer, so nothing is printed of it.'
    is_asked = any(ask.question == "Leave this out of the posting?" for ask in script.asked)
    assert is_asked or told(script, line)
    is_hinted = told(script, "To say so in the posting, put it among the further requirements.")
    assert is_hinted == (field == "role.education")


def test_a_figure_that_was_typed_as_about_so_much_is_told_as_the_one_that_is_printed() -> None:
    asking, script = changed(kept("first-hire"), "role.handover_weeks", "about 7 weeks")
    assert told(script, 'Weeks of hand-over: it has to be exact, so "about" is left out.')
    assert told(script, "Weeks of hand-over: 7 weeks")
    assert b"In your first 7 weeks" in posting(asking)


def test_of_a_plain_none_nothing_is_said() -> None:
    _, script = changed(kept("standard"), "role.education", "none")
    assert not told(script, "is read as no answer")


@pytest.mark.parametrize(
    ("typed", "at"),
    [("doesn't matter", 0), ("no degree required, we train", None),
     ("no degree needed but a diploma is a plus", None),
     ("we don't need a degree, just sense", None)],
)  # fmt: skip
def test_that_no_degree_is_asked_for_is_no_education_to_print(typed: str, at: int | None) -> None:
    asking, script = changed(kept("standard"), "role.education", typed, "out")
    assert script.asked[2].question == "Leave this out of the posting?"
    assert script.asked[2].at == at
    assert asking.kept.current("role.education") == ""


def test_that_no_language_is_needed_is_none_to_print() -> None:
    asking, script = changed(kept("standard"), "role.languages", "no spanish needed")
    assert told(script, '"no spanish needed" is read as no answer')
    assert asking.kept.items("role.languages") == []


def test_after_two_tries_an_example_is_shown() -> None:
    _, script = alone("standard", "portfolio.accounts", "many", "lots")
    notes = script.notes("portfolio.accounts")
    assert "For example" not in notes[1]
    assert "For example, 60 reads: " in notes[2]
    assert "60" in notes[2].partition("reads: ")[2]


def test_no_field_is_named_to_whoever_answers() -> None:
    _, script = finished({}, {"review": ["pay.base", "yes"], "pay.base": ["none", "58000"]},
                         kept("standard"), mode="errand")  # fmt: skip
    assert not any("pay." in text for text in script.heard)


# -- not sure -------------------------------------------------------------------------------------


@table("typed", ["no idea", "No idea.", "tbd", "TBD", "soon", "not sure yet"])
@table("field", ["portfolio.accounts", "pay.base", "role.location"])
def test_whoever_does_not_know_is_offered_not_sure_yet(field: str, typed: str) -> None:
    asking, script = alone("standard", field, typed, "open")
    offered = [ask for ask in script.asked if ask.fields[0] == field][1]
    assert offered.rows[0].value == "open"
    assert offered.at == 0
    assert asking.kept.open_fields() == [field]


@pytest.mark.parametrize(
    "replies", [[Reply(away=True)], ["none"], ["whenever", ()]], ids=["away", "none", "refused"]
)
def test_what_was_left_open_can_be_left_out(replies: list[Any]) -> None:
    field = "portfolio.retention" if replies[0] == "none" else "apply.deadline"
    if replies == ["none"]:
        replies = ["none", ()]
    wants = {field: [OPEN, *replies], "review": [field, "yes"]}
    asking, _ = finished(example(BRIEF), wants)
    assert not asking.kept.is_open(field)
    assert asking.kept.current(field) == ""


def test_what_was_left_open_stays_so_by_enter() -> None:
    wants = {"apply.deadline": [OPEN, ()], "review": ["deadline", "yes"]}
    asking, _ = finished(example(BRIEF), wants)
    assert asking.kept.is_open("apply.deadline")


def test_a_word_for_not_knowing_can_be_meant() -> None:
    wants = {"extras": [("role.start",)], "role.start": ["soon", "keep"]}
    asking, _ = finished(example(BRIEF), wants)
    assert asking.kept.answers().role.start == "soon"


@pytest.mark.parametrize("reply", ["again", BACK])
def test_whoever_turns_back_answers_again(reply: Any) -> None:
    asking, script = alone("standard", "portfolio.accounts", "no idea", reply, "62")
    assert script.fields.count("portfolio.accounts") == 3
    last = [ask for ask in script.asked if ask.fields[0] == "portfolio.accounts"][-1]
    assert (last.typed, last.is_old) == ("no idea", True)
    assert posting(asking) == usual("standard")


def test_no_is_no_text_to_print() -> None:
    wants = {"extras": [("role.start",)], "role.start": ["no", "out"]}
    asking, _ = finished(example(BRIEF), wants)
    assert asking.kept.answers().role.start is None
    assert "start:  # skipped" in asking.kept.sheet.text


# -- several in one line, hedges ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("walk the buildings, handle complaints, bid jobs", 3),
        ("drivers license, likes dogs", 2),
        ("walk the buildings, in the evening too, on call twice a month", 3),
        ("Visit each site (by car, van or train), write notes", 2),
        ("Bring in $1,000,000 a year, write notes", 2),
        ("5 years with clients, 2 of them in pest control, a clean record", 3),
    ],
)
def test_several_in_one_line_are_shown_apart_and_asked_about(typed: str, parts: int) -> None:
    script = at("role.duties", typed, "apart")
    offered = script.asked[2]
    assert offered.question == f"Are these {parts} answers?"
    assert offered.why.replace(" · ", ", ") == typed
    assert now(script, "role.duties") == offered.why.replace(" · ", "; ")
    assert now(at("role.duties", typed, "one"), "role.duties") == typed


def test_and_before_the_last_of_three_is_theirs() -> None:
    script = at("role.duties", "Walk the buildings, handle complaints, and bid jobs", "apart")
    assert script.asked[2].why == "Walk the buildings · handle complaints · bid jobs"


@pytest.mark.parametrize(
    "typed",
    ["Free on weekday mornings, when clients open", "Be in the shop by 7, before it opens",
     "Walk the first store of every rollout, 15% of the time",
     "Time at a front desk, a clinic or a shop",
     "Time at a front desk, a clinic, a hotel or a shop",
     "Call each client, even those who are quiet, so that nobody is forgotten",
     "Bring in $1,000,000 a year", "Visit each site (by car, van, train)",
     "Walk each site; call, then write, then visit"],
)  # fmt: skip
def test_one_sentence_with_a_comma_is_not_asked_about(typed: str) -> None:
    script = at("role.duties", typed)
    assert script.fields == ["review", "role.duties", "review"]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("10 days off, staff discount and the trade show", 3),
        ("dental, 10 days off, and a van", 3),
        ("mileage paid for your own car, paid holidays, free coffee", 3),
        ("mileage, paid holidays", 2),
        ("half the health insurance, 2 weeks off and 5 sick days, all paid", 2),
        ("health insurance, plus dental", 2),
        ("super, a van, ours, private use ok", 2),
        ("401k, on-site parking", 2),
        ("health insurance, paid for by us, a van", 2),
        ("medical, we pay half, 2 weeks off", 2),
        ("company car or allowance, 25 days plus bank holidays, pension", 3),
        ("25 days plus bank holidays, pension, company car or allowance", 3),
        ("pension, company car or allowance", 2),
        ("dental, a phone, gym or travel pass, and a pension", 4),
    ],
)
def test_things_with_commas_between_them_are_several(typed: str, parts: int) -> None:
    script = at("pay.benefits", typed, "apart")
    assert script.asked[2].question == f"Are these {parts} answers?"
    assert len(script.kept.items("pay.benefits")) == parts


def test_one_thing_or_another_at_the_end_is_not_parted_by_enter_alone() -> None:
    script = at("pay.benefits", "a van, a phone or a car", "one")
    assert script.asked[2].at is None
    assert now(script, "pay.benefits") == "a van, a phone or a car"
    assert at("pay.benefits", "a van or a car, a phone", "apart").asked[2].at == 0


@pytest.mark.parametrize(
    "typed",
    ["15 days off, paid in full", "15 days off, paid", "a bonus, paid quarterly",
     "a van, a phone, or a car", "medical, we pay half", "401k, we match 3%",
     "dental, half paid by us", "medical, starts after 90 days"],
)  # fmt: skip
def test_things_with_what_goes_on_are_one(typed: str) -> None:
    assert at("pay.benefits", typed).fields == ["review", "pay.benefits", "review"]


@table(
    ("typed", "joined"),
    [
        (("medical", "We pay half"), ["medical, we pay half"]),
        (("Medical.", "We cover 80% of the premium", "a van"),
         ["Medical. We cover 80% of the premium", "a van"]),
        (("401k", "we match 3%", "after 90 days"), ["401k, we match 3%, after 90 days"]),
    ],
)  # fmt: skip
def test_what_goes_on_with_the_answer_before_it_is_offered_behind_it(
    typed: tuple[str, ...], joined: list[str]
) -> None:
    script = at("pay.benefits", typed, "keep")
    assert (script.asked[2].question, script.asked[2].at) == ("Shall it read like this?", 0)
    assert script.kept.items("pay.benefits") == joined
    assert at("pay.benefits", typed, "typed").kept.items("pay.benefits") == [*typed]


def test_what_goes_on_with_an_answer_that_stands_is_offered_behind_it() -> None:
    script = at("pay.benefits", ("medical", "a van", "we pay half"), "keep",
                pay__benefits="medical")  # fmt: skip
    assert script.kept.items("pay.benefits") == ["medical", "a van, we pay half"]


@pytest.mark.parametrize(
    "own",
    ["We pay your phone bill", "we cover mileage", "half days on Fridays", "paid holidays",
     "half price swimming", "We pay for parking", "50% off our products"],
)  # fmt: skip
def test_a_benefit_that_we_pay_is_one_of_its_own(own: str) -> None:
    typed = ("medical", own)
    script = at("pay.benefits", typed)
    assert script.fields == ["review", "pay.benefits", "review"]
    assert script.kept.items("pay.benefits") == [*typed]


@table(
    ("typed", "musts", "pluses"),
    [
        ("valid license, ok w early starts 6:30, english, some spanish a plus",
         ["valid license", "ok w early starts 6:30", "english"], ["some spanish"]),
        ("valid license; spanish a plus", ["valid license"], ["spanish"]),
        ("spanish preferred but not required", [], ["spanish"]),
        ("ideally 2 years in sales, license", ["license"], ["2 years in sales"]),
        ("license, spanish, a plus", ["license"], ["spanish"]),
        ("bonus if you speak spanish, license", ["license"], ["spanish"]),
        ("license. nice to have: spanish", ["license"], ["spanish"]),
        ("a van, with racks, and spanish would be nice", ["a van, with racks"], ["spanish"]),
        ("license (a plus)", [], ["license"]),
    ],
)  # fmt: skip
def test_what_is_no_must_is_offered_as_a_plus(
    typed: str, musts: list[str], pluses: list[str]
) -> None:
    parts = tuple(typed.split("; "))
    script = at("role.required", parts, "keep", role__preferred="Own truck")
    assert script.asked[2].question == "Shall it read like this?"
    assert script.kept.items("role.required") == musts
    assert script.kept.items("role.preferred") == ["Own truck", *pluses]


@table(
    "typed",
    ["english, some spanish a plus", "english and some spanish preferred",
     "english a must, some spanish a plus"],
)  # fmt: skip
def test_a_language_that_is_no_must_is_a_plus(typed: str) -> None:
    script = at("role.languages", typed, "keep", role__preferred="")
    assert script.kept.items("role.languages") == ["english"]
    assert script.kept.items("role.preferred") == ["some spanish"]


@table(
    ("typed", "languages", "left"),
    [
        ("spanish, really needed for about a third of the clinics, and english obviously",
         ["Spanish", "English"], "really needed for about a third of the clinics, obviously"),
        ("english obviously", ["English"], "obviously"),
        ("fluent Spanish (a third of our clinics speak only that); English, of course",
         ["fluent Spanish", "English"], "a third of our clinics speak only that, of course"),
        ("English, some Spanish for the clinics in South Tucson",
         ["English", "some Spanish"], "for the clinics in South Tucson"),
        ("spanish - a third of our clients speak it", ["Spanish"],
         "a third of our clients speak it"),
        ("German at C1 because our suppliers are there, good English",
         ["German at C1", "good English"], "because our suppliers are there"),
        ("English is a must, Polish for the night crews", ["English", "Polish"],
         "for the night crews"),
        ("you must speak spanish", ["Spanish"], ""),
        ("spanish, good enough to take an order, and english naturally",
         ["Spanish, good enough to take an order", "English"], "naturally"),
    ],
)  # fmt: skip
def test_what_is_said_beside_a_language_is_left_out_and_told(
    typed: str, languages: list[str], left: str
) -> None:
    script = at("role.languages", typed, "keep")
    asked = script.asked[2]
    assert asked.note == (f"Left out: {left}." if left else "")
    assert script.kept.items("role.languages") == languages
    assert "typed" in [row.value for row in asked.rows]


@table(
    "typed",
    ["English in the firm, german for the clients",
     "english in the firm and german for the clients.",
     "English in the firm, and also German for the clients"],
)  # fmt: skip
def test_what_each_of_two_languages_is_for_stays_beside_it(typed: str) -> None:
    script = at("role.languages", typed, "keep")
    assert script.kept.items("role.languages") == ["English in the firm", "German for the clients"]
    offer = next(ask for ask in script.asked if ask.question == "Shall it read like this?")
    assert "Languages: English in the firm and German for the clients." in offer.why


def test_a_language_alone_is_shown_as_fluent_before_it_is_kept() -> None:
    script = at("role.languages", "spanish, needed for some of the clinics", "keep")
    offer = next(ask for ask in script.asked if ask.question == "Shall it read like this?")
    assert "Languages: Fluent Spanish." in offer.why


@table(
    "typed",
    ["English and Spanish", "english, french or german", "Spanish clients are a third",
     "spoken and written English"],
)  # fmt: skip
def test_where_nothing_stands_beside_languages_they_stay_as_typed(typed: str) -> None:
    script = at("role.languages", typed)
    assert "; ".join(script.kept.items("role.languages")) == typed


@table(
    ("typed", "must"),
    [
        ("English", "- Fluent English"),
        ("Fluent English", "- Fluent English"),
        ("Good English", "- Good English"),
        ("Conversational Spanish", "- Conversational Spanish"),
        ("Some Polish", "- Some Polish"),
    ],
)
def test_how_well_a_language_is_spoken_stands_as_it_was_typed(typed: str, must: str) -> None:
    text = kept("standard", role__languages=typed)
    assert must in posting(interview(Script({}), text)[0]).decode().splitlines()


@table(
    ("typed", "plus"),
    [
        ("hospitality background is fine", "hospitality background"),
        ("a background in retail is more than welcome", "a background in retail"),
        ("some French would be great", "some French"),
        ("graduates welcome", "graduates"),
        ("no experience is fine", ""),
        ("any background is fine", ""),
        ("knows what fine food is", ""),
    ],
)
def test_a_plus_does_not_say_once_more_that_it_is_welcome(typed: str, plus: str) -> None:
    script = at("role.preferred", typed, "keep" if plus else KeyboardInterrupt())
    assert script.kept.items("role.preferred")[-1] == (plus or typed)


def test_a_plus_needs_no_words_for_it_among_the_pluses() -> None:
    script = at("role.preferred", "spanish a plus, own truck", "keep")
    assert script.kept.items("role.preferred") == ["own truck", "spanish"]


def test_what_would_be_a_plus_can_stay_a_must() -> None:
    script = at("role.required", "license, spanish preferred", "typed")
    assert script.kept.items("role.required") == ["license", "spanish preferred"]


@table(
    "typed",
    ["friendly and helpful", "people who are nice", "work with preferred suppliers",
     "experience with bonus plans", "no criminal record required", "an ideal of service"],
)  # fmt: skip
def test_a_must_with_a_word_for_pluses_in_it_stays_a_must(typed: str) -> None:
    assert now(at("role.required", typed), "role.required") == typed


def test_a_single_letter_is_asked_about() -> None:
    script = at("tools.crm", "q", "again", "QuickBooks")
    assert script.asked[2].question == "Shall it read like this?"
    assert now(script, "tools.crm") == "QuickBooks"


@table(
    ("typed", "steps"),
    [
        ("I call you in a couple days, then coffee at the warehouse, then half a day riding along",
         ["I call you in a couple days", "coffee at the warehouse", "half a day riding along"]),
        ("a call. then coffee. then a ride along", ["a call", "coffee", "a ride along"]),
        ("call, then, if it fits, a paid trial day", ["call", "if it fits, a paid trial day"]),
        ("if you pass, then a call, then a visit", ["if you pass, then a call", "a visit"]),
        ("one interview, 45 minutes, then we decide", ["one interview, 45 minutes", "we decide"]),
        ("phone screen and then an interview", ["phone screen", "an interview"]),
        ("First we talk, after that you come in", ["First we talk", "you come in"]),
        ("Call next week followed by a site visit", ["Call next week", "a site visit"]),
        ("a 20 minute call -> an hour on site -> offer",
         ["a 20 minute call", "an hour on site", "offer"]),
        ("1) call 2) coffee 3) ride along", ["call", "coffee", "ride along"]),
        ("two calls and then a visit, all within two weeks",
         ["two calls", "a visit, all within two weeks"]),
        ("Send your note, I call you, and then we meet",
         ["Send your note", "I call you", "we meet"]),
    ],
)  # fmt: skip
def test_steps_that_follow_one_another_in_a_line_are_shown_apart(
    typed: str, steps: list[str]
) -> None:
    script = at("apply.steps", typed, "apart", "typed")  # whoever says I is asked about that too
    offered = script.asked[2]
    assert offered.question == f"Are these {len(steps)} answers?"
    assert [row.value for row in offered.rows] == ["apart", "one", "again"]
    assert script.kept.items("apply.steps") == steps


@table(
    "typed",
    ["if we like you, then we meet", "A short call (then a test, if you like)",
     "We call within a week, and if it fits we meet", "An hour with us, paid"],
)  # fmt: skip
def test_one_step_stays_one(typed: str) -> None:
    assert now(at("apply.steps", typed), "apply.steps") == typed


def test_own_words_among_ticks_may_be_several() -> None:
    typed = "clients kept, orders on time"
    for reply in (("gross retention", typed), Reply(("gross retention", typed), again=True)):
        wants = {"metrics": [reply, "apart", ("gross retention", *typed.split(", "))]}
        asking, script = finished(example(BRIEF), wants)
        assert "Are these 2 answers?" in [ask.question for ask in script.asked]
        assert asking.kept.items("metrics") == ["gross retention", *typed.split(", ")]


def test_own_words_among_ticks_that_are_typed_again_are_replaced() -> None:
    wants = {"metrics": [("gross retention", "one, two"), "again", ("gross retention", "three")]}
    asking, script = finished(example(BRIEF), wants)
    first, _, again = [ask for ask in script.asked if ask.fields == ("metrics",)][:3]
    assert (again.rows, again.ticked) == (first.rows, ("gross retention",))
    assert asking.kept.items("metrics") == ["gross retention", "three"]


def test_who_does_not_know_a_figure_may_leave_it_open() -> None:
    asking, script = alone("standard", "portfolio.retention", "dont know, never counted", "open")
    assert script.asked[1].rows[0].value == "open"
    assert asking.kept.is_open("portfolio.retention")


@table(
    ("typed", "kind", "area"),
    [
        ("about 80 restaurants and grocery stores", "restaurants and grocery stores", ""),
        ("60 to 70 clients", "", ""),
        ("some 70", "", ""),
        ("maybe 70, and the 2 school districts", "", ""),
        ("35 existing accounts", "", ""),
        ("35 key accounts", "", ""),
        ("our 35 loyal, long-standing customers", "", ""),
        ("35 current", "", ""),
        ("35 active clients in total", "", ""),
        ("60 inns or so", "inns", ""),
        ("60ish", "", ""),
        ("60 odd", "", ""),
        ("60 give or take a few", "", ""),
        ("sixty or so restaurants", "restaurants", ""),
        ("60+ dental offices", "dental offices", ""),
        ("35 loyal independent inns", "independent inns", ""),
        ("35 existing key accounts in retail", "retail", ""),
        ("35, mostly bakeries", "mostly bakeries", ""),
        ("35 food accounts", "food accounts", ""),
        ("60 restaurants, hotels and inns", "restaurants, hotels and inns", ""),
        ("35 accounts, food manufacturers across the South West", "food manufacturers",
         "the South West"),
        ("about 35 food manufacturers in Ohio", "food manufacturers", "Ohio"),
        ("35 accounts (bakeries, breweries) in Devon", "bakeries, breweries", "Devon"),
        ("35 accounts across Devon, Somerset and Cornwall, mostly inns", "mostly inns",
         "Devon, Somerset and Cornwall"),
        ("35-40 dental practices throughout munster", "dental practices", "munster"),
        ("30, mostly realtors + restaurants", "mostly realtors and restaurants", ""),
        ("30 realtors + cafes + bars", "realtors, cafes and bars", ""),
        ("about 40 - cafes & two hotels", "cafes & two hotels", ""),
        ("25 \u2013 gyms/yoga studios", "gyms/yoga studios", ""),
        ("30 clients: salons", "salons", ""),
        ("30 - mostly in Leeds", "", "mostly Leeds"),
        ("35 regular customers in the midwest", "", "the midwest"),
        ("35 accounts all over Bavaria", "", "Bavaria"),
    ],
)  # fmt: skip
def test_what_stands_behind_the_number_of_clients_is_their_kind_and_their_area(
    typed: str, kind: str, area: str
) -> None:
    text = kept("standard", portfolio__accounts="", portfolio__segment="", portfolio__territory="")
    wants = {"portfolio.accounts": [typed, "keep"]}
    asking, script = finished(example("standard"), wants, text, mode="missing")
    asked = [field for ask in script.asked for field in ask.fields]
    assert ("portfolio.segment" in asked) == (not kind)
    given = asking.kept.answers().portfolio
    assert given.territory == (area or None)
    if kind:
        assert given.segment == kind


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("maybe 70, and the 2 school districts", "and the 2 school districts"),
        ("35 clients who order weekly", "clients who order weekly"),
        ("about 40 - and growing", "and growing"),
        ("35 existing accounts", ""),
        ("35 inns in Ohio", ""),
    ],
)
def test_what_is_neither_number_nor_kind_is_left_out_only_when_that_is_told(
    typed: str, left: str
) -> None:
    changes = {"portfolio__segment": "", "portfolio__territory": ""}
    script = at("portfolio.accounts", typed, "keep", KeyboardInterrupt(), **changes)
    assert script.asked[2].note == (f"Left out: {left}." if left else "")


@table(
    ("typed", "travel", "hours"),
    [
        ("some Saturdays", "", "40 hours a week, some Saturdays"),
        ("some Saturdays, visits around town", "visits around town",
         "40 hours a week, some Saturdays"),
        ("one Saturday a month", "", "40 hours a week, one Saturday a month"),
    ],
)  # fmt: skip
def test_days_of_work_that_are_told_as_travel_are_offered_for_the_hours(
    typed: str, travel: str, hours: str
) -> None:
    script = at("role.travel", typed, "keep")
    assert script.asked[2].at is None
    assert (now(script, "role.travel"), now(script, "role.hours")) == (travel, hours)
    assert now(at("role.travel", typed, "typed"), "role.travel") == typed


def test_days_on_which_somebody_travels_are_travel() -> None:
    assert now(at("role.travel", "visits on some Saturdays"), "role.hours") == "40 hours a week"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Tamil/Telugu/Kannada any one", "one of Tamil, Telugu and Kannada"),
        ("any one of French, Spanish", "one of French and Spanish"),
        ("either of spanish or french", "one of Spanish and French"),
        ("French, Spanish - either", "one of French and Spanish"),
    ],
)
def test_languages_of_which_one_is_enough_are_offered_as_such(typed: str, read: str) -> None:
    script = at("role.languages", typed, "keep")
    assert script.asked[2].at is None
    assert script.asked[2].why == f"Languages: {read}"
    assert now(script, "role.languages") == read
    assert now(at("role.languages", typed, "typed"), "role.languages") == typed
    assert now(at("role.preferred", typed, "keep"), "role.preferred") == f"One{read[3:]}"


def test_of_languages_one_of_which_is_enough_none_is_left_out() -> None:
    script = at("role.languages", "English and any one of French, Spanish", "one")
    assert now(script, "role.languages") == "English and any one of French, Spanish"


@table(
    ("typed", "note"),
    [
        ("none", ""),
        ("none of these apply", ""),
        ("none, our counter person did this",
         "Left out: our counter person did this. Words on it can stand in why the job is open, at"
         " the end."),
        ("none of these, we are small", "Left out: we are small."),
    ],
)  # fmt: skip
def test_a_no_to_all_that_may_be_true_of_a_job_is_offered_with_what_is_left_out(
    typed: str, note: str
) -> None:
    asking, script = finished(example(BRIEF), {"role.first_hire": [typed, "keep"]})
    asked = [ask for ask in script.asked if ask.fields[:1] == ("role.first_hire",)]
    assert [ask.question for ask in asked[1:]] == ["Is none of this true of the job?"]
    assert asked[1].note == note
    for field in asked[0].fields:
        assert asking.kept.current(field) == "no"


@pytest.mark.parametrize("typed", ["none but the second", "none, 2", "no idea", "none if we grow"])
def test_a_no_to_all_that_takes_some_out_is_none(typed: str) -> None:
    _, script = finished(example(BRIEF), {"role.first_hire": [("role.mentors",)]})
    told = next(ask.told for ask in script.asked if ask.told and ask.kind == "tick")
    assert told(typed) == ""


@table(
    ("typed", "first", "last"),
    [
        ("28, I keep the big three for the first six months so 25 to start", "28", "25"),
        ("28, 25 to start", "28", "25"),
        ("28 but 25 to start", "28", "25"),
        ("28 (25 at first)", "28", "25"),
        ("25 to start, growing to 40", "25", "40"),
        ("25 now and then 28 after 6 months", "25", "28"),
        ("for the first 6 months 25, then 28", "25", "28"),
        ("30 to 35, 25 to start", "30 to 35", "25"),
        ("28 solicitors in Leeds, 25 to start", "28", "25"),
        ("fifteen now, thirty later", "15", "30"),
        ("60 or so, later maybe 70", "about 60", "about 70"),
        ("about 60, later 70", "about 60", "70"),
        ("60ish to start, maybe 70 later", "about 60", "about 70"),
    ],
)
def test_of_two_numbers_for_two_times_neither_is_taken_by_enter(
    typed: str, first: str, last: str
) -> None:
    script = at("portfolio.accounts", typed, "last", portfolio__called="")
    asked = script.asked[2]
    assert (asked.question, asked.at) == ("Which number shall be printed?", None)
    assert [row.label for row in asked.rows][:2] == [first, last]
    assert f'You typed "{typed}".' in asked.why
    assert "can stand in the training, or among the duties." in asked.why
    assert now(script, "portfolio.accounts") == last


@pytest.mark.parametrize("typed", ["about 70 now", "40 by summer", "75, say 60"])
def test_one_number_is_asked_about_as_one(typed: str) -> None:
    script = at("portfolio.accounts", typed, "keep")
    assert script.asked[2].question == "Shall it read like this?"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("28, the big three stay with me for now", "the big three stay with me for now"),
        ("28 solicitors", "solicitors"),
    ],
)
def test_beside_a_kind_that_is_known_nothing_is_lost_in_silence(typed: str, left: str) -> None:
    script = at("portfolio.accounts", typed, "keep")
    assert script.asked[2].note == f"Left out: {left}."


def test_a_hedge_at_the_end_is_left_out_of_its_sentence() -> None:
    typed, alone_there = "QuickBooks I guess", {"tools__others": ""}
    script = at("tools.crm", typed, "keep", **alone_there)
    assert script.asked[2].why.endswith("in QuickBooks")
    assert now(script, "tools.crm") == "QuickBooks"
    assert now(at("tools.crm", typed, "typed", **alone_there), "tools.crm") == typed


@pytest.mark.parametrize(
    ("field", "typed", "sure", "left"),
    [
        ("portfolio.check_ins", "monthly calls probably, i think", "monthly calls",
         "probably, i think"),
        ("role.hours", "9 to 5 or something", "9 to 5", "or something"),
    ],
)  # fmt: skip
def test_a_hedge_at_the_end_is_told_as_left_out(
    field: str, typed: str, sure: str, left: str
) -> None:
    script = at(field, typed, "keep")
    assert script.asked[2].note == f"Left out: {left}."
    assert now(script, field) == sure


@table(
    ("field", "typed"),
    [("role.hours", "9 to 5, flexible"), ("role.travel", "depends on the season, maybe more")],
)
def test_a_question_that_changes_nothing_is_not_asked(field: str, typed: str) -> None:
    script = at(field, typed)
    assert not any(ask.about for ask in script.asked)
    assert now(script, field) == typed


def test_maybe_before_a_figure_is_offered_as_about() -> None:
    typed = "some trips to customers, maybe 1 a quarter"
    script = at("role.travel", typed, "keep")
    assert now(script, "role.travel") == "some trips to customers, about 1 a quarter"
    assert now(at("role.travel", typed, "typed"), "role.travel") == typed


def test_a_hedge_within_an_answer_is_shown_in_its_sentence() -> None:
    typed = "maybe a call every month"
    script = at("portfolio.check_ins", typed, "again", "a call every month")
    assert script.asked[2].why == "about a call every month"
    assert now(script, "portfolio.check_ins") == "a call every month"
    assert now(at("portfolio.check_ins", typed, "typed"), "portfolio.check_ins") == typed


@pytest.mark.parametrize(
    ("typed", "sentence", "amount"),
    [
        ("60k a quarter I guess", "Reach your quota: $60,000 per quarter", "60k"),
        ("I guess $60k", "Reach your quota: $60,000 per quarter", "$60k"),
        ("about 60k", "Reach your quota: $60,000 per quarter", "60k"),
        ("60k or so", "Reach your quota: $60,000 per quarter", "60k"),
        ("about 60k; quarter", "Reach your quota: $60,000 per quarter", "60k"),
        ("60k a month maybe", "Reach your quota: $60,000 per month", "60k"),
        ("12 renewals I guess", "Reach your quota: 12 renewals per quarter", "12 renewals"),
    ],
)
def test_an_amount_that_is_not_sure_is_offered_as_the_figure(
    typed: str, sentence: str, amount: str
) -> None:
    script = at("quota.target", typed, "keep", KeyboardInterrupt(), name="sales")
    assert script.asked[2].why == sentence
    assert script.asked[2].at == 0
    assert [row.value for row in script.asked[2].rows] == ["keep", "again"]
    assert now(script, "quota.target") == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("60k new orders", "$60,000 of new orders"),
        ("$60k a quarter of new orders", "$60,000 of new orders"),
        ("60k new orders a quarter", "$60,000 of new orders"),
        ("about $60k in new orders", "about $60,000 in new orders"),
    ],
)
def test_an_amount_with_what_is_sold_is_offered_written_out(typed: str, amount: str) -> None:
    script = at("quota.target", typed, "keep", KeyboardInterrupt(), name="sales")
    assert script.asked[2].why == f"Reach your quota: {amount} per quarter"
    assert now(script, "quota.target") == amount
    assert now(script, "quota.period") == "quarter"


@table(
    ("typed", "reads", "stays"),
    [
        ("~600k ARR renewed + 150k expansion per yr CAD",
         "about CA$600,000 in renewed ARR plus CA$150,000 in expansion per year",
         "~600k ARR renewed + 150k expansion CAD per year"),
        ("600k renewed + 150k expansion a year",
         "$600,000 in renewals plus $150,000 in expansion per year",
         "600k renewed + 150k expansion per year"),
        ("600k/yr renewals and 150k/yr upsell",
         "$600,000 in renewals and $150,000 in upsells per year",
         "600k renewals and 150k upsell per year"),
        ("renewals: 600k / expansion: 150k / yr",
         "$600,000 in renewals plus $150,000 in expansion per year",
         "renewals: 600k / expansion: 150k per year"),
        ("600k renewals; 150k expansion; per month",
         "$600,000 in renewals plus $150,000 in expansion per month",
         "600k renewals; 150k expansion per month"),
        ("750k a year (600k renewals, 150k expansion)",
         "$750,000 in all: $600,000 in renewals plus $150,000 in expansion per year",
         "750k (600k renewals, 150k expansion) per year"),
        ("600k renewals per year, 40k expansion per month",
         "$600,000 in renewals per year plus $40,000 in expansion per month",
         "600k renewals per year, 40k expansion per month"),
        ("600-650k in renewals, at least 40k from upsell and 12 logos p.a.",
         "$600,000 to $650,000 in renewals, at least $40,000 from upsells and 12 logos per year",
         "600-650k in renewals, at least 40k from upsell and 12 logos per year"),
        ("600k renewed + 150k expansion a year, 80/20",
         "$600,000 in renewals plus $150,000 in expansion per year",
         "600k renewed + 150k expansion, 80/20 per year"),
        ("95% of renewals + 150k in new deals a quarter",
         "95% of renewals plus $150,000 in new deals per quarter",
         "95% of renewals + 150k in new deals per quarter"),
        ("renew 95%, plus 400k a year",
         "95% renewed plus $400,000 per year",
         "renew 95%, plus 400k per year"),
        ("retain 95%, 400k new a year",
         "95% retained plus $400,000 in new business per year",
         "retain 95%, 400k new per year"),
    ],
)  # fmt: skip
def test_a_quota_of_several_parts_is_offered_with_each_of_them_written_out(
    typed: str, reads: str, stays: str
) -> None:
    for row, kept_so in (("keep", reads), ("typed", stays)):
        script = at("quota.target", typed, row, KeyboardInterrupt(), name="sales", **NO_PERIOD)
        assert script.asked[2].why == f"Reach your quota: {reads}"
        assert f"{now(script, 'quota.target')} per {now(script, 'quota.period')}" == kept_so
        assert script.fields[3:4] != ["quota.period"]


NO_PERIOD = {"quota__period": "", "pay__currency": ""}


@table(
    ("typed", "reads"),
    [
        ("150k new ARR per yr CAD", "CA$150,000 of new ARR per year"),
        ("12 renewals a month, on my clients", "12 renewals per month"),
        ("12 renewals a month, paid quarterly", "12 renewals per month"),
        ("40k per month in new business, paid monthly", "$40,000 in new business per month"),
        ("300k a year, all renewals", "$300,000 per year"),
        ("600k renewed a year", "$600,000 in renewals per year"),
        ("1m/yr team", "1m team per year"),
        ("12 renewals a month and 3 upsells", "12 renewals and 3 upsells per month"),
        ("60k orders a month from 20 clients", "$60,000 of orders from 20 clients per month"),
        ("200k per quarter in new ARR", "$200,000 in new ARR per quarter"),
    ],
)  # fmt: skip
def test_a_period_among_the_words_of_a_quota_is_not_asked_for_again(typed: str, reads: str) -> None:
    script = at("quota.target", typed, "keep", KeyboardInterrupt(), name="sales", **NO_PERIOD)
    assert script.asked[2].why == f"Reach your quota: {reads}"
    assert now(script, "quota.period") == reads.rpartition(" ")[2]
    left = typed.partition(", ")[2]
    assert script.asked[2].note == (f"Left out: {left}." if left else "")


@table(
    ("typed", "reads"),
    [
        ("$500k growth a year out of existing accounts",
         "$500,000 a year of growth out of existing accounts"),
        ("500k growth a year on top of 4.2M repeat",
         "$500,000 a year of growth on top of $4,200,000 repeat"),
        ("500k a year split between two reps", "$500,000 a year split between two reps"),
        ("about 500k a year in new sales, mostly from old clients",
         "about $500,000 a year in new sales, mostly from old clients"),
    ],
)  # fmt: skip
def test_a_period_before_many_words_stays_beside_its_figure(typed: str, reads: str) -> None:
    for row, kept_so in (("keep", reads), ("typed", typed)):
        script = at("quota.target", typed, row, KeyboardInterrupt(), name="sales", **NO_PERIOD)
        asked = script.asked[2]
        assert asked.why == f"Reach your quota: {reads}"
        lines = {one.value: one.left for one in asked.rows}
        assert lines["typed"] == f"Reach your quota: {typed}"
        assert now(script, "quota.target") == kept_so
        assert now(script, "quota.period") == "year"


def test_a_second_figure_behind_the_period_of_a_quota_is_told_and_taken_by_no_enter() -> None:
    typed = "300k a year, rising to 400k in year two"
    script = at("quota.target", typed, KeyboardInterrupt(), name="sales", **NO_PERIOD)
    assert script.asked[2].note == "Left out: rising to 400k in year two."
    assert script.asked[2].at is None


def test_an_amount_with_what_is_sold_may_stay_as_it_was_typed() -> None:
    script = at("quota.target", "60k new orders", "typed", KeyboardInterrupt(), name="sales")
    assert now(script, "quota.target") == "60k new orders"


@pytest.mark.parametrize(
    "typed", ["60k", "12 renewals", "50% of accounts on the new plan", "$60,000 of new orders"]
)
def test_a_plain_quota_is_not_asked_about(typed: str) -> None:
    script = at("quota.target", typed, KeyboardInterrupt(), name="sales")
    assert script.fields[:3] == ["review", "quota.target", "review"]


def test_a_hedge_alone_is_no_amount() -> None:
    script = at("quota.target", "maybe", "60k", KeyboardInterrupt(), name="sales")
    assert '"maybe" is not an amount.' in script.notes("quota.target")[1]


def test_pay_that_is_not_sure_is_offered_as_the_figure_too() -> None:
    script = at("pay.base", "about 50k a year I think", "keep", KeyboardInterrupt())
    assert "$50,000" in script.asked[2].why
    assert now(script, "pay.base") == "50k"


# -- amounts and their period ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "amount", "period"),
    [
        ("$22-24/hr", "$22-24", "hour"),
        ("24 an hour", "24", "hour"),
        ("58k a year", "58k", "year"),
        ("58000", "58000", ""),
        ("5000; month", "5000", "month"),
        ("private", "private", ""),
    ],
)
def test_an_amount_is_kept_apart_from_its_period(typed: str, amount: str, period: str) -> None:
    script = at("pay.base", typed, pay__period="", pay__variable="none", pay__bonus="")
    assert now(script, "pay.base") == amount
    assert now(script, "pay.period") == period


@pytest.mark.parametrize(("typed", "periods"), [("22-24", ["hour"]), ("40", ["year", "hour"])])
def test_an_amount_that_no_year_can_mean_asks_for_its_period(
    typed: str, periods: list[str]
) -> None:
    tree = example(BRIEF)
    tree["pay"] = {}
    asking, script = finished(tree, {"pay.base": [typed], "pay.period": ["hour"]})
    asked = script.asked[script.fields.index("pay.base") + 1]
    assert asked.fields == ("pay.period",)
    assert [row.value for row in asked.rows] == periods
    assert "per hour" in asked.rows[-1].help
    assert (asking.kept.current("pay.base"), asking.kept.current("pay.period")) == (typed, "hour")


def test_the_thousands_that_were_left_unsaid_are_offered() -> None:
    tree = example(BRIEF)
    tree["pay"] = {}
    asking, script = finished(tree, {"pay.base": ["54-60"], "pay.period": ["year"]})
    asked = script.asked[script.fields.index("pay.base") + 1]
    assert asked.at is None
    assert "$54,000 to $60,000 per year" in asked.rows[0].help
    assert asking.kept.current("pay.base") == "54-60k"


@table(
    ("typed", "amount", "period"),
    [
        ("21-24 hr", "21-24", "hour"),
        ("21-24hr", "21-24", "hour"),
        ("22 hr.", "22", "hour"),
        ("$22 h", "$22", "hour"),
        ("18 to 20 hourly", "18 to 20", "hour"),
        ("54-60k yr", "54-60k", "year"),
        ("4k mo", "4k", "month"),
        ("3,200 mth", "3,200", "month"),
        ("22 USD hr", "22 USD", "hour"),
    ],
)
def test_a_unit_behind_pay_is_its_period(typed: str, amount: str, period: str) -> None:
    script = at("pay.base", typed, pay__period="", pay__variable="none", pay__bonus="")
    assert (now(script, "pay.base"), now(script, "pay.period")) == (amount, period)


def test_a_unit_behind_other_amounts_is_their_period_and_counted_things_have_none() -> None:
    script = at("quota.target", "50k mo", name="sales")
    assert (now(script, "quota.target"), now(script, "quota.period")) == ("50k", "month")
    assert now(at("pay.variable", "2k yr", pay__bonus=""), "pay.variable") == "2k per year"
    script = at("quota.target", "20 day trials sold", name="sales")
    assert now(script, "quota.target") == "20 day trials sold"


@table("typed", ["450 day", "450 day, small bonus", "900 wk plus bonus", "450 a day + fuel"])
def test_pay_for_a_day_or_a_week_says_so(typed: str) -> None:
    script = at("pay.base", typed, KeyboardInterrupt())
    assert "Write the figure for a year, a month or an hour." in script.notes("pay.base")[1]
    assert now(script, "pay.base") == "52000 to 58000"


@table("typed", ["54-60 yr", "54-60/yr", "54-60 a year"])
def test_thousands_that_were_left_unsaid_are_offered_beside_their_year(typed: str) -> None:
    tree = {**example(BRIEF), "pay": {}}
    asking, script = finished(tree, {"pay.base": [typed], "pay.period": ["year"]})
    asked = script.asked[script.fields.index("pay.base") + 1]
    assert [row.value for row in asked.rows] == ["year"]
    assert "$54,000 to $60,000 per year" in asked.rows[0].help
    assert asking.kept.current("pay.base") == "54-60k"


def test_a_new_amount_with_another_period_changes_the_period() -> None:
    script = at("pay.base", "24 an hour", pay__variable="none", pay__bonus="")
    assert now(script, "pay.period") == "hour"


def test_a_quota_without_its_period_asks_for_it() -> None:
    tree = example("sales")
    del tree["quota"]["period"]
    asking, script = finished(tree, {"quota.period": ["quarter"]})
    at = script.fields.index("quota.target")
    assert script.fields[at + 1] == "quota.period"
    assert asking.kept.answers().quota.period == "quarter"


def test_churn_takes_its_period_too() -> None:
    script = at("portfolio.churn", "2% a quarter", name="sales")
    assert now(script, "portfolio.churn_period") == "quarter"


# -- ways to apply --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "field", "kept_as"),
    [
        ("jobs@tidewater.example", "email", "jobs@tidewater.example"),
        ("www.tidewater.example", "url", "www.tidewater.example"),
        ("https://tidewater.example/jobs", "url", "https://tidewater.example/jobs"),
        ("419-555-0142", "phone", "419-555-0142"),
        ("the button here", "here", "yes"),
        ("Here", "here", "yes"),
    ],
)
def test_one_line_takes_any_way_to_apply(typed: str, field: str, kept_as: str) -> None:
    asking, _ = alone("standard", "apply.email", typed)
    given = [name for name in ("email", "url", "phone", "here")
             if asking.kept.current(f"apply.{name}")]  # fmt: skip
    assert given == [field]
    assert asking.kept.current(f"apply.{field}") == kept_as


@pytest.mark.parametrize("typed", ["email cv to jobs@x.example", "Applications: jobs@x.example"])
def test_one_way_to_apply_is_found_among_other_words_and_asked_about(typed: str) -> None:
    asking, script = alone("standard", "apply.email", typed, "keep")
    assert script.asked[1].rows[0].value == "keep"
    assert asking.kept.current("apply.email") == "jobs@x.example"


@table(
    ("typed", "way", "evidence"),
    [
        ("CV and short note to jobs@x.example", "email", "send your CV and short note"),
        ("send your cv to jobs@x.example", "email", "send your CV"),
        ("jobs@x.example with a cover letter", "email", "send a cover letter"),
        ("jobs@x.example (CV plus a few lines on why you)", "email",
         "send your CV plus a few lines on why you"),
        ("email your resume and two examples of clients you kept to jobs@x.example", "email",
         "send your resume and two examples of clients you kept"),
        ("Two examples of accounts you grew, to jobs@x.example", "email",
         "send two examples of accounts you grew"),
        ("Résumé + references via https://x.example/jobs", "url",
         "send your résumé and references"),
        ("apply with portfolio at www.x.example/jobs", "url", "send your portfolio"),
        ("cv to jobs@x.example or call 0113 496 0142", "phone", "send your CV"),
        ("jobs@x.example w ur resume n a note", "email", "send your resume and a note"),
        ("jobs@x.example - CV only", "email", "send your CV only"),
        ("Applications to jobs@x.example", "email", None),
    ],
)  # fmt: skip
def test_what_is_to_be_sent_is_kept_beside_the_way(
    typed: str, way: str, evidence: str | None
) -> None:
    wants = {"apply.email": [typed, "keep"]}
    text = kept("standard", apply__email="", apply__evidence="")
    asking, script = finished(example("standard"), wants, text, mode="missing")
    assert script.asked[1].question == "Shall it read like this?"
    assert asking.kept.answers().apply.evidence == evidence
    assert asking.kept.current(f"apply.{way}") in typed
    printed = posting(asking).decode()
    assert script.asked[1].note == ""
    assert not evidence or (f"Please {evidence}." in printed and evidence in script.asked[1].why)


def test_what_is_to_be_sent_joins_what_was_asked_for_before() -> None:
    before = "Send a few lines about a client you kept."
    script = at("apply.email", "CV to jobs@x.example", "keep", apply__evidence=before)
    assert now(script, "apply.evidence") == f"{before} Send your CV"
    assert now(script, "apply.email") == "jobs@x.example"


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("jobs@x.example, ask for Dave", "Dave"),
        ("ring Jo Hill on 0113 496 0142", "Jo Hill"),
        ("CV to Anna Hill at anna@x.example", "Anna Hill"),
        ("FAO Sam: sam@x.example", "Sam"),
        ("call for details: 0113 496 0142", ""),
    ],
)
def test_the_person_beside_a_way_to_apply_is_kept(typed: str, contact: str) -> None:
    wants = {"apply.email": [typed, "keep"]}
    text = kept("standard", apply__email="", apply__contact="", apply__evidence="")
    asking, _ = finished(example("standard"), wants, text, mode="missing")
    assert asking.kept.current("apply.contact") == contact


SENT = " Words on it can stand in what people are asked to send."


@pytest.mark.parametrize("left", ["dogs are welcome", "subject line AM"])
def test_other_words_beside_a_way_to_apply_are_left_out_only_when_that_is_told(left: str) -> None:
    _, script = alone("standard", "apply.email", f"jobs@x.example, {left}", "keep")
    assert script.asked[1].note == f"Left out: {left}.{SENT}"


@pytest.mark.parametrize("also", ["no agencies", "drop your CV at the counter"])
def test_other_words_on_how_people_apply_stand_with_what_they_send(also: str) -> None:
    asking, script = alone("standard", "apply.email", f"jobs@x.example, {also}", "keep")
    assert not script.asked[1].note
    assert asking.kept.current("apply.evidence").lower().endswith(also.lower())


def test_a_word_that_may_be_part_of_an_address_is_not_left_out() -> None:
    _, script = alone("standard", "apply.email", "jane doe@x.example", "doe@x.example")
    assert script.asked[1].refused


def test_several_ways_to_apply_stand_in_one_line() -> None:
    asking, _ = alone("standard", "apply.email", "419-555-0142; jobs@x.example")
    assert asking.kept.current("apply.phone") == "419-555-0142"
    assert asking.kept.current("apply.email") == "jobs@x.example"
    assert asking.kept.current("apply.url") == ""


@table(
    "typed",
    ["til filled", "'til its filled", "till filled.", "open til filled", "until we find someone",
     "when filled", "until the position is filled", "Open until it's filled",
     "til we hire someone"],
)  # fmt: skip
def test_until_somebody_is_found_is_read_however_it_is_typed(typed: str) -> None:
    assert now(at("apply.deadline", typed), "apply.deadline") == "until filled"


@table(
    ("typed", "row", "line"),
    [
        ("text 518 555 0177", "keep", "- By text: 518 555 0177"),
        ("a@x.example or txt 518 555 0177", "keep", "- By text: 518 555 0177"),
        ("text 518 555 0177, no calls please", "keep", "- By text: 518 555 0177"),
        ("text me at 518 555 0177", "keep", "- By text: 518 555 0177"),
        ("518 555 0177 (text only)", "keep", "- By text: 518 555 0177"),
        ("phone: 518 555 0177, texts only", "keep", "- By text: 518 555 0177"),
        ("https://x.example/jobs or text 518 555 0177", "keep", "- By text: 518 555 0177"),
        ("518 555 0177, texts ok", "keep", "- By phone or text: 518 555 0177"),
        ("text 518 555 0177", "both", "- By phone or text: 518 555 0177"),
        ("call or text 518 555 0177", "keep", "- By phone or text: 518 555 0177"),
        ("call or text 518 555 0177", "call", "- By phone: 518 555 0177"),
        ("text 518 555 0177", "call", "- By phone: 518 555 0177"),
    ],
)
def test_a_number_for_texts_is_printed_as_one(typed: str, row: str, line: str) -> None:
    text = kept("standard", apply__email="", apply__evidence="")
    wants = {"apply.email": [typed, row]}
    asking, script = finished(example("standard"), wants, text, mode="missing")
    printed = posting(asking).decode()
    assert line in printed
    # What the template asks for is still asked, and nothing else is said beside it.
    assert "about one client relationship you saved or grew" in printed
    assert asking.kept.current("apply.evidence") == ""
    assert line.removeprefix("- ") in script.asked[1].why or row != "keep"
    assert script.asked[1].at == 0
    assert ("By email" in script.asked[1].why) == ("@" in typed)


@pytest.mark.parametrize(
    ("use", "line"),
    [("texts", "text 518 555 0177"), ("calls", "call 518 555 0177"), ("", "call 518 555 0177"),
     ("calls and texts", "call or text 518 555 0177")],
)  # fmt: skip
def test_the_short_form_has_texts_too(use: str, line: str) -> None:
    answers = {"apply__phone": "518 555 0177", "apply__phone_for": use}
    known = interview(Script({}), kept("standard", **answers))[0].kept
    made = draft(SHORT, known.questions, known.answers())
    assert f"or {line}." in FORMATS["txt"].writer()(made).decode()


@table(
    ("typed", "use", "line"),
    [
        ("518 555 0199", "texts", "- By text: 518 555 0199"),
        ("text 518 555 0199", "texts", "- By text: 518 555 0199"),
        ("call 518 555 0199", "", "- By phone: 518 555 0199"),
        ("518 555 0199 (no texts please)", "texts", "- By text: 518 555 0199"),
        ("call or text 518 555 0199", "calls and texts", "- By phone or text: 518 555 0199"),
    ],
)
def test_another_number_is_for_what_the_one_before_was_unless_it_says_so(
    typed: str, use: str, line: str
) -> None:
    answers = {"apply__phone": "518 555 0177", "apply__phone_for": "texts"}
    text, tree = kept("standard", **answers), example("standard")
    alone_asked = {"mode": "errand", "named": ["apply.phone"]}
    for field, how in (("apply.phone", alone_asked), ("apply.email", {"mode": "all"})):
        asking, _ = finished(tree, {field: [typed, "keep"]}, text, **how)
        assert asking.kept.current("apply.phone_for") == use
        assert line in posting(asking).decode()


def test_the_use_of_a_number_is_shown_while_it_is_typed() -> None:
    _, script = alone("standard", "apply.email", "a@x.example or text 518 555 0177", "keep")
    seen = next(ask.read for ask in script.asked if ask.fields[0] == "apply.email")
    assert seen is not None
    shown = seen(("a@x.example or text 518 555 0177",)).text
    assert shown == "By email: a@x.example; By text: 518 555 0177"


@pytest.mark.parametrize(
    "typed", ["text@x.example, 518 555 0177", "518 555 0177; https://x.example/text"]
)
def test_an_address_says_nothing_of_what_a_number_is_for(typed: str) -> None:
    asking, _ = alone("standard", "apply.email", typed)
    assert asking.kept.current("apply.phone") == "518 555 0177"
    assert asking.kept.current("apply.phone_for") == ""


def test_a_way_by_which_no_posting_is_answered_is_told() -> None:
    _, script = alone("standard", "apply.email", "whatsapp 518 555 0177", "keep")
    assert script.asked[1].note == f"Left out: whatsapp.{SENT}"
    assert script.asked[1].why == "By phone: 518 555 0177"


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("text 518 555 0177, no calls please", ""),
        ("text or whatsapp 518 555 0177", f"Left out: whatsapp.{SENT}"),
        ("518 555 0177 (texts or calls)", ""),
        ("call 518 555 0177 (no texts), before 5", ""),
    ],
)
def test_what_a_number_is_for_is_not_told_as_left_out(typed: str, note: str) -> None:
    _, script = alone("standard", "apply.email", typed, "keep")
    assert script.asked[1].note == note


@table(
    ("typed", "line", "contact"),
    [
        ("a@x.example or just ring 518 555 0177 after 4", "By phone: 518 555 0177, after 4", ""),
        ("ring Denise after 4 on 518 555 0177", "By phone: 518 555 0177, after 4", "Denise"),
        ("text or ring 518 555 0177, ask for Sandra", "By phone or text: 518 555 0177", "Sandra"),
        ("518 555 0177 (8:30-16.00)", "By phone: 518 555 0177, 8:30-16.00", ""),
        ("text 518 555 0177 (no calls after 16h00)",
         "By text: 518 555 0177, no calls after 16h00", ""),
        ("518 555 0177 weekdays after 4 please, not on Sundays",
         "By phone: 518 555 0177, weekdays after 4, not on Sundays", ""),
        ("a@x.example or come by on weekdays, 518 555 0177", "By phone: 518 555 0177", ""),
    ],
)  # fmt: skip
def test_the_hours_of_a_number_stand_behind_it(typed: str, line: str, contact: str) -> None:
    asking, script = alone("standard", "apply.email", typed, "keep")
    assert f"- {line}\n" in posting(asking).decode()
    assert asking.kept.current("apply.contact") == contact
    assert "Left out" not in script.asked[1].note


@table(
    ("typed", "request", "hours"),
    [
        ("no CV needed. ring after 4", "No CV needed.", "after 4"),
        ("a few lines about yourself is plenty, no CV",
         "No CV needed: a few lines about yourself is plenty.", ""),
        ("no CV needed. a few lines will do", "No CV needed. A few lines will do.", ""),
    ],
)  # fmt: skip
def test_what_nobody_is_to_send_is_a_sentence_of_its_own(
    typed: str, request: str, hours: str
) -> None:
    text = kept("standard", apply__phone="518 555 0177", apply__evidence="")
    wants = {"apply.evidence": [typed, "keep"]}
    how = {"mode": "errand", "named": ["apply.evidence"]}
    asking, _ = finished(example("standard"), wants, text, **how)
    assert f"How to apply\n\n{request}\n" in posting(asking).decode()
    assert asking.kept.current("apply.phone_hours") == hours


@pytest.mark.parametrize("typed", ["a letter of, e.g. a client", "Send a page. It can be short."])
def test_a_request_that_is_written_as_one_is_not_asked_about(typed: str) -> None:
    assert len(alone("standard", "apply.evidence", typed)[1].asked) == 2


def test_hours_are_taken_where_the_number_alone_is_asked_for() -> None:
    asking, script = alone("standard", "apply.phone", "518 555 0177 after 4", "keep")
    assert script.asked[1].why == "By phone: 518 555 0177, after 4"
    assert asking.kept.current("apply.phone_hours") == "after 4"


@table(
    ("phone", "note"),
    [("518 555 0177", ""),
     ("", "Left out: after 4. Words on it can stand behind the phone number.")],
)  # fmt: skip
def test_hours_behind_whom_one_writes_to_are_those_of_the_number(phone: str, note: str) -> None:
    text = kept("standard", apply__phone=phone)
    wants = {"apply.contact": ["Denise, on the phone after 4", "keep"]}
    how = {"mode": "errand", "named": ["apply.contact"]}
    asking, script = finished(example("standard"), wants, text, **how)
    assert script.asked[1].note == note
    assert asking.kept.current("apply.contact") == "Denise"
    assert asking.kept.current("apply.phone_hours") == ("after 4" if phone else "")


@table(
    ("typed", "hours", "left"),
    [
        ("not weekends", "not weekends", ""),
        ("weekdays except Friday", "weekdays except Friday", ""),
        ("no Sundays please", "no Sundays", ""),
        ("Sunday closed", "Sunday closed", ""),
        ("any time but Sunday", "any time but Sunday", ""),
        ("Sundays no calls", "", "Sundays no calls"),
        ("Sunday is no good", "", "Sunday is no good"),
        ("we are 9-12 people", "", "we are 9-12 people"),
        ("ask for Dana in office 12-14", "", "ask for Dana in office 12-14"),
    ],
)
def test_hours_of_a_number_keep_what_they_deny(typed: str, hours: str, left: str) -> None:
    asking, script = alone("standard", "apply.email", f"518 555 0177 {typed}", "keep")
    assert asking.kept.current("apply.phone_hours") == hours
    assert "please" not in asking.kept.current("apply.evidence")
    assert script.asked[1].note.startswith(f"Left out: {left}." if left else "")
    assert bool(left) == ("Left out" in script.asked[1].note)


@table(
    ("typed", "number", "hours"),
    [
        ("no later than 6pm 518 555 0177", "518 555 0177", "no later than 6pm"),
        ("before 6 518 555 0177", "518 555 0177", "before 6"),
        ("between 9 and 12 518-555-0177", "518-555-0177", "between 9 and 12"),
        ("until 18:00 518 555 0177", "518 555 0177", "until 18:00"),
        ("after 10 (518) 555-0177", "(518) 555-0177", "after 10"),
        ("Tue 9-12 518 555 0177", "518 555 0177", "Tue 9-12"),
        ("(9-12) 518 555 0177", "518 555 0177", "9-12"),
        ("518 555 0177 9-5pm", "518 555 0177", "9-5pm"),
        ("518 555 0177 9am", "518 555 0177", "9am"),
        ("weekdays 02 9374 4000", "02 9374 4000", "weekdays"),
        ("call us at 1 518 555 0177 before 6", "1 518 555 0177", "before 6"),
        ("518 555 0177, I answer after 4", "518 555 0177", "after 4"),
        ("518 555 0177 we answer calls 9-12 on weekdays", "518 555 0177", "9-12 on weekdays"),
    ],
)
@pytest.mark.parametrize("field", ["apply.email", "apply.phone"])
def test_hours_whose_figures_run_into_the_number_are_offered_apart(
    field: str, typed: str, number: str, hours: str
) -> None:
    asking, script = alone("standard", field, typed, "keep")
    assert "Left out" not in script.asked[1].note
    assert asking.kept.current("apply.phone") == number
    assert asking.kept.current("apply.phone_hours") == hours


@pytest.mark.parametrize("typed", ["518 555 0177 (9-12)", "518 555 0177 9-12"])
def test_figures_that_may_be_hours_or_of_the_number_are_taken_for_neither_by_enter(
    typed: str,
) -> None:
    asking, script = alone("standard", "apply.phone", typed, "keep")
    assert script.asked[1].at is None
    assert asking.kept.current("apply.phone") == "518 555 0177"
    assert asking.kept.current("apply.phone_hours") == "9-12"
    asking, _ = alone("standard", "apply.phone", typed, "typed")
    assert asking.kept.current("apply.phone") == typed


@table(
    ("typed", "left"),
    [
        ("518 555 0177, Sunday is no good", "Sunday is no good"),
        ("518 555 0177, not when the shop is busy", "not when the shop is busy"),
        ("518 555 0177, best time is after the lunch rush", "best time is after the lunch rush"),
    ],
)
def test_the_home_of_when_a_number_is_answered_is_behind_it(typed: str, left: str) -> None:
    _, script = alone("standard", "apply.email", typed, "keep")
    said = f"Left out: {left}. Words on it can stand behind the phone number."
    assert script.asked[1].note == said


def test_a_word_before_a_number_is_not_left_out_in_silence() -> None:
    asking, script = alone("standard", "apply.phone", "Dana's mobile 518 555 0177", "keep")
    assert script.asked[1].note.startswith("Left out: Dana's mobile.")
    assert asking.kept.current("apply.phone") == "518 555 0177"


def test_a_denial_before_a_number_is_of_the_hours_behind_it() -> None:
    asking, _ = alone("standard", "apply.email", "never call 518 555 0177 after 6pm", "keep")
    assert asking.kept.current("apply.phone_hours") == "never call after 6pm"


def test_hours_that_say_more_of_a_person_stay_with_the_person() -> None:
    typed = "Denise, who runs the shop at weekends"
    asking, _ = alone("standard", "apply.contact", typed)
    assert asking.kept.current("apply.contact") == typed


@table(
    ("typed", "printed"),
    [
        ("a@x.example, no resume needed", "Send us a few lines about one client relationship"),
        ("a@x.example resume not needed", "You need no résumé."),
        ("write to a@x.example without a resume", "You need no résumé."),
        ("a@x.example, no cv", "You need no CV."),
        ("a@x.example, no resume needed, just a quick note", "Please send a quick note. You need"),
        ("text 518 555 0177, no cv", "Tell us about one client"),
    ],
)
def test_that_no_cv_is_needed_is_no_request_for_one(typed: str, printed: str) -> None:
    text = kept("standard", apply__email="", apply__evidence="")
    wants = {"apply.email": [typed, "keep"]}
    asking, script = finished(example("standard"), wants, text, mode="missing")
    said = posting(asking).decode()
    assert printed in said
    assert not re.search("(?i)your (?:résumé|cv|no )", said)
    assert "Left out" not in script.asked[1].note


def test_that_no_cv_is_needed_adds_nothing_where_the_posting_says_so() -> None:
    text = kept("first-hire", apply__email="", apply__evidence="")
    wants = {"apply.email": ["a@x.example, no resume needed", "keep"]}
    asking, _ = finished(example("first-hire"), wants, text, mode="missing")
    assert asking.kept.answers().apply.evidence is None
    assert posting(asking).decode().count("You need no résumé.") == 1


@table(
    ("typed", "request", "left"),
    [
        ("https://a.example/jobs, no cover letters pls", "You need no cover letter", ""),
        ("a@x.example - cover letter optional", "You need no cover letter", ""),
        ("a@x.example, no cv, no cover letter, no references",
         "You need no CV, no cover letter and no references", ""),
        ("a@x.example (don't bother with a cover letter)", "You need no cover letter", ""),
        ("a@x.example, we don't read cover letters", "You need no cover letter", ""),
        ("a@x.example, don't send a CV", "You need no CV", ""),
        ("a@x.example, no cover letters or references",
         "You need no cover letter and no references", ""),
        ("a@x.example, resume only, no photo", "send your resume only. You need no photo", ""),
        ("a@x.example, no cover letter, dogs are ok", "You need no cover letter",
         "dogs are ok"),
    ],
)  # fmt: skip
def test_another_thing_that_nobody_needs_is_kept_for_what_to_send(
    typed: str, request: str, left: str
) -> None:
    script = at("apply.email", typed, "keep", apply__evidence="")
    assert script.asked[2].note == (f"Left out: {left}.{SENT}" if left else "")
    assert now(script, "apply.evidence").endswith(request)
    script = at("apply.email", typed, "keep", apply__evidence="Send two short stories.")
    assert now(script, "apply.evidence").startswith("Send two short stories. ")
    assert now(script, "apply.evidence").endswith(request.partition(". ")[2] or request)


@pytest.mark.parametrize(
    "typed",
    [
        "dana@x.example, 509 555 0134",
        "email me at dana@x.example or call 509 555 0134",
        "Call (509) 555-0134, or e-mail: dana@x.example.",
    ],
)
def test_ways_to_apply_are_found_among_the_words_around_them(typed: str) -> None:
    asking, _ = alone("standard", "apply.email", typed)
    assert asking.kept.current("apply.email") == "dana@x.example"
    assert asking.kept.current("apply.phone").strip("(").replace(") ", " ").replace("-", " ") == (
        "509 555 0134"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a@x.example; b@x.example", "One email address"),
        ("a@x.example, b@x.example", "One email address"),
        ("Dana dana@x.example", "has a name beside the address"),
        ("drop by any day", "no email address, link or phone number"),
    ],
)
def test_what_is_no_way_to_apply_or_one_too_many_is_refused(typed: str, said: str) -> None:
    _, script = alone("standard", "apply.email", typed)
    assert said in script.notes("apply.email")[1]


# -- as it will read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "typed", "reads"),
    [
        ("pay.base", "22-24 an hour", "$22 to $24 per hour"),
        ("portfolio.accounts", "about 47", "47"),
        ("role.reports_to", "me", "the owner"),
        ("apply.deadline", "until filled", "until the job is filled"),
        ("role.location", "Toledo, Ohio", ""),
        ("role.start", "ASAP", "as soon as possible"),
        ("role.start", "a.s.a.p.", "as soon as possible"),
    ],
)
def test_an_answer_is_shown_as_it_will_read_before_it_is_kept(
    field: str, typed: str, reads: str
) -> None:
    script = at(field, KeyboardInterrupt(), pay__period="", pay__variable="none", pay__bonus="")
    seen = script.asked[1].read
    assert seen is not None
    assert reads.lower() in seen((typed,)).text.lower()
    assert not seen((typed,)).refused


def test_what_is_never_printed_reads_as_nothing_in_the_posting() -> None:
    for field, typed in (("company.employees", "about 9"), ("role.regions", "Ohio")):
        seen = at(field, KeyboardInterrupt()).asked[1].read
        assert seen is not None
        assert not seen((typed,)).text


def test_what_cannot_be_read_is_known_before_enter() -> None:
    seen = at("pay.base", KeyboardInterrupt()).asked[1].read
    assert seen is not None
    assert seen(("a lot",)).refused
    assert not seen(()).refused


@pytest.mark.parametrize("typed", ["in 2 weeks", "2 weeks", "March 15", "end of the month"])
def test_a_day_told_from_today_is_kept_as_that_day(typed: str) -> None:
    script = at("apply.deadline", typed)
    assert now(script, "apply.deadline")[:2] == "20"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("pay.base", "45k base, "),
        ("apply.deadline", "18 Dec 2030, "),
        ("apply.email", "a@x.example, "),
    ],
)
def test_no_facts_are_looked_for_in_a_very_long_line(field: str, typed: str) -> None:
    script = at(field, f"{typed}{'OTE ' * 2000}", KeyboardInterrupt(), name="sales")
    assert script.asked[2].refused


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("pay.variable", "in " * 6000),
        ("portfolio.accounts", "/" * 19_900),
        ("portfolio.retention", "jun-" * 4900),
        ("apply.deadline", f"18 Dec 2030 {'1' * 22}x, start asap"),
    ],
)
def test_a_very_long_answer_is_asked_about_at_once(field: str, typed: str) -> None:
    started = time.process_time()
    at(field, typed, KeyboardInterrupt())
    assert time.process_time() - started < 1


SOON = "as soon as possible"


@table(
    ("typed", "deadline", "start"),
    [
        ("18 Dec 2030, start asap", "18 Dec 2030", SOON),
        ("18 Dec 2030 start asap", "18 Dec 2030", SOON),
        ("start asap, apply by 18 Dec 2030", "18 Dec 2030", SOON),
        ("no later than 18 Dec 2030, start asap", "18 Dec 2030", SOON),
        ("December 18, 2030 (starting March 2031)", "December 18, 2030", "March 2031"),
        ("18/12/2030, start in January", "18/12/2030", "January"),
        ("closing date 2030-12-18 - January start", "2030-12-18", "January"),
        ("until filled, immediate start", "until filled", "immediate"),
        ("when we find someone and start asap", "until filled", SOON),
        ("to start 4 January; open until filled", "open until filled", "4 January"),
    ],
)
def test_a_deadline_is_taken_with_the_start(typed: str, deadline: str, start: str) -> None:
    script = at("apply.deadline", typed, "keep", role__start="")
    assert script.asked[2].question == "Shall it read like this?"
    assert f"Start: {start[:1].upper()}{start[1:]}" in script.asked[2].why
    assert now(script, "apply.deadline") == deadline
    assert now(script, "role.start") == start


@table(
    ("typed", "start"),
    [
        ("not sure, want somebody in place by end of january", "by end of January"),
        ("want somebody by feb", "by February"),
        ("start asap", SOON),
        ("we need someone in before easter", "before Easter"),
        ("no idea, looking to have someone by march", "by March"),
    ],
)
def test_a_start_that_is_told_for_a_deadline_leaves_that_open(typed: str, start: str) -> None:
    script = at("apply.deadline", typed, "keep", role__start="", apply__deadline="")
    assert script.asked[2].note.startswith("Deadline: not sure yet.")
    assert now(script, "role.start") == start
    assert script.kept.is_open("apply.deadline")


def test_by_stays_with_the_start() -> None:
    typed = "til we find somebody, start by end of january"
    script = at("apply.deadline", typed, "keep", role__start="")
    assert now(script, "role.start") == "by end of January"
    assert now(script, "apply.deadline") == "until filled"


@table(
    ("typed", "evidence", "start", "deadline"),
    [
        ("j@print.example, send resume or just a few lines, want somebody by end of jan",
         "send your resume or just a few lines", "by end of January", ""),
        ("j@print.example - CV and cover letter, start in March", "send your CV and cover letter",
         "March", ""),
        ("j@print.example, resume, apply by 30 Jan 2030", "send your resume", "", "30 Jan 2030"),
    ],
)  # fmt: skip
def test_the_days_beside_a_way_to_apply_go_where_they_belong(
    typed: str, evidence: str, start: str, deadline: str
) -> None:
    empty = {"apply__evidence": "", "role__start": "", "apply__deadline": ""}
    script = at("apply.email", typed, "keep", **empty)
    assert now(script, "apply.email") == "j@print.example"
    assert now(script, "apply.evidence") == evidence
    assert now(script, "role.start") == start
    assert now(script, "apply.deadline") == deadline


def test_a_start_that_was_told_is_not_told_anew_beside_a_way_to_apply() -> None:
    typed = "j@print.example, want somebody by end of jan"
    script = at("apply.email", typed, "keep", role__start="March 2027")
    assert now(script, "role.start") == "March 2027"
    assert script.asked[2].note == f"Left out: want somebody by end of January.{SENT}"


def test_a_deadline_is_taken_with_the_interviews() -> None:
    script = at("apply.deadline", "30 Jan 2030, interviews in February", "keep", apply__steps="")
    assert now(script, "apply.deadline") == "30 Jan 2030"
    assert script.kept.items("apply.steps") == ["Interviews in February"]


@pytest.mark.parametrize(
    ("typed", "left", "deadline"),
    [
        ("18 Dec 2030, no agencies", "no agencies", "18 Dec 2030"),
        ("18 Dec 2030 noon", "noon", "18 Dec 2030"),
        ("apply by 5pm on Wed 18th December 2030", "by 5pm", "2030-12-18"),
        ("Dec 18, 2030 at 17:00, start asap", "at 17:00", "Dec 18, 2030"),
    ],
)
def test_other_words_beside_a_deadline_are_left_out_only_when_that_is_told(
    typed: str, left: str, deadline: str
) -> None:
    script = at("apply.deadline", typed, "keep", role__start="")
    assert script.asked[2].note == f"Left out: {left}."
    assert now(script, "apply.deadline") == deadline


@pytest.mark.parametrize(
    "typed",
    ["01/02/2030, start asap", "31 Feb 2030, start asap",
     "in 3 or 4 weeks, start asap", "2 weeks after 18 Dec 2030, start asap",
     "not before 18 Dec 2030, start asap", "18 Dec 2030 - 5 Jan 2031",
     f"{'1' * 40}x, start asap"],
)  # fmt: skip
def test_a_start_without_a_certain_deadline_is_refused_and_stays(typed: str) -> None:
    script = at("apply.deadline", typed, KeyboardInterrupt())
    assert (script.asked[2].refused, script.asked[2].typed) == (True, typed)


@table(
    ("typed", "place", "workplace", "days"),
    [
        ("Cork, Ireland - hybrid 2 days a week, or remote in Ireland", "Cork, Ireland", "hybrid",
         "2 days a week, or remote in Ireland"),
        ("Leeds, UK (hybrid)", "Leeds, UK", "hybrid", ""),
        ("denver co hybrid, 3 days in", "Denver, CO", "hybrid", "3 days in"),
        ("Austin, TX / fully remote", "Austin, TX", "remote", ""),
        ("Boise, ID, on site", "Boise, ID", "on-site", ""),
        ("Reno, NV; on-site or hybrid", "Reno, NV", "hybrid", ""),
    ],
)  # fmt: skip
def test_a_place_is_taken_with_how_people_work_there(typed, place, workplace, days) -> None:
    before = {"role__office_days": "", "role__workplace": "", "role__travel": ""}
    script = at("role.location", typed, "keep", **before)
    assert f"{place} ({workplace})" in script.asked[2].why
    assert now(script, "role.location") == place
    assert now(script, "role.workplace") == workplace
    assert (now(script, "role.office_days") or "") == days


@table(
    ("typed", "place", "told", "left"),
    [
        ("chattanooga tn, in the shop mon-fri 8 to 4:30", "Chattanooga, TN",
         {"role.workplace": "on-site", "role.hours": "Mon-Fri 8 to 4:30"}, ""),
        ("chattanooga, tn, in the shop", "Chattanooga, TN", {"role.workplace": "on-site"}, ""),
        ("chattanooga tn in the shop", "Chattanooga, TN", {"role.workplace": "on-site"}, ""),
        ("our shop in chattanooga tn", "Chattanooga, TN", {}, ""),
        ("dayton oh, at our warehouse, 40 hrs", "Dayton, OH",
         {"role.workplace": "on-site", "role.hours": "40 hrs"}, ""),
        ("portland or, m-f 9-5", "Portland, OR", {"role.hours": "Monday to Friday 9-5"}, ""),
        ("Cork, Ireland, part time", "Cork, Ireland", {"role.employment": "part-time"}, ""),
        ("leeds uk - 2 days in the office, rest from home", "Leeds, UK",
         {"role.workplace": "hybrid",
          "role.office_days": "2 days in the office, rest from home"}, ""),
        ("boise idaho, on site, some travel", "Boise, Idaho",
         {"role.workplace": "on-site", "role.travel": "Some travel"}, ""),
        ("tucson az, office near the airport, parking", "Tucson, AZ", {},
         "office near the airport, parking"),
        ("boise, out by the airport, idaho", "Boise, Idaho", {}, "out by the airport"),
        ("boise, out past the mall", "Boise", {}, "out past the mall"),
        ("leeds, hybrid, 2 days in office", "Leeds",
         {"role.workplace": "hybrid", "role.office_days": "2 days in office"}, ""),
        ("leeds or remote", "Leeds", {}, "or remote"),
        ("remote, boston ma", "Boston, MA", {"role.workplace": "remote"}, ""),
        ("boston ma, no remote", "Boston, MA", {}, "no remote"),
        ("boston ma, from the office, no remote", "Boston, MA",
         {"role.workplace": "on-site"}, "no remote"),
        ("boston ma (remote possible)", "Boston, MA", {}, "remote possible"),
        ("boston ma, remote for the right person", "Boston, MA", {},
         "remote for the right person"),
        ("leeds uk, hybrid possible", "Leeds, UK", {}, "hybrid possible"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_place_goes_where_it_belongs_or_is_told(
    typed: str, place: str, told: dict[str, str], left: str
) -> None:
    of_place = ("role.workplace", "role.hours", "role.travel", "role.office_days", "role.regions")
    before = {field.replace(".", "__"): "" for field in of_place}
    script = at("role.location", typed, "keep", KeyboardInterrupt(), role__location="", **before)
    assert script.asked[2].note == (left and f"Left out: {left}.")
    assert now(script, "role.location") == place
    found = {field: now(script, field) for field in of_place if now(script, field)}
    found |= (
        {"role.employment": now(script, "role.employment")} if "role.employment" in told else {}
    )
    assert found == told


@pytest.mark.parametrize(
    "typed",
    ["12 Main St, Dayton OH", "Port St Lucie, FL", "Road Town, VG",
     "Chattanooga, Tennessee, USA", "Salem or Boston, MA",
     "Boston or remote, with a desk at the office", "Denver, CO or Austin, TX",
     "Washington, D.C.", "HQ, Full Time, Austin, TX"],
)  # fmt: skip
def test_a_whole_place_is_not_parted(typed: str) -> None:
    assert now(at("role.location", typed), "role.location") == typed


_STREET = {"apply__address": "", "role__location": "", "role__workplace": ""}


@table(
    ("typed", "place", "street", "left"),
    [
        ("Toronto, King St W", "Toronto", "King St W", ""),
        ("Toronto, King St W, ON", "Toronto, ON", "King St W", ""),
        ("King St W, Toronto, ON, Canada", "Toronto, ON, Canada", "King St W", ""),
        ("Toronto ON (King St W office, near Union Station)", "Toronto, ON", "King St W",
         "near Union Station"),
        ("leeds uk - 12 Park Row, hybrid", "Leeds, UK", "12 Park Row", ""),
        ("our shop on Main St, Columbus", "Columbus", "Main St", ""),
        ("Suite 200, 45 Broad St, Columbus, OH", "Columbus, OH", "45 Broad St Suite 200", ""),
        ("Toronto, ON, Unit 5, 12 King St W", "Toronto, ON", "12 King St W Unit 5", ""),
        ("Berlin, Torstra\u00dfe 12", "Berlin", "Torstra\u00dfe 12", ""),
        ("Tucson, our warehouse is off Grant Rd", "Tucson", "",
         "our warehouse is off Grant Rd"),
        ("Tucson, our warehouse is off Grant Rd, Arizona", "Tucson, Arizona", "",
         "our warehouse is off Grant Rd"),
        ("Tucson AZ, right by the airport", "Tucson, AZ", "", "right by the airport"),
        ("Austin, we're moving in spring", "Austin", "", "we're moving in spring"),
    ],
)  # fmt: skip
def test_a_street_or_a_remark_beside_a_town_is_no_part_of_its_name(
    typed: str, place: str, street: str, left: str
) -> None:
    script = at("role.location", typed, "keep", KeyboardInterrupt(), **_STREET)
    said = f"{street} is not printed: job search engines are told it. " if street else ""
    assert script.asked[2].note == (said + (f"Left out: {left}." if left else "")).strip()
    assert not street or street not in script.asked[2].why
    assert (now(script, "role.location"), now(script, "apply.address")) == (place, street)
    script = at("role.location", typed, "typed", KeyboardInterrupt(), **_STREET)
    assert now(script, "role.location") == typed


def test_a_street_that_is_given_is_not_replaced_by_one_beside_a_town() -> None:
    more = {**_STREET, "apply__address": "1 Pier Road, 01970"}
    script = at("role.location", "Salem, Wharf Street, MA", "keep", KeyboardInterrupt(), **more)
    assert now(script, "apply.address") == "1 Pier Road, 01970"
    assert script.asked[2].note == "Left out: Wharf Street."


def test_a_very_long_place_is_looked_at_at_once() -> None:
    started = time.process_time()
    parted_place(f"Leeds {'but ' * 5000}")
    assert time.process_time() - started < 2


@table(
    ("typed", "place", "travel"),
    [
        ("san antonio TX, in the field 3-4 days a week", "San Antonio, TX",
         "In the field 3-4 days a week"),
        ("tampa, fl - mostly in the field", "Tampa, FL", "Mostly in the field"),
        ("Boise, ID, hybrid, on the road 2 days a week", "Boise, ID", "On the road 2 days a week"),
    ],
)  # fmt: skip
def test_a_place_is_taken_with_the_road(typed, place, travel) -> None:
    script = at("role.location", typed, "keep", role__travel="", role__workplace="")
    assert now(script, "role.location") == place
    assert now(script, "role.travel") == travel


@table(
    ("typed", "left", "period"),
    [
        ("2.4m a yr across about 60 accts", "across about 60 accts", "year"),
        ("1.2m annual, 60 accts", "60 accts", "year"),
        ("300k quarterly across 40 clients", "across 40 clients", "quarter"),
    ],
)
def test_a_quota_is_told_without_the_number_of_accounts(typed, left, period) -> None:
    script = at("quota.target", typed, "keep", name="sales")
    assert script.asked[2].note == f"Left out: {left}."
    assert " of " not in script.asked[2].why.partition("quota:")[2]
    assert now(script, "quota.period") == period


@table(
    "typed",
    ["renee@a.com, resume ok, by jan 15", "renee@a.com resume is fine", "resume ok: renee@a.com"],
)
def test_what_is_welcome_is_asked_for_by_its_name(typed: str) -> None:
    script = at("apply.email", typed, "keep", apply__evidence="")
    assert script.asked[2].why.endswith("send your resume.")
    assert now(script, "apply.email") == "renee@a.com"


@pytest.mark.parametrize(
    ("typed", "left"),
    [("Austin, TX (remote, and a dog)", "and a dog"), ("Boise, ID, on site", "")],
)
def test_what_has_no_place_beside_a_workplace_is_told(typed: str, left: str) -> None:
    script = at("role.location", typed, "keep", role__workplace="")
    assert script.asked[2].note == (left and f"Left out: {left}.")


@pytest.mark.parametrize("typed", ["Austin, TX or remote", "remote", "Cork hybrid"])
def test_a_workplace_is_not_guessed_from_a_place(typed: str) -> None:
    script = at("role.location", typed, "keep", KeyboardInterrupt(), role__workplace="")
    assert now(script, "role.workplace") == ""


@pytest.mark.parametrize("typed", [", ny", ",ny", ", ny,"])
def test_a_state_that_is_typed_alone_completes_the_town(typed: str) -> None:
    script = at("role.location", typed, role__location="Albany")
    assert now(script, "role.location") == "Albany, ny"


@table(
    ("before", "state", "place"),
    [
        ("Boise, out by the airport", "Idaho", "Boise, Idaho (out by the airport)"),
        ("Boise out by the airport", ", ID", "Boise, ID (out by the airport)"),
        ("Boise near the airport", "ID", "Boise, ID (near the airport)"),
        ("St Cloud, downtown", "MN", "St Cloud, MN (downtown)"),
        ("Stratford, at the mill", "Ontario", "Stratford, Ontario (at the mill)"),
        ("Stow on the Wold", "UK", "Stow on the Wold, UK"),
        ("Hull, Albert Dock", "UK", "Hull, Albert Dock, UK"),
        ("Boise and Meridian", "Idaho", "Boise and Meridian, Idaho"),
    ],
)
def test_a_state_stands_behind_the_town_and_not_behind_what_is_said_of_it(
    before: str, state: str, place: str
) -> None:
    script = at("role.location", state, role__location=before, role__regions="")
    assert now(script, "role.location") == place
    assert region_at(script.kept, place)


@pytest.mark.parametrize("before", ["Albany, NY", ""])
def test_a_place_that_begins_with_a_comma_is_refused_where_it_completes_none(before: str) -> None:
    script = at("role.location", ", nj", "Camden, NJ", role__location=before)
    assert "Write the town too, as in: Albany, nj." in script.notes("role.location")[1]
    assert now(script, "role.location") == "Camden, NJ"


def test_as_soon_as_possible_is_kept_in_full() -> None:
    assert now(at("role.start", "asap"), "role.start") == "as soon as possible"


def test_how_given_answers_were_read_is_told_at_the_start() -> None:
    script = Script({}, {"company.name": [KeyboardInterrupt()]})
    stopped(script, "tools:\n  crm: HubSpot # our own\n", mode="all")
    assert told(script, 'Client records: "# our own" is read as a comment')


@pytest.mark.parametrize(
    "typed", ["no product, its svc plans", "none", "its not software", "We have no product", "n/a"]
)
def test_a_name_that_denies_the_product_takes_its_tick_away(typed: str) -> None:
    script = at("product.name", typed, "out", name="technical")
    assert "nothing that clients learn to use" in script.asked[2].question
    assert (now(script, "product.software"), now(script, "product.name")) == ("no", "")


@pytest.mark.parametrize("typed", ["Notion add-ons", "Nonesuch", "Tally"])
def test_a_name_of_a_product_is_taken_as_it_is(typed: str) -> None:
    script = at("product.name", typed, name="technical")
    assert now(script, "product.name") == typed


# -- months ---------------------------------------------------------------------------------------


@table(
    ("typed", "start"),
    [
        ("Feb", "February"),
        ("ideally early feb", "ideally early February"),
        ("mid-Jan or Feb. 1", "mid-January or February 1"),
        ("Sept 2027", "September 2027"),
        ("Jan-Mar", "January to March"),
        ("mar", "March"),
        ("end of may", "end of May"),
        ("Feb, after the audit", "February, after the audit"),
        ("In Feb. We may wait.", "In February. We may wait."),
        ("when Janet may march on", "when Janet may march on"),
        ("when Jan is back", "when Jan is back"),
        ("1 December", "1 December"),
    ],
)
def test_the_months_of_a_start_are_written_out(typed: str, start: str) -> None:
    assert now(at("role.start", typed, role__start=""), "role.start") == start


@table(
    ("typed", "start"),
    [
        ("rolling til filled, ideally start Feb", "ideally February"),
        ("until filled, starting early Feb 2027", "early February 2027"),
        ("until filled; preferably starting by 1 Sep", "preferably by 1 September"),
    ],
)
def test_so_are_those_of_a_start_beside_a_deadline_and_how_sure_it_is_stays(
    typed: str, start: str
) -> None:
    script = at("apply.deadline", typed, "keep", role__start="")
    assert now(script, "role.start") == start
    assert script.asked[2].note == ""


# -- what is said of all the steps ----------------------------------------------------------------


@table(
    ("typed", "last"),
    [
        ("call; role play; offer - 2 wks total, no AI screening",
         ("offer - 2 wks total", "no AI screening")),
        ("call; Offer, 2 weeks in all. We don't use AI to screen applications",
         ("Offer, 2 weeks in all", "We don't use AI to screen applications")),
        ("call; trial day (paid) and we never use artificial intelligence",
         ("trial day (paid)", "we never use artificial intelligence")),
        ("call; offer (AI is not used)", ("offer", "AI is not used")),
        ("call; offer - every CV is read by a person", ("offer", "every CV is read by a person")),
        ("call; offer. We reply to everyone within a week",
         ("offer", "We reply to everyone within a week")),
    ],
)  # fmt: skip
def test_what_is_said_of_all_the_steps_gets_a_line_of_its_own(
    typed: str, last: tuple[str, str]
) -> None:
    script = at("apply.steps", typed, "keep", apply__steps="")
    steps = script.kept.items("apply.steps")
    assert tuple(steps[-2:]) == last
    assert steps[0] == "call"
    assert script.asked[2].why == " \u00b7 ".join(steps)
    script = at("apply.steps", typed, "typed", apply__steps="")
    assert "; ".join(script.kept.items("apply.steps")) == typed


def test_a_full_stop_before_it_parts_it_as_it_parts_steps() -> None:
    script = at("apply.steps", "call, role play, offer. No AI used", "apart", apply__steps="")
    assert script.kept.items("apply.steps")[-2:] == ["offer", "No AI used"]


@pytest.mark.parametrize(
    "typed", ["call; offer; no AI used", "call. We look at your figures; offer", "AI is not used"]
)
def test_steps_that_stand_apart_already_are_not_asked_about(typed: str) -> None:
    script = at("apply.steps", typed, apply__steps="")
    assert script.fields[:3] == ["review", "apply.steps", "review"]


# -- what only looks like what is read ------------------------------------------------------------


@table(
    ("field", "typed", "wrong"),
    [
        ("role.juniors", "two but not the drivers", "Coach"),
        ("role.juniors", "2, not counting the interns", "Coach counting"),
        ("role.juniors", "no interns, 2 juniors", "interns"),
        ("apply.email", "jobs@x.example, nothing without a resume", "You need no"),
        ("apply.email", "jobs@x.example - those without a cover letter are not read", "no cover"),
        ("role.years", "2 years at most", "in most"),
        ("role.years", "2 years with us", "in us"),
        ("role.years", "3 years, negotiable", "negotiable"),
        ("portfolio.retention", "100% of the top 10, 90% of the rest", "100%"),
        ("portfolio.retention", "95% if possible", "95%"),
        ("quota.target", "300k in year one, 500k after", "plus"),
        ("quota.target", "300k minus returns", "of minus"),
        ("pay.variable", "2000 sign-on bonus", "per year"),
        ("pay.variable", "5000 if I can afford it", "comes on top"),
        ("pay.variable", "it was 5000 last year", "comes on top"),
        ("role.owner", "not me, Joe", "Not"),
        ("role.owner", "just me, Elena Marsh", "Just"),
        ("role.languages", "spanish isn't required", "isn't"),
    ],
)  # fmt: skip
def test_enter_alone_takes_nothing_that_was_not_said(field: str, typed: str, wrong: str) -> None:
    name = {"quota.target": "sales", "role.owner": "first-hire"}.get(field, "standard")
    script = at(field, typed, name=name, **{field.replace(".", "__"): ""})
    assert [ask.why for ask in script.asked if ask.at == 0 and wrong in ask.why] == []


# -- what has its home elsewhere ------------------------------------------------------------------


def offered(script: Asked) -> Ask:
    """Return the first thing that was asked about an answer."""
    return next(ask for ask in script.asked if ask.about)


def test_new_clients_that_would_be_nice_are_a_measure_only_as_what_is_counted() -> None:
    script = at("metrics", ("orders on time", "some new clients would be nice"), "keep")
    assert script.kept.items("metrics") == ["orders on time", "new clients"]
    assert offered(script).note == "A measure is what you can count."


@table(
    ("field", "typed", "measure", "duty"),
    [
        ("portfolio.expansion", "3 or 4 new clients a year would be nice, not the point",
         "3 or 4 new clients a year", "Win 3 or 4 new clients a year"),
        ("role.new_business", "a little, some new clients would be nice",
         "new clients", "Win some new clients"),
        ("role.new_business", "2 new accounts per quarter",
         "2 new accounts per quarter", "Win 2 new accounts per quarter"),
    ],
)  # fmt: skip
def test_new_clients_are_offered_their_place_where_something_else_is_asked(
    field: str, typed: str, measure: str, duty: str
) -> None:
    script = at(field, typed, "measure")
    assert script.kept.items("metrics")[-1] == measure
    assert offered(script).at is None
    script = at(field, typed, "duty")
    assert script.kept.items("role.duties")[-1] == duty
    assert script.kept.answers()[field] is None


@table(
    ("field", "typed"),
    [("role.new_business", "10% on new clients"), ("metrics", "new clients")],
)
def test_a_share_of_the_time_and_what_is_counted_are_no_wish(field: str, typed: str) -> None:
    script = at(field, typed, "keep")
    assert not any(row.value == "duty" for ask in script.asked for row in ask.rows)
    assert "would" not in str(script.kept.answers()[field])


@table(
    ("typed", "product"),
    [
        ("FrontRange Dispatch, same as company", "FrontRange Dispatch"),
        ("Relay (same name as the company)", "Relay"),
        ("same as the company", "Northgate Software"),
        ("it's the same as our company's name", "Northgate Software"),
        ("same as the company, Relay", "Relay"),
        ("same: Relay", "Relay"),
        ("company name", "Northgate Software"),
        ("the same", "Northgate Software"),
        ("Same Day Courier", "Same Day Courier"),
    ],
)
def test_a_product_called_as_the_company_has_its_name(typed: str, product: str) -> None:
    firm = {"company__name": "Northgate Software, Inc."}
    script = at("product.name", typed, "keep", name="technical", **firm)
    assert now(script, "product.name") == product


def test_of_a_product_that_is_the_same_and_nobody_says_as_what_no_enter_takes_a_name() -> None:
    asked = at("product.name", "same", "keep", name="technical").asked[2]
    assert asked.at is None
    assert [row.value for row in asked.rows] == ["keep", "again"]


@table(
    ("field", "typed"),
    [
        ("product.name", "our own"),
        ("tools.crm", "our own"),
        ("apply.contact", "same as above"),
        ("role.owner", "Same person."),
        ("pay.benefits", "ditto"),
    ],
)
def test_what_only_points_at_a_name_is_asked_again(field: str, typed: str) -> None:
    name = {"product.name": "technical", "role.owner": "first-hire"}.get(field, "standard")
    script = at(field, typed, "Relay", name=name)
    assert any(f'"{typed}" names nothing' in note for note in script.notes(field))
    assert now(script, field) == "Relay"


@table(
    ("typed", "post"),
    [
        ("cs lead, she's covering the accts now", "CS lead"),
        ("our CS lead", "CS lead"),
        ("our vp of sales", "VP of sales"),
        ("hr manager", "HR manager"),
    ],
)
def test_a_post_has_its_initials_and_nobody_before_it(typed: str, post: str) -> None:
    assert now(at("role.reports_to", typed, "keep"), "role.reports_to") == post


def test_who_does_the_work_meanwhile_belongs_to_why_the_job_is_open() -> None:
    note = offered(at("role.reports_to", "cs lead, she's covering the accts now", "keep")).note
    assert note.endswith("Words on it can stand in why the job is open, at the end.")
    note = offered(at("role.reports_to", "the CS lead, she knows all of them", "keep")).note
    assert "why the job" not in note


# -- days -----------------------------------------------------------------------------------------


@table(
    "typed",
    ["until filled, want to hire by end of month",
     "until filled - we'd like to find someone by june",
     "until filled, want somebody hired by march"],
)  # fmt: skip
def test_who_wants_to_hire_by_a_day_tells_no_start(typed: str) -> None:
    script = at("apply.deadline", typed, "keep", role__start="")
    assert now(script, "apply.deadline") == "until filled"
    assert now(script, "role.start") == ""
    assert offered(script).note.startswith("Left out: w")


@table(
    ("typed", "day"),
    [("31.1.", (1, 31)), ("31.1", (1, 31)), ("1/31", (1, 31)), ("by 31/1", (1, 31))],
)
def test_figures_that_are_one_day_alone_are_the_next_one(typed: str, day: tuple[int, int]) -> None:
    found = at("apply.deadline", typed, "keep").kept.answers().apply.deadline.day
    assert (found.month, found.day) == day
    assert found >= datetime.date.today()


@table(
    ("town", "typed", "day"),
    [
        ("Columbus, OH", "3/4", (3, 4)),
        ("Leeds, UK", "3/4", (4, 3)),
        ("Cork, Ireland", "by 3/4", (4, 3)),
        ("Columbus, OH", "3.4.", (4, 3)),
    ],
)
def test_figures_that_may_be_two_days_are_offered_as_the_country_writes_them(
    town: str, typed: str, day: tuple[int, int]
) -> None:
    script = at("apply.deadline", typed, "keep", role__location=town, pay__currency="")
    found = script.kept.answers().apply.deadline.day
    assert (found.month, found.day) == day
    assert offered(script).question == "Shall it read like this?"


def test_figures_that_are_no_day_stay_refused() -> None:
    for typed in ("32.1.", "13/32", "1-2", "3.4.5"):
        script = at("apply.deadline", typed, Reply((), None))
        assert not script.kept.current("apply.deadline").startswith("20")


# -- how clients pass over ------------------------------------------------------------------------

DRIVEN = "we drive together to every client, hotels last"


def test_a_hand_over_in_words_is_offered_as_what_is_meant_and_in_the_training() -> None:
    script = at("role.handover", DRIVEN, "keep", name="first-hire", role__training="")
    assert offered(script).at is None
    assert script.kept.items("role.handover") == ["first call together"]
    script = at("role.handover", DRIVEN, "training", name="first-hire", role__training="")
    assert now(script, "role.training") == DRIVEN
    assert script.kept.items("role.handover") == []


def test_words_of_a_hand_over_stand_behind_the_training_that_was_told() -> None:
    typed = ("one by one", "hotels come last")
    script = at("role.handover", typed, "training", name="first-hire", role__training="Two weeks.")
    assert now(script, "role.training") == "Two weeks. Hotels come last"
    assert script.kept.items("role.handover") == ["one by one"]
    assert "keep" in [row.value for row in offered(script).rows]


@table("typed", ["we never go together", "hotels come last"])
def test_no_hand_over_is_meant_by_words_that_do_not_say_so(typed: str) -> None:
    script = at("role.handover", typed, "training", name="first-hire", role__training="")
    assert [row.value for row in offered(script).rows] == ["training", "again"]


# -- two of a list --------------------------------------------------------------------------------


@table(
    ("field", "typed", "named"),
    [
        ("portfolio.basis", "service contracts, and beans they just order",
         ["contracts", "repeat orders"]),
        ("portfolio.basis", "projects or contracts", ["contracts", "projects"]),
    ],
)  # fmt: skip
def test_of_two_answers_of_a_list_somebody_is_asked_which(
    field: str, typed: str, named: list[str]
) -> None:
    script = at(field, typed, named[1])
    assert [row.value for row in offered(script).rows] == [*named, "again"]
    assert offered(script).at is None
    assert now(script, field) == named[1]


def test_of_none_of_a_list_the_whole_list_is_asked_again() -> None:
    script = at("portfolio.basis", "all sorts", "contracts")
    assert not any(row.value == "again" for ask in script.asked for row in ask.rows)


# -- several in one line --------------------------------------------------------------------------


@table(
    ("field", "typed", "parts"),
    [
        ("company.more", "35 people, bootstrapped + profitable. book is 2.1M ARR",
         ["35 people, bootstrapped + profitable", "book is 2.1M ARR"]),
        ("role.required", "Driving licence B, and likes people. Not afraid to open a machine",
         ["Driving licence B, and likes people", "Not afraid to open a machine"]),
    ],
)  # fmt: skip
def test_stops_part_a_line_before_its_commas_do(field: str, typed: str, parts: list[str]) -> None:
    script = at(field, typed, "apart")
    assert script.kept.items(field) == parts
    assert at(field, typed, "one").kept.items(field) == [typed]


@table(
    "typed",
    ["Spanish. A third of the clinics speak it", "Work at St. Mary's",
     "Stock of approx. 40 machines", "A van. It has racks"],
)  # fmt: skip
def test_a_sentence_that_goes_on_with_the_one_before_is_no_line_of_its_own(typed: str) -> None:
    script = at("role.required", typed)
    assert script.kept.items("role.required") == [typed]


@table("typed", ["Gong, Looker", "gong, looker", "Relay, Fieldbook"])
def test_products_are_several_tools_without_a_question(typed: str) -> None:
    script = at("tools.others", typed)
    assert not any(ask.about for ask in script.asked)
    assert script.kept.items("tools.others") == typed.split(", ")


def test_what_is_no_product_is_asked_about() -> None:
    script = at("tools.others", "Slack, a shared calendar", "apart")
    assert offered(script).question == "Are these 2 answers?"


# -- I and my -------------------------------------------------------------------------------------


def told_of(script: Asked, field: str) -> str:
    kept = script.kept
    return "; ".join(kept.items(field)) if kept.questions[field].many else kept.current(field)


def test_joints_alone_are_not_told_as_left_out() -> None:
    typed = "til we find somebody, but has to start before february"
    _, script = alone("standard", "apply.deadline", typed, "keep")
    assert script.asked[1].note == ""
    _, script = alone("standard", "apply.deadline", f"{typed}, no rush", "keep")
    assert script.asked[1].note == "Left out: no rush."


@table(
    ("field", "typed", "said"),
    [
        ("role.training", "You ride along with me. I show you my routes",
         "You ride along with us. We show you our routes"),
        ("role.team", "my two drivers, and I'm there too", "our two drivers, and we're there too"),
        ("apply.steps", "a call with me", "a call with us"),
    ],
)  # fmt: skip
def test_what_the_company_says_is_offered_before_the_next_question(
    field: str, typed: str, said: str
) -> None:
    script = at(field, typed, "keep")
    assert now(script, field) == said
    assert now(at(field, typed, "typed"), field) == typed
    assert not any('applicant reads "' in note for note in script.heard)


def test_a_measure_of_ones_own_is_said_by_the_company_too() -> None:
    ticked = ("client satisfaction", "fewer late deliveries and less phone calls to me")
    script = at("metrics", ticked, "keep")
    assert script.kept.items("metrics") == [
        "client satisfaction", "fewer late deliveries and less phone calls to us",
    ]  # fmt: skip
    assert script.kept.items("metrics") != at("metrics", ticked, "typed").kept.items("metrics")


@table(
    ("typed", "who", "left"),
    [
        ("Denise, and her husband a bit", "Denise and her husband", "a bit"),
        ("mostly Denise, Tom now and then", "Denise and Tom", "mostly, now and then"),
        ("me and my sister sometimes", "the owner and the owner's sister", "sometimes"),
    ],
)
def test_how_much_of_it_somebody_does_is_no_part_of_who_it_is(typed, who, left) -> None:
    script = at("role.owner", typed, "keep", name="first-hire")
    assert now(script, "role.owner") == who
    offer = script.asked[2]
    assert offer.note.startswith(f"Left out: {left}. Words on it can stand in the training")
    assert now(at("role.owner", typed, "typed", name="first-hire"), "role.owner") == typed


@table("typed", ["you learn it with my wife Ann", "Dana and I show you", "on a tablet of your own"])
def test_whose_somebody_is_nobody_rewords(typed: str) -> None:
    script = at("role.training", typed)
    assert not any(ask.about for ask in script.asked)
    assert now(script, "role.training") == typed


@table(
    ("typed", "accounts", "called"),
    [
        ("about 45 clients", "about 45", "clients"),
        ("40-50 customers", "40 to 50", "customers"),
        ("sixty clients or so", "60", "clients"),
        ("~80 existing customers", "about 80", "customers"),
        ("60", "60", None),
        ("47 accounts", "47", None),
    ],
)
def test_clients_are_called_as_they_were_counted_where_nothing_else_is_said(
    typed, accounts, called
):
    asking, _ = alone("sales", "portfolio.accounts", typed)
    now = asking.kept.answers().portfolio
    assert now.called == called
    assert shown(asking.kept.answers())["portfolio.accounts"] == f"{accounts} accounts"
    noun = called or "accounts"
    assert f"{accounts} {noun}" in posting(asking).decode()


def test_a_word_for_clients_that_was_given_stays_whatever_they_are_counted_as():
    asking, _ = alone("standard", "portfolio.accounts", "about 45 clients")
    assert asking.kept.answers().portfolio.called == "customers"


@table(
    ("typed", "percent"),
    [
        ("one day a week", 20), ("a fifth of the week, say", 20), ("1 day/week", 20),
        ("half a day a week", 10), ("2 days a month", 10), ("about a third", 33), ("4 hrs/wk", 10),
        ("an hour a day", 13), ("a little, one day a week", 20),
    ],
)  # fmt: skip
def test_a_part_of_the_time_is_offered_in_percent_and_by_no_enter(typed: str, percent: int) -> None:
    script = at("role.new_business", typed, "keep")
    offer = script.asked[-2]
    assert now(script, "role.new_business") == str(percent)
    assert (offer.at, f"{percent}% of your time" in offer.why) == (None, True)


def test_of_a_range_of_days_either_end_is_offered_in_percent() -> None:
    assert now(at("role.new_business", "1-2 days a week", "last"), "role.new_business") == "40"


@pytest.mark.parametrize("typed", ["2 days", "9 days a week", "3 hours of 8"])
def test_a_count_of_days_or_hours_is_no_percent(typed: str) -> None:
    script = at("role.new_business", typed, KeyboardInterrupt())
    assert not any("of your time" in ask.why for ask in script.asked[2:])


@table(
    ("typed", "said"),
    [
        ("about $1.1 mil a year in orders", "about $1,100,000 in orders per year"),
        ("$2 mill a year", "$2,000,000 per year"),
    ],
)
def test_millions_are_read_in_every_short_form(typed: str, said: str) -> None:
    script = at("quota.target", typed, "keep", "keep", name="sales")
    assert said in " ".join([*script.heard, *(ask.why for ask in script.asked)])


@table(
    ("field", "typed", "duty"),
    [
        ("portfolio.expansion", "no number, just more languages", "More languages"),
        ("role.new_business", "whenever the season is quiet", "Whenever the season is quiet"),
    ],
)
def test_words_alone_can_become_a_duty_where_only_a_figure_stands(
    field: str, typed: str, duty: str
) -> None:
    script = at(field, typed, "duty", name="key" if field == "portfolio.expansion" else "sales")
    assert script.kept.items("role.duties")[-1] == duty
    assert (now(script, field), script.asked[-2].at) == ("", None)
    assert script.kept.is_seen(field)


def test_hours_told_with_the_employment_stay_small_behind_words_of_ours() -> None:
    """A posting puts them behind a comma, or begins a row with them."""
    typed = "full time, some saturdays for trade shows"
    script = at("role.employment", typed, "keep", role__hours="")
    assert now(script, "role.hours") == "some saturdays for trade shows"
