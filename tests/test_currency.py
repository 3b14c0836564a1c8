"""The currency that amounts are in: from their signs and the place, until it is given by hand."""

import re
from typing import Any

import pytest

from amjd.answers.fields import FIELDS
from amjd.answers.kinds import Context
from amjd.answers.pay.currencies import OtherCurrencyError, local_currency
from amjd.asker import Ask
from amjd.interview.asks import ask_at
from amjd.interview.way import stop_for
from amjd.sources.checked import check
from amjd.sources.sheet import SETTLED
from amjd.sources.yaml_file import parse
from conftest import CATALOG, QUESTIONS
from interviews import changed, finished, interview, kept, posting, told
from script import Script, answered, example, sheet
from tables import table

PAY = {"pay__variable": "none", "pay__bonus": "", "pay__ote": "", "pay__currency": ""}
CURRENCY = "pay.currency"
NOWHERE = "Springfield"


def answers_of(location: str = NOWHERE, name: str = "standard", **more: str) -> str:
    """Return answers without a word on money, at a place or at none."""
    given = {"pay__base": "private", "portfolio__revenue": "", "portfolio__expansion": ""}
    return kept(name, **{**PAY, **given, "role__location": location, **more})


def with_quota(location: str = NOWHERE, **more: str) -> str:
    """Return answers with a quota for a year, and no other amount."""
    return answers_of(location, "sales", pay__variable="private", quota__period="year", **more)


def reading(text: str, field: str, typed: str) -> str:
    """Return how an answer would read, before it is kept."""
    known = interview(Script({}), text)[0].kept
    ask = ask_at(known, stop_for(known, field))
    assert ask.read
    return ask.read((typed,)).text


def picks(script: Script) -> list[Ask]:
    """List what was asked about the currency."""
    return [ask for ask in script.asked if "Which currency" in ask.question]


@table(
    ("location", "typed", "code", "shown"),
    [
        ("Leeds, UK", "\u00a338-45k", "GBP", "\u00a338,000 to \u00a345,000 per year"),
        ("Leeds, UK", "38-45k", "GBP", "\u00a338,000 to \u00a345,000 per year"),
        ("Leeds, UK", "38-45k a year", "GBP", "\u00a338,000 to \u00a345,000 per year"),
        ("Leeds, UK", "$38-45k", "USD", "$38,000 to $45,000 per year"),
        ("Springfield", "\u00a338-45k a year", "GBP", "\u00a338,000 to \u00a345,000 per year"),
        ("Springfield", "38k pounds", "GBP", "\u00a338,000 per year"),
        ("Springfield", "GBP 38k", "GBP", "\u00a338,000 per year"),
        ("Springfield", "38-45k CHF", "CHF", "CHF 38,000 to CHF 45,000 per year"),
        ("Springfield", "38-45k chf a year", "CHF", "CHF 38,000 to CHF 45,000 per year"),
        ("Springfield", "\u20ac40k", "EUR", "\u20ac40,000 per year"),
        ("Springfield", "CA$60k", "CAD", "CA$60,000 per year"),
        ("Springfield", "A$60k", "AUD", "A$60,000 per year"),
        ("Springfield", "$60k", None, "$60,000 per year"),
        ("Springfield", "60k", None, "$60,000 per year"),
        ("Denver, CO", "60k", None, "$60,000 per year"),
        ("Denver, CO", "\u00a360k", "GBP", "\u00a360,000 per year"),
        ("Toronto, ON", "$60k", "CAD", "CA$60,000 per year"),
        ("Toronto, ON", "60k", "CAD", "CA$60,000 per year"),
        ("Dublin, Ireland", "40k", "EUR", "\u20ac40,000 per year"),
        ("Dublin, Ireland", "\u00a340k", "GBP", "\u00a340,000 per year"),
        ("Stockholm, Sweden", "400k kr", "SEK", "SEK 400,000 per year"),
        ("Zurich, Switzerland", "90k", "CHF", "CHF 90,000 per year"),
        ("Pune, India", "10L - 15L", "INR", "\u20b91,000,000 to \u20b91,500,000 per year"),
        ("Springfield", "\u20b910L-15L", "INR", "\u20b91,000,000 to \u20b91,500,000 per year"),
        ("Tegucigalpa, Honduras", "L15,000 a month", "HNL", "HNL 15,000 per month"),
    ],
)
def test_an_amount_settles_its_currency_in_the_same_save(
    location: str, typed: str, code: str | None, shown: str
) -> None:
    text = answers_of(location)
    assert shown in reading(text, "pay.base", typed)
    script = Script({}, {"review": ["pay.base", "yes"], "pay.base": [typed]})
    asking, saved = interview(script, text, mode="errand")
    asking.run()
    assert asking.kept.answers().pay.currency == code
    assert shown in posting(asking).decode()
    assert (f"{CURRENCY[4:]}: {code}" in saved[0]) is bool(code)
    assert told(script, f"({code}).") is bool(code)
    assert not picks(script)
    checked = check(parse(saved[-1].encode(), "kept"), CATALOG.ids, QUESTIONS)
    assert checked.answers == asking.kept.answers()


