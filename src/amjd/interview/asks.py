"""A stop, and what is kept so far, as the one thing that is asked there.

Its words are those of the questions; what becomes of the reply is found out in `answering`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from amjd.answers.nothing import behind_none
from amjd.answers.numbers.percents import Rate, show_percent
from amjd.answers.pay.periods import a_period
from amjd.answers.state import holds
from amjd.answers.travel import is_in_vehicle_of_ours
from amjd.asker import Ask, Row, Seen
from amjd.interview.advice import WORDED, to_change
from amjd.interview.currency import local
from amjd.interview.kept import Kept
from amjd.interview.on_top import FIELD, told_on_top
from amjd.interview.picked import is_closed, value_of
from amjd.interview.place import region_at, regions_offered, with_region
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with, shown
from amjd.interview.statements import asking_for
from amjd.interview.understanding import understand
from amjd.interview.way import in_step, is_amount, together
from amjd.path import Together
from amjd.questions import Question
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later


def ask_at(kept: Kept, stop: Stop) -> Ask:
    """Make what is asked at a stop of the posting's own questions."""
    group = together(kept.questions, stop.name)
    if group:
        ask = _ticks(kept, group) if group.tick else _line(kept, group)
    else:
        ask = _field(kept, kept.questions[stop.name])
    ask = ask._replace(screen=stop.screen, fields=stop.fields)
    return in_step(kept.questions, stop, ask)


def ask_where(kept: Kept, stop: Stop, ask: Ask) -> Ask | None:
    """Ask, once, in which state or country a place is that was typed without; None if it is known.

    The place stays in the line, with the state or country of a city that is known by its name; one
    that is typed in its place stands behind the place.
    """
    words, place = kept.words.asking, kept.current("role.location")
    is_new = stop.name == "role.location" and (place,) != ask.current
    if not place or not is_new or ask.part == "where":
        return None
    # From where remote work may be done tells nothing of its office.
    is_remote, is_told = kept.current("role.workplace") == "remote", kept.answers().role.regions
    if region_at(kept, place) or (is_told and not is_remote) or place.lower() == "remote":
        return None
    asked = ask_at(kept, stop)._replace(question=words.where, is_old=True, part="where")
    if offered := with_region(kept, place):
        why = words.why_where["offered"]
        return asked._replace(why=why, current=(), offer=(offered,))
    return asked._replace(why=words.why_where["asked"], typed=place)


def _worded(ask: Ask, words: Question | Together) -> Ask:
    return ask._replace(why=words.why, more=words.more)


def _ticks(kept: Kept, group: Together) -> Ask:
    rows = tuple(Row(field, kept.questions[field].statement) for field in group.fields)
    ticked = tuple(field for field in group.fields if kept.answers()[field])
    ask = Ask("", "tick", (), group.question, rows, ticked=ticked, told=_none_of_all)
    return _worded(ask, group)._replace(is_open=_is_open(kept, group))


def _none_of_all(typed: str) -> str:
    """Return words that say no to all of a list, whatever they say besides; nothing of others."""
    return "" if behind_none(typed) is None else typed


def _is_open(kept: Kept, group: Together) -> bool:
    return any(map(kept.is_open, group.fields))


def _line(kept: Kept, group: Together) -> Ask:
    """Make a line that answers several fields."""
    given = [kept.current(field) for field in group.fields]
    if is_amount(group):
        current: Sequence[str] = [_with_period(kept, group)] if given[0] else []
    else:
        *others, last = given
        current = [one for one in others if one] + [group.yes_to[0]] * (last == "yes")
    example = _example(kept, group.elsewhere, group.example)
    ask = Ask("", "text", (), group.question, example=example, current=tuple(current))
    is_optional = is_amount(group) and not kept.is_required(group.fields[0])
    return _worded(ask, group)._replace(
        many=group.any,
        offer=() if current else _offered(kept, group.fields[0]),
        optional=is_optional,
        is_open=_is_open(kept, group),
        read=_read(kept, group.name, group.fields),
    )


def _with_period(kept: Kept, group: Together) -> str:
    amount, period = (kept.current(field) for field in group.fields)
    value = kept.answers()[group.fields[0]]
    is_told = getattr(value, "period", "")
    if isinstance(value, Rate) and not is_told:
        amount = show_percent(value.percent)  # 3 a quarter would count clients
    return f"{amount} {a_period(period)}" if period and not is_told else amount


def _example(kept: Kept, elsewhere: Mapping[str, str], usual: str) -> str:
    """Return the example for the currency of the pay, or of the place while no amount is given."""
    return elsewhere.get(kept.answers().pay.currency or local(kept.sheet.tree), usual)


