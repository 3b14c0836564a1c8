"""Measure what postings are to read: their length, where they begin, what they share.

Of the six examples, of the required answers alone in each template, and of random valid answers.

    python benchmarks/postings.py            # the table
    python benchmarks/postings.py --random 200
"""

import argparse
import random
import re
import statistics
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from amjd import resources
from amjd.answers.reading import read
from amjd.documents.catalog import Catalog
from amjd.documents.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Run,
    text_of,
)
from amjd.documents.draft import draft
from amjd.questions import Questions
from amjd.sources.yaml_file import parse

EXAMPLES = Path(__file__).parent.parent / "examples"
CATALOG = Catalog([resources.folder("templates") / "posting"])
QUESTIONS = Questions(resources.folder("prompts"))
WORDS_A_MINUTE = 238
SCREEN = 22, 42
"""The lines and columns of a phone."""
_RHYTHM = re.compile(r"\d|\b(every|each) (week|month|quarter|day|year)\b|same day|\bdaily\b")


class Measured(NamedTuple):
    """What one posting is to read; `grade` is Flesch and Kincaid's, `role_at` and `pay_at` lines
    of a phone, `duties` how many there are and `rhythm` how many of them carry a figure or one."""

    words: int
    screens: float
    minutes: float
    grade: float
    facts: int
    duties: int
    rhythm: int
    musts: int
    role_at: int
    pay_at: int


