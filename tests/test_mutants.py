"""No posting makes the review fail, whatever was done to it: cut, glued, doubled, spoilt."""

import json
import os
import random

import pytest

from amjd import resources
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from amjd.review import report
from amjd.review.findings import Around
from amjd.review.readers import opened
from amjd.review.reviewer import review
from amjd.review.rules import Rules
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.text.errors import AmjdError
from conftest import CATALOG, QUESTIONS

RULES = Rules(resources.folder("rules"))
AROUND = Around((), None, "2026-11-25")
ODD = [
    *"$€0()[]<>_|`:\\", "$0-$50,000", "401(k)", "- ", "•", "\n", "\n\n", "# ", "**", "<!--", "-->",
    "&amp;", "&#0;", "&#x110000;", "...", *"İßﬁé", "\u0301", "\u202e", "\u200b", "\ufeff", "\u2028",
    "\x0b", "\x1f", *"🙂٣１½", "1,1,1", "9" * 30, "to ", "and ", "a" * 300, "http://", "@",
    "#URL_0a1b2c#", "---\n", "\t", "\r", "salary: ", "quota ",
]  # fmt: skip
NAMES = ["a.md", "a.txt", "a.html", "a.docx", "a.pdf", "-"]


def bases():
    for path in sorted(resources.folder("examples").glob("*.yaml")):
        sheet = parse(path.read_bytes(), path.name)
        made = draft(CATALOG, QUESTIONS, check(sheet, CATALOG.ids, QUESTIONS).answers)
        yield from (FORMATS[name].writer()(made).decode() for name in ("md", "txt", "html"))


def mutant(text, chance):
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice([1, 1, 5, 40, 400]))
        piece = text[at:end]
        text = text[:at] + chance.choice([
            "", piece + piece, piece.upper(), piece[::-1], chance.choice(ODD),
            piece.replace("\n", ""), piece.replace(" ", "\n"),
            piece + chance.choice(ODD) * chance.randint(1, 30),
        ]) + text[end:]  # fmt: skip
    return text[: chance.randrange(len(text) + 1)] if chance.random() < 0.1 else text


def spoilt(content, chance):
    if chance.random() > 0.15 or not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.randint(1, 4)) + content[at + 1 :]


def reviewed(name, content):
    try:
        posting = opened.read(name, content)
    except AmjdError:
        return
    found = review(posting, RULES, AROUND)
    assert "What a candidate asks first:" in list(report.as_text(name, found, True))
    json.dumps(report.as_values(name, "posting", found))
    for one in found.findings:
        assert 1 <= one.line <= max(1, len(posting.source))
        assert one.column >= 1


@pytest.mark.parametrize("seed", range(8))
def test_a_mutated_posting_is_reviewed_or_refused(seed):
    chance = random.Random(seed)
    texts = list(bases())
    is_long = os.environ.get("AMJD_HYPOTHESIS") == "nightly"
    for _ in range(12_500 if is_long else 12):
        text = mutant(chance.choice(texts), chance)
        content = spoilt(text.encode("utf-8", "replace"), chance)
        reviewed(chance.choice(NAMES), content)
