"""Counts of hours and days that are those of a week, where nothing else is said of them."""

import re

from amjd.text.patterns import compile_later

# One figure or two: 9-5 are times of a day.
_HOURS = compile_later(
    r"(?P<count>[1-6]\d(?:\.\d{1,2})?(?: ?(?:-|\u2013|to|or) ?[1-6]\d(?:\.\d{1,2})?)?)"
    r"(?:(?P<unit> ?(?:hours|hrs?|h))(?=$|[,;])|$)",
    re.ASCII | re.IGNORECASE,
)
# A figure without its unit before days, times of a day, or the week itself: 37.5 Mon-Fri 9-5.30.
_BARE = compile_later(
    r"(?P<count>[1-6]\d(?:[.,]\d{1,2})?)(?:,? (?=(?:mon|tues?|wed|thu|fri|sat|sun|week(?:day|end))"
    r"|\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)? ?(?:-|\u2013|to) ?\d)"
    r"|(?P<week> ?(?:(?:a|per|each|/) ?(?:week|wk)|p\.?/?w)\b\.?(?: ?,(?= ))?))",
    re.ASCII | re.IGNORECASE,
)
# One before words that are of no other time: 40, some weeks 50; 10-18 are times of a day.
_LISTED = compile_later(
    r"(?P<count>(?:[1-6]\d(?:\.\d{1,2})?|[2-6]\d ?(?:-|\u2013|to|or) ?[2-6]\d))"
    r"(?=[,;] ?[^\W\d_])"
    r"(?!.*\b(?:fortnight|month|quarter|bi-?weekly|pay period|shift|days?\b|daily))",
    re.ASCII | re.IGNORECASE,
)
_DAYS = compile_later(
    r"(?P<count>(?:(?:at least|about|around|up to|min(?:imum|\.)?) )?"
    r"(?:[1-5]|one|two|three|four|five)"
    r"(?: ?(?:-|\u2013|to|or) ?(?:[1-5]|two|three|four|five))?)(?P<unit> days?)\b(?!['\u2019])",
    re.ASCII | re.IGNORECASE,
)
_BEGINNINGS = (
    "about ", "around ", "at least", "five", "four", "min", "one", "three", "two", "up to",
)  # fmt: skip
# A time, or a day of the week, which says enough.
_TIMED = compile_later(
    r"(?i)\b(?:weeks?|(?:bi)?weekly|pay periods?|shifts?|wk|pw|p\.w|fortnight|month|quarter|year"
    r"|first|day\b|daily|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b)"
)


def weekly_hours(text: str) -> str:
    """Complete a count of hours at the beginning: `37.5 hours` are a week's, and so are `37.5`."""
    behind = text.lstrip("0123456789.").lstrip()
    has_unit = behind[:1].lower() == "h"  # 40 hours, as most are
    if text[:1].isdigit() and not has_unit and (bare := _BARE.match(text)):
        rest = text[bare.end() :].lstrip()
        return f"{bare['count']} hours a week{f', {rest}' if rest else ''}"
    if text[:1].isdigit() and behind[:1] in ",;-\u2013to" and (listed := _LISTED.match(text)):
        return f"{listed['count']} hours a week{text[listed.end() :]}"
    # What says that they are a week's is as typed, without being read.
    return text if " week" in text.lower() else _completed(text, _HOURS)


def weekly_days(text: str) -> str:
    """Complete a count of days at the beginning: `2 days in the office` are those of a week."""
    low = text.lower()
    may_be = "day" in low and (low[:1].isdigit() or low.startswith(_BEGINNINGS))
    return _completed(text, _DAYS) if may_be else text


def _completed(text: str, counted: re.Pattern[str]) -> str:
    found = counted.match(text)
    if not found or _TIMED.search(text, found.end()):
        return text
    return f"{found['count']}{found['unit'] or ' hours'} a week{text[found.end() :]}"
