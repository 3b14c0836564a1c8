"""Payouts: a bonus told with how often it is paid, and with what for, and its sum of a year."""

import re
from typing import NamedTuple

from amjd.answers.numbers.figures import LONGEST, has_digits, says_figure
from amjd.answers.numbers.qualifiers import bounds_value, is_past
from amjd.answers.pay.periods import PERIOD_NAMES
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later


class Payout(NamedTuple):
    """The amount of one payment, as it was typed, and how many of them a year has.

    `times` is 0 where nothing says how often it is paid.
    """

    amount: str
    times: int


_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(SMALL_NUMBERS[1:])})"
_EACH = r"(?:an?|per|each|every|in an?)"
_YEAR = rf"(?:(?:{_EACH} )?(?:year|yr|annum)|yearly|annually)"
# How often in a year, where a text says so in one way; `n` and `months` hold a number.
_OFTEN = compile_later(
    rf"\b(?:(?P<n>once|twice|{_NUMBER} ?(?:times|x)) {_YEAR}"
    rf"|every (?P<months>{_NUMBER}|other) months?"
    r"|(?P<half>half[- ]?yearly|semi[- ]?annual(?:ly)?|bi[- ]?annual(?:ly)?"
    r"|(?:each|every|per|a) half(?:[- ]?year(?:ly)?)?)"
    rf"|(?P<fortnight>every (?:other|two|2|second) weeks?|(?:{_EACH} )?fortnight(?:ly)?)"
    rf"|{_EACH} (?P<period>quarter|qtr|month|mo|week|wk|year|yr|annum)"
    r"|(?P<adverb>quarterly|monthly|weekly|yearly|annually|annual))\b"
    r"|(?<=[\dkm]) ?/ ?(?P<slash>quarter|qtr|month|mo|week|wk|year|yr)\b"
    r"|(?<=[\dkm]) ?(?:(?P<pm>p\.?c?\.?m\b\.?)|(?P<pa>p\.?a\b\.?))",
    re.ASCII | re.IGNORECASE,
)
_TIMES = {"year": 1, "quarter": 4, "month": 12, "week": 52}
_END = r"(?:[A-Z]{1,3}|kr|Rs\.?)?[^\w\s.,;()]? ?\d[\d.,' ]*(?<=\d)(?: ?(?:k|thousand)\b)?"
_AMOUNT = compile_later(
    rf"(?<![\w.,]){_END}(?: ?(?:-|to) ?{_END})?(?: ?[A-Z]{{3}}\b| ?[^\w\s.,;:()!?'\"+&/%-])?"
    r"(?![^\W_])"  # the 13th salary is no 13
)


def payout_in(text: str) -> Payout | None:
    """Find the one amount in a text, and how often it is paid; None if they leave a doubt."""
    if len(text) > LONGEST or not has_digits(text):
        return None
    often = list(_OFTEN.finditer(text))
    if len(often) > 1:
        return None
    without = f"{text[: often[0].start()]} {text[often[0].end() :]}" if often else text
    found = list(_AMOUNT.finditer(without))
    if len(found) != 1 or (often and not _times(often[0])):
        return None
    rest = f"{without[: found[0].start()]} {without[found[0].end() :]}"
    if bounds_value(rest) or says_figure(rest):
        return None
    return Payout(found[0][0].strip(), _times(often[0]) if often else 0)


def check_promised(text: str) -> None:
    """Refuse what was paid before, and a share of the profit: neither says what will be paid."""
    head = text[: 2 * LONGEST]
    is_share = _OF_PROFIT.search(head)
    is_told = is_share or ((says_figure(head) or _NONE.match(head)) and is_past(head))
    if not is_told or "commission" in head.lower():
        return
    said = "is a share of the profit" if is_share else "says what was or usually is paid"
    message = f"{quoted(text)} {said}, which promises no amount."
    raise UnreadableError(message, "Write private.", forms=["private"], rest=text)


# There is none now, which is none; none last year promises nothing.
_NONE = compile_later(
    r"(?:no|none|nothing)\b(?!,? (?:at (?:the moment|present)|currently|today)\W*$)", re.IGNORECASE
)
_OF_PROFIT = compile_later(
    r"\b(?:profit|gain)s?[- ]?(?:shar\w+|related|based|linked|pool)\b"
    r"|\b(?:of|from|in|on) (?:the |our |company |net |operating |annual )*profits?\b"
    r"|\bdividends?\b",
    re.IGNORECASE,
)


def without_often(text: str) -> str:
    """Take out how often something is paid: the half of `half-yearly` is no figure."""
    return _OFTEN.sub("", text[:LONGEST])


def _times(found: re.Match[str]) -> int:
    if found["half"]:
        return 2
    if found["fortnight"]:
        return 26
    if found["pm"] or found["pa"]:
        return 12 if found["pm"] else 1
    if found["n"]:
        return {"once": 1, "twice": 2}.get(found["n"].lower()) or _number(found["n"])
    if found["months"]:
        months = 2 if found["months"].lower() == "other" else _number(found["months"])
        return 12 // months if months and 12 % months == 0 else 0
    period = PERIOD_NAMES[(found["period"] or found["adverb"] or found["slash"]).lower()]
    return _TIMES[period]


def _number(said: str) -> int:
    word = re.sub(r"(?<=\d) ?x$| x$| ?times$", "", said.lower())
    return int(word) if word.isdigit() else SMALL_NUMBERS.index(word)
