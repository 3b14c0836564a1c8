"""Answers files: YAML in, a Sheet out, with every answer as the text it is and in its place.

What no answers file may be is refused here, before and while its YAML is read; what the answers
mean, and whether any is missing, is not known yet.
"""

import re
from itertools import islice
from types import MappingProxyType

import yaml

from amjd.sources.remarks import remarks_in
from amjd.sources.sheet import Sheet
from amjd.sources.yaml_events import Reader
from amjd.sources.yaml_spans import Spans
from amjd.text.characters import refused
from amjd.text.errors import InvalidAnswersError, Place, Problem

MAX_BYTES = 1 << 20

_BYTE_ORDER_MARK = "\ufeff"
_MAX_REFUSED = 100
_HARMLESS = "\u25a1"  # a white square, which stands where a refused character stood
# Each part takes all it can and gives nothing back: many lines take no longer than they are long.
_DIRECTIVE = re.compile(r"((?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n))*+)%")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(raw: bytes, name: str) -> Sheet:
    """Read the bytes of an answers file; `name` stands in problems.

    Raises:
        InvalidAnswersError: the text is no YAML, or more than an answers file may hold.
    """
    text, problems = _decode(raw, name), list[Problem]()
    # The parser is not shown a byte-order mark, and counts without it.
    body = _mark_refused(text.removeprefix(_BYTE_ORDER_MARK), name, problems)
    if directive := _DIRECTIVE.match(body):
        problem = Problem(_place_after(directive[1], name), "", "has a directive (a line with %).",
                          "Leave the line out.")  # fmt: skip
        raise InvalidAnswersError([problem])
    reader = Reader(name, problems)
    try:
        for event in yaml.parse(body, Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
        raise InvalidAnswersError([_syntax_problem(place, error.problem or "")]) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        # The pure-Python parser lets a code point beyond Unicode through to chr().
        raise InvalidAnswersError([_syntax_problem(reader.place, "")]) from None
    spans = Spans(reader.events, text, len(text) - len(body))
    return Sheet(
        name,
        text,
        MappingProxyType(reader.tree),
        MappingProxyType(reader.keys),
        MappingProxyType(reader.values),
        spans,
        MappingProxyType(remarks_in(text, spans)),
        tuple(problems),
    )


def _decode(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        message = "is larger than an answers file may be."
        raise InvalidAnswersError([Problem(Place(name, 1, 1), "", message, "The limit is 1 MiB.")])
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode().removeprefix(_BYTE_ORDER_MARK)
        message = f"is not UTF-8 text (byte 0x{raw[error.start]:02x})."
        if raw.startswith((b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0")):
            message = "is no text file."
            raise InvalidAnswersError(
                [Problem(Place(name, 1, 1), "", message, "Name an answers file (.yaml).")]
            ) from None
        problem = Problem(_place_after(before, name), "", message, "Save the file as UTF-8.")
        raise InvalidAnswersError([problem]) from None


def _place_after(before: str, name: str) -> Place:
    lines = re.split("\r\n|\r|\n", before)
    return Place(name, len(lines), len(lines[-1]) + 1)


def _mark_refused(text: str, name: str, problems: list[Problem]) -> str:
    """Note each refused character and put a harmless one in its place, so reading can go on."""
    found = list(islice(refused(text), _MAX_REFUSED))
    characters, start, place = list(text) if found else [], 0, Place(name, 1, 1)
    for index, character in found:
        _, line, column = _place_after(text[start:index], "")
        column += place.column - 1 if line == 1 else 0
        start, place = index, Place(name, place.line + line - 1, column)
        problems.append(Problem(place, "", f"holds {character}.", "Take it out."))
        characters[index] = _HARMLESS
    if len(found) == _MAX_REFUSED:
        raise InvalidAnswersError(problems)
    return "".join(characters) or text


_CURES = {
    "mapping values are not allowed": 'Put a text that holds ": " in quotes.',
    "found character that cannot start any token": "Put the text in quotes; indent with spaces.",
    "found a tab character": "Indent with spaces.",
    "did not find expected alphabetic": "Put the text in quotes.",
    "found unknown escape character": "Write a backslash twice, or use single quotes.",
    "found unexpected end of stream": "Close the quotes or the bracket.",
    "could not find expected ':'": "Write a colon and a space after the name.",
    "did not find expected key": "Check the indentation and the quotes of the lines above.",
    "did not find expected ',' or": "Close the bracket, or put a text that holds it in quotes.",
    "while scanning a directive": "Leave the line out.",
}


def _syntax_problem(place: Place, said: str) -> Problem:
    cure = next((cure for start, cure in _CURES.items() if said.startswith(start)), "")
    cure = cure or "If the text holds a special sign, put it in quotes."
    return Problem(place, "", f"cannot be read as YAML: {said or 'it is not well formed'}.", cure)
