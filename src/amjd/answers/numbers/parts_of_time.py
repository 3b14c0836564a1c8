"""Parts of the time, in percent: `a fifth of the week`, `one day a week`, `4 hrs/wk`."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

_LONGEST = 60  # characters of words that say a part and no more
_PARTS = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
# In percent of five days of eight hours a week, and of four weeks a month.
_OF_TIME = {
    ("day", "week"): 20, ("day", "month"): 5, ("hour", "day"): 12.5, ("hour", "week"): 2.5,
    ("week", "month"): 25, ("morning", "week"): 10, ("afternoon", "week"): 10,
}  # fmt: skip
# What says no more than the part itself: a little, one day a week.
_LITTLE = r"(?:(?:just |only )?(?:a (?:little(?: bit)?|bit)|some|not (?:much|a lot)|yes),? )?"
_ABOUT = _LITTLE + r"(?:(?:about|around|roughly|maybe|say|like|approx\.?) |~ ?)?"
_BEHIND = r"(?:,? (?:or so|or thereabouts|say|maybe|i guess|roughly))?[.]?"
_PART = compile_later(
    rf"(?i){_ABOUT}(?:(?:an?|(?P<times>[1-9])) )?(?P<part>{'|'.join(_PARTS)})s?"
    rf"(?: (?:of )?(?:the|your|their|my|our|a) (?:time|work|week))?{_BEHIND}"
)
_SPENT = compile_later(
    rf"(?i){_ABOUT}(?:\d{{1,2}} ?(?:-|\u2013|to|or) ?)?"
    r"(?P<count>\d{1,2}(?:\.5)?|an?|half an?|half)"
    r" ?(?P<unit>day|d|hour|hr|h|week|wk|morning|afternoon)s?"
    r" ?(?:an?|per|each|every|/|(?:out )?of (?:the|a|each|every)|in (?:the|a|each|every)) ?"
    rf"(?P<period>day|week|wk|month|mth){_BEHIND}"
)
_WHOLE = {"d": "day", "hr": "hour", "h": "hour", "wk": "week", "mth": "month"}


class Part(NamedTuple):
    """A part of the time in percent; `is_exact` where nothing was assumed or rounded."""

    percent: int
    is_exact: bool


def part_of_time(text: str) -> Part | None:
    """Read a part of the time; None of a text that says anything else, or more than all."""
    plain = in_digits(text) if len(text) <= _LONGEST else ""
    if part := _PART.fullmatch(plain):
        name = part["part"].lower()
        return _within(Decimal(int(part["times"] or 1) * _PARTS[name]), name != "third")
    spent = _SPENT.fullmatch(plain)
    if not spent:
        return None
    unit, period = (
        _WHOLE.get(name.lower(), name.lower()) for name in spent.group("unit", "period")
    )
    count = spent["count"].lower()
    times = Decimal("0.5") if count.startswith("half") else Decimal(1)
    times = Decimal(count) if count[0].isdigit() else times
    each = _OF_TIME.get((unit, period))
    return _within(times * Decimal(each), False) if each else None


def _within(percent: Decimal, is_exact: bool) -> Part | None:
    whole = int(percent.to_integral_value(ROUND_HALF_UP))
    return Part(whole, is_exact) if 0 < whole <= 100 else None
