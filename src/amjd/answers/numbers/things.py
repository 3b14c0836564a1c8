"""Things: figures that count something else than money, such as `600 tonnes`."""

import re

from amjd.answers.numbers.figures import LONGEST, has_digits
from amjd.answers.numbers.qualifiers import changes_value
from amjd.answers.pay.currencies import is_mark
from amjd.text.patterns import compile_later


def counts_things(text: str, *, any_noun: bool = False) -> bool:
    """Whether a figure without a sign counts what is no money: `600 tonnes`, `500 shares`.

    With `any_noun` a small one counts whatever stands behind it: `10 new modules`.
    """
    found = _COUNTED.match(text) if len(text) <= LONGEST and has_digits(text) else None
    if not found or any(is_mark(word) for word in re.findall(r"[^\s()/,\d]+", text)):
        return False
    if _THING.match(found["noun"]):
        return True
    is_small = not found["scale"] and len(re.findall(r"\d", found["figure"])) < 5
    noun = _WORD.match(found["noun"]) if any_noun and is_small else None
    return noun is not None and noun[0].lower() not in _OF_MONEY and not changes_value(noun[0])


_COUNTED = compile_later(
    r"(?:[+~>]|(?:about|around|approx|circa|another|extra|up to|at least|over)\b\.?| )*"
    r"(?P<figure>\d{1,3}(?:[, ]\d{3})+|\d[\d.,]*)(?P<scale> ?(?:k|thousand|m|million)\b)?\+? ?"
    r"(?:(?:new|more|extra|additional|further|existing|free|metric)\b ?)*(?P<noun>[^\W\d_].*)",
    re.IGNORECASE,
)
_WORD = compile_later(r"[^\W\d_]{3,}")
_THING = compile_later(
    r"(?:t|tonn?e?s?|kgs?|kilos?|lbs|litres?|liters?|ltrs?|hl|gallons?|barrels?|bales?"
    r"|pallets?|crates?|bottles?|kegs?|cartons?|pieces?|pcs|units?|tickets?|seats?|users?"
    r"|licen[cs]es?|points?|shares?|miles|kms?|hectares?|acres?|cows?|vehicles?|machines?|devices?"
    r"|bookings?|copies|subscribers?|containers?|[kmg]wh)(?!\w)",
    re.IGNORECASE,
)
# What stands behind an amount of money, and no thing is: 600 from upsells.
_OF_MONEY = frozenset((
    "annual", "annually", "arr", "and", "business", "bucks", "but", "each", "expansion", "for",
    "from", "goal", "growth", "income", "maybe", "per", "plus", "quid", "recurring", "revenue",
    "sales", "spend", "total", "turnover", "upsell", "upselling", "when", "with",
))  # fmt: skip
