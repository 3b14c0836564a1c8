"""Figures as people write them: what is read, what is told, and cures that can be followed."""

import re
import time

import pytest

from amjd.answers.kinds import Context, Locale
from amjd.answers.numbers.counts import ACCOUNTS, YEARS, count
from amjd.answers.numbers.percents import CHURN, FLOOR, SHARE
from amjd.answers.numbers.qualifiers import changes_value
from amjd.answers.pay.base import BASE, OTE
from amjd.answers.pay.periods import PERIOD_NAMES, period_of
from amjd.answers.pay.target import TARGET
from amjd.answers.pay.variable import VARIABLE
from amjd.answers.pay.yearly import YEARLY
from amjd.answers.reading import read
from amjd.answers.state import left_out, missing, shown
from amjd.documents.draft import blank, draft
from amjd.text.errors import UnreadableError
from conftest import CATALOG, QUESTIONS
from postings import lines_of
from tables import table

WEEKS = count("week")


def shown_as(kind, typed, currency="USD", period="year"):
    context = Context(currency, period=period)
    value = kind.read(typed, context)
    return kind.show(value, Locale(currency, period=period)), context.messages


def refused(kind, typed, currency="USD", period="") -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        kind.read(typed, Context(currency, period=period))
    return caught.value


@table(
    ("kind", "typed", "text"),
    [
        (BASE, "between $58,000 and $64,000", "$58,000 to $64,000"),
        (BASE, "from 58k to 64k", "$58,000 to $64,000"),
        (BASE, "$85K\u201395k", "$85,000 to $95,000"),
        (BASE, "$123,684\u2014$254,644 USD", "$123,684 to $254,644"),
        (BASE, "85 000", "$85,000"),
        (BASE, "85\u00a0000", "$85,000"),
        (BASE, "85\u202f000", "$85,000"),
        (BASE, "85'000", "$85,000"),
        (BASE, "85\u2019000", "$85,000"),
        (BASE, "\uff18\uff15\uff10\uff10\uff10", "$85,000"),
        (BASE, "1.2 million", "$1,200,000"),
        (BASE, "85 thousand dollars", "$85,000"),
        (BASE, "1,250.500", "$1,250.50"),
        (BASE, "Private", "private"),
        (BASE, "none", "none"),
        (VARIABLE, "no", "none"),
        (VARIABLE, "0", "none"),
        (VARIABLE, "10%", "10% of base pay"),
        (VARIABLE, "up to 10 %", "up to 10% of base pay"),
        (VARIABLE, "5-10% of base", "5% to 10% of base pay"),
        (VARIABLE, "5000", "$5,000 per year"),
        (TARGET, "150k", "$150,000"),
        (TARGET, "private", "private"),
        (YEARLY, "$2.5m", "$2,500,000"),
        (ACCOUNTS, "1", "one account"),
        (ACCOUNTS, "40-60", "40 to 60 accounts"),
        (ACCOUNTS, "40 \u2013 60", "40 to 60 accounts"),
        (ACCOUNTS, "40 to 60", "40 to 60 accounts"),
        (ACCOUNTS, "between 40 and 60", "40 to 60 accounts"),
        (ACCOUNTS, "about 40", "about 40 accounts"),
        (YEARS, "2-4", "two to four years"),
        (YEARS, "10-15", "10 to 15 years"),
        (YEARS, "2", "2 years"),
        (WEEKS, "8", "8 weeks"),
        (FLOOR, "92%", "92%"),
        (CHURN, "2", "2%"),
        (YEARS, "2 years", "2 years"),
        (WEEKS, "8 weeks", "8 weeks"),
        (ACCOUNTS, "47 accounts", "47 accounts"),
        (ACCOUNTS, "About 47 accounts", "about 47 accounts"),
        (BASE, "$22 to $24 per hour", "$22 to $24"),
        (FLOOR, "92% a year", "92%"),
        (CHURN, "2% a quarter", "2%"),
    ],
)
def test_spelling_and_digits_are_read_without_a_word(kind, typed, text):
    assert shown_as(kind, typed) == (text, [])


