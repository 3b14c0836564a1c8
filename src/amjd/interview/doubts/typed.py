"""What is asked about an answer before it is kept: whether it was meant as it was typed.

Every doubt is one list to pick from; which answers follow from each row stands beside it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from amjd.answers.fields import FIELDS
from amjd.answers.figures import about_in
from amjd.answers.money import NONE
from amjd.asker import Ask, Row, Signal
from amjd.interview.asks import seen
from amjd.interview.doubts.amounts import is_hedged, plain_amount, without_hedges
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, beside, listed
from amjd.interview.doubts.rewording import NAMED, kind_of_clients, reworded
from amjd.interview.kept import Kept
from amjd.interview.place import region_at
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with, shown
from amjd.interview.understanding import understand, ways_in, why_not
from amjd.interview.way import is_amount, together
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later
from amjd.words import Doubts


def doubt(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Find what is to be asked about an answer; nothing about one that is kept already."""
    if ask.kind == "tick":
        return _about_own(kept, stop, ask, values)
    if ask.kind not in ("text", "pick") or not values or values == ask.current:
        return None
    if ask.kind == "pick" and values[0] in (row.value for row in ask.rows):
        return None
    words = kept.words.doubts
    for found in _found(kept, stop, ask, values, words):
        return found
    return None


def _about_own(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask about own words among what is ticked: they may be several with commas between them."""
    known = {row.value for row in ask.rows}
    new = [value for value in values if value not in known]
    if len(new) != 1 or len(stop.fields) != 1:
        return None
    others = tuple(value for value in values if value in known)
    for found in _several(kept, stop, ask, new[0], kept.words.doubts):
        then = {row: others + to if isinstance(to, tuple) else to for row, to in found.then.items()}
        return found._replace(then=then)
    return None


def _found(kept: Kept, stop: Stop, ask: Ask, values: Values, words: Doubts) -> Iterator[Doubt]:
    typed = "; ".join(values)
    plain = re.sub(r"\W+", " ", typed).strip().lower()
    # "Don't know, never counted", where a figure is asked for.
    is_begun = _is_begun(plain, [one for one in words.vague if " " in one])
    if plain in words.vague or (is_begun and understand(kept, stop, values).refused):
        yield _vague(kept, stop, ask, values, words)
    if stop.fields == (_PRODUCT,) and _is_begun(plain, words.denials):
        yield _no_product(ask, typed, words)
    if ask.optional and plain in words.nothing and _is_printed(kept, stop, values):
        rows: Rows = {"out": (), "keep": values, "again": Signal.BACK}
        left = {"out": kept.words.terminal.left_empty, "keep": typed}
        yield listed(ask, words.left_out.filled(typed=typed), rows, left)
    if ask.many and len(values) == 1 and len(stop.fields) == 1:
        yield from _several(kept, stop, ask, typed, words)
    yield from _in_figures(kept, stop, ask, values, words)
    yield from _reworded(kept, stop, ask, values, words)
    is_slip = plain in (*words.persons, *words.wishes) or (len(plain) == 1 and plain.isalpha())
    if is_hedged(typed, words) or (is_slip and _is_as_typed(kept, stop, typed)):
        yield from _hedged(kept, stop, ask, values, words)
    yield from _without_period(kept, stop, ask, values)


_PRODUCT = "product.name"


def _is_begun(plain: str, phrases: Iterable[str]) -> bool:
    """Whether an answer is one of some phrases, or goes on behind it."""
    return f"{plain} ".startswith(tuple(f"{phrase} " for phrase in phrases))


def _no_product(ask: Ask, typed: str, words: Doubts) -> Doubt:
    """Ask whether there is a product at all, where its name says that there is none."""
    none = Meant({"product.software": "no", _PRODUCT: ""})
    rows: Rows = {"out": none, "keep": (typed,), "again": Signal.BACK}
    return listed(ask, words.no_product.filled(typed=typed), rows, {"keep": typed})


def _vague(kept: Kept, stop: Stop, ask: Ask, values: Values, words: Doubts) -> Doubt:
    """Offer to leave open what is not known yet."""
    rows: Rows = {"open": Signal.OPEN, "again": Signal.BACK}
    if ask.optional:
        rows["out"] = ()
    if not understand(kept, stop, values).refused:
        rows["keep"] = values
    typed, shown = "; ".join(values), kept.words.terminal
    left = {"open": shown.open, "out": shown.left_empty, "keep": typed}
    question = words.open.filled(typed=typed, question=ask.question)
    return listed(ask, question, rows, left)


def _is_printed(kept: Kept, stop: Stop, values: Values) -> bool:
    understood = understand(kept, stop, values)
    read = kept.read_with(understood.answers).answers[stop.fields[0]]
    return not understood.refused and read not in (None, NONE)


def _is_as_typed(kept: Kept, stop: Stop, typed: str) -> bool:
    """Whether an answer is read as nothing but the text that was typed, or as a list of it."""
    read: object = kept.read_with({stop.fields[0]: typed}).answers[stop.fields[0]]
    return read in (typed, [typed], (typed,))


def _several(kept: Kept, stop: Stop, ask: Ask, typed: str, words: Doubts) -> Iterator[Doubt]:
    """Show apart what stands in one line with commas."""
    parts = tuple(part.strip() for part in _COMMA.split(typed) if part.strip())
    if len(parts) < 2:
        return
    is_of_things = stop.fields[0] in words.things
    # In a list of things, the "and" before the last parts them too; before many it is theirs.
    if is_of_things or len(parts) > 2:
        last = re.sub("^(?:and|plus) ", "", parts[-1])
        parts = (*parts[:-1], *(last.split(" and ", 1) if is_of_things else [last]))
    if not _is_one(parts, is_of_things, words):
        yield from _apart(kept, stop, ask, typed, parts, words)


# None within a figure, and none within brackets.
_COMMA = compile_later(r",(?!(?<=\d,)\d{3}(?!\d))(?![^()]*\))")


def _is_one(parts: Values, is_of_things: bool, words: Doubts) -> bool:
    """Whether parts make one answer: what stands behind a comma goes on with what is before it.

    Of three or more, one that begins with "in" or "paid", or with a figure, may stand for itself.
    """
    if len(parts) > 2:
        goes_on, ends = [*words.clauses], "or"
    else:
        joints = "|".join(words.joints)
        # Paid in full, paid monthly; but paid holidays are something of their own.
        goes_on = [*words.joints, rf"paid(?:$| (?:{joints}|each|every|\w+ly)\b)"]
        # A figure goes on, too: the share of time that a duty takes.
        goes_on += [] if is_of_things else [r"\d+"]
        ends = "or" if is_of_things else "|".join(words.joints[:2])
    going_on = re.compile(rf"(?:{'|'.join(goes_on)})(?![\w-])")
    is_one = any(going_on.match(part.lower()) for part in parts[1:])
    return is_one or bool(re.search(f"(?:^| )(?:{ends}) ", parts[-1]))


def _apart(
    kept: Kept, stop: Stop, ask: Ask, typed: str, parts: Values, words: Doubts
) -> Iterator[Doubt]:
    """Ask whether one line is several answers, where each of them can be read."""
    if why_not(kept, {stop.fields[0]: list(parts)}):
        return
    rows: Rows = {"apart": parts, "one": (typed,), "again": Signal.BACK}
    if why_not(kept, {stop.fields[0]: [typed]}):
        del rows["one"]
    shown = " · ".join(parts)
    question = words.several.filled(count=len(parts), parts=shown)
    yield listed(ask, question, rows, {"apart": shown, "one": typed})


def _in_figures(kept: Kept, stop: Stop, ask: Ask, values: Values, words: Doubts) -> Iterator[Doubt]:
    """Show an amount as a plain figure, where words stand around it that it may not have."""
    group = together(kept.questions, stop.name)
    if not (group and is_amount(group)):
        return
    found = plain_amount(kept, group.fields, values, words)
    if found == values:
        return
    understood = understand(kept, stop, found)
    if understood.refused:
        yield from _without_period(kept, stop, ask, found)
        return
    rows: Rows = {"keep": found}
    if not (is_hedged(values[0], words) or understand(kept, stop, values).refused):
        rows["typed"] = values
    rows["again"] = Signal.BACK
    sentence = line_with(kept, group.fields[0], understood.answers) or "; ".join(found)
    left = {"keep": sentence, "typed": "; ".join(values)}
    asked = listed(ask, words.hedged.filled(sentence=sentence), rows, left)
    said = _left_out(kept, group.fields[0], values[0], found[0], words)
    yield asked._replace(ask=asked.ask._replace(note=said))


def _left_out(kept: Kept, field: str, typed: str, found: str, words: Doubts) -> str:
    """Say so where an amount that has to be exact loses its about."""
    word = about_in(without_hedges(typed, words))
    is_lost = word and not about_in(found)
    return words.exact.format(label=kept.label(field), word=word) if is_lost else ""


def _reworded(kept: Kept, stop: Stop, ask: Ask, values: Values, words: Doubts) -> Iterator[Doubt]:
    """Offer what may be meant by an answer that cannot be taken, and by a place as it was typed."""
    group = together(kept.questions, stop.name)
    if ask.part == "where" and region_at(kept, values[0]):
        return  # asked where it is, nobody is asked once more how it reads
    if not stop.fields or (ask.many and not group) or (group and not group.any):
        return
    is_refused = bool(understand(kept, stop, values).refused)
    found: Values = ()
    if group and is_refused:
        found = ways_in(kept, group, values)
    elif is_refused or stop.fields[0] in NAMED:
        found = reworded(kept, stop.fields[0], "; ".join(values), words)
    if not found or found == values:
        return
    understood = understand(kept, stop, found)
    if understood.refused:
        return
    rows: Rows = {"keep": found} if is_refused else {"keep": found, "typed": values}
    if both := _with_kind(kept, understood.answers, values[0]):
        understood, rows["keep"] = understood._replace(answers=both), Meant(both)
    rows["again"] = Signal.BACK
    read = kept.read_with(understood.answers).answers
    lines = [
        line_with(kept, one, understood.answers) or shown(one, read) for one in understood.answers
    ]
    joint = "; " if group else " "
    sentence = joint.join(filter(None, lines)) or "; ".join(found)
    left = {"keep": sentence, "typed": "; ".join(values)}
    yield listed(ask, words.hedged.filled(sentence=sentence), rows, left)


def _with_kind(kept: Kept, answers: Mapping[str, Answer], typed: str) -> Mapping[str, Answer]:
    """Add to a number of accounts the kind of clients that was typed behind it; nothing if none."""
    kind = kind_of_clients(kept, typed) if [*answers] == ["portfolio.accounts"] else ""
    both = {**answers, "portfolio.segment": kind}
    return both if kind and not why_not(kept, both) else {}


def _hedged(kept: Kept, stop: Stop, ask: Ask, values: Values, words: Doubts) -> Iterator[Doubt]:
    """Show the sentence in which a hedge would stand."""
    if understand(kept, stop, values).refused:
        return
    sentence = seen(kept, stop, values).text or "; ".join(values)
    rows: Rows = {"keep": values, "again": Signal.BACK}
    left = {"keep": sentence, "typed": "; ".join(values)}
    yield listed(ask, words.hedged.filled(sentence=sentence), rows, left)


def _without_period(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Iterator[Doubt]:
    """Ask for the period of an amount that cannot be meant for the one it would have."""
    group = together(kept.questions, stop.name)
    if not (group and is_amount(group)) or not understand(kept, stop, values).refused:
        return
    amount, period = group.fields
    ways = {one: {amount: values[0], period: one} for one in FIELDS[period].kind.choices}
    # Whoever writes 54-60 may leave the thousands unsaid.
    if "year" in ways and why_not(kept, ways["year"]) and _FEW_DIGITS.fullmatch(values[0]):
        ways["year"] = {amount: f"{values[0]}k", period: "year"}
    lines = {
        one: line_with(kept, amount, way) for one, way in ways.items() if not why_not(kept, way)
    }
    if not lines:
        return
    question = kept.questions[period]
    rows = tuple(
        Row(choice.value, choice.label, lines[choice.value], left=lines[choice.value])
        for choice in question.choices
        if choice.value in lines
    )
    then: Rows = {one: (str(ways[one][amount]), one) for one in lines}
    asked = Ask(ask.screen, "pick", (period,), question.question, rows)
    yield Doubt(beside(asked, ask, question.why, 0 if len(rows) == 1 else None), then)


# Below thirty it is an hour's pay: 22-24.
_FEW_DIGITS = compile_later(r"\W?(?:[3-9]\d|\d{3})(?: ?(?:-|\u2013|to) ?\W?\d{2,3})?")
