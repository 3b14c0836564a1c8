"""Where the work is done: the address of a place, or from where it may be done at home."""

from collections.abc import Mapping
from typing import Any

from amjd.answers.places import region_name
from amjd.formats.job_posting.place import Beside, Place, places, region_shown
from amjd.formats.job_posting.said import Said

Data = Mapping[str, Any]


def is_remote(said: Said) -> bool:
    """Whether all of the work is done from elsewhere: only the answer says so."""
    return said.drafted.answers.role.workplace == "remote" and "role.workplace" not in said.open


def job_location(said: Said) -> Any:
    """Give the place where people come to work, or the list of places.

    A remote job has one only if the posting names a place that is more than a country.
    """
    found = _found(said)
    if is_remote(said):
        found = [place for place in found if place.city or place.region]
    listed = [{"@type": "Place", "address": _address(place)} for place in found if any(place)]
    return listed[0] if len(listed) == 1 else listed


def _found(said: Said) -> list[Place]:
    """Read the place; what the answers know besides completes it where it is one."""
    beside = _beside(said)
    location = said.text("role.location")
    found = places(location, beside) if location else []
    if len(found) > 1:
        return found
    place = found[0] if found else Place(country=beside.country if location else "")
    if not is_remote(said) and not place.region and len(beside.regions) == 1 and location:
        code = beside.regions[0]
        region = region_shown(code) if code[:2] == place.country else ""
        place = place._replace(region=region)
    return [_with_address(place, said) if location else place]


def _beside(said: Said) -> Beside:
    answers = said.drafted.answers
    regions = () if "role.regions" in said.open else answers.role.regions or ()
    return Beside(tuple(regions), answers.pay.currency or "USD")


def _with_address(place: Place, said: Said) -> Place:
    """Add the street and the postal code, which stands behind the last comma."""
    address = said.drafted.answers.apply.address or ""
    street, comma, code = address.rpartition(",")
    if not comma or not any(map(str.isdigit, code)):
        street, code = address, ""
    return place._replace(
        street=street.strip() or place.street, postal_code=code.strip() or place.postal_code
    )


def _address(place: Place) -> Data:
    parts = {
        "streetAddress": place.street,
        "addressLocality": place.city,
        "addressRegion": place.region,
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    return {"@type": "PostalAddress", **{name: text for name, text in parts.items() if text}}


def applicants(said: Said) -> Any:
    """Give the region, or the list of regions, from which the work may be done.

    Where no answer says it, that is the country of the place.
    """
    codes = _beside(said).regions or [place.country for place in _found(said)]
    listed = [_area(code) for code in dict.fromkeys(filter(None, codes))]
    return listed[0] if len(listed) == 1 else listed


def _area(code: str) -> Data:
    country, is_part, _ = code.partition("-")
    if not is_part:
        return {"@type": "Country", "name": region_name(code)}
    return {"@type": "State", "name": f"{region_name(code)}, {region_name(country)}"}
