"""Texts and lists as people type and paste them: nothing wrong is published without a word."""

import contextlib
import time
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from amjd.answers import records, texts, typed_lists
from amjd.answers.evidence import EVIDENCE, NOTHING
from amjd.answers.kinds import Context
from amjd.text.errors import UnreadableError
from tables import table

LIST = TypeAdapter(Annotated[Any, texts.TEXTS])


def read_list(value):
    """Read a list; return its items and what is told of them."""
    context = Context()
    try:
        return LIST.validate_python(value, context=context), [one.message for one in context.told]
    except ValidationError as error:
        raise error.errors()[0]["ctx"]["error"] from None


def read_text(kind, value):
    context = Context()
    return kind.read(value, context), context.messages


@table(
    ("typed", "items", "told"),
    [
        ("one\ntwo\n", ["one", "two"], ['"one two" is read as 2 items']),
        ("- one\n- two", ["one", "two"], ['"- one - two" is read as 2 items']),
        ("- one\n  goes on\n- two", ["one goes on", "two"], None),
        ("Perks:\n- one\n- two", ["Perks:", "one", "two"], None),
        ("\u2022 one \u2022 two", ["one", "two"], None),
        ("\u2013 one \u2013 two", ["one", "two"], None),
        ("\u2014 one\n\n\u2014 two", ["one", "two"], None),
        ("\u00b7\u00a0one\n\u00b7\u00a0two", ["one", "two"], None),
        ("* one\n* two", ["one", "two"], None),
        ("o one\no two", ["one", "two"], None),
        ("1. one 2. two 3. three", ["one", "two", "three"], None),
        ("1) one\r\n2) two", ["one", "two"], None),
        ("-one -two", ["one", "two"], None),
        (["- one", "two"], ["one", "two"], ['"- one" is read without its "-"']),
        (["-one"], ["one"], ['"-one" is read without its "-"']),
        (["\u2022one"], ["one"], None),
        (["1. one"], ["one"], ['"1. one" is read without its "1."']),
        (["- "], None, ['"-" is left out: nothing stands behind it']),
        (["\u2022", "two"], ["two"], ['"\u2022" is left out: nothing stands behind it']),
        (["3."], None, ['"3." is left out: nothing stands behind it']),
        (["zero", "one\ntwo"], ["zero", "one", "two"], None),
        (["a **b** c"], ["a **b** c"], None),
        *((plain, [plain], []) for plain in (
            "401(k) with a 4% match", "15 days of vacation", "one - two", "-5 degrees", "3.5 days",
            "well-known", "a \u2013 b", "o", "C# and F#", "of one kind", "1.one",
        )),
    ],
)  # fmt: skip
def test_lines_bullets_and_numbers_are_the_items_of_a_list(typed, items, told):
    read, said = read_list(typed)
    assert read == items
    assert said == told if told is not None else said


def test_a_list_of_too_many_lines_is_a_problem():
    with pytest.raises(UnreadableError, match="201 items"):
        read_list("x\n" * 201)


@table(
    ("typed", "text", "told"),
    [
        ("one\n", "one", ""),
        ("one\ntwo", "one two", "2 lines are read as one"),
        ("- one", "- one", '"-" at the start is printed as typed'),
        ("1. one", "1. one", '"1." at the start'),
        ("R&amp;D", "R&amp;D", '"&amp;" is printed as typed: HTML'),
        ("a&nbsp;b", "a&nbsp;b", '"&nbsp;"'),
        ("it&#39;s", "it&#39;s", '"&#39;"'),
        ("<b>now</b>", "<b>now</b>", "HTML"),
        ("a **bold** word", None, "Markdown"),
        ("an _italic_ word", None, "Markdown"),
        ("# Title", None, "Markdown"),
        ("see [us](https://a.example)", None, "Markdown"),
        ("run `ls`", None, "Markdown"),
        ("it\u00e2\u20ac\u2122s", None, "wrong encoding"),
        ("Caf\u00c3\u00a9", None, "wrong encoding"),
        ("\u00f0\u0178\u02dc\u20ac", None, "wrong encoding"),
        *((plain, None, "") for plain in (
            "AT&T and R&D;", "5 * 3 * 2", "snake_case_name", "#1 laundry", "a < b > c", "10 ~ 20",
            "CAF\u00c9\u2019S", "S\u00c3O PAULO", "na\u00efve \u2013 so", "\u20ac5", "[a] (b)",
        )),
    ],
)  # fmt: skip
def test_what_looks_pasted_is_printed_as_typed_and_told(typed, text, told):
    read, said = read_text(texts.TEXT, typed)
    assert read == (typed if text is None else text)
    assert len(said) == bool(told)
    assert not told or told in said[0]


