"""Numbers whose digits are grouped: which mark parts thousands, and which a fraction of three."""

import re
from decimal import Decimal

from amjd.answers.places.countries import is_currency, minor_units
from amjd.text.patterns import compile_later

# Each part of a number has a set length, so that no text is gone through twice.
_LAST_THREE = compile_later(r"(?P<whole>[\d,.' ]{1,24})(?P<mark>[.,])(?P<fraction>\d{3})")
_GROUPED = compile_later(r"[,.' ](?=(?:\d\d,){0,2}\d{3}(?!\d))")
_UNGROUPED = compile_later(r"\d{4}")


def number(text: str, currency: str | None) -> Decimal:
    """Read 12,000 and 12.000 alike; 1,200.250 is a fraction, and KWD 950.500 is one too."""
    match = _LAST_THREE.fullmatch(text)
    if match and _is_fraction(match["whole"], match["mark"], currency):
        return Decimal(re.sub(r"\D", "", match["whole"]) + "." + match["fraction"])
    return Decimal(_GROUPED.sub("", text).replace(",", "."))


def _is_fraction(whole: str, mark: str, currency: str | None) -> bool:
    """Whether three digits behind a last mark are decimals."""
    code = currency or ""
    is_of_three = is_currency(code) and minor_units(code) == 3
    if mark == ".":
        if "." in whole:
            return False
        return is_of_three or bool(re.search("[,' ]", whole) or _UNGROUPED.search(whole))
    return is_of_three and "," not in whole and bool(re.search("[.' ]", whole))
