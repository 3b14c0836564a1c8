"""Variable pay: money, a part of base pay, private or none, and where words of it belong."""

import re

from amjd.answers.kinds import USUAL_CURRENCY, Context, Kind, Locale
from amjd.answers.nothing import BUT, NO_BUT, behind_denial
from amjd.answers.numbers.figures import (
    BOTH_ENDS,
    LONGEST,
    OpenEndError,
    plain_digits,
    read_figure,
    says_figure,
)
from amjd.answers.numbers.percents import show_percent
from amjd.answers.numbers.qualifiers import AT_TARGET, UNCAPPED
from amjd.answers.numbers.things import counts_things
from amjd.answers.pay.amounts import Money, NoAmountError, plain_money, show_money
from amjd.answers.pay.base import read_pay
from amjd.answers.pay.currencies import OtherCurrencyError, carries
from amjd.answers.pay.leftovers import check_vague
from amjd.answers.pay.money import MONEY_OR_RANGE, NONE, PAY, PRIVATE, read_money, show, word_of
from amjd.answers.pay.parts import PartOfBase, read_part_of_base, what_it_comes_to
from amjd.answers.pay.payouts import check_promised, payout_in, without_often
from amjd.text.characters import quoted
from amjd.text.errors import Put, UnreadableError
from amjd.text.patterns import compile_later


def _read_variable(value: object, context: Context) -> Money | PartOfBase | str:
    if word := word_of(value, PRIVATE, NONE, "no"):
        return PRIVATE if word == PRIVATE else NONE
    if isinstance(value, str) and _is_zero(read_figure(value), context.currency):
        return NONE
    if isinstance(value, str) and plain_digits(read_figure(value)) is None:
        check_promised(read_figure(value))
        if part := _part_of_base(text := read_figure(value), context):
            if not text.lower().endswith(_SAID_OF_BASE):
                context.tell_read(text, _show_variable(part, Locale()))
            return part
        check_vague(value)
    try:
        return read_pay(value, context, PAY)
    except OtherCurrencyError:
        raise
    except UnreadableError as error:
        if not isinstance(value, str):
            raise
        text = read_figure(value)
        told = _on_target(text, context) or _in_a_year(text, error, context)
        raise told or _or_in_words(text, error, context.period) from None


def _part_of_base(text: str, context: Context) -> PartOfBase | None:
    """Read a percentage of base pay, and part from it that it is the one at the target."""
    try:
        return read_part_of_base(text, context.period)
    except UnreadableError as error:
        told = None if error.forms else _on_target(text, context)
        raise told or error from None


_SAID_OF_BASE = ("%", " percent", " per cent", " base", " base pay", " base salary")
_OTHER_DIGITS = frozenset("123456789")
_ZERO = compile_later(r"([^\d\s.,-]{0,4}) ?0(?:\.0{1,3})? ?([^\d\s.,-]{0,4})", re.ASCII)


def _is_zero(text: str, currency: str | None) -> bool:
    """Whether a text is nothing of a currency, or of what it is a part of: `0`, `$0.00`, `0%`."""
    match = _ZERO.fullmatch(text) if _OTHER_DIGITS.isdisjoint(text) else None
    marks = match.groups() if match else ("none",)
    return all(mark in ("", "%") or carries(mark, currency or USUAL_CURRENCY) for mark in marks)


def _on_target(text: str, context: Context) -> UnreadableError | None:
    """Part the amount from the words that it is the one at the target, or has nothing above it."""
    found = _AT_TARGET.fullmatch(text) if len(text) <= LONGEST else None
    rest = text[found.end("amount") :].strip(" ,;()") if found else ""
    if not found or not rest:
        return None
    form = found["amount"].strip()
    try:
        if not read_part_of_base(form):
            read_money(form, context.apart(), PAY)
    except UnreadableError:
        return None
    message = f"{quoted(text)} is more than an amount."
    rest = _AT.sub("at ", rest.replace(")", ""))
    return UnreadableError(message, f"Write {form}.", forms=[form], rest=rest)


_AT = compile_later("^@ ?")


_AT_TARGET = compile_later(
    r"(?P<amount>[^\d,;()]{0,6}\d[^;()]*?)"
    rf"(?:[ ,(]+{AT_TARGET}\)?)?"
    rf"(?:[ ,;(]+(?:(?:and|but) )?{UNCAPPED}\)?)?",
    re.IGNORECASE,
)