@table(
    ("kind", "typed", "text", "told"),
    [
        (BASE, "$22-24/hr", "$22 to $24", "$22 to $24 per hour"),
        (BASE, "22 hourly", "$22", "$22 per hour"),
        (BASE, "24 an hour", "$24", "$24 per hour"),
        (BASE, "$22/hr to $24/hr", "$22 to $24", "$22 to $24 per hour"),
        (BASE, "58k a year", "$58,000", "$58,000 per year"),
        (BASE, "58k annually", "$58,000", "$58,000 per year"),
        (BASE, "58k annual", "$58,000", "$58,000 per year"),
        (BASE, "58k p.a.", "$58,000", "$58,000 per year"),
        (ACCOUNTS, "35-40 a/cs", "35 to 40 accounts", "35 to 40 accounts"),
        (ACCOUNTS, "70-odd", "about 70 accounts", "about 70 accounts"),
        (ACCOUNTS, "70 odd clients", "about 70 accounts", "about 70 accounts"),
        (ACCOUNTS, "\u00b135", "about 35 accounts", "about 35 accounts"),
        (ACCOUNTS, "c. 55 clients", "about 55 accounts", "about 55 accounts"),
        (BASE, "$58kpa", "$58,000", "$58,000 per year"),
        (BASE, "4,500-5,000 pm", "$4,500 to $5,000", "$4,500 to $5,000 per month"),
        (BASE, "4,500 gross p/m", "$4,500", "$4,500 per month"),
        (BASE, "24 p.h.", "$24", "$24 per hour"),
        (CHURN, "0.5% pm", "0.5%", "0.5% a month"),
        (TARGET, "$1.2M annual", "$1,200,000", "$1,200,000 per year"),
        (BASE, "4,500 / month", "$4,500", "$4,500 per month"),
        (BASE, "4.5k/mo", "$4,500", "$4,500 per month"),
        (VARIABLE, "5,000 a year", "$5,000 per year", "$5,000 per year"),
        (VARIABLE, "15% of fixed", "15% of base pay", "15% of base pay"),
        (VARIABLE, "10-15% of basic salary", "10% to 15% of base pay", "10% to 15% of base pay"),
        (TARGET, "150k a quarter", "$150,000", "$150,000 per quarter"),
        (TARGET, "12 renewals", "12 renewals", 'words, "12 renewals"'),
        (TARGET, "\uff11\uff12 renewals", "12 renewals", 'words, "12 renewals"'),
        (TARGET, "12 renewals a month", "12 renewals", 'words, "12 renewals" per month'),
        (TARGET, "at least 12 renewals", "at least 12 renewals", 'words, "at least 12 renewals"'),
        (BASE, "50-60k", "$50,000 to $60,000", "$50,000 to $60,000"),
        (BASE, "$50-60k/yr", "$50,000 to $60,000", "$50,000 to $60,000 per year"),
        (BASE, "$78,000 gross a year", "$78,000", "$78,000 per year"),
        (BASE, "gross 78k", "$78,000", "$78,000"),
        (BASE, "78k (before tax)", "$78,000", "$78,000"),
        (BASE, "50-60k brutto DOE", "$50,000 to $60,000", "$50,000 to $60,000"),
        (
            BASE,
            "50-60k a year, based on skill",
            "$50,000 to $60,000",
            "$50,000 to $60,000 per year",
        ),
        (OTE, "$90k to $95k gross", "$90,000 to $95,000", "$90,000 to $95,000"),
        (VARIABLE, "$5k gross a year", "$5,000 per year", "$5,000 per year"),
        (YEARLY, "about $1.2m", "about $1,200,000", "about $1,200,000"),
        (YEARLY, "~1.2m a year", "about $1,200,000", "about $1,200,000 per year"),
        (ACCOUNTS, "47ish", "about 47 accounts", "about 47 accounts"),
        (ACCOUNTS, "~47", "about 47 accounts", "about 47 accounts"),
        (ACCOUNTS, "120 or so", "about 120 accounts", "about 120 accounts"),
        (YEARS, "2+ years", "2 years", "2 years"),
        (YEARS, "about 3", "3 years", "3 years"),
        (WEEKS, "about 8", "8 weeks", "8 weeks"),
        (FLOOR, "95 percent", "95%", "95%"),
        (FLOOR, "about 95", "95%", "95%"),
        (FLOOR, "92% per year", "92%", "92% a year"),
        (CHURN, ".5 percent", "0.5%", "0.5%"),
        (CHURN, "2% per quarter", "2%", "2% a quarter"),
        (ACCOUNTS, "30 to 40 clients", "30 to 40 accounts", "30 to 40 accounts"),
        (ACCOUNTS, "47 Customers", "47 accounts", "47 accounts"),
        (YEARS, "Minimum 3 years", "3 years", "3 years"),
        (YEARS, "minimum of 3", "3 years", "3 years"),
        (YEARS, "3 or more years", "3 years", "3 years"),
        (YEARS, "3 years or more", "3 years", "3 years"),
        (YEARS, "3 years minimum", "3 years", "3 years"),
        (YEARS, "3 years of experience", "3 years", "3 years"),
        (YEARS, "3+ years' experience", "3 years", "3 years"),
        (YEARS, "3+", "3 years", "3 years"),
        (YEARS, "At least 3 yrs", "3 years", "3 years"),
        (YEARS, "2-4 years of experience", "two to four years", "two to four years"),
    ],
)
def test_a_period_a_unit_and_an_approximation_are_told(kind, typed, text, told):
    assert shown_as(kind, typed) == (text, [f'"{typed}" is read as {told}'])


@table(
    ("typed", "currency", "text"),
    [
        ("85 000 z\u0142", "PLN", "PLN 85,000"),
        ("85 000 K\u010d", "CZK", "CZK 85,000"),
        ("\u20b485000", "UAH", "UAH 85,000"),
        ("R85,000", "ZAR", "ZAR 85,000"),
        ("$85k", "SGD", "SGD 85,000"),
        ("$85k", "NZD", "NZ$85,000"),
        ("A$85k", "AUD", "A$85,000"),
        ("5,00,000", "INR", "\u20b9500,000"),
        ("5 lakh", "INR", "\u20b9500,000"),
        ("5L", "INR", "\u20b9500,000"),
        ("10L - 15L", "INR", "\u20b91,000,000 to \u20b91,500,000"),
        ("10-15L", "PKR", "PKR 1,000,000 to PKR 1,500,000"),
        ("80 l to 1.2Cr", "INR", "\u20b98,000,000 to \u20b912,000,000"),
        ({"min": "10L", "max": "15L"}, "INR", "\u20b91,000,000 to \u20b91,500,000"),
        ("15L", "HNL", "HNL 15"),
        ("12,34,567", "PKR", "PKR 1,234,567"),
        ("1,250.500", "KWD", "KWD 1,250.500"),
        ("1250.5", "KWD", "KWD 1,250.500"),
        ("85000", "JPY", "\u00a585,000"),
    ],
)
def test_an_amount_is_read_and_shown_in_its_currency(typed, currency, text):
    assert shown_as(BASE, typed, currency)[0] == text