@pytest.mark.parametrize("typed", ["12 renewals", "private"])
def test_what_is_no_amount_settles_nothing(typed: str) -> None:
    text = with_quota("Leeds, UK", quota__target="")
    asking, _ = changed(text, "quota.target", typed)
    assert asking.kept.answers().pay.currency is None


@pytest.mark.parametrize(
    ("location", "typed", "code"),
    [(NOWHERE, "\u00a360k of new orders", "GBP"), ("Leeds, UK", "60k of new orders", "GBP"),
     (NOWHERE, "60k of new orders", None)],
)  # fmt: skip
def test_a_target_in_words_is_in_the_money_that_it_opens_with(
    location: str, typed: str, code: str | None
) -> None:
    asking, _ = changed(with_quota(location, quota__target=""), "quota.target", typed)
    assert asking.kept.answers().pay.currency == code


@pytest.mark.parametrize("typed", ["CA$150k", "A$150k", "HK$ 150,000", "\u00a3150k"])
def test_a_target_with_the_sign_of_another_currency_is_no_words(typed: str) -> None:
    with pytest.raises(OtherCurrencyError):
        FIELDS["quota.target"].kind.read(typed, Context("USD"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("\u00a340k plus dogs", "Write \u00a340k."),
        ("\u20ac38.000", "Write \u20ac38000."),
        ("\u00a3 lots", "is not an amount."),
    ],
)
def test_what_cannot_be_read_is_not_refused_for_its_sign(typed: str, said: str) -> None:
    script = Script({}, {"review": ["pay.base", "yes"], "pay.base": [typed, "private"]})
    asking, _ = interview(script, answers_of(pay__base=""), mode="errand")
    asking.run()
    assert said in script.asked[2].note
    assert "is marked" not in script.asked[2].note
    assert asking.kept.answers().pay.currency is None


# -- what was given before, and what comes after ---------------------------------------------------


def test_the_quota_comes_before_the_place_and_settles_what_the_place_does_not_change() -> None:
    text = with_quota(quota__target="", pay__base="40k")
    asking, script = changed(text, "quota.target", "\u00a3150k")
    assert asking.kept.answers().pay.currency == "GBP"
    assert told(script, "Amounts are in pounds (GBP).")
    asking, _ = changed(asking.kept.sheet.text, "role.location", "Denver, CO")
    assert asking.kept.answers().pay.currency == "GBP"


def test_amounts_without_a_sign_follow_the_place_and_with_theirs_they_do_not() -> None:
    text = with_quota(quota__target="150k")
    asking, script = changed(text, "role.location", "Leeds, UK")
    assert asking.kept.answers().pay.currency == "GBP"
    assert told(script, "Amounts are in pounds (GBP).")
    text = answered(text, "quota.target", "$150k")
    asking, _ = changed(text, "role.location", "Leeds, UK")
    assert asking.kept.answers().pay.currency == "USD"
    asking, _ = changed(text, "role.location", "Toronto, ON")
    assert asking.kept.answers().pay.currency == "CAD"


