"""What is asked about an answer before it is kept: whether it was meant as it was typed.

Every doubt is one list to pick from; which answers follow from each row stands beside it.
"""

import re
from collections.abc import Callable, Mapping

from amjd.asker import Ask, Signal
from amjd.interview.asks import seen
from amjd.interview.doubts.absent import no_product, none_of_all, nothing, vague
from amjd.interview.doubts.applying.deadline import with_start
from amjd.interview.doubts.applying.sent import as_sentences
from amjd.interview.doubts.applying.ways import among_words
from amjd.interview.doubts.doubt import (
    Doubt,
    Meant,
    Rows,
    Values,
    listed,
    read_so,
    told_left,
)
from amjd.interview.doubts.numbers.accounts import COUNT, beside_count, of_two_times
from amjd.interview.doubts.numbers.brought_in import with_share
from amjd.interview.doubts.numbers.counts import part_of, whole_of
from amjd.interview.doubts.numbers.figures import FIGURES, beside_figure, beside_none
from amjd.interview.doubts.numbers.headcount import with_headcount
from amjd.interview.doubts.numbers.inside import with_period_inside
from amjd.interview.doubts.numbers.measured import all_kept, as_measure, net_beside, without_figure
from amjd.interview.doubts.numbers.measures import beside_ticked
from amjd.interview.doubts.numbers.new_clients import elsewhere, wished
from amjd.interview.doubts.numbers.quotas import in_parts
from amjd.interview.doubts.numbers.years import with_work
from amjd.interview.doubts.pay.amounts import in_figures, without_period
from amjd.interview.doubts.pay.base import with_more
from amjd.interview.doubts.people import mine
from amjd.interview.doubts.people.behind import (
    by_name,
    with_hours,
    without_clause,
    without_share,
)
from amjd.interview.doubts.people.coached import with_others
from amjd.interview.doubts.people.handover import in_words
from amjd.interview.doubts.people.languages import one_of
from amjd.interview.doubts.people.musts import with_languages
from amjd.interview.doubts.people.pluses import with_pluses
from amjd.interview.doubts.picked import in_a_sentence
from amjd.interview.doubts.places.covered import with_area
from amjd.interview.doubts.places.regions import all_over
from amjd.interview.doubts.places.travel import with_days, without_some
from amjd.interview.doubts.places.workplace import with_workplace
from amjd.interview.doubts.rewording import (
    NAMED,
    beside_all,
    beside_share,
    both_ends,
    figure_of_ours,
    is_hedged,
    is_range,
    reworded,
    without_hedges,
    without_last_hedge,
)
from amjd.interview.doubts.same import as_company
from amjd.interview.doubts.sectors import as_sector
from amjd.interview.doubts.several import in_steps, several
from amjd.interview.doubts.tools import about_tools
from amjd.interview.doubts.which import of_several
from amjd.interview.kept import Kept
from amjd.interview.on_top import TERMS
from amjd.interview.place import beside_place, region_at
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with, lines_with
from amjd.interview.understanding import plain_words, understand, why_not
from amjd.interview.way import together
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later


