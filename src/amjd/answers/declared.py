"""What a field and a section are declared as, and what pydantic's core makes of them."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from pydantic_core import core_schema
from pydantic_core.core_schema import CoreSchema

from amjd.answers import conditions
from amjd.answers.conditions import ALWAYS, NEVER, Rule
from amjd.answers.kinds import Kind


@dataclass(frozen=True)
class Field:
    """What is declared of a field: its kind, and when it applies, is required and published.

    `default` stands in a posting for an answer that was not given.
    """

    kind: Kind
    applies: Rule = ALWAYS
    required: Rule = NEVER
    published: Rule = ALWAYS
    default: str = ""

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        return self.kind.core_schema()

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, Any]:
        return dict(self.kind.schema)


def field(
    kind: Kind,
    *,
    applies: str = "",
    required: str | bool = False,
    published: str | bool = True,
    default: str = "",
) -> Field:
    """Declare a field. A required one is so whenever it applies, or when its conditions hold."""
    always = conditions.parse_rule(applies)
    return Field(kind, always, _rule(required, always), _rule(published, ALWAYS), default)


def _rule(given: str | bool, always: Rule) -> Rule:
    if isinstance(given, str):
        return conditions.parse_rule(given)
    return always if given else NEVER


class Section:
    """Answers that stand together in the file; what was not answered is None."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}


_Declared = Kind | Field | type[Section]


def read_schema(section: type[Section]) -> CoreSchema:
    """Tell pydantic's core to read a section: a mapping of its fields, and of no other names.

    It is what pydantic would make of the class, but to load pydantic takes half of a draft.
    """
    each = [
        core_schema.dataclass_field(
            name, core_schema.with_default_schema(_schema_of(kind), default=default), kw_only=True
        )
        for name, kind, default in declared(section)
    ]
    arguments = core_schema.dataclass_args_schema(section.__name__, each, extra_behavior="forbid")
    return core_schema.dataclass_schema(section, arguments, [one["name"] for one in each])


def _schema_of(kind: _Declared) -> CoreSchema:
    return read_schema(kind) if isinstance(kind, type) else kind.__get_pydantic_core_schema__()


def declared(section: type[Section]) -> Iterator[tuple[str, _Declared, Any]]:
    """Yield each name of a section with what is declared of it, and what no answer is."""
    for one in fields(section):  # type: ignore[arg-type]
        declared: Any = one.type
        yield one.name, getattr(declared, "__metadata__", (declared,))[0], one.default
