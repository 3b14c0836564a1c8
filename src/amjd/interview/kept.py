"""The answers of an interview as they are kept: the text of their file, and what it tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from amjd import flow
from amjd.answers_edit import NOT_SURE, Answer, remarks, with_answer
from amjd.answers_file import parse
from amjd.text.errors import AmjdError

if TYPE_CHECKING:
    from amjd.answers.fields import Answers
    from amjd.answers.reading import Fault
    from amjd.documents.catalog import Catalog

Tree = dict[str, Any]


class Kept:
    """Answers that are saved with every change; `text` is their file as it stands.

    `save` keeps a text, or raises what ends the interview; `catalog` is that of the postings.
    """

    def __init__(self, text: str, save: Callable[[str], None], catalog: "Catalog") -> None:
        self._save = save
        self.catalog = catalog
        self._take(text)

    def _take(self, text: str) -> None:
        self.text, self._tree, self._marks = text, _tree_of(text), remarks(text)
        self._answers: Answers | None = None

    def answers(self) -> "Answers":
        """Read the answers so far; what is missing is None."""
        from amjd.answers.reading import read

        if self._answers is None:
            self._answers = read(_tree_of(self.text), self.catalog.ids)[0]
        return self._answers

    def current(self, field: str) -> str:
        """Return an answer as it would be typed; nothing if there is none."""
        value: Any = self._tree
        for step in field.split("."):
            value = value.get(step, "") if isinstance(value, dict) else ""
        if isinstance(value, dict):
            return " to ".join(value[end] for end in ("min", "max") if end in value)
        known = [choice.value for choice in flow.questions()[field].choices]
        if known and isinstance(value, str) and value and value not in known:
            value = self._read_as(field, value)
        return "; ".join(value) if isinstance(value, list) else str(value)

    def _read_as(self, field: str, text: str) -> str:
        """Return the choice that a text, such as True for yes, is read as."""
        from amjd.answers.state import shown

        read = shown(self.answers()).get(field)
        values = [choice.value for choice in flow.questions()[field].choices]
        return read if isinstance(read, str) and read in values else text

    def items(self, field: str) -> list[str]:
        """Return the items of an answer that has several."""
        value: Any = self._tree
        for step in field.split("."):
            value = value.get(step, []) if isinstance(value, dict) else []
        return value if isinstance(value, list) else []

    def put(self, field: str, answer: Answer, mark: str = "") -> None:
        """Set and save one answer; `mark` says why it is empty."""
        self.replace(with_answer(self.text, field, answer, mark))

    def replace(self, text: str) -> None:
        """Save another text in the place of this one.

        Raises:
            ValueError: it could not be read again, and was not saved.
        """
        try:
            _tree_of(text)
        except AmjdError as error:
            message = f"the answers file would be unreadable: {error}"
            raise ValueError(message) from error
        self._save(text)
        self._take(text)

    def faults(self, field: str, answer: Answer) -> list["Fault"]:
        """Check the answers with one changed, as their file would be."""
        tree = _tree_of(self.text)
        *outer, name = field.split(".")
        if outer and not isinstance(tree.get(outer[0]), dict):
            tree[outer[0]] = {}
        (tree[outer[0]] if outer else tree)[name] = answer
        return self._faults(tree)

    def faults_in(self, text: str) -> list["Fault"]:
        """List what cannot be read in the text of an answers file, beside what is missing."""
        return self._faults(_tree_of(text))

    def _faults(self, tree: Tree) -> list["Fault"]:
        from amjd.answers.reading import read

        return [fault for fault in read(tree, self.catalog.ids)[1] if fault.reason == "value"]

    def is_seen(self, field: str) -> bool:
        """Whether somebody answered the question, or passed it over."""
        return self.answers()[field] is not None or field in self._marks

    def is_unsure(self, field: str) -> bool:
        """Whether the answer was put off as not sure yet."""
        return self._marks.get(field) == NOT_SURE

    def unsettled(self) -> list[str]:
        """List the fields marked as not sure yet that still apply."""
        return unsettled(self.text, self.answers())

    def missing(self) -> list[str]:
        """List the fields that need an answer, and neither have one nor were put off."""
        from amjd.answers.state import missing

        return [field for field in missing(self.answers()) if not self.is_unsure(field)]

    def required(self) -> list[str]:
        """List the fields that need an answer when their question comes."""
        from amjd.answers.fields import FIELDS
        from amjd.answers.state import fulfils

        answers = self.answers()
        found = []
        for field, rule in FIELDS.items():
            if not fulfils(answers, rule.required):
                continue
            # Of those that can stand for each other, the one asked last is needed.
            others = [one.field for way in rule.required for one in way if one.negated]
            if all(self.is_seen(other) and not self.is_unsure(other) for other in others):
                found.append(field)
        return found


def _tree_of(text: str) -> Tree:
    return parse(text.encode(), "answers").tree


def unsettled(text: str, answers: "Answers") -> list[str]:
    """List the fields that a file marks as not sure yet, and that apply beside these answers."""
    marks = remarks(text)
    unsure = [field for field in applicable(answers) if marks.get(field) == NOT_SURE]
    return [field for field in unsure if answers[field] is None]


def applicable(answers: "Answers") -> list[str]:
    """List the fields to ask about beside these answers, in the order of the questions."""
    from amjd.answers.state import applies, holds

    return [
        field
        for field, question in flow.questions().items()
        if (not question.worked_out or answers[field] is not None)
        and applies(answers, field)
        and (answers[field] is not None or holds(answers, question.when))
    ]