CURES = [
    (BASE, "85k-95", "USD", "year", "85k to 95k"),
    (BASE, "95 to 85k", "USD", "year", "85k to 95k"),
    (BASE, "95k to 85k", "USD", "year", "85k to 95k"),
    (BASE, "18.125", "USD", "hour", "18.12"),
    (BASE, "$18.125/hr", "USD", "", "$18.12/hr"),
    (BASE, "18.125", "USD", "", "18125"),
    (BASE, "85.000 to 95.000", "EUR", "", "85000 to 95000"),
    (BASE, "85.000,50", "EUR", "", "85000.50"),
    (BASE, "85000,50", "CHF", "", "85000.50"),
    (BASE, "45000,-", "EUR", "", "45000"),
    (BASE, "85000.50", "JPY", "", "85000"),
    (BASE, "85.500", "JPY", "", "85500"),
    (BASE, "12.345678k", "USD", "", "12345.67"),
    (BASE, "$85,000 DOE", "USD", "", "$85,000"),
    (BASE, "80k-85k DOE + benefits", "USD", "", "80k-85k"),
    (BASE, "80k DOE", "USD", "", "80k"),
    (BASE, "78.000 brutto", "EUR", "year", "78000"),
    (
        BASE,
        "78.000 to 92.000 euro gross a year, 13th month included",
        "EUR",
        "",
        "78000 to 92000 euro a year",
    ),
    (BASE, "78k plus 13th month", "EUR", "", "78k"),
    (BASE, "$75-$100K D.O.E. + Benefits", "USD", "", "$75-$100K"),
    (BASE, "$35 per hour DOE", "USD", "", "$35 per hour"),
    (BASE, "58k base plus commission", "USD", "", "58k"),
    (BASE, "competitive salary, 50-60k", "USD", "", "50-60k"),
    (BASE, "Salary: $85k", "USD", "", "$85k"),
    (YEARLY, "$1.2M ARR", "USD", "", "$1.2M"),
    (BASE, "a lot", "CHF", "", "150000"),
    (BASE, "a lot", "USD", "hour", "24"),
    (TARGET, "a lot", "USD", "", "150000"),
    (ACCOUNTS, "60-40", "USD", "", "40 to 60"),
    (ACCOUNTS, "30 to 40 counties", "USD", "", "30 to 40"),
    (ACCOUNTS, "about 40 shops in Ohio", "USD", "", "about 40"),
    (YEARS, "5+ years in sales", "USD", "", "5+"),
    (FLOOR, "0.9", "USD", "", "90"),
    (FLOOR, ".92", "USD", "", "92"),
    (FLOOR, "9,5", "USD", "", "9.5"),
    (SHARE, "0.5", "USD", "", "50"),
]


@table(("kind", "typed", "currency", "period", "meant"), CURES)
def test_a_cure_is_accepted_as_it_is_written(kind, typed, currency, period, meant):
    cure = refused(kind, typed, currency, period).cure
    written = re.fullmatch(r"Write (.+?)(?:,? or (.+))?\.", cure)
    assert written
    assert written[1] == meant
    for way in filter(None, written.groups()):
        kind.read(way, Context(currency, period=period))
    assert "$" not in cure or currency == "USD"


@table(
    ("kind", "typed", "says"),
    [
        (BASE, "46k net", "is pay after tax. Write the pay before tax, as postings do."),
        (BASE, "46k after tax", "is pay after tax."),
        (BASE, "55k all in", "is not base pay alone."),
        (BASE, "about $58k", "is not exact. Write the figure or a range."),
        (BASE, "up to 95k", "leaves one end open. Write both ends"),
        (BASE, "95k+", "Write both ends"),
        (BASE, "$900 a week", "is for a week. Write the figure for a year, a month or an hour."),
        (BASE, "$150 per day", "is for a day."),
        (BASE, "58k a quarter", "is for a quarter."),
        (BASE, "$75-$100K D.O.E. + Benefits", '"$75-$100K D.O.E. + Benefits" is not an amount'),
        (BASE, "$75-$100K D.O.E. + Benefits", "leave out D.O.E. + Benefits. Write $75-$100K"),
        (BASE, "$85k or more DOE", "leaves one end open. Write both ends"),
        (BASE, "$5k in monthly pay", "is not an amount. Write the amount alone, in digits."),
        (BASE, "OTE $120k", "is not base pay alone. Write the pay for the hours of this job"),
        (BASE, "10L - 15L", "Set pay.currency to INR, PKR, BDT, NPR or LKR for lakhs, or to HNL."),
        (BASE, "L10,000", "Set pay.currency to HNL, or leave L out."),
        (BASE, "8-10 LPA", "is in lakhs a year. Set pay.currency to INR"),
        (BASE, "$900 pw", "is for a week. Write the figure for a year, a month or an hour."),
        (YEARLY, "$100k MRR", "is not for a year. Write the figure for a year."),
        (YEARLY, "$100k monthly recurring revenue", "Write the figure for a year."),
        (BASE, "85.000 DOE", "Write 85000, or 85.00 per hour."),
        (BASE, "85.000", "Write 85000, or 85.00 per hour."),
        (BASE, "0", "is not above zero"),
        (BASE, "-5", "is not above zero"),
        (TARGET, "about 150000", "is not exact. Write the figure."),
        (TARGET, "100k-150k", "is a range."),
        (
            TARGET,
            "150k an hour",
            "is for an hour. Write the figure for a month, a quarter or a year",
        ),
        (TARGET, "\u20ac150k", "is marked \u20ac, but pay.currency is USD."),
        (VARIABLE, "3% of what they order", "or private; the share belongs in pay.commission."),
        (VARIABLE, "2.5 percent on new orders", "Give the amount that it comes to"),
        (YEARLY, "100k a month", "is for a month. Write the figure for a year."),
        (ACCOUNTS, "up to 60", "leaves one end open. Write both ends"),
        (ACCOUNTS, "60+", "Write both ends"),
        (ACCOUNTS, "0", "must be 1 or more."),
        (ACCOUNTS, "30 to 40 counties", "is not a whole number: leave out counties. Write 30 to"),
        (YEARS, "up to 4", "leaves one end open. Write both ends"),
        (FLOOR, "110%", "This is the share that is kept: write a number up to 100."),
        (FLOOR, "92 a month", "is for a month."),
        (CHURN, "120", "is more than 100 percent."),
    ],
)
def test_what_has_two_readings_or_none_is_a_problem(kind, typed, says):
    assert says in str(refused(kind, typed))


