"""Currencies: the signs that people write amounts with, and those that a posting shows."""

import re

from amjd.answers.kinds import USUAL_CURRENCY, Context, Kind, as_typed
from amjd.answers.numbers.figures import read_figure
from amjd.answers.numbers.scales import BY_LAKHS
from amjd.answers.places.countries import currencies_of, currency_codes, is_currency
from amjd.answers.shapes import LETTER, any_of, text_schema
from amjd.text.characters import joined, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

SHOWN = {
    "USD": "$", "GBP": "\u00a3", "EUR": "\u20ac", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$",
    "INR": "\u20b9", "JPY": "\u00a5",
}  # fmt: skip
"""What stands before an amount in a posting; for all others their code does."""

SIGNS = "".join(sorted({sign[-1] for sign in SHOWN.values()}))
"""The last character of each, of which an expression can make a class: `[{SIGNS}]`."""

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
    "\u00a3": _POUNDS, "pound": _POUNDS, "pounds": _POUNDS, "sterling": "GBP",
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
    "rand": "ZAR", "zloty": "PLN", "z\u0142oty": "PLN", "forint": "HUF", "yen": "JPY",
    "baht": "THB",
    "yuan": "CNY", "renminbi": "CNY", "rupiah": "IDR", "ringgit": "MYR", "naira": "NGN",
    "shekel": "ILS", "shekels": "ILS", "hryvnia": "UAH", "koruna": "CZK", "koruny": "CZK",
    "rupee": "INR PKR LKR NPR MUR SCR", "rupees": "INR PKR LKR NPR MUR SCR",
    "dirham": "AED MAD", "dirhams": "AED MAD", "krone": "DKK NOK", "kroner": "DKK NOK",
    "krona": "SEK ISK", "kronor": "SEK", "peso": "MXN PHP ARS CLP COP UYU DOP",
    "pesos": "MXN PHP ARS CLP COP UYU DOP",
    "din": "RSD", "fr": "CHF", "fr.": "CHF", "sfr": "CHF", "sfr.": "CHF",
}  # fmt: skip


def is_mark(mark: str) -> bool:
    """Tell whether a text is the sign or the code, in capitals, of a currency."""
    return mark.lower() in _SIGNS or _is_code(mark)


def carries(mark: str, currency: str) -> bool:
    """Tell whether amounts of a currency are written with a mark."""
    return mark == currency or currency in _SIGNS.get(mark.lower(), "").split()


