"""Numbers: counts with their unit, ranges and approximations of them, and percentages."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from amjd.answers.figures import (
    LONGEST,
    plain_digits,
    read_figure,
    split_about,
    split_period,
    split_range,
)
from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.shapes import DIGIT, number_schema
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError

_SHORT = {
    "week": ("wk", "wks"),
    "year": ("yr", "yrs"),
    "junior account manager": ("junior", "juniors"),
}


class Count(NamedTuple):
    """A whole number, or a range of two, as given: `about` says that it is no exact one."""

    low: int
    high: int
    about: bool = False


def count(unit: str = "", least: int = 1) -> Kind:
    """Make the kind of a whole number from `least` up, shown with its unit, as in `62 accounts`."""

    def read(value: object, context: Context) -> int:
        typed = read_figure(value)
        text, is_about, has_unit = _stripped(typed, unit)
        number = _whole(text, typed, least)
        if has_unit or is_about:
            context.tell(f"{quoted(typed)} is read as {show(number, Locale())}")
        return number

    def show(number: int, _: Locale) -> str:
        return show_count(number, unit) if unit else f"{number:,}"

    return Kind(read, show, number_schema(_COUNT_SCHEMA, minimum=least))


def show_count(number: int, unit: str) -> str:
    """Show a count with its unit, which agrees with it: `one account`, `62 accounts`."""
    return f"one {unit}" if number == 1 else f"{number:,} {unit}s"


def range_of(unit: str, *, keeps_about: bool) -> Kind:
    """Make the kind of a count that may be a range; `keeps_about` shows `about 40 accounts`.

    Without that small ends of a range stand in words, and `2+` is the number that is asked for.
    """

    def read(value: object, context: Context) -> Count:
        typed = read_figure(value)
        text, is_about, has_unit = _stripped(typed, unit)
        if not keeps_about:
            text, is_about = _without_plus(text, is_about)
        ends = (
            split_range(text, "40 to 60" if keeps_about else "2 to 4")
            if len(text) <= LONGEST
            else ()
        )
        if len(ends) not in (1, 2):
            raise _not_whole(typed)
        low, high = (_whole(end, typed, 1) for end in (ends[0], ends[-1]))
        if low > high:
            raise UnreadableError(f"runs down, from {low} to {high}.", f"Write {high} to {low}.")
        found = Count(low, high, is_about and keeps_about)
        is_plain = keeps_about and typed.lower() == f"about {ends[0]}"
        if has_unit or (is_about and not is_plain):
            context.tell(f"{quoted(typed)} is read as {show(found, Locale())}")
        return found

    def show(number: Count, _: Locale) -> str:
        return show_range(number, unit, in_words=not keeps_about)

    return Kind(read, show, number_schema(_RANGE_SCHEMA, minimum=1))


def show_range(number: Count, unit: str, *, in_words: bool = False) -> str:
    """Show `one account`, `about 62 accounts`, `40 to 60 accounts`; small ends in words if so."""
    about = "about " if number.about else ""
    if number.low == number.high:
        return about + show_count(number.low, unit)
    ends = _in_words(number) if in_words else (f"{number.low:,}", f"{number.high:,}")
    return f"{about}{ends[0]} to {ends[1]} {unit}s"


_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def _in_words(number: Count) -> Sequence[str]:
    if number.high >= len(_WORDS):
        return f"{number.low:,}", f"{number.high:,}"
    return _WORDS[number.low], _WORDS[number.high]


def _stripped(typed: str, unit: str) -> tuple[str, bool, bool]:
    """Take approximation and unit off a number; tell whether there were any."""
    text, is_about = split_about(typed)
    without = _without_unit(text, unit)
    if not is_about:
        without, is_about = split_about(without)
    return without, is_about, without != text and _without_unit(text, unit) != text


def _without_unit(text: str, unit: str) -> str:
    lower = text.lower()
    for name in (f"{unit}s", unit, *_SHORT.get(unit, ())):
        if unit and lower.endswith(name) and lower[: -len(name)][-1:] in tuple(" 0123456789h+"):
            return text[: -len(name)].strip()
    return text


def _without_plus(text: str, is_about: bool) -> tuple[str, bool]:
    """Read `2+` and `at least 2` as the number that is asked for."""
    lower = text.lower()
    if text.endswith("+") and text[:-1].strip().isdigit():
        return text[:-1].strip(), True
    if lower.startswith("at least "):
        return text[9:].strip(), True
    return text, is_about


def _whole(text: str, typed: str, least: int) -> int:
    digits = None if "_" in text else plain_digits(text)
    if digits is None or len(digits) > 9:
        raise _not_whole(typed)
    if int(digits) < least:
        raise UnreadableError("must be 1 or more.", "Write the number, or leave it out.")
    return int(digits)


def _not_whole(typed: str) -> UnreadableError:
    return UnreadableError(f"{quoted(typed)} is not a whole number.", "Write digits, such as 12.")


# The schema knows digits, and leaves the words beside them to whoever reads more closely.
_NUMBER = rf"{DIGIT}(?:[,_' \u2019\u00a0\u2009\u202f]?{DIGIT}){{0,20}}"
_BEFORE, _AFTER = "[A-Za-z.~ ]{0,20}", "[A-Za-z \u00a0\u2010\u2011+-]{0,40}"
_BETWEEN = "[A-Za-z \u00a0\u2010-\u2014-]{1,40}"
_COUNT_SCHEMA = f"{_BEFORE}{_NUMBER}{_AFTER}"
_RANGE_SCHEMA = f"{_BEFORE}{_NUMBER}(?:{_BETWEEN}{_NUMBER})?{_AFTER}"


class Rate(NamedTuple):
    """A percentage, and the period that it was typed with."""

    percent: Decimal
    period: str = ""


_PERCENT = re.compile(
    r"(\d{1,3}(?:\.\d{1,4})?) ?(%|percent|per cent|pct)?", re.ASCII | re.IGNORECASE
)
_COMMA = re.compile(r"(\d{1,3}),(\d{1,2}) ?(?:%|percent|per cent)?", re.ASCII | re.IGNORECASE)


def _read_percent(text: str, typed: str) -> tuple[Decimal, bool]:
    """Read a percentage; tell whether its unit was a word."""
    match = _PERCENT.fullmatch(text)
    if not match:
        cure = "Write 90, 90% or 1.5."
        if comma := _COMMA.fullmatch(text):
            cure = f"Write {comma[1]}.{comma[2]}."
        raise UnreadableError(f"{quoted(typed)} is not a percentage.", cure)
    return Decimal(match[1]), (match[2] or "%") != "%"


def _read_rate(value: object, context: Context, periods: tuple[str, ...] = ()) -> Rate:
    typed = read_figure(value)
    if len(typed) > LONGEST:
        raise UnreadableError(f"{quoted(typed)} is not a percentage.", "Write 90, 90% or 1.5.")
    rest, is_about = split_about(typed)
    timed = split_period(rest, periods) if periods else None
    text, period = (timed.text, timed.period) if timed else (rest, "")
    percent, has_unit = _read_percent(text, typed)
    if is_about or has_unit or period:
        said = f" a {period}" if period else ""
        context.tell(f"{quoted(typed)} is read as {show_percent(percent)}{said}")
    return Rate(percent, period)


def _read_churn(value: object, context: Context) -> Rate:
    rate = _read_rate(value, context, ("month", "quarter", "year"))
    _check_most(rate.percent, "Write a number from 0 to 100.")
    return rate


def _check_most(percent: Decimal, cure: str) -> None:
    if percent > 100:
        raise UnreadableError(f'"{percent:f}" is more than 100 percent.', cure)


def _read_floor(value: object, context: Context) -> Decimal:
    percent = _read_rate(value, context, ("year",)).percent
    _check_most(
        percent,
        "This is the share that is kept: write a number up to 100, or put"
        f' "net revenue retention of {show_percent(percent)}" in metrics.',
    )
    if percent <= 1:
        meant = show_percent(percent * 100).removesuffix("%")
        cure = f"Write {meant}." if percent * 100 > 1 else "Leave it out."
        raise UnreadableError(f"{percent:f} percent is no floor to keep.", cure)
    return percent


def _read_share(value: object, context: Context) -> Decimal:
    percent = _read_rate(value, context).percent
    _check_most(percent, "Write a number from 0 to 100.")
    if 0 < percent < 1:
        meant = show_percent(percent * 100).removesuffix("%")
        cure = f"Write {meant}." if percent * 100 >= 1 else "Leave it out."
        raise UnreadableError(f"{percent:f} is less than one percent.", cure)
    return percent


def show_percent(percent: Decimal, _: Locale | None = None) -> str:
    """Show `92%` or `1.5%`, without zeros that say nothing."""
    text = f"{percent:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def _show_rate(rate: Rate, _: Locale) -> str:
    return show_percent(rate.percent)


_PERCENT_SCHEMA = number_schema(
    rf"{_BEFORE}(?:0?{DIGIT}{{1,2}}(?:\.{DIGIT}{{1,4}})?|100(?:\.0{{1,4}})?)"
    r"[A-Za-z%/ \u00a0-]{0,40}",
    minimum=0,
    maximum=100,
)
CHURN = Kind(_read_churn, _show_rate, _PERCENT_SCHEMA)
FLOOR = Kind(_read_floor, show_percent, _PERCENT_SCHEMA)
SHARE = Kind(_read_share, show_percent, _PERCENT_SCHEMA)
ACCOUNTS = range_of("account", keeps_about=True)
YEARS = range_of("year", keeps_about=False)
