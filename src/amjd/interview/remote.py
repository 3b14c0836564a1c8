"""Where remote work may be done, as people say it: `anywhere in the US`, `nationwide`.

It stands behind a place in the same line, `we're in Denver but remote, US only`, or is asked alone.
"""

from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.places.countries import region_name, regions_named
from amjd.interview.kept import Kept
from amjd.interview.place import as_address, region_at
from amjd.interview.spelling import as_place
from amjd.text.patterns import compile_later

REGIONS = "role.regions"


class Remote(NamedTuple):
    """The place of a line whose work is remote, the regions that it names, and what is neither."""

    place: str
    regions: Sequence[str] = ()
    rest: str = ""


def remote_line(kept: Kept, typed: str, is_loose: bool = False) -> Remote | None:
    """Part a place from what says that the work is remote, and from where; None where not sure.

    Of remote work that belongs to no place, the word for it is the place. What stands behind and
    names no region is left only where that `is_loose`.
    """
    found = None if _DENIED.search(typed) else _REMOTE.search(typed)
    if not found or _EITHER.search(typed[: found.start()]):
        return None
    town, behind = typed[: found.start()], typed[found.end() :]
    if not town.strip(_AROUND) and (office := _OFFICE.search(behind)):
        town, behind = office["town"], behind[: office.start()]
    town, behind = _IN.sub("", town.strip(_AROUND)).strip(_AROUND), behind.strip(_AROUND)
    regions = regions_in(kept, behind, town) if behind else ()
    place = _place(kept, town) if town else "Remote"
    if regions is not None:
        return Remote(place, regions) if town or behind or " " in typed.strip() else None
    if town:
        is_wide = _ANYWHERE.fullmatch(behind) or _COUNTRY.fullmatch(behind)
        is_known = is_wide or (is_loose and region_at(kept, place))
        return Remote(place, rest=behind) if is_known else None
    place = _place(kept, _IN.sub("", behind))
    return Remote(place) if region_at(kept, place) or behind != _IN.sub("", behind) else None


def regions_in(kept: Kept, text: str, place: str = "") -> Sequence[str] | None:
    """Return the regions that a text names, as they are typed; None where one is none.

    All of the country is that of the place.
    """
    if _COUNTRY.fullmatch(text.strip(_AROUND)):
        code = region_at(kept, place or kept.current("role.location"))[:2]
        return (named(code),) if code else None
    if _ALL_STATES.fullmatch(text.strip(_AROUND)):
        return (named("US"),)
    parts = [part.strip(_AROUND) for part in _PARTS.split(text)]
    found = [_region(kept, part) for part in parts if part]
    return found if found and all(found) else None


def named(code: str) -> str:
    """Return a region as somebody would type it: by its name, if that is the name of no other."""
    name = region_name(code)
    return name if regions_named(name) == [code] else code


def _place(kept: Kept, town: str) -> str:
    return as_address(kept, town) or as_place(town)


def _region(kept: Kept, part: str) -> str:
    """Return the one region that a part names, with or without words around it; or nothing."""
    read = kept.read_with({REGIONS: [part]})
    if not (faults := [fault for fault in read.faults if fault.field == REGIONS]):
        codes = read.answers.role.regions or []
        return named(codes[0]) if len(codes) == 1 else ""
    forms = {form for fault in faults for form in fault.forms}
    return named(forms.pop()) if len(forms) == 1 else ""


_AROUND = " ,.;:()/|\u2013\u2014-"
_HOME = r"(?:from|at) home|wfh|home[- ]?based|home[- ]?office"
_REMOTE = compile_later(
    r"(?i)(?:\b(?:(?:but|and|is|are|it'?s|its|we'?re|the|this|job|work|role|position|all|fully|100%"
    r"|completely|entirely|purely|100 percent|you|can|may|people)[ ,]+){0,6})?"
    rf"\b(?:remote(?:ly)?|work(?:ing)? (?:{_HOME})|work(?:ing)? (?=(?:from )?anywhere\b)|{_HOME})\b"
    r"(?:[ ,]+(?:work|job|role|position|workers?|people|candidates|applicants|ok for|for|from|only"
    r"(?=[ ,]*$))\b){0,3}"
)
_IN = compile_later(
    r"(?i)^(?:(?:we|i)(?:['\u2019]?re| are|['\u2019]?m| am)|(?:the |our )?(?:office|hq|company|base"
    r"|head office|headquarters)(?: is|['\u2019]?s)?|it['\u2019]?s|based|located|in|at|near|here"
    r"|around|out of|from)\b[ ,]*(?:(?:based|located|in|at|near|out of|from)\b[ ,]*){0,3}"
)
_OFFICE = compile_later(
    r"(?i)[\s,;.(-]*(?:\b(?:but|and|with|we have)[ ,]+)?\b(?:(?:the|our|an?) )?"
    r"(?:(?:main |head |home )?office|hq|headquarters|company|home base)(?: is)? (?:in|at|near)"
    r" (?P<town>[^()]+)\)?$"
)
_EITHER = compile_later(r"\bor[\s(,]*$")  # in capitals it is Oregon
# Neither all of the time nor of all people.
_DENIED = compile_later(
    r"(?i)\b(?:no|not|never|non|except|excluding|but not|unless|hybrid|on[- ]?site|days?"
    r"|mostly|mainly|partly|half|sometimes|possible|optional|option|negotiable|ok|okay|maybe"
    r"|week|month|weeks|months|mornings?|afternoons?|first|friendly|right person)\b|n['\u2019]t\b"
)
_ANYWHERE = compile_later(r"(?i)(?:from )?(?:anywhere|everywhere)(?: in the world)?|worldwide")
_COUNTRY = compile_later(
    r"(?i)(?:(?:anywhere|everywhere|all|remote|from|in|within|across|throughout|over)[ ,]+){0,4}"
    r"(?:(?:the|our|this) )?(?:(?:whole|entire) (?:country|nation)|country|nation"
    r"|nation[- ]?wide|country[- ]?wide|national(?:ly)?|whole of the country)(?:[ ,]+only)?"
)
_ALL_STATES = compile_later(
    r"(?i)(?:(?:anywhere |from )?in )?(?:all |any of )?(?:the )?(?:50|fifty) states"
)
_PARTS = compile_later(r"(?i)\s*[,;/&+]\s*|\s+(?:and|or|plus)\s+")