def test_the_currency_follows_the_sign_until_it_is_given_by_hand() -> None:
    asking, _ = changed(answers_of("Leeds, UK"), "pay.base", "\u00a338-45k")
    text = asking.kept.sheet.text
    assert f"currency: GBP  # {SETTLED}" in text
    asking, script = changed(text, "pay.base", "$38-45k")
    assert asking.kept.answers().pay.currency == "USD"
    assert told(script, "Amounts are in US dollars (USD).")
    assert not picks(script)
    asking, _ = changed(text, CURRENCY, "EUR")
    assert SETTLED not in asking.kept.sheet.text
    assert asking.kept.current("pay.base") == "38000 to 45000"
    _, script = changed(asking.kept.sheet.text, "pay.base", "\u00a338-45k")
    assert len(picks(script)) == 1
    # So is one that somebody has changed in the file.
    _, script = changed(text.replace("GBP", "CHF").replace("\u00a3", ""), "pay.base", "$38-45k")
    assert len(picks(script)) == 1


@pytest.mark.parametrize(
    ("row", "code", "base"),
    [("USD", "USD", "$40k"), ("given", "GBP", "40k"), ("again", "GBP", "1k")],
)
def test_another_sign_than_that_of_the_currency_asks_which(row: str, code: str, base: str) -> None:
    text = answers_of("Leeds, UK", pay__currency="GBP", pay__base="1k a month")
    wants: dict[str, Any] = {"pay.base": ["$40k", row]}
    if row == "again":
        wants["pay.base"].append("1k")
    script = Script({}, {"review": ["pay.base", "yes"], **wants})
    asking, _ = interview(script, text, mode="errand")
    asking.run()
    (ask,) = picks(script)
    assert [one.label for one in ask.rows[:2]] == ["US dollars (USD)", "Still in pounds (GBP)"]
    assert "$40,000" in ask.rows[0].help
    assert "\u00a340,000" in ask.rows[1].help
    assert asking.kept.answers().pay.currency == code
    assert asking.kept.current("pay.base").startswith(base)


def test_signs_that_no_currency_has_together_ask_which() -> None:
    text = with_quota(quota__target="\u00a3150k", pay__currency="GBP")
    text = text.replace("currency: GBP", f"currency: GBP  # {SETTLED}")
    script = Script({}, {"review": ["pay.base", "yes"], "pay.base": ["$40k", "USD"]})
    asking, _ = interview(script, text, mode="errand")
    asking.run()
    assert len(picks(script)) == 1
    assert asking.kept.answers().pay.currency == "USD"
    assert asking.kept.current("quota.target") == "150000"
    assert told(script, "the currency sign is left out")


def test_a_sign_of_several_currencies_asks_which() -> None:
    text = answers_of(NOWHERE, pay__base="")
    script = Script({}, {"review": ["pay.base", "yes"], "pay.base": ["400k kr", "NOK"]})
    asking, _ = interview(script, text, mode="errand")
    asking.run()
    assert [row.value for row in picks(script)[0].rows] == ["SEK", "NOK", "DKK", "ISK", "again"]
    assert picks(script)[0].at is None
    assert "NOK 400,000" in posting(asking).decode()


@pytest.mark.parametrize("given", ["", "USD"])
def test_a_letter_that_is_lakhs_or_a_sign_asks_which_and_no_enter_takes_one(given: str) -> None:
    text = answers_of("Denver, CO", pay__base="", pay__currency=given)
    script = Script({}, {"review": ["pay.base", "yes"], "pay.base": ["10L - 15L", "INR"]})
    asking, _ = interview(script, text, mode="errand")
    asking.run()
    (ask,) = picks(script)
    values = [row.value for row in ask.rows]
    assert (values, ask.at) == (["INR", "PKR", "BDT", "NPR", "LKR", "HNL", "again"], None)
    assert "\u20b91,000,000 to \u20b91,500,000" in posting(asking).decode()


