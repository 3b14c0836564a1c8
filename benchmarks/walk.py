"""Walk the interview as somebody with these answers does, and print what it costs.

Screens are those of the trace, of which more than five asks on one count as another; words are
all that is shown there; minutes are 238 words read a minute, 40 typed, and 5 seconds an ask; keys
are those of the answers with their Enter. Nothing of what would make it better is ticked.

    python benchmarks/walk.py [answers.yaml...]
"""

import argparse
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from amjd import resources
from amjd.asker import Ask, Reply, Signal
from amjd.documents.catalog import Catalog
from amjd.interview.loop import Interview
from amjd.review.rules import Rules
from amjd.sources.yaml_file import parse
from amjd.words import Prompts

HERE = Path(__file__).parent
ANSWERS = [*sorted((HERE.parent / "examples").glob("*.yaml")), *sorted((HERE / "walks").glob("*"))]
READ, TYPED, THOUGHT = 238, 40, 5


class Cost(NamedTuple):
    """What a walk comes to."""

    screens: int
    asks: int
    words: int
    keys: int

    @property
    def minutes(self) -> float:
        return self.words / READ + self.keys / 5 / TYPED + self.asks * THOUGHT / 60


class Walker:
    """Answers what is asked from a tree of answers, and keeps all that it was shown."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self._tree = tree
        self.asks: list[Ask] = []
        self.shown: list[str] = []
        self.keys = 0

    def tell(self, text: str) -> None:
        self.shown.append(text)

    def key(self, signal: Signal) -> str:
        return f"Ctrl-{signal.value[0].upper()}"

    def ask(self, ask: Ask) -> Reply:
        self.asks.append(ask)
        self.shown += [ask.note, ask.question, ask.why, "" if ask.current else ask.example]
        self.shown += [f"{row.label} {row.help}" for row in ask.rows[: ask.few or None]]
        for section in ask.pages:
            self.shown.append(section.title)
            self.shown += [f"{line.mark} {line.label} {line.text}" for line in section.lines]
        values = self._answer(ask)
        if ask.read and ask.kind == "text":
            self.shown.append(ask.read(values).text)
        self.keys += self._typed(ask, values) + 1
        return Reply(values)

    def _typed(self, ask: Ask, values: tuple[str, ...]) -> int:
        """Count the keys before Enter: letters, a number in a list, a number and space a tick."""
        known = {row.value for row in ask.rows}
        if ask.kind == "tick":
            own = sum(len(value) + 2 for value in values if value not in known)
            return own + 2 * len(set(ask.ticked) ^ (set(values) & known))
        if ask.kind == "pick" and (values and values[0] in known):
            return int(ask.at is None or ask.rows[ask.at].value != values[0])
        return 0 if values == ask.current else len("; ".join(values))

    def _answer(self, ask: Ask) -> tuple[str, ...]:
        if ask.screen == "review":
            return ("yes",)
        if ask.screen in ("template", "extras", "duties"):
            return (ask.rows[ask.at].value,) if ask.at is not None else ask.ticked
        if ask.kind == "tick" and len(ask.fields) > 1:
            return tuple(field for field in ask.fields if self._given(field) == ["yes"])
        if ask.many and len(ask.fields) > 1:
            parts = [(field, self._given(field)) for field in ask.fields]
            return tuple("here" if field == "apply.here" else part[0]
                         for field, part in parts if part and part != ["no"])  # fmt: skip
        parts = [part for field in ask.fields for part in self._given(field)]
        return (" a ".join(parts),) if len(ask.fields) > 1 else tuple(parts)

    def _given(self, field: str) -> list[str]:
        value: Any = self._tree
        for step in field.split("."):
            value = value.get(step, "") if isinstance(value, Mapping) else ""
        if isinstance(value, Mapping):
            return [f"{value['min']} to {value['max']}"]
        return [" ".join(item.split()) for item in ([value] if isinstance(value, str) else value)
                if item]  # fmt: skip


def walk(path: Path, catalog: Catalog, prompts: Prompts) -> tuple[Cost, Walker]:
    """Walk from the greeting to the last yes."""
    walker = Walker(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
    walker.tell(prompts.words.welcome.greeting)
    rules = Rules(resources.folder("rules"))
    Interview(walker, parse(b"", "answers"), lambda _: None, catalog, prompts, rules).run()
    screens = [len(list(asks)) for _, asks in groupby(walker.asks, lambda ask: ask.screen)]
    words = sum(len(text.split()) for text in walker.shown)
    return Cost(sum(-(-n // 5) for n in screens), len(walker.asks), words, walker.keys), walker


def main() -> None:
    """Print a line for each file of answers."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("answers", nargs="*", type=Path, default=ANSWERS)
    options.add_argument("--show", action="store_true", help="print all that is shown")
    given = options.parse_args()
    catalog = Catalog([resources.folder("templates") / "posting"])
    prompts = Prompts(resources.folder("prompts"))
    print(f"{'':24}{'screens':>8}{'asks':>6}{'words':>7}{'keys':>6}{'minutes':>9}")
    for path in given.answers:
        cost, walker = walk(path, catalog, prompts)
        if given.show:
            print("\n".join(filter(None, walker.shown)))
        counts = f"{cost.screens:8}{cost.asks:6}{cost.words:7,}{cost.keys:6}{cost.minutes:9.1f}"
        print(f"{path.name:24}{counts}")


if __name__ == "__main__":
    main()
