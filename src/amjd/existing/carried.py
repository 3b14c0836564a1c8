"""Whole lines of a posting that are taken over as they stand: what the owner wrote, in lists."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amjd.answers.pay.currencies import SIGNS
from amjd.existing.found import Found, Item
from amjd.existing.others import Theirs
from amjd.review.posting import Line, Words
from amjd.review.sections import Section
from amjd.text.patterns import compile_later

_LISTS: tuple[tuple[str, Section], ...] = (
    ("role.duties", "duties"), ("role.required", "required"), ("role.preferred", "preferred"),
    ("pay.benefits", "benefits"),
)  # fmt: skip
_LONGEST, _MOST = 500, 40  # characters of a line, and lines, that still are a list
# Pay that stands among the benefits is none.
_PAID = compile_later(
    rf"[{SIGNS}].{{0,40}}(?:salary|\bbase\b|\bp\.?a\b|/ ?(?:yr|hr)|per (?:year|annum|hour|month))"
    rf"|(?:salary|\bbase\b|\bpay\b).{{0,40}}[{SIGNS}] ?\d"
    # "$62K-$78K depending on experience", with nothing beside it
    rf"|^\W*[{SIGNS}] ?[\d,.]{{2,12}}k?(?: ?(?:[-\u2013]|to) ?[{SIGNS}]? ?[\d,.]{{2,12}}k?)?"
    r"[ ,(]{0,3}(?:depending on [a-z ]{4,40}|d\.?o\.?e)\W*$",
    re.IGNORECASE,
)
# Where a word was taken out, or never filled in.
_GONE = compile_later(
    r"#[A-Z]+_[0-9a-f]{8,80}#|\[[A-Za-z][^\[\]\n]{1,60}\]"
    r"|\((?:e-?mail|address|link|url)[^)]{0,12} removed\)"
)


def lists(here: Theirs) -> Iterator[Found]:
    """Give the lists that stand under headings of their own."""
    for field, section in _LISTS:
        items = _items(here, _listed(here, section))
        if field == "role.required":
            years, items = _years(here, items)
            yield from years
        if items:
            yield Found(field, tuple(items), items[0].words)


def _listed(here: Theirs, section: Section) -> Sequence[Line]:
    """List the bullets of a section, or its lines, where it is a list without marks."""
    found = here.posting.lines_of(section)
    # Where sentences were glued together, nobody knows where one item ends.
    touching = [pair for pair in pairwise(here.posting.lines) if _is_glued(here, *pair)]
    glued = {one.start for pair in touching for one in pair}
    if any(one.start in glued for one in found):
        return []
    bullets = [one for one in found if one.kind == "bullet"]
    if bullets or len(found) < 3:
        return bullets
    is_list = all(
        one.end - one.start <= 120 and "://" not in here.posting.said(one) for one in found
    )
    # What is a sentence among items is of something else.
    stops = {here.posting.said(one).rstrip().endswith(".") for one in found}
    return found if is_list and len(stops) == 1 else []


def _is_glued(here: Theirs, before: Line, one: Line) -> bool:
    """Whether two lines touch in the source, without a break or a tag between them."""
    line, column = here.posting.place(before.end - 1)
    next_line, next_column = here.posting.place(one.start)
    return line == next_line and next_column - column < 3


def _items(here: Theirs, found: Sequence[Line]) -> list[Item]:
    texts = [(here.posting.said(one).strip(" \t;"), one) for one in found]
    if len(texts) > _MOST or any(len(text) > _LONGEST for text, _ in texts):
        return []
    return [
        Item(text, one.words)
        for text, one in texts
        if text and not (text.endswith(":") or _GONE.search(text) or _PAID.search(text))
    ]


_N = (r"(?:at least |a minimum of |minimum(?: of)? )?"
      r"(?P<n>\d{1,2}(?: ?(?:-|to) ?\d{1,2})?)(?: ?\+| or more| plus)?")  # fmt: skip
_YEARS = compile_later(
    rf"{_N} (?:years?|yrs?\.?)'?(?: of)?"
    r"(?:(?: relevant| related| work| working| professional| prior)*"
    r" experience(?: (?:in|with) (?P<a>[^.;,:()]{3,60}))?"
    r"| (?P<b>[a-z][^.;,:()]{2,50}) experience)\.?"
)


def _years(here: Theirs, items: list[Item]) -> tuple[list[Found], list[Item]]:
    """Take the years of experience out of a list, where a line says nothing else."""
    low = here.posting.low
    for item in items:
        match = _YEARS.fullmatch(low, item.words.start, item.words.end)
        if match is None:
            continue
        found = [Found("role.years", re.sub(r" ?(?:-|to) ?", "-", match["n"]), item.words)]
        if kind := match["a"] or match["b"]:
            start = match.start("a" if match["a"] else "b")
            text = here.posting.text[start : start + len(kind)]
            found.append(Found("role.years_in", text, Words(start, start + len(kind))))
        return found, [one for one in items if one is not item]
    return [], items


_OF_JOB = compile_later(r"\byou\b|\byou'(?:ll|re|ve)\b|\bthis (?:role|position|job|opportunity)\b"
                     r"|\bthe (?:role|position|successful|ideal)\b|\bcandidates?\b"
                     r"|\bwe(?:'re| are) (?:looking|seeking|hiring|recruiting)"
                     r"|\b(?:opportunity|vacancy|opening) for\b"
                     r"|\bjoin (?:us|our|the)\b")  # fmt: skip


def about(here: Theirs) -> Iterator[Found]:
    """Take what a section says of the company: its first paragraph, and its bullets."""
    found = here.posting.lines_of("about")
    first = next((one for one in found if one.kind == "text" and one.end - one.start > 60), None)
    if first is None or _lacks(here, first):
        return
    said = here.posting.lowered(first)
    if len(said) <= 900 and not _OF_JOB.search(said):
        words = first.words
        yield Found("company.about", here.posting.said(words).strip(), words)


def _lacks(here: Theirs, line: Line) -> bool:
    return bool(_GONE.search(here.posting.text, line.start, line.end))


def equal_opportunity(here: Theirs) -> Iterator[Found]:
    """Take the employer's own statement, where it has a section or a line of its own."""
    words = here.facts.equal
    if words is None:
        return
    line = here.posting.line(words.start)
    # What goes before it in its line is of something else, unless a heading stands above.
    before = here.posting.line(max(0, line.start - 1))
    start = line.start if before.kind == "heading" else _sentence(here, words).start
    own = Words(start, line.end)
    if line.kind == "heading":
        after = [one for one in here.posting.lines_of("equal") if one.start > line.start]
        own = after[0].words if after else own
    text = here.posting.said(own).strip()
    if 60 <= len(text) <= 2000 and not _GONE.search(text):
        yield Found("company.equal_opportunity", text, own)


_SENTENCE = compile_later(r"(?:[^.!?]|[.!?](?! ))*[.!?]?")
_STOP = compile_later(r"[.!?] ")


def evidence(here: Theirs) -> Iterator[Found]:
    """Take the sentence that asks for something that shows results."""
    words = here.facts.evidence
    if words is None or here.posting.line(words.start).section not in ("apply", "head", "other"):
        return
    own = _sentence(here, words)
    said = here.posting.said(own).strip()
    if 20 <= len(said) <= 300:
        yield Found("apply.evidence", said, own)


def _sentence(here: Theirs, words: Words) -> Words:
    """Return the sentence that some words stand in."""
    line = here.posting.line(words.start)
    stops = [match.end() for match in _STOP.finditer(here.posting.text, line.start, words.start)]
    start = stops[-1] if stops else line.start
    match = _SENTENCE.match(here.posting.text, start, line.end)
    return Words(start, max(match.end() if match else line.end, words.end))
