"""A bonus as owners type it: each is offered as something true that can be printed, in one step."""

from typing import Any

import pytest

from amjd.answers.reading import read
from amjd.asker import Ask
from amjd.interview.sentences import kept_text
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from conftest import CATALOG, PROMPTS, QUESTIONS
from interviews import BACK, changed, interview, kept, posting, stopped
from script import Script, example
from tables import table

BEFORE = {"pay__base": "48-54k", "pay__variable": "", "pay__bonus": "", "pay__commission": "",
          "pay__ote": "", "pay__period": "", "role__location": "Tucson, AZ"}  # fmt: skip


def told_so(typed: str, row: str = "keep", name: str = "standard", **more: str) -> tuple[Ask, Any]:
    """Type a bonus and take a row of what is asked about it; what is asked is the second ask."""
    wants = {"review": ["pay.variable", "yes"], "pay.variable": [typed, row]}
    script = Script({}, wants)
    asking, saved = interview(script, kept(name, **{**BEFORE, **more}), mode="errand")
    asking.run()
    assert [ask.fields[0] for ask in script.asked][:3] == ["review", "pay.variable", "pay.variable"]
    assert "150000" not in " ".join(script.heard)
    checked = check(parse(saved[-1].encode(), "kept"), CATALOG.ids, QUESTIONS)
    assert checked.answers == asking.kept.answers()
    return script.asked[2], asking


@table(
    ("typed", "bonus"),
    [
        ("small bonus if they keep ordering", "small bonus if they keep ordering"),
        ("up to 2000", "up to $2,000"),
        ("up to $2,000 a year", "up to $2,000 per year"),
        ("up to 2000 at christmas", "up to $2,000 at christmas"),
        ("0 to 2000", "up to $2,000"),
        ("$0 - $2k", "up to $2,000"),
        ("2000 max", "up to $2,000"),
        ("max 2000", "up to $2,000"),
        ("at most 2k", "up to $2,000"),
        ("2000 or less", "up to $2,000"),
        ("at least 1000", "at least $1,000"),
        ("2000+", "at least $2,000"),
        ("about 2000", "about $2,000"),
        ("2000 or so", "about $2,000"),
        ("100 per new client", "$100 per new client"),
        ("$500 each quarter", "$500 each quarter"),
        ("$300 a week", "$300 a week"),
        ("500 at christmas and 500 in june", "$500 at christmas and 500 in june"),
    ],
)
def test_words_without_an_exact_figure_become_the_terms(typed: str, bonus: str) -> None:
    ask, asking = told_so(typed)
    assert ask.question == "Shall it read like this?"
    # What names the bonus itself needs no sentence that there is one.
    before = "" if "bonus" in bonus else "A bonus comes on top. "
    assert ask.why == f"{before}How the bonus works: {bonus}."
    assert ask.at == 0
    pay = asking.kept.answers().pay
    assert (pay.variable, pay.bonus) == ("private", bonus)
    printed = posting(asking).decode().replace("\n\n", " ")
    assert f"{before}How the bonus works: {bonus}." in printed
    assert ("A bonus comes on top." in printed) == bool(before)


@table(
    ("typed", "variable", "bonus"),
    [
        ("up to 10% of base, tied to NRR 105%", "up to 10%", "tied to NRR 105%"),
        ("bonus of up to 10% of base, tied to NRR 105%", "up to 10%", "tied to NRR 105%"),
        ("up to 10%, tied to NRR", "up to 10%", "tied to NRR"),
        ("up to 10% bonus if NRR is 105%", "up to 10%", "if NRR is 105%"),
        ("up to 15% if the four hit the revenue plan, 11 million", "up to 15%",
         "if the four hit the revenue plan, 11 million"),
        ("its up to 15% of salary, depends how close they come to plan, we pay it in January",
         "up to 15%", "depends how close they come to plan, we pay it in January"),
        ("15% of their salary if all 4 stay", "15%", "if all 4 stay"),
        ("20% of base for hitting 1.2m", "20%", "for hitting 1.2m"),
        ("10% if plan is met, 15% above it", "", "10% if plan is met, 15% above it"),
        ("10% of new sales over 500k", "", "10% of new sales over 500k"),
        ("$3000 bonus tied to renewals", "3000", "tied to renewals"),
        ("10% of base tied to NRR 105%", "", "10% of base tied to NRR 105%"),
        ("5% of new sales", "", "5% of new sales"),
    ],
)  # fmt: skip
def test_without_a_quota_a_share_is_a_bonus_with_its_rule(
    typed: str, variable: str, bonus: str
) -> None:
    ask, asking = told_so(typed, quota__carries="no")
    assert "ommission" not in ask.why
    kept_now = asking.kept
    assert kept_now.current("pay.bonus") == bonus
    assert not kept_now.current("pay.commission")
    if variable:
        assert variable in kept_now.current("pay.variable")
    else:
        assert kept_now.answers().pay.variable == "private"


@table(
    ("typed", "field"),
    [
        ("bonus of 10% of what they sell", "pay.bonus"),
        ("5% commission on upsells", "pay.commission"),
        ("10% of what they sell", "pay.commission"),
    ],
)
def test_what_is_called_bonus_or_commission_is_that(typed: str, field: str) -> None:
    _, asking = told_so(typed, name="sales")
    other = {"pay.bonus": "pay.commission", "pay.commission": "pay.bonus"}[field]
    assert asking.kept.current(field)
    assert not asking.kept.current(other)


@table(
    ("typed", "bonus", "left"),
    [
        ("no commission, a little bonus at year end if nobody leaves",
         "a little bonus at year end if nobody leaves", "no commission"),
        ("no commission. bonus at year end", "bonus at year end", "no commission"),
        ("no, but a christmas bonus", "a christmas bonus", "no"),
        ("zero commission - a year end bonus", "a year end bonus", "zero commission"),
        ("not a commission, just a small bonus", "just a small bonus", "not a commission"),
        ("we don't pay commission, a little bonus at year end",
         "a little bonus at year end", "we don't pay commission"),
        ("no percentages, we do a flat bonus when the year was good",
         "we do a flat bonus when the year was good", "no percentages"),
        ("no commission, up to 2000 a year", "up to $2,000 per year", "no commission"),
    ],
)  # fmt: skip
def test_what_is_paid_beside_what_is_not_is_no_denial_of_it(
    typed: str, bonus: str, left: str
) -> None:
    ask, asking = told_so(typed, quota__carries="no")
    assert "no bonus" not in ask.why
    assert (ask.at, ask.note) == (0, f"Left out: {left}.")
    kept_now = asking.kept
    assert (kept_now.current("pay.variable"), bonus_of(asking)) == ("private", bonus)
    assert not kept_now.current("pay.commission")


@table(
    ("typed", "left"),
    [
        ("no commission", ""),
        ("no bonus or commission", ""),
        ("no bonus, no commission", ""),
        ("no comms", ""),
        ("No, we don't do bonuses.", ""),
        ("we don't pay a bonus", ""),
        ("not right now", ""),
        ("no bonus, just a fair salary", "just a fair salary"),
    ],
)
def test_a_denial_of_all_that_is_on_top_is_none(typed: str, left: str) -> None:
    ask, asking = told_so(typed)
    assert (ask.at, ask.note) == (0, f"Left out: {left}." if left else "")
    assert asking.kept.current("pay.variable") == "none"


@table(
    "typed",
    ["not much, a little at christmas", "no cap on the bonus", "no bonus the first year",
     "nothing fixed, we share at christmas", "no bonus unless we have a good year",
     "none yet, maybe something at christmas", "no bonus; gift cards at christmas",
     "no bonus, 3 company trips"],
)  # fmt: skip
def test_a_no_that_may_be_none_of_a_bonus_is_taken_by_no_enter(typed: str) -> None:
    ask, _ = told_so(typed)
    assert ask.at is None
    told = [row.help for row in ask.rows]
    assert any("with no bonus." in one for one in (*told, ask.why))
    assert any(typed in one for one in (*told, ask.why))


