"""The review: every answer at a glance, any of them to change by number or name, the last yes.

The answers are the interview's; a finished posting is not looked at here.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from amjd.answers.state import applies
from amjd.asker import Ask, Line, Section, Signal
from amjd.interview.kept import Kept
from amjd.interview.names import begun, named, spoken
from amjd.interview.route import REVIEW, Stop
from amjd.interview.screens.capitals import raised, shortened, small
from amjd.interview.screens.lines import template_lines
from amjd.interview.screens.template import fitting
from amjd.interview.sentences import headings, kept_text
from amjd.interview.way import (
    EXTRAS,
    TEMPLATE,
    essential,
    fields_of,
    in_step,
    open_extras,
    stop_for,
    together,
    turns,
)
from amjd.text.characters import joined

_PREVIEW = ("p", "preview")
_LONGEST = 42  # letters of an answer in the list


class Wish(NamedTuple):
    """What was typed at the review: `fields` to ask, or another wish, or neither.

    `choose` is for the template, `add` for the list of what makes it better, `raise` for capitals.
    """

    said: Literal["write", "look", "choose", "add", "raise", ""] = ""
    fields: tuple[str, ...] = ()


def ask_review(kept: Kept, note: str, refused: bool = False) -> Ask:
    """Lay out the list, its numbers running on; what was typed there may be `refused`."""
    words, rows, needed = kept.words.review, listed(kept), kept.missing()
    numbers = {field: str(number) for number, field in enumerate(rows, start=1)}
    first = Line(_template(kept), "0", kept.words.decision.template.label)
    pages = [Section(words.title, (first,))]
    for section in kept.questions.sections:
        lines = [
            Line(_cut(kept, question.field, needed), numbers[question.field], question.label)
            for question in section.questions
            if question.field in numbers
        ]
        pages += [Section(section.title, tuple(lines))] * bool(lines)
    if count := len(unanswered(kept)):
        pages.append(Section("", (Line(words.unanswered.format(count=count)),)))
    ask = Ask(
        "review", "page", ("review",), words.ask.question, pages=tuple(pages), note=note,
        why=words.ask.why, more=words.ask.more,
        signals=(Signal.BACK,), refused=refused,
    )  # fmt: skip
    return in_step(kept.questions, REVIEW, ask)


def listed(kept: Kept) -> list[str]:
    """List the fields that have a line of their own: answered, left open, or needed."""
    needed = kept.missing()
    return [
        field
        for field in changeable(kept)
        if kept.answers()[field] is not None or kept.is_open(field) or field in needed
    ]


def unanswered(kept: Kept) -> list[str]:
    """List the fields that have no line of their own, and can be named all the same."""
    rows = listed(kept)
    return [field for field in changeable(kept) if field not in rows]


def changeable(kept: Kept) -> list[str]:
    """List the fields that mean something beside these answers, in the order of the questions."""
    answers = kept.answers()
    return [
        field
        for field, question in kept.questions.items()
        if applies(answers, field) and (not question.worked_out or answers[field] is not None)
    ]


def _template(kept: Kept) -> str:
    name = kept.answers().template or fitting(kept)
    return kept.catalog.head(name).name


def _answer(kept: Kept, field: str, needed: Collection[str]) -> str:
    words = kept.words.review
    if kept.is_open(field):
        return words.open
    if field in needed:
        return words.needed
    if field == "leave_out":
        lines = template_lines(kept)
        return "; ".join(lines.get(name, name) for name in kept.items(field))
    return kept_text(kept, field)


def _cut(kept: Kept, field: str, needed: Collection[str]) -> str:
    """Keep an answer to one line of the list; the preview shows it whole."""
    text = " ".join(_answer(kept, field, needed).split())
    if len(text) <= _LONGEST:
        return text
    return kept.words.review.cut.format(text=text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;. "))


def say_small(kept: Kept) -> list[str]:
    """Say what is in small letters where a name or a sentence begins, or short, and the way out."""
    words, way = kept.words.review, kept.words.review.capitals.field
    labels, short = ", ".join(map(kept.label, small(kept))), ", ".join(shortened(kept))
    said = [words.small.format(labels=labels, capitals=way)] if labels else []
    return [*said, words.short.format(words=short, capitals=way)] if short else said


def say_empty(kept: Kept, wanted: Wish) -> str:
    """Say so where somebody wants a list in which nothing would stand."""
    if wanted.said == "raise" and not raised(kept):
        return kept.words.review.nothing_small
    is_added = wanted.said == "add" and not open_extras(kept)
    return kept.words.review.nothing_to_add if is_added else ""


def say_nothing(kept: Kept, typed: str) -> str:
    """Say what can be typed, of a line that wants nothing yet: an empty one, or a no."""
    words, said = kept.words.review, typed.strip().lower()
    if said in kept.words.terminal.no:
        return words.not_right
    return "" if said else words.nothing_typed


def say_changed(kept: Kept, fields: Sequence[str]) -> list[str]:
    """Say what stands in the list for fields that were changed: of one all of it, of many which.

    The list itself is to be read below, and has to have room on the screen.
    """
    words, needed, changed = kept.words.review, kept.missing(), [*dict.fromkeys(fields)]
    if len(changed) > _MANY:
        return [words.changed.format(labels=", ".join(map(kept.label, changed)))]
    shown = _answer if len(changed) == 1 else _cut
    return [
        words.line.format(label=kept.label(one), answer=shown(kept, one, needed) or words.nothing)
        for one in changed
    ]


_MANY = 5  # answers, of which each has a row beside the list


def wish(kept: Kept, typed: str) -> Wish:
    """Read what was typed at the review: a number, a name, a section, p or yes."""
    said = " ".join(typed.lower().split()).removeprefix("the ")
    if _is_yes(kept, said):
        return Wish("write")
    if said in _PREVIEW:
        return Wish("look")
    if said in ("0", TEMPLATE, kept.words.decision.template.label.lower()):
        return Wish("choose")
    if said == EXTRAS:
        return Wish("add")
    if said == kept.words.review.capitals.field:
        return Wish("raise")
    rows = listed(kept)
    if said in (numbers := [str(number) for number in range(1, len(rows) + 1)]):
        return Wish(fields=(rows[numbers.index(said)],))
    return Wish(fields=tuple(meant(kept, said)))


def _is_yes(kept: Kept, said: str) -> bool:
    """Whether a line is a yes, or content with the list: `yes, looks good`."""
    words = re.sub(r"[^\w\s']", " ", said).split()
    plain = " ".join(word for word in words if word not in kept.words.review.content)
    return plain in kept.words.terminal.yes if plain else bool(words)


def meant(kept: Kept, name: str) -> list[str]:
    """Return the fields that a name means; of those that share it, the answered one goes first."""
    rows, fields = listed(kept), changeable(kept)
    known = sorted(fields, key=lambda field: field not in rows)
    found = named(name, known, kept.questions) or begun(name, known, kept.questions)
    return [field for field in fields if field in found]


def spoken_of(kept: Kept, name: str) -> list[str]:
    """Return the fields whose question, or whose heading in the posting, has some words."""
    over = headings(kept)
    texts = {
        field: (question.question, question.label, *over.get(field, ()))
        for field, question in kept.questions.items()
    }
    found = spoken(name, listed(kept), texts) or spoken(name, unanswered(kept), texts)
    return found if len(found) <= _MANY else []


def say_which(kept: Kept, typed: str, fields: Sequence[str]) -> str:
    """Ask which of several fields a word means, each with its number in the list."""
    rows = listed(kept)
    labels = [
        f"{kept.label(one)} ({rows.index(one) + 1})" if one in rows else kept.label(one)
        for one in fields
    ]
    return kept.words.review.which.format(typed=typed.strip(), labels=joined(labels, "or"))


def stops_for(kept: Kept, fields: Sequence[str]) -> list[Stop]:
    """Return where fields are asked, each once; a whole section is asked as on the way.

    What nobody has answered, and not everybody is asked, comes last.
    """
    if len(fields) == 1:
        return [stop_for(kept, fields[0])]
    answers, asked = kept.answers(), essential(kept)

    def is_new(stop: Stop) -> bool:
        return all(field not in asked and answers[field] is None for field in stop.fields)

    return sorted(dict.fromkeys(_grouped(kept, fields)), key=is_new)


def say_stops(kept: Kept, stops: Sequence[Stop], back: str) -> list[str]:
    """Say what is asked one after the other, where it is more than one; `back` leads here."""
    labels = ", ".join(kept.label(stop.fields[0]) for stop in stops)
    said = kept.words.review.several.format(count=len(stops), labels=labels, review=back)
    return [said] if len(stops) > 1 else []


def _grouped(kept: Kept, fields: Sequence[str]) -> Iterator[Stop]:
    groups = [(turn.ask, screen) for turn, screen in turns(kept.questions)
              if together(kept.questions, turn.ask)]  # fmt: skip
    for field in fields:
        for name, screen in groups:
            own = fields_of(kept.questions, name)
            if field in own and set(own) <= set(fields):
                yield Stop(name, screen, own)
                break
        else:
            yield stop_for(kept, field)
