"""The answers of an interview as they are kept: one sheet, and what it comes to.

It touches no file: whoever makes it gives it what saves.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from amjd.answers.fields import FIELDS, Answers
from amjd.answers.reading import Fault, Read, read
from amjd.answers.state import fulfils, missing, shown
from amjd.documents.catalog import Catalog
from amjd.sources.checked import open_fields
from amjd.sources.sheet import OPEN, Answer, Sheet, typed, with_typed
from amjd.sources.yaml_edit import with_answer
from amjd.words import Prompts


class _Known(NamedTuple):
    """A tree that was read, and what came of it."""

    tree: Mapping[str, Any]
    read: Read


class Kept:
    """Answers that are saved with every change; `sheet` is their file as it stands.

    `save` keeps a text, or raises what ends the interview; `catalog` is that of the postings.
    """

    def __init__(
        self, sheet: Sheet, save: Callable[[str], None], catalog: Catalog, prompts: Prompts
    ) -> None:
        self.sheet, self.catalog, self._save = sheet, catalog, save
        self.questions, self.words = prompts.questions, prompts.words
        # What was read of the sheet itself, and of what may follow it.
        self._now: _Known | None = None
        self._tried: _Known | None = None

    def answers(self) -> Answers:
        """Read the answers so far; what is missing is None."""
        if self._now is None or self._now.tree is not self.sheet.tree:
            self._now = self._known(self.sheet.tree)
        return self._now.read.answers

    def _known(self, tree: Mapping[str, Any]) -> _Known:
        """Read a tree, unless it is one of the last two that were."""
        for known in (self._tried, self._now):
            if known and known.tree == tree:
                return known._replace(tree=tree)
        return _Known(tree, read(tree, self.catalog.ids, self.catalog.names))

    def current(self, field: str) -> str:
        """Return an answer as it would be typed; nothing if there is none."""
        value = typed(self.sheet.tree, field)
        if isinstance(value, dict):
            return " to ".join(value[end] for end in ("min", "max") if end in value)
        known = [choice.value for choice in self.questions[field].choices]
        if known and isinstance(value, str) and value and value not in known:
            value = self._read_as(field, value)
        return "; ".join(value) if isinstance(value, list) else str(value)

    def _read_as(self, field: str, text: str) -> str:
        """Return the choice that a text, such as True for yes, is read as."""
        read = shown(self.answers()).get(field)
        values = [choice.value for choice in self.questions[field].choices]
        return read if isinstance(read, str) and read in values else text

    def items(self, field: str) -> list[str]:
        """Return the items of an answer that has several."""
        value = typed(self.sheet.tree, field)
        return value if isinstance(value, list) else []

    def put(self, field: str, answer: Answer, remark: str = "") -> None:
        """Set and save one answer; `remark` says why it is empty."""
        self.replace(with_answer(self.sheet, field, answer, remark))

    def replace(self, sheet: Sheet) -> None:
        """Save another sheet in the place of this one."""
        self._save(sheet.text)
        self.sheet = sheet

    def faults(self, sheet: Sheet) -> list[Fault]:
        """List what cannot be read in a sheet that may follow, beside what is missing."""
        return self._faults(sheet.tree)

    def faults_with(self, field: str, answer: Answer) -> list[Fault]:
        """Check the answers with one changed, as their file would be."""
        return self._faults(with_typed(self.sheet.tree, tuple(field.split(".")), answer))

    def _faults(self, tree: Mapping[str, Any]) -> list[Fault]:
        self._tried = self._known(tree)
        return [fault for fault in self._tried.read.faults if fault.reason == "value"]

    def is_seen(self, field: str) -> bool:
        """Whether somebody answered the question, or skipped it."""
        return self.answers()[field] is not None or field in self.sheet.remarks

    def is_open(self, field: str) -> bool:
        """Whether the question was left open (not sure yet)."""
        return self.sheet.remarks.get(field) == OPEN

    def open_fields(self) -> list[str]:
        """List the fields left open that still apply."""
        return open_fields(self.sheet, self.answers(), self.questions)

    def applicable(self) -> list[str]:
        """List the fields to ask about beside these answers, in the order of the questions."""
        return self.questions.applicable(self.answers())

    def missing(self) -> list[str]:
        """List the fields that need an answer, and neither have one nor were left open."""
        return [field for field in missing(self.answers()) if not self.is_open(field)]

    def required(self) -> list[str]:
        """List the fields that need an answer when their question comes."""
        answers = self.answers()
        found = []
        for field, rule in FIELDS.items():
            if not fulfils(answers, rule.required):
                continue
            # Of those that can stand for each other, the one asked last is needed.
            others = [one.field for way in rule.required for one in way if one.negated]
            if all(self.is_seen(other) and not self.is_open(other) for other in others):
                found.append(field)
        return found
