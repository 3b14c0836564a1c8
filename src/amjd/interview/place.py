"""Where the work is, as it is typed: the region that it lies in, and how an address has it."""

from collections.abc import Iterator
from typing import NamedTuple

from amjd.answers.places.cities import region_of_city
from amjd.answers.places.countries import is_region, region_name, regions_named
from amjd.answers.places.place import Beside, is_wide, read_place
from amjd.answers.state import pay_currency
from amjd.interview.kept import Kept
from amjd.interview.spelling import as_place
from amjd.text.patterns import compile_later


def regions_offered(kept: Kept) -> tuple[str, ...]:
    """Return the region to offer where people are asked from where they may work; or nothing.

    Remote work may be done elsewhere than where its office is.
    """
    answers = kept.answers()
    if answers.role.regions or not answers.role.location or answers.role.workplace == "remote":
        return ()
    code = region_at(kept, answers.role.location)
    name = region_name(code) if code else ""
    return (name if regions_named(name) == [code] else code,) if code else ()


def region_at(kept: Kept, location: str) -> str:
    """Return the code of the region, or else of the country, that a place lies in; or nothing."""
    place = read_place(location, Beside((), pay_currency(kept.answers())))
    letters = place.region.upper().replace(".", "")
    named = [f"{place.country}-{letters}", *regions_named(place.region)] if place.region else []
    within = [code for code in named if is_region(code) and code[:2] == place.country]
    return next(iter(within), place.country)


def with_region(kept: Kept, town: str) -> str:
    """Put its state or country behind a city that is known by its name alone; nothing if not."""
    code = region_of_city(town) or ""
    country, _, part = code.partition("-")
    region = part if country in _BY_PARTS else region_name(country) if code else ""
    whole = f"{as_place(town)}, {region}" if region else ""
    return whole if whole and region_at(kept, whole) else ""


# Where an address has the part of the country, in letters.
_BY_PARTS = ("US", "CA", "AU")


def behind_town(kept: Kept, typed: str) -> str:
    """Put a state that was typed alone, `, NY` or `UK`, behind the town that stands."""
    town = kept.current("role.location")
    if not town or region_at(kept, town):
        return typed
    state = typed.strip(", ")
    if not state or not (typed.startswith(",") or is_wide(state)):
        return typed
    found = _REMARK_BEHIND.search(town)
    if not found or not town[: found.start()].strip(" ,"):
        return f"{town}, {state}"
    # Nobody reads a state behind it: Boise, out by the airport, Idaho.
    return f"{town[: found.start()].strip(' ,')}, {state} ({town[found.end() :].strip(' ,)')})"


_NEAR = (
    r"(?:(?:just|right|very|out|over|down|up|way|not) )*(?:near(?:by)?|close to|next to|off|behind"
    r"|opposite|across from|around the corner|by the|beside the|above the|past the|far from|on the"
    r"|in the|at the|corner of|minutes from)\b"
)
REMARK = compile_later(
    rf"(?i)(?:{_NEAR}|(?:out|over|down|up) (?:by|near|past|toward|towards|on|at|in|off|beyond)\b"
    r"|(?:our|my|we|we['\u2019]re|it['\u2019]?s|there['\u2019]?s|with|free|easy"
    r"|plenty of|walking distance|parking)\b"
    r"|(?:\d+|a few|five|ten|two) ?(?:min(?:ute)?s?|blocks?|miles?|km)\b"
    r")(?!.*\b(?:home|remote|hybrid)\b)"
)
"""What is said of a place behind it, and is no part of its address: `near the mall`."""
# Without a comma it may be a part of the name: Stow on the Wold.
_REMARK_BEHIND = compile_later(
    rf"(?i), ?(?={_NEAR}|(?:out|over|down|up|downtown|uptown|midtown|on|in|at|by)\b)"
    r"|(?<=\w) \(?(?=(?:(?:just|right|not|out|over|down|up) ){0,2}"
    r"(?:near|close to|next to|across from|far from)\b"
    r"|(?:just|right|out|over|down|up) (?:by|past|off)\b)"
)


def as_address(kept: Kept, typed: str) -> str:
    """Write a place as an address has it, `tucson az` as Tucson, AZ; nothing where it is none."""
    if typed.startswith(","):
        return ""  # it completes the town before
    parts = [_HOW_ON.sub("", part).strip(" (") for part in typed.split(",")]
    text = ", ".join(filter(None, parts))
    if any(len(part.split()) > _LONGEST for part in text.split(", ")):
        return ""
    text = _with_code(kept, text)
    apart = [] if "," in text else [*_with_commas(text)]
    # A code reads without its comma too; a state's name alone may be a town's.
    tried = (*apart, text) if len(text.rpartition(" ")[2]) <= 3 else (text, *apart)
    found = next((one for one in tried if region_at(kept, one)), "")
    if not found and text == typed.strip(" ,"):
        return ""
    return as_place(found or text)


