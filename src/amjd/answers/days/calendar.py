"""Days of the calendar as people write them, wherever in a text they stand."""

import datetime
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from amjd.text.patterns import compile_later

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
NUMBERS = {
    short.lower(): number
    for number, month in enumerate(MONTHS, start=1)
    for short in (month, month[:3], *(["Sept"] if month == "September" else []))
}
MONTH = "|".join(sorted(NUMBERS, key=len, reverse=True))

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Where figures are written with the month first; and where either may stand first.
_MONTH_FIRST = ("US", "PR", "GU", "VI", "AS", "MP", "UM")
_EITHER_FIRST = ("CA", "PH", "PA", "CN", "JP", "KR", "TW", "HU", "LT", "MN", "FM", "MH", "PW")
# Without a year two figures may be a share, unless nothing but a date can stand there.
_IN_FIGURES = compile_later(
    r"(?<![\d./-])(?P<one>\d{1,2})(?:(?P<sign>[./-])(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)"
    r"|/(?P<then>\d{1,2})(?=$|[,;)]| (?:or|and|to|at|latest)\b))(?![\d./-])",
    re.ASCII,
)


def first_in_figures(country: str) -> Literal["day", "month", ""]:
    """Say what a country writes first in the figures of a day; nothing where it may be either."""
    if not country or country in _EITHER_FIRST:
        return ""
    return "month" if country in _MONTH_FIRST else "day"


class SpeltOut(NamedTuple):
    """A text with its days in words where its figures mean one, and those that may mean two."""

    text: str
    doubtful: tuple[str, ...] = ()


def spelt_out(text: str, country: str, *, month_first: bool) -> SpeltOut:
    """Write the days in words of which the figures are another day in another country.

    `country` is where the work is, nothing where that is not known; `month_first` is how a day is
    shown there.
    """
    doubtful: list[str] = []
    first = first_in_figures(country)

    def spelt(found: re.Match[str]) -> str:
        one, other = int(found["one"]), int(found["other"] or found["then"])
        year = found["year"] or ""
        if one == other or not (0 < one <= 12 and 0 < other <= 12):
            return found[0]
        if not first:
            doubtful.append(found[0])
            return found[0]
        month, day = (one, other) if first == "month" else (other, one)
        return shown(day, month, f"20{year}"[-4:] if year else "", month_first=month_first)

    return SpeltOut(_IN_FIGURES.sub(spelt, text), tuple(doubtful))


def shown(day: int, month: int, year: str, *, month_first: bool) -> str:
    """Show `January 30, 2027` or `30 January 2027`; without a year, `January 30`."""
    name = MONTHS[month - 1]
    if month_first:
        return f"{name} {day}, {year}" if year else f"{name} {day}"
    return f"{day} {name} {year}".rstrip()


Day = tuple[int, ...]
"""Year, month and day, which may be no day of the calendar."""


class Found(NamedTuple):
    """Where a day stands in a text, and the days of the calendar that it may be."""

    start: int
    end: int
    days: tuple[datetime.date, ...]


