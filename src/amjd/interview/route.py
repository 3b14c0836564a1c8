"""The route: which stop comes next, from the stops there are and where one is. Nothing else.

What the answers make of each stop is found out in `way`; nothing is asked here.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple


class Stop(NamedTuple):
    """One thing to be asked: `name` is the field, the fields together, or the screen of our own."""

    name: str
    screen: str
    fields: tuple[str, ...] = ()


REVIEW, DONE = Stop("review", "review"), Stop("done", "done")
MORE = "more"
"""The screen of what is asked only of those who want it, or because of what they answered."""

Mode = Literal["new", "all", "missing", "essential", "errand"]
"""What is asked: what nobody has looked at, everything, what a posting cannot do without, what
everybody is asked and nobody has looked at, or what was named."""


class Point(NamedTuple):
    """A stop on the way, as the answers have it.

    `applies` says that it means something now, `is_due` that nobody has looked at it yet,
    `is_missing` that a posting needs it, `follows` that answers alone make it necessary.
    """

    stop: Stop
    applies: bool = True
    is_due: bool = False
    is_missing: bool = False
    follows: bool = False


Way = Sequence[Point]
"""All stops in their order, those that do not apply too; the review is behind the last."""


class Place(NamedTuple):
    """Where one is, and how one came there.

    `visited` are the stops that were asked before; `called_at` is where the review was called for,
    None for the end of the way. `errands` are the stops still to be asked before the review comes
    back, None for whoever is on the way; `put_off` are those that were due before.
    `told` are those that another answer has told, which nobody is asked again.
    """

    at: Stop
    mode: Mode = "new"
    visited: frozenset[Stop] = frozenset()
    called_at: Stop | None = None
    errands: tuple[Stop, ...] | None = None
    put_off: frozenset[Stop] = frozenset()
    told: frozenset[Stop] = frozenset()


def start(way: Way, mode: Mode, errands: Sequence[Stop] = ()) -> Place:
    """Begin: at the first stop that is to be asked, or with the errands."""
    if mode == "errand":
        return run_errands(way, Place(REVIEW, "new"), errands)
    first = next((point.stop for point in way if _is_wanted(point, mode)), REVIEW)
    return Place(first, mode)


def _is_wanted(point: Point, mode: Mode) -> bool:
    """Whether a stop is to be asked of somebody who was not there yet."""
    if mode == "missing":
        return point.applies and point.is_missing
    if mode == "essential":
        return point.applies and point.is_due and point.follows and point.stop.screen != MORE
    return point.applies and (point.is_due or (mode == "all" and point.stop.screen != MORE))


def forward(way: Way, place: Place) -> Place:
    """Go on from a stop that is settled."""
    if place.errands is not None:
        return _next_errand(way, place)
    visited = place.visited | {place.at}
    later = (
        point.stop
        for point in _behind(way, place.at)
        if (_is_wanted(point, place.mode) and (point.is_due or point.stop not in place.told))
        or (point.applies and point.stop in visited)
    )
    return place._replace(at=next(later, REVIEW), visited=visited, called_at=None)


def _next_errand(way: Way, place: Place) -> Place:
    """Ask what an errand has made necessary, then the next one, then the review."""
    follow = (
        point.stop
        for point in way
        if point.applies and point.is_due and point.follows and point.stop not in place.put_off
    )
    ahead = place.errands or ()
    at = next(follow, None) or next(iter(ahead), None)
    if at is None:
        return place._replace(at=REVIEW, errands=None, put_off=frozenset())
    return place._replace(at=at, errands=tuple(stop for stop in ahead if stop != at))


def back(way: Way, place: Place) -> Place:
    """Go back: to the stop before, from an errand to the review, from there to where one was."""
    if place.errands is not None:
        return place._replace(at=REVIEW, errands=None, put_off=frozenset())
    if place.at == REVIEW and place.called_at:
        return _to(way, place, place.called_at)
    visited = place.visited if place.at == REVIEW else place.visited | {place.at}
    before = [
        point.stop
        for point in _before(way, place.at)
        # What only some are asked is a stop before for those who were asked it.
        if point.applies and (point.stop.screen != MORE or point.stop in visited)
    ]
    return place._replace(at=before[-1] if before else place.at, visited=visited, called_at=None)


def _to(way: Way, place: Place, stop: Stop) -> Place:
    """Go to a stop, or to what follows it if it applies no more."""
    applying = [point.stop for point in way if point.applies]
    if stop not in applying:
        stop = next((one.stop for one in _behind(way, stop) if one.applies), REVIEW)
    return place._replace(at=stop, called_at=None)


def to_review(place: Place) -> Place:
    """Call for the review; an errand ends there."""
    called_at = place.called_at if place.errands is not None else place.at
    visited = place.visited if place.errands is not None else place.visited | {place.at}
    return place._replace(
        at=REVIEW, visited=visited, called_at=called_at, errands=None, put_off=frozenset()
    )


def run_errands(way: Way, place: Place, errands: Sequence[Stop]) -> Place:
    """Leave the review to ask some stops; what was due before is put off until later."""
    put_off = frozenset(point.stop for point in way if point.applies and point.is_due)
    return _next_errand(way, place._replace(errands=tuple(errands), put_off=put_off))


def before_others(place: Place, stops: Sequence[Stop]) -> Place:
    """Put stops before the errands that are left."""
    return place._replace(errands=(*stops, *(place.errands or ())))


def behind_others(place: Place, stops: Sequence[Stop]) -> Place:
    """Put stops behind the errands that are left."""
    left = tuple(stop for stop in place.errands or () if stop not in stops)
    return place._replace(errands=(*left, *stops))


def to_missing(way: Way, place: Place) -> Place:
    """Leave the review for what is still needed; on the way no stop is passed over."""
    missing = [point.stop for point in way if point.applies and point.is_missing]
    if place.called_at is None:
        return run_errands(way, place, missing)
    on = _to(way, place, place.called_at)
    ahead = [point.stop for point in _from(way, on.at)]
    return on if not missing or missing[0] in ahead else on._replace(at=missing[0])


def but(place: Place, stops: Sequence[Stop]) -> Place:
    """Take stops for not asked yet: those that another answer has told, which nobody asks again."""
    return place._replace(visited=place.visited - {*stops}, told=place.told | {*stops})


def _rank(way: Way, stop: Stop) -> int:
    return next((rank for rank, point in enumerate(way) if point.stop == stop), len(way))


def _before(way: Way, stop: Stop) -> Way:
    return way[: _rank(way, stop)]


def _behind(way: Way, stop: Stop) -> Way:
    return way[_rank(way, stop) + 1 :]


def _from(way: Way, stop: Stop) -> Way:
    return way[_rank(way, stop) :]
