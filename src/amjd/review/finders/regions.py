"""Regions: the places whose law is meant, also where no city is named with its state or country."""

from itertools import takewhile

from amjd.answers.places.cities import region_of_city
from amjd.answers.places.countries import is_region, is_region_name, parts_called, regions_named
from amjd.review.finders.amounts import Sum
from amjd.review.finders.place import Place
from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

_FOLK = {
    "australian": "AU", "british": "GB", "canadian": "CA", "irish": "IE", "indian": "IN",
    "qld": "AU", "nsw": "AU", "new zealand": "NZ",
    "south african": "ZA", "german": "DE", "swiss": "CH", "singaporean": "SG",
}  # fmt: skip
# "Work from anywhere in Qld, NSW or Victoria", "Remote (UK or Ireland)"
_ANYWHERE = compile_later(
    r"\b(?:anywhere (?:in|within|across)|remote(?:ly)?,?(?: (?:in|within|across|from))?) \(?"
    r"(?:the )?(?!anywhere)(?P<places>[^.;()\n]{2,80})"
)
# "The right to work in the UK", "a full UK driving licence", "Australian working rights"
_ALLOWED = compile_later(
    r"\b(?:right|rights|authori[sz]ed|eligible|eligibility|entitled|permit|permission|visa"
    r"|legally able) to (?:live and |legally )?work(?: and live)? in (?:the )?"
    r"(?P<in>[a-z]+(?: [a-z]+)?)"
    rf"|\b(?P<of>uk|nz|{'|'.join(_FOLK)}) (?:driv(?:ing|er'?s'?) licen[cs]e"
    r"|work(?:ing)? (?:rights|permit|visa))"
)
_ALLOWING = ("work in", "licen", "work permit", "work visa", "working rights", "work rights")
_PARTED = compile_later(r",? (?:and|or|&) |, ?| ?/ ?| ?\+ ?")
# "Ontario, CA" is a city in its state.
_JOINED = compile_later(r" (?:and|or|&) |/")
_MOST = 60  # places in one list


def regions(posting: Posting, place: Place, paid: Sum | None) -> tuple[str, ...]:
    """Find the regions by the place, what it lists, the money of the pay, or who may work there.

    Money and permits tell of countries other than the US alone: what is paid in dollars may be
    anywhere. Euros stand for the European Union, EU.
    """
    listed = posting.said(place.words) if place.words else ""
    if _JOINED.search(listed) and (found := _listed(listed)):
        return found
    if place.region:
        also = _also(posting, place.words.end) if place.words else ()
        return tuple(dict.fromkeys((place.region, *also)))
    if "anywhere " in posting.low or "remote" in posting.low:
        for match in posting.matches(_ANYWHERE):
            if found := _listed(posting.said(Words(*match.span("places"))), goes_on=True):
                return found
    money = paid.currency[:2] if paid and paid.currency and not paid.is_dollar else "US"
    if money != "US" and (money == "EU" or is_region(money)):
        return (money,)
    allowed = _allowed(posting) if any(one in posting.low for one in _ALLOWING) else ()
    return allowed or _given(posting)


# "Laval, QC / Ottawa, ON"
_TOO = compile_later(
    r"(?: ?[/;|\u00b7+&] ?| (?:and"
    r"|or) )(?P<place>[A-Z][\w.'\u2019 -]{1,30}, (?P<part>[A-Z]{2,3}))\b"
)


def _also(posting: Posting, at: int) -> tuple[str, ...]:
    """Return the regions of other cities that stand right behind a place, each with its own."""
    found: list[str] = []
    while len(found) < _MOST and (match := _TOO.match(posting.text, at)):
        codes = parts_called(match["part"])
        if not codes:
            break
        found.append(codes[0])
        at = match.end()
    return tuple(found)


def _listed(written: str, goes_on: bool = False) -> tuple[str, ...]:
    """Return the regions of a list such as "Qld, NSW or Victoria"; none where one is unknown.

    Where a sentence `goes_on` behind it, what it names first is the list. Letters that several
    countries call a part are of the one that all others are in.
    """
    items = [one for one in _PARTED.split(written.strip(" .,:"))[:_MOST] if one]
    found = list(takewhile(bool, map(_named, items)))
    if not found or (len(found) < len(items) and not goes_on):
        return ()
    shared = set.intersection(*({code[:2] for code in codes} for codes in found))
    if len(found) > 1 and len(shared) == 1:
        found = [[code for code in codes if code[:2] in shared] for codes in found]
    is_sure = all(len(codes) == 1 for codes in found)
    return tuple(dict.fromkeys(codes[0] for codes in found)) if is_sure else ()


def _named(name: str) -> list[str]:
    if len(name) <= 3:  # "Qld" and "NSW", "UK" and "NZ"; the US and its states are in capitals
        parts = parts_called(name.upper()) if len(name) == 3 or name.isupper() else []
        country = [name.upper()] if len(name) == 2 and is_region(name) and not parts else []
        return parts or country or regions_named(name)
    if city := region_of_city(name):
        return [city]
    # The names of all others take longer to load than most postings to read.
    return regions_named(name) if name[:1].isupper() and is_region_name(name) else []


def _allowed(posting: Posting) -> tuple[str, ...]:
    for match in posting.matches(_ALLOWED):
        words = match["in"] or match["of"]
        named = [_FOLK[words]] if words in _FOLK else []
        for one in (words, words.partition(" ")[0]):
            named = named or _named(one.upper() if len(one) < 4 else one.title())
        if len(named) == 1 and named[0] != "US" and "-" not in named[0]:
            return (named[0],)
    return ()


# What is given or asked for in one country alone. None is of the US, where it would tell no state.
_OF_ONE = {
    "AU": r"\d[k%]? ?(?:\+|plus|and|&|incl(?:uding|\.)?) (?:\d{1,2}% )?super\b|\bsuperannuation\b",
    "NZ": r"\bkiwisaver\b",
    "CA": r"\brrsp\b",
    "IE": r"\bprsi\b",
    "GB": r"\bnjc (?:scale|point|pay)\b|\bdbs check\b",
    "SG": r"\bcpf\b",
    "ZA": r"\bb-bbee\b|\bmatric\b",
    "IN": r"\blpa\b|\bmediclaim\b",
}
_GIVEN = compile_later("|".join(f"(?P<{name}>{words})" for name, words in _OF_ONE.items()))


def _given(posting: Posting) -> tuple[str, ...]:
    found = {one.lastgroup for one in posting.matches(_GIVEN)}
    return (str(found.pop()),) if len(found) == 1 else ()
