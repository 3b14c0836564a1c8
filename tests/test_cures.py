"""Every form that a cure says to write is read as it stands, and means what was typed."""

import copy
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amjd.answers.days.deadline import Deadline
from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS
from amjd.answers.numbers.counts import Count
from amjd.answers.numbers.percents import Rate
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.parts import PartOfBase
from amjd.answers.reading import read
from conftest import CATALOG
from tables import table

# What a cure may ask for in words: these are no forms to write.
_PROSE = re.compile(
    r"(?:one of|one|two|both|at most|the|it|its|leave|them|each|a|an|how|digits|min|all)\b|.*\.\.\."
)


def forms_of(cure: str) -> list[str]:
    """Take the forms out of a cure, as a person would who follows it to the letter."""
    forms = []
    for said in re.findall(r"(?:Write|Did you mean) (.+?)(?:[.?]$|[.?] (?=[A-Z]))", cure):
        if _PROSE.match(said):
            continue
        plain = said.removesuffix(", its ASCII form")
        parts = [plain] if "or more" in plain else re.split(r",? or |, ", plain)
        forms += [part for part in parts if not _PROSE.match(part)]
    return forms


def faults_of(tree: dict, field: str) -> list[Fault]:
    faults = read(tree, CATALOG.ids, CATALOG.names).faults
    return [fault for fault in faults if fault.field.startswith(field) and fault.reason == "value"]


def answers_with(tree: dict, field: str, typed: str) -> dict:
    section, _, name = field.partition(".")
    tree = copy.deepcopy(tree)
    if name:
        tree.setdefault(section, {})[name] = typed
    else:
        tree[section] = typed
    return tree


def figures_of(value: object) -> set[Decimal]:
    """List the figures of a value that was read."""
    if isinstance(value, Rate):
        return {value.percent}
    if isinstance(value, Money | Count | PartOfBase):
        return {Decimal(value.low), Decimal(value.high)}
    is_figure = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return {Decimal(value)} if is_figure else set()


_SCALES = {"k": 1000, "K": 1000, "thousand": 1000, "m": 10**6, "million": 10**6, "lakh": 10**5}


def readings_of(typed: str) -> set[Decimal]:
    """List all that the figures of a text may mean, whatever its points and commas are.

    A share of less than one is so many of a hundred; what is finer than money may be rounded.
    """
    meant: set[Decimal] = set()
    scales = re.findall(r"(?<=\d) ?(k|K|thousand|million|m|lakh)(?:ish)?(?![a-z])", typed)
    for digits in re.findall(r"[\d.,' ]*\d", typed):
        for figure in _ways(digits.replace(" ", "").replace("'", "")):
            sizes = [1, *(_SCALES[scale] for scale in scales)]
            if " a week" in typed:  # of a bonus, in a year
                sizes += [size * 52 for size in sizes]
            for figure_in_full in [figure * size for size in sizes]:
                meant |= set(_rounded(figure_in_full))
            if figure <= 1:
                meant.add(figure * 100)
    return meant


def _ways(digits: str) -> Iterator[Decimal]:
    yield Decimal(re.sub("[.,]", "", digits) or 0)
    for sign in ".,":
        whole, found, fraction = digits.rpartition(sign)
        if found and fraction.isdigit():
            yield Decimal(f"{re.sub('[.,]', '', whole) or 0}.{fraction}")


def _rounded(figure: Decimal) -> Iterator[Decimal]:
    yield figure
    for unit in ("1", ".01", ".001"):
        down = figure // Decimal(unit) * Decimal(unit)
        yield from (down, down + Decimal(unit))


def follow(tree: dict, field: str, typed: str) -> list[str]:
    """Feed back every form that the cures of a typed answer give; return those there were."""
    followed = []
    for fault in faults_of(answers_with(tree, field, typed), field):
        for form in forms_of(fault.cure):
            followed.append(form)
            after = answers_with(tree, field, form)
            if not re.search(r"\d", typed):  # an example, which need not go with other answers
                assert not [one for one in faults_of(after, field) if not one.beside]
                continue
            assert not faults_of(after, field), (field, typed, fault.cure)
            value = read(after, CATALOG.ids, CATALOG.names).answers[field]
            if not isinstance(value, Deadline):
                assert figures_of(value) <= readings_of(typed), (field, typed, fault.cure, value)
    return followed


