from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from amjd.answers import choices, records, texts
from amjd.answers.days import deadline as dates
from amjd.answers.kinds import Context
from amjd.answers.numbers import counts as numbers
from amjd.answers.numbers import percents
from amjd.answers.numbers.counts import show_count
from amjd.answers.numbers.percents import show_percent
from amjd.answers.pay import base as pay
from amjd.answers.pay import currencies, yearly
from amjd.text.errors import UnreadableError
from tables import table

WORDS = ("one by one", "written notes", "own, mileage paid")
_ADAPTERS = {
    name: TypeAdapter(Annotated[Any, kind])
    for name, kind in {
        "Text": texts.FIRM,
        "Texts": texts.TEXTS,
        "UpToEight": texts.up_to_eight(texts.TEXT),
        "YesNo": choices.YES_NO,
        "Choice": choices.choice("on-site", "full-time", "remote"),
        "Choices": choices.choices_of(dict.fromkeys(WORDS, "")),
        "Person": texts.PERSON,
        "Tool": records.TOOL,
        "Count": numbers.count("account"),
        "CountOrNone": numbers.count(least=0),
        "Percent": percents.CHURN,
        "Floor": percents.FLOOR,
        "Share": percents.SHARE,
        "Amount": yearly.YEARLY,
        "AmountOrRange": pay.OTE,
        "Currency": currencies.CURRENCY,
        "DateOrRolling": dates.DEADLINE,
    }.items()
}


def read(kind: str, value: object) -> object:
    """Read as a field of that kind does, and raise what the field raised."""
    try:
        found = _ADAPTERS[kind].validate_python(value, context=Context("USD"))
    except ValidationError as error:
        raise error.errors()[0]["ctx"]["error"] from None
    return found.percent if isinstance(found, percents.Rate) else found


def unreadable(kind: str, value: object) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(kind, value)
    assert caught.value.message
    assert caught.value.cure.endswith(".")
    return caught.value


