"""The pipeline: answers and a template in, a document and what there is to say about it out.

What there is to say are values here; their sentences are in `cli.said`.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from amjd.answers.choices import ALL
from amjd.answers.conditions import Rule, Shown
from amjd.answers.days.calendar import past_month
from amjd.answers.evidence import in_a_call, is_by_phone
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.money import PRIVATE
from amjd.answers.places.countries import law_asks_for_pay, region_name
from amjd.answers.state import left_out, locale, missing, shown, silent
from amjd.documents.catalog import Catalog
from amjd.documents.choice import Choice, choose, signals
from amjd.documents.document import Block, Document, count_words, fields_in, runs_of
from amjd.documents.english import briefly_elsewhere, elsewhere
from amjd.documents.fill import draft_mark, fill, to_blocks, to_document
from amjd.documents.filling import Filling
from amjd.documents.picking import FULL, Line, pick, ungrouped, without
from amjd.questions import Questions

if TYPE_CHECKING:
    from amjd.documents.doubts import Doubt

Override = Literal["", "option", "answer"]
"""What overrides the choice of the answers, if anything does."""


class Note(NamedTuple):
    """Something the author should know of a field; `detail` is the default, the reason, the day."""

    kind: Literal[
        "default", "left out", "past", "open", "line", "elsewhere", "private", "asked by law",
        "own lines", "long",
    ]  # fmt: skip
    field: str
    detail: str = ""


class Drafted(NamedTuple):
    """A document with all that it was made of, which is what a format may need.

    `template` is the one used, `choice` what the answers decide (a blank has none), which the
    option or the answer `template` may override; `notes` are what the author should know,
    `find_doubts` finds what does not go together, and `lines` are the template's own, printed or
    not. `posted` is the day on which it is posted, for the formats that name it.
    """

    document: Document
    answers: Answers
    template: str
    choice: Choice | None = None
    overridden_by: Override = ""
    notes: tuple[Note, ...] = ()
    find_doubts: Callable[[], "tuple[Doubt, ...]"] = tuple
    lines: tuple[Line, ...] = ()
    posted: datetime.date | None = None

    @property
    def doubts(self) -> "tuple[Doubt, ...]":
        """What does not go together; most drafts, of which nothing is said, need not know."""
        return self.find_doubts()


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
    in_brackets = _in_brackets(answers, open_)
    texts = shown(answers, in_brackets)
    choice = choose(catalog.heads, texts, silent(answers, signals(catalog.heads)))
    used = template or answers.template or choice.template
    ours = _ours(catalog, answers)
    by_phone, is_trained = is_by_phone(texts), texts.get(_TRAINABLE) == "yes"
    if by_phone and _EVIDENCE in texts and texts.get(_PHONE_FOR, "calls") == "calls":
        texts[_EVIDENCE] = in_a_call(answers.apply.evidence or "")
    asked = ours(catalog.head(used).asked(is_trained=is_trained, is_by_phone=by_phone))
    defaults = _defaults(catalog.head(used).title, asked, texts, in_brackets)
    labels = _labels(in_brackets, questions)
    # In what has a bound, the number stands beside what they are.
    as_called = _CALLED in texts and catalog.most_words is None
    filling = Filling({**defaults, **texts}, labels, ours, as_called)
    names = answers.leave_out or []
    blocks, lines = _within(catalog, used, filling, names)
    too_long = tuple(_too_long(blocks, catalog.most_words, answers))
    if in_brackets:
        blocks = draft_mark([filling.blanks[field] for field in in_brackets]) + blocks
    there = fields_in(blocks)
    notes = (
        *_notes(answers, _placed(defaults, answers, there)),
        *_of_lines(answers, lines, there),
        *_of_others(catalog, used, names),
        *(Note("open", field) for field in in_brackets),
        *too_long,
    )
    document = to_document(blocks, filling)
    overridden_by = _override(template, answers)
    find_doubts = partial(_doubts, answers, catalog, used)
    return Drafted(document, answers, used, choice, overridden_by, notes, find_doubts, lines)


_TRAINABLE, _EVIDENCE, _PHONE_FOR = "role.trainable", "apply.evidence", "apply.phone_for"
# What a document with a bound goes without where it would pass it, in this order.
_SPARED = (
    "apply.contact", "role.manages", "role.hours", "role.handover_weeks", "portfolio.retention",
    "role.until", "portfolio.strategic", "product.name", "role.office_days",
)  # fmt: skip


def _within(
    catalog: Catalog, used: str, filling: Filling, names: Sequence[str]
) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
    """Fill a template; a document that may have so many words goes without what it can spare."""
    filler, most = catalog.filler(used), catalog.most_words
    for spared in range(len(_SPARED) + 1):
        left = {**filling.texts}
        for field in _SPARED[:spared]:
            left.pop(field, None)
        filled = filler.fill(filling._replace(texts=left))
        lines = pick(filled, left, names)
        blocks = to_blocks(ungrouped(without(filled, lines)), parted=most is None)
        if most is None or count_words(blocks) <= most:
            break
    return blocks, lines


def _of_lines(answers: Answers, lines: Sequence[Line], there: Collection[str]) -> Iterator[Note]:
    """Say which lines of the template's own found no room, and which answers went with them.

    They go by the names that `leave_out` takes. Lines that are left out by name are not counted,
    nor those that the author's own say already. Answers that are `there` stand in others.
    """
    gone = [line for line in lines if line.why_not]
    if names := [line.name for line in gone if line.why_not == FULL]:
        yield Note("own lines", "", f"{len(names)} ({', '.join(names)})")
    if gone:
        lost = {run.field for line in gone for run in line.runs}.difference(there)
        given = [field for field in FIELDS if field in lost and answers[field] is not None]
        yield from (Note("line", field) for field in given)


def _too_long(blocks: Sequence[Block], most: int | None, answers: Answers) -> Iterator[Note]:
    """Say when a document is longer than one of its kind shall be, and which answer is longest."""
    if most is None or (count := count_words(blocks)) <= most:
        return
    lengths = Counter[str]()
    for run in runs_of(blocks):
        if run.field and answers[run.field] is not None:
            lengths[run.field] += len(run.text.split())
    if lengths:
        yield Note("long", max(lengths, key=lengths.__getitem__), f"{count} words, over {most}")


def _doubts(answers: Answers, catalog: Catalog, used: str) -> "tuple[Doubt, ...]":
    """Find the doubts of what a template can show, and of its choice."""
    from amjd.documents.doubts import doubts  # a draft that is not reviewed has none

    found = doubts(answers, catalog.head(used))
    fields = catalog.fields(used) | {"template"} if found else set()
    return tuple(doubt for doubt in found if doubt.field in fields)


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


def _in_brackets(answers: Answers, open_: Sequence[str]) -> list[str]:
    in_brackets = missing(answers)
    return in_brackets + [field for field in open_ if field not in in_brackets]


def _defaults(
    title: str, asked: str, texts: dict[str, Shown], in_brackets: Sequence[str]
) -> dict[str, str]:
    """Say what stands in for answers that were not given, where the posting shows it.

    What was left open is no default: it stands in brackets. What clients are called stands in so
    many sentences that the brackets would drown them.
    """
    every = {field: rule.default for field, rule in FIELDS.items() if rule.default}
    every |= {"role.title": title, "apply.evidence": asked}
    if texts.get("portfolio.accounts") == "one account":
        every[_CALLED] = ONE_CALLED
    return {
        field: text
        for field, text in every.items()
        if field not in texts and (field not in in_brackets or field == _CALLED)
    }


_CALLED, _CURRENCY = "portfolio.called", "pay.currency"
ONE_CALLED = "the account"
"""What one account is called where nobody says."""


def _placed(defaults: dict[str, str], answers: Answers, there: set[str]) -> dict[str, str]:
    """Return the defaults that are `there`; that of the currency stands in the amounts."""
    has_amount = any(isinstance(answers[field], Money) for field in there & _AMOUNTS)
    return {
        field: text
        for field, text in defaults.items()
        if field in there or (field == _CURRENCY and has_amount)
    }


_AMOUNTS = {
    "quota.target", "portfolio.revenue", "portfolio.expansion", "pay.base", "pay.variable",
    "pay.ote",
}  # fmt: skip


def _ours(catalog: Catalog, answers: Answers) -> Callable[[str], str]:
    """Return what says our words as they are said in a place: a CV where the paper is A4."""
    if locale(answers).paper == "Letter":
        return str
    return elsewhere if catalog.most_words is None else briefly_elsewhere


def _notes(answers: Answers, defaults: dict[str, str]) -> list[Note]:
    notes = [Note("default", field, text.rstrip(".")) for field, text in defaults.items()]
    notes += [Note("left out", field, str(reason)) for field, reason in left_out(answers)]
    notes += _remarks(answers)
    deadline = answers.apply.deadline
    if deadline and deadline.day and deadline.day < datetime.date.today():
        notes.append(Note("past", "apply.deadline", str(deadline.day)))
    if answers.role.start and (month := past_month(answers.role.start, datetime.date.today())):
        notes.append(Note("past", "role.start", month))
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
    texts[_CALLED] = FIELDS[_CALLED].default
    filling = Filling(texts, _labels(fields, questions))
    document = to_document(to_blocks(fill(catalog.parts(template), filling)), filling)
    return Drafted(document, Answers(), template)


def _ruled_out(rule: Rule, texts: dict[str, Shown]) -> bool:
    return all(
        any(one.field in texts and not one.holds(texts[one.field]) for one in way) for way in rule
    )
