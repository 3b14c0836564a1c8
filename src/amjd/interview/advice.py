"""Advice from what was answered: sums and remarks, never a figure of our own making.

Its sentences are in `prompts/words/advice.yaml`.
"""

import datetime
from decimal import Decimal

from amjd.answers.amounts import Money, show_money, to_minor_unit
from amjd.answers.dates import show_date
from amjd.answers.fields import Answers
from amjd.answers.state import total_pay
from amjd.words import Advice

_SHARES = (0, 50, 100, 120)
_TAKE_HOME = ("quota.carries", "pay.base", "pay.variable", "pay.period", "pay.currency")


def called_for(field: str, answers: Answers, words: Advice, back: str) -> list[str]:
    """Say what an answer just given calls for; `back` is how somebody goes back to it."""
    found: list[str] = []
    share = answers.role.new_business
    if field == "role.new_business" and share is not None and share >= 50:
        found.append(words.hunting)
    if field == "metrics" and len(answers.metrics or ()) > 5:
        found.append(words.many_measures.format(count=len(answers.metrics or ())))
    if field in ("metrics", "quota.carries") and answers.quota.carries is False:
        found += [words.attainment] * ("quota attainment" in (answers.metrics or ()))
    day = answers.apply.deadline and answers.apply.deadline.day
    if field == "apply.deadline" and day and day < datetime.date.today():
        found.append(words.deadline_past.format(day=show_date(day), back=back))
    if field in _TAKE_HOME and (rows := take_home(answers, words)):
        found.append(words.take_home.format(rows="\n".join(rows)))
    return found


def take_home(answers: Answers, words: Advice) -> list[str]:
    """Work out the pay at 0, 50, 100 and 120% of target, if a quota decides it."""
    pay = answers.pay
    total, currency = total_pay(answers), pay.currency or "USD"
    if not (answers.quota.carries and total and isinstance(pay.base, Money)):
        return []
    variable = Money(total.low - pay.base.low, total.high - pay.base.high)
    return [
        words.take_home_row.format(
            share=share,
            pay=show_money(_pay_at(pay.base, variable, share, currency), currency),
            period=pay.period or "year",
        )
        for share in _SHARES
    ]


def _pay_at(base: Money, variable: Money, share: int, currency: str) -> Money:
    part = Decimal(share) / 100
    low, high = (to_minor_unit(end * part, currency) for end in variable.ends)
    return base + Money(low, high)


def hours_a_month(accounts: int, check_in: int, review: int) -> int:
    """Add up the hours of a monthly check-in and a quarterly review, both in minutes."""
    return round(accounts * (check_in + review / 3) / 60)
