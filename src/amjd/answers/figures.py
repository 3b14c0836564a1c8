"""Figures: how digits, ends of a range, approximations and periods are taken out of a text.

The texts are those of numbers and amounts, with look-alikes folded, and at most `LONGEST`
characters long: what is longer is no figure, and nothing here looks at it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.kinds import Context
from amjd.answers.shapes import any_case
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError

LONGEST = 100
_GROUPED = re.compile(r"\d+|\d{1,3}([,_' \u2019])\d{3}(?:\1\d{3})*", re.ASCII)
_BY_LAKHS = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}", re.ASCII)
_SEPARATORS = re.compile(r"[,_' \u2019]")


def read_figure(value: object, _: Context | None = None) -> str:
    """Read the text of a number or an amount, with its look-alikes folded."""
    return fold_look_alikes(read_text(value))


def plain_digits(text: str, *, by_lakhs: bool = False) -> str | None:
    """Take the separators out of a whole number; None if they do not part groups of three.

    With `by_lakhs` they may stand as in India: `5,00,000`.
    """
    if _GROUPED.fullmatch(text) or (by_lakhs and _BY_LAKHS.fullmatch(text)):
        return _SEPARATORS.sub("", text)
    return None


_ABOUT = ("about ", "around ", "roughly ", "approximately ", "approx. ", "approx ", "circa ", "~")
_ISH = (" or so", "-ish", " ish", "ish")


ABOUT_PATTERN = f"(?:(?:{'|'.join(any_case(word.strip()) for word in _ABOUT[:-1])}) +|~ *)?"
ISH_PATTERN = f"(?: +{any_case('or so')}|[ -]?{any_case('ish')})?"


def split_about(text: str) -> tuple[str, bool]:
    """Take an approximation off a figure, and tell whether there was one: `~47`, `47ish`."""
    lower = text.lower()
    for word in _ABOUT:
        if lower.startswith(word):
            return text[len(word) :].strip(), True
    for ending in _ISH:
        if lower.endswith(ending):
            return text[: -len(ending)].strip(), True
    return text, False


_OPEN_BEFORE = (
    "up to ", "at least ", "at most ", "over ", "under ", "more than ", "less than ", "above ",
    "below ", "starting at ", "starting from ", "minimum ", "maximum ", "from ", "max ", "min ",
)  # fmt: skip
_OPEN_AFTER = ("+", " and up", " or more", " or less", " and above", " plus", " or under")


def split_range(text: str, example: str) -> Sequence[str]:
    """Split a range into its two ends; what is none stays one text, or is more than two.

    `example` is what the cure can show: a range, or one figure where no range is taken. Raises
    UnreadableError for one end alone.
    """
    lower = text.lower()
    for opening, middle in (("between ", " and "), ("from ", " to "), ("from ", " up to ")):
        if lower.startswith(opening) and lower.count(middle) == 1:
            cut = lower.index(middle)
            return text[len(opening) : cut].strip(), text[cut + len(middle) :].strip()
    if lower.startswith(_OPEN_BEFORE) or lower.endswith(_OPEN_AFTER):
        if any(map(_is_digit, text)):
            wanted = "both ends" if " to " in example else "one figure"
            cure = f"Write {wanted}, such as {example}."
            raise UnreadableError(f"{quoted(text)} leaves one end open.", cure)
        return (text,)
    if " to " in lower:
        cuts = [match.span() for match in re.finditer(" to ", lower)]
    else:
        cuts = [match.span() for match in re.finditer(r" ?[-\u2014] ?", text)]
        cuts = [cut for cut in cuts if _has_digits(text[: cut[0]]) and _has_digits(text[cut[1] :])]
    starts, ends = [0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(text)]
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()


def _has_digits(text: str) -> bool:
    return any(map(_is_digit, text))


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
    match = _PERIOD.search(text)
    if not match or not _has_digits(text[: match.start()]):
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
