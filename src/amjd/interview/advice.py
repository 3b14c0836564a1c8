"""Advice from what was answered: sums and remarks, never a figure of our own making.

Its sentences are in `prompts/words/advice.yaml`, each for one line.
"""

import datetime
import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import pairwise

from amjd.answers.conditions import as_text
from amjd.answers.days.deadline import show_date
from amjd.answers.fields import Answers
from amjd.answers.numbers.percents import show_percent
from amjd.answers.pay.amounts import Money, show_money, to_minor_unit
from amjd.answers.pay.money import PRIVATE
from amjd.answers.places.place import currency_at
from amjd.answers.state import answer_of, pay_currency, pay_period, total_pay
from amjd.documents.doubts import Doubt, doubts, pronoun_in
from amjd.interview.workload import workload
from amjd.text.characters import joined
from amjd.text.patterns import compile_later
from amjd.words import Advice, Words

_SHARES = (0, 50, 100, 120)
_TAKE_HOME = {"quota.carries", "pay.base", "pay.variable", "pay.period", "pay.currency"}
WORDED = frozenset((
    "portfolio.segment", "portfolio.check_ins", "tools.crm", "tools.others", "role.owner",
    "role.reports_to", "role.team", "role.opening", "role.travel", "role.hours", "role.training",
    "role.growth_path", "role.manages", "role.duties", "role.required", "role.preferred",
    "pay.bonus", "pay.commission", "pay.benefits", "apply.evidence", "apply.steps",
    "metrics", "company.about", "company.more", "company.equal_opportunity", "role.office_days",
    "role.start", "role.until", "role.education", "role.years_in", "portfolio.territory",
    "quota.target", "apply.phone_hours",
))  # fmt: skip
"""What stands as it is typed in sentences that the company says, where nobody says I."""

MINE = compile_later(r"\b(?:[Mm]y|[Mm]ine|[Mm]yself|[Mm]e|[Ii](?!\.))\b")
"""What nobody says for a company."""
_DAYS = compile_later(
    r"(?i)\b(?:(?:time|days?|weeks?) off|vacation|(?:sick|personal) days?"
    r"|holidays?(?! (?:party|parties|bonus|gifts?|dinner|lunch)))\b"
)
_PAID = compile_later(r"(?i)\b(?:un)?paid\b|\bpay\b|\bPTO\b")
_PAID_THEN = compile_later(r"(?i)(?:all |both )?(?:un)?paid(?:$| (?:by|for|in|each|every|\w+ly)\b)")


def called_for(fields: Collection[str], answers: Answers, words: Advice, back: str) -> list[str]:
    """Say what answers just given call for; `back` is how somebody goes back to them."""
    return list(_called_for(set(fields), answers, words, back))


def to_change(field: str, answers: Answers, label: str, words: Words) -> str:
    """Say what to change in an answer while it is typed; nothing of one that reads well."""
    text = as_text(answer_of(answers, field))
    if found := MINE.search(text):
        return words.advice.mine.format(label=label, word=found[0])
    if pronoun := pronoun_in(answers, field):
        return _said(Doubt("pronoun", field, (pronoun,)), words.advice, label)
    # Where the law grants leave with pay, nobody asks.
    place, regions = answers.role.location or "", answers.role.regions or []
    money = answers.pay.currency or currency_at(place, regions)
    if field == "pay.benefits" and money in ("", "USD"):
        return next((words.advice.days_off.format(days=one) for one in _perhaps_unpaid(text)), "")
    return ""


def _perhaps_unpaid(benefits: str) -> Iterator[str]:
    """Give the days off of which nothing says whether they are paid."""
    parts = [part.strip() for part in re.split("[,;]", benefits)]
    for part, following in pairwise([*parts, ""]):
        if _DAYS.search(part) and not (_PAID.search(part) or _PAID_THEN.match(following)):
            yield part


def doubtful(before: Answers, after: Answers, words: Advice) -> list[str]:
    """Say what does not go together, or is too much, and was not so before.

    How much the accounts are for one person is always said of a new number of them.
    """
    known = doubts(before)
    told = words.doubts.keys() - {"pronoun"}  # which is told as it is typed
    new = [one for one in doubts(after) if one not in known and one.kind in told]
    return [*workload(before, after, words), *(_said(one, words) for one in new)]


def _said(doubt: Doubt, words: Advice, label: str = "") -> str:
    first, second, third, fourth, fifth, *_ = (*doubt.figures, *[""] * 5)
    return words.doubts[doubt.kind].format(
        first=first, second=second, third=third, fourth=fourth, fifth=fifth, label=label
    )


def _called_for(fields: set[str], answers: Answers, words: Advice, back: str) -> Iterator[str]:
    day = answers.apply.deadline and answers.apply.deadline.day
    if "apply.deadline" in fields and day and day < datetime.date.today():
        yield words.deadline_past.format(day=show_date(day), back=back)
    if "pay.base" in fields and answers.pay.base == PRIVATE:
        yield words.no_pay
    if fields & _TAKE_HOME and (amounts := take_home(answers)):
        period = pay_period(answers)
        yield words.take_home.format(amounts=joined(amounts, "and"), period=period)
    floor, accounts = answers.portfolio.retention, answers.portfolio.accounts
    if "portfolio.retention" in fields and floor and accounts and accounts.low == accounts.high:
        leave = int(accounts.high * (100 - floor) / 100)
        yield words.may_leave.format(
            floor=show_percent(floor), count=leave, accounts=f"{accounts.high:,}"
        )


def take_home(answers: Answers) -> list[str]:
    """Work out the pay at 0, 50, 100 and 120% of target, if a quota decides it."""
    pay = answers.pay
    total, currency = total_pay(answers), pay_currency(answers)
    if not (answers.quota.carries and total and isinstance(pay.base, Money)):
        return []
    variable = Money(total.low - pay.base.low, total.high - pay.base.high)
    return [show_money(_pay_at(pay.base, variable, share, currency), currency) for share in _SHARES]


def _pay_at(base: Money, variable: Money, share: int, currency: str) -> Money:
    part = Decimal(share) / 100
    low, high = (to_minor_unit(end * part, currency) for end in variable.ends)
    pay = base + Money(low, high)
    return pay._replace(low=min(pay.ends), high=max(pay.ends))
