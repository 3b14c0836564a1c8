"""The terms of a bonus: what for and when it is paid, beside its figure or without one."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from amjd.answers.conditions import CLAUSE, PAYMENT, Condition
from amjd.answers.pay.money import NONE, PRIVATE
from amjd.asker import Ask, Seen
from amjd.interview.doubts.doubt import Values
from amjd.interview.kept import Kept
from amjd.interview.on_top import BONUS, COMMISSION, FIELD
from amjd.interview.spelling import begun
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later


class Way(NamedTuple):
    """One way to tell of a bonus.

    It is a `figure`, `words` without one, `unsure` whether, `none`, or it stands as `typed`; `then`
    is a field to be asked next, `note` what there is to say of it. One that is not sure is taken by
    no Enter.
    """

    name: str
    answers: Mapping[str, Answer]
    then: str = ""
    note: str = ""
    is_sure: bool = True


def in_terms(kept: Kept, text: str, *, is_short: bool = False) -> Way:
    """Tell of a bonus in words; what `is_short` has no terms yet, which are asked next."""
    field = terms_field(kept, text)
    before = kept.current(field)
    if before and text not in before:
        text = f"{with_capital(text).rstrip('. ')}. {with_capital(before)}"
    told = before if text in before else text
    # Sellers look for the day on which a commission comes.
    is_open = is_short or (field == COMMISSION and not tells(kept, "when", told))
    return Way("words", {FIELD: PRIVATE, field: told}, field * is_open)


def terms_field(kept: Kept, text: str) -> str:
    """Return the field whose words they are: of a commission, or of a bonus.

    What is called either is that, and without a quota a share of something is a bonus.
    """
    answers = kept.answers()
    if named := terms_name(text):
        return BONUS if "bonus" in named else COMMISSION
    is_share = SHARE.search(_DENIED.sub("", text)) and answers.quota.carries is not False
    is_commission = answers.quota.carries or answers.pay.base == NONE or is_share
    return COMMISSION if is_commission else BONUS


def terms_name(text: str) -> str:
    """Return the name by which a text calls what comes on top, unless it says that it is none."""
    named = _NAMED.search(_DENIED.sub("", text))
    return named[0].lower() if named else ""


_NAMED = compile_later(r"\b(?:bonus(?:es)?|commissions?)\b", re.IGNORECASE)
_DENIED = compile_later(
    r"\b(?:no|not an?|not any|zero|without(?: an?y?)?"
    r"|(?:don['\u2019]?t|do not) (?:pay|do|give|offer|have)(?: an?y?)?)"
    r" (?:bonus(?:es)?|commissions?)\b",
    re.IGNORECASE,
)
SHARE = compile_later(r"\bcommission|\d ?(?:%|percent|per cent) (?:of|on|from) ", re.IGNORECASE)
"""A commission by its name, or a percentage of something."""

OF_BASE = compile_later(
    r"(?i)(?P<of_base>(?:\w+ to )?\d[\d.]{0,4} ?(?:%|percent|per cent))"
    r"(?: of (?:the |their |your |his or her )?(?:base|annual|yearly)?(?: ?salary| ?pay)?(?<! of))?"
    r"(?:,|(?=\s|$))"
)
"""A percentage of base pay, of which the words for that say nothing more."""

MORE_PAID = compile_later(
    r"(?i)\d ?(?:%|percent|per cent)|\b(?:half|double[ds]?|twice|times|extra|more|less|otherwise"
    r"|above|over|each|every|per|plus|up to)\b"
)
"""What is paid beside a share, in the same line."""


def tells(kept: Kept, what: str, text: str) -> bool:
    """Whether one of some words stands in a text."""
    said = "|".join(kept.words.money.bonus[what])
    return bool(re.search(rf"\b(?:{said})\b", text, re.IGNORECASE))


def beside_figure(kept: Kept, before: str, behind: str) -> str:
    """Tell when and what for a bonus is paid whose figure stands elsewhere; nothing if unclear."""
    words = kept.words.money.bonus
    named, joints = ("|".join(words[kind]) for kind in ("named", "joints"))
    if not before:
        behind = re.sub(rf"^(?:{named}),? ", "", behind, flags=re.IGNORECASE)
        is_told = _is_clause(behind) or tells(kept, "sentence", behind)
        is_told = is_told or behind.lower().startswith(words["rules"])
        return behind if is_told else f"paid {behind}"
    terms = re.split(rf"\b(?:{named})\b,? ", before, maxsplit=1, flags=re.IGNORECASE)[-1]
    terms = re.sub(rf"[\s,:;(-]*(?:\b(?:{joints}))?[\s,:;(-]*$", "", terms, flags=re.IGNORECASE)
    return f"{terms} {behind}".strip() if _is_clause(terms) else ""


def _is_clause(text: str) -> bool:
    return Condition(BONUS, CLAUSE).holds(text)


def ask_terms(kept: Kept, ask: Ask) -> Ask:
    """Ask for what the words of a bonus do not tell yet; they stay, and are added to."""
    words, text = kept.words.money, kept.current(ask.fields[0])
    is_short = len(re.findall(r"[^\W\d_]{2,}", text)) < _FEW and not SHARE.search(text)
    read = ask.read

    def seen(values: Values) -> Seen:
        told = with_terms(kept, asked, values)
        found = read(told) if read else Seen()
        return found if found.text or found.refused else found._replace(text=told[0])

    asked = ask._replace(
        question=words.what_for if is_short else words.when_paid,
        why=words.so_far.format(text=text.rstrip(". ")), example=words.paid_example,
        current=(), optional=True, read=seen, part="what for" if is_short else "when",
    )  # fmt: skip
    return asked


_FEW = 5  # words, in which nobody says what a bonus is for


def with_terms(kept: Kept, ask: Ask, values: Values) -> Values:
    """Add what was typed to the words of a bonus that stand, where that was asked."""
    if ask.part not in ("what for", "when"):
        return values
    text, typed = kept.current(ask.fields[0]), " ".join(values).strip()
    if not typed:
        return (text,)
    is_time = ask.part == "when" or (tells(kept, "when", typed) and len(typed.split()) < _FEW)
    is_alone = is_time and not tells(kept, "sentence", typed)
    said = f"paid {typed}" if is_alone else typed
    # With another behind it, it is a sentence, but for what goes on with one of ours.
    goes_on = any(Condition(BONUS, look).holds(text) for look in (CLAUSE, PAYMENT))
    first = text if goes_on else begun(text)
    return (f"{first.rstrip('. ')}. {with_capital(said)}",)
