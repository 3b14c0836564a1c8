"""Money: exact amounts in one currency, read from what people type and shown to candidates."""

import re
from decimal import Decimal
from typing import NamedTuple

from amjd.answers.kinds import Context, Kind, Locale, as_typed
from amjd.answers.places import is_currency
from amjd.answers.shapes import text_schema
from amjd.answers.texts import read_text
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError


class Money(NamedTuple):
    """An exact amount, or a range of two; the currency is that of the answers."""

    low: Decimal
    high: Decimal

    def __add__(self, other: object) -> "Money":
        """Add amount to amount: the lows and the highs."""
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.low + other.low, self.high + other.high)


def plain_money(amount: Money) -> str:
    """Write an amount as digits that are read as the same amount in any currency."""
    ends = (amount.low,) if amount.low == amount.high else amount
    return " to ".join(f"{end:f}" for end in ends)


_LIMIT = Decimal(10) ** 12
_AMOUNT = re.compile(
    r"(?P<before>[A-Z]{3}|\D{0,3}?) ?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,3}(?:_\d{3})+|\d+)"
    r"(?P<fraction>\.\d+)? ?(?P<scale>[kKmM](?![A-Za-z]))? ?(?P<after>[A-Z]{3}|\D{0,3}?)",
    re.ASCII,
)
_RANGE = re.compile(r"\s+to\s+|\s*[-\u2013\u2014]\s*(?=\S*\d)")
_SCALES = {"k": Decimal(1000), "m": Decimal(10) ** 6}
# The currencies that people write with each sign; a sign may stand for several.
_SIGNS = {
    "$": "USD CAD AUD NZD SGD HKD MXN TWD ARS CLP COP",
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "R$": "BRL",
    "\u20ac": "EUR",
    "\u00a3": "GBP EGP GIP FKP SHP",
    "\u00a5": "JPY CNY",
    "\uffe5": "JPY CNY",
    "\u5186": "JPY",
    "\u20b9": "INR",
    "\u20a9": "KRW",
    "\u20b1": "PHP",
    "\u20aa": "ILS",
    "\u20ba": "TRY",
    "\u20ab": "VND",
    "\u0e3f": "THB",
    "kr": "SEK NOK DKK ISK",
    "z\u0142": "PLN",
}


def _check_mark(mark: str, currency: str | None, text: str) -> None:
    if currency is None or mark == currency or currency in _SIGNS.get(mark, "").split():
        return
    if mark not in _SIGNS and not re.fullmatch("[A-Z]{3}", mark):
        raise UnreadableError(f"{quoted(text)} is not an amount.", "Write 150000 or $150k.")
    raise UnreadableError(
        f"{quoted(text)} is marked {mark}, but pay.currency is {currency}.",
        f"Leave {mark} out, or set pay.currency.",
    )


def _read_amount(text: str, currency: str | None) -> Decimal:
    match = _AMOUNT.fullmatch(text) if len(text) <= 100 else None
    if not match:
        raise _no_amount(text)
    for mark in filter(None, (match["before"].strip(), match["after"].strip())):
        _check_mark(mark, currency, text)
    digits, fraction = match["digits"].replace(",", "").replace("_", ""), match["fraction"] or ""
    amount = Decimal(digits + fraction)
    if match["scale"]:
        amount *= _SCALES[match["scale"].lower()]
    elif len(fraction) == 4:
        plain = digits + fraction[1:]
        raise UnreadableError(
            f"{quoted(text)} could mean two amounts.", f"Write {plain}, or {digits}.00."
        )
    if not 0 < amount < _LIMIT:
        bound = "above zero" if amount <= 0 else "below 1,000,000,000,000"
        raise UnreadableError(
            f"{quoted(text)} is not {bound}.", "Write the amount, or leave it out."
        )
    if amount != round(amount, 2):
        raise UnreadableError(
            f"{quoted(text)} is finer than a cent.", "Write at most two decimals."
        )
    return amount


