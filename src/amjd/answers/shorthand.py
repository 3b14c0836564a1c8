"""Words that were written short, from `data/shorthand.tsv`: `25 days hols n a wk`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from amjd import resources
from amjd.answers.days.calendar import MONTH, MONTHS, NUMBERS, WEEKDAYS
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later


def written_out(text: str, *, in_a_row: bool = False) -> str:
    """Write short words out; what is quoted, an address, a link or part of a name stays."""
    return "".join(
        part if is_quoted else _pattern().sub(lambda one: _word(one, in_a_row), _units_out(part))
        for part, is_quoted in _parts(text)
    )


def short_words(text: str, *, in_a_row: bool = False) -> list[str]:
    """List the short words that would be written out."""
    return [
        word
        for part, is_quoted in _parts(text)
        if not is_quoted
        for word in _short_in(part, in_a_row)
    ]


def _short_in(text: str, in_a_row: bool) -> list[str]:
    words = _pattern().finditer(_units_out(text))
    units = [one[0].strip() for one in _UNIT.finditer(text)]
    return [*units, *(one[0] for one in words if _word(one, in_a_row) != one[0])]


# -- a unit that stands at its figure: 60d, 50/mo --------------------------------------------------

_UNITS = {"mo": "month", "mth": "month", "wk": "week", "yr": "year", "hr": "hour", "qtr": "quarter"}
_UNIT = compile_later(
    r"(?<![\w.,/-])(?P<days>\d{1,3})d\b(?! ?(?:print|model|design|cad|scan))"
    r"(?:(?P<as_one> (?=(?:plan|trial|notice|period|window|review|target|cycle)\b))"
    r"|(?P<off> (?=(?:pto|PTO|hols?|holidays?|vacation|leave)\b)))?"
    r"|(?<![\w.,/:$-])(?P<hours>\d{1,3}) ?h\b(?! ?[/\d])"
    rf"|(?<=[\ddx])/(?P<unit>{'|'.join(_UNITS)}|month|week|year|hour|quarter)\b"
)


def _units_out(text: str) -> str:
    return _UNIT.sub(_unit, text)


def _unit(found: re.Match[str]) -> str:
    if unit := found["unit"]:
        name = _UNITS.get(unit, unit)
        return f" {'an' if name == 'hour' else 'a'} {name}"
    if hours := found["hours"]:
        return f"{hours} {'hour' if hours == '1' else 'hours'}"
    if found["as_one"]:
        return f"{found['days']}-day "
    days = f"{found['days']} {'day' if found['days'] == '1' else 'days'}"
    return f"{days} of " if found["off"] else days


# -- a range of months or of days -----------------------------------------------------------------

_TO = r"(?: ?[-\u2013] ?| to | thru | through )"


def _shorts(names: Sequence[str]) -> Mapping[str, str]:
    """Return the names by what is typed for them: the first three letters or more."""
    return {name[:length].lower(): name for name in names for length in range(3, len(name) + 1)}


# In a range, mar, may and sat are no words of another kind.
_TIMES = (_shorts(MONTHS), _shorts(WEEKDAYS))


def _range(typed: str) -> str:
    """Write a range of months or days out: `jun-aug` is June to August; whole words stay."""
    first, second = (part.strip(" .") for part in re.split(_TO, typed))
    times = next(one for one in _TIMES if first in one)
    both = f"{times[first]} to {times[second]}"
    return typed if {first, second} <= {*map(str.lower, times.values())} else both


def months_out(text: str) -> str:
    """Write the months out in a text that tells when: `mid-Jan or Feb 1`, `Sept`."""
    return _MONTH.sub(_month, _MONTH_RANGE.sub(r"\1 to \2", text))


def _month(found: re.Match[str]) -> str:
    return MONTHS[NUMBERS[found["month"].lower()] - 1]


# May is a word too, and march one of its own: by what stands beside them they are months. Jan may
# be somebody: when Jan is back.
_MONTH = compile_later(
    rf"(?i)(?<![\w'\u2019])(?P<month>(?!(?:may|march)\b)(?:{MONTH})"
    r"|(?-i:May|March)|(?:(?<=in )|(?<=by )|(?<=of )|(?<=mid )|(?<=mid-)|(?<=early )|(?<=late )"
    r"|(?<=from )|(?<=until )|(?<=or )|(?<=\d )|^)(?:may|march)(?=$|[ ,;/.-]*(?:\d|or\b|$)))"
    r"\b(?:\.(?=$| ?\d| (?-i:[a-z])))?(?![\w'\u2019]"
    r"| (?:is|was|has|leaves|retires|returns|comes|goes|starts)\b)"
)
_MONTH_RANGE = compile_later(
    rf"(?i)(?<![\w'\u2019])({MONTH})\.? ?[-\u2013] ?((?:{MONTH}))(?![\w'\u2019])"
)

# -- the quarters of the sky, in an area ----------------------------------------------------------

_QUARTERS = {"n": "North", "s": "South", "e": "East", "w": "West"}
_PLACE = (
    r"(?P<quarter>[nsew]\.?|[ns][ew]|[NSEW]\.?) "
    r"(?P<place>(?!(?:and|or|to|for|with|plus|corps?|corporations?|class|word)\b)[A-Za-z]{3,})"
)
_BEHIND = "in|across|around|round|all of|covering|near|over"
# Before a quarter n is no "and" in an area; nor are these letters words at its beginning.
_IN_AREA = compile_later(
    rf"(?P<before>^|[,;/(] ?|\b(?:{_BEHIND}|and|the|of|n|all) |& ){_PLACE}"
    r"|\b(?P<first>[nsNS])\.?[ -](?P<second>west|east|West|East)\b"
)
_IN_TEXT = compile_later(rf"(?P<before>\b(?:{_BEHIND}) (?:the )?){_PLACE}")
_NO_NAME = ("coast", "side", "end", "half", "part", "parts", "and", "area", "counties", "county")


def quarters_out(text: str, *, of_area: bool) -> str:
    """Write the quarters of the sky out: `S West and n london` is South West and North London."""
    return (_IN_AREA if of_area else _IN_TEXT).sub(_quarter, text)


def short_quarters(text: str, *, of_area: bool) -> list[str]:
    """List the quarters that would be written out, each with what stands behind it."""
    found = (_IN_AREA if of_area else _IN_TEXT).finditer(text)
    return [one[0][len(one["before"] or "") :] for one in found]


def _quarter(found: re.Match[str]) -> str:
    if not found["place"]:
        return f"{_QUARTERS[found['first'].lower()]} {found['second'].capitalize()}"
    letters, place = found["quarter"].rstrip(".").lower(), found["place"]
    quarter = " ".join(_QUARTERS[letter] for letter in letters)
    if letters in "ns" and place.lower() == "ireland":
        quarter += "ern"
    place = place if place in _NO_NAME else place[:1].upper() + place[1:]
    return f"{found['before']}{quarter} {place}"


# -- the table ------------------------------------------------------------------------------------


@cache
def _table() -> dict[str, list[str]]:
    """Read the table; an OSError names it."""
    table = {short: words for short, *words in resources.table("shorthand")}
    # What lacks its apostrophe lacks it at the beginning of a sentence too: Dont.
    begun = {
        short.capitalize(): [with_capital(one) for one in words]
        for short, words in table.items()
        if "'" in words[0]
    }
    return {**begun, **table}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_table(), key=len, reverse=True)))
    both = ("|".join(sorted(one, key=len, reverse=True)) for one in _TIMES)
    ranges = "|".join(rf"(?:{one})\.?{_TO}(?:{one})\b" for one in both)
    # A stop of their own: approx. 10, dec. 18.
    own = r"(?:(?:(?<=approx)|(?<=incl)|(?<=esp)|(?<=asst))\.(?= )|\.(?= \d))?"
    # Behind a slash that is a word's own a letter may follow: w/clients.
    return re.compile(
        rf"(?<![\w@.:&'\u2019-])(?:{ranges}|(?:{words}){own})(?:(?<=/)|(?![\w&'\u2019-]|\.\w| ?=))"
    )


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text at what is quoted, and at addresses and links."""
    for number, part in enumerate(_QUOTED.split(text)):
        yield part, bool(number % 2)


