"""Where sections and answers stand in a text, from the YAML events it was read by.

This is worked out when the first answer is changed: to draft a posting nobody needs it.
"""

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import yaml

from amjd.sources.sheet import Span, Steps
from amjd.text.patterns import compile_later

_COLON = compile_later(r"(?:\s|#[^\r\n]*+)*+:")


class Spans(Mapping[Steps, Span]):
    """The span of each section and each answer, and at () that of the whole."""

    def __init__(self, events: Iterable[yaml.Event], text: str, at: Callable[[int], int]) -> None:
        """Take what was read; `at` tells where in the text a mark of an event stands."""
        self._read = events, text, at

    @cached_property
    def _found(self) -> dict[Steps, Span]:
        events, text, at = self._read
        del self._read  # the events take much more room than the spans
        return _Finder(events, text, at).found()

    def __getitem__(self, steps: Steps) -> Span:
        return self._found[steps]

    def __iter__(self) -> Iterator[Steps]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def items(self) -> ItemsView[Steps, Span]:
        return self._found.items()  # a mapping of its own would look each one up


class _Frame:
    """A mapping or list that is open; `name` is the event of a name whose value has not come."""

    __slots__ = ("end", "event", "name", "scalars", "steps")

    def __init__(self, event: Any, steps: Steps, scalars: int) -> None:
        self.event, self.steps, self.scalars = event, steps, scalars
        self.name: Any = None
        self.end = 0


class _Finder:
    def __init__(self, events: Iterable[yaml.Event], text: str, at: Callable[[int], int]) -> None:
        self.events, self.text, self.at = events, text, at
        self.spans: dict[Steps, Span] = {}
        self.scalars: list[tuple[int, int]] = []
        self.frames: list[_Frame] = []

    def found(self) -> dict[Steps, Span]:
        for event in self.events:
            if isinstance(event, yaml.CollectionStartEvent):
                steps = self._steps() if self.frames else ()
                self.frames.append(_Frame(event, steps, len(self.scalars)))
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
            elif isinstance(event, yaml.NodeEvent) and self.frames:
                self._take(event)
        return self.spans

    def _steps(self) -> Steps:
        """Return where the value that comes next belongs; a list has no places of its own."""
        frame = self.frames[-1]
        return (*frame.steps, frame.name.value if frame.name else 0)

    def _take(self, event: Any) -> None:
        start, end = self.at(event.start_mark.index), self.at(event.end_mark.index)
        if getattr(event, "style", None) in ("|", ">"):
            # The mark of a block text stands behind the blank lines below.
            end = start + len(self.text[start:end].rstrip())
        self.scalars.append((start, end))
        frame = self.frames[-1]
        if frame.name is None and isinstance(frame.event, yaml.MappingStartEvent):
            frame.name = event
        else:
            self._end(frame, start, end, len(self.scalars) - 1, braced=False)

    def _close(self, event: Any) -> None:
        frame = self.frames.pop()
        is_flow = bool(frame.event.flow_style)
        start = self.at(frame.event.start_mark.index)
        # The mark of what is not in braces stands behind the blank lines below.
        end = self.at(event.end_mark.index) if is_flow else frame.end
        is_braced = is_flow and isinstance(frame.event, yaml.MappingStartEvent)
        if self.frames:
            self._end(self.frames[-1], start, end, frame.scalars, is_braced)
        else:
            self.spans[()] = Span(0, start, end, -2, False, is_braced, ())

    def _end(self, frame: _Frame, start: int, end: int, scalars: int, braced: bool) -> None:
        """Note that a value ended, and its span if it is a section or an answer."""
        frame.end, name = end, frame.name
        if name is None or len(frame.steps) > 1:
            frame.name = None
            return
        steps, frame.name = self._steps(), None
        colon = self.at(name.end_mark.index)
        if match := _COLON.match(self.text, colon, max(colon, start)):
            colon = match.end()
        self.spans[steps] = Span(
            colon,
            max(colon, start),
            max(colon, end),
            name.start_mark.column,
            bool(frame.event.flow_style),
            braced,
            tuple(self.scalars[scalars:]),
        )
