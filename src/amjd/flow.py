"""The questions: their wording and order, read from `prompts/`, one file a step."""

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from amjd import resources
from amjd.answers import conditions
from amjd.answers.conditions import Conditions

if TYPE_CHECKING:
    from amjd.answers.fields import Answers

# Plain tuples, not pydantic models: the first question is on the screen before pydantic is loaded.


class Choice(NamedTuple):
    """An answer to pick: `value` goes into the file, `label` and `help` are shown."""

    value: str
    label: str
    help: str = ""


class Question(NamedTuple):
    """What one field is asked with.

    `label` is the noun phrase that stands for the field, `when` the answers without which the
    question is not asked, `other` says that the choices are only offers, `long` that an editor
    helps, `many` that there can be several answers, `worked_out` that nobody needs to be asked.
    """

    field: str
    label: str
    question: str
    why: str
    example: str | list[str] = ""
    choices: tuple[Choice, ...] = ()
    other: bool = False
    long: bool = False
    many: bool = False
    worked_out: bool = False
    when: Conditions = ()

    @property
    def example_text(self) -> str:
        """The example on one line."""
        return self.example if isinstance(self.example, str) else "; ".join(self.example)


class Step(NamedTuple):
    """Questions that belong together."""

    title: str
    intro: str
    questions: tuple[Question, ...]


@cache
def steps() -> tuple[Step, ...]:
    """Load the steps in the order of their files."""
    files = sorted(resources.folder("prompts").glob("[0-9]*.yaml"))
    return tuple(_step(_load(file.read_bytes())) for file in files)


def _load(raw: bytes) -> Any:
    # BaseLoader, because a yes in the data is the text yes.
    return yaml.load(raw, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _step(data: dict[str, Any]) -> Step:
    return Step(data["title"], data["intro"], tuple(map(question_from, data["questions"])))


def question_from(data: dict[str, Any]) -> Question:
    """Make a question of its data; an unknown key is a mistake in the file."""
    flags = {name: data[name] == "yes" for name in _FLAGS if name in data}
    choices = tuple(Choice(**choice) for choice in data.get("choices", ()))
    when = conditions.parse(data.get("when", ""))
    return Question(**{**data, **flags, "choices": choices, "when": when})


_FLAGS = ("other", "long", "many", "worked_out")


@cache
def wizard() -> dict[str, Any]:
    """Load what the interview says between the questions."""
    words: dict[str, Any] = _load((resources.folder("prompts") / "wizard.yaml").read_bytes())
    return words


@cache
def questions() -> dict[str, Question]:
    """Return every question by its field, in the order they are asked."""
    return {question.field: question for step in steps() for question in step.questions}


def labels() -> dict[str, str]:
    """Return the label of every field."""
    return {field: question.label for field, question in questions().items()}


def applicable(answers: "Answers") -> list[str]:
    """List the fields to ask about beside these answers, in the order of the questions."""
    # The models are loaded here because the first questions are asked without them.
    from amjd.answers.state import applies, holds

    return [
        field
        for field, question in questions().items()
        if (not question.worked_out or answers[field] is not None)
        and applies(answers, field)
        and (answers[field] is not None or holds(answers, question.when))
    ]