_YEAR_FIRST = compile_later(
    r"(?<!\d)(\d{4})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{1,2})(?!\d)"
    r"|(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)",
    re.ASCII,
)
_YEAR_LAST = compile_later(
    r"(?<!\d)(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4}|'?\d\d)(?!\d)", re.ASCII
)
_ORDINAL = "(?:st|nd|rd|th)?"
_NAMED = compile_later(
    rf"(?<!\d)(\d{{1,2}})?{_ORDINAL}(?: of)?[-/., ]{{0,2}}\b({MONTH})\b[-/., ]{{0,2}}(?:the )?"
    rf"(?:(\d{{1,2}}){_ORDINAL}(?!\d))?[-/., ]{{0,2}}(\d{{4}})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_LONGEST = 100  # characters of a text in which a day is looked for


# Months as neighbours write them (French, German, Dutch, Spanish, Italian), for the days in a text
# that is no date in English.
_ABROAD = {
    "janv": 1, "janvier": 1, "januar": 1, "j\u00e4nner": 1, "januari": 1, "enero": 1, "gennaio": 1,
    "f\u00e9vr": 2, "fevr": 2, "f\u00e9vrier": 2, "fevrier": 2, "februar": 2, "februari": 2,
    "febrero": 2, "febbraio": 2,
    "mars": 3, "m\u00e4rz": 3, "maerz": 3, "maart": 3, "mrt": 3, "marzo": 3,
    "avril": 4, "avr": 4, "abril": 4, "aprile": 4,
    "mai": 5, "mei": 5, "mayo": 5, "maggio": 5,
    "juin": 6, "juni": 6, "junio": 6, "giugno": 6,
    "juil": 7, "juillet": 7, "juli": 7, "julio": 7, "luglio": 7,
    "ao\u00fbt": 8, "aout": 8, "augustus": 8, "agosto": 8,
    "septembre": 9, "septiembre": 9, "settembre": 9,
    "octobre": 10, "oktober": 10, "okt": 10, "octubre": 10, "ottobre": 10,
    "novembre": 11, "noviembre": 11,
    "d\u00e9c": 12, "d\u00e9cembre": 12, "decembre": 12, "dezember": 12, "dez": 12,
    "diciembre": 12, "dicembre": 12,
}  # fmt: skip
_NAMED_ABROAD = compile_later(
    rf"(?<!\d)(\d{{1,2}})(?:er|\.|\u00ba)?[- ](?:de |di )?"
    rf"({'|'.join(sorted(_ABROAD, key=len, reverse=True))})\b\.?[- ,]{{0,2}}(?:de )?()"
    r"(\d{4})(?!\d)",
    re.IGNORECASE,
)


def days_in(text: str) -> list[Found]:
    """Find the days with their year that stand in a text, in its order."""
    found: list[Found] = []
    for pattern in (_YEAR_FIRST, _NAMED, _NAMED_ABROAD, _YEAR_LAST):
        for match in pattern.finditer(text) if len(text) <= _LONGEST else ():
            is_named = pattern in (_NAMED, _NAMED_ABROAD)
            ways = _named(match) if is_named else _in_figures(match)
            days = tuple(day for one in ways for day in on_calendar(one))
            is_new = all(match.end() <= one.start or one.end <= match.start() for one in found)
            if days and is_new:
                # Not what joins it to the words before: before Monday, January 4.
                start = min(match.start(at + 1) for at, part in enumerate(match.groups()) if part)
                found.append(Found(start, match.end(), tuple(dict.fromkeys(days))))
    return sorted(found)


def _named(match: re.Match[str]) -> Iterator[Day]:
    before, month, behind, year = match.groups()
    for day in filter(None, (before, behind)):
        name = month.lower()
        yield int(year), NUMBERS.get(name) or _ABROAD[name], int(day)


def _in_figures(match: re.Match[str]) -> Iterator[Day]:
    """Yield the day with its year first or, with it last, both that it may be."""
    one, other, last = (part for part in match.groups() if part)
    if len(one) == 4:
        yield int(one), int(other), int(last)
        return
    year = int(last.lstrip("'")) + (0 if len(last) == 4 else 2000)
    yield year, int(one), int(other)
    yield year, int(other), int(one)


def on_calendar(day: Day) -> Iterator[datetime.date]:
    """Yield the day, if there is such a one."""
    try:
        yield datetime.date(*day)
    except ValueError:
        return


_MONTH_OF = compile_later(
    rf"\b(?P<month>{MONTH})\b\.?(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? ?(?P<year>(?:20|['\u2019])\d\d)\b"
    r"|\b(?P<iso>20\d\d)-(?P<number>0[1-9]|1[0-2])(?:-\d\d)?\b",
    re.IGNORECASE,
)


def past_month(text: str, today: datetime.date) -> str:
    """Return the last month that a text names with its year, where it and all others are past."""
    years = [int(word) for word in text.split() if len(word) == 4 and word.isdecimal()]
    if any(year > today.year for year in years) or not any(map(str.isdigit, text)):
        return ""
    found = {
        (
            int(one["iso"] or f"20{one['year'][-2:]}"),
            int(one["number"] or NUMBERS[one["month"].lower()]),
        ): one[0]
        for one in _MONTH_OF.finditer(text)
    }
    if not found or max(found) >= (today.year, today.month):
        return ""
    return found[max(found)]
