"""Where the work is, as parts of an address, read from the place that a posting shows.

What may be two places is settled by the regions of the answers, then by the money of the pay; what
neither settles is not guessed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amjd.answers.pay.currencies import EURO, local_currency
from amjd.answers.places.cities import meant_by
from amjd.answers.places.countries import (
    OF_PARTS,
    is_region,
    parts_lettered,
    region_name,
    regions_named,
)
from amjd.answers.places.streets import is_street
from amjd.text.patterns import compile_later


class Place(NamedTuple):
    """Parts of an address; the country is a code of ISO 3166, all else stands as it was typed."""

    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


class Beside(NamedTuple):
    """What a place is read beside: the codes of the regions of the work, and its currency."""

    regions: Sequence[str] = ()
    currency: str = "USD"

    @property
    def country(self) -> str:
        """The country that all of the regions are in, if they are in one."""
        countries = {code[:2] for code in self.regions}
        return countries.pop() if len(countries) == 1 else ""


# What is a part of a country to everybody; elsewhere a name alone is that of a city first.
_STATES = ("US-", "CA-", "AU-", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS")
_SEVERAL = compile_later(r"; +(?=\w)| or | / ")
_IN_BRACKETS = compile_later(r"\(([^()]*)\)")
_HOW = compile_later(
    r"\b(?:(?:fully|100%) )?(?:remote(?:ly)?|hybrid|on-?site|in[ -]office|anywhere"
    r"|work(?:ing)? from (?:home|anywhere))\b(?: (?:in|from|within|across)\b(?: the\b)?)?",
    re.IGNORECASE,
)
_POSTAL_CODE = compile_later(
    r"(?:^|(?<= ))(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$",
    re.ASCII,
)


def read_place(location: str, beside: Beside) -> Place:
    """Read the place that a location names: `Denver, CO`, `Wrexham, Wales`.

    Of several it is the first: not every reader of the data takes more. Of `Salem or Boston, MA`
    the last tells the country of all.
    """
    text = _IN_BRACKETS.sub(lambda found: _kept(found[1], beside), location)
    found = [place for part in _SEVERAL.split(text) if any(place := _place(part, beside))]
    first, last = (found[0], found[-1]) if found else (Place(), Place())
    return first._replace(country=first.country or last.country or beside.country)


def _kept(text: str, beside: Beside) -> str:
    """Keep what stands in brackets if it is a place, as in `Salem (MA)`."""
    return f", {text}" if any(_readings(text.strip(), beside)) else ""


def _place(text: str, beside: Beside) -> Place:
    parts = list(filter(None, (_HOW.sub(" ", part).strip(" -\u2013\u2014:") for part in
                               text.split(","))))  # fmt: skip
    parts, postal_code = _without_postal_code(parts)
    parts = _with_code_apart(parts, beside)
    parts, country = _without_country(parts, beside)
    parts, region, country = _without_region(parts, country, beside)
    is_numbered = bool(parts) and re.search(r"\d", parts[0])
    at = 0 if is_numbered else next((at for at, part in enumerate(parts) if is_street(part)), -1)
    street = parts.pop(at) if len(parts) > 1 and at >= 0 else ""
    return Place(street, ", ".join(parts), region, postal_code, country)


def _without_postal_code(parts: list[str]) -> tuple[list[str], str]:
    for at in range(len(parts) - 1, max(len(parts) - 3, -1), -1):
        if match := _POSTAL_CODE.search(parts[at]):
            rest = parts[at][: match.start()].strip()
            return [*parts[:at], *filter(None, [rest]), *parts[at + 1 :]], match[0]
    return parts, ""


def _with_code_apart(parts: list[str], beside: Beside) -> list[str]:
    """Part a town from the code behind it that no comma does: `Sydney NSW`, `Leeds UK`."""
    town, _, code = parts[-1].rpartition(" ") if parts else ("", "", "")
    # Without its comma LA is Los Angeles as often as Louisiana.
    is_code = code.isupper() and len(code) < 4 and code != "LA" and any(_readings(code, beside))
    before = [] if town.lower() == "the" else [town]  # the UK
    return [*parts[:-1], *before, code] if town and is_code else parts


def _without_country(parts: list[str], beside: Beside) -> tuple[list[str], str]:
    code = _read(parts, beside) if parts else ""
    return (parts[:-1], code) if code and "-" not in code else (parts, "")


def _without_region(parts: list[str], country: str, beside: Beside) -> tuple[list[str], str, str]:
    """Take off the region, which may tell the country; a name alone must fit what is known."""
    if not parts:
        return parts, "", country
    is_alone = len(parts) == 1
    within = Beside([country], "") if country else beside
    code = _read(parts, within)
    if "-" not in code or (country and code[:2] != country):
        return parts, "", country
    if is_alone and not country and not _fits(code, beside):
        return parts, "", country
    if is_alone and not code.startswith(_STATES):
        return parts, "", code[:2]
    return parts[:-1], parts[-1], code[:2]


def _read(parts: Sequence[str], beside: Beside) -> str:
    """Return the code of the one region or country that the last part means here, or nothing."""
    town, text = "".join(parts[-2:-1]), parts[-1]
    code = text.upper().replace(".", "")
    found = list(dict.fromkeys(_readings(text, beside)))
    # Siena, SI is no Slovenia.
    namesakes = parts_lettered(code, town) if len(code) == 2 else []
    found += [part for part in namesakes if part not in found]
    # The regions of the work are what somebody said; of the rest the city says most.
    if town and not beside.regions and len(found) > 1 and (known := meant_by(code, town, found)):
        return known
    fitting = [one for one in found if _fits(one, beside)]
    meant = fitting or found
    meant = [one for one in meant if one in namesakes] or meant
    return meant[0] if len(meant) == 1 else ""


def _readings(text: str, beside: Beside) -> Iterator[str]:
    code = text.upper().replace(".", "")
    within = (*(region[:2] for region in beside.regions), beside.currency[:2])
    countries = dict.fromkeys([*filter(None, within), *OF_PARTS])
    yield from filter(is_region, (f"{country}-{code}" for country in countries))
    if len(code) == 2 and is_region(code):
        yield code
    yield from regions_named(text)


def _fits(code: str, beside: Beside) -> bool:
    """Whether a region goes with those of the work; without any, with the money that is paid."""
    if beside.regions:
        return any(code[:2] == region[:2] for region in beside.regions)
    return code[:2] == beside.currency[:2] or (beside.currency == "EUR" and code[:2] in EURO)


def region_in(location: str) -> list[str]:
    """List the code of the region, if any, that a location names as anybody types it: `Albany, ny`.

    It is read beside nothing else.
    """
    place = read_place(location, Beside())
    part = place.region.rstrip(".")
    codes = [f"{place.country}-{part.upper()}", *regions_named(part)]
    return [code for code in codes if part and is_region(code) and code[:2] == place.country][:1]


def currency_at(location: str, regions: Sequence[str], currency: str = "") -> str:
    """Return the currency of the country that a place is in; nothing where it is not known.

    What may be two places is one where a currency is paid, if one is given.
    """
    return local_currency(read_place(location, Beside(regions, currency)).country)


def is_wide(name: str) -> bool:
    """Tell whether a name or code is that of a country, or of a part of one as wide as a state."""
    codes = [f"{country}-{name.upper()}" for country in OF_PARTS]
    return any(
        "-" not in code or code.startswith(_STATES)
        for code in (*filter(is_region, codes), *regions_named(name))
    )


def region_shown(code: str) -> str:
    """Show a part of a country as an address has it: `CO`, `Wales`; nothing for a country."""
    if "-" not in code:
        return ""
    return code[3:] if code[:2] in OF_PARTS else region_name(code)
