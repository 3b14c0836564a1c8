"""Regions as people name them, told as codes and shown as names."""

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from amjd.answers.kinds import Context, Locale
from amjd.answers.places.regions import REGIONS, first_region
from amjd.answers.reading import read as read_answers
from amjd.sources.yaml_file import parse
from amjd.text.errors import UnreadableError
from tables import table

LIST = TypeAdapter(Annotated[Any, REGIONS])


def read(typed, location=""):
    """Read regions; return their codes and what is told."""
    context = Context(location=location)
    try:
        return LIST.validate_python(typed, context=context), [one.message for one in context.told]
    except ValidationError as error:
        raise error.errors()[0]["ctx"]["error"] from None


def unreadable(typed, location=""):
    with pytest.raises(UnreadableError) as caught:
        read(typed, location)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (["US-CO", "CA-ON"], ["US-CO", "CA-ON"]),
        (["US-CO", "us-co", "CA-ON", "US-CO"], ["US-CO", "CA-ON"]),
        ("US", ["US"]),
        (["us-co", ""], ["US-CO"]),
        ("CA", ["CA"]),
        ("US\u2011CO", ["US-CO"]),
        ("US\nCA-ON", ["US", "CA-ON"]),
    ],
)
def test_codes_are_read_and_not_told(typed, codes):
    assert read(typed)[0] == codes
    assert not any("is read as US" in message for message in read(typed)[1])


@table(
    ("typed", "code", "name"),
    [
        ("Colorado", "US-CO", "Colorado"), ("ontario", "CA-ON", "Ontario"),
        ("USA", "US", "United States"), ("UK", "GB", "United Kingdom"),
        ("England", "GB-ENG", "England"), ("Scotland", "GB-SCT", "Scotland"),
        ("Wales", "GB-WLS", "Wales"), ("Northern Ireland", "GB-NIR", "Northern Ireland"),
        ("the United States", "US", "United States"), ("Canada", "CA", "Canada"),
        ("Georgia (US)", "US-GA", "Georgia"), ("Georgia, USA", "US-GA", "Georgia"),
        ("CO, US", "US-CO", "Colorado"), ("Ontario, Canada", "CA-ON", "Ontario"),
    ],
)  # fmt: skip
def test_names_are_read_and_told(typed, code, name):
    assert read([typed]) == ([code], [f'"{typed}" is read as {code} ({name})'])


@table(
    ("typed", "location", "says", "cure"),
    [
        ("Georgia", "", '"Georgia" may be GE or US-GA.', "Write US-GA or GE."),
        *(("CA", place, '"CA" is Canada, or California, where the work is.',
           "Write US-CA or Canada.") for place in (
            "San Diego, CA", "San Diego, California", "San Diego CA 92101", "San Diego, CA, USA",
            "San Diego, ca.", "San Diego, CA (downtown)", "California",
        )),
        ("de", "Dover, Delaware", '"DE" is Germany, or Delaware, where the work is.',
         "Write US-DE or Germany."),
        ("NL", "Gander, NL", '"NL" is Netherlands, or Newfoundland and Labrador, where',
         "Write CA-NL or Netherlands."),
        ("NY", "", "no country", "Write US-NY."),
        ("WA", "", "no country", "Write US-WA or AU-WA."),
        ("US, CA-ON", "", "no country", "Write a list: [US, CA-ON]."),
        ("US-XX", "", "no country", None),
        ("ZZ", "", '"ZZ"', None),
        ("the moon", "", "no country", None),
    ],
)  # fmt: skip
def test_what_has_two_readings_or_none_is_a_problem(typed, location, says, cure):
    error = unreadable([typed], location)
    assert says in error.message
    assert cure is None or error.cure == cure


@pytest.mark.parametrize("location", ["", "Toronto, ON", "Toronto, Canada", "CA-ON", "Africa"])
def test_a_country_is_one_where_the_place_says_nothing_else(location):
    assert read("CA", location)[0] == ["CA"]


@pytest.mark.parametrize(
    ("regions", "told"),
    [
        ('[US-TX, CO, US-NY]', ['"CO" is read as Colombia; Colorado is US-CO']),
        ('[us-tx, "co"]', ['"co" is read as Colombia; Colorado is US-CO']),
        ('[US-TX, Colombia]', ['"Colombia" is read as CO (Colombia)']),
        ("[US, CA, MX]", []),
        ("[GB-SCT, CA]", []),
        ("CO", []),
    ],
)  # fmt: skip
def test_a_country_among_parts_of_another_is_told_from_its_part(regions, told):
    tree = parse(f"role: {{regions: {regions}}}".encode(), "a.yaml").tree
    assert [one.message for one in read_answers(tree, []).readings] == told


