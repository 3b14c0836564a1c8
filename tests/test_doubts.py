"""Answers that do not go together are said, each with its cure; up to its bound nothing is."""

from typing import get_args, get_type_hints

import pytest

from amjd.cli import said
from amjd.documents.doubts import Doubt, doubts
from amjd.documents.draft import draft
from conftest import CATALOG, QUESTIONS
from tables import table

SEVEN, ELEVEN = [f"must {number}" for number in range(7)], [f"duty {one}" for one in range(11)]
QUOTA = {
    "quota.carries": "yes",
    "quota.target": "50000",
    "quota.period": "quarter",
    "pay.variable": "10000",
}


@table(
    ("changes", "expected"),
    [
        ({"role.new_business": "50"}, Doubt("hunting", "role.new_business", ("50%",))),
        ({"portfolio.retention": "92", "portfolio.churn": "2% a month"},
         Doubt("churn", "portfolio.churn", ("92%",))),
        ({**QUOTA, "portfolio.expansion": "60k"}, Doubt("growth", "portfolio.expansion")),
        ({"metrics": ["churn", "quota attainment"]},
         Doubt("attainment", "metrics", ("quota attainment",))),
        ({"metrics": "Share of the quotas reached"},
         Doubt("attainment", "metrics", ("Share of the quotas reached",))),
        ({"metrics": list("abcdef")}, Doubt("measures", "metrics", ("6",))),
        ({"role.duties": ELEVEN}, Doubt("duties", "role.duties", ("11",))),
        ({"role.required": SEVEN}, Doubt("musts", "role.required", ("7",))),
        ({"role.required": SEVEN[:4], "role.languages": ["English", "Thai"],
          "role.education": "a degree", "role.years": "2"},
         Doubt("musts", "role.required", ("7",))),
        ({"role.languages": ["Spanish"],
          "role.required": ["Own car", "Speak Spanish - a third of our clinics need it"]},
         Doubt("language", "role.required",
               ("Spanish", "Speak Spanish - a third of our clinics need it"))),
        ({"role.languages": ["fluent english and polish"], "role.preferred": "Speaks Polish"},
         Doubt("language", "role.preferred", ("Polish", "Speaks Polish"))),
        ({"role.languages": ["English C1", "Catalan or French nice to have"]},
         Doubt("wish", "role.languages", ("Catalan or French nice to have",))),
        ({"role.languages": ["Dutch", "French preferably"]},
         Doubt("wish", "role.languages", ("French preferably",))),
        ({"role.languages": "Dutch native or C1, English fluent, Spanish a plus"},
         Doubt("wish", "role.languages", ("Dutch native or C1, English fluent, Spanish a plus",))),
        ({"role.years": "5+", "role.required": ["5+ yrs in forwarding or liner", "Incoterms"]},
         Doubt("years", "role.required", ("5+ yrs in forwarding or liner",))),
        ({"role.years": "2", "role.required": "2-3 years of selling"},
         Doubt("years", "role.required", ("2-3 years of selling",))),
        ({"role.years": "2", "role.required": "Two or more years of selling"},
         Doubt("years", "role.required", ("Two or more years of selling",))),
        ({"pay.bonus": "if she keeps clients", "role.travel": "she needs a car"},
         Doubt("pronoun", "pay.bonus", ("she",))),
        ({"portfolio.check_ins": "she visits each once a quarter"},
         Doubt("pronoun", "portfolio.check_ins", ("she",))),
        ({"role.duties": ["Open the mail", "Go where we send him"]},
         Doubt("pronoun", "role.duties", ("him",))),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_found(changes, expected, answers):
    assert doubts(answers(changes)) == (expected,)


@table(
    "changes",
    [
        {},
        {"role.new_business": "49.99"},
        {"portfolio.retention": "92"},
        {"portfolio.churn": "2% a month"},
        {"portfolio.expansion": "60k"},
        QUOTA,
        {**QUOTA, "metrics": "quota attainment"},
        {"metrics": "quotation time"},
        {"metrics": list("abcde")},
        {"role.duties": ELEVEN[:10]},
        {"role.required": SEVEN[:6]},
        {"role.required": SEVEN[:5], "role.languages": ["English", "Thai"]},
        {"role.preferred": SEVEN * 2},
        {"role.required": "5+ yrs in forwarding"},
        {"role.years": "2", "role.required": "Work with two-year contracts"},
        {"role.years": "2", "role.required": "A person 18 years old or more"},
        {"role.languages": ["English C1", "German C1 (or native)"]},
        {
            "role.languages": ["Spanish", "German"],
            "role.required": ["You know Spanish wines"],
            "role.preferred": ["Some years in the German market", "Speak Polish"],
        },
        {
            "role.duties": [
                "Call a client back before she asks twice",
                "Know Mrs. Green and her cat",
            ]
        },
        {"company.about": "Ana opened in 2009. She still bakes."},
        {"role.required": ["Years in HE, or with HIS software"], "role.hours": "(she/her) 9 to 5"},
    ],
)
def test_what_goes_together_is_not(changes, answers):
    assert doubts(answers(changes)) == ()


def of_commission(answers, **changes):
    named = {f"{name.replace('_', '.', 1)}": value for name, value in changes.items()}
    return doubts(answers({**QUOTA, **named}))


# 5% of four times $50,000 is the $10,000 of variable pay.
@table(
    ("commission", "is_said"),
    [
        ("5% of what you sell", False),
        ("Paid monthly, 6.25 percent of each upsell.", False),
        ("3.75% of each upsell", False),
        ("3.7499% of each upsell", True),
        ("6.2501% of each upsell", True),
        ("20 pct of each upsell", True),
        ("5% of upsells, 20% of new clients", False),
        ("20 to 30% of each upsell", False),
        ("20%-30% of each upsell", False),
        ("20,5% of each upsell", False),
        ("Paid in full at 100% of the quota", False),
        ("A flat sum above 80% of the quota", False),
        ("a fifth of each upsell", False),
    ],
)
def test_commission_is_compared_with_the_variable_pay(commission, is_said, answers):
    found = of_commission(answers, pay_commission=commission)
    assert [doubt.kind for doubt in found] == ["commission"] * is_said


@table(
    ("changes", "is_said"),
    [
        ({"quota.target": "16667", "quota.period": "month"}, False),
        ({"quota.target": "200000", "quota.period": "year"}, False),
        ({"quota.period": "month"}, True),
        ({"pay.variable": "7500 to 8000"}, False),
        ({"pay.variable": "7500 to 7999"}, True),
        ({"pay.variable": "13333 to 20000"}, False),
        ({"pay.variable": "13334 to 20000"}, True),
        ({"pay.base": "50000", "pay.variable": "20%"}, False),
        ({"pay.base": "50000", "pay.variable": "40%"}, True),
        ({"pay.base": "50000", "pay.variable": "up to 40%"}, False),
        ({"pay.base": "50000", "pay.variable": "up to 10%"}, True),
        ({"pay.base": "4000", "pay.period": "month", "pay.variable": "833"}, False),
        ({"pay.base": "4000", "pay.period": "month", "pay.variable": "1500"}, True),
        ({"pay.base": "25", "pay.period": "hour", "pay.variable": "9000 a year"}, False),
        ({"pay.base": "25", "pay.period": "hour", "pay.variable": "1"}, False),
        ({"pay.variable": "private"}, False),
        ({"pay.base": "private", "pay.variable": "90%"}, False),
        ({"quota.target": "private"}, False),
        ({"quota.target": "500 renewals"}, False),
        ({"quota.carries": "no"}, False),
    ],
)
def test_commission_is_compared_for_one_year(changes, is_said, answers):
    found = doubts(answers({**QUOTA, "pay.commission": "5% of each upsell", **changes}))
    assert [doubt.kind for doubt in found] == ["commission"] * is_said


def test_a_commission_that_is_off_is_said_with_its_sum(answers):
    (found,) = of_commission(answers, pay_commission="12% of each upsell")
    assert said.doubt(found) == (
        "pay.commission: 12% of $50,000 per quarter is $24,000 in a year, but pay.variable is "
        "$10,000 per year. Correct one of them."
    )


@pytest.mark.parametrize(
    ("template", "changes", "denied"),
    [
        ("sales", {}, "quota.carries is yes"),
        ("key", {}, "portfolio.strategic is yes"),
        ("key", {"portfolio.strategic": None}, ""),
        ("key", {"portfolio.strategic": "yes"}, ""),
        ("senior", {"portfolio.complex": "yes"}, "role.mentors is yes"),
        ("senior", {"portfolio.complex": "yes", "role.mentors": None}, ""),
        ("first-hire", {}, "role.first_hire is yes"),
        ("standard", {}, ""),
        ("standard", QUOTA, ""),
    ],
)
def test_a_template_is_doubtful_where_an_answer_denies_it(template, changes, denied, answers):
    drafted = draft(CATALOG, QUESTIONS, answers(changes), template)
    found = [Doubt("template", "template", (template, denied, "no"))] if denied else []
    assert list(drafted.doubts) == found


def test_the_answer_template_is_doubted_like_the_option(answers):
    drafted = draft(CATALOG, QUESTIONS, answers({"template": "sales"}))
    assert [doubt.kind for doubt in drafted.doubts] == ["template"]


@table("kind", get_args(get_type_hints(Doubt)["kind"]))
def test_every_doubt_is_one_line_with_its_cure(kind):
    line = said.doubt(Doubt(kind, "role.hours", ("1", "2", "3", "4", "5")))
    assert line.startswith("role.hours")
    assert line.endswith(".")
    assert line.count(". ") >= 1
    assert line.isprintable()


def test_what_is_left_out_is_said_once_and_with_its_cure(answers):
    given = {
        "portfolio.retention": "92",
        "portfolio.churn": "2%",
        "portfolio.churn_period": "month",
    }
    lines = said.of_draft(draft(CATALOG, QUESTIONS, answers(given)))
    assert [line for line in lines if "left out" in line] == [
        "portfolio.churn_period is left out: portfolio.retention is 92%",
        "portfolio.churn is left out: portfolio.retention is 92%. Both say one thing: keep one.",
    ]
