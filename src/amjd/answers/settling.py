"""Answers beside each other: the periods that amounts were typed with, and what contradicts."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from amjd.answers.fields import Answers
from amjd.answers.pay.amounts import Money, plain_money, show_money
from amjd.answers.pay.money import NONE, PRIVATE
from amjd.answers.pay.parts import PartOfBase
from amjd.answers.pay.plausible import (
    MOST,
    is_known,
    is_likely_a_percent,
    is_plausible,
    likely_instead,
    likely_periods,
)
from amjd.answers.state import missing, pay_currency, pay_period, total_pay
from amjd.text.errors import Reading, write_one_of

# The answers that may be typed with their period, and the one that it settles.
TIMED = {
    "pay.base": "pay.period",
    "pay.ote": "pay.period",
    "quota.target": "quota.period",
    "portfolio.churn": "portfolio.churn_period",
}


def settle(answers: Answers) -> Answers:
    """Take each period that was not given from the answer that was typed with it."""
    for field, period in TIMED.items():
        typed = getattr(answers[field], "period", "")
        if typed and answers[period] is None:
            section, name = period.split(".")
            part = answers[section].model_copy(update={name: typed})
            answers = answers.model_copy(update={section: part})
    return answers


class Contradiction(NamedTuple):
    """An answer that does not go with others: the field, those others, what is wrong, the cure."""

    field: str
    beside: tuple[str, ...]
    message: str
    cure: str


def contradictions(answers: Answers) -> Iterator[Contradiction]:
    """Find the answers that cannot all be meant."""
    yield from _periods(answers)
    for rule in _RULES:
        if (found := rule(answers)) is not None:
            yield found


def _periods(answers: Answers) -> Iterator[Contradiction]:
    for field, period in TIMED.items():
        typed, given = getattr(answers[field], "period", ""), answers[period]
        if typed and typed != given:
            message = f"is for one {typed}, but {period} is {given}."
            yield Contradiction(field, (period,), message, "Correct one of them.")


def _no_pay_for_a_quota(answers: Answers) -> Contradiction | None:
    if answers.pay.variable != NONE or not answers.quota.carries:
        return None
    message = "is none, but quota.carries is yes."
    cure = "Write what is earned at 100 percent of the quota, or private."
    return Contradiction("pay.variable", ("quota.carries",), message, cure)


def _told_by_the_total(answers: Answers) -> Contradiction | None:
    if answers.pay.variable != PRIVATE or answers.pay.ote is None:
        return None
    message, cure = "is private, but pay.ote tells it.", "Leave pay.ote out, or write the amount."
    return Contradiction("pay.variable", ("pay.ote",), message, cure)


def _part_of_nothing(answers: Answers) -> Contradiction | None:
    variable = answers.pay.variable
    if answers.pay.base != NONE or not isinstance(variable, PartOfBase):
        return None
    message = "is a percent of base pay, but pay.base is none."
    cure = "Write an amount or private, or correct pay.base."
    return Contradiction("pay.variable", ("pay.base",), message, cure)


def _bonus_of_nothing(answers: Answers) -> Contradiction | None:
    if answers.pay.variable != NONE or answers.pay.bonus is None:
        return None
    message = "says how a bonus is earned, but pay.variable is none."
    cure = "Where one may be paid, write private in pay.variable. Else leave pay.bonus empty."
    return Contradiction("pay.bonus", ("pay.variable",), message, cure)


def _total_beside(answers: Answers) -> Contradiction | None:
    """Find a total that nothing adds up to: of no base pay, or of amounts for two periods."""
    pay = answers.pay
    if pay.ote is None or not isinstance(pay.variable, Money):
        return None
    if pay.base == NONE and pay.ote.ends != pay.variable.ends:
        shown = show_money(pay.variable, pay_currency(answers))
        message = f"is {show_money(pay.ote, pay_currency(answers))}, but pay.variable is {shown},"
        return Contradiction(
            "pay.ote", ("pay.base", "pay.variable"), f"{message} and pay.base is none.",
            "Correct one of them, or leave pay.ote out.",
        )  # fmt: skip
    if isinstance(pay.base, Money) and total_pay(answers) is None:
        message = (
            f"is for one {pay_period(answers)}, but pay.variable for one {pay.variable.period}."
        )
        cure = "Leave pay.ote out, or write pay.variable for the same period."
        return Contradiction("pay.ote", ("pay.variable", "pay.period"), message, cure)
    return None


def _total(answers: Answers) -> Contradiction | None:
    """Check that on-target earnings are base + variable, where all three are known."""
    pay = answers.pay
    if pay.ote is None or not isinstance(pay.base, Money) or "pay.variable" in missing(answers):
        return None
    right = pay.base if pay.variable in (None, NONE) else total_pay(answers)
    if right is None or pay.ote.ends == right.ends:
        return None
    given, sum_of_both = (show_money(money, pay_currency(answers)) for money in (pay.ote, right))
    has_variable = pay.variable not in (None, NONE)
    parts = "base and variable pay add up to" if has_variable else "without variable pay it is"
    cure = "Correct one of them, or leave pay.ote out: it is worked out."
    message = f"is {given}, but {parts} {sum_of_both}."
    return Contradiction("pay.ote", ("pay.base", "pay.variable"), message, cure)


def _period_of_base(answers: Answers) -> Contradiction | None:
    pay, period, currency = answers.pay, pay_period(answers), pay_currency(answers)
    if not isinstance(pay.base, Money) or not is_known(currency):
        return None
    if pay.base.period not in ("", period) or is_plausible(pay.base, period):
        return None
    shown = show_money(pay.base, currency)
    meant = likely_periods(pay.base) if not pay.base.period else []
    cure = write_one_of([f"{shown} per {one}" for one in meant], f"the figure for one {period}")
    if pay.period and meant:
        cure = f"Set pay.period to {' or '.join(meant)}, or write the figure for one {period}."
    if period == "year" and pay.base.low * 1000 <= pay.base.high:  # 55-60,000
        cure = f"Write {show_money(pay.base._replace(low=pay.base.low * 1000), currency)}."
    message = f"is {shown} per {period}, which cannot be meant."
    return Contradiction("pay.base", ("pay.period", "pay.currency"), message, cure)


def _period_of_variable(answers: Answers) -> Contradiction | None:
    """Find variable pay, typed without a period, that is more than the base of less than a year.

    It was most likely meant for a year.
    """
    base, variable, period = answers.pay.base, answers.pay.variable, pay_period(answers)
    if period == "year" or not isinstance(variable, Money) or variable.period:
        return None
    if isinstance(base, Money):
        most = base.high
    elif period in MOST and is_known(pay_currency(answers)):
        most = MOST[period]
    else:
        return None
    if variable.high <= most:
        return None
    shown = show_money(variable, pay_currency(answers))
    message = f"is {shown} without a period, where pay.period is {period}."
    cure = f"Write {shown} a year, or the figure per {period}."
    return Contradiction("pay.variable", ("pay.base", "pay.period"), message, cure)


_RULES: tuple[Callable[[Answers], Contradiction | None], ...] = (
    _period_of_base, _period_of_variable, _no_pay_for_a_quota,
    _part_of_nothing, _told_by_the_total, _bonus_of_nothing, _total, _total_beside,
)  # fmt: skip


def likely_slips(answers: Answers) -> Iterator[Reading]:
    """Tell of the 10 that was meant for 10%, and of the 80 that was meant for 80 lakh or 80k.

    So of pay for a month that is printed as that of a year, where it is not refused.
    """
    for field in ("portfolio.revenue", "portfolio.expansion"):
        amount = answers[field]
        if isinstance(amount, Money) and amount.high < _FEW:
            shown = show_money(amount, pay_currency(answers))
            yield Reading(field, f"{shown} is hardly meant. Write it in full, with all its zeros")
    base, variable, period = answers.pay.base, answers.pay.variable, pay_period(answers)
    currency = pay_currency(answers)
    if isinstance(base, Money) and (likely := likely_instead(base, period, currency)):
        shown = show_money(base, currency)
        ways = " or ".join(f"{shown} per {one}" for one in likely)
        yield Reading("pay.base", f"{shown} per {period} is hardly meant. Write {ways}")
    if not isinstance(variable, Money) or variable.period or not is_known(currency):
        return
    if is_likely_a_percent(variable, base if isinstance(base, Money) else None, period):
        shown, percent = show_money(variable, currency), plain_money(variable)
        message = f"{shown} per {period} is hardly meant. Write {percent}% for a part of base pay"
        yield Reading("pay.variable", message)


_FEW = 1000  # in any currency, of what accounts bring in or grow by in a year