@table(
    ("typed", "text"),
    [
        ("Tidewater Linen", "Tidewater Linen"),
        ("  outer space\t", "outer space"),
        ("one\n two\r\n\tthree  four", "one two three four"),
        ("", ""),
        ("NO", "NO"),
        ("08", "08"),
        ("010", "010"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("3.10", "3.10"),
        ("+4712345678", "+4712345678"),
        ("2024-01-02", "2024-01-02"),
        ("Null", "Null"),
        ("~", "~"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("[company.name] {x} *b* <b> =cmd() `c` \\1 $HOME", None),
        ("Zoe\u0308 and Zo\u00eb stay as they were typed", None),
        ("\u65e5\u672c\u8a9e", None),
        ("\u05e9\u05dc\u05d5\u05dd", None),
        ("\U0001f469\u200d\U0001f4bb writes", None),
        ("\u2764\ufe0f and 1\ufe0f\u20e3", None),
        ("\u845b\U000e0100", None),
        ("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", None),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", None),
        ("\u00a0inner\u00a0space", "inner\u00a0space"),
        ("x" * 20_000, None),
    ],
)
def test_a_text_is_what_was_typed_with_its_spaces_folded(typed, text):
    assert read("Text", typed) == (typed if text is None else text)


@table(
    ("character", "name"),
    [
        ("\x00", "U+0000 NUL"),
        ("\x07", "U+0007 BEL"),
        ("\x08", "U+0008 control character"),
        ("\x0b", "U+000B control character"),
        ("\x0c", "U+000C control character"),
        ("\x1b", "U+001B ESC"),
        ("\x1f", "U+001F control character"),
        ("\x7f", "U+007F DELETE"),
        ("\x85", "U+0085 NEXT LINE"),
        ("\x9b", "U+009B control character"),
        ("\u061c", "U+061C ARABIC LETTER MARK"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\u2029", "U+2029 PARAGRAPH SEPARATOR"),
        ("\u202a", "U+202A LEFT-TO-RIGHT EMBEDDING"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2060", "U+2060 WORD JOINER"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\u2069", "U+2069 POP DIRECTIONAL ISOLATE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\ufffe", "U+FFFE"),
        ("\ud800", "U+D800 half of a surrogate pair"),
        ("\udcff", "U+DCFF half of a surrogate pair"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\u200e", "U+200E LEFT-TO-RIGHT MARK"),
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("\u034f", "U+034F COMBINING GRAPHEME JOINER"),
        ("\u115f", "U+115F HANGUL CHOSEONG FILLER"),
        ("\u3164", "U+3164 HANGUL FILLER"),
        ("\uffa0", "U+FFA0 HALFWIDTH HANGUL FILLER"),
        ("\ufe0f", "U+FE0F VARIATION SELECTOR-16"),
        ("\U000e0100", "U+E0100 VARIATION SELECTOR-17"),
        ("\u200d", "U+200D ZERO WIDTH JOINER"),
        ("\u200c", "U+200C ZERO WIDTH NON-JOINER"),
    ],
)
def test_a_refused_character_is_named_with_its_place(character, name):
    assert f"{name} at character 3." in unreadable("Text", f"ab{character}cd").message


@table(
    ("kind", "value", "says"),
    [
        ("Text", ["Acme"], "a list"),
        ("Text", {"a": "b"}, "names and values"),
        ("Text", "x" * 20_001, "20,001 characters"),
        ("Texts", [{"Senior": "Engineer"}], "colon"),
        ("Texts", [["a"]], "a list"),
        ("Texts", ["ok", "x" * 20_001], "20,001 characters"),
        ("Texts", ["x"] * 201, "201 items"),
        ("UpToEight", list("abcdefghi"), "9 items"),
        ("YesNo", "on", "neither"),
        ("YesNo", "off", "neither"),
        ("YesNo", "0", "neither"),
        ("YesNo", "1", "neither"),
        ("YesNo", "perhaps", '"perhaps"'),
        ("YesNo", ["yes"], "a list"),
        ("Choice", "office", "not one of the answers"),
        ("Choice", "of-fi-ce", "not one of the answers"),
        ("Choices", ["one by one", "two"], '"two" is not one of the answers'),
        ("Count", "0", "1 or more"),
        ("Count", "sixty", "not a whole number"),
        ("Count", "1.0", "not a whole number"),
        ("Count", "-5", "not a whole number"),
        ("Count", "+5", "not a whole number"),
        ("Count", "1_000", "not a whole number"),
        ("Count", "1e3", "not a whole number"),
        ("Count", "0x1F", "not a whole number"),
        ("Count", "10,00", "not a whole number"),
        ("Count", "\u0665", "not a whole number"),
        ("Count", "9" * 5000, "not a whole number"),
        ("Percent", "101", "more than 100"),
        ("Percent", "100.0001%", "more than 100"),
        ("Percent", "-1", "not a percentage"),
        ("Percent", "90%%", "not a percentage"),
        ("Percent", "\u0669\u0660", "not a percentage"),
        ("Percent", "nan", "not a percentage"),
        ("Percent", "1e1", "not a percentage"),
        ("Floor", "0", "no floor"),
        ("Floor", "101", "more than 100"),
        ("Currency", "XYZ", "no ISO 4217"),
        ("Currency", "XXX", "no ISO 4217"),
        ("Currency", "$", "no ISO 4217"),
        ("Currency", "US", "no ISO 4217"),
        ("Currency", "\u20ac", "no ISO 4217"),
        ("Currency", "dollars", "no ISO 4217"),
    ],
)  # fmt: skip
def test_a_text_that_a_field_cannot_read_is_named(kind, value, says):
    assert says in unreadable(kind, value).message


@table(
    ("kind", "value", "read_as"),
    [
        ("Texts", ["one", " two  words "], ["one", "two words"]),
        ("Texts", "a single text", ["a single text"]),
        ("Texts", ["one", "", "  ", "two"], ["one", "two"]),
        ("Texts", ["x"] * 200, ["x"] * 200),
        ("UpToEight", list("abcdefgh"), list("abcdefgh")),
        ("UpToEight", [*"abcd", "", *"efgh"], list("abcdefgh")),
        ("YesNo", "y", True),
        ("YesNo", "Y", True),
        ("YesNo", "N", False),
        ("YesNo", "n\u00a0", False),
        ("YesNo", "yes", True),
        ("YesNo", "true", True),
        ("YesNo", "Yes", True),
        ("YesNo", "TRUE", True),
        ("YesNo", "no", False),
        ("YesNo", "false", False),
        ("YesNo", "NO", False),
        ("YesNo", " no ", False),
        *(("Choice", text, "on-site") for text in (
            "on site", "On-Site", "ONSITE", "on - site", "on\u2011site", "on\u2013site",
            "on\u00a0site",
        )),
        *(("Choice", text, "full-time") for text in ("Fulltime", "full time", "FULL-TIME")),
        ("Choices", "One-by-one", ["one by one"]),
        ("Choices", ["writtennotes", "", "one by one", "Written Notes"],
         ["written notes", "one by one"]),
        ("Choices", "- one by one\n- own, mileage paid", ["one by one", "own, mileage paid"]),
        *(("Person", text, "the owner") for text in ("me", "Me", "myself", "I", "i")),
        *(("Person", text, "the sales director") for text in (
            "me, sales director", "to me, the sales director", "Myself (sales director)",
        )),
        *(("Person", text, text) for text in ("Meg", "me and Dana", "Ina", "the CEO")),
        *(("Tool", text, "HubSpot") for text in ("in HubSpot", "On HubSpot", "with HubSpot")),
        *(("Tool", text, text) for text in ("in", "Insightly", "OnePage CRM", "a sheet in Excel")),
        ("Count", "1", 1),
        ("Count", "60", 60),
        ("Count", "1,200", 1200),
        ("Count", "999999999", 999_999_999),
        ("CountOrNone", "0", 0),
        ("CountOrNone", "85", 85),
        ("Percent", "90", Decimal(90)),
        ("Percent", ".5", Decimal("0.5")),
        ("Percent", "90%", Decimal(90)),
        ("Percent", "90 %", Decimal(90)),
        ("Percent", "1.5", Decimal("1.5")),
        ("Percent", "0.5", Decimal("0.5")),
        ("Percent", "0", Decimal(0)),
        ("Percent", "100", Decimal(100)),
        ("Floor", "90", Decimal(90)),
        ("Floor", "1.5", Decimal("1.5")),
        ("Share", "50%", Decimal(50)),
        ("Share", "0", Decimal(0)),
        ("Currency", "USD", "USD"),
        ("Currency", "eur", "EUR"),
        ("Currency", " CAD ", "CAD"),
    ],
)  # fmt: skip
def test_a_field_reads_what_its_kind_allows(kind, value, read_as):
    assert read(kind, value) == (value if read_as is None else read_as)


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        ("Person", "me", '"me" is read as the owner'),
        ("Person", "me, head of sales", '"me, head of sales" is read as the head of sales'),
        ("Person", "the owner", None),
        ("Tool", "in HubSpot", '"in HubSpot" is read as HubSpot'),
        ("Tool", "HubSpot", None),
        ("YesNo", "y", None),
        ("Choice", "Fulltime", None),
    ],
)  # fmt: skip
def test_what_was_read_is_told_but_spelling_is_not(kind, typed, told):
    context = Context("USD")
    _ADAPTERS[kind].validate_python(typed, context=context)
    assert [one.message for one in context.told] == ([told] if told else [])


@table(
    ("typed", "cure"),
    [
        ("0.9", "Write 90."),
        ("0.95", "Write 95."),
        ("0.925", "Write 92.5."),
        ("0.5", "Write 50."),
        ("1", "Write 100."),
        ("1%", "Write the share out of a hundred, or leave it out."),
        ("0,9", "Write 90."),
        ("92,5", "Write 92.5."),
        ("over 92", "Write 92."),
        ("1.0", "Write 100."),
        ("0", "Leave it out."),
        ("0.0", "Leave it out."),
    ],
)
def test_a_retention_of_one_or_less_is_a_problem_with_the_cure(typed, cure):
    assert unreadable("Floor", typed).cure == cure


def test_a_share_below_one_percent_is_taken_for_a_fraction():
    assert unreadable("Share", "0.5").cure == "Write 50."


@pytest.mark.parametrize(
    ("percent", "shown"),
    [
        ("92", "92%"),
        ("1.5", "1.5%"),
        ("1.50", "1.5%"),
        ("100", "100%"),
        ("90.0", "90%"),
        ("0", "0%"),
    ],
)
def test_a_percentage_is_shown_without_needless_zeros(percent, shown):
    assert show_percent(Decimal(percent)) == shown


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        (1, "account", "one account"),
        (2, "account", "2 accounts"),
        (62, "account", "62 accounts"),
        (1200, "account", "1,200 accounts"),
        (1, "week", "one week"),
        (0, "account", "0 accounts"),
    ],
)
def test_a_count_agrees_with_its_unit(number, unit, shown):
    assert show_count(number, unit) == shown


typed = st.one_of(
    st.text(),
    st.text("0123456789-,.%@:/ \u0660kmyesnorling$", max_size=14),
    st.text(st.characters(codec=None), max_size=5),
    st.lists(st.text(max_size=3), max_size=7),
    st.dictionaries(st.sampled_from(["min", "max", "mid"]), st.text("09kx,.", max_size=5)),
)


@given(st.sampled_from(sorted(_ADAPTERS)), typed)
def test_anything_typed_reads_or_is_unreadable(kind, value):
    try:
        read(kind, value)
    except UnreadableError as error:
        message = error.message
    else:
        message = "read"
    assert message


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_reading_a_text_twice_changes_nothing_more(value):
    assert read("Text", once := read("Text", value)) == once


@given(st.decimals(0, 100, places=4))
def test_every_percentage_to_four_places_reads_as_it_is_shown(percent):
    assert read("Percent", show_percent(percent)) == percent


@pytest.mark.parametrize(("kind", "typed"), [("Choice", "Remote (US)"), ("YesNo", "Maybe Not")])
def test_what_is_no_choice_is_quoted_as_typed(kind, typed):
    with pytest.raises(UnreadableError) as caught:
        read(kind, typed)
    assert f'"{typed}"' in caught.value.message
