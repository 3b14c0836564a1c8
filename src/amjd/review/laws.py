"""Which laws of places hold for a posting, and what of them it does not do."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from amjd.review.findings import Around, Case, Hit
from amjd.review.posting import Words
from amjd.review.rules import Law

_YEAR = 366


def _in_force(case: Case, laws: Iterable[Law]) -> tuple[Law, ...]:
    """Keep the laws of the posting's place on the day; anywhere in the US has those of all states.

    A law for more people than work there is none; where nobody says how many, it stays.
    """
    return tuple(law for law in laws if _holds(law, case))


def _holds(law: Law, case: Case) -> bool:
    around = case.around
    if law.effective > around.day:
        return False
    if around.employees is not None and around.employees < int(law.employees):
        return False
    if law.locality:
        if law.place not in around.regions:
            return False
        place = case.facts.place.words
        written = case.posting.said(place).lower() if place else ""
        # "Albany, New York" is in the state, "Remote or in New York, NY" in the city.
        there = rf"(?:\A|[-(/|·] ?|\b(?:in|or|and) ){re.escape(law.locality.lower())}\b"
        return re.search(there, written) is not None
    here = {code.partition("-")[0] for code in around.regions}
    return (
        law.place in around.regions
        or bool(here.intersection(law.members))
        or ("US" in around.regions and law.place.startswith("US-"))
    )


def asked(case: Case, what: str) -> tuple[Law, ...]:
    """List the laws that ask for something."""
    return _in_force(case, [law for law in case.laws if what in law.asks])


def banned(case: Case, what: str) -> tuple[Law, ...]:
    """List the laws that ban something."""
    return _in_force(case, [law for law in case.laws if what in law.bans])


def level_of(laws: tuple[Law, ...], around: Around) -> str:
    """Return error where a confirmed law surely holds; a warning where that is not known."""
    is_known = around.employees is not None
    # Who may be anywhere may be nowhere near a place, until somebody says how many work where.
    sure = any(
        law.confirmed and (is_known or (law.place in around.regions and int(law.employees) <= 1))
        for law in laws
    )
    return "error" if sure else "warning"


def by_law(
    laws: tuple[Law, ...], around: Around, message: str, words: Words | None = None
) -> Iterator[Hit]:
    """Make one finding of what several laws ask for."""
    if laws:
        said = f"{message} {_named(laws, around)}"
        yield Hit(said, words, level_of(laws, around), laws=laws)


def _named(laws: tuple[Law, ...], around: Around) -> str:
    is_mixed = len({law.confirmed for law in laws}) > 1
    notes = [
        law.note or ("not confirmed" if is_mixed and not law.confirmed else "") for law in laws
    ]
    said = [
        f"{law.name} ({note})" if note else law.name for law, note in zip(laws, notes, strict=True)
    ]
    names = list(dict.fromkeys(said))
    shown = ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
    least = min(int(law.employees) for law in laws)
    also = ""
    if around.employees is None and least > 1:
        also = f", from {least} employees on (how many work there is not said)"
    if not any(law.confirmed for law in laws):
        also += "; not confirmed"
    if all(is_old(law, around.day) for law in laws):
        also += "; our source is older than a year, so look whether it still holds"
    return f"{shown}{also}."


def is_old(law: Law, day: str) -> bool:
    """Whether the source of a law was a year old on a day."""
    return (date.fromisoformat(day) - date.fromisoformat(law.read)).days > _YEAR
