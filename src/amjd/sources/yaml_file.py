"""Answers files: YAML in, a Sheet out, with every answer as the text it is and in its place.

What no answers file may be is refused here, before and while its YAML is read; what the answers
mean, and whether any is missing, is not known yet.
"""

import codecs
from types import MappingProxyType

import yaml

from amjd.sources.remarks import remarks_in
from amjd.sources.sheet import Sheet
from amjd.sources.yaml_events import Reader
from amjd.sources.yaml_source import Source
from amjd.sources.yaml_spans import Spans
from amjd.text.errors import InvalidAnswersError, Place, Problem
from amjd.text.patterns import LINE_END

MAX_BYTES = 1 << 20

_BYTE_ORDER_MARK = "\ufeff"
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_CURE = "Save the file as UTF-8."
# What writes UTF-16 today: the > of Windows PowerShell, and Notepad where somebody chose it.
_WIDE_CURE = f"{_CURE} Notepad asks for the encoding; PowerShell has Out-File -Encoding utf8."

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(raw: bytes, name: str) -> Sheet:
    """Read the bytes of an answers file; `name` stands in problems.

    Raises:
        InvalidAnswersError: the text is no YAML, or more than an answers file may hold.
    """
    source = Source(_decode(raw, name), name)
    reader, events = Reader(source), list[yaml.Event]()
    try:
        for event in iter(_LOADER(source.body).get_event, None):
            reader.take(event)
            events.append(event)
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):
            raise reader.too_deep(error.problem_mark) from None
        from amjd.sources.yaml_stops import syntax_problem  # most files are YAML

        raise InvalidAnswersError([*source.problems, syntax_problem(source, error)]) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        from amjd.sources.yaml_stops import stopped  # as above

        # The pure-Python parser lets a code point beyond Unicode through to chr().
        problem = stopped(reader.place, "chr()")
        raise InvalidAnswersError([*source.problems, problem]) from None
    spans = Spans(events, source.text, source.at)
    return Sheet(
        name,
        source.text,
        MappingProxyType(reader.tree),
        reader.keys,
        reader.values,
        spans,
        MappingProxyType(remarks_in(source.text, spans)),
        tuple(reader.problems),
        tuple(reader.readings),
    )


def _decode(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        message = "is larger than an answers file may be."
        raise InvalidAnswersError([Problem(Place(name, 1, 1), "", message, "The limit is 1 MiB.")])
    if wide := _wide(raw[:400]):
        message = f"is not UTF-8 text, but {wide}."
        problem = Problem(Place(name, 1, 1), "", message, _WIDE_CURE)
        raise InvalidAnswersError([problem])
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
        cure = _WIDE_CURE if raw.startswith(_WIDE_MARKS) else _CURE
        problem = Problem(_place_after(before, name), "", message, cure)
        raise InvalidAnswersError([problem]) from None


def _wide(raw: bytes) -> str:
    """Name the encoding of a text without a mark in which many second bytes are empty."""
    if raw.startswith(_WIDE_MARKS):
        return ""
    if raw.count(0) * 3 > len(raw) * 2:
        return "UTF-32"
    # Names, spaces and line ends have an empty byte in every script.
    empty = [raw[at::2].count(0) for at in (0, 1)]
    return "UTF-16" if max(empty) * 16 > len(raw) and not min(empty) else ""


def _place_after(before: str, name: str) -> Place:
    lines = LINE_END.split(before)
    return Place(name, len(lines), len(lines[-1]) + 1)
