"""Countries, their parts (ISO 3166) and currencies (ISO 4217), from the tables in `data/`.

`scripts/make_places.py` makes the tables. Each is read at its first question, and once: it is no
document that changes.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

# By name these and the countries go before the parts of others.
_FIRST = ("US-", "CA-", "GB-", "AU-")
# ISO 3166 lists these parts of the US as countries too. By name they are parts, as its law holds.
_PARTS_OF_THE_US = frozenset(["AS", "GU", "MP", "PR", "UM", "VI"])
# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"})
_SILENT = re.compile(r"^\s*the\s+|[\W_]+")


@cache
def _table(name: str) -> dict[str, str]:
    """Read what stands behind each code: its name, a tab, other names or the decimals."""
    text = (Path(__file__).parent / "data" / f"{name}.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if line[0] != "#")
    return {code: row for code, _, row in rows}


def _regions(code: str) -> dict[str, str]:
    return _table("regions" if "-" in code else "countries")


def is_region(code: str) -> bool:
    """Tell whether a code in capitals is a country's (`CA`) or that of a part of one (`US-CO`)."""
    return code in _regions(code)


def region_name(code: str) -> str:
    """Name a country in English, a part of one as ISO 3166-2 does: `Colorado`, `Bayern`.

    Raises KeyError for a code that is no region's.
    """
    return _regions(code)[code].partition("\t")[0]


def regions_named(name: str) -> list[str]:
    """Find the codes of all regions of a name: none, one, or as many as it may mean.

    Case, accents, spaces, punctuation and an opening `the` do not count. Countries and the parts of
    the US, Canada, the United Kingdom and Australia go before the parts of others.
    """
    wanted = _fold(name)
    return _codes(first=True).get(wanted) or _codes(first=False).get(wanted, [])


@cache
def _codes(*, first: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, row in (*_table("countries").items(), *_table("regions").items()):
        if first == ("-" not in code or code.startswith(_FIRST)) and code not in _PARTS_OF_THE_US:
            for name in {_fold(name) for name in re.split("\t|; ", row)}:
                found.setdefault(name, []).append(code)
    return found


def _fold(name: str) -> str:
    name = name.casefold()
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return _SILENT.sub("", name.replace("&", "and")).replace("saint", "st")


def is_currency(code: str) -> bool:
    """Tell whether a code in capitals is that of money; metals, funds and test codes are none."""
    return code in _table("currencies")


def minor_units(code: str) -> int:
    """Tell how many decimals a currency has: 2, 0 (JPY) or 3 (KWD); KeyError for no currency."""
    return int(_table("currencies")[code].partition("\t")[2])
