"""What the published schema says of an answers file, beside what drafting says of it."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import yaml
from jsonschema.validators import extend

from amjd.answers.reading import read
from amjd.sources.schema import schema
from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError
from conftest import CATALOG, QUESTIONS

# The readers of libyaml, where they are there, take a tenth of the time.
SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BASE = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


_FINE = set[tuple[int, str]]()


def _properties(validator: Any, properties: Any, instance: Any, _: Any) -> Iterator[Any]:
    """Look at each answer as jsonschema does, but once: hundreds of files have the same ones."""
    for name, subschema in properties.items():
        if not isinstance(instance, dict) or name not in instance:
            continue
        one = id(subschema), json.dumps(instance[name])
        if one not in _FINE:
            errors = list(validator.descend(instance[name], subschema, name, name))
            _FINE.update([] if errors else [one])
            yield from errors


@cache
def validator() -> Any:
    kind = extend(jsonschema.Draft202012Validator, {"properties": _properties})
    return kind(schema(CATALOG.ids, QUESTIONS, CATALOG.names()))


def tree_of(text: str) -> Any:
    """Read a file as an editor does that knows nothing of ours: dates are texts in JSON."""
    return json.loads(json.dumps(yaml.load(text, Loader=SAFE), default=str))


def found(tree: Any) -> set[str]:
    """List the names that the schema finds missing or wrong."""
    return {name for error in validator().iter_errors(tree) for name in _names(error)}


def _names(error: jsonschema.ValidationError) -> list[str]:
    path = ".".join(step for step in error.absolute_path if isinstance(step, str))
    names: list[str] = []
    if error.validator == "required":
        names = [name for name in error.validator_value if name not in error.instance]
    elif error.validator == "additionalProperties":
        names = [name for name in error.instance if name not in error.schema["properties"]]
    return [f"{path}.{name}".strip(".") for name in names] or [path]


def named(text: str) -> set[str]:
    """List the names that drafting finds missing or wrong, and what a wrong name is meant for."""
    document = parse(text.encode(), "answers")
    faults = read(document.tree, CATALOG.ids, CATALOG.names)[1]
    typed = {problem.field for problem in document.problems}
    meant = {fault.meant for fault in faults if fault.meant}
    return {fault.field for fault in faults} | typed | meant


@cache
def check(text: str) -> None:
    """Whatever the schema finds, drafting names it too; a section stands for what is in it."""
    try:
        problems = named(text)
    except InvalidAnswersError:
        return  # to neither of them it is a file of answers
    for name in found(tree_of(text)):
        assert any(is_within(problem, name) for problem in problems), (name, problems, text)


def is_within(problem: str, name: str) -> bool:
    return f"{problem}.".startswith(f"{name}." if name else "")
