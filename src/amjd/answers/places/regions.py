"""Regions: where the work may be done, as ISO 3166 codes of countries and their parts."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from amjd.answers.kinds import USUAL_CURRENCY, Context, Kind, list_of
from amjd.answers.nothing import says_nothing
from amjd.answers.places.countries import is_region, parts_called, region_name
from amjd.answers.places.listed import (
    AROUND,
    goes_on,
    listed,
    named,
    of_currency,
    on_cars,
    parts_in,
)
from amjd.answers.places.place import Beside, read_place
from amjd.answers.shapes import list_schema, text_schema
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, joined, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

# Parts that are known without the country.
_KNOWN_ALONE = ("US-", "CA-", "GB-", "AU-")
_COUNTRY_AT_THE_END = compile_later(
    r"[\s,]+(?:U\.?S\.?A?\.?|United States(?: of America)?|Canada|Australia)\W*$", re.IGNORECASE
)
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
    found = named(text)
    if len(found) == 1:
        context.tell(f"{quoted(typed)} is read as {found[0]} ({region_name(found[0])})")
        return found[0]
    if found:
        forms = sorted(found, key=len, reverse=True)
        message = f"{quoted(typed)} may be {joined(found, 'or')}."
        raise UnreadableError(message, f"Write {joined(forms, 'or')}.", forms=forms)
    raise _no_region(typed, text, context)


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
    at = _where(context)
    if found := listed(text, at) if text else None:
        items = found.lists[0] if found.is_sure else ()
        return UnreadableError(message, found.cure, items=items)
    (forms, is_sure), country = parts_in(text, at), on_cars(text)
    if country and not {one[:2] for one in forms} & context.countries:
        forms = [*forms, country]
        meant = joined([region_name(one) for one in forms], "or")
        message = f"{quoted(typed)} is no code of a country. On cars {region_name(country)} has it."
        if len(forms) > 1:
            message = f"{quoted(typed)} may be {meant}."
    if len(forms) == 1 and not is_sure:
        cure = f"Write {forms[0]} where {region_name(forms[0])} is meant."
        return UnreadableError(message, cure)
    if forms:
        return UnreadableError(message, f"Write {joined(forms, 'or')}.", forms=forms)
    alone = AROUND.sub("", text)
    meant_alone = [alone.upper()] if is_region(alone.upper()) else named(alone)
    if alone != text and len(meant_alone) == 1:
        return UnreadableError(message, f"Write {meant_alone[0]}.", forms=meant_alone)
    cure = "Write a country, or a part of one, by its English name or its code."
    heads, rest = _at_the_head(text, context)
    if not heads:
        return UnreadableError(message, cure)
    cure = f"Write {heads[0]}." if len(heads) == 1 else f"Write a list: [{', '.join(heads)}]."
    items = heads if len(heads) > 1 else ()
    return UnreadableError(message, cure, forms=heads[:1], items=items, rest=rest)


def _where(context: Context) -> Collection[str]:
    """List the countries of which the work is in one: that of the place, else those of the pay."""
    currency = context.currency or ""
    spoken_for = of_currency(currency)
    beside = Beside((), currency if spoken_for else "")
    country = read_place(context.location, beside).country
    return [country] if country else spoken_for


def _at_the_head(text: str, context: Context) -> tuple[list[str], str]:
    """Return the regions that a text opens with, and what else it says of the place."""
    head = _MORE.split(text, maxsplit=1)[0]
    names = _OR.split(AROUND.sub("", head.strip(" ,;(")))
    found = [_one_named(name.strip(), context.location) for name in names]
    rest = text[len(head) :].strip(" ,;-").removeprefix("or ").removeprefix("but ")
    is_whole = rest and all(found) and not goes_on(rest)
    return (found, rest) if is_whole else ([], "")


def _one_named(name: str, location: str) -> str:
    """Return the only region that a name or a code stands for beside the place; else nothing."""
    code = name.upper()
    if is_region(code):
        is_doubted = any(
            _ends_in(location, one) for one in (code, *map(region_name, _parts_called(code)))
        )
        return "" if is_doubted and _parts_called(code) else region_name(code)
    found = named(name) or (parts_called(code) if name.isupper() else [])
    return region_name(found[0]) if len(found) == 1 else ""


_MORE = compile_later(
    r"(?i)[,;(]| - | or (?=within|near|around|close|be|must|can|able)| but |(?<=only) (?=\S)"
    r"| (?=within|must|no |not |with )"
)
_OR = compile_later(r" ?[/&] ?| (?:or|and) ")


_LONGEST = 200  # characters in which other regions are looked for


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


def country_of(role: Mapping[str, Any], location: str, currency: str) -> str:
    """Return the country of the work by its regions, else by its money; nothing in doubt.

    That of the US is taken for that of everybody, so its place has to name a state too.
    """
    if not (role.get("start") or role.get("until")):
        return ""  # nothing else asks for it
    typed = role.get("regions")
    if typed:
        regions = typed[:_FEW] if isinstance(typed, list) else [typed]
        countries = {first_region(one)[:2] for one in regions}
        return countries.pop() if len(countries) == 1 else ""
    if currency == USUAL_CURRENCY:
        state = location.rpartition(",")[2].strip()
        return "US" if is_region(f"US-{state}") else ""
    return currency[:2]


_FEW = 20  # regions by which the country of the work is judged


def _list(typed: object) -> list[object]:
    return typed if isinstance(typed, list) else [typed]


_REGION = Kind(_read_region, lambda code, _: _shown(code), text_schema())
REGIONS = list_of(_REGION, list_schema(), lambda codes: [*dict.fromkeys(codes)])
