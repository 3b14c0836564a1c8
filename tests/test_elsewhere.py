"""Words that stand beside an answer: the cure that leaves them out names the field they go to."""

import re

from amjd.answers.elsewhere import _HOMES, _OWN, where_it_belongs
from amjd.answers.fields import FIELDS
from amjd.answers.reading import read
from conftest import CATALOG
from tables import table


def cure_of(tree, field, typed, **beside):
    changes = {name.replace("__", "."): value for name, value in beside.items()}
    faults = read(tree({**changes, field: typed}), CATALOG.ids, CATALOG.names).faults
    found = [f"{fault.message} {fault.cure}" for fault in faults if fault.field == field]
    assert len(found) == 1, (field, typed, faults)
    return found[0]


def test_only_fields_are_named():
    homes = [home for homes in _HOMES.values() for _, home in homes]
    named = {name for home in homes for name in re.findall(r"\b[a-z]+\.[a-z_]+\b", home)}
    assert named | {*_HOMES, *_OWN} <= {*FIELDS}
    assert {home for home in homes if " " not in home} <= {*FIELDS}


@table(
    ("typed", "cure"),
    [
        ("$95k - $110k + super", 'Write $95k - $110k. Put "super" in pay.benefits.'),
        ("95k + benefits", 'Write 95k. Put "benefits" in pay.benefits.'),
        ("$95,000 (plus super)", 'Write $95,000. Put "super" in pay.benefits.'),
        ("95k plus car", "also provided in role.car."),
        ("$95k + $650/mo allowance", 'Write $95k. Put "$650/mo allowance" in pay.benefits;'),
        ("$95k + 401k", 'Write $95k. Put "401k" in pay.benefits.'),
        ("$95k DOE", "Write $95k. A range says what depends on experience."),
        ("95k + 10% bonus", 'Write 95k. Put "10% bonus" in pay.variable.'),
        ("95k base + 20k commission", 'Write 95k. Put "20k commission" in pay.variable.'),
        ("95k + bonus", "Write 95k. Say in pay.bonus how it is earned"),
        ("95k plus commission", "Write 95k. Say in pay.commission how commission is earned."),
        ("95k OTE 120k", 'Write 95k. Put "OTE 120k" in pay.ote.'),
        ("95k, phone, pension", 'Write 95k. Put "phone" in pay.benefits. Put "pension" in pay'),
        ("95k pa + pension", 'Write 95k per year. Put "pension" in pay.benefits.'),
        ("95k basic", "leave out basic. Write 95k."),
        ("$95k package", "is not base pay alone. Write what is paid"),
        ("95k inc super", "is not base pay alone. Write what is paid"),
        ("95k pro rata", "is not base pay alone. Write what is paid for the hours of this job"),
        ("$120k OTE", "and the whole in pay.ote."),
    ],
)
def test_what_comes_with_base_pay_has_its_field(typed, cure, tree):
    assert cure in cure_of(tree, "pay.base", typed)


def test_long_words_are_not_said_again():
    assert where_it_belongs("pay.base", "+ a " + "very " * 40 + "good pension") == (
        "Put the rest in pay.benefits."
    )
