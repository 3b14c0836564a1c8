"""Last days to apply among other words: before a day, until an hour of it, or reading begins."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from amjd.answers.days.calendar import WEEKDAYS, Found, days_in
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later


class _Told(NamedTuple):
    """A day in a text: the words before it, since the day before that, and the days it may be."""

    lead: str
    written: str
    days: tuple[datetime.date, ...]


def no_date(text: str, *, lacks_year: bool) -> UnreadableError:
    """Say that a text is no date, with the last days that it may mean, or what it lacks."""
    timeless, hour = without_hour(text)
    found = [] if _EARLIER.search(text) else days_in(timeless)
    if found:
        return _more_than_a_day(text, timeless, found, hour)
    message = f"{quoted(text)} is not a date."
    if lacks_year:
        return UnreadableError(message, "Write its year too.", rest=hour)
    if _OPEN.search(text) and re.search(_READING, text, re.IGNORECASE):
        return _no_last_day(text, _bare(text), is_open=True)
    if _OPEN.search(text):
        return UnreadableError(message, "Write until filled or the day with its year.")
    if any(map(str.isdigit, text)):
        cure = "Write the day with its month and its year, in digits: year, month, day."
        return UnreadableError(message, cure)
    return UnreadableError(message, "Write it as 2027-01-30, or until filled.")


def _more_than_a_day(text: str, timeless: str, found: list[Found], hour: str) -> UnreadableError:
    """Give the last days to apply among the days of a text, and what it says besides."""
    told = list(_told(timeless, found))
    begins = [one for one in told if _BEGINS.search(one.lead)]
    lasts = [one for one in told if one not in begins]
    rest = "; ".join(_bare(f"{one.lead}{one.written}") for one in begins)
    is_open = bool(_OPEN.search(text))  # by then, or until somebody is found
    if not lasts:
        return _no_last_day(text, rest, is_open=is_open)
    if not is_open and not rest:
        behind = timeless[found[0].end :].strip(" ,;T") if len(found) == 1 else ""
        rest = hour or behind
    is_before = not hour and any(_BEFORE.search(one.lead) for one in lasts)
    said = "is not a date: the last day is the one before." if is_before else "is not a date."
    days = [day for one in lasts for day in _last(one, hour)]
    forms = [*dict.fromkeys(map(str, days)), *["rolling"] * is_open]
    return UnreadableError(
        f"{quoted(text)} {said}", f"Write {' or '.join(forms)}.", forms=forms, rest=rest
    )


def _no_last_day(text: str, rest: str, *, is_open: bool) -> UnreadableError:
    message = f"{quoted(text)} does not say the last day to apply."
    cure = "Write rolling." if is_open else "Write that day, or rolling."
    return UnreadableError(message, cure, forms=["rolling"] * is_open, rest=rest)


def _told(text: str, found: list[Found]) -> Iterator[_Told]:
    end = 0
    for one in found:
        yield _Told(text[end : one.start], text[one.start : one.end], one.days)
        end = one.end


def _last(told: _Told, hour: str) -> Iterator[datetime.date]:
    """Yield the day itself or, with `before` and no hour of it, the day before, or the Friday."""
    before = None if hour else _BEFORE.search(told.lead)
    for day in told.days:
        earlier = 1 if before else 0
        if before and before["weekday"]:
            named = _WEEKDAYS.index(before["weekday"][:3].lower())
            earlier = (day.weekday() - named - 1) % 7 + 1
        # The year 1 has no day before it.
        yield datetime.date.fromordinal(max(1, day.toordinal() - earlier))


def _bare(words: str) -> str:
    """Make words a sentence, without what joins them to others and that somebody is to be found."""
    bare = _AROUND.sub("", _UNTIL_FILLED.sub("", words))
    return f"{bare[:1].upper()}{bare[1:]}"


_OPEN = compile_later(r"\b(?:filled|rolling|ongoing|found)\b", re.IGNORECASE)
_UNTIL_FILLED = compile_later(
    r"(?:open )?\b(?:until|till|or) (?:[a-z]+ ){0,3}(?:filled|found)\b|\b(?:rolling|ongoing)\b",
    re.IGNORECASE,
)
_AROUND = compile_later(
    r"^(?:[\s,;:.(\u2013\u2014-]|\b(?:and|but)\b)+|[\s,;:.(\u2013\u2014-]+$", re.IGNORECASE
)
_WEEKDAY = r"(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|the)[,.]? )*"
_READING = (
    r"\b(?:review\w*|screen\w*|interview\w*|short-?list\w*|priority|preference|decid\w*"
    r"|decisions?)\b"
)
# What stands before a day that is no last one: review begins, interviews from, not before.
_BEGINS = compile_later(
    rf"{_READING}(?!.*\b(?:until|till|clos\w+|deadline)\b)"
    r"|\b(?:(?<!not )after|from|not before|not? (?:earlier|sooner) than|starting|beginning|opens?)"
    rf"\b ?{_WEEKDAY}$",
    re.IGNORECASE,
)
_EARLIER = compile_later(r"\b(?:weeks?|months?|days) (?:before|prior|ahead)\b", re.IGNORECASE)
_WEEKDAYS = tuple(name[:3].lower() for name in WEEKDAYS)
_BEFORE = compile_later(
    rf"(?<!or )(?:\b(?P<weekday>(?:{'|'.join(_WEEKDAYS)})[a-z]*) )?\b(?:before|prior to|ahead of)\b"
    rf" ?{_WEEKDAY}$",
    re.IGNORECASE,
)
_HOUR = compile_later(
    r"(?:,? ?\b(?:at|by|before|until|till) )?,? ?\(?(?:(?<=\d)T)?(?P<hour>(?<![\d./-])\d{1,2}"
    r"(?:(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|uhr\b|hrs?\b|h\d\d\b|h\b)|:\d\d)"
    r"|\b(?:noon|midday|midnight|(?:close|end) of (?:the )?(?:working )?(?:business|play|day)"
    r"|cob|eob|eod)\b)(?P<zone> ?\(?(?:[A-Z]{2,4}|(?:[A-Z][a-z]+ )?time)\b\)?)?"
    r"(?: sharp)?\)?(?:,? on )?",
    re.IGNORECASE,
)


def without_hour(text: str) -> tuple[str, str]:
    """Part a text from the hour of the day in it; the end of a day is no hour."""
    found = _HOUR.search(text)
    if not found:
        return text, ""
    zone = (found["zone"] or "").strip(" ()")
    zone = "" if re.match("on$|by$|or$", zone) else zone
    hour = f"{found['hour']} {zone}".strip()
    timeless = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;")
    return timeless, "" if re.match(r"end of (?:the )?day|eod", hour.lower()) else hour
