"""Why a field has no answer, or who gave it, as a comment in a file: beside it, or far from it."""

import re
from collections.abc import Mapping

from amjd.sources.sheet import ASSUMED, OPEN, SETTLED, SKIPPED, Span, Steps
from amjd.text.patterns import compile_later

_OF_ANSWERS = (SETTLED, ASSUMED)
_ALL = (OPEN, SKIPPED, *_OF_ANSWERS)
_ANY = "|".join(_ALL)
_SIGNS = tuple(f"# {remark}" for remark in _ALL)
BESIDE = compile_later(rf"[ \t]*# ({_ANY})(?=[ \t]*(#|[\r\n]|$))")
# What ^ and $ mean, where a line may end in a carriage return alone.
_OPENS, _ENDS = r"(?<![^\r\n])", r"(?![^\r\n])"
_FAR = rf"{_OPENS}# ({_ANY}): {{field}}{_ENDS}"


def remarks_in(text: str, spans: Mapping[Steps, Span]) -> dict[str, str]:
    """Return the fields with a remark of ours for them, which tells of a value or of none."""
    if not any(map(text.__contains__, _SIGNS)):
        return {}
    far = re.findall(_FAR.format(field="([a-z_.]+)"), text)
    found = {field: remark for remark, field in far}
    for steps, span in spans.items():
        field = ".".join(map(str, steps))
        if match := BESIDE.match(text, span.end):
            found[field] = match[1]
        if not _tells(found.get(field, ""), steps, is_answered=span.start < span.end):
            found.pop(field, None)
    return found


def _tells(remark: str, steps: Steps, *, is_answered: bool) -> bool:
    """Whether a remark is one for the field beside which it stands; a section has none."""
    is_of_answer = remark in _OF_ANSWERS
    return len(steps) > 1 and is_of_answer if is_answered else not is_of_answer


def far_remark(remark: str, field: str) -> str:
    """Write a remark for a line of its own: braces leave no place beside the value."""
    return f"# {remark}: {field}"


def without_far_remark(text: str, field: str) -> str:
    """Take the line with a remark for a field away."""
    return re.sub(rf"{_FAR.format(field=re.escape(field))}(\r\n|\r|\n)?", "", text)