@table(
    ("typed", "benefit"),
    [
        ("13th salary in november, no commission", "13th salary in November"),
        ("none, just 13th salary", "13th salary"),
        ("no bonus but 13th and 14th salary", "13th and 14th salary"),
        ("no bonus, 401k match", "401k match"), ("no bonus, 25 days holiday", "25 days holiday"),
    ],
)  # fmt: skip
def test_what_stands_beside_no_bonus_and_is_a_benefit_goes_there(typed: str, benefit: str) -> None:
    ask, asking = told_so(typed, pay__benefits="", quota__carries="no")
    assert (ask.at, ask.note) == (0, "")
    assert ask.why.endswith(f"with no bonus. Benefits: {benefit}.")
    assert asking.kept.current("pay.variable") == "none"
    assert asking.kept.items("pay.benefits") == [benefit]
    assert not asking.kept.current("pay.bonus")


@table(
    ("typed", "base", "benefits", "notes"),
    [
        ("about 3.400 to 3.800 a month brutto plus 13th salary", "$3,400 to $3,800 per month",
         ["13th salary"], ("about", "brutto")),
        ("55-60k gross, 14 salaries", "$55,000 to $60,000 per year",
         ["paid 14 times a year"], ("gross",)),
        ("2.900-3.200 brutto a month, 14 times", "$2,900 to $3,200 per month",
         ["paid 14 times a year"], ("brutto",)),
        ("2900-3200 a month gross, 14 times a year", "$2,900 to $3,200 per month",
         ["paid 14 times a year"], ("gross",)),
        ("2900 a month x 14, car", "$2,900 per month", ["paid 14 times a year", "car"], ()),
        ("2900-3200 a month (13x)", "$2,900 to $3,200 per month", ["paid 13 times a year"], ()),
        ("2900 x 14", "$2,900 per month", ["paid 14 times a year"], ()),
        ("45k in 14 payments", "$45,000 per year", ["paid 14 times a year"], ()),
        ("about 58 to 62k a year", "$58,000 to $62,000 per year", [], ("says about by itself",)),
        ("around 60k", "$60,000 per year", [], ("has to be exact",)),
    ],
)  # fmt: skip
def test_what_a_base_has_no_need_of_is_told(
    typed: str, base: str, benefits: list[str], notes: tuple[str, ...]
) -> None:
    ask, known = of_base(typed, pay__benefits="")
    assert base in ask.why
    assert known.items("pay.benefits") == benefits
    assert all(note in ask.note for note in notes)


@pytest.mark.parametrize("typed", ["3400-3800 a month before tax", "60k gross a year"])
def test_pay_is_before_tax_whoever_says_so(typed: str) -> None:
    wants = {"review": ["pay.base", KeyboardInterrupt()], "pay.base": [typed]}
    script = Script({}, wants)
    stopped(script, kept("sales", **ALONE), mode="errand")
    assert "always before tax" in script.asked[2].note


@table(
    ("typed", "told"),
    [
        ("maybe later", "later"), ("later on maybe", "later on"),
        ("perhaps next year", "next year"),
        ("maybe once we grow", "once we grow"), ("possibly after probation", "after probation"),
        ("maybe one day", "one day"), ("maybe from next year", "from next year"),
        ("maybe as soon as we can", "as soon as we can"), ("maybe in 2 years", "in 2 years"),
    ],
)  # fmt: skip
def test_a_bonus_that_may_come_is_told_with_when(typed: str, told: str) -> None:
    ask, asking = told_so(typed, quota__carries="no")
    assert ask.why == f"There may be a bonus {told}."
    assert bonus_of(asking) == f"There may be a bonus {told}"


def test_a_commission_that_is_denied_at_the_end_is_none() -> None:
    ask, asking = told_so("little at year end, no commission", quota__carries="no")
    assert "Commission" not in ask.why
    assert bonus_of(asking) == "little at year end, no commission"
    assert not asking.kept.current("pay.commission")


UP_TO = ["bonus up to 3k", "up to 3k bonus", "bonus of up to 3k", "bonus max 3k", "3k max bonus",
         "max bonus 3k", "bonus as much as 3k", "a bonus that may reach 3k", "bonus: up to 3k",
         "bonus (up to 3k)", "bonus, up to 3k", "bonus can be up to 3k", "bonus 0-3k",
         "up to 3k in bonuses", "Bonus capped at 3k", "3k bonus max"]  # fmt: skip


@table("typed", UP_TO)
def test_the_order_of_the_words_decides_nothing(typed: str) -> None:
    ask, asking = told_so(typed)
    assert ask.why == "A bonus comes on top. How the bonus works: up to $3,000."
    assert [row.value for row in ask.rows] == ["keep", "again"]
    assert (asking.kept.current("pay.variable"), bonus_of(asking)) == ("private", "up to $3,000")


@table("typed", UP_TO)
def test_the_most_that_is_paid_is_told_as_such_beside_base_pay(typed: str) -> None:
    ask, known = of_base(f"48-54k plus {typed}", name="standard")
    assert "A bonus comes on top. How the bonus works: up to $3,000." in ask.why
    assert ask.note == ""
    assert known.current("pay.variable") == "private"


@table(
    ("typed", "variable", "bonus"),
    [
        ("bonus at least 1k", "private", "at least $1,000"),
        ("bonus 3k or so", "private", "about $3,000"),
        ("bonus up to 3k at christmas", "private", "up to $3,000 at christmas"),
        ("up to 3k bonus at christmas", "private", "up to $3,000 at christmas"),
        ("bonus of 3k", "3k", None),
        ("bonus between 1k and 3k", "between 1k and 3k", None),
        ("bonus 3k if clients stay", "3k", "if clients stay"),
        ("bonus up to 10%", "up to 10%", None),
        ("bonus max 10%", "up to 10%", None),
        ("yearly bonus up to 3k", "private", "yearly bonus up to $3,000"),
        ("bonus could be 3k", "private", "bonus could be $3,000"),
        ("potential bonus of 3k", "private", "potential bonus of $3,000"),
    ],
)
def test_what_leads_to_an_amount_is_no_flat_promise_of_it(
    typed: str, variable: str, bonus: str | None
) -> None:
    _, asking = told_so(typed)
    assert (asking.kept.current("pay.variable"), bonus_of(asking)) == (variable, bonus)


def bonus_of(asking: Any) -> Any:
    return asking.kept.answers().pay.bonus


@table("typed", ["commission up to 20k", "up to 20k commission", "commission of max 20k"])
def test_the_name_of_a_commission_says_nothing_more_either(typed: str) -> None:
    _, asking = told_so(typed, name="sales", pay__commission="")
    assert asking.kept.answers().pay.commission == "up to $20,000"


@pytest.mark.parametrize(
    "typed",
    ["2 weeks pay", "about 2 weeks pay", "45k to 60k in all", "total comp around 70",
     "70 accounts total"],
)  # fmt: skip
def test_a_figure_of_something_else_is_no_bonus(typed: str) -> None:
    ask, asking = told_so(typed, pay__base="58000")
    assert ask.why == f"A bonus comes on top. How the bonus works: {typed}."
    assert [row.value for row in ask.rows] == ["keep", "again"]
    assert asking.kept.answers().pay.bonus == typed


@pytest.mark.parametrize("typed", ["some", "yes", "a small bonus", "competitive", "DOE", "a lot"])
def test_words_that_tell_nothing_are_not_printed(typed: str) -> None:
    ask, asking = told_so(typed)
    assert ask.why == "A bonus comes on top."
    assert asking.kept.answers().pay.variable == "private"
    assert asking.kept.answers().pay.bonus is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a bonus maybe", "There may be a bonus."),
        ("maybe a small bonus at the end of the year",
         "There may be a small bonus at the end of the year."),
        ("there may be a small bonus", "There may be a small bonus."),
        ("maybe", "There may be a bonus."),
        ("we'll see", "There may be a bonus."),
        ("a share of profit, we'll see how the year goes", "There may be a share of profit."),
        ("hopefully a bonus", "There may be a bonus."),
        ("maybe 2 weeks pay", "There may be a bonus: 2 weeks pay."),
        ("maybe 2 extra days off", "There may be a bonus of 2 extra days off."),
        ("possibly bonus at christmas", "There may be a bonus at christmas."),
    ],
)  # fmt: skip
def test_a_bonus_that_may_be_is_promised_by_no_line(typed: str, said: str) -> None:
    ask, asking = told_so(typed)
    assert ask.why == said
    assert asking.kept.answers().pay.variable is None
    text = posting(asking).decode()
    assert said in text
    assert "comes on top" not in text
    assert "plus a bonus" not in text


