"""One text of an answers file: what was typed for it, and what a comment may have cut off."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

import yaml

from amjd.answers.typed_lists import opening
from amjd.sources.remarks import BESIDE
from amjd.sources.yaml_source import Source
from amjd.text.patterns import LINE_END, compile_later

NULLS = frozenset({"null", "Null", "NULL", "~"})
"""What YAML, JSON and the programs that write them mean as nothing."""

# What is not plainly a comment behind a text: with one space before #, or none behind it, there or
# on the line below.
_MAY_BE_CUT = compile_later(r" #|[ \t]+#[^\s#]|[ \t]*(?:\r\n|\r|\n)[ \t]*#[^\s#]")
# Another escape than that of a line break, or line breaks.
_BREAKS = compile_later(r"(?P<escape>\\[^\r\n])|(?P<joined>\\)?[\r\n][ \t\r\n]*")
_BULLETS = ("- ", "* ", "\u2022 ")
_INDENTED = compile_later(r"^[ \t]", re.M)
_BEHIND = compile_later(r"([ \t]+)#(.?)")
_TO_LINE_END = compile_later(r"[^\r\n]*")
_BELOW = compile_later(r"[ \t]*(?:\r\n|\r|\n)([ \t]*)(#[^\s#][^\r\n]*)")


def typed(event: Any, source: Source) -> str:
    """Return the text that was typed; without quotes, YAML's own words for nothing are none.

    YAML joins the lines of most texts. Where two of them begin with a bullet or a number they are
    kept as lines, because a list was typed; and a blank line stays one.
    """
    value: str = event.value
    if event.implicit[0] and value in NULLS:
        return ""
    # Most texts are a word or a line; to ask for their marks takes longer than to look for a space.
    may_be_folded = (" " in value or "\n" in value) and event.style != "|"
    if may_be_folded and event.start_mark.line != event.end_mark.line:
        value = _unfolded(value, event, source.body)
    return unescaped(value, event, source) if source.has_escapes else value


def unescaped(value: str, event: Any, source: Source) -> str:
    """Return a text as it was typed, if its escapes mean nothing."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.style == '"' or "\\U" not in value:
        return value
    if event.style in ("|", ">"):
        start += len(_to_line_end(source.body, start))
    return source.unescaped(value, start, end)


def _unfolded(value: str, event: Any, body: str) -> str:
    """Return what was typed where YAML reads `value`: it may have folded several lines."""
    style, text = event.style, body[event.start_mark.index : event.end_mark.index]
    if style == '"':
        return _reread(text)
    lines = text.splitlines()
    if style == ">":
        lines = _without_comments(lines[1:], value.rstrip())
    if _is_list(lines):
        joined = "\n".join(lines)
        return joined[1:-1].replace("''", "'") if style == "'" else joined
    if style == ">" and _INDENTED.search(value):
        return "\n".join(lines)  # YAML folds no line that is deeper than the first
    # Of a blank line one line break is left.
    inner = value.rstrip("\n")
    return inner.replace("\n", "\n\n") + value[len(inner) :]


def _is_list(lines: Sequence[str]) -> bool:
    """Whether two lines have a bullet or a number, or one of the sure signs below the first."""
    if any(line.lstrip()[:2] in _BULLETS for line in lines[1:]):
        return True
    found = (line for line in lines if opening(line.strip(" \t'\"")))
    return len(list(islice(found, 2))) > 1


def _without_comments(lines: list[str], value: str) -> list[str]:
    """Take the lines away that stand below those of a value; its mark stands behind them."""
    while lines and not (lines[-1].strip() and value.endswith(lines[-1].strip())):
        lines.pop()
    return lines


def _reread(text: str) -> str:
    """Read a text in double quotes with its line breaks written as escapes, as far as they count.

    A single one is folded unless it parts a list; one behind a backslash is none.
    """
    is_list = _is_list(text.splitlines())

    def counting(match: re.Match[str]) -> str:
        breaks = len(LINE_END.findall(match[0]))
        if breaks == 1 and (match["joined"] or not is_list):
            return "" if match["joined"] else " "
        return match["escape"] or "\\n" * breaks

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return str(yaml.load(_BREAKS.sub(counting, text), loader))


class Comment(NamedTuple):
    """A comment that may have been a part of the answer; it is certain if no space follows #."""

    text: str
    is_certain: bool


def cut(body: str, event: Any, column: int | None) -> Comment | None:
    """Find the comment behind a text without quotes, unless it is plain that it is one.

    Comments are set apart by a space behind # and several before it. `column` is that of the name
    or dash, None in braces: what stands deeper below it goes on with the text.
    """
    end: int = event.end_mark.index
    if not _MAY_BE_CUT.match(body, end):
        return None
    if behind := _BEHIND.match(body, end):
        first = behind[2]
        if not first.isspace() and first not in ("", "#"):
            return Comment(_to_line_end(body, behind.start(2) - 1), True)
        is_plain = behind[1] != " " or BESIDE.match(body, end)
        return None if is_plain else Comment(_to_line_end(body, behind.start(2) - 1), False)
    if column is None or not event.value:
        return None
    below = _BELOW.match(body, end)
    return Comment(below[2], True) if below and len(below[1]) > column else None


def _to_line_end(body: str, start: int) -> str:
    match = _TO_LINE_END.match(body, start)
    return match[0] if match else ""
