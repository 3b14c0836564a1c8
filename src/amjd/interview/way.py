"""The way through an interview, as `prompts/path.yaml` has it and as the answers make of it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from amjd.answers.fields import Answers
from amjd.answers.state import applies, fulfils, holds
from amjd.asker import Ask, Signal
from amjd.interview.kept import Kept
from amjd.interview.route import MORE, Point, Stop, Way
from amjd.interview.statements import asking_for
from amjd.path import Extra, Together, Turn
from amjd.questions import Questions
from amjd.sources.sheet import SKIPPED

TEMPLATE, EXTRAS, DUTIES = "template", "extras", "duties"
OWN = (TEMPLATE, EXTRAS, DUTIES, "review")
"""The screens of our own, which stand among the others."""
AROUND = (Signal.BACK, Signal.PREVIEW, Signal.REVIEW)
"""What is wanted where there is nothing to leave open."""


class _Now(NamedTuple):
    """The answers, and what is looked up for every stop."""

    kept: Kept
    missing: Collection[str]


def way(kept: Kept) -> Way:
    """List every stop in its order, and what the answers say of it."""
    now, points = _Now(kept, set(kept.missing())), list[Point]()
    for turn, screen in turns(kept.questions):
        if turn.ask in OWN:
            points += _of_our_own(now, turn.ask)
        else:
            points += _of_turn(now, turn, screen)
    return points


def turns(questions: Questions) -> Iterator[tuple[Turn, str]]:
    """Give all that is asked of everybody in its order, with the screens."""
    for step in questions.path.steps:
        for screen in step.screens:
            yield from ((turn, screen.name) for turn in screen.asks)


def in_step(questions: Questions, stop: Stop, ask: Ask) -> Ask:
    """Put what is asked at a stop in its step, by number and title.

    What is only asked of some, or from the review, belongs to the last one.
    """
    steps = questions.path.steps
    screens = [[screen.name for screen in step.screens] for step in steps]
    at = next((at for at, names in enumerate(screens) if stop.screen in names), len(steps) - 1)
    return ask._replace(step=at + 1, of=len(steps), title=steps[at].title)


def together(questions: Questions, name: str) -> Together | None:
    """Return the fields that one question of this name settles together."""
    return next((group for group in questions.path.together if group.name == name), None)


def fields_of(questions: Questions, name: str) -> tuple[str, ...]:
    """Return the fields of what is asked by this name."""
    group = together(questions, name)
    return group.fields if group else (name,)


def is_amount(group: Together) -> bool:
    """Whether fields together are an amount and its period."""
    return not (group.tick or group.any)


def _of_turn(now: _Now, turn: Turn, screen: str) -> Iterator[Point]:
    kept, group = now.kept, together(now.kept.questions, turn.ask)
    fields = group.fields if group else (turn.ask,)
    is_on = _applies(kept, fields[0]) and _is_turn(kept, turn)
    is_missing = any(field in now.missing for field in fields)
    seen = [kept.is_seen(field) for field in fields]
    is_due = not all(seen) if group and group.tick else not any(seen) or is_missing
    is_due = is_due or (not group and kept.is_told_elsewhere(fields[0]))
    yield Point(Stop(turn.ask, screen, fields), is_on, is_due, is_missing, follows=True)
    if group and is_amount(group):
        # The period of an amount that was typed without it.
        is_missing = is_on and kept.is_seen(fields[0]) and fields[1] in now.missing
        stop = Stop(fields[1], screen, fields[1:])
        yield Point(stop, is_missing, is_missing, is_missing, follows=True)


def _is_turn(kept: Kept, turn: Turn) -> bool:
    """Whether a turn comes with these answers; what one of them makes necessary is asked too."""
    first = fields_of(kept.questions, turn.ask)[0]
    return holds(kept.answers(), turn.when) or kept.is_required(first)


def _applies(kept: Kept, field: str) -> bool:
    answers, when = kept.answers(), kept.questions[field].when
    return applies(answers, field) and (
        not when or answers[field] is not None or holds(answers, when)
    )


def _of_our_own(now: _Now, name: str) -> Iterator[Point]:
    kept, stop = now.kept, Stop(name, name)
    if name == TEMPLATE:
        # Whoever answered anything behind it has seen it.
        is_due = not any(map(kept.is_seen, _fields_behind(kept.questions, name)))
        yield Point(stop, not kept.answers().template, is_due)
    elif name == EXTRAS:
        found = extras(kept)
        is_due = not all(kept.is_seen(extra.field) for extra in found)
        yield Point(stop, bool(_open(kept, found)), is_due)
        yield from _of_extras(now, found)
    elif name == DUTIES:
        yield Point(stop._replace(fields=("leave_out",)), True, not kept.is_seen("leave_out"))


def _fields_behind(questions: Questions, name: str) -> Iterator[str]:
    is_behind = False
    for turn, _ in turns(questions):
        if is_behind and turn.ask not in OWN:
            yield from fields_of(questions, turn.ask)
        is_behind = is_behind or turn.ask == name


def _of_extras(now: _Now, found: list[Extra]) -> Iterator[Point]:
    kept, applying = now.kept, {extra.field for extra in found}
    for extra in kept.questions.path.extras:
        is_on = extra.field in applying
        yield _of_extra(now, extra.field, is_on)
        for field in extra.then:
            is_meant = is_on and kept.answers()[extra.field] is not None and _applies(kept, field)
            yield _of_extra(now, field, is_meant)._replace(follows=True)


def _of_extra(now: _Now, field: str, is_on: bool) -> Point:
    stop = _stop(now.kept.questions, field, MORE)
    return Point(stop, is_on, not now.kept.is_seen(field), field in now.missing)


def extras(kept: Kept) -> list[Extra]:
    """List what may be added: what a law asks for, what does most for this posting, the rest."""
    asked, answers = essential(kept), kept.answers()
    found = [
        extra
        for extra in kept.questions.path.extras
        if extra.field not in asked and _applies(kept, extra.field) and _is_offered(answers, extra)
    ]

    def rank(extra: Extra) -> tuple[bool, bool]:
        is_first = bool(extra.first) and holds(answers, extra.first)
        return not asking_for(kept, extra.field), not is_first

    return sorted(found, key=rank)


def _is_offered(answers: Answers, extra: Extra) -> bool:
    return holds(answers, extra.when) and not fulfils(answers, extra.unless)


def open_extras(kept: Kept) -> list[Extra]:
    """List the extras that have no answer yet, and were not left open either."""
    return _open(kept, extras(kept))


def _open(kept: Kept, found: list[Extra]) -> list[Extra]:
    answers = kept.answers()
    return [one for one in found if answers[one.field] is None and not kept.is_open(one.field)]


def was_taken(kept: Kept) -> bool:
    """Whether somebody has picked among the extras: then those not wanted are skipped."""
    return any(kept.sheet.remarks.get(one.field) == SKIPPED for one in open_extras(kept))


def essential(kept: Kept) -> set[str]:
    """Return the fields that are asked of everybody with these answers."""
    fields = set[str]()
    for turn, _ in turns(kept.questions):
        if turn.ask not in OWN and _is_turn(kept, turn):
            fields |= set(fields_of(kept.questions, turn.ask))
    return fields


def stop_for(kept: Kept, field: str) -> Stop:
    """Return the stop at which one field is asked again: with its period, if it has one."""
    if field == "leave_out":
        return Stop(DUTIES, DUTIES, (field,))
    if field == TEMPLATE:
        return Stop(TEMPLATE, TEMPLATE)
    return _stop(kept.questions, field, _screen_of(kept.questions, field))


def _stop(questions: Questions, field: str, screen: str) -> Stop:
    for group in questions.path.together:
        if field == group.fields[0] and is_amount(group):
            return Stop(group.name, screen, group.fields)
    return Stop(field, screen, (field,))


def _screen_of(questions: Questions, field: str) -> str:
    return next(
        (screen for turn, screen in turns(questions) if field in fields_of(questions, turn.ask)),
        MORE,
    )
