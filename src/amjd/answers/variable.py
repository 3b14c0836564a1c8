"""Variable pay: money, a part of base pay, private or none, and where words of it belong."""

import re

from amjd.answers.amounts import Money, NoAmountError, is_zero
from amjd.answers.figures import BOTH_ENDS, OpenEndError, read_figure, says_figure
from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.leftovers import check_vague
from amjd.answers.money import MONEY_OR_RANGE, NONE, PAY, PRIVATE, read_money, show, word_of
from amjd.answers.parts import PartOfBase, read_part_of_base
from amjd.answers.percents import show_percent
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later


def _read_variable(value: object, context: Context) -> Money | PartOfBase | str:
    if word := word_of(value, PRIVATE, NONE, "no"):
        return PRIVATE if word == PRIVATE else NONE
    if isinstance(value, str) and is_zero(read_figure(value), context.currency):
        return NONE
    if isinstance(value, str) and (part := read_part_of_base(read_figure(value))):
        return part
    check_vague(value)
    try:
        return read_money(value, context, PAY)
    except UnreadableError as error:
        raise _or_in_words(value, error) from None


def _or_in_words(value: object, error: UnreadableError) -> UnreadableError:
    """Say where a bonus belongs that has no figure, or one end: `some`, `up to 2000`."""
    if not isinstance(value, str):
        return error
    text = read_figure(value)
    if isinstance(error, NoAmountError) and not says_figure(text):
        cure = "Write private. Words that say how a bonus works belong in pay.bonus."
        return NoAmountError(error.message, cure, forms=[PRIVATE])
    if not (isinstance(error, OpenEndError) or _FROM_ZERO.match(text)):
        return error
    message = f"{quoted(text)} leaves one end open."
    words = _FROM_ZERO.sub("up to ", text)
    cure = f'{BOTH_ENDS} Without a lowest one: write private, and "{words}" in pay.bonus.'
    return UnreadableError(message, cure)


_FROM_ZERO = compile_later(r"\W?0(?:\.0+)? ?(?:-|to) ?(?=\W?[0-9])", re.ASCII | re.IGNORECASE)


def _show_variable(pay: Money | PartOfBase | str, locale: Locale) -> str:
    """Show variable pay with its period, or what it is a part of."""
    if isinstance(pay, PartOfBase):
        ends = [pay.low] if pay.low == pay.high else [pay.low, pay.high]
        return f"{'up to ' * pay.up_to}{' to '.join(map(show_percent, ends))} of base pay"
    period = pay.period or locale.period if isinstance(pay, Money) else ""
    return f"{show(pay, locale)} per {period}" if period else show(pay, locale)


_NOTHING = [{"const": 0}, {"const": False}]
VARIABLE = Kind(_read_variable, _show_variable, {"anyOf": [*MONEY_OR_RANGE["anyOf"], *_NOTHING]})