@pytest.mark.parametrize(
    ("typed", "location", "codes"),
    [("$", "Toronto, ON", ["CAD", "USD"]), ("kr", "Oslo, Norway", ["NOK", "SEK", "DKK", "ISK"])],
)
def test_a_sign_alone_asks_which_of_its_currencies(
    typed: str, location: str, codes: list[str]
) -> None:
    text = answers_of(location)
    script = Script({}, {"review": [CURRENCY, "yes"], CURRENCY: [typed, codes[0]]})
    asking, _ = interview(script, text, mode="errand")
    asking.run()
    assert [row.value for row in script.asked[2].rows[:-1]] == codes
    assert asking.kept.answers().pay.currency == codes[0]
    assert SETTLED not in asking.kept.sheet.text


@pytest.mark.parametrize(
    ("typed", "code"), [("\u00a3", "GBP"), ("dollars", "USD"), ("euros", "EUR"), ("gbp", "GBP")]
)
def test_a_sign_of_one_currency_is_its_code(typed: str, code: str) -> None:
    asking, script = changed(answers_of(), CURRENCY, typed)
    assert script.fields == ["review", CURRENCY, "review"]
    assert asking.kept.answers().pay.currency == code


@pytest.mark.parametrize("base", ["40k", "{min: 40k, max: 45k}"])
def test_what_is_kept_as_it_stands_settles_nothing(base: str) -> None:
    text = answers_of("Leeds, UK", pay__base="40k").replace("base: 40k", f"base: {base}")
    current = base if base == "40k" else "40k to 45k"
    assert "$40,000" in reading(text, "pay.base", current)
    asking, _ = changed(text, "pay.base", current)
    assert asking.kept.answers().pay.currency is None


@pytest.mark.parametrize(
    ("currency", "example"), [("GBP", "Leeds, UK"), ("", "Denver, CO"), ("SEK", "Denver, CO")]
)
def test_the_example_of_a_place_is_one_where_the_money_is(currency: str, example: str) -> None:
    text = answers_of().replace("Springfield", '""')
    known = interview(Script({}), answered(text, CURRENCY, currency))[0].kept
    assert ask_at(known, stop_for(known, "role.location")).example == example


@pytest.mark.parametrize(
    ("sign", "location", "code", "shown"),
    [("\u00a3", "Leeds, UK", "GBP", "\u00a3"), ("", "Leeds, UK", "GBP", "\u00a3"),
     ("$", "Toronto, ON", "CAD", "CA$"), ("$", "Denver, CO", None, "$")],
)  # fmt: skip
def test_a_whole_interview_is_in_one_currency(
    sign: str, location: str, code: str | None, shown: str
) -> None:
    tree = example("sales")
    tree["role"]["location"], tree["portfolio"]["revenue"] = location, f"{sign}4m"
    tree["quota"]["target"], tree["pay"]["variable"] = f"{sign}300k", f"{sign}30k"
    tree["pay"]["base"], tree["pay"]["currency"] = f"{sign}55-60k", ""
    asking, script = finished(tree)
    assert asking.kept.answers().pay.currency == code
    assert sum("Amounts are in" in said for said in script.heard) == bool(code)
    assert f"{shown}300,000 per quarter" in posting(asking).decode()
    assert f"{shown}55,000 to {shown}60,000" in posting(asking).decode()
    checked = check(parse(asking.kept.sheet.text.encode(), "kept"), CATALOG.ids, QUESTIONS)
    assert checked.answers == asking.kept.answers()


# -- in a file ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["pay: {base: 38k}\n", "pay:\n  base: 38k\n", "# fmt: off\npay: {base: 38k}  # now\n"]
)
def test_the_file_says_that_it_was_settled(text: str) -> None:
    kept_now = interview(Script({}), text)[0].kept
    kept_now.put_all({"role.location": "Leeds, UK"})
    found = kept_now.sheet
    assert found.remarks[CURRENCY] == SETTLED
    assert sheet(found.text).tree["pay"] == {"base": "38k", "currency": "GBP"}
    kept_now.put_all({CURRENCY: "EUR"})
    assert CURRENCY not in kept_now.sheet.remarks
    assert SETTLED not in kept_now.sheet.text


