"""Changing one answer in the text of an answers file, and leaving every other character alone.

A user's own comments, order and formatting survive, because only the place of the answer is
rewritten: where it stands is known from the marks of the YAML events.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

NOT_SURE = "not sure yet"
SKIPPED = "skipped"

Answer = str | Sequence[str]
Path = tuple[str, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REMARK = re.compile(rf"[ \t]*# ({NOT_SURE}|{SKIPPED})(?=[ \t]*(#|[\r\n]|$))")
# What every YAML reader takes for this very text without quotes.
_PLAIN = re.compile(r"[^\W_](?:[\w .,/%$'()+@&*=!?;\u2013\u2019-]*[\w.)%+!?'])?")


class _Spot(NamedTuple):
    """Where a value stands; `colon` is behind its name's colon, `column` that of its name.

    `in_braces` says that the mapping around it is in braces, `braced` that the value itself is.
    """

    colon: int
    start: int
    end: int
    column: int
    in_braces: bool
    braced: bool


def with_answer(text: str, field: str, answer: Answer, remark: str = "") -> str:
    """Return the text with one answer set; a list gives a list, an empty answer an empty value.

    `remark` (NOT_SURE or SKIPPED) stands as a comment beside an empty value.
    """
    spots = _spots(text)
    path = tuple(field.split("."))
    if path in spots:
        return _replaced(text, spots[path], answer, remark)
    *outer, name = path
    parent = spots.get(tuple(outer))
    if parent is None and outer:
        # The section is new: it is added, empty, and then takes its first answer.
        return with_answer(with_answer(text, outer[0], ""), field, answer, remark)
    if parent is None or (not outer and not parent.braced):
        return _below(text, len(text), name, answer, remark, 0)
    if parent.braced:
        entry = f"{name}:{_inline(answer, in_braces=True)}{_in_braces(remark)}"
        return _into_braces(text, parent.end - 1, entry)
    if parent.in_braces:
        inner = f" {{{name}:{_inline(answer, in_braces=True)}{_in_braces(remark)}}}"
        return text[: parent.colon] + inner + text[parent.end :]
    columns = [spot.column for known, spot in spots.items() if known[:-1] == tuple(outer)]
    column = columns[0] if columns else parent.column + 2
    return _below(text, parent.end, name, answer, remark, column)


def remarks(text: str) -> dict[str, str]:
    """Return the fields whose value is empty with a remark of ours beside it."""
    found = {}
    for path, spot in _spots(text).items():
        if spot.start == spot.end and (match := _REMARK.match(text, spot.end)):
            found[".".join(path)] = match[1]
    return found


def _replaced(text: str, spot: _Spot, answer: Answer, remark: str) -> str:
    gap = text[spot.colon : spot.start]
    comment = f"  {gap.strip()}" if "#" in gap else ""
    match = _REMARK.match(text, spot.end)
    tail = text[match.end() if match else spot.end :]
    before = text[: spot.colon]
    if spot.in_braces:
        return before + _inline(answer, in_braces=True) + _in_braces(remark) + tail
    if not isinstance(answer, str) and re.match(r"[ \t]*([\r\n]|$)", tail):
        return before + comment + _items(answer, spot.column) + tail
    said = f"  # {remark}" if remark else ""
    return before + _inline(answer, in_braces=False) + said + comment + tail


def _below(text: str, at: int, name: str, answer: Answer, remark: str, column: int) -> str:
    """Put a new line below the one on which `at` stands."""
    end_of_line = re.compile(r"[^\r\n]*").match(text, at)
    at = end_of_line.end() if end_of_line else at
    value = _inline(answer, False) if isinstance(answer, str) else _items(answer, column)
    line = f"{' ' * column}{name}:{value}" + (f"  # {remark}" if remark else "")
    before = text[:at]
    if before and not before.endswith(("\n", "\r")):
        before += "\n"
    after = text[at:]
    return before + line + (after if after.startswith(("\n", "\r")) else f"\n{after}")


def _into_braces(text: str, closing: int, entry: str) -> str:
    before = text[:closing].rstrip()
    # After an empty value the space stays: {a:, b: 1} would be a name with a colon in it.
    comma = {"{": "", ",": " ", ":": " , "}.get(before[-1], ", ")
    return f"{before}{comma}{entry}{text[closing:]}"


def _inline(answer: Answer, in_braces: bool) -> str:
    if not isinstance(answer, str):
        return f" [{', '.join(_scalar(item, in_braces=True) for item in answer)}]"
    if not answer:
        return " " if in_braces else ""  # {name:} would be a name with a colon in it
    return f" {_scalar(answer, in_braces)}"


def _in_braces(remark: str) -> str:
    """Put a remark where only a new line can end it."""
    return f" # {remark}\n    " if remark else ""


def _items(items: Sequence[str], column: int) -> str:
    indent = " " * (column + 2)
    return "".join(f"\n{indent}- {_scalar(item, False)}" for item in items)


def _scalar(text: str, in_braces: bool) -> str:
    plain = _PLAIN.fullmatch(text) and not (in_braces and "," in text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _spots(text: str) -> dict[Path, _Spot]:
    """Find each section and each answer; () is the whole."""
    # The file was read before, so this text is known to be shallow and free of aliases.
    root = yaml.compose(text, Loader=_LOADER)
    if not isinstance(root, yaml.MappingNode):
        return {}
    lines = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    spots: dict[Path, _Spot] = {
        (): _Spot(0, 0, _end(root, text, lines), -2, False, bool(root.flow_style))
    }
    for name, value in root.value:
        spots[(name.value,)] = _spot(root, name, value, text, lines)
        if isinstance(value, yaml.MappingNode):
            for inner_name, inner in value.value:
                spots[name.value, inner_name.value] = _spot(value, inner_name, inner, text, lines)
    return spots


def _spot(
    parent: yaml.MappingNode, name: yaml.Node, value: yaml.Node, text: str, lines: list[int]
) -> _Spot:
    colon = text.index(":", _index(name.end_mark, lines)) + 1
    start = _index(value.start_mark, lines)
    return _Spot(
        colon,
        max(colon, start),
        max(colon, _end(value, text, lines)),
        name.start_mark.column,
        bool(parent.flow_style),
        isinstance(value, yaml.MappingNode) and bool(value.flow_style),
    )


def _end(node: yaml.Node, text: str, lines: list[int]) -> int:
    """Find where a value ends; the mark of an unbraced one stands behind the blank lines below."""
    if (
        isinstance(node, (yaml.MappingNode, yaml.SequenceNode))
        and not node.flow_style
        and node.value
    ):
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text, lines)
    start, end = _index(node.start_mark, lines), _index(node.end_mark, lines)
    return start + len(text[start:end].rstrip())


def _index(mark: yaml.Mark, lines: list[int]) -> int:
    return lines[mark.line] + mark.column
