"""The review: facts found, every rule run over them, findings sorted."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, cast

from amjd.answers.names.persons import names_person
from amjd.review import facts
from amjd.review.checks import CHECKS
from amjd.review.facts import Facts
from amjd.review.findings import Around, Case, Finding, Hit
from amjd.review.posting import Posting, Words
from amjd.review.rules import Finder, Level, Rule, Rules, Source, at_least, level
from amjd.review.sections import Section
from amjd.text.characters import joined
from amjd.text.patterns import compile_later


class Review(NamedTuple):
    """What a review comes to; `regions` are the places whose laws were looked at."""

    posting: Posting
    facts: Facts
    findings: tuple[Finding, ...]
    regions: tuple[str, ...]


def review(
    posting: Posting,
    rules: Rules,
    around: Around,
    ignored: Mapping[str, str] | None = None,
    least: Level = "notice",
) -> Review:
    """Review a posting; `around` says what it does not, and `ignored` why rules are silenced.

    What is below the level `least` is left out.
    """
    found = facts.find(posting)
    here = around.regions or found.regions
    case = Case(posting, found, around._replace(regions=here), rules.laws)
    reasons, wanted = ignored or {}, at_least(least)
    # An answer that a posting shows twice has one place in its file.
    findings = dict.fromkeys(
        _finding(case, rule, hit, reasons.get(rule.id))
        for rule in rules.values()
        if not (rule.of_whole and around.is_short)
        for hit in _hits(case, rule, wanted)
    )
    kept = sorted((one for one in findings if one.level in wanted), key=lambda one: one.rank)
    return Review(posting, found, tuple(kept), here)


def in_words(posting: Posting, rules: Rules, regions: Collection[str] = ()) -> list[Finding]:
    """Find what is wrong in single words, at least a warning; what is lacking is not."""
    case = Case(posting, facts.find(posting), Around(tuple(regions), None, ""), ())
    found = (
        _finding(case, rule, hit, None)
        for rule in rules.values()
        for hit in _worded(posting, rule, at_least("warning"))
    )
    return [one for one in found if one.level in at_least("warning")]


def _hits(case: Case, rule: Rule, wanted: Collection[Level]) -> Iterator[Hit]:
    if rule.check and (rule.rises or level(rule.level) in wanted):
        yield from CHECKS[rule.check](case)
    yield from _worded(case.posting, rule, wanted)


def _worded(posting: Posting, rule: Rule, wanted: Collection[Level]) -> Iterator[Hit]:
    finders = [one for one in rule.words if level(one.level or rule.level) in wanted]
    found = _spoken(posting, finders)
    if rule.once:
        yield from _once(posting, rule, found)
        return
    for finder, words in found:
        yield Hit(finder.message or rule.title, words, finder.level, finder.cure, why=finder.why)


def _spoken(posting: Posting, finders: Collection[Finder]) -> Iterator[tuple[Finder, Words]]:
    """Find words with what finds them, but once, whatever begins there or says the same of them."""
    spoken: set[int] = set()
    covered: dict[str, set[int]] = {}
    for finder in finders:
        lines: set[int] = set()
        for words in _found(posting, finder):
            line = posting.line(words.start).start
            letters, same = range(words.start, words.end), covered.setdefault(finder.message, set())
            if words.start in spoken or (finder.once_a_line and line in lines):
                continue
            if not same.isdisjoint(letters):
                continue
            spoken.add(words.start)
            same.update(letters)
            lines.add(line)
            yield finder, words


def _once(posting: Posting, rule: Rule, found: Iterator[tuple[Finder, Words]]) -> Iterator[Hit]:
    """Say each message once, of the first words that it is said of, with every cure for them."""
    alike: dict[tuple[str, str, str], list[tuple[Finder, Words]]] = {}
    for finder, words in found:
        key = (finder.message or rule.title, finder.level, finder.why)
        alike.setdefault(key, []).append((finder, words))
    for (message, rated, why), those in alike.items():
        those.sort(key=lambda one: one[1].start)
        places = [one for _, one in those]
        cures = list(dict.fromkeys(finder.cure for finder, _ in those))
        cure = " ".join(one or rule.cure for one in cures) if len(cures) > 1 else cures[0]
        said = message + _also(posting, places[0], places)
        yield Hit(said, places[0], rated, cure, why=why)


_MOST_TOLD = 4


def _also(posting: Posting, first: Words, found: Collection[Words]) -> str:
    """Name what else is found by a rule that speaks once."""
    others = {posting.lowered(one).strip(): posting.said(one).strip() for one in found}
    others.pop(posting.lowered(first).strip(), None)
    told = [f'"{said}"' for said in others.values()]
    more = [f"{len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
    return f" Also {joined([*told[:_MOST_TOLD], *more], 'and')}." if told else ""


@lru_cache(512)
def _compiled(expression: str) -> re.Pattern[str]:
    return compile_later(expression, re.MULTILINE)


def _found(posting: Posting, finder: Finder) -> Iterator[Words]:
    where = cast(tuple[Section, ...], finder.within)
    if finder.nowhere and posting.holds(_compiled(finder.nowhere)):
        return
    if finder.somewhere and not posting.holds(_compiled(finder.somewhere)):
        return
    for words in posting.phrases(_compiled(finder.find), where):
        if words.end == words.start or _is_outside(posting, words, finder):
            continue
        if finder.unless and _compiled(finder.unless).search(posting.sentence(words, 80, 80)):
            continue
        if finder.unless_named and _is_named(posting.said_before(words, 200)):
            continue
        yield words


# "We want a young, energetic person", "A fast-paced role", where a company tells of itself
_OF_JOB = compile_later(
    r"\bwe(?: are|'re)? (?:now |currently |always |only |just )?(?:want|need|seek(?:ing)?"
    r"|look(?:ing)? for|search(?:ing)? for|hir(?:e|ing))\b"
    r"(?! (?:to|our|your|the|all|every\w*|it|them|clients?|customers?|partners?|more)\b)"
    r"|\b(?:this|the|your) (?:role|job|position|vacancy)\b(?! (?:of|in)\b)"
)
_IS_JOB = compile_later(r"\0 (?:[a-z-]+ ){0,2}(?:role|job|position|vacancy)\b(?! (?:in|model)\b)")


def _is_outside(posting: Posting, words: Words, finder: Finder) -> bool:
    """Whether words stand where a finder does not look, and no sentence speaks of the job there."""
    section = posting.line(words.start).section
    if section not in finder.outside:
        return False
    if section != "about":
        return True
    around = posting.sentence(words, 80, 40)
    whole = around.replace("\0", posting.flow[words.start : words.end])
    return not (_IS_JOB.search(around) or _OF_JOB.search(whole))


# "You pick up Hannah's six clients while she is away"
_WHOSE = compile_later(
    r"(?<=[a-z,] )[A-Z][a-z]{2,20}['\u2019]s (?!(?:is|are|been|a|the|not)\b)[^.!?]*\Z"
)


def _is_named(before: str) -> bool:
    return names_person(before) or _WHOSE.search(before) is not None


def _finding(case: Case, rule: Rule, hit: Hit, ignored: str | None) -> Finding:
    posting, rule = case.posting, rule.in_place(case.around.regions)
    meant = posting.trimmed(hit.words) if hit.words else None
    line, column = posting.place(meant.start) if meant else hit.place or (1, 1)
    words = posting.said(meant) if meant else ""
    laws = hit.laws
    sources = tuple(Source(law.citation, law.source, law.read) for law in laws) or rule.sources
    places = {law.place for law in laws}
    place = next(iter(places)) if len(places) == 1 else case.around.regions[0] if places else None
    confirmed = any(law.confirmed for law in laws) if laws else None
    return Finding(
        rule.id, level(hit.level or rule.level), line, column, words, hit.message,
        hit.why or rule.why, hit.cure or rule.cure, sources, place, confirmed, ignored, hit.field,
    )  # fmt: skip
