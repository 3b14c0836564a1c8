"""The templates of one kind of document: their heads, and their bodies set into the frame."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from amjd import records, resources
from amjd.answers.fields import FIELDS
from amjd.documents import language
from amjd.documents.choice import Template
from amjd.documents.filler import Filler
from amjd.documents.language import Bracket, Nodes, Part, Phrase, Text
from amjd.text.errors import AmjdError

FRAME = "_frame"
# The place in a section of the frame for the template's own blocks, if it is not at the start.
_OWN = Part("paragraph", (Text("..."),))
# The place in a paragraph of the frame for the sentences of the template's last own block.
_SENTENCES = (Text(" ... "), Text("... "))
_SPACE = Text(" ")
# What the sections whose bullets can be left out are called in data, by their headings.
LISTS = {"What you will do": "duties", "What you bring": "needs", "A plus": "pluses"}
# What a head calls the fields that have another name here.
_CALLED = {
    "use_when": "use it when", "holds_when": "holds when", "most_words": "most words",
    "evidence_if_trained": "evidence if trained", "evidence_by_phone": "evidence by phone",
    "evidence_by_phone_if_trained": "evidence by phone if trained",
}  # fmt: skip

_Head = TypeVar("_Head")


class _Source(NamedTuple):
    name: str
    head: str
    body: str
    first_line: int


class Frame(NamedTuple):
    """The head of a frame, which it may go without: what holds for a kind of document.

    With `most_words` a document has so many at most, unless the answers in it have more, and the
    blank lines of an answer part no paragraphs.
    """

    most_words: int


class Catalog:
    """The templates in some folders, each read once; the first folder that has one goes before.

    What all templates share stands in the frame, a file `_frame.md` of their folder or of a later
    one.

    Raises:
        AmjdError: a file cannot be read as a template; it says which, and where.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        """Take the folders; nothing is read yet."""
        self._folders = folders
        self._parts: dict[str, tuple[Part, ...]] = {}
        self._fillers: dict[str, Filler] = {}

    @cached_property
    def heads(self) -> tuple[Template, ...]:
        """The heads of all templates, in the order in which they are tried."""
        heads = [_head(source) for name, source in self._sources.items() if name != FRAME]
        return tuple(sorted(heads, key=lambda head: head.order))

    @cached_property
    def most_words(self) -> int | None:
        """How many words a document of this kind has at most; None where there is no bound."""
        source = self._sources[FRAME]
        return _read(Frame, source).most_words if source.head else None

    @cached_property
    def _sources(self) -> Mapping[str, _Source]:
        paths = [
            path for folder in reversed(self._folders) for path in resources.files(folder, ".md")
        ]
        files = {path.stem: path for path in paths}
        return {name: _source(path) for name, path in files.items()}

    @property
    def ids(self) -> list[str]:
        """The ids of the templates, in the order in which they are tried."""
        return [head.id for head in self.heads]

    def head(self, name: str) -> Template:
        """Return the head of one template."""
        return next(head for head in self.heads if head.id == name)

    def parts(self, name: str) -> tuple[Part, ...]:
        """Return the blocks of a template, set into the sections of the frame.

        In each section of the frame the template's own blocks come first. A section that the frame
        does not have is a mistake in the template.
        """
        if name not in self._parts:
            self._parts[name] = _framed(self._frame, self._sources[name])
        return self._parts[name]

    def filler(self, name: str) -> Filler:
        """Return what fills a template for all documents of a run."""
        if name not in self._fillers:
            self._fillers[name] = Filler(self.parts(name))
        return self._fillers[name]

    @cached_property
    def _frame(self) -> Mapping[str, Sequence[Part]]:
        return _sections(self._sources[FRAME])

    def bullets(self, name: str) -> dict[str, dict[str, str]]:
        """Return the bullets of a template that can be left out: of each list names, with texts.

        The fields in a text stand in brackets.
        """
        found: dict[str, dict[str, str]] = {kind: {} for kind in LISTS.values()}
        for part in self.parts(name):
            if part.listed and part.name:
                found[part.listed][part.name] = _words(part.nodes)
        return found

    def listed(self, name: str) -> dict[str, list[dict[str, str]]]:
        """List the same for data: `{"duties": [{"name", "text"}], "needs": [...], ...}`."""
        return {
            kind: [{"name": name, "text": text} for name, text in bullets.items()]
            for kind, bullets in self.bullets(name).items()
        }

    def names(self) -> Mapping[str, Sequence[str]]:
        """Return the names of the bullets that can be left out, with their templates.

        They are found without parsing all templates, which takes as long as to draft.
        """
        return self._names

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.ids:
            for source in (self._sources[name], self._sources[FRAME]):
                for bullet in language.names(source.body):
                    found.setdefault(bullet, []).append(name)
        return found

    def fields(self, name: str) -> set[str]:
        """List the fields that a template shows."""
        return set().union(*(language.fields_of(part.nodes) for part in self.parts(name)))


