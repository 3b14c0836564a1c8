"""Currencies: the signs that people write amounts with, and those that a posting shows."""

from amjd.answers.places import is_currency
from amjd.text.patterns import compile_later

SHOWN = {
    "USD": "$", "GBP": "\u00a3", "EUR": "\u20ac", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$",
    "INR": "\u20b9", "JPY": "\u00a5",
}  # fmt: skip
"""What stands before an amount in a posting; for all others their code does."""

_DOLLARS = (
    "USD CAD AUD NZD SGD HKD MXN TWD ARS CLP COP UYU DOP BBD BSD BZD BMD BND FJD GYD JMD KYD LRD"
    " NAD SBD SRD TTD XCD"
)
_POUNDS = "GBP EGP GIP FKP SHP SSP SYP LBP SDG"
# The currencies that people write with each sign, in small letters; one may stand for several.
_SIGNS = {
    "$": _DOLLARS, "dollar": _DOLLARS, "dollars": _DOLLARS,
    "us$": "USD", "c$": "CAD NIO", "ca$": "CAD", "can$": "CAD", "a$": "AUD", "au$": "AUD",
    "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "mx$": "MXN", "r$": "BRL",
    "tt$": "TTD", "j$": "JMD", "z$": "ZWG", "n$": "NAD",
    "\u20ac": "EUR", "euro": "EUR", "euros": "EUR",
    "\u00a3": _POUNDS, "pound": _POUNDS, "pounds": _POUNDS,
    "\u00a5": "JPY CNY", "\uffe5": "JPY CNY", "\u5186": "JPY", "\u5143": "CNY TWD", "rmb": "CNY",
    "\u20b9": "INR", "rs": "INR PKR LKR NPR MUR SCR", "rs.": "INR PKR LKR NPR MUR SCR",
    "\u20a8": "INR PKR LKR NPR MUR SCR", "\u09f3": "BDT", "tk": "BDT",
    "\u20a9": "KRW", "\u20b1": "PHP", "\u20aa": "ILS", "\u20ba": "TRY", "tl": "TRY",
    "\u20ab": "VND", "\u0e3f": "THB", "rp": "IDR", "rm": "MYR", "r": "ZAR", "ksh": "KES",
    "\u20a6": "NGN", "\u20b5": "GHS", "gh\u20b5": "GHS", "\u20b4": "UAH", "\u20bd": "RUB",
    "\u20b8": "KZT", "\u20be": "GEL", "\u20bc": "AZN", "\u058f": "AMD", "\u20a1": "CRC",
    "\u20b2": "PYG", "s/": "PEN", "bs": "BOB", "q": "GTQ", "l": "HNL", "dh": "AED MAD",
    "kr": "SEK NOK DKK ISK", "kr.": "DKK SEK NOK ISK", "z\u0142": "PLN", "k\u010d": "CZK",
    "ft": "HUF", "lei": "RON MDL", "\u043b\u0432": "BGN", "\u043b\u0432.": "BGN",
    "din": "RSD", "fr": "CHF", "fr.": "CHF", "sfr": "CHF", "sfr.": "CHF",
}  # fmt: skip


def is_mark(mark: str) -> bool:
    """Tell whether a text is the sign or the code, in capitals, of a currency."""
    return mark.lower() in _SIGNS or _is_code(mark)


def carries(mark: str, currency: str) -> bool:
    """Tell whether amounts of a currency are written with a mark."""
    return mark == currency or currency in _SIGNS.get(mark.lower(), "").split()


def written_with(mark: str) -> list[str]:
    """List the currencies that a sign may stand for, if they are few."""
    codes = _SIGNS.get(mark.lower(), "").split()
    return codes if len(codes) <= _FEW else []


_FEW = 9
# Signs, codes and the words that are no part of anything else.
_MARKS = compile_later(r"[A-Za-z]{0,3}[^\w\s.,;:'()/+%~-]|\b[A-Z]{3}\b|\b(?:pounds?|euros?)\b")


def marked(text: str) -> list[str]:
    """List the currencies that the marks in a text may stand for: `\u00a338k`, `45000 GBP`."""
    marks = _MARKS.findall(text)
    codes = [[mark] if _is_code(mark) else _SIGNS.get(mark.lower(), "").split() for mark in marks]
    return list(dict.fromkeys(code for several in codes for code in several))


def currency_of(country: str) -> str:
    """Return the currency of a country, the code of both; nothing for one that few write."""
    if country in EURO:
        return "EUR"
    codes = (code for signs in _SIGNS.values() for code in signs.split())
    return next((code for code in codes if country and code[:2] == country), "")


EURO = (
    "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PT", "SI", "SK",
)  # fmt: skip
"""The countries where the euro is the currency, 2026."""


def _is_code(mark: str) -> bool:
    return len(mark) == 3 and mark.isascii() and mark.isupper() and is_currency(mark)