# -- words that make an answer another -------------------------------------------------------------

_VALUES = {
    "apply.deadline": ["2027-01-30", "30 January 2027", "rolling"],
    "apply.email": ["jobs@x.example"],
    "apply.phone": ["412-555-0138"],
    "apply.url": ["https://x.example/jobs"],
    "company.employees": ["40"],
    "leave_out": ["quota"],
    "pay.base": ["60k", "$22/hr"],
    "pay.currency": ["USD", "dollars"],
    "pay.ote": ["90k"],
    "pay.variable": ["5k", "10%"],
    "portfolio.accounts": ["40", "40-60"],
    "portfolio.churn": ["5%"],
    "portfolio.expansion": ["150k"],
    "portfolio.retention": ["92%"],
    "portfolio.revenue": ["1.2m"],
    "quota.target": ["150k"],
    "role.handover_weeks": ["8"],
    "role.juniors": ["2"],
    "role.new_business": ["20%"],
    "role.regions": ["Ontario", "US"],
    "role.years": ["3"],
    "template": ["sales", "technical"],
    **{name: [*field.kind.choices] for name, field in FIELDS.items() if field.kind.choices},
}
# What is typed around an answer, and the word of it that no cure may lose.
_CHANGED = {
    "not {}": "not", "never {}": "never", "no {}": "no", "non-{}": "non", "{}, not really": "not",
    "not quite {}": "not", "without {}": "without", "{} without": "without", "un{}": "un",
    "nothing {}": "nothing", "anything except {}": "except", "it isn't {}": "isn't",
    "half {}": "half", "half-{}": "half", "semi-{}": "semi", "almost {}": "almost",
    "nearly {}": "nearly", "part {}": "part", "partly {}": "partly", "one fifth {}": "fifth",
    "a third of {}": "third", "two thirds of {}": "thirds", "twice {}": "twice", "bi-{}": "bi",
    "{}, partly": "partly", "less than {}": "less", "fewer than {}": "fewer",
    "more than {}": "more", "every other {}": "other", "17 {}": "17", "{} 17": "17",
    "{}, 17": "17", "17% {}": "17%", "seventeen {}": "seventeen",
}  # fmt: skip
# What a figure may be, and a bound that is its field's own: a ceiling, or a floor.
_BOUNDS = {"portfolio.churn": ("less", "fewer"), "portfolio.retention": ("more",)}
_DENIALS = ("not", "never", "no", "non", "without", "un", "nothing", "except", "isn't")
_BESIDE_CHOICES = {
    "role.workplace": "hybrid", "role.employment": "contract", "role.travel": "daily",
    "role.first_hire": "yes", "role.trainable": "yes", "role.owner": "Dana", "role.mentors": "yes",
    "quota.carries": "yes", "apply.phone": "412-555-0138",
}  # fmt: skip


def kept_in(word: str, cure: str) -> bool:
    """Whether a cure has a word, or an answer that denies as that word does."""
    said = re.findall(r"[\w'%]+", cure.lower())
    if word in _DENIALS and re.search(r"(?:Write|mean|or) (?:no|none|0|private)\b", cure):
        return True
    return (
        word in said
        or f"{word}s" in said
        or (word[0].isdigit() and (word in cure or "how many" in cure))
    )


@pytest.mark.parametrize("field", _VALUES)
def test_no_cure_loses_what_makes_an_answer_another(field, tree):
    for value, around in product(_VALUES[field], _CHANGED):
        typed, word = around.format(value), _CHANGED[around]
        if word in _BOUNDS.get(field, ()) or (word == "un" and " " in value):
            continue
        for fault in faults_of(answers_with(tree(_BESIDE_CHOICES), field, typed), field):
            is_offered = fault.forms or fault.items or "Did you mean" in fault.cure
            assert not is_offered or kept_in(word, fault.cure), (typed, fault.cure)


