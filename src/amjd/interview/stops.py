"""One stop, a question of the posting or a screen of our own: it is asked until it is settled."""

from collections.abc import Callable
from typing import NamedTuple

from amjd.asker import Ask, Asker, Reply, Signal, resumed, without_new
from amjd.interview.answering import Taken, change, leave_open, refusal, take
from amjd.interview.asks import ask_at, ask_where
from amjd.interview.doubts.added import beside_told, keep_told
from amjd.interview.doubts.asked import asked_about
from amjd.interview.doubts.doubt import Doubt, Meant, Values, settled
from amjd.interview.doubts.pay.terms import with_terms
from amjd.interview.doubts.people.mine import as_company
from amjd.interview.doubts.stated import unstated
from amjd.interview.doubts.tools import one_by_one
from amjd.interview.doubts.unsure import sure_of
from amjd.interview.kept import Kept
from amjd.interview.remarks import beside_yes, offer_beside
from amjd.interview.route import Stop
from amjd.interview.screens import extras, lines, template, tool_line
from amjd.interview.way import DUTIES, EXTRAS, TEMPLATE
from amjd.sources.sheet import OPEN, SKIPPED


class _Screen(NamedTuple):
    """A screen of our own: how it is asked, and how its reply is kept."""

    offer: Callable[[Kept], Ask]
    take: Callable[[Kept, Values], Taken]


_OURS = {
    TEMPLATE: _Screen(template.offer, template.take),
    EXTRAS: _Screen(extras.offer, extras.take),
    DUTIES: _Screen(lines.offer, lines.take),
}


def ask_for(kept: Kept, stop: Stop) -> Ask:
    """Make what is asked at any stop."""
    ours = _OURS.get(stop.name)
    return ours.offer(kept) if ours else ask_at(kept, stop)


def settle(kept: Kept, asker: Asker, stop: Stop, ask: Ask) -> tuple[Reply, Taken]:
    """Ask until there is an answer that can be kept, or something else is wanted."""
    tries = 0
    while True:
        reply = asker.ask(ask)
        values = reply.signal or _meant(kept, asker, stop, ask, reply)
        if reply.again:
            ask = _with_own(kept, stop, ask, reply, values)
        elif values is Signal.OPEN:
            return reply._replace(signal=None), _leave_open(kept, stop)
        elif isinstance(values, Signal):
            if reply.signal:
                return reply, Taken()
            ask = _anew(ask, reply)
        else:
            taken, tries = _take(kept, stop, ask, reply, values), tries + 1
            if taken.refused:
                note = refusal(asker, ask, taken.refused, tries, kept.words.asking)
                ask = resumed(ask, reply)._replace(note=note, refused=True)
            elif more := _ask_on(kept, stop, ask):
                ask = more
            elif values != ask.current and _is_again(kept, asker, stop, ask):
                ask = ask_for(kept, stop)
            else:
                kept.offers.pop("".join(stop.fields[:1]), None)
                offer_beside(kept, "".join(stop.fields[:1]), reply.said)
                beside = beside_yes(kept, "".join(stop.fields[:1]), reply.said)
                taken = taken._replace(said=(*filter(None, [beside]), *taken.said))
                if stop.name == EXTRAS and isinstance(values, tuple):
                    reply = reply._replace(values=values)
                return reply, _with_left(kept, asker, stop, ask, values, taken)


def _meant(kept: Kept, asker: Asker, stop: Stop, ask: Ask, reply: Reply) -> Values | Signal | Meant:
    """Ask about an answer that may not be meant as it was typed."""
    if stop.name == EXTRAS and (gone := extras.unticked(kept, ask, reply.values)):
        return _settled(asker, gone)
    if stop.name == DUTIES and (found := tool_line.reworded(kept, ask, reply.values)):
        return _in_own_words(kept, asker, ask, reply, _settled(asker, found))
    values = one_by_one(stop, with_terms(kept, ask, reply.values))
    found = sure_of(kept, stop, ask, values, asked_about) or asked_about(kept, stop, ask, values)
    meant = _settled(asker, found) if found else values
    if found and "apart" in found.then and isinstance(meant, tuple):
        # Parted or not, somebody may still speak of themselves there.
        again = as_company(kept, stop, ask, meant)
        meant = _settled(asker, again) if again else meant
    more = beside_told(kept, stop, ask, meant)
    return _settled(asker, more) if more else meant


