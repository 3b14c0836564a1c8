"""Amounts: exact money in one currency, read from one text and shown to candidates."""

import re
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import partial
from typing import NamedTuple

from amjd.answers.kinds import USUAL_CURRENCY
from amjd.answers.numbers.figures import IN_LAKHS, plain_digits, says_figure
from amjd.answers.numbers.qualifiers import changes_value, stands_inside
from amjd.answers.numbers.scales import FIGURE, SCALES, counts_in_lakhs
from amjd.answers.pay.currencies import SHOWN, OtherCurrencyError, carries, in_capitals, is_mark
from amjd.answers.pay.periods import EXAMPLES
from amjd.answers.places.countries import minor_units
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError, write_one_of
from amjd.text.patterns import compile_later


class Money(NamedTuple):
    """An exact amount, or a range of two; the currency is that of the answers.

    `period` is the one it was typed with, `qualifier` what stands before it: `about` or `up to`.
    """

    low: Decimal
    high: Decimal
    period: str = ""
    qualifier: str = ""

    def __add__(self, other: object) -> "Money":
        """Add amount to amount: the lows and the highs."""
        if not isinstance(other, Money):
            return NotImplemented
        qualifier = self.qualifier or other.qualifier
        return Money(self.low + other.low, self.high + other.high, qualifier=qualifier)

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The two ends, which are what is compared and summed."""
        return self.low, self.high


def plain_money(amount: Money) -> str:
    """Write an amount as digits that are read as the same amount in any currency."""
    ends = amount.ends[: 1 if amount.low == amount.high else 2]
    period = f"per {amount.period}" if amount.period else ""
    words = (amount.qualifier, " to ".join(f"{end:f}" for end in ends), period)
    return " ".join(filter(None, words))


def show_number(number: Decimal, decimals: int = 2) -> str:
    """Group thousands; a fraction has all the decimals of its currency: 85,000 or 28.50."""
    if number == number.to_integral_value():
        return f"{number:,.0f}"
    return f"{number:,.{decimals}f}"


def show_money(money: Money, currency: str) -> str:
    """Show `$85,000` for USD, `CHF 85,000` for CHF; a range as `$80,000 to $95,000`."""
    sign, units = SHOWN.get(currency, f"{currency} "), minor_units(currency)
    ends = money.ends[: 1 if money.low == money.high else 2]
    shown = " to ".join(f"{sign}{show_number(end, units)}" for end in ends)
    return f"{money.qualifier} {shown}".strip()


def to_minor_unit(amount: Decimal, currency: str, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Round to what the currency counts in: cents for USD."""
    return amount.quantize(Decimal(1).scaleb(-minor_units(currency)), rounding)


class NoAmountError(UnreadableError):
    """A text that is no amount at all, though it may be something else."""


def _refused(message: str, *forms: str) -> UnreadableError:
    """Refuse an amount that is to be written in one of some forms."""
    return UnreadableError(message, write_one_of(forms), forms=forms)


class Beside(NamedTuple):
    """What an amount is read beside: its currency, None if unknown, and its period if known.

    `text` is the whole that the amount stands in, and in which a cure writes it anew; `is_pay` is
    not set for what accounts bring in, of which nobody tells cents.
    """

    currency: str | None
    period: str
    text: str
    is_pay: bool = True


_LIMIT = Decimal(10) ** 12
_DIGITS = 12  # of an amount below the limit
_POINTS = compile_later(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", re.ASCII)
_THREE = compile_later(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,])", re.ASCII)
_TENS = compile_later(r"\d\d\.\d{3}", re.ASCII)  # of thousands
_COMMA = compile_later(r"(\d+|\d{1,3}(?:[ '\u2019]\d{3})+),(\d{1,2})", re.ASCII)


