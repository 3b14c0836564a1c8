"""From what a posting shows to what an answers file has: `$58,000 to $64,000` to two ends."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from amjd.answers.choices import YES_NO
from amjd.answers.conditions import as_text
from amjd.answers.days.deadline import Deadline
from amjd.answers.fields import FIELDS
from amjd.answers.kinds import Context, Kind, ListKind, Locale, plain
from amjd.answers.numbers.counts import Count
from amjd.answers.numbers.percents import Rate
from amjd.answers.pay.amounts import Money, plain_money
from amjd.answers.pay.currencies import SHOWN, SIGNS
from amjd.answers.places.countries import is_currency
from amjd.existing.found import Item, Typed
from amjd.existing.matching import is_same
from amjd.questions import Questions
from amjd.review.posting import Words
from amjd.text.characters import refused, without_invisible
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

_SIGNS = {sign: code for code, sign in SHOWN.items()}
_SIGN = compile_later(rf"(?P<sign>[A-Z]{{0,2}}[{SIGNS}]|[A-Z]{{3}}(?= ))(?= ?\d)")


def currency(shown: str) -> str:
    """Return the currency of an amount that we showed; nothing where none is plain."""
    match = _SIGN.search(shown)
    code = _SIGNS.get(match["sign"], match["sign"]) if match else ""
    return code if code and is_currency(code) else ""


def typed(field: str, shown: str, words: Words, here: Locale, questions: Questions) -> Typed | None:
    """Return what an answer is typed as that is shown so; None if it is not sure.

    What is returned is read and shown as the same again.
    """
    kind = FIELDS[field].kind
    text, _ = without_invisible(shown)
    if any(True for _ in refused(text)):
        return None
    offered = [choice.value for choice in questions[field].choices]
    if isinstance(kind, ListKind):
        return _items(kind, text, words, offered)
    return _one(kind, text, here, offered)


def _one(kind: Kind, text: str, here: Locale, offered: Sequence[str]) -> Typed | None:
    if kind is YES_NO:
        return text if text in kind.choices else None
    for choice in kind.choices or offered:
        if is_same(as_text(kind.show(choice, here)), text):
            return choice
    found = _read(kind, text, here)
    papers = (here._replace(paper="Letter"), here._replace(paper="A4"))
    if found is None or not any(is_same(as_text(kind.show(found, one)), text) for one in papers):
        return None
    return _written(found, text, here)


def _read(kind: Kind, text: str, here: Locale) -> Any:
    for spelt in (text, plain(text)):
        try:
            return kind.read(spelt, Context(here.currency))
        except UnreadableError:
            continue
    return None


def _written(value: Any, text: str, here: Locale) -> Typed:
    """Write a value plainly: an amount as digits, a day as ISO has it, a text as it is."""
    match value:
        case Money():
            return _amount(value, here)
        case Count():
            return _count(value)
        case Rate() | Decimal():
            return f"{value.percent if isinstance(value, Rate) else value:f}"
        case Deadline(day):
            return day.isoformat() if day else "rolling"
        case int():
            return str(value)
    return text


def _amount(money: Money, here: Locale) -> Typed:
    if money.period in ("", here.period) and not money.qualifier and money.low != money.high:
        return {"min": f"{money.low:f}", "max": f"{money.high:f}"}
    return plain_money(money._replace(period="" if money.period == here.period else money.period))


def _count(count: Count) -> str:
    ends = f"{count.low}" if count.low == count.high else f"{count.low}-{count.high}"
    return f"about {ends}" if count.about else ends


def _items(kind: ListKind, text: str, words: Words, offered: Sequence[str]) -> Typed | None:
    """Part a list that stands in a sentence, and read each of its items."""
    assert kind.item
    item, found = kind.item, []
    for part, start, end in _parted(text, [_of(item, one) for one in kind.choices or offered]):
        same = (one for one in kind.choices or offered if is_same(_of(item, one), part))
        value = next(same, "" if kind.choices else part)
        code = _read(item, value, Locale()) if value else ""
        if not code:
            return None
        found.append(Item(str(code), Words(words.start + start, words.start + end)))
    return tuple(found) or None


def _of(item: Kind, value: str) -> str:
    return as_text(item.show(value, Locale()))


_JOINT = compile_later(r"; | and |, ")


def _parted(text: str, known: Sequence[str]) -> list[tuple[str, int, int]]:
    """Part `a, b and c`, or `a, x; b and c` at the semicolons, but not within words that are known.

    Two that "and" joins are parted; where it stands twice, nobody knows where, and all is one.
    """
    held = text
    for words in sorted(known, key=len, reverse=True):
        held = held.replace(words, "\0" * len(words))
    joints = list(_JOINT.finditer(held))
    if any(match[0] == "; " for match in joints):
        joints = [match for match in joints if match[0] == "; "]
    elif sum(match[0] == " and " for match in joints) != 1 or joints[-1][0] != " and ":
        joints = []
    edges = [(0, 0), *(match.span() for match in joints), (len(text), len(text))]
    spans = [(before[1], after[0]) for before, after in pairwise(edges)]
    return [(text[start:end], start, end) for start, end in spans if end > start]
