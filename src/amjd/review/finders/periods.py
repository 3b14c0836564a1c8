"""The period that an amount is for, and not that of another amount beside it."""

import re
from decimal import Decimal
from typing import Literal, cast

from amjd.answers.pay.currencies import SIGNS
from amjd.review.finders.signs import LOW_SIGN
from amjd.text.patterns import compile_later

Period = Literal["hour", "day", "week", "month", "year"]
BY_THE_YEAR = 12_000

# What may stand between an amount and its period; behind another amount or a comma it is of that.
_GAP = rf"(?:[^.,;|\n\d{SIGNS}]|(?<=[a-z])\d)"
_PERIODS: tuple[tuple[Period, str], ...] = (
    ("hour", rf"^{_GAP}{{0,25}}?,? ?(per hour|/ ?h(?:(?:ou)?r)?\b|an hour|hourly|\bp\.?h\b)"),
    ("day", rf"^{_GAP}{{0,12}}?,? ?(per day|/ ?day|a day|daily)"),
    ("week", rf"^{_GAP}{{0,12}}?,? ?(per week|/ ?week|a week|weekly)"),
    ("month", rf"^{_GAP}{{0,20}}?,? ?(per month|/ ?mo(nth)?\b|a month|monthly|p\.?c?\.?m\b)"),
    ("year", rf"^{_GAP}{{0,30}}?,? ?(per (year|annum)|/ ?y(ea)?r|a year|annual|yearly|\bp\.?a\b)"),
)
# What comes on top of an amount, or says it again, has a period of its own: "$50,000 plus monthly
# commission", "$52,000 ($25 an hour)".
_ANOTHER = compile_later(rf"\bplus\b|\+(?! ?(?:vat|gst|tax))|\bcommission|\bbonus|\((?:{LOW_SIGN})")
# How often a year's pay is paid out is no period of it.
_PAID_OUT = compile_later(r"\bpa(?:id|yable) (?:[a-z]{1,4}-?)?(?:week|month)")


def period_of(after: str, before: str, amount: Decimal) -> Period | None:
    """Return the period of an amount, by what stands behind it and before, or by its size."""
    # The first one said counts: "$50,000 annually plus monthly commission".
    own = _ANOTHER.split(after)[0]
    if amount >= BY_THE_YEAR:
        own = _PAID_OUT.split(own)[0]
    said = [(match.end(), name) for name, words in _PERIODS if (match := re.search(words, own))]
    if said:
        return min(said)[1]
    if re.search(r"hourly|per hour", before):
        return "hour"
    if re.search(r"\b(?:day rate|daily)", before):
        return "day"
    if named := re.search(r"\b(week|month)ly (?:salary|pay|rate|wage)", before):
        return cast(Period, named[1])
    if amount >= BY_THE_YEAR or re.search(r"annual|yearly|per year", before):
        return "year"
    return None