@pytest.mark.parametrize("mark", ["\u00a3", "$", "kr", "\u00a5", "GBP", "CA$", "Rs", "gbp", "chf"])
def test_the_cure_of_a_sign_is_one_to_follow(mark: str) -> None:
    typed = f"{mark} 38000" if mark != "gbp" else "38000 gbp"
    with pytest.raises(OtherCurrencyError) as caught:
        FIELDS["pay.base"].kind.read(typed, Context("EUR"))
    codes, joint = re.fullmatch(
        rf"Set pay\.currency to (.+), (or|and) leave {re.escape(mark)} out\.", caught.value.cure
    ).groups()
    bare = typed.replace(mark, "").strip()
    FIELDS["pay.base"].kind.read(bare, Context("EUR"))
    for code in re.split(r", | or ", codes):
        FIELDS["pay.base"].kind.read(typed if joint == "or" else bare, Context(code))


@table(
    ("country", "code"),
    [("US", "USD"), ("GB", "GBP"), ("JE", "GBP"), ("CA", "CAD"), ("DE", "EUR"), ("BG", "EUR"),
     ("CH", "CHF"), ("LI", "CHF"), ("XX", ""), ("", ""), ("VE", "")],
)  # fmt: skip
def test_a_country_has_its_currency(country: str, code: str) -> None:
    assert local_currency(country) == code


# -- where nobody has said it ----------------------------------------------------------------------

UNSAID = {"quota__target": "", "quota__period": "", "pay__base": "", "role__location": ""}
UNSAID["role__regions"] = ""


def then_pay(location: str, *quota: str, **more: str) -> tuple[str, Script]:
    """Type a quota before anything tells the currency, then a place and the pay."""
    text = answers_of("", "sales", **{**PAY, **UNSAID, "pay__variable": "private", **more})
    wants = {
        "review": ["quota.target", "role.location", "pay.base", "yes"],
        "quota.target": quota, "role.location": [location], "pay.base": ["38-42k a year"],
    }  # fmt: skip
    asking, script = finished({}, wants, text, mode="errand")
    return posting(asking).decode(), script


def test_an_amount_without_a_sign_is_offered_in_pounds_and_euros() -> None:
    _, script = then_pay("Denver, CO", "about 300k a year", "keep")
    rows = {row.value: row.help for row in script.asked[2].rows}
    assert rows["GBP"] == "Reach your sales target: \u00a3300,000 per year"
    assert rows["EUR"] == "Reach your sales target: \u20ac300,000 per year"


def test_a_period_that_is_asked_is_offered_in_pounds_and_euros_too() -> None:
    text = answers_of("leeds", pay__base="", pay__period="", role__regions="")
    asking, script = changed(text, "pay.base", "38-42", **{"pay.period": ["GBP"]})
    rows = {row.label: row.help for row in script.asked[2].rows}
    assert rows["Year, in pounds (GBP)"] == "Base pay is \u00a338,000 to \u00a342,000 per year."
    assert list(rows)[:2] == ["Year", "Year, in pounds (GBP)"]
    assert asking.kept.answers().pay.currency == "GBP"
    assert asking.kept.answers().pay.period == "year"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("about $300k a year", {}),
        ("about 300k usd a year", {}),
        ("about 300k dollars a year", {}),
        ("about 300k pounds a year", {}),
        ("about 300k a year", {"role__location": "Denver, CO"}),
        ("about 300k a year", {"pay__currency": "USD"}),
        ("about 300k a year", {"portfolio__revenue": "$2m"}),
    ],
)
def test_other_currencies_are_not_offered_where_one_is_told(
    text: str, more: dict[str, str]
) -> None:
    _, script = then_pay("Denver, CO", text, "keep", **more)
    assert [row.value for row in script.asked[2].rows] == ["keep", "again"]


@pytest.mark.parametrize("typed", ["about 300k a year", "300k of new orders a year", "300k a year"])
@pytest.mark.parametrize(
    ("location", "sign"), [("Leeds, UK", "\u00a3"), ("Cork, Ireland", "\u20ac"), ("Utah", "$")]
)
def test_an_amount_whose_sign_was_assumed_follows_the_place(
    typed: str, location: str, sign: str
) -> None:
    said, script = then_pay(location, typed, "keep")
    assert f"{sign}300,000" in said
    assert f"{sign}38,000" in said
    assert told(script, "Amounts are in") == (sign != "$")