@table(
    ("typed", "period", "is_told"),
    [
        ("month", "month", False),
        ("Monthly", "month", False),
        ("quarterly", "quarter", False),
        ("yearly", "year", False),
        ("annually", "year", False),
        ("annual", "year", False),
        ("per quarter", "quarter", True),
        ("a month", "month", True),
        ("/mo", "month", True),
        ("yr", "year", True),
    ],
)
def test_a_period_is_read_as_people_write_it(typed, period, is_told):
    told = [f'"{typed}" is read as {period}'] * is_told
    assert shown_as(period_of("month", "quarter", "year"), typed) == (period, told)


@pytest.mark.parametrize("typed", ["weekly", "hourly", "per", "/", "a", "in a month", "1 month"])
def test_any_other_period_is_a_problem(typed):
    assert refused(period_of("month", "quarter", "year"), typed).cure


@pytest.mark.parametrize("typed", ["hourly", "/hr", "per hour", "an hour", "Hour"])
def test_the_period_of_pay_is_read_ahead_of_the_amounts(typed, answers, tree):
    assert answers({"pay.period": typed, "pay.base": "24"}).pay.period == "hour"
    _, (fault,), _ = read(tree({"pay.period": typed, "pay.base": "a lot"}), CATALOG.ids)
    assert "Write 24" in fault.cure


@table("kind", [BASE, VARIABLE, TARGET])
@table(
    "typed", ["DOE", "D.O.E.", "Competitive", "TBD", "negotiable", "N/A", "Depends on experience"]
)
def test_words_for_pay_that_is_not_told_are_private(kind, typed):
    assert refused(kind, typed).cure == "Write private, or the figure."
    assert kind.read("private", Context()) == "private"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("8-10 LPA", "\u20b9800,000 to \u20b91,000,000"),
        ("\u20b98.5 lpa", "\u20b9850,000"),
        ("8 to 10LPA", "\u20b9800,000 to \u20b91,000,000"),
        ("8L-10L p.a.", "\u20b9800,000 to \u20b91,000,000"),
        ("8L-10LPA", "\u20b9800,000 to \u20b91,000,000"),
        ("8L to 10L a year", "\u20b9800,000 to \u20b91,000,000"),
    ],
)
def test_lakhs_a_year_are_read(typed, shown):
    assert shown_as(BASE, typed, "INR") == (shown, [f'"{typed}" is read as {shown} per year'])


@table(
    ("kind", "typed", "shown"),
    [
        (YEARLY, "80L", "\u20b98,000,000"),
        (YEARLY, "about 80 L", "about \u20b98,000,000"),
        (BASE, "8-10L", "\u20b9800,000 to \u20b91,000,000"),
        (BASE, {"min": "8L", "max": "10L"}, "\u20b9800,000 to \u20b91,000,000"),
    ],
)
def test_a_letter_for_lakhs_is_read_with_rupees(kind, typed, shown):
    text, told = shown_as(kind, typed, "INR")
    assert (text, bool(told)) == (shown, isinstance(typed, str))


def test_a_letter_beside_lempiras_is_their_sign():
    assert shown_as(BASE, "25,000 L", "HNL") == ("HNL 25,000", [])


