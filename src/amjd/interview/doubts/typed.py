"""What is asked about an answer before it is kept: whether it was meant as it was typed.

Every doubt is one list to pick from; which answers follow from each row stands beside it.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from amjd.answers.money import NONE
from amjd.asker import Ask, Signal
from amjd.interview.asks import seen
from amjd.interview.doubts.accounts import COUNT, beside_count
from amjd.interview.doubts.amounts import in_figures, without_period
from amjd.interview.doubts.base import with_more
from amjd.interview.doubts.counts import part_of
from amjd.interview.doubts.deadline import with_start
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, listed, read_so
from amjd.interview.doubts.measured import as_measure, net_beside, without_figure
from amjd.interview.doubts.pluses import with_pluses
from amjd.interview.doubts.rewording import (
    NAMED,
    beside_all,
    figure_of_ours,
    is_hedged,
    is_range,
    reworded,
    without_last_hedge,
)
from amjd.interview.doubts.tools import about_tools
from amjd.interview.doubts.ways import among_words
from amjd.interview.doubts.workplace import with_workplace
from amjd.interview.kept import Kept
from amjd.interview.on_top import TERMS
from amjd.interview.place import beside_place, region_at
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import plain_words, understand, why_not
from amjd.interview.way import together
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
    found = (look(kept, stop, ask, values) for look in _DOUBTS)
    return next(filter(None, found), None)


def _about_own(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask about own words among what is ticked: they may be several with commas between them."""
    known = {row.value for row in ask.rows}
    new = tuple(value for value in values if value not in known)
    others = tuple(value for value in values if value in known)
    found = _several(kept, stop, ask, new)
    if found is None:
        return None
    then = {row: others + to if isinstance(to, tuple) else to for row, to in found.then.items()}
    return found._replace(then=then)


def _is_begun(plain: str, phrases: Iterable[str]) -> bool:
    """Whether an answer is one of some phrases, or goes on behind it."""
    return f"{plain} ".startswith(tuple(f"{phrase} " for phrase in phrases))


# -- what is not known, or nothing at all ----------------------------------------------------------