@pytest.mark.parametrize(
    ("typed", "text", "told"),
    [
        ("one\n\ntwo", "one\n\ntwo", ""),
        ("one\r\n \r\n\r\ntwo\n", "one\n\ntwo", ""),
        ("one\ntwo\n\nthree", "one two\n\nthree", "a line break is read as a space"),
        ("a\nb\nc", "a b c", "2 line breaks are read as a space"),
        ("one  two", "one two", ""),
        ("\n\none\n\n", "one", ""),
    ],
)
def test_blank_lines_part_paragraphs(typed, text, told):
    read, said = read_text(texts.PARAGRAPHS, typed)
    assert read == text
    assert len(said) == bool(told)
    assert not told or told in said[0]
    assert read_text(texts.PARAGRAPHS, read) == (read, [])


@table(
    ("typed", "name", "straight"),
    [
        ("\u201cAlder Linen\u201d", "U+201C", '"Alder Linen"'),
        ("\u2018Alder Linen\u2019", "U+2018", '"Alder Linen"'),
        ("\u2018the owner\u2019s\u2019", "U+2018", '"the owner\u2019s"'),
        ("\u201dAlder\u201d", "U+201D", '"Alder"'),
        ("\u201eAlder\u201c", "U+201E", '"Alder"'),
        ('\u201csay "x"\u201d', "U+201C", '"say \\"x\\""'),
    ],
)
@table("kind", [texts.TEXT, texts.PARAGRAPHS])
def test_curly_quotes_round_a_text_are_a_problem_that_names_them(kind, typed, name, straight):
    with pytest.raises(UnreadableError) as caught:
        read_text(kind, typed)
    assert name in caught.value.message
    assert caught.value.cure == f"Type straight ones: {straight}."


@pytest.mark.parametrize(
    "typed",
    ["\u201cA\u201d and \u201cB\u201d", "the \u201cA\u201d", "\u201cA\u201d way", "\u2019tis so"],
)
def test_curly_quotes_inside_a_text_stay(typed):
    assert read_text(texts.TEXT, typed) == (typed, [])


def test_a_curly_quote_that_never_closes_is_a_problem():
    with pytest.raises(UnreadableError, match="does not close"):
        read_list(["\u201ccomplaints settled", "same day"])


@table(
    "unit",
    ["*", "_", "`", "&", "<a", "[", "](", "- ", "1. ", "\u2022 ", "\n", "\n ", "\u00a0", "o ",
     "\u00c3", "\u201c", "\u2019", "~", "# ", "-a ", "\u00a0- ", "a\u2019"],
)  # fmt: skip
def test_no_text_is_slow(unit):
    text = (unit * 20_000)[:20_000]
    start = time.process_time()
    for kind in (texts.TEXT, texts.PARAGRAPHS):
        with contextlib.suppress(UnreadableError):
            read_text(kind, text)
    with contextlib.suppress(UnreadableError):
        read_list(text)
    assert time.process_time() - start < 0.5


@given(st.text("-*1.) \nao\u2022\u2013", max_size=12))
def test_items_read_again_are_told_no_more(typed):
    items, _ = read_list(typed)
    again, told = read_list(items or [])
    assert told or again == items


@table("kind", [texts.TEXT, texts.PARAGRAPHS, texts.PERSON, texts.up_to_words(3)])
@table("typed", ["none", "None.", "N/A", "n/a", "-", "\u2013"])
def test_none_and_the_like_are_no_answer_and_told(kind, typed):
    assert read_text(kind, typed) == (None, [f'"{typed}" is read as no answer'])
    assert read_list(["one", "N/A"]) == (["one"], ['"N/A" is read as no answer'])


