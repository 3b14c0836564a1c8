"""What a field and a section are declared as, and what pydantic's core makes of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from pydantic import BaseModel, ConfigDict
from pydantic_core import core_schema
from pydantic_core.core_schema import CoreSchema

from amjd.answers import conditions
from amjd.answers.conditions import ALWAYS, NEVER, Rule
from amjd.answers.kinds import Kind


class Field(NamedTuple):
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


class Section(BaseModel):
    """Answers that stand together in the file; what was not answered is None."""

    # How it is read is told by `read_schema`; pydantic works it out for the JSON Schema alone.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


_Declared = Kind | Field | type[Section]


def read_schema(section: type[Section]) -> CoreSchema:
    """Tell pydantic's core to read a section: a mapping of its fields, and of no other names.

    It is what pydantic itself comes to for the model, in a tenth of the time.
    """
    each = {
        name: core_schema.model_field(
            core_schema.with_default_schema(_schema_of(kind), default=default)
        )
        for name, kind, default in declared(section)
    }
    fields = core_schema.model_fields_schema(each, extra_behavior="forbid")
    return core_schema.model_schema(section, fields, frozen=True)


def _schema_of(kind: _Declared) -> CoreSchema:
    return read_schema(kind) if isinstance(kind, type) else kind.__get_pydantic_core_schema__()


def declared(section: type[Section]) -> Iterator[tuple[str, _Declared, Any]]:
    """Yield each name of a section with what is declared of it, and what no answer is."""
    for name, info in section.model_fields.items():
        is_section = isinstance(info.annotation, type) and issubclass(info.annotation, Section)
        yield (
            name,
            cast(_Declared, info.annotation if is_section else info.metadata[0]),
            info.default,
        )
