"""Conditions: parsed where they are written, and values from there on."""

import pytest

from amjd.answers.conditions import ALWAYS, GIVEN, Condition, hold, parse, parse_rule
from tables import table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("quota.carries is yes", (Condition("quota.carries", "yes"),)),
        ("apply.deadline is not rolling", (Condition("apply.deadline", "rolling", True),)),
        ("metrics is given", (Condition("metrics", GIVEN),)),
        ("apply.url is not given", (Condition("apply.url", GIVEN, True),)),
        (
            "role.first_hire is yes and role.trainable is no",
            (Condition("role.first_hire", "yes"), Condition("role.trainable", "no")),
        ),
        ("portfolio.segment is a and b", (Condition("portfolio.segment", "a and b"),)),
    ],
)
def test_conditions_are_read_as_they_are_said_and_said_as_they_are_read(text, expected):
    assert parse(text) == expected
    assert " and ".join(map(str, parse(text))) == text


def test_ways_are_joined_by_or_and_one_of_no_conditions_always_holds():
    one, other = Condition("a.b", "given", True), Condition("a.b", "no")
    assert parse_rule("a.b is not given or a.b is no") == ((one,), (other,))
    assert parse_rule("a.b is x or y") == ((Condition("a.b", "x or y"),),)
    assert parse_rule("") == ALWAYS


def test_an_and_inside_a_wanted_answer_stays_there():
    assert parse("a.b is yes and no") == (Condition("a.b", "yes and no"),)


@pytest.mark.parametrize("text", ["quota.carries", "is yes", "quota.carries is", "A.b is yes"])
def test_what_is_no_condition_is_refused(text):
    with pytest.raises(ValueError, match="is no condition"):
        parse(text)


@table(
    ("condition", "answer", "holds"),
    [
        ("a.b is yes", "yes", True),
        ("a.b is yes", "no", False),
        ("a.b is yes", None, False),
        ("a.b is not yes", "no", True),
        ("a.b is not yes", "yes", False),
        ("a.b is not yes", None, False),
        ("a.b is given", "no", True),
        ("a.b is given", None, False),
        ("a.b is given", (), False),
        ("a.b is not given", None, True),
        ("a.b is not given", "no", False),
        ("a.b is a chance", "if the year goes well", True),
        ("a.b is a chance", "A bonus of two weeks' pay, if it was a good year", True),
        ("a.b is a chance", "Paid when we can, in December", True),
        ("a.b is a chance", "Depends on profits", True),
        ("a.b is a chance", "at our discretion", True),
        ("a.b is a chance", "There may be a bonus", True),
        ("a.b is a chance", "if no more than two clients have left", False),
        ("a.b is a chance", "if 95% of the business you keep is renewed", False),
        ("a.b is a chance", "We pay it when the year is over", False),
        ("a.b is a chance", "up to 2000 a year for keeping clients", False),
        ("a.b is a chance", None, False),
        ("a.b is a fragment", "we wash linen for inns", True),
        ("a.b is a fragment", "growth", True),
        ("a.b is a person", "the owner", True),
        ("a.b is a person", "Elena Marsh", True),
        ("a.b is a person", "me and my sister", True),
        ("a.b is a person", "sales director", True),
        ("a.b is a person", "sales mgr", False),
        ("a.b is a person", None, False),
        ("a.b is a fragment", "Commercial cleaning", True),
        ("a.b is a fragment", "We wash linen", False),
        ("a.b is a fragment", "We grow.", False),
        ("a.b is a fragment", "iPhones are what we mend", False),
        ("a.b is a fragment", "24 inns trust us", False),
        ("a.b is a fragment", "\u6211\u4eec\u6253\u626b", False),
        ("a.b is a fragment", None, False),
        ("a.b is much of the week", "Every day, in your own car", True),
        ("a.b is much of the week", "two days a month", False),
        ("a.b is much of the week", None, False),
        ("a.b is free of driving", "two conferences a year", True),
        ("a.b is in a vehicle", "spring, in our pickup", True),
        ("a.b is in a vehicle", "two order pickups a day", False),
        ("a.b is in one of ours", "spring, in our old pickup", True),
        ("a.b is in one of ours", "monthly, the van is provided", True),
        ("a.b is in one of ours", "a day a week by car", False),
        ("a.b is not free of driving", "two visits a month", True),
        ("a.b is not free of driving", None, False),
        ("a.b is rare", "some trips to customers, about 1 a qtr, and our user conference", True),
        ("a.b is rare", "two days a month, and a fair each year", False),
        ("a.b is rare", "two client visits", False),
        ("a.b is calls", ("notes", "calls"), True),
        ("a.b is not calls", ("notes",), True),
        ("a.b is not calls", (), False),
    ],
)
def test_silence_is_never_taken_for_another_answer(condition, answer, holds):
    assert hold(parse(condition), {"a.b": answer}.get) is holds


def test_all_of_several_must_hold():
    both = parse("a.b is yes and c.d is no")
    assert hold(both, {"a.b": "yes", "c.d": "no"}.get)
    assert not hold(both, {"a.b": "yes"}.get)
