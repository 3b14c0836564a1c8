"""The pipeline: answers and a template in, a document and what there is to say about it out."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amjd.answers.choices import ALL
from amjd.answers.conditions import Rule, Shown
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.state import left_out, missing, shown
from amjd.documents.catalog import Catalog
from amjd.documents.choice import choose, signals
from amjd.documents.document import Document
from amjd.documents.fill import Filling, draft_mark, fill, to_document
from amjd.documents.language import Part, fields_of
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
    texts, unsettled = shown(answers), missing(answers)
    unsettled += [field for field in open_ if field not in unsettled]
    choice = choose(catalog.heads, texts, unsettled)
    reason = str(choice)
    if override := template or answers.template:
        by = "--template" if template else "the answer template"
        reason = f"{override}: chosen by {by} · the answers say {reason}"
    used = override or choice.template
    # What was left open is no default: it stands in brackets.
    defaults = {field: text for field, text in _defaults(catalog, used, texts).items()
                if field not in unsettled}  # fmt: skip
    filling = Filling({**defaults, **texts}, _labels(unsettled))
    parts, dropped = _parted(catalog.parts(used), answers.leave_out or [])
    blocks = fill(parts, filling)
    if unsettled:
        blocks = draft_mark([filling.blanks[field] for field in unsettled]) + blocks
    notes = (
        *_notes(answers, defaults),
        *_left_out_with(dropped, parts, texts),
        *_of_others(catalog, used, answers.leave_out or []),
        *map(_open, unsettled),
    )
    return Drafted(to_document(blocks, filling), answers, used, reason, notes)


def _parted(parts: Sequence[Part], names: Sequence[str]) -> tuple[list[Part], list[Part]]:
    """Part the blocks of a template into those that stay, and those that are left out by name."""
    leaves = [bool(part.name) and (ALL in names or part.name in names) for part in parts]
    stay = [part for part, goes in zip(parts, leaves, strict=True) if not goes]
    return stay, [part for part, goes in zip(parts, leaves, strict=True) if goes]


def _left_out_with(
    dropped: Sequence[Part], parts: Sequence[Part], texts: dict[str, Shown]
) -> Iterator[str]:
    """Name the answers that only stood in what was left out."""
    still = set().union(*(fields_of(part.nodes) for part in parts))
    gone = set().union(*(fields_of(part.nodes) for part in dropped)) - still
    for field in FIELDS:
        if field in gone and field in texts:
            yield f"{field} is left out: leave_out drops the line that shows it"


def _of_others(catalog: Catalog, used: str, names: Sequence[str]) -> Iterator[str]:
    """Name what was to be left out and only stands in other templates."""
    known = catalog.names() if set(names) - {ALL} else {}
    for name in names:
        if name in known and used not in known[name]:
            yield f"leave_out: {name} is none of {used}, but of {', '.join(known[name])}"


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
    if (share := answers.role.new_business) is not None and share >= 50:
        notes.append(f"role.new_business: {share:f}% on new clients makes it another job")
    deadline = answers.apply.deadline
    if deadline and deadline.day and deadline.day < datetime.date.today():
        notes.append(f"apply.deadline: {deadline.day} is already past")
    return notes


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


def _ruled_out(rule: Rule, texts: dict[str, Shown]) -> bool:
    return all(
        any(one.field in texts and not one.holds(texts[one.field]) for one in way) for way in rule
    )
