"""Records in YAML, read into plain tuples; what is missing, unknown or misshapen names its place.

For our own data, whose shape is known. Answers files, which people write, are read in `sources`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, cast, get_args, get_origin

from amjd import resources
from amjd.answers import conditions
from amjd.answers.conditions import Conditions, Rule
from amjd.text.errors import AmjdError, did_you_mean
from amjd.text.patterns import compiling_later

with compiling_later():
    import yaml

_Record = TypeVar("_Record")
_AS_DECLARED: Mapping[str, str] = {}


def load(path: Path, kind: type[_Record]) -> _Record:
    """Read a file as `parse` does.

    Raises:
        AmjdError: the file is no such record; it says where and what is wrong.
    """
    return parse(resources.content(path), kind, f"{path.parent.name}/{path.name}")


def parse(
    text: str | bytes, kind: type[_Record], place: str, called: Mapping[str, str] = _AS_DECLARED
) -> _Record:
    """Read a text as a NamedTuple, by its annotations.

    A field is a text, a whole number, "yes" or "no" for a bool, a tuple, a mapping of texts,
    conditions, or another NamedTuple; one with a default may be left out. `called` says what those
    fields are called in the text that have another name there.

    Raises:
        AmjdError: the text is no such record; it says where, beginning with `place`, and what is
            wrong.
    """
    try:
        # BaseLoader, because a yes in the data is the text yes.
        data = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise AmjdError(f"{place}: cannot be read as YAML: {error}.") from None
    return cast(_Record, _record(kind, data, place, called))


def _shaped(kind: Any, data: Any, place: str) -> Any:
    """Return data in the shape that an annotation asks for."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind == Rule:
        return _rule(data, place)
    if kind == Conditions:
        return _conditions(data, place)
    if kind is str:
        return _expect(data, str, place, "a text").rstrip("\n")
    if kind is int:
        return _number(data, place)
    if kind is bool:
        return _is_yes(data, place)
    if origin is tuple:
        items = _expect(data, list, place, "a list")
        return tuple(_shaped(parts[0], item, f"{place}[{at}]") for at, item in enumerate(items))
    if origin is Mapping:
        named = _expect(data, dict, place, "a mapping")
        return {name: _shaped(parts[1], part, f"{place}: {name}") for name, part in named.items()}
    if parts:  # a text, or a list of texts
        is_list = isinstance(data, list)
        return list(_shaped(tuple[str, ...], data, place)) if is_list else _shaped(str, data, place)
    return _record(kind, data, place)


def _record(kind: Any, data: Any, place: str, called: Mapping[str, str] = _AS_DECLARED) -> Any:
    given = _expect(data, dict, place, "a mapping")
    fields = {called.get(field, field): field for field in kind._fields}
    for name in given:
        if name not in fields:
            raise AmjdError(f"{place}: {name} is unknown.", did_you_mean(name, list(fields)))
    for name, field in fields.items():
        if name not in given and field not in kind._field_defaults:
            raise AmjdError(f"{place}: {name} is missing.")
    shapes = kind.__annotations__
    return kind(**{
        fields[name]: _shaped(shapes[fields[name]], part, f"{place}: {name}")
        for name, part in given.items()
    })  # fmt: skip


def _expect(data: Any, kind: type[Any], place: str, named: str) -> Any:
    if not isinstance(data, kind):
        raise AmjdError(f"{place}: is not {named}.")
    return data


def _number(data: Any, place: str) -> int:
    digits = _expect(data, str, place, "a number")
    if not digits.isdecimal():
        raise AmjdError(f"{place}: is not a number.")
    return int(digits)


def _is_yes(data: Any, place: str) -> bool:
    if data not in ("yes", "no"):
        raise AmjdError(f"{place}: is neither yes nor no.")
    return bool(data == "yes")


def _rule(data: Any, place: str) -> Rule:
    ways = _expect(data, str, place, "a text").split(" or ")
    return tuple(_conditions(way, place) for way in ways)


def _conditions(data: Any, place: str) -> Conditions:
    try:
        return conditions.parse(_expect(data, str, place, "a text"))
    except ValueError as error:
        raise AmjdError(f"{place}: {error}.") from None
