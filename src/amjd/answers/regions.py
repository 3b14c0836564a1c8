"""Regions: where the work may be done, as ISO 3166 codes of countries and their parts."""

from amjd.answers.kinds import Context, Kind, as_typed, list_of
from amjd.answers.places import is_region
from amjd.answers.shapes import list_schema, text_schema
from amjd.answers.texts import read_text
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError


def _read_region(value: object, _: Context) -> str:
    code = read_text(value).upper()
    if code and not is_region(code):
        cure = "Write a country such as US, or a part of it such as US-CO."
        raise UnreadableError(f"{quoted(code)} is no ISO 3166 code.", cure)
    return code


REGIONS = list_of(Kind(_read_region, as_typed, text_schema()), list_schema())
