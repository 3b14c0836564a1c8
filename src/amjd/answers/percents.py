"""Percentages: shares, floors and ceilings, some of them for a period."""

import re
from decimal import Decimal
from typing import Any, NamedTuple

from amjd.answers.figures import (
    ABOUT_PATTERN,
    ISH_PATTERN,
    LONGEST,
    read_figure,
    split_about,
)
from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.periods import period_pattern, split_period
from amjd.answers.shapes import DIGIT, SPACE, any_of, number_schema
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError

_PERIODS = ("month", "quarter", "year")


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
        context.tell_read(typed, f"{show_percent(percent)}{said}")
    return Rate(percent, period)


def _read_churn(value: object, context: Context) -> Rate:
    rate = _read_rate(value, context, _PERIODS)
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


def _percent_schema(*periods: str) -> dict[str, Any]:
    units = any_of("%", "percent", "per cent", "pct")
    figure = rf"(?:0?{DIGIT}{{1,2}}(?:\.{DIGIT}{{1,4}})?|100(?:\.0{{1,4}})?)"
    pattern = f"{ABOUT_PATTERN}{figure}{SPACE}*{units}?{period_pattern(periods)}{ISH_PATTERN}"
    return number_schema(pattern, minimum=0, maximum=100)


CHURN = Kind(_read_churn, _show_rate, _percent_schema(*_PERIODS))
FLOOR = Kind(_read_floor, show_percent, _percent_schema("year"))
SHARE = Kind(_read_share, show_percent, _percent_schema())
