import re
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from amjd.answers.kinds import Context
from amjd.answers.pay.amounts import Money, show_money, show_number
from amjd.answers.pay.base import BASE, OTE
from amjd.answers.pay.periods import PAY_PERIOD
from amjd.answers.pay.target import TARGET
from amjd.answers.pay.yearly import YEARLY
from amjd.answers.places.countries import minor_units
from amjd.text.characters import fold_look_alikes
from amjd.text.errors import UnreadableError
from tables import table

_AMOUNT = TypeAdapter(Annotated[Any, YEARLY])
_RANGE = TypeAdapter(Annotated[Any, OTE])
_TARGET = TypeAdapter(Annotated[Any, TARGET])


def read(text: object, currency: str | None = "USD", adapter: TypeAdapter = _RANGE) -> Money:
    """Read as the field pay.base does, and raise what the field raised."""
    try:
        return adapter.validate_python(text, context=Context(currency))
    except ValidationError as error:
        raise error.errors()[0]["ctx"]["error"] from None


def one(amount: str) -> Money:
    return Money(Decimal(amount), Decimal(amount))


@table(
    ("text", "amount"),
    [
        ("85000", "85000"),
        ("85,000", "85000"),
        ("85_000", "85000"),
        ("$85k", "85000"),
        ("$85K", "85000"),
        ("$85,000", "85000"),
        ("1.2m", "1200000"),
        ("1.2M", "1200000"),
        ("$1.2m", "1200000"),
        ("  85000  ", "85000"),
        ("$ 85,000", "85000"),
        ("1,234,567", "1234567"),
        ("1_234_567", "1234567"),
        ("28.5", "28.5"),
        ("28.50", "28.50"),
        ("0.01", "0.01"),
        ("1", "1"),
        ("999999999999", "999999999999"),
        ("999,999,999,999.99", "999999999999.99"),
        ("999999.99m", "999999990000"),
        ("62.5k", "62500"),
        ("0.1k", "100"),
        ("85,000 USD", "85000"),
        ("USD 85,000", "85000"),
        ("US$85,000", "85000"),
    ],
)
def test_money_reads_what_people_type(text, amount):
    assert read(text) == one(amount)
    assert read(text, adapter=_AMOUNT) == one(amount)


@table(
    ("text", "low", "high"),
    [
        ("85k to 95k", 85000, 95000),
        ("$85,000 to $95,000", 85000, 95000),
        ("$85k-$95k", 85000, 95000),
        ("85k \u2013 95k", 85000, 95000),
        ("85k\u201495k", 85000, 95000),
        ("24 to 27.50", "24", "27.50"),
        ("900k to 1.2m", 900000, 1200000),
        ("80,000 to 95k", 80000, 95000),
        ("85k to 85k", 85000, 85000),
        ({"min": "85000", "max": "95000"}, 85000, 95000),
        ({"max": "$95k", "min": "$85k"}, 85000, 95000),
        ({"min": "85,000", "max": "95,000"}, 85000, 95000),
    ],
)
def test_a_range_reads_as_two_amounts(text, low, high):
    assert read(text) == Money(Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["85k to 95k", "85000-95000", {"min": "1", "max": "2"}])
def test_a_single_amount_is_no_range(text):
    with pytest.raises(UnreadableError, match=r"range|text"):
        read(text, adapter=_AMOUNT)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("85.000", "85000"),
        ("1.200.000", "1200000"),
        ("85.000,50", "85000"),
        ("1.234", "1234"),
    ],
)
def test_points_between_thousands_are_a_problem_with_the_cure(text, cure):
    with pytest.raises(UnreadableError) as caught:
        read(text, currency="EUR")
    assert f"Write {cure}" in caught.value.cure


@table(
    ("text", "currency", "mark", "meant"),
    [
        ("$85k", "EUR", "$", "USD"),
        ("\u20ac85k", "USD", "\u20ac", "EUR"),
        ("\u00a385,000", "EUR", "\u00a3", "GBP"),
        ("85,000 EUR", "USD", "EUR", "EUR"),
        ("EUR 85,000", "USD", "EUR", "EUR"),
        ("C$85k", "USD", "C$", "CAD"),
        ("$85k to \u20ac95k", "USD", "\u20ac", "EUR"),
        ("$85 EUR", "USD", "EUR", "EUR"),
        ("85,000 kr", "USD", "kr", "SEK, NOK, DKK or ISK"),
        ({"min": "$85k", "max": "\u20ac95k"}, "USD", "\u20ac", "EUR"),
    ],
)
def test_a_symbol_against_the_currency_is_a_problem_with_the_cure(text, currency, mark, meant):
    with pytest.raises(UnreadableError) as caught:
        read(text, currency)
    assert f"marked {mark}, but pay.currency is {currency}" in caught.value.message
    assert caught.value.cure == f"Set pay.currency to {meant}, or leave {mark} out."


