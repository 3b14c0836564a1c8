"""When a telephone number is answered: `after 1 pm`, `Mon-Fri 9 to 5`, `not Sundays`.

Hours are taken as they were typed, with what they deny. Where what denies them is no part of them
none are taken: without it they would say the opposite.
"""

import re
from collections.abc import Sequence

from amjd.text.patterns import compile_later

_DAY = (
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:days?)?\b"
    r"|(?:week|work(?:ing)? ?)days?|weekends?|(?:bank |public )?holidays|mornings?"
    r"|afternoons?|evenings?|nights|daily|any ?time|all week|always|whenever"
    r"|(?:any|every) ?day\b|daytime"
    r"|(?:office|business|work(?:ing)?) hours"
    r"|(?:after|before) (?:work|hours|dinner|supper))"
)
_USE = r"(?:(?:phone )?calls?|phone|phoning|ring(?:ing)?|texts?|calling|texting|available)"
_NOT = (
    r"(?:no|not|never|except(?:ing)?(?: for)?|excluding|excl\.?|other than|apart from"
    r"|(?:we(?: a|['\u2019])re )?closed"
    r"|do not|don['\u2019]?t)"
)
_BEFORE = r"(?:after|before|from|between|until|till|at|on|in the|during|outside)"
# What leads to a time or a day; no bare `no` or `only`, behind which something else may stand.
_TO = (
    rf"(?:(?:(?:but )?(?:please )?{_NOT}(?: {_USE})?(?: (?:me|us))? (?:please )?|(?:only|best) )?"
    rf"{_BEFORE}|(?:no|not) (?:later|earlier|sooner) than)"
)
_TO_DAY = rf"(?:but )?(?:please )?{_NOT}(?: {_USE})?(?: (?:me|us))?(?: please)?(?: the| any)?"
_CLOCK = r"\d{1,2}(?:[:.h]\d\d)?"
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = r"(?:[ap]\.?m\b\.?|h(?:rs)?\b|o['\u2019]?clock\b)"
# A figure of something else: after 2 weeks, from 9 to 12 people.
_NO_TIME = (
    r"(?! ?%|(?: (?:to|or|and) \d{1,3}|[-\u2013]\d{1,3})?"
    r" (?:years?|yrs?|months?|weeks?|days?|hours?|min(?:ute)?s?|rings?|people|persons?"
    r"|staff|employees|of (?:us|them)|accounts?|clients?|customers?|sites?|rounds?|interviews?"
    r"|references?|examples?|lines?|pages?)\b)"
)
_TIME = (
    rf"(?:(?:about |around )?{_CLOCK}(?:-?ish)?(?: ?{_UNIT}|\b{_NO_TIME})"
    rf"|{_WORD}\b(?: o['\u2019]?clock)?{_NO_TIME}|noon|midday|midnight|lunch(?:time)?)"
)
_DASH = r" ?(?:[-\u2013]|to) ?"
_MARKED = rf"{_CLOCK} ?{_UNIT}"
_MINUTES = r"\d{1,2}[:h]\d\d"
_ON_DAYS = rf"(?=[ ,]{{1,2}}(?:on )?{_DAY})"
# Bare figures are people as soon as hours, but where they stand alone.
_RANGE = (
    rf"(?:{_CLOCK}{_DASH}{_MARKED}|{_MARKED}(?:{_DASH}{_CLOCK}\b)?"
    rf"|{_MINUTES}{_DASH}{_CLOCK}\b|{_CLOCK}{_DASH}{_MINUTES}\b|{_CLOCK}{_DASH}{_CLOCK}{_ON_DAYS}"
    rf"|(?<![^,;(\[ ])(?<![^,;(\[] ){_CLOCK}{_DASH}{_CLOCK}\b(?= ?(?:[,;)\]]|$)))"
)
_CLOSED = r"(?: (?:is|are|we(?: a|['\u2019])re))?,? closed\b"
HOURS = (
    rf"\b(?:{_TO} (?:{_DAY}|{_TIME})|(?:{_TO_DAY} )?{_DAY}|{_RANGE})"
    # One way to take each joint: a line that goes on otherwise is given up at once.
    r"(?:[ ,/&\u2013-]{1,3}(?:(?:to|and|or|until|but) )?"
    rf"(?:{_TO} (?:{_DAY}|{_TIME})|{_TO_DAY} {_DAY}|{_DAY}|{_TIME}))*"
    rf"(?: only|{_CLOSED})?(?!\w)"
)
"""A pattern of when somebody answers: after 1 pm, Mon-Fri 9 to 5, mornings only, not Sundays."""
_HOURS = compile_later(HOURS, re.IGNORECASE)


def found_hours(text: str) -> Sequence[re.Match[str]]:
    """Return the hours in a text, one behind the other; none where `denies_hours`."""
    found = list(_HOURS.finditer(text))
    return [] if _is_denied(text, found) else found