def _field(kept: Kept, question: Question) -> Ask:
    field = question.field
    is_needed = kept.is_required(field)
    ask = _worded(Ask("", "text", (), question.question, optional=not is_needed), question)
    if place := asking_for(kept, field):
        ask = ask._replace(why=kept.words.asking.by_law[field].format(place=place))
    given = tuple(kept.items(field) if question.many else filter(None, [kept.current(field)]))
    if field == FIELD and (told := told_on_top(kept)):
        given = (told.text,)
    ask = ask._replace(is_open=kept.is_open(field), current=given)
    if question.choices:
        return _list(kept, question, ask)
    return ask._replace(
        example=_example(kept, question.elsewhere, question.example_text),
        many=question.many,
        long=question.long,
        offer=() if given else _offered(kept, field),
        read=_read(kept, field, (field,)),
    )


def _offered(kept: Kept, field: str) -> tuple[str, ...]:
    """Return what is likely, or was told at another question; nothing where neither is known."""
    if field == "role.regions":
        return regions_offered(kept)
    return tuple(filter(None, [kept.offers.get(field)]))


def _list(kept: Kept, question: Question, ask: Ask) -> Ask:
    """Make a list to pick from, or to tick where there can be several."""
    rows, given = tuple(_rows(kept, question, ask.current)), ask.current
    home = "" if question.other else kept.words.doubts.in_words.get(question.field, "")
    ask = ask._replace(rows=rows, own=question.other, example=_own_example(question), home=home)
    if is_closed(question.field) and not question.other:
        ask = ask._replace(told=partial(value_of, kept, question.field))
    if question.many:
        return ask._replace(kind="tick", ticked=given)
    likely = given[0] if given else _likely(kept, question.field)
    at = next((at for at, row in enumerate(rows) if row.value == likely), None)
    return ask._replace(kind="pick", at=at, read=_read(kept, question.field, (question.field,)))


def _likely(kept: Kept, field: str) -> str:
    """Return the choice that benefits or travel tell of already; nothing where they do not."""
    if field == "role.car" and is_in_vehicle_of_ours(kept.current("role.travel")):
        return "provided"
    benefits = "; ".join(kept.items("pay.benefits")) if field == "role.car" else ""
    return next((value for value, words in _CARS.items() if words.search(benefits)), "")


_VEHICLE = r"(?:car|van|truck|vehicle)"
_CARS = {
    "allowance": compile_later(
        rf"(?i)\b{_VEHICLE} allowance|\ballowance for (?:a|the|your) {_VEHICLE}"
    ),
    "own, mileage paid": compile_later(r"(?i)\bmileage\b"),
    "provided": compile_later(rf"(?i)\bcompany {_VEHICLE}\b"),
}


def _rows(kept: Kept, question: Question, given: Sequence[str]) -> Iterator[Row]:
    """Give a row for each choice that is offered, and for each of one's own words."""
    for choice in question.choices:
        if choice.value in given or holds(kept.answers(), choice.when):
            yield Row(choice.value, choice.label, choice.help, also=choice.also)
    known = [choice.value for choice in question.choices]
    yield from (Row(one, one, own=True) for one in given if one not in known)


def _own_example(question: Question) -> str:
    """Return the last example that is no choice, for whoever may use own words."""
    known = [choice.value for choice in question.choices]
    examples = [question.example] if isinstance(question.example, str) else question.example
    own = (one for one in reversed(examples) if question.other and one not in known)
    return next(own, "")


def _read(kept: Kept, name: str, fields: tuple[str, ...]) -> Callable[[tuple[str, ...]], Seen]:
    return partial(seen, kept, Stop(name, "", fields))


def seen(kept: Kept, stop: Stop, values: tuple[str, ...]) -> Seen:
    """Tell how an answer would read in the posting; no text where it reads as it was typed."""
    understood = understand(kept, stop, values) if values else None
    if understood is None or understood.refused:
        return Seen(refused=understood is not None)
    answers = understood.answers
    given = [field for field, answer in answers.items() if answer]
    group = together(kept.questions, stop.name)
    if group and group.any and given:
        text = "; ".join(dict.fromkeys(line_with(kept, field, answers) for field in given))
    elif len(values) > 1:
        found = kept.read_with(answers).answers
        text = "; ".join(shown(field, found) for field in given)
    else:
        text = line_with(kept, given[0], answers) if given else ""
    advice = " ".join(advised(kept, given, answers))
    return Seen("" if _is_as_typed(text, values) else text, advice=advice)


def advised(kept: Kept, fields: Sequence[str], answers: Mapping[str, Answer]) -> list[str]:
    """Say what to change in the words of some fields, of which `answers` are not kept yet."""
    found = kept.read_with(answers).answers
    said = (to_change(one, found, kept.label(one), kept.words) for one in fields if one in WORDED)
    return list(filter(None, said))


def _is_as_typed(text: str, values: Sequence[str]) -> bool:
    """Whether a line has what was typed and nothing but a label before it."""
    typed = "; ".join(values).strip().rstrip(".")
    line = text.rstrip(".")
    return line in (typed, ", ".join(values)) or line.partition(": ")[2] == typed
