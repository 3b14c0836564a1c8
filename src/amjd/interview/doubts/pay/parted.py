"""The amount in what was typed of a bonus, and the words on both sides of it."""

from collections.abc import Sequence

from amjd.answers.pay.amounts import Money, show_money
from amjd.answers.pay.parts import PartOfBase
from amjd.answers.state import pay_currency
from amjd.interview.doubts.pay.terms import OF_BASE
from amjd.interview.kept import Kept
from amjd.interview.on_top import FIELD
from amjd.text.patterns import compile_later


def read_bonus(kept: Kept, text: str) -> Money | PartOfBase | None:
    """Read an exact amount or a percent of base pay."""
    value = kept.read_with({FIELD: text}).answers.pay.variable
    return value if isinstance(value, Money | PartOfBase) else None


def shown_amount(kept: Kept, amount: str) -> str:
    """Write an amount as the posting shows money, with the period that it was typed with."""
    answers = kept.read_with({FIELD: amount}).answers
    value, code = answers.pay.variable, pay_currency(answers)
    if not isinstance(value, Money):
        return amount
    return f"{show_money(value, code)}{f' per {value.period}' if value.period else ''}"


def parted(kept: Kept, text: str) -> tuple[str, str, str]:
    """Part the amount from the words before it, or behind it; without one there is none."""
    words = [] if OF_A_PLAN.search(text) else text.split()
    # What stands behind a share, such as the plan's amount, is what it is paid for.
    if (share := OF_BASE.match(text)) and read_bonus(kept, share["of_base"]):
        return "", share["of_base"], text[share.end() :].strip()
    for count in range(min(len(words) - 1, _AMOUNT), 0, -1):
        head, tail = " ".join(words[:count]).rstrip(",;"), " ".join(words[-count:])
        if read_bonus(kept, head):
            return "", head, " ".join(words[count:])
        if read_bonus(kept, tail):
            return " ".join(words[:-count]), tail, ""
    return text, "", ""


OF_A_PLAN = compile_later(r"(?i)\b40[13] ?\(?[kb]\b")
"""The name of a pension, and no thousands."""

_AMOUNT = 12  # words, in which every amount is said


def in_money(kept: Kept, text: str) -> str:
    """Write the amount in a text as the posting shows money."""
    before, amount, behind = ("", text, "") if read_bonus(kept, text) else parted(kept, text)
    # Two weeks' pay are no two dollars.
    is_money = amount and not (amount.isdecimal() and _OF_TIME.match(behind))
    return f"{before} {shown_amount(kept, amount)} {behind}".strip() if is_money else text


_OF_TIME = compile_later(
    r"(?i)(?:(?:extra|more|additional|full|paid|whole) ){0,2}(?:hour|day|week|month)s?\b"
)


def without(phrases: Sequence[str], text: str) -> str:
    """Take one of some phrases off either end of a text; nothing where there is none."""
    lower = text.lower()
    for phrase in sorted(phrases, key=len, reverse=True):
        space = " " if phrase[-1].isalpha() else ""
        if lower.startswith(phrase + space):
            return text[len(phrase) :].strip()
        if lower.endswith(space + phrase):
            return text[: -len(phrase)].strip()
    return ""


def without_all(phrases: Sequence[str], text: str) -> str:
    """Take phrases off both ends of a text until it has none; nothing may be left."""
    while (shorter := without(phrases, text)) or text.lower() in phrases:
        text = shorter.strip(" ,;.-\u2013")
    return text