def _in_a_year(text: str, error: UnreadableError, context: Context) -> UnreadableError | None:
    """Say what a bonus comes to in a year that is told with how often it is paid, or what for."""
    payout = None if counts_things(text) else payout_in(text)
    is_cured = isinstance(error, NoAmountError) and error.forms and not error.rest
    if payout is None or is_cured or _ONCE.search(text):
        return None
    form = payout.amount
    try:
        money = read_money(form, context.apart(), PAY)
        if payout.times:
            form = f"{_times(money, payout.times, context.currency)} a year"
            read_money(form, context.apart(), PAY)
    except OtherCurrencyError as other:
        return OtherCurrencyError(text, other.mark, context.currency or USUAL_CURRENCY)
    except UnreadableError:
        return None
    message = error.message
    if isinstance(error, NoAmountError):
        message = f"{quoted(text)} is more than an amount."
    return UnreadableError(message, f"Write {form}.", forms=[form], rest=text)


def _times(money: Money, times: int, currency: str | None) -> str:
    in_all = Money(money.low * times, money.high * times)
    return show_money(in_all, currency) if currency else plain_money(in_all)


def _or_in_words(text: str, error: UnreadableError, period: str) -> UnreadableError:
    """Say where a bonus belongs that has no figure, one end, or one for each of many."""
    if _ONCE.search(text):
        message = f"{quoted(text)} is paid once."
        return NoAmountError(message, "Leave it empty here.", rest=text)
    rest = beside_none(text)
    if rest is not None and is_bare_pay(rest):
        return NoAmountError(f"{quoted(text)} is not an amount.", "Write none.", forms=[NONE])
    if (beside := _NONE_BUT.fullmatch(text[:LONGEST])) and not _OF_PAY.search(beside["rest"]):
        message = f"{quoted(text)} is more than none."
        return NoAmountError(message, "Write none.", forms=[NONE], rest=beside["rest"])
    if isinstance(error, NoAmountError) and not says_figure(without_often(text)):
        if _NO_CAP.fullmatch(text):
            also = [Put(text, "pay.bonus")]
            message = f"{quoted(text)} is not an amount."
            return NoAmountError(message, "Write private.", forms=[PRIVATE], also=also)
        kind, field = "a bonus works belong", "pay.bonus"
        if "commission" in (rest or text).lower():
            kind, field = "commission is earned belong", "pay.commission"
        cure = f"Write private. Words that say how {kind} in {field}."
        return NoAmountError(f"{quoted(text)} is not an amount.", cure, forms=[PRIVATE])
    if isinstance(error, OpenEndError) or _FROM_ZERO.match(text):
        message = f"{quoted(text)} leaves one end open."
        words = _FROM_ZERO.sub("up to ", text)
        put = Put(words, "pay.bonus", "Without a lowest one: write private, and")
        return OpenEndError(message, BOTH_ENDS, also=[put])
    if isinstance(error, NoAmountError) and (error.rest or not error.forms):
        rest = NO_BUT.sub("", text)  # that there is some says the amount
        return NoAmountError(error.message, what_it_comes_to(period), rest=rest)
    return error


# No variable pay, and something else that one gets.
_NONE_BUT = compile_later(
    rf"(?:none|no|nil|nothing){BUT} ?"
    r"(?:(?:but|just|only)\b ?)?"
    r"(?P<rest>[^\W\d_].*?)\)?",
    re.IGNORECASE,
)
_OF_PAY = compile_later(
    r"\b(?:bonus\w*|comm(?:ission|s?\b)|incentives?|variable|ote|target|profit|shares?|13th|extra"
    r"|if|when|unless|until|maybe|perhaps|some|year[- ]end|christmas|xmas|salar(?:y|ies)|wages?)",
    re.IGNORECASE,
)
_NO_CAP = compile_later(UNCAPPED, re.IGNORECASE)
_ONCE = compile_later(r"\b(?:sign[- ]?(?:on|ing)|joining|welcome) (?:bonus|pay|fee)", re.IGNORECASE)
_ON_TOP = (
    r"(?:(?:sales|annual|yearly|year[- ]end|quarterly|christmas) )?"
    r"(?:bonus(?:es)?|comm(?:issions?|s?\b)|incentives?|variable|percentages?|profit[- ]shar\w+"
    r"|extras?)"
    r"(?: (?:pay|plan|scheme|program(?:me)?|structure)s?)?"
)
_ANY_OF_THEM = rf"{_ON_TOP}(?: (?:and|or|nor)(?: no)? (?:{_ON_TOP}|anything(?: like that)?))*"
_BARE_PAY = compile_later(
    r"(?:(?:it'?s|we|pay|just|only|an?|the|straight|flat|fair|good|decent|plain|base|basic|salary"
    r"|salaried|wages?|hourly|rate|sorry|thanks|thank you|and|that'?s (?:it|all))\b[\s,.]*)*",
    re.IGNORECASE,
)


def beside_none(text: str) -> str | None:
    """Return what stands behind words that nothing comes on top; None where none say so."""
    return behind_denial(text, _ANY_OF_THEM)


def is_bare_pay(text: str) -> bool:
    """Whether a text tells of nothing but plain pay: `just a fair salary`."""
    return bool(_BARE_PAY.fullmatch(text[:LONGEST]))


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