_QUOTED = compile_later(
    '("[^"]*"|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019'
    r"|(?:(?<!\S)|(?<=[\"\u201d\u2019]))\S*(?:@|://|\bwww\.|\w\.[a-z]{2,})\S*)"
)


def _word(found: re.Match[str], in_a_row: bool) -> str:
    short = found[0].rstrip(".")
    if short not in _table():
        return _range(short)
    word, *many = _table()[short]
    before, after = found.string[: found.start()], found.string[found.end() :]
    # Between two capitals it is part of a name, unless names stand there in a row.
    is_name = not in_a_row and _NAME.search(before) and _NAMES.match(after)
    if found[0] == "n" and (is_name or after.startswith("/")):
        return found[0]
    if short[0].isupper() and _NAMES.match(after):
        return found[0]  # Whats On
    is_many = many and _COUNT.search(before) and _ENDS.match(after)
    space = " " if found[0].endswith("/") and after[:1].isalnum() else ""
    return (many[0] if is_many else word) + space


_NAME, _NAMES = compile_later(r"\b[A-Z]\S* $"), compile_later(r" [A-Z]")
_COUNT = compile_later(r"(?:^|[^\d.,])(?!1 $|1$)\d[\d.]* ?$")
_ENDS = compile_later(r"$|[.,;:!)]| (?:a|per|of|in|with|after|before|and|n|at|for|plus|from)\b")