@table(
    ("typed", "said"),
    [
        ("xmas bonus usually, nothing promised", "a xmas bonus"),
        ("usually a bonus", "a bonus"),
        ("Discretionary", "a discretionary bonus"),
        ("discretionary bonus", "a discretionary bonus"),
        ("annual bonus at our discretion", "an annual bonus at our discretion"),
        ("sometimes", "a bonus"),
        ("no promise", "a bonus"),
        ("if we have a good year", "a bonus if we have a good year"),
        ("small bonus in a good year, not guaranteed", "a small bonus in a good year"),
        ("usually 500 at xmas, nothing promised", "a bonus of $500 at xmas"),
        ("no promises but usually 500", "a bonus of $500"),
        ("500 bonus usually", "a $500 bonus"),
        (
            "a bit at years end if it was a good year",
            "a bonus: a bit at years end if it was a good year",
        ),
        ("up to 500 if we have a good year", "a bonus: up to 500 if we have a good year"),
        (
            "there's often one at xmas, no promises",
            "a bonus: there's often one at xmas, no promises",
        ),
    ],
)
def test_what_is_usual_and_not_promised_is_promised_by_no_line(typed: str, said: str) -> None:
    ask, asking = told_so(typed)
    assert ask.why == f"There may be {said}."
    assert [row.value for row in ask.rows if row.value not in ("keep", "typed", "again")] == []
    assert asking.kept.answers().pay.variable is None
    text = posting(asking).decode()
    assert f"There may be {said}." in text
    assert "comes on top" not in text
    assert "plus a bonus" not in text


@table(
    ("typed", "said"),
    [
        ("maybe 10%", "a bonus of 10%"),
        ("maybe 5% of any extra project work they bring in",
         "a bonus: 5% of any extra project work you bring in"),
        ("we might pay 5% on extra project work", "a bonus of 5% on extra project work"),
        ("thinking about 5% of new work", "a bonus of 5% of new work"),
        ("possibly 500 at christmas", "a bonus of $500 at christmas"),
        ("2000 perhaps", "a bonus of $2,000"),
        ("maybe something at christmas", "a bonus: something at christmas"),
        ("a small bonus, maybe 5%", "a small bonus, maybe 5%"),
        ("10%, not sure", "a bonus of 10%"),
    ],
)  # fmt: skip
def test_what_may_be_paid_is_no_promise_with_a_figure_either(typed: str, said: str) -> None:
    ask, asking = told_so(typed, quota__carries="no")
    assert (ask.why, ask.at) == (f"There may be {said}.", 0)
    text = posting(asking).decode()
    assert f"There may be {said}." in text
    assert "comes on top" not in text


@table(
    ("typed", "said"),
    [
        ("maybe 5% of any extra project work they bring in, not decided",
         "There may be a bonus: 5% of any extra project work you bring in."),
        ("tbc, we might pay 5% on extra project work",
         "There may be a bonus of 5% on extra project work."),
        ("2000, to be decided", "There may be a bonus of $2,000."),
        ("10%, tbc", "There may be a bonus of 10%."),
        ("small bonus, still to decide", "There may be a small bonus."),
        ("bonus not decided yet", "There may be a bonus."),
        ("nothing decided", ""),
        ("not finalised, about 5%", ""),
        ("we're still working it out", ""),
    ],
)  # fmt: skip
def test_of_what_is_not_decided_nothing_is_said_by_enter(typed: str, said: str) -> None:
    ask, asking = told_so(typed, "out", quota__carries="no")
    assert (ask.question, ask.at) == ("Say nothing of this until it is decided?", 0)
    helps = {row.value: row.help for row in ask.rows}
    assert [*helps] == ["out", "open", *["unsure"] * bool(said), "again"]
    assert helps.get("unsure", "") == said
    assert "onus" not in posting(asking).decode()


@table("typed", ["bonus to be agreed each year", "a bonus that is not settled before March",
                 "a bonus of which the amount is still to be settled each June"])  # fmt: skip
def test_a_bonus_of_which_the_amount_is_not_decided_can_stand_as_it_was_typed(typed: str) -> None:
    ask, asking = told_so(typed, "typed", quota__carries="no")
    assert ask.at == 0
    assert ask.rows[0].value == "out"
    assert f"How the bonus works: {typed}." in posting(asking).decode()
    assert "comes on top" not in posting(asking).decode()


@table("typed", ["10% of sales, tbc", "30k, not agreed yet"])
def test_what_comes_on_top_and_must_be_told_is_open_until_it_is_decided(typed: str) -> None:
    wants = {"review": ["pay.variable", KeyboardInterrupt()], "pay.variable": [typed, "open"]}
    script = Script({}, wants)
    asking, _ = stopped(script, kept("sales", **BEFORE), mode="errand")
    ask = script.asked[2]
    assert (ask.question, ask.at) == ("Leave this open, as not sure yet?", 0)
    assert asking.kept.is_open("pay.variable")


@table("typed", ["not decided yet", "tbc", "undecided", "under discussion", "we'll decide later"])
def test_a_bonus_that_is_not_decided_is_open(typed: str) -> None:
    ask, asking = told_so(typed, "open", quota__carries="no")
    assert (ask.question, ask.at) == ("Leave this open, as not sure yet?", 0)
    assert asking.kept.is_open("pay.variable")


@table(
    ("typed", "said"),
    [
        ("48-54k plus maybe a bonus", "There may be a bonus."),
        ("48-54k plus maybe 10%", "There may be a bonus of 10%."),
        ("48-54k, bonus tbc", "There may be a bonus."),
        ("48-54k, maybe a bonus, not decided yet", "There may be a bonus."),
        ("48-54k plus maybe 5% of extra work, not decided",
         "There may be a bonus of 5% of extra work."),
    ],
)  # fmt: skip
def test_beside_base_pay_nothing_doubtful_is_promised_either(typed: str, said: str) -> None:
    ask, known = of_base(typed, name="standard", quota__carries="no")
    assert ask.why == f"Base pay is $48,000 to $54,000 per year. {said}"
    assert known.current("pay.variable") == ""


@table("typed", ["5% of sales, maybe 10% later", "maybe 10% commission"])
def test_a_figure_that_may_be_is_taken_by_no_enter(typed: str) -> None:
    ask, _ = told_so(typed, name="sales", quota__carries="yes")
    assert ask.at is None
    assert any("maybe" in row.help for row in ask.rows)


def test_what_is_not_promised_can_stand_as_it_was_typed() -> None:
    _, asking = told_so("xmas bonus usually, nothing promised", "typed")
    assert "There may be a bonus: xmas bonus usually, nothing promised." in posting(asking).decode()


def test_terms_that_promise_nothing_are_told_with_no_promise_before_them() -> None:
    text = kept("standard", **{**BEFORE, "pay__variable": "private"})
    for row, said in (
        ("keep", "There may be a bonus at christmas."),
        ("typed", "How the bonus works: usually at christmas, nothing promised."),
    ):
        wants = ["usually at christmas, nothing promised", row]
        asking, script = changed(text, "pay.bonus", *wants)
        assert script.asked[2].why == "There may be a bonus at christmas."
        assert said in posting(asking).decode()
    again, _ = changed(text, "pay.bonus", "paid at christmas")
    assert again.kept.answers().pay.bonus == "paid at christmas"


@table(
    ("bonus", "is_said"),
    [
        ("small bonus at year end if renewals hold", True),
        ("a bonus of a week's pay", True),
        ("if the bonus pool is full", True),
        ("if renewals hold", False),
    ],
)
def test_terms_that_name_the_bonus_need_no_sentence_that_there_is_one(
    bonus: str, is_said: bool
) -> None:
    told = {**BEFORE, "pay__variable": "private", "pay__bonus": bonus}
    printed = posting(interview(Script({}), kept("standard", **told))[0]).decode()
    assert ("A bonus comes on top." in printed) != is_said
    assert f"{bonus}." in printed


def test_what_is_guaranteed_is_promised() -> None:
    ask, _ = told_so("a guaranteed bonus")
    assert ask.why == "How the bonus works: a guaranteed bonus."


