"""What other answers make likely: it is offered at its question, and kept by whoever agrees."""

from amjd.answers.places import is_region, region_name, regions_named
from amjd.answers.state import pay_currency
from amjd.formats.job_posting.place import Beside, read_place
from amjd.interview.kept import Kept


def offered(kept: Kept, field: str) -> tuple[str, ...]:
    """Return the answer to offer; nothing if none is likely."""
    answers = kept.answers()
    if field != "role.regions" or answers.role.regions or not answers.role.location:
        return ()
    code = region_at(kept, answers.role.location)
    name = region_name(code) if code else ""
    return (name if regions_named(name) == [code] else code,) if code else ()


def region_at(kept: Kept, location: str) -> str:
    """Return the code of the region, or else of the country, that a place lies in; or nothing."""
    place = read_place(location, Beside((), pay_currency(kept.answers())))
    letters = place.region.upper().replace(".", "")
    named = [f"{place.country}-{letters}", *regions_named(place.region)] if place.region else []
    within = [code for code in named if is_region(code) and code[:2] == place.country]
    return next(iter(within), place.country)
