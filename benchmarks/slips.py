"""Make one slip of the hand on every line of an answers file, and count how many are told there.

Each kind of slip is made on each line that it can be made on. What is no mistake, because the file
still drafts, is not counted. A slip is told at the right line if the first problem names it.

    python benchmarks/slips.py examples/key.yaml
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from amjd import resources
from amjd.documents.catalog import Catalog
from amjd.questions import Questions
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError, Problem

EXAMPLES = Path(__file__).parent.parent / "examples"
_NAMED = re.compile(r"( *(?:- )?)(\w+):( +)([^ #>|\[{].*?)((?:  +#.*)?)$")
_OPENING = re.compile(r"( *(?:- )?)(\w+):((?: .*)?)$")


def _in_value(before: str, after: str = "") -> Callable[[str], str]:
    def slip(line: str) -> str:
        return _NAMED.sub(rf"\1\2:\3{before}\4{after}\5", line)

    return slip


SLIPS: dict[str, Callable[[str], str]] = {
    "no colon": lambda line: _OPENING.sub(r"\1\2\3", line),
    "no space behind the colon": lambda line: _NAMED.sub(r"\1\2:\4\5", line),
    "double quotes never closed": _in_value('"'),
    "single quotes never closed": _in_value("'"),
    "a bracket never closed": _in_value("["),
    "a tab in the indent": lambda line: re.sub(r"^  ", "\t", line),
    "a space too many": lambda line: f" {line}",
    "a space too few": lambda line: re.sub(r"^ ", "", line),
    "a second colon": _in_value("", ": x"),
    "text behind the quotes": _in_value('"', '" x'),
    "a sign of YAML": _in_value("@"),
    "no space behind the dash": lambda line: re.sub(r"^( *)- ", r"\1-", line),
    "a brace never closed": _in_value("{"),
    "a name alone": lambda line: _NAMED.sub(r"\1\2", line),
    "a bracket closed twice": lambda line: re.sub(r"[]}]$", r"\g<0>]", line),
    "a bracket not closed": lambda line: re.sub(r"[]}]$", "", line),
}


class Written(NamedTuple):
    """A file with one slip."""

    kind: str
    line: int
    text: str


class Slip(NamedTuple):
    """Where and how the slip of a file was told; no problem if it still drafts."""

    kind: str
    line: int
    problems: list[Problem]


def written(text: str) -> Iterator[Written]:
    """Make every slip on every line of a text."""
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        for kind, make in SLIPS.items():
            slipped = make(line) if line.strip() and not line.lstrip().startswith("#") else line
            if slipped != line:
                made = "\n".join([*lines[: number - 1], slipped, *lines[number:]])
                yield Written(kind, number, made)


def slips(text: str, catalog: Catalog, questions: Questions) -> Iterator[Slip]:
    """Make every slip on every line of a text, and read what comes of it."""
    for kind, number, made in written(text):
        problems: list[Problem] = []
        try:
            check(parse(made.encode(), "slip"), catalog.ids, questions)
        except InvalidAnswersError as error:
            problems = error.problems
        yield Slip(kind, number, problems)


def main() -> None:
    """Print for each kind how many were told at their line, and those that were not."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("answers", nargs="*", type=Path, default=sorted(EXAMPLES.glob("*.yaml")))
    options.add_argument("--missed", action="store_true", help="show what was told elsewhere")
    given = options.parse_args()
    catalog = Catalog([resources.folder("templates") / "posting"])
    questions = Questions(resources.folder("prompts"))
    made, told = Counter[str](), Counter[str]()
    for path in given.answers:
        for kind, line, problems in slips(path.read_text("utf-8"), catalog, questions):
            if not problems:
                continue
            made[kind] += 1
            told[kind] += problems[0].place.line == line
            if given.missed and problems[0].place.line != line:
                print(f"{path.name}:{line} {kind}: {problems[0]}")
    for kind in SLIPS:
        print(f"{told[kind]:6,} of {made[kind]:6,}  {kind}")
    share = 100 * told.total() / max(1, made.total())
    print(f"{told.total():6,} of {made.total():6,}  told at the right line ({share:.1f} of 100)")


if __name__ == "__main__":
    main()
