"""Targets: a quota as money, as words with a figure, or private."""

import re
from typing import Any, NamedTuple

from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.numbers.figures import LONGEST
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.leftovers import check_vague, is_in_words
from amjd.answers.pay.money import (
    AMOUNT_SCHEMA,
    PRIVATE,
    Manner,
    as_money,
    read_money,
    show,
    word_of,
)
from amjd.answers.pay.periods import QUOTA_PERIODS, split_inside, split_words
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError, write_one_of
from amjd.text.patterns import compile_later

_QUOTA = Manner(QUOTA_PERIODS)


class Words(NamedTuple):
    """A target that is no money, as it was typed, without the period that it ended with.

    One among its words stays there, in full: `12 sites a month by June`.
    """

    text: str
    period: str = ""


def _read_target(value: object, context: Context) -> Money | Words | str:
    if word := word_of(value, PRIVATE):
        return word
    check_vague(value)
    try:
        return read_money(value, context, _QUOTA)
    except UnreadableError:
        typed = read_text(value)
        text = fold_look_alikes(typed)
        if twice := _told_twice(text, context):
            raise twice from None
        if not is_in_words(text):
            raise
    if _UNSETTLED.search(text):
        raise UnreadableError(f"{quoted(typed)} does not settle the target.", _SETTLED)
    timed = split_words(text, _QUOTA.periods)
    inside = split_inside(timed, _QUOTA.periods)
    timed = timed if context.today else inside  # who is asked is offered it in our words
    is_inside = timed.period and timed.period in timed.text
    period = f" per {timed.period}" if timed.period and not is_inside else ""
    context.tell(f"{quoted(typed)} is read as words, {quoted(timed.text)}{period}")
    return Words(timed.text, timed.period)


def _told_twice(text: str, context: Context) -> UnreadableError | None:
    """Offer one of two amounts that a target is told as, each for a period of its own."""
    found = _TWICE.fullmatch(text) if len(text) <= LONGEST else None
    amounts = [as_money(end, context, _QUOTA) for end in found.groups()] if found else []
    told = [one for one in amounts if one and one.period]
    if not found or len(told) < 2 or told[0].period == told[1].period:
        return None
    is_same = len({one.low * _TIMES[one.period] for one in told}) == 1
    forms = [end.strip() for end in found.groups()][: 1 if is_same else 2]
    message = f"{quoted(text)} tells two amounts."
    return UnreadableError(message, write_one_of(forms), forms=forms, is_sure=True)


_TWICE = compile_later(r"([^(,;=]*?\d[^(,;=]*?)(?: ?[(,;=]| - ) ?([^()]*\d[^()]*)\)?", re.ASCII)
_TIMES = {"month": 12, "quarter": 4, "year": 1}


# What asks, or takes back what was said.
_UNSETTLED = compile_later(
    r"\?|\bno(?:pe)?[:,;]|[,;:.(\u2013\u2014-] ?(?:sorry|wait|no wait|or rather|rather|correction"
    r"|i mean|make (?:it|that)|scratch that)\b",
    re.IGNORECASE,
)
_SETTLED = "Write one target alone: an amount, or words with a figure, as in 12 renewals."


def _show(target: Any, locale: Locale) -> str:
    return target.text if isinstance(target, Words) else show(target, locale)


TARGET = Kind(_read_target, _show, {"anyOf": AMOUNT_SCHEMA})
