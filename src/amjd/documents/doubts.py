"""Doubts: answers that a posting can be made of, but that do not go together, or are too many.

They are values. What `amjd draft` says of each, with its cure, is in `cli.said`; answers that
cannot all be meant are problems, found in `answers.settling`.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from amjd.answers.fields import Answers
from amjd.answers.names.languages import languages_in, named_in
from amjd.answers.names.persons import names_person
from amjd.answers.numbers.experience import asks_for_years
from amjd.answers.numbers.percents import show_percent
from amjd.answers.pay.amounts import Money, show_money, to_minor_unit
from amjd.answers.pay.parts import PartOfBase
from amjd.answers.state import answer_of, pay_currency, pay_period, shown_of, total_pay
from amjd.answers.wishes import is_wished
from amjd.documents.choice import Template
from amjd.text.patterns import compile_later


class Doubt(NamedTuple):
    """What is doubtful of a field; `figures` are what its sentence names, as people read them.

    template: the id, the condition that does not hold, the answer. churn: the retention.
    hunting: the share. attainment: the measure. commission: its percent, the quota, its period,
    what that makes in a year, the variable pay. measures, duties, musts: how many. language: its
    name, the line that asks for it too. years: the line that asks for them too. wish: the line that
    is no must. pronoun: the word.
    """

    kind: Literal[
        "template", "churn", "growth", "hunting", "attainment", "commission",
        "measures", "duties", "musts", "language", "years", "wish", "pronoun",
    ]  # fmt: skip
    field: str
    figures: tuple[str, ...] = ()


def doubts(answers: Answers, used: Template | None = None) -> tuple[Doubt, ...]:
    """Find what is doubtful in answers, and in the template that is used for them."""
    found = [_denied(answers, used) if used else None, *(rule(answers) for rule in _RULES)]
    return tuple(doubt for doubt in found if doubt)


def _denied(answers: Answers, used: Template) -> Doubt | None:
    """Find the answer that denies what a template is for; an answer not given denies nothing."""
    for wanted in used.holds_when:
        answer = shown_of(answers, wanted.field)
        if answer is not None and not wanted.holds(answer):
            return Doubt("template", "template", (used.id, str(wanted), str(answer)))
    return None


def _churn_beside_retention(answers: Answers) -> Doubt | None:
    retention = answers.portfolio.retention
    if retention is None or answers.portfolio.churn is None:
        return None
    return Doubt("churn", "portfolio.churn", (show_percent(retention),))


def _growth_beside_a_quota(answers: Answers) -> Doubt | None:
    if answers.portfolio.expansion is None or not answers.quota.carries:
        return None
    return Doubt("growth", "portfolio.expansion")


def _hunting(answers: Answers) -> Doubt | None:
    share = answers.role.new_business
    if share is None or share < 50:
        return None
    return Doubt("hunting", "role.new_business", (show_percent(share),))


def _attainment_of_no_quota(answers: Answers) -> Doubt | None:
    if answers.quota.carries is not False:
        return None
    named = [one for one in answers.metrics or () if re.search(r"\bquotas?\b", one, re.IGNORECASE)]
    return Doubt("attainment", "metrics", (named[0],)) if named else None


def _too_many_measures(answers: Answers) -> Doubt | None:
    count = len(answers.metrics or ())
    return Doubt("measures", "metrics", (str(count),)) if count > 5 else None


def _too_many_duties(answers: Answers) -> Doubt | None:
    count = len(answers.role.duties or ())
    return Doubt("duties", "role.duties", (str(count),)) if count > 10 else None


def _too_many_musts(answers: Answers) -> Doubt | None:
    """Count them; languages, education and years of experience are a must each."""
    role = answers.role
    others = [one for one in (role.languages, role.education, role.years) if one]
    count = len(role.required or ()) + len(others)
    return Doubt("musts", "role.required", (str(count),)) if count > 6 else None


def _language_twice(answers: Answers) -> Doubt | None:
    """Find a language among the languages that a line of the owner's asks for too."""
    asked = {one.lower() for text in answers.role.languages or () for one in named_in(text)}
    fields = ("role.required", "role.preferred") if asked else ()
    lines = ((field, line) for field in fields for line in answers[field] or ())
    return next(
        (
            Doubt("language", field, (name, line))
            for field, line in lines
            for name in languages_in(line)
            if name.lower() in asked
        ),
        None,
    )


def _years_twice(answers: Answers) -> Doubt | None:
    """Find a must of the owner's that asks for years beside those that are asked for."""
    lines = answers.role.required or () if answers.role.years else ()
    line = next(filter(asks_for_years, lines), "")
    return Doubt("years", "role.required", (line,)) if line else None


