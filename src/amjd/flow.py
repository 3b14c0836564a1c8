"""The questions: their wording and order, read from `prompts/`, one file a step."""

from functools import cache
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from amjd import resources


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Choice(_Data):
    """An answer to pick: `value` goes into the file, `label` and `help` are shown."""

    value: str
    label: str
    help: str = ""


class Question(_Data):
    """What one field is asked with.

    `label` is the noun phrase that stands for the field, `when` the answers without which the
    question is passed over, `other` says that the choices are only offers.
    """

    field: str
    label: str
    question: str
    why: str
    example: str | list[str]
    choices: tuple[Choice, ...] = ()
    other: bool = False
    long: bool = False
    when: dict[str, str] = {}

    @property
    def example_text(self) -> str:
        """The example on one line."""
        return self.example if isinstance(self.example, str) else "; ".join(self.example)


class Step(_Data):
    """Questions that belong together."""

    title: str
    intro: str
    questions: tuple[Question, ...]


@cache
def steps() -> tuple[Step, ...]:
    """Load the steps in the order of their files."""
    files = sorted(resources.folder("prompts").glob("*.yaml"))
    return tuple(Step.model_validate(_load(file.read_bytes())) for file in files)


def _load(raw: bytes) -> Any:
    # BaseLoader, because a yes in the data is the text yes.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(raw, Loader=loader)


@cache
def questions() -> dict[str, Question]:
    """Return every question by its field, in the order they are asked."""
    return {question.field: question for step in steps() for question in step.questions}


def question_of(field: str) -> Question:
    """Return the question that asks a field."""
    return questions()[field]


def labels() -> dict[str, str]:
    """Return the label of every field."""
    return {field: question.label for field, question in questions().items()}
