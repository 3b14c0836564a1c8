"""The pipeline: answers and a template in, a document and what there is to say about it out."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amjd.answers.conditions import Conditions, Shown
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.money import PRIVATE
from amjd.answers.places import region_name
from amjd.answers.state import left_out, missing, shown, silent
from amjd.documents.catalog import Catalog
from amjd.documents.choice import choose, signals
from amjd.documents.document import Document
from amjd.documents.fill import Filling, draft_mark, fill, to_document
from amjd.flow import labels


class Drafted(NamedTuple):
    """A document with all that it was made of, which is what a format may need.

    `template` is the one used, `reason` says why; `notes` are what the author should know.
    """

    document: Document
    answers: Answers
    template: str
    reason: str = ""
    notes: tuple[str, ...] = ()


def draft(
    catalog: Catalog, answers: Answers, template: str = "", open_: Sequence[str] = ()
) -> Drafted:
    """Draft a document; what is required and missing stands in it as a label in brackets.

    `template` overrides the choice, as the answer `template` does; `open_` are optional fields
    that are to stand in brackets too.
    """
    in_brackets = missing(answers)
    in_brackets += [field for field in open_ if field not in in_brackets]
    texts = shown(answers, in_brackets)
    choice = choose(catalog.heads, texts, silent(answers))
    reason = str(choice)
    if override := template or answers.template:
        by = "--template" if template else "the answer template"
        reason = f"{override}: chosen by {by} · the answers say {reason}"
    used = override or choice.template
    # What was left open is no default: it stands in brackets.
    defaults = {field: text for field, text in _defaults(catalog, used, texts).items()
                if field not in in_brackets}  # fmt: skip
    filling = Filling({**defaults, **texts}, _labels(in_brackets))
    blocks = fill(catalog.parts(used), filling)
    if in_brackets:
        blocks = draft_mark([filling.blanks[field] for field in in_brackets]) + blocks
    notes = (*_notes(answers, defaults), *map(_open, in_brackets))
    return Drafted(to_document(blocks, filling), answers, used, reason, notes)


def _labels(fields: list[str]) -> dict[str, str]:
    # A complete document needs no word of the questions, and none is read for it.
    known = labels() if fields else {}
    return {field: known[field] for field in fields}


def _defaults(catalog: Catalog, template: str, texts: dict[str, Shown]) -> dict[str, str]:
    """Say what stands in for answers that were not given, where the posting shows it."""
    head = catalog.head(template)
    every = {field: rule.default for field, rule in FIELDS.items() if rule.default}
    every |= {"role.title": head.title, "apply.evidence": head.evidence}
    return {field: text for field, text in every.items() if field not in texts}


def _notes(answers: Answers, defaults: dict[str, str]) -> list[str]:
    notes = [f"{field}: {text.rstrip('.')}, not given" for field, text in defaults.items()]
    notes += [f"{field} is left out: {reason}" for field, reason in left_out(answers)]
    notes += _advice(answers)
    deadline = answers.apply.deadline
    if deadline and deadline.day and deadline.day < datetime.date.today():
        notes.append(f"apply.deadline: {deadline.day} is already past")
    return notes


# Where the law of a state or province asks for pay in postings, in November 2026: from the first
# employee or from a headcount up.
_PAY_BY_LAW = frozenset((
    "US-CA", "US-CO", "US-DC", "US-HI", "US-IL", "US-MA", "US-MD", "US-ME", "US-MN", "US-NJ",
    "US-NY", "US-VA", "US-VT", "US-WA", "CA-BC", "CA-ON", "CA-PE",
))  # fmt: skip


def _advice(answers: Answers) -> Iterator[str]:
    """Say what is taken as it is, and what candidates or the law make of it."""
    measures = len(answers.metrics or ())
    if measures > 5:
        yield f"metrics: {measures} measures; four or five are enough"
    if answers.pay.base != PRIVATE:
        return
    yield "pay.base is private: it is not printed, and many people pass such a posting by"
    regions = [code for code in answers.role.regions or () if code in _PAY_BY_LAW]
    if regions:
        places = " and ".join(map(region_name, regions))
        yield f"pay.base is private: the law of {places} asks most employers for pay in a posting"


def _open(field: str) -> str:
    return f"{field} is missing and stands in brackets"


def blank(catalog: Catalog, template: str) -> Drafted:
    """Make the blank of a template: its own case of the choice, with labels for every answer."""
    head = catalog.head(template)
    texts: dict[str, Shown] = dict.fromkeys(signals(catalog.heads), "no")
    texts |= {condition.field: condition.wanted for condition in head.holds_when}
    fields = [field for field, rule in FIELDS.items() if not _ruled_out(rule.applies, texts)]
    texts = {field: text for field, text in texts.items() if field in fields}
    texts |= {"role.title": head.title, "apply.evidence": head.evidence}
    filling = Filling(texts, _labels(fields))
    document = to_document(fill(catalog.parts(template), filling), filling)
    return Drafted(document, Answers(), template)


def _ruled_out(wanted: Conditions, texts: dict[str, Shown]) -> bool:
    return any(one.field in texts and not one.holds(texts[one.field]) for one in wanted)
