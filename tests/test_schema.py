"""The schema takes what drafting takes, and finds nothing that drafting does not name."""

import itertools
import json
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import schemas
from amjd.answers.conditions import ALWAYS
from amjd.answers.fields import FIELDS
from amjd.answers.places.countries import currency_codes
from conftest import ANSWERS, BY_NIGHT, CATALOG, EXAMPLES
from schemas import BASE, SAFE
from tables import table

GOLDEN = ANSWERS.parent / "golden"
FILES = sorted([*ANSWERS.glob("*.yaml"), *GOLDEN.glob("*.yaml"), *EXAMPLES.glob("*.yaml")])
Tree = dict[str, Any]


def written(tree: Any) -> str:
    """Write a tree of texts as people do, without quotes where YAML needs none."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(written, tree)) + "]"
    return tree if _is_plain(tree) else json.dumps(tree)


def _is_plain(text: str) -> bool:
    """Whether YAML needs no quotes for a text, which a reader may then take for a number or day."""
    try:
        typed = yaml.load(f"[{text}]", SAFE)
    except (yaml.YAMLError, ValueError):  # such as a thirteenth month
        return False
    # What means nothing or yes to such readers, and a text to drafting, is written with quotes.
    is_ours = typed != [None] and text.lower() not in ("on", "off")
    return is_ours and yaml.load(f"[{text}]", BASE) == [text]


def file_of(tree: Tree) -> str:
    return "".join(f"{name}: {written(part)}\n" for name, part in tree.items())


def check(tree: Tree) -> None:
    text = file_of(tree)
    # Drafting and the schema are told the same.
    assert yaml.load(text, BASE) == tree
    schemas.check(text)


# -- files ----------------------------------------------------------------------------------------


@table("path", FILES, ids=lambda path: path.name)
@table("loader", [yaml.SafeLoader, yaml.BaseLoader])
def test_the_files_there_are_have_no_fault_but_what_drafting_names(path, loader):
    text = path.read_text("utf-8")
    schemas.check(text)
    if path.name not in ("five_problems.yaml", "open.yaml"):
        assert schemas.named(text) == set()
        tree = json.loads(json.dumps(yaml.load(text, loader), default=str))
        assert schemas.found(tree) == set()


def test_the_schema_says_where_words_of_a_bonus_belong():
    told = schemas.validator().schema["properties"]["pay"]["properties"]["variable"]["description"]
    assert told.endswith("words belong in pay.bonus or pay.commission, with private here.")


def test_every_field_is_described():
    for section in schemas.validator().schema["properties"].values():
        for part in section.get("properties", {"": section}).values():
            assert part["description"]


# -- what is missing or wrong is found ------------------------------------------------------------


@table(
    ("changes", "name"),
    [
        ({"company.nam": "x"}, "company.nam"),
        ({"nothing": "x"}, "nothing"),
        ({"nothing": ""}, "nothing"),
        ({"company.name": None}, "company.name"),
        ({"company.name": ""}, "company.name"),
        ({"company.name": " \t"}, "company.name"),
        ({"company": None}, "company"),
        ({"company": ""}, "company"),
        ({"company": "x"}, "company"),
        ({"metrics": []}, "metrics"),
        ({"metrics": ["", *"abcdefghi"]}, "metrics"),
        ({"metrics": {"a": "b"}}, "metrics"),
        ({"role.workplace": "office"}, "role.workplace"),
        ({"role.first_hire": "maybe"}, "role.first_hire"),
        ({"role.first_hire": "YES"}, "role.trainable"),
        ({"role.first_hire": "true", "role.trainable": "no", "role.owner": ""}, "role.owner"),
        ({"quota.carries": "yes", "quota.target": "1"}, "quota.period"),
        ({"quota.carries": "yes", "quota.target": "1"}, "pay.variable"),
        ({"portfolio.churn": "2%"}, "portfolio.churn_period"),
        ({"portfolio.churn": "200"}, "portfolio.churn"),
        ({"portfolio.accounts": "0"}, "portfolio.accounts"),
        ({"portfolio.accounts": "many"}, "portfolio.accounts"),
        ({"product.software": "yes"}, "product.name"),
        ({"pay.base": "-5"}, "pay.base"),
        ({"pay.base": {"min": "1"}}, "pay.base"),
        ({"pay.base": {"min": "1", "max": "2", "mid": "3"}}, "pay.base.mid"),
        ({"pay.currency": "dollars"}, "pay.currency"),
        ({"apply.email": ""}, "apply.email"),
        ({"apply.email": "", "apply.url": ""}, "apply.email"),
        ({"apply.email": "nowhere"}, "apply.email"),
        ({"apply.url": "a.example"}, "apply.url"),
        ({"apply.deadline": "soon"}, "apply.deadline"),
        ({"template": "none"}, "template"),
        *(({"pay.currency": code}, "pay.currency") for code in ("XYZ", "XXX", "US", "xts")),
        *(({"role.regions": region}, "role.regions") for region in ("62", "XX", ["US", "12"])),
        *(({"role.handover": words}, "role.handover") for words in ("slowly", "one by two")),
        ({"role.handover": ["one by one", "12"]}, "role.handover"),
        *(({"leave_out": name}, "leave_out") for name in ("nonsense", ["reports", "12"], "yes")),
        *(({"leave_out": name}, "leave_out") for name in ("all", "All", ["reports", " all "])),
        ({"leave_out": "all", "role.duties": ["", " "]}, "leave_out"),
        ({"portfolio.accounts": "1.5"}, "portfolio.accounts"),
        ({"role.years": "2.5"}, "role.years"),
        ({"company.employees": "12.5"}, "company.employees"),
        ({"company.about": "x" * 20_001}, "company.about"),
    ],
)
def test_what_is_missing_or_wrong_is_found(tree, changes, name):
    made = tree(changes)
    check(made)
    assert any(
        schemas.is_within(name, one) for one in schemas.found(schemas.tree_of(file_of(made)))
    )


# -- what drafting takes --------------------------------------------------------------------------

EMPTY: list[Any] = ["", " ", "\t\n", [], {}, [""], [[], {}], {"min": "", "max": ""}, "\u00a0"]


def _emptied() -> Iterator[tuple[str, Any]]:
    """Give each field with four empty values by day, one after the other, and with all by night."""
    values = itertools.cycle(EMPTY)
    for field in FIELDS:
        if FIELDS[field].required != ALWAYS:
            for empty in EMPTY if BY_NIGHT else itertools.islice(values, 4):
                yield field, empty


@table(("field", "empty"), _emptied())
def test_an_empty_value_is_unanswered(tree, field, empty):
    check(tree({field: empty}))


@pytest.mark.parametrize("empty", EMPTY)
def test_an_empty_value_makes_no_condition_hold(tree, empty):
    assert "role.trainable" not in schemas.found(tree({"role.first_hire": empty}))


@table("section", ["quota", "role", "portfolio", "product", "apply", "pay"])
@table("empty", ["", {}, [], {"carries": "", "first_hire": "", "churn": ""}])
def test_an_empty_section_asks_for_what_is_always_required_and_no_more(tree, section, empty):
    empty = {name: "" for name in empty if f"{section}.{name}" in FIELDS} if empty else empty
    check(tree({section: empty}))


TAKEN: list[tuple[str, Any]] = [
    *(("company.employees", text) for text in ("40 employees", "about 40 People", "1 FTE")),
    *(("company.employees", text) for text in ("40-50", "40 to 50 people", "40+")),
    *(("portfolio.retention", text) for text in ("95 percent", "92% a year", "about 92")),
    *(("role.mentors", word) for word in ("Yes", "YES", "True", "tRuE", "No", "false", " no ")),
    *(("role.employment", word) for word in ("Part-Time", "CONTRACT", " temporary\n")),
    *(("company.name", text) for text in ("1984", "3.14", "No", "true", "2027-01-30", ".inf")),
    *(("role.regions", codes) for codes in ("US", "no", ["NO", "us-co"], ["", "US"])),
    *(("metrics", items) for items in ("growth", ["1", "2.5", "yes", ""], ["a", "", " "] * 5)),
    *(("role.duties", items) for items in ("12", ["2027-01-30", "no"], [""] * 9 + ["x"])),
    *(("pay.base", amount) for amount in ("85k", "85_000", "$85,000", "5001.5", "80k - 95k")),
    *(("pay.base", {"min": low, "max": high}) for low, high in (("5001", "5002"), ("$80k", "95k"))),
    *(("pay.variable", empty) for empty in ({}, {"min": "", "max": ""})),
    *(("pay.currency", code) for code in ("eur", "NOK", " usd ", "u\u017fd")),
    *(("portfolio.retention", percent) for percent in ("92", "92%", "92 %", "1.5", "100.0000")),
    *(("portfolio.accounts", count) for count in ("62", "1,000", "007", " 62 ")),
    *(("company.employees", count) for count in ("0", "12")),
    *(("apply.deadline", day) for day in ("Rolling", "ROLLING", "2027-01-30", " 2027-01-30 ")),
    *(("apply.url", url) for url in ("HTTPS://A.EXAMPLE/[x]", "http://a.example/%zz", " https://a.b")),
    *(("apply.email", mail) for mail in ("a.b+c@d-e.example", " a@b.example ", "o'neil@x.example")),
    *(("role.mentors", word) for word in ("y", "N", "Y")),
    *(("role.workplace", word) for word in ("on site", "On-Site", "ONSITE", "on\u2011site")),
    *(("role.handover", items) for items in (
        "one by one", ["Written Notes", ""], "firstcalltogether",
    )),
    *(("role.regions", names) for names in (["Colorado", "UK"], "Ontario")),
    *(("apply.deadline", day) for day in (
        "January 30, 2027", "30 Jan 2027", "sept. 3 2027", "1/30/2027", "until filled", "Ongoing",
        "30.01.2027", "30-1-2027", "30\u201101\u20112027",
    )),
    *(("apply.url", url) for url in ("www.a.example/x", "WWW.a.example")),
    *(("apply.email", mail) for mail in ("mailto:a@b.example", "<a@b.example>")),
    *(("apply.phone", number) for number in ("5035550142", "+1 (503) 555-0142", "503.555.0142")),
    *(("apply.here", word) for word in ("y", "no")),
    *(("leave_out", names) for names in (
        "reports", ["check-ins"], "Check ins", "- reports\n- check-ins", "1) reports 2) check_ins",
        ["o reports", "", " "], "reports\ncheck-ins",
    )),
    *(("role.handover", items) for items in (
        "- one by one\n- Written notes", "1. one-by-one\n2. owner reachable",
        ["\u2022 Written notes"],
    )),
    *(("role.regions", names) for names in (
        "- US\n- Canada", ["uk", "Uk", "U.S."], "1. Ontario\n2. Qu\u00e9bec", ["no", "IE"], "us",
    )),
    *(("pay.currency", code) for code in ("Euro", "\u00a0chf", "Sterling", "kes", "\ufb06n")),
    *(("portfolio.expansion", word) for word in ("no", "None")),
    *(("role.new_business", word) for word in ("no", "None")),
    *((field, ["-", "\u2022"]) for field in ("role.regions", "role.handover", "leave_out")),
    ("role.duties", "x" * 19_000 + "\n" + "y" * 19_000),
    *(("company.more", items) for items in ("one\ntwo", ["a", "1988"])),
    *(("template", name) for name in ("key", " key ", "Key", "First Hire", "SENIOR", "", [])),
]  # fmt: skip


@table(("field", "answer"), TAKEN, ids=str)
def test_what_drafting_takes_has_no_fault(tree, field, answer):
    text = file_of(tree({field: answer}))
    assert schemas.named(text) == set()
    assert schemas.found(schemas.tree_of(text)) == set()
    assert schemas.found(yaml.load(text, BASE)) == set()


@table("letters", list(ascii_uppercase))
def test_two_letters_are_a_region_to_the_schema_where_they_are_one_to_drafting(letters):
    for last in ascii_uppercase:
        # Capitals are the same for all of them.
        small = [(letters + last).lower(), letters + last.lower()] if last in "AIN" else []
        for code in (letters + last, *small):
            made = {"role": {"regions": [code]}}
            if "role.regions" in schemas.found(made):
                assert "role.regions" in schemas.named(file_of(made)), code


def test_every_bullet_may_be_left_out_and_every_currency_named(tree):
    for name in CATALOG.names():
        assert schemas.found(tree({"leave_out": [name]})) == set()
    for code in currency_codes():
        assert schemas.found(tree({"pay.currency": code.lower()})) == set()


def test_all_of_ours_may_be_left_out_beside_duties(tree):
    for wanted in ("all", ["all"]):
        made = tree({"leave_out": wanted, "role.duties": ["Answer every call."]})
        check(made)
        assert schemas.found(made) == set()


# -- any file -------------------------------------------------------------------------------------

WORDS = [
    "yes", "No", "TRUE", "maybe", "hybrid", "On-Site", "full-time", "month", "Quarter", "week",
    "hour", "62", "1,000", "007", "0", "-3", "92%", "1.5", "101", "85k", "$85,000", "85_000",
    "1 to 2", "2 to 1", "EUR", "usd", "XYZ", "rolling", "2027-01-30", "2027-13-99", "soon",
    "a@b.example", "a@b", "https://a.example/x", "www.a.example", "key", "standard", "US", "us-co",
    "Acme", "a: b", "#", "caf\u00e9", "\u00a0", "x y", "12:30", "3.10", "+47", ".5", "US-XX", "=",
]  # fmt: skip
scalars = st.one_of(st.sampled_from(WORDS), st.sampled_from(["", " "]), st.text("ab 0", max_size=4))
ranges = st.dictionaries(st.sampled_from(["min", "max", "min", "max", "mid"]), scalars, max_size=3)
values = st.one_of(scalars, scalars, st.lists(scalars, max_size=8), ranges, st.sampled_from(EMPTY))
changes = st.dictionaries(
    st.sampled_from(
        [*FIELDS, "template", "company.nam", "nothing", "quota", "pay", "apply", "role"]
    ),
    st.one_of(st.none(), values, values, values),
    max_size=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes)
@example({"quota": ""})
@example({"quota.carries": ""})
@example({"portfolio.churn": "x%"})
@example({"apply.email": None, "apply.url": "nowhere"})
@example({"company": {"nam": ""}})
def test_the_schema_finds_only_what_drafting_names(tree, changes):
    made = tree()
    for field, value in changes.items():
        *section, name = field.split(".")
        holder = made.get(section[0]) if section else made
        if not isinstance(holder, dict):
            continue
        if value is None:
            holder.pop(name, None)
        else:
            holder[name] = value
    check(made)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*FIELDS, "template"]), values)
def test_a_field_has_only_the_faults_that_drafting_finds(tree, field, value):
    check(tree({field: value}))