def _wish_among_musts(answers: Answers) -> Doubt | None:
    """Find what would be good to have, where all are musts."""
    musts = (("role.languages", False), ("role.required", True))
    return next(
        (
            Doubt("wish", field, (text,))
            for field, is_line in musts
            for text in answers[field] or ()
            if is_wished(text, is_line=is_line)
        ),
        None,
    )


# Where owners write of whom they want, as of somebody they know, in the order of the interview.
_OF_THE_HIRE = (
    "portfolio.check_ins", "pay.commission", "pay.bonus", "role.training", "role.hours",
    "role.travel", "role.duties", "role.growth_path", "role.required", "role.preferred",
)  # fmt: skip
_PRONOUN = compile_later(r"(?<!/)\b(she|hers?|he|him|his)\b(?![/)])", re.IGNORECASE)
# Somebody else, named before in the same clause.
_SOMEBODY = compile_later(
    r"\b(?:clients?|customers?|guests?|patients?|members?|buyers?|colleagues?|owners?|founder|mrs?|ms)"
    r"\b\.?[^.;:]{0,60}$",
    re.IGNORECASE,
)


def _pronoun(answers: Answers) -> Doubt | None:
    """Find the first answer that calls whom one looks for a woman or a man."""
    given = [(field, answers[field]) for field in _OF_THE_HIRE]
    texts = [one if isinstance(one, str) else "\n".join(one) for _, one in given if one]
    if not _PRONOUN.search("\n".join(texts)):  # as hardly ever
        return None
    found = ((field, pronoun_in(answers, field)) for field, _ in given)
    return next((Doubt("pronoun", field, (word,)) for field, word in found if word), None)


def pronoun_in(answers: Answers, field: str) -> str:
    """Return the word by which an answer calls whom one looks for a woman or a man, or nothing."""
    answer = (answers[field] or "") if field in _OF_THE_HIRE else ""
    for text in [answer] if isinstance(answer, str) else answer:
        for found in _PRONOUN.finditer(text):
            before = text[: found.start()]
            # In capitals it is another word: HE, HIS.
            if not (found[0].isupper() or _SOMEBODY.search(before) or names_person(before)):
                return found[0].lower()
    return ""


# A percentage, or a range of two; a figure such as 2,5 is none.
_PERCENTS = compile_later(
    r"(?P<above>\b(?:above|over|beyond|past|after) )?(?<![\d.,])"
    r"(?P<range>\d+(?:\.\d+)? ?%? ?(?:-|\u2013|to|or|and) ?)?"
    r"(?P<percent>\d{1,2}(?:\.\d{1,4})?) ?(?:%|percent|per cent|pct)",
    re.IGNORECASE | re.ASCII,
)
_IN_A_YEAR = {"year": 1, "quarter": 4, "month": 12}


def _commission_off(answers: Answers) -> Doubt | None:
    """Compare commission on the whole quota with the variable pay, both for a year.

    It is doubtful where it lies more than a quarter of that pay beyond it.
    """
    quota, times = answers.quota, _IN_A_YEAR.get(answers.quota.period or "")
    if not (quota.carries and isinstance(quota.target, Money) and times):
        return None
    rate, variable = _rate(answers.pay.commission or ""), _variable(answers)
    if not (rate and variable):
        return None
    earned = quota.target.low * times * rate / 100
    if variable.low * 3 <= earned * 4 and earned * 4 <= variable.high * 5:
        return None
    currency = pay_currency(answers)
    rounded = to_minor_unit(earned, currency)
    of_quota = (show_percent(rate), show_money(quota.target, currency), str(quota.period))
    pay = (show_money(Money(rounded, rounded), currency), str(answer_of(answers, "pay.variable")))
    return Doubt("commission", "pay.commission", (*of_quota, *pay))


def _rate(commission: str) -> Decimal | None:
    """Read the only percentage of a text; one that something must be above is no rate."""
    found = list(_PERCENTS.finditer(commission))
    if len(found) != 1 or found[0]["range"] or found[0]["above"]:
        return None
    return Decimal(found[0]["percent"])


def _variable(answers: Answers) -> Money | None:
    """Return variable pay for one year; without its hours an hour's is not known for one."""
    base, variable, total = answers.pay.base, answers.pay.variable, total_pay(answers)
    if isinstance(variable, PartOfBase) and isinstance(base, Money) and total:
        low = total.low - base.low
        variable = Money(Decimal(0) if variable.up_to else low, total.high - base.high)
    if not isinstance(variable, Money):
        return None
    times = _IN_A_YEAR.get(variable.period or pay_period(answers))
    return Money(variable.low * times, variable.high * times) if times else None


_RULES: tuple[Callable[[Answers], Doubt | None], ...] = (
    _churn_beside_retention, _growth_beside_a_quota, _hunting, _attainment_of_no_quota,
    _commission_off, _too_many_measures, _too_many_duties, _too_many_musts,
    _language_twice, _years_twice, _wish_among_musts, _pronoun,
)  # fmt: skip
