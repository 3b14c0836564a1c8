"""Cures that are followed to the letter, and what the posting then says."""

import re

from amjd.answers.fields import FIELDS
from amjd.answers.kinds import ListKind
from amjd.answers.reading import read
from amjd.documents.draft import draft
from conftest import CATALOG, QUESTIONS
from postings import lines_of
from tables import table


def posting_after(tree, field, typed, beside):
    """Do what the cure of an answer says; return the lines of the posting, without a mark."""
    changes = {**beside, field: typed}
    faults = read(tree(changes), CATALOG.ids, CATALOG.names).faults
    (fault,) = [one for one in faults if one.field == field]
    changes[field] = fault.forms[0] if fault.forms else None
    assert fault.forms or "eave it empty" in fault.cure, fault.cure
    for words, home in re.findall(r'[Pp]ut "(.+?)" in ([a-z_.]+\b)', fault.cure):
        is_list = isinstance(FIELDS[home].kind, ListKind)
        changes[home] = [*changes.get(home, []), words] if is_list else words
    for words, home in re.findall(r'Add "(.+?)" to ([a-z_.]+\b)', fault.cure):
        changes[home] = ", ".join(filter(None, (changes.get(home, ""), words)))
    answers, faults, _ = read(tree(changes), CATALOG.ids, CATALOG.names)
    assert not faults, (fault.cure, faults)
    return lines_of(draft(CATALOG, QUESTIONS, answers).document.blocks)


DAILY = {"role.travel": "daily"}


@table(
    ("field", "typed", "beside", "said"),
    [
        ("role.car", "own two-wheeler, petrol @ Rs 6/km", DAILY,
         "Travel: Daily, own two-wheeler, petrol @ Rs 6/km"),
        ("role.car", "own motorbike", DAILY, "Travel: Daily, own motorbike"),
        ("role.car", "company scooter", {}, "Travel: Company scooter"),
        ("role.car", "own pickup truck", DAILY, "Travel: Daily, own pickup truck"),
        ("role.car", "own reliable car, $300 car allowance + fuel card", DAILY,
         "Travel: Daily, own reliable car, $300 car allowance + fuel card"),
        ("role.car", "own reliable car", DAILY, "own reliable car"),
    ],
)  # fmt: skip
def test_what_a_cure_says_to_write_is_what_the_posting_says(field, typed, beside, said, tree):
    assert said in posting_after(tree, field, typed, beside)


@table(
    ("field", "typed", "beside", "said"),
    [
        ("role.car", "own motorbike", DAILY, r"a car of your own"),
        ("role.car", "own reliable car", DAILY, r"\bBenefits\b"),
    ],
)
def test_what_a_cure_says_to_write_is_not_misread(field, typed, beside, said, tree):
    assert not re.search(said, "\n".join(posting_after(tree, field, typed, beside)))
