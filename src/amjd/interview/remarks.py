"""What is said of words beside an amount that the posting does not print: `about`, `before tax`."""

from amjd.answers.amounts import Money
from amjd.answers.pay import tax_in
from amjd.interview.kept import Kept


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
