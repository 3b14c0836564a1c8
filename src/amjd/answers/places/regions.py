"""Regions: where the work may be done, as ISO 3166 codes of countries and their parts."""

import re

from amjd.answers.kinds import Context, Kind, list_of
from amjd.answers.nothing import says_nothing
from amjd.answers.places.countries import is_region, parts_called, region_name, regions_named
from amjd.answers.shapes import list_schema, text_schema
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, joined, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

# Parts that are known without the country.
_KNOWN_ALONE = ("US-", "CA-", "GB-", "AU-")
_IN_A_COUNTRY = compile_later(r"([^,()]+?)(?: ?, ?([^,()]+)| ?\(([^,()]+)\))")
_COUNTRY_AT_THE_END = compile_later(
    r"[\s,]+(?:U\.?S\.?A?\.?|United States(?: of America)?|Canada|Australia)\W*$", re.IGNORECASE
)
# The signs of countries on cars, where they have other codes.
_ON_CARS = {
    "A": "AT", "B": "BE", "D": "DE", "E": "ES", "F": "FR", "FL": "LI", "H": "HU", "I": "IT",
    "IRL": "IE", "L": "LU", "N": "NO", "P": "PT", "S": "SE", "SLO": "SI",
}  # fmt: skip
_POSTCODE_AT_THE_END = compile_later(r"[\s,]+\d{4,5}(?:-\d{4})?\W*$", re.ASCII)


def _read_region(value: object, context: Context) -> str:
    typed = read_text(value)
    text = fold_look_alikes(typed)
    code = text.upper()
    if not text:
        return ""
    if is_region(code):
        _refuse_two_readings(code, context.location)
        if text != code and says_nothing(text):
            context.tell(f"{quoted(typed)} is read as {code} ({region_name(code)})")
        for part in _parts_called(code):
            if part[:2] in context.countries:
                country, state = region_name(code), region_name(part)
                context.tell(f"{quoted(typed)} is read as {country}; {state} is {part}")
        return code
    found = _named(text)
    if len(found) == 1:
        context.tell(f"{quoted(typed)} is read as {found[0]} ({region_name(found[0])})")
        return found[0]
    if found:
        forms = sorted(found, key=len, reverse=True)
        message = f"{quoted(typed)} may be {joined(found, 'or')}."
        raise UnreadableError(message, f"Write {joined(forms, 'or')}.", forms=forms)
    raise _no_region(typed, text, context)


def _named(text: str) -> list[str]:
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


def _parts_called(code: str) -> list[str]:
    """List the parts that have the two letters of a country."""
    return parts_called(code) if len(code) == 2 else []


def _refuse_two_readings(code: str, location: str) -> None:
    """Refuse a country's two letters that are those of the state in which the work is."""
    for part in _parts_called(code):
        if _ends_in(location, code) or _ends_in(location, region_name(part)):
            country, state = region_name(code), region_name(part)
            message = f'"{code}" is {country}, or {state}, where the work is.'
            forms = [part, country]
            raise UnreadableError(message, f"Write {joined(forms, 'or')}.", forms=forms)


def _ends_in(location: str, word: str) -> bool:
    """Tell whether a place ends in a word, but for its country and its postal code."""
    place = fold_look_alikes(location[-200:])
    place = _POSTCODE_AT_THE_END.sub("", _COUNTRY_AT_THE_END.sub("", place))
    place = re.sub(r"\W+$", "", re.sub(r"\([^()]*\)\W*$", "", place))
    return bool(re.search(rf"(?<!\w){re.escape(word)}$", place, re.IGNORECASE))