@table("part", ["-", "1-", "1,", "1 to ", "a ", "~", "1 ", "1 a", "1.", "e1"])
def test_no_figure_is_slow_to_read(part):
    text = part * (20_000 // len(part))
    started = time.process_time()
    for kind in (BASE, TARGET, VARIABLE, YEARLY, ACCOUNTS, YEARS, WEEKS, FLOOR, CHURN):
        try:
            kind.read(text, Context())
        except UnreadableError as error:
            assert len(str(error)) < 300
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("typed", ["30 to 40 Members", "30-40 members"])
def test_accounts_are_counted_in_what_they_are_called(typed, tree):
    changes = {"portfolio.called": "members", "portfolio.accounts": typed}
    _, faults, readings = read(tree(changes), CATALOG.ids)
    assert faults == []
    assert ("portfolio.accounts", f'"{typed}" is read as 30 to 40 accounts') in readings


# -- beside each other ----------------------------------------------------------------------------

QUOTA = {"quota.carries": "yes", "quota.target": "150k", "quota.period": "quarter"}


@pytest.mark.parametrize(
    ("changes", "field", "period"),
    [
        ({"pay.base": "$22-24/hr"}, "pay.period", "hour"),
        ({"pay.base": {"min": "$22/hr", "max": "$24/hr"}}, "pay.period", "hour"),
        ({**QUOTA, "quota.target": "150k a year", "quota.period": ""}, "quota.period", "year"),
        ({"portfolio.churn": "2% a quarter"}, "portfolio.churn_period", "quarter"),
    ],
)
def test_an_amount_with_its_period_gives_it(changes, field, period, answers):
    made = answers(changes)
    assert made[field] == period
    assert field not in missing(made)


@table(
    ("changes", "field"),
    [
        ({"pay.base": "$22-24/hr", "pay.period": "year"}, "pay.base"),
        ({**QUOTA, "quota.target": "150k a year", "pay.variable": "9k"}, "quota.target"),
        ({"portfolio.churn": "2% a month", "portfolio.churn_period": "year"}, "portfolio.churn"),
        ({"pay.base": "22-24"}, "pay.base"),
        ({"pay.base": "300", "pay.period": "month"}, "pay.base"),
        ({"pay.base": "58000", "pay.period": "hour"}, "pay.base"),
        ({**QUOTA, "pay.variable": "none"}, "pay.variable"),
        ({**QUOTA, "pay.variable": "private", "pay.ote": "90k"}, "pay.variable"),
        ({"pay.variable": "none", "pay.bonus": "You earn it in May."}, "pay.bonus"),
        ({"pay.base": "50k", "pay.variable": "10%", "pay.ote": "56k"}, "pay.ote"),
    ],
)
def test_answers_that_contradict_each_other_are_one_problem(changes, field, tree):
    _, faults, _ = read(tree(changes), CATALOG.ids)
    assert [(fault.field, fault.reason) for fault in faults] == [(field, "value")]
    assert faults[0].cure


def test_a_base_of_none_makes_the_commission_necessary_and_says_so(tree):
    _, (fault,), _ = read(tree({"pay.base": "none"}), CATALOG.ids)
    assert (fault.field, fault.message) == (
        "pay.commission",
        "is missing, since pay.base is none.",
    )


def test_an_implausible_figure_asks_for_its_period_and_the_cure_is_accepted(tree, answers):
    _, (fault,), _ = read(tree({"pay.base": "22-24"}), CATALOG.ids)
    assert fault.cure == "Write $22 to $24 per hour, or the figure for one year."
    assert answers({"pay.base": "$22 to $24 per hour"}).pay.period == "hour"
    assert answers({"pay.base": "22-24", "pay.currency": "MXN"}).pay.period is None


@table(
    ("location", "typed", "code"),
    [
        ("Birmingham", "\u00a3", "GBP"), ("Birmingham, UK", "pounds", "GBP"),
        ("Cairo, Egypt", "\u00a3", "EGP"), ("Toronto, ON", "$", "CAD"),
        ("Oslo, Norway", "kr", "NOK"), ("Sydney NSW", "dollars", "AUD"), ("Tuas, SG", "S$", "SGD"),
    ],
)  # fmt: skip
def test_the_place_of_the_work_settles_the_currency_of_a_sign(location, typed, code, tree):
    changes = {"role.location": location, "pay.currency": typed, "pay.base": "580,000"}
    answers, faults, readings = read(tree(changes), CATALOG.ids)
    assert (faults, answers.pay.currency) == ([], code)
    assert f'"{typed}" is read as {code}' in [one.message for one in readings]


@pytest.mark.parametrize("location", ["Birmingham, AL", "Digbeth", "Denver, CO"])
def test_a_sign_that_goes_with_no_place_alone_leaves_the_choice(location, tree):
    _, faults, _ = read(tree({"role.location": location, "pay.currency": "\u00a3"}), CATALOG.ids)
    (fault,) = [one for one in faults if one.field == "pay.currency"]
    assert fault.forms[:2] == ("GBP", "EGP")


@table(
    ("field", "typed", "currency", "says"),
    [
        ("portfolio.expansion", "150.000 \u20ac", "EUR", "Write 150000 \u20ac."),
        ("portfolio.revenue", "1.100.000 \u20ac", "EUR", "Write 1100000 \u20ac."),
        ("portfolio.revenue", "1.200", "USD", "Write 1200, or 1.20."),
        ("portfolio.revenue", "150.000 \u20ac", "USD",
         'leave \u20ac out. Besides, "150.000 \u20ac" uses points between'),
        ("portfolio.revenue", "1,1 Mio \u20ac ARR", "USD",
         'leave \u20ac out. Besides, "1,1 Mio \u20ac ARR" is not an amount:'),
        ("portfolio.expansion", "150.000 \u20ac upsell", "USD",
         'out. Besides, "150.000 \u20ac upsell" is not an amount: leave out upsell.'),
    ],
)  # fmt: skip
def test_all_that_is_wrong_with_an_amount_is_told_at_once(field, typed, currency, says, tree):
    """What accounts bring in is never told to a tenth of a cent, so 150.000 is in thousands."""
    _, faults, _ = read(tree({field: typed, "pay.currency": currency}), CATALOG.ids)
    assert says in next(one.cure for one in faults if one.field == field)


@table(
    ("typed", "form"),
    [("15% of base @ target", "15% of base"), ("15% at target", "15%"), ("5k @ target", "5k"),
     ("15% @ 100% of quota", "15%"), ("15% of base on target", "15% of base")],
)  # fmt: skip
def test_a_share_at_the_target_is_parted_from_the_target(typed, form, tree):
    quota = {"quota.carries": "yes", "quota.target": "300k", "quota.period": "year"}
    _, (fault,), _ = read(tree({**quota, "pay.variable": typed}), CATALOG.ids)
    assert (fault.field, fault.forms, fault.cure) == ("pay.variable", (form,), f"Write {form}.")


def test_a_bonus_that_is_named_already_is_not_named_twice(tree):
    named = {"pay.bonus": "NRR bonus", "pay.variable": "10% bonus on NRR"}
    _, (fault,), _ = read(tree(named), CATALOG.ids)
    assert fault.cure == "Write 10%."
    both = {"quota.carries": "no quota, NRR bonus", "pay.variable": "10% bonus on NRR"}
    _, faults, _ = read(tree(both), CATALOG.ids)
    cures = [one.cure for one in faults]
    assert cures == ['Write no. Put "NRR bonus" in pay.bonus.', "Write 10%."]
    alone = {"pay.bonus": "Paid in May", "pay.variable": "10% bonus on NRR"}
    _, (fault,), _ = read(tree(alone), CATALOG.ids)
    assert '"10% bonus on NRR"' in fault.cure


@table(
    ("currency", "base", "says"),
    [
        ("SGD", "8500 - 10500", "SGD 8,500 to SGD 10,500 per year is hardly meant."),
        ("SGD", "900", "SGD 900 per year is hardly meant. Write SGD 900 per month"),
        ("SGD", "8500 a year", "SGD 8,500 per year is hardly meant."),
        ("INR", "45000", "per year is hardly meant. Write \u20b945,000 per month"),
        ("JPY", "300000", "Write \u00a5300,000 per month"),
        ("SEK", "38000", "Write SEK 38,000 per month"),
        ("SGD", "25", "Write SGD 25 per hour"),
        ("KWD", "900", "Write KWD 900 per month"),
        ("SGD", "60000 an hour", "Write SGD 60,000 per year"),
    ],
)  # fmt: skip
def test_pay_of_a_month_that_is_printed_as_that_of_a_year_is_told_in_any_currency(
    currency, base, says, tree
):
    _, faults, readings = read(tree({"pay.base": base, "pay.currency": currency}), CATALOG.ids)
    assert faults == []
    assert says in "; ".join(one.message for one in readings if one.field == "pay.base")


@table(
    ("currency", "base"),
    [("SGD", "60000"), ("SGD", "8.5-10.5k/mth"), ("INR", "3.6 LPA"), ("JPY", "4m"), ("ARS", "900"),
     ("SEK", "38000 a month"), ("PHP", "240000"), ("SGD", "14 an hour"), ("ISK", "600000 a month")],
)  # fmt: skip
def test_what_people_are_paid_is_not_doubted(currency, base, tree):
    _, faults, readings = read(tree({"pay.base": base, "pay.currency": currency}), CATALOG.ids)
    assert faults == []
    assert not any("hardly" in one.message for one in readings if one.field == "pay.base")


@pytest.mark.parametrize(
    ("base", "variable", "period", "cure"),
    [
        ("$35 per hour", "5,000", "hour", "Write $5,000 a year, or the figure per hour."),
        ("$6k a month", "10k", "month", "Write $10,000 a year, or the figure per month."),
        ("$6k a month", "4k to 10k", "month", "Write $4,000 to $10,000 a year, or the figure per"),
        ("private", "5,000", "hour", "Write $5,000 a year, or the figure per hour."),
    ],
)
def test_more_variable_pay_than_base_asks_for_its_period(base, variable, period, cure, tree):
    pay = {"pay.base": base, "pay.variable": variable, "pay.period": period}
    _, (fault,), _ = read(tree(pay), CATALOG.ids)
    assert fault.field == "pay.variable"
    assert cure in fault.cure
    written = re.match(r"Write (.+ a year)", fault.cure)
    assert written
    for meant in (written[1], f"{variable} per {period}"):
        _, faults, _ = read(tree({**pay, "pay.variable": meant}), CATALOG.ids)
        assert faults == []


@pytest.mark.parametrize(("base", "variable"), [("$35/hr", "3"), ("$6k a month", "1k")])
def test_less_variable_pay_than_base_is_for_the_same_period(base, variable, tree):
    _, faults, _ = read(tree({"pay.base": base, "pay.variable": variable}), CATALOG.ids)
    assert faults == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"pay.base": "22/hr", "pay.variable": "5k a year", "pay.ote": "50k"},
         "is for one hour, but pay.variable for one year."),
        ({"pay.base": "none", "pay.commission": "Half.", "pay.variable": "30k", "pay.ote": "40k"},
         "is $40,000, but pay.variable is $30,000, and pay.base is none."),
    ],
)  # fmt: skip
def test_a_total_that_nothing_adds_up_to_is_a_problem(changes, message, tree):
    (fault,) = read(tree(changes), CATALOG.ids).faults
    assert (fault.field, fault.message) == ("pay.ote", message)
    assert read(tree({**changes, "pay.ote": ""}), CATALOG.ids).faults == []


