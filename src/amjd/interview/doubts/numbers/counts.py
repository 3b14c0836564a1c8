"""A count among other words, which are no figure for a file: `sixty or so`, `60 odd shops`."""

import re
from typing import NamedTuple

from amjd.answers.pay.currencies import SIGNS
from amjd.text.numerals import SMALL_NUMBERS, TEENS, TENS, VALUES
from amjd.text.patterns import compile_later

_VALUES = {**VALUES, "": 0, "a": 1, "couple": 2, "a couple": 2}
_ONE, _UP = "|".join(SMALL_NUMBERS[1:10]), "|".join((*SMALL_NUMBERS[10:], *TEENS))
_BY_TEN = "|".join(TENS)
_BELOW = rf"(?:(?P<tens>{_BY_TEN})(?:[ -](?P<ones>{_ONE}))?|(?P<teens>{_UP}))"
_TIMES = rf"\d{{1,2}}|a couple|couple|{_ONE}|{_UP}|{_BY_TEN}|a"
_MANY = rf"(?P<times>{_TIMES})(?: of)? (?P<of>thousand|hundred|dozen)\b"
_SPELT = compile_later(
    rf"(?i)\b(?:(?:{_MANY}(?:(?: and)? (?:{_BELOW}|(?P<rest>\d\d?)))?"
    rf"|{_BELOW.replace('?P<', '?P<only_')})\b"
    r"|half(?: of)? (?:(?:the|our|my|all) )?(?P<whole>\d+|a dozen)\b)"
)
_SIZES = {"thousand": 1000, "hundred": 100, "dozen": 12}


