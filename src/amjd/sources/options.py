"""`FIELD=VALUE` texts, as `--set` takes them: a sheet without a file."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from amjd.answers.fields import FIELDS
from amjd.sources.sheet import Sheet, Steps, over, with_typed
from amjd.text.characters import printable
from amjd.text.errors import Place, Problem, did_you_mean


def with_options(sheet: Sheet, options: Sequence[str]) -> Sheet:
    """Lay options over a sheet: they win, and an empty one takes the answer away."""
    return over(sheet, _read(options), emptying=True) if options else sheet


def typed_options(options: Sequence[str]) -> dict[str, str | list[str]]:
    """Return what each option gives its field; repeating one makes a list."""
    given: dict[str, list[str]] = {}
    for option in options:
        field, _, value = option.partition("=")
        given.setdefault(field.strip(), []).append(value)
    return {field: values if len(values) > 1 else values[0] for field, values in given.items()}


def _read(options: Sequence[str]) -> Sheet:
    tree: dict[str, Any] = {}
    places: dict[Steps, Place] = {}
    problems: list[Problem] = []
    for field, answer in typed_options(options).items():
        place = Place(f"--set {printable(field)}")
        if field not in FIELDS and field != "template":
            hint = did_you_mean(field, list(FIELDS)) or "amjd schema lists the fields."
            problems.append(Problem(place, printable(field), "is no field.", hint))
            continue
        is_many = field in FIELDS and FIELDS[field].kind.many
        if not isinstance(answer, str) and not is_many:
            message = f"is set {len(answer)} times, but takes one answer."
            problems.append(Problem(place, field, message, "Keep one of them."))
            continue
        steps = tuple(field.split("."))
        tree, places[steps] = with_typed(tree, steps, answer), place
    frozen = MappingProxyType(places)
    return Sheet("", "", MappingProxyType(tree), frozen, frozen, problems=tuple(problems))
