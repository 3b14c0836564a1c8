"""The name of a bonus beside its amount, which says nothing more: `bonus of up to 3k` is up to 3k.

Whether the name stands before the amount or behind it decides nothing.
"""

import re
from collections.abc import Iterable

from amjd.interview.doubts.pay.terms import terms_field
from amjd.interview.kept import Kept
from amjd.interview.on_top import COMMISSION
from amjd.text.patterns import compile_later


def unnamed(kept: Kept, text: str) -> str:
    """Take the name from before an amount, with what leads to the amount or to its bound.

    It stays where the amount may be paid and has no bound, `bonus could be 3k`: that is no figure.
    """
    words = kept.words.money.bonus
    leads, chances = _any(words["leads"]), _any(words["chances"])
    name = rf"(?:(?:{_any(words['articles'])}) )?(?:{_names(kept)})\b[\s:,=(-]*"
    bound = rf"(?P<bound>(?:{_bounds(kept)}) ?)?"
    found = re.match(
        rf"(?i)(?:{name})?(?P<leads>(?:(?:{leads}|{chances})\b[\s:]*)*)(?={bound}{_DIGIT})", text
    )
    if not found or (not found["bound"] and re.search(rf"(?i)\b(?:{chances})\b", found["leads"])):
        return text
    rest = text[found.end() :]
    return _same(kept, text, rest.rstrip(") ") if "(" in found[0] else rest)


def without_last_name(kept: Kept, text: str) -> str:
    """Take the name off the end of a text: of `3k max bonus`."""
    return _same(
        kept, text, re.sub(rf"(?i)(?: (?:in|as|of|an?)){{0,2}} (?:{_names(kept)})$", "", text)
    )


_DIGIT = r"(?:between )?(?:[a-z]{0,3}[^\w\s]? ?)?\d"  # with the mark of its currency


def without_name(kept: Kept, behind: str) -> str:
    """Take the name off what stands behind an amount, and words that tell nothing."""
    words = kept.words.money.bonus
    if set(re.findall(r"\w+", behind.lower())) <= set(words["bare"]):
        return _same(kept, behind, "")
    goes_on = _any([*words["conditions"], *words["each"], *words["when"]])
    name = rf"(?i)^(?:(?:in|as|of|an?) ){{0,2}}(?:{_names(kept)})\b,? (?=(?:{goes_on})\b)"
    return _same(kept, behind, re.sub(name, "", behind))


def is_bound(kept: Kept, before: str) -> bool:
    """Whether words before an amount say that it is the most or the least, or may be paid."""
    chances = _any(kept.words.money.bonus["chances"])
    return bool(re.search(rf"(?i)\b(?:{chances})\b|(?<!\w)(?:{_bounds(kept)})[\s:(]*$", before))


def is_how_much(kept: Kept, text: str) -> bool:
    """Whether a text is an amount of money with its bound: what a bonus is, named before it."""
    money = r"(?:[^\w\s]\d[\d,.]*|\d[\d,.]*(?: ?k|,\d{3}|\d{3}))(?: ?k)?"
    period = r"(?: (?:an?|per) (?:year|month|quarter))?"
    bounds = _bounds(kept)
    return bool(
        re.fullmatch(rf"(?i)(?:{bounds}) ?{money}{period}|{money}{period} ?(?:{bounds})", text)
    )


def _same(kept: Kept, text: str, rest: str) -> str:
    """Return the rest of a text, unless that would belong to another field; an amount has none."""
    is_same = terms_field(kept, rest) == terms_field(kept, text)
    return rest if is_same or _is_amount(kept, rest) else text


def _is_amount(kept: Kept, text: str) -> bool:
    """Whether a text is an amount or a share of base pay, with its bound and its target."""
    around = rf"(?:{_bounds(kept)}|{_any(kept.words.money.bonus['target'])})"
    bare = re.sub(rf"(?i)(?<!\w){around}(?!\w)", " ", text).strip()
    return bool(_AMOUNT.fullmatch(bare))


_AMOUNT = compile_later(
    r"(?i)[^\w\s]?\d[\d,.]*k?(?: ?(?:-|to) ?\d[\d,.]*k?)? ?(?:%|percent)?"
    r"(?: of (?:the |their )?base(?: pay| salary)?)?(?: (?:an?|per) (?:year|month|quarter))?"
)


def _names(kept: Kept) -> str:
    words = kept.words.money.bonus
    of_sales = words["of_sales"] if terms_field(kept, "") == COMMISSION else ()
    return _any([*words["named"], *of_sales])


def _bounds(kept: Kept) -> str:
    return _any(phrase for phrases in kept.words.money.inexact.values() for phrase in phrases)


def _any(phrases: Iterable[str]) -> str:
    """Return an expression for any of some phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
