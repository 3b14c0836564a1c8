"""How names are written: those that have a capital wherever they stand, and whole answers."""

import re
from collections.abc import Mapping

from amjd.answers.posts import is_post, own_post, with_article
from amjd.answers.software import software
from amjd.text.patterns import compile_later

# May and march are words as well; so are sat and sun.
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays",
    "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays", "Mon", "Tue", "Tues",
    "Wed", "Thu", "Thur", "Thurs", "Fri", "January", "February", "April", "June", "July", "August",
    "September", "October", "November", "December", "Christmas", "Easter", "Thanksgiving",
)  # fmt: skip
_PLACES = ("UK", "USA")
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


def spelled(text: str, known: Mapping[str, str], *, of_tools: bool) -> str:
    """Give the names in a text their capitals; `known` are more of them, by their small letters."""
    where = ("everywhere", "tools") if of_tools else ("everywhere",)
    tools = (name for one in software() if one.raised in where for name in one.names)
    names = [*_DAYS, *_PLACES, *tools]
    whole = {**{name.lower(): name for name in names}, **known}
    text = _IT.sub("IT", text)
    longest = sorted(map(re.escape, whole), key=len, reverse=True)
    # What holds a capital already was spelled so by somebody.
    return re.sub(rf"(?<![\w@./-])(?:{'|'.join(longest)})(?![\w@])(?!\.\w)",
                  lambda found: whole[found[0]], text)  # fmt: skip


# -- an answer that is a name: of a company, a place or a person ----------------------------------

_JOINTS = ("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to")
_SHORT = ("llc", "llp", "plc", "uk", "usa")
_OWNER = compile_later(r"(?i)(?:me|myself|i)(?:,| -)? (?!and )(.+)")
_BOTH = compile_later(r"(?i:me|myself|i) and (?i:my |our |the )?(.+?)(?:,? ([A-Z]\w+))?")
_FAMILY = compile_later(
    r"(?i)(?:brother|sister|wife|husband|partner|son|daughter|father|dad|mother|mom|mum|cousin)"
    r"(?:-in-law)?"
)
_MINE = compile_later(r"(?i)my (.+)")
_WITH_ARTICLE = compile_later(r"^(?!(?:the|an?|our|my|who) )(?=[a-z])")


def as_person(text: str) -> str:
    """Say who somebody is who says me and more; nothing of another answer."""
    text = re.sub("^to ", "", text, flags=re.IGNORECASE)
    if own := own_post(text):
        return own
    if both := _BOTH.fullmatch(text):
        other = _of_owner(both[1]) or f"the {both[1]}"
        return f"the owner and {other}{f', {both[2]}' if both[2] else ''}"
    if mine := _MINE.fullmatch(text):
        return _of_owner(mine[1])
    if owner := _OWNER.fullmatch(text):
        said = re.split(r"(?<=\w{3})[.;!] ", owner[1])[0]  # and not what else is told of oneself
        name, comma, position = said.partition(",")
        position = position.strip() if comma else "the owner"
        return f"{as_name(name)}, {_WITH_ARTICLE.sub('the ', position)}"
    name, comma, rest = text.partition(",")
    post = rest.strip()
    said = f" {with_article(post)}" if post == post.lower() else rest
    # Without a comma it may be a position.
    is_named = comma and not is_post(name) and (name == name.lower() or said != rest)
    return f"{as_name(name)}{comma}{said}" if is_named else ""


def names_in(text: str) -> list[str]:
    """List the names in words of a person, which those of a post are not."""
    parts = text.split(", ")
    kept = [part for part in parts if not is_post(re.sub("(?i)^(?:the|our|an?) ", "", part))]
    return _CALLED.findall(", ".join(kept) + "," * (kept != parts))


# A word with a capital that is no beginning of a position, as in `Office manager`.
_CALLED = compile_later(r"(?:(?<=[\w,] )[A-Z]\w+|^[A-Z]\w+(?= [A-Z]|,))")


def _of_owner(text: str) -> str:
    """Say whose brother somebody is, where that is no position; nothing of a position."""
    return f"the owner's {text}" if _FAMILY.fullmatch(text) else ""


def as_name(text: str) -> str:
    """Begin the words of a name with capitals, unless somebody has thought of capitals."""
    if text != text.lower():
        return text
    words = text.split(" ")
    return " ".join(_word(word, is_first=not at) for at, word in enumerate(words))


def as_place(text: str) -> str:
    """Begin the parts of an address with capitals; a state of two letters has two."""
    *towns, last = text.split(", ")
    return ", ".join([*map(as_name, towns), last.upper() if len(last) == 2 else as_name(last)])


def _word(word: str, *, is_first: bool) -> str:
    if word.strip(".,") in _SHORT:
        return word.upper()
    return word if word in _JOINTS and not is_first else begun(word)


def begun(text: str) -> str:
    """Begin with a capital, unless the first word holds one, as in `eBay`, or a figure."""
    first = text.partition(" ")[0]
    is_small = first.islower() and not any(map(str.isdigit, first))
    return text[:1].upper() + text[1:] if is_small else text