_SCRAPS = {
    "mostly", "fully", "really", "half", "semi", "less", "than", "mailto", "first", "non", "part",
    "almost", "not", "never", "the", "any",
}  # fmt: skip


@table(
    ("field", "typed"),
    [
        ("role.workplace", "fully remote"),
        ("role.workplace", "100% remote"),
        ("role.workplace", "remote-first"),
        ("role.workplace", "remote?"),
        ("role.workplace", "really remote"),
        ("role.employment", "less than full-time"),
        ("role.employment", "full-time!"),
        ("quota.carries", "no quota"),
        ("quota.carries", "not really"),
        ("quota.carries", "yes?"),
        ("quota.period", "half-year"),
        ("quota.forecast", "every other week"),
        ("quota.forecast", "once a week"),
        ("role.mentors", "no juniors"),
        ("apply.here", "no button"),
        ("apply.email", "[jobs@x.example](mailto:jobs@x.example)"),
        ("apply.phone", "412-555-0138?"),
        ("portfolio.retention", "no target"),
        ("portfolio.retention", "one third"),
        ("portfolio.revenue", "2m?"),
        ("portfolio.basis", "contracts?"),
        ("quota.period", "fiscal year"),
        ("quota.carries", "yes (team)"),
        ("apply.here", "no, email"),
        ("role.new_business", "some"),
        ("role.handover", "written notes?"),
        ("pay.base", "almost 60k"),
        ("pay.variable", "5k?"),
    ],
)
def test_no_scrap_is_put_elsewhere(field, typed, tree):
    (fault,) = faults_of(answers_with(tree(_BESIDE_CHOICES), field, typed), field)
    for words in re.findall('[Pp]ut "([^"]*)"', fault.cure):
        assert set(re.findall(r"[a-z]{3,}", words.lower())) - _SCRAPS, fault.cure
        assert not re.search(r"\b(?:no|not)\b", words), fault.cure


@table(
    ("field", "typed", "cure"),
    [
        ("role.workplace", "half remote", "Write one of: on-site, hybrid, remote."),
        ("role.workplace", "never remote", "Write one of: on-site, hybrid, remote."),
        ("role.workplace", "fully remote", "Write remote."),
        ("role.workplace", "100% remote", "Write remote."),
        (
            "role.workplace",
            "2 days remote",
            'Write hybrid. Put "2 days remote" in role.office_days.',
        ),
        ("role.workplace", "5 days remote", 'Write remote. Put "5 days" in role.hours.'),
        (
            "role.employment",
            "half-time",
            "Write one of: full-time, part-time, contract, temporary.",
        ),
        ("role.employment", "contract for half a year", 'Put "for half a year" in role.until.'),
        ("quota.period", "half-year", "Write one of: month, quarter, year."),
        ("quota.period", "two months", "Write one of: month, quarter, year."),
        (
            "quota.carries",
            "no target, only renew and grow",
            'Put "only renew and grow" in role.duties',
        ),
        ("quota.carries", "no target, just renewals", "Write no."),
        ("quota.carries", "no idea", "Write yes or no."),
        ("role.mentors", "not applicable", "Leave it empty, or write yes or no."),
        ("role.mentors", "yes, 2", "Write yes. Put how many in role.juniors, in digits."),
        ("role.workplace", "WFH 3 days", 'Write hybrid. Put "WFH 3 days" in role.office_days.'),
        ("role.workplace", "remote, but in Ohio", 'Write remote. Put "Ohio" in role.regions.'),
        ("role.employment", "1099 contractor", "Write contract."),
        (
            "role.car",
            "car allowance $400",
            'Write allowance. Put "car allowance $400" in pay.benef',
        ),
        ("quota.period", "fiscal year", "Write year."),
        ("quota.carries", "yes, not really", "Write yes or no."),
        ("role.mentors", "yes, half the team", 'Write yes. Put "half the team" in role.team.'),
        ("role.new_business", "one third", "Write the figure alone, in digits."),
        ("portfolio.retention", "92% NRR", 'put "net revenue retention of 92%" in metrics.'),
        ("portfolio.retention", "over 92%", "Write 92%."),
        (
            "apply.phone",
            "412-555-0138 (no texts)",
            "0138. Say in apply.phone_for that it is for calls, ",
        ),
        ("template", "non-technical", "Write one of: sales,"),
        ("apply.deadline", "2027-01-30T17:00", "Write 2027-01-30. The posting has"),
        ("apply.deadline", "no later than 30 January 2027", "Write 2027-01-30."),
        ("apply.deadline", "not after 30 January 2027", "Write 2027-01-30."),
        ("role.employment", "non-exempt full-time", 'Put "non-exempt, with overtime paid" in'),
        ("apply.deadline", "not 2027-01-30", "Write the answer alone, without other words."),
        ("pay.currency", "not USD", "Write the answer alone, without other words."),
        ("pay.base", "60k, no overtime", "Write the amount alone, in digits."),
    ],
)
def test_where_nothing_true_can_be_offered_the_answers_are_listed(field, typed, cure, tree):
    (fault,) = faults_of(answers_with(tree(), field, typed), field)
    assert cure in fault.cure
    follow(tree(), field, typed)


