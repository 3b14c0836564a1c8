"""The answers of an interview as they are kept: one sheet, and what it comes to.

It touches no file: whoever makes it gives it what saves.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any, NamedTuple

from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.kinds import Memories
from amjd.answers.reading import Read, read
from amjd.answers.state import fulfils, missing, shown
from amjd.documents.catalog import Catalog
from amjd.documents.draft import Drafted, draft
from amjd.interview.currency import AMOUNTS, CURRENCY, following, settled
from amjd.sources.checked import open_fields
from amjd.sources.sheet import (
    ASSUMED,
    OPEN,
    SETTLED,
    Answer,
    Sheet,
    in_a_line,
    typed,
    with_all_typed,
)
from amjd.sources.yaml_edit import with_answer
from amjd.text.errors import Reading, said_once
from amjd.words import Prompts

_TRIES = 12  # trees that are remembered


class _Known(NamedTuple):
    """A tree that was read, and what came of it."""

    tree: Mapping[str, Any]
    read: Read


class Kept:
    """Answers that are saved with every change; `sheet` is their file as it stands.

    `save` keeps a text, or raises what ends the interview; `catalog` is that of the postings,
    `drafted_from` that of what is drafted, if it is another.
    """

    def __init__(
        self,
        sheet: Sheet,
        save: Callable[[str], None],
        catalog: Catalog,
        prompts: Prompts,
        drafted_from: Catalog | None = None,
    ) -> None:
        self.sheet, self.catalog, self._save = sheet, catalog, save
        self.drafted_from = drafted_from or catalog
        self.questions, self.words = prompts.questions, prompts.words
        self.from_others = dict[str, tuple[str, ...]]()
        """What answers hold that was told at the question of another, by field."""
        self.offers = dict[str, str]()
        """What was told beside the answer of another question, and is offered, by field."""
        # What was read of the sheet itself, and of what may follow it.
        self._now: _Known | None = None
        self._tried = deque[_Known](maxlen=_TRIES)
        self._memories: Memories = {}
        self._drafted: tuple[Answers, Sequence[str], Drafted] | None = None

    def answers(self) -> Answers:
        """Read the answers so far; what is missing is None."""
        if self._now is None or self._now.tree is not self.sheet.tree:
            self._now = self._known(self.sheet.tree)
        return self._now.read.answers

    def _known(self, tree: Mapping[str, Any]) -> _Known:
        """Read a tree, unless it is one of the last that were: one answer is looked at often."""
        for known in filter(None, (self._now, *self._tried)):
            if known.tree == tree:
                return known._replace(tree=tree)
        of = self.catalog
        found = _Known(tree, read(tree, of.ids, of.names, memories=self._memories))
        self._tried.appendleft(found)
        return found

    def drafted(self, answers: Answers, open_: Sequence[str] = ()) -> Drafted:
        """Draft the posting of these answers, or of some that may follow them.

        A screen and what is said beside it look at the same posting: the last one is kept.
        """
        last = self._drafted
        if last is None or last[0] is not answers or last[1] != open_:
            made = draft(self.catalog, self.questions, answers, open_=open_)
            last = self._drafted = answers, open_, made
        return last[2]

    def readings(self) -> list[Reading]:
        """List what there is to tell of how the answers were read, once an answer."""
        self.answers()
        assert self._now
        return said_once([*self.sheet.readings, *self._now.read.readings])

    def label(self, field: str) -> str:
        """Return the words for a field; its name, if nobody is asked for it."""
        return self.questions[field].label if field in self.questions else field

    def reading(self, field: str, message: str) -> str:
        """Say something of an answer, with its label before it."""
        return self.words.asking.reading.format(label=self.label(field), message=message)

    def current(self, field: str) -> str:
        """Return an answer as it would be typed; nothing if there is none."""
        value = in_a_line(typed(self.sheet.tree, field))
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
        """Return the items of an answer that may have several; a single text is one."""
        value = typed(self.sheet.tree, field)
        if isinstance(value, list):
            return value
        return [value] if value and isinstance(value, str) else []

    def replace(self, sheet: Sheet) -> None:
        """Save another sheet in the place of this one."""
        self._save(sheet.text)
        self.sheet = sheet

    def put_all(self, changes: Mapping[str, Answer], remark: str = "") -> None:
        """Set several answers in one save; `remark` as `changed` has it."""
        self.replace(self.changed(changes, remark))

    def changed(self, changes: Mapping[str, Answer], remark: str = "") -> Sheet:
        """Return the sheet with several answers set, and the currency that they settle.

        `remark` says why the empty ones are, or that the sign of an amount is ASSUMED. Nothing is
        saved.
        """
        sheet = self.sheet
        for field, text in self._followed(changes).items():
            sheet = with_answer(sheet, field, text, SETTLED if field == CURRENCY else ASSUMED)
        for field, answer in changes.items():
            is_told = not answer or (remark == ASSUMED and field in AMOUNTS)
            sheet = with_answer(sheet, field, answer, remark if is_told else "")
        return sheet

    def _followed(self, changes: Mapping[str, Answer]) -> Mapping[str, str]:
        """Return the currency that changed answers settle, and the amounts that follow it."""
        code = str(changes.get(CURRENCY, "")) or settled(self.sheet, changes)
        given = {} if CURRENCY in changes else {CURRENCY: code}
        return {**given, **following(self.sheet, code)} if code else {}

    def faults(self, sheet: Sheet) -> list[Fault]:
        """List what cannot be read in a sheet that may follow, beside what is missing."""
        return _values(self._known(sheet.tree).read)

    def faults_with(self, changes: Mapping[str, Answer]) -> list[Fault]:
        """Check the answers with some changed, as their file would be."""
        return _values(self.read_with(changes))

    def read_with(self, changes: Mapping[str, Answer]) -> Read:
        """Read the answers with some changed, as their file would be."""
        tree = with_all_typed(self.sheet.tree, {**self._followed(changes), **changes})
        return self._known(tree).read

    def beside(self, changes: Mapping[str, Answer]) -> "Kept":
        """Return the same with some answers changed, of which nothing is saved."""
        other = copy(self)
        other.sheet = self.changed(changes)
        return other

    def is_seen(self, field: str) -> bool:
        """Whether somebody answered the question, or skipped it."""
        return self.answers()[field] is not None or field in self.sheet.remarks

    def is_told_elsewhere(self, field: str) -> bool:
        """Whether all of a list was told at the questions of others: there may be more to add."""
        items = self.items(field) if self.questions[field].many else []
        return bool(items) and set(items) <= set(self.from_others.get(field, ()))

    def is_open(self, field: str) -> bool:
        """Whether the question was left open (not sure yet)."""
        return self.sheet.remarks.get(field) == OPEN

    def open_fields(self) -> list[str]:
        """List the fields left open that still apply."""
        return open_fields(self.sheet, self.answers(), self.questions)

    def missing(self) -> list[str]:
        """List the fields that need an answer, and neither have one nor were left open."""
        return [field for field in missing(self.answers()) if not self.is_open(field)]

    def is_required(self, field: str) -> bool:
        """Whether a posting needs an answer to the field beside these answers."""
        return fulfils(self.answers(), FIELDS[field].required)


def _values(read: Read) -> list[Fault]:
    return [fault for fault in read.faults if fault.reason == "value"]
