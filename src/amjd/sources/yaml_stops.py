"""Why the parser stopped, in our words: the slip of a hand above, or what it met there."""

import re

import yaml

from amjd.sources import yaml_slips
from amjd.sources.yaml_braces import slip_at
from amjd.sources.yaml_source import Source
from amjd.text.errors import Place, Problem

_QUOTES = "Put the text in quotes."
# What both parsers say, or a part of it.
_SAID = (
    (r"cannot start any token", "a text without quotes cannot begin so", _QUOTES),
    (r"tab character", "a tab stands where only spaces may", "Type spaces."),
    (r"expected alphabetic", "a text without quotes cannot begin so", _QUOTES),
    (
        r"escape|hexd?ecimal|chr\(\)",
        "a backslash in double quotes begins an escape",
        "Write it twice, or use single quotes.",
    ),
    (r"unexpected end of stream", "the quotes of a text are never closed", "Close them."),
    (
        r"could not find expected ':'",
        "a name lacks its colon",
        "Write a colon and a space after the name.",
    ),
    (
        r"mapping values are not allowed",
        'a text without quotes holds ": "',
        'Put a text that holds ": " in quotes.',
    ),
    (
        r"sequence entries are not allowed",
        "a list begins behind its name",
        "Write each item on a line of its own, or put the text in quotes.",
    ),
    (
        r"expected '-'|expected <block end>|expected key",
        "a line does not fit to those above it",
        "Indent it as they are, with a dash if they have one, and check their quotes.",
    ),
    (
        r"comment or line break",
        "text stands where a text of several lines begins",
        "Begin it on the next line, or put it in quotes.",
    ),
    (r"<document start>", "text stands behind the end of the answers", "Take it away."),
)


def syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """Return the one problem of a text that is no YAML, where the hand must go."""
    mark, said = error.problem_mark, error.problem or ""
    assert mark
    slip = yaml_slips.find(source.body, mark.line + 1)
    if not slip or slip.line > mark.line + 1:
        slip = slip_at(source.body, error) if "',' or" in said else None
    if slip:
        return _problem(source.line(slip.line, slip.column), slip.message, slip.cure)
    if "end of stream" in said and error.context_mark:
        mark = error.context_mark  # where the quotes were opened
    return stopped(source.line(mark.line + 1, mark.column + 1), said)


def stopped(place: Place, said: str) -> Problem:
    """Return the problem of a place at which the parser stopped, and said why."""
    for part, message, cure in _SAID:
        if re.search(part, said):
            return _problem(place, message, cure)
    return _problem(place, "nothing that is read stands here", f"{_QUOTES[:-1]}, or take it out.")


def _problem(place: Place, message: str, cure: str) -> Problem:
    return Problem(place, "", f"cannot be read as YAML: {message}.", cure)
