"""What a review says: for people with the line itself and the words marked, and as JSON values."""

from collections.abc import Iterator, Sequence
from typing import Any

from amjd.review import facts
from amjd.review.findings import Finding
from amjd.review.posting import Posting, Words
from amjd.review.reviewer import Review
from amjd.review.rules import Level
from amjd.text.characters import printable_line
from amjd.text.patterns import compile_later

_WIDTH = 96  # characters of a line that are shown around the words
_MOST: dict[Level, int | None] = {"error": None, "warning": 10, "notice": 5}
_ASKED = {
    "pay": "What does it pay?",
    "number": "What number is mine to reach?",
    "accounts": "How many accounts are mine?",
    "tools": "What will I work with?",
    "judged": "How will I be judged?",
    "apply": "How do I apply?",
}


def as_text(name: str, review: Review, every: bool) -> Iterator[str]:
    """Tell of one file: the findings that matter first, then the six questions."""
    standing = [one for one in review.findings if one.ignored is None]
    shown = standing if every else _first(standing)
    for one in shown:
        yield from _finding(name, one, review.posting)
    if not standing:
        yield f"{name}: nothing to mend was found."
        yield ""
    if hidden := len(standing) - len(shown):
        yield f"{hidden} more: --all shows them."
        yield ""
    yield from _questions(review)
    if not review.regions:
        yield (
            "No state or country is said, so no law of pay was looked at: name one, as in "
            "--region US-CO or GB."
        )


def _first(findings: Sequence[Finding]) -> list[Finding]:
    """Keep the most of each level; what stands in the text goes before what it lacks."""
    kept: set[int] = set()
    for level, most in _MOST.items():
        places = [at for at, one in enumerate(findings) if one.level == level]
        kept.update(sorted(places, key=lambda at: not findings[at].words)[:most])
    return [findings[at] for at in sorted(kept)]


def _finding(name: str, one: Finding, posting: Posting) -> Iterator[str]:
    head = f"{name}:{one.line}:{one.column}: {one.level} {one.rule} {one.message}"
    yield printable_line(head)
    if one.words and one.line <= len(posting.source):
        yield from _marked(posting.source[one.line - 1], one)
    yield f"  why: {one.why}"
    yield f"  cure: {one.cure}"
    yield ""


def _marked(line: str, one: Finding) -> Iterator[str]:
    """Show the line, or the part of a long one around the words, and mark them below."""
    at = one.column - 1
    start = max(0, at - _WIDTH // 3) if len(line) > _WIDTH else 0
    part = printable_line(line[start : start + _WIDTH])
    before = len(printable_line(line[start:at]))
    dots = "..." if start else ""
    marks = max(1, min(one.length_in(line), len(part) - before))
    yield f"  | {dots}{part}{'...' if start + _WIDTH < len(line) else ''}"
    yield f"  | {' ' * (before + len(dots))}{'^' * marks}"


# Behind an amount: "$900/week", "\u00a324 an hour"
_PERIOD = compile_later(
    r" ?(?:/ ?(?:h(?:ou)?r|day|wk|week|mo(?:nth)?|yr|year)|hourly|daily|weekly|monthly|annually"
    r"|yearly|(?:per|an?|each) (?:hour|day|week|month|year|annum)|p\.?a)\b"
)


def _questions(review: Review) -> Iterator[str]:
    yield "What a candidate asks first:"
    for name, words in facts.questions(review.facts).items():
        answer = "nowhere"
        if words:
            line, _ = review.posting.place(words.start)
            posting = review.posting
            period = _PERIOD.match(posting.low, words.end) if name == "pay" else None
            meant = Words(words.start, period.end()) if period else posting.trimmed(words)
            said = printable_line(posting.said(meant))
            if name == "tools":
                also = [one for one in review.facts.tools if one != words]
                said = ", ".join(
                    [said, *(printable_line(review.posting.said(one)) for one in also)]
                )
            answer = f"line {line}: {said[:70]}"
        yield f"  {_ASKED[name]:<30} {answer}"


def as_values(name: str, kind: str, review: Review) -> dict[str, Any]:
    """Return what `--json` says of one file."""
    posting = review.posting
    return {
        "file": name,
        "kind": kind,
        "findings": [_as_value(one) for one in review.findings],
        "questions": _answered(review),
        "facts": facts.as_values(posting, review.facts),
    }


def _as_value(one: Finding) -> dict[str, Any]:
    value = one._asdict()
    del value["field"]  # for whoever has the answers
    value["sources"] = [source._asdict() for source in one.sources]
    return value


def _answered(review: Review) -> dict[str, Any]:
    found, posting = {}, review.posting
    for name, words in facts.questions(review.facts).items():
        line = posting.place(words.start)[0] if words else None
        said = posting.said(posting.trimmed(words)) if words else None
        found[name] = {"answered": words is not None, "line": line, "words": said}
    return found