@pytest.mark.parametrize(
    ("typed", "variable", "bonus"),
    [
        ("500 at christmas", "500", "paid at christmas"),
        ("$2,000 if clients stay", "$2,000", "if clients stay"),
        ("christmas bonus of 500", "500", "christmas bonus of $500"),
        ("small bonus if clients renew, like 3k a yr", "3k a yr", "if clients renew"),
        ("300 when a client renews, in june", "300", "when a client renews, in june"),
        ("5-10% i think", "5-10%", None),
        ("0 to 10%", "up to 10%", None),
        ("no bonus", "none", None),
        ("none at the moment", "none", None),
    ],
)
def test_an_exact_figure_is_told_with_the_words_beside_it(
    typed: str, variable: str, bonus: str | None
) -> None:
    ask, asking = told_so(typed)
    assert asking.kept.current("pay.variable") == variable
    assert asking.kept.answers().pay.bonus == bonus
    text = posting(asking).decode()
    assert all(one in text for one in ask.why.split(". "))


@pytest.mark.parametrize(
    ("typed", "row", "variable"),
    [("about 2000", "figure", "2000"), ("500 at christmas", "words", "private"),
     ("maybe 10%", "words", "private"), ("maybe 10%", "figure", "10%"),
     ("maybe 2000", "figure", "2000"), ("10", "percent", "10%"), ("10", "amount", "10"),
     ("5-10", "percent", "5-10%")],
)  # fmt: skip
def test_the_other_reading_can_be_picked(typed: str, row: str, variable: str) -> None:
    ask, asking = told_so(typed, row)
    shown = next(one.help for one in ask.rows if one.value == row)
    assert asking.kept.current("pay.variable") == variable
    assert all(one in posting(asking).decode() for one in shown.split(". "))


def test_a_small_figure_alone_is_asked_about_and_nothing_is_taken() -> None:
    ask, _ = told_so("10", "percent")
    assert ask.at is None
    assert [row.label for row in ask.rows] == ["A percent", "An amount", "No, I will answer"]


@pytest.mark.parametrize(
    ("typed", "variable", "commission"),
    [
        ("up to 20k", "private", "up to $20,000"),
        ("10% of sales", "private", "10% of sales"),
        ("20000 at target", "20000", None),
        ("some", "private", None),
    ],
)
def test_beside_a_quota_it_is_a_commission(
    typed: str, variable: str, commission: str | None
) -> None:
    later = {"pay__commission": ""} if commission else {"pay__commission": "6% of upsells."}
    _, asking = told_so(typed, name="sales", **later)
    assert asking.kept.current("pay.variable") == variable
    assert asking.kept.answers().pay.commission == (commission or "6% of upsells.")


def test_words_join_the_terms_that_are_there() -> None:
    before = "You earn it when nine of ten clients stay."
    _, asking = told_so("up to 2000", pay__bonus=before)
    assert asking.kept.answers().pay.bonus == f"Up to $2,000. {before}"


# -- words told before are the answer, which a new one replaces ------------------------------------

TOLD = {**BEFORE, "pay__variable": "private", "pay__bonus": "up to $3,000. Paid in June"}


def test_words_of_what_comes_on_top_stand_as_its_answer_and_enter_keeps_them() -> None:
    asking, script = changed(kept("standard", **TOLD), "pay.variable", ("up to $3,000",))
    assert script.asked[1].current == ("up to $3,000",)
    assert (asking.kept.current("pay.variable"), bonus_of(asking)) == (
        "private",
        TOLD["pay__bonus"],
    )


@table(
    ("typed", "row", "variable", "bonus"),
    [
        ("up to 3k a year", "keep", "private", "Up to $3,000 per year. Paid in June"),
        ("bonus up to 4k", "keep", "private", "Up to $4,000. Paid in June"),
        ("2k if clients stay", "keep", "2k", "If clients stay. Paid in June"),
        ("2k bonus", "words", "private", "$2,000 bonus. Paid in June"),
        ("a small bonus", "keep", "private", "Paid in June"),
        ("maybe a bonus", "keep", "", "There may be a bonus"),
        ("10", "percent", "10%", "Paid in June"),
        ("3000", "", "3000", "Paid in June"),
        ("private", "", "private", "Paid in June"),
    ],
)
def test_a_new_answer_replaces_the_words_told_before(
    typed: str, row: str, variable: str, bonus: str
) -> None:
    replies = [typed, *filter(None, [row])]
    asking, script = changed(kept("standard", **TOLD), "pay.variable", *replies)
    assert (asking.kept.current("pay.variable"), bonus_of(asking)) == (variable, bonus)
    if row == "keep" and "up to" in typed:
        assert script.asked[2].why.startswith("A bonus comes on top. How the bonus works: Up to $")


def test_nothing_in_place_of_the_words_told_before_takes_them_out() -> None:
    asking, _ = changed(kept("standard", **{**TOLD, "pay__bonus": "up to $3,000"}),
                        "pay.variable", ())  # fmt: skip
    assert (asking.kept.current("pay.variable"), bonus_of(asking)) == ("", None)


@table(
    ("typed", "bonus"),
    [
        ("48-54k plus bonus up to 4k", "Up to $4,000. Paid in June"),
        ("48-54k plus up to 4k bonus at christmas", "Up to $4,000 at christmas. Paid in June"),
        ("48-54k plus bonus", "up to $3,000. Paid in June"),
    ],
)
def test_base_pay_told_again_with_its_bonus_replaces_the_words_too(typed: str, bonus: str) -> None:
    _, known = of_base(typed, name="standard", **{**TOLD, "pay__base": ""})
    assert known.answers().pay.bonus == bonus


@table(
    ("terms", "typed", "commission"),
    [
        ("on-target earnings of about $85,000", "10% of every new client, paid monthly, no cap.",
         "10% of every new client, paid monthly, no cap. On-target earnings of about $85,000"),
        ("on-target earnings of about $85,000", "about 90k all in", "about $90,000 in all"),
        ("10% of sales", "12% of sales, paid monthly", "12% of sales, paid monthly"),
    ],
)  # fmt: skip
def test_the_whole_pay_stays_behind_words_that_tell_none(
    terms: str, typed: str, commission: str
) -> None:
    told = {**BEFORE, "pay__variable": "private", "pay__commission": terms}
    asking, script = changed(kept("sales", **told), "pay.variable", typed, "keep")
    assert script.asked[1].current == (terms,)
    assert asking.kept.answers().pay.commission == commission


@table(
    "terms",
    ["You earn it when nine of ten clients stay.", "if clients stay", "paid in June",
     "When nine of ten clients stay"],
)  # fmt: skip
def test_terms_that_tell_only_how_are_not_taken_for_what_comes_on_top(terms: str) -> None:
    text = kept("standard", **{**TOLD, "pay__bonus": terms})
    asking, script = changed(text, "pay.variable", "up to 2000", "keep")
    assert script.asked[1].current == ("private",)
    assert bonus_of(asking) == f"Up to $2,000. {terms[:1].upper()}{terms[1:]}"


@pytest.mark.parametrize(("typed", "asks"), [("48-54k plus bonus up to 3k", 1), ("48k", 2)])
def test_what_base_pay_has_told_is_not_asked_again_behind_it(typed: str, asks: int) -> None:
    wants = {"pay.base": ["48-54k", typed, "keep"][: 2 + (asks == 1)], "pay.variable": [BACK]}
    script = Script(example("standard"), {**wants, "pay.benefits": [KeyboardInterrupt()]})
    stopped(script, kept("standard", **{**ALONE, "quota__target": "300k", "pay__benefits": ""}))
    assert script.fields.count("pay.variable") == asks


@pytest.mark.parametrize(("typed", "asks"), [("up to 2000", 1), ("2000 max, at christmas", 0)])
def test_the_terms_are_asked_where_there_is_only_an_amount(typed: str, asks: int) -> None:
    text = kept("standard", **BEFORE)
    script = Script({}, {"pay.variable": [typed, "keep"]})
    asking, _ = interview(script, text)
    asking.run()
    asked = [ask for ask in script.asked if ask.fields[0] == "pay.bonus"]
    assert [ask.question for ask in asked] == ["What is it paid for, and when?"] * asks
    assert [ask.why for ask in asked] == ["So far: up to $2,000."] * asks
    assert not any(ask.current for ask in asked)


