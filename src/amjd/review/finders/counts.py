"""Counts in words and figures, and kinds of clients that stand beside one: `60 cafes & bars`."""

import re

from amjd.answers.names.clients import kinds_of
from amjd.answers.pay.currencies import SIGNS
from amjd.review.posting import Words
from amjd.text.numerals import SMALL_NUMBERS, TEENS, TENS, in_digits
from amjd.text.patterns import compile_later

_N = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})?|\d{{4}}|(?:{'|'.join(TENS)})"
    rf"(?:[- ](?:{'|'.join(SMALL_NUMBERS[1:10])}))?|{'|'.join((*TEENS, *SMALL_NUMBERS[1:]))}"
    r"|a dozen|a hundred)"
)
COUNT = rf"(?P<count>{_N})(?! (?:dozen|hundred|thousand|[mb]illion))"
# "20", "20+", "20 to 30", "20 or 30", "between 20 and 30"
COUNTS = (
    rf"(?P<between>between (?={_N} and ))?{COUNT}"
    rf"(?(between) and {_N}|(?: ?\+| ?(?:-|to|or) ?{_N})?)"
)
# Named by what they are: "60 restaurants, hotels & wine bars, of which 8 make half of our sales"
# Before a count stands no figure and no sign; "c.250" is about 250.
BEFORE = rf"(?:(?<![\w{SIGNS}.,#/-])|(?<=\bc\.)|(?<=\bca\.))"
_COUNTED = (
    r"(?:accounts?|clients?|customers?|relationships|partners|brands|companies|businesses"
    r"|stores|sites|retainers)"
)
# "industrial & warehouse", but no "visits and"
KINDS = (
    r"(?:(?!years?\b|days?\b|hours?\b|weeks?\b|months?\b|of\b|or\b|and\b|to\b|in\b|for\b|with\b"
    r"|portfolio|new|people\b|(?!catering|printing|building|engineering|manufacturing|banking|housing"
    r"|packaging|cleaning|shipping)[a-z']+(?:ed|ing)\b(?!-))(?:[bd]2[bcg]|[a-z'-]+)"
    r"(?: |(?<!s)(?:,? (?:and|&) |, |/))){0,3}?"
)
ACCOUNTS = compile_later(rf"{BEFORE}{COUNTS}(?: of (?:our|the))? {KINDS}{_COUNTED}\b")
NAMED = compile_later(rf"{BEFORE}{COUNTS} (?P<kinds>[a-z][a-z\u00e0-\u00ff'&, -]{{3,90}})")
NAMED_TOO = compile_later(
    rf",?(?: and| plus| &|(?<=,)) {COUNT} (?P<kinds>[a-z][a-z\u00e0-\u00ff'&, -]{{3,60}})"
)
# Alone they are as often those who work here, or where.
OF_OURS = compile_later(
    r"(?:.* )?(?:managers|makers|offices|warehouses|plants|stores|properties|cities|counties|towns"
    r"|villages|districts|communities|contractors|suppliers|developers|partners|groups|brands)"
)


def number_of(count: str) -> int:
    """Read a count."""
    special = {"a dozen": 12, "a hundred": 100}
    return special.get(count) or int(in_digits(count).replace(",", ""))


def kinds_in(match: re.Match[str]) -> Words | None:
    """Return the words that are kinds of clients, without what is said behind them."""
    start, said = match.start("kinds"), _LEFT_OVER.sub("", match["kinds"])
    kinds = kinds_of(said)
    if kinds:
        ends = (one.end() for one in re.finditer(re.escape(kinds.rpartition(" ")[2]), said))
        return next(
            (Words(start, start + end) for end in ends if kinds_of(said[:end]) == kinds), None
        )
    sorts = _SORTS.match(said)
    return Words(start, start + sorts.end()) if sorts and kinds_of(sorts["last"]) else None


# "warehouse, packing and food plants"
_SORTS = compile_later(
    r"[a-z-]{2,20}(?<!s)(?:, [a-z-]{2,20}(?<!s)){0,3}(?:,? and"
    r"| &) (?P<last>[a-z-]{2,20}(?<!s) [a-z-]{3,20}s)\b"
)
_LEFT_OVER = compile_later(r"(?:,| and| &| plus)+ ?\Z")