@table(
    "typed",
    [
        "none", "N/A", "-", "no", "No CRM", "no crm yet", "nothing yet", "not yet", "None so far",
        "we don't have one", "we haven\u2019t got one", "there is no system", "no real CRM", "TBD",
        "a CRM (none yet)", "not decided", "no Salesforce", "no CRM, no spreadsheet",
    ],
)  # fmt: skip
def test_records_kept_nowhere_are_a_problem(typed):
    with pytest.raises(UnreadableError) as caught:
        read_text(records.TOOL, typed)
    assert caught.value.cure.endswith("a spreadsheet is a good answer.")
    assert not caught.value.rest


@table("typed", ["nobody", "No one", "0", "none yet", "No."])
def test_nobody_to_lead_is_no_answer(typed):
    assert read_text(texts.PEOPLE, typed)[0] is None
    assert read_text(texts.PEOPLE, "No direct reports")[0] == "No direct reports"


@table(
    ("typed", "place"),
    [
        ("no CRM, just a shared inbox", "a shared inbox"),
        ("None (a spreadsheet)", "a spreadsheet"),
        ("none - everything is in my head", "my head"),
        ("we use no CRM, only Outlook", "Outlook"),
    ],
)
def test_records_kept_in_no_crm_have_the_place_that_is_named(typed, place):
    with pytest.raises(UnreadableError) as caught:
        read_text(records.TOOL, typed)
    assert caught.value.forms == (place,)


@table(
    ("typed", "head"),
    [
        ("Dave's head and a spreadsheet", "Dave's head"), ("the owner's head", "the owner's head"),
        ("Our heads, mostly", "Our heads"), ("my memory + Outlook", "my memory"),
        ("Head Office CRM", ""), ("Mind's Eye CRM", ""), ("Dana's notebook", ""), ("Headspace", ""),
    ],
)  # fmt: skip
def test_a_head_is_no_place_where_others_find_records(typed, head):
    told = [f'"{head}" is no place where others find records'] * bool(head)
    assert read_text(records.TOOL, typed) == (typed, told)


@table("typed", ["No. 1 CRM", "no-code CRM", "Notion", "HubSpot, not yet set up", "No Name CRM",
                 "Head Office CRM", "Mind's Eye CRM", "Dana's notebook", "Headspace"])  # fmt: skip
def test_a_name_that_begins_like_a_denial_is_a_tool(typed):
    assert read_text(records.TOOL, typed)[0] == typed


@pytest.mark.parametrize(("typed", "told"), [("none", 0), ("No", 0), ("N/A", 1), ("-", 1)])
def test_evidence_may_be_none(typed, told):
    read, said = read_text(EVIDENCE, typed)
    assert (read, len(said)) == (NOTHING, told)


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        (records.TOOL, "In QuickBooks and in a shared list", "QuickBooks and a shared list"),
        (records.TOOL, "on paper or On a wall", "paper or a wall"),
        (records.TOOL, "Plug and in house tools", "Plug and in house tools"),
        (texts.PERSON, "to the CEO", "the CEO"),
        (texts.PERSON, "Tom", "Tom"),
    ],
)  # fmt: skip
def test_a_word_that_leads_to_the_answer_is_dropped(kind, typed, read):
    told = [f'"{typed}" is read as {read}'] if typed != read else []
    assert read_text(kind, typed) == (read, told)


def test_years_are_in_work_whose_preposition_is_dropped_and_told():
    assert read_text(texts.WORK, "in SaaS") == ("SaaS", ['"in SaaS" is read as SaaS'])
    assert read_text(texts.WORK, "insurance") == ("insurance", [])


@table(
    ("typed", "hours"),
    [
        ("37.5", "37.5 hours a week"), ("40-45", "40-45 hours a week"),
        ("20 to 25", "20 to 25 hours a week"),
        ("37.5 hours", "37.5 hours a week"), ("40 hrs, flexible", "40 hrs a week, flexible"),
        ("37.5 Mon-Fri 9-5.30", "37.5 hours a week, Mon-Fri 9-5.30"),
        ("40, monday to friday", "40 hours a week, monday to friday"),
        ("37.5, 9-5.30", "37.5 hours a week, 9-5.30"),
        ("40 8am to 4pm, flexible", "40 hours a week, 8am to 4pm, flexible"),
        ("35 a week", "35 hours a week"), ("35 pw, flexible", "35 hours a week, flexible"),
        ("35/week over 4 days", "35 hours a week, over 4 days"),
        ("40, some weeks 50", "40 hours a week, some weeks 50"),
        ("30-35, flexible", "30-35 hours a week, flexible"),
        ("60, every fortnight",) * 2, ("10-16, tuesdays to fridays",) * 2,
        ("10-6 Mon-Fri",) * 2, ("10 to 18 mon-fri",) * 2, ("37.5hrs Mon-Fri",) * 2,
        ("9-5",) * 2, ("8:30 to 5",) * 2, ("7",) * 2, ("8 hours",) * 2, ("40 hours pw",) * 2,
        ("40 hours, Monday to Friday",) * 2, ("37.5 hours a week",) * 2, ("80 hours",) * 2,
    ],
)  # fmt: skip
def test_figures_alone_are_hours_of_a_week(typed, hours):
    told = [f'"{typed}" is read as {hours}'] if typed != hours else []
    assert read_text(texts.HOURS, typed) == (hours, told)


