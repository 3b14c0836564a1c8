"""Whether a text can hold what a pattern finds, told by the words that all it finds would hold.

Most of the patterns of a review find nothing in a posting. To compile one takes a thousand times as
long as to see that none of its words stands there, and to look for it a hundred times.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from amjd.text.patterns import compile_later, given

_WORD = compile_later(r"\w+")
_FEWEST, _MOST = 3, 40  # letters of a word that says something; words that are soon looked for


def spaced(text: str) -> str:
    """Return the words of a text in small letters, with one space around each."""
    return f" {' '.join(_WORD.findall(text))} "


def may_find(pattern: re.Pattern[str], words: str) -> bool:
    """Whether a pattern can find anything in a text in small letters of these words, `spaced`."""
    needed = _needed(*given(pattern))
    return not needed or any(one in words for one in needed)


@lru_cache(1024)
def _needed(pattern: str, flags: int) -> tuple[str, ...]:
    """Return words, `spaced`, one of which stands in whatever a pattern finds; none if unknown."""
    tokens = [(one.lastgroup or "", one[0]) for one in _TOKEN.finditer(pattern)]
    if flags & (re.IGNORECASE | re.VERBOSE) or any(kind == "unknown" for kind, _ in tokens):
        return ()
    return _of_one(_ways(iter(tokens)), False, False)


_TOKEN = compile_later(
    r"(?P<unknown>\(\?(?:[#(]|P=|[a-zA-Z]))|(?P<look>\(\?<?[=!])"
    r"|(?P<open>\((?:\?(?:P<\w+>|-[a-z]+:|:|>))?)|(?P<close>\))|(?P<or>\|)|(?P<edge>\\b)"
    r"|(?P<any>[.^$]|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|[a-zA-Z]))"
    r"|(?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<plain>[^\\\[(){|*+?.^$]+(?![*+?{])|\\?.)",
    re.DOTALL,
)


class _Part(NamedTuple):
    """A part of a pattern: `plain` text, an `edge` of a word, a `group` of ways, or `any` other."""

    kind: str
    text: str = ""
    ways: "tuple[tuple[_Part, ...], ...]" = ()
    is_repeated: bool = False


def _ways(tokens: Iterator[tuple[str, str]]) -> tuple[tuple[_Part, ...], ...]:
    """Read the ways that bars part, up to the end of their group."""
    ways: list[list[_Part]] = [[]]
    for kind, text in tokens:
        parts = ways[-1]
        if kind == "close":
            break
        if kind == "or":
            ways.append([])
        elif kind == "repeat":
            may_lack = text[0] in "*?" or text[:2] in ("{0", "{,")
            parts[-1] = _Part("any") if may_lack else parts[-1]._replace(is_repeated=True)
        elif kind in ("open", "look"):
            inside = _ways(tokens)
            parts.append(_Part("group", "", inside) if kind == "open" else _Part("any"))
        else:
            parts.append(_Part(kind, " " if kind == "edge" else text.removeprefix("\\")))
    return tuple(map(tuple, ways))


def _of_one(ways: tuple[tuple[_Part, ...], ...], begins: bool, ends: bool) -> tuple[str, ...]:
    """Return words one of which stands where any of these is; `begins`: a word begins there."""
    words = [_of_all(parts, begins, ends) for parts in ways]
    needed = tuple(dict.fromkeys(word for some in words for word in some))
    return needed if all(words) and len(needed) <= _MOST else ()


def _of_all(parts: tuple[_Part, ...], begins: bool, ends: bool) -> tuple[str, ...]:
    """Return the words that say most of those that stand where all of these do."""
    edge = _Part("edge", " ")
    choices: list[tuple[str, ...]] = []
    runs = [" " if begins else ""]
    for part, behind in pairwise([*parts, edge if ends else _Part("any")]):
        if part.kind == "group":
            apart = not part.is_repeated
            ends_there = behind.kind in ("plain", "edge") and _is_apart(behind.text[:1])
            begins_there = _is_apart(runs[-1][-1:])
            choices.append(_of_one(part.ways, apart and begins_there, apart and ends_there))
        if part.kind in ("plain", "edge"):
            runs[-1] += part.text
        if part.kind in ("group", "any") or part.is_repeated:
            runs.append("")
    if ends:
        runs[-1] += " "
    choices += [(_of_run(run),) for run in runs]
    telling = [some for some in choices if some and min(map(len, some)) >= _FEWEST]
    return min(telling, key=_how_common, default=())


def _is_apart(sign: str) -> bool:
    return bool(sign) and not _WORD.match(sign)


def _of_run(run: str) -> str:
    words = " ".join(_WORD.findall(run))
    before, after = " " * _is_apart(run[:1]), " " * _is_apart(run[-1:])
    return f"{before}{words}{after}" if words else ""


def _how_common(words: tuple[str, ...]) -> float:
    return sum(8.0 ** -len(word) for word in words)
