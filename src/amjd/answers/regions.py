"""Regions: where the work may be done, as ISO 3166 codes of countries and their parts."""

from functools import cache
from pathlib import Path

from amjd.answers.kinds import Context, Kind, as_typed, list_of, list_schema, read_text, text_schema
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError


@cache
def _region_codes() -> frozenset[str]:
    """Read pycountry's own data; its look-up makes an object of each of 5,000 regions."""
    import json

    import pycountry

    codes = set()
    for standard in ("3166-1", "3166-2"):
        data = json.loads((Path(pycountry.DATABASE_DIR) / f"iso{standard}.json").read_bytes())
        codes |= {entry.get("code") or entry["alpha_2"] for entry in data[standard]}
    return frozenset(codes)


def _read_region(value: object, _: Context) -> str:
    code = read_text(value).upper()
    if code and code not in _region_codes():
        cure = "Write a country such as US, or a part of it such as US-CO."
        raise UnreadableError(f"{quoted(code)} is no ISO 3166 code.", cure)
    return code


REGIONS = list_of(Kind(_read_region, as_typed, text_schema()), list_schema())
