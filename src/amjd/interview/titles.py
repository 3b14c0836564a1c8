"""Titles as people search for them: short words written out, from `data/titles.tsv`."""

import re
from functools import cache

from amjd import resources
from amjd.text.patterns import compile_later

# The hours before noon, and what else is no account manager.
_HOURS = compile_later(
    r"(?i)\bam (?:shifts?|hours|crew|team)\b|\bam ?[-/] ?pm\b|\d ?am\b|\b(?:i|jr\.?,) am\b"
)


def title_in_full(text: str) -> str:
    """Write the short words of a title out: `AM, Renewals` is Account Manager, Renewals."""
    return text if _HOURS.search(text) else _pattern().sub(_word, text)


def _word(found: re.Match[str]) -> str:
    short = found[0]
    # In small letters these are other words: I am, a ram. Where all is small, they may be titles.
    is_word = short.lower() in ("am", "ram", "nam", "tam") and short != short.upper()
    is_all_small = found.string == found.string.lower()
    word = _table()[short.lower()]
    if word.lower() in found.string.lower() or (is_word and not is_all_small):
        return short  # Account Manager (AM)
    is_large = found.start() == 0 or short != short.lower()
    is_alone = not re.search("[a-z]", _pattern().sub("", found.string))
    return word if is_large or is_alone else word.lower()


@cache
def _table() -> dict[str, str]:
    """Read the table; an OSError names it."""
    return dict(resources.table("titles"))


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_table(), key=len, reverse=True)))
    return re.compile(rf"(?i)(?<![\w&.@'\u2019-])(?:{words})(?![\w&@'\u2019-])")