@pytest.mark.parametrize(
    ("typed", "asks", "more", "told"),
    [
        ("10% of sales", 1, "monthly", "10% of sales. Paid monthly"),
        ("10% of sales", 1, "we pay it in March", "10% of sales. We pay it in March"),
        ("30k at target, uncapped", 1, "monthly", "Uncapped. Paid monthly"),
        ("10% of sales.", 1, "", "10% of sales."),
        ("up to 20k", 1, "10% of sales, paid monthly", "Up to $20,000. 10% of sales, paid monthly"),
        ("10% of sales, paid monthly", 0, "", "10% of sales, paid monthly"),
    ],
)
def test_only_what_the_words_of_a_commission_leave_open_is_asked(
    typed: str, asks: int, more: str, told: str
) -> None:
    text = kept("sales", **BEFORE)
    script = Script({}, {"pay.variable": [typed, "keep"], "pay.commission": [more]})
    asking, _ = interview(script, text)
    asking.run()
    assert asking.kept.answers().pay.commission == told
    assert script.fields.count("pay.commission") == asks


@pytest.mark.parametrize(
    ("typed", "told"),
    [("10% of sales", "10% of sales. Paid monthly"), ("up to 20k", "Up to $20,000. Paid monthly")],
)
def test_what_is_asked_does_not_hang_on_its_words(
    typed: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike = PROMPTS.words.money._replace(what_for="And how?", when_paid="And how?")
    monkeypatch.setattr(PROMPTS.words, "money", alike)
    script = Script({}, {"pay.variable": [typed, "keep"], "pay.commission": ["monthly"]})
    asking, _ = interview(script, kept("sales", **BEFORE))
    asking.run()
    assert asking.kept.answers().pay.commission == told


# -- the whole pay, told in passing ----------------------------------------------------------------


@table(
    ("typed", "commission"),
    [
        ("10% over target, roughly 75 all in", "10% over target, roughly $75,000 in all"),
        ("roughly 75 all in", "roughly $75,000 in all"),
        ("75k ote, paid monthly", "on-target earnings of $75,000, paid monthly"),
        ("10% of sales. OTE about 75", "10% of sales. On-target earnings of about $75,000"),
        ("OTE 75k, commission paid quarterly",
         "on-target earnings of $75,000, commission paid quarterly"),
        ("commission, 75k on target earnings", "on-target earnings of $75,000"),
        ("total 75k on target", "$75,000 in total on target"),
        ("OTE 60-55k", "OTE 60-55k"),
        ("5% of orders, total 75", "5% of orders, $75,000 in total"),
        ("5% of 45 total accounts", "5% of 45 total accounts"),
        ("5% of what is on target", "5% of what is on target"),
    ],
)  # fmt: skip
def test_a_bare_number_beside_words_for_the_whole_pay_is_one_of_thousands(
    typed: str, commission: str
) -> None:
    # At the target a total that is about so much may be told by its figures.
    is_exact = "$75,000" in commission and "roughly" not in commission
    row = "words" if is_exact else "keep"
    ask, asking = told_so(typed, row, name="sales")
    assert any(commission in told for told in (ask.why, *(row.help for row in ask.rows)))
    assert asking.kept.answers().pay.commission == commission
    assert asking.kept.current("pay.variable") == "private"
    asks = interview(Script({}), kept("sales", **BEFORE))[0].kept
    assert kept_text(asking.kept, "pay.variable") == "in words"
    assert kept_text(asks, "pay.variable") == ""


def test_the_whole_pay_stands_as_it_was_typed_for_whoever_wants_that() -> None:
    _, asking = told_so("roughly 75 all in", "typed", name="sales")
    assert asking.kept.answers().pay.commission == "roughly 75 all in"


@pytest.mark.parametrize(
    ("typed", "row", "commission"),
    [
        ("10% of what they sell", "keep", "10% of what you sell"),
        ("10% of all they bring in", "typed", "10% of all they bring in"),
        ("10% of sales, if they pay", "keep", "10% of sales, if they pay"),
    ],
)
def test_whoever_earns_a_commission_is_addressed(typed: str, row: str, commission: str) -> None:
    _, asking = told_so(typed, row, name="sales")
    assert asking.kept.answers().pay.commission == commission


@table(
    ("typed", "base", "variable", "total", "commission"),
    [
        ("10% of sales, 75 all in", "50k", "25000", "$75,000", "10% of sales"),
        ("OTE 75k", "50k", "25000", "$75,000", None),
        ("OTE 75k, commission paid quarterly", "50k", "25000", "$75,000", "paid quarterly"),
        ("plus uncapped commission, OTE 75k", "50k", "25000", "$75,000", "uncapped commission"),
        ("$25k on target, OTE $75k", "50k", "25000", "$75,000", None),
        ("maybe OTE 75k, paid monthly", "50k", "25000", "$75,000", "paid monthly"),
        ("total 75k on target", "50k", "25000", "$75,000", None),
        ("ote of 70-80k", "48-54k", "22000 to 26000", "$70,000 to $80,000", None),
        ("70 to 80 in total", "48-54k", "22000 to 26000", "$70,000 to $80,000", None),
    ],
)
def test_an_exact_figure_for_the_whole_pay_settles_what_comes_on_top(
    typed: str, base: str, variable: str, total: str, commission: str | None
) -> None:
    ask, asking = told_so(typed, name="sales", pay__base=base)
    assert f"which brings pay to {total} per year" in ask.why
    assert asking.kept.current("pay.variable") == variable
    assert asking.kept.answers().pay.commission == commission
    assert f"**On-target earnings:** {total} per year" in posting(asking).decode()


def test_another_figure_beside_the_whole_pay_leaves_both_in_words() -> None:
    ask, asking = told_so("$20k on target, OTE $75k", name="sales", pay__base="50k")
    assert asking.kept.current("pay.variable") == "private"
    assert "$20k on target, on-target earnings of $75,000" in ask.why


@pytest.mark.parametrize(("typed", "more"), [("75 all in", {"pay__period": "hour"}),
                                             ("40 all in", {})])  # fmt: skip
def test_what_can_be_no_whole_pay_is_none(typed: str, more: dict[str, str]) -> None:
    base = {"pay__base": "20"} if more else {}
    ask, _ = told_so(typed, name="sales", **{**more, **base})
    assert ",000 in all" not in ask.why


@pytest.mark.parametrize("field", ["pay.commission", "pay.bonus"])
def test_the_whole_pay_is_asked_about_in_the_terms_too(field: str) -> None:
    text = kept("sales", **{**BEFORE, "pay__variable": "private"})
    asking, script = changed(text, field, "paid monthly. about 75k all in", "keep")
    assert asking.kept.current(field) == "paid monthly. About $75,000 in all"
    assert "About $75,000 in all" in script.asked[2].why


@table(
    ("typed", "left", "terms"),
    [
        ("takes it to 60ish OTE, uncapped", "ish", "uncapped"),
        ("OTE about £60k, uncapped", "about", "uncapped"),
        ("10% of sales, which brings you to around 60 OTE", "around", "10% of sales"),
        ("£60k or so on target, paid monthly", "or so", "paid monthly"),
    ],
)
def test_on_target_earnings_of_about_so_much_are_a_figure_for_whoever_agrees(
    typed: str, left: str, terms: str
) -> None:
    known = {**BEFORE, "pay__currency": "GBP", "pay__base": "38-45k"}
    for field in ("pay.variable", "pay.commission", "pay.bonus"):
        more = {} if field == "pay.variable" else {"pay__variable": "private"}
        asking, script = changed(kept("sales", **{**known, **more}), field, typed, "keep")
        ask, place = script.asked[2], "pay.commission" if field == "pay.variable" else field
        note = f'On-target earnings: it has to be exact, so "{left}" is left out.'
        assert (ask.at, ask.note) == (None, note)
        assert asking.kept.current("pay.variable") == "15000 to 22000"
        assert asking.kept.current("pay.ote") == "60000"
        assert asking.kept.current(place) == terms
        assert "**On-target earnings:** £60,000 per year" in posting(asking).decode()


def test_base_pay_is_told_with_what_is_earned_on_target() -> None:
    ask, known = of_base("38-45k, OTE 60ish uncapped", **UK)
    assert "which brings pay to £60,000 per year. How commission works: uncapped." in ask.why
    assert (known.current("pay.ote"), known.current("pay.commission")) == ("60000", "uncapped")


@table(
    ("typed", "at", "commission"),
    [
        ("OTE about 60k, uncapped", 0, "uncapped"),
        ("OTE about 70k, uncapped", None, "on-target earnings of about $70,000, uncapped"),
    ],
)
def test_on_target_earnings_that_stand_already_are_not_told_again(
    typed: str, at: int | None, commission: str
) -> None:
    known = {**BEFORE, "pay__base": "45k", "pay__variable": "15k"}
    asking, script = changed(kept("sales", **known), "pay.commission", typed, "keep")
    assert script.asked[2].at == at
    assert asking.kept.current("pay.variable") == "15k"
    assert asking.kept.current("pay.commission") == commission


@pytest.mark.parametrize("typed", ["2.000", "20,00", "p", "2000 to 1000"])
def test_what_is_mistyped_is_no_word_of_the_terms(typed: str) -> None:
    wants = {"review": ["pay.variable", "yes"], "pay.variable": [typed, "none"]}
    script = Script({}, wants)
    asking, _ = interview(script, kept("standard", **BEFORE), mode="errand")
    asking.run()
    assert script.asked[2].refused
    assert "150000" not in script.asked[2].note
    assert asking.kept.answers().pay.variable == "none"


@pytest.mark.parametrize(("typed", "kept_as"), [("some", "private"), ("no bonus", "none")])
def test_what_no_line_tells_is_shown_as_it_is_kept(typed: str, kept_as: str) -> None:
    ask, asking = told_so(typed, pay__base="private")
    assert ask.why == f"{QUESTIONS['pay.variable'].label}: {kept_as}"
    assert asking.kept.answers().pay.variable == kept_as


# -- base pay and what comes on top of it, in one line ---------------------------------------------

ALONE = {**BEFORE, "pay__base": "", "pay__currency": "", "quota__target": ""}
UK, IRELAND = {"role__location": "Leeds, UK"}, {"role__location": "Cork, Ireland"}


def of_base(typed: str, row: str = "keep", name: str = "sales", **more: str) -> tuple[Ask, Any]:
    """Type base pay with more beside it, and take a row of what is asked about it."""
    script = Script({}, {"review": ["pay.base", KeyboardInterrupt()], "pay.base": [typed, row]})
    asking, _ = stopped(script, kept(name, **{**ALONE, **more}), mode="errand")
    assert script.asked[2].question == "Shall it read like this?"
    return script.asked[2], asking.kept


@table(
    ("typed", "base", "left"),
    [
        ("48-54k dependng on experience", "48-54k", "dependng on experience"),
        ("48-54k depending on experiance", "48-54k", "depending on experiance"),
        ("48-54k, dep. on exp", "48-54k", "dep. on exp"),
        ("22-24/hr deppending on expereince", "22-24", "deppending on expereince"),
        ("48-54k comensurate with skills", "48-54k", "comensurate with skills"),
        ("48-54k depends what you bring", "48-54k", "depends what you bring"),
        ("42-46k depending who it is", "42-46k", "depending who it is"),
        ("42-46k, depends on the person", "42-46k", "depends on the person"),
        ("48-54k based on your experience", "48-54k", "based on your experience"),
        ("48-54k (DOE)", "48-54k", "DOE"),
    ],
)
def test_that_a_range_depends_on_experience_is_told_as_left_out(
    typed: str, base: str, left: str
) -> None:
    ask, known = of_base(typed, name="standard")
    assert ask.note == f"Left out: {left}. A range says what depends on experience."
    assert (ask.at, known.current("pay.base")) == (0, base)


@table(
    ("typed", "left"),
    [
        ("48-54k negotiable", "negotiable"),
        ("54k, flexible, health insurance", "flexible"),
        ("48-54k plus a small bonus, depending on experience", "depending on experience"),
    ],
)
def test_terms_beside_base_pay_that_no_line_prints_are_told(typed: str, left: str) -> None:
    ask, _ = of_base(typed, name="standard")
    assert ask.note == f"Left out: {left}."


@table("typed", ["48-54k plus expenses", "48-54k for the night shift", "48-54k, deposit of 2k"])
def test_what_only_looks_like_experience_is_not_cut_from_base_pay(typed: str) -> None:
    wants = {"review": ["pay.base", KeyboardInterrupt()], "pay.base": [typed, KeyboardInterrupt()]}
    script = Script({}, wants)
    stopped(script, kept("standard", **ALONE), mode="errand")
    assert "A range says" not in script.asked[2].note


@table(
    ("typed", "base", "variable", "commission"),
    [
        ("45k base, 60k OTE", "45k", "15000", None),
        ("60k OTE, 45k base", "45k", "15000", None),
        ("OTE 60k (45k basic salary)", "45k", "15000", None),
        ("45k base 60k ote", "45k", "15000", None),
        ("$45,000 / $60,000 OTE", "$45,000", "15000", None),
        ("45k/60k OTE", "45k", "15000", None),
        ("45k + commission, on-target earnings 60k", "45k", "15000", None),
        ("45k base - OTE 60k - commission paid quarterly", "45k", "15000", "paid quarterly"),
        ("45k salary, uncapped commission, 60k on target", "45k", "15000", "uncapped commission"),
        ("60-70k base, OTE 90-105k", "60-70k", "30000 to 35000", None),
        ("$60-70k base + commission, OTE 90k", "$60-70k", "20000 to 30000", None),
        ("between 60k and 70k plus commission", "between 60k and 70k", "private", None),
        ("50k plus 10% commission", "50k", "private", "10% commission"),
        ("60-70 plus commission", "60-70k", "private", None),
        ("50k and bonus", "50k", "private", None),
        ("5k bonus, base 50k", "50k", "5k", None),
        ("50k + up to 10%", "50k", "up to 10%", None),
        ("50k pa + commission", "50k", "private", None),
    ],
)  # fmt: skip
def test_base_pay_is_told_with_what_comes_on_top(
    typed: str, base: str, variable: str, commission: str | None
) -> None:
    ask, known = of_base(typed)
    assert (known.current("pay.base"), known.current("pay.variable")) == (base, variable)
    assert known.answers().pay.commission == commission
    assert ask.why.startswith("Base pay is $")


@table(
    ("typed", "told"),
    [
        ("21-24 hr, small bonus at year end", "$21 to $24 per hour. How the bonus works: small"),
        ("22hr + bonus", "$22 per hour. A bonus comes on top."),
        (
            "24 to 27 an hour plus a bit at year end if it was a good year",
            "$24 to $27 per hour. There may be a bonus: a bit at year end if it was a good year.",
        ),
        ("4k mo w/ bonus", "$4,000 per month. A bonus comes on top."),
        ("54-60 yr, bonus", "$54,000 to $60,000 per year. A bonus comes on top."),
    ],
)
def test_a_unit_behind_base_pay_is_its_period(typed: str, told: str) -> None:
    ask, _ = of_base(typed, name="standard")
    assert told in ask.why
    assert ask.note == ""
    assert ask.at == 0


@pytest.mark.parametrize("typed", ["45k blah, bonus", "45k neg, bonus", "45k rising, bonus"])
def test_words_behind_base_pay_that_nobody_knows_are_not_left_out_by_enter_alone(
    typed: str,
) -> None:
    ask, _ = of_base(typed, name="standard")
    assert ask.note.startswith("Left out: ")
    assert ask.at is None


@table("typed", ["45 per visit, small bonus", "45 visit + bonus", "45/job, bonus", "9 days, bonus"])
def test_pay_for_a_piece_of_work_is_no_base_pay(typed: str) -> None:
    script = Script({}, {"review": ["pay.base"], "pay.base": [typed, KeyboardInterrupt()]})
    stopped(script, kept("standard"), mode="errand")
    assert script.asked[2].refused


def test_a_count_of_weeks_is_no_amount_of_a_bonus() -> None:
    _, asking = told_so("2 weeks pay at christmas")
    assert asking.kept.answers().pay.bonus == "2 weeks pay at christmas"


@table(
    ("typed", "place", "told"),
    [
        ("£21-24 hr + commission", UK, "Base pay is £21 to £24 per hour. Commission"),
        ("£40k, OTE 55k", UK, "Base pay is £40,000 per year. Commission adds £15,000 per year"),
        ("40k basic, ote 55k", UK, "Base pay is £40,000 per year. Commission adds £15,000 per"),
        ("GBP 40k, OTE GBP 55k", UK, "Base pay is £40,000 per year. Commission adds £15,000"),
        ("£38-42k, OTE £55k", UK, "£13,000 to £17,000 per year when you reach the sales target"),
        ("60k eur + OTE 80k eur", IRELAND, "Commission adds €20,000 per year"),
        ("€60k base, 80 all in", IRELAND, "Commission adds €20,000 per year"),
        ("£40k, OTE 55k", {"role__location": "Leeds"}, "Commission adds £15,000 per year"),
    ],
)
def test_both_are_told_in_the_currency_of_the_line(
    typed: str, place: dict[str, str], told: str
) -> None:
    assert told in of_base(typed, **{**place, "role__regions": ""})[0].why


def test_base_pay_and_its_bonus_are_offered_in_other_currencies() -> None:
    where = {"role__location": "Leeds", "role__regions": ""}
    ask, known = of_base("40k base, OTE 55k, 10% of sales", "GBP", **where)
    assert [row.value for row in ask.rows][:3] == ["keep", "GBP", "EUR"]
    pay = known.answers().pay
    assert (pay.currency, known.current("pay.variable")) == ("GBP", "15000")
    assert pay.commission == "10% of sales"


def test_beside_a_range_of_base_pay_one_total_leaves_a_range_on_top() -> None:
    ask, known = of_base("£38-42k, OTE 55k, commission paid quarterly", **UK)
    assert not ask.note
    pay = known.answers().pay
    assert (known.current("pay.variable"), known.current("pay.ote")) == ("13000 to 17000", "55000")
    assert pay.commission == "paid quarterly"
    told = posting_of(known)
    assert "£38,000 to £42,000 per year plus commission" in told
    assert "**On-target earnings:** £55,000 per year" in told
    assert "Commission adds £13,000 to £17,000 per year when you reach the quota" in told
    assert "which brings pay to £55,000 per year" in told


@pytest.mark.parametrize(
    "typed", ["35-40k at quota, so OTE 125k", "OTE 125k", "125k on target", "35-40k + OTE 125k"]
)
def test_a_total_that_adds_up_at_both_ends_of_a_range_stays_exact(typed: str) -> None:
    ask, asking = told_so(typed, name="sales", pay__base="85-90k", pay__commission="")
    assert (ask.at, ask.note) == (0, "")
    assert ask.why.endswith("which brings pay to $125,000 per year.")
    pay = asking.kept.answers().pay
    assert (pay.ote.ends, pay.variable.ends) == ((125_000,) * 2, (35_000, 40_000))
    assert not pay.commission


def test_a_total_that_does_not_add_up_is_told_in_words_and_why() -> None:
    ask, known = of_base("£38-42k, OTE 41k", **UK)
    assert ask.note == "Base pay is a range, so one total does not add up. It is told in words."
    assert known.answers().pay.commission == "on-target earnings of £41,000"


@pytest.mark.parametrize("mode", ["essential", "all"])
def test_nobody_who_told_what_comes_on_top_with_the_base_is_asked_for_it_again(mode: str) -> None:
    text = kept("sales", **{**ALONE, "quota__target": "300k", "pay__benefits": ""})
    wants = {"pay.base": ["85-90k base, 125k OTE", "keep"], "pay.benefits": [KeyboardInterrupt()]}
    script = Script({}, {**wants, "pay.commission": ["5% of sales, paid monthly"]})
    stopped(script, text, mode=mode)
    assert "pay.variable" not in script.fields


def posting_of(known: Any) -> str:
    return posting(interview(Script({}), known.sheet.text)[0]).decode()


def test_what_is_no_pay_is_left_out_of_base_pay_only_when_that_is_told() -> None:
    ask, known = of_base("45k, OTE 60k, paid quarterly, 37.5 hours, reviewed in May")
    assert ask.note == "Left out: 37.5 hours, reviewed in May."
    assert known.answers().pay.commission == "paid quarterly"


def test_comms_are_commission() -> None:
    ask, known = of_base("45k + comms")
    assert ask.why == "Base pay is $45,000 per year. Commission comes on top."
    assert known.current("pay.variable") == "private"


@table(
    ("typed", "base", "benefits"),
    [
        ("45k base, OTE 60k, company car, pension", "45k", ["company car", "pension"]),
        ("60k DOE plus company car", "60k", ["company car"]),
        ("60k + 401(k), 15 days PTO", "60k", ["401(k)", "15 days PTO"]),
        ("60k plus 401k", "60k", ["401k"]),
        ("60k plus 401(k) match 4%", "60k", ["401(k) match 4%"]),
        ("60k + pension 5%", "60k", ["pension 5%"]),
    ],
)
def test_benefits_beside_base_pay_are_kept_as_such(
    typed: str, base: str, benefits: list[str]
) -> None:
    ask, known = of_base(typed, pay__benefits="")
    assert (known.current("pay.base"), known.items("pay.benefits")) == (base, benefits)
    assert f"Benefits: {', '.join(benefits)}." in ask.why


@table(
    ("typed", "base", "period"),
    [
        ("45k basic", "45k", ""),
        ("base salary 45k", "45k", ""),
        ("38-42k p.a. basic", "38-42k", "year"),
        ("22 p.h. base", "22", "hour"),
    ],
)
def test_base_pay_by_its_name_or_with_a_short_period_is_offered_plain(
    typed: str, base: str, period: str
) -> None:
    _, known = of_base(typed)
    assert (known.current("pay.base"), known.current("pay.period")) == (base, period)
    assert known.answers().pay.variable is None


@table(
    ("typed", "base", "period"),
    [
        ("38k pa", "38k", "year"),
        ("3,200 pcm", "3,200", "month"),
        ("3.2k p/m", "3.2k", "month"),
        ("22 p.h.", "22", "hour"),
    ],
)
def test_base_pay_with_a_short_period_is_taken_at_once(typed: str, base: str, period: str) -> None:
    script = Script({}, {"review": ["pay.base", KeyboardInterrupt()], "pay.base": [typed]})
    asking, _ = stopped(script, kept("standard", **ALONE), mode="errand")
    assert asking.kept.current("pay.base") == base
    assert asking.kept.current("pay.period") == period


def test_a_known_bonus_is_not_lost_where_base_pay_is_told_plus_bonus() -> None:
    _, known = of_base("50k plus bonus", name="standard", pay__variable="5000")
    assert (known.current("pay.base"), known.current("pay.variable")) == ("50k", "5000")


@pytest.mark.parametrize(
    "typed",
    ["OTE 90k", "60k OTE", "60k DOE plus dogs", "a lot + OTE", "45k, paid monthly",
     "45k, 10% travel", "45.000 base", "28k rising to 32k", "500 a week plus bonus",
     "500 plus bonus", "22 plus commission", "45k pro rata, pension", "55k incl bonus",
     "45k first year, then 40k + commission"],
)  # fmt: skip
def test_base_pay_is_not_guessed_from_the_whole_pay(typed: str) -> None:
    wants = {"review": ["pay.base"], "pay.base": [typed, KeyboardInterrupt()]}
    script = Script({}, wants)
    stopped(script, kept("sales", **ALONE), mode="errand")
    assert script.asked[2].refused
    assert script.asked[2].typed == typed


@table(
    ("typed", "row", "variable", "commission"),
    [
        ("OTE 60k, commission paid quarterly", "keep", "15000", "paid quarterly"),
        ("OTE 60k", "keep", "15000", None),
        ("OTE 60k", "words", "private", "on-target earnings of $60,000"),
        ("OTE 60k", "typed", "private", "OTE 60k"),
    ],
)
def test_the_whole_pay_among_the_terms_tells_what_comes_on_top(
    typed: str, row: str, variable: str, commission: str | None
) -> None:
    text = kept("sales", **{**BEFORE, "pay__base": "45k", "pay__variable": "private"})
    asking, _ = changed(text, "pay.commission", typed, row)
    assert asking.kept.current("pay.variable") == variable
    assert asking.kept.answers().pay.commission == commission


def test_a_bonus_by_its_name_alone_has_no_terms() -> None:
    _, asking = told_so("5k bonus")
    assert (asking.kept.current("pay.variable"), asking.kept.answers().pay.bonus) == ("5k", None)


# -- in a file ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("up to 2000", "up to 2000"),
        ("0 to 2000", "up to 2000"),
        ("0-$2k", "up to $2k"),
        ("2000 max", "2000 max"),
        ("2000+", "2000+"),
        ("up to $2,000 a year", "up to $2,000 a year"),
    ],
)
def test_the_cure_of_an_open_end_is_one_to_follow(typed: str, words: str) -> None:
    pay: dict[str, Any] = {"base": "48000", "variable": typed}
    (fault,) = _faults(pay)
    assert f'write private, and put "{words}" in pay.bonus' in fault.cure
    assert not _faults({**pay, "variable": "private", "bonus": words})


