"""A posting that `amjd` drafted, known again by the words of its template.

What fills the fields of the template is what was answered, and so is what a sentence is only said
for; lines that no template has are the owner's own.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from amjd.answers.fields import FIELDS
from amjd.documents.catalog import Catalog
from amjd.documents.language import Bracket, Part, Text
from amjd.existing.matching import Piece, can_be, in_turn, is_same, whole
from amjd.existing.ways import Wording, all_words, sentences, wordings
from amjd.review.posting import Line, Posting, Words

_FEWEST = 3  # headings of the frame, and sentences of a template, that a posting of ours has
_LONG = 25  # characters of words that nobody else writes by chance
_LEAST = 7  # letters of the template's own by which a line is known again
_MARK = re.compile(r"DRAFT: \d+ to settle before posting")
_LABEL = re.compile(r"\[[^\[\]]+\]")


_LEADS = re.compile(r"\b[Yy]ou(?:'ll| will)? (?:also )?(?:lead|manage|supervise|head|coach|run|direct)\b"
                    r"|reports? to you\b|your (?:team|people|reports)\b")  # fmt: skip


class Shown(NamedTuple):
    """An answer as a posting shows it, with the words that show it; `is_fact` in the facts."""

    text: str
    words: Words
    is_fact: bool = False


class Ours(NamedTuple):
    """What is known of a posting of ours: its template, its answers, and the lines that are known.

    `rest` are the words of the owner's own, with the field that they answer; `words` are the first
    that only this template has.
    """

    template: str
    answers: Mapping[str, Shown]
    explained: frozenset[int]
    rest: tuple[tuple[str, Words], ...]
    words: Words


def known_again(posting: Posting, catalog: Catalog) -> Ours | None:
    """Know a posting of ours again; None if it is another's."""
    parts = _template(posting, catalog)
    return _Reader(posting, *parts).read() if parts else None


def _template(posting: Posting, catalog: Catalog) -> tuple[str, tuple[Part, ...]] | None:
    """Find the template with most of its own sentences in a posting."""
    headings = {posting.text[one.start : one.end].casefold() for one in posting.lines
                if one.kind == "heading"}  # fmt: skip
    every = {name: catalog.parts(name) for name in catalog.ids}
    shared = set.intersection(*map(set, every.values()))
    counts = {
        name: sum(words in posting.text for words in _own_words(parts, shared))
        for name, parts in every.items()
    }
    name = max(counts, key=lambda one: counts[one])
    of_frame = {_words(part).casefold() for part in every[name] if part.kind == "heading"}
    is_ours = len(headings & of_frame) >= _FEWEST and counts[name] >= _FEWEST
    return (name, every[name]) if is_ours else None


def _own_words(parts: tuple[Part, ...], shared: set[Part]) -> set[str]:
    nodes = tuple(part.nodes for part in parts if part not in shared)
    return {words.strip() for words in all_words(nodes) if len(words) >= _LONG}


def _words(part: Part) -> str:
    return "".join(node.text for node in part.nodes if isinstance(node, Text))


class _Section(NamedTuple):
    """What stands under a heading of level 2 in the template, or before the first."""

    heading: Part | None
    parts: tuple[Part, ...]


def _sections(parts: tuple[Part, ...]) -> list[_Section]:
    found = [_Section(None, ())]
    for part in parts:
        if part.kind == "heading" and part.level == 2:
            found.append(_Section(part, ()))
        else:
            found[-1] = found[-1]._replace(parts=(*found[-1].parts, part))
    return found


