"""Several regions in one text, and what a text means that is none: as countries, or as parts.

Two letters are a country's and a state's at once (DE, PA, NL): among countries they are that of
one, among parts of one country that of its part, and where both may be, nobody chooses for whoever
typed them.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from amjd.answers.pay.currencies import EURO
from amjd.answers.places.countries import (
    OF_PARTS,
    is_region,
    parts_called,
    region_name,
    regions_named,
)
from amjd.text.characters import joined
from amjd.text.patterns import compile_later

# The signs of countries on cars, where they have other codes.
_ON_CARS = {
    "A": "AT", "B": "BE", "D": "DE", "E": "ES", "F": "FR", "FL": "LI", "H": "HU", "I": "IT",
    "IRL": "IE", "L": "LU", "N": "NO", "P": "PT", "S": "SE", "SLO": "SI",
}  # fmt: skip
_IN_A_COUNTRY = compile_later(r"([^,()]+?)(?: ?, ?([^,()]+)| ?\(([^,()]+)\))")
AROUND = compile_later(
    r"^(?:(?:anywhere|everywhere|remote|remotely|based|within|from|in|the"
    r"|all (?:over|across|around)|across|throughout|(?:the )?(?:whole|entire)(?: of)?|all(?: of)?"
    r"|(?:all )?(?:50|fifty)(?: states)?(?: of| in)?)\b[ ,]*)+"
    r"|[ -]?wide$|[ ,]+(?:only|based)$",
    re.IGNORECASE,
)
"""A pattern of the words around a region that leave it what it is: all over, only."""
_JOINT = compile_later(r" ?[,;/&+] ?(?:(?:and|or) )?| (?:and|or) ")
_CODES = compile_later(r"[A-Z]{2}(?: [A-Z]{2})+")
_MOST = 20  # regions that a text is taken for


class Listed(NamedTuple):
    """The lists that a text may stand for, and whether it leaves no choice between them."""

    lists: Sequence[Sequence[str]]
    is_sure: bool

    @property
    def cure(self) -> str:
        """What to write."""
        written = joined([f"[{', '.join(one)}]" for one in self.lists], "or")
        if self.is_sure or len(self.lists) > 1:
            return f"Write a list: {written}."
        code = self.lists[0][0][:2]
        country = f"{'the ' * (code == 'US')}{region_name(code)}"
        return f"Write {written} for parts of {country}, or the countries by their names."


def named(text: str) -> list[str]:
    """Find the regions of a name, which its country may follow: `Georgia (US)`."""
    if found := regions_named(text):
        return found
    match = _IN_A_COUNTRY.fullmatch(text)
    if not match:
        return []
    country = match[2] or match[3]
    within = [country.upper()] if is_region(country.upper()) else regions_named(country)
    name = match[1].strip()
    codes = [f"{one}-{name.upper()}" for one in within] + regions_named(name)
    wanted = [code for code in codes if code.split("-")[0] in within and "-" in code]
    return [code for code in dict.fromkeys(wanted) if is_region(code)]


def on_cars(text: str) -> str:
    """Return the code of the country that has these letters on its cars, where it is another."""
    return _ON_CARS.get(text.upper(), "")


def of_currency(currency: str) -> Collection[str]:
    """List the countries that a currency speaks for: none for the usual one, that of everybody."""
    return EURO if currency == "EUR" else [currency[:2]] * (currency not in ("", "USD"))


def listed(text: str, at: Collection[str]) -> Listed | None:
    """Take a text apart that lists regions; None of one that does not, or has more in it.

    `at` are the countries of which the work is in one, if that is known.
    """
    bare = text.strip("[] ")
    # IN is India before it is a word: what stands around them goes only where it has to.
    found = _listed(bare, at, alone=text[:1] == "[")
    return found or _listed(AROUND.sub("", bare), at, alone=False)


def _listed(text: str, at: Collection[str], *, alone: bool) -> Listed | None:
    names = text.split(" ") if _CODES.fullmatch(text) else _JOINT.split(text)
    if not 2 - alone <= len(names) <= _MOST or not all(names):
        return None
    parts = [found for country in OF_PARTS if (found := _as_parts(names, country))]
    others = [found for found in parts if not at or found[0][:2] in at]
    if lists := _as_named(names):
        # A state by its letters, which are those of a country too, is one where the work is there.
        is_doubted = len(names) > 1 and any(map(_is_either, names))
        lists += [*others, *_behind_a_town(names, at)] if is_doubted else []
        return Listed(lists, len(lists) == 1)
    if others:
        return Listed(others, len(others) == 1)
    return Listed(parts[:1], is_sure=False) if parts else None


def _behind_a_town(names: Sequence[str], at: Collection[str]) -> Sequence[Sequence[str]]:
    """List the part of a country that stands behind one of its towns, as in `Bristol, PA`."""
    of = {code[:2] for code in named(names[0]) if "-" in code}
    is_town = len(names) == 2 and of and of.isdisjoint(OF_PARTS)
    parts = parts_called(names[1].upper()) if is_town and _is_either(names[1]) else []
    return [(part,) for part in parts if not at or part[:2] in at]


def _is_either(name: str) -> bool:
    """Whether two letters may be those of a country, or of a part of one."""
    return len(name) == 2 and bool(parts_called(name.upper()))


def goes_on(text: str) -> bool:
    """Whether a text behind a region names another one, which nobody may leave out."""
    names = filter(None, _JOINT.split(text)[:_MOST])
    return any(is_region(name.upper()) or parts_called(name.upper()) or named(name)
               for name in names)  # fmt: skip


def _as_named(names: Sequence[str]) -> list[Sequence[str]]:
    """List what names mean of which each is a region, as countries where they have two letters."""
    lists: list[Sequence[str]] = [()]
    for name in names:
        code = name.upper()
        meant = [name] if is_region(code) else named(name)
        meant = [name] if len(meant) == 1 else meant or list(filter(None, [on_cars(name)]))
        lists = [(*one, form) for one in lists for form in meant]
        if not 0 < len(lists) <= 4:
            return []
    return lists


def _as_parts(names: Sequence[str], country: str) -> Sequence[str]:
    """Return the codes of names that are all of parts of a country; nothing if one is not."""
    found = []
    for name in names:
        code = name.upper().removeprefix(f"{country}-")
        within = [f"{country}-{code}"] if is_region(f"{country}-{code}") else named(name)
        found += [one for one in within if one.startswith(f"{country}-")][:1]
    return found if len(found) == len(names) else ()


def parts_in(text: str, at: Collection[str]) -> tuple[list[str], bool]:
    """List what a code alone, without its hyphen or behind a city names: `NY`, `Amsterdam, NL`.

    The second tells whether it leaves no doubt. `at` is as for `listed`.
    """
    spaced = re.sub("[ _.]+", "-", text.upper())
    if "-" in spaced and is_region(spaced):
        return [spaced], True
    place, _, code = text.upper().rpartition(",")
    code = code.strip(" .")
    if any(map(is_region, place.split(", "))) or named(place):
        return [], True
    found = parts_called(code)
    found += [region_name(code)] if place and len(code) == 2 and is_region(code) else []
    fitting = [one for one in found if (one[:2] if one[2:3] == "-" else code) in at]
    return fitting or found, bool(fitting) or not at