@pytest.mark.parametrize("typed", ["small bonus if they keep ordering", "some", "a bonus maybe"])
def test_words_in_a_file_are_sent_to_the_terms(typed: str) -> None:
    (fault,) = _faults({"base": "48000", "variable": typed})
    assert fault.cure == "Write private. Words that say how a bonus works belong in pay.bonus."
    assert not _faults({"base": "48000", "variable": "private", "bonus": typed})


def _faults(pay: dict[str, Any]) -> list[Any]:
    found = read({"pay": pay}, CATALOG.ids, CATALOG.names).faults
    return [fault for fault in found if fault.field.startswith("pay.")]


@pytest.mark.parametrize(
    ("bonus", "printed"),
    [
        ("if clients keep ordering, at christmas",
         "You earn the bonus if clients keep ordering, at christmas."),
        ("when nine of ten clients stay", "You earn the bonus when nine of ten clients stay."),
        ("if clients stay, you get it in June", "How the bonus works: if clients stay, you get"),
        ("up to $2,000", "How the bonus works: up to $2,000."),
        ("You earn it when clients stay.", "How the bonus works: You earn it when clients stay."),
        ("If clients stay, it is paid.", "How the bonus works: If clients stay, it is paid."),
    ],
)  # fmt: skip
def test_the_terms_read_as_english(bonus: str, printed: str) -> None:
    asking, _ = interview(Script({}), kept("standard", **{**BEFORE, "pay__bonus": bonus}))
    assert printed in posting(asking).decode()


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("3% of orders, uncapped, about $14k a year on target",
         "3% of orders, uncapped, about $14k a year on target"),
        ("about 14k at quota", "about $14,000 at quota"),
    ],
)  # fmt: skip
def test_what_is_paid_on_target_is_not_told_as_paid_always(typed: str, terms: str) -> None:
    _, asking = told_so(typed, name="sales")
    assert asking.kept.answers().pay.commission == terms