def _no_amount(text: str) -> UnreadableError:
    if re.match(r"\D{0,3}-", text):
        return UnreadableError(
            f"{quoted(text)} is not above zero.", "Write the amount, or leave it out."
        )
    if re.fullmatch(r"\D{0,3}\d{1,3}(\.\d{3})+(,\d+)?\D{0,3}", text, re.ASCII):
        plain = re.sub(r",\d*|[^\d,]", "", text)
        return UnreadableError(f"{quoted(text)} uses points between thousands.", f"Write {plain}.")
    return UnreadableError(f"{quoted(text)} is not an amount.", "Write 150000 or $150k.")


def _read_ends(low: str, high: str, currency: str | None) -> Money:
    ends = Money(_read_amount(low, currency), _read_amount(high, currency))
    scale = re.search(r"[kKmM](?![A-Za-z])", high)
    if scale and ends.low < 1000 and not re.search(r"[kKmM](?![A-Za-z])", low):
        message = f"{quoted(f'{low} to {high}')} leaves the first amount open."
        raise UnreadableError(message, f"Write {low}{scale[0].lower()} to {high}.")
    if ends.low > ends.high:
        raise UnreadableError(f"runs down, from {low} to {high}.", f"Write {high} to {low}.")
    return ends


def show_number(number: Decimal) -> str:
    """Group thousands; a fraction of money has two decimals: 85,000 or 28.50."""
    return f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,.2f}"


def show_money(money: Money, currency: str) -> str:
    """Show `$85,000` for USD, else `EUR 85,000`; a range as `$80,000 to $95,000`."""
    sign = "$" if currency == "USD" else f"{currency} "
    ends = [money.low] if money.low == money.high else [money.low, money.high]
    return " to ".join(f"{sign}{show_number(end)}" for end in ends)


def _read_mapping(value: dict[str, object], currency: str | None) -> Money:
    for key in value:
        if key not in ("min", "max"):
            raise UnreadableError(
                f"{quoted(key)} is no end of a range.", "Write min and max.", at=key
            )
    if len(value) < 2:
        raise UnreadableError("has one end of a range.", "Write both min and max, or one amount.")
    ends = {}
    for key, part in value.items():
        try:
            ends[key] = read_text(part)
            _read_amount(ends[key], currency)
        except UnreadableError as error:
            raise UnreadableError(error.message, error.cure, at=key) from None
    return _read_ends(ends["min"], ends["max"], currency)


def _read_amount_only(value: object, context: Context) -> Money:
    text = read_text(value)
    if len(_RANGE.split(text)) == 2 and not text.startswith("-"):
        raise UnreadableError(f"{quoted(text)} is a range.", "Write one amount, such as 150000.")
    amount = _read_amount(text, context.currency)
    return Money(amount, amount)


def _read_amount_or_range(value: object, context: Context) -> Money:
    if isinstance(value, dict):
        return _read_mapping(value, context.currency)
    text = read_text(value)
    ends = _RANGE.split(text)
    if len(ends) == 2 and all(ends):
        return _read_ends(ends[0], ends[1], context.currency)
    amount = _read_amount(text, context.currency)
    return Money(amount, amount)


def _show(money: Money, locale: Locale) -> str:
    return show_money(money, locale.currency)


def read_currency(value: object, _: Context | None = None) -> str:
    """Read an ISO 4217 code, in capitals whatever was typed."""
    code = read_text(value).upper()
    if code != "USD" and not is_currency(code):
        raise UnreadableError(
            f"{quoted(code)} is no ISO 4217 currency.", "Write a code, such as EUR."
        )
    return code


_AMOUNT_SCHEMA = [{"type": "string"}, {"type": "number", "exclusiveMinimum": 0}]
_RANGE_SCHEMA = {
    "type": "object",
    "properties": {"min": {"anyOf": _AMOUNT_SCHEMA}, "max": {"anyOf": _AMOUNT_SCHEMA}},
    "required": ["min", "max"],
    "additionalProperties": False,
}
AMOUNT = Kind(_read_amount_only, _show, {"anyOf": _AMOUNT_SCHEMA})
AMOUNT_OR_RANGE = Kind(_read_amount_or_range, _show, {"anyOf": [*_AMOUNT_SCHEMA, _RANGE_SCHEMA]})
# Letters, of which some outside ASCII have capitals within it.
CURRENCY = Kind(read_currency, as_typed, text_schema(r"[^\x00-@\[-`{-\x7f]{1,3}"))