def _vague(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer to leave open what is not known yet."""
    words, typed = kept.words.doubts, "; ".join(values)
    plain = plain_words(typed)
    # "Don't know, never counted", where a figure is asked for.
    phrases = [*words.unsure, *(one for one in words.vague if " " in one)]
    is_begun = _is_begun(plain, map(plain_words, phrases))
    if not is_begun and plain not in words.vague:
        return None
    is_refused = bool(understand(kept, stop, values).refused)
    if not is_refused and plain not in words.vague:
        return None
    rows: Rows = {"open": Signal.OPEN, "again": Signal.BACK}
    if ask.optional:
        rows["out"] = ()
    if not is_refused:
        rows["keep"] = values
    said = kept.words.terminal
    left = {"open": said.open, "out": said.left_empty, "keep": typed}
    question = words.open.filled(typed=typed, question=ask.question)
    return listed(ask, question, rows, left)


_PRODUCT = "product.name"


def _no_product(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask whether there is a product at all, where its name says that there is none."""
    words, typed = kept.words.doubts, "; ".join(values)
    if stop.fields != (_PRODUCT,) or not _is_begun(plain_words(typed), words.denials):
        return None
    none = Meant({"product.software": "no", _PRODUCT: ""})
    rows: Rows = {"out": none, "keep": (typed,), "again": Signal.BACK}
    return listed(ask, words.no_product.filled(typed=typed), rows, {"keep": typed})


def _nothing(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer to leave out an answer that says no more than no."""
    words, typed = kept.words.doubts, "; ".join(values)
    is_nothing = ask.optional and plain_words(typed) in words.nothing
    if not (is_nothing and _is_printed(kept, stop, values)):
        return None
    rows: Rows = {"out": (), "keep": values, "again": Signal.BACK}
    left = {"out": kept.words.terminal.left_empty, "keep": typed}
    return listed(ask, words.left_out.filled(typed=typed), rows, left)


def _is_printed(kept: Kept, stop: Stop, values: Values) -> bool:
    understood = understand(kept, stop, values)
    read = kept.read_with(understood.answers).answers[stop.fields[0]]
    return not understood.refused and read not in (None, NONE)


# -- several answers in one line -------------------------------------------------------------------


def _several(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Show apart what stands in one line with commas."""
    if not (ask.many or ask.kind == "tick") or len(values) != 1 or len(stop.fields) != 1:
        return None
    words = kept.words.doubts
    typed = without_last_hedge(values[0], words)
    parts = _joined_to_first(part.strip() for part in _COMMA.split(typed) if part.strip())
    if len(parts) < 2:
        return None
    is_of_things = stop.fields[0] in words.things
    # In a list of things, the "and" before the last parts them too; before many it is theirs.
    is_of_all = bool(re.search(", [^,]*paid$", parts[-1]))  # of both: 2 weeks off and 5 sick days
    if not is_of_all and (is_of_things or len(parts) > 2):
        last = re.sub("^(?:and|plus) ", "", parts[-1])
        parts = (*parts[:-1], *(last.split(" and ", 1) if is_of_things else [last]))
    if _is_one(parts, is_of_things, words):
        return None
    found = _apart(kept, stop, ask, values[0], parts)
    if found and typed != values[0]:
        left = words.left.format(words=values[0][len(typed) :].strip(" ,.;"))
        found = found._replace(ask=found.ask._replace(note=left))
    # A van, a phone or a car: nobody but who typed it knows whether all are to choose from.
    is_choice = found and re.search(" or ", parts[-1])
    return found._replace(ask=found.ask._replace(at=None)) if found and is_choice else found


def _joined_to_first(parts: Iterable[str]) -> Values:
    """Put what says of the part before that it is paid behind that: `2 weeks off, all paid`."""
    found = list[str]()
    for part in parts:
        if found and _PAID.fullmatch(part):
            found[-1] += f", {part}"
        else:
            found.append(part)
    return tuple(found)


_PAID = compile_later(
    r"(?i)(?:(?:all|both|each|fully|half|and) )*(?:of (?:it|them|that) )?(?:un)?paid"
)
# None within a figure, and none within brackets.
_COMMA = compile_later(r",(?!(?<=\d,)\d{3}(?!\d))(?![^()]*\))")


def _is_one(parts: Values, is_of_things: bool, words: Doubts) -> bool:
    """Whether parts make one answer: what stands behind a comma goes on with what is before it.

    Of three or more, one that begins with "in" or "paid", or with a figure, may stand for itself.
    A thing may be one or another: a pension, a car or an allowance.
    """
    if len(parts) > 2:
        goes_on, ends = [*words.clauses, "or"], "or"
    else:
        joints, ends = "|".join(words.joints), "|".join(words.joints[:2])
        # Paid in full, paid monthly; but paid holidays are something of their own.
        goes_on = [*words.joints, rf"paid(?:$| (?:{joints}|each|every|\w+ly)\b)"]
        # A figure goes on, too: the share of time that a duty takes.
        goes_on += [] if is_of_things else [r"\d+"]
    going_on = re.compile(rf"(?:{'|'.join(goes_on)})(?![\w-])")
    is_one = any(going_on.match(part.lower()) for part in parts[1:])
    return is_one or (not is_of_things and bool(re.search(f"(?:^| )(?:{ends}) ", parts[-1])))


def _apart(kept: Kept, stop: Stop, ask: Ask, typed: str, parts: Values) -> Doubt | None:
    """Ask whether one line is several answers, where each of them can be read."""
    if why_not(kept, {stop.fields[0]: list(parts)}):
        return None
    rows: Rows = {"apart": parts, "one": (typed,), "again": Signal.BACK}
    if why_not(kept, {stop.fields[0]: [typed]}):
        del rows["one"]
    apart = " · ".join(parts)
    question = kept.words.doubts.several.filled(count=len(parts), parts=apart)
    return listed(ask, question, rows, {"apart": apart, "one": typed})


# -- other words, and a hedge ----------------------------------------------------------------------


def _reworded(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer what may be meant by an answer that cannot be taken, and by a place as it was typed."""
    if ask.part == "where" and region_at(kept, values[0]):
        return None  # asked where it is, nobody is asked once more how it reads
    group = together(kept.questions, stop.name)
    if not stop.fields or ask.many or group:
        return None
    is_refused = bool(understand(kept, stop, values).refused)
    is_looked_at = is_refused or stop.fields[0] in NAMED
    found = reworded(kept, stop.fields[0], "; ".join(values)) if is_looked_at else ()
    understood = understand(kept, stop, found) if found else None
    if understood is None or understood.refused or found == values:
        return None
    both, left = _with_clients(kept, understood.answers, values[0])
    match stop.fields[0]:
        case "role.location":
            left = beside_place(values[0])
        case "portfolio.retention":
            left = net_beside(values[0]) or beside_all(values[0])
    then: Rows = {"keep": Meant(both) if both else found}
    if not is_refused:
        then["typed"] = values
    sentence = lines_with(kept, both or understood.answers) or "; ".join(found)
    words = kept.words.doubts
    new = "" if _is_same(stop, values[0]) else figure_of_ours(values[0], found[0])
    notes = [words.left.format(words=left)] * bool(left)
    notes += [words.worked_out.format(figure=new)] * bool(new)
    note = " ".join(notes) or words.one_end * is_range(stop.fields[0], values[0], found[0])
    offer = read_so(kept, ask, then, sentence, "; ".join(values), note)
    # Of two figures nobody but who typed them knows which it is, and one of ours nobody typed.
    is_unsure = bool(new or re.search(r"\d", left))
    offer = offer._replace(ask=offer.ask._replace(at=None)) if is_unsure else offer
    return _of_all(kept, offer, values[0]) if COUNT in understood.answers else offer


def _is_same(stop: Stop, typed: str) -> bool:
    """Whether a figure of ours is what was typed: a count, and months in weeks, but for a range."""
    is_of_months = stop.fields[0] == "role.handover_weeks" and not re.search(r"\bor\b", typed)
    return stop.fields[0] == COUNT or is_of_months


def _of_all(kept: Kept, found: Doubt, typed: str) -> Doubt:
    """Say so where the number is that of all clients, of whom a part is meant: `most of my 75`."""
    part = part_of(typed)
    if not part:
        return found
    note = " ".join(filter(None, [kept.words.doubts.part.format(part=part), found.ask.note]))
    return found._replace(ask=found.ask._replace(note=note, at=None))


def _with_clients(
    kept: Kept, answers: Mapping[str, Answer], typed: str
) -> tuple[Mapping[str, Answer], str]:
    """Add to a number of accounts what was typed of the clients; nothing if none, and the rest."""
    if [*answers] != [COUNT]:
        return {}, ""
    told, left = beside_count(kept, typed)
    both = {**answers, **told}
    return (both if told and not why_not(kept, both) else {}), left


def _hedged(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Show the sentence without a hedge at its end, or in which one stands, or a slip of a word."""
    words, typed = kept.words.doubts, "; ".join(values)
    plain = plain_words(typed)
    is_slip = plain in (*words.persons, *words.wishes) or (len(plain) == 1 and plain.isalpha())
    if not (is_hedged(typed, words) or (is_slip and _is_as_typed(kept, stop, typed))):
        return None
    if understand(kept, stop, values).refused:
        return None
    sure = without_last_hedge(typed, words)
    if sure == typed or stop.fields[0] in TERMS or understand(kept, stop, (sure,)).refused:
        return read_so(kept, ask, {"keep": values}, seen(kept, stop, values).text or typed, typed)
    then: Rows = {"keep": (sure,), "typed": values}
    left = words.left.format(words=typed[len(sure) :].strip(" ,.;"))
    return read_so(kept, ask, then, seen(kept, stop, (sure,)).text or sure, typed, left)


def _is_as_typed(kept: Kept, stop: Stop, typed: str) -> bool:
    """Whether an answer is read as nothing but the text that was typed, or as a list of it."""
    read: object = kept.read_with({stop.fields[0]: typed}).answers[stop.fields[0]]
    return read in (typed, [typed], (typed,))


# In this order: what comes first is asked.
_DOUBTS: tuple[Callable[[Kept, Stop, Ask, Values], Doubt | None], ...] = (
    _vague, _no_product, _nothing, about_tools, with_pluses, _several, with_more, in_figures,
    with_start, among_words, with_workplace, as_measure, _reworded, without_figure, _hedged,
    without_period,
)  # fmt: skip