class Parted(NamedTuple):
    """A place, how people work there as its field has it, and what else is said of that.

    `road` says that the rest tells how much they are out.
    """

    place: str
    workplace: str = ""
    rest: str = ""
    road: bool = False


def parted_place(typed: str) -> Parted:
    """Part a place from how people work there, which stands behind it."""
    found = _HOW_ON.search(typed)
    place = typed[: found.start()].strip(" ,;(") if found else ""
    if not found or not place or _EITHER.search(found[0]):
        return Parted(typed)
    said = typed[found.start("how") :]
    if is_not_so(found[0]):
        return Parted(place, "", _AROUND.sub("", found[0].replace(")", "").replace("(", "")))
    ways = {way.lower() for way in _HOW.findall(said)}
    # Whoever may also work elsewhere is told both by the one word.
    way = "hybrid" if len(ways) > 1 else "".join(ways)
    workplace = next((one for one in _WORKPLACES if way and one[:2] == way[:2]), "")
    rest = _HOW.sub("", said, count=1) if _HOW.match(said) else said
    rest = _AROUND.sub("", rest.replace(")", "").replace("(", ""))
    is_nothing = _NOTHING.fullmatch(rest)
    return Parted(place, workplace, "" if is_nothing else rest, bool(_ROAD.search(rest)))


def is_not_so(words: str) -> bool:
    """Whether a way to work is denied, or only may be: `no remote`, `remote possible`."""
    return bool(_NOT_SO.search(words))


def beside_place(typed: str) -> str:
    """Return how people work beside a place, as it was typed: `or remote`; nothing if not told."""
    found = _HOW_ON.search(typed)
    if not found:
        return ""
    is_first = not typed[: found.start()].strip()  # Remote, near Boston
    said = found[0].partition(",")[0] if is_first else found[0]
    return said.strip(" ,;()/|")


_WORKPLACES = ("hybrid", "remote", "on-site")
_WAY, _OUT = r"remote|hybrid|on[- ]?site", r"in the field|on the road|travell?ing"
_HOW, _ROAD = compile_later(rf"(?i)\b(?:{_WAY})\b"), compile_later(rf"(?i)\b(?:{_OUT})\b")
_HOW_ON = compile_later(
    r"(?i)(?<![\s(/|\u2013\u2014-])[\s(/|\u2013\u2014-]*+"
    r"\b(?:(?:or|and|but|is|100%|no|not|never) ){0,5}"
    rf"(?:(?:fully|mostly|mainly|partly|also) (?={_WAY}))*"
    rf"(?P<how>(?:(?:mostly|mainly|always|often) )?(?:{_WAY}|{_OUT})\b.*)"
)
_NOT_SO = compile_later(
    r"(?i)^\W*(?:(?:or|and|but|is) )*(?:no|not|never) "
    rf"|\b(?:{_WAY}),? (?:is |may be |could be )?(?:possible|ok|okay|optional|an? option|negotiable"
    r"|sometimes|for the right)\b"
)
_EITHER = compile_later(r"(?i)^[^a-z]*or ")
_NOTHING = compile_later(rf"(?i)(?:{_WAY}|or|and|partly|fully|\W)*")
_AROUND = compile_later(r"^[\s,.;:-]+|(?<![\s,.;:-])[\s,.;:-]++$")
_LONGEST = 3  # words of a part of an address


def _with_code(kept: Kept, text: str) -> str:
    """Write the code of a state that stands at the end, as newspapers have it."""
    town, _, last = text.rpartition(" ")
    state = _STATES.get(last.lower().rstrip("."), "")
    is_there = town and state and pay_currency(kept.answers()) == "USD"
    return f"{town} {state}" if is_there else text


# What newspapers write for a state, where that is not its code.
_STATES = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "cal": "CA", "calif": "CA", "colo": "CO", "conn": "CT",
    "del": "DE", "fla": "FL", "ill": "IL", "ind": "IN", "kan": "KS", "kans": "KS", "mass": "MA",
    "mich": "MI", "minn": "MN", "miss": "MS", "mont": "MT", "neb": "NE", "nebr": "NE", "nev": "NV",
    "okla": "OK", "ore": "OR", "penn": "PA", "penna": "PA", "tenn": "TN", "tex": "TX",
    "wash": "WA", "wis": "WI", "wisc": "WI", "wyo": "WY",
}  # fmt: skip


def _with_commas(text: str) -> Iterator[str]:
    """Put a comma before the last words, of which a state or a country has three at most."""
    words = text.split()
    for count in range(1, min(4, len(words))):
        yield f"{' '.join(words[:-count])}, {' '.join(words[-count:])}"
