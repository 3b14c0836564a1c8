"""The JSON Schema of the answers file, from the models and the questions' words.

It is for editors; `amjd` itself reads answers by the models, in `reading`.
"""

from collections.abc import Collection, Mapping
from itertools import product
from string import ascii_lowercase
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from amjd.answers.choices import ALL
from amjd.answers.conditions import ALWAYS, GIVEN, Condition, Conditions
from amjd.answers.declared import Field, Section
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.pay.currencies import currency_pattern
from amjd.answers.pay.periods import QUOTA_PERIODS, period_pattern
from amjd.answers.places.countries import is_region, regions_named
from amjd.answers.reading import IGNORE
from amjd.answers.settling import TIMED
from amjd.answers.shapes import (
    LETTER,
    SPACE,
    any_of,
    closed_schema,
    several_of,
    text_schema,
    words_schema,
)
from amjd.questions import Question, Questions

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


# What str.strip takes away, but for the characters that no answer may hold.
_BLANK = r"^[ \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*$"
_EMPTY = {"$ref": "#/$defs/empty"}
_GIVEN = {"not": _EMPTY}
_DEFINITIONS = {
    "empty": {
        "description": "An empty value is unanswered, and so is what holds nothing else.",
        "anyOf": [
            {"type": "null"},
            {"type": "string", "pattern": _BLANK},
            {"type": "array", "items": _EMPTY},
            {"type": "object", "additionalProperties": _EMPTY},
        ],
    }
}


def schema(
    templates: list[str], questions: Questions, bullets: Collection[str] = ()
) -> dict[str, Any]:
    """Build the schema, with these ids of templates, and names of their bullets if they are known.

    It is for what a YAML reader makes of the file: yes and no may be booleans, amounts numbers,
    dates are texts. It takes all that `amjd draft` takes, which reads more closely.
    """
    for part in Answers.model_fields.values():
        if isinstance(part.default, Section):
            # Before 2.14 pydantic writes no default of a class that it has not built.
            type(part.default).model_rebuild()
    built = Answers.model_json_schema(schema_generator=_Generator)
    definitions = built.pop("$defs")
    properties = {
        name: definitions.get(name.title(), part) for name, part in built["properties"].items()
    }
    properties[IGNORE] = {
        "type": ["object", "null", "string"],
        "description": "Findings of the review that are silenced, each with its reason.",
        "propertyNames": {"pattern": "^[A-Z]+-[0-9]{2}$"},
        "additionalProperties": {"type": "string", "pattern": "^because ."},
    }
    names = [{"enum": templates}, words_schema(*templates), _EMPTY]
    properties["template"] = {"anyOf": names, "description": "Overrides the choice."}
    result: dict[str, Any] = {
        "$schema": _DIALECT,
        "$defs": _DEFINITIONS,
        "title": "Answers for an account-manager posting",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    closed = _closed(bullets)
    for field, rule in FIELDS.items():
        kind = closed.get(field, rule.kind.schema)
        _describe(result, field, rule, kind, questions[field])
    result["allOf"].append(_KEEPS_SOME)
    for part in properties.values():
        if "properties" in part and "required" not in part:
            part["anyOf"] = [{"type": part.pop("type")}, _EMPTY]
    return result


class _Generator(GenerateJsonSchema):
    def nullable_schema(self, schema: Any) -> Any:
        """Leave null to what is empty."""
        return self.generate_inner(schema["schema"])


def _closed(bullets: Collection[str]) -> dict[str, dict[str, Any]]:
    """Describe the answers that are among a list which only a table or the templates have.

    Names of regions are too many; that two letters are the code of one is said.
    """
    pairs = map("".join, product(ascii_lowercase, repeat=2))
    known = any_of(*(pair for pair in pairs if is_region(pair.upper()) or regions_named(pair)))
    other = rf"(?!{SPACE}*[A-Za-z]{{2}}{SPACE}*$)[\s\S]*{LETTER}"
    closed = {
        "pay.currency": text_schema(currency_pattern()),
        "role.regions": closed_schema(f"^(?:{SPACE}*{known}{SPACE}*$|{other})", "boolean"),
    }
    if bullets:
        closed["leave_out"] = closed_schema(several_of((*bullets, ALL)))
    return closed


def _describe(
    result: dict[str, Any], field: str, rule: Field, kind: Mapping[str, Any], question: Question
) -> None:
    *section, name = field.split(".")
    holder = result["properties"][section[0]] if section else result
    kind = dict(kind)
    optional: dict[str, Any] = {"anyOf": [*kind.get("anyOf", [kind]), _EMPTY]}
    part = kind | _GIVEN if rule.required == ALWAYS else optional
    # An interview puts words of a bonus where they belong; whoever writes a file is told where.
    _, says, of_file = question.more.partition("In an answers file, ")
    told = f"{question.question} {question.why} {says}{of_file}".rstrip()
    part |= {"title": question.label, "description": told}
    part["examples"] = [question.example]
    if rule.default:
        part["default"] = rule.default
    holder["properties"][name] = part
    if rule.required == ALWAYS:
        holder.setdefault("required", []).append(name)
        if section and section[0] not in result.setdefault("required", []):
            result["required"].append(section[0])
    elif rule.required:
        result.setdefault("allOf", []).extend(_demand(way, field) for way in rule.required)


def _demand(wanted: Conditions, field: str) -> dict[str, Any]:
    """Write a rule's conditions as if/then; a period may stand with the amount that it is for."""
    timed = (amount for amount, period in TIMED.items() if period == field)
    ways = [_with(field, _GIVEN), *(_with(amount, _TIMED) for amount in timed)]
    then = {"anyOf": ways} if len(ways) > 1 else ways[0]
    return {"if": {"allOf": list(map(_holds, wanted))}, "then": then}


_TIMED = text_schema(f"[^\\n]*[0-9\uff10-\uff19][^\\n]*{period_pattern(QUOTA_PERIODS)[:-1]}")


def _holds(condition: Condition) -> dict[str, Any]:
    """Write a condition; one on an answer that cannot be read asks for nothing."""
    if condition == Condition(condition.field, GIVEN, negated=True):
        return {"not": _with(condition.field, _GIVEN)}
    parts = [_GIVEN, dict(FIELDS[condition.field].kind.schema)]
    if condition.wanted != GIVEN:
        wanted = _is(condition.wanted)
        parts.append({"not": wanted} if condition.negated else wanted)
    return _with(condition.field, {"allOf": parts})


def _is(wanted: str) -> dict[str, Any]:
    """Describe an answer that is shown as a word."""
    booleans = {"yes": True, "no": False}
    if wanted not in booleans:
        return words_schema(wanted)
    is_yes = booleans[wanted]
    return {"anyOf": [{"const": is_yes}, words_schema(wanted, str(is_yes).lower())]}


def _with(field: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Describe answers among which that of a field is like this."""
    *section, name = field.split(".")
    inner = {"type": "object", "properties": {name: answer}, "required": [name]}
    if not section:
        return inner
    return {"type": "object", "properties": {section[0]: inner}, "required": section}


_ALL = words_schema(ALL)
# All of ours can be left out where there are others.
_KEEPS_SOME = {
    "if": {"not": _with("role.duties", _GIVEN)},
    "then": {"properties": {
        "leave_out": {"not": {"anyOf": [_ALL, {"type": "array", "contains": _ALL}]}}
    }},
}  # fmt: skip
