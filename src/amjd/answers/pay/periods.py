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
    "hrly": "hour",
    "mo": "month", "mth": "month", "mths": "month", "mnth": "month", "month": "month",
    "mthly": "month", "monthly": "month",
    "qtr": "quarter", "quarter": "quarter", "qtrly": "quarter", "quarterly": "quarter",
    "yr": "year", "year": "year", "yrly": "year", "yearly": "year", "annum": "year",
    "annually": "year", "annual": "year",
    "wk": "week", "week": "week", "wkly": "week", "weekly": "week", "fortnight": "fortnight",
    "fortnightly": "fortnight", "day": "day", "daily": "day",
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
_ALONE = compile_later(
    r"(?:p?/ ?|p\. ?|(?:an?|per|each|every|p) (?:calendar )?)?([a-z]+)\.?", re.IGNORECASE
)
# What a letter alone says behind p, as in p.w., or behind a stroke.
_LETTERS_OF = {
    "a": "year", "y": "year", "cm": "month", "m": "month", "q": "quarter", "h": "hour",
    "w": "week",
}  # fmt: skip
# Nouns that say it right behind an amount of three digits or in thousands; 2 mths are a length.
_SHORT_NOUNS = "mths?|mnth|yr|wk|qtr"
_SHORT = {f"p{letters}": period for letters, period in _LETTERS_OF.items() if letters != "y"}
_LAST_OF_SHORT = frozenset("amqhw.")
_PERIOD = compile_later(
    rf"(?:(?: ?/ ?| (?:an?|per|each|every|p) (?:calendar )?|(?:(?<=[\dkm%])| )p ?[./] ?)({_NOUNS})"
    rf"| ({_ALONE_TOO})|(?:(?<=k)|(?<=\d\d\d)) ?({_SHORT_NOUNS})"
    r"|(?:(?<=[\dkm%])| )(p\.?[ /]?(?:a|c\.?m|m|q|h|w)))\.?$"
    r"| ?(/ ?[myqw])$",
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
    name = (match[1] or match[2] or match[3] or "").lower()
    letters = re.sub("[^a-z]", "", (match[4] or match[5] or "").lower()).removeprefix("p")
    period = PERIOD_NAMES[name] if name else _LETTERS_OF[letters]
    if period not in allowed:
        raise _not_for(text, period, allowed)
    return Timed(text[: match.start()], period, match[0])


def _not_for(text: str, period: str, allowed: Collection[str]) -> UnreadableError:
    cure = f"Write the figure for {joined(map(a_period, allowed), 'or')}."
    if period == "week" and "quarter" in allowed:
        cure += f" {OF_WEEKS}"
    return UnreadableError(f"{quoted(text)} is for {a_period(period)}.", cure)


OF_WEEKS = "A quarter has 13 weeks, a year 52."
"""What a figure for a week comes to in what a target may be for."""


def names_period(text: str) -> bool:
    """Whether a period stands anywhere in a text, in a language of a neighbour too."""
    return len(text) <= 2 * LONGEST and bool(_NAMED.search(text))


FOREIGN = (
    "jahr", "jahre", "j\u00e4hrlich", "jaehrlich", "monat", "monatlich", "stunde", "std", "woche",
    "jaar", "jaarlijks", "maand", "maandelijks", "uur", "mois", "mensuel", "annuel", "heure", "mes",
    "mensual", "anual", "a\u00f1o", "mese", "mensile", "anno", "annuo", "m\u00eas", "ano", "rok",
)  # fmt: skip
"""What neighbours write for periods, which is not read: no cure leaves it out."""
_NAMED = compile_later(
    rf"(?:/ ?|\b(?:an?|per|each|every|p) |\d ?k? ?)(?:{_NOUNS})\b|\b(?:{_ALONE_TOO})\b"
    rf"|\b(?:{'|'.join(FOREIGN)})\b|\bp\.? ?[./]? ?(?:a|c\.?m|m|h|w)\b",
    re.IGNORECASE,
)
WITH_PERIOD = "Write the amount alone, in digits, with its period: 4500 a month."


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


def split_inside(timed: Timed, allowed: Sequence[str]) -> Timed:
    """Find the period among the words of a target, right behind what its figure counts.

    It stays there, in full: `12k GP per mth by June`. Where another figure stands before it, it may
    be that of the other. Raises UnreadableError as `split_period` does.
    """
    found = None if timed.period or len(timed.text) > LONGEST else _INSIDE.match(timed.text)
    if not found or found["counted"].endswith((" of", " by", " half")):
        return timed
    period = PERIOD_NAMES[(found["noun"] or found["adverb"]).lower()]
    if period not in allowed:
        raise _not_for(timed.text, period, allowed)
    if found["adverb"] or _GOES_ON.search(timed.text, found.end()):
        return timed
    rest = timed.text[found.end() :]
    if len(rest.split()) < 2:  # 1m/yr team
        return timed
    text = f"{found['counted']} a {period}{rest}"
    return Timed(timed.text if found["noun"].lower() == period else text, period)


_INSIDE = compile_later(
    r"(?P<counted>\D{0,20}\d[\d.,]*[^\d(]*?)"
    rf"(?:(?: ?/ ?| (?:an?|per|each|every) | ?p[./] ?)(?P<noun>{_NOUNS})(?=[ ,;(])"
    rf"|(?<=[\dkm]) (?P<adverb>{_ALONE_TOO})(?= ))",
    re.ASCII | re.IGNORECASE,
)
_GOES_ON = compile_later(r"(?:[,;+&]| and | plus )[^\d]*\d", re.ASCII)  # with a figure of its own
_TIME_OF_DAY = compile_later(r"\D \d\d? ?p\.?m\.?$", re.ASCII | re.IGNORECASE)
_STROKED = {"Yy": "year", "Mm": "month", "Qq": "quarter", "Hh": "hour"}
_LETTERS = {"year": "[Aa]", "month": r"(?:[Cc]\.?)?[Mm]", "quarter": "[Qq]", "hour": "[Hh]"}


def period_of(*periods: str) -> Kind:
    """Make the kind of a period: `month`, and `monthly`, `a month` or `/mo` for it."""
    meant = {name: period for name, period in PERIOD_NAMES.items() if period in periods}
    plain = choice(*periods, meant=meant)

    def read(value: object, context: Context) -> str:
        text = read_figure(value)
        if text in periods:
            return text
        match = _ALONE.fullmatch(text) if len(text) <= LONGEST else None
        word = match[1].lower() if match else ""
        letters = re.sub(r"[ ./]", "", text.lower()) if len(text) <= len("p. c. m.") else ""
        period = PERIOD_NAMES.get(word, "") or _SHORT.get(letters, "")
        if period and period not in periods:
            message = f"{quoted(text)} is not one of the answers; the amount is for one of them."
            raise UnreadableError(message, f"Write one of: {', '.join(periods)}.")
        if period not in periods:
            return str(plain.read(value, context))
        if text.lower() != period and not word.endswith(_ADVERBS):
            context.tell_read(text, period)
        return period

    names = [name for name, period in PERIOD_NAMES.items() if period in periods]
    articles = any_of("a", "an", "per", "each", "every", "p")
    before = rf"(?:[Pp]?/ ?|[Pp]\. ?|{articles} +(?:{any_of('calendar')} +)?)?"
    short = rf"[Pp]\.?[ /]?(?:{'|'.join(_LETTERS[period] for period in periods)})"
    written = text_schema(rf"(?:{before}{any_of(*names)}|{short})\.?")
    schema = {"anyOf": [*plain.schema["anyOf"], written]}
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
    shortened = rf" *[Pp]\.?[ /]?(?:{short})"
    before = rf"(?: ?/ ?| +(?:{articles}|[Pp]) +(?:{any_case('calendar')} +)?| *[Pp] ?[./] ?)"
    stroke = "".join(letter for letter, one in _STROKED.items() if one in periods)
    return rf"(?:{before}(?:{nouns})\.?| +(?:{adverbs})\.?|{shortened}\.?| ?/ ?[{stroke}])?"


def a_period(period: str) -> str:
    """Put the article before a period: an hour."""
    return f"an {period}" if period == "hour" else f"a {period}"
