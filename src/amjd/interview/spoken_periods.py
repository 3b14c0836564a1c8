"""The period of an amount as people say it, `21-24 hr` or `4k mo`, written as it is read."""

import re

from amjd.answers.pay.currencies import SIGNS
from amjd.answers.pay.periods import PERIOD_NAMES
from amjd.interview.currency import AMOUNTS
from amjd.text.patterns import compile_later

_MORE = {"hours": "hour", "hrs": "hour", "mth": "month", "mths": "month", "pcm": "month",
         "pm": "month", "ph": "hour", "pa": "year", "yrs": "year", "y": "year",
         "d": "day", "days": "day", "weeks": "week", "wks": "week", "months": "month",
         "years": "year"}  # fmt: skip
_NAMES = {**PERIOD_NAMES, **_MORE}
# Behind a figure these say what it is for; some may be the beginning of something else.
_BEHIND = (
    "h", "hr", "hrs", "hour", "mo", "mth", "month", "qtr", "quarter", "y", "yr", "year", "wk",
    "week", "fortnight", "d", "day",
)  # fmt: skip
# What may follow; a word that is none of these may go on with the period: 40 hr week.
_JOINTS = (
    "plus", "and", "with", "w", "w/", "n", "or", "but", "base", "basic", "rate", "pay", "wages?",
    "to start", "starting", "small", "no", "doe", "depending", "based", "if", "when", "once",
    "paid",
)  # fmt: skip
_MONEY = rf"(?:(?-i:[A-Z]{{3}})|[{SIGNS}]|euros?|pounds?|dollars?)"
_PERIOD = compile_later(
    rf"(?i)(?P<figure>\dk?(?: ?{_MONEY})?) ?-?(?P<period>{'|'.join(_BEHIND)})"
    rf"(?=\.?$|\.? ?[,;:()+&]| (?:{'|'.join(_JOINTS)})(?![\w-]))"
)


def with_per(field: str, text: str) -> str:
    """Write the period behind an amount as it is read, `24 hr` as `24 per hour`.

    One digit alone may count what stands behind it: 1 month.
    """
    is_base = field.endswith(".base")
    if field not in AMOUNTS or not (is_base or _MANY.search(text)):
        return text
    return _PERIOD.sub(_in_full, text)


def _in_full(found: re.Match[str]) -> str:
    return f"{found['figure']} per {_NAMES[found['period'].lower()]}"


_MANY = compile_later(r"(?i)\d\d|\dk")


def is_of_a_unit(text: str) -> bool:
    """Whether a text opens with what an amount may be for: a period, or a piece of work."""
    first = re.match(r"[/\W]*([a-z]*)", text.lower())
    return bool(_EACH.match(text) or (first and first[1] in _NAMES))


_EACH = compile_later(
    r"(?i)(?: ?/ ?(?=[a-z])|an? |per |each |every "
    r"|(?:shifts?|visits?|jobs?|pieces?|calls?|stops?|trips?|routes?|sessions?|units?)\b)"
)


def in_thousands(text: str) -> str:
    """Write the k behind an amount, before its period: `54-60 per year` is 54-60k."""
    return re.sub(r"\d(?=\D*$)", r"\g<0>k", text, count=1)
