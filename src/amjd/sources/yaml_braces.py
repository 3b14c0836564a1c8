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
_BEFORE_QUOTE = ("", "[", "{", ",", ":", "'", '"')
_LONGEST = 300  # characters of a name


def is_deeper(text: str, indent: int) -> bool:
    return not text.strip() or len(text) - len(text.lstrip(" \t")) > indent


class Closed(NamedTuple):
    """What stands behind the quotes or brackets of a value, and the line they close on, from 1.

    `rest` is None if they never close; `quote` is then where quotes in them stand that are still
    open, if there are some: a line, from 1, and a column, from 0.
    """

    rest: str | None
    number: int
    quote: tuple[int, int] | None = None


def closed(raw: Sequence[str], number: int, indent: int, at: int) -> Closed:
    """Find where a value closes that begins at `at`, from 0, on line `number`.

    It goes on as long as the lines are deeper than its name, which has the indent, or close a
    bracket.
    """
    first, open_ = number, _Open()
    while True:
        end, open_ = _scanned(raw[number - 1], number, at, open_)
        if end is not None:
            return Closed(raw[number - 1][end:], number)
        text = raw[number] if number < len(raw) else None
        if text is None or not (is_deeper(text, indent) or text.lstrip()[:1] in ("]", "}")):
            return Closed(None, first, open_.place if open_.quote else None)
        number, at = number + 1, 0


class _Open(NamedTuple):
    """What is open: quotes, which stand at a place, and so many brackets; `last` is what is read.

    In brackets quotes open behind a sign of theirs alone: that of "Dana's" is one of a text.
    """

    quote: str = ""
    place: tuple[int, int] = 0, 0
    depth: int = 0
    last: str = ""


def _scanned(text: str, number: int, at: int, open_: _Open) -> tuple[int | None, _Open]:
    """Read on in quotes and brackets; return where they all close, if they do, and what is open."""
    quote, place, depth, last = open_
    for match in _TOKEN.finditer(text, at):
        token = match[0]
        if quote:
            quote = "" if token == quote else quote
        elif token in ("'", '"') and last in _BEFORE_QUOTE:
            quote, place = token, (number, match.start())
        elif token == "#" and text[match.start() - 1 : match.start()] in _BEFORE_COMMENT:
            break
        else:
            depth += (token in ("[", "{")) - (token in ("]", "}"))
        last = token if token.strip() else last
        if not quote and depth <= 0:
            return match.end(), _Open()
    return None, _Open(quote, place, depth, last)


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
