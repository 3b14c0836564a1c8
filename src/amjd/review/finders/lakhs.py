"""Lakhs and crores in postings: `12 LPA`, `80 lakh to 1.2 crore`, and the L that is no litre."""

import re
from decimal import Decimal

from amjd.answers.numbers.scales import BY_LAKHS, LAKHS_OR_CRORES, SCALES
from amjd.review.finders.grouped import number
from amjd.review.finders.signs import MEANT

UNIT = rf"(?:l(?!-?[a-z])|{LAKHS_OR_CRORES})\b"
SCALE = rf" ?(?:lpa\b|{UNIT})"
"""Patterns of small letters; the second of lakhs per annum, too."""


def scaled(text: str, unit: str, currency: str | None) -> Decimal:
    """Return the number that a figure before a unit stands for."""
    word = unit.strip().lower()
    return number(text, currency).scaleb(SCALES["lakh" if word in ("l", "lpa") else word])


def is_short(match: re.Match[str]) -> bool:
    """Whether an end of an amount has a letter alone for its unit."""
    return "l" in ((match[one] or "").strip().lower() for one in ("own", "scale"))


def is_in_lakhs(sign: str | None, code: str, *, is_pay: bool) -> bool:
    """Whether an L counts money, by its currency; without one, where it is said to be pay."""
    if sign:
        return MEANT.get(sign.lower()) in BY_LAKHS
    return code in BY_LAKHS if code else is_pay
