"""Periods: what amounts are for, and how one is taken off the end of a figure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.figures import has_digits
from amjd.answers.shapes import any_case
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError

PAY_PERIODS = ("year", "month", "hour")
QUOTA_PERIODS = ("month", "quarter", "year")


class Timed(NamedTuple):
    """A text without its period, the period, and the end of the text that said so."""

    text: str
    period: str = ""
    tail: str = ""


_PERIODS = {
    "h": "hour", "hr": "hour", "hour": "hour", "hourly": "hour",
    "mo": "month", "month": "month", "monthly": "month",
    "qtr": "quarter", "quarter": "quarter", "quarterly": "quarter",
    "yr": "year", "year": "year", "yearly": "year", "annum": "year", "annually": "year",
    "wk": "week", "week": "week", "weekly": "week", "fortnight": "fortnight",
    "day": "day", "daily": "day",
}  # fmt: skip
_PERIOD = re.compile(
    r"(?: ?/ ?| (?:an?|per|each|every) )(h|hr|hour|mo|month|qtr|quarter|yr|year|annum|wk|week"
    r"|fortnight|day)$| (hourly|monthly|quarterly|yearly|annually|weekly|daily)$",
    re.IGNORECASE,
)


def split_period(text: str, allowed: Sequence[str]) -> Timed:
    """Take the period off the end of a text: `$22/hr`, `58k a year`, `22 hourly`.

    Raises UnreadableError for a period that is not allowed, such as a week.
    """
    match = None if text[-1:].isdigit() else _PERIOD.search(text)
    if not match or not has_digits(text[: match.start()]):
        return Timed(text)
    period = _PERIODS[(match[1] or match[2]).lower()]
    if period not in allowed:
        *others, last = map(_a, allowed)
        wanted = " or ".join(filter(None, (", ".join(others), last)))
        raise UnreadableError(
            f"{quoted(text)} is for {_a(period)}.", f"Write the figure for {wanted}."
        )
    return Timed(text[: match.start()], period, match[0])


def period_pattern(periods: Sequence[str]) -> str:
    """Write the pattern of a period behind a figure, for the schema."""
    if not periods:
        return ""
    named = [name for name, period in _PERIODS.items() if period in periods]
    adverbs = "|".join(any_case(name) for name in named if name.endswith("ly"))
    nouns = "|".join(any_case(name) for name in named if not name.endswith("ly"))
    articles = "|".join(map(any_case, ("a", "an", "per", "each", "every")))
    return f"(?:(?: ?/ ?| +(?:{articles}) +)(?:{nouns})| +(?:{adverbs}))?"


def _a(period: str) -> str:
    return f"an {period}" if period == "hour" else f"a {period}"