def test_an_amount_on_target_is_the_amount() -> None:
    _, asking = told_so("14k on target", name="sales")
    assert asking.kept.current("pay.variable") == "14k"


# -- an amount at the target, and how it goes on ---------------------------------------------------

_PAID = {
    "pay__base": "70-80k", "pay__period": "year", "pay__ote": "", "pay__commission": "",
    "pay__bonus": "", "pay__variable": "",
}  # fmt: skip


@table(
    ("typed", "terms"),
    [
        ("30k at 100%, uncapped after", "uncapped after 100%"),
        ("30k at target, uncapped", "uncapped"),
        ("30k at 100% of quota, accelerators above", "accelerators above 100% of quota"),
        ("30k + accelerators over 100%", "accelerators over 100%"),
        ("30k if you hit quota, more above that", "more above the quota"),
        ("commission of 30k at plan, no cap, paid quarterly", "no cap, paid quarterly"),
        ("30k in variable pay, quarterly", "paid quarterly"),
        ("30k comm", ""),
        ("30k at quota", ""),
    ],
)
def test_an_amount_at_the_target_is_a_figure_and_how_it_goes_on_its_terms(
    typed: str, terms: str
) -> None:
    stands = ["", "30k comm", "30k commission at target"]
    for before in stands:
        known = kept("sales", **{**_PAID, "pay__commission": before})
        wants: dict[str, Any] = {"pay.variable": [typed, "keep"]}
        asking, script = changed(known, "pay.variable", *wants["pay.variable"])
        assert "Commission adds $30,000 per year when you reach the quota" in script.asked[2].why
        assert asking.kept.current("pay.variable") == "30k"
        assert asking.kept.current("pay.commission") == terms


