"""A slip of the hand is told at its own line, wherever the parser stopped."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amjd.sources import yaml_slips
from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError
from conftest import CATALOG, CHECKOUT, EXAMPLES, QUESTIONS

sys.path.append(str(CHECKOUT / "benchmarks"))
from slips import slips, written
from tables import table


def told(text: str) -> str:
    """Return the one problem of a text that is no YAML."""
    with pytest.raises(InvalidAnswersError) as caught:
        parse(text.encode(), "a.yaml")
    (problem,) = caught.value.problems
    return str(problem)


def _some(which: int) -> list[Any]:
    """Give every third example, with thousands of slips, and the rest by night."""
    return [
        pytest.param(path, marks=[] if number % 3 == which else pytest.mark.nightly, id=path.stem)
        for number, path in enumerate(sorted(EXAMPLES.glob("*.yaml")))
    ]


@pytest.mark.no_cover  # it would take as long again, and the slips below go every way
@pytest.mark.parametrize("path", _some(0))
def test_slips_on_every_line_are_told_there(path: Path) -> None:
    made = [slip for slip in slips(path.read_text("utf-8"), CATALOG, QUESTIONS) if slip.problems]
    missed = [slip for slip in made if slip.problems[0].place.line != slip.line]
    assert len(made) > 400
    assert len(missed) * 50 < len(made), missed[:5]


@table(
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
        (
            'company:\n  {name: x,\n   about: "Ti }\nrole: {location: y}',
            "3:11",
            "the quotes of a text are never closed",
        ),
        ("company: {name: x, about: 'Ti }\nrole: {title: 'y'}", "1:27", "the quotes of a text"),
        ('metrics: [x, "y, z]\nrole: {}\n', "1:14", "the quotes of a text are never closed"),
        ('tools:\n  others:\n    - {a: "b"\n', "3:7", "a bracket is never closed"),
        ("metrics: [client's x, y\nrole: {}\n", "1:10", "a bracket is never closed"),
        ("company: {name: Dana's, about: x}\nrole\n", "2:1", "a name lacks its colon"),
        ("company: {name: 'a' 'b]'}\n", "1:20", "a comma is missing"),
        ("metrics: [rank #1, y]\nrole:\n  title: x\n", "1:16", "a # cuts the line off"),
        ("metrics: [#1, y]\nrole: {}\n", "1:11", "a # cuts the line off"),
        ("metrics: [x # y, z]\nrole: {}\n", "1:13", "a # cuts the line off"),
        ("role:\n  hours: x # y\n    z\n", "2:12", "a # cuts the line off"),
        ("role:\n  hours:\n    x\n    # y\n    z\n", "4:5", "a # cuts the line off"),
        ("role:\n  hours: # y\n    x\n  title: a: b", "4:11", 'a text without quotes holds ": "'),
        ("metrics: [x]]\nrole: {}\n", "1:13", "text stands behind the closing bracket"),
        ('role:\n  title: "x" y\n', "2:14", "text stands behind the closing quotes"),
        ("role:\n  title: x: y\n", "2:11", 'a text without quotes holds ": "'),
        (
            "metrics:\n  - x\n  -y\nrole:\n  title: x: y",
            "3:3",
            "the space behind a dash is missing",
        ),
        ("metrics:\n  - x\n  y\nrole: {}\n", "3:3", "the dash of an item is missing"),
        ("metrics: x\n- y\n", "1:10", "a text stands above the items of a list"),
        ("metrics: - x\n", "1:10", "an item stands behind a name"),
        ("metrics:\n  * x\n  * y\n", "2:3", "a list has asterisks"),
        ("company\n  name: x\n", "1:1", "a name lacks its colon"),
        ("company: {name: 'Dana's'}\n", "1:23", "text stands behind the closing quotes"),
        ("company:\n  about: **x**\n", "2:10", "a text cannot begin with *"),
        ("company:\n  about: > x\n", "2:10", "text stands behind >"),
        ("company:\n  about: >\n  x\n", "3:3", "a text is no deeper than its name"),
        ('company:\n  about: "C:\\users"\n', "2:15", "a backslash in double quotes begins"),
        ("company:\n  - name: x\n  about: y\n", "3:3", "a line does not fit to those above it"),
        ("...\nrole: {}\n", "1:1", "nothing that is read stands here"),
        ('company:\n  about: "x\n' + "# y\n" * 30_000, "2:10", "the quotes of a text are never"),
        ("metrics: [@x]", "1:11", "a text without quotes cannot begin so"),
        ("role: {}\n...\nx\n", "3:1", "a name lacks its colon"),
        ("role:\n title: x\n  hours: y\n  start: z\n", "2:2", "the indent is another one"),
        ("role:\n  title: x\n   hours: y\n  start: z\n", "3:4", "the indent is another one"),
        ("role:\n  title: >-\n     a\n    b\n    c\n", "3:6", "the indent is another one"),
        ("role:\n  title: >-\n\t  a\n    b\n", "3:1", "a line has a tab in its indent"),
        ('{\n  "a": {\n    "b": "x"\n    "c": "y"\n  }\n}', "3:13", "a comma is missing"),
        ('{\n  "a": "x,\n  "c": "y"\n}', "2:3", "the quotes of a text are never closed"),
        ('{\n  "a": {\n    "b": "x"\n  }\n  "c": "y"\n}', "4:4", "a comma is missing"),
        ('{\n  "a": ["x" "y"]\n}', "2:12", "a comma is missing"),
        ('{\n  "a" "x"\n}', "2:6", "a colon is missing behind a name"),
        ('{\n  "a": "x" // y\n}', "2:12", "text stands behind the closing quotes"),
        ('{\n  "a": ["x"\n}', "2:8", "a bracket is never closed"),
        ('{\n  "a": "x"\n', "1:1", "a bracket is never closed"),
        ('{\n  "a": ["x"]]\n}', "2:13", "a bracket is closed twice"),
        ('{\n  "a": "x", "y"]\n}', "2:16", "a bracket is closed that was never opened"),
        ('{\n  "a": "x"\n}\n}', "4:1", "text stands behind the end of the answers"),
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


TABS = {
    "a section": ("tools:\n\tcrm: x\n", "2:1"),
    "CRLF": ("tools:\r\n\tcrm: x\r\n", "2:1"),
    "a byte-order mark": ("\ufefftools:\n\tcrm: x\n", "2:1"),
    "several lines": ("role:\n\ttitle: x\n\thours: y\ntools:\n\tcrm: z\n", "2:1"),
    "a list": ("metrics:\n\t- a\n\t- b\n", "2:1"),
    "two levels": ("pay:\n\tbase:\n\t\tmin: 1\n\t\tmax: 2\n", "2:1"),
    "one line of several": ("role:\n  title: x\n\thours: y\n", "3:1"),
    "behind spaces": ("tools:\n \tcrm: x\n", "2:2"),
    "before spaces": ("tools:\n\t crm: x\n", "2:1"),
    "behind a dash": ("metrics:\n-\ta\n-\tb\n", "2:2"),
    "an indented dash": ("metrics:\n  - a\n  -\tb\n", "3:4"),
    "a block text": ("company:\n  about: |\n\tx\n\ty\n", "3:1"),
    "a line of a block text": ("company:\n  about: >\n    x\n\ty\n", "4:1"),
    "a text goes on": ("company:\n  about: x\n\ty\n", "3:1"),
    "a comment": ("tools:\n\t# c\n  crm: x\n", "2:1"),
    "an empty line": ("tools:\n\t\n  crm: x\n", "2:1"),
    "the top": ("\ttools: {crm: x}\n\tmetrics: [a]\n", "1:1"),
}


@table("name", TABS)
def test_a_tab_for_a_space_is_one_problem_and_spaces_mend_it(name: str) -> None:
    text, place = TABS[name]
    found = told(text)
    assert found.startswith(f"a.yaml:{place}: cannot be read as YAML: a "), found
    assert " has a tab " in found
    deep = "    " if "block text" in name or "goes on" in name else "  "
    mended = re.sub(r"(?<=-)\t", " ", text).replace("\t", " " if "behind spaces" in name else deep)
    assert not parse(mended.encode(), "a.yaml").problems


def test_lines_with_tabs_are_told_together() -> None:
    assert told("pay:\n\tbase:\n\t\tmin: 1\n\t\tmax: 2\n").endswith(
        ": a line has a tab in its indent, and so have 2 more. "
        "Indent with spaces, as deep as the lines around it."
    )


# -- every cure, followed -------------------------------------------------------------------------


def _quoted(line: str, at: int) -> str:
    """Put what stands from a column on in double quotes, without a comment behind it."""
    value, gap, comment = re.fullmatch(r"(.*?)((?:  +#.*)?)()", line[at:]).groups()
    return f"{line[:at]}{json.dumps(value)}{gap}{comment}"


def _value(line: str) -> int:
    match = re.match(r" *(?:- )?(?:\w+: +)?", line)
    assert match
    return match.end()


def _indented(lines: list[str], number: int) -> Iterator[str]:
    """Indent a line as those around it: as one of them, or as a block text below its name."""
    near = [line for line in [*lines[:number][::-1], *lines[number + 1 :]] if line.strip()]
    for other in near:
        yield " " * (len(other) - len(other.lstrip())) + lines[number].strip()


def followed(cure: str, lines: list[str], number: int, at: int) -> Iterator[str]:
    """Yield what may stand on a line when a cure was followed there."""
    line = lines[number]
    if "ndent" in cure:
        yield from _indented(lines, number)
    elif cure == "Write a colon and a space after the name.":
        yield re.sub(r"^( *(?:- )?)(\w+)", r"\1\2: ", line)
    elif cure == "Write a space after the colon.":
        yield f"{line[: at + 1]} {line[at + 1 :]}"
    elif cure == "Write a space after the dash.":
        yield line.replace("-", "- ", 1)
    elif "ake it away" in cure or "take them away" in cure:
        yield line[:at] + line[at + 1 :]
    elif "holds it in quotes" in cure or cure == "Put the text in quotes.":
        yield _quoted(line, at)
    else:
        assert "in quotes" in cure or "in double quotes" in cure
        yield _quoted(line, _value(line))


@pytest.mark.no_cover
@pytest.mark.parametrize("path", _some(1))
def test_a_cure_that_is_followed_is_accepted_the_first_time(path: Path) -> None:
    refused = []
    for made in written(path.read_text("utf-8")):
        try:
            parse(made.text.encode(), "a.yaml")
            continue
        except InvalidAnswersError as error:
            (problem,) = error.problems
        lines, number = made.text.split("\n"), problem.place.line - 1
        mended = followed(problem.cure, lines, number, problem.place.column - 1)
        if not any(_is_yaml([*lines[:number], line, *lines[number + 1 :]]) for line in mended):
            refused.append((made.kind, str(problem), lines[number]))
    assert refused == []


def _is_yaml(lines: list[str]) -> bool:
    try:
        parse("\n".join(lines).encode(), "a.yaml")
    except InvalidAnswersError:
        return False
    return True


@pytest.mark.parametrize("text", ["x: {y\n" * 15_000, "x: a: b " * 100_000, "x:\n: b: c", "x: {"])
def test_a_long_text_or_an_odd_one_is_told_too(text: str) -> None:
    assert ": cannot be read as YAML: " in told(text)


def test_nothing_has_no_slip() -> None:
    assert yaml_slips.find("# nothing\n---\n", 1) is None


def test_a_name_without_colon_before_a_brace_is_one_problem() -> None:
    read = parse(b"quota{carries: no}\nproduct:{software: no}", "a.yaml")
    assert [str(problem) for problem in read.problems] == [
        "a.yaml:1:1: quota: has no colon and space before {. Write quota: {carries: ...}.",
        "a.yaml:2:1: product: has no colon and space before {. Write product: {software: ...}.",
    ]
