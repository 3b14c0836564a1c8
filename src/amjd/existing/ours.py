"""A posting that `amjd` drafted, known again by the words of its template.

What fills the fields of the template is what was answered, and so is what a sentence is only said
for; lines that no template has are the owner's own.
"""

from collections.abc import Sequence

from amjd.answers.fields import FIELDS
from amjd.answers.names.posts import is_post
from amjd.documents.catalog import Catalog
from amjd.documents.language import Part
from amjd.existing.matching import (
    Known,
    Piece,
    between,
    can_be,
    in_turn,
    is_label,
    is_same,
    may_be_said,
    weight,
    whole,
)
from amjd.existing.origin import (
    Origin,
    Section,
    field_alone,
    fields_alone,
    is_field,
    likeliest,
    marks,
    origin_of,
    parted,
    sections,
)
from amjd.existing.shown import Ours, Shown
from amjd.existing.ways import sentences
from amjd.review.posting import Line, Posting, Words
from amjd.text.patterns import compile_later

_LEAST = 7  # characters of the template's own by which a line is known again
_CERTAIN = 25  # characters by which a bullet is no line of the owner's own
_PLAIN = ("yes", "no", "hybrid", "remote")
# What sentences say otherwise than facts, or only in part.
_IN_PART = ("tools.crm", "portfolio.accounts", "portfolio.segment", "role.reports_to")
# A paragraph alone that says whom one leads stands where another says why the job is open.
_LEADS = compile_later(
    r"\b[Yy]ou(?:'ll| will)? (?:also )?(?:lead|manage|supervise|head|coach|run|direct)\b"
    r"|reports? to you\b|your (?:team|people|reports)\b"
)


def known_again(posting: Posting, catalog: Catalog) -> Ours | None:
    """Know a posting of ours again; None if it is another's."""
    origin = origin_of(posting, catalog)
    return _Reader(posting, origin).read() if origin else None


_FEW = 8  # lines; a short form has a title and three paragraphs
_ENOUGH = 60  # characters of a short form's own by which it is known


def briefly_known(posting: Posting, short: Catalog) -> Ours | None:
    """Know a short form again, which has no headings: each paragraph says something of ours."""
    if not 3 <= len(posting.lines) <= _FEW:
        return None
    readers = [_Reader(posting, one) for one in likeliest(posting, short)]
    found = max(readers, key=lambda one: one.read_briefly())
    return found.read_so_far() if found.is_all_known else None


