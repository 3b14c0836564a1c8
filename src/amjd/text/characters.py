"""Which characters an answer may hold, and how to show foreign text safely."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from amjd.text.patterns import compile_later

# Control characters act on terminals and are illegal in Word files; overrides and zero-width marks
# make a text read as another one; a lone surrogate cannot be written as UTF-8; U+2028 and U+2029
# break lines unseen; tags are invisible letters. U+FFFC and U+FFFD stand for what was lost,
# private-use characters and noncharacters mean nothing to others, soft hyphens are seen by nobody,
# and neither are marks of direction, the fillers of Hangul and the signs of musical notation.
_NONCHARACTERS = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_REFUSED = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffd\ud800-\udfff\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
    f"\ue000-\uf8ff\U000f0000-\U0010ffff\ufdd0-\ufdef{_NONCHARACTERS}]"
)
# Joiners are wanted inside emoji and in scripts that need them, tags in the flags of nations, and
# a sign may be one of two looks, as a digit on a key.
_JOINER = (
    "(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
    "|(?<![^\x00-\x22\x24-\x29\x2b-\x2f\x3a-\x7f])[\ufe00-\ufe0f]"
    "|(?<![^\x00-\x7f])[\U000e0100-\U000e01ef]"
    "|\u115f(?![\u1160-\u11a7])|(?<![\u1100-\u115f\ua960-\ua97c])\u1160"
)
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f"
_PLAIN = bytes([*b"\t\r\n", *range(0x20, 0x7F)])  # what of ASCII any answer may hold
_SPACE = compile_later("[ \t\r\n]+")
_BREAK = compile_later("[\t\r\n]")
# No-break, thin and other wide spaces, hyphens up to the en dash, digits of full width.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LOOK_ALIKES = compile_later(f"[{_SPACES}]|[\u2010-\u2013]|[\uff10-\uff19]")


def fold(text: str) -> str:
    """Trim the text and read each inner run of spaces, tabs and line breaks as one space."""
    return _SPACE.sub(" ", text).strip()


def fold_look_alikes(text: str) -> str:
    """Read spaces, hyphens and digits that only look unlike the typewriter's as those."""
    if text.isascii():
        return text
    return fold(_LOOK_ALIKES.sub(lambda match: _plain(match[0]), text))


# What the oldest terminals have instead of what a typesetter has.
_TYPEWRITTEN = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501", "-"),
    **dict.fromkeys("\u2022\u00b7\u25cf", "*"), "\u25cb": "o", "\u25e6": "o",
    "\u20ac": "EUR", "\u00a3": "GBP", "\u20b9": "INR",
    "\u2026": "...", "\u2190": "<-", "\u2192": "->", "\u2191": "^", "\u2193": "v",
    "\u00bb": ">", "\u00ab": "<", "\u2502": "|", "\u00d7": "x",
}  # fmt: skip


def typewritten(text: str) -> str:
    """Write a text with the characters of ASCII; what is like none of them is a question mark."""
    return "".join(map(_typewritten, text))


def _typewritten(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _TYPEWRITTEN.get(character) or plain or "?"


def _plain(character: str) -> str:
    if "\u2010" <= character <= "\u2013":
        return "-"
    return str(ord(character) - 0xFF10) if character >= "\uff10" else " "


@lru_cache(1024)
def bare(name: str) -> str:
    """Return a name as it is known whatever its case, spaces, hyphens and underscores."""
    return "".join(filter(str.isalnum, name)).lower()


@cache
def _suspect() -> re.Pattern[str]:
    # It takes three milliseconds to compile, and plain text does without it.
    return re.compile(f"{_FLAG}|({_REFUSED}|{_JOINER})")


def refused(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index and the name of each character that no answer may hold."""
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return
    for match in _suspect().finditer(text):
        if match[1]:
            yield match.start(), character_name(match[1])


# What a terminal or an editor shows in some way: control characters, and signs of what was lost.
_SEEN = compile_later("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffd\ue000-\uf8ff]")


def without_invisible(text: str) -> tuple[str, list[str]]:
    """Take out the characters that no answer may hold and nobody sees; name each kind of them.

    A line or paragraph separator becomes a space. What can be seen, such as U+FFFD, stays.
    """
    found = [(index, name) for index, name in refused(text) if not _SEEN.match(text[index])]
    parts, start = list[str](), 0
    for index, _ in found:
        parts += text[start:index], " " if text[index] in "\u2028\u2029" else ""
        start = index + 1
    return "".join([*parts, text[start:]]), list(dict.fromkeys(name for _, name in found))


def character_name(character: str) -> str:
    """Name a character so that it can be found: code point and, where it has one, its name."""
    aliases = {"\x00": "NUL", "\x07": "BEL", "\x1b": "ESC", "\x7f": "DELETE", "\x85": "NEXT LINE"}
    kind = {"Cc": "control character", "Cs": "half of a surrogate pair",
            "Co": "private-use character"}  # fmt: skip
    name = aliases.get(character) or unicodedata.name(character, "")
    name = name or kind.get(unicodedata.category(character), "")
    return f"U+{ord(character):04X} {name}".rstrip()


def printable(text: str) -> str:
    """Show foreign text on a terminal: what no answer may hold stands as its escape.

    So does a carriage return, behind which a line is written over; a line feed ends one.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = _suspect().sub(lambda match: _escape(match[1]) if match[1] else match[0], text)
    return shown.replace("\r", "\\r")


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def on_one_line(text: str) -> str:
    """Show the line breaks and tabs of foreign text as their escapes."""
    return _BREAK.sub(lambda match: repr(match[0])[1:-1], text)


def printable_line(text: str) -> str:
    """Show foreign text on one line of a terminal."""
    return on_one_line(printable(text))


def with_capital(text: str) -> str:
    """Return a text whose first letter is a capital, as where a sentence begins."""
    return f"{text[:1].upper()}{text[1:]}"


def joined(words: Iterable[str], joint: str) -> str:
    """Join one or more words as people do: a; a and b; a, b and c."""
    *others, last = words
    return f" {joint} ".join(filter(None, (", ".join(others), last)))


def quoted(text: str, width: int = 40) -> str:
    """Quote a text in a message, cut where it is long: the message names it, no more."""
    return f'"{printable(text if len(text) <= width else text[: width - 3] + "...")}"'
