"""The JSON Schema of the answers file, from the models and the questions' words.

It is for editors; `amjd` itself reads answers by the models, in `reading`.
"""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from amjd.answers.conditions import ALWAYS, GIVEN, Condition, Conditions
from amjd.answers.declared import Field, Section
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.pay.periods import QUOTA_PERIODS, period_pattern
from amjd.answers.reading import IGNORE
from amjd.answers.settling import TIMED
from amjd.answers.shapes import text_schema, words_schema
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


def schema(templates: list[str], questions: Questions) -> dict[str, Any]:
    """Build the schema, with these ids of templates.

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
    result = {
        "$schema": _DIALECT,
        "$defs": _DEFINITIONS,
        "title": "Answers for an account-manager posting",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    for field, rule in FIELDS.items():
        _describe(result, field, rule, questions[field])
    for part in properties.values():
        if "properties" in part and "required" not in part:
            part["anyOf"] = [{"type": part.pop("type")}, _EMPTY]
    return result


class _Generator(GenerateJsonSchema):
    def nullable_schema(self, schema: Any) -> Any:
        """Leave null to what is empty."""
        return self.generate_inner(schema["schema"])


def _describe(result: dict[str, Any], field: str, rule: Field, question: Question) -> None:
    *section, name = field.split(".")
    holder = result["properties"][section[0]] if section else result
    kind = dict(rule.kind.schema)
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
