"""The template that a posting was drafted from, and the lines it keeps for the owner's own."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amjd.documents.catalog import Catalog
from amjd.documents.language import Bracket, Nodes, Part, Text
from amjd.existing.matching import is_label, is_same
from amjd.existing.ways import all_words, sentences, wordings
from amjd.review.posting import Line, Posting
from amjd.review.sections import named_section
from amjd.text.patterns import compile_later

_FEWEST = 3  # headings of the frame, and sentences of a template, that a posting of ours has
_LONG = 25  # characters of words that nobody else writes by chance
_SHORT = 12  # and of those that tell two short forms of ours apart
_MARK = compile_later(r"DRAFT: \d+ to settle before posting")


class Origin(NamedTuple):
    """The id of a template and its parts."""

    template: str
    parts: tuple[Part, ...]


def origin_of(posting: Posting, catalog: Catalog) -> Origin | None:
    """Find the template with most of its own sentences in a posting; None if few are there."""
    every = {name: catalog.parts(name) for name in catalog.ids}
    counts = _counts(posting, every, _LONG)
    name = max(counts, key=lambda one: counts[one])
    if counts[name] < _FEWEST:
        return None
    headings = {posting.said(one).casefold() for one in posting.lines}
    of_frame = {words_of(part).casefold() for part in every[name] if part.kind == "heading"}
    return Origin(name, every[name]) if len(headings & of_frame) >= _FEWEST else None


def likeliest(posting: Posting, catalog: Catalog) -> list[Origin]:
    """List the templates of whose own words most stand in a posting, however few those are."""
    every = {name: catalog.parts(name) for name in catalog.ids}
    counts = _counts(posting, every, _SHORT)
    most = max(counts.values())
    return [Origin(name, every[name]) for name in every if counts[name] == most]


def _counts(
    posting: Posting, every: Mapping[str, tuple[Part, ...]], least: int
) -> Mapping[str, int]:
    """Count for each template how many words that it alone has, of so many letters, are there."""
    shared = set.intersection(*map(set, every.values()))
    return {
        name: sum(words in posting.text for words in _own_words(parts, shared, least))
        for name, parts in every.items()
    }


def _own_words(parts: tuple[Part, ...], shared: set[Part], least: int) -> set[str]:
    nodes = tuple(part.nodes for part in parts if part not in shared)
    return {words.strip() for words in all_words(nodes) if len(words) >= least}


def words_of(part: Part) -> str:
    """Return a part's own words that stand under no condition."""
    return "".join(node.text for node in part.nodes if isinstance(node, Text))


class Section(NamedTuple):
    """What stands under a heading of level 2 in the template, or before the first."""

    heading: Part | None
    parts: tuple[Part, ...] = ()

    def under(self, heading: str) -> tuple[Part, ...]:
        """Return the parts under a heading within the section; none for what is no such heading."""
        for at, part in enumerate(self.parts):
            if part.kind == "heading" and is_same(heading, words_of(part)):
                return self.parts[at:]
        return ()


def sections(parts: tuple[Part, ...]) -> list[Section]:
    """Part a template at its headings; the first section has none."""
    found = [Section(None)]
    for part in parts:
        if part.kind == "heading" and part.level == 2:
            found.append(Section(part))
        else:
            found[-1] = found[-1]._replace(parts=(*found[-1].parts, part))
    return found


def _like(heading: str, known: Sequence[Section]) -> Section | None:
    """Return the one section that a heading in other words stands for; an empty one if several do.

    A heading that says nothing known stands for none.
    """
    named = named_section(heading)
    same = [one for one in known if one.heading and named_section(words_of(one.heading)) == named]
    return None if named is None else same[0] if len(same) == 1 else Section(None)


def parted(
    posting: Posting, known: Sequence[Section]
) -> tuple[list[tuple[Section, list[Line]]], set[int]]:
    """Give each section of a template the lines under its heading; and which lines say no more."""
    found: list[tuple[Section, list[Line]]] = [(known[0], [])]
    explained = set()
    for line in posting.lines:
        text = posting.said(line)
        if section := _opened(line, text, known):
            found.append((section, []))
            explained.add(line.start)
        elif _MARK.fullmatch(text) or is_label(text):
            explained.add(line.start)
        else:
            is_own = line.kind == "heading" and len(found) > 1 and not found[-1][0].under(text)
            if is_own and (section := _like(text, known)):
                found.append((section, []))
            found[-1][1].append(line)
    return found, explained


def _opened(line: Line, text: str, known: Sequence[Section]) -> Section | None:
    """Find the section that a heading opens; plain text has its headings in capitals."""
    said = text.casefold()
    for section in known[1:] if line.kind != "bullet" else ():
        assert section.heading
        words, is_open = words_of(section.heading).casefold(), len(section.heading.nodes) > 1
        if said == words or (is_open and line.kind == "heading" and said.startswith(words)):
            return section
    return None


def field_alone(part: Part) -> str:
    """Return the field that a part shows alone, in one of its ways; nothing if it shows more."""
    return "" if len(_units(part)) > 1 else next(iter(fields_alone(part)), "")


def fields_alone(part: Part) -> list[str]:
    """List the fields that a part or a sentence of it may show alone."""
    return [one.alone for unit in _units(part) for one in wordings(unit) if one.alone]


def marks(part: Part) -> tuple[str, ...]:
    """Return words of which one stands in every line that a part has made, but its fields alone."""
    return tuple({one.mark for unit in _units(part) for one in wordings(unit) if not one.alone})


def _units(part: Part) -> tuple[Nodes, ...]:
    return sentences(part.nodes) if part.kind == "paragraph" else (part.nodes,)


def is_field(part: Part) -> bool:
    """Whether a part is a field whatever the answers are."""
    return isinstance(part.nodes[0], Bracket)
