"""Countries, their parts (ISO 3166) and currencies (ISO 4217), from the tables in `data/`.

`scripts/make_places.py` makes the tables. Each is read at its first question, and once: it is no
document that changes.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from amjd import resources
from amjd.text.patterns import compile_later

OF_PARTS = ("US", "CA", "AU")
"""Countries whose parts people name by two letters alone, behind a city."""

# By name these and the countries go before the parts of others.
_FIRST = ("US-", "CA-", "GB-", "AU-")
# ISO 3166 lists these parts of the US as countries too. By name they are parts, as its law holds.
_PARTS_OF_THE_US = frozenset(["AS", "GU", "MP", "PR", "UM", "VI"])
# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"})
# No code is longer: GB-ENG.
_LONGEST = 6  # characters of a code, which has capitals, digits and hyphens alone
_SILENT = compile_later(r"^\s*the\s+|[\W_]+")


@cache
def _table(name: str) -> bytes:
    return resources.content(resources.folder("data") / f"{name}.tsv")


def _row(table: str, code: str) -> Sequence[str]:
    """Find what stands behind a code, or nothing."""
    return _found_row(table, code) if _is_code(code) else ()


def _is_code(text: str) -> bool:
    is_word = len(text) <= _LONGEST and text.isascii() and text.replace("-", "0").isalnum()
    return is_word and text == text.upper()


@lru_cache(256)
def _found_row(table: str, code: str) -> Sequence[str]:
    """Find a row; a search costs less than a dict of 5,000, but one that fails reads them all."""
    text, mark = _table(table), f"\n{code}\t".encode()
    start = text.find(mark)
    end = text.find(b"\n", start + len(mark))
    return text[start + len(mark) : end].decode().split("\t") if start >= 0 else ()


def _region(code: str) -> Sequence[str]:
    return _row("regions" if "-" in code else "countries", code)


def is_region(code: str) -> bool:
    """Tell whether a code in capitals is a country's (`CA`) or that of a part of one (`US-CO`)."""
    return bool(_region(code))


def parts_called(code: str) -> list[str]:
    """List the parts that people may mean by a code alone: those of `OF_PARTS` that it names."""
    return [part for country in OF_PARTS if is_region(part := f"{country}-{code}")]


@lru_cache(256)
def parts_lettered(code: str, name: str) -> Sequence[str]:
    """List the parts of countries that have these letters and this name: `SI`, `Siena`."""
    if not (_is_code(code) and name):
        return ()
    found, text = [], _table("regions")
    end = text.find(mark := f"-{code}\t".encode())
    while end >= 0:
        country = text[text.rfind(b"\n", 0, end) + 1 : end].decode()
        part = f"{country}-{code}"
        names = "; ".join(_region(part)).split("; ")
        found += [part] if _fold(name) in map(_fold, names) else []
        end = text.find(mark, end + 1)
    return found


def region_name(code: str) -> str:
    """Name a country in English, a part of one as ISO 3166-2 does: `Colorado`, `Bayern`.

    Raises KeyError for a code that is no region's.
    """
    if not (row := _region(code)):
        raise KeyError(code)
    return row[0]


def regions_named(name: str) -> list[str]:
    """Find the codes of all regions of a name: none, one, or as many as it may mean.

    Case, accents, spaces, punctuation and an opening `the` do not count. Countries and the parts of
    the US, Canada, the United Kingdom and Australia go before the parts of others.
    """
    wanted = _fold(name)
    found = _codes(first=True).get(wanted, [])
    # Two capitals, as of OH, are no name; to load all names takes longer than a posting.
    is_code = len(name) == 2 and name.isupper()
    return found if found or is_code else _codes(first=False).get(wanted, [])


def is_region_name(name: str) -> bool:
    """Tell whether a name is the first of a country, or of a part of those that go before."""
    wanted = _fold(name)
    return any(_fold(region_name(code)) == wanted for code in _codes(first=True).get(wanted, []))


@cache
def _codes(*, first: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (_table("countries") + _table("regions")).decode().splitlines():
        code, _, names = line.partition("\t")
        goes_first = "-" not in code or code.startswith(_FIRST)
        if names and first == goes_first and code not in _PARTS_OF_THE_US:
            for name in dict.fromkeys(map(_fold, re.split("\t|; ", names))):
                found.setdefault(name, []).append(code)
    return found


def _fold(name: str) -> str:
    name = name.casefold()
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return _SILENT.sub("", name.replace("&", "and")).replace("saint", "st")


def is_currency(code: str) -> bool:
    """Tell whether a code in capitals is that of money; metals, funds and test codes are none."""
    return bool(_row("currencies", code))


def currency_codes() -> list[str]:
    """List the codes of all currencies."""
    return [code.decode() for code in re.findall(rb"^([A-Z]{3})\t", _table("currencies"), re.M)]


def currencies_of(country: str) -> list[str]:
    """List the currencies whose codes begin with that of a country."""
    pattern = rb"^(%s[A-Z])\t" % re.escape(country.encode())
    return [code.decode() for code in re.findall(pattern, _table("currencies"), re.MULTILINE)]


def currency_name(code: str) -> str:
    """Name a currency in English; KeyError for no currency."""
    if not (row := _row("currencies", code)):
        raise KeyError(code)
    return row[0]


def minor_units(code: str) -> int:
    """Tell how many decimals a currency has: 2, 0 (JPY) or 3 (KWD); KeyError for no currency."""
    if not (row := _row("currencies", code)):
        raise KeyError(code)
    return int(row[1])


def law_asks_for_pay(code: str) -> bool:
    """Tell whether a law in force asks for pay in job postings there; the table has its source."""
    return bool(_row("pay_by_law", code))


def to_be_stated(code: str, employees: int | None) -> list[str]:
    """List what the law of a place asks postings to state: vacancy, ai; its table has the source.

    Nothing of an employer too small for it; where nobody says how many work there, it holds.
    """
    row = _row("statements_by_law", code)
    return row[1].split() if row and (employees is None or employees >= int(row[0])) else []
