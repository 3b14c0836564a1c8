"""The text of an answers file before its YAML is read: what is no text, and what hides in one.

An invisible character, a space from a web page or a fence of back-ticks breaks YAML far from where
it stands. Each is a problem at its own place, and the parser is shown the text without it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import NoReturn

from amjd.sources.yaml_look_alikes import (
    MOST,
    Change,
    escapes,
    fences,
    half,
    in_order,
    look_alikes,
)
from amjd.text.characters import character_name, refused
from amjd.text.errors import InvalidAnswersError, Place, Problem
from amjd.text.patterns import LINE_END, compile_later

_BYTE_ORDER_MARK = "\ufeff"
_MAX_REFUSED = 100
_FEW = 3
# Each part takes all it can and gives nothing back: many lines take no longer than they are long.
_DIRECTIVE = compile_later(r"((?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n))*+)%")
_SHOWN = compile_later(r"\\U[0-9a-f]{8}")
_OTHER_KINDS = (
    (compile_later(r"\s*\{\\rtf"), "is rich text (RTF)."),
    (compile_later(r"\s*<[!?a-zA-Z]"), "is a web page (HTML or XML)."),
)


class Source:
    """A text as it was read, and `body`, what the parser is shown of it.

    `problems` are those of its characters. `has_escapes` says that a character is written as JSON
    does it, with two escapes, or half of one.
    """

    def __init__(self, text: str, name: str) -> None:
        """Look at the characters; `name` stands in problems.

        Raises:
            InvalidAnswersError: it is no YAML to begin with.
        """
        self.text, self.name, self.problems = text, name, list[Problem]()
        # The parser is not shown a byte-order mark, and counts without it.
        self._shift = int(text.startswith(_BYTE_ORDER_MARK))
        self._read = text[self._shift :]
        self._refuse_other_kinds()
        written = list(escapes(self._read))
        self.has_escapes = bool(written)
        self._changes = in_order([*written, *self._refused(), *self._look_alikes()])
        self.body = "".join(self._parts())
        may_be = self.body[:1] == "%" or "\n%" in self.body or "\r%" in self.body
        if may_be and (directive := _DIRECTIVE.match(self.body)):
            index = self.at(len(directive[1])) - self._shift
            self._stop(index, "has a directive (a line with %).", "Leave the line out.")

    def at(self, index: int) -> int:
        """Return where in the text a character of `body` stands."""
        if self._changes:
            number = bisect_right(self._shown, index)
            if number:
                change, inner = self._changes[number - 1], index - self._shown[number - 1]
                behind = change.end + inner - len(change.text)
                index = behind if inner >= len(change.text) else change.start
        return index + self._shift

    def place(self, line: int, column: int, index: int) -> Place:
        """Return the place of a mark of the parser, which counts from 0."""
        if self._changes:
            return self._place(self.at(index) - self._shift)
        return Place(self.name, line + 1, column + 1)

    def unescaped(self, value: str, start: int, end: int) -> str:
        """Write a text from a part of `body` as it was typed: escapes mean nothing in it."""
        shown = _SHOWN.finditer(self.body, start, end)
        typed = (self._escapes.get(match.start(), match[0]) for match in shown)
        return _SHOWN.sub(lambda match: next(typed, match[0]), value)

    def halves(self, start: int, end: int) -> Iterator[tuple[Place, str]]:
        """Yield the place and the name of each half of a character in a part of `body`."""
        first, last = bisect_left(self._shown, start), bisect_left(self._shown, end)
        for change in self._changes[first:last]:
            if found := half(change):
                yield self._place(change.start), character_name(found)

    def line(self, line: int, column: int) -> Place:
        """Return a place of `body` by its line and column, from 1."""
        if not self._changes:
            return Place(self.name, line, column)
        starts = [0, *(match.end() for match in LINE_END.finditer(self.body))]
        # The parser may count a line more than there is behind the last one.
        index = starts[line - 1] + column - 1 if line <= len(starts) else len(self.body)
        return self.place(0, 0, index)

    def _place(self, index: int) -> Place:
        line = bisect_right(self._starts, index)
        return Place(self.name, line, index - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self._read))]

    @cached_property
    def _shown(self) -> list[int]:
        """Where in `body` each change begins."""
        found, shift = [], 0
        for change in self._changes:
            found.append(change.start + shift)
            shift += len(change.text) - (change.end - change.start)
        return found

    @cached_property
    def _escapes(self) -> dict[int, str]:
        """What was typed where `body` has an escape of another kind."""
        found = zip(self._shown, self._changes, strict=True)
        return {at: self._read[one.start : one.end] for at, one in found if one.text[:2] == "\\U"}

    def _parts(self) -> Iterator[str]:
        at = 0
        for change in self._changes:
            yield self._read[at : change.start]
            yield change.text
            at = change.end
        yield self._read[at:]

    def _refuse_other_kinds(self) -> None:
        if self._read.lstrip()[:1] not in ("{", "<"):
            return
        for begins, message in _OTHER_KINDS:
            if begins.match(self._read):
                self._stop(0, message, "Save it as plain text.")

    def _refused(self) -> Iterator[Change]:
        for count, (index, character) in enumerate(islice(refused(self._read), _MAX_REFUSED)):
            self._note(index, f"holds {character}.", "Take it out.")
            if count == _MAX_REFUSED - 1:
                raise InvalidAnswersError(self.problems)
            yield Change(index, index + 1, "")

    def _look_alikes(self) -> Iterator[Change]:
        for kind in (*fences(self._read), *look_alikes(self._read)):
            more = len(kind.changes) - 1
            also = f", and so have {more:,} more lines" if more >= _FEW else ""
            for change in kind.changes[: 1 if also else _FEW] if kind.message else ():
                self._note(change.start, f"{kind.message}{also}.", kind.cure)
            if more >= MOST - 1:
                raise InvalidAnswersError(self.problems)
            yield from kind.changes

    def _note(self, index: int, message: str, cure: str) -> None:
        self.problems.append(Problem(self._place(index), "", message, cure))

    def _stop(self, index: int, message: str, cure: str) -> NoReturn:
        self._note(index, message, cure)
        raise InvalidAnswersError(self.problems)
