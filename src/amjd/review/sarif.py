"""What a review says as SARIF 2.1.0, which code hosts show beside the lines of a change.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/, read 2026-11-26.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from amjd.review.findings import Finding
from amjd.review.reviewer import Review
from amjd.review.rules import Level, Rule, Rules, level
from amjd.text.characters import printable_line

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Mapping[Level, str] = {"error": "error", "warning": "warning", "notice": "note"}


class Run(NamedTuple):
    """One run: the version of the program, each file by its URI, and what could not be reviewed."""

    version: str
    files: Sequence[tuple[str, Review]]
    failures: Sequence[str]
    code: int


def as_sarif(run: Run, rules: Rules) -> dict[str, Any]:
    """Return the log of one run; columns count characters, as those of `amjd check` do."""
    index = {rule: at for at, rule in enumerate(rules)}
    results = [
        _result(uri, one, index[one.rule], review.posting.source)
        for uri, review in run.files
        for one in review.findings
    ]
    driver = {
        "name": "amjd",
        "version": run.version,
        "rules": [_rule(one) for one in rules.values()],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run)],
                "results": results,
            }
        ],
    }


def _invocation(run: Run) -> dict[str, Any]:
    told = [{"level": "error", "message": {"text": one}} for one in run.failures]
    return {
        "executionSuccessful": not told,
        "exitCode": run.code,
        "toolExecutionNotifications": told,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    sources = [f"{one.title} ({one.date})" for one in rule.sources]
    links = [one.url for one in rule.sources if one.url.startswith("https://")]
    told = " ".join((rule.why, rule.cure))
    named = "; ".join(sources)
    found: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{told} Sources: {named}.",
            "markdown": f"{rule.why}\n\n**Cure:** {rule.cure}\n\nSources: {named}.",
        },
        "defaultConfiguration": {"level": _LEVELS[level(rule.level)]},
        "properties": {"tags": [rule.id.partition("-")[0].lower()]},
    }
    return found | ({"helpUri": links[0]} if links else {})


def _result(uri: str, one: Finding, index: int, source: Sequence[str]) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": uri}, "region": _region(one, source)}
    found: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": _LEVELS[one.level],
        "message": {"text": printable_line(f"{one.message} {one.cure}")},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"words/v1": printable_line(f"{one.rule} {one.words.lower()}")},
    }
    if one.ignored is not None:
        found["suppressions"] = [{"kind": "inSource", "justification": printable_line(one.ignored)}]
    return found


def _region(one: Finding, source: Sequence[str]) -> dict[str, Any]:
    """Mark the words; where none are meant, or others stand there, all from there on."""
    line = source[one.line - 1] if one.line <= len(source) else ""
    region: dict[str, Any] = {"startLine": one.line, "startColumn": one.column}
    if not (length := one.length_in(line)):
        return region
    end = one.column + length
    snippet = {"text": printable_line(line[one.column - 1 : end - 1])}
    return region | {"endColumn": end, "snippet": snippet}
