"""What the work pays, its parts apart: base pay as an amount, what is earned beside it in words."""

from decimal import Decimal

from amjd.answers.pay.amounts import Money
from amjd.answers.pay.money import NONE, PRIVATE
from amjd.answers.state import pay_currency, pay_period
from amjd.formats.job_posting.stated import Data, Stated

# What an amount stands for; it cannot be told while one of these is open.
_UNITS = ("pay.currency", "pay.period")


def base_salary(stated: Stated) -> Data:
    """Give base pay as it is shown; nothing where it is private, none or open."""
    base, answers = stated.answer("pay.base"), stated.drafted.answers
    if not isinstance(base, Money) or stated.open.intersection(_UNITS):
        return {}
    ends = {"minValue": _number(base.low), "maxValue": _number(base.high)}
    value = {"value": _number(base.low)} if base.low == base.high else ends
    return {
        "@type": "MonetaryAmount",
        "currency": pay_currency(answers),
        "value": {"@type": "QuantitativeValue", **value, "unitText": pay_period(answers).upper()},
    }


def _number(amount: Decimal) -> int | float:
    # An amount has at most fifteen digits, which a float writes as they are.
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def incentives(stated: Stated) -> list[str]:
    """Give commission and bonus as they are shown: the amount, then how each is earned."""
    variable = stated.text("pay.variable")
    amount = f"{_kind(stated)}: {variable}" if variable not in ("", NONE, PRIVATE) else ""
    texts = (amount, stated.text("pay.commission"), stated.text("pay.bonus"))
    return list(filter(None, texts))


def _kind(stated: Stated) -> str:
    """Name variable pay as a posting does."""
    answers = stated.drafted.answers
    if answers.pay.commission:
        return "Commission"
    if not answers.quota.carries:
        return "Bonus"
    return "Variable pay" if answers.pay.bonus else "Commission"
