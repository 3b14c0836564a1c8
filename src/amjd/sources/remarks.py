"""Why a field has no answer, as a comment in a file: beside its empty value, or far from it."""

import re
from collections.abc import Mapping

from amjd.sources.sheet import OPEN, SKIPPED, Span, Steps
from amjd.text.patterns import compile_later

BESIDE = compile_later(rf"[ \t]*# ({OPEN}|{SKIPPED})(?=[ \t]*(#|[\r\n]|$))")
# What ^ and $ mean, where a line may end in a carriage return alone.
_OPENS, _ENDS = r"(?<![^\r\n])", r"(?![^\r\n])"
_FAR = rf"{_OPENS}# ({OPEN}|{SKIPPED}): {{field}}{_ENDS}"


def remarks_in(text: str, spans: Mapping[Steps, Span]) -> dict[str, str]:
    """Return the fields whose value is empty with a remark of ours for them."""
    if f"# {OPEN}" not in text and f"# {SKIPPED}" not in text:
        return {}
    far = re.findall(_FAR.format(field="([a-z_.]+)"), text)
    found = {field: remark for remark, field in far}
    for steps, span in spans.items():
        field = ".".join(map(str, steps))
        if span.start < span.end:
            found.pop(field, None)
        elif match := BESIDE.match(text, span.end):
            found[field] = match[1]
    return found


def far_remark(remark: str, field: str) -> str:
    """Write a remark for a line of its own: braces leave no place beside the value."""
    return f"# {remark}: {field}"


def without_far_remark(text: str, field: str) -> str:
    """Take the line with a remark for a field away."""
    return re.sub(rf"{_FAR.format(field=re.escape(field))}(\r\n|\r|\n)?", "", text)