@pytest.mark.parametrize(
    ("changes", "total"),
    [
        ({"pay.base": "53k", "pay.variable": "up to 10%"}, "up to $58,300"),
        ({"pay.base": "50k to 53k", "pay.variable": "up to 10%"}, "$55,000 to $58,300"),
        ({"pay.base": "53k", "pay.variable": "10%"}, "$58,300"),
        ({"pay.base": "50k to 53k", "pay.variable": "10%"}, "$55,000 to $58,300"),
        ({"pay.base": "24 an hour", "pay.variable": "5,000 a year"}, None),
        ({"pay.base": "private", "pay.variable": "10%"}, None),
        ({"pay.base": "none", "pay.commission": "Half.", "pay.variable": "9k"}, None),
    ],
)
def test_the_total_follows_where_there_is_one(changes, total, answers):
    assert shown(answers(changes)).get("pay.ote") == total


def _posting(answers, template="standard"):
    return "\n".join(lines_of(draft(CATALOG, QUESTIONS, answers, template).document.blocks))


@table("template", CATALOG.ids)
@table(
    ("changes", "words"),
    [
        ({**QUOTA, "quota.target": "private", "pay.variable": "9k"}, "Carries a quarterly quota"),
        ({**QUOTA, "quota.target": "12 renewals", "pay.variable": "9k"}, "12 renewals per quarter"),
        ({"pay.base": "$24/hr", "pay.variable": "5,000 a year"}, "A bonus of $5,000 per year"),
        ({"pay.commission": "You earn 5%.", "pay.variable": "9k"}, "Commission of $9,000 per year"),
        ({"pay.base": "none", "pay.commission": "You earn 5%."}, "There is no base pay"),
        ({"pay.variable": "none"}, "with no bonus."),
        ({"pay.bonus": "You earn it in May."}, "You earn it in May."),
        ({"portfolio.accounts": "40-60"}, "40 to 60 accounts"),
        ({"portfolio.territory": "the Front Range"}, "Territory: The Front Range"),
        ({"portfolio.basis": "repeat orders"}, "repeat orders"),
        ({"portfolio.called": "members"}, "members"),
        ({"role.years": "2-4"}, "Experience of two to four years in work like this"),
        ({"role.years": "2", "role.years_in": "sales"}, "At least 2 years of experience in sales"),
        ({"role.mentors": "yes", "role.juniors": "2"}, "2 junior account managers"),
    ],
)
def test_every_form_has_its_sentence_in_every_template(template, changes, words, answers):
    assert words in _posting(answers(changes), template)


