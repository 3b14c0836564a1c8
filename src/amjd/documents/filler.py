"""Filling one template for many documents: most parts of most of them read as in the one before."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from amjd.answers.conditions import Shown
from amjd.answers.fields import FIELDS
from amjd.documents.fill import Filled, fill, fill_part
from amjd.documents.filling import BESIDE, Filling, for_kinds
from amjd.documents.language import Part, read_by


class Filler:
    """Fills the parts of a template as `fill` does.

    A part is filled again only where an answer that decides how it reads is another than in the
    document before.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._filled: list[Filled] = []
        self._texts: Mapping[str, Shown] = {}
        self._words: tuple[Callable[[str], str], bool] | None = None

    def fill(self, filling: Filling) -> list[Filled]:
        if filling.blanks:  # a label may stand where an answer would
            return fill(self._parts, filling)
        words = filling.ours, filling.as_called
        if words != self._words:
            self._filled, self._words = fill(self._parts, filling), words
        else:
            self._fill_again(filling)
        self._texts = filling.texts
        return [*self._filled]

    def _fill_again(self, filling: Filling) -> None:
        now, before = filling.texts.get, self._texts.get
        changed = [field for field in self._readers if now(field) != before(field)]
        by_kind = for_kinds(filling)
        for at in {at for field in changed for at in self._readers[field]}:
            part = self._parts[at]
            self._filled[at] = fill_part(part, by_kind[part.kind])

    @cached_property
    def _readers(self) -> Mapping[str, list[int]]:
        """Where the parts stand that read otherwise when the answer to a field is another."""
        readers = defaultdict[str, list[int]](list)
        for at, part in enumerate(self._parts):
            read = read_by(part.nodes) & FIELDS.keys()
            for field in read.union(*(BESIDE.get(one, ()) for one in read)):
                readers[field].append(at)
        return readers
