"""What the commands say of a posting, sentence by sentence."""

import pytest

from amjd.cli import said
from amjd.documents.choice import Choice
from amjd.documents.draft import Note, draft
from conftest import CATALOG, QUESTIONS


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        (Note("default", "role.title", "Key Account Manager"),
         "role.title: Key Account Manager, not given"),
        (Note("left out", "pay.commission", "quota.carries is not yes"),
         "pay.commission is left out: quota.carries is not yes"),
        (Note("past", "apply.deadline", "2020-01-31"),
         "apply.deadline: 2020-01-31 is already past"),
        (Note("long", "apply.evidence", "151 words, over 150"),
         "the short form has 151 words, over 150: apply.evidence is the longest answer in it"),
        (Note("open", "pay.base"), "pay.base is missing and stands in brackets"),
    ],
)  # fmt: skip
def test_each_kind_of_note_is_a_sentence(note, sentence):
    assert said.note(note) == sentence


@pytest.mark.parametrize(
    ("option", "answer", "start"),
    [
        ("", None, "standard: quota.carries is no"),
        ("key", None, "key: chosen by --template · the answers say standard: "),
        ("", "key", "key: chosen by the answer template · the answers say standard: "),
        ("senior", "key", "senior: chosen by --template · the answers say standard: "),
    ],
)
def test_the_reason_names_who_chose_the_template(answers, option, answer, start):
    drafted = draft(CATALOG, QUESTIONS, answers({"template": answer} if answer else {}), option)
    assert said.of_draft(drafted)[0].startswith(start)


@pytest.mark.parametrize(
    ("count", "failed", "line"),
    [
        (1200, [], "1,200 of 1,200 drafted"),
        (3, ["a", "b"], "1 of 3 drafted; failed: a, b"),
        (9, list("abcdefg"), "2 of 9 drafted; failed: a, b, c, d, e and 2 more"),
        (2, ["a\x1b"], "1 of 2 drafted; failed: a\\x1b"),
    ],
)
def test_the_closing_line_names_some_that_failed(count, failed, line):
    assert said.closing(count, failed) == line


def test_the_only_template_of_its_kind_always_fits():
    assert said.of_choice(Choice(template="card", because=())) == "card: it always fits"


@pytest.mark.parametrize(
    ("location", "base", "currency", "money"),
    [
        ("Leeds, UK", "38-42k", "", "GBP (Pound Sterling)"),
        ("Cork, Ireland", "38-42k", "", "EUR (Euro)"),
        ("Leeds, UK", "38-42k", "USD", ""),
        ("Leeds, UK", "private", "", ""),
        ("Leeds", "38-42k", "", ""),
        ("Denver, CO", "38-42k", "", ""),
    ],
)
def test_a_place_that_speaks_for_another_currency_is_told(location, base, currency, money, answers):
    given = answers({"role.location": location, "pay.base": base, "pay.currency": currency})
    lines = [one for one in said.of_draft(draft(CATALOG, QUESTIONS, given)) if "speaks for" in one]
    assert lines == [
        f"pay.currency: the amounts are in USD, but {location} speaks for {money}."
        f" Set pay.currency to {money[:3]}, or to USD if that is meant"
    ] * bool(money)


@pytest.mark.parametrize(
    ("location", "place"),
    [("Salem, MA", "role.regions (CA-ON)"), ("Ottawa, Ontario", "Ottawa, Ontario")],
)
def test_whatever_speaks_for_another_currency_is_named(location, place, answers):
    given = answers(
        {"role.location": location, "role.regions": ["CA-ON"], "role.workplace": "remote"}
    )
    assert f"but {place} speaks for CAD" in "\n".join(
        said.of_draft(draft(CATALOG, QUESTIONS, given))
    )