def test_private_pay_prints_no_pay_and_says_what_that_means(answers):
    made = answers({"pay.base": "private", "role.regions": ["US-CO"]})
    assert "ase pay" not in _posting(made)
    notes = draft(CATALOG, QUESTIONS, made, "standard").notes
    assert [(note.kind, note.detail) for note in notes if note.field == "pay.base"] == [
        ("private", ""),
        ("asked by law", "Colorado"),
    ]


OF_COMMISSION = {"pay.base": "none", "pay.commission": "You earn half.", "pay.bonus": ""}
PAID_PRIVATELY = {"pay.base": "private", "pay.ote": "120k", "pay.commission": "", "pay.bonus": ""}


@table("template", CATALOG.ids)
@table(
    ("changes", "words", "unsaid"),
    [
        ({**PAID_PRIVATELY, "pay.variable": ""}, "Total pay: $120,000 per year\n", "bonus"),
        ({**PAID_PRIVATELY, "pay.variable": "none"}, "Total pay: $120,000 per year\n", "bonus"),
        (
            {**PAID_PRIVATELY, "pay.variable": "9k"},
            "A bonus of $9,000 per year is part of the pay, which comes to $120,000 per year.",
            "ase pay",
        ),
        (
            {**OF_COMMISSION, "pay.variable": "9k"},
            "commission is what you earn. It comes to $9,000 per year.",
            "on top",
        ),
        ({**OF_COMMISSION, "pay.variable": "private"}, "commission is what you earn.", "on top"),
        (
            {**OF_COMMISSION, **QUOTA, "pay.variable": "9k"},
            "It comes to $9,000 per year when you reach the quota.",
            "adds",
        ),
        (
            {**OF_COMMISSION, **QUOTA, "pay.variable": "private"},
            "commission is what you earn.",
            "on top",
        ),
    ],
)
def test_pay_reads_on_where_its_base_is_unsaid(template, changes, words, unsaid, answers):
    posting = _posting(answers(changes), template)
    assert words in posting
    assert unsaid not in posting.replace(words, "")


def test_churn_is_left_out_beside_retention_and_expansion_beside_a_quota(answers):
    made = answers({"portfolio.retention": "92", "portfolio.churn": "2% a month"})
    assert [(field, str(why)) for field, why in left_out(made)] == [
        ("portfolio.churn", "portfolio.retention is 92%"),
        ("portfolio.churn_period", "portfolio.retention is 92%"),
    ]
    made = answers({**QUOTA, "pay.variable": "9k", "portfolio.expansion": "60k"})
    assert [field for field, _ in left_out(made)] == ["portfolio.expansion"]


@pytest.mark.parametrize("template", CATALOG.ids)
def test_a_blank_template_shows_the_label_of_each_field_that_fits(template):
    text = "\n".join(lines_of(blank(CATALOG, QUESTIONS, template).document.blocks))
    fields = ["portfolio.basis", "portfolio.called", "portfolio.territory", "pay.bonus",
              "pay.commission", "role.years_in"]  # fmt: skip
    assert [field for field in fields if f"[{QUESTIONS[field].label}]" not in text] == []


