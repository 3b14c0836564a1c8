"""An amount without the words around it: 60k a quarter I guess, about 60k, $60k new orders."""

import re
from collections.abc import Sequence

from amjd.answers.amounts import Money, show_money
from amjd.answers.figures import split_about
from amjd.answers.money import Words
from amjd.answers.periods import QUOTA_PERIODS
from amjd.answers.state import pay_currency
from amjd.interview.currency import with_code
from amjd.interview.kept import Kept
from amjd.text.patterns import compile_later
from amjd.words import Doubts

Values = tuple[str, ...]


def plain_amount(kept: Kept, fields: Sequence[str], values: Values, words: Doubts) -> Values:
    """Return what was typed for an amount and its period without what makes it unsure.

    Words of what is sold stay behind their amount, which is written out: `$60,000 of new orders`.
    """
    parts = tuple(with_code(fields[0], part.strip()) for part in "; ".join(values).split(";"))
    found = _without_words(kept, fields, parts, words)
    return found if found[0] and found != parts else values


def _without_words(kept: Kept, fields: Sequence[str], parts: Values, words: Doubts) -> Values:
    first, *others = parts
    bare = without_hedges(first, words)
    exact, is_about = split_about(bare)
    read = _read(kept, fields, exact)
    if isinstance(read, Money):
        # An amount that may be about something is kept so.
        return (bare if isinstance(_read(kept, fields, bare), Money) else exact, *others)
    if not isinstance(read, Words):
        return (bare, *others)
    amount, head, rest = _parted(kept, fields, read.text)
    if amount is None:
        return (bare, *others)
    if period := _PERIOD.match(rest):
        # What follows the period says how, and not what.
        return (f"{'about ' * is_about}{head}", period[1].lower())
    if not _reads(rest, words):
        return parts
    is_joined = rest.split()[0].lower() in ("of", *words.joints, *words.kinds)
    joint = "" if is_joined else "of "
    here = kept.read_with({fields[0]: head}).answers
    shown = show_money(amount, pay_currency(here))
    told = amount.period or read.period
    return (f"{'about ' * is_about}{shown} {joint}{rest}", *([told] if told else others))


_MOST = 4  # words of what is sold
_LOOSE = compile_later(r"(?i)(?:\w+ly|an?|the|just|only|all|some)\b")


def _reads(rest: str, words: Doubts) -> bool:
    """Whether what follows an amount can stand behind it: as a thing, or with its own joint."""
    first, *others = rest.split()
    is_joined = first.lower() in ("of", *words.joints, *words.kinds)
    return is_joined or not (len(others) >= _MOST or _LOOSE.match(rest))


_PERIOD = compile_later(rf"(?i)(?:a|per|each|every) ({'|'.join(QUOTA_PERIODS)}),")


def without_hedges(typed: str, words: Doubts) -> str:
    """Return an answer without the words of somebody who is not sure."""
    return _hedge(words).sub("", typed).strip(" ,.") if is_hedged(typed, words) else typed


def is_hedged(typed: str, words: Doubts) -> bool:
    """Whether words of somebody who is not sure stand in an answer."""
    return bool(_hedge(words).search(typed))


def _hedge(words: Doubts) -> re.Pattern[str]:
    return re.compile(rf"[ ,]*\b(?:{'|'.join(words.hedges)})\b", re.IGNORECASE)


def _parted(kept: Kept, fields: Sequence[str], text: str) -> tuple[Money | None, str, str]:
    """Part an amount from what is sold for it; digits alone may count things: 12 renewals."""
    words = text.split()
    for cut in range(len(words) - 1, 0, -1):
        head = " ".join(words[:cut])
        amount = _read(kept, fields, head)
        if isinstance(amount, Money) and re.search(r"[^\d.,\s]", head):
            return amount, head, " ".join(words[cut:])
    return None, "", text


def _read(kept: Kept, fields: Sequence[str], text: str) -> object:
    """Read an amount as if no period were given."""
    read: object = kept.read_with({**dict.fromkeys(fields, ""), fields[0]: text}).answers[fields[0]]
    return read
