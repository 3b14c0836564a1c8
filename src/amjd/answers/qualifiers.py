"""Words beside a figure that change what it says: its unit, its scale, its bounds."""

import re

from amjd.answers.periods import PERIOD_NAMES

_QUALIFIERS = frozenset((
    "above", "below", "less", "max", "maximum", "min", "minimum", "more", "most", "over", "under",
    "up", *PERIOD_NAMES, *(f"{name}s" for name in PERIOD_NAMES), "biweekly", "fortnightly", "mrr",
    "pcm", "hundred", "thousand", "thou", "grand", "tsd", "mil", "mill", "mio", "mln", "million",
    "millions", "bio", "bln", "billion", "lakh", "lakhs", "lac", "lacs", "lpa", "crore", "crores",
    "dozen", "dozens", "score", "pair", "pairs", "times", "half", "percent", "pct", "per", "each",
    "every", "ote", "target", "minus", "without", "not",
    "rata", "prorata", "fte",
))  # fmt: skip
_HARMLESS = frozenset(("a", "an", "at", "in", "of", "on", "or", "to", "we", "us", "is", "as"))


def changes_value(words: str) -> bool:
    """Whether words say something of a figure, which would be another without them.

    A word of one or two letters is an abbreviation, such as `ph`, until it is known as none.
    """
    found = set(re.findall(r"[a-z]+", words.lower().replace(".", "")))
    short = {word for word in found if len(word) < 3} - _HARMLESS
    return bool(re.search(r"[0-9%]", words) or short or _QUALIFIERS & found)
