"""What is asked at a stop, and what becomes of the reply: a question's own, or a screen of ours."""

from collections.abc import Callable
from typing import NamedTuple

from amjd.asker import Ask
from amjd.interview.answering import Taken, change, leave_open, take
from amjd.interview.asks import ask_at, ask_where
from amjd.interview.doubts.doubt import Meant, Values
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.screens import extras, lines, template
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


def take_at(
    kept: Kept, stop: Stop, ask: Ask, values: Values | Meant, is_away: bool = False
) -> Taken:
    """Keep what was answered at a stop, or meant by it; `is_away` as in `take`."""
    if isinstance(values, Meant):
        taken = change(kept, values.answers, values.remark or SKIPPED)
        return taken._replace(then=values.then)
    ours = _OURS.get(stop.name)
    return ours.take(kept, values) if ours else take(kept, stop, ask, values, is_away)


def ask_on(kept: Kept, stop: Stop, ask: Ask) -> Ask | None:
    """Ask about the lines of ours that came in for others, or where a place is."""
    return lines.ask_on(kept, ask) if stop.name == DUTIES else ask_where(kept, stop, ask)


def leave_open_at(kept: Kept, stop: Stop) -> Taken:
    """Leave open what can be; of the screens of our own the lines alone are an answer."""
    if stop.name in (TEMPLATE, EXTRAS):
        return Taken()
    if stop.name == DUTIES:
        return change(kept, {"leave_out": ""}, OPEN)
    return leave_open(kept, stop)
