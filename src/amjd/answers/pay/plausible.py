"""What pay may be: a figure beyond that was meant for another period, or for a percentage."""

from decimal import Decimal
from functools import cache

from amjd import resources
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


# The part of the least pay for a year, in a currency whose units are worth less or more, from which
# pay for a month may begin, and to which pay for an hour may go.
_A_MONTH, _AN_HOUR = Decimal("0.04"), Decimal("0.02")


def likely_instead(base: Money, period: str, currency: str) -> list[str]:
    """List the periods for which base pay is likely meant where the one that is told is unlikely.

    It is coarse, and looks at the currencies that are not known so well that pay is refused.
    """
    if is_known(currency) or not (least := _least_of_a_year().get(currency)):
        return []
    bounds = {
        "year": (least, None),
        "month": (least * _A_MONTH, None if period == "month" else least),
        "hour": (Decimal(0), least * _AN_HOUR),
    }
    likely = [one for one in PAY_PERIODS if _is_within(base, *bounds[one])]
    return [] if period in likely else likely


def _is_within(base: Money, low: Decimal, high: Decimal | None) -> bool:
    return base.low >= low and (high is None or base.high <= high)


@cache
def _least_of_a_year() -> dict[str, Decimal]:
    return {code: Decimal(least) for code, least in resources.table("least_pay")}


def is_likely_a_percent(variable: Money, base: Money | None, period: str) -> bool:
    """Whether variable pay, in a currency that is known, is so little that a percentage was meant.

    `base` is None where it is no amount, and then the least that base pay may be.
    """
    least = base.low if base else _LEAST.get(period, Decimal(0))
    return variable.high <= _MOST_PERCENT and variable.high * _PARTS < least


_MOST_PERCENT = 100
_PARTS = 200  # nobody offers less than half a percent of base pay
