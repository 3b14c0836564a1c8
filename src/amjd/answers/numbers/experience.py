"""Years of experience, as a must of the owner's may ask for them."""

from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

_YEARS = compile_later(
    rf"(?i)(?:\d|\b(?:{'|'.join(SMALL_NUMBERS[1:])}))"
    # A contract or a degree may be a two-year one too.
    r"(?:[ +]{0,3}(?:or more )?(?:years?|yrs?)|-(?:years|yrs)"
    r"|-(?:year|yr)(?=.{0,40}\b(?:experience|background|career|track)\b))"
    r"\b(?!['\u2019]? (?:old|of age|ago|warranty))"
)


def asks_for_years(line: str) -> bool:
    """Tell whether a line asks for years of experience, in figures or in words."""
    return _YEARS.search(line) is not None