@table(
    ("typed", "location", "currency", "items"),
    [
        ("DE, AT, NL", "Berlin", "USD", "DE, AT, NL"),
        ("Germany, Austria, NL", "Berlin", "USD", "Germany, Austria, NL"),
        ("UK, IE, DE", "London", "USD", "UK, IE, DE"),
        ("IN, SG, PA", "Singapore", "USD", "IN, SG, PA"),
        ("DE AT NL", "", "USD", "DE, AT, NL"),
        ("remote in DE, AT or NL", "", "USD", "DE, AT, NL"),
        ("DE, NL only", "Berlin", "EUR", "DE, NL"),
        ("D, A, CH", "", "USD", "DE, AT, CH"),
        ("DE, PA", "Berlin", "EUR", "DE, PA"),
        ("DE, PA", "Lisbon, Portugal", "USD", "DE, PA"),
        ("ON, QC, NL", "Toronto, ON", "USD", "CA-ON, CA-QC, CA-NL"),
        ("CO, CA, TX", "", "USD", "US-CO, US-CA, US-TX"),
        ("NSW, WA", "Sydney", "USD", "AU-NSW, AU-WA"),
    ],
)
def test_two_letters_are_a_country_among_countries_and_a_part_among_parts(
    typed, location, currency, items
):
    """No cure reads the last of several countries as a part of another, NL as Newfoundland."""
    fault = faults(typed, location, currency)
    assert (fault.items, fault.forms) == (tuple(items.split(", ")), ())
    assert fault.cure == f"Write a list: [{items}]."


@table(
    ("typed", "location", "currency", "cure"),
    [
        ("AL, GA, SC", "", "USD", "Write a list: [AL, GA, SC] or [US-AL, US-GA, US-SC]."),
        ("CO, CA", "Denver, CO", "USD", "Write a list: [CO, CA] or [US-CO, US-CA]."),
        ("CA-ON, NL", "Toronto, Canada", "USD", "Write a list: [CA-ON, NL] or [CA-ON, CA-NL]."),
        ("DE, Georgia", "Berlin", "EUR", "Write a list: [DE, GE] or [DE, US-GA]."),
        ("Bristol, PA", "", "USD", "Write a list: [Bristol, PA] or [US-PA]."),
        ("CO, CA, TX", "Berlin", "EUR", "Write [US-CO, US-CA, US-TX] for parts of the United"),
        ("NY", "Berlin", "EUR", "Write US-NY where New York is meant."),
        ("Amsterdam, NL", "Berlin", "USD", "Write CA-NL or Netherlands."),
        ("IN, KA, MH", "", "USD", "Write a country, or a part of one, by its English name"),
        ("DE, NL, NY", "", "USD", "Write a country, or a part of one, by its English name"),
    ],
)
def test_a_list_that_may_be_two_leaves_the_choice(typed, location, currency, cure):
    """What a place of another country makes no part of one is no cure that leaves no choice."""
    fault = faults(typed, location, currency)
    assert fault.cure.startswith(cure)
    assert not fault.items
    assert len(fault.forms) != 1


@table(
    ("typed", "location", "currency", "form"),
    [
        ("WA", "Perth, WA", "AUD", "AU-WA"),
        ("Tel Aviv, IL", "Tel Aviv", "ILS", "Israel"),
        ("Amsterdam, NL", "Utrecht, Netherlands", "EUR", "Netherlands"),
    ],
)
def test_the_place_of_the_work_settles_what_two_letters_are(typed, location, currency, form):
    assert faults(typed, location, currency).forms == (form,)


def faults(typed, location, currency):
    tree = {"role": {"location": location, "regions": typed}, "pay": {"currency": currency}}
    return next(one for one in read_answers(tree, []).faults if one.field == "role.regions")


def test_the_second_reading_is_open_after_the_first_cure():
    assert read("Canada", "San Diego, CA")[0] == ["CA"]
    assert read("US-CA", "San Diego, CA")[0] == ["US-CA"]


def test_regions_are_shown_as_names():
    codes = ["US", "US-CO", "DE-BY", "US-GA", "GB-ENG"]
    shown = ("United States", "Colorado", "Bayern (Germany)", "Georgia (United States)", "England")
    assert REGIONS.show(codes, Locale()) == shown
    assert read(list(shown))[0] == codes


def test_the_first_region_is_known_ahead_of_the_others():
    assert first_region(["Ontario", "US"]) == "CA-ON"
    assert [first_region(typed) for typed in ("DE", "nowhere", [], None, {}, [[]])] == (
        ["DE", "", "", "", "", ""]
    )


@given(st.text("USCAde-ornt ,()", max_size=10), st.text("San Diego, CA90", max_size=12))
def test_anything_typed_is_a_region_or_a_problem(typed, location):
    try:
        codes, _ = read([typed], location)
    except UnreadableError as error:
        assert error.cure.endswith(".")
    else:
        assert codes is None or read(codes, "")[0] == codes


@pytest.mark.parametrize(
    ("typed", "code"),
    [("US only", "US"), ("anywhere in the US", "US"), ("Remote, Ontario", "CA-ON")],
)
def test_words_around_one_region_are_left_out(typed, code, tree):
    (fault,) = read_answers(tree({"role.regions": typed}), []).faults
    assert (fault.cure, fault.forms) == (f"Write {code}.", (code,))


def test_the_sign_of_a_country_on_cars_is_known():
    error = unreadable(["CH", "FL"])
    assert error.message == '"FL" may be Florida or Liechtenstein.'
    assert error.forms == ("US-FL", "LI")
    found = read_answers(parse(b"role: {regions: [US-GA, FL]}", "a.yaml").tree, []).faults
    assert [one.forms for one in found if one.field == "role.regions"] == [("US-FL",)]
    error = unreadable("D")
    assert (error.message, error.forms) == (
        '"D" is no code of a country. On cars Germany has it.',
        ("DE",),
    )
