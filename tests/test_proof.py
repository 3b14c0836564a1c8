"""The page that says what other programs read of our files is not older than these files."""

import re
import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "make_proof.py"
OLD = "docs/proof.md is older than what it tells of: run python scripts/make_proof.py"


@pytest.fixture(scope="module")
def proof():
    return runpy.run_path(str(SCRIPT))


@pytest.fixture(scope="module")
def page(proof):
    return proof["PAGE"].read_text("utf-8")


def test_the_page_is_of_what_the_formats_write_today(proof, page):
    assert f"<!-- {proof['stamp']()} -->" in page, OLD


def test_the_page_has_every_template_and_example(proof, page):
    rows = re.findall(r"^\| ([a-z-]+) \|((?: [\d.]+% \|)+)$", page, re.M)
    told = [(template, shares.count("%")) for template, shares in rows]
    examples = proof["EXAMPLES"]
    made = [(name, len(examples)) for one in proof["KINDS"].values() for name in one.ids]
    assert told == made, OLD
    heading = " | ".join(f"example {path.stem}" for path in examples)
    assert page.count(f"| template | {heading} |") == 2, OLD


def test_every_format_has_a_reader_that_is_told_of(proof, page):
    readers = proof["READERS"]
    assert {reader.format for reader in readers} == {*proof["FORMATS"]}
    assert all(f"| `{reader.format}` | {reader.name} | 72 |" in page for reader in readers), OLD


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("ACME, two\n rows: a\u00a0b", []),
        ("two rows: a b, Acme", ["two rows", "a b"]),
        ("Acme: a b", ["two rows"]),
        ("", ["Acme", "two rows", "a b"]),
    ],
)
def test_a_fact_is_found_in_its_order_or_not_at_all(proof, text, gone):
    assert proof["missing"](["Acme", "two rows", "a b"], text) == gone


def test_a_reader_that_breaks_googles_rules_finds_nothing(proof, tmp_path, monkeypatch):
    file = tmp_path / "x.json"
    file.write_text('{"description": "<p>Acme</p>"}')
    for warned, text in [(["identifier", "validThrough"], "Acme"), (["title"], "")]:
        found = f'{{"{tmp_path}/x.page.html": {{"ERROR": [], "WARNING": {warned}}}}}'
        monkeypatch.setitem(
            proof["_google"].__globals__, "_run", lambda *_, found=found: found.replace("'", '"')
        )
        assert list(proof["_google"]([file])) == [text]