@table(
    ("text", "currency"),
    [
        ("\u20ac85k", "EUR"),
        ("85k\u20ac", "EUR"),
        ("85,000 \u20ac", "EUR"),
        ("85,000 EUR", "EUR"),
        ("EUR 85,000", "EUR"),
        ("\u00a385k", "GBP"),
        ("$85k", "CAD"),
        ("CA$85k", "CAD"),
        ("kr 85,000", "SEK"),
        ("85,000 kr", "SEK"),
        ("85,000 KRW", "KRW"),
        ("KRW 85,000", "KRW"),
        ("85,000 MXN", "MXN"),
        ("85k MXN", "MXN"),
    ],
)
def test_the_currencys_own_mark_may_stand_before_or_after(text, currency):
    assert read(text, currency) == one("85000")


@pytest.mark.parametrize(
    ("text", "currency"), [("85,000 to 95,000 MXN", "MXN"), ("85,000 to 95,000 kr", "SEK")]
)
def test_a_mark_after_a_range_counts_for_it(text, currency):
    assert read(text, currency) == Money(Decimal(85000), Decimal(95000))


@pytest.mark.parametrize("text", ["0", "0.00", "$0", "0k", "-1", "$-85k", "-85k to 95k"])
def test_money_is_above_zero(text):
    with pytest.raises(UnreadableError):
        read(text)


@pytest.mark.parametrize("text", ["0", "$0", "0.00", "0k"])
def test_an_amount_that_is_not_above_zero_says_so(text):
    with pytest.raises(UnreadableError, match="not above zero"):
        read(text, adapter=_AMOUNT)


@pytest.mark.parametrize(
    "text", ["1000000000000", "1,000,000,000,000", "1000000m", "9" * 40, "9" * 5000]
)
def test_money_is_below_a_million_million(text):
    with pytest.raises(UnreadableError):
        read(text)


@table(
    "text",
    [
        "nan", "inf", "-inf", "Infinity", "1e400", "1e5", "1E5", "0x10", "a lot", "k", "$", ".5",
        "5.", "85,00", "8,5000", "85,000_000", "85 0000", "1_2", "_85", "85_", "85,", "85__000",
        "\u0665\u0660", "\u096b\u0966", "5\u0660", "85\u00a00000",
        "\u0665\u066085", "85%", "usd 85k", "85kk", "85b", "$$85", "1/2", "85k to", "to 85k",
        "1 to 2 to 3", "85k - 90k - 95k", "0.001", "0.005k5", "85.5.5", "+85", "85 k$k",
    ],
)  # fmt: skip
def test_anything_else_is_no_amount(text):
    with pytest.raises(UnreadableError):
        read(text)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("a lot", "Write 150000 or $150k."),
        ("0.001", "Write at most 2 decimals."),
        ("1.234567k", "Write 1234.56, or 1234.57."),
        ("95k to 85k", "Write 85k to 95k."),
        ("60-50k", "Write 50k to 60k."),
    ],
)
def test_an_unreadable_amount_comes_with_a_cure(text, cure):
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert cure in caught.value.cure


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("50-60k", 50_000, 60_000),
        ("$85 to $95k", 85_000, 95_000),
        ("1 to 2m", 1_000_000, 2_000_000),
        ("0.9-1.2m", 900_000, 1_200_000),
    ],
)
def test_the_scale_of_the_second_amount_is_that_of_both(text, low, high):
    assert read(text) == Money(Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["500-1k", "$500 to $1k"])
def test_an_amount_that_would_run_down_in_thousands_is_as_typed(text):
    assert read(text) == Money(Decimal(500), Decimal(1000))


@pytest.mark.parametrize("text", ["9000 to 12k", "9,000 to 12k", "$9000 to $12k"])
def test_a_first_amount_in_full_needs_no_scale(text):
    assert read(text) == Money(Decimal(9000), Decimal(12000))