class _Reader:
    """Reads a posting against a template: the plainest first, so that the rest agrees with it."""

    def __init__(self, posting: Posting, template: str, parts: tuple[Part, ...]) -> None:
        self._posting = posting
        self._template = template
        self._sections = _sections(parts)
        self._answers: dict[str, Shown] = {}
        self._explained: set[int] = set()
        self._rest: list[tuple[str, Words]] = []
        self._first: Words | None = None

    def read(self) -> Ours:
        sections = list(self._lines())
        head = sections[0][1]
        self._read_head(head)
        self._read_facts(head)
        for kind in ("paragraph", "bullet"):
            for section, lines in sections[1:]:
                for line in lines:
                    self._read_line(section, line, kind)
        for section, lines in sections[1:]:
            self._read_own(section, lines)
        return Ours(self._template, self._answers, frozenset(self._explained),
                    tuple(self._rest), self._first or Words(0, 0))  # fmt: skip

    def _text(self, line: Line) -> str:
        return self._posting.text[line.start : line.end]

    def _lines(self) -> list[tuple[_Section, list[Line]]]:
        """Give each section of the template the lines that stand under its heading."""
        found: list[tuple[_Section, list[Line]]] = [(self._sections[0], [])]
        for line in self._posting.lines:
            text = self._text(line)
            section = self._opened(line) if line.kind != "bullet" else None
            if section:
                found.append((section, []))
                self._explained.add(line.start)
            elif _MARK.fullmatch(text) or _LABEL.fullmatch(text):
                self._explained.add(line.start)
            else:
                found[-1][1].append(line)
        return found

    def _opened(self, line: Line) -> _Section | None:
        """Find the section that a heading opens; plain text has its headings in capitals."""
        text = self._text(line).casefold()
        for section in self._sections[1:]:
            assert section.heading
            words, is_open = _words(section.heading).casefold(), len(section.heading.nodes) > 1
            if text == words or (is_open and line.kind == "heading" and text.startswith(words)):
                return section
        return None

    def _read_facts(self, lines: list[Line]) -> None:
        labelled = {part.label: part for part in self._sections[0].parts if part.kind == "fact"}
        for line in lines:
            label, colon, answer = self._text(line).partition(": ")
            part = labelled.get(label)
            if not (colon and part):
                continue
            if piece := whole(part.nodes, answer, self._known):
                self._take(line, line.start + len(label) + 2, [piece], is_fact=True)
            elif field := next((one for one in _fields(part) if can_be(one, answer)), ""):
                start = line.start + len(label) + 2
                self._keep(field, Shown(answer, Words(start, line.end), True))
                self._explained.add(line.start)

    def _read_head(self, lines: list[Line]) -> None:
        """Read title, company and place, which stand alone on their lines."""
        labels = tuple(f"{part.label}: " for part in self._sections[0].parts if part.label)
        is_fact = [self._text(one).startswith(labels) for one in lines]
        head = lines[: [*is_fact, True].index(True)]
        title = next((one for one in head if self._text(one) == self._posting.title), None)
        if title:
            self._keep("role.title", Shown(self._text(title), Words(title.start, title.end)))
            self._explained.add(title.start)
        others = [one for one in head if one is not title]
        if len(others) != 2:
            return
        company, place = others
        self._keep("company.name", Shown(self._text(company), Words(company.start, company.end)))
        part = next(part for part in self._sections[0].parts
                    if part.kind == "paragraph" and "role.location" in str(part.nodes))  # fmt: skip
        piece = whole(part.nodes, self._text(place), self._known)
        if piece:
            self._take(place, place.start, [piece])
        else:
            self._keep("role.location", Shown(self._text(place), Words(place.start, place.end)))
        self._explained |= {company.start, place.start}

    @property
    def _known(self) -> dict[str, str]:
        return {field: one.text for field, one in self._answers.items()}

    def _read_line(self, section: _Section, line: Line, kind: str) -> None:
        """Explain a line by the part of its section that has most words in it."""
        is_bullet = line.kind == "bullet"
        if line.start in self._explained or is_bullet != (kind == "bullet"):
            return
        best: tuple[int, list[Piece], Part | None] = (_LEAST - 1, [], None)
        for part in section.parts:
            if part.kind == "heading" and is_same(self._text(line), _words(part)):
                self._explained.add(line.start)
                return
            if part.kind != kind:
                continue
            pieces = self._pieces(part, self._text(line))
            weight = sum(piece.weight for piece in pieces)
            if weight > best[0]:
                best = weight, pieces, part
        if best[2]:
            self._first = self._first or Words(line.start, line.end)
            self._take(line, line.start, best[1])
            self._read_rest(best[2], line, best[1])

    def _pieces(self, part: Part, text: str) -> list[Piece]:
        if part.kind == "paragraph":
            return in_turn(sentences(part.nodes), text, self._known)
        piece = whole(part.nodes, text, self._known)
        return [piece] if piece else []

    def _take(self, line: Line, start: int, pieces: list[Piece], is_fact: bool = False) -> None:
        """Keep what pieces of a line answer, and what follows from that."""
        self._explained.add(line.start)
        for piece in pieces:
            words = Words(start + piece.start, start + piece.end)
            for field, said in piece.implied.items():
                self._keep(field, Shown(said, words, is_fact))
            for field, (first, last) in piece.shown.items():
                words = Words(start + first, start + last)
                self._keep(field, Shown(self._posting.said(words), words, is_fact))

    def _keep(self, field: str, shown: Shown) -> None:
        """Keep an answer; of two spellings that of a sentence goes before that of a fact."""
        if _LABEL.fullmatch(shown.text):
            return
        before = self._answers.get(field)
        if before is None or (before.is_fact and not shown.is_fact) or before.text.isupper():
            self._answers[field] = shown
        if before is None:
            self._imply(field, shown)

    def _imply(self, field: str, shown: Shown) -> None:
        """Keep what must have been answered for a field to mean anything."""
        applies, published = FIELDS[field].applies, FIELDS[field].published
        for rule in (applies, published):
            for one in rule[0] if len(rule) == 1 else ():
                if one.field not in self._answers and one.wanted in ("yes", "no", "hybrid", "remote"):
                    self._answers[one.field] = shown._replace(text=one.wanted)

    def _read_rest(self, part: Part, line: Line, pieces: list[Piece]) -> None:
        """Take what stands between the template's sentences for the owner's own, if it is one."""
        fields = [field for nodes in sentences(part.nodes) if (field := _own(wordings(nodes)))]
        spans = _between(pieces, line.end - line.start)
        if len(fields) == 1 and len(spans) == 1:
            start, end = spans[0]
            self._rest.append((fields[0], Words(line.start + start, line.start + end)))

    def _read_own(self, section: _Section, lines: list[Line]) -> None:
        """Give the lines that no template has to the field that its section keeps for them."""
        open_ = [part for part in section.parts]
        for line in lines:
            text = self._text(line)
            heading = next((at for at, part in enumerate(section.parts)
                            if part.kind == "heading" and is_same(text, _words(part))), None)  # fmt: skip
            if heading is not None and any(map(_alone, section.parts[heading:])):
                open_ = list(section.parts[heading:])
            if line.start in self._explained:
                continue
            kind = "bullet" if line.kind == "bullet" else "paragraph"
            ways = [part for part in open_ if part.kind == kind and _alone(part)]
            fields = [_alone(part) for part in sorted(ways, key=_is_said_otherwise)]
            if fields:
                # Where this is all of the paragraph, it stands as why the job is open does.
                is_of_people = fields[0] == "role.opening" and _LEADS.search(text)
                field = "role.manages" if is_of_people else fields[0]
                self._rest.append((field, Words(line.start, line.end)))
                self._explained.add(line.start)


def _alone(part: Part) -> str:
    """Return the field that a part shows alone, in one of its ways."""
    if part.kind == "paragraph" and len(sentences(part.nodes)) > 1:
        return ""
    return _own(wordings(part.nodes))


def _is_said_otherwise(part: Part) -> bool:
    return not isinstance(part.nodes[0], Bracket)


def _fields(part: Part) -> list[str]:
    return [one.alone for one in wordings(part.nodes) if one.alone]


def _own(ways: tuple[Wording, ...]) -> str:
    return next((one.alone for one in ways if one.alone), "")


def _between(pieces: list[Piece], length: int) -> list[tuple[int, int]]:
    ends = [0, *(piece.end for piece in pieces)]
    starts = [*(piece.start for piece in pieces), length]
    spans = zip(ends, starts, strict=True)
    return [(start, end) for start, end in spans if end - start > 1]
