"""A slip of the hand is told at its own line, wherever the parser stopped."""

import sys
from pathlib import Path

import pytest

from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError
from conftest import CATALOG, CHECKOUT, EXAMPLES, QUESTIONS

sys.path.append(str(CHECKOUT / "benchmarks"))
from slips import slips


def told(text: str) -> str:
    """Return the one problem of a text that is no YAML."""
    with pytest.raises(InvalidAnswersError) as caught:
        parse(text.encode(), "a.yaml")
    (problem,) = caught.value.problems
    return str(problem)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_slips_on_every_line_are_told_there(path: Path) -> None:
    made = [slip for slip in slips(path.read_text("utf-8"), CATALOG, QUESTIONS) if slip.problems]
    missed = [slip for slip in made if slip.problems[0].place.line != slip.line]
    assert len(made) > 400
    assert len(missed) * 50 < len(made), missed[:5]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("role: {}\ntools\n  crm: x\n", "2:1", "a name lacks its colon"),
        ("tools:\n  crm x\n  phone: x\n", "2:3", "a name lacks its colon"),
        ("tools:\n  phone: x\n  crm x\n", "3:3", "a name lacks its colon"),
        ("tools:\n  phone: x\n  crm:x\n", "3:6", "the space behind a colon is missing"),
        ("tools:\n  crm:x\n  phone: x\n", "2:6", "the space behind a colon is missing"),
        ('tools:\n  crm: "x\n  phone: x\n', "2:8", "the quotes of a text are never closed"),
        ('tools:\n  crm: "x\nrole: {title: "y"}\n', "2:8", "the quotes of a text are never closed"),
        ("metrics:\n  - 'x\n  - y\n", "2:5", "the quotes of a text are never closed"),
        ("metrics: [x, y\nrole:\n  title: x\n", "1:10", "a bracket is never closed"),
        ("pay:\n  base: {min: 1\n  max: 2\n", "2:9", "a bracket is never closed"),
        ("metrics: [rank #1, y]\nrole:\n  title: x\n", "1:16", "a # cuts the line off"),
        ("metrics: [x]]\nrole: {}\n", "1:13", "text stands behind the closing bracket"),
        ('role:\n  title: "x" y\n', "2:14", "text stands behind the closing quotes"),
        ("role:\n  title: x: y\n", "2:11", 'a text without quotes holds ": "'),
        (
            "metrics:\n  - x\n  -y\nrole:\n  title: x: y",
            "3:3",
            "the space behind a dash is missing",
        ),
        ("metrics:\n  - x\n  y\nrole: {}\n", "3:3", "the dash of an item is missing"),
        ("role:\n title: x\n  hours: y\n  start: z\n", "2:2", "the indent is another one"),
        ("role:\n  title: x\n   hours: y\n  start: z\n", "3:4", "the indent is another one"),
        ("role:\n  title: >-\n     a\n    b\n    c\n", "3:6", "the indent is another one"),
        ('{\n  "a": {\n    "b": "x"\n    "c": "y"\n  }\n}', "3:13", "a comma is missing"),
        ('{\n  "a": "x,\n  "c": "y"\n}', "2:3", "the quotes of a text are never closed"),
        # Texts of several lines are none.
        ('role:\n  title: "a\n    b"\n  x y\n', "4:3", "a name lacks its colon"),
        ("role:\n  title: a\n    b c\n  x y\n", "4:3", "a name lacks its colon"),
        ("role:\n  title: |\n    b c\n    d: e: f\n  x y\n", "5:3", "a name lacks its colon"),
        ("metrics: [\n  x,\n  y\n]\nx y\n", "5:1", "a name lacks its colon"),
    ],
)
def test_a_slip_is_told_where_the_hand_must_go(text: str, place: str, words: str) -> None:
    found = told(text)
    assert found.startswith(f"a.yaml:{place}: cannot be read as YAML: {words}"), found


@pytest.mark.parametrize("text", ["x: {y\n" * 15_000, "x: a: b " * 100_000, "x:\n: b: c", "x: {"])
def test_a_long_text_or_an_odd_one_is_told_too(text: str) -> None:
    assert ": cannot be read as YAML: " in told(text)


def test_a_name_without_colon_before_a_brace_is_one_problem() -> None:
    read = parse(b"quota{carries: no}\nproduct:{software: no}", "a.yaml")
    assert [str(problem) for problem in read.problems] == [
        "a.yaml:1:1: quota: has no colon and space before {. Write quota: {carries: ...}.",
        "a.yaml:2:1: product: has no colon and space before {. Write product: {software: ...}.",
    ]
