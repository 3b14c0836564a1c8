"""Words beside a figure that change what it says: its unit, its scale, its bounds."""

import re

from amjd.answers.numbers.scales import SCALES
from amjd.answers.pay.periods import FOREIGN, PERIOD_NAMES
from amjd.text.patterns import compile_later

# A letter alone may be another word: p.m.
_SCALES = (scale for scale in SCALES if len(scale) > 1)
_QUALIFIERS = frozenset((
    "above", "below", "less", "max", "maximum", "min", "minimum", "more", "most", "over", "under",
    "up", *PERIOD_NAMES, *(f"{name}s" for name in PERIOD_NAMES), "biweekly", "fortnightly", "mrr",
    "pcm", *_SCALES, "hundred", "thou", "grand", "tsd", "mil", "mill", "millions", "bio", "bln",
    "billion", "lpa", "dozen", "dozens", "score", "pair", "pairs", "times", "twice", "thrice",
    "double", "triple", "half", "percent", "pct", "per", "each",
    "every", "ote", "target", "minus", "without", "not", "non", "never", "nor", "neither",
    "except", "unless", "hardly", "almost", "nearly", "barely", "part", "partly", "partially",
    "semi", "quasi", "least", "fewer", "third", "thirds", "fourth", "fourths", "fifth", "fifths",
    "sixth", "sixths", "eighth", "eighths", "tenth", "tenths", "unpaid", "unconfirmed", "unlikely",
    "rata", "prorata", "fte", "ann", *FOREIGN,
))  # fmt: skip
_HARMLESS = frozenset(("a", "an", "at", "in", "of", "on", "or", "to", "we", "us", "is", "as"))


def changes_value(words: str) -> bool:
    """Whether words say something of a figure, which would be another without them.

    A word of one or two letters is an abbreviation, such as `ph`, until it is known as none.
    """
    found = set(re.findall(r"[^\W\d_]+", words.lower().replace(".", "")))
    short = {word for word in found if len(word) < 3} - _HARMLESS
    return bool(re.search(r"[0-9%]", words) or short or _QUALIFIERS & found)


def bounds_value(words: str) -> bool:
    """Whether words beside a figure have another figure, or one that says how it counts."""
    found = set(re.findall(r"[a-z]+", words.lower()))
    return bool(re.search(r"[0-9%+~<>]", words)) or not found.isdisjoint(_QUALIFIERS | _INEXACT)


UNCAPPED = r"(?:un-?capped|no cap|not capped|without (?:an? )?cap)"
"""A pattern of the words that an amount has nothing above which it ends."""
GOAL = (
    r"(?:targets?|quota|plan|goals?"
    r"|100(?: ?%| percent)(?: (?:of )?(?:the |your )?(?:quota|targets?|plan|goals?|attainment))?)"
)
"""A pattern of what is to be reached for an amount that is paid then."""
AT_TARGET = (
    r"(?:(?:(?:at|on|for|upon)[ -]|@ ?)(?:hitting |reaching |making )?(?:(?:the|your|full) )*"
    rf"{GOAL}"
    r"|(?:if|when|once) (?:you|they) (?:hit|reach|make|get to) (?:(?:the|your|full) )*"
    rf"{GOAL})(?![\w%])"
)
"""A pattern of the words that an amount is the one for reaching that."""
_INEXACT = frozenset(("about", "around", "roughly", "circa", "approximately", "least", "ph"))


def stands_inside(word: str, whole: str) -> bool:
    """Whether a word says something of one end of a range, as in `95k rising to 105k`."""
    return word.lower() not in _OF_PAY and not whole.startswith(word) and not whole.endswith(word)


_OF_PAY = ("base", "basic", "salary", "pay")


def is_past(words: str) -> bool:
    """Whether words tell of what was, or usually is: that promises nothing of what will be."""
    return bool(_PAST.search(words))


_PAST = compile_later(
    r"\b(?:last|past|previous|recent) (?:\w+ )?(?:years?|months?|quarters?|time)\b"
    r"|\bpaid\b.*\bin (?:19|20)\d\d\b"
    r"|\b(?:was|were|has been|have been|had|averag(?:e|ed|ing)|usual(?:ly)?|typical(?:ly)?|normally"
    r"|historically|recently|so far|to date|until now|at the moment|at present|currently|today"
    r"|paid out)\b|\bthe last \w+\b",
    re.IGNORECASE,
)
