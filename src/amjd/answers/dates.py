"""Dates: the last day to apply, read from what people type and shown to candidates."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from amjd.answers.choices import spelt
from amjd.answers.kinds import Context, Kind, Locale, Paper
from amjd.answers.shapes import DIGIT, HYPHEN, SPACE, text_schema, words_schema
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ROLLING = ("rolling", "until filled", "open until filled", "ongoing")
_NUMBERS = {
    short.lower(): number
    for number, month in enumerate(_MONTHS, start=1)
    for short in (month, month[:3], *(["Sept"] if month == "September" else []))
}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ISO = compile_later(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_WORDS = compile_later(
    rf"(?:(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})"
    rf"|(?P<day_first>\d{{1,2}}) (?P<month_then>{_MONTH})\.?)"
    r"(?:,? (?P<year>\d{4}))?",
    re.ASCII | re.IGNORECASE,
)
_SLASHES = compile_later(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_POINTS = compile_later(r"(\d{1,2})([.-])(\d{1,2})\2(\d{4})", re.ASCII)
_LATER = compile_later(r"in (\d{1,3}|an?) (day|week|month)s?", re.ASCII | re.IGNORECASE)
_MONTH_END = compile_later(r"(?:the )?end of (?:the|this) month", re.IGNORECASE)


class Deadline(NamedTuple):
    """The last day to apply; no day means applications are read as they come."""

    day: datetime.date | None


def _read_deadline(value: object, context: Context) -> Deadline:
    typed = read_text(value)
    text = fold_look_alikes(typed)
    if any(spelt(word).fullmatch(text.lower()) for word in _ROLLING):
        if text.lower() != "rolling":
            context.tell(f"{quoted(typed)} is read as rolling")
        return Deadline(None)
    if match := _ISO.fullmatch(text):
        return Deadline(_one_of([tuple(map(int, match.groups()))], text))
    days = [*_from_words(text, context.today), *_from_slashes(text)]
    if context.today and (later := _later(text, context.today)):
        days.append((later.year, later.month, later.day))
    if not days:
        raise _no_date(text)
    day = _one_of(days, text)
    context.tell_read(text, show_date(day, context.paper))
    return Deadline(day)


def read_day(typed: str) -> datetime.date:
    """Read one day, with its year; raises UnreadableError for a text that is none."""
    try:
        day = _read_deadline(typed, Context()).day
    except UnreadableError:
        # What helps a deadline along is of use where a day was typed, though not as one is.
        if any(map(str.isdigit, typed)) and not _OPEN.search(typed):
            raise
        day = None
    if day is None:
        raise _no_day(typed)
    return day


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
    month, years = _NUMBERS[match["month"].lower()], (today.year, today.year + 1)
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
    rf"(?P<month>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?",
    re.ASCII | re.IGNORECASE,
)


_Day = tuple[int, ...]


def _one_of(days: list[_Day], text: str) -> datetime.date:
    """Return the one day of the calendar among year, month and day read in one or two ways."""
    real = list(dict.fromkeys(day for one in days for day in _days(one)))
    if not real:
        raise UnreadableError(f"{quoted(text)} is no day of the calendar.", "Check the day.")
    if len(real) > 1:
        shown = " or ".join(map(show_date, real))
        forms = list(map(str, real))
        cure = f"Write {' or '.join(forms)}."
        raise UnreadableError(f"{quoted(text)} may be {shown}.", cure, forms=forms)
    return real[0]


_YEAR_FIRST = compile_later(
    r"(?<!\d)(\d{4})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{1,2})(?!\d)", re.ASCII
)
_YEAR_LAST = compile_later(
    r"(?<!\d)(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4}|'?\d\d)(?!\d)", re.ASCII
)
_ORDINAL = "(?:st|nd|rd|th)?"
_NAMED = compile_later(
    rf"(?<!\d)(\d{{1,2}})?{_ORDINAL}(?: of)?[-/., ]{{0,2}}\b({_MONTH})\b[-/., ]{{0,2}}(?:the )?"
    rf"(?:(\d{{1,2}}){_ORDINAL}(?!\d))?[-/., ]{{0,2}}(\d{{4}})(?!\d)",
    re.ASCII | re.IGNORECASE,
)


def _no_date(text: str) -> UnreadableError:
    """Say that a text is no date, with the days that it may mean, or what it lacks."""
    message = f"{quoted(text)} is not a date."
    if forms := [str(day) for one in _meant(text) for day in _days(one)]:
        is_open = bool(_OPEN.search(text))  # by then, or until somebody is found
        forms = [*dict.fromkeys(forms), *["rolling"] * is_open]
        cure, rest = f"Write {' or '.join(forms)}.", "" if is_open else _behind(text)
        return UnreadableError(message, cure, forms=forms, rest=rest)
    if _WORDS.fullmatch(text):
        return UnreadableError(message, "Write its year too.")
    if _OPEN.search(text):
        return UnreadableError(message, "Write until filled or the day with its year.")
    if any(map(str.isdigit, text)):
        cure = "Write the day with its month and its year, in digits: year, month, day."
        return UnreadableError(message, cure)
    return UnreadableError(message, "Write it as 2027-01-30, or until filled.")


_OPEN = compile_later(r"\b(?:filled|rolling|ongoing|found)\b", re.IGNORECASE)


def _behind(text: str) -> str:
    """Return what stands behind the one date of a text, such as its hour; nothing of two."""
    found = [match for one in (_YEAR_FIRST, _YEAR_LAST, _NAMED) for match in one.finditer(text)]
    return text[found[0].end() :].strip(" ,;T") if len(found) == 1 else ""


def _no_day(text: str) -> UnreadableError:
    return UnreadableError(f"{quoted(text)} is no day.", "Write it as 2027-01-30.")


def _meant(text: str) -> Iterator[_Day]:
    """Yield the days that a text may name, whatever stands beside them."""
    if len(text) > _LONGEST:
        return
    for year, month, day in _YEAR_FIRST.findall(text):
        yield int(year), int(month), int(day)
    for one, other, year in _YEAR_LAST.findall(text):
        full = int(year.lstrip("'")) + (0 if len(year) == 4 else 2000)
        yield full, int(one), int(other)
        yield full, int(other), int(one)
    for before, month, behind, year in _NAMED.findall(text):
        for day in filter(None, (before, behind)):
            yield int(year), _NUMBERS[month.lower()], int(day)
    if re.fullmatch(r"20\d{6}", text, re.ASCII):
        yield int(text[:4]), int(text[4:6]), int(text[6:])


_LONGEST = 60  # characters of a text in which a date is looked for


def _days(day: _Day) -> Iterator[datetime.date]:
    try:
        yield datetime.date(*day)
    except ValueError:
        return


def _from_words(text: str, today: datetime.date | None) -> Iterator[_Day]:
    """Read `January 30, 2027` and its like; without a year it is the next such day from today."""
    match = _WORDS.fullmatch(text)
    if not match:
        return
    month = _NUMBERS[(match["month"] or match["month_then"]).lower()]
    day = int(match["day"] or match["day_first"])
    if match["year"]:
        yield int(match["year"]), month, day
    elif today:
        # February 29 comes again after eight years at most.
        years = range(today.year, today.year + 9)
        coming = (day_ for year in years for day_ in _days((year, month, day)) if day_ >= today)
        found = next(coming, None)
        yield (found.year, found.month, found.day) if found else (today.year, month, day)


def _from_slashes(text: str) -> list[_Day]:
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
    both: list[_Day] = [(year, one, other), (year, other, one)]
    real = {day for way in both for day in _days(way)}
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


def _month_end(today: datetime.date, months: int) -> datetime.date:
    year, month = divmod(today.year * 12 + today.month + months, 12)
    return datetime.date(year, month + 1, 1) - datetime.timedelta(1)


def _show_deadline(deadline: Deadline, here: Locale) -> str:
    return show_date(deadline.day, here.paper) if deadline.day else "rolling"


def show_date(day: datetime.date, paper: Paper = "Letter") -> str:
    """Show `January 30, 2027`, on A4 `30 January 2027`, whatever the locale of the system."""
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}" if paper == "A4" else f"{month} {day.day}, {day.year}"


# The US, whose territories have codes of their own too, Canada and Mexico.
_ON_LETTER = ("US", "CA", "MX", "PR", "GU", "VI", "AS", "MP", "UM")


def paper(region: str, currency: str) -> Paper:
    """Tell the paper of a place: by the code of its region, where there is none by the currency."""
    if region:
        return "Letter" if region[:2] in _ON_LETTER else "A4"
    return "Letter" if currency in ("USD", "CAD", "MXN") else "A4"


def _schema() -> list[dict[str, object]]:
    day, year = f"{DIGIT}{{1,2}}", f",?{SPACE}+{DIGIT}{{4}}"
    month = "|".join("".join(f"[{c.upper()}{c}]" for c in name) for name in _NUMBERS)
    iso = f"{DIGIT}{{4}}{HYPHEN}{DIGIT}{{2}}{HYPHEN}{DIGIT}{{2}}"
    words = rf"(?:(?:{month})\.?{SPACE}+{day}|{day}{SPACE}+(?:{month})\.?){year}"
    signs = (text_schema(f"{day}{sign}{day}{sign}{DIGIT}{{4}}") for sign in ("/", r"\.", HYPHEN))
    return [text_schema(iso), text_schema(words), *signs]


DEADLINE = Kind(_read_deadline, _show_deadline, {"anyOf": [words_schema(*_ROLLING), *_schema()]})
