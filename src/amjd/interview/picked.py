"""The answer of a closed list among other words: `full time or 3 days a week`, `hybrid I guess`.

The words go where the cure of a file would put them; what has no such place is told as left out.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from amjd.answers.choices import YES_NO
from amjd.answers.cures.own import OWN
from amjd.answers.fields import FIELDS
from amjd.answers.kinds import Context, ListKind
from amjd.answers.meant import EITHER_TIME, TIME
from amjd.interview.kept import Kept
from amjd.interview.remote import REGIONS, regions_in
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.errors import Put, UnreadableError
from amjd.text.patterns import compile_later

WORKPLACE, EMPLOYMENT = "role.workplace", "role.employment"
HOURS, DAYS, OPENING = "role.hours", "role.office_days", "role.opening"
_HOMES = (DAYS, "role.travel", HOURS, REGIONS, "role.until", OPENING, "pay.benefits")


class Picked(NamedTuple):
    """What a choice among other words comes to: all its answers, and the words left out.

    One that is not sure is taken by no Enter.
    """

    answers: Mapping[str, Answer]
    left: str = ""
    is_sure: bool = True


def is_closed(field: str) -> bool:
    """Whether a field takes one of a few words, which are not just yes and no."""
    kind = FIELDS[field].kind
    return bool(kind.choices) and kind is not YES_NO and not isinstance(kind, ListKind)


def value_of(kept: Kept, field: str, typed: str) -> str:
    """Return the choice that words come to, the words where they say more, or nothing.

    They say more where they name some of the choices: which of them it is, is asked.
    """
    found = picked(kept, field, typed)
    if found is None:
        return typed if is_closed(field) and len(named(kept, field, typed)) > 1 else ""
    choice = str(found.answers.get(field, ""))
    return choice if choice and len(found.answers) == 1 and not found.left else typed


def named(kept: Kept, field: str, typed: str) -> list[str]:
    """List the choices that a text names, where these are not all of them."""
    is_one = len(typed) > _LONGEST or not _SEVERAL.search(typed)
    faults = [] if is_one else kept.faults_with({field: typed})
    forms = {form for fault in faults for form in fault.forms}
    found = [choice for choice in FIELDS[field].kind.choices if choice in forms]
    return found if len(found) < len(FIELDS[field].kind.choices) else []


def picked(kept: Kept, field: str, typed: str) -> Picked | None:
    """Part a choice from the words beside it; None where there is none, or nobody knows which."""
    if not is_closed(field) or len(typed) > _LONGEST:
        return None
    if field == EMPLOYMENT and (hours := _hours(kept, typed)):
        return Picked({field: "", HOURS: hours})
    if field == WORKPLACE and (way := _MOSTLY.fullmatch(typed.strip())):
        return Picked({field: "hybrid", DAYS: with_capital(way[0])}, is_sure=False)
    if field == WORKPLACE and (week := _WEEK.fullmatch(typed.strip())):
        if not (days := _in_office(week)):
            return None
        words = kept.words.doubts.in_office["one" if days == "1" else "more"]
        said = _at_home(kept, DAYS, words.format(days=days))
        return Picked({field: "hybrid", **said}, is_sure=False)
    fault = next((one for one in kept.faults_with({field: typed}) if one.field == field), None)
    if fault is None:
        return Picked({field: typed})
    form = fault.forms[0] if len(fault.forms) == 1 else ""
    if not form and not fault.cure.startswith("Leave it empty. "):
        return None
    told: dict[str, Answer] = {field: form}
    rest = _rest(field, typed)
    if form == "remote" and rest and (regions := regions_in(kept, rest)):
        return Picked({**told, REGIONS: [*regions]})
    puts = {one.words: one.home for one in fault.also if isinstance(one, Put)}
    for words, home in puts.items():
        told |= _at_home(kept.beside(told), home, words) if home in _HOMES else {}
    gone = [words for words, home in puts.items() if home not in _HOMES]
    left = ", ".join(gone) if len(told) > 1 else _left(field, rest, form)
    return Picked(told, left, is_sure=not _DOUBTFUL.search(left))


def _in_office(week: re.Match[str]) -> str:
    """Return how many days are in the office: 3/2 and 3-2 are a week, and 2-3 are two or three."""
    here, other, is_range = week["here"], week["other"], week["sign"] in "-\u2013"
    if is_range and here < other:
        return f"{here}-{other}" if "hybrid" in week[0].lower() else ""
    return here if int(here) + int(other) == _DAYS else ""


def _hours(kept: Kept, typed: str) -> str:
    """Return what a job may be, of which there are several, as its hours have it."""
    text = typed.strip(" .,")
    is_either = _FULL.search(text) and _PART.search(text)
    if not (is_either or _OR_HOURS.fullmatch(text) or _ONLY_HOURS.fullmatch(text)):
        return ""
    before = kept.current(HOURS)
    is_known = before.lower() in text.lower()
    return with_capital(text if is_known else f"{text}, {before}")


def _at_home(kept: Kept, home: str, words: str) -> dict[str, Answer]:
    """Put words beside what stands where they belong."""
    if home == REGIONS:
        return {home: [*(regions_in(kept, words) or [words])]}
    if isinstance(FIELDS[home].kind, ListKind):
        items = kept.items(home)
        is_there = words.lower() in map(str.lower, items)
        return {home: items if is_there else [*items, with_capital(words)]}
    before, joint = kept.current(home), " " if home == OPENING else ", "
    if not before:
        # A posting puts hours behind words of its own, or begins a row with them.
        return {home: words if home == HOURS else with_capital(words)}
    return {home: before if words.lower() in before.lower() else f"{before}{joint}{words}"}


def _rest(field: str, typed: str) -> str:
    """Return what the choice in a text leaves out of it."""
    try:
        FIELDS[field].kind.read(typed, Context())
    except UnreadableError as error:
        return error.rest
    return ""


def _left(field: str, rest: str, form: str) -> str:
    """Return the words that a choice leaves out, but for those that say nothing beside it."""
    own = set(OWN.get(field, "").split()) - {"start"}
    known = {*_FILLER, *own, *form.split("-"), *form.split()}
    words = re.findall(r"[\w'%-]+", rest.lower().replace("\u2019", "'"))
    bare = re.sub(rf"(?i)\b{re.escape(form)}\b", " ", rest) if form else rest
    return " ".join(bare.split()).strip(" ,.;") if set(words) - known else ""


_LONGEST = 200
_SEVERAL = compile_later(r"(?i)[,;/&+]|\b(?:and|or|plus|but|some|with|besides)\b")
_FILLER = frozenset((
    "it", "it's", "its", "is", "are", "we", "we're", "the", "a", "an", "job", "work", "working",
    "role", "position", "please", "all", "fully", "completely", "totally", "just", "only", "they",
    "their", "our", "from", "at", "in", "on", "of", "by", "always", "yes", "basis", "based", "100%",
    "100",
))  # fmt: skip
_MOSTLY = compile_later(
    r"(?i)(?:mostly|mainly|largely|partly|usually) (?:remote|(?:from|at) home|home|wfh|on-?site"
    r"|(?:in|at) the office)|(?:remote|(?:from |at )?home|wfh|on-?site|(?:in |at )?the office)"
    r",? (?:mostly|mainly|usually|partly)"
)
# The days of a week here and at home: 3/2. Most people name the office first.
_WEEK = compile_later(
    r"(?i)(?:hybrid[,:]? ?)?\(?(?P<here>[1-4]) ?(?P<sign>[/:+\u2013-]) ?(?P<other>[1-4])\)?"
    r"(?: hybrid)?"
)
_DAYS = 5
_FULL, _PART = compile_later(r"(?i)\b(?:full|f/?t)\b"), compile_later(r"(?i)\b(?:part|p/?t)\b")
_OR_HOURS = compile_later(EITHER_TIME, re.IGNORECASE)
_ONLY_HOURS = compile_later(
    rf"(?i)(?:(?:about|around|maybe|say|some|up to) )*{TIME}(?: (?:a|per|each) week)?"
    r"(?:,? (?:(?:is|might be|may be|would be|could be)(?: \w+)? )?"
    r"(?:ok|okay|fine|enough|possible))?"
)
# Not all of the time, or not all of what is chosen.
_DOUBTFUL = compile_later(
    r"(?i)\b(?:mostly|mainly|partly|sometimes|maybe|for now|first|to start)\b"
)