def test_every_part_of_a_quota_whose_sign_was_assumed_follows_the_place() -> None:
    typed = "600k renewed + 150k expansion a year"
    said, _ = then_pay("Toronto, Ontario, Canada", typed, "keep")
    assert "CA$600,000 in renewals plus CA$150,000 in expansion per year" in said
    said, _ = then_pay("Oslo, Norway", typed, "keep")
    assert "NOK 600,000 in renewals plus NOK 150,000 in expansion per year" in said


def test_an_amount_that_is_picked_in_pounds_stays_in_them() -> None:
    said, _ = then_pay("Denver, CO", "300k of new orders a year", "GBP")
    assert "\u00a3300,000 of new orders" in said
    assert "\u00a338,000" in said


def test_that_an_about_is_left_out_is_said_where_it_is_asked_about() -> None:
    _, script = then_pay("Denver, CO", "about 300k a yr", "keep")
    assert script.asked[2].note == 'Quota amount: it has to be exact, so "about" is left out.'
    _, script = then_pay("Denver, CO", "300k a yr i guess", "keep")
    assert script.asked[2].note == ""


# -- where a place is ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "location", "code"),
    [
        (["leeds", "leeds"], "leeds", ""),
        (["leeds", "leeds, uk"], "leeds, uk", "GBP"),
        (["leeds", "uk"], "leeds, uk", "GBP"),
        (["leeds", ", England"], "leeds, England", "GBP"),
        (["york", "leeds"], "leeds", ""),
        (["leeds", "United Kingdom"], "leeds, United Kingdom", "GBP"),
        (["leeds", "leeds uk", "keep"], "Leeds, UK", "GBP"),
        (["Leeds, UK"], "Leeds, UK", "GBP"),
        (["Salem", "ma"], "Salem, ma", ""),
    ],
)
def test_where_a_place_is_that_was_typed_alone_is_asked_once(
    typed: list[str], location: str, code: str
) -> None:
    text = answers_of("", pay__base="38-42k", role__regions="")
    asking, script = changed(text, "role.location", *typed)
    assert asking.kept.current("role.location") == location
    assert asking.kept.current(CURRENCY) == code
    assert script.fields.count("role.location") == len(typed)
    for ask in script.asked:
        if ask.question.startswith("In which state") and ask.read:
            assert f"{ask.typed}, {ask.typed}" not in ask.read((ask.typed,)).text
    where = [ask for ask in script.asked if ask.question.startswith("In which state")]
    standing = {"leeds": "Leeds, United Kingdom", "Salem": "Salem", "york": "york"}
    asked = [standing[typed[0]]] if typed[0] in standing else []
    assert [ask.typed or ask.offer[0] for ask in where] == asked
    assert all(ask.is_old for ask in where)  # a country is typed in its place, not glued to it


def test_where_a_place_is_that_stands_already_is_not_asked() -> None:
    _, script = changed(
        answers_of("leeds", pay__base="38k", role__regions=""), "role.location", "leeds"
    )
    assert script.fields.count("role.location") == 1


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("Leeds, UK", "GBP"),
        ("Cork, Ireland", "EUR"),
        ("Toronto, ON, Canada", "CAD"),
        ("Perth, Australia", "AUD"),
    ],
)
def test_the_examples_are_those_of_the_place_before_any_amount(location: str, code: str) -> None:
    given = {"role__regions": "", "role__travel": "weekly", "pay__base": ""}
    known = interview(Script({}), answers_of(location, **given))[0].kept
    for field, question in QUESTIONS.items():
        if code in question.elsewhere and field != "role.location":
            ask = ask_at(known.beside({field: ""}), stop_for(known, field))
            if field != "pay.base":
                assert ask.example == question.elsewhere[code]
            assert ask.read
            seen = ask.read(tuple(ask.example.split("; ") if ask.many else [ask.example]))
            assert not seen.refused, field
            assert not seen.advice, field


def test_the_pay_is_asked_with_an_example_of_the_place() -> None:
    known = interview(Script({}), answers_of("Leeds, UK", pay__base="", role__regions=""))[0].kept
    assert ask_at(known, stop_for(known, "pay.base")).example == "32000 to 36000 a year"
