"""What comes on top of base pay, where words tell it: these are the answer, and not `private`."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amjd.answers.conditions import CLAUSE, Condition
from amjd.answers.pay.money import PRIVATE
from amjd.interview.kept import Kept
from amjd.text.patterns import compile_later

FIELD = "pay.variable"
BONUS, COMMISSION = TERMS = "pay.bonus", "pay.commission"


class Told(NamedTuple):
    """The words that tell what comes on top, the field they stand in, and what is behind them."""

    field: str
    text: str
    rest: str = ""


def told_on_top(kept: Kept) -> Told | None:
    """Find the words that tell what comes on top: what opens the terms, and is no sentence.

    `up to $3,000. Paid in June` does; `You earn it when clients stay.` tells how, not what.
    """
    given = [(field, text) for field in TERMS if (text := kept.current(field))]
    if kept.answers().pay.variable != PRIVATE or len(given) != 1:
        return None
    ((field, text),) = given
    first, *rest = _NEXT.split(text, maxsplit=1)
    return Told(field, first, "".join(rest)) if _is_what(kept, first) else None


_NEXT = compile_later(r"\.\s+(?=[^a-z\s])")


def _is_what(kept: Kept, text: str) -> bool:
    """Whether words tell what comes on top, and not only when or what for it is paid."""
    if Condition(BONUS, CLAUSE).holds(text) or text.lower().startswith("paid "):
        return False
    verbs = "|".join(kept.words.money.bonus["sentence"])
    is_sentence = not re.search(r"\d", text) or re.search(rf"(?i)\b(?:{verbs})\b", text)
    return not (text[:1].isupper() and is_sentence)


def without_told(kept: Kept, fields: Sequence[str]) -> Mapping[str, str]:
    """Return what is left of the terms where what comes on top is answered anew."""
    told = told_on_top(kept) if FIELD in fields else None
    return {told.field: told.rest} if told else {}
