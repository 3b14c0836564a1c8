"""A Sheet: answers as they were typed, and where each of them stands.

Nothing changes a sheet: a changed answer, or one sheet over another, is a new one. What answers
mean is not known here.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from amjd.text.errors import Place, Problem, Reading

OPEN = "not sure yet"
SKIPPED = "skipped"
SETTLED = "from the amounts and the place"
ASSUMED = "its currency is assumed"

Answer = str | Sequence[str]
"""What is typed for a field: a text, or the texts of a list; an empty one is no answer."""

Steps = tuple[str | int, ...]
"""The names, and in a list the numbers, that lead to a part of the tree."""


class Span(NamedTuple):
    """Where a section or an answer stands in the text, counted in characters.

    `colon` is behind its name's colon, or behind the name if there is none; `column` is that of
    the name. `in_braces` says that the mapping around it is in braces, `braced` that it is one.
    `scalars` has the start and end of each text in it.
    """

    colon: int
    start: int
    end: int
    column: int
    in_braces: bool
    braced: bool
    scalars: tuple[tuple[int, int], ...]


class Sheet(NamedTuple):
    """Answers from one source; `name` stands for it in problems, `text` is what was read.

    `tree` has sections of texts, of lists and of ranges. It is never changed.
    `keys` has the place of each name, `values` that of what was typed for it.
    `spans` has each section, each answer and, at (), the whole: without them nothing is edited.
    `remarks` has OPEN or SKIPPED for the fields that were left without an answer, and SETTLED for
    an answer that follows from others until somebody gives it, and ASSUMED for an amount among
    words whose sign nobody gave.
    `problems` are those of the text itself, and `readings` what there is to tell of it.
    """

    name: str
    text: str = ""
    tree: Mapping[str, Any] = MappingProxyType({})
    keys: Mapping[Steps, Place] = MappingProxyType({})
    values: Mapping[Steps, Place] = MappingProxyType({})
    spans: Mapping[Steps, Span] = MappingProxyType({})
    remarks: Mapping[str, str] = MappingProxyType({})
    problems: Sequence[Problem] = ()
    readings: Sequence[Reading] = ()

    def place(self, field: str) -> Place | None:
        """Return where the answer of a field stands, or its name, where nothing is typed."""
        steps = tuple(field.split("."))
        return self.values.get(steps) or self.keys.get(steps)


def typed(tree: Mapping[str, Any], field: str) -> Any:
    """Return what was typed for a field; an empty text if nothing was."""
    value: Any = tree
    for step in field.split("."):
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    return value


def in_a_line(value: Any) -> Any:
    """Return a range as it would be typed at its question; anything else as it is."""
    if not isinstance(value, Mapping):
        return value
    return " to ".join(str(value[end]) for end in ("min", "max") if end in value)


def with_typed(tree: Mapping[str, Any], steps: Steps, answer: Any) -> dict[str, Any]:
    """Return a tree with one answer in it; what stands where its section belongs gives way."""
    name, *inner = steps
    if not inner:
        return {**tree, str(name): answer}
    section = tree.get(str(name))
    section = section if isinstance(section, Mapping) else {}
    return {**tree, str(name): with_typed(section, tuple(inner), answer)}


def with_all_typed(tree: Mapping[str, Any], answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a tree with some answers in it, by their dotted fields."""
    for field, answer in answers.items():
        tree = with_typed(tree, tuple(field.split(".")), answer)
    return tree


def over(base: Sheet, top: Sheet, emptying: bool = False) -> Sheet:
    """Lay one sheet over another, answer by answer; a list or a range is one answer.

    Every answer keeps its place. What `top` leaves empty is as `base` has it; with `emptying` it
    is no answer. The whole has the name of `top`, if there is one, and stands in no text.
    """
    laid = {steps: answer for steps, answer in _answers(top.tree) if answer or emptying}
    tree = base.tree
    for steps, answer in laid.items():
        tree = with_typed(tree, steps, answer)
    remarks = {**base.remarks, **top.remarks}
    return Sheet(
        top.name or base.name,
        tree=MappingProxyType(dict(tree)),
        keys=_places(base.keys, top.keys, laid, top.tree),
        values=_places(base.values, top.values, laid, top.tree),
        remarks=MappingProxyType(
            {
                field: said
                for field, said in remarks.items()
                if bool(typed(tree, field)) == (said in (SETTLED, ASSUMED))
            }
        ),
        problems=(*base.problems, *top.problems),
        readings=(*_still_told(base.readings, laid), *top.readings),
    )


def _still_told(readings: Sequence[Reading], laid: Collection[Steps]) -> Iterator[Reading]:
    """Yield the readings of answers that no other was laid over."""
    for reading in readings:
        steps = tuple(reading.field.split("."))
        if steps[:1] not in laid and steps[:2] not in laid:
            yield reading


def _answers(tree: Mapping[str, Any]) -> Iterator[tuple[Steps, Any]]:
    for name, part in tree.items():
        if isinstance(part, Mapping):
            yield from (((name, inner), answer) for inner, answer in part.items())
        else:
            yield (name,), part


def _places(
    base: Mapping[Steps, Place],
    top: Mapping[Steps, Place],
    laid: Collection[Steps],
    tree: Mapping[str, Any],
) -> Mapping[Steps, Place]:
    """Join places: a section stands where `top` has it, whose tree this is."""
    sections = {(name,) for name, part in tree.items() if isinstance(part, Mapping)}

    def is_laid(steps: Steps) -> bool:
        return steps[:1] in laid or steps[:2] in laid

    kept = {steps: place for steps, place in base.items() if not is_laid(steps)}
    new = {steps: place for steps, place in top.items() if is_laid(steps) or steps in sections}
    return MappingProxyType({**top, **kept, **new})
