"""What pay may be: a figure beyond that was meant for another period, or for a percentage."""

from decimal import Decimal

from amjd.answers.pay.amounts import Money
from amjd.answers.pay.periods import PAY_PERIODS

# The least and the most that base pay may be for a period, in the currencies for which that is
# known.
_LEAST = {"year": Decimal(5000), "month": Decimal(400)}
MOST = {"hour": Decimal(500)}
_KNOWN = ("USD", "CAD", "EUR", "GBP", "AUD", "NZD", "CHF")
# Nobody who pays more than this means a month.
_LIKELY_A_MONTH = Decimal(40_000)


def is_known(currency: str | None) -> bool:
    """Whether it is known what can be paid in a currency."""
    return currency in _KNOWN


def is_plausible(base: Money, period: str) -> bool:
    """Whether base pay, in a currency that is known, may be for a period."""
    return base.low >= _LEAST.get(period, 0) and base.high <= MOST.get(period, base.high)


def likely_periods(base: Money) -> list[str]:
    """List the periods for which base pay may be meant: one, or two of them."""
    periods = [period for period in reversed(PAY_PERIODS) if is_plausible(base, period)]
    if "year" in periods and base.high > _LIKELY_A_MONTH:
        return ["year"]
    return periods


def is_likely_a_percent(variable: Money, base: Money | None, period: str) -> bool:
    """Whether variable pay, in a currency that is known, is so little that a percentage was meant.

    `base` is None where it is no amount, and then the least that base pay may be.
    """
    least = base.low if base else _LEAST.get(period, Decimal(0))
    return variable.high <= _MOST_PERCENT and variable.high * _PARTS < least


_MOST_PERCENT = 100
_PARTS = 200  # nobody offers less than half a percent of base pay
