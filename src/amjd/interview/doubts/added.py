"""An answer beside what was told of it at the question of another: both may be meant.

`65-75, car allowance` tells of base pay and of a benefit. Whoever is asked for the benefits then
types what they have not told yet.
"""

from collections.abc import Mapping
from dataclasses import replace

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, listed
from amjd.interview.kept import Kept
from amjd.interview.remote import REGIONS
from amjd.interview.route import Stop
from amjd.interview.understanding import plain_words, why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

_SEVERAL = ("company.more", "role.hours", "role.training", "role.travel")
"""The texts in which two answers may stand one behind the other."""


def keep_told(kept: Kept, stop: Stop, answers: Mapping[str, Answer]) -> None:
    """Remember what is about to be told for the questions of others; its own is settled then."""
    for field, answer in answers.items():
        before = kept.from_others.pop(field, ())
        # Where one may work from is told whole.
        is_other = field not in (*stop.fields, REGIONS) and field in kept.questions
        if is_other and (kept.questions[field].many or field in _SEVERAL):
            known = _items(kept, field)
            new = (one for one in _values(answer) if one not in known)
            kept.from_others[field] = (*before, *new)


def beside_told(kept: Kept, stop: Stop, ask: Ask, meant: Values | Signal | Meant) -> Doubt | None:
    """Ask whether an answer adds to what was told at another question, or is in its place."""
    field = stop.fields[0] if len(stop.fields) == 1 and ask.kind == "text" else ""
    if isinstance(meant, Signal) or field not in kept.from_others:
        return None
    answers: Mapping[str, Answer] = meant.answers if isinstance(meant, Meant) else {field: meant}
    if field not in answers:
        return None
    values = _values(answers[field])
    said = plain_words("; ".join(values))
    told = tuple(
        one
        for one in kept.from_others[field]
        if one in _items(kept, field) and plain_words(one) not in said
    )
    if not said or not told:
        return None
    is_many = kept.questions[field].many
    both = (*told, *values) if is_many else (_one_behind_other(kept, field, (*told, *values)),)
    whole: Answer = [*both] if is_many else both[0]
    if why_not(kept, {field: whole}):
        return None
    told_all = {**answers, field: whole}
    add = replace(meant, answers=told_all) if isinstance(meant, Meant) else both
    then: Rows = {"add": add, "replace": meant}
    left = {"add": " \u00b7 ".join(both), "replace": " \u00b7 ".join(values)}
    question = kept.words.doubts.added.filled(
        told=with_capital(" \u00b7 ".join(told)), both=left["add"], new=left["replace"]
    )
    found = listed(ask, question, {**then, "again": Signal.BACK}, left)
    # Who names again what was told says it anew; of a part of it nobody knows.
    again = [_is_again(one, values) for one in told]
    at = [*then].index("replace") if all(again) else None
    return found._replace(ask=found.ask._replace(at=at)) if any(again) else found


def _is_again(told: str, values: Values) -> bool:
    """Whether what was told is named by a part of what was typed, with fewer words or with more."""
    before = set(plain_words(told).split())
    parts = (part for value in values for part in _PART.split(value))
    each = (set(plain_words(part).split()) for part in parts)
    return any(one and (one <= before or before <= one) for one in each)


_PART = compile_later(r"[,;] *| (?:and|&|plus) ")


def _values(answer: Answer) -> Values:
    return tuple(filter(None, [answer])) if isinstance(answer, str) else tuple(answer)


def _items(kept: Kept, field: str) -> Values:
    """Return the items of an answer; a text is one."""
    if kept.questions[field].many:
        return tuple(kept.items(field))
    return tuple(filter(None, [kept.current(field)]))


def _one_behind_other(kept: Kept, field: str, texts: Values) -> str:
    """Write two texts as one: sentences where the question takes paragraphs."""
    if not kept.questions[field].long:
        return ", ".join(texts)
    *others, last = texts
    sentences = (text if text[-1] in ".!?" else f"{text}." for text in others)
    return " ".join([*sentences, with_capital(last)])
