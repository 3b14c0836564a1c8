"""Steps of a hiring in one line: `I call you, then coffee, then half a day with us`."""

import re
from collections.abc import Sequence

from amjd.answers.going_on import rejoined
from amjd.interview.doubts.doubt import LONGEST
from amjd.text.patterns import compile_later

STEPS = "apply.steps"

_NEXT = (
    r"(?:then|after that|after this|afterwards|next(?=,| (?:we|you|i|comes|is)\b)|finally|lastly"
    r"|followed by|and at the end)"
)
_CUT = compile_later(
    rf"(?i)(?P<then>[\s,;.]+(?:(?:and|but) )?{_NEXT}\b(?:,|:)?\s+(?:(?:comes|there is|there'?s) )?)"
    r"|\s*(?:->|=>|\u2192|\s>\s)\s*|(?:^|[\s,;.]+)\d{1,2}[.)]\s+"
    r"|\s*;\s*|\.\s+(?=\w)|,(?!\d{3})\s*(?![^()]*\))(?:and (?!(?:if|when|once|only)\b))?"
)
_IF = compile_later(r"(?i)\b(?:if|when|once|unless|as soon as)\b[^,]*$")
# What says more of the step before it, or of all.
_OF_THE_LAST = compile_later(
    r"(?i)(?:all|both|each|which|who|where|if|when|once|unless|and|or|so|but|because|with|without|within"
    r"|usually|about|around|in|on|at|by|for|no|paid|unpaid|mostly|probably|maybe)\b"
    r"|(?:\d+|an?|one|two|half an)[ -]?(?:(?:to |- ?)?\d+ ?)?(?:min(?:ute)?s?|h(?:ou)?rs?)$"
)


def steps_in(typed: str) -> tuple[str, ...]:
    """Part a line into its steps, without the words that lead from one to the next.

    It is one where nothing but commas stands between its parts.
    """
    if len(typed) > LONGEST or not any(_leads(cut) for cut in _CUT.finditer(typed)):
        return (typed,)
    parts, at, is_led = list[str](), 0, True
    for cut in [*_CUT.finditer(typed), None]:
        start, end = cut.span() if cut else (len(typed), len(typed))
        # If we get on, then you start: that is one step.
        if cut and cut["then"] and _IF.search(typed[at:start]):
            continue
        text = typed[at:start].strip(" ,;.")
        if cut and is_led and not _leads(cut) and _IF.match(text):
            continue  # then, if it fits, a day with us
        if text and parts and not is_led and _OF_THE_LAST.match(text):
            parts[-1] += f", {text}"
        elif text:
            parts.append(text)
        at, is_led = end, bool(cut and _leads(cut))
    return tuple(parts)


def without_rounds(parts: Sequence[str]) -> tuple[str, ...]:
    """Put how often a step comes behind it: `we interview you, two rounds` is one."""
    return rejoined(parts, _ROUNDS.fullmatch)


_ROUNDS = compile_later(
    r"(?i)(?:(?:in|over|usually|about|up to|at most) )*(?:\d|one|two|three|four|a couple of|a few)"
    r"(?: ?(?:-|to|or) ?(?:\d|two|three|four))?"
    r" (?:rounds?|times?|calls?|meetings?|interviews?|stages?)(?: (?:in all|total|each|max))?"
)


def _leads(cut: re.Match[str]) -> bool:
    """Whether a cut leads to a next step: by a word, an arrow, a number or a stop."""
    return bool(re.search(r"[^\s,]", cut[0])) and cut[0].strip(" ,").lower() != "and"