@table(
    ("typed", "days"),
    [
        ("2 days in Leeds office, rest at home", "2 days a week in Leeds office, rest at home"),
        ("two days", "two days a week"), ("At least 3 days", "At least 3 days a week"),
        ("2-3 days, as you like", "2-3 days a week, as you like"), ("1 day", "1 day a week"),
        ("2 days a week",) * 2, ("3 days/week",) * 2, ("two days a month",) * 2,
        ("2 days, Tuesday and Thursday",) * 2, ("Tuesdays",) * 2, ("10 days",) * 2,
        ("5 days for the first 90 days, then 3",) * 2, ("2 days' notice",) * 2,
        ("one day of your choice", "one day a week of your choice"),
    ],
)  # fmt: skip
def test_a_count_of_office_days_is_that_of_a_week(typed, days):
    told = [f'"{typed}" is read as {days}'] if typed != days else []
    assert read_text(texts.OFFICE_DAYS, typed) == (days, told)


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [
        ("3/4/2027", True), ("by 03.04.27 at the latest", True), ("3/14/2027", False),
        ("4/4/2027", False), ("March 2027", False), ("24/7", False), ("1/2/3/4", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [texts.START, texts.END])
def test_a_day_in_figures_that_may_be_another_is_told(kind, typed, is_told):
    text, told = read_text(kind, typed)
    assert text == typed
    assert bool(told) == is_told


@table(
    ("typed", "read"),
    [
        ("yes - 1 direct report", "1 direct report"),
        ("Yes: two cleaners", "two cleaners"),
        ("yes (two cleaners)", "two cleaners"),
        ("Yep, two cleaners (part-time)", "two cleaners (part-time)"),
        ("Yes-men", "Yes-men"),
        ("Yes Chef's crews", "Yes Chef's crews"),
        ("yes and no", "yes and no"),
    ],
)
def test_of_a_yes_with_more_behind_it_the_more_is_read_and_told(typed, read):
    for kind in (texts.PEOPLE, texts.TEXT, texts.PARAGRAPHS):
        found, told = read_text(kind, typed)
        assert found == read
        assert bool(told) == (read != typed)


@table("typed", ["yes", "Yes.", " yep "])
def test_a_yes_alone_is_no_text(typed):
    with pytest.raises(UnreadableError, match="does not tell it") as caught:
        read_text(texts.PEOPLE, typed)
    assert caught.value.cure == "Write it in words."


@table(
    ("typed", "items"),
    [
        ("a chat \u2192 task (paid, 2h) \u2192 offer", "[a chat, 'task (paid, 2h)', offer]"),
        ("a call -> an interview", "[a call, an interview]"),
        ("canteen, health (Adeslas), 23 days + 24 Dec",
         "[canteen, health (Adeslas), 23 days + 24 Dec]"),
        ("ISO 22716; 95 people, 22 nationalities", "[ISO 22716, '95 people, 22 nationalities']"),
        ("dogs, yes, Fri: off", "[dogs, 'yes', 'Fri: off']"),
        ("health, dental and vision", "[]"),
        ("We are small, family-owned, and proud of it.", "[]"),
        ("A firm of bakers, who began in 1971, at home, in Salem", "[]"),
        ("pension", "[]"),
        ("medical; we pay half; a van", "['medical, we pay half', a van]"),
        ("medical; we pay half", "[]"),
    ],
)  # fmt: skip
def test_the_items_that_one_text_seems_to_hold(typed, items):
    assert typed_lists.in_yaml(typed_lists.several(typed)) == items
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load(items) == typed_lists.several(typed)