def test_what_is_no_answer_is_quoted_as_it_was_typed(tree):
    (fault,) = faults_of(answers_with(tree(), "pay.currency", "US Dollar"), "pay.currency")
    assert fault.message == '"US Dollar" is no ISO 4217 currency.'


# -- figures --------------------------------------------------------------------------------------

_MONEY = ["pay.base", "pay.variable", "pay.ote", "quota.target", "portfolio.revenue"]
_PERCENTS = ["portfolio.retention", "portfolio.churn", "role.new_business"]
_COUNTS = [
    "portfolio.accounts", "role.years", "role.handover_weeks", "role.juniors", "company.employees",
]  # fmt: skip
_FIGURES = (
    "85000", "85,000", "85.000", "85,00", "85000.50", "85000.555", "85.5", "85.1234", "5,00,000",
    "1.200", "1.200.000", "1,200.50", "1.200,50", "85 000", "85'000", "85k", "1.5k", "2 k", "1.2m",
    "1,2 million", "0.9", "0,9", ".5", "22", "22.125", "0", "12.0", "8-10", "95-85", "85-95k",
    "85k-95", "10%", "10,5%", "10-5%", "0.5%", "150%", "2 lakh", "1.2bn", "3 dozen", "100000000000",
)  # fmt: skip
_AROUND = (
    "{}", "${}", "{} USD", "about {}", "{}ish", "up to {}", "at least {}", "{}+", "over {}",
    "under {}", "{} ph", "{} p.a.", "{} pm", "{}/hr", "{} a year", "{} a week", "{} per annum",
    "{} DOE", "{} base", "base {}", "{} or more", "{} months", "{} percent of the time",
    "{} clients in Ohio", "{} plus tips", "{} years in sales", "-{}", "{},-", "{} employees",
    "from {}", "~{}", ">{}", "{} or 95k", "{} mil",
)  # fmt: skip


_BESIDE = [
    ("USD", ""),
    ("USD", "hour"),
    ("EUR", "month"),
    ("JPY", ""),
    ("KWD", "year"),
    ("INR", ""),
]


_EVERY = 14  # of all figures in all manners each case tries one of so many, and begins elsewhere


@pytest.mark.parametrize(
    ("first", "field", "currency", "period"),
    [
        (number % _EVERY, field, *beside)
        for fields, all_beside in ((_MONEY, _BESIDE), ((*_PERCENTS, *_COUNTS), _BESIDE[:1]))
        for number, (field, beside) in enumerate(product(fields, all_beside))
    ],
)
@pytest.mark.no_cover
def test_every_form_that_a_cure_of_a_figure_gives_is_read_as_what_was_typed(
    first, field, currency, period
):
    beside = {"pay": {"currency": currency, "period": period, "base": "85000"}}
    for figure, around in islice(product(_FIGURES, _AROUND), first, None, _EVERY):
        follow(beside, field, around.format(figure))


# -- all other kinds ------------------------------------------------------------------------------

