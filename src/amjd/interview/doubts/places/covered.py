"""A place with the area that is covered from there: `Cleveland, covers northern Ohio`."""

from typing import NamedTuple

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.doubts.numbers.accounts import AREA
from amjd.interview.doubts.places.workplace import PLACE, with_workplace
from amjd.interview.kept import Kept
from amjd.interview.place import as_address
from amjd.interview.place_line import told_by
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.spelling import as_area, as_place
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later


class _Covered(NamedTuple):
    """A place as it was typed, and the area that is covered from it."""

    place: str
    area: str


def with_area(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer a place and the territory, where one line tells both."""
    typed = "; ".join(values)
    found = _covered(typed) if stop.fields == (PLACE,) and len(typed) <= LONGEST else None
    if found is None:
        return None
    line = with_workplace(kept, stop, ask, (found.place,))
    keep = line.then.get("keep") if line else None
    told: dict[str, Answer] = {PLACE: as_address(kept, found.place) or as_place(found.place)}
    if isinstance(keep, Meant):
        told = {**keep.answers}
    notes = [line.ask.note] if line else []
    known = kept.current(AREA)
    if not known:
        told[AREA] = found.area
    elif found.area.lower() not in known.lower():
        notes.append(kept.words.doubts.left.format(words=found.area))
    if why_not(kept, told):
        return None
    then: Rows = {"keep": Meant(told)}
    return read_so(kept, ask, then, lines_with(kept, told), typed, " ".join(filter(None, notes)))


def _covered(typed: str) -> _Covered | None:
    """Part a place from its area; None where the line does not tell both."""
    if not _CUE.search(typed):
        return None
    found = next(filter(None, (form.fullmatch(typed.strip(" .")) for form in _FORMS)), None)
    if found is None:
        return None
    rest = found.groupdict().get("rest") or ""
    place, *more = _CLAUSE.split(found["place"] + rest)
    area, *others = _CLAUSE.split(found["area"])
    # What tells of the work stands behind the area too: `covers Ohio, hybrid`.
    for one in others:
        is_of_work = bool(told_by(one))
        more += [one] * is_of_work
        area += "" if is_of_work else f", {one}"
    area = as_area(_THE.sub("", area))
    is_area = place and _PLACE_NAME.search(area) and not _CLIENTS.search(area)
    return _Covered(", ".join([place, *more]), area) if is_area else None


# The Northern Territory is a state.
_AREA = r"(?<!(?-i:Northern ))(?<!(?-i:Capital ))(?<!(?-i:Yukon ))territory"
_PLACE = r"(?:(?:based|office|job|located|home)(?: is)? (?:in|at|near|out of) )?(?P<place>\S.*?)"
_LEAD = r"(?:\s*[,;(/]|\s[-\u2013\u2014])\s*|\s+"
_WHO = (
    r"(?:(?:and|but|it|job|role|rep|person|you|they|we|who|which|that|will|to|also|mostly) ){0,4}"
)
_COVERS = (
    r"(?:(?:cover|serv|sell|responsible for)(?:s|es?|ing)?(?: (?:in|across|throughout|all over))?"
    rf"|(?:(?:the|our|with|its|a) )*(?:sales )?{_AREA}(?: is| of| covers| covering| includes|:)?)"
)
_CUE = compile_later(r"(?i)\b(?:cover|serv|sell|territory|responsible)")
_BASED = r"(?:based|home|office|located)(?: is)? (?:in|near|at|out of)"
_FORMS = (
    compile_later(
        rf"(?i)(?:(?:the|our) )?(?P<area>[^\W\d].*?) (?:sales )?{_AREA}"
        rf"(?:\s*[,;(]|\s[-\u2013\u2014])?\s*{_BASED} (?P<place>[^\W\d].*?)\)?"
    ),
    compile_later(rf"(?i){_PLACE}(?:{_LEAD}){_WHO}{_COVERS} (?P<area>[^\W\d].*?)(?: {_AREA})?\)?"),
    compile_later(
        rf"(?i){_PLACE}(?:{_LEAD})(?:(?:and|with|plus|&|for) )?(?:(?:the|a|our) )?"
        rf"(?P<area>(?<=[,;(/& ])[^\W\d][^,;]*?) (?:sales )?{_AREA}\)?(?P<rest>[,;].*)?"
    ),
)
_CLAUSE = compile_later(r"\s*[,;]\s*")
_THE = compile_later(r"(?i)^(?:all of |all )")
_PLACE_NAME = compile_later(
    r"\b[A-Z]|\b(?:north|south|east|west|mid|central)|\b(?:area|region|count(?:y|ies)|states?|cit(?:y|ies)"
    r"|coast|country|towns?)\b"
)
_CLIENTS = compile_later(
    r"(?i)\b(?:accounts?|clients?|customers?|companies|shops?|stores?|phones?)\b"
)
