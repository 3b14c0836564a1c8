"""What is said of words beside an answer that the posting does not print: `about`, `before tax`."""

from amjd.answers.choices import YES_NO
from amjd.answers.fields import FIELDS
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.base import tax_in
from amjd.interview.kept import Kept
from amjd.text.patterns import compile_later


def not_exact(kept: Kept, field: str, about: str, found: str) -> str:
    """Say that an amount has to be exact, or that a range says about by itself; nothing if it is.

    `about` is the word that is left out, `found` the amount without it.
    """
    if not about:
        return ""
    value = kept.read_with({field: found}).answers[field]
    is_range = isinstance(value, Money) and value.low < value.high
    words = kept.words.doubts.range_is_about if is_range else kept.words.doubts.exact
    return words.format(label=kept.label(field), word=about)


def before_tax(kept: Kept, field: str, typed: str) -> str:
    """Say that base pay is before tax anyway, where somebody says so."""
    words = tax_in(typed) if field == "pay.base" else ""
    return kept.words.doubts.before_tax.format(words=words) if words else ""


# Where words can stand that are none of the choices, as their question says of them.
_HOMES = {
    "role.employment": "role.hours", "role.car": "role.travel", "role.handover": "role.training",
    "role.trainable": "role.required",
}  # fmt: skip


def offer_beside(kept: Kept, field: str, missed: str) -> None:
    """Offer words that were none of a list's choices where they can stand: `4 days possible`."""
    home = _HOMES.get(field, "")
    if " " in missed and home and kept.answers()[home] is None:
        kept.offers[home] = missed


def beside_yes(kept: Kept, field: str, typed: str) -> str:
    """Say that what makes a yes or no another is left out: `yes if they're from hotels`.

    So is a figure, which is offered at its own question: `yes 3% on orders`.
    """
    is_asked = field in FIELDS and FIELDS[field].kind is YES_NO
    if not is_asked or not _YES.match(typed):
        return ""
    rest = _YES.sub("", typed).strip(" ,.;")
    found = None if _FIGURE.search(rest) else _CONDITION.search(typed)
    left = typed[found.start() :].strip(" ,.;") if found else rest * bool(_FIGURE.search(rest))
    if not left:
        return ""
    if home := _home(kept, field, left):
        kept.offers[home] = left
    words = kept.words.doubts
    return f"{words.left.format(words=left)} {words.in_words.get(field, '')}".strip()


def _home(kept: Kept, field: str, left: str) -> str:
    """Return the question at which a figure is offered that was told beside yes or no."""
    if field != "quota.carries" or not _FIGURE.search(left):
        return ""
    if not kept.answers().quota.carries:
        return "pay.variable"
    return "pay.commission" if _SHARE.search(left) else "quota.target"


_YES = compile_later(r"(?i)^[a-z]+\b[\s,;:.\u2013\u2014-]*")
_FIGURE = compile_later(r"\d")
_SHARE = compile_later(r"(?i)\d ?(?:%|percent|pct)|\b(?:commission|bonus)\b")
_CONDITION = compile_later(
    r"(?i)(?<=[ ,;(-])(?:if|when|unless|except|but|only|as long as|provided|until|till|not before"
    r"|from)\b.*\S"
)