def read_amount(text: str, beside: Beside) -> Decimal:
    """Read one amount, without a period; raises UnreadableError for what is none."""
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS and text.strip("0"):
        return Decimal(text)  # digits alone, as in many, need no pattern
    match = FIGURE.search(text)
    if not match:
        raise no_amount(text, beside)
    before, after = text[: match.start()].strip(), text[match.end() :].strip()
    if before.endswith("-"):
        raise _not("above zero", text)
    if after in (",-", ".-"):
        raise _refused(f"{quoted(text)} has a dash for the cents.", text[: match.end()])
    for mark in filter(None, (before, after)):
        if not is_mark(mark):
            _check_code(mark, text, beside)
            raise _with_a_word(text, match, beside)
        _check_mark(mark, text, beside)
    amount = _value(match, text, beside)
    if not 0 < amount < _LIMIT:
        raise _not("above zero" if amount <= 0 else "below 1,000,000,000,000", text)
    return _checked_unit(amount, text, beside)


def has_comma(text: str) -> bool:
    """Whether a figure has a comma for a point, which it can only be in front of a scale."""
    return "," in text and bool(_COMMA.fullmatch(text))


def _not(bound: str, text: str) -> UnreadableError:
    return UnreadableError(f"{quoted(text)} is not {bound}.", "Correct the figure.")


ALONE = "Write the amount alone, in digits."


def no_amount(text: str, beside: Beside) -> NoAmountError:
    """Say that a text is no amount; examples are read in the place of one without a figure."""
    if says_figure(beside.text or text):
        return NoAmountError(f"{quoted(text)} is not an amount.", ALONE)
    number, short = EXAMPLES.get(beside.period, EXAMPLES["year"])
    sign = "$" if carries("$", beside.currency or USUAL_CURRENCY) else ""
    return NoAmountError(f"{quoted(text)} is not an amount.", f"Write {number} or {sign}{short}.")


def _with_a_word(text: str, match: re.Match[str], beside: Beside) -> NoAmountError:
    """Say that a word beside an amount, as in `$85,000 DOE`, is no part of it."""
    before, after = text[: match.start()].strip(), text[match.end() :].strip()
    if text[match.end() : match.end() + 1].isalpha():
        return no_amount(text, beside)  # 38kgbp is not 38
    words = [mark for mark in (before, after) if mark and not is_mark(mark)]
    if any(re.search(r"[^A-Za-z ()]", word) or changes_value(word) for word in words):
        return no_amount(text, beside)
    if any(stands_inside(word, beside.text) for word in words):
        return no_amount(text, beside)
    kept = match[0] if before in words else f"{text[: match.end()]}"
    kept = f"{kept} {after}" if after and after not in words else kept
    form = beside.text.replace(text, kept)
    message = f"{quoted(text)} is not an amount."
    return NoAmountError(message, f"Write {form}.", forms=[form], rest=" ".join(words))


def _check_mark(mark: str, text: str, beside: Beside) -> None:
    if beside.currency and not carries(mark, beside.currency):
        raise OtherCurrencyError(text, mark, beside.currency)


def _check_code(word: str, text: str, beside: Beside) -> None:
    """Refuse the code of another currency in small letters, which no cure may leave out alone."""
    if beside.currency and in_capitals(word) not in ("", beside.currency):
        raise OtherCurrencyError(text, word, beside.currency)


def _value(match: re.Match[str], text: str, beside: Beside) -> Decimal:
    scale, typed = (match["scale"] or "").lower(), match["digits"]
    if scale and has_comma(typed):
        typed = typed.replace(",", ".")
    whole, _, fraction = typed.partition(".")
    digits = plain_digits(whole, by_lakhs=counts_in_lakhs(beside.currency))
    if digits is None or (fraction and not fraction.isdigit()) or typed.count(".") > 1:
        raise _odd_digits(typed, text, beside)
    if scale[:2] in ("la", "cr") and not counts_in_lakhs(beside.currency):
        raise no_amount(text, beside)
    if len(fraction) == 3 and not scale and len(digits) <= 3 and digits.strip("0"):
        _check_thousands(text, beside)
    return Decimal(f"{digits}.{fraction}" if fraction else digits).scaleb(SCALES.get(scale, 0))


