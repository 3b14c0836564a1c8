"""A count among other words, which are no figure for a file: `sixty or so`, `60 odd shops`."""

import re
from typing import NamedTuple

from amjd.answers.currencies import SIGNS
from amjd.text.patterns import compile_later

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
          "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: at for at, word in enumerate((*_ONES, *_TEENS), start=1)},
    **{word: 10 * at for at, word in enumerate(_TENS, start=2)},
    "": 0, "a": 1, "couple": 2, "a couple": 2,
}  # fmt: skip
_ONE, _UP, _BY_TEN = "|".join(_ONES), "|".join(_TEENS), "|".join(_TENS)
_BELOW = rf"(?:(?P<tens>{_BY_TEN})(?:[ -](?P<ones>{_ONE}))?|(?P<teens>{_UP}))"
_TIMES = rf"\d{{1,2}}|a couple|couple|{_ONE}|{_UP}|{_BY_TEN}|a"
_MANY = rf"(?P<times>{_TIMES})(?: of)? (?P<of>thousand|hundred|dozen)\b"
_SPELT = compile_later(
    rf"(?i)\b(?:(?:{_MANY}(?:(?: and)? (?:{_BELOW}|(?P<rest>\d\d?)))?"
    rf"|{_BELOW.replace('?P<', '?P<only_')})\b"
    r"|half(?: of)? (?:(?:the|our|my|all) )?(?P<whole>\d+|a dozen)\b)"
)
_SIZES = {"thousand": 1000, "hundred": 100, "dozen": 12}


def in_digits(text: str) -> str:
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


# Neither money nor a share, a year, or 24/7.
_COUNT = compile_later(
    rf"(?i)(?<![\d.,/{SIGNS}])(?<!\bsince )(?<!\byear )(\d{{1,3}}(?:,\d{{3}})+|\d+)"
    r"(?: ?(-|to|or) ?(\d+))?(?!\d|[.,/]\d| ?(?:-|to|or) ?\d| ?%| ?(?:m|bn|percent|per cent|pct)\b)"
)
_SHARE = compile_later(r"(?i)\d ?(?:%|(?:percent|per cent|pct)\b)")
_THOUSANDS = compile_later(rf"(?i)(?<![\d.,{SIGNS}])(\d{{1,3}}(?:\.\d)?) ?k\b")
_ABOUT = compile_later(
    r"(?i)\b(?:about|around|some|maybe|roughly|nearly|almost|give|approx\w*|close to"
    r"|at (?:least|most)|(?:more|less|fewer) than|upwards of)\b|~"
    r"|\b(?:like|over|under|past|up to) (?=\d)"
)
_ABOUT_BEHIND = compile_later(
    r"(?i)^(?:\+|[ -]?(?:ish|odd|or so|or more|plus|something|give or take"
    r"(?: (?:a )?(?:few|couple|\d+|one or two))?)\b)"
)


def counted(typed: str) -> Counted | None:
    """Take the first count of a line: `maybe 70, and the 2 school districts` is about 70.

    There is none behind a share of it, such as `20% of 300`.
    """
    typed = _THOUSANDS.sub(lambda found: f"{float(found[1]) * 1000:.0f}", in_digits(typed))
    found = _COUNT.search(typed)
    if not found or _SHARE.search(typed[: found.start()]):
        return None
    low, joint, high = found.groups()
    behind = typed[found.end() :]
    is_about = _ABOUT.search(typed) or _ABOUT_BEHIND.match(behind)
    answer = f"{low} to {high}" if joint else f"about {low}" if is_about else low
    return Counted(answer, _ABOUT_BEHIND.sub("", behind).strip("?!"))