def parted(text: str) -> tuple[list[str], list[str]]:
    """Return the hours in a text, and the words before, between and behind them."""
    hours, around, at = list[str](), list[str](), 0
    for found in found_hours(text):
        hours.append(found[0])
        around.append(text[at : found.start()])
        at = found.end()
    return hours, [*around, text[at:]]


def hours_apart(text: str) -> str:
    """Part by a comma the hours of a text whose figures run into those of the number.

    What is only figures may be a part of the number too: `518 555 0177 9-12`.
    """
    if not re.search(r"\d{2}", text):
        return text
    return _BEHIND.sub(r"\g<number>, \g<hours>", _AHEAD.sub(r"\g<hours>, ", text))


# No bare 01 or 0: with these a number begins.
_HOUR = r"(?:(?:2[0-4]|1\d|[1-9])(?:[:.h][0-5]\d)?|0\d[:.h][0-5]\d)(?!\d)"
_AT = rf"{_HOUR}(?: ?{_UNIT})?"
_SPAN = rf"{_AT}(?: ?[-\u2013] ?| (?:to|and|till|until) ){_AT}"
_SURE = rf"(?:{_SPAN}|{_HOUR} ?{_UNIT}|\d{{1,2}}[:h][0-5]\d)"
# Not "at" or "on", behind which the number stands: call us at 1 518 555 0177.
_LEADING = r"(?:after|before|from|between|until|till|(?:no|not) (?:later|earlier|sooner) than)"
_NEXT = r"(?:[ ().-]{0,2}\d)"
_AHEAD = compile_later(
    rf"(?P<hours>\b{_LEADING} (?:about |around )?(?:{_SPAN}|{_AT})|\b{_DAY},? {_SURE}"
    rf"|(?:^|[,;(] ?){_SURE}\)?)[ :\u2013-]{{1,3}}(?=[+(]{{0,2}}\d{_NEXT}{{6,14}}(?!\d))",
    re.IGNORECASE,
)
_BEHIND = compile_later(
    rf"(?<!\d)(?P<number>\d{_NEXT}{{6,14}}(?= ?\()|\d{_NEXT}{{8,14}}(?= \d)) ?"
    rf"(?P<hours>\({_SURE}\)|{_SURE})(?=[ ,;.)]|$)",
    re.IGNORECASE,
)


def denies_hours(text: str) -> bool:
    """Whether a text denies hours by words that are no part of them: `Sunday is no good`."""
    return _is_denied(text, list(_HOURS.finditer(text)))


def _is_denied(text: str, found: Sequence[re.Match[str]]) -> bool:
    if not found:
        return False
    parts, at = list[str](), 0
    for one in found:
        # A bare day is the one that is left out, or the last one: any other but Sunday, by Friday.
        is_bare = re.match(_DAY, one[0], re.IGNORECASE) is not None
        parts += [text[at : one.start()], _BARE if is_bare else _HERE]
        at = one.end()
    for part in _STOPS.split("".join([*parts, text[at:]])):
        is_here = _HERE in part or _BARE in part
        left = (_OF_PAPERS if is_here else _OF_OTHERS).sub(" ", part)
        if _DENIED.search(left):
            return True
    return False


_HERE, _BARE = "\x00", "\x01"
_STOPS = compile_later(r"[.,;:()\[\]]|\s[-\u2013\u2014]\s")
_DENIED = compile_later(
    r"(?i)\b(?:no|not|none|nobody|never|nor|neither|without|except\w*|unless|excl\w*|closed"
    r"|unavailable|avoid|skip|other than|apart from|away|busy|cannot|[a-z]+n['\u2019]t|dont|cant"
    r"|wont|isnt|arent|(?:is|are) (?:out|off))\b"
    rf"|\b(?:but|bar|save|by|off)(?: (?:the|on|a))? ?{_BARE}|{_BARE} ?off\b"
)
# Denied are papers here, and elsewhere texts, too: no CV needed, no whatsapp.
_PAPERS = (
    r"cvs?|r[e\u00e9]sum[e\u00e9]s?|(?:cover(?:ing)? )?letters?|agenc(?:y|ies)|recruiters?|forms?"
    r"|whats ?app|e-?mails?|voice ?mails?|degrees?|experience|references?|photos?"
)
_SAID_NO = r"(?i)\b(?:no|not|without|never|do not|don['\u2019]?t)"
_OF_PAPERS = compile_later(rf"{_SAID_NO} (?:(?:a|your|send|need) ){{0,2}}(?:{_PAPERS})\b")
_OF_OTHERS = compile_later(
    rf"{_SAID_NO} (?:(?:a|your|send|need) ){{0,2}}(?:{_PAPERS}|texts?|txts?|sms|texting)\b"
)
