"""Rules as data: an entry each in `rules/`, with texts on which it must and must not fire."""

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple, cast

from amjd import resources
from amjd.records import load
from amjd.text.errors import AmjdError
from amjd.text.patterns import compile_later

Level = Literal["error", "warning", "notice"]
LEVELS: tuple[Level, ...] = ("error", "warning", "notice")
LEGAL = "This is not legal advice."


class Source(NamedTuple):
    """Where a rule comes from; `date` is that of the page, or the day it was read."""

    title: str
    url: str
    date: str


class Finder(NamedTuple):
    """Words that a rule finds: an expression over small letters, and what is said of them.

    `unless` is looked for in their sentence within 80 characters of them, where a null stands for
    them; with `unless_named` they are not found where they stand for a person named before them.
    `within` and `outside` are sections; about the company a sentence that speaks of the job, or of
    whom it is for, is not `outside`. Where `nowhere` stands anywhere in the posting, or
    `somewhere` does not, nothing is found; with `once_a_line` the first in a line is enough.
    `level`, `message`, `why` and `cure` stand in for those of the rule, and name no law.
    """

    find: str
    unless: str = ""
    message: str = ""
    level: str = ""
    why: str = ""
    cure: str = ""
    within: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    nowhere: str = ""
    somewhere: str = ""
    unless_named: bool = False
    once_a_line: bool = False


class Example(NamedTuple):
    """A posting, or an answers file, on which a rule fires or is silent.

    The rest is what its text does not say, and the level at which the rule fires.
    """

    text: str
    region: str = ""
    employees: str = ""
    as_of: str = ""
    level: str = ""
    is_answers: bool = False


class Elsewhere(NamedTuple):
    """What a rule says where the law that it cites does not hold; what is empty is the rule's."""

    why: str
    cure: str = ""
    sources: tuple[Source, ...] = ()
    level: str = ""


class Rule(NamedTuple):
    """One rule. `check` names what looks at the facts, in `checks`; `words` are looked for.

    `once` says that each message is said once, of the first words that it is said of; `rises`,
    that a law may lift what the check finds above the level of the rule; `of_whole`, that it asks
    for what a short form has no room for.
    `law_of` are the places (ISO 3166) whose law its why, cure and sources tell of, and `elsewhere`
    what is told where the posting names another.
    """

    id: str
    level: str
    title: str
    why: str
    cure: str
    sources: tuple[Source, ...]
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    check: str = ""
    words: tuple[Finder, ...] = ()
    once: bool = False
    rises: bool = False
    of_whole: bool = False
    law_of: tuple[str, ...] = ()
    elsewhere: Elsewhere = Elsewhere("")

    def in_place(self, regions: Collection[str]) -> "Rule":
        """Return the rule as it is told in a place: without the law of others."""
        if not self.elsewhere.why or not regions or any(map(self._holds_in, regions)):
            return self
        why, cure, sources, level = self.elsewhere
        return self._replace(
            why=why, cure=cure or self.cure, sources=sources, level=level or self.level
        )

    def _holds_in(self, region: str) -> bool:
        """Whether a law may hold in a region: in all of it, or in a part of it."""
        return any(f"{region}-".startswith(f"{place}-") or place.startswith(f"{region}-")
                   for place in self.law_of)  # fmt: skip


class _File(NamedTuple):
    rules: tuple[Rule, ...]


class Law(NamedTuple):
    """What a law asks of postings in a place, from a day and a headcount on.

    `asks` are of pay, benefits, other pay, deadline, ai, vacancy; `bans` of open pay, pay history.
    `commission` says when pay on commission stands in for a range: only (all pay is) or part.
    `members` are the countries that a place stands for; `note` is told with its name.
    `widest` is the widest range, in the money of the place a year, but for one that ends above
    `unless_above`; `locality` is the part of the place it holds in; `read` the date of the source.
    """

    place: str
    name: str
    effective: str
    employees: str
    asks: tuple[str, ...]
    citation: str
    source: str
    read: str
    confirmed: bool
    bans: tuple[str, ...] = ()
    commission: str = ""
    locality: str = ""
    members: tuple[str, ...] = ()
    note: str = ""
    widest: str = ""
    unless_above: str = ""


class _Laws(NamedTuple):
    laws: tuple[Law, ...]


class Rules(Mapping[str, Rule]):
    """Every rule by its id, and the laws of places, which are loaded with them.

    Raises:
        AmjdError: an entry cannot be read, or a law has no citation, source or date.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read yet."""
        self._folder = folder

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        files = (path for path in resources.files(self._folder, ".yaml") if path.stem != "places")
        return {rule.id: _sound(rule) for path in files for rule in load(path, _File).rules}

    @cached_property
    def laws(self) -> tuple[Law, ...]:
        """The laws of places."""
        laws = load(self._folder / "places.yaml", _Laws).laws
        for law in laws:
            if not (law.citation and law.source and _DAY.match(law.effective) and law.read):
                message = f"rules/places.yaml: {law.name} needs a citation, a source and its dates."
                raise AmjdError(message)
        return laws

    def __getitem__(self, rule: str) -> Rule:
        return self._by_id[rule]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


_DAY = compile_later(r"\d{4}-\d\d-\d\d\Z")


def _sound(rule: Rule) -> Rule:
    """Check what a shape cannot say: the level, and that something is looked for."""
    if rule.level not in LEVELS or not (rule.check or rule.words):
        raise AmjdError(f"rules: {rule.id} has no level, or looks for nothing.")
    return rule


def at_least(least: Level) -> tuple[Level, ...]:
    """List a level and those above it."""
    return LEVELS[: LEVELS.index(least) + 1]


def level(text: str) -> Level:
    """Take a text of the data for the level it is."""
    return cast(Level, text)
