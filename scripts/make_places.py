"""Write `countries.tsv`, `regions.tsv` and `currencies.tsv` in `src/amjd/data/` from pycountry.

pycountry is Debian's iso-codes with 22 MB of translations, and slow to ask; amjd needs the names.

    python -m pip install pycountry && python scripts/make_places.py
"""

import datetime
import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pycountry

TARGET = Path(__file__).parent.parent / "src" / "amjd" / "data"

# What to show, and other names, where the name in ISO 3166 is turned round at a comma, explained in
# brackets or longer than people say it.
USUAL = {
    "BN": "Brunei",
    "CD": "Democratic Republic of the Congo; Congo; DR Congo; DRC; Congo-Kinshasa",
    "CG": "Republic of the Congo; Congo; Congo-Brazzaville",
    "FK": "Falkland Islands",
    "FM": "Micronesia",
    "KP": "North Korea; Korea",
    "KR": "South Korea; Korea; Republic of Korea",
    "MF": "Saint Martin",
    "PS": "Palestine",
    "RU": "Russia",
    "SX": "Sint Maarten",
    "TR": "T\u00fcrkiye; Turkey",
    "VA": "Vatican City; Holy See",
    "VG": "British Virgin Islands",
    "VI": "U.S. Virgin Islands",
}
# Other names that people use.
ALSO = {
    "AE": "UAE",
    "BA": "Bosnia",
    "CI": "Ivory Coast",
    "CV": "Cape Verde",
    "CZ": "Czech Republic",
    "GB": "UK; Great Britain; Britain",
    "IE": "Republic of Ireland",
    "MK": "Macedonia",
    "MM": "Burma",
    "MO": "Macau",
    "NL": "Holland",
    "SZ": "Swaziland",
    "TL": "East Timor",
    "US": "USA; US; United States of America",
    "CA-NL": "Newfoundland",
    "CA-PE": "PEI",
    "US-DC": "Washington DC",
    "US-NY": "New York State",
    "US-VI": "US Virgin Islands",
    "US-WA": "Washington State",
}
# London is more than the City of London.
NOT_BY_ITS_HEAD = {"GB-LND"}

# Codes of ISO 4217, list one of 2026-01-01, for what nobody is paid in: metals, units of account of
# banks, tests, and what the list marks as funds, such as the US dollar of the next day.
NO_MONEY = (
    "XAD XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX BOV CHE CHW CLF COU MXV USN UYI UYW"
)
# The column "minor unit" of that list, which iso-codes leaves out; every other currency has 2.
NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"


def plain(name: str) -> str:
    """Cut what stands in brackets and turn `Bristol, City of` round; a list of places stays."""
    name = re.sub(r" *[\[(].*?[\])]", "", name).strip("/ ")
    head, comma, tail = name.partition(", ")
    is_list = "," in tail or re.search(r" (and|y) ", tail)
    return name if is_list or not comma else f"{tail} {head}"


def country(entry: Any) -> str:
    """Write one line: the code, the name to show, the other names."""
    code, name = entry.alpha_2, entry.name
    known = [getattr(entry, "common_name", ""), name, getattr(entry, "official_name", "")]
    return line(code, [*USUAL.get(code, "").split("; "), *known, *ALSO.get(code, "").split("; ")])


def part(entry: Any) -> str:
    """Write one line of a country's part, in the language in which ISO 3166-2 names it."""
    code, name = entry.code, plain(entry.name)
    head = entry.name.partition(",")[0]
    is_turned = name.endswith(f" {head}") and code not in NOT_BY_ITS_HEAD
    return line(code, [name, *ALSO.get(code, "").split("; "), head if is_turned else ""])


def decimals(currency: str) -> int:
    """Look up the minor unit of a currency."""
    return 0 if currency in NO_DECIMALS else 3 if currency in THREE_DECIMALS else 2


def line(code: str, names: list[str]) -> str:
    shown, *others = dict.fromkeys(filter(None, names))
    return "\t".join([code, shown, "; ".join(others)]).rstrip()


def write(name: str, standard: str, columns: str, lines: list[str]) -> None:
    """Write the lines by code, under a head that names their source and its date."""
    head = (
        f"# {standard}, from Debian's iso-codes in pycountry {version('pycountry')}, "
        f"{datetime.date.today()}.\n"
        "# iso-codes is published under the LGPL, version 2.1 or later.\n"
        f"# {columns}. Made by scripts/make_places.py: change that, not this.\n"
    )
    text = head + "".join(f"{line}\n" for line in sorted(lines))
    (TARGET / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Write the three tables."""
    names = "Code, name, other names in use"
    write("countries.tsv", "ISO 3166-1", names, [country(each) for each in pycountry.countries])
    write("regions.tsv", "ISO 3166-2", names, [part(each) for each in pycountry.subdivisions])
    write(
        "currencies.tsv",
        "The currencies of ISO 4217",
        "Code, name, decimals of its minor unit",
        [
            f"{entry.alpha_3}\t{entry.name}\t{decimals(entry.alpha_3)}"
            for entry in pycountry.currencies
            if entry.alpha_3 not in NO_MONEY
        ],
    )


if __name__ == "__main__":
    main()