def _in_own_words(
    kept: Kept, asker: Asker, ask: Ask, reply: Reply, meant: Values | Signal | Meant
) -> Values | Signal | Meant:
    """Ask for the words of a duty that somebody wants to say in their own."""
    if not isinstance(meant, Meant) or not meant.then:
        return meant
    asked = tool_line.in_own_words(kept, ask, reply.values)
    while True:
        said = asker.ask(asked)
        if said.signal:
            return said.signal
        asked = tool_line.in_own_words(kept, ask, reply.values, said)
        if not (said.text and asked.refused):
            return Meant(tool_line.with_duty(kept, meant.answers, said.text))


def _settled(asker: Asker, found: Doubt) -> Values | Signal | Meant:
    said = asker.ask(found.ask)
    return settled(found, said.values, said.signal)


def _with_own(
    kept: Kept, stop: Stop, ask: Ask, reply: Reply, values: Values | Signal | Meant
) -> Ask:
    """Keep own words that joined a list, and go on with it."""
    if isinstance(values, Meant):
        _keep(kept, stop, ask, values)
        return ask_for(kept, stop)
    if isinstance(values, tuple):
        _keep(kept, stop, ask, values)
        ask = resumed(ask, reply._replace(values=values))._replace(is_open=False)
    return ask._replace(note="", refused=False)


def _anew(ask: Ask, reply: Reply) -> Ask:
    """Ask again what was not meant so: typing replaces it, as it does what was refused."""
    ask = resumed(ask._replace(note="", refused=False), without_new(ask, reply))
    return ask._replace(is_old=True)


def _take(kept: Kept, stop: Stop, ask: Ask, reply: Reply, values: Values | Meant) -> Taken:
    is_away = reply.away or ask.refused or bool(reply.values and not values)
    return _keep(kept, stop, ask, values, is_away)


def _keep(kept: Kept, stop: Stop, ask: Ask, values: Values | Meant, is_away: bool = False) -> Taken:
    """Keep what was answered at a stop, or meant by it; `is_away` as in `take`."""
    if isinstance(values, Meant):
        keep_told(kept, stop, values.answers)
        taken = change(kept, values.answers, values.remark or SKIPPED)
        return taken._replace(then=values.then)
    if ours := _OURS.get(stop.name):
        return ours.take(kept, values)
    taken = take(kept, stop, ask, values, is_away)
    if not taken.refused:
        keep_told(kept, stop, dict.fromkeys(stop.fields, ""))
    return taken


def _ask_on(kept: Kept, stop: Stop, ask: Ask) -> Ask | None:
    """Ask about the lines of ours that came in for others, or where a place is."""
    return lines.ask_on(kept, ask) if stop.name == DUTIES else ask_where(kept, stop, ask)


def _is_again(kept: Kept, asker: Asker, stop: Stop, ask: Ask) -> bool:
    """Ask what to state beside an answer by the law of the place; whether to ask all again."""
    found = unstated(kept, stop, ask)
    if not found:
        return False
    said = asker.ask(found.ask)
    meant = settled(found, said.values, said.signal)
    if isinstance(meant, Meant):
        change(kept, meant.answers)
    return not isinstance(meant, Meant)


def _leave_open(kept: Kept, stop: Stop) -> Taken:
    """Leave open what can be; of the screens of our own the lines alone are an answer."""
    if stop.name in (TEMPLATE, EXTRAS):
        return Taken()
    if stop.name == DUTIES:
        return change(kept, {"leave_out": ""}, OPEN)
    return leave_open(kept, stop)


def _with_left(
    kept: Kept, asker: Asker, stop: Stop, ask: Ask, values: Values | Meant, taken: Taken
) -> Taken:
    """Say so where an answer that was refused is left out."""
    if values or not (ask.refused and ask.optional):
        return taken
    back, label = asker.key(Signal.BACK), kept.label(stop.fields[0])
    said = kept.words.asking.is_left.format(label=label, back=back)
    return taken._replace(said=(*taken.said, said))
