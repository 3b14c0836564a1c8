"""Money as people write it: with its period, as a range, about, or private."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from amjd.answers.cures.forms import with_forms_read
from amjd.answers.kinds import USUAL_CURRENCY, Context, Locale
from amjd.answers.numbers.figures import LONGEST, read_figure, split_about, split_range
from amjd.answers.numbers.scales import has_scale, in_one_scale, with_lakhs, with_scale
from amjd.answers.numbers.things import counts_things
from amjd.answers.pay.amounts import (
    ALONE,
    Beside,
    Money,
    NoAmountError,
    no_amount,
    read_amount,
    show_money,
)
from amjd.answers.pay.currencies import OtherCurrencyError
from amjd.answers.pay.leftovers import (
    in_lakhs_a_year,
    without_the_rest,
)
from amjd.answers.pay.periods import (
    PAY_PERIODS,
    USUAL_PERIOD,
    Timed,
    split_period,
)
from amjd.answers.pay.plausible import is_known, is_plausible, likely_periods
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

PRIVATE, NONE = "private", "none"


class Manner(NamedTuple):
    """How a field takes money: its periods, ranges, approximations, and whether it is pay."""

    periods: tuple[str, ...]
    ranges: bool = False
    about: bool = False
    is_pay: bool = False
    is_base: bool = False


def read_money(value: object, context: Context, manner: Manner) -> Money:
    """Read an amount or, if its manner has ranges, two; UnreadableError says what else to write."""
    if isinstance(value, dict) and manner.ranges:
        return _read_mapping(value, context, manner)
    text = read_figure(value)
    try:
        return _read_alone(text, context, manner)
    except UnreadableError as error:
        found = error
    alone = context.apart()
    if isinstance(found, OtherCurrencyError):
        raise _with_what_else(text, found, alone, manner)
    if isinstance(found, NoAmountError) and counts_things(text):
        raise NoAmountError(f"{quoted(text)} is no amount of money.", ALONE, rest=text)
    if isinstance(found, NoAmountError):
        found = without_the_rest(text, found, lambda part: _read_alone(part, alone, manner))
    if isinstance(found, OtherCurrencyError):
        raise _with_what_else(text, found, alone, manner)
    period = context.period or USUAL_PERIOD
    otherwise = f"Write the figure for one {period}." if manner.is_base and found.forms else ALONE

    def cured(error: UnreadableError) -> UnreadableError:
        return with_forms_read(error, lambda form: _fitting(form, alone, manner), otherwise)

    told = cured(found)
    if found.forms and not told.forms:  # since words stand beside it too
        no_more = NoAmountError(found.message, told.cure)
        found = without_the_rest(text, no_more, lambda part: _read_alone(part, alone, manner))
        told = cured(found) if found.rest else told
    raise told


def _read_alone(text: str, context: Context, manner: Manner) -> Money:
    """Read an amount that nothing stands beside, one in lakhs too: 8-10 LPA, 10L."""
    if in_full := in_lakhs_a_year(text, context.currency):
        return _told(_read_text(in_full, context.apart(), manner), text, context)
    if (written := with_lakhs(text, context.currency)) == text:
        return _read_text(text, context, manner)
    try:
        money = _read_text(written, context.apart(), manner)
    except UnreadableError as error:
        error.message = error.message.replace(quoted(written), quoted(text))
        raise
    return _told(money, text, context, is_read=True)


def _with_what_else(
    text: str, error: OtherCurrencyError, context: Context, manner: Manner
) -> OtherCurrencyError:
    """Add to an amount in another currency what is wrong with it in its own."""
    in_capitals = re.sub(rf"\b{re.escape(error.mark)}\b", error.mark, text, flags=re.IGNORECASE)
    try:
        read_money(in_capitals, replace(context, currency=None), manner)
    except UnreadableError as other:
        error.cure += f" Besides, {other.message}"
        error.rest = other.rest or error.rest
    return error


def _fitting(form: str, context: Context, manner: Manner) -> list[str]:
    """Give the forms under which an amount is taken: with a period, where it needs one."""
    money = _read_alone(form, context, manner)
    period = money.period or context.period
    if not manner.is_base or not is_known(context.currency or USUAL_CURRENCY):
        return [form]
    if is_plausible(money, period or USUAL_PERIOD):
        return [form]
    return [] if period else [f"{form} per {one}" for one in likely_periods(money)]


def _read_text(text: str, context: Context, manner: Manner) -> Money:
    if len(text) > LONGEST:
        raise no_amount(text, _beside(context, manner, text, ""))
    rest, is_about = split_about(text)
    if is_about and not manner.about:
        cure = "Write the figure or a range." if manner.ranges else "Write the figure."
        raise UnreadableError(f"{quoted(text)} is not exact.", cure)
    timed = split_period(rest, manner.periods)
    ends = split_range(timed.text, ranges=manner.ranges)
    if len(ends) == 2 and not manner.ranges:
        raise UnreadableError(f"{quoted(text)} is a range.", "Write one amount.")
    if len(ends) > 2 or not all(ends):
        raise no_amount(text, _beside(context, manner, text, ""))
    money = _read_ends(ends, timed, text, context, manner)
    return _told(money._replace(qualifier="about" if is_about else ""), text, context)


def _beside(context: Context, manner: Manner, text: str, period: str) -> Beside:
    period = period or (context.period if manner.is_pay else "")
    return Beside(context.currency, period, text, manner.is_pay)


def _told(money: Money, text: str, context: Context, *, is_read: bool = False) -> Money:
    if is_read or money.period or money.qualifier or ("," in text and _COMMA_IN.search(text)):
        shown = show_money(money, context.currency or USUAL_CURRENCY)
        period = f" per {money.period}" if money.period else ""
        context.tell_read(text, f"{shown}{period}")
    return money


_COMMA_IN = compile_later(r"(?<![\d.,])\d+,\d{1,2} ?[a-z]", re.ASCII | re.IGNORECASE)


def _read_ends(
    ends: Sequence[str], timed: Timed, text: str, context: Context, manner: Manner
) -> Money:
    parts = [split_period(end, manner.periods) for end in ends]
    periods = {one.period for one in (*parts, timed) if one.period}
    if len(periods) > 1:
        raise UnreadableError(f"{quoted(text)} names two periods.", "Write one of them.")
    period = next(iter(periods), "")
    beside, typed = _beside(context, manner, text, period), [one.text for one in parts]
    low = read_amount(typed[0], beside)
    if len(typed) == 1:
        return Money(low, low, period)
    high = read_amount(typed[-1], beside)
    scaled = in_one_scale(typed, low, high)
    low = low if scaled == typed else read_amount(scaled[0], beside)
    _check_order(scaled, low, high, "".join(periods and _tail(parts, timed)))
    if scaled != typed and not period:  # with its period it is told as a whole
        context.tell_read(text, show_money(Money(low, high), context.currency or USUAL_CURRENCY))
    return Money(low, high, period)


def _tail(parts: Sequence[Timed], timed: Timed) -> str:
    return next(one.tail for one in (timed, *reversed(parts)) if one.tail)


def _check_order(ends: Sequence[str], low: Decimal, high: Decimal, tail: str) -> None:
    """Refuse a range that runs down, and one whose first `k` may count for both ends."""
    scales = [has_scale(end) for end in ends]
    if scales[0] and not scales[-1] and high < low and high < 1000:
        form = f"{ends[0]} to {with_scale(ends[-1], scales[0])}{tail}"
        whole = f"{ends[0]} to {ends[-1]}"
        raise _refused(f"{quoted(whole)} leaves the second amount open.", form)
    if low > high:
        message = f"runs down, from {ends[0]} to {ends[-1]}."
        raise _refused(message, f"{ends[-1]} to {ends[0]}{tail}")


def _refused(message: str, form: str) -> UnreadableError:
    return UnreadableError(message, f"Write {form}.", forms=[form])


def _read_mapping(value: dict[str, object], context: Context, manner: Manner) -> Money:
    for key in value:
        if key not in ("min", "max"):
            raise UnreadableError(
                f"{quoted(key)} is no end of a range.", "Write min and max.", at=key
            )
    if len(value) < 2:
        raise UnreadableError("has one end of a range.", "Write both min and max, or one amount.")
    alone = Context(context.currency, period=context.period)
    single = manner._replace(ranges=False)
    ends: dict[str, str] = {}
    for key, part in value.items():
        try:
            typed = read_figure(part)
            ends[key] = with_lakhs(typed, context.currency)
            read_money(part, alone, single)
        except UnreadableError as error:
            error.at, error.forms = key, ()
            raise
    both = ends["min"], ends["max"]
    text, written = " to ".join(both), tuple(with_lakhs(end, context.currency) for end in both)
    money = _read_ends(written, Timed(text), text, context, manner)
    return _told(money, text, context, is_read=written != both)


def word_of(value: object, *words: str) -> str:
    """Return the word that an answer is, of some, in small letters; else nothing."""
    text = read_figure(value).lower() if isinstance(value, str) else ""
    return text if text in words else ""


PAY = Manner(PAY_PERIODS, ranges=True, is_pay=True)
BASE_PAY = PAY._replace(is_base=True)


def as_money(text: str, context: Context, manner: Manner) -> Money | None:
    """Read an amount, or a range of two; None of a text that is none, whatever is wrong with it."""
    try:
        return _read_alone(read_figure(text), context.apart(), manner)
    except UnreadableError:
        return None


def show(money: Any, locale: Locale) -> str:
    return show_money(money, locale.currency) if isinstance(money, Money) else str(money)


AMOUNT_SCHEMA: list[dict[str, Any]] = [
    {"type": "string"},
    {"type": "number", "exclusiveMinimum": 0},
]
_RANGE_SCHEMA = {
    "type": "object",
    "properties": {"min": {"anyOf": AMOUNT_SCHEMA}, "max": {"anyOf": AMOUNT_SCHEMA}},
    "required": ["min", "max"],
    "additionalProperties": False,
}
MONEY_OR_RANGE = {"anyOf": [*AMOUNT_SCHEMA, _RANGE_SCHEMA]}
