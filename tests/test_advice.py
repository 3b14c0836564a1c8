"""Advice is worked out from the answers, and from nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from amjd.answers.fields import Answers
from amjd.interview.advice import called_for, hours_a_month, take_home
from conftest import WORDS

Make = Callable[[dict[str, Any] | None], Answers]
QUOTA = {
    "quota.carries": "yes",
    "quota.target": "150000",
    "quota.period": "quarter",
    "pay.commission": "6% of each upsell",
}


def remarks(field: str, given: Answers) -> list[str]:
    return called_for(field, given, WORDS.advice, ":back")


@pytest.mark.parametrize(
    ("share", "is_hunting"), [("0", False), ("49.9", False), ("50", True), ("100", True)]
)
def test_half_the_time_on_new_clients_is_another_job(
    answers: Make, share: str, is_hunting: bool
) -> None:
    found = remarks("role.new_business", answers({"role.new_business": share}))
    assert found == ([WORDS.advice.hunting] if is_hunting else [])


def test_no_other_answer_brings_up_hunting_again(answers: Make) -> None:
    assert remarks("company.name", answers({"role.new_business": "80"})) == []


def test_more_than_five_measures_are_taken_with_advice(answers: Make) -> None:
    assert remarks("metrics", answers({"metrics": list("abcde")})) == []
    (found,) = remarks("metrics", answers({"metrics": list("abcdef")}))
    assert found.startswith("6 measures are taken, but four or five are enough.")


@pytest.mark.parametrize("variable", ["private", "10 a month"])
def test_there_is_no_take_home_pay_without_two_figures_for_one_period(
    answers: Make, variable: str
) -> None:
    given = answers({**QUOTA, "pay.base": "50000", "pay.variable": variable})
    assert take_home(given, WORDS.advice) == []


def test_take_home_pay_follows_from_a_part_of_the_base(answers: Make) -> None:
    given = answers({**QUOTA, "pay.base": "50000", "pay.variable": "20%"})
    rows = take_home(given, WORDS.advice)
    assert [row.split(": ")[1].split(" per")[0] for row in rows] == [
        "$50,000", "$55,000", "$60,000", "$62,000",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "variable", "currency", "rows"),
    [
        ("50000", "10000", "USD", ["$50,000", "$55,000", "$60,000", "$62,000"]),
        (
            "50000 to 60000",
            "10000",
            "USD",
            [
                "$50,000 to $60,000",
                "$55,000 to $65,000",
                "$60,000 to $70,000",
                "$62,000 to $72,000",
            ],
        ),
        (
            "50000",
            "10000 to 20000",
            "EUR",
            [
                "\u20ac50,000",
                "\u20ac55,000 to \u20ac60,000",
                "\u20ac60,000 to \u20ac70,000",
                "\u20ac62,000 to \u20ac74,000",
            ],
        ),
    ],
)
def test_take_home_pay_at_four_shares_of_the_target(
    answers: Make, base: str, variable: str, currency: str, rows: list[str]
) -> None:
    given = answers({**QUOTA, "pay.base": base, "pay.variable": variable, "pay.currency": currency})
    shares = ["0%", "50%", "100%", "120%"]
    expected = [
        f"{share} of target: {row} per year" for share, row in zip(shares, rows, strict=True)
    ]
    assert take_home(given, WORDS.advice) == expected


def test_take_home_pay_of_an_hourly_job_is_exact_to_the_cent(answers: Make) -> None:
    given = answers({**QUOTA, "pay.base": "24", "pay.variable": "1.30", "pay.period": "hour"})
    assert take_home(given, WORDS.advice)[1] == "50% of target: $24.65 per hour"
    assert take_home(given, WORDS.advice)[3] == "120% of target: $25.56 per hour"


@pytest.mark.parametrize("without", ["pay.base", "pay.variable", "quota.carries"])
def test_no_take_home_pay_unless_all_of_it_is_known(answers: Make, without: str) -> None:
    given = {**QUOTA, "pay.base": "50000", "pay.variable": "10000", without: None}
    if without == "quota.carries":
        given[without] = "no"
    assert take_home(answers(given), WORDS.advice) == []


@pytest.mark.parametrize("field", ["pay.base", "pay.variable", "pay.period"])
def test_each_answer_that_changes_the_pay_shows_it_again(answers: Make, field: str) -> None:
    given = answers({**QUOTA, "pay.base": "50000", "pay.variable": "10000"})
    (said,) = remarks(field, given)
    assert "120% of target" in said


@pytest.mark.parametrize(
    ("accounts", "check_in", "review", "hours"),
    [(60, 30, 120, 70), (60, 20, 90, 50), (1, 30, 120, 1), (200, 15, 60, 117), (10, 0, 0, 0)],
)
def test_hours_a_month_are_check_ins_and_a_third_of_the_quarterly_reviews(
    accounts: int, check_in: int, review: int, hours: int
) -> None:
    assert hours_a_month(accounts, check_in, review) == hours
