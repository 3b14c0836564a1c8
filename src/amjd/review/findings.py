"""Findings: what rules find in a posting, sorted by level, then place."""

from collections.abc import Sequence
from typing import NamedTuple

from amjd.review.facts import Facts
from amjd.review.posting import Posting, Words, folded
from amjd.review.rules import LEVELS, Law, Level, Source


class Doubted(NamedTuple):
    """What does not go together in answers: where in their file, and the sentence that says so."""

    line: int
    column: int
    message: str


class Around(NamedTuple):
    """What a posting may not say: its places (ISO 3166), the headcount, the day.

    `is_short` is a short form of ours, which leaves things out; `is_drafted` are somebody's answers
    among our words.
    """

    regions: tuple[str, ...]
    employees: int | None
    day: str
    doubts: tuple[Doubted, ...] = ()
    is_short: bool = False
    is_drafted: bool = False


class Case(NamedTuple):
    """What checks look at."""

    posting: Posting
    facts: Facts
    around: Around
    laws: tuple[Law, ...]


class Hit(NamedTuple):
    """What a check finds; what is empty is as the rule has it.

    `laws` are those that ask for it: a finding names them, and their sources are its own.
    `place` is a line and column where no words of the posting are meant; `field` is the answer in
    which what is lacking has its place.
    """

    message: str
    words: Words | None = None
    level: str = ""
    cure: str = ""
    laws: tuple[Law, ...] = ()
    place: tuple[int, int] | None = None
    field: str = ""
    why: str = ""


class Finding(NamedTuple):
    """A finding; `ignored` is the reason with which it is silenced, `field` as a `Hit` has it."""

    rule: str
    level: Level
    line: int
    column: int
    words: str
    message: str
    why: str
    cure: str
    sources: tuple[Source, ...]
    place: str | None = None
    confirmed: bool | None = None
    ignored: str | None = None
    field: str = ""

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """How findings are sorted."""
        return LEVELS.index(self.level), self.line, self.column, self.rule

    def length_in(self, line: str) -> int:
        """Return how many characters of its line are meant; none where that has other words."""
        there, first = line[self.column - 1 :], self.words[:1]
        is_there = first and folded(there).startswith(folded(first))
        return min(len(self.words), len(there)) if is_there else 0


_MOST_WARNINGS = 3


def foremost(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return what a draft ends with: of findings, sorted, the errors and the first warnings."""
    errors = sum(one.level == "error" for one in findings)
    return findings[: errors + _MOST_WARNINGS]
