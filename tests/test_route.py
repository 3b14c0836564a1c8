"""The route is a table: from the stops there are and where one is, to where one goes."""

import pytest

from amjd.interview.route import (
    MORE,
    REVIEW,
    Mode,
    Place,
    Point,
    Stop,
    Way,
    back,
    behind_others,
    but,
    forward,
    run_errands,
    start,
    to_missing,
    to_review,
)
from tables import table


def stop(name: str) -> Stop:
    return REVIEW if name == "review" else Stop(name, MORE if name.isupper() else "screen")


def way(text: str) -> Way:
    """Write a way: `a*` is due, `b!` is missing and due, `c-` does not apply, `d>` follows too.

    A capital stands on the screen of what is asked only of those who want it.
    """
    return [
        Point(
            stop(word[0]),
            applies="-" not in word,
            is_due="*" in word or "!" in word,
            is_missing="!" in word,
            follows=">" in word,
        )
        for word in text.split()
    ]


def at(name: str, mode: Mode = "new", visited: str = "") -> Place:
    return Place(stop(name), mode, frozenset(map(stop, visited)))


@table(
    ("stops", "mode", "first"),
    [
        ("a* b* c*", "new", "a"),
        ("a b* c*", "new", "b"),
        ("a b*- c*", "new", "c"),
        ("a b c", "new", "review"),
        ("a b C", "all", "a"),
        ("a- b C", "all", "b"),
        ("A b", "all", "b"),
        ("A* b", "all", "A"),
        ("a* b! c*", "missing", "b"),
        ("a* b* c*", "missing", "review"),
        ("a b!- c", "missing", "review"),
        ("a* b*> c!>", "essential", "b"),
        ("a b> c!> D!>", "essential", "c"),
        ("a* b*>- D!>", "essential", "review"),
        ("a* b! c", "errand", "review"),
    ],
)
def test_where_an_interview_begins(stops: str, mode: Mode, first: str) -> None:
    assert start(way(stops), mode).at == stop(first)


@table(
    ("stops", "place", "next_"),
    [
        # Whoever is there for the first time meets what nobody has looked at.
        ("a b* c*", at("a"), "b"),
        ("a b c*", at("a"), "c"),
        ("a b c", at("a"), "review"),
        ("a b*- c*", at("a"), "c"),
        # Whoever came back meets again what they were asked.
        ("a b c*", at("a", visited="abc"), "b"),
        ("a b- c*", at("a", visited="abc"), "c"),
        # In all of it nothing is passed over, but what is only asked on demand.
        ("a b c*", at("a", "all"), "b"),
        ("a B c", at("a", "all"), "c"),
        ("a b* c!", at("a", "missing"), "c"),
        ("a b* c", at("a", "missing"), "review"),
        # A stop that applies no more still has its place.
        ("a b- c*", at("b"), "c"),
        # Nothing stands behind the last, or behind what is not on the way.
        ("a b", at("b"), "review"),
        ("a* b*", at("x"), "review"),
    ],
)
def test_where_an_answer_leads(stops: str, place: Place, next_: str) -> None:
    gone = forward(way(stops), place)
    assert gone.at == stop(next_)
    assert place.at in gone.visited


def test_what_another_answer_has_told_is_not_asked_again() -> None:
    place = but(at("a", visited="abc"), [stop("b")])
    assert forward(way("a b c"), place).at == stop("c")
    assert forward(way("a b* c"), place).at == stop("b")


@table(
    ("stops", "place", "before"),
    [
        ("a b c*", at("c"), "b"),
        ("a b- c*", at("c"), "a"),
        ("a* b", at("a"), "a"),
        ("a- b*", at("b"), "b"),
        ("a b c", at("review"), "c"),
        ("a b c-", at("review"), "b"),
        ("a b C-", at("review"), "b"),
        # What only some are asked was a stop for those who were asked it.
        ("a B C d*", at("d"), "a"),
        ("a B C d*", at("d", visited="aB"), "B"),
        ("a B* C*", at("C", visited="a"), "a"),
        ("a B C", at("review", visited="aC"), "C"),
        # From a review that was called for: to where that was, or what follows it.
        ("a b c*", Place(REVIEW, called_at=stop("b")), "b"),
        ("a b- c*", Place(REVIEW, called_at=stop("b")), "c"),
        ("a b-", Place(REVIEW, called_at=stop("b")), "review"),
        # An errand goes back to the review.
        ("a b c*", Place(stop("b"), errands=()), "review"),
    ],
)
def test_where_back_leads(stops: str, place: Place, before: str) -> None:
    assert back(way(stops), place).at == stop(before)


def test_back_and_forward_meet_the_same_stops() -> None:
    stops, place, seen = way("a b c d"), at("review"), list[str]()
    for _ in range(4):
        place = back(stops, place)
        seen.append(place.at.name)
    assert seen == ["d", "c", "b", "a"]
    for name in "bcd":
        place = forward(stops, place)
        assert place.at.name == name
    assert forward(stops, place).at == REVIEW


def test_a_review_called_for_remembers_where() -> None:
    place = to_review(at("b"))
    assert (place.at, place.called_at) == (REVIEW, stop("b"))
    assert back(way("a b c*"), place).at == stop("b")
    errand = run_errands(way("a b c*"), place, [stop("a")])
    assert to_review(errand).called_at == stop("b")
    assert back(way("a b c*"), to_review(errand)).at == stop("b")


@pytest.mark.parametrize(
    ("before", "after", "errands", "asked"),
    [
        ("a b c", "a b c", "b", ["b"]),
        ("a b c", "a b c", "bc", ["b", "c"]),
        ("a b c", "a b c", "", []),
        # What the answer makes necessary comes right after it, what was due before does not.
        ("a b> c", "a b*> c", "a", ["a", "b"]),
        ("a b*> c", "a b*> c", "a", ["a"]),
        ("a b c", "a b* c", "a", ["a"]),
        ("a b> c", "a b*>- c", "a", ["a"]),
        ("a b*>- c", "a b*> c", "a", ["a", "b"]),
        ("a b> c", "a b*> c", "ac", ["a", "b", "c"]),
    ],
)
def test_an_errand_asks_what_was_named_and_what_follows(
    before: str, after: str, errands: str, asked: list[str]
) -> None:
    place = run_errands(way(before), at("review"), [stop(name) for name in errands])
    seen = []
    while place.at != REVIEW:
        seen.append(place.at.name)
        settled = " ".join(
            word.replace("*", "") if word[0] in seen else word for word in after.split()
        )
        place = forward(way(settled), place)
    assert seen == asked
    assert place.errands is None


@pytest.mark.parametrize(
    ("stops", "place", "to"),
    [
        ("a b! c", at("review"), "b"),
        # On the way no stop is passed over, and none that is needed is left behind.
        ("a b* c!", Place(REVIEW, called_at=stop("b")), "b"),
        ("a b! c*", Place(REVIEW, called_at=stop("c")), "b"),
        ("a b!- c", Place(REVIEW, called_at=stop("a")), "a"),
    ],
)
def test_a_yes_too_early_leads_to_what_is_needed(stops: str, place: Place, to: str) -> None:
    assert to_missing(way(stops), place).at == stop(to)


def test_what_is_put_behind_the_errands_is_asked_once_and_last() -> None:
    a, b, c = map(stop, "abc")
    place = behind_others(Place(a, errands=(c, b)), [c])
    assert place.errands == (b, c)
    assert behind_others(Place(a, errands=()), [c]).errands == (c,)
