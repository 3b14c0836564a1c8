"""Advice from what was answered: sums and remarks, never a figure of our own making.

Its sentences are in `prompts/words/advice.yaml`, each for one line.
"""

import datetime
from collections.abc import Collection, Iterator
from decimal import Decimal

from amjd.answers.amounts import Money, show_money, to_minor_unit
from amjd.answers.conditions import as_text
from amjd.answers.dates import show_date
from amjd.answers.fields import Answers
from amjd.answers.money import PRIVATE
from amjd.answers.numbers import show_range
from amjd.answers.percents import show_percent
from amjd.answers.state import answer_of, total_pay
from amjd.documents.doubts import Doubt, doubts
from amjd.interview.offering import region_at
from amjd.text.characters import joined, printable
from amjd.text.patterns import compile_later
from amjd.words import Advice

_SHARES = (0, 50, 100, 120)
_TAKE_HOME = {"quota.carries", "pay.base", "pay.variable", "pay.period", "pay.currency"}
# What stands in our own sentences, where nobody says I.
_OURS = {"tools.crm", "tools.others", "portfolio.segment", "portfolio.check_ins", "role.duties",
         "role.required", "role.preferred", "role.training", "role.owner"}  # fmt: skip
_MINE = compile_later(r"\b(?:[Mm]y|[Mm]ine|[Mm]e|[Ii](?!\.))\b")
# Minutes of a monthly check-in and of a quarterly review, and the hours of full-time work a month:
# 40 a week, 52 weeks a year.
_CHECK_IN, _REVIEW = 30, 120
FULL_TIME = 173


def called_for(fields: Collection[str], answers: Answers, words: Advice, back: str) -> list[str]:
    """Say what answers just given call for; `back` is how somebody goes back to them."""
    return list(_called_for(set(fields), answers, words, back))


def doubtful(before: Answers, after: Answers, words: Advice) -> list[str]:
    """Say what does not go together, or is too much, and was not so before."""
    known = doubts(before)
    new = [one for one in doubts(after) if one not in known and one.kind in words.doubts]
    return [_said(one, words) for one in new]


def _said(doubt: Doubt, words: Advice) -> str:
    first, second, third, fourth, fifth, *_ = (*doubt.figures, *[""] * 5)
    return words.doubts[doubt.kind].format(
        first=first, second=second, third=third, fourth=fourth, fifth=fifth
    )


def _called_for(fields: set[str], answers: Answers, words: Advice, back: str) -> Iterator[str]:
    day = answers.apply.deadline and answers.apply.deadline.day
    if "apply.deadline" in fields and day and day < datetime.date.today():
        yield words.deadline_past.format(day=show_date(day), back=back)
    place = answers.role.location
    if "role.location" in fields and place and not region_at(place, answers.pay.currency or "USD"):
        yield words.no_region.format(place=printable(place), back=back)
    for field in fields & _OURS:
        if found := _MINE.search(as_text(answer_of(answers, field))):
            yield words.mine.format(word=found[0])
    if "pay.base" in fields and answers.pay.base == PRIVATE:
        yield words.no_pay
    if fields & _TAKE_HOME and (amounts := take_home(answers)):
        period = answers.pay.period or "year"
        yield words.take_home.format(amounts=joined(amounts, "and"), period=period)
    if "portfolio.accounts" in fields:
        yield from workload(answers, words)
    floor, accounts = answers.portfolio.retention, answers.portfolio.accounts
    if "portfolio.retention" in fields and floor and accounts and accounts.low == accounts.high:
        leave = int(accounts.high * (100 - floor) / 100)
        yield words.may_leave.format(
            floor=show_percent(floor), count=leave, accounts=f"{accounts.high:,}"
        )


def take_home(answers: Answers) -> list[str]:
    """Work out the pay at 0, 50, 100 and 120% of target, if a quota decides it."""
    pay = answers.pay
    total, currency = total_pay(answers), pay.currency or "USD"
    if not (answers.quota.carries and total and isinstance(pay.base, Money)):
        return []
    variable = Money(total.low - pay.base.low, total.high - pay.base.high)
    return [show_money(_pay_at(pay.base, variable, share, currency), currency) for share in _SHARES]


def _pay_at(base: Money, variable: Money, share: int, currency: str) -> Money:
    part = Decimal(share) / 100
    low, high = (to_minor_unit(end * part, currency) for end in variable.ends)
    return base + Money(low, high)


def workload(answers: Answers, words: Advice) -> Iterator[str]:
    """Add up the hours that the accounts take, and compare them with full-time work."""
    if not (accounts := answers.portfolio.accounts):
        return
    hours = hours_a_month(accounts.high, _CHECK_IN, _REVIEW)
    told = words.workload.format(
        accounts=show_range(accounts, "account").capitalize(), hours=f"{hours:,}"
    )
    # A few accounts of weight take more than the usual minutes.
    is_heavy = answers.portfolio.strategic or answers.portfolio.complex
    yield told if is_heavy or hours * 2 >= FULL_TIME else f"{told} {words.part_time}"


def hours_a_month(accounts: int, check_in: int, review: int) -> int:
    """Add up the hours of a monthly check-in and a quarterly review, both in minutes."""
    return round(accounts * (check_in + review / 3) / 60)
