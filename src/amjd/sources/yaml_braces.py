"""Slips in braces and brackets, as JSON has them everywhere: what stands between two texts."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from amjd.text.patterns import LINE_END, compile_later


class Slip(NamedTuple):
    """A slip at a line and column, from 1: what is wrong, and its cure."""

    line: int
    column: int
    message: str
    cure: str


NEVER_CLOSED = "the quotes of a text are never closed", "Close them, or take them away."
NOT_CLOSED = "a bracket is never closed", "Close it, or put a text that holds it in quotes."
_COMMA = "a comma is missing", "Write it."
_COLON = "a colon is missing behind a name", "Write it."

_OPENS = compile_later(r"\s*[\"'{\[]")
_QUOTE = compile_later(r'(?<!\\)(?:\\\\)*"')
_NOT_OPENED = "a bracket is closed that was never opened", "Open it, or take it away."
_TWICE = "a bracket is closed twice", "Take it away."
_NAME = compile_later(r"[{,]\s*(?:\"(?:\\.|[^\"\\])*\"|'[^']*')$")
_TOKEN = compile_later(r"\\.|''|.", re.DOTALL)
_BEFORE_COMMENT = ("", " ", "\t", "[", "{", ",")
_LONGEST = 300  # characters of a name


def is_deeper(text: str, indent: int) -> bool:
    return not text.strip() or len(text) - len(text.lstrip(" \t")) > indent


def closed(raw: Sequence[str], number: int, indent: int, text: str) -> tuple[str | None, int]:
    """Return what stands behind the quotes or brackets of a value, and the line they close on.

    It begins with `text` on line `number` and goes on as long as the lines are deeper than its
    name, which has the indent, or close a bracket.
    """
    quote, depth, first = "", 0, number
    while True:
        end, quote, depth = _scanned(text, quote, depth)
        if end is not None:
            return text[end:], number
        if number >= len(raw):
            return None, first
        text = raw[number]
        if not is_deeper(text, indent) and text.lstrip()[:1] not in ("]", "}"):
            return None, first
        number += 1


def _scanned(text: str, quote: str, depth: int) -> tuple[int | None, str, int]:
    """Read on in quotes and brackets; return where they all close, if they do, and what is open."""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if quote:
            quote = "" if token == quote else quote
        elif token in ("'", '"'):
            quote = token
        elif token == "#" and text[match.start() - 1 : match.start()] in _BEFORE_COMMENT:
            break
        else:
            depth += (token in ("[", "{")) - (token in ("]", "}"))
        if not quote and depth <= 0:
            return match.end(), "", 0
    return None, quote, depth


def odd_quotes(raw: Sequence[str], last: int) -> Slip | None:
    """Find the line of a JSON file on which quotes are open at the end: no text of it has two."""
    for number, text in enumerate(raw[:last], start=1):
        if len(_QUOTE.findall(text)) % 2 and _OPENS.match(text):
            at = len(text) - len(text.lstrip()) + 1
            return Slip(number, at, *NEVER_CLOSED)
    return None


def slip_at(body: str, error: Any) -> Slip:
    """Say what is missing where the parser met neither a comma nor the end of a bracket."""
    mark, opened = error.problem_mark, error.context_mark or error.problem_mark
    at, before = body[mark.index : mark.index + 1], body[: mark.index].rstrip()
    if at in ("", "]", "}", "\0"):
        if at and before.endswith(at):
            return Slip(mark.line + 1, mark.column + 1, *_TWICE)
        if at == "]" and opened.line < mark.line and "}" in error.problem:
            return Slip(mark.line + 1, mark.column + 1, *_NOT_OPENED)
        return Slip(opened.line + 1, opened.column + 1, *NOT_CLOSED)
    lines = LINE_END.split(before)
    line, column = len(lines), len(lines[-1]) + 1
    if "}" in error.problem and _NAME.search(before[-_LONGEST:]):
        return Slip(line, column, *_COLON)
    if before.endswith(('"', "'")) and at not in "\"'{[" and not at.isalnum():
        cure = "Put it into the quotes, or take it away."
        return Slip(mark.line + 1, mark.column + 1, "text stands behind the closing quotes", cure)
    return Slip(line, column, *_COMMA)
