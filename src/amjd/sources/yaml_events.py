"""A tree and its places, built from YAML events in one pass.

Nothing is ever constructed, expanded or guessed: `no`, `08`, `12:30` and `1_000` stay the texts
they are, and no alias, tag or depth can do harm.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import yaml
from yaml import CollectionEndEvent, CollectionStartEvent, NodeEvent, ScalarEvent

from amjd.sources.sheet import Steps
from amjd.sources.yaml_scalars import Comment, cut, typed
from amjd.sources.yaml_source import Source
from amjd.text.characters import printable, quoted
from amjd.text.errors import InvalidAnswersError, Place, Problem, Reading
from amjd.text.patterns import compile_later

MAX_DEPTH = 8
MAX_VALUES = 5_000

_THREE_DIGITS = compile_later(r"\d{3}")
_MOST_HALVES = 100
_OPENING = compile_later(r"[\[{]")
_TOO_DEEP = (f"is nested deeper than {MAX_DEPTH} levels.", "Put texts in quotes.")
_AGAIN = -1  # no name of a file can be this


class _Frame:
    """A mapping or list being read; `key` is a name whose value has not come yet.

    `column` is that of its first name or dash, from 0.
    """

    __slots__ = ("column", "container", "flow", "is_again", "is_list", "key", "steps")

    def __init__(self, container: Any, steps: Steps, flow: bool, column: int) -> None:
        self.container, self.steps, self.flow, self.column = container, steps, flow, column
        self.is_list, self.is_again = isinstance(container, list), _AGAIN in steps
        self.key: str | int | None = None


class Places(Mapping[Steps, Place]):
    """The places of parts of a tree, worked out when they are asked for: most are never told."""

    def __init__(self, source: Source, marks: Mapping[Steps, Any]) -> None:
        """Take the marks of the events that the parts were read from."""
        self._source, self._marks = source, marks

    def __getitem__(self, steps: Steps) -> Place:
        return _place(self._source, self._marks[steps])

    def __iter__(self) -> Iterator[Steps]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    def __contains__(self, steps: object) -> bool:
        return steps in self._marks


def _place(source: Source, mark: Any) -> Place:
    return source.place(mark.line, mark.column, mark.index)


class Reader:
    """Builds the tree from events; a stack takes the place of recursion."""

    def __init__(self, source: Source) -> None:
        """Begin with the problems of the characters."""
        self.source, self.problems = source, list(source.problems)
        self.readings: list[Reading] = []
        self._explained: set[Steps] = set()  # the ranges whose commas were a problem
        self._has_hash = "#" in source.body
        self.tree: dict[str, Any] = {}
        self._keys: dict[Steps, Any] = {}
        self._values: dict[Steps, Any] = {}
        self._mark: Any = yaml.Mark("", 0, 0, 0, None, 0)
        self._frames: list[_Frame] = []
        self._frame: _Frame | None = None  # the last of them
        self._count = 0
        # Where each document begins, and whether there is anything in the first.
        self._starts: list[Place] = []
        self._is_empty, self._has_ended, self._is_bare = True, False, False

    def take(self, event: yaml.Event) -> None:
        """Read on.

        Raises:
            InvalidAnswersError: there is more than an answers file may hold.
        """
        if not self._is_bare:
            self._mark = event.start_mark
        if isinstance(event, NodeEvent):
            if event.anchor is not None or event.tag is not None:  # type: ignore[attr-defined]
                self._refuse_machinery(event)
            self._take_node(event)
        elif isinstance(event, CollectionEndEvent):
            self._frames.pop()
            self._frame = self._frames[-1] if self._frames else None
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start()
        elif self._is_bare:
            # Not before the end: a first name without a colon is a text, and then no YAML.
            raise self._stop("holds no names.", "Write lines such as company: {name: ...}.")

    @property
    def place(self) -> Place:
        """Where the last event began."""
        return _place(self.source, self._mark)

    @property
    def keys(self) -> "Places":
        """Where each name stands."""
        return Places(self.source, self._keys)

    @property
    def values(self) -> "Places":
        """Where what was typed for each name stands."""
        return Places(self.source, self._values)

    def _start(self) -> None:
        self._starts.append(self.place)
        self._has_ended = len(self._starts) > 1
        if len(self._starts) > 2 or (self._starts[1:] and self._is_empty):
            raise self._second_document(self._starts[1])

    def _second_document(self, place: Place) -> InvalidAnswersError:
        cure = "Put each posting's answers in a file of its own."
        problem = Problem(place, "", "begins a second document.", cure)
        return InvalidAnswersError([*self.problems, problem])

    def _take_node(self, event: yaml.NodeEvent) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            raise self._stop(f"holds more than {MAX_VALUES:,} values.", "Split the file.")
        frame = self._frame
        if self._has_ended and (frame or getattr(event, "value", None) != ""):
            # A --- at the end, with nothing behind it, closes the first document.
            raise self._second_document(self._starts[1])
        if frame and frame.key is None and not frame.is_list:
            self._take_key(event, frame)
        elif frame and isinstance(event, ScalarEvent):
            if self.source.has_escapes:
                self._refuse_halves(event)
            steps = self._put(frame, typed(event, self.source))
            if self._has_hash and event.implicit[0]:
                column = None if frame.flow else frame.column
                if comment := cut(self.source.body, event, column):
                    self._tell_cut(comment, steps)
        elif isinstance(event, CollectionStartEvent):
            self._open(event, frame)
        elif frame is None:
            self._is_bare = bool(getattr(event, "value", ""))
        else:
            self._put(frame, "")

    def _take_key(self, event: yaml.NodeEvent, frame: _Frame) -> None:
        if not isinstance(event, ScalarEvent):
            raise self._stop("has a bracket where a name belongs.", "Put the text in quotes.")
        if self.source.has_escapes and self._refuse_halves(event):
            frame.key = _AGAIN
            return
        frame.key = name = event.value
        steps = (*frame.steps, name)
        if frame.flow and _THREE_DIGITS.fullmatch(name):
            self._explain_comma(frame, name)
        elif "{" in name and event.implicit[0] and not frame.flow:
            name, _, inner = name.partition("{")
            cure = f"Write {printable(name.strip(' :'))}: {{{printable(inner.strip())}: ...}}."
            self._note((*frame.steps, name.strip(" :")), "has no colon and space before {.", cure)
            frame.key = _AGAIN
        elif frame.is_again:
            pass  # what stands under a name given twice is not looked at
        elif steps in self._keys:
            first = self.keys[steps].line
            cure = "Keep one of the two."
            self._note(steps, f"is given twice (first in line {first}).", cure)
            frame.key = _AGAIN
        else:
            self._keys[steps] = self._mark

    def _explain_comma(self, frame: _Frame, key: str) -> None:
        """`{min: 85,000}` is YAML for min: 85 and a second name, 000."""
        before = [str(value) for value in frame.container.values()][-1:] or [""]
        number = f"{before[0]}{key}"
        cure = f'Write {number}, or put "{before[0]},{key}" in quotes.'
        if frame.steps not in self._explained:
            self._explained.add(frame.steps)
            self._note(frame.steps, "has a comma inside an amount.", cure)

    def _open(self, event: Any, frame: _Frame | None) -> None:
        if len(self._frames) >= MAX_DEPTH:
            raise self._stop(*_TOO_DEEP)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        if frame is None and is_list:
            raise self._stop("begins with a list.", "Write lines such as company: {name: ...}.")
        container: Any = self.tree if frame is None else [] if is_list else {}
        steps = self._put(frame, container) if frame else ()
        self._is_empty = False
        column = event.start_mark.column
        self._frame = _Frame(container, steps, bool(event.flow_style), column)
        self._frames.append(self._frame)

    def too_deep(self, mark: Any) -> InvalidAnswersError:
        """Return the problem of brackets that the parser, which looks ahead, gave up at a mark of.

        It has not told of all of them yet.
        """
        start = self._mark.index + bool(self._frames)
        opened = [found.start() for found in _OPENING.finditer(self.source.body, start, mark.index)]
        ahead = opened[MAX_DEPTH - len(self._frames) :] or [mark.index]
        place = self.source.place(mark.line, mark.column - mark.index + ahead[0], ahead[0])
        return InvalidAnswersError([*self.problems, Problem(place, "", *_TOO_DEEP)])

    def _put(self, frame: _Frame, value: Any) -> Steps:
        if frame.is_list:
            frame.container.append(value)
            steps = (*frame.steps, len(frame.container) - 1)
        else:
            key, frame.key = "" if frame.key is None else frame.key, None
            if key != _AGAIN:
                frame.container[key] = value
            steps = (*frame.steps, key)
        self._values[steps] = self._mark
        return steps

    def _tell_cut(self, comment: Comment, steps: Steps) -> None:
        """Tell of a comment behind a text without quotes that may have been a part of it."""
        if comment.is_certain:
            message = f"is cut off at {quoted(comment.text, 24)}."
            self._note(steps, message, "Put the text in quotes.")
        else:
            message = f"{quoted(comment.text)} is read as a comment, no part of the answer"
            self.readings.append(Reading(_dotted(steps), message))

    def _refuse_halves(self, event: Any) -> bool:
        """Note halves of a character, which only an escape in double quotes can write."""
        if event.style != '"':
            return False
        halves = self.source.halves(event.start_mark.index, event.end_mark.index)
        found = list(islice(halves, _MOST_HALVES))
        field = _dotted(self._steps())
        self.problems += [
            Problem(place, field, f"holds {name}.", "Take it out.") for place, name in found
        ]
        if len(found) == _MOST_HALVES:
            raise InvalidAnswersError(self.problems)
        return bool(found)

    def _steps(self) -> Steps:
        """Return what leads to the value that is read."""
        frame = self._frame
        steps = frame.steps if frame else ()
        return (*steps, frame.key) if frame and frame.key is not None else steps

    def _refuse_machinery(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            what = f"is an alias (*{event.anchor})."
        elif event.anchor is not None:
            what = f"has an anchor (&{event.anchor})."
        else:
            what = f"has a tag ({quoted(getattr(event, 'tag', ''))})."
        self._note(self._steps(), what, "Put the text in quotes, or write it out.")

    def _stop(self, message: str, cure: str) -> InvalidAnswersError:
        problem = Problem(self.place, "", message, cure)
        return InvalidAnswersError([*self.problems, problem])

    def _note(self, steps: Steps, message: str, cure: str) -> None:
        self.problems.append(Problem(self.place, _dotted(steps), message, cure))


def _dotted(steps: Steps) -> str:
    return printable(".".join(step for step in steps if isinstance(step, str)))