@pytest.mark.parametrize(
    ("ends", "at"),
    [
        ({"min": "lots", "max": "5"}, "min"),
        ({"min": "1", "max": "lots"}, "max"),
        ({"min": "1", "max": ["2"]}, "max"),
        ({"min": "1", "max": "2", "mid": "3"}, "mid"),
        ({"min": "1"}, ""),
        ({"max": "1"}, ""),
        ({}, ""),
        ({"min": "2", "max": "1"}, ""),
    ],
)
def test_a_bad_range_names_its_bad_end(ends, at):
    with pytest.raises(UnreadableError) as caught:
        read(ends)
    assert caught.value.at == at


@table(
    ("low", "high", "currency", "shown"),
    [
        ("85000", "85000", "USD", "$85,000"),
        ("85000", "85000", "EUR", "\u20ac85,000"),
        ("85000", "85000", "CAD", "CA$85,000"),
        ("80000", "95000", "USD", "$80,000 to $95,000"),
        ("80000", "95000", "GBP", "\u00a380,000 to \u00a395,000"),
        ("28.5", "28.5", "USD", "$28.50"),
        ("28.50", "30", "USD", "$28.50 to $30"),
        ("85000.00", "85000.00", "USD", "$85,000"),
        ("1200000", "1200000", "USD", "$1,200,000"),
        ("999999999999.99", "999999999999.99", "USD", "$999,999,999,999.99"),
    ],
)
def test_money_is_shown_with_its_currency(low, high, currency, shown):
    assert show_money(Money(Decimal(low), Decimal(high)), currency) == shown


def test_amounts_add_up_end_by_end_and_with_nothing_else():
    assert Money(Decimal(1), Decimal(2)) + one("0.10") == Money(Decimal("1.10"), Decimal("2.10"))
    with pytest.raises(TypeError):
        one("1") + 5


def test_cents_are_exact():
    assert read("0.10") + read("0.20") == one("0.30")


cents = st.integers(1, 10**14 - 1).map(lambda number: Decimal(number) / 100)
spellings = st.sampled_from(["{}", "{:,}", "${:,}", "USD {}", "{:,} USD", "US${}"])


@given(cents, spellings)
def test_every_amount_reads_exactly_however_it_is_spelled(amount, spelling):
    typed = spelling.format(amount)
    assert read(typed) == read(typed.replace(",", "_")) == Money(amount, amount)


@given(st.integers(1, 10**9 - 1), st.sampled_from([("k", 1000), ("m", 1_000_000)]))
def test_thousands_and_millions_read_exactly(number, scale):
    letter, factor = scale
    tenths = Decimal(number % 10**6) / 10 or Decimal(1)
    assert read(f"{tenths}{letter}") == Money(tenths * factor, tenths * factor)


CURRENCIES = st.sampled_from(["USD", "EUR", "KRW", "MXN", "KWD", "JPY", "INR", "CAD", "CHF", "GBP"])
PERIODS = st.sampled_from(["", "year", "month", "hour"])


@given(st.integers(1, 10**12 - 1), st.integers(1, 10**12 - 1), CURRENCIES, PERIODS)
def test_what_is_shown_reads_as_the_same_money(one_end, other_end, currency, period):
    unit = Decimal(1).scaleb(-minor_units(currency))
    money = Money(*sorted((one_end * unit, other_end * unit)), period)
    shown = show_money(money, currency) + (f" per {period}" if period else "")
    assert read(shown, currency) == money


@given(cents)
def test_shown_numbers_group_thousands_and_have_two_decimals_or_none(amount):
    assert re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d\d)?", show_number(amount))


amountish = st.text("0123456789kKmM$\u20ac.,_- toEURUSD\u0660\uff11\u00a0%e+", max_size=20)


@given(st.one_of(st.text(), amountish), st.sampled_from(["USD", "EUR", "SEK", None]))
def test_any_text_reads_as_a_decimal_within_bounds_or_is_unreadable(text, currency):
    for adapter in (_RANGE, _AMOUNT):
        try:
            money = read(text, currency, adapter)
        except UnreadableError:
            pass
        else:
            assert {type(end) for end in money.ends} == {Decimal}
            assert 0 < money.low <= money.high < 10**12
            assert any(digit in fold_look_alikes(text) for digit in "0123456789")
            # An unknown currency is a problem itself, and matches any sign until it is mended.
            assert currency is None or not any(map(_is_foreign_digit, text))


def _is_foreign_digit(character: str) -> bool:
    """Full-width digits are read as the plain ones that they look like."""
    return character.isdigit() and not character.isascii() and not "\uff10" <= character <= "\uff19"


