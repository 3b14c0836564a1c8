"""Lines cut apart where sentences, headings or bullets were glued together, or too long.

Job boards drop the breaks of what is pasted: "growingCommunicate", "50%General", "us.Duties:Call".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from amjd.review.raw import Kind, Raw, cut
from amjd.text.patterns import compile_later

_GLUE = compile_later(
    r"(?<=[a-z]{2}[.!?:;])(?=[A-Z][a-z])|(?<=[A-Z]{2}[.!?])(?=[A-Z][a-z])"
    r"|(?<=[.!?][\"”’])(?=[A-Z][a-z])|(?<=[a-z\d][)\]])(?=[A-Z][a-z]{2})"
    r"|(?<=[^A-Za-z][a-z]{3})(?=[A-Z][a-z]{2})|(?<=[a-z]{4})(?=[A-Z][a-z]{2})"
    r"|(?<=[A-Z]{3})(?=[A-Z][a-z]{2,20}[ :])|(?<=\d[\d%+K])(?=[A-Z][a-z])"
    r"|(?<=\S)(?= ?[•●▪◦➢] ?[A-Z])"
)
_TAIL = compile_later(r"[A-Za-z]+\Z")
# What opens a sentence or an item, so that even "CampusOur" is no name.
_WORDS = (
    r"(?:Our|We|You|Your|This|The|That|As|In|At|For|With|Be|Must|Ability|Able|Experience[ds]?"
    r"|Strong|Excellent|Proven|Knowledge|Work(?:ing)?|Manag\w{1,5}|Build(?:ing)?|Develop\w{0,3}"
    r"|Provid\w{1,3}|Support\w{0,3}|Prospect\w{0,3}|Responsib\w{1,7}|Requirements?|Qualifications?"
    r"|Benefits?|Compensation|Salary|Paid|Health|Dental|Vision|Life|Medical|Flexible|Travel"
    r"|Bachelors?|Minimum|Previous|Self|Team|Highly|Good|Great|Solid|Willing\w{0,4}|Location"
    r"|Reports?|Free|On)\b"
)
_OPENS = compile_later(_WORDS)
_OPENED = compile_later(rf"(?<=[a-z]{{2}})(?=[A-Z][a-z]{{2}}){_WORDS}")
_HEADINGS = compile_later(
    r"(?<=[.!?;)\"”•] )(?=(?:(?:Key|Main|Primary|Core|Your|Essential|Minimum|Preferred|Desired"
    r"|Basic|Job|Role|Position|Specific|Duties and|Skills and"
    r"|Education and) ){0,2}(?:Responsibilities|Duties|Requirements|Qualifications|Skills|Benefits"
    r"|Perks|Compensation|Accountabilities|Success Metrics|Experience|Location|Description|Summary"
    r"|Overview|About us)(?: (?:and|&) [A-Z][a-z]{2,14})?(?: include)?:)"
    r"|(?<=[.!?;)] )(?=(?:KEY |CORE |MAIN |JOB )?(?:RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS"
    r"|DUTIES|CORE FUNCTIONS|BENEFITS|COMPENSATION)\b)"
)
# Two looks that cost little, since most lines have nothing glued.
_MAYBE = compile_later(r"[a-z.!?:;\"”’)\]0-9%+K][A-Z]|[A-Z]{3}[A-Z][a-z]|[•●▪◦➢]")
_CAPITALS = compile_later(r"[.!?;)] [A-Z]{4}")
_KEY = compile_later(r"[a-z]{2,20}[A-Z][A-Za-z]{1,20}:")  # a field's name, as in baseSalary:
_MARKS = compile_later(r"[ •●▪◦➢]*")
_LONGEST = 2000  # characters of a line; what is longer is cut at a space


def apart(raw: Raw) -> Iterator[Raw]:
    """Part a line where others were glued to it, and one that is too long."""
    cuts: set[int] = set()
    if _MAYBE.search(raw.text) and not _KEY.match(raw.text):
        cuts = {*_glued(raw), *_starts(_OPENED, raw)}
    if ":" in raw.text or _CAPITALS.search(raw.text):
        cuts.update(_starts(_HEADINGS, raw))
    for piece in _parted(raw, sorted(cuts)):
        yield from _parted(piece, _spaces(piece.text))


def _glued(raw: Raw) -> Iterator[int]:
    return (match.start() for match in _GLUE.finditer(raw.text) if _is_glue(raw.text, match))


def _starts(found: re.Pattern[str], raw: Raw) -> Iterator[int]:
    return (match.start() for match in found.finditer(raw.text))


def _is_glue(text: str, match: re.Match[str]) -> bool:
    """Whether words were glued, and are no name such as LinkedIn or HubSpot."""
    at = match.start()
    tail = _TAIL.search(text, max(0, at - 30), at)
    if tail is None or not tail[0][0].isupper() or tail[0].isupper():
        return True
    return bool(_OPENS.match(text, at))


def _parted(raw: Raw, cuts: Iterable[int]) -> list[Raw]:
    ends = [0, *cuts, len(raw.text)]
    if len(ends) == 2:
        return [raw]
    return [_piece(raw, start, end) for start, end in pairwise(ends)]


def _piece(raw: Raw, start: int, end: int) -> Raw:
    """Take a part; what was no heading becomes a bullet, since lists are what is glued."""
    start = min(end, _MARKS.match(raw.text, start).end()) if start else 0  # type: ignore[union-attr]
    kind: Kind = "bullet" if raw.kind == "text" else raw.kind
    return cut(raw, start, end)._replace(kind=kind, is_loud=False)


def _spaces(text: str) -> Iterator[int]:
    at = 0
    while len(text) - at > _LONGEST:
        space = text.rfind(" ", at, at + _LONGEST)
        at = space + 1 if space > at else at + _LONGEST
        yield at
