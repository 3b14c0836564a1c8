"""The questions, one file a section in `prompts/`; the way through them is in `path`.

What is said between them is in `words`; which kind of answer a field takes, in `answers.fields`.
"""

import pathlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from amjd import resources
from amjd.answers.conditions import Conditions

if TYPE_CHECKING:
    from amjd.answers.fields import Answers
    from amjd.path import Path

# Plain tuples, not pydantic models: the first question is on the screen before pydantic is loaded.


class Alternative(NamedTuple):
    """One of the answers to pick from: `value` goes into the file, `label` and `help` are shown.

    Without the answers of `when` it is not offered; `also` are other words for it.
    """

    value: str
    label: str
    help: str = ""
    when: Conditions = ()
    also: tuple[str, ...] = ()


class Question(NamedTuple):
    """What one field is asked with.

    `label` is the noun phrase that stands for the field, `statement` what is ticked where it is
    true; `why` is one line, `more` the rest of it. `when` are the answers without which the
    question is not asked, `other` says that the choices are only offers, `long` that an editor
    helps, `many` that there can be several answers, `worked_out` that nobody needs to be asked.
    `elsewhere` has the example by the currency, where that is not the dollar of the US.
    """

    field: str
    label: str
    question: str
    why: str
    more: str = ""
    statement: str = ""
    example: str | list[str] = ""
    elsewhere: Mapping[str, str] = MappingProxyType({})
    choices: tuple[Alternative, ...] = ()
    other: bool = False
    long: bool = False
    many: bool = False
    worked_out: bool = False
    when: Conditions = ()

    @property
    def example_text(self) -> str:
        """The example on one line."""
        return self.example if isinstance(self.example, str) else "; ".join(self.example)

    def filled(self, **values: object) -> "Question":
        """Fill the places in its texts, such as {files}, with values."""
        texts = {name: getattr(self, name).format(**values) for name in ("question", "why")}
        choices = (
            one._replace(label=one.label.format(**values), help=one.help.format(**values))
            for one in self.choices
        )
        return self._replace(**texts, choices=tuple(choices))


class Section(NamedTuple):
    """Questions that belong together, as the review shows them."""

    title: str
    questions: tuple[Question, ...]


class Questions(Mapping[str, Question]):
    """Every question by its field, in the order they are asked.

    Raises:
        AmjdError: a file cannot be read as a section; it says which, and what is wrong.
    """

    def __init__(self, folder: pathlib.Path) -> None:
        """Take the folder; nothing is read yet."""
        self._folder = folder
        self._sections: dict[pathlib.Path, Section] = {}
        self._by_field: dict[str, Question] = {}

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of their files."""
        return tuple(map(self._section, self._files))

    @cached_property
    def path(self) -> "Path":
        """The way through an interview."""
        from amjd.path import Path  # only an interview goes it
        from amjd.records import load  # as below

        return load(self._folder / "path.yaml", Path)

    @cached_property
    def _files(self) -> list[pathlib.Path]:
        paths = resources.files(self._folder, ".yaml")
        return [path for path in paths if path.name[0].isdigit()]

    def _section(self, path: pathlib.Path) -> Section:
        # YAML is loaded here because a complete posting needs no word of the questions.
        from amjd.records import load

        if path not in self._sections:
            section = load(path, Section)
            self._by_field.update({question.field: question for question in section.questions})
            self._sections[path] = section
        return self._sections[path]

    def __getitem__(self, field: str) -> Question:
        # The first question is asked before the files behind its own are read.
        for path in self._files:
            if field in self._by_field:
                break
            self._section(path)
        return self._by_field[field]

    def __iter__(self) -> Iterator[str]:
        return (question.field for part in self.sections for question in part.questions)

    def __len__(self) -> int:
        return sum(len(part.questions) for part in self.sections)

    def applicable(self, answers: "Answers") -> list[str]:
        """List the fields to ask about beside these answers, in the order of the questions."""
        # The models are loaded here because the first questions are asked without them.
        from amjd.answers.state import applies, holds

        return [
            field
            for field, question in self.items()
            if (not question.worked_out or answers[field] is not None)
            and applies(answers, field)
            and (answers[field] is not None or holds(answers, question.when))
        ]