@pytest.mark.parametrize(
    ("field", "typed", "number", "told"),
    [
        ("company.employees", "40 employees", 40, ""),
        ("company.employees", "60-70", 70, '"60-70" is read as 70 employees'),
        ("company.employees", "60 to 70 people", 70, "is read as 70 employees"),
        ("company.employees", "1,100+", 1100, '"1,100+" is read as 1,100 employees'),
        ("company.employees", "40 people", 40, '"40 people" is read as 40 employees'),
        ("company.employees", "1,200 staff", 1200, '"1,200 staff" is read as 1,200 employees'),
        ("company.employees", "about 40 team members", 40, "is read as 40 employees"),
        ("role.juniors", "3 juniors", 3, "is read as 3 junior account managers"),
        ("role.juniors", "3 account managers", 3, "is read as 3 junior account managers"),
        ("role.handover_weeks", "8 weeks", 8, ""),
    ],
)
def test_a_number_takes_its_own_unit(field, typed, number, told, tree):
    changes = {"role.first_hire": "yes", "role.trainable": "no", "role.owner": "Dana"}
    answers, faults, readings = read(tree({**changes, "role.mentors": "yes", field: typed}), [])
    assert (faults, answers[field]) == ([], number)
    assert [reading.field for reading in readings] == [field] * bool(told)
    assert told in "".join(reading.message for reading in readings)


PLAIN = {
    "pay.base": ["85k", "$85,000", "85 000", "80k-90k", "between 80k and 90k", "$85,000 per year"],
    "pay.variable": ["none", "No", "0", "0%", "$0.00", "0 USD", "10%", "10% of base", "5-10%"],
    "portfolio.revenue": ["about $1,200,000", "About 1,200,000", "about 1200000", "1.2 million"],
    "portfolio.accounts": ["about 47", "About 1200", "about 1,200 accounts", "about 40 to 60",
                           "about 40-60", "1 account", "40 to 60 accounts", "40-60 Accounts"],
    "portfolio.retention": ["92%", "92.0 %", "92% a year"],
    "role.years": ["2-4", "2-4 years", "2 to 4 years"],
    "apply.deadline": ["2027-01-30", "January 30, 2027", "january 30, 2027", "Rolling"],
    "role.regions": ["CA", "us-co"],
    "apply.evidence": ["none", "no"],
}  # fmt: skip


@table(("field", "typed"), [(f, t) for f in PLAIN for t in PLAIN[f]])
def test_spelling_and_the_plain_spelling_of_a_reading_are_not_told(field, typed, tree):
    changes = {"role.location": "Denver", "pay.variable": "5k", field: typed}
    _, faults, readings = read(tree(changes), [])
    assert (faults, readings) == ([], [])


TOLD = {
    "pay.base": ["$22-24/hr", "24 an hour", "24 hourly", "58k per annum", "4,500 / mo"],
    "portfolio.revenue": ["about $1.2m", "~1,200,000", "1.2m a year"],
    "portfolio.accounts": ["~47", "47ish", "around 47 accounts", "47 clients"],
    "portfolio.retention": ["95 percent", "about 92%"],
    "role.reports_to": ["me", "Me.", "myself"],
    "apply.deadline": ["1/30/2027", "30 January 2027", "until filled"],
}


@table(("field", "typed"), [(f, t) for f in TOLD for t in TOLD[f]])
def test_what_was_read_as_something_else_is_told_once(field, typed, tree):
    _, faults, readings = read(tree({field: typed}), [])
    assert (faults, [reading.field for reading in readings]) == ([], [field])


def test_a_percent_of_no_base_pay_is_a_problem(tree):
    changes = {"pay.base": "none", "pay.commission": "A fifth of sales.", "pay.variable": "10%"}
    (fault,) = read(tree(changes), []).faults
    assert fault.field == "pay.variable"
    assert "pay.base is none" in fault.message
    assert read(tree({**changes, "pay.variable": "private"}), []).faults == []


@pytest.mark.parametrize(
    ("base", "period", "cure"),
    [
        ("85k", "hour", "Set pay.period to year, or write the figure for one hour."),
        ("12000", "hour", "Set pay.period to month or year, or write the figure for one hour."),
        ("22", "year", "Set pay.period to hour, or write the figure for one year."),
        ("22", "", "Write $22 per hour, or the figure for one year."),
        ("$55-60,000", "", "Write $55,000 to $60,000."),
        ("450", "", "Write $450 per hour, or $450 per month, or the figure for one year."),
    ],
)
def test_an_implausible_figure_names_the_periods_that_are_left(base, period, cure, tree):
    (fault,) = read(tree({"pay.base": base, "pay.period": period}), []).faults
    assert (fault.field, fault.cure) == ("pay.base", cure)


@table("name", PERIOD_NAMES)
def test_no_figure_is_taken_without_its_period(name):
    assert changes_value(f"on average {name}")
    assert not changes_value("on average")


@pytest.mark.parametrize(
    "typed", ["2900-3200 a month gross, with 3 dogs", "58k brutto lunch 9", "58k brutto package"]
)
def test_what_is_refused_is_quoted_as_it_was_typed(typed: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        BASE.read(typed, Context("EUR", period="month"))
    assert typed[:25] in caught.value.message