def named_by(text: str) -> tuple[list[str], list[str]]:
    """List the currencies that a text names, and less likely ones that its sign may stand for.

    A code counts before a sign beside it, as in `GBP (\u00a3)`.
    """
    words = re.findall(r"[^\s()/,]+", text)[:_FEW]
    codes = [word for word in words if _is_code(word)]
    if codes or not words:
        return list(dict.fromkeys(codes)), []
    usual, every = meant_by(words[-1]), _codes(words[-1])
    others = [code for code in every if code not in usual]
    return usual, others if len(others) < _FEW else others[: _FEW // 2]


_FEW = 9
# Signs that everybody takes for one currency, until the place or another amount says otherwise.
_USUAL = ("$", "dollar", "dollars", "c$", "\u00a3", "pound", "pounds")


def meant_by(mark: str) -> list[str]:
    """List the currencies that a sign or a code is taken for, where nothing else is known."""
    codes = [mark] if _is_code(mark) else _codes(mark)
    return codes[:1] if mark.lower() in _USUAL else codes


def carried_by(mark: str) -> list[str]:
    """List all currencies whose amounts are written with a sign or a code."""
    return [mark] if _is_code(mark) else _codes(mark)


def in_capitals(word: str) -> str:
    """Return the code of a currency that a word in small letters is; nothing for any other."""
    code = word.upper()
    return code if word != code and code in _COMMON else ""


# Codes that no English word looks like: "all" and "try" are those of currencies too.
_COMMON = frozenset(" ".join(_SIGNS.values()).split()) - {"TOP", "TRY", "COP", "PEN", "MAD", "GEL"}


def local_currency(country: str) -> str:
    """Return the currency of a country, by its code of two letters; nothing where that is not told.

    ISO 4217 makes the code of a currency of that of its country and a letter.
    """
    if country in EURO or country in _OTHERS:
        return _OTHERS.get(country, "EUR")
    codes = currencies_of(country)
    return codes[0] if len(codes) == 1 else ""


EURO = (
    "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PT", "SI", "SK",
)  # fmt: skip
"""The countries where the euro is the currency, 2026."""
# Where people are paid in the currency of another country, or under a code of its own.
_OTHERS = {
    "AD": "EUR", "MC": "EUR", "SM": "EUR", "VA": "EUR", "ME": "EUR", "XK": "EUR",
    "GG": "GBP", "IM": "GBP", "JE": "GBP", "LI": "CHF", "FO": "DKK", "GL": "DKK", "SJ": "NOK",
    "EC": "USD", "SV": "USD", "PA": "USD",
}  # fmt: skip


class OtherCurrencyError(UnreadableError):
    """An amount that is not in the currency of the pay; `mark` is the sign or the code of its own.

    A code is taken in capitals alone: in small letters it tells the currency, and has to go.
    """

    def __init__(self, text: str, mark: str, currency: str) -> None:
        """Say which currencies the mark may stand for."""
        self.mark = in_capitals(mark) or mark
        codes, joint = joined(meant_by(self.mark), "or"), "or" if self.mark == mark else "and"
        cure = f"Set pay.currency to {codes}, {joint} leave {mark} out."
        if counts_lakhs(mark, text):
            cure = f"Set pay.currency to {joined(BY_LAKHS, 'or')} for lakhs, or to {codes}."
        super().__init__(f"{quoted(text)} is marked {mark}, but pay.currency is {currency}.", cure)


def counts_lakhs(mark: str, text: str) -> bool:
    """Whether a mark may count an amount in lakhs, as behind a figure it does where those are."""
    return mark.lower() == _LAKHS and bool(_BEHIND.search(text))


_LAKHS = "l"
_BEHIND = compile_later(rf"\d ?{_LAKHS}\b", re.IGNORECASE)


def may_mean(mark: str) -> list[str]:
    """List the currencies that an amount with a mark is taken for; a mark alone is a sign."""
    return [*(BY_LAKHS if mark.lower() == _LAKHS else ()), *meant_by(mark)]


def _codes(mark: str) -> list[str]:
    return _SIGNS.get(mark.lower(), "").split()


def _is_code(mark: str) -> bool:
    return len(mark) == 3 and mark.isascii() and mark.isupper() and is_currency(mark)


def read_currency(value: object, context: Context | None = None) -> str:
    """Read an ISO 4217 code, in capitals whatever was typed, and a name that only one has."""
    text = read_figure(value)
    code = text.upper()
    if text.lower() in _NAMES:
        code = _SIGNS[text.lower()]
        if context:
            context.tell_read(text, code)
    if context and (told := _of_the_place(text, context)):
        context.tell_read(text, told)
        return told
    if code != USUAL_CURRENCY and not is_currency(code):
        codes, others = named_by(text)
        cure = "Write its code of three letters, as ISO 4217 has it."
        if codes:
            cure = f"Write {joined(codes, 'or')}."
        if codes and others:
            another = f"the code of another with this sign: {joined(others, 'or')}"
            cure = f"Write {joined(codes, 'or')}, or {another}."
        message = f"{quoted(text)} is no ISO 4217 currency."
        raise UnreadableError(message, cure, forms=[*codes, *others])
    return code


def _of_the_place(mark: str, context: Context) -> str:
    """Return the currency of a sign that is used where the work is; nothing where several may be.

    A name that several places have is the one where the sign is used: \u00a3 in Birmingham.
    """
    if not (codes := _codes(mark)):
        return ""
    local = context.local("")
    fitting = [code for code in codes if code == (local or context.local(code))]
    return fitting[0] if len(fitting) == 1 else ""


_NAMES = (
    "baht",
    "euro",
    "euros",
    "forint",
    "hryvnia",
    "koruna",
    "koruny",
    "kronor",
    "naira",
    "rand",
    "renminbi",
    "ringgit",
    "rupiah",
    "shekel",
    "shekels",
    "sterling",
    "yen",
    "yuan",
    "zloty",
    "z\u0142oty",
)
CURRENCY = Kind(read_currency, as_typed, text_schema(f"{LETTER}{{1,3}}|{any_of(*_NAMES)}"))


def currency_pattern() -> str:
    """Write a pattern for the codes of all currencies, and for the names that are read.

    Some letters outside ASCII have capitals within it.
    """
    codes = any_of(*(code.lower() for code in currency_codes()))
    return f"{codes}|(?=.*[^\\x00-\\x7f]){LETTER}{{1,3}}|{any_of(*_NAMES)}"
