"""A posting drafted from answers, each line of which stands where its answer does in the file."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from amjd.documents.document import Bullets, Document, Facts, Heading, Paragraph, Run, text_of
from amjd.review.posting import Posting, build, folded
from amjd.review.raw import Jump, Kind, Raw
from amjd.sources.sheet import Sheet, typed
from amjd.text.patterns import LINE_END, compile_later


def read(sheet: Sheet, document: Document) -> Posting:
    """Read a drafted document; words of ours stand where the answer beside them does.

    A line without an answer stands where the one does for which it is said, or at the top of the
    file; what an option gave in line 0.
    """
    raws = _Lines(sheet).raws(document)
    return build(sheet.name, raws, sheet.text.splitlines(), document.title, is_sure=True)


_WORD = compile_later(r"\S+")
_LETTERS = compile_later(r"\w+")
# What opens a text in YAML: a quote, or the sign of a block and what may stand behind it.
_OPENING = compile_later(r"[\"']|[|>][^\r\n]*\s*")


class _Jumps(Sequence[Jump]):
    """Those of a line, found when a finding asks for its place: most lines have none."""

    def __init__(self, find: Callable[[], list[Jump]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> list[Jump]:
        return self._find()

    def __getitem__(self, at: Any) -> Any:
        return self._found[at]

    def __len__(self) -> int:
        return len(self._found)


class _Lines:
    """The lines of a document, with the places that the words of its answers have in their file."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._starts = [0, *(end.end() for end in LINE_END.finditer(sheet.text))]

    def raws(self, document: Document) -> Iterator[Raw]:
        for block in document.blocks:
            match block:
                case Heading(level, runs):
                    yield self._raw(runs, "heading", level)
                case Paragraph(runs):
                    yield self._raw(runs, "text")
                case Bullets(items):
                    yield from (self._raw(item, "bullet") for item in items)
                case Facts(rows):
                    for label, runs in rows:
                        yield self._raw((Run(f"{label}: "), *runs), "bullet")

    def _raw(self, runs: Sequence[Run], kind: Kind, level: int = 0) -> Raw:
        links = tuple(
            (start, start + len(run.text), run.link) for start, run in _placed(runs) if run.link
        )
        jumps = _Jumps(lambda: self._line(runs))
        return Raw(text_of(runs), jumps, kind, level, False, links)

    def _line(self, runs: Sequence[Run]) -> list[Jump]:
        jumps = [
            (start + at, line, column)
            for (start, _), places in zip(_placed(runs), self._places(runs), strict=True)
            for at, line, column in places
        ]
        return jumps or [(0, 1, 1)]

    def _places(self, runs: Sequence[Run]) -> list[list[Jump]]:
        """Find where the words of each run stand: the answer behind them, if they are ours."""
        found = [self._jumps(run) if run.field else [] for run in runs]
        for number, run in enumerate(runs):
            if not run.field:
                beside = (*found[number + 1 :], *reversed(found[:number]))
                near = next(filter(None, beside), None)
                place = near[0][1:] if near else self._reason(runs)
                found[number] = _all_at(place, run.text)
        return found

    def _reason(self, runs: Sequence[Run]) -> tuple[int, int]:
        """Return where the answer stands for which a line of ours is said; else the top."""
        fields = (run.because for run in runs if run.because)
        places = (self._sheet.place(field) for field in fields)
        return next(((place.line, place.column) for place in places if place), (1, 1))

    def _jumps(self, run: Run) -> list[Jump]:
        """Find where each word of an answer stands: the answer itself, if it is shown otherwise."""
        span = self._sheet.spans.get(tuple(run.field.split(".")))
        for start, end in span.scalars if span else ():
            if found := _found(run.text, self._sheet.text, start, end):
                return [(at, *self._place(index)) for at, index in found]
        return _all_at(self._answer(run), run.text)

    def _place(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def _answer(self, run: Run) -> tuple[int, int]:
        """Return where an answer begins: an item of a list, if it is the one that is shown."""
        sheet, steps = self._sheet, tuple(run.field.split("."))
        given, place = typed(sheet.tree, run.field), None
        if isinstance(given, list):
            shown = (at for at, item in enumerate(given) if run.text.startswith(str(item).strip()))
            place = sheet.values.get((*steps, next(shown, -1)))
        elif (span := sheet.spans.get(steps)) and len(span.scalars) == 1:
            opening = _OPENING.match(sheet.text, *span.scalars[0])
            return self._place(opening.end() if opening else span.scalars[0][0])
        place = place or sheet.place(run.field) or sheet.place(steps[0])
        return (place.line, place.column) if place else (1, 1)


def _placed(runs: Sequence[Run]) -> list[tuple[int, Run]]:
    """List runs with where each begins in their line."""
    starts = accumulate((len(run.text) for run in runs), initial=0)
    return list(zip(starts, runs, strict=False))


def _all_at(place: tuple[int, int], text: str) -> list[Jump]:
    """Let every word of a text stand at one place."""
    return [(0, *place), *((word.start(), *place) for word in _LETTERS.finditer(text))]


def _found(said: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find words in a part of a text that may break and indent them otherwise.

    Each of them has where it begins in what is said, and in the text; there are none where the
    part has other words.
    """
    typed_ = list(_WORD.finditer(text, start, end))
    squeezed = folded(" ".join(word[0] for word in typed_))
    shown = list(_WORD.finditer(said))
    at = squeezed.find(folded(" ".join(word[0] for word in shown))) if shown else -1
    if at < 0:
        return []
    begins = list(accumulate((len(word[0]) + 1 for word in typed_), initial=0))
    first = bisect_right(begins, at) - 1
    inside = at - begins[first]  # behind a quote
    places = [word.start() for word in typed_[first : first + len(shown)]]
    places[0] += inside
    return [(word.start(), index) for word, index in zip(shown, places, strict=True)]
