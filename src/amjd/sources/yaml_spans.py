"""Where sections and answers stand in a text, from the YAML events it was read by.

This is worked out when the first answer is changed: to draft a posting nobody needs it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import yaml

from amjd.sources.sheet import Span, Steps

_COLON = re.compile(r"(?:\s|#[^\r\n]*+)*+:")


class Spans(Mapping[Steps, Span]):
    """The span of each section and each answer, and at () that of the whole."""

    def __init__(self, events: Sequence[yaml.Event], text: str, shift: int) -> None:
        """Take what was read; the events count without the first `shift` characters."""
        self._read = events, text, shift

    @cached_property
    def _found(self) -> dict[Steps, Span]:
        return _Finder(*self._read).found()

    def __getitem__(self, steps: Steps) -> Span:
        return self._found[steps]

    def __iter__(self) -> Iterator[Steps]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class _Frame:
    """A mapping or list that is open; `name` is the event of a name whose value has not come."""

    __slots__ = ("end", "event", "name", "scalars", "steps")

    def __init__(self, event: Any, steps: Steps, scalars: int) -> None:
        self.event, self.steps, self.scalars = event, steps, scalars
        self.name: Any = None
        self.end = 0


class _Finder:
    def __init__(self, events: Sequence[yaml.Event], text: str, shift: int) -> None:
        self.events, self.text, self.shift = events, text, shift
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
        start, end = event.start_mark.index + self.shift, event.end_mark.index + self.shift
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
        start = frame.event.start_mark.index + self.shift
        # The mark of what is not in braces stands behind the blank lines below.
        end = event.end_mark.index + self.shift if is_flow else frame.end
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
        colon = name.end_mark.index + self.shift
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
