"""An amount with words around it, or one that lacks its period: how it reads as a plain figure."""

import re
from collections.abc import Mapping, Sequence

from amjd.answers.fields import FIELDS
from amjd.answers.names.clients import CLIENTS
from amjd.answers.numbers.figures import about_in, has_digits, split_about
from amjd.answers.pay.amounts import Money, show_money
from amjd.answers.pay.base import split_experience
from amjd.answers.pay.currencies import SIGNS
from amjd.answers.pay.periods import PERIOD_NAMES, QUOTA_PERIODS
from amjd.answers.pay.target import Words
from amjd.answers.state import pay_currency
from amjd.asker import Ask, Row
from amjd.interview.currency import with_code
from amjd.interview.doubts.doubt import LONGEST, Doubt, Rows, Values, beside, read_so
from amjd.interview.doubts.rewording import is_hedged, terms_in, without_hedges
from amjd.interview.kept import Kept
from amjd.interview.remarks import before_tax, not_exact
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.spoken_periods import with_per
from amjd.interview.understanding import understand, why_not
from amjd.interview.way import is_amount, together
from amjd.path import Together
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later
from amjd.words.doubts import Doubts


def in_figures(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Show an amount as a plain figure, where words stand around it that it may not have."""
    group, words = _amount_at(kept, stop), kept.words.doubts
    if group is None or sum(map(len, values)) > LONGEST:
        return None
    found, amount = _plain_amount(kept, group.fields, values, words), group.fields[0]
    if found == values:
        return None
    understood = understand(kept, stop, found)
    if understood.refused:
        return without_period(kept, stop, ask, found)
    then: Rows = {"keep": found}
    if not (is_hedged(values[0], words) or understand(kept, stop, values).refused):
        then["typed"] = values
    sentence = line_with(kept, amount, understood.answers) or "; ".join(found)
    how, note = _how_left(values[0], found[0]), _left_out(kept, amount, values[0], found[0])
    if how and how not in note:
        note = f"{words.left.format(words=how)} {note}".strip()
    offer = read_so(kept, ask, then, sentence, "; ".join(values), note)
    # Of two figures nobody but who typed them knows which it is.
    return offer._replace(ask=offer.ask._replace(at=None)) if has_digits(how) else offer


def _amount_at(kept: Kept, stop: Stop) -> Together | None:
    """Return the amount and its period that are asked at a stop; None of any other."""
    group = together(kept.questions, stop.name)
    return group if group and is_amount(group) else None


def _how_left(typed: str, found: str) -> str:
    """Return what stands behind a period and a comma, and is no part of the amount."""
    how = _HOW.search(typed)
    return "" if how is None or how[1] in found else how[1].strip(" .")


def _left_out(kept: Kept, field: str, typed: str, found: str) -> str:
    """Say so where an amount that has to be exact loses its about, or the number of accounts."""
    words = kept.words.doubts
    if (book := _BOOK.search(typed)) and book[0].strip() not in found:
        return words.left.format(words=book[0].strip(" ,"))
    word = about_in(without_hedges(typed, words))
    is_lost = word and not about_in(found)
    about = not_exact(kept, field, word, found) if is_lost else ""
    notes = [about, terms_left(kept, field, typed), before_tax(kept, field, typed)]
    return " ".join(filter(None, notes))


def terms_left(kept: Kept, field: str, typed: str) -> str:
    """Say which terms of an amount are not printed: that it depends on experience."""
    words = kept.words.doubts
    _, depends = split_experience(typed) if field == BASE else ("", "")
    terms = depends or terms_in(typed, words)
    if not terms:
        return ""
    left = words.left.format(words=terms)
    return f"{left} {words.in_a_range}" if depends else left


BASE = "pay.base"

# -- without its period ----------------------------------------------------------------------------


def without_period(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask for the period of an amount that cannot be meant for the one it would have."""
    group = _amount_at(kept, stop)
    if group is None or not understand(kept, stop, values).refused:
        return None
    amount, period = group.fields
    ways = _with_each_period(kept, group, values[0])
    lines = {one: line_with(kept, amount, way) for one, way in ways.items()}
    question = kept.questions[period]
    rows = tuple(
        Row(choice.value, choice.label, lines[choice.value], left=lines[choice.value])
        for choice in question.choices
        if choice.value in lines
    )
    then: Rows = {one: (str(way[amount]), one) for one, way in ways.items()}
    asked = Ask(ask.screen, "pick", (period,), question.question, rows)
    at = 0 if len(rows) == 1 else None
    return Doubt(beside(asked, ask, question.why, at), then) if ways else None


def _with_each_period(kept: Kept, group: Together, typed: str) -> dict[str, Mapping[str, Answer]]:
    """Return the answers that an amount makes with each period that it may be for."""
    amount, period = group.fields
    ways: dict[str, Mapping[str, Answer]] = {
        one: {amount: typed, period: one} for one in FIELDS[period].kind.choices
    }
    # Whoever writes 54-60 may leave the thousands unsaid.
    bare = _A_YEAR.sub("", with_per(amount, typed))
    if "year" in ways and why_not(kept, ways["year"]) and _FEW_DIGITS.fullmatch(bare):
        ways["year"] = {amount: f"{bare}k", period: "year"}
    return {one: way for one, way in ways.items() if not why_not(kept, way)}


_A_YEAR = compile_later(
    r"(?i)(?: ?/ ?| (?:an?|per|each|every) )(?:yr|year|annum)$| (?:yearly|annual(?:ly)?)$"
)
# Below thirty it is an hour's pay: 22-24.
_FEW_DIGITS = compile_later(r"\W?(?:[3-9]\d|\d{3})(?: ?(?:-|\u2013|to) ?\W?\d{2,3})?")


# -- without the words around it -------------------------------------------------------------------


def _plain_amount(kept: Kept, fields: Sequence[str], values: Values, words: Doubts) -> Values:
    """Return what was typed for an amount and its period without what makes it unsure.

    Words of what is sold stay behind their amount, which is written out: `$60,000 of new orders`.
    """
    typed = [part.strip() for part in "; ".join(values).split(";")]
    parts = tuple(with_per(fields[0], with_code(fields[0], part)) for part in typed)
    found = _without_words(kept, fields, parts, words)
    return found if found[0] and found != parts else values


def _without_words(kept: Kept, fields: Sequence[str], parts: Values, words: Doubts) -> Values:
    first, *others = parts
    bare = split_experience(first)[0] if fields[0] == BASE else first
    bare = without_hedges(bare, words)
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
    about, period = "about " * is_about, amount.period or read.period
    if timed := _PERIOD.match(rest):
        period = PERIOD_NAMES[(timed["each"] or timed["adverb"]).lower()]
        # What follows a comma behind the period says how, and not what.
        rest = "" if timed["each"] else rest[timed.end() :]
    others = [period] if period else others
    if not rest or _BOOK.fullmatch(rest):
        is_kept = isinstance(_read(kept, fields, f"{about}{head}"), Money)
        return (f"{about}{head}" if is_kept else head, *others)
    sold, here = _sold(kept, rest), kept.read_with({fields[0]: head}).answers
    shown = f"{about}{show_money(amount, pay_currency(here))} {sold}"
    return (shown, *others) if sold else parts


_MOST = 5  # words of what is sold
_AMOUNT = compile_later(rf"\d ?[kKmM]\b|[{SIGNS}] ?\d|\d,\d{{3}}")  # which is one more part
WHOSE = compile_later(r"(?i)(?:the )?(?:team|personal(?:ly)?|individual(?:ly)?|each|own|alone)")
"""Whose an amount is; nothing is sold by that name."""
_LOOSE = compile_later(
    r"(?i)(?:\w+ly|an?|the|just|only|all|some|minus|less|across|see|tb[cd]|first|second|next|this"
    r"|last|after|before)\b|[-(\u2013\u2014]"
    r"|(?:\w+ed|split|spread)(?=$| (?:with|between|by|across|among|over|in|on|as|equally|evenly)\b)"
)


def _sold(kept: Kept, rest: str) -> str:
    """Return what follows an amount as it can stand behind it; nothing where it is no thing."""
    words, parts = kept.words.doubts, rest.split()
    if of := kept.words.money.parts.get(rest.lower()):
        return f"in {of}"  # 600k renewed
    if parts[0].lower() in ("of", *words.joints, *words.kinds):
        return rest
    is_thing = not (_LOOSE.match(rest) or WHOSE.fullmatch(rest) or _AMOUNT.search(rest))
    is_thing &= len(parts) <= _MOST
    return f"of {rest}" if is_thing else ""


# How many accounts there are is asked for itself.
_BOOK = compile_later(
    r"(?i)(?:(?:[,;]|across|over|from|with|on|among|for|in|my|our|the|all) ?)*"
    rf"(?:about |around |some |roughly |~ ?)?\d+ (?:[a-z]+ )?{CLIENTS}"
)
_PERIOD = compile_later(
    rf"(?i)(?:a|per|each|every) (?P<each>{'|'.join(QUOTA_PERIODS)}),"
    r"|(?P<adverb>annual(?:ly)?|yearly|quarterly|monthly)\b[ ,;]*"
)
_HOW = compile_later(
    rf"(?i)(?:\b(?:an?|per|each|every) |/ ?)(?:{'|'.join(PERIOD_NAMES)})\b\.?, ?(.+)"
)


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
