"""The template language: Markdown headings, paragraphs and bullets with fields and phrases.

    [portfolio.accounts]                 a field, named by its place in the answers file
    { + [pay.variable] variable}         a phrase, kept when all its fields are answered
    {quota.carries is no: No quota.}     a phrase with conditions, as in `conditions`
    - (renewals) Start renewals early    a bullet with the name by which answers leave it out

It is parsed once into a tree; nothing in it is ever evaluated.
"""

import re
from typing import Literal, NamedTuple

from amjd.answers import conditions
from amjd.answers.conditions import Conditions
from amjd.text.errors import AmjdError, Place, Problem, did_you_mean


class Text(NamedTuple):
    """Words of the template itself."""

    text: str


class Bracket(NamedTuple):
    """A place for the answer to a field."""

    name: str


class Phrase(NamedTuple):
    """A part that stays or goes as a whole."""

    conditions: Conditions
    nodes: "Nodes"


Node = Text | Bracket | Phrase
Nodes = tuple[Node, ...]


class Part(NamedTuple):
    """One block of a template; `level` counts for headings, `label` for facts.

    `name` is that by which a bullet can be left out.
    """

    kind: Literal["heading", "paragraph", "bullet", "fact"]
    nodes: Nodes
    level: int = 0
    label: str = ""
    name: str = ""


_TOKEN = re.compile(r"[\[\]{}]")
_CONDITIONS = re.compile(r"([a-z_.]+ is [^:{}\[\]]+): ?")
_BARE_CONDITION = re.compile(r"[a-z_]+\.[a-z_]+ is ")
_NAME = re.compile(r"\(([a-z][a-z -]*)\) ")
_BLOCK = re.compile(r"(?P<hashes>#{1,3}) |- ")


def parse(body: str, name: str, first_line: int, fields: list[str]) -> tuple[Part, ...]:
    """Parse the body of a template file.

    `fields` are the known ones; `first_line` is the line of the file on which the body begins.

    Raises:
        AmjdError: with every unknown field and unbalanced bracket, each at its place.
    """
    parts: list[Part] = []
    problems: list[Problem] = []
    for text, starts in _blocks(body):
        parser = _Inline(text, fields)
        parts.append(_part(text, parser, parts))
        for index, message, cure in parser.problems:
            start, line, column = max(begun for begun in starts if begun[0] <= index)
            place = Place(name, first_line + line, column + index - start)
            problems.append(Problem(place, "", message, cure))
    if problems:
        raise AmjdError("\n".join(map(str, problems)))
    return tuple(parts)


def _blocks(body: str) -> list[tuple[str, list[tuple[int, int, int]]]]:
    """Split into blocks; a line that starts no block goes on with the one before.

    Each block has its text, and for each of its lines the index at which it begins in the text,
    its number in the body and its column.
    """
    blocks: list[tuple[str, list[tuple[int, int, int]]]] = []
    is_open = False
    for number, line in enumerate(body.splitlines()):
        text = line.strip()
        column = len(line) - len(line.lstrip()) + 1
        if not text:
            is_open = False
        elif is_open and not _BLOCK.match(text):
            before, starts = blocks.pop()
            starts.append((len(before) + 1, number, column))
            blocks.append((f"{before} {text}", starts))
        else:
            blocks.append((text, [(0, number, column)]))
            is_open = not text.startswith("#")
    return blocks


def _part(text: str, parser: "_Inline", before: list[Part]) -> Part:
    mark = _BLOCK.match(text)
    if mark is None:
        return Part("paragraph", parser.nodes(0))
    if mark["hashes"]:
        return Part("heading", parser.nodes(mark.end()), level=len(mark["hashes"]))
    in_head = not any(part.kind == "heading" and part.level > 1 for part in before)
    label, colon, _ = text[2:].partition(": ")
    if in_head and colon:
        return Part("fact", parser.nodes(2 + len(label) + 2), label=label)
    name = _NAME.match(text, 2)
    return Part("bullet", parser.nodes(name.end() if name else 2), name=name[1] if name else "")


class _Inline:
    """Parses the inside of one block by descent; a problem has an index, a message and a cure."""

    def __init__(self, text: str, fields: list[str]) -> None:
        self.text = text
        self.fields = fields
        self.problems: list[tuple[int, str, str]] = []

    def nodes(self, start: int) -> Nodes:
        return self._read(start, inside=False)[0]

    def _read(self, at: int, inside: bool) -> tuple[Nodes, int]:
        nodes: list[Node] = []
        while match := _TOKEN.search(self.text, at):
            if match.start() > at:
                nodes.append(Text(self.text[at : match.start()]))
            at = match.start()
            if match[0] == "[":
                node, at = self._field(at)
                nodes.append(node)
            elif match[0] == "{":
                phrase, at = self._phrase(at)
                nodes.append(phrase)
            elif match[0] == "}" and inside:
                return tuple(nodes), at + 1
            else:
                self._problem(at, f"has a {match[0]} that closes nothing.", "Take it out.")
                at += 1
        if inside:
            self._problem(len(self.text) - 1, "has a { that is not closed.", "Close it with }.")
        if at < len(self.text):
            nodes.append(Text(self.text[at:]))
        return tuple(nodes), len(self.text)

    def _field(self, at: int) -> tuple[Bracket, int]:
        end = self.text.find("]", at)
        if end < 0:
            self._problem(at, "has a [ that is not closed.", "Close it with ].")
            return Bracket(""), len(self.text)
        self._check(self.text[at + 1 : end], at)
        return Bracket(self.text[at + 1 : end]), end + 1

    def _phrase(self, at: int) -> tuple[Phrase, int]:
        wanted: Conditions = ()
        if match := _CONDITIONS.match(self.text, at + 1):
            wanted = conditions.parse(match[1])
            for condition in wanted:
                self._check(condition.field, at)
        elif _BARE_CONDITION.match(self.text, at + 1):
            self._problem(at, "has a condition without a colon.", "Write {field is answer: text}.")
        nodes, end = self._read(match.end() if match else at + 1, inside=True)
        return Phrase(wanted, nodes), end

    def _check(self, field: str, at: int) -> None:
        if field not in self.fields:
            self._problem(at, f"[{field}] is no field.", did_you_mean(field, self.fields))

    def _problem(self, at: int, message: str, cure: str) -> None:
        self.problems.append((at, message, cure))


def fields_of(nodes: Nodes) -> set[str]:
    """Collect the fields that nodes show, at any depth."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Bracket):
            found.add(node.name)
        elif isinstance(node, Phrase):
            found |= fields_of(node.nodes)
    return found
