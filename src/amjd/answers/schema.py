"""The JSON Schema of the answers file, from the models and the questions' words."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from amjd.answers.conditions import GIVEN, Condition, Conditions
from amjd.answers.fields import FIELDS, Answers, Field
from amjd.flow import questions

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(templates: list[str]) -> dict[str, Any]:
    """Build the schema; `templates` are the ids there are, the rest is what YAML readers say."""
    built = Answers.model_json_schema(schema_generator=_Generator)
    definitions = built.pop("$defs")
    properties = {
        name: definitions.get(name.title(), part) for name, part in built["properties"].items()
    }
    properties["template"] = {"enum": templates, "description": "Overrides the choice."}
    result = {
        "$schema": _DIALECT,
        "title": "Answers for an account-manager posting",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    for field, rule in FIELDS.items():
        _describe(result, field, rule)
    return result


class _Generator(GenerateJsonSchema):
    def nullable_schema(self, schema: Any) -> Any:
        """An unanswered field is absent or empty, never null."""
        return self.generate_inner(schema["schema"])


def _describe(result: dict[str, Any], field: str, rule: Field) -> None:
    *section, name = field.split(".")
    holder = result["properties"][section[0]] if section else result
    question = questions()[field]
    part = holder["properties"][name]
    part.pop("default", None)
    part |= {"title": question.label, "description": f"{question.question} {question.why}"}
    part["examples"] = [question.example]
    if rule.default:
        part["default"] = rule.default
    if rule.required == ():
        holder.setdefault("required", []).append(name)
        if section and section[0] not in result.setdefault("required", []):
            result["required"].append(section[0])
    elif rule.required is not None:
        result.setdefault("allOf", []).append(_demand(rule.required, section[0], name))


def _demand(wanted: Conditions, section: str, name: str) -> dict[str, Any]:
    """Write a rule's conditions as if/then."""
    then = {"properties": {section: {"required": [name]}}, "required": [section]}
    return {"if": {"allOf": list(map(_holds, wanted))}, "then": then}


def _holds(condition: Condition) -> dict[str, Any]:
    deciding, _, key = condition.field.partition(".")
    answers = {GIVEN: {}, "yes": {"enum": ["yes", "true", True]}}
    answer = answers.get(condition.wanted, {"enum": [condition.wanted, False]})
    inner = {"properties": {key: answer}, "required": [key]}
    holds = {"properties": {deciding: inner}, "required": [deciding]}
    return {"not": holds} if condition.negated else holds
