"""Base pay with what else of the pay stands in its line: `45k base, OTE 60k`."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from amjd.answers.amounts import Money
from amjd.answers.fields import FIELDS
from amjd.answers.kinds import Context
from amjd.answers.money import NONE, PRIVATE
from amjd.asker import Ask
from amjd.interview.currency import with_code
from amjd.interview.doubts.bonus import every_way, which
from amjd.interview.doubts.doubt import Doubt, Values
from amjd.interview.doubts.terms import FIELD
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.understanding import understand
from amjd.sources.sheet import Answer
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

BASE = "pay.base"


class _Line(NamedTuple):
    """Base pay, what comes on top of it, and what is no pay."""

    base: str
    on_top: str
    rest: str


def with_more(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer base pay beside what comes on top of it, where one line tells both."""
    if stop.fields[:1] != (BASE,) or not understand(kept, stop, values).refused:
        return None
    line = _parted(with_code(BASE, " ".join("; ".join(values).split())))
    if line is None or not line.on_top:
        return None
    bases = (understand(kept, stop, (text,)) for text in (line.base, f"{line.base}k"))
    base = next((one.answers for one in bases if not one.refused), None)
    if base is None:
        return None
    left = kept.words.doubts.left.format(words=line.rest) if line.rest else ""
    ways = [
        way._replace(
            answers={**base, **_new(kept, way.answers)},
            note=" ".join(filter(None, [way.note, left])),
        )
        for way in every_way(kept.beside(base), line.on_top)
    ]
    return which(kept, ask, ways)


def _new(kept: Kept, answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Return what is told of a bonus; that there is one is no news beside what is known of it."""
    is_known = kept.answers().pay.variable not in (None, NONE)
    return {} if is_known and answers == {FIELD: PRIVATE} else answers


# A comma or a hyphen within a figure parts nothing, nor does the slash of a period.
_JOINTS = compile_later(
    r"(?i)\s*(?:,(?!\d{3})|[;&|()]|\+(?=\s*\S)|\b(?:plus|with)\b|\s[-\u2013\u2014]\s(?!\W?\d)"
    r"|/(?=\s?\W?\d))\s*"
)
_OF_PAY = compile_later(
    r"(?i)\bote\b|commission|bonus|\bon[- ]target\b|\bat[- ]target\b|\ball[- ]in\b|\bin all\b"
    r"|\btotal\b|\bpackage\b|%|per ?cent|\buncapped\b|\bcapped\b|incentive|profit|\bpaid\b"
)
_BASE_WORD = compile_later(r"(?i)\b(?:basic|base)(?: (?:salary|pay|wages?))?\b|\bsalary\b")
_JOINED = compile_later(r"(?i)^(?:and|or|plus|with)\b\s*|\s*\b(?:and|plus|with)$|[\s.]+$")


def _parted(text: str) -> _Line | None:
    """Part a line at what joins its parts; None where no part is base pay."""
    parts = [part for part in _JOINTS.split(text) if part]
    heads = [_headed(part) for part in parts]
    found = [at for at, (base, _) in enumerate(heads) if base]
    marked = [at for at in found if _BASE_WORD.search(parts[at])]
    if not found:
        return None
    at = (marked or found)[0]
    base, behind = heads[at]
    others = [*parts[:at], behind, *parts[at + 1 :]]
    told = [_JOINED.sub("", one) for one in others]
    on_top = ", ".join(one for one in told if _OF_PAY.search(one))
    rest = ", ".join(one for one in told if one and not _OF_PAY.search(one))
    return _Line(base, on_top, rest)


def _headed(part: str) -> tuple[str, str]:
    """Return the amount that a part opens with, and what stands behind it; nothing if none.

    An amount that is told as the whole pay is none: `60k OTE`.
    """
    words = part.split(" ")
    for cut in range(len(words), 0, -1):
        head = _JOINED.sub("", _BASE_WORD.sub("", " ".join(words[:cut])).strip(" :"))
        head = re.sub(r"(?i)^(?:of|is) ", "", head.strip())
        if not _reads(head):
            continue
        behind = " ".join(words[cut:])
        is_whole = cut < len(words) and _WHOLE.match(behind) and not re.search(r"\d", behind)
        return ("", "") if is_whole or _OF_PAY.search(head) else (head, behind)
    return "", ""


_WHOLE = compile_later(r"(?i)(?:ote|on|at|all|in|total|package)\b")


def _reads(text: str) -> bool:
    """Whether a text is an amount that base pay may be."""
    try:
        return isinstance(FIELDS[BASE].kind.read(text, Context(None)), Money)
    except UnreadableError:
        return False
