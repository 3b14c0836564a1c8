"""Words beside the one figure that is printed: `I'd ride along for about 6 weeks`."""

import re
from typing import NamedTuple

from amjd.interview.doubts.doubt import LONGEST
from amjd.text.numerals import SMALL_NUMBERS, TEENS, TENS
from amjd.text.patterns import compile_later

FIGURES = ("role.handover_weeks", "role.juniors", "role.new_business", "company.employees")
"""What is a figure and nothing else in the posting, and no share of clients that are kept."""


class Beside(NamedTuple):
    """What stands beside a figure, and what says that it is about so much."""

    words: str
    about: str


_NUMBER = rf"(?:\d[\d.,]*|{'|'.join((*SMALL_NUMBERS[1:], *TEENS, *TENS))}|an?(?= (?:week|month)))"
_UNIT = (
    r"(?:weeks?|wks?|months?|%|percent|per cent|people|persons?|employees?|staff|of us|heads?"
    r"|(?:junior )?(?:account managers?|ams?)|juniors?)"
)
_FIGURE = compile_later(
    rf"(?i)(?<![\w.,])(?:{_NUMBER}\s*(?:-|\u2013|to|or)\s*)?{_NUMBER}(?![\w])(?:\s*-?\s*{_UNIT}(?!\w))?"
    r"(?: (?:of|on) (?:the|my|our|your|their) (?:time|week)\b)?"
)
_ABOUT = compile_later(
    r"(?i)(?:(?:^|(?<=[\s,;]))(?:about|around|roughly|approximately|approx\.?|circa|ca\.|maybe|like|say"
    r"|some|up to|at least|at most|no more than|over|under|more than|less than)|~)\s*$"
)
_OR_SO = compile_later(
    r"(?i)^\s*(?:-?ish|or so|or more|or less|plus(?! \w)|max(?:imum)?|minimum|at most)\b"
)
# What leads to a figure, and says no more than that it is the answer.
_LEADING = compile_later(
    r"(?i)(?:(?:^|(?<=[\s,;]))(?:for|over|in|within|the|first|during|takes?|last|of|to|is|it'?s|be|your|a)"
    r"[\s,;:]*)+$"
)
_FILLER = compile_later(
    r"(?i)(?:\b(?:we|i|it|you|they|there|do|does|it'?s|i'?d|we'?d|we'?re|is|are|be|will|would|should"
    r"|have|has|take[sn]?|think|guess|say|so|probably|maybe|in|the|first|for|of|all|total|team|coach"
    r"|and|only|just)\b[\s,.;:!]*)*"
)


def beside_figure(typed: str) -> Beside:
    """Find what stands beside the first figure of a line, without what merely leads to it.

    Of a line in which nobody looks for one that is all of it.
    """
    found = _FIGURE.search(typed) if len(typed) <= LONGEST else None
    if not found:
        return Beside("" if len(typed) <= LONGEST else typed, "")
    before, behind = typed[: found.start()], typed[found.end() :]
    signs = (_ABOUT.search(before), _OR_SO.match(behind))
    before = before[: signs[0].start()] if signs[0] else before
    behind = behind[signs[1].end() :] if signs[1] else behind
    sides = (_bare(_LEADING.sub("", before.rstrip())), _bare(behind))
    about = next((one[0].strip(" -") for one in signs if one), "")
    return Beside(", ".join(filter(None, sides)), about)


def _bare(text: str) -> str:
    text = re.sub(r"(?i)^(?:and|but) ", "", text.strip(" ,;:.()!-\u2013\u2014"))
    return "" if _FILLER.fullmatch(text) else text


# -- that there is none of it ----------------------------------------------------------------------

_NO = r"(?:none|nope|no|never|not|nothing|zero|(?:is|are|wo|do|does)n['\u2019]?t)"
_NONE = compile_later(rf"(?i)\b{_NO}\b(?! (?:more|less|over|under|above|below)\b)")
_NONE_FIRST = compile_later(rf"(?i){_NO}(?: (?:at all|really|of it))?(?:$|[,;.(\u2013\u2014]| -)")
_CLAUSE = compile_later(
    r"(?i)\s*(?:[,;(\u2013\u2014]|\.(?!\d)|\s-\s"
    r"|\b(?:but|because|bc|since|as|cos|though|although|so|and)\b)\s*"
)


def is_none(typed: str) -> bool:
    """Whether a share is told as none at all: by its first word, or by one beside no figure."""
    is_figure = any(char.isdigit() for char in typed)
    return bool(_NONE_FIRST.match(typed) or (not is_figure and _NONE.search(typed)))


def beside_none(typed: str) -> str:
    """Return what is said beside that there is none: `sales do that` of `none, sales do that`."""
    found = _NONE.search(typed)
    if not found or len(typed) > LONGEST:
        return typed
    cuts = [0, *(one.end() for one in _CLAUSE.finditer(typed)), len(typed)]
    ends = [*(one.start() for one in _CLAUSE.finditer(typed)), len(typed)]
    at = next(at for at, end in enumerate(ends) if found.start() < end)
    before = typed[: ends[at - 1]] if at else ""
    behind = typed[cuts[at + 1] :]
    return ", ".join(filter(None, (_bare(before), _bare(behind))))
