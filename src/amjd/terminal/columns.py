"""Texts measured and wrapped in the columns of a terminal, of which a wide character takes two."""

import re
from collections.abc import Iterator

from wcwidth import wcwidth

# A Japanese or Chinese line begins with none of these, and may end after any other character.
_CLOSING = "、。，．・：；？！）］｝〉》」』】〕”’々ー"


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(max(0, wcwidth(one)) for one in text)


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Wrap a text to so many columns; all lines but the first begin with the indent.

    A word that is too long for a line is broken where the line ends; a tab is a space.
    """
    indent = indent if columns(indent) * 2 <= width else ""
    lines = [""]
    for part in _parts(text.replace("\t", " ")):
        begin = indent if len(lines) > 1 else ""
        if columns(lines[-1] + part.rstrip(" ")) > width and lines[-1] != begin:
            lines.append(indent)
        while columns(lines[-1] + part.rstrip(" ")) > width and len(part) > 1:
            piece = _begin(part, width - columns(lines[-1]))
            lines[-1] += piece
            part = part[len(piece) :]
            lines.append(indent)
        lines[-1] += part
    return [line.rstrip(" ") for line in lines]


def _parts(text: str) -> Iterator[str]:
    """Cut a text where a line may end: behind spaces, hyphens and wide characters."""
    for word in re.findall(r"[^ ]+ *| +", text):
        if word.isascii():
            yield word
            continue
        start = 0
        for at in range(1, len(word)):
            is_wide = wcwidth(word[at - 1]) == 2 or wcwidth(word[at]) == 2
            if is_wide and word[at] not in _CLOSING and word[at] != " " and wcwidth(word[at]) > 0:
                yield word[start:at]
                start = at
        yield word[start:]


def _begin(word: str, width: int) -> str:
    """Return the beginning of a word: at most so many columns, and at least one character."""
    end = 1
    while end < len(word) and columns(word[: end + 1]) <= max(1, width):
        end += 1
    return word[:end]


def cut(text: str, width: int) -> str:
    """Cut a text to so many columns, with an ellipsis where something is missing."""
    if columns(text) <= width:
        return text
    return _begin(text, width - 1) + "…" if width > 1 else "…"[:width]
