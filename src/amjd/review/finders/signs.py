"""Signs and codes of currencies, as people write them before an amount or behind it."""

from functools import cache

from amjd.answers.pay.currencies import SHOWN, SIGNS
from amjd.answers.places.countries import currency_codes

# Signs that stand for one currency, which we ourselves write as a code.
_OTHERS = {
    "\u20a9": "KRW", "\u20b1": "PHP", "\u20aa": "ILS", "\u20ba": "TRY", "\u20ab": "VND",
    "\u0e3f": "THB", "\u20a6": "NGN", "\u20b4": "UAH", "\u20bd": "RUB", "\uffe5": "JPY",
}  # fmt: skip
MEANT: dict[str, str | None] = {
    **{sign.lower(): code for code, sign in SHOWN.items()}, **_OTHERS,
    "$": None, "us$": "USD", "c$": "CAD", "cad$": "CAD", "au$": "AUD", "s$": "SGD",
    "hk$": "HKD", "r": "ZAR", "rs": "INR", "rs.": "INR",
}  # fmt: skip
# These are known in small letters too; others may be words: all, try, top, cop.
USUAL = (
    "usd|cad|gbp|eur|aud|nzd|chf|inr|sgd|jpy|sek|nok|dkk|pln|czk|huf|zar|mxn|brl|ils|aed|hkd|php|myr"
    "|thb|krw|cny|idr|kes|egp|pkr|bdt|qar|twd|vnd"
)


def _sign(rand: str, rupees: str) -> str:
    return (
        rf"(?:us|ca|c|cad|a|au|nz|s|hk)?\$|[{SIGNS}{''.join(_OTHERS)}]"
        rf"|\b{rand}(?= ?\d{{1,3}}(?:[ ,.]\d{{3}}|k|(?:\.\d{{1,2}})? ?m)\b)"
        rf"|\b{rupees}\b\.?(?= \d|\d{{2}})"
    )


# "R25 000" and "Rs 40 lakhs", where R2 and RS485 are names of things.
SIGN = _sign("(?-i:R)", "(?-i:Rs)")
LOW_SIGN = rf"{_sign('r', 'rs')}|\b(?:{USUAL})(?= ?\d)"
"""A sign, or a usual code before a figure, in a text of small letters."""


@cache
def codes() -> str:
    """Return an expression for the code of any currency; few may be in small letters."""
    return rf"{USUAL}|(?-i:(?=[A-Z]{{3}})(?:{'|'.join(currency_codes())}))"
