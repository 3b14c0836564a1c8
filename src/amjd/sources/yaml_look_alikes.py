"""Signs that look like those of YAML and are none, where YAML would need the others.

Spaces from web pages, colons of full width, the fences of a chat and the escapes of JSON: each is
found with what to show the parser in its place.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from amjd.text.characters import bare, character_name
from amjd.text.patterns import compile_later

# Those of a width of their own: no answer may hold those of none.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
_WIDE = compile_later(f"[{_SPACES}]")
MOST = 1_000
"""How many places are looked at: a file that has more is not read on."""

_COLONS = "\uff1a\ufe55\ua789\u2236"
_ANY = compile_later(f"[{_SPACES}{_COLONS}]")
_LINE = compile_later(r"[^\r\n]*")
_INDENT = compile_later(f"[ \\t{_SPACES}]*")
_DASH = compile_later(f"(?:-[ \\t]+)*-([{_SPACES}]+[ \\t]*)")
# What stands before a name in braces, a name where one may stand, what stands before its colon,
# the colon, and what stands behind it.
_NAME = compile_later(
    f"(?:^[ \\t]*(?:-[ \\t]+)*|[{{,]([ \\t{_SPACES}]*))[\"']?"
    f"([a-zA-Z][a-zA-Z_{_SPACES} -]{{1,40}}?)[\"']?"
    f"([ \\t{_SPACES}]*)([:{_COLONS}])([ \\t{_SPACES}]*)"
)
_BLOCK = compile_later(r"(?:^|[ \t:-])[|>][+-]?[1-9]?[+-]?[ \t]*(?:#.*)?$")
_FENCE = compile_later(r"(?<![^\r\n])([ \t]*)(?:```+|~~~+)([^`\r\n]*)(?![^\r\n])")
_LANGUAGE = compile_later(r"[ \t]*[\w.+-]*[ \t]*")
_ESCAPE = compile_later(
    r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?:u|U0000)(?P<half>[dD][89a-fA-F][0-9a-fA-F]{2})|[^\r\n])"
)
_SURROGATE = compile_later(r"\\(?:u|U0000)[dD][89a-fA-F]")
_HALF = "\\U0010"  # of no character that a text may hold


class Change(NamedTuple):
    """A part of the text in whose place the parser is shown another one."""

    start: int
    end: int
    text: str


class Kind(NamedTuple):
    """What is wrong at several places alike: said of a line, its cure, and the changes."""

    message: str
    cure: str
    changes: list[Change]


def in_order(changes: list[Change]) -> list[Change]:
    """Sort changes, without those that begin in another one."""
    kept: list[Change] = []
    for change in sorted(changes):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def escapes(text: str) -> Iterator[Change]:
    """Yield the characters that JSON writes with two escapes, where YAML needs one, and halves.

    Half of a pair is no character; the parser is shown another one, which `half` knows again.
    """
    if "\\" not in text or not _SURROGATE.search(text):
        return
    for match in _ESCAPE.finditer(text):
        if match["high"]:
            pair = bytes.fromhex(match["high"] + match["low"]).decode("utf-16-be")
            yield Change(*match.span(), f"\\U{ord(pair):08x}")
        elif match["half"]:
            yield Change(*match.span(), f"{_HALF}{match['half'].lower()}")


def half(change: Change) -> str:
    """Return the half of a pair that a change stands for, or nothing."""
    return chr(int(change.text[-4:], 16)) if change.text.startswith(_HALF) else ""


def fences(text: str) -> list[Kind]:
    """Find the lines that fence an answers file in a chat or a README."""
    # One sign is found much faster than three.
    if ("`" not in text or "```" not in text) and ("~" not in text or "~~~" not in text):
        return []
    # One that is indented is a part of a text, unless the first line of all is one like it.
    first = len(text) - len(text.lstrip("\r\n"))
    opened = _FENCE.match(text, first)
    indent = opened[1] if opened else ""
    found = [
        Change(match.end(1), match.end(), "")
        for match in _FENCE.finditer(text)
        if match[1] == indent and (match.start() == first or _LANGUAGE.fullmatch(match[2]))
    ]
    return [Kind("is a code fence", f"Leave out the {text[one.start:one.start + 3]} lines.", [one])
            for one in found[:1]] + [Kind("", "", found[1:])]  # fmt: skip


def look_alikes(text: str) -> list[Kind]:
    """Find spaces and colons that only look like those that YAML knows."""
    kinds: dict[tuple[str, str], list[Change]] = {}
    if not text.isascii() and _ANY.search(text):
        for where, cure, change in islice(_in_lines(text), MOST):
            name = character_name(text[change.start])
            kinds.setdefault((f"has {name} {where}", cure), []).append(change)
    return [Kind(*said, changes) for said, changes in kinds.items()]


def _in_lines(text: str) -> Iterator[tuple[str, str, Change]]:
    block: int | None = None
    indent = 0
    known: dict[str, str] = {}
    for match in _LINE.finditer(text):
        start, line = match.start(), match[0]
        inner = len(_matched(_INDENT, line))
        if not line:
            continue
        if block is not None and (inner > block or inner == len(line)):
            # The first line of a block text says how far it is indented; what follows is text.
            spaces = len(line) - len(line.lstrip(" "))
            indent = indent or spaces
            if spaces <= block or spaces < indent:
                yield from _indent(start, line[:inner])
            continue
        block, indent = (inner if _BLOCK.search(line) else None), 0
        if _ANY.search(line):
            yield from _indent(start, line[:inner])
            yield from _behind_dash(start + inner, line[inner:])
            known = known or _known()
            yield from _in_names(start, line, known)


def _matched(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.match(line)
    return match[0] if match else ""


def _indent(start: int, spaces: str) -> Iterator[tuple[str, str, Change]]:
    if odd := _ANY.search(spaces):
        at = start + odd.start()
        new = _ANY.sub("", _WIDE.sub(" ", spaces[odd.start() :]))
        yield "in its indent", "Type spaces.", Change(at, start + len(spaces), new)


def _behind_dash(start: int, line: str) -> Iterator[tuple[str, str, Change]]:
    if match := _DASH.match(line):
        change = Change(start + match.start(1), start + match.end(1), " ")
        yield "behind its dash", "Type a space.", change


def _in_names(start: int, line: str, known: dict[str, str]) -> Iterator[tuple[str, str, Change]]:
    for match in _NAME.finditer(line):
        name = known.get(bare(match[2]))
        if name is None:
            continue
        if odd := _ANY.search(match[1] or ""):
            change = Change(start + match.start(1) + odd.start(), start + match.end(1), " ")
            yield "before a name", "Type a space.", change
        if odd := _ANY.search(match[2]):
            change = Change(start + match.start(2) + odd.start(), start + match.end(2), "")
            shown = match[2][: odd.start()]
            new = name[len(shown) :] if name.startswith(shown) else name
            yield "in a name", f"Write {name}.", change._replace(text=new)
        if _ANY.search(match[3]):
            yield "behind a name", "Take it out.", Change(
                start + match.start(3) + len(match[3]) - len(match[3].lstrip(" \t")),
                start + match.end(3), "",
            )  # fmt: skip
        if match[4] != ":":
            change = Change(start + match.start(4), start + match.end(), ": ")
            yield "behind a name", "Type a colon and a space.", change
        elif _ANY.match(match[5]) or (_ANY.search(match[5]) and match.end() == len(line)):
            odd = _ANY.search(match[5])
            assert odd
            change = Change(start + match.start(5) + odd.start(), start + match.end(5), " ")
            yield "behind its colon", "Type a space.", change


def _known() -> dict[str, str]:
    """The names that may stand in an answers file, without case, spaces and hyphens."""
    # The models are loaded here because hardly a file needs them to be read.
    from amjd.answers.fields import FIELDS

    names = {part for field in FIELDS for part in field.split(".")} | {"min", "max"}
    return {bare(name): name for name in names}