@table(
    ("typed", "text", "period"),
    [
        ("12 new sites p.a.", "12 new sites", "year"),
        ("12 new sites pa", "12 new sites", "year"),
        ("12 new sites (p.a.)", "12 new sites", "year"),
        ("12 new sites in a year", "12 new sites", "year"),
        ("2 new sites pcm", "2 new sites", "month"),
        ("12 new sites/yr", "12 new sites", "year"),
        ("12 new sites (a year)", "12 new sites", "year"),
        ("$2m a year in renewals", "$2m a year in renewals", "year"),
        ("50k/mth GP by June", "50k a month GP by June", "month"),
        ("12 sites a mth by yr end", "12 sites a month by yr end", "month"),
        ("50k GP/mth", "50k GP", "month"),
        ("12 renewals worth 50k a year each", "12 renewals worth 50k a year each", ""),
        ("10 monthly retainers renewed", "10 monthly retainers renewed", ""),
        ("40 calls a day and 3 deals a mth", "40 calls a day and 3 deals", "month"),
        ("110% of last year", "110% of last year", ""),
        ("8 orders before 5 pm", "8 orders before 5 pm", ""),
        ("12 sites by the end of each quarter", "12 sites by the end of each quarter", ""),
    ],
)
def test_the_period_of_a_target_in_words_is_said_once(typed, text, period):
    assert read(typed, adapter=_TARGET) == (text, period)


@table(
    "typed",
    ["12k GP per wk by mth 6", "12k/wk GP", "$12k weekly GP", "12 renewals per wk", "12k p/w"],
)
def test_a_target_for_a_week_is_told_what_that_comes_to(typed):
    """It is never printed with another period behind its own."""
    with pytest.raises(UnreadableError) as caught:
        read(typed, adapter=_TARGET)
    assert caught.value.message == f'"{typed}" is for a week.'
    assert caught.value.cure == (
        "Write the figure for a month, a quarter or a year. A quarter has 13 weeks, a year 52."
    )


@table(
    ("typed", "period"),
    [
        *((f"8.5 - 10.5k{words}", "month") for words in (
            "/mth", " /mth", "/mths", " per mth", " a mth", " p/m", " p/mth", " p.mth", " mthly",
            " mth", "/mo.", "/m", " per calendar month", " every mth", "/mnth",
        )),
        *((f"85k{words}", "year") for words in ("/yr", " p/yr", "/y", " yrly", " per yr.", " yr")),
        *((f"45{words}", "hour") for words in (" p/h", "ph", " p/hr", "/hr.", " hrly", " per h")),
        ("9000 mths", "month"), ("900mth", "month"),
    ],
)  # fmt: skip
def test_a_period_is_read_however_it_is_shortened(typed, period):
    assert read(typed).period == period


@table("typed", ["900 p/w", "900 pw", "900/wk", "900 per wk", "900 p.w.", "900 wkly", "900 p/wk"])
def test_pay_for_a_week_is_refused_however_it_is_shortened(typed):
    with pytest.raises(UnreadableError, match="is for a week"):
        read(typed)


@table(
    "typed", ["5000 \u20ac/Monat", "5000 par mois", "5000 per maand", "9k x 13 mths", "5k im Monat"]
)
def test_no_cure_leaves_out_a_period_that_it_cannot_read(typed):
    """Without it the amount would be for a year."""
    with pytest.raises(UnreadableError) as caught:
        BASE.read(typed, Context("EUR"))
    assert caught.value.forms == ()
    assert "in digits, with its period: 4500 a month." in caught.value.cure


@table("typed", ["2 mths", "1 mth"])
def test_months_behind_a_small_figure_are_a_length(typed):
    with pytest.raises(UnreadableError):
        read(typed)


@table(
    ("typed", "period"),
    [("pm", "month"), ("p/mth", "month"), ("mthly", "month"), ("/mth", "month"), ("p.a.", "year"),
     ("p/h", "hour"), ("per calendar month", "month"), ("yr.", "year")],
)  # fmt: skip
def test_a_period_alone_is_read_however_it_is_shortened(typed, period):
    assert PAY_PERIOD.read(typed, Context()) == period


@table("typed", ["2.4 Cr", "₹2.4 Crs", "2.4 crore", "2.4Cr"])
def test_crores_are_read_by_their_short_names(typed):
    assert read(typed, "INR", _TARGET).ends == (24_000_000, 24_000_000)


def test_crores_with_a_shortened_period_are_read():
    assert read("2.4 Cr p.a.", "INR", _TARGET).period == "year"
    assert read("2.4 Cr p.a.", "INR", _TARGET).ends == (24_000_000, 24_000_000)
