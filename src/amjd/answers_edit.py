"""Changing one answer in the text of an answers file, and leaving every other character alone.

A user's own comments, order and formatting survive, because only the place of the answer is
rewritten: where it stands is known from the marks of the YAML events. New lines end as those that
are there do: with a line feed, a carriage return, or both.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import yaml

NOT_SURE = "not sure yet"
SKIPPED = "skipped"

Answer = str | Sequence[str]
Path = tuple[str, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REMARK = re.compile(rf"[ \t]*# ({NOT_SURE}|{SKIPPED})(?=[ \t]*(#|[\r\n]|$))")
# What ^ and $ mean, where a line may end in a carriage return alone.
_OPENS, _ENDS = r"(?<![^\r\n])", r"(?![^\r\n])"
_FAR = rf"{_OPENS}# ({NOT_SURE}|{SKIPPED}): {{field}}{_ENDS}"
_LINE_END = re.compile(r"\r\n|\r|\n")
# What every YAML reader takes for this very text without quotes.
_PLAIN = re.compile(r"[^\W_](?:[\w .,/%$'()+@&*=!?;\u2013\u2019-]*[\w.)%+!?'])?")


class _Spot(NamedTuple):
    """Where a value stands; `colon` is behind its name's colon, `column` that of the name.

    `in_braces` says that the mapping around it is in braces, `braced` that the value itself is;
    `comments` are those between the parts of the value.
    """

    colon: int
    start: int
    end: int
    column: int
    in_braces: bool
    braced: bool
    comments: tuple[str, ...]


def with_answer(text: str, field: str, answer: Answer, remark: str = "") -> str:
    """Return the text with one answer set; a list gives a list, an empty answer an empty value.

    `remark` (NOT_SURE or SKIPPED) stands as a comment beside an empty value; where braces leave
    no place beside it, at the end of the file.
    """
    text = re.sub(rf"{_FAR.format(field=re.escape(field))}(\r\n|\r|\n)?", "", text)
    spots = _spots(text)
    path = tuple(field.split("."))
    if path in spots:
        text, placed = _replaced(text, spots[path], answer, remark)
    else:
        text, placed = _added(text, spots, path, answer, remark)
    if remark and not placed:
        end = _line_end(text)
        text += ("" if text.endswith(("\n", "\r")) else end) + f"# {remark}: {field}{end}"
    return text


def remarks(text: str) -> dict[str, str]:
    """Return the fields whose value is empty with a remark of ours for them."""
    far = re.findall(_FAR.format(field="([a-z_.]+)"), text)
    found = {field: remark for remark, field in far}
    for path, spot in _spots(text).items():
        field = ".".join(path)
        if spot.start < spot.end:
            found.pop(field, None)
        elif match := _REMARK.match(text, spot.end):
            found[field] = match[1]
    return found


def _added(
    text: str, spots: dict[Path, _Spot], path: Path, answer: Answer, remark: str
) -> tuple[str, bool]:
    """Add an answer, and its section if that is new; say whether the remark found a place."""
    *outer, name = path
    parent = spots.get(tuple(outer))
    if parent is None and outer:
        text, _ = _added(text, spots, (outer[0],), "", "")
        return _added(text, _spots(text), path, answer, remark)
    children = [spot.column for known, spot in spots.items() if known and known[:-1] == (*outer,)]
    entry = f"{name}:{_inline(answer, in_braces=True)}"
    if parent and parent.braced:
        ends = [spot.end for known, spot in spots.items() if known and known[:-1] == (*outer,)]
        at = max(ends, default=parent.start + 1)
        # After an empty value the space stays: {a:, b: 1} would be a name with a colon in it.
        comma = {"{": "", ":": " , "}.get(text[at - 1], ", ")
        return f"{text[:at]}{comma}{entry}{text[at:]}", False
    is_empty_value = parent and outer and not children and parent.start < parent.end
    if parent and (parent.in_braces or is_empty_value):
        return f"{text[: parent.colon]} {{{entry}}}{text[parent.end :]}", False
    if not outer:
        ends_early = parent and re.search(rf"{_OPENS}\.\.\.", text[parent.end :])
        at = parent.end if parent and ends_early else len(text)
        return _below(text, at, name, answer, remark, 0), True
    end, column = (parent.end, parent.column + 2) if parent else (len(text), 2)
    return _below(text, end, name, answer, remark, children[0] if children else column), True


def _replaced(text: str, spot: _Spot, answer: Answer, remark: str) -> tuple[str, bool]:
    gap = text[spot.colon : spot.start]
    comment = f"  {gap.strip()}" if "#" in gap else ""
    match = _REMARK.match(text, spot.end)
    before, tail = text[: spot.colon], text[match.end() if match else spot.end :]
    if spot.in_braces:
        tail = tail if answer else tail.lstrip(" ")
        return before + _inline(answer, in_braces=True) + tail, False
    rest = re.match(r"[ \t]*(#[^\r\n]*)?(?=[\r\n]|$)", tail)
    comments = list(spot.comments)
    if rest and rest[1] and _LINE_END.search(text, spot.colon, spot.end):
        # The comment stood beside the last of several lines, which are about to go.
        comments.append(rest[1])
        tail = tail[rest.end() :]
    end = _line_end(text)
    inner = "".join(f"{end}{' ' * (spot.column + 2)}{line}" for line in comments)
    if not isinstance(answer, str) and re.match(r"[ \t]*([\r\n]|$)", tail):
        return before + comment + _items(answer, spot.column, end) + inner + tail, True
    said = f"  # {remark}" if remark else ""
    line = re.match(r"[^\r\n]*", tail)
    at = line.end() if line else 0
    value = _inline(answer, in_braces=False) + said + comment
    return before + value + tail[:at] + inner + tail[at:], True


def _below(text: str, at: int, name: str, answer: Answer, remark: str, column: int) -> str:
    """Put a new line below the one on which `at` stands."""
    end_of_line = re.compile(r"[^\r\n]*").match(text, at)
    at, end = end_of_line.end() if end_of_line else at, _line_end(text)
    value = _inline(answer, False) if isinstance(answer, str) else _items(answer, column, end)
    line = f"{' ' * column}{name}:{value}" + (f"  # {remark}" if remark else "")
    before = text[:at]
    if before and not before.endswith(("\n", "\r")):
        before += end
    after = text[at:]
    return before + line + (after if after.startswith(("\n", "\r")) else end + after)


def _line_end(text: str) -> str:
    """Return what most lines of a text end with, and of several the first."""
    return next((end for end, _ in Counter(_LINE_END.findall(text)).most_common(1)), "\n")


def _inline(answer: Answer, in_braces: bool) -> str:
    if not isinstance(answer, str):
        return f" [{', '.join(_scalar(item, in_braces=True) for item in answer)}]"
    if not answer:
        return " " if in_braces else ""  # {name:} would be a name with a colon in it
    return f" {_scalar(answer, in_braces)}"


def _items(items: Sequence[str], column: int, end: str) -> str:
    indent = " " * (column + 2)
    return "".join(f"{end}{indent}- {_scalar(item, False)}" for item in items)


def _scalar(text: str, in_braces: bool) -> str:
    plain = _PLAIN.fullmatch(text) and not (in_braces and "," in text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _spots(text: str) -> dict[Path, _Spot]:
    """Find each section and each answer; () is the whole."""
    # The file was read before, so this text is known to be shallow and free of aliases.
    root = yaml.compose(text, Loader=_LOADER)
    if not isinstance(root, yaml.MappingNode):
        return {}
    lines = [0, *(match.end() for match in _LINE_END.finditer(text))]
    start, braced = _index(root.start_mark, lines), bool(root.flow_style)
    spots: dict[Path, _Spot] = {(): _Spot(0, start, _end(root, text, lines), -2, False, braced, ())}
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
    leaves = list(_leaves(value, text, lines))
    gaps = [text[before:after] for (_, before), (after, _) in pairwise(leaves)]
    return _Spot(
        colon,
        max(colon, _index(value.start_mark, lines)),
        max(colon, _end(value, text, lines)),
        name.start_mark.column,
        bool(parent.flow_style),
        isinstance(value, yaml.MappingNode) and bool(value.flow_style),
        tuple(line for gap in gaps for line in re.findall(r"(?<=\s)#[^\r\n]*", gap)),
    )


def _leaves(node: yaml.Node, text: str, lines: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each text in a value."""
    if isinstance(node, yaml.ScalarNode):
        yield _index(node.start_mark, lines), _end(node, text, lines)
    else:
        for part in node.value:
            for inner in part if isinstance(part, tuple) else (part,):
                yield from _leaves(inner, text, lines)


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
