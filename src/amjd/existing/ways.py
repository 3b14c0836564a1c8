"""All the ways in which a part of a template can be said, to know them again in a posting."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from amjd.answers.conditions import Conditions
from amjd.documents.english import common, expression
from amjd.documents.language import Bracket, Node, Nodes, Phrase, Text
from amjd.text.patterns import compile_later

_MOST = 2000  # ways of one sentence; none of ours has more


class Wording(NamedTuple):
    """One way: words and fields in turn, and the answers for which it is said."""

    nodes: tuple[Text | Bracket, ...]
    conditions: Conditions = ()

    @property
    def weight(self) -> int:
        """How many characters of it are the template's own."""
        return len("".join(self.words).replace(" ", ""))

    @property
    def words(self) -> list[str]:
        """The template's own words between the fields."""
        return [node.text for node in self.nodes if isinstance(node, Text)]

    @property
    def mark(self) -> str:
        """Its longest words."""
        return max((part.strip(" .") for words in self.words for part in common(words)),
                   key=len, default="")  # fmt: skip

    def may_be_in(self, text: str) -> bool:
        """Whether all of its words stand in a text, in whatever order."""
        return all(part.strip(" .") in text for words in self.words for part in common(words))

    @property
    def fields(self) -> list[str]:
        """The fields that it shows, in the order of their groups in the pattern."""
        shown = (node.name for node in self.nodes if isinstance(node, Bracket))
        return list(dict.fromkeys(shown))

    @property
    def alone(self) -> str:
        """The field that it shows without a word beside it; nothing if there is no such."""
        said = "".join(self.words).strip(" .")
        return self.fields[0] if len(self.fields) == 1 and not said else ""


@lru_cache(2000)
def wordings(nodes: Nodes) -> tuple[Wording, ...]:
    """List the ways in which nodes can be said, but those that say nothing."""
    return tuple(one for one in dict.fromkeys(map(_trimmed, _every(nodes))) if one.nodes)


def _of(node: Node) -> list[Wording]:
    if not isinstance(node, Phrase):
        return [Wording((node,))]
    said = [
        Wording(one.nodes, way.conditions + one.conditions)
        for way in node.ways
        for one in _every(way.nodes)
    ]
    return [*said, Wording(())]


def _every(nodes: Nodes) -> list[Wording]:
    found = [Wording(())]
    for node in nodes:
        found = [_joined(one, other) for one in found for other in _of(node)][:_MOST]
    return found


def _joined(one: Wording, other: Wording) -> Wording:
    return Wording(one.nodes + other.nodes, one.conditions + other.conditions)


def _trimmed(one: Wording) -> Wording:
    """Join words that touch, with one space between them and none at the ends."""
    nodes: list[Text | Bracket] = []
    for node in one.nodes:
        if isinstance(node, Text) and nodes and isinstance(last := nodes[-1], Text):
            nodes[-1] = Text(last.text + node.text)
        else:
            nodes.append(node)
    nodes = [Text(re.sub(" +", " ", node.text)) if isinstance(node, Text) else node
             for node in nodes]  # fmt: skip
    if nodes and isinstance(first := nodes[0], Text):
        nodes[0] = Text(first.text.lstrip())
    if nodes and isinstance(last := nodes[-1], Text):
        nodes[-1] = Text(last.text.rstrip())
    return one._replace(nodes=tuple(node for node in nodes if node != Text("")))


_END = compile_later(r"[.!?]\s*\Z")


@lru_cache(2000)
def sentences(nodes: Nodes) -> tuple[Nodes, ...]:
    """Part the nodes of a paragraph where a sentence ends, whatever its answers are."""
    found: list[list[Node]] = [[]]
    for node in nodes:
        found[-1].append(node)
        if _ends(node):
            found.append([])
    return tuple(tuple(one) for one in found if one)


def _ends(node: Node) -> bool:
    if isinstance(node, Text):
        return bool(_END.search(node.text))
    if isinstance(node, Bracket):
        return False
    said = [_trimmed(one) for way in node.ways for one in _every(way.nodes)]
    return all(_is_whole(one) for one in said if one.nodes)


def _is_whole(one: Wording) -> bool:
    last = one.nodes[-1]
    return isinstance(last, Text) and bool(_END.search(last.text))


@lru_cache(4000)
def pattern(one: Wording) -> re.Pattern[str]:
    """Make the expression that finds a wording, with a group for each of its fields."""
    return re.compile("".join(_expressions(one)))


def _expressions(one: Wording) -> Iterator[str]:
    groups: dict[str, str] = {}
    is_behind = False
    for node in one.nodes:
        if isinstance(node, Bracket):
            yield f"(?P={groups[node.name]})" if node.name in groups else ""
            if node.name not in groups:
                groups[node.name] = f"f{len(groups)}"
                yield f"(?P<{groups[node.name]}>.+?)"
        else:
            yield _expression(node.text, is_behind)
        is_behind = isinstance(node, Bracket)


def _expression(text: str, is_behind: bool) -> str:
    """Write words as an expression; the stop of an answer may stand for ours behind it."""
    words = expression(text).replace("\\ ", " ")
    words = re.sub(r" (?=[,;:)]|\\[.)])", " ?", words)
    return re.sub(r"\A( ?)\\\.", r"\1\\.?", words) if is_behind else words


def all_words(parts: tuple[Nodes, ...]) -> Iterator[str]:
    """Give the words that some nodes may show."""
    said = chain.from_iterable(map(wordings, chain.from_iterable(map(sentences, parts))))
    yield from chain.from_iterable(one.words for one in said)
