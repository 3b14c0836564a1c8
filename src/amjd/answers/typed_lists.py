"""Lists that were typed as one text: a line an item, with bullets, or with numbers."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from amjd.answers.going_on import rejoined
from amjd.text.characters import fold, quoted
from amjd.text.errors import Reading
from amjd.text.patterns import LINE_END, compile_later

# Hyphens and dashes, the minus sign, asterisk, dots, circles and squares.
_SIGN = "[-\u2010-\u2015\u2212*\u00b7\u2022\u2023\u25e6\u25aa\u25cf\u25cb\u25a0]"
_SPACE = "[ \t\r\n\u00a0\u2007\u2009\u202f]"
# A letter may follow a sign at once, but for emphasis as in *this*.
_BULLET = compile_later(
    rf"(?P<number>\d{{1,2}})[.)](?:{_SPACE}+|$)|(?P<sign>{_SIGN})(?:(?P<space>{_SPACE}+)|$)"
    rf"|(?P<tight>(?!\*[^*]*\*){_SIGN})(?=[^\W\d_])|(?P<letter>o){_SPACE}+(?=\S)"
)


class Items(NamedTuple):
    """What a text holds as a list, and what there is to tell of how it was read."""

    texts: list[Any]
    told: list[str]


_ARROW = compile_later(r" ?(?:\u2192|\u2794|\u279c|[-=]+>) ?| > (?=[^\W\d_])")
_SLASH = compile_later(" / ")
_SEMICOLON = compile_later("; ?")
_COMMA = compile_later(r", (?![^()]*\))")
_SENTENCES = compile_later(r"[a-z)][.!?] [A-Z]")
_CLAUSE = compile_later(
    r"(?:that|which|who|whose|where|when|but|so|if|we|and (?:we|they|is|are))\b"
)
_MANY_WORDS = 8  # of one item, on average, that is no sentence


def several(text: str) -> list[str]:
    """List the items that one text seems to hold, parted by arrows, semicolons, slashes or commas.

    Nobody parts them for certain: a comma may stand within an item.
    """
    for sign, fewest in ((_ARROW, 2), (_SEMICOLON, 2), (_SLASH, 3), (_COMMA, 3)):
        parts = [*rejoined(part.strip() for part in sign.split(text) if part.strip())]
        is_sentence = sign is _COMMA and (
            text[-1] == "." or _SENTENCES.search(text) or any(map(_CLAUSE.match, parts))
        )
        if len(parts) < fewest or is_sentence:
            continue
        words = sum(len(part.split()) for part in parts)
        return parts if words <= _MANY_WORDS * len(parts) else []
    return []


def in_yaml(items: Sequence[str]) -> str:
    """Write items as a list of a YAML file, in quotes where they need them."""
    return f"[{', '.join(map(_quoted, items))}]"


def _quoted(item: str) -> str:
    is_plain = item[0].isalnum() and not _SPECIAL.search(item) and not _YAML_WORD.fullmatch(item)
    return item if is_plain else "'" + item.replace("'", "''") + "'"


_SPECIAL = compile_later(r"[,\[\]{}\"]|: |:$| #")
_YAML_WORD = compile_later(r"(?i)yes|no|true|false|on|off|null|[\d.,:_+-]+")


def lines(text: str) -> list[str]:
    """Split a text into its lines, without those that are blank."""
    return [line for line in map(str.strip, LINE_END.split(text)) if line]


def count(text: str) -> int:
    """Count the lines of a text that are not blank."""
    if "\n" in text or "\r" in text:
        return len(lines(text))
    return 1 if text.strip() else 0


def opening(text: str) -> str:
    """Return the bullet or the number that a text opens with, or nothing."""
    first = text[:1]
    if first.isalpha() and (first != "o" or text[1:2].isalpha()):
        return ""
    if first.isdigit() and not any(end in text[1:3] for end in ".)"):
        return ""
    match = _BULLET.match(text)
    return match[0].strip() if match else ""


def items(text: str) -> Items:
    """Split a text into the items of a list; a text that is one plain item stays as it is."""
    if "\n" not in text and "\r" not in text and not opening(text.strip()):
        return Items([text], [])
    parts = [part for line in _joined(lines(text)) for part in _at_bullets(line)]
    if len(parts) < 2 and not any(map(opening, parts)):
        return Items([text], [])
    texts = [part[match.end() :] if (match := _BULLET.match(part)) else part for part in parts]
    told = []
    if len(parts) > 1:
        told.append(f"{quoted(fold(text))} is read as {len(list(filter(None, texts)))} items")
    empty = dict.fromkeys(part for part, left in zip(parts, texts, strict=True) if not left)
    told += [f"{quoted(part)} is left out: nothing stands behind it" for part in empty]
    if len(parts) == 1 and texts[0] not in ("", parts[0]):
        told.append(f"{quoted(fold(text))} is read without its {quoted(opening(parts[0]))}")
    return Items(texts, told)


def _joined(found: list[str]) -> list[str]:
    """Put a line that has no bullet behind the one before, where the first line has one."""
    if not found or not opening(found[0]):
        return found
    joined: list[list[str]] = []
    for line in found:
        if opening(line):
            joined.append([line])
        else:
            joined[-1].append(line)
    return [" ".join(parts) for parts in joined]


def _at_bullets(line: str) -> list[str]:
    """Split a line at the sign that it opens with, or at the numbers that follow its own.

    YAML folds the lines of a text without quotes into one.
    """
    match = _BULLET.match(line)
    if not match or (match["sign"] and not match["space"]):
        return [line]
    if match["number"]:
        return _at_numbers(line, int(match["number"]))
    sign = re.escape(match["sign"] or match["tight"] or match["letter"])
    behind = r"(?=[^\W\d_])" if match["tight"] else rf"(?={_SPACE}|$)"
    return [part.rstrip() for part in re.split(rf"{_SPACE}(?={sign}{behind})", line)]


def _at_numbers(line: str, number: int) -> list[str]:
    parts = []
    while match := re.search(rf"{_SPACE}(?={number + 1}[.)](?:{_SPACE}|$))", line):
        parts.append(line[: match.start()].rstrip())
        line, number = line[match.end() :], number + 1
    return [*parts, line]


# Lists that a posting prints an item a line.
_ON_LINES = (
    "company.more", "role.duties", "role.required", "role.preferred", "pay.benefits", "apply.steps",
)  # fmt: skip
# Others, which stand in a sentence.
_IN_SENTENCES = ("metrics", "tools.others")


def in_one_text(tree: Mapping[str, Any]) -> dict[str, list[str]]:
    """Part the lists that were typed as one text, which is one line, though it seems several."""
    found = {}
    for field in (*_ON_LINES, *_IN_SENTENCES):
        typed = _typed(tree, field)
        if not isinstance(typed, str) or len(typed) > _LONGEST or len(items(typed).texts) > 1:
            continue
        if parts := several(fold(typed)):
            found[field] = parts
    return found


def one_line(tree: Mapping[str, Any]) -> list[Reading]:
    """Tell of the lists that were typed as one text, and how to write them."""
    found = []
    for field, parts in in_one_text(tree).items():
        told = "line. For a line each" if field in _ON_LINES else "item. For several"
        typed = quoted(_typed(tree, field))
        found.append(Reading(field, f"{typed} is one {told} write {in_yaml(parts)}"))
    return found


_LONGEST = 300  # characters of a text that a cure repeats in items


def _typed(tree: Mapping[str, Any], field: str) -> Any:
    """Return what was typed for a field; None where there is none, or its section is none."""
    value: Any = tree
    for step in field.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
