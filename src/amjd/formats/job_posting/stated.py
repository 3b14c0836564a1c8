"""What a posting says, for its data: the answers that stand in it, and the lists of its bullets."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from amjd.answers.conditions import Shown
from amjd.answers.days.deadline import read_day
from amjd.answers.state import shown
from amjd.documents.catalog import LISTS
from amjd.documents.document import Bullets, Heading, Runs, runs_of, text_of
from amjd.documents.draft import Drafted
from amjd.text.errors import UnreadableError

Data = Mapping[str, Any]
"""A thing of schema.org with its properties, or some of them."""


class Stated:
    """Looks up what one drafted document says. What is open, or not in it, is not stated."""

    def __init__(self, drafted: Drafted) -> None:
        """Take the document with its answers."""
        self.drafted = drafted
        self.open = {note.field for note in drafted.notes if note.kind == "open"}

    @cached_property
    def _fields(self) -> set[str]:
        runs = runs_of(self.drafted.document.blocks)
        return {run.field for run in runs if run.mark != "blank"}

    @cached_property
    def _texts(self) -> dict[str, Shown]:
        return shown(self.drafted.answers, self.open)

    @property
    def is_unfinished(self) -> bool:
        """Whether something stands in brackets that is still to be settled."""
        return any(run.mark for run in runs_of(self.drafted.document.blocks))

    @property
    def title(self) -> str:
        """The title of the job, which a template gives where no answer does."""
        return "" if "role.title" in self.open else self.drafted.document.title

    def answer(self, field: str) -> Any:
        """Return an answer that the document shows, or None."""
        return self.drafted.answers[field] if field in self._fields else None

    def text(self, field: str) -> str:
        """Return what the document shows of an answer that is one text, or nothing."""
        return str(self._texts.get(field, "")) if field in self._fields else ""

    def texts(self, field: str) -> list[str]:
        """Return what the document shows of an answer, a text an item."""
        found = self._texts.get(field, ()) if field in self._fields else ()
        return [found] if isinstance(found, str) else list(found)

    def day(self, field: str) -> str:
        """Return the day that a text names, or nothing if it is no day."""
        try:
            return str(read_day(self.text(field)))
        except UnreadableError:
            return ""

    def bullets(self, kind: str) -> list[str]:
        """Return the bullets of a list by what it is called in data, such as `duties`."""
        found: list[Runs] = []
        heading = ""
        for block in self.drafted.document.blocks:
            if isinstance(block, Heading) and block.level <= 2:
                heading = text_of(block.runs)
            elif isinstance(block, Bullets) and LISTS.get(heading) == kind:
                found += block.items
        return [text_of(runs) for runs in found if not any(run.mark for run in runs)]
