"""An asker without a terminal: it answers from a tree of answers, as a person would type them."""

import copy
import functools
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import yaml

import schemas
from amjd.asker import Ask, Reply, Signal
from amjd.sources.sheet import Answer, Sheet
from amjd.sources.yaml_edit import with_answer
from amjd.sources.yaml_file import parse
from conftest import ANSWERS, EXAMPLES

BRIEF = "tidewater"
IDS = ("sales", "first-hire", "key", "technical", "senior", "standard")
BY_DAY = [pytest.param(name, marks=[] if name in ("sales", "first-hire", "standard")
                       else pytest.mark.nightly) for name in IDS]  # fmt: skip
"""The examples whose interviews differ most, and the others by night."""
Nested = dict[str, Any]
Want = Reply | str | tuple[str, ...] | BaseException


class Script:
    """Answers from a tree, and gives what a test wants at some screens or fields.

    `wants` are replies for the first field of an ask, used up in order; after that the tree
    answers: it ticks the extras that it answers, and keeps the lines of the template.
    """

    def __init__(
        self, tree: Mapping[str, Any], wants: Mapping[str, Sequence[Want]] | None = None
    ) -> None:
        self.tree = tree
        self.wants = {field: list(replies) for field, replies in (wants or {}).items()}
        self.asked: list[Ask] = []
        self.told: list[str] = []

    @property
    def fields(self) -> list[str]:
        """The first field of all that was asked, in order."""
        return [ask.fields[0] for ask in self.asked]

    @property
    def heard(self) -> list[str]:
        """All that was said, in order."""
        return [*self.told, *filter(None, (ask.note for ask in self.asked))]

    def notes(self, field: str) -> list[str]:
        """What was said below the question each time that a field was asked."""
        return [ask.note for ask in self.asked if ask.fields[0] == field]

    def ask(self, ask: Ask) -> Reply:
        assert len(self.asked) < 1000, f"asks for ever: {self.fields[-6:]} {self.heard[-6:]}"
        self.asked.append(ask)
        if wants := self.wants.get(ask.fields[0]):
            want = wants.pop(0)
            if isinstance(want, BaseException):
                raise want
            if isinstance(want, Reply):
                return want
            return Reply(want if isinstance(want, tuple) else split(ask, want))
        return Reply(usual(ask, self.tree))

    def key(self, signal: Signal) -> str:
        return f"<{signal.value}>"

    def tell(self, text: str) -> None:
        self.told.append(text)


def split(ask: Ask, text: str) -> tuple[str, ...]:
    """Take a line apart as a terminal does."""
    parts = text.split(";") if ask.many or ask.kind == "tick" else [text]
    return tuple(part.strip(" ") for part in parts if part.strip(" "))


def usual(ask: Ask, tree: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what somebody would answer whose answers are those of a tree."""
    if ask.kind == "page":
        return ("yes",) if ask.screen == "review" else ()
    if ask.screen in ("template", "resume", "finished", "replaced", "rename", "retry"):
        return (ask.rows[ask.at].value,) if ask.at is not None else ()
    if ask.screen == "extras" and ask.kind == "tick":
        return tuple(row.value for row in ask.rows if given(tree, row.value))
    if ask.screen == "duties":
        gone = given(tree, "leave_out")
        return tuple(value for value in ask.ticked if value not in gone)
    values = {row.value for row in ask.rows}
    if meant := values & {"keep", "one"}:
        return (meant.pop(),)  # it was meant as it was typed
    if not ask.refused and (standing := ask.current or ask.ticked):
        return standing
    if ask.kind == "tick" and len(ask.fields) > 1:
        return tuple(field for field in ask.fields if given(tree, field) == "yes")
    return typed_for(ask, tree)


def typed_for(ask: Ask, tree: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the answers to the fields of one ask, as a person would type them."""
    parts = [given(tree, field) for field in ask.fields]
    if ask.screen == "apply" and ask.many:
        return tuple(
            "here" if field == "apply.here" else str(part)
            for field, part in zip(ask.fields, parts, strict=True)
            if part and part != "no"
        )
    if len(ask.fields) == 2 and ask.kind == "text":
        amount, period = parts
        if ask.fields[0] == "portfolio.churn" and amount:
            amount = f"{amount}".removesuffix("%") + "%"  # 3 per quarter would count clients
        return (f"{amount} per {period}" if period else str(amount),) if amount else ()
    answer = parts[0]
    return tuple(answer) if isinstance(answer, list) else (answer,) * bool(answer)


@functools.cache
def _example(name: str) -> Nested:
    """Read an example with a reader that is not our own; every scalar is text."""
    folder = ANSWERS if name == BRIEF else EXAMPLES
    text = (folder / f"{name}.yaml").read_text("utf-8")
    tree: Nested = yaml.load(text, Loader=schemas.BASE)
    return tree


def example(name: str) -> Nested:
    """Return the answers of an example, to be changed at will: reading them takes 20 ms a time.

    Those of `BRIEF` are what must be answered and little else: half the questions of the others.
    """
    return copy.deepcopy(_example(name))


def given(tree: Mapping[str, Any], field: str) -> str | list[str]:
    """Return what a person would type for a field, "" for nothing."""
    value: Any = tree
    for step in field.split("."):
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    if isinstance(value, Mapping):
        return f"{value['min']} to {value['max']}"
    if isinstance(value, list):
        return [" ".join(item.split()) for item in value]
    return " ".join(str(value).split())


def typed(tree: Mapping[str, Any], field: str) -> str:
    """Return an answer on one line."""
    answer = given(tree, field)
    return "; ".join(answer) if isinstance(answer, list) else answer


@functools.lru_cache(1000)
def sheet(text: str) -> Sheet:
    return parse(text.encode(), "answers")


@functools.lru_cache(1000)
def _with(text: str, field: str, answer: str | tuple[str, ...], remark: str) -> str:
    given = answer if isinstance(answer, str) else [*answer]
    return with_answer(sheet(text), field, given, remark).text


def answered(text: str, field: str, answer: Answer, remark: str = "") -> str:
    """Return the text of an answers file with one answer set."""
    return _with(text, field, answer if isinstance(answer, str) else (*answer,), remark)