_TYPED = {
    "apply.deadline": (
        "2027-1-5",
        "January 30th, 2027",
        "30.01.2027",
        "1.2.2027",
        "3/4/2027",
        "3/4/27",
        "soon",
        "20270130",
        "30-Jan-2027",
        "Sat, 30 January 2027",
        "January 30",
        "2027/02/30",
        "31.12.2027",
    ),
    "apply.email": (
        "j\u00f6bs@x.example",
        "Dana x@y",
        "jobs at x.example",
        "jobs@x,example",
        "a@b.example.",
        "Dana Ruiz <a@b.example>",
        "a@b.example, c@d.example",
        "jobs @x.example",
        "jobs@@x.example",
        "jobs@b\u00fcro.example",
        "mailto:a@b.example?cc=x",
        "a c@b.example",
        "@x.example",
        "jobs",
    ),
    "apply.url": (
        "x.example/jobs",
        "htp://x.example",
        "//x.example",
        "https:/x.example",
        "http//x.example",
        "see https://x.example",
        "https://x.example/a b",
        "https://b\u00fccher.example/\u00e4",
        "<https://x.example>",
        "https://x",
        "http://localhost",
        "https://x.example.",
        "https://a.example https://b.example",
        "ftp://x.example",
        "https:// x.example",
    ),
    "apply.phone": ("call 412-555-0138", "tel:+1 412 555 0138", "555", "412-555-0138 ext 4"),
    "role.regions": (
        "Georgia",
        "TX",
        "WA",
        "US CO",
        "us_co",
        "Denver, CO",
        "Punjab",
        "CO",
        "Europe",
        "US-XX",
    ),
    "role.workplace": ("on_site", "hybird", "home", "in office"),
    "role.employment": ("full_time", "Full-time, permanent", "freelance"),
    "quota.carries": ("yep", "1", "Yes."),
    "pay.currency": ("$", "\u20ac", "z\u0142", "kr", "EURO", "pounds", "XXX", "US dollars", "rs"),
    "pay.period": ("hours", "weekly", "p.a."),
    "quota.forecast": ("weeks", "daily"),
    "leave_out": ("nonsense", "check-in", "no"),
    "template": ("seles", "nonsense"),
    "company.name": ("\u201cAcme\u201d", "a\u200bb"),
}


@table(("field", "typed"), [(f, t) for f in _TYPED for t in _TYPED[f]])
def test_every_form_that_a_cure_gives_is_read(field, typed, tree):
    follow(tree(), field, typed)


@table(
    ("field", "typed", "forms"),
    [
        ("pay.base", "85.000", ["85000", "85.00 per hour"]),
        ("pay.base", "85,00", ["85 per hour"]),
        ("pay.base", "$22 ph basic", ["$22 ph"]),
        ("pay.base", "5,00,000", ["500000"]),
        ("pay.base", "85000.555", ["85000.55", "85000.56"]),
        ("pay.base", "up to 95k", []),
        ("portfolio.accounts", "1.200", ["1200"]),
        ("portfolio.accounts", "0", []),
        ("role.handover_weeks", "2 months", []),
        ("role.handover_weeks", "6 wks w/ Tim", ["6"]),
        ("portfolio.accounts", "abt 60 accts", ["about 60 accounts"]),
        ("apply.deadline", "1.2.2027", ["2027-01-02", "2027-02-01"]),
        ("apply.email", "Dana x@y", []),
        ("role.regions", "Georgia", ["US-GA", "GE"]),
        ("leave_out", "nonsense", []),
    ],
)
def test_the_forms_that_are_given(field, typed, forms, tree):
    assert follow(tree(), field, typed) == forms


@given(
    st.sampled_from([*_MONEY, *_PERCENTS, *_COUNTS]),
    st.text("0123456789.,' k%-$", min_size=1, max_size=9),
    st.sampled_from(_AROUND),
)
def test_any_figure_has_cures_that_are_read(field, figure, around):
    beside = {"company": {"name": "Acme"}, "pay": {"base": "85000"}}
    follow(beside, field, around.format(figure))
