"""Shapes: JSON Schemas of what a YAML reader makes of an answer, part by part."""

from collections.abc import Iterable
from typing import Any

from amjd.answers.kinds import MAX_ITEMS, MAX_TEXT

# Spaces, hyphens and digits, with those that look like them.
SPACE = r"[ \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
HYPHEN = r"[-\u2010-\u2013]"
DIGIT = r"[0-9\uff10-\uff19]"
LETTER = r"[^\x00-@\[-`{-\x7f]"
"""A letter, or a character outside ASCII."""
_NO_LETTER = "[^A-Za-z\u212a]"
_NO_ITEM = "^(?:[0-9]{1,2}[.)]|[^A-Za-z0-9\u212a])*$"  # bullets with nothing behind them
_GAP = rf"(?:{SPACE}|{HYPHEN})*"
# The Kelvin sign is a small k too.
_CASES = {letter: f"[{letter.upper()}{letter}]" for letter in "abcdefghijlmnopqrstuvwxyz"}
_CASES |= {"k": "[Kk\u212a]", " ": _GAP, "-": _GAP}


def text_schema(pattern: str = "") -> dict[str, Any]:
    """Describe a text: of a pattern, or one that a YAML reader may take for a number or yes."""
    if not pattern:
        return {"type": ["string", "number", "boolean"], "maxLength": MAX_TEXT}
    return {"type": "string", "pattern": f"^{SPACE}*(?:{pattern}){SPACE}*$"}


def words_schema(*words: str) -> dict[str, Any]:
    """Describe a text that is one of some words: in either case, their spaces and hyphens free."""
    return text_schema("|".join(map(any_case, words)))


def any_case(word: str) -> str:
    """Write a word as a pattern: letters in either case, its spaces and hyphens free."""
    return "".join(_CASES.get(letter, letter) for letter in word)


def any_of(*words: str) -> str:
    """Write a pattern for one of some words, in letters of either case."""
    return f"(?:{'|'.join(map(any_case, words))})"


def number_schema(pattern: str, **bounds: float) -> dict[str, Any]:
    """Describe a number that is a text of this pattern, or a number within bounds."""
    return {"anyOf": [text_schema(pattern), {"type": "number", **bounds}]}


def whole_schema(pattern: str, **bounds: float) -> dict[str, Any]:
    """Describe a whole number that is a text of this pattern, or a number within bounds."""
    return {"anyOf": [text_schema(pattern), {"type": "integer", **bounds}]}


NONE_SCHEMA = {"const": False}
"""What a YAML reader makes of a no where nothing of an amount is said so."""

EMPTY_SCHEMA = {"anyOf": [{"type": "null"}, text_schema(f"{SPACE}*")]}
"""What an item of a list looks like that holds nothing."""


def list_schema(most: int = 0) -> dict[str, Any]:
    """Describe a list of texts, of which `most` may not be empty; a text may stand for it.

    That may be as long as all its items, which its lines are.
    """
    item = {"type": ["string", "number", "boolean", "null"]}
    items: dict[str, Any] = {"type": "array", "maxItems": MAX_ITEMS, "items": item}
    if most:
        items |= {"contains": {"not": EMPTY_SCHEMA}, "maxContains": most}
    return {"anyOf": [{"type": ["string", "number", "boolean"]}, items]}


def closed_schema(pattern: str, *others: str) -> dict[str, Any]:
    """Describe a list of texts of a pattern, or one text of it; `others` are types of an item."""
    item = {"type": "string", "pattern": f"{pattern}|{_NO_ITEM}"}
    more = [{"type": list(others)}] if others else []
    items = {
        "type": "array",
        "maxItems": MAX_ITEMS,
        "items": {"anyOf": [item, *more, EMPTY_SCHEMA]},
    }
    return {"anyOf": [item, *more, items]}


def several_of(words: Iterable[str]) -> str:
    """Write a pattern for a text of one or more of some words, whatever marks part them.

    Marks within a word do not count, and a line may open with an o for its bullet.
    """
    apart = f"{_NO_LETTER}*(?:[Oo]{SPACE}+{_NO_LETTER}*)?"
    letters = (filter(str.isalnum, word) for word in words)
    each = (f"{_NO_LETTER}*".join(map(any_case, word)) for word in letters)
    return f"^(?:{apart}(?:{'|'.join(each)}))+{_NO_LETTER}*$"
