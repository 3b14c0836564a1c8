"""Filling one template for many documents: most parts of most of them read as in the one before."""

from collections.abc import Sequence

from amjd.answers.fields import FIELDS
from amjd.documents.fill import Filled, Filling, fill, fill_part, in_lists
from amjd.documents.language import Part, read_by


class Filler:
    """Fills the parts of a template as `fill` does.

    Where the answers that decide how a part reads are those of the document before, it is not
    filled again.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._read = [[field for field in read_by(part.nodes) if field in FIELDS] for part in parts]
        self._before: list[tuple[object, Filled] | None] = [None for _ in parts]

    def fill(self, filling: Filling) -> list[Filled]:
        if filling.blanks:  # a label may stand where an answer would
            return fill(self._parts, filling)
        listed = in_lists(filling)
        return [
            self._filled(at, part, listed if part.kind == "bullet" else filling)
            for at, part in enumerate(self._parts)
        ]

    def _filled(self, at: int, part: Part, filling: Filling) -> Filled:
        read = [filling.resume, *map(filling.texts.get, self._read[at])]
        before = self._before[at]
        if before is None or before[0] != read:
            before = self._before[at] = read, fill_part(part, filling)
        return before[1]