def _source(path: Path) -> _Source:
    text, name = resources.content(path).decode(), f"{path.parent.name}/{path.name}"
    if path.stem == FRAME and not text.startswith("---\n"):
        return _Source(name, "", text, 1)
    try:
        _, head, body = text.split("---\n", 2)
    except ValueError:
        between = "it is no YAML between two lines of ---"
        raise AmjdError(f"{_place_of_head(name)}: {between}.") from None
    return _Source(name, head, body, head.count("\n") + 3)


def _words(nodes: Nodes) -> str:
    """Write nodes as they stand in a template, each phrase in the way in which it usually reads."""
    words = ""
    for node in nodes:
        if isinstance(node, Text):
            words += node.text
        elif isinstance(node, Bracket):
            words += f"[{node.name}]"
        elif isinstance(node, Phrase):
            words += _usual_words(node)
    return words


def _usual_words(phrase: Phrase) -> str:
    """Write what a phrase says without conditions or, where it always has some, at first."""
    ways = sorted(phrase.ways, key=lambda way: bool(way.conditions))
    said = (_words(way.nodes) for way in ways)
    return next(said, "") if not ways[0].conditions else next(filter(None, said), "")


def _head(source: _Source) -> Template:
    return _read(Template, source)._replace(id=Path(source.name).stem)


def _read(kind: type[_Head], source: _Source) -> _Head:
    return records.parse(source.head, kind, _place_of_head(source.name), _CALLED)


def _place_of_head(name: str) -> str:
    return f"templates/{name}:1:1: the head cannot be read"


def _framed(frame: Mapping[str, Sequence[Part]], source: _Source) -> tuple[Part, ...]:
    own = _sections(source)
    merged: list[Part] = []
    for heading, of_frame in frame.items():
        blocks, mine = _with_sentences([*of_frame], own.pop(heading, []))
        if _OWN not in blocks:
            blocks.insert(1 if heading else len(blocks), _OWN)
        at = blocks.index(_OWN)
        merged += [*blocks[:at], *(mine[1:] if heading else mine), *blocks[at + 1 :]]
    if own:
        raise AmjdError(f"templates/{source.name}: the frame has no section {next(iter(own))!r}.")
    return tuple(_with_lists(merged))


def _with_sentences(blocks: list[Part], mine: list[Part]) -> tuple[list[Part], list[Part]]:
    """Set a template's last paragraph into that of the frame which has a place for it."""
    for at, block in enumerate(blocks):
        if (place := _place_for_sentences(block)) is not None:
            own = mine[-1].nodes if mine and mine[-1].kind == "paragraph" else ()
            nodes = (*block.nodes[:place], _SPACE, *own, _SPACE, *block.nodes[place + 1 :])
            whole = block._replace(nodes=nodes)
            return [*blocks[:at], whole, *blocks[at + 1 :]], mine[:-1] if own else mine
    return blocks, mine


def _place_for_sentences(block: Part) -> int | None:
    return next((at for at, node in enumerate(block.nodes) if node in _SENTENCES), None)


def _with_lists(parts: Sequence[Part]) -> Iterator[Part]:
    """Let each bullet know what the list that it stands in is called in data."""
    listed = ""
    for part in parts:
        if part.kind == "heading" and part.level <= 2:
            listed = LISTS.get(_words(part.nodes), "")
        yield part._replace(listed=listed) if part.kind == "bullet" and listed else part


def _sections(source: _Source) -> dict[str, list[Part]]:
    name = f"templates/{source.name}"
    sections: dict[str, list[Part]] = {"": []}
    heading = ""
    for block in language.parse(source.body, name, source.first_line, FIELDS):
        if block.kind == "heading" and block.level == 2:
            heading = "".join(getattr(node, "text", "[]") for node in block.nodes)
            if heading in sections:
                raise AmjdError(f"{name}: the section {heading!r} stands twice.")
            sections[heading] = []
        sections[heading].append(block)
    return sections
