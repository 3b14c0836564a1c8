import itertools
import re

import pytest

from amjd.answers.reading import read
from amjd.answers.state import shown, silent
from amjd.cli.said import of_choice
from amjd.documents import choice
from conftest import CATALOG
from tables import table

# When each template is chosen, from the top: its id and the signals that must all be yes.
TABLE = [
    ("sales", ["quota.carries"]),
    ("first-hire", ["role.first_hire", "role.trainable"]),
    ("key", ["portfolio.strategic"]),
    ("technical", ["product.software"]),
    ("senior", ["portfolio.complex", "role.mentors"]),
    ("standard", []),
]
SIGNALS = [signal for _, signals in TABLE for signal in signals]


def expected(signals):
    """Name the first row that holds, and the next that holds after it.

    A first hire who is trained coaches nobody.
    """
    if signals["role.first_hire"] == signals["role.trainable"] == "yes":
        signals = signals | {"role.mentors": "no"}
    holding = [name for name, needed in TABLE if all(signals[one] == "yes" for one in needed)]
    return holding[0], (holding[1] if len(holding) > 1 else None)


def choose(signals):
    tree = {}
    for field, answer in signals.items():
        section, name = field.split(".")
        tree.setdefault(section, {})[name] = answer
    answers, _, _ = read(tree, [])
    return choice.choose(CATALOG.heads, shown(answers), silent(answers))


def claims(reason):
    return re.findall(r"([a-z_]+\.[a-z_]+) is (yes|no)\b", reason)


EVERY = [
    dict(zip(SIGNALS, answers, strict=True))
    for answers in itertools.product(("yes", "no"), repeat=7)
]


def _name(signals):
    return "+".join(field for field, answer in signals.items() if answer == "yes") or "none"


@table("signals", EVERY, ids=_name)
def test_the_first_row_that_holds_wins_and_the_next_is_the_runner_up(signals):
    choice = choose(signals)
    assert (choice.template, choice.runner_up) == expected(signals)
    rows = dict(TABLE)
    for template, because in [
        (choice.template, choice.because),
        (choice.runner_up, choice.runner_up_because),
    ]:
        if template and template != "standard":
            assert [tuple(one) for one in because] == [(f, "yes", False) for f in rows[template]]
    assert choice.counted_as_no == ()


@pytest.mark.parametrize(
    "signals", [signals for signals in EVERY if expected(signals)[0] == "standard"], ids=_name
)
def test_standard_names_an_answer_against_each_other_row(signals):
    because = [(condition.field, condition.wanted) for condition in choose(signals).because]
    assert all(signals[field] == answer == "no" for field, answer in because)
    ruled_out = {field for field, _ in because}
    assert all(ruled_out & set(needed) for _, needed in TABLE if needed)


def test_the_reason_reads_as_the_contract_shows_it():
    signals = dict.fromkeys(SIGNALS, "no") | {"quota.carries": "yes", "portfolio.strategic": "yes"}
    reason = "sales: quota.carries is yes \u00b7 runner-up key: portfolio.strategic is yes"
    assert of_choice(choose(signals)) == reason


def test_a_row_of_two_signals_shows_both():
    signals = dict.fromkeys(SIGNALS, "no") | {"role.first_hire": "yes", "role.trainable": "yes"}
    reason = of_choice(choose(signals))
    assert reason.startswith("first-hire: role.first_hire is yes and role.trainable is yes")
    assert "runner-up standard: " in reason


def test_a_missing_signal_counts_as_no_and_the_reason_says_so():
    for answers in itertools.product(("yes", "no", None), repeat=7):
        signals = dict(zip(SIGNALS, answers, strict=True))
        if None not in answers:
            continue
        choice = choose({field: answer for field, answer in signals.items() if answer})
        unasked = {"role.trainable"} if signals["role.first_hire"] != "yes" else set()
        if signals["role.first_hire"] == signals["role.trainable"] == "yes":
            unasked = {"role.mentors"}
        open_signals = {field for field, answer in signals.items() if not answer} - unasked
        assert (choice.template, choice.runner_up) == expected(signals)
        assert set(choice.counted_as_no) == open_signals
        assert all(field in of_choice(choice) for field in open_signals)
        assert ("counted as no" in of_choice(choice)) == bool(open_signals)


def test_the_templates_are_those_of_the_table_in_its_order():
    assert CATALOG.ids == [name for name, _ in TABLE]
