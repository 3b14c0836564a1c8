"""Commission told as its amount at the target, and how it goes on: `30k at 100%, uncapped after`.

The amount is a figure that the posting says in a sentence of its own; only the rest are terms.
"""

import re
from typing import NamedTuple

from amjd.answers.numbers.qualifiers import AT_TARGET, GOAL, UNCAPPED
from amjd.answers.pay.amounts import Money, show_money
from amjd.answers.pay.money import PRIVATE
from amjd.answers.state import pay_currency
from amjd.interview.doubts.doubt import LONGEST
from amjd.interview.doubts.pay.terms import Way, in_terms
from amjd.interview.kept import Kept
from amjd.interview.on_top import COMMISSION, FIELD
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later


class OnTarget(NamedTuple):
    """The amount at the target, as it was typed and as it is read, and how it goes on."""

    typed: str
    amount: Money
    terms: str


_NAME = r"(?:(?:in )?(?:variable(?: pay| comp)?|comms?|commissions?|incentives?)(?![\w-]))"
_FIGURE = r"(?:[a-z]{0,3}[^\w\s.,;()~+-] ?)?\d[\d,.]*(?: ?k\b)?(?: ?[A-Z]{3}\b)?"
_ON_TARGET = compile_later(
    rf"(?i)(?P<first>{_NAME}(?: of| is|:)? )?(?P<figure>{_FIGURE}(?: per (?:year|month|quarter))?)"
    rf"(?P<named>(?: {_NAME}|,? \(?{AT_TARGET}\)?){{0,3}})(?P<terms>.*)"
)
# How it goes on; anything else may be another amount or another rule.
_TERM = (
    rf"(?:(?:is |it'?s |and )?(?:{UNCAPPED}|capped at \d+ ?%|accelerat(?:ors?|ed|es)"
    r"|kickers?|multipliers?|more|higher rates?|paid)\b[^,;+\d]*(?:\d+ ?%[^,;+\d]*)?"
    r"|(?:monthly|quarterly|yearly|annually))"
)
_TERMS = compile_later(rf"(?i){_TERM}")
_PARTS = compile_later(r"\s*(?:[,;+(&)]|\.(?=\s)|\s-\s)\s*|\s(?:and|plus|but)\s")
# What these lead to is the target, which stands before them.
_OPEN = compile_later(r"(?i) (?:after|above|over|beyond|past|from)(?: (?:that|there|then|it))?$")


def find(kept: Kept, text: str) -> OnTarget | None:
    """Part an amount at the target from how it goes on; None of a text that tells more, or less."""
    text = text.strip(" .")
    found = _ON_TARGET.fullmatch(text) if len(text) <= LONGEST else None
    if not found or not kept.answers().quota.carries:
        return None
    parts = [part.strip() for part in _PARTS.split(found["terms"]) if part.strip(" .-")]
    if not (found["first"] or found["named"] or parts) or not all(map(_TERMS.fullmatch, parts)):
        return None
    value = kept.read_with({FIELD: found["figure"]}).answers.pay.variable
    if not isinstance(value, Money) or value.qualifier:
        return None
    goal = re.search(rf"(?i){GOAL}", found["named"])
    terms = [_term(part, goal[0] if goal else "") for part in parts]
    return OnTarget(found["figure"], value, ", ".join(terms))


def _term(text: str, goal: str) -> str:
    """Write a term so that it can be read alone: `uncapped after` is after 100%."""
    text = re.sub(r"(?i)^[\s-]*(?:and|with|plus|but|is|it'?s)\b ", "", text).strip(" .-")
    text = text[:1].lower() + text[1:]
    if re.fullmatch("(?i)(?:month|quarter|year)ly|annually", text):
        return f"paid {text}"
    open_ = _OPEN.search(text)
    whole = goal if re.search(r"\d", goal) else f"the {goal or 'quota'}"
    return f"{text[: open_.start()]} {open_[0].split()[0]} {whole}" if open_ else text


def told(kept: Kept, found: OnTarget) -> Way:
    """Tell of commission by its amount at the target, with its terms beside those that stand."""
    beside, gone = _without_amounts(kept)
    terms = in_terms(beside, found.terms) if found.terms else Way("figure", {})
    answers = {FIELD: found.typed, **gone, **terms.answers}
    return Way("figure", {**answers, FIELD: found.typed}, terms.then)


def in_words(kept: Kept, found: OnTarget, text: str) -> Way:
    """Tell of it in the words that were typed, with the amount as the posting shows money."""
    code = pay_currency(kept.read_with({FIELD: found.typed}).answers)
    period = f" per {found.amount.period}" if found.amount.period else ""
    shown = f"{show_money(found.amount, code)}{period}"
    return in_terms(_without_amounts(kept)[0], text.replace(found.typed, shown, 1))


def _without_amounts(kept: Kept) -> tuple[Kept, dict[str, str]]:
    """Take from the terms that stand what tells an amount at the target, which is told anew."""
    given = [part for part in _SENTENCE.split(kept.current(COMMISSION)) if part]
    again = {part: one for part in given if (one := find(kept, part))}
    before = [again[part].terms if part in again else part for part in given]
    left = {COMMISSION: ". ".join(map(with_capital, filter(None, before)))} if again else {}
    return kept.beside(left), left


_SENTENCE = compile_later(r"\.\s+(?=[^a-z\s])")


def without_amount(kept: Kept, text: str) -> Way | None:
    """Tell how commission goes on where its words tell its amount too, which stands already."""
    found, known = find(kept, text), kept.answers().pay.variable
    if not found or not found.terms:
        return None
    if isinstance(known, Money):
        is_same = known.ends == found.amount.ends
        return Way("figure", {COMMISSION: found.terms}) if is_same else None
    is_open = known in (None, PRIVATE)
    return Way("figure", {FIELD: found.typed, COMMISSION: found.terms}) if is_open else None
