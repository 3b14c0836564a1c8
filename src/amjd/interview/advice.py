"""Advice from what was answered: sums and remarks, never a figure of our own making."""

import datetime
from decimal import Decimal
from typing import Any

from amjd import flow
from amjd.answers.amounts import Money, show_money, to_minor_unit
from amjd.answers.dates import show_date
from amjd.answers.fields import Answers
from amjd.answers.state import total_pay

_SHARES = (0, 50, 100, 120)
_TAKE_HOME = ("quota.carries", "pay.base", "pay.variable", "pay.period", "pay.currency")
Words = list[tuple[str, dict[str, Any]]]
"""Names of the wizard's pieces of advice, each with the values that stand in it."""


def after(field: str, answers: Answers) -> Words:
    """Say what an answer just given calls for."""
    found: Words = []
    share = answers.role.new_business
    if field == "role.new_business" and share is not None and share >= 50:
        found.append(("hunting", {}))
    if field == "metrics" and len(answers.metrics or ()) > 5:
        found.append(("many_measures", {"count": len(answers.metrics or ())}))
    if field in ("metrics", "quota.carries") and answers.quota.carries is False:
        found += [("attainment", {})] * ("quota attainment" in (answers.metrics or ()))
    day = answers.apply.deadline and answers.apply.deadline.day
    if field == "apply.deadline" and day and day < datetime.date.today():
        found.append(("deadline_past", {"day": show_date(day)}))
    if field in _TAKE_HOME and (rows := take_home(answers)):
        found.append(("take_home", {"rows": "\n".join(rows)}))
    return found


def take_home(answers: Answers) -> list[str]:
    """Work out the pay at 0, 50, 100 and 120% of target, if a quota decides it."""
    pay = answers.pay
    if not (answers.quota.carries and (total := total_pay(answers))):
        return []
    assert isinstance(pay.base, Money)
    variable = Money(total.low - pay.base.low, total.high - pay.base.high)
    words = flow.wizard()["advice"]["take_home_row"]
    return [
        words.format(
            share=share,
            pay=show_money(
                _at(pay.base, variable, share, pay.currency or "USD"), pay.currency or "USD"
            ),
            period=pay.period or "year",
        )
        for share in _SHARES
    ]


def _at(base: Money, variable: Money, share: int, currency: str) -> Money:
    part = Decimal(share) / 100
    low, high = (to_minor_unit(end * part, currency) for end in variable.ends)
    return base + Money(low, high)


def hours_a_month(accounts: int, check_in: int, review: int) -> int:
    """Add up the hours of a monthly check-in and a quarterly review, both in minutes."""
    return round(accounts * (check_in + review / 3) / 60)
