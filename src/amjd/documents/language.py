"""The template language: Markdown headings, paragraphs and bullets with fields and phrases.

    [portfolio.accounts]                 a field, named by its place in the answers file
    { + [pay.variable] variable}         a phrase, kept when all its fields are answered
    {quota.carries is no: No quota.}     a phrase with conditions, as in `conditions`
    - (renewals) Start renewals early    a bullet with the name by which answers leave it out

It is parsed once into a tree; nothing in it is ever evaluated.
"""

from collections.abc import Collection
from typing import Literal, NamedTuple

from amjd.answers import conditions
from amjd.answers.conditions import NAMING, Conditions
from amjd.text.errors import AmjdError, Place, Problem, did_you_mean
from amjd.text.patterns import compile_later


class Text(NamedTuple):
    """Words of the template itself."""

    text: str


class Bracket(NamedTuple):
    """A place for the answer to a field."""

    name: str


class Way(NamedTuple):
    """One way to say a phrase, when its conditions hold and its fields are answered."""

    conditions: Conditions
    nodes: "Nodes"

    @property
    def reason(self) -> str:
        """The field for whose answer it is said; nothing where it hangs on none."""
        return self.conditions[0].field if self.conditions else ""


class Phrase(NamedTuple):
    """A part that is said in the first way that can be said, and else is gone."""

    ways: tuple[Way, ...]


Node = Text | Bracket | Phrase
Nodes = tuple[Node, ...]


class Part(NamedTuple):
    """One block of a template; `level` counts for headings, `label` for facts.

    `name` is that by which a bullet can be left out, and `said_by` are the words, in small
    letters, with which an owner's own bullet says the same. A `vital` one goes before others where
    there is no room for all. `listed` is what the list in which it stands is called in data.
    """

    kind: Literal["heading", "paragraph", "bullet", "fact"]
    nodes: Nodes
    level: int = 0
    label: str = ""
    name: str = ""
    said_by: tuple[str, ...] = ()
    vital: bool = False
    listed: str = ""


_TOKEN = compile_later(r"[\[\]{}|]")
_CONDITIONS = compile_later(r" ?([a-z_.]+ is [^:{}\[\]|]+): ?")
_BARE_CONDITION = compile_later(r" ?[a-z_]+\.[a-z_]+ is ")
_NAME = compile_later(r"\(([a-z][a-z -]*)(!?)(?:: ([^()]+))?\) ")
_BLOCK = compile_later(r"(?P<hashes>#{1,3}) |- ")


def parse(body: str, name: str, first_line: int, fields: Collection[str]) -> tuple[Part, ...]:
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


def names(body: str) -> list[str]:
    """List the names of the bullets in the body of a template file, which is not parsed for it."""
    lines = (line.strip() for line in body.splitlines())
    found = (_NAME.match(line, 2) for line in lines if line.startswith("- ("))
    return [name[1] for name in found if name]


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
    if not name:
        return Part("bullet", parser.nodes(2))
    said_by = tuple(name[3].split(", ")) if name[3] else ()
    nodes = parser.nodes(name.end())
    return Part("bullet", nodes, name=name[1], said_by=said_by, vital=bool(name[2]))


class _Inline:
    """Parses the inside of one block by descent; a problem has an index, a message and a cure."""

    def __init__(self, text: str, fields: Collection[str]) -> None:
        self.text = text
        self.fields = fields
        self.problems: list[tuple[int, str, str]] = []

    def nodes(self, start: int) -> Nodes:
        return self._read(start, inside=False)[0]

    def _read(self, at: int, inside: bool) -> tuple[Nodes, int]:
        """Read nodes up to the end, or, inside a phrase, up to what ends one of its ways."""
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
            elif match[0] in "}|" and inside:
                return tuple(nodes), at
            elif match[0] == "|":
                nodes.append(Text("|"))
                at += 1
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
        ways: list[Way] = []
        while not ways or self.text[at : at + 1] == "|":
            way, at = self._way(at + 1)
            ways.append(way)
        return Phrase(_side_by_side(ways)), at + 1

    def _way(self, at: int) -> tuple[Way, int]:
        wanted: Conditions = ()
        if match := _CONDITIONS.match(self.text, at):
            wanted = conditions.parse(match[1])
            for condition in wanted:
                self._check(condition.field, at - 1)
        elif _BARE_CONDITION.match(self.text, at):
            cure = "Write {field is answer: text}."
            self._problem(at - 1, "has a condition without a colon.", cure)
        nodes, end = self._read(match.end() if match else at, inside=True)
        return Way(wanted, nodes), end

    def _check(self, field: str, at: int) -> None:
        if field not in self.fields:
            self._problem(at, f"[{field}] is no field.", did_you_mean(field, [*self.fields]))

    def _problem(self, at: int, message: str, cure: str) -> None:
        self.problems.append((at, message, cure))


def _side_by_side(ways: list[Way]) -> tuple[Way, ...]:
    """Take away the spaces beside a |, which part ways and are no part of one."""
    last = len(ways) - 1
    return tuple(
        Way(wanted, _trimmed(nodes, at_start=at > 0, at_end=at < last))
        for at, (wanted, nodes) in enumerate(ways)
    )


def _trimmed(nodes: Nodes, at_start: bool, at_end: bool) -> Nodes:
    if nodes and at_start and isinstance(first := nodes[0], Text):
        nodes = (Text(first.text.removeprefix(" ")), *nodes[1:])
    if nodes and at_end and isinstance(last := nodes[-1], Text):
        nodes = (*nodes[:-1], Text(last.text.removesuffix(" ")))
    return tuple(node for node in nodes if node != Text(""))


def read_by(nodes: Nodes) -> set[str]:
    """Collect the fields whose answers decide how nodes read: those shown, and those asked for."""
    found = fields_of(nodes)
    ways = [way for node in nodes if isinstance(node, Phrase) for way in node.ways]
    for way in ways:
        found |= read_by(way.nodes)
        found |= {one.field for one in way.conditions}
        found |= {one.wanted.removeprefix(NAMING) for one in way.conditions}
    return found


def fields_of(nodes: Nodes) -> set[str]:
    """Collect the fields that nodes show, at any depth."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Bracket):
            found.add(node.name)
        elif isinstance(node, Phrase):
            for way in node.ways:
                found |= fields_of(way.nodes)
    return found
