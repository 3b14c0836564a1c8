"""One text of an answers file: what was typed for it, and what a comment may have cut off."""

import re
from typing import Any, NamedTuple

from amjd.sources.remarks import BESIDE
from amjd.sources.yaml_look_alikes import as_pairs
from amjd.sources.yaml_source import Source

NULLS = frozenset({"null", "Null", "NULL", "~"})
"""What YAML, JSON and the programs that write them mean as nothing."""

_AS_THEY_ARE = frozenset({"'", '"', "|"})
# Bullets and numbers, as people type a list.
_BULLET = re.compile(r"[ \t]*(?:[-*\u2013\u2022\u00b7][ \t]*|\d{1,3}[.)][ \t]+)\S")
_HASH = re.compile(r"[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)?#")
_INDENTED = re.compile(r"^[ \t]", re.M)
_BEHIND = re.compile(r"([ \t]+)#(.?)")
_TO_LINE_END = re.compile(r"[^\r\n]*")
_BELOW = re.compile(r"[ \t]*(?:\r\n|\r|\n)([ \t]*)(#[^\s#][^\r\n]*)")


def typed(event: Any, source: Source) -> str:
    """Return the text that was typed; without quotes, YAML's own words for nothing are none.

    YAML joins the lines of most texts. Where two of them begin with a bullet or a number they are
    kept as lines, because a list was typed.
    """
    value: str = event.value
    if source.has_pairs and event.style != '"':
        value = as_pairs(value)
    if event.implicit[0] and value in NULLS:
        return ""
    if event.style in _AS_THEY_ARE or " " not in value:
        return value
    if event.start_mark.line == event.end_mark.line:
        return value
    lines = source.body[event.start_mark.index : event.end_mark.index].splitlines()
    if event.style == ">":
        lines = lines[1:]
    bullets = [line for line in lines if _BULLET.match(line)]
    if len(bullets) > 1:
        return "\n".join(lines)
    # YAML leaves one line break of a blank line where it folds; an indent keeps its lines.
    is_folded = event.style == ">" and not _INDENTED.search(value)
    inner = value.rstrip("\n")
    return inner.replace("\n", "\n\n") + value[len(inner) :] if is_folded else value


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
    if not _HASH.match(body, end):
        return None
    if behind := _BEHIND.match(body, end):
        first = behind[2]
        if not first.isspace() and first not in ("", "#"):
            return Comment(_comment(body, behind.start(2) - 1), True)
        is_plain = behind[1] != " " or BESIDE.match(body, end)
        return None if is_plain else Comment(_comment(body, behind.start(2) - 1), False)
    if column is None or not event.value:
        return None
    below = _BELOW.match(body, end)
    return Comment(below[2], True) if below and len(below[1]) > column else None


def _comment(body: str, start: int) -> str:
    match = _TO_LINE_END.match(body, start)
    return match[0] if match else ""
