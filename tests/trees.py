"""Answers as a file has them, every one or some left out, and what may be seen of that."""

import re
from pathlib import Path

from hypothesis import strategies as st

from amjd.answers.fields import FIELDS
from amjd.answers.reading import read
from amjd.sources.yaml_file import parse
from conftest import CATALOG

EVERY_ANSWER = Path(__file__).parent / "golden" / "every-answer.yaml"
STOPS = ["", ".", "!", "?", "…", "...", ".”", "!’", '."']
"""How somebody may end a sentence of their own."""


def every_answer():
    return dict(parse(EVERY_ANSWER.read_bytes(), EVERY_ANSWER.name).tree)


def without(tree, fields):
    return {
        section: {name: value for name, value in part.items() if f"{section}.{name}" not in fields}
        if isinstance(part, dict)
        else part
        for section, part in tree.items()
    }


SWITCHES = {
    "quota.carries", "role.first_hire", "role.trainable", "role.mentors",
    "portfolio.strategic", "portfolio.complex", "product.software", "apply.here",
}  # fmt: skip
OPTIONAL = sorted(
    field
    for field, rule in FIELDS.items()
    if not rule.required or field in ("apply.email", "pay.variable")
)


@st.composite
def complete(draw):
    """Complete answers: every required one, any of the others, each switch either way."""
    gone = draw(st.sets(st.sampled_from(OPTIONAL)))
    tree = without(every_answer(), gone)
    for field in sorted(SWITCHES):
        section, name = field.split(".")
        tree[section][name] = draw(st.sampled_from(["yes", "no"]))
    if tree["quota"]["carries"] == "yes":
        tree["pay"]["variable"] = "640"
    if "url" not in tree["apply"]:
        tree["apply"]["email"] = "crew@quillfeather.example"
    tree["apply"]["deadline"] = draw(st.sampled_from(["rolling", "2031-03-17"]))
    tree["portfolio"]["accounts"] = draw(st.sampled_from(["1", "57", "1200"]))
    tree["metrics"] = draw(st.sampled_from(["one rate", ["one rate", "another"]]))
    answers, faults, _ = read(tree, CATALOG.ids)
    assert faults == []
    return answers


# What a vanished phrase could leave behind.
TRACES = re.compile(
    r"[\[\]{}]|\bNone\b|  |^ | $| [,.;:)!?]|[.,;:?!]\.|,,|\( |\(\)|[,;:(]$|\b(\w+) \1\b"
)
