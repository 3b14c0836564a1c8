"""Dates: the last day to apply, read from what people type and shown to candidates."""

import datetime
import re
from typing import NamedTuple

from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.shapes import text_schema, words_schema
from amjd.answers.texts import read_text
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError


class Deadline(NamedTuple):
    """The last day to apply; no day means applications are read as they come."""

    day: datetime.date | None


def _read_deadline(value: object, _: Context) -> Deadline:
    text = read_text(value)
    if text.lower() == "rolling":
        return Deadline(None)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return Deadline(datetime.date.fromisoformat(text))
        except ValueError:
            raise UnreadableError(
                f"{quoted(text)} is no day of the calendar.", "Check the day."
            ) from None
    raise UnreadableError(f"{quoted(text)} is not a date.", "Write it as 2027-01-30, or rolling.")


def _show_deadline(deadline: Deadline, _: Locale) -> str:
    return show_date(deadline.day) if deadline.day else "rolling"


def show_date(day: datetime.date) -> str:
    """Show `January 30, 2027`, whatever the locale of the system."""
    months = "January February March April May June July August September October November December"
    return f"{months.split()[day.month - 1]} {day.day}, {day.year}"


DEADLINE = Kind(
    _read_deadline,
    _show_deadline,
    {"anyOf": [words_schema("rolling"), text_schema("[0-9]{4}-[0-9]{2}-[0-9]{2}")]},
)
