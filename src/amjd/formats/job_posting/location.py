"""Where the work is done: the address of a place, or from where it may be done at home."""

from typing import Any

from amjd.answers.places.countries import region_name
from amjd.answers.places.place import Beside, Place, read_place, region_shown
from amjd.answers.state import pay_currency
from amjd.formats.job_posting.stated import Data, Stated


def is_remote(stated: Stated) -> bool:
    """Whether all of the work is done from elsewhere: only the answer says so."""
    return stated.drafted.answers.role.workplace == "remote" and "role.workplace" not in stated.open


def job_location(stated: Stated) -> Data:
    """Give the place where people come to work; nothing while it is open.

    A remote job has one only if the posting names more of it than a country.
    """
    place = _place(stated)
    if not any(place) or (is_remote(stated) and not (place.city or place.region)):
        return {}
    return {"@type": "Place", "address": _address(place)}


def is_known(stated: Stated) -> bool:
    """Whether a country is known of the place, or of those from where a remote job is done."""
    return bool(applicants(stated) if is_remote(stated) else _place(stated).country)


def _place(stated: Stated) -> Place:
    """Read the place; what the answers know besides completes it."""
    location, beside = stated.text("role.location"), _beside(stated)
    if not location:
        return Place()
    place = read_place(location, beside)
    if not is_remote(stated) and not place.region and len(beside.regions) == 1:
        code = beside.regions[0]
        region = region_shown(code) if code[:2] == place.country else ""
        place = place._replace(region=region)
    return _with_address(place, stated)


def _beside(stated: Stated) -> Beside:
    answers = stated.drafted.answers
    regions = () if "role.regions" in stated.open else answers.role.regions or ()
    return Beside(tuple(regions), pay_currency(answers))


def _with_address(place: Place, stated: Stated) -> Place:
    """Add the street and the postal code, which stands behind the last comma."""
    address = stated.drafted.answers.apply.address or ""
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


def applicants(stated: Stated) -> Any:
    """Give the region, or the list of regions, from which the work may be done.

    Where no answer says it, that is the country of the place.
    """
    codes = _beside(stated).regions or [_place(stated).country]
    listed = [_area(code) for code in dict.fromkeys(filter(None, codes))]
    return listed[0] if len(listed) == 1 else listed


def _area(code: str) -> Data:
    country, is_part, _ = code.partition("-")
    if not is_part:
        return {"@type": "Country", "name": region_name(code)}
    return {"@type": "State", "name": f"{region_name(code)}, {region_name(country)}"}
