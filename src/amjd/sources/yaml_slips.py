"""Where the hand slipped in a text that is no YAML: the line that must be changed.

A parser stops where it can read no further, often lines below the slip: at the name behind the one
that lacks its colon, or where a text ends whose quotes were never closed. Answers files are lines
of names and items, so the first line that cannot be one of them is looked for.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amjd.sources.yaml_braces import NEVER_CLOSED, NOT_CLOSED, Slip, closed, is_deeper, odd_quotes
from amjd.text.patterns import LINE_END, compile_later


class _Line(NamedTuple):
    """A line with a name, an item or a text; `indent` is that of the first of them.

    `dashes` and `name` are empty where none is; `value`, which comes behind, begins at `at`, from
    0. `tab` is where the first tab before it stands that YAML takes for no space, None if there is
    none. `rest` is what stands behind the quotes or brackets of a value, None if they never close;
    `quote` is the line and the column, from 0, of quotes in them that are open then.
    """

    number: int
    indent: int
    dashes: str
    name: str
    at: int
    value: str
    tab: int | None = None
    rest: str | None = ""
    quote: tuple[int, int] | None = None

    def slip(self, message: str, cure: str, at: int | None = None) -> Slip:
        return Slip(self.number, (self.indent if at is None else at) + 1, message, cure)


_PARTS = compile_later(
    r"(?P<lead>(?P<indent> *)[ \t]*(?P<dashes>(?:-[ \t]+)*))"
    r"(?P<name>(?:\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{}#&*!|>%@`-][^:#]*+):(?=[ \t]|$))?"
    r"[ \t]*(?P<value>.*)"
)
_INDENTED = compile_later(r"( +)[A-Za-z_]+:")
_BLOCK = compile_later(r"[|>][+-]?[1-9]?[+-]?[ \t]*(?:#.*)?$")
_COMMENT = compile_later(r"(?<![^ \t])#.*")
_NO_SPACE = compile_later(r"\"?[A-Za-z_]+\"?:[^\s/]")

# A comment in brackets that was meant for text: no space follows, or a bracket closes in it.
_CUT = compile_later(r"(?<=[ \t\[{,])#(?=\S|[^\]}]{0,300}[\]}])")
_MARK = compile_later(r"(?:---|\.\.\.)[ \t]*(?:#.*)?$")
# What follows the quotes of a text in braces at once.
_GLUED = compile_later(r"[\[{,:][ \t]*(?:\"(?:\\.|[^\"\\])*\"|'(?:[^']|'')*')(?=[^\s,\]}:#])")

_MOST = 100_000  # characters; more was not written by hand

_UNLIKE = "the indent is another one than that of its neighbours"
_INDENT = "Indent it as the lines around it."
_TAB = "a line has a tab in its indent"
_BEHIND_QUOTES = "text stands behind the closing quotes"
_QUOTE_ALL = (
    "Put the whole text in double quotes; double quotes in it need a backslash before them."
)
_CUTS = "a # cuts the line off", "Put the text in quotes."
_DEEPER = "Indent its lines by two spaces more than the name."
_SPACES = "Indent with spaces, as deep as the lines around it."
_COLON = "Write a colon and a space after the name."


def find(text: str, last: int) -> Slip | None:
    """Find the first slip in a text, down to line `last`; None if every line looks well."""
    if len(text) > _MOST:
        return None
    raw = LINE_END.split(text)
    lines = list(_lines(raw, last))
    unit = _unit(raw)
    if not lines:
        return None
    if not lines[0].name and lines[0].value[:1] in ("{", "["):
        return odd_quotes(raw, last)
    open_: list[_Line] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        slip = (
            _in_lead(line, open_, lines)
            or _in_value(line)
            or _behind_comment(raw, line, open_)
            or _in_place(line, after, open_, unit)
            or _in_block(raw, line)
        )
        if slip or line.number > last:
            return slip if line.number <= last else None
        if line.name or line.dashes or not open_ or line.indent <= open_[-1].indent:
            open_ = [*(one for one in open_ if one.indent < line.indent), line]
    return None


def _lines(raw: Sequence[str], last: int) -> Iterator[_Line]:
    """Yield the lines but for empty ones, comments and those that go on with a value.

    Where the parser stops at a tab, on line `last`, there need be nothing behind it.
    """
    number = 0
    while number < len(raw):
        parts = _PARTS.match(raw[number])
        assert parts
        number += 1
        value, indent = parts["value"], len(parts["indent"])
        tab = parts["lead"].find("\t")
        is_text = not parts["name"] and not parts["dashes"]
        if is_text and value[:1] in ("", "#") and (tab < 0 or number != last):
            continue
        if _MARK.match(raw[number - 1]):
            continue
        name, at = parts["name"] or "", parts.start("value")
        line = _Line(number, indent, parts["dashes"], name, at, value, None if tab < 0 else tab)
        if value[:1] in ("'", '"', "[", "{"):
            rest, number, quote = closed(raw, line.number, line.indent, at)
            line = line._replace(rest=rest, quote=quote)
            if rest is None:
                yield line
                return
        elif _BLOCK.match(value):
            while number < len(raw) and is_deeper(raw[number], indent):
                number += 1
        yield line


def _unit(raw: Sequence[str]) -> int:
    """Return how many spaces the names of a section mostly are indented by."""
    indents = Counter(len(match[1]) for line in raw if (match := _INDENTED.match(line)))
    return next((indent for indent, _ in indents.most_common(1)), 2)


def _in_lead(line: _Line, open_: Sequence[_Line], lines: Sequence[_Line]) -> Slip | None:
    """Find a tab where YAML takes only spaces: before a name or dash, or behind a dash."""
    is_text = not line.name and not line.dashes
    if line.tab is None or (is_text and open_ and line.tab > open_[-1].indent):
        return None
    is_behind = line.tab > line.indent
    alike = [one for one in lines if one.tab is not None and (one.tab > one.indent) == is_behind]
    more = sum(one != line and bool(one.name or one.dashes or not one.indent) for one in alike)
    also = f", and so have {more:,} more" if more else ""
    if is_behind:
        return line.slip(f"a dash has a tab behind it{also}", "Type a space.", line.tab)
    return line.slip(_TAB + also, _SPACES, line.tab)


def _in_value(line: _Line) -> Slip | None:
    first, value = line.value[:1], line.value
    if first in ("[", "{") and (glued := _GLUED.search(value)):
        return line.slip(_BEHIND_QUOTES, _QUOTE_ALL, line.at + glued.end())
    if line.rest is None:
        if line.quote:
            number, at = line.quote
            return Slip(number, at + 1, *NEVER_CLOSED)
        if cut := _CUT.search(value):
            return line.slip(*_CUTS, line.at + cut.start())
        return line.slip(*NOT_CLOSED, line.at)
    rest = _COMMENT.sub("", line.rest).strip()
    if rest and not line.rest.startswith(":"):
        at = line.at + max(0, value.rfind(rest))
        if first in ("'", '"'):
            return line.slip(_BEHIND_QUOTES, _QUOTE_ALL, at)
        cure = "Take it away, or put it all in quotes."
        return line.slip("text stands behind the closing bracket", cure, at)
    if not first or not (line.name or line.dashes):
        return None
    return _in_plain(line, first, _COMMENT.sub("", value))


def _in_plain(line: _Line, first: str, plain: str) -> Slip | None:
    """Find what no text without quotes may hold; `plain` is one, which begins with `first`."""
    if first in "*&!%@`":
        return line.slip(f"a text cannot begin with {first}", "Put the text in quotes.", line.at)
    if first in "|>":
        message, cure = f"text stands behind {first}", "Begin it on the next line."
        return None if _BLOCK.match(line.value) else line.slip(message, cure, line.at)
    if line.name and plain.startswith("- "):
        cure = "Put the text in quotes, or each item on a line of its own."
        return line.slip("an item stands behind a name", cure, line.at)
    if line.name and first not in "'\"[{" and (colon := re.search(r":(?=[ \t]|$)", plain)):
        cure = 'Put a text that holds ": " in quotes.'
        return line.slip('a text without quotes holds ": "', cure, line.at + colon.start())
    return None


def _in_block(raw: Sequence[str], line: _Line) -> Slip | None:
    """Find a first line of a block text that is deeper than those below it."""
    if not _BLOCK.match(line.value):
        return None
    numbers = [number for number in _block(raw, line) if raw[number - 1].strip()]
    indents = [len(text) - len(text.lstrip(" ")) for text in (raw[n - 1] for n in numbers)]
    for number, indent in zip(numbers, indents, strict=True):
        if indent <= line.indent:
            return Slip(number, indent + 1, _TAB, _SPACES)
    if not indents or min(indents) >= indents[0]:
        return None
    # Of two that stand there as often, the even one is usual.
    usual, _ = max(Counter(indents).items(), key=lambda one: (one[1], -(one[0] % 2)))
    shallower = next(n for n, one in enumerate(indents) if one < indents[0])
    wrong = 0 if indents[0] > usual else shallower
    return Slip(numbers[wrong], indents[wrong] + 1, _UNLIKE, _INDENT)


def _block(raw: Sequence[str], line: _Line) -> Iterator[int]:
    """Yield the numbers of the lines of a block text."""
    for number in range(line.number + 1, len(raw) + 1):
        if not is_deeper(raw[number - 1], line.indent):
            return
        yield number


def _in_place(line: _Line, after: _Line | None, open_: Sequence[_Line], unit: int) -> Slip | None:
    """Find what is wrong with a line where it stands, below the names that are open."""
    above = open_[-1] if open_ else None
    goes_on = above is not None and line.indent > above.indent and not _takes_lines(above)
    if not line.name and not line.dashes:
        return _in_text(line, after, open_, goes_on)
    is_beside = above is not None and bool(above.name) and line.indent == above.indent
    if above and is_beside and line.dashes and not _takes_lines(above):
        cure = "Write it on a line of its own, with a dash before it."
        return above.slip("a text stands above the items of a list", cure, above.at)
    others = [one for one in open_ if one.indent > line.indent]
    if goes_on and above:
        others = [above]
    elif not others or any(one.indent == line.indent for one in open_):
        return None
    wrong = others[0] if others[0].indent % unit and not line.indent % unit else line
    return wrong.slip(_UNLIKE, _INDENT)


def _behind_comment(raw: Sequence[str], line: _Line, open_: Sequence[_Line]) -> Slip | None:
    """Find the comment behind which a text goes on, which no text without quotes does."""
    if line.name or line.dashes or not open_ or line.indent <= open_[-1].indent:
        return None
    above = raw[line.number - 2]
    cut = _COMMENT.search(above)
    if not cut or (_takes_lines(open_[-1]) and open_[-1].number == line.number - 1):
        return None
    return Slip(line.number - 1, cut.start() + 1, *_CUTS)


def _in_text(
    line: _Line, after: _Line | None, open_: Sequence[_Line], goes_on: bool
) -> Slip | None:
    """Find what a line lacks that has neither a name nor a dash, unless it goes on with a text."""
    is_first = after is not None and bool(after.name or after.dashes) and (
        after.indent == line.indent or (after.indent > line.indent and not goes_on)
    )  # fmt: skip
    beside = next((one for one in open_ if one.indent == line.indent), None)
    if line.value.startswith("* ") and not goes_on:
        return line.slip("a list has asterisks", "Begin each item with a dash and a space.")
    if open_ and _BLOCK.match(open_[-1].value) and line.number == open_[-1].number + 1:
        return line.slip("a text is no deeper than its name", _DEEPER)
    if is_first or beside or not (goes_on or (open_ and _takes_lines(open_[-1]))):
        return _no_name(line, beside or after)
    return None


def _takes_lines(line: _Line) -> bool:
    """Whether names, items or a text may stand below a line."""
    return not _COMMENT.sub("", line.value).strip()


def _no_name(line: _Line, beside: _Line | None) -> Slip:
    if line.value.startswith("-") and beside and beside.dashes:
        return line.slip("the space behind a dash is missing", "Write a space after the dash.")
    if _NO_SPACE.match(line.value):
        at = line.at + line.value.index(":")
        return line.slip(
            "the space behind a colon is missing", "Write a space after the colon.", at
        )
    if beside and beside.dashes and not beside.name:
        return line.slip("the dash of an item is missing", "Write a dash and a space before it.")
    return line.slip("a name lacks its colon", _COLON)
