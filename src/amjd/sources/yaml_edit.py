"""Changing one answer in the text of an answers file, and leaving every other character alone.

A user's own comments, order and formatting survive, because only the place of the answer is
rewritten, and that the sheet knows. New lines end as those that are there do: with a line feed, a
carriage return, or both.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amjd.sources.remarks import BESIDE, far_remark, without_far_remark
from amjd.sources.sheet import Answer, Sheet, Span
from amjd.sources.yaml_file import parse
from amjd.sources.yaml_scalars import NULLS
from amjd.text.patterns import LINE_END, compile_later

# The marks before and behind a document.
_OPENS = compile_later(r"\ufeff?(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n))*+---")
_ENDS = compile_later(r"(?<![^\r\n])(?:\.\.\.|---)")
# What every YAML reader takes for this very text without quotes.
_PLAIN = compile_later(r"[^\W_](?:[\w .,/%$'()+@&*=!?;\u2013\u2019-]*[\w.)%+!?'])?")


def with_answer(sheet: Sheet, field: str, answer: Answer, remark: str = "") -> Sheet:
    """Return the sheet with one answer set; a list gives a list, an empty answer an empty value.

    `remark` (OPEN or SKIPPED) stands as a comment beside an empty value; where braces leave no
    place beside it, at the end of the file.

    Raises:
        InvalidAnswersError: the new text cannot be read again.
    """
    if sheet.tree and not sheet.spans:
        raise ValueError("only a sheet that stands in a text can be changed")
    text, placed = _text_with(sheet, tuple(field.split(".")), answer, remark)
    text = without_far_remark(text, field)
    if remark and not placed:
        end = _line_end(text)
        text += ("" if text.endswith(("\n", "\r")) else end) + far_remark(remark, field) + end
    return parse(text.encode(), sheet.name)


def _text_with(
    sheet: Sheet, steps: tuple[str, ...], answer: Answer, remark: str
) -> tuple[str, bool]:
    """Return the text with one answer set, and whether a remark has its place beside it."""
    *outer, name = steps
    span, parent = sheet.spans.get(steps), sheet.spans.get(tuple(outer))
    if span and span.in_braces:
        return _replaced_in_braces(sheet.text, span, answer), False
    if span:
        return _replaced(sheet, span, answer, remark), True
    if parent is None and outer:
        return _added_with_section(sheet, outer[0], name, answer, remark)
    pair = f"{name}:{_inline(answer, in_braces=True)}"
    if parent and parent.braced:
        return _added_in_braces(sheet, tuple(outer), pair), False
    entry = _entry(sheet.text, name, answer, remark, _column(sheet, tuple(outer)))
    if parent is None or not outer:
        return _added_below_all(sheet, entry), True
    is_text = parent.start < parent.end and not _inside(sheet, tuple(outer))
    if parent.in_braces or is_text:
        before, after = _up_to_colon(sheet.text, parent), sheet.text[parent.end :]
        return f"{before} {{{pair}}}{after}", False
    return _below(sheet.text, parent.end, entry), True


def _column(sheet: Sheet, outer: tuple[str, ...]) -> int:
    """Return the column of the names in a section; at () of the sections, which may be indented."""
    section = sheet.spans.get(outer)
    if section and _inside(sheet, outer):
        # The name itself may stand behind a question mark.
        return len(LINE_END.split(sheet.text[: section.start].removeprefix("\ufeff"))[-1])
    return section.column + 2 if section else 0


def _replaced(sheet: Sheet, span: Span, answer: Answer, remark: str) -> str:
    text = sheet.text
    gap = text[span.colon : span.start]
    comment = f"  {gap.strip()}" if "#" in gap else ""
    before, tail = _up_to_colon(text, span), text[_behind(text, span) :]
    rest = re.match(r"[ \t]*(#[^\r\n]*)?(?=[\r\n]|$)", tail)
    comments = list(_comments(sheet, span))
    if rest and rest[1] and LINE_END.search(text, span.colon, span.end):
        # The comment stood beside the last of several lines, which are about to go.
        comments.append(rest[1])
        tail = tail[rest.end() :]
    end = _line_end(text)
    inner = "".join(f"{end}{' ' * (span.column + 2)}{line}" for line in comments)
    if not isinstance(answer, str) and re.match(r"[ \t]*([\r\n]|$)", tail):
        return before + comment + _items(answer, span.column, end) + inner + tail
    said = f"  # {remark}" if remark else ""
    line = re.match(r"[^\r\n]*", tail)
    at = line.end() if line else 0
    value = _inline(answer, in_braces=False) + said + comment
    return before + value + tail[:at] + inner + tail[at:]


def _replaced_in_braces(text: str, span: Span, answer: Answer) -> str:
    gap = text[span.colon : span.start]
    before, tail = _up_to_colon(text, span), text[_behind(text, span) :]
    value = _inline(answer, in_braces=True)
    if "#" in gap:
        value = gap + value.lstrip(" ")
    return before + value + (tail if answer else tail.lstrip(" "))


def _up_to_colon(text: str, span: Span) -> str:
    before = text[: span.colon]
    return before if before.endswith(":") else f"{before}:"


def _behind(text: str, span: Span) -> int:
    """Return where a value ends, with the remark of ours behind it."""
    remark = BESIDE.match(text, span.end)
    return remark.end() if remark else span.end


def _comments(sheet: Sheet, span: Span) -> Iterator[str]:
    """Yield the comments between the parts of a value."""
    for (_, before), (after, _) in pairwise(span.scalars):
        yield from re.findall(r"(?<=\s)#[^\r\n]*", sheet.text[before:after])


def _inside(sheet: Sheet, outer: tuple[str, ...]) -> list[Span]:
    return [span for steps, span in sheet.spans.items() if steps and steps[:-1] == outer]


def _added_in_braces(sheet: Sheet, outer: tuple[str, ...], pair: str) -> str:
    text, braces = sheet.text, sheet.spans[outer]
    at = max((span.end for span in _inside(sheet, outer)), default=braces.start + 1)
    # After an empty value the space stays: {a:, b: 1} would be a name with a colon in it.
    comma = {"{": "", ":": " , "}.get(text[at - 1], ", ")
    return f"{text[:at]}{comma}{pair}{text[at:]}"


def _added_with_section(
    sheet: Sheet, section: str, name: str, answer: Answer, remark: str
) -> tuple[str, bool]:
    whole = sheet.spans.get(())
    if whole and whole.braced:
        pair = f"{name}:{_inline(answer, in_braces=True)}"
        return _added_in_braces(sheet, (), f"{section}: {{{pair}}}"), False
    column = _column(sheet, ())
    entry = _entry(sheet.text, name, answer, remark, column + 2)
    lines = f"{' ' * column}{section}:{_line_end(sheet.text)}{entry}"
    return _added_below_all(sheet, lines), True


def _added_below_all(sheet: Sheet, entry: str) -> str:
    text, whole = sheet.text, sheet.spans.get(())
    opened = None if whole else _OPENS.match(text)
    end = whole.end if whole else opened.end() if opened else 0
    return _below(text, end if _ENDS.search(text, end) else len(text), entry)


def _below(text: str, at: int, entry: str) -> str:
    """Put new lines below the one on which `at` stands."""
    end_of_line = re.compile(r"[^\r\n]*").match(text, at)
    at, end = end_of_line.end() if end_of_line else at, _line_end(text)
    before, after = text[:at], text[at:]
    if before and not before.endswith(("\n", "\r")):
        before += end
    return before + entry + (after if after.startswith(("\n", "\r")) else end + after)


def _entry(text: str, name: str, answer: Answer, remark: str, column: int) -> str:
    end = _line_end(text)
    value = _inline(answer, False) if isinstance(answer, str) else _items(answer, column, end)
    return f"{' ' * column}{name}:{value}" + (f"  # {remark}" if remark else "")


def _line_end(text: str) -> str:
    """Return what most lines of a text end with, and of several the first."""
    return next((end for end, _ in Counter(LINE_END.findall(text)).most_common(1)), "\n")


def _inline(answer: Answer, in_braces: bool) -> str:
    if not isinstance(answer, str):
        return f" [{', '.join(scalar(item, in_braces=True) for item in answer)}]"
    if not answer:
        return " " if in_braces else ""  # {name:} would be a name with a colon in it
    return f" {scalar(answer, in_braces)}"


def _items(items: Sequence[str], column: int, end: str) -> str:
    indent = " " * (column + 2)
    return "".join(f"{end}{indent}- {scalar(item)}" for item in items)


def scalar(text: str, in_braces: bool = False) -> str:
    """Write a text so that YAML reads that very text: as it is, or quoted."""
    plain = _PLAIN.fullmatch(text) and text not in NULLS and not (in_braces and "," in text)
    return text if plain else json.dumps(text, ensure_ascii=False)
