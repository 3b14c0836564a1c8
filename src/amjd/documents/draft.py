"""The pipeline: answers and a template in, a document and what there is to say about it out."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.conditions import Conditions, Shown
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.state import left_out, missing, shown
from amjd.documents.catalog import Catalog
from amjd.documents.choice import choose, signals
from amjd.documents.document import Document
from amjd.documents.fill import Filling, draft_mark, fill, to_document
from amjd.questions import Questions


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
    texts, in_brackets = shown(answers), missing(answers)
    in_brackets += [field for field in open_ if field not in in_brackets]
    choice = choose(catalog.heads, texts, in_brackets)
    reason = str(choice)
    if override := template or answers.template:
        by = "--template" if template else "the answer template"
        reason = f"{override}: chosen by {by} · the answers say {reason}"
    used = override or choice.template
    # What was left open is no default: it stands in brackets.
    defaults = {field: text for field, text in _defaults(catalog, used, texts).items()
                if field not in in_brackets}  # fmt: skip
    filling = Filling({**defaults, **texts}, _labels(in_brackets, questions))
    blocks = fill(catalog.parts(used), filling)
    if in_brackets:
        blocks = draft_mark([filling.blanks[field] for field in in_brackets]) + blocks
    notes = (*_notes(answers, defaults), *map(_open, in_brackets))
    return Drafted(to_document(blocks, filling), answers, used, reason, notes)


def _labels(fields: list[str], questions: Questions) -> dict[str, str]:
    # A complete document needs no word of the questions, and none is read for it.
    return {field: questions[field].label for field in fields}


def _defaults(catalog: Catalog, template: str, texts: dict[str, Shown]) -> dict[str, str]:
    """Say what stands in for answers that were not given, where the posting shows it."""
    head = catalog.head(template)
    every = {field: rule.default for field, rule in FIELDS.items() if rule.default}
    every |= {"role.title": head.title, "apply.evidence": head.evidence}
    return {field: text for field, text in every.items() if field not in texts}


def _notes(answers: Answers, defaults: dict[str, str]) -> list[str]:
    notes = [f"{field}: {text.rstrip('.')}, not given" for field, text in defaults.items()]
    notes += [f"{field} is left out: {reason}" for field, reason in left_out(answers)]
    deadline = answers.apply.deadline
    if deadline and deadline.day and deadline.day < datetime.date.today():
        notes.append(f"apply.deadline: {deadline.day} is already past")
    return notes


def _open(field: str) -> str:
    return f"{field} is missing and stands in brackets"


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


def _ruled_out(wanted: Conditions, texts: dict[str, Shown]) -> bool:
    return any(one.field in texts and not one.holds(texts[one.field]) for one in wanted)