@table(
    ("typed", "terms"),
    [
        ("70-80k base + 30k comm at target, OTE 100-110k", ""),
        ("70-80k base/30k commission/100-110k OTE", ""),
        ("70-80k base, 30k variable uncapped, OTE 100-110k", "uncapped"),
        ("70-80k + 30k at 100%, uncapped after", "uncapped after 100%"),
        ("70-80k, 30k comm", ""),
    ],
)
def test_what_is_left_of_pay_beside_its_figures_is_no_rule_that_repeats_one(
    typed: str, terms: str
) -> None:
    known = kept("sales", **{**_PAID, "pay__base": "", "pay__period": ""})
    asking, script = changed(known, "pay.base", typed, "keep")
    assert "30k" not in script.asked[2].why
    labels = {row.value: row.label for row in script.asked[2].rows}
    assert labels.get("words", "In words alone") == "In words alone"
    assert asking.kept.current("pay.variable") in ("30k", "30000")
    assert asking.kept.current("pay.commission") == terms


@table(
    ("typed", "terms"),
    [
        ("50k base + 5k bonus, 55k total", ""),
        ("50k base + bonus of 5k, 55k all in", ""),
        ("50k + 5k yearly bonus = 55k all in", ""),
        ("50k, 5k bonus at christmas, 55k in all", "paid at christmas"),
    ],
)
def test_nor_is_what_is_left_of_a_bonus(typed: str, terms: str) -> None:
    known = kept("standard", **{**_PAID, "pay__base": "", "pay__period": ""})
    asking, _ = changed(known, "pay.base", typed, "keep")
    assert asking.kept.current("pay.variable") == "5000"
    assert asking.kept.current("pay.bonus") == terms


@table(
    ("typed", "variable", "terms"),
    [
        ("30k at 100%, uncapped after", "30000", "uncapped after 100%"),
        ("30k at 100%, uncapped after. Paid quarterly.", "", "uncapped after 100%, paid quarterly"),
        ("40k at target, uncapped", "30000", "40k at target, uncapped"),
    ],
)
def test_the_terms_of_a_commission_repeat_no_amount(typed: str, variable: str, terms: str) -> None:
    known = kept("sales", **{**_PAID, "pay__variable": variable or "private"})
    asking, _ = changed(known, "pay.commission", typed, "keep")
    assert asking.kept.current("pay.commission") == terms
    assert asking.kept.current("pay.variable") == (variable or "30k")


@pytest.mark.parametrize("typed", ["30k at 100%, 40k at 120%", "10% of new ARR, uncapped", "~30k"])
def test_what_tells_more_than_an_amount_at_the_target_stays_in_words(typed: str) -> None:
    asking, _ = changed(kept("sales", **_PAID), "pay.variable", typed, "keep")
    assert asking.kept.answers().pay.variable == "private"


@table(
    ("pay", "headline", "section"),
    [
        ({"pay.variable": ""}, "plus a possible bonus", ""),
        ({"pay.variable": "1000"}, "plus a possible bonus",
         "A bonus of $1,000 per year may come on top"),
        ({"pay.variable": "private"}, "plus a possible bonus", "A bonus may come on top."),
        ({"pay.variable": "", "pay.commission": "5% of orders"},
         "plus commission and a possible bonus", ""),
    ],
)  # fmt: skip
def test_a_bonus_that_hangs_on_the_year_is_a_possible_one(
    pay: dict[str, str], headline: str, section: str
) -> None:
    told = {"pay.bonus": "Paid in December, in a good year.", "pay.commission": "", **pay}
    changes = {field.replace(".", "__"): one for field, one in told.items()}
    asking, _ = changed(kept("standard", pay__ote="", **changes), "company.name", "Acme")
    text = posting(asking).decode()
    assert text.split("\n")[4].endswith(headline)
    assert section in text
    assert "bonus comes on top" not in text
    asking.kept.put_all({"pay.bonus": "Paid in December, when 95% stay."})
    text = posting(asking).decode()
    assert text.split("\n")[4].endswith(("plus a bonus", "plus commission and bonus"))
    assert "may come" not in text
