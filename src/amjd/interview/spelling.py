"""How names are written: those that have a capital wherever they stand, and whole answers."""

import re
from collections.abc import Collection, Mapping

from amjd.answers.days.calendar import MONTHS, WEEKDAYS
from amjd.answers.names.languages import LANGUAGES
from amjd.answers.places.countries import is_region_name
from amjd.interview.products import with_products
from amjd.text.patterns import compile_later, first_word, first_words, words_in

# May and march are words as well; so are sat and sun.
_DAYS = (
    *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "Mon", "Tue", "Tues", "Wed", "Thu", "Thur",
    "Thurs", "Fri", *(month for month in MONTHS if month not in ("March", "May")), "Christmas",
    "Easter", "Thanksgiving",
)  # fmt: skip
_PLACES = ("UK", "USA")
# Days with a name of two words, by what is typed for it.
_FEASTS = {
    "labor day": "Labor Day", "labour day": "Labour Day", "memorial day": "Memorial Day",
    "independence day": "Independence Day", "veterans day": "Veterans Day",
    "presidents day": "Presidents' Day", "columbus day": "Columbus Day",
    "mothers day": "Mother's Day", "mother's day": "Mother's Day", "fathers day": "Father's Day",
    "father's day": "Father's Day", "valentines day": "Valentine's Day",
    "valentine's day": "Valentine's Day", "boxing day": "Boxing Day", "canada day": "Canada Day",
    "victoria day": "Victoria Day", "australia day": "Australia Day", "anzac day": "Anzac Day",
    "christmas eve": "Christmas Eve", "christmas day": "Christmas Day",
    "good friday": "Good Friday", "black friday": "Black Friday",
    "fourth of july": "Fourth of July", "halloween": "Halloween",
}  # fmt: skip
# The first of January where something is told from it; "in the new year" is another time.
_NEW_YEAR = compile_later(
    r"(?i)(?:(?<=\bafter )|(?<=\bbefore )|(?<=\buntil )|(?<=\btill )|(?<=\bby )|(?<=\baround )"
    r"|(?<=\bpast )|(?<=\bover )|(?<=\bsince )|^)"
    r"new year(?:['\u2019]?s|s['\u2019])?(?P<day> (?:day|eve))?(?![\w'\u2019-])"
    r"|(?<![\w@./-])new year['\u2019]?s(?P<of> (?:day|eve))(?![\w'\u2019-])"
)
# Peoples beside their languages; polish and danish only where they are spoken.
_PEOPLES = (
    "Scottish", "British", "European", "American", "Canadian", "Australian", "Mexican", "Cuban",
    "Brazilian", "Haitian", "Indian", "Asian", "African", "Americans", "Canadians", "Mexicans",
    "Indians",
)  # fmt: skip
_SPOKEN = compile_later(
    r"(?<![\w@./-])(?:(?<=\bspeak )|(?<=\bspeaks )|(?<=\bspoken )|(?<=\bfluent )|(?<=\bgood )"
    r"|(?<=\bbasic )|(?<=\bsome )|(?<=\bnative ))(?:polish|danish)(?![\w'\u2019-])"
)
# Information technology by what stands beside it; a pronoun everywhere else.
_WORK = (
    "support|services?|firms?|compan(?:y|ies)|providers?|managers?|departments?|security|teams?"
    "|consultan(?:t|ts|cy)|systems?|helpdesk|help desk|infrastructure|specialists?|technicians?"
)
_IT = compile_later(
    rf"(?<![\w@./-])(?:(?<=managed )it\b|it(?=[ -](?:{_WORK})\b))(?!['\u2019]|\.\w)"
)
_OF_IT = compile_later(rf"\bIT(?=[ -](?:{_WORK})\b)|(?<=[Mm]anaged )IT\b")


def speaks_of_it(text: str) -> bool:
    """Whether a text speaks of information technology."""
    return bool(_OF_IT.search(text) or _IT.search(text))


def spelled(
    text: str, known: Mapping[str, str], *, of_tools: bool, here: Collection[str] = ()
) -> str:
    """Give the names in a text their capitals; `known` are more of them, by their small letters.

    `here` are the products that other answers name.
    """
    words = words_in(text)
    if words & _MAY_BE_NAMES:
        text = _NEW_YEAR.sub(_of_new_year, text)
        text = _SPOKEN.sub(_capitalized, _DATED.sub(_capitalized, _IT.sub("IT", text)))
    # What holds a capital already was spelled so by somebody.
    if near := [name for name in known if first_word(name) in words]:
        text = re.sub(_any_of(near), lambda found: known[found[0]], text)
    if words & _FIRST_WORDS:
        text = _NAMED.sub(lambda found: _NAMES[found[0]], text)
    return with_products(text, of_tools=of_tools, here=here)


