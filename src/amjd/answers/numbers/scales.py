"""Scales: the words behind a figure that count it in more than ones, as in `85k` or `8 lakh`."""

import re
from collections.abc import Iterable
from decimal import Decimal

from amjd.text.patterns import compile_later

SCALES = {
    "k": 3, "thousand": 3, "m": 6, "million": 6, "mln": 6, "mio": 6, "mn": 6,
    "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7, "cr": 7, "crs": 7,
}  # fmt: skip
"""How many zeros each adds."""


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


ANY_SCALE = _any_of(SCALES)
LAKHS_OR_CRORES = _any_of(word for word, zeros in SCALES.items() if zeros in (5, 7))
BY_LAKHS = ("INR", "PKR", "BDT", "NPR", "LKR")
"""The currencies whose amounts are counted in lakhs and crores."""

FIGURE = compile_later(
    r"(?P<digits>[0-9]+(?:[,._' \u2019][0-9]+)*)"
    rf"(?: ?(?P<scale>{ANY_SCALE})(?![^\W\d_])(?:(?<=mln|mio)\.)?)?",
    re.IGNORECASE,
)


def counts_in_lakhs(currency: str | None) -> bool:
    """Whether amounts in a currency are counted in lakhs; an unknown one may be."""
    return currency is None or currency in BY_LAKHS


def with_lakhs(text: str, currency: str | None) -> str:
    """Write the L of `10L` as a word where amounts are in lakhs; elsewhere it may be a lempira."""
    is_short = currency in BY_LAKHS and "l" in text.lower()
    return _L.sub(" lakh", text) if is_short else text


_L = compile_later(r"(?<=[0-9]) ?l(?!\w)", re.IGNORECASE)


def has_scale(text: str) -> str:
    """Return the scale that an amount is written with, such as `k`; nothing if there is none."""
    match = None if text.isdigit() else FIGURE.search(text)
    return (match["scale"] or "") if match else ""


def with_scale(text: str, scale: str) -> str:
    """Write a scale behind the digits of an amount that has none."""
    match = FIGURE.search(text)
    assert match
    space = "" if len(scale) == 1 else " "
    return f"{text[: match.end()]}{space}{scale}{text[match.end() :]}"


def in_one_scale(ends: list[str], low: Decimal, high: Decimal) -> list[str]:
    """Write the `k` of `50-60k` behind both ends: fifty dollars to sixty thousand is no range.

    `500-1k` stays: in thousands it would run down, and as it stands it is one.
    """
    scale = has_scale(ends[-1])
    if not scale or has_scale(ends[0]):
        return ends
    is_range = low.scaleb(SCALES[scale.lower()]) > high and high <= 100 * low
    return ends if is_range else [with_scale(ends[0], scale), ends[-1]]
