"""Periods: what amounts are for, and how one is taken off the end of a figure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from amjd.answers.choices import choice
from amjd.answers.kinds import Context, Kind
from amjd.answers.numbers.figures import LONGEST, has_digits, read_figure
from amjd.answers.shapes import any_case, any_of, text_schema
from amjd.text.characters import joined, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

PAY_PERIODS = ("year", "month", "hour")
USUAL_PERIOD = PAY_PERIODS[0]
"""That of pay beside which nobody has told another."""
QUOTA_PERIODS = ("month", "quarter", "year")
"""Those of a quota, and of churn."""
EXAMPLES = {"hour": ("24", "24.50"), "month": ("4500", "4.5k"), "year": ("150000", "150k")}
"""Amounts for a period, as they may be typed: in digits, and shorter or finer."""
PERIOD_NAMES = {
    "h": "hour", "hr": "hour", "hour": "hour", "hourly": "hour",
    "mo": "month", "month": "month", "monthly": "month",
    "qtr": "quarter", "quarter": "quarter", "quarterly": "quarter",
    "yr": "year", "year": "year", "yearly": "year", "annum": "year",
    "annually": "year", "annual": "year",
    "wk": "week", "week": "week", "weekly": "week", "fortnight": "fortnight",
    "day": "day", "daily": "day",
}  # fmt: skip
"""What people write for each period."""


class Timed(NamedTuple):
    """A text without its period, the period, and the end of the text that said so."""

    text: str
    period: str = ""
    tail: str = ""


_ADVERBS = ("ly", "annual")


def _parted(periods: Collection[str]) -> tuple[list[str], list[str]]:
    """List the names of some periods: those that need a word before them, and those that do not."""
    named = [name for name, period in PERIOD_NAMES.items() if period in periods]
    adverbs = [name for name in named if name.endswith(_ADVERBS)]
    return [name for name in named if name not in adverbs], adverbs


_NOUNS, _ALONE_TOO = map("|".join, _parted(PERIOD_NAMES.values()))
_ALONE = compile_later(r"(?:/ ?|(?:an?|per|each|every) )?([a-z]+)", re.IGNORECASE)
_SHORT = {"pa": "year", "pcm": "month", "pm": "month", "pq": "quarter", "ph": "hour", "pw": "week"}
_LAST_OF_SHORT = frozenset("amqhw.")
_PERIOD = compile_later(
    rf"(?: ?/ ?| (?:an?|per|each|every) )({_NOUNS})$| ({_ALONE_TOO})$"
    r"|(?:(?<=[\dkm%])| )(p\.?[ /]?(?:a|c\.?m|m|q|h|w))\.?$",
    re.ASCII | re.IGNORECASE,
)


def split_period(text: str, allowed: Sequence[str]) -> Timed:
    """Take the period off the end of a text: `$22/hr`, `58k a year`, `22 hourly`, `38k p.a.`.

    Raises UnreadableError for a period that is not allowed, such as a week.
    """
    is_one_word = " " not in text and "/" not in text and text[-1:].lower() not in _LAST_OF_SHORT
    match = None if is_one_word or text[-1:].isdigit() else _PERIOD.search(text)
    if not match or not has_digits(text[: match.start()]):
        return Timed(text)
    short = re.sub("[^a-z]", "", match[3].lower()) if match[3] else ""
    period = _SHORT[short] if short else PERIOD_NAMES[(match[1] or match[2]).lower()]
    if period not in allowed:
        wanted = joined(map(a_period, allowed), "or")
        raise UnreadableError(
            f"{quoted(text)} is for {a_period(period)}.", f"Write the figure for {wanted}."
        )
    return Timed(text[: match.start()], period, match[0])


# The end of words that is a period in other letters; 5 pm is a time of the day.
_END_OF_WORDS = compile_later(
    rf"[ ,(]+(?:(?:in|within|over) (?:an?|per|each|every) ({_NOUNS})|(?:an?|per) ({_NOUNS})"
    rf"|({_ALONE_TOO})|(p\.?[ /]?a|p\.?[ /]?c\.?m|(?<![0-9] )p[./]?m))\.?\)?$",
    re.ASCII | re.IGNORECASE,
)


def split_words(text: str, allowed: Sequence[str]) -> Timed:
    """Take the period off the end of words that tell a target: `12 sites p.a.`.

    One within brackets is that of the other figure there: `120 units/month (360 a quarter)` stays
    as it is, and is for a month.
    Raises UnreadableError as `split_period` does.
    """
    if len(text) > LONGEST:
        return Timed(text)
    found = _END_OF_WORDS.search(text)
    word = next(filter(None, found.groups())).lower() if found else ""
    period = PERIOD_NAMES.get(word) or _SHORT.get(re.sub("[^a-z]", "", word), "")
    timed = Timed(text[: found.start()], period, found[0]) if found else Timed("")
    if period not in allowed or not has_digits(timed.text):
        timed = Timed(text) if _TIME_OF_DAY.search(text) else split_period(text, allowed)
    if timed.text.count("(") > timed.text.count(")"):
        return Timed(text, split_period(text.partition("(")[0].rstrip(), allowed).period)
    return Timed(text) if timed.text.endswith((" of", " by", " half")) else timed


_TIME_OF_DAY = compile_later(r"\D \d\d? ?p\.?m\.?$", re.ASCII | re.IGNORECASE)
_IN_LETTERS = {
    r"p\.?[ /]?a\.?": "year", r"p\.?[ /]?c?\.?m\.?": "month", r"p\.?[ /]?h\.?": "hour",
}  # fmt: skip


def period_of(*periods: str) -> Kind:
    """Make the kind of a period: `month`, and `monthly`, `a month` or `/mo` for it."""
    meant = {name: period for name, period in PERIOD_NAMES.items() if period in periods}
    meant |= {words: period for words, period in _IN_LETTERS.items() if period in periods}
    plain = choice(*periods, meant=meant)

    def read(value: object, context: Context) -> str:
        text = read_figure(value)
        if text in periods:
            return text
        match = _ALONE.fullmatch(text) if len(text) <= LONGEST else None
        word = match[1].lower() if match else ""
        period = PERIOD_NAMES.get(word, "")
        if period and period not in periods:
            message = f"{quoted(text)} is not one of the answers; the amount is for one of them."
            raise UnreadableError(message, f"Write one of: {', '.join(periods)}.")
        if period not in periods:
            return str(plain.read(value, context))
        if text.lower() != period and not word.endswith(_ADVERBS):
            context.tell_read(text, period)
        return period

    names = [name for name, period in PERIOD_NAMES.items() if period in periods]
    before = f"(?:/ ?|{any_of('a', 'an', 'per', 'each', 'every')} +)?"
    schema = {"anyOf": [*plain.schema["anyOf"], text_schema(f"{before}{any_of(*names)}")]}
    return replace(plain, read=read, schema=schema)


PAY_PERIOD = period_of(*PAY_PERIODS)
QUOTA_PERIOD = period_of(*QUOTA_PERIODS)


def period_pattern(periods: Sequence[str]) -> str:
    """Write the pattern of a period behind a figure, for the schema."""
    if not periods:
        return ""
    words = (*_parted(periods), ("a", "an", "per", "each", "every"))
    nouns, adverbs, articles = ("|".join(map(any_case, some)) for some in words)
    short = "|".join(_LETTERS[period] for period in periods)
    shortened = rf" *[Pp]\.?[ /]?(?:{short})\.?"
    return f"(?:(?: ?/ ?| +(?:{articles}) +)(?:{nouns})| +(?:{adverbs})|{shortened})?"


_LETTERS = {"year": "[Aa]", "month": r"(?:[Cc]\.?)?[Mm]", "quarter": "[Qq]", "hour": "[Hh]"}


def a_period(period: str) -> str:
    """Put the article before a period: an hour."""
    return f"an {period}" if period == "hour" else f"a {period}"