def _any_of(names: Collection[str]) -> str:
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return rf"(?<![\w@./-])(?:{'|'.join(longest)})(?![\w@])(?!\.\w)"


_ONES = (*_DAYS, *_PLACES, *LANGUAGES, *_PEOPLES)
_NAMES = {**{name.lower(): name for name in _ONES}, **_FEASTS}
_NAMED = compile_later(_any_of(_NAMES))
_FIRST_WORDS = first_words(_NAMES)
_MAY_BE_NAMES = frozenset(("New", "new", "NEW", "it", "may", "march", "polish", "danish"))


# May and march by the day beside them, or by what is done until then.
_DATED = compile_later(
    r"(?<![\w@./-])(?:(?:may|march)(?= \d{1,2}(?:st|nd|rd|th)?"
    r"(?![\w%]| (?:miles?|km|hours?|days?|times?)\b))"
    r"|(?:(?<=\d )|(?<=\dst )|(?<=\dnd )|(?<=\drd )|(?<=\dth )|(?<=\bby )|(?<=\bmid )|(?<=\bmid-)"
    r"|(?<=\bearly )|(?<=\blate )|(?<=\bend of )|(?<=\buntil ))(?:may|march)(?![\w'\u2019-]))"
)


def _of_new_year(found: re.Match[str]) -> str:
    whose = "New Year" if found[0].lower() == "new year" else "New Year's"
    return f"{whose}{(found['day'] or found['of'] or '').title()}"


def _capitalized(found: re.Match[str]) -> str:
    return found[0].capitalize()


# -- an answer that is a name: of a company, a place or a person ----------------------------------

_JOINTS = ("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to")
_SHORT = ("llc", "llp", "plc", "uk", "usa")


def as_name(text: str) -> str:
    """Begin the words of a name with capitals, unless somebody has thought of capitals."""
    if text != text.lower():
        return text
    words = text.split(" ")
    return " ".join(_word(word, is_first=not at) for at, word in enumerate(words))


def as_area(text: str) -> str:
    """Begin the names of countries and of states with capitals: `south idaho n new mexico`."""
    return _ONE_OR_TWO.sub(lambda found: _region(found[1], found[2] or ""), text)


def _region(first: str, second: str) -> str:
    if second and is_region_name(first + second):
        return f"{begun(first)} {begun(second.strip())}"
    one, other = (begun(part) if is_region_name(part) else part for part in (first, second.strip()))
    return f"{one} {other}" if second else one


# Of two words that follow each other, the first may belong to one before: each is tried.
_ONE_OR_TWO = compile_later(r"(?<![\w@./-])([a-z]{4,}|new)( [a-z]{4,})?(?![\w@/-])")


def as_place(text: str) -> str:
    """Begin the parts of an address with capitals; a state of two letters has two."""
    *towns, last = text.split(", ")
    return ", ".join([*map(as_name, towns), last.upper() if len(last) == 2 else as_name(last)])


def _word(word: str, *, is_first: bool) -> str:
    if word.strip(".,") in _SHORT:
        return word.upper()
    return word if word in _JOINTS and not is_first else begun(word)


def sentences_begun(text: str) -> str:
    """Begin the sentences behind the first with capitals."""
    return _SENTENCE.sub(lambda found: found[1] + begun(found[2]), text)


_SENTENCE = compile_later(
    # Behind the end of a range of hours too: 7-4. A number alone may begin an item of a list.
    r"((?:(?<=\d[-\u2013])\d|(?<![\w.])(?!(?:approx|etc|incl?|ltd|co|st|no|vs|dept|hrs?|min|max|mt|ft|est|dr|mrs?|ms)\.)"
    r"[\w)%\u2019']{2,})[.!?] +)([a-z]\S*)"
)


def begun(text: str) -> str:
    """Begin with a capital, unless the first word has one, as `eBay`, or is a figure or address."""
    first = text.partition(" ")[0]
    is_small = first.islower() and not re.search(r"\d|@|://|\w\.\w", first)
    return text[:1].upper() + text[1:] if is_small else text
