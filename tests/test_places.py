import re
from pathlib import Path

import pytest

import amjd
from amjd import resources
from amjd.answers.places.countries import (
    is_currency,
    is_region,
    law_asks_for_pay,
    minor_units,
    region_name,
    regions_named,
)
from tables import table

DATA = Path(amjd.__file__).parent / "data"


def rows(name: str) -> list[list[str]]:
    lines = (DATA / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


REGIONS = [(row[0], row[1]) for table in ("countries", "regions") for row in rows(table)]


@pytest.mark.parametrize("name", ["countries", "regions", "currencies"])
def test_a_table_names_its_source_and_date_and_is_in_order(name):
    source, licence, columns, *_ = (DATA / f"{name}.tsv").read_text("utf-8").splitlines()
    assert re.search(r"iso-codes in pycountry [\d.]+, \d{4}-\d\d-\d\d\.$", source)
    assert "LGPL" in licence
    assert "scripts/make_places.py" in columns
    codes = [row[0] for row in rows(name)]
    assert codes == sorted(set(codes))


def test_the_tables_are_whole():
    assert len(rows("countries")) == 249
    assert len(rows("regions")) > 5000
    assert len(rows("currencies")) > 150
    assert {code[:2] for code, _ in REGIONS} == {row[0] for row in rows("countries")}
    assert all(re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", code) for code, _ in REGIONS)


@pytest.mark.parametrize("code", ["US", "GB", "US-CO", "CA-ON", "GB-ENG", "AU-NSW", "FR-75C"])
def test_a_code_is_a_region(code):
    assert is_region(code)


@table("code", ["", "-", "#", "ZZ", "USA", "UK", "us", "US-XX", "US-", "US\t", "U"])
def test_another_text_is_no_region(code):
    assert not is_region(code)
    with pytest.raises(KeyError):
        region_name(code)


@table(
    ("code", "name"),
    [
        ("US", "United States"),
        ("GB", "United Kingdom"),
        ("KR", "South Korea"),
        ("CD", "Democratic Republic of the Congo"),
        ("VG", "British Virgin Islands"),
        ("US-CO", "Colorado"),
        ("US-VI", "U.S. Virgin Islands"),
        ("GB-BST", "City of Bristol"),
        ("GB-WLS", "Wales"),
        ("GB-NMD", "Newry, Mourne and Down"),
        ("CA-QC", "Quebec"),
        ("DE-BY", "Bayern"),
        ("ES-MD", "Comunidad de Madrid"),
        ("NA-KA", "Karas"),
    ],
)
def test_a_region_is_named_as_people_name_it(code, name):
    assert region_name(code) == name


def test_no_name_is_turned_round_bracketed_or_blank():
    strange = [name for _, name in REGIONS if re.search(r"^\W*$|[\[\]#]|^[ /]|[ /]$|, \w+$", name)]
    assert strange == []


@table(
    ("name", "codes"),
    [
        ("United States", ["US"]),
        ("USA", ["US"]),
        ("u.s.a.", ["US"]),
        ("the United States of America", ["US"]),
        ("UK", ["GB"]),
        ("Great Britain", ["GB"]),
        ("England", ["GB-ENG"]),
        ("SCOTLAND", ["GB-SCT"]),
        ("Wales", ["GB-WLS"]),
        ("northern ireland", ["GB-NIR"]),
        ("Ontario", ["CA-ON"]),
        ("Qu\u00e9bec", ["CA-QC"]),
        ("new-york", ["US-NY"]),
        ("Washington, D.C.", ["US-DC"]),
        ("Puerto Rico", ["US-PR"]),
        ("Victoria", ["AU-VIC"]),
        ("Cote d\u2019Ivoire", ["CI"]),
        ("St. Kitts & Nevis", ["KN"]),
        ("Turkey", ["TR"]),
        ("Turkiye", ["TR"]),
        ("Mexico", ["MX"]),
        ("Luxembourg", ["LU"]),
        ("lodzkie", ["PL-10"]),
        ("Bayern", ["DE-BY"]),
        ("Georgia", ["GE", "US-GA"]),
        ("Korea", ["KP", "KR"]),
        ("Congo", ["CD", "CG"]),
        ("Punjab", ["IN-PB", "PK-PB"]),
        ("Atlantis", []),
        ("London", []),
        ("", []),
        ("...", []),
    ],
)
def test_a_name_leads_to_every_region_it_may_mean(name, codes):
    assert regions_named(name) == codes


def goes_first(code: str) -> bool:
    is_twice = code in ("AS", "GU", "MP", "PR", "UM", "VI")
    return code[:3] in ("US-", "CA-", "GB-", "AU-") or ("-" not in code and not is_twice)


def test_a_country_and_a_part_of_the_four_are_found_by_the_name_they_are_shown_with():
    first = [(code, name) for code, name in REGIONS if goes_first(code)]
    assert len(first) > 500
    assert [code for code, name in first if code not in regions_named(name)] == []


def test_the_part_of_another_country_is_found_unless_one_of_those_has_its_name():
    hidden = {name for code, name in REGIONS if code not in regions_named(name)}
    assert "Florida" in hidden
    assert not [name for name in hidden if not all(map(goes_first, regions_named(name)))]


def test_the_parts_of_the_four_countries_have_names_of_their_own():
    names = {name for code, name in REGIONS if goes_first(code) and "-" in code}
    twice = {name: codes for name in names if len(codes := regions_named(name)) > 1}
    assert twice == {"Georgia": ["GE", "US-GA"]}


@pytest.mark.parametrize("code", ["USD", "EUR", "JPY", "XAF", "XOF", "XPF", "XCD", "ZWG"])
def test_money_is_a_currency(code):
    assert is_currency(code)


@table(
    "code", ["XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XDR", "XSU", "XUA", "XBA", "USN", "CHE",
             "usd", "US", "", "XYZ", "#"]
)  # fmt: skip
def test_what_nobody_is_paid_in_is_no_currency(code):
    assert not is_currency(code)
    with pytest.raises(KeyError):
        minor_units(code)


@table(
    ("code", "decimals"),
    [("USD", 2), ("EUR", 2), ("HUF", 2), ("JPY", 0), ("KRW", 0), ("CLP", 0), ("ISK", 0),
     ("XPF", 0), ("KWD", 3), ("BHD", 3), ("TND", 3)],
)  # fmt: skip
def test_a_currency_has_the_decimals_of_its_minor_unit(code, decimals):
    assert minor_units(code) == decimals


@pytest.mark.parametrize(("code", "asks"), [("US-CO", True), ("CA-ON", True), ("US-TX", False)])
def test_where_a_law_asks_for_pay_is_in_a_table_with_its_source(code, asks):

    assert law_asks_for_pay(code) is asks
    rows = (resources.folder("data") / "pay_by_law.tsv").read_text("utf-8").splitlines()
    assert all(len(row.split("\t")) == 3 for row in rows if not row.startswith("#"))
