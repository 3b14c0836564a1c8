"""The currency that the amounts are in, from the signs they were typed with and from the place.

It is kept beside the first of them, and follows them until somebody gives it by hand. A file says
so itself: there a sign that is not that of `pay.currency` is a problem.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from amjd.answers.fields import FIELDS
from amjd.answers.kinds import USUAL_CURRENCY, Context
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.base import BASE, OTE
from amjd.answers.pay.currencies import (
    SHOWN,
    SIGNS,
    OtherCurrencyError,
    carried_by,
    in_capitals,
    is_mark,
    may_mean,
    meant_by,
)
from amjd.answers.pay.target import TARGET, Words
from amjd.answers.pay.variable import VARIABLE
from amjd.answers.pay.yearly import GROWTH, YEARLY
from amjd.answers.places.countries import currency_name
from amjd.answers.places.place import Beside, currency_at, read_place
from amjd.answers.places.regions import first_region
from amjd.sources.sheet import (
    ASSUMED,
    SETTLED,
    Answer,
    Sheet,
    in_a_line,
    typed,
    with_all_typed,
    with_typed,
)
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

CURRENCY = "pay.currency"
_MONEY = (TARGET, YEARLY, GROWTH, BASE, OTE, VARIABLE)
AMOUNTS = tuple(field for field, declared in FIELDS.items() if declared.kind in _MONEY)
_TELLING = {*AMOUNTS, "role.location", "role.regions"}

Tree = Mapping[str, Any]


def settled(sheet: Sheet, changes: Mapping[str, Answer]) -> str:
    """Return the currency that changed answers settle; nothing where it stays as it is."""
    told = [field for field in changes if field in _TELLING]
    if CURRENCY in changes or all(_is_kept(sheet, field, changes[field]) for field in told):
        return ""
    given, tree = typed(sheet.tree, CURRENCY), with_all_typed(sheet.tree, _unsigned(sheet))
    if given and not (sheet.remarks.get(CURRENCY) == SETTLED and given == told_by(tree)):
        return ""
    tree = with_all_typed(tree, changes)
    code = told_by(tree)
    is_usual = not given and code == USUAL_CURRENCY and local(tree) in ("", USUAL_CURRENCY)
    return "" if is_usual or code == given else code


def following(sheet: Sheet, code: str) -> dict[str, str]:
    """Return the amounts among words whose sign nobody gave, with that of a currency."""
    sign = SHOWN.get(code, f"{code} ")
    return {field: _SIGNED.sub(rf"{sign}\1", text) for field, text in _assumed(sheet).items()}


def _assumed(sheet: Sheet) -> dict[str, str]:
    fields = [field for field in AMOUNTS if sheet.remarks.get(field) == ASSUMED]
    return {field: str(typed(sheet.tree, field)) for field in fields}


def _unsigned(sheet: Sheet) -> dict[str, str]:
    """Return the bare figures of the amounts whose sign nobody gave."""
    found = {field: _SIGNED.search(text) for field, text in _assumed(sheet).items()}
    return {field: figure[1] for field, figure in found.items() if figure}


_MARK = rf"(?:[A-Z]{{3}} |[A-Z]{{0,2}}[{SIGNS}])"
_SIGNED = compile_later(rf"{_MARK}(\d[\d,.]*)")


def is_known(sheet: Sheet) -> bool:
    """Whether anything has told the currency: the answer, the place, or a sign somewhere."""
    tree = with_all_typed(sheet.tree, _unsigned(sheet))
    amounts = _amounts(tree)
    is_signed = any(not fits(amounts, code) for code in ("USD", "EUR"))
    # To those who pay in dollars, CO is Colorado.
    place = read_place(str(typed(tree, "role.location")), Beside())
    return bool(typed(tree, CURRENCY) or local(tree) or place.country or is_signed)


def _is_kept(sheet: Sheet, field: str, answer: Answer) -> bool:
    """Whether an answer is the one that stands, a range as it would be typed."""
    return bool(in_a_line(typed(sheet.tree, field)) == answer)


def told_by(tree: Tree) -> str:
    """Return the one currency that goes with all amounts: that of the place, if it does.

    Nothing where there is no amount, and where their signs leave it open.
    """
    amounts = _amounts(tree)
    if not amounts:
        return ""
    for code in (local(tree), USUAL_CURRENCY):
        if code and fits(amounts, code):
            return code
    mark = next(filter(None, (mark_against(*one, USUAL_CURRENCY) for one in amounts.items())))
    usual = [code for code in may_mean(mark) if fits(amounts, code)]
    return usual[0] if len(usual) == 1 else ""


def may_be(field: str, text: object, tree: Tree) -> list[str]:
    """List the currencies that an amount may be in, by its own sign and the place."""
    alone = with_typed({"role": tree.get("role", {})}, tuple(field.split(".")), text)
    if code := told_by(alone):
        return [code]
    mark = mark_against(field, text, USUAL_CURRENCY)
    return [code for code in may_mean(mark) or carried_by(mark) if fits({field: text}, code)]


def local(tree: Tree) -> str:
    """Return the currency of the country in which the work is; nothing where it is not known."""
    region = first_region(typed(tree, "role.regions"))
    location = typed(tree, "role.location")
    if not isinstance(location, str):
        return ""
    return currency_at(location, [region] if region else [])


def with_code(field: str, text: str) -> str:
    """Write an amount as it is read: `38k gbp` with the code in capitals, `1.2 mil` in millions.

    A file's mil may be a thousand, as in Spanish; here the amount is shown at once. Where the
    currency is asked, a sign that has one usual meaning is written as its code.
    """
    if field == CURRENCY and is_mark(text):
        codes = meant_by(text)
        return codes[0] if len(codes) == 1 else text
    if field not in AMOUNTS:
        return text
    text = _MIL.sub(" million", text)
    return _WORD.sub(lambda found: in_capitals(found[0]) or found[0], text)


_MIL = compile_later(r"(?i)(?<=\d) ?mill?\b\.?")
_WORD = compile_later(r"(?<![^\W\d_])[A-Za-z]{3}(?![^\W\d_])")


def name_of(code: str, names: Mapping[str, str]) -> str:
    """Name a currency with its code, `pounds (GBP)`; `names` are those that people speak of."""
    return f"{names.get(code) or currency_name(code)} ({code})"


def fits(amounts: Mapping[str, object], code: str) -> bool:
    """Whether no amount has a sign of another currency than that of a code."""
    return not any(mark_against(field, text, code) for field, text in amounts.items())


def mark_against(field: str, text: object, code: str) -> str:
    """Return the sign by which an amount is none of a currency; nothing if it has none such."""
    try:
        _read(field, text, code)
    except OtherCurrencyError as error:
        return error.mark
    except UnreadableError:
        return ""
    return ""


def _amounts(tree: Tree) -> Mapping[str, object]:
    """Return what was typed for the fields that have an amount, in whichever currency."""
    given = {field: _amount_in(field, typed(tree, field)) for field in AMOUNTS}
    return {field: amount for field, amount in given.items() if amount}


def _amount_in(field: str, text: object) -> object:
    """Return the amount that an answer is, or opens with, `\u00a360k of new orders`; else nothing.

    What cannot be read for its words is one by its sign: `\u00a338k pa`. Digits alone before words
    count things: 12 renewals.
    """
    value = _value_of(field, text)
    if not isinstance(value, Words):
        return text if value else None
    words = value.text.split()
    heads = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    signed = (head for head in heads if re.search(r"[^\d.,\s]", head))
    return next((head for head in signed if isinstance(_value_of(field, head), Money | str)), None)


def _value_of(field: str, text: object) -> Money | Words | str | None:
    """Read an amount, or words with one; the sign alone of what cannot be read for its words."""
    try:
        value = _read(field, text, None)
    except UnreadableError:
        return mark_against(field, text, USUAL_CURRENCY) or None
    return value if isinstance(value, Money | Words) else None


def _read(field: str, text: object, code: str | None) -> object:
    found = (_tried if isinstance(text, str) else _tried.__wrapped__)(field, text, code)
    if isinstance(found, UnreadableError):
        raise found.with_traceback(None)
    return found


@lru_cache(500)  # after each answer all amounts are asked again
def _tried(field: str, text: object, code: str | None) -> object:
    """Read an amount; return why it cannot be read where it cannot."""
    try:
        return FIELDS[field].kind.read(text, Context(code))
    except UnreadableError as error:
        return error
