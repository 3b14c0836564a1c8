"""Advice is worked out from the answers, and from nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from amjd.answers.fields import Answers
from amjd.interview.advice import called_for, doubtful, take_home, to_change
from conftest import WORDS

Make = Callable[[dict[str, Any] | None], Answers]
QUOTA = {
    "quota.carries": "yes",
    "quota.target": "150000",
    "quota.period": "quarter",
    "pay.commission": "6% of each upsell",
}


def remarks(field: str, given: Answers) -> list[str]:
    return called_for([field], given, WORDS.advice, ":back")


@pytest.mark.parametrize(
    ("field", "answer", "is_said"),
    [
        ("tools.crm", "in my head", True),
        ("tools.crm", "HubSpot", False),
        ("role.training", "You ride along with me.", True),
        ("role.owner", "me", False),
        ("role.duties", ["Sit in when I sell"], True),
        ("role.travel", "On the road with me every Monday", True),
        ("role.opening", "We took on twelve inns. Ask us.", False),
    ],
)
def test_whoever_says_i_in_a_sentence_of_ours_is_told_of_which_answer(
    answers: Make, field: str, answer: Any, is_said: bool
) -> None:
    said = to_change(field, answers({field: answer}), "Training", WORDS)
    assert said.startswith("Training: an applicant reads") == is_said


@pytest.mark.parametrize(
    ("field", "answer", "is_said"),
    [
        ("role.duties", ["Write notes", "Call when she has time"], True),
        ("role.growth_path", "He may lead a team", True),
        ("role.training", "You learn it once she is here", True),
        ("role.training", "You learn it from Dana and her notes", False),
        ("role.training", "Each client has his own van", False),
        ("role.team", "Dana and her dog", False),
    ],
)
def test_whoever_calls_the_hire_a_woman_or_a_man_is_told_of_which_answer(
    answers: Make, field: str, answer: Any, is_said: bool
) -> None:
    given = answers({field: answer})
    said = to_change(field, given, "Duties", WORDS)
    assert ("reads as if you looked for a woman or a man" in said) == is_said
    assert said.startswith("Duties: ") == is_said
    assert doubtful(answers(), given, WORDS.advice) == []


@pytest.mark.parametrize(
    ("benefits", "currency", "said"),
    [
        (["10 days off"], "USD", "10 days off: an applicant will ask whether that is paid."),
        (["Dental", "2 weeks vacation"], None, "2 weeks vacation: "),
        (["10 days off, paid holidays"], None, "10 days off: "),
        (["10 days off, paid in full"], None, ""),
        (["10 days off, all paid"], None, ""),
        (["10 unpaid days off"], None, ""),
        (["15 days of paid vacation and 6 of sick leave"], None, ""),
        (["27 days of holiday besides bank holidays"], "GBP", ""),
        (["PTO", "A holiday party"], None, ""),
    ],
)
def test_days_off_that_may_be_unpaid_are_told(
    answers: Make, benefits: list[str], currency: str | None, said: str
) -> None:
    given = answers({"pay.benefits": benefits, "pay.currency": currency})
    found = to_change("pay.benefits", given, "Benefits", WORDS)
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_pay_that_is_kept_private_is_told(answers: Make) -> None:
    assert "No pay is shown." in remarks("pay.base", answers({"pay.base": "private"}))[0]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {"role.new_business": "50"}, "50% of the time on new clients"),
        ({}, {"role.new_business": "49.9"}, ""),
        ({"role.new_business": "80"}, {"role.new_business": "80", "role.hours": "40"}, ""),
        ({}, {"metrics": list("abcdef")}, "6 measures are taken, but four or five are enough."),
        ({}, {"metrics": list("abcde")}, ""),
        ({}, {"metrics": ["quota attainment"]}, "but the job carries no quota"),
        ({"role.duties": list("abc")}, {"role.duties": list("abcdefghijkl")}, "12 duties"),
    ],
)
def test_what_does_not_go_together_is_said_when_it_comes_to_be(
    answers: Make, before: dict[str, Any], after: dict[str, Any], said: str
) -> None:
    found = doubtful(answers(before), answers(after), WORDS.advice)
    assert [said in one for one in found] == [True] * bool(said)


@pytest.mark.parametrize("variable", ["private", "10 a month"])
def test_there_is_no_take_home_pay_without_two_figures_for_one_period(
    answers: Make, variable: str
) -> None:
    given = answers({**QUOTA, "pay.base": "50000", "pay.variable": variable})
    assert take_home(given) == []


def test_take_home_pay_of_one_total_beside_ranges_comes_to_it(answers: Make) -> None:
    ranges = {"pay.base": "85k to 90k", "pay.variable": "35k to 40k", "pay.ote": "125k"}
    assert take_home(answers({**QUOTA, **ranges})) == [
        "$85,000 to $90,000", "$105,000 to $107,500", "$125,000", "$132,000 to $133,000"
    ]  # fmt: skip


def test_take_home_pay_follows_from_a_part_of_the_base(answers: Make) -> None:
    given = answers({**QUOTA, "pay.base": "50000", "pay.variable": "20%"})
    assert take_home(given) == ["$50,000", "$55,000", "$60,000", "$62,000"]


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
    assert take_home(given) == rows


def test_take_home_pay_of_an_hourly_job_is_exact_to_the_cent(answers: Make) -> None:
    given = answers({**QUOTA, "pay.base": "24", "pay.variable": "1.30", "pay.period": "hour"})
    assert take_home(given)[1] == "$24.65"
    assert take_home(given)[3] == "$25.56"


@pytest.mark.parametrize("without", ["pay.base", "pay.variable", "quota.carries"])
def test_no_take_home_pay_unless_all_of_it_is_known(answers: Make, without: str) -> None:
    given = {**QUOTA, "pay.base": "50000", "pay.variable": "10000", without: None}
    if without == "quota.carries":
        given[without] = "no"
    assert take_home(answers(given)) == []


@pytest.mark.parametrize("field", ["pay.base", "pay.variable", "pay.period"])
def test_each_answer_that_changes_the_pay_shows_it_again(answers: Make, field: str) -> None:
    given = answers({**QUOTA, "pay.base": "50000", "pay.variable": "10000"})
    (said,) = remarks(field, given)
    assert said == (
        "At 0, 50, 100 and 120% of the target: "
        "$50,000, $55,000, $60,000 and $62,000 per year, before tax."
    )


def test_every_remark_is_one_line() -> None:
    texts = [*WORDS.advice[:-2], *WORDS.advice.workload.values(), *WORDS.advice.doubts.values()]
    assert not any("\n" in text for text in texts)
