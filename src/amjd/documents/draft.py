"""The pipeline: answers and a template in, a document and what there is to say about it out.

What there is to say are values here; their sentences are in `cli.said`.
"""

import datetime
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from amjd.answers.choices import ALL
from amjd.answers.conditions import Rule, Shown
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.money import PRIVATE
from amjd.answers.places import law_asks_for_pay, region_name
from amjd.answers.state import left_out, missing, shown, silent
from amjd.documents.catalog import Catalog
from amjd.documents.choice import Choice, choose, signals
from amjd.documents.document import Document
from amjd.documents.doubts import Doubt, doubts
from amjd.documents.fill import Filling, draft_mark, fill, to_document
from amjd.documents.language import Part, fields_of
from amjd.questions import Questions

Override = Literal["", "option", "answer"]
"""What overrides the choice of the answers, if anything does."""


class Note(NamedTuple):
    """Something the author should know of a field; `detail` is the default, the reason, the day."""

    kind: Literal[
        "default", "left out", "past", "open", "line", "elsewhere", "private", "asked by law",
    ]  # fmt: skip
    field: str
    detail: str = ""


class Drafted(NamedTuple):
    """A document with all that it was made of, which is what a format may need.

    `template` is the one used, `choice` what the answers decide (a blank has none), which the
    option or the answer `template` may override; `notes` are what the author should know, and
    `doubts` what does not go together.
    """

    document: Document
    answers: Answers
    template: str
    choice: Choice | None = None
    overridden_by: Override = ""
    notes: tuple[Note, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def draft(
    catalog: Catalog,
    questions: Questions,
    answers: Answers,
    template: str = "",
    open_: Sequence[str] = (),
) -> Drafted:
    """Draft a document; what is required and missing stands in it as a label in brackets.

    `template` overrides the choice, as the answer `template` does; `open_` are optional fields
    that are to stand in brackets too.
    """
    in_brackets = missing(answers)
    in_brackets += [field for field in open_ if field not in in_brackets]
    texts = shown(answers, in_brackets)
    choice = choose(catalog.heads, texts, silent(answers))
    used = template or answers.template or choice.template
    # What was left open is no default: it stands in brackets.
    defaults = {field: text for field, text in _defaults(catalog, used, texts).items()
                if field not in in_brackets}  # fmt: skip
    filling = Filling({**defaults, **texts}, _labels(in_brackets, questions))
    names = answers.leave_out or []
    parts, dropped = _parted(catalog.parts(used), names)
    blocks = fill(parts, filling)
    if in_brackets:
        blocks = draft_mark([filling.blanks[field] for field in in_brackets]) + blocks
    notes = (
        *_notes(answers, defaults),
        *_left_out_with(dropped, parts, texts),
        *_of_others(catalog, used, names),
        *(Note("open", field) for field in in_brackets),
    )
    document = to_document(blocks, filling)
    found = doubts(answers, catalog.head(used))
    return Drafted(document, answers, used, choice, _override(template, answers), notes, found)


def _parted(parts: Sequence[Part], names: Sequence[str]) -> tuple[list[Part], list[Part]]:
    """Part the blocks of a template into those that stay, and those that are left out by name."""
    leaves = [bool(part.name) and (ALL in names or part.name in names) for part in parts]
    stay = [part for part, goes in zip(parts, leaves, strict=True) if not goes]
    return stay, [part for part, goes in zip(parts, leaves, strict=True) if goes]


def _left_out_with(
    dropped: Sequence[Part], parts: Sequence[Part], texts: dict[str, Shown]
) -> Iterator[Note]:
    """Name the answers that only stood in what was left out."""
    if not dropped:
        return
    still = set().union(*(fields_of(part.nodes) for part in parts))
    gone = set().union(*(fields_of(part.nodes) for part in dropped)) - still
    for field in FIELDS:
        if field in gone and field in texts:
            yield Note("line", field)


def _of_others(catalog: Catalog, used: str, names: Sequence[str]) -> Iterator[Note]:
    """Name what was to be left out and only stands in other templates."""
    known = catalog.names() if set(names) - {ALL} else {}
    for name in names:
        if name in known and used not in known[name]:
            yield Note("elsewhere", "leave_out", f"{name} ({', '.join(known[name])})")


def _override(template: str, answers: Answers) -> Override:
    if template:
        return "option"
    return "answer" if answers.template else ""


def _labels(fields: list[str], questions: Questions) -> dict[str, str]:
    # A complete document needs no word of the questions, and none is read for it.
    return {field: questions[field].label for field in fields}


def _defaults(catalog: Catalog, template: str, texts: dict[str, Shown]) -> dict[str, str]:
    """Say what stands in for answers that were not given, where the posting shows it."""
    head = catalog.head(template)
    every = {field: rule.default for field, rule in FIELDS.items() if rule.default}
    every |= {"role.title": head.title, "apply.evidence": head.evidence}
    return {field: text for field, text in every.items() if field not in texts}


def _notes(answers: Answers, defaults: dict[str, str]) -> list[Note]:
    notes = [Note("default", field, text.rstrip(".")) for field, text in defaults.items()]
    notes += [Note("left out", field, str(reason)) for field, reason in left_out(answers)]
    notes += _remarks(answers)
    deadline = answers.apply.deadline
    if deadline and deadline.day and deadline.day < datetime.date.today():
        notes.append(Note("past", "apply.deadline", str(deadline.day)))
    return notes


def _remarks(answers: Answers) -> Iterator[Note]:
    """Find what is taken as it is, though candidates or the law may make something of it."""
    if answers.pay.base == PRIVATE:
        yield Note("private", "pay.base")
        regions = [code for code in answers.role.regions or () if law_asks_for_pay(code)]
        if regions:
            yield Note("asked by law", "pay.base", " and ".join(map(region_name, regions)))


def blank(catalog: Catalog, questions: Questions, template: str) -> Drafted:
    """Make the blank of a template: its own case of the choice, with labels for every answer."""
    head = catalog.head(template)
    texts: dict[str, Shown] = dict.fromkeys(signals(catalog.heads), "no")
    texts |= {condition.field: condition.wanted for condition in head.holds_when}
    fields = [field for field, rule in FIELDS.items() if not _ruled_out(rule.applies, texts)]
    texts = {field: text for field, text in texts.items() if field in fields}
    texts |= {"role.title": head.title, "apply.evidence": head.evidence}
    filling = Filling(texts, _labels(fields, questions))
    document = to_document(fill(catalog.parts(template), filling), filling)
    return Drafted(document, Answers(), template)


def _ruled_out(rule: Rule, texts: dict[str, Shown]) -> bool:
    return all(
        any(one.field in texts and not one.holds(texts[one.field]) for one in way) for way in rule
    )
