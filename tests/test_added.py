"""What was told at the question of another, and is asked for again: nothing of it is lost."""

from interviews import changed, finished, kept
from script import example

PAY = ("65-75, OTE 110, car allowance 600 a month", "keep")
ALLOWANCE = "car allowance 600 a month"


def benefits_after(*replies, **more):
    nothing = dict.fromkeys(("pay__base", "pay__variable", "pay__ote", "pay__benefits"), "")
    wants = {"pay.base": list(PAY), "pay.benefits": list(replies), **more}
    asking, script = finished(
        example("sales"), wants, kept("sales", pay__period="", **nothing),
        mode="errand", named=["pay.base", "pay.benefits"],
    )  # fmt: skip
    return asking.kept.items("pay.benefits"), script


def test_what_is_typed_adds_to_a_benefit_that_base_pay_told():
    items, script = benefits_after("health, 401k", "apart", "add")
    assert items == [ALLOWANCE, "health", "401k"]
    assert script.asked[-2].at == 0
    assert "Car allowance 600 a month" in script.asked[-2].why


def test_whoever_wants_it_so_replaces_what_base_pay_told():
    assert benefits_after("health", "replace")[0] == ["health"]


def test_who_types_again_what_base_pay_told_is_not_asked():
    items, script = benefits_after("health; Car allowance 600 a month")
    assert items == ["health", "Car allowance 600 a month"]
    assert not any("Add to" in ask.question for ask in script.asked)


def test_who_names_again_what_was_told_replaces_it_by_enter():
    items, script = benefits_after("car allowance", "replace")
    assert script.asked[-2].at == 1
    assert items == ["car allowance"]


def test_of_a_part_that_is_named_again_nobody_decides_by_enter():
    told = "hubspot, stripe for billing, slack for chat"
    wants = {"tools.crm": [told, "keep"], "tools.others": ["stripe; a shared calendar", "replace"]}
    text = kept("standard", tools__crm="", tools__others="")
    named = ["tools.crm", "tools.others"]
    asking, script = finished(example("standard"), wants, text, mode="errand", named=named)
    assert [ask.at for ask in script.asked if ask.question.startswith("Add to")] == [None]
    assert asking.kept.items("tools.others") == ["stripe", "a shared calendar"]


def test_once_settled_an_answer_is_replaced_as_any_other():
    items, script = benefits_after("health", "add", "vision", review=["pay.benefits", "yes"])
    assert items == ["vision"]
    assert [ask.question for ask in script.asked].count("Add to it, or replace it?") <= 1


def test_texts_in_which_two_sentences_can_stand_are_put_one_behind_the_other():
    text = kept("tidewater", role__location="", role__hours="")
    wants = {
        "role.location": ["Chattanooga TN, in the shop mon-fri 8 to 4:30", "keep"],
        "role.hours": ["overtime in March", "add"],
    }
    asking, _ = finished(
        example("tidewater"), wants, text, mode="errand", named=["role.location", "role.hours"]
    )
    assert asking.kept.current("role.hours") == "Mon-Fri 8 to 4:30, overtime in March"


def test_the_car_that_the_benefits_tell_of_is_offered_first():
    for benefit, row in (
        (ALLOWANCE, 1),
        ("a company van", 0),
        ("mileage paid", 2),
        ("health", None),
    ):
        text = kept("sales", pay__benefits=benefit, role__car="")
        _, script = changed(text, "role.car", "own")
        assert next(ask for ask in script.asked if ask.fields == ("role.car",)).at == row


def test_the_car_that_the_travel_tells_of_is_offered_first():
    text = kept("sales", role__travel="two days a week, in our van", role__car="")
    _, script = changed(text, "role.car", "provided")
    assert next(ask for ask in script.asked if ask.fields == ("role.car",)).at == 0


def test_on_the_way_a_list_of_which_another_question_was_told_is_asked_for_more():
    tree = example("tidewater")
    tree["pay"]["benefits"] = ["health"]
    wants = {
        "pay.base": ["58000 to 64000 a year, car allowance 600 a month", "keep"],
        "pay.benefits": ["health", "add"],
    }
    asking, script = finished(tree, wants)
    assert asking.kept.items("pay.benefits") == [ALLOWANCE, "health"]
    asked = [ask for ask in script.asked if ask.fields == ("pay.benefits",)]
    assert [ask.current for ask in asked] == [(ALLOWANCE,), ()]
