"""Amounts: exact money in one currency, read from one text and shown to candidates."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from amjd.answers.currencies import SHOWN, carries, is_mark
from amjd.answers.figures import plain_digits
from amjd.answers.places import minor_units
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError


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


def to_minor_unit(amount: Decimal, currency: str) -> Decimal:
    """Round to what the currency counts in: cents for USD."""
    return amount.quantize(Decimal(1).scaleb(-minor_units(currency)), ROUND_HALF_UP)


class NoAmountError(UnreadableError):
    """A text that is no amount at all, though it may be something else."""


class Beside(NamedTuple):
    """What an amount is read beside: its currency, None if unknown, and its period if known.

    `text` is the whole that the amount stands in, and in which a cure writes it anew.
    """

    currency: str | None
    period: str
    text: str


_LIMIT = Decimal(10) ** 12
_SCALES = {
    "k": 3, "thousand": 3, "m": 6, "million": 6,
    "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7,
}  # fmt: skip
_BY_LAKHS = ("INR", "PKR", "BDT", "NPR", "LKR", None)
_FIGURE = re.compile(
    r"(?P<digits>[0-9]+(?:[,._' \u2019][0-9]+)*)"
    r"(?: ?(?P<scale>k|thousand|m|million|lakhs?|lacs?|crores?)(?![^\W\d_]))?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", re.ASCII)
_COMMA = re.compile(r"(\d+|\d{1,3}(?:[ '\u2019]\d{3})+),(\d{1,2})", re.ASCII)


def read_amount(text: str, beside: Beside) -> Decimal:
    """Read one amount, without a period; raises UnreadableError for what is none."""
    match = _FIGURE.search(text)
    if not match:
        raise no_amount(text, beside)
    before, after = text[: match.start()].strip(), text[match.end() :].strip()
    if before.endswith("-"):
        raise _not("above zero", text)
    if after in (",-", ".-"):
        cure = f"Write {text[: match.end()]}."
        raise UnreadableError(f"{quoted(text)} has a dash for the cents.", cure)
    for mark in filter(None, (before, after)):
        if not is_mark(mark):
            raise _with_a_word(text, match, beside)
        _check_mark(mark, text, beside)
    amount = _value(match, text, beside)
    if not 0 < amount < _LIMIT:
        raise _not("above zero" if amount <= 0 else "below 1,000,000,000,000", text)
    return _checked_unit(amount, text, beside)


def has_scale(text: str) -> str:
    """Return the scale that an amount is written with, such as `k`; nothing if there is none."""
    match = _FIGURE.search(text)
    return (match["scale"] or "") if match else ""


def with_scale(text: str, scale: str) -> str:
    """Write a scale behind the digits of an amount that has none."""
    match = _FIGURE.search(text)
    assert match
    space = "" if len(scale) == 1 else " "
    return f"{text[: match.end()]}{space}{scale}{text[match.end() :]}"


def _not(bound: str, text: str) -> UnreadableError:
    return UnreadableError(f"{quoted(text)} is not {bound}.", "Write the amount, or leave it out.")


def no_amount(text: str, beside: Beside) -> NoAmountError:
    """Say that a text is no amount, with examples that would be read in its place."""
    number, short = {"hour": ("24", "24.50"), "month": ("4500", "4.5k")}.get(
        beside.period, ("150000", "150k")
    )
    sign = "$" if carries("$", beside.currency or "USD") else ""
    return NoAmountError(f"{quoted(text)} is not an amount.", f"Write {number} or {sign}{short}.")


def _with_a_word(text: str, match: re.Match[str], beside: Beside) -> NoAmountError:
    """Say that a word beside an amount, as in `$85,000 DOE`, is no part of it."""
    before, after = text[: match.start()].strip(), text[match.end() :].strip()
    words = [mark for mark in (before, after) if mark and not is_mark(mark)]
    if any(re.search(r"[^A-Za-z ()]", word) or changes_value(word) for word in words):
        return no_amount(text, beside)
    kept = match[0] if before in words else f"{text[: match.end()]}"
    kept = f"{kept} {after}" if after and after not in words else kept
    cure = f"Write {beside.text.replace(text, kept)}."
    return NoAmountError(f"{quoted(text)} is not an amount.", cure)


_OF_VALUE = frozenset((
    "above", "below", "less", "max", "maximum", "min", "minimum", "more", "most", "over", "under",
    "up", "hr", "hour", "hourly", "hours", "day", "daily", "days", "wk", "week", "weekly", "weeks",
    "biweekly", "fortnight", "fortnightly", "mo", "month", "monthly", "months", "qtr", "quarter",
    "quarterly", "mrr", "yr", "year", "yearly", "annual", "annually", "annum", "thousand", "mm",
    "mn", "million", "b", "bn", "billion", "lakh", "lakhs", "lac", "lacs", "lpa", "cr", "crore",
    "crores", "x", "times", "half", "percent", "ote", "target",
))  # fmt: skip


def changes_value(words: str) -> bool:
    """Whether words say something of an amount, which would be another without them."""
    return bool(re.search(r"[0-9%]", words)) or not _OF_VALUE.isdisjoint(
        re.findall(r"[a-z]+", words.lower())
    )


def counts_in_lakhs(currency: str | None) -> bool:
    """Whether amounts in a currency are counted in lakhs; an unknown one may be."""
    return currency in _BY_LAKHS


def _check_mark(mark: str, text: str, beside: Beside) -> None:
    if beside.currency and not carries(mark, beside.currency):
        raise UnreadableError(
            f"{quoted(text)} is marked {mark}, but pay.currency is {beside.currency}.",
            f"Leave {mark} out, or set pay.currency.",
        )


def _value(match: re.Match[str], text: str, beside: Beside) -> Decimal:
    whole, _, fraction = match["digits"].partition(".")
    digits = plain_digits(whole, by_lakhs=beside.currency in _BY_LAKHS)
    scale = (match["scale"] or "").lower()
    if digits is None or (fraction and not fraction.isdigit()) or match["digits"].count(".") > 1:
        raise _odd_digits(match["digits"], text, beside)
    if scale[:2] in ("la", "cr") and beside.currency not in _BY_LAKHS:
        raise no_amount(text, beside)
    if len(fraction) == 3 and not scale and len(digits) <= 3 and digits.strip("0"):
        _check_thousands(digits, fraction, text, beside)
    return Decimal(f"{digits}.{fraction}" if fraction else digits).scaleb(_SCALES.get(scale, 0))


def _odd_digits(digits: str, text: str, beside: Beside) -> UnreadableError:
    if _POINTS.fullmatch(digits):
        cure = _anew(beside, _POINTS, lambda found: _decimal(found[1].replace(".", ""), found[2]))
        return UnreadableError(f"{quoted(text)} uses points between thousands.", f"Write {cure}.")
    if _COMMA.fullmatch(digits):
        cure = _anew(beside, _COMMA, lambda found: _decimal(plain_digits(found[1]), found[2]))
        return UnreadableError(f"{quoted(text)} has a comma for a point.", f"Write {cure}.")
    return no_amount(text, beside)


def _decimal(whole: str | None, fraction: str | None) -> str:
    return f"{whole}.{fraction}" if fraction and fraction.strip("0") else f"{whole}"


def _check_thousands(digits: str, fraction: str, text: str, beside: Beside) -> None:
    """Refuse `85.000`, which is two amounts, unless the currency has three decimals."""
    units = 2 if beside.currency is None else minor_units(beside.currency)
    if units == 3:
        return
    pattern = re.compile(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,])", re.ASCII)
    finer = Decimal(f"{digits}.{fraction}")
    thousands = _anew(beside, pattern, lambda found: found[1] + found[2])
    exact = units > 0 or finer == finer.to_integral_value()
    decimals = _anew(beside, pattern, lambda found: _rounded(Decimal(found[0]), units))
    if beside.period == "hour" and exact:
        raise UnreadableError(f"{quoted(text)} has three decimals.", f"Write {decimals}.")
    if not exact:
        raise UnreadableError(
            f"{quoted(text)} uses points between thousands.", f"Write {thousands}."
        )
    raise UnreadableError(
        f"{quoted(text)} could mean two amounts.", f"Write {thousands}, or {decimals}."
    )


def _rounded(amount: Decimal, units: int) -> str:
    return f"{amount.quantize(Decimal(1).scaleb(-units), ROUND_HALF_UP):f}"


def _checked_unit(amount: Decimal, text: str, beside: Beside) -> Decimal:
    if beside.currency is None:
        return amount
    units = minor_units(beside.currency)
    if amount == (right := to_minor_unit(amount, beside.currency)):
        return amount
    if units == 0:
        message = f"{quoted(text)} has a fraction, and {beside.currency} has none."
    else:
        unit = "a cent" if units == 2 else f"{beside.currency} is counted"
        message = f"{quoted(text)} is finer than {unit}."
    if right <= 0:
        return _refuse(message, f"Write at most {units} decimals." if units else "Write it whole.")
    cure = _anew(beside, _FIGURE, lambda found: _finest(found, beside))
    return _refuse(message, f"Write {cure}.")


def _finest(found: re.Match[str], beside: Beside) -> str:
    whole, _, fraction = found["digits"].partition(".")
    if not fraction:
        return found[0]
    scale = _SCALES.get((found["scale"] or "").lower(), 0)
    digits = plain_digits(whole, by_lakhs=True) or "0"
    amount = Decimal(f"{digits}.{fraction}").scaleb(scale)
    right = to_minor_unit(amount, beside.currency or "USD")
    return found[0] if right == amount else f"{right:f}"


def _refuse(message: str, cure: str) -> Decimal:
    raise UnreadableError(message, cure)


def _anew(beside: Beside, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> str:
    """Write the whole text with every such figure in another form, for a cure."""
    return pattern.sub(write, beside.text)
