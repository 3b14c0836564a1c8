"""Cities that are known by their name, from `data/cities.tsv`."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from amjd import resources


class _Cities(NamedTuple):
    """Codes of ISO 3166, by names in small letters: of those known alone, and beside letters."""

    alone: Mapping[str, str]
    beside: Mapping[str, str]


@cache
def _cities() -> _Cities:
    alone, beside = dict[str, str](), dict[str, str]()
    for code, names, *shared in resources.table("cities"):
        alone |= {name.casefold(): code for name in names.split("; ") if name}
        beside |= {name.casefold(): code for more in shared for name in more.split("; ")}
    return _Cities(alone, beside)


def region_of_city(name: str) -> str | None:
    """Return the ISO 3166 code of the part of a country that a city is in; None for others."""
    return _cities().alone.get(_bare(name))


def meant_by(letters: str, city: str, codes: Sequence[str]) -> str:
    """Return which of some codes letters mean behind a city: `Adelaide, SA`; nothing if unknown.

    `Perth, WA` is in Australia, though a Perth alone may be the Scottish one.
    """
    code = region_of_city(city) or _cities().beside.get(_bare(city), "")
    if letters == "SA" and code == "ZA":
        return code  # South Africa, to those who live there
    return next((one for one in codes if one in (code, code[:2])), "")


def _bare(name: str) -> str:
    return name.strip(" .,'\"").casefold()
