"""New clients, where something else is asked for: `3 or 4 new clients a year would be nice`.

They are no growth of the accounts that are there, no share of the time, and no measure while they
are only wished for.
"""

from typing import NamedTuple

from amjd.answers.names.clients import CLIENTS
from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed, read_so
from amjd.interview.doubts.people.pluses import as_plus
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import understand, why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later

MEASURES, DUTIES = "metrics", "role.duties"
GROWTH, SHARE = "portfolio.expansion", "role.new_business"
_CLIENTS = rf"(?:{CLIENTS}|logos|business|partners?|members?|dealers?)"
_COUNT = (
    r"(?:(?:about|around|roughly|at least|maybe) )?"
    r"(?:\d{1,4}(?:(?: or | to | ?[-\u2013] ?)\d{1,4})?|(?:a )?(?:couple of|handful of|dozen|few)"
    r"|one|two|three|four|five|six|some)"
)
_NEW = compile_later(
    rf"(?i)\b(?:(?P<count>{_COUNT}) )?(?P<new>new {_CLIENTS})\b"
    r"(?P<time>,? (?:an?|per|each|every) (?:year|quarter|month|week))?"
)


class _Found(NamedTuple):
    """New clients as a measure and as a duty, and what else was typed."""

    measure: str
    duty: str
    rest: str


def _new_in(typed: str) -> _Found | None:
    found = _NEW.search(typed) if len(typed) <= LONGEST else None
    if not found:
        return None
    count, new, time = found["count"] or "", found["new"], found["time"] or ""
    is_figure = any(map(str.isdigit, count))
    measure = f"{count} {new}{time}" if is_figure else new
    rest = f"{typed[: found.start()]}, {typed[found.end() :]}".strip(" ,.;")
    rest = ", ".join(part for one in rest.split(",") if (part := one.strip()))
    return _Found(measure, " ".join(filter(None, ["Win", count, f"{new}{time}"])), rest)


def elsewhere(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer where new clients stand, which are no amount and no percent."""
    typed = "; ".join(values)
    if stop.fields not in ((GROWTH,), (SHARE,)) or not ask.optional:
        return None
    found = _new_in(typed)
    if not found or "%" in typed or not understand(kept, stop, values).refused:
        return None
    field = stop.fields[0]
    measures = [one for one in kept.items(MEASURES) if one != found.measure]
    duties = [one for one in kept.items(DUTIES) if one != found.duty]
    as_measure: dict[str, Answer] = {field: "", MEASURES: [*measures, found.measure]}
    as_duty: dict[str, Answer] = {field: "", DUTIES: [*duties, found.duty]}
    then: Rows = {
        name: Meant(told)
        for name, told in (("measure", as_measure), ("duty", as_duty))
        if not why_not(kept, told)
    }
    then |= {"out": (), "again": Signal.BACK}
    words = kept.words.doubts
    left = words.left.format(words=found.rest) if found.rest else ""
    line = line_with(kept, MEASURES, as_measure)
    question = words.new_clients.filled(home=words.new_home[field])
    shown = {"measure": line, "duty": found.duty, "out": kept.words.terminal.left_empty}
    offer = listed(ask, question, then, shown)
    return offer._replace(ask=offer.ask._replace(at=None, note=left))


def wished(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer a measure without the words that it would be nice, which nobody counts."""
    words = kept.words.doubts
    if stop.fields != (MEASURES,):
        return None
    bare = {one: _counted(as_plus(one, words)) for one in values if one not in ask.current}
    bare = {one: new for one, new in bare.items() if new}
    sure = tuple(dict.fromkeys(bare.get(one, one) for one in values))
    if not bare or why_not(kept, {MEASURES: [*sure]}):
        return None
    then: Rows = {"keep": sure, "typed": values}
    line = line_with(kept, MEASURES, {MEASURES: [*sure]})
    return read_so(kept, ask, then, line, "; ".join(values), words.is_counted)


def _counted(bare: str) -> str:
    found = _new_in(bare)
    return found.measure if found and not found.rest else bare
