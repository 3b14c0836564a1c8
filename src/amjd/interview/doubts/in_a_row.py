"""A list of things, as a sentence has it: `QuickBooks, Sheets` is QuickBooks and Sheets."""

from amjd.text.characters import joined
from amjd.text.patterns import compile_later


def with_and(typed: str, longest: int = 3) -> str:
    """Put the "and" into a list of things, of so many words at most."""
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    # An "and" before another than the last: the spreadsheet, and QuickBooks, Slack.
    if len(parts) > 2 and any(map(_AND.match, parts[1:-1])):
        parts = [_AND.sub("", part) for part in parts]
        typed = ", ".join(parts)
    is_list = len(parts) > 1 and all(len(part.split()) <= longest for part in parts)
    is_list = is_list and not any(map(_SAYS_MORE.match, parts[1:]))
    return joined(parts, "and") if is_list and not _JOINED.search(typed) else ""


_AND = compile_later("(?i)(?:and|plus) ")
_JOINED = compile_later(r"(?i)\b(?:and|or|n)\b|&")
# What goes on with the part before it: `care homes, our bigger customers`.
_SAYS_MORE = compile_later(
    r"(?i)(?:our|my|the|those|these|mostly|mainly|usually|all|both|some|kept|run|stored|saved|used|by"
    r"|with|in|on|at|for|from|which|that|who|where|when)\b"
)

TOOL = 5
"""Words of a tool at most: a whiteboard on the wall."""