def counts_in_digits(text: str) -> str:
    """Write the numbers from ten on that stand in words in digits, and half of another."""
    return _SPELT.sub(_in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    if whole := found["whole"]:
        return str(int(whole) // 2 if whole.isdigit() else _SIZES["dozen"] // 2)
    size = _SIZES.get((found["of"] or "").lower(), 0)
    below = [found[f"{only}{part}"] for only in ("", "only_") for part in ("tens", "ones", "teens")]
    value = _value(found["times"] or "a") * size + sum(map(_value, below)) + _value(found["rest"])
    return f"about {value}" if "couple" in (found["times"] or "").lower() else str(value)


def _value(word: str | None) -> int:
    return int(word) if word and word.isdigit() else _VALUES[(word or "").lower()]


class Counted(NamedTuple):
    """The first count of a line, as an answer has it, and what stands behind it."""

    answer: str
    behind: str


_FIGURE = r"(?P<low>\d{1,3}(?:,\d{3})+|\d+)(?: ?(?P<joint>-|to|or) ?(?P<high>\d+))?"
# Neither money nor a share, a year, or 24/7.
_COUNT = compile_later(
    rf"(?i)(?<![\d.,/{SIGNS}])(?<!\bsince )(?<!\byear ){_FIGURE}"
    r"(?!\d|[.,/]\d| ?(?:-|to|or) ?\d| ?%| ?(?:m|bn|percent|per cent|pct)\b)"
)
_SHARE = compile_later(r"(?i)\d ?(?:%|(?:percent|per cent|pct)\b)")
_THOUSANDS = compile_later(rf"(?i)(?<![\d.,{SIGNS}])(\d{{1,3}}(?:\.\d)?) ?k\b")
_ABOUT = compile_later(
    r"(?i)\b(?:c(?:a|irca)?\.? ?(?=\d)|about|around|some|maybe|roughly|nearly|almost|give"
    r"|approx\w*|close to"
    r"|at (?:least|most)|(?:more|less|fewer) than|upwards of)\b|~"
    r"|\b(?:like|over|under|past|up to) (?=\d)"
)
_ABOUT_BEHIND = compile_later(
    r"(?i)^(?:\+|[ -]?(?:ish|odd|or so|or more|plus|something|give or take"
    r"(?: (?:a )?(?:few|couple|\d+|one or two))?)\b)"
)


# Somebody thought better of the first: `75, say 60`. What goes on behind it, as in `so 5 a day`,
# counts other things.
_LATER = compile_later(
    r"(?i)[\s,;:(.-]{0,3}(?:\b(?:but|and|or|well)\s+)?"
    r"(?:\b(?:(?P<about>say|let'?s say|call (?:it|that)|more like|make (?:it|that))"
    r"|(?P<like>like|probably|really)|so|which is|that'?s)|=)\s*"
    rf"(?P<more>(?:about|around|roughly|like|maybe|some|say|~)\s*){{0,3}}{_FIGURE}"
    r"(?P<odd>\+|[ -]?(?:ish|odd|or so|or more|plus)\b)?"
    r"(?(about)(?![\d%/]| ?(?:%|(?:an?|per|each|every|percent|hours?|days?|weeks?|months?|years?"
    r"|visits?|calls?|stops?|times?|people|reps?|techs?|states?|towns?)\b))"
    r"|(?=$|\s*[,;.)!?]| (?:accounts?|clients?|customers?|of (?:them|those|these)|for"
    r"|in(?! all| total)|to start|i|now|are|mine)\b))"
)
_PART = compile_later(
    r"(?i)\b(?P<part>(?:most|some|part|many|a few|few|several|(?:the )?(?:majority|bulk|rest)"
    r"|(?:an?|one|two|three)[- ](?:third|quarter|fifth)s?|lots"
    r"|a (?:chunk|lot|bunch|share|portion|handful)) of)"
    r"(?: (?:my|our|the|all|these|those|about)){0,3} (?=\d)"
)


def counted(typed: str) -> Counted | None:
    """Take the count of a line: `maybe 70, and the 2 school districts` is about 70.

    It is the first, unless a later one is put in its place. Of a part it is the whole; there is
    none behind a share of it, such as `20% of 300`.
    """
    typed = _THOUSANDS.sub(lambda found: f"{float(found[1]) * 1000:.0f}", counts_in_digits(typed))
    part = _PART.search(typed)
    found = _COUNT.search(typed)
    if part and found and found.start() >= part.start():
        found = _COUNT.search(typed, part.end())  # not the 1 of "1 third of"
    if not found or _SHARE.search(typed[: found.start()]):
        return None
    behind = typed[found.end() :]
    if later := _LATER.search(behind):
        is_about = bool(later["about"] or later["like"] or later["more"] or later["odd"])
        behind = f"{behind[: later.start()]} {behind[later.end() :]}".rstrip()
        return Counted(_answer(later, is_about), _rest(behind))
    return Counted(_answer(found, _is_about(typed[: found.end()], behind)), _rest(behind))


def _is_about(before: str, behind: str) -> bool:
    """Whether a count is told as about so many, by the words on either side of it."""
    return bool(_ABOUT.search(before) or _ABOUT_BEHIND.match(behind))


def _answer(found: re.Match[str], is_about: bool) -> str:
    if found["joint"]:
        return f"{found['low']} to {found['high']}"
    return f"about {found['low']}" if is_about else found["low"]


def _rest(behind: str) -> str:
    return _ABOUT_BEHIND.sub("", behind).strip("?!")


_START = (
    r"(?:to (?:start|begin)|at (?:first|the start|the beginning|the moment)|initially|for now"
    r"|right now|now|today|from day one|for starters)\b"
)
_END = r"(?:later|eventually|in time|afterwards|in the end|by|once|when|after)\b"
_CLIENTS = r"(?:accounts?|clients?|customers?|of (?:them|those|these))"
_AT_A_TIME = compile_later(
    rf"(?i)(?<![\d.,])(?P<at>\d{{1,5}})(?: {_CLIENTS})? (?:{_START}|{_END})"
    r"|\b(?:grow(?:s|ing)?|ris(?:es?|ing)|go(?:es|ing)?|build(?:s|ing)?|later|then|eventually)"
    r" (?:up )?(?:to )?(?:about |around |maybe )?(?P<to>\d{1,5})(?![\d.,]\d|\d)"
)
_OF_CLIENTS = compile_later(
    rf"(?i)\s*(?:$|[,;.()\u2013\u2014-]|(?:{_CLIENTS}|{_START}|{_END}|in (?:all|total)|total"
    r"|all told|altogether|but|and|so|growing|rising|going|then)(?!\w))"
)
_OF_ELSE = compile_later(
    r"(?i)\s?-?(?:hours?|days?|weeks?|months?|years?|people|reps?|techs?|staff|sites?|users?|towns?"
    r"|states?|visits?|calls?|times?)\b"
)


def at_two_times(typed: str) -> tuple[str, str] | None:
    """Return two counts of one line of which one is for a time: `28, 25 to start`."""
    text = counts_in_digits(typed)
    timed = next(_AT_A_TIME.finditer(text), None)
    if timed is None:
        return None
    at = timed.start("at") if timed["at"] else timed.start("to")
    every = [one for one in _COUNT.finditer(text) if not _OF_ELSE.match(text, one.end())]
    # Of 28 solicitors the kind may stand behind the first alone.
    counts = [one for one in every if one is every[0] or _OF_CLIENTS.match(text, one.end())]
    starts = [0, *(one.end() for one in counts)]
    told = [
        (one.start(), _answer(one, _is_about(text[start : one.start()], text[one.end() :])))
        for start, one in zip(starts, counts, strict=False)
    ]
    other = next((one for one in told if one[0] != at), None)
    one = next((one for one in told if one[0] == at), (at, timed["at"] or timed["to"]))
    first, last = sorted((one, other)) if other else (one, one)
    return (first[1], last[1]) if first[1] != last[1] else None


def part_of(typed: str) -> str:
    """Return the words for a part of a count, `most of` 75; nothing where its own is told."""
    found, is_told = _part(typed)
    return found["part"] if found and not is_told else ""


def whole_of(typed: str) -> str:
    """Return the words for a whole of which the count tells a part: `two thirds of about 25`."""
    found, is_told = _part(typed)
    whole = _COUNT.match(found.string, found.end()) if found and is_told else None
    return f"{found[0]}{whole[0]}" if found and whole else ""


def _part(typed: str) -> tuple[re.Match[str] | None, bool]:
    """Find a part of a count, and whether its own count is told: before it, or behind the whole."""
    text = counts_in_digits(typed)
    found = _PART.search(text)
    is_before = found and _COUNT.search(text[: found.start()])
    is_told = bool(found and (is_before or _LATER.search(text, found.end())))
    return found, is_told


def with_loss(typed: str) -> str:
    """Write the one that was lost as a count, `last year we lost one`; nobody never lost one."""
    return typed if _NEVER.search(typed) else _LOST_ONE.sub(r"\g<1>1", typed)


_LOST_ONE = compile_later(r"(?i)(\blost (?:only |just |about )?)one\b(?! of)")
_NEVER = compile_later(r"(?i)\b(?:never|not|no|hardly|rarely|seldom|ever|if)\b|n['\u2019]t\b")
