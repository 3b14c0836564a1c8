"""Knowing the words of a template again in a line: where they stand, and what fills its fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from amjd.answers.conditions import NAMING, OPEN, Condition
from amjd.answers.contacts import EMAIL, PHONE
from amjd.answers.fields import FIELDS
from amjd.answers.kinds import ListKind
from amjd.answers.links import LINK
from amjd.answers.names.clients import kinds_of
from amjd.answers.names.companies import spoken
from amjd.answers.names.posts import with_article
from amjd.answers.names.tools import for_records
from amjd.documents.language import Nodes
from amjd.existing.ways import Wording, pattern, wordings
from amjd.text.patterns import compile_later

Known = Mapping[str, str]
"""What is known of answers, as a posting shows them."""

_STOP = compile_later(r"(?<=[.!?\u2026])[\"'\u201d\u2019)]?(?= |\Z)|\Z")
_SENTENCE = compile_later(r"[.!?] [A-Z]")
_LABEL = compile_later(r"\[[^\[\]]+\]\.?")


class Piece(NamedTuple):
    """A part of a line that says something: where it stands, and what it answers.

    `shown` has the place of each field's answer, `implied` answers for which this is said.
    """

    start: int
    end: int
    weight: int
    shown: Mapping[str, tuple[int, int]]
    implied: Known


def weight(pieces: Sequence[Piece]) -> int:
    """Return how many characters of a template pieces have."""
    return sum(piece.weight for piece in pieces)


def between(pieces: list[Piece], length: int) -> list[tuple[int, int]]:
    """List the spans of a line of some length that no piece has."""
    ends = [0, *(piece.end for piece in pieces)]
    starts = [*(piece.start for piece in pieces), length]
    spans = zip(ends, starts, strict=True)
    return [(start, end) for start, end in spans if end - start > 1]


def whole(nodes: Nodes, text: str, known: Known) -> Piece | None:
    """Know a line again that is said in one of the ways of some nodes, from end to end."""
    return _said(_possible(nodes, text), text, 0, len(text), known)


_Ways = list[tuple[Wording, str]]


def _possible(nodes: Nodes, text: str) -> _Ways:
    """List the ways whose words all stand in a text, each with the field that it shows alone."""
    return [(one, one.alone) for one in wordings(nodes) if one.may_be_in(text)]


def _said(ways: _Ways, text: str, start: int, end: int, known: Known) -> Piece | None:
    """Find the ways with most words of their own; what only some of them say is not known."""
    fitting: list[tuple[int, Piece]] = []
    for one, alone in ways:
        # A field alone could be anything, but what is known already.
        if alone and not is_same(known.get(alone, ""), text[start:end]):
            continue
        if match := pattern(one).fullmatch(text, start, end):
            piece = _piece(one, match)
            if piece and _is_consistent(one, text, piece, known):
                fitting.append((piece.weight, piece))
    if not fitting:
        return None
    most = max(weight for weight, _ in fitting)
    return _common([piece for weight, piece in fitting if weight == most])


def _piece(one: Wording, match: re.Match[str]) -> Piece | None:
    if any(condition.wanted == OPEN and not condition.negated for condition in one.conditions):
        return None
    shown = {field: match.span(f"f{at}") for at, field in enumerate(one.fields)}
    weight = len(match[0].replace(" ", "")) if one.alone else one.weight
    implied = {each.field: each.wanted for each in one.conditions if each.is_answer}
    return Piece(*match.span(), weight, shown, implied)


def _is_consistent(one: Wording, text: str, piece: Piece, known: Known) -> bool:
    """Whether a way could be meant beside what is known, and agrees with itself."""
    now = dict(known)
    for field, (start, end) in piece.shown.items():
        said = text[start:end]
        if is_label(said):
            continue
        if field in known and not may_be_said(field, known[field], said):
            return False
        if not can_be(field, said):
            return False
        now[field] = said
    for field, said in piece.implied.items():
        if field in now and not is_same(now[field], said):
            return False
        now[field] = said
    return all(_may_hold(condition, now) for condition in one.conditions) and all(
        any(all(_may_hold(condition, now) for condition in way) for way in FIELDS[field].applies)
        for field in one.fields
        if not FIELDS[field].default
    )


def may_be_said(field: str, known: str, said: str) -> bool:
    """Whether a sentence may say an answer so.

    That is a company's spoken name, a post with its article, the one tool that keeps the records,
    accounts counted by what they are called, and clients named by their kinds alone.
    """
    number = known.casefold().removesuffix("accounts")
    if field == "portfolio.accounts" and said.casefold().startswith(number):
        return True
    if field == "portfolio.segment" and is_same(kinds_of(known), said):
        return True
    if field == "tools.crm" and is_same(for_records(known), said):
        return True
    return said == spoken(known) or is_same(known, said) or is_same(with_article(known), said)


def is_label(text: str) -> bool:
    """Whether a text is the label of an answer that is still to come."""
    return bool(_LABEL.fullmatch(text))


def can_be(field: str, said: str) -> bool:
    """Whether a text may be shown for a field, if few may: a closed list, or an address."""
    kind = FIELDS[field].kind
    if isinstance(kind, ListKind):
        return True
    if kind in (EMAIL, LINK, PHONE):
        return " " not in said or (kind is PHONE and not _SENTENCE.search(said))
    return not kind.choices or any(is_same(choice, said) for choice in kind.choices)


def is_same(one: str, other: str) -> bool:
    """Whether two shown answers are one: a first capital and a last stop count nothing."""
    return one.casefold().rstrip(".") == other.casefold().rstrip(".")


def _may_hold(condition: Condition, known: Known) -> bool:
    if condition.wanted == OPEN or condition.wanted.removeprefix(NAMING) in FIELDS:
        return True
    if condition.field not in known:
        return True
    said = known[condition.field]
    if not condition.negated and is_same(said, condition.wanted):
        return True
    return condition.holds(said)


def _common(pieces: list[Piece]) -> Piece:
    first, *others = pieces
    shown = {field: span for field, span in first.shown.items()
             if all(one.shown.get(field) == span for one in others)}  # fmt: skip
    implied = {field: said for field, said in first.implied.items()
               if all(one.implied.get(field) == said for one in others)}  # fmt: skip
    return first._replace(shown=shown, implied=implied)


def in_turn(units: tuple[Nodes, ...], text: str, known: Known) -> list[Piece]:
    """Know sentences again in a line, in their order, so that least of it stays unexplained."""
    return _Line(units, text, known).pieces()


class _Line:
    """Finds the best way to explain a line, each of its parts looked at once."""

    def __init__(self, units: tuple[Nodes, ...], text: str, known: Known) -> None:
        ways = (_possible(unit, text) for unit in units)
        self._units = [some for some in ways if not all(alone for _, alone in some)]
        self._text, self._known = text, known
        self._ends = sorted({match.end() for match in _STOP.finditer(text)})[-40:]
        self._best: dict[tuple[int, int], tuple[int, tuple[Piece, ...]]] = {}

    def pieces(self) -> list[Piece]:
        return list(self._from(0, 0)[1]) if self._units else []

    def _from(self, unit: int, start: int) -> tuple[int, tuple[Piece, ...]]:
        key = unit, start
        if key not in self._best:
            self._best[key] = max(self._choices(unit, start), key=lambda one: one[0])
        return self._best[key]

    def _choices(self, unit: int, start: int) -> Iterator[tuple[int, tuple[Piece, ...]]]:
        rest = len(self._text) - start
        if unit == len(self._units) or rest <= 0:
            yield -max(0, rest), ()
            return
        yield self._from(unit + 1, start)
        ends = [end for end in self._ends if end > start]
        if ends:
            score, pieces = self._from(unit, self._after(ends[0]))
            yield score - (ends[0] - start), pieces
        for end in ends:
            piece = _said(self._units[unit], self._text, start, end, self._known)
            if piece:
                score, pieces = self._from(unit + 1, self._after(end))
                yield score + piece.weight, (piece, *pieces)

    def _after(self, end: int) -> int:
        return end + 1 if end < len(self._text) else end