def _no_region(typed: str, text: str, context: Context) -> UnreadableError:
    """Say that a text is no region, with those that it may be, or that it lists."""
    message = f"{quoted(typed)} is no country, and no part of one."
    text = text if len(text) <= _LONGEST else ""
    forms, country = _codes_in(text), _ON_CARS.get(text.upper(), "")
    if country and not {one[:2] for one in forms} & context.countries:
        forms = [*forms, country]
        named = joined([region_name(one) for one in forms], "or")
        message = f"{quoted(typed)} is no code of a country. On cars {region_name(country)} has it."
        if len(forms) > 1:
            message = f"{quoted(typed)} may be {named}."
    if forms:
        return UnreadableError(message, f"Write {joined(forms, 'or')}.", forms=forms)
    alone = _AROUND.sub("", text)
    found = [alone.upper()] if is_region(alone.upper()) else _named(alone)
    if alone != text and len(found) == 1:
        return UnreadableError(message, f"Write {found[0]}.", forms=found)
    names = re.split(r" ?[,;/] ?| and ", text.strip("[] "))
    is_list = len(names) > 1 or text[:1] == "["
    if is_list and all(is_region(name.upper()) or len(_named(name)) == 1 for name in names):
        return UnreadableError(message, f"Write a list: [{', '.join(names)}].", items=names)
    cure = "Write a country, or a part of one, by its English name or its code."
    found, rest = _at_the_head(text, context)
    if not found:
        return UnreadableError(message, cure)
    cure = f"Write {found[0]}." if len(found) == 1 else f"Write a list: [{', '.join(found)}]."
    items = found if len(found) > 1 else ()
    return UnreadableError(message, cure, forms=found[:1], items=items, rest=rest)


def _at_the_head(text: str, context: Context) -> tuple[list[str], str]:
    """Return the regions that a text opens with, and what else it says of the place."""
    head = _MORE.split(text, maxsplit=1)[0]
    names = _OR.split(_AROUND.sub("", head.strip(" ,;(")))
    found = [_one_named(name.strip(), context.location) for name in names]
    rest = text[len(head) :].strip(" ,;-").removeprefix("or ").removeprefix("but ")
    return (found, rest) if rest and all(found) else ([], "")


def _one_named(name: str, location: str) -> str:
    """Return the only region that a name or a code stands for beside the place; else nothing."""
    code = name.upper()
    if is_region(code):
        is_doubted = any(
            _ends_in(location, one) for one in (code, *map(region_name, _parts_called(code)))
        )
        return "" if is_doubted and _parts_called(code) else region_name(code)
    found = _named(name) or (parts_called(code) if name.isupper() else [])
    return region_name(found[0]) if len(found) == 1 else ""


_MORE = compile_later(
    r"(?i)[,;(]| - | or (?=within|near|around|close|be|must|can|able)| but |(?<=only) (?=\S)"
    r"| (?=within|must|no |not |with )"
)
_OR = compile_later(r" ?[/&] ?| (?:or|and) ")


_AROUND = compile_later(
    r"^(?:(?:anywhere|everywhere|remote|remotely|based|within|from|in|the"
    r"|all (?:over|across|around)|across|throughout|(?:the )?(?:whole|entire)(?: of)?|all(?: of)?"
    r"|(?:all )?(?:50|fifty)(?: states)?(?: of| in)?)\b[ ,]*)+"
    r"|[ -]?wide$|[ ,]+(?:only|based)$",
    re.IGNORECASE,
)
_LONGEST = 200  # characters in which other regions are looked for


def _codes_in(text: str) -> list[str]:
    """Find the parts of countries that a code alone, without its hyphen or behind a city names."""
    spaced = re.sub("[ _.]+", "-", text.upper())
    if "-" in spaced and is_region(spaced):
        return [spaced]
    place, _, code = text.upper().rpartition(",")
    code = code.strip(" .")
    if is_region(place) or _named(place):
        return []
    return parts_called(code)


def _shown(code: str) -> str:
    """Show a region's name, with its country's where it is not known without it."""
    country, is_part, _ = code.partition("-")
    if is_part and (code == "US-GA" or not code.startswith(_KNOWN_ALONE)):
        return f"{region_name(code)} ({region_name(country)})"
    return region_name(code)


def countries_of_parts(typed: object) -> frozenset[str]:
    """Return the countries of which the regions that were typed name parts by their codes."""
    codes = [item.strip().upper() for item in _list(typed) if isinstance(item, str)]
    return frozenset(code[:2] for code in codes if code[2:3] == "-" and is_region(code))


def first_region(typed: object) -> str:
    """Read the first of the regions that were typed, or nothing if it is none."""
    first = next(iter(_list(typed)), "")
    try:
        return _read_region(first, Context()) if isinstance(first, str) else ""
    except UnreadableError:
        return ""


def _list(typed: object) -> list[object]:
    return typed if isinstance(typed, list) else [typed]


_REGION = Kind(_read_region, lambda code, _: _shown(code), text_schema())
REGIONS = list_of(_REGION, list_schema(), lambda codes: [*dict.fromkeys(codes)])
