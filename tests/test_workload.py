"""What the accounts take of a month, and when that is said."""

from collections.abc import Callable
from typing import Any

import pytest

from amjd.answers.fields import Answers
from amjd.interview.workload import hours_a_month, hours_a_week, minutes_in, workload
from conftest import WORDS

Make = Callable[[dict[str, Any] | None], Answers]


@pytest.mark.parametrize(
    ("check_ins", "minutes"),
    [
        ("monthly calls, quarterly reviews", 70),
        ("a call each month", 30),
        ("a visit every month", 60),
        ("Twice a month, by phone", 60),
        ("two calls a month and a yearly review", 70),
        ("weekly visits", 260),
        ("every other week in person", 130),
        ("a visit every 6 weeks, calls in between", 43),
        ("every three months", 10),
        ("biweekly call", 65),
        ("a monthly email, a visit every quarter", 30),
        ("1.5 calls a month", 45),
        ("when they ask", 0),
        ("weekly calls at first, then quarterly", 0),
        ("weekly or monthly calls", 0),
        ("a visit every week in season", 0),
        ("call every month visit every quarter", 50),
        ("every week a visit", 260),
        ("on the road 3 days a week stopping by, calls rest", 0),
        ("every 0 weeks", 130),
        ("site walks every week, each client once a month, texts in between", 30),
        ("big two every week, rest visited once a month", 0),
        ("qbr with the bigger ones, everyone else every 60 days", 0),
        ("monthly for the top ten, others quarterly", 0),
        ("", 0),
    ],
)
def test_minutes_of_one_account_follow_from_the_contact(check_ins: str, minutes: int) -> None:
    assert round(minutes_in(check_ins)) == minutes


@pytest.mark.parametrize(
    ("hours", "week"),
    [
        ("30 hours a week", 30),
        ("20-25 hrs", 25),
        ("between 20 and 25 hours a week", 25),
        ("Monday to Friday, 9 to 5", 0),
        ("6 hours a day", 0),
        ("20 a week", 20),
        ("37.5 hrs", 37.5),
        ("37,5 hours a week", 37.5),
        ("37\u00bd hours a week", 37.5),
        ("35 to 37.5 hours", 37.5),
        ("a 37.5-hour week", 37.5),
        ("Mon to Fri, 8.30 to 5, 37.5 hours", 37.5),
        ("5 days a week", 0),
        ("100 hours a month", 0),
        ("", 0),
    ],
)
def test_hours_a_week_are_found_among_other_words(hours: str, week: float) -> None:
    assert hours_a_week(hours) == week


@pytest.mark.parametrize(("accounts", "hours"), [("60", 70), ("40 to 80", 93), ("1", 1)])
def test_the_hours_are_those_of_a_monthly_call_and_a_quarterly_review_unless_told(
    answers: Make, accounts: str, hours: int
) -> None:
    assert hours_a_month(answers({"portfolio.accounts": accounts})) == hours


NINETY = {"portfolio.accounts": "about 90"}
VISITS = {**NINETY, "portfolio.check_ins": "a visit every month"}
PART_TIME = {**VISITS, "role.employment": "part-time"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, NINETY, "About 90 accounts: about 105 hours a month, with a monthly call and a "
                     "quarterly review each; full time is about 173. One person can do that."),
        ({}, {"portfolio.accounts": "1"}, ""),
        ({}, {"portfolio.accounts": "4", "portfolio.strategic": "yes"}, ""),
        ({}, {"portfolio.accounts": "4", "portfolio.check_ins": "weekly visits",
              "role.employment": "part-time", "role.hours": "15 hours a week"},
         "15 hours a week are about 65. One person can do that."),
        ({}, {"portfolio.accounts": "50"}, "One person can do that."),
        ({}, {"portfolio.accounts": "140"}, "with little time for anything else."),
        ({}, {"portfolio.accounts": "200"}, "That is too much for one person"),
        ({}, {"portfolio.accounts": "30", "portfolio.strategic": "yes"}, "is about 173."),
        (NINETY, VISITS, ""),
        (VISITS, {**VISITS, "role.hours": "30 hours a week"}, ""),
        (VISITS, PART_TIME, ""),
        ({**VISITS, "portfolio.accounts": "140"}, {**PART_TIME, "portfolio.accounts": "140"},
         "part time is less than 150. That is too much"),
        (PART_TIME, {**PART_TIME, "role.hours": "20 hours a week"},
         'About 90 accounts: about 90 hours a month, with "a visit every month" (an hour a visit, '
         "without the way); 20 hours a week are about 87. That is too much for one person"),
        (NINETY, {**NINETY, "portfolio.check_ins": "weekly calls"}, "195 hours a month"),
        ({"portfolio.accounts": "140"}, {"portfolio.accounts": "140",
         "role.employment": "part-time"}, "part time is less than 150. That is too much"),
        ({"portfolio.accounts": "200"}, {"portfolio.accounts": "200",
         "portfolio.check_ins": "a call every quarter"}, "One person can do that."),
        ({"role.hours": "20"}, {}, ""),
        ({"portfolio.accounts": "40"}, {"portfolio.accounts": "40", "role.hours": "25 a week"}, ""),
        (PART_TIME, {**PART_TIME, "role.hours": "30 hours a week"}, ""),
        (VISITS, {**VISITS, "portfolio.accounts": "170", "role.hours": "37.5 hrs"},
         "37.5 hours a week are about 162. That is too much"),
    ],
)  # fmt: skip
def test_it_is_said_of_a_new_number_and_when_it_means_something_else(
    answers: Make, before: dict[str, Any], after: dict[str, Any], said: str
) -> None:
    found = list(workload(answers(before), answers(after), WORDS.advice))
    assert len(found) == bool(said)
    assert said in "".join(found)
