"""The whole pay, told in passing: `roughly 55 all in` is about so many thousands in all."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from amjd.answers.amounts import Money, show_money
from amjd.answers.currencies import SIGNS
from amjd.answers.state import pay_currency, pay_period
from amjd.interview.kept import Kept


class Total(NamedTuple):
    """Where a total stands in a text, what it is, and how it would read."""

    found: re.Match[str]
    amount: Money
    is_about: bool
    reads: str


_SIGN = f"[{SIGNS}]?"
_FIGURE = rf"{_SIGN}(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d)?k?"
_AMOUNT = rf"(?<![\w.,/-])({_FIGURE}(?: ?(?:-|\u2013|to) ?{_FIGURE})?)(?![\w%]|[.,]\d)"
_ABOUT = r"((?:\b(?:about|around|roughly|approximately|approx\.?|circa|some) |~ ?)?)"
# What counts other things goes on with them: 45 total accounts.
_ENDS = r"(?=$|[.,;:!)]| (?:a|per|pa|p\.a\.|if|when|for|with|at|in|on|and|or|plus|paid)\b)"
_JOINTS = r"(?: (?:earnings|pay|of|is|are|would be|at))*[ :=]+"


def totals(kept: Kept, text: str) -> Iterator[Total]:
    """Find the amounts of the whole pay: beside words for it, and more than the base pay.

    A bare number is one of thousands.
    """
    if pay_period(kept.answers()) != "year":
        return
    for said, words in kept.words.money.totals.items():
        phrase = f"(?:{'|'.join(words)})"
        for pattern in (
            rf"{_ABOUT}{_AMOUNT} {phrase}{_ENDS}",
            rf"\b{phrase}{_JOINTS}{_ABOUT}{_AMOUNT}{_ENDS}",
        ):
            for found in re.finditer(pattern, text, re.IGNORECASE):
                if amount := _amount(kept, found[2]):
                    shown = show_money(amount, pay_currency(kept.answers()))
                    reads = said.format(amount=f"{found[1]}{shown}")
                    yield Total(found, amount, bool(found[1]), reads)


def in_full(text: str, total: Total) -> str:
    """Write a total out in its text, of which it may begin a sentence."""
    found, reads = total.found, total.reads
    before = text[: found.start()].rstrip()
    begins = before.endswith((".", "!")) or (not before and text[:1].isupper())
    reads = f"{reads[:1].upper()}{reads[1:]}" if begins else reads
    return f"{text[: found.start()]}{reads}{text[found.end() :]}"


def _amount(kept: Kept, typed: str) -> Money | None:
    """Read an amount of the whole pay; None of what is no more than the base."""
    base = kept.answers().pay.base
    largest = max(int(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*", typed))
    is_short = largest < _THOUSAND and not typed.lower().endswith("k")
    text = f"{typed}k" if is_short else typed
    amount = kept.read_with({"pay.variable": text}).answers.pay.variable
    is_more = isinstance(amount, Money) and not (isinstance(base, Money) and amount.low <= base.low)
    return amount if isinstance(amount, Money) and is_more else None


_THOUSAND = 1000