class _Reader:
    """Reads a posting against a template: the plainest first, so that the rest agrees with it."""

    def __init__(self, posting: Posting, origin: Origin) -> None:
        self._posting = posting
        self._origin = origin
        self._sections = sections(origin.parts)
        # What tells at a glance that a line is none of a part.
        self._marks = {id(part): marks(part) for part in origin.parts}
        self._alone = {id(part): fields_alone(part) for part in origin.parts}
        self._answers: dict[str, Shown] = {}
        self._explained: set[int] = set()
        self._rest: list[tuple[str, Words]] = []
        self._first: Words | None = None
        self._doubted: set[str] = set()
        self._weights: list[int] = []
        self._lines: set[str] = set()

    def read_briefly(self) -> int:
        """Read paragraphs that stand under no heading; return how much of them is known."""
        texts = [self._text(line) for line in self._posting.lines]
        title = texts.index(self._posting.title) if self._posting.title in texts else 0
        for at, line in enumerate(self._posting.lines):
            if at <= title < 2:
                # On paper the company stands above the title.
                self._keep_line("role.title" if at == title else "company.name", line)
            else:
                self._read_line(self._sections[0], line, "paragraph")
        return sum(self._weights)

    @property
    def is_all_known(self) -> bool:
        """Whether every line has words of the template, and enough of them."""
        lines = {one.start for one in self._posting.lines}
        return lines == self._explained and sum(self._weights) >= _ENOUGH

    def read(self) -> Ours:
        ((_, head), *others), self._explained = parted(self._posting, self._sections)
        self._read_head(head)
        self._read_facts(head)
        for kind in ("paragraph", "bullet"):
            for section, lines in others:
                for line in lines:
                    self._read_line(section, line, kind)
        for section, lines in others:
            self._read_own(section, lines)
        return self.read_so_far()._replace(lines=frozenset(self._lines))

    def read_so_far(self) -> Ours:
        answers = {field: one for field, one in self._answers.items() if field not in self._doubted}
        return Ours(
            self._origin.template, answers, frozenset(self._explained), tuple(self._rest),
            self._first or Words(0, 0), frozenset(self._doubted),
        )  # fmt: skip

    def _text(self, line: Line) -> str:
        return self._posting.said(line)

    def _read_head(self, lines: list[Line]) -> None:
        """Read title, company and place, which stand alone on their lines before the facts."""
        labels = tuple(f"{part.label}: " for part in self._sections[0].parts if part.label)
        is_fact = [self._text(one).startswith(labels) for one in lines]
        head = lines[: [*is_fact, True].index(True)]
        title = next((one for one in head if self._text(one) == self._posting.title), None)
        others = [one for one in head if one is not title]
        if title:
            self._keep_line("role.title", title)
        if len(others) == 2:
            self._keep_line("company.name", others[0])
            self._read_place(others[1])

    def _read_place(self, line: Line) -> None:
        paragraphs = [part for part in self._sections[0].parts if part.kind == "paragraph"]
        piece = whole(paragraphs[-1].nodes, self._text(line), self._known)
        if piece:
            self._take(line, line.start, [piece])
        else:
            self._keep_line("role.location", line)

    def _read_facts(self, lines: list[Line]) -> None:
        labelled = {part.label: part for part in self._sections[0].parts if part.kind == "fact"}
        for line in lines:
            label, colon, answer = self._text(line).partition(": ")
            part = labelled.get(label)
            if not (colon and part):
                continue
            start = line.start + len(label) + len(colon)
            if piece := whole(part.nodes, answer, self._known):
                self._take(line, start, [piece], is_fact=True)
            elif field := next((one for one in fields_alone(part) if can_be(one, answer)), ""):
                self._keep(field, Shown(answer, Words(start, line.end), True))
                self._explained.add(line.start)

    @property
    def _known(self) -> dict[str, str]:
        return {field: one.text for field, one in self._answers.items()}

    def _read_line(self, section: Section, line: Line, kind: str) -> None:
        """Explain a line by the part of its section that has most words in it."""
        is_bullet = line.kind == "bullet"
        if line.start in self._explained or is_bullet != (kind == "bullet"):
            return
        text = self._text(line)
        if section.under(text):
            self._explained.add(line.start)
            return
        parts = [part for part in section.parts if part.kind == kind and self._may_be(part, text)]
        tried = ((part, self._pieces(part, text, self._known)) for part in parts)
        part, pieces = max(tried, key=lambda one: weight(one[1]), default=(None, []))
        self._doubt(parts, text, weight(pieces))
        if part and (weight(pieces) >= _LEAST or self._says_no_more(pieces)):
            self._first = self._first or line.words
            self._weights.append(weight(pieces))
            self._lines.add(part.name)
            self._take(line, line.start, pieces)
            self._read_rest(part, line, pieces)

    def _doubt(self, parts: Sequence[Part], text: str, most: int) -> None:
        """Take a figure or a yes for unknown where another sentence of ours says another."""
        for part in parts:
            pieces = self._pieces(part, text, {})
            least = _CERTAIN if part.kind == "bullet" else _LEAST
            for piece in pieces if weight(pieces) > max(most, least) else ():
                said = {field: text[start:end] for field, (start, end) in piece.shown.items()}
                for field, one in {**said, **piece.implied}.items():
                    before = self._known.get(field, one)
                    is_plain = before in _PLAIN or any(map(str.isdigit, before))
                    if is_plain and not (may_be_said(field, before, one) or is_label(one)):
                        self._doubted.add(field)

    def _may_be(self, part: Part, text: str) -> bool:
        alone = (self._answers.get(field) for field in self._alone[id(part)])
        return any(mark in text for mark in self._marks[id(part)]) or any(
            is_same(one.text, text) for one in alone if one
        )

    def _says_no_more(self, pieces: list[Piece]) -> bool:
        """Whether pieces show what is known already, and nothing else."""
        shown = {field for piece in pieces for field in piece.shown}
        return bool(shown) and shown <= set(self._answers)

    def _pieces(self, part: Part, text: str, known: Known) -> list[Piece]:
        if part.kind == "paragraph":
            return in_turn(sentences(part.nodes), text, known)
        piece = whole(part.nodes, text, known)
        return [piece] if piece else []

    def _take(self, line: Line, start: int, pieces: Sequence[Piece], is_fact: bool = False) -> None:
        """Keep what pieces of a line answer; they count from `start`."""
        self._explained.add(line.start)
        for piece in pieces:
            words = Words(start + piece.start, start + piece.end)
            for field, said in piece.implied.items():
                self._keep(field, Shown(said, words, is_fact))
            for field, (first, last) in piece.shown.items():
                words = Words(start + first, start + last)
                self._keep(field, Shown(self._posting.said(words), words, is_fact))

    def _keep_line(self, field: str, line: Line) -> None:
        self._keep(field, Shown(self._text(line), line.words))
        self._explained.add(line.start)

    def _keep(self, field: str, shown: Shown) -> None:
        """Keep an answer; of two spellings that of a sentence goes before that of a fact."""
        if is_label(shown.text):
            return
        before = self._answers.get(field)
        if before and before.is_fact and FIELDS[field].kind.is_person and is_post(before.text):
            shown = shown._replace(text=shown.text.removeprefix("the "))
        is_spelling = before and before.is_fact and not shown.is_fact
        if (
            before is None
            or before.text.isupper()
            or (is_spelling and (field not in _IN_PART or is_same(before.text, shown.text)))
        ):
            self._answers[field] = shown
        if before is None:
            self._imply(field, shown)

    def _imply(self, field: str, shown: Shown) -> None:
        """Keep what must have been answered for a field to mean anything."""
        for rule in (FIELDS[field].applies, FIELDS[field].published):
            for one in rule[0] if len(rule) == 1 else ():
                if one.wanted in _PLAIN and not one.negated:
                    self._answers.setdefault(one.field, shown._replace(text=one.wanted))

    def _read_rest(self, part: Part, line: Line, pieces: list[Piece]) -> None:
        """Take what stands between the template's sentences for the owner's own, if it is one."""
        fields = fields_alone(part) if part.kind == "paragraph" else []
        spans = between(pieces, line.end - line.start)
        if len(fields) == 1 and len(spans) == 1:
            start, end = spans[0]
            if fields[0] == "role.manages" and not _LEADS.search(self._text(line), start, end):
                return
            self._rest.append((fields[0], Words(line.start + start, line.start + end)))

    def _read_own(self, section: Section, lines: list[Line]) -> None:
        """Give the lines that no template has to the field that its section keeps for them."""
        open_ = section.parts
        for line in lines:
            text = self._text(line)
            under = section.under(text)
            open_ = under if any(map(field_alone, under)) else open_
            if line.kind == "heading" and line.section == "other" and not under:
                open_ = ()  # what stands below it is of something else
            if line.start in self._explained:
                continue
            kind = "bullet" if line.kind == "bullet" else "paragraph"
            ways = [part for part in open_ if part.kind == kind and field_alone(part)]
            if ways:
                field = field_alone(next((part for part in ways if is_field(part)), ways[0]))
                is_of_people = field == "role.opening" and _LEADS.search(text)
                field = "role.manages" if is_of_people else field
                self._rest.append((field, line.words))
                self._explained.add(line.start)
