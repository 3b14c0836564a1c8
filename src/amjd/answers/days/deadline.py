"""Dates: the last day to apply, read from what people type and shown to candidates."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from amjd.answers.choices import spelt
from amjd.answers.days.calendar import MONTH, NUMBERS, WEEKDAYS, Day, on_calendar, shown
from amjd.answers.kinds import Context, Kind, Locale, Paper
from amjd.answers.shapes import DIGIT, HYPHEN, SPACE, text_schema, words_schema
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

_ROLLING = ("rolling", "until filled", "open until filled", "ongoing")
_ISO = compile_later(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_WORDS = compile_later(
    rf"(?:(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})"
    rf"|(?P<day_first>\d{{1,2}}) (?P<month_then>{MONTH})\.?)"
    r"(?:,? (?P<year>\d{4}))?",
    re.ASCII | re.IGNORECASE,
)
_SLASHES = compile_later(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_POINTS = compile_later(r"(\d{1,2})([.-])(\d{1,2})\2(\d{4})", re.ASCII)
_NO_YEAR = compile_later(r"(\d{1,2})(?:\.(?=\d{1,2}\.?$)|/)(\d{1,2})\.?", re.ASCII)
_LATER = compile_later(r"in (\d{1,3}|an?) (day|week|month)s?", re.ASCII | re.IGNORECASE)
_MONTH_END = compile_later(r"(?:the )?end of (?:(?:the|this) )?month", re.IGNORECASE)


class Deadline(NamedTuple):
    """The last day to apply; no day means applications are read as they come."""

    day: datetime.date | None


def _read_deadline(value: object, context: Context) -> Deadline:
    typed = read_text(value)
    text = fold_look_alikes(typed)
    if not text[:1].isdigit() and any(spelt(word).fullmatch(text.lower()) for word in _ROLLING):
        if text.lower() != "rolling":
            context.tell(f"{quoted(typed)} is read as rolling")
        return Deadline(None)
    if match := _ISO.fullmatch(text):
        return Deadline(_one_of([tuple(map(int, match.groups()))], text))
    weekday, of_calendar = _apart(text)
    days = [*_from_words(of_calendar, context.today), *_from_slashes(of_calendar)]
    if context.today:
        later, figures = _later(text, context.today), days_of_figures(text, context.today)
        told = [*filter(None, [later]), *(figures if len(figures) == 1 else ())]
        days += [(day.year, day.month, day.day) for day in told]
    if not days:
        from amjd.answers.days.last_days import no_date, without_hour  # most dates are dates

        raise no_date(text, lacks_year=bool(_WORDS.fullmatch(without_hour(of_calendar)[0])))
    day = _one_of(days, text)
    name = WEEKDAYS[day.weekday()]
    if weekday and not name.lower().startswith(weekday):
        cure = f"Write {day} if that day is meant."
        raise UnreadableError(f"{quoted(text)} is a {name}.", cure)
    context.tell_read(text, show_date(day, context.paper))
    return Deadline(day)


def _apart(text: str) -> tuple[str, str]:
    """Part the first letters of a weekday, where one leads, from the day of the calendar."""
    found = _WEEKDAY.match(text)
    return (found[1].lower(), text[found.end() :]) if found else ("", text)


_WEEKDAY = compile_later(
    r"(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\.?,? (?=\w)", re.IGNORECASE
)


def read_day(typed: str) -> datetime.date:
    """Read one day, with its year; raises UnreadableError for a text that is none."""
    try:
        day = _read_deadline(typed, Context()).day
    except UnreadableError as error:
        # A deadline may be left open, a day may not.
        if not _LEFT_OPEN.search(error.cure):
            raise
        day = None
    if day is None:
        raise _no_day(typed)
    return day


_LEFT_OPEN = compile_later(r"\b(?:filled|rolling)\b")


def in_full(typed: str, today: datetime.date) -> str:
    """Return what somebody said of a day from today as the day itself; all else as it is."""
    for counts_from in (None, today):
        try:
            day = _read_deadline(typed, Context(today=counts_from)).day
        except UnreadableError:
            continue
        return str(day) if day and counts_from else typed
    return typed


def day_about(typed: str, today: datetime.date) -> str:
    """Return the day, from today on, that may be meant by a part of a month; nothing of all else.

    `early March` is the fifth, `mid January` the fifteenth, `late May` the twenty-fifth; a month
    alone is its end, as the end of one is.
    """
    match = _PART_OF_MONTH.fullmatch(" ".join(typed.split()).rstrip("."))
    if not match:
        return ""
    part = match["part"].lower().strip(" -") if match["part"] else "end"
    month, years = NUMBERS[match["month"].lower()], (today.year, today.year + 1)
    ends = (
        _month_end(datetime.date(year, month, 1), 0)
        for year in ((int(match["year"]),) if match["year"] else years)
    )
    end = next((one for one in ends if one >= today), today)
    day = end.replace(day=next((day for word, day in _PARTS if word in part), end.day))
    # Late in a month that is late already is its end; mid of it, nobody can apply any more.
    day = end if part.startswith("late") and day < today else day
    return str(day) if day >= today and end.month == month else ""


_PARTS = (("early", 5), ("start", 1), ("beginning", 1), ("mid", 15), ("late", 25))
_PART_OF_MONTH = compile_later(
    r"(?:(?:by|in|until|till|around|about|some ?time in) )?(?:the )?"
    r"(?P<part>(?:early|mid|middle|late|start|beginning|end)(?: in| of)?[ -]?)?"
    rf"(?P<month>{MONTH})\.?(?:,? (?P<year>\d{{4}}))?",
    re.ASCII | re.IGNORECASE,
)


def _one_of(days: list[Day], text: str) -> datetime.date:
    """Return the one day of the calendar among year, month and day read in one or two ways."""
    real = list(dict.fromkeys(day for one in days for day in on_calendar(one)))
    if not real:
        raise UnreadableError(f"{quoted(text)} is no day of the calendar.", "Check the day.")
    if len(real) > 1:
        shown = " or ".join(map(show_date, real))
        forms = list(map(str, real))
        cure = f"Write {' or '.join(forms)}."
        raise UnreadableError(f"{quoted(text)} may be {shown}.", cure, forms=forms)
    return real[0]


def _no_day(text: str) -> UnreadableError:
    return UnreadableError(f"{quoted(text)} is no day.", "Write it as 2027-01-30.")


def _from_words(text: str, today: datetime.date | None) -> Iterator[Day]:
    """Read `January 30, 2027` and its like; without a year it is the next such day from today."""
    match = _WORDS.fullmatch(text)
    if not match:
        return
    month = NUMBERS[(match["month"] or match["month_then"]).lower()]
    day = int(match["day"] or match["day_first"])
    if match["year"]:
        yield int(match["year"]), month, day
    elif today:
        found = _next(month, day, today)
        yield (found.year, found.month, found.day) if found else (today.year, month, day)


def _from_slashes(text: str) -> list[Day]:
    """Read `1/30/2027` both ways: with the month first, and with the day first.

    `30.01.2027` and `30-01-2027` are read where they are a day in one of the ways alone.
    """
    if match := _SLASHES.fullmatch(text):
        one, other, year = map(int, match.groups())
        return [(year, one, other), (year, other, one)]
    match = _POINTS.fullmatch(text)
    if not match:
        return []
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    both: list[Day] = [(year, one, other), (year, other, one)]
    real = {day for way in both for day in on_calendar(way)}
    return both if len(real) == 1 else []


def _later(text: str, today: datetime.date) -> datetime.date | None:
    """Read `in 2 weeks` and `end of the month`."""
    if _MONTH_END.fullmatch(text):
        return _month_end(today, 0)
    match = _LATER.fullmatch(text)
    if not match:
        return None
    count = int(match[1]) if match[1].isdigit() else 1
    if match[2].lower() == "month":
        end = _month_end(today, count)
        return min(end, end.replace(day=min(today.day, end.day)))
    days = count * (7 if match[2].lower() == "week" else 1)
    return today + datetime.timedelta(days)


def days_of_figures(typed: str, today: datetime.date) -> list[datetime.date]:
    """Return the next days that two figures may be, with the month first and then with the day.

    Of one month and one day, as in `31.1.`, it is one day alone.
    """
    match = _NO_YEAR.fullmatch(fold_look_alikes(typed).strip())
    if not match:
        return []
    one, other = int(match[1]), int(match[2])
    coming = (_next(month, day, today) for month, day in ((one, other), (other, one)))
    return list(dict.fromkeys(day for day in coming if day))


def _next(month: int, day: int, today: datetime.date) -> datetime.date | None:
    """Return the next such day; February 29 comes again after eight years at most."""
    years = range(today.year, today.year + 9)
    days = (real for year in years for real in on_calendar((year, month, day)))
    return next((real for real in days if real >= today), None)


def _month_end(today: datetime.date, months: int) -> datetime.date:
    year, month = divmod(today.year * 12 + today.month + months, 12)
    return datetime.date(year, month + 1, 1) - datetime.timedelta(1)


def _show_deadline(deadline: Deadline, here: Locale) -> str:
    return show_date(deadline.day, here.paper) if deadline.day else "rolling"


def show_date(day: datetime.date, paper: Paper = "Letter") -> str:
    """Show `January 30, 2027`, on A4 `30 January 2027`, whatever the locale of the system."""
    return shown(day.day, day.month, str(day.year), month_first=paper != "A4")


# The US, whose territories have codes of their own too, Canada and Mexico.
_ON_LETTER = ("US", "CA", "MX", "PR", "GU", "VI", "AS", "MP", "UM")


def paper(region: str, currency: str) -> Paper:
    """Tell the paper of a place: by the code of its region, where there is none by the currency."""
    if region:
        return "Letter" if region[:2] in _ON_LETTER else "A4"
    return "Letter" if currency in ("USD", "CAD", "MXN") else "A4"


def _schema() -> list[dict[str, object]]:
    day, year = f"{DIGIT}{{1,2}}", f",?{SPACE}+{DIGIT}{{4}}"
    month = "|".join("".join(f"[{c.upper()}{c}]" for c in name) for name in NUMBERS)
    iso = f"{DIGIT}{{4}}{HYPHEN}{DIGIT}{{2}}{HYPHEN}{DIGIT}{{2}}"
    words = rf"(?:(?:{month})\.?{SPACE}+{day}|{day}{SPACE}+(?:{month})\.?){year}"
    signs = (text_schema(f"{day}{sign}{day}{sign}{DIGIT}{{4}}") for sign in ("/", r"\.", HYPHEN))
    return [text_schema(iso), text_schema(words), *signs]


DEADLINE = Kind(_read_deadline, _show_deadline, {"anyOf": [words_schema(*_ROLLING), *_schema()]})