def _odd_digits(digits: str, text: str, beside: Beside) -> UnreadableError:
    if _POINTS.fullmatch(digits):
        form = _anew(beside, _POINTS, lambda found: _decimal(found[1].replace(".", ""), found[2]))
        return _refused(f"{quoted(text)} uses points between thousands.", form)
    if _COMMA.fullmatch(digits):
        form = _anew(beside, _COMMA, lambda found: _decimal(plain_digits(found[1]), found[2]))
        return _refused(f"{quoted(text)} has a comma for a point.", form)
    if plain_digits(digits, by_lakhs=True):
        form = _anew(beside, IN_LAKHS, lambda found: found[0].replace(",", ""))
        return _refused(f"{quoted(text)} is grouped as in India.", form)
    return no_amount(text, beside)


def _decimal(whole: str | None, fraction: str | None) -> str:
    return f"{whole}.{fraction}" if fraction and fraction.strip("0") else f"{whole}"


def _check_thousands(text: str, beside: Beside) -> None:
    """Refuse `85.000`, which is two amounts, unless the currency has three decimals."""
    units = 2 if beside.currency is None else minor_units(beside.currency)
    if units == 3:
        return
    thousands = _anew(beside, _THREE, lambda found: found[1] + found[2])
    decimals = [_anew(beside, _THREE, partial(_rounded, units=units, way=way))
                for way in (ROUND_FLOOR, ROUND_CEILING)]  # fmt: skip
    decimals = list(dict.fromkeys(decimals))
    if beside.period == "hour":
        raise _refused(f"{quoted(text)} has three decimals.", *decimals)
    is_large = not beside.is_pay and _TENS.search(text)
    if len(decimals) > 1 or is_large:  # no amount of this currency, but in thousands
        raise _refused(f"{quoted(text)} uses points between thousands.", thousands)
    message = f"{quoted(text)} has a point that may stand for thousands."
    raise _refused(message, thousands, *decimals)


def _rounded(found: re.Match[str], units: int, way: str) -> str:
    return f"{Decimal(found[0]).quantize(Decimal(1).scaleb(-units), way):f}"


def _checked_unit(amount: Decimal, text: str, beside: Beside) -> Decimal:
    """Refuse an amount finer than its currency: both that it may be rounded to are its cures."""
    if beside.currency is None or amount == to_minor_unit(amount, beside.currency):
        return amount
    units = minor_units(beside.currency)
    if units == 0:
        message = f"{quoted(text)} has a fraction, and {beside.currency} has none."
    else:
        unit = "a cent" if units == 2 else f"{beside.currency} is counted"
        message = f"{quoted(text)} is finer than {unit}."
    if to_minor_unit(amount, beside.currency, ROUND_FLOOR) <= 0:
        cure = f"Write at most {units} decimals." if units else "Write it whole."
        raise UnreadableError(message, cure)
    forms = [_anew(beside, FIGURE, partial(_finest, beside=beside, way=way))
             for way in (ROUND_FLOOR, ROUND_CEILING)]  # fmt: skip
    raise _refused(message, *dict.fromkeys(forms))


def _finest(found: re.Match[str], beside: Beside, way: str) -> str:
    whole, _, fraction = found["digits"].partition(".")
    if not fraction.isdigit():
        return found[0]
    scale = SCALES.get((found["scale"] or "").lower(), 0)
    digits = plain_digits(whole, by_lakhs=True) or "0"
    amount = Decimal(f"{digits}.{fraction}").scaleb(scale)
    right = to_minor_unit(amount, beside.currency or USUAL_CURRENCY, way)
    return found[0] if right == amount else f"{right:f}"


def _anew(beside: Beside, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> str:
    """Write the whole text with every such figure in another form, for a cure."""
    return pattern.sub(write, beside.text)