def measure(document: Document) -> Measured:
    """Measure a posting as it reads on a phone."""
    lines = list(lines_of(document.blocks))
    words = sum(len(line.split()) for line in lines)
    on_phone = [row for line in lines for row in (textwrap.wrap(line, SCREEN[1]) or [""])]
    duties = _section(document, "What you will do")
    return Measured(
        words,
        len(on_phone) / SCREEN[0],
        words / WORDS_A_MINUTE,
        grade("\n".join(lines)),
        sum(len(block.rows) for block in document.blocks if isinstance(block, Facts)),
        len(duties),
        sum(bool(_RHYTHM.search(line)) for line in duties),
        len(_section(document, "What you bring")),
        _first(on_phone, "The role"),
        _first(on_phone, r"[$\u00a3\u20ac]\d|commission", pattern=True),
    )


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the lines of a posting as a reader sees them, an item or a fact each."""
    for block in blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs):
                yield text_of(runs)
            case Bullets(items):
                yield from map(text_of, items)
            case Facts(rows):
                yield from (f"{label}: {text_of(runs)}" for label, runs in rows)


def own_lines(document: Document) -> set[str]:
    """Return the lines with words of ours: no facts, headings or statement of equal opportunity."""
    found, heading = set(), ""
    for block in document.blocks:
        match block:
            case Heading(_, runs):
                heading = text_of(runs)
            case Paragraph(runs) if heading != "Equal opportunity":
                found |= _ours([runs])
            case Bullets(items):
                found |= _ours(items)
    return found


def shared(one: Document, other: Document) -> float:
    """Return the share of our lines that two postings have in common, of the shorter one."""
    lines = own_lines(one), own_lines(other)
    return len(lines[0] & lines[1]) / min(map(len, lines))


def grade(text: str) -> float:
    """Estimate the years of school one needs to read a text with ease, as Flesch and Kincaid do."""
    sentences = [part for part in re.split(r"[.!?](?:\s+|$)|\n", text) if re.search(r"[a-z]", part)]
    words = re.findall(r"[A-Za-z\u00e9'\u2019-]+|\d[\d,.]*", text)
    count = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * count / len(words) - 15.59


def syllables(word: str) -> int:
    """Estimate: groups of vowels, less a silent e at the end."""
    groups = len(re.findall(r"[aeiouy\u00e9]+", re.sub("ie(?=n)", "i-e", word.lower())))
    silent = re.search(r"[^aeiouyl]e(s|d)?$", word.lower()) and not re.search(
        r"[td]ed$", word.lower()
    )
    return max(1, groups - bool(silent))


def _ours(lines: Iterable[Sequence[Run]]) -> set[str]:
    return {
        text_of(tuple(runs))
        for runs in lines
        if any(re.search("[A-Za-z]", run.text) for run in runs if not run.field)
    }


def _section(document: Document, wanted: str) -> list[str]:
    found: list[str] = []
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level < 3:
            heading = text_of(block.runs)
        elif isinstance(block, Bullets) and heading == wanted:
            found += map(text_of, block.items)
    return found


def _first(rows: Sequence[str], words: str, pattern: bool = False) -> int:
    matches = re.compile(words if pattern else re.escape(words))
    return next((number for number, row in enumerate(rows, start=1) if matches.search(row)), 0)


def example(name: str) -> Document:
    """Draft one of the examples."""
    path = EXAMPLES / f"{name}.yaml"
    return drafted(parse(path.read_bytes(), path.name).tree)


def drafted(tree: Mapping[str, Any], template: str = "") -> Document:
    """Draft answers; they must be complete."""
    answers, faults, _ = read(tree, CATALOG.ids, CATALOG.names)
    assert not faults, faults
    return draft(CATALOG, QUESTIONS, answers, template).document


def required_only(template: str, chance: random.Random) -> dict[str, Any]:
    """Make the required answers alone, as some company gives them, that call for a template."""
    pick = chance.choice
    base = pick([38, 44, 52, 61, 75]) * 1000
    tree: dict[str, Any] = {
        "company": {"name": f"{pick(_FIRST)} {pick(_SECOND)}"},
        "role": {"location": pick(_PLACES)},
        "quota": {"carries": "no"},
        "portfolio": {"accounts": str(pick([1, 9, 24, 47, 62, 140])), "segment": pick(_SEGMENTS)},
        "product": {},
        "tools": {"crm": pick(_TOOLS)},
        "metrics": chance.sample(_MEASURES, pick([1, 2, 3, 4])),
        "pay": {"base": {"min": str(base), "max": str(base + 6000)}},
        "apply": {"email": f"jobs{chance.randrange(99)}@{pick(_DOMAINS)}.example"},
    }
    match template:
        case "sales":
            target = str(pick([100, 150, 400]) * 1000)
            tree["quota"] = {"carries": "yes", "target": target, "period": pick(_PERIODS)}
            tree["pay"]["variable"] = str(pick([12, 20, 30]) * 1000)
        case "first-hire":
            tree["role"] |= {"first_hire": "yes", "trainable": "yes", "owner": pick(_OWNERS)}
        case "key":
            tree["portfolio"]["strategic"] = "yes"
        case "technical":
            tree["product"] = {"software": "yes", "name": pick(_PRODUCTS)}
        case "senior":
            tree["portfolio"]["complex"], tree["role"]["mentors"] = "yes", "yes"
    return tree


def some_answers(template: str, chance: random.Random) -> dict[str, Any]:
    """Make random valid answers: the required ones, and some of those that are not."""
    tree = required_only(template, chance)
    for section, name, values in _OPTIONAL:
        if chance.random() < 0.4:
            value = chance.choice(values)
            tree[section].setdefault(name, value)
    if "travel" not in tree["role"]:
        tree["role"].pop("car", None)
    if tree["pay"].get("variable") == "none":
        tree["pay"].pop("bonus", None)
    if template == "sales":
        tree["portfolio"].pop("expansion", None)
    return tree


_FIRST = ["Tidewater", "Northgate", "Fern Street", "Harrow", "Saltmarsh", "Copper Hill", "Quay"]
_SECOND = ["Linen", "Glass", "Foods", "Supply", "Print", "Gardens", "Freight"]
_PLACES = ["Salem, MA", "Dayton, OH", "Boise, ID", "Leeds", "Cork"]
_SEGMENTS = ["inns", "small business", "dental offices and clinics", "mid-market", "city schools"]
_TOOLS = ["HubSpot", "a shared spreadsheet", "Zoho CRM", "paper cards", "our order system"]
_MEASURES = ["gross retention", "client satisfaction", "calls returned the same day", "churn",
             "renewal rate", "expansion revenue"]  # fmt: skip
_PERIODS = ["month", "quarter", "year"]
_OWNERS = ["Dana Ruiz, the founder", "the owner", "our manager, Sam"]
_PRODUCTS = ["Herdline", "our booking software"]
_DOMAINS = ["tidewater", "northgate", "fernstreet"]
_OPTIONAL: list[tuple[str, str, list[Any]]] = [
    ("company", "about", ["We wash linen for 120 inns.", "We glaze shop fronts in three states."]),
    ("company", "industry", ["linen service", "glass"]),
    ("role", "workplace", ["on-site", "hybrid", "remote"]),
    ("role", "employment", ["full-time", "part-time"]),
    ("role", "hours", ["40 hours a week", "25 hours a week"]),
    ("role", "travel", ["two client visits a month"]),
    ("role", "car", ["provided", "own"]),
    ("role", "start", ["March 2027", "as soon as you can"]),
    ("role", "reports_to", ["the owner", "Head of Sales"]),
    ("role", "team", ["two drivers and a dispatcher"]),
    ("role", "new_business", ["0", "10", "30", "60"]),
    ("role", "mentors", ["yes", "no"]),
    ("role", "duties", [["Walk each site twice a year"], ["Plan the routes", "Open the mail"]]),
    ("role", "required", [["A clear hand"], ["Free on Mondays", "Some Spanish"]]),
    ("role", "preferred", [["Time in a laundry"]]),
    ("role", "languages", [["English"], ["English", "Spanish"]]),
    ("role", "years", ["2", "2-4"]),
    ("role", "training", ["You spend two weeks on the vans."]),
    ("quota", "forecast", ["week", "month"]),
    ("portfolio", "basis", ["contracts", "repeat orders", "projects", "usage", "none"]),
    ("portfolio", "called", ["customers", "members"]),
    ("portfolio", "revenue", ["1.2m", "about 900k"]),
    ("portfolio", "check_ins", ["monthly calls", "a visit every quarter"]),
    ("portfolio", "retention", ["90", "95"]),
    ("portfolio", "expansion", ["60000"]),
    ("portfolio", "complex", ["yes", "no"]),
    ("tools", "others", [["QuickBooks"], ["Gmail", "Asana"]]),
    ("pay", "variable", ["none", "4000", "10%"]),
    ("pay", "bonus", ["You earn it when nine of ten stay."]),
    ("pay", "benefits", [["medical insurance", "15 days of paid vacation"]]),
    ("apply", "deadline", ["rolling", "2031-03-17"]),
    ("apply", "phone", ["412-555-0138"]),
    ("apply", "evidence", ["none", "one account you kept", "Send a page on a client."]),
    ("apply", "steps", [["A call", "A morning with us, paid"]]),
]


def _row(name: str, found: Measured) -> str:
    numbers = [f"{value:.1f}" if isinstance(value, float) else str(value) for value in found]
    return " | ".join([f"| {name:22}", *numbers]) + " |"


def _summary(name: str, found: Sequence[float]) -> str:
    ordered = sorted(found)
    return f"{name}: median {statistics.median(ordered):.2f}, most {ordered[-1]:.2f}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=200)
    count = parser.parse_args().random
    print("| posting | " + " | ".join(Measured._fields) + " |")
    for path in sorted(EXAMPLES.glob("*.yaml")):
        print(_row(f"example {path.stem}", measure(example(path.stem))))
    for name in CATALOG.ids:
        tree = required_only(name, random.Random(1))
        print(_row(f"required {name}", measure(drafted(tree))))
    many = [
        measure(drafted(some_answers(name, random.Random(seed)), name))
        for seed, name in zip(range(count), CATALOG.ids * count, strict=False)
    ]
    for field, bound in [("words", 550), ("grade", 8), ("facts", 11), ("duties", 10)]:
        within = sum(getattr(one, field) <= bound for one in many)
        print(f"random: {field} at most {bound} in {within} of {count}")
    ways = {"required": required_only, "random": some_answers}
    for way, make in ways.items():
        pairs = [
            shared(*(drafted(make(name, random.Random(seed)), name) for seed in (one, other)))
            for name in CATALOG.ids
            for one, other in combinations(range(8), 2)
        ]
        print(_summary(f"two companies, one template, {way}: share of our lines", pairs))
    postings = [drafted(required_only("standard", random.Random(1)), name) for name in CATALOG.ids]
    print(
        _summary("two templates, one company", [shared(*two) for two in combinations(postings, 2)])
    )


if __name__ == "__main__":
    main()
