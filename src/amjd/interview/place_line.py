"""What stands behind a place in its line: `chattanooga tn, in the shop mon-fri 8 to 4:30`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.places.place import is_wide
from amjd.answers.places.streets import is_inside, is_street
from amjd.interview.kept import Kept
from amjd.interview.place import REMARK, as_address, is_not_so, region_at
from amjd.interview.spelling import as_place
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

_WORKPLACE, _EMPLOYMENT, _HOURS = "role.workplace", "role.employment", "role.hours"
_DAYS, _TRAVEL, _ADDRESS = "role.office_days", "role.travel", "apply.address"

_ORDER = (_WORKPLACE, _DAYS, _HOURS, _EMPLOYMENT, _TRAVEL)


class Line(NamedTuple):
    """A place, what its line tells for other fields, and what has none."""

    place: str
    told: dict[str, str]
    rest: Sequence[str]
    is_loose: bool = False


def parted_line(kept: Kept, typed: str) -> Line:
    """Part a place from what stands behind it; the line as it is where nothing is sure of it.

    It is loose where a street, or what is no part of an address, was taken from among its parts.
    """
    if typed.startswith(","):
        return Line(typed, {}, ())  # it completes the town before
    clauses = _clauses(typed)
    towns, street, remarks = _without_street(clauses)
    if not (street or remarks) or any(map(_is_mixed, towns)):
        return _line(kept, typed, clauses)
    line = _line(kept, typed, towns)
    if line.place == typed:
        line = Line(_place(kept, towns), {}, ())
    told = line.told | ({_ADDRESS: street} if street and not kept.current(_ADDRESS) else {})
    rest = remarks if _ADDRESS in told or not street else [street, *remarks]
    return Line(line.place, told, [*line.rest, *rest], is_loose=True)


def _without_street(clauses: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """Part the towns and the state of a line from a street, and from remarks on the place.

    Nothing is taken of an address that begins with the number of a house.
    """
    if not clauses or re.match(r"\d", clauses[0]):
        return [*clauses], "", []
    remarks = [one for one in clauses[1:] if REMARK.match(one) and not told_by(one)]
    streets = [one for one in clauses if is_street(one) and one not in remarks]
    units = [one for one in clauses if is_inside(one) and streets]
    towns = [one for one in clauses if one not in (*streets, *remarks, *units)]
    is_town = bool(towns) and not told_by(towns[0]) and not is_wide(towns[0])
    if not is_town or len(streets) > 1:
        return [*clauses], "", []
    # What stands behind a comma in an address is its postal code.
    return towns, " ".join([*(_OF_HOUSE.sub("", one) for one in streets), *units]), remarks


def _line(kept: Kept, typed: str, clauses: Sequence[str]) -> Line:
    """Part the clauses of a line into those of the place and those of the work there."""
    if len(clauses) == 1 and _HOUSE_IN.match(typed):
        return Line(_place(kept, clauses), {}, ())
    if len(clauses) < 2 or told_by(clauses[0]) or any(map(_is_mixed, clauses)):
        return Line(typed, {}, ())
    told, rest = dict[str, str](), list[str]()
    first = next((at for at, one in enumerate(clauses[1:], 1) if told_by(one)), len(clauses))
    count = next((n for n in range(first, 0, -1) if _region(kept, clauses[:n])), first)
    if first == len(clauses) and count == first:
        return Line(typed, {}, ())
    for one in clauses[count:]:
        found = told_by(one)
        for field, text in found.items():
            told[field] = _added(field, told.get(field, ""), text)
        rest += [one] * (not found)
    if any(_region(kept, [one]) for one in rest if not _WAY.search(one)):
        return Line(typed, {}, ())  # the place, or its state, stands behind
    if told.get(_WORKPLACE) != "hybrid" and (days := told.pop(_DAYS, "")):
        rest.append(days)
    return Line(
        _place(kept, clauses[:count]), {one: told[one] for one in _ORDER if one in told}, rest
    )


def _place(kept: Kept, clauses: Sequence[str]) -> str:
    place = ", ".join(clauses)
    return as_address(kept, place) or as_place(place)


def _region(kept: Kept, clauses: Sequence[str]) -> str:
    return region_at(kept, _place(kept, clauses))


def _added(field: str, before: str, text: str) -> str:
    """Put together what two clauses tell: of the ways to work, some days elsewhere are hybrid."""
    if field == _WORKPLACE:
        return "hybrid" if "hybrid" in (before, text) else before or text
    if field == _EMPLOYMENT or not before:
        return text if field in (_WORKPLACE, _EMPLOYMENT, _HOURS) else with_capital(text)
    return f"{before}, {text}"


# -- the clauses ----------------------------------------------------------------------------------

_HOUSE = (
    r"(?:office|shop|store|warehouse|plant|studio|showroom|yard|depot|branch|clinic|lab|kitchen"
    r"|workshop|factory|salon|garage|premises|place)"
)
_AT = (
    rf"(?:(?:in|at|from|out of) (?:the|our|my) {_HOUSE}|in[- ](?:person|office|shop|store)"
    rf"|{_HOUSE}[- ]based)"
)
_DAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?"
_WEEK = (
    rf"(?:{_DAY} ?(?:-|\u2013|to|thru|through) ?{_DAY}|m ?-? ?f|(?:5|five) days|every day|weekdays"
    r"|all week)"
)
_TIMES = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:am?|pm?)? ?(?:-|\u2013|to|till?|until) ?\d{1,2}(?:[:.]\d\d)?"
    r"(?: ?[ap]m?)?(?! ?days?\b)|\d{1,2}(?:\.\d+)? ?-?(?:hours?|hrs?))"
)
_SOME_DAYS = r"(?:(?:\d|one|two|three|four)(?: ?(?:-|to|or) ?(?:\d|two|three|four))? days?)"
_CUT = compile_later(r"\s*(?:[;()|]|,|\s[-\u2013\u2014]\s)\s*")
_BEHIND = compile_later(rf"(?i)(?<=\w) (?=(?:{_AT}|{_WEEK}|{_TIMES}|(?:full|part)[- ]time)\b)")
_OF_HOUSE = compile_later(
    rf"(?i)^(?:(?:in |at )?(?:our|the|my) (?:main )?{_HOUSE} )?(?:on|at|in) | {_HOUSE}$"
)
_HOUSE_IN = compile_later(
    rf"(?i)^(?:(?:in|at|out of) )?(?:our|the|my) (?:main )?{_HOUSE} (?:in|at|near) (?=\w)"
)


def _clauses(typed: str) -> list[str]:
    """Part a line at its commas, and before what tells of the work there."""
    parts = [_BEHIND.split(part) for part in _CUT.split(_HOUSE_IN.sub("", typed.strip(" .")))]
    (first, *more), *others = parts
    # Only of the first is what follows no part of it: in the shop mon-fri is told in one clause.
    pieces = [first, " ".join(more), *(" ".join(one) for one in others)]
    return [one for piece in pieces if (one := piece.strip(" ."))]


def _in_capitals(hours: str) -> str:
    days = re.sub(r"(?i)\bm ?-? ?f\b", "Monday to Friday", hours)
    return _ON_DAYS.sub(lambda found: with_capital(found[0]), days)


_WAY = compile_later(r"(?i)\b(?:remote|hybrid|on[- ]?site)\b")
_PURE = compile_later(
    r"(?i)(?:(?:fully|100%|mostly|all|its|it's|is) )*(remote|hybrid|on[- ]?site)"
    r"(?: (?:work|job|only))?"
)


def _way(clause: str) -> str:
    found = _PURE.fullmatch(clause)
    return (
        "on-site" if found and found[1][:2].lower() == "on" else found[1].lower() if found else ""
    )


_HYBRID = compile_later(r"(?i)hybrid[ :-]+(?P<days>.+)")


def _is_mixed(clause: str) -> bool:
    """Whether a way to work stands among other words, and may be one of two: `TX or remote`."""
    hybrid = _HYBRID.fullmatch(clause)
    rest = hybrid["days"] if hybrid else clause
    return bool(_WAY.search(rest)) and not (_way(rest) or is_not_so(rest))


_AT_PLACE, _WHOLE_WEEK = compile_later(rf"(?i)\b{_AT}\b"), compile_later(rf"(?i)\b{_WEEK}\b")
_CLOCK, _PARTLY = compile_later(rf"(?i)\b{_TIMES}"), compile_later(rf"(?i)\b{_SOME_DAYS}\b")
_ON_DAYS, _HOUSE_NAME = compile_later(rf"(?i)\b{_DAY}\b"), compile_later(rf"(?i)\b{_HOUSE}\b")
_HOME = compile_later(r"(?i)\b(?:(?:from|at) home|wfh)\b")
_OUT = compile_later(
    r"(?i)\b(?:in the field|field (?:job|work|based)|on the road|travel\w*|visits?)\b"
)
_TIME = compile_later(r"(?i)(?:its |it's )?(full|part)[- ]?time|ft|pt")
_FILLER = compile_later(r"(?i)(?:only|always|mostly|usually|all the time|please|,|\s)*")


def told_by(clause: str) -> dict[str, str]:
    """Return what a clause tells for other fields; nothing of one that is a place, or unclear."""
    if way := _way(clause):
        return {_WORKPLACE: way}
    if is_not_so(clause) and _WAY.search(clause):
        return {}
    if hybrid := _HYBRID.fullmatch(clause):
        return {_WORKPLACE: "hybrid", _DAYS: hybrid["days"]}
    if time := _TIME.fullmatch(clause):
        is_part = (time[1] or clause)[:1].lower() == "p"
        return {_EMPLOYMENT: "part-time" if is_part else "full-time"}
    is_there, is_whole = _AT_PLACE.search(clause), _WHOLE_WEEK.search(clause)
    is_partly = _PARTLY.search(clause) or (_ON_DAYS.search(clause) and not is_whole)
    if is_partly and not _CLOCK.search(clause) and (is_there or _HOUSE_NAME.search(clause)):
        return {_WORKPLACE: "hybrid", _DAYS: clause}
    if _HOME.search(clause):
        return {_WORKPLACE: "hybrid", _DAYS: clause}
    if _OUT.search(clause):
        return {_TRAVEL: clause}
    if _CLOCK.search(clause) or is_whole:
        hours = _in_capitals(" ".join(_AT_PLACE.sub(" ", clause).split()))
        return {_HOURS: hours, **({_WORKPLACE: "on-site"} if is_there else {})}
    if is_there and _FILLER.fullmatch(_AT_PLACE.sub("", clause)):
        return {_WORKPLACE: "on-site"}
    return {_DAYS: clause} if is_partly else {}
