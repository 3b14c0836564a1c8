"""Numbers: counts with their unit, and percentages."""

import re
from decimal import Decimal

from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.shapes import SPACE, number_schema
from amjd.answers.texts import read_text
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError

_WHOLE = re.compile(r"(\d{1,3}(,\d{3})+|\d{1,9})", re.ASCII)


def count(unit: str = "", least: int = 1) -> Kind:
    """Make the kind of a whole number from `least` up, shown with its unit, as in `62 accounts`."""

    def read(value: object, _: Context) -> int:
        text = read_text(value)
        number = int(text.replace(",", "")) if _WHOLE.fullmatch(text) and len(text) < 12 else -1
        if number < 0:
            raise UnreadableError(
                f"{quoted(text)} is not a whole number.", "Write digits, such as 12."
            )
        if number < least:
            raise UnreadableError("must be 1 or more.", "Write the number, or leave it out.")
        return number

    def show(number: int, _: Locale) -> str:
        return show_count(number, unit) if unit else f"{number:,}"

    return Kind(read, show, number_schema(r"[0-9][0-9,]*", minimum=least))


def show_count(number: int, unit: str) -> str:
    """Show a count with its unit, which agrees with it: `one account`, `62 accounts`."""
    return f"one {unit}" if number == 1 else f"{number:,} {unit}s"


_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?) ?%?", re.ASCII)


def _read_percent(value: object, _: Context) -> Decimal:
    text = read_text(value)
    match = _PERCENT.fullmatch(text)
    if not match:
        raise UnreadableError(f"{quoted(text)} is not a percentage.", "Write 90, 90% or 1.5.")
    percent = Decimal(match[1])
    if percent > 100:
        raise UnreadableError(
            f"{quoted(text)} is more than 100 percent.", "Write a number from 0 to 100."
        )
    return percent


def _read_floor(value: object, context: Context) -> Decimal:
    percent = _read_percent(value, context)
    if percent <= 1:
        meant = show_percent(percent * 100 or Decimal(90)).removesuffix("%")
        raise UnreadableError(f"{percent:f} percent is no floor to keep.", f"Write {meant}.")
    return percent


def _read_share(value: object, context: Context) -> Decimal:
    percent = _read_percent(value, context)
    if 0 < percent < 1:
        raise UnreadableError(
            f"{percent:f} is less than one percent.", f"Write {percent * 100:.0f}."
        )
    return percent


def show_percent(percent: Decimal, _: Locale | None = None) -> str:
    """Show `92%` or `1.5%`, without zeros that say nothing."""
    text = f"{percent:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


_PERCENT_SCHEMA = number_schema(
    rf"(0?[0-9]{{1,2}}(\.[0-9]{{1,4}})?|100(\.0{{1,4}})?){SPACE}*%?", minimum=0, maximum=100
)
PERCENT = Kind(_read_percent, show_percent, _PERCENT_SCHEMA)
FLOOR = Kind(_read_floor, show_percent, _PERCENT_SCHEMA)
SHARE = Kind(_read_share, show_percent, _PERCENT_SCHEMA)