def doubt(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Find what is to be asked about an answer; nothing about one that is kept already."""
    if told := in_words(kept, stop, ask, values) or none_of_all(kept, stop, ask, values):
        return told
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
    if again := beside_ticked(kept, stop, ask, new, others):
        return again
    looks = (wished, several, mine.as_company)
    found = next(filter(None, (look(kept, stop, ask, new) for look in looks)), None)
    if found is None:
        return None
    then = {row: others + to if isinstance(to, tuple) else to for row, to in found.then.items()}
    return found._replace(then=then)


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
    words, home, part = kept.words.doubts, "", ""
    new = "" if _is_same(stop, values[0]) else figure_of_ours(values[0], found[0])
    match stop.fields[0]:
        case "role.location":
            left = beside_place(values[0])
        case "portfolio.retention":
            part = beside_share(values[0])
            left = net_beside(values[0]) or beside_all(values[0]) or part
        case "role.new_business" if found == ("0",):
            left = part = beside_none(values[0])
            home = words.in_words["role.new_business"] if left else ""
            new = "" if _NONE.fullmatch(plain_words(values[0].removesuffix(left))) else new
        case field if field in FIGURES and not new:
            beside = beside_figure(values[0])
            is_said = field == "role.new_business"  # which the posting tells as about so much
            left = ", ".join(filter(None, beside[:1] if is_said else beside))
            home = words.in_words.get(field, "") if beside.words else ""
    then: Rows = {"keep": Meant(both) if both else found}
    if not is_refused:
        then["typed"] = values
    sentence = lines_with(kept, both or understood.answers) or "; ".join(found)
    one_end = words.one_end * is_range(stop.fields[0], values[0], found[0])
    notes = [told_left(words, [left])]
    notes += [home, words.worked_out.format(figure=new) if new else one_end]
    note = " ".join(filter(None, notes))
    if ends := both_ends(kept, stop.fields[0], values[0]):
        note = " ".join(filter(None, [told_left(words, [left]), home]))
        return _of_two_ends(kept, ask, stop.fields[0], ends, values[0], note)
    offer = read_so(kept, ask, then, sentence, "; ".join(values), note)
    # Of two figures nobody but who typed them knows which it is, and one of ours nobody typed.
    # Who works a part out of the whole knows.
    is_unsure = bool(new or part or re.search(r"\d", left.removeprefix(whole_of(values[0]))))
    offer = offer._replace(ask=offer.ask._replace(at=None)) if is_unsure else offer
    return _of_all(kept, offer, values[0]) if COUNT in understood.answers else offer


def _of_two_ends(kept: Kept, ask: Ask, field: str, ends: Values, typed: str, note: str) -> Doubt:
    """Ask which end of a range is meant where one figure is printed."""
    lines = [line_with(kept, field, {field: end}) or end for end in ends]
    question = kept.words.doubts.two_counts.filled(
        first=ends[0], last=ends[1], line=lines[0], other=lines[1], typed=typed, home=""
    )
    question = question._replace(why=question.why.strip())
    then: Rows = {name: (end,) for name, end in zip(("first", "last"), ends, strict=True)}
    left = dict(zip(then, lines, strict=True))
    offer = listed(ask, question, {**then, "again": Signal.BACK}, left)
    return offer._replace(ask=offer.ask._replace(at=None, note=note))


_NONE = compile_later("none|no|nope|nothing|zero|not at all|none at all")


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
    """Show the sentence without a hedge at its end or before a figure, or a slip of a word.

    Where nothing else would be printed, nobody is asked; but of pay, which is a promise, and
    of what is nothing but a hedge.
    """
    words, typed = kept.words.doubts, "; ".join(values)
    plain = plain_words(typed)
    is_slip = plain in (*words.persons, *words.wishes) or (len(plain) == 1 and plain.isalpha())
    if not (is_hedged(typed, words) or (is_slip and _is_as_typed(kept, stop, typed))):
        return None
    if understand(kept, stop, values).refused:
        return None
    sure = without_last_hedge(typed, words)
    about = _PERHAPS.sub("about ", typed)
    if sure == typed != about and not understand(kept, stop, (about,)).refused:
        so: Rows = {"keep": (about,), "typed": values}
        return read_so(kept, ask, so, seen(kept, stop, (about,)).text or about, typed)
    is_all = not without_hedges(typed, words)  # when they need us
    if sure == typed and not (is_slip or is_all or stop.fields[0] in TERMS):
        return None
    if sure == typed or stop.fields[0] in TERMS or understand(kept, stop, (sure,)).refused:
        return read_so(kept, ask, {"keep": values}, seen(kept, stop, values).text or typed, typed)
    then: Rows = {"keep": (sure,), "typed": values}
    left = words.left.format(words=typed[len(sure) :].strip(" ,.;"))
    return read_so(kept, ask, then, seen(kept, stop, (sure,)).text or sure, typed, left)


_PERHAPS = compile_later(
    r"(?i)\b(?:maybe|perhaps|probably|possibly) (?=\d|(?:once|twice|one|two|three|four|five|six)\b"
    r"|an? \w+(?: or \w+)? (?:an?|per|each|every) )"
)


def _is_as_typed(kept: Kept, stop: Stop, typed: str) -> bool:
    """Whether an answer is read as nothing but the text that was typed, or as a list of it."""
    read: object = kept.read_with({stop.fields[0]: typed}).answers[stop.fields[0]]
    return read in (typed, [typed], (typed,))


# In this order: what comes first is asked.
_DOUBTS: tuple[Callable[[Kept, Stop, Ask, Values], Doubt | None], ...] = (
    vague, no_product, as_company, with_others, with_work, with_share, nothing, in_a_sentence,
    all_over, about_tools, one_of, with_pluses, with_languages, in_steps, several, with_more,
    with_period_inside, in_parts, in_figures, with_start, among_words, with_area, with_workplace,
    as_measure, all_kept, elsewhere, wished, by_name, with_hours, without_share, without_clause,
    of_two_times, of_several, with_days, without_some, as_sector, with_headcount, _reworded,
    without_figure, _hedged, mine.as_company, without_period, as_sentences,
)  # fmt: skip
