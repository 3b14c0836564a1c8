"""A place with what else is told in its line: `Cork, Ireland - hybrid 2 days a week, or remote`.

How people work there, in which hours, and how much they are out have fields of their own; what has
none is left out, and told.
"""

from collections.abc import Mapping

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so, told_left
from amjd.interview.kept import Kept
from amjd.interview.place import as_address, parted_place, region_at
from amjd.interview.place_line import parted_line
from amjd.interview.remote import REGIONS, remote_line
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital

PLACE, _WORKPLACE = "role.location", "role.workplace"
_DAYS, _TRAVEL, _ADDRESS = "role.office_days", "role.travel", "apply.address"


def with_workplace(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer a place beside how people work there, where one line tells both."""
    typed = "; ".join(values)
    if stop.fields != (PLACE,) or len(typed) > LONGEST:
        return None
    if found := _of_remote(kept, ask, typed):
        return found
    line = parted_line(kept, typed)
    if line.place != typed and not why_not(kept, answers := {PLACE: line.place, **line.told}):
        found = _offered(kept, ask, answers, ", ".join(line.rest), typed)
        return _with_typed(kept, ask, found, values) if line.is_loose else found
    said = parted_place(typed)
    place = as_address(kept, said.place) or said.place
    if said.place == typed or not region_at(kept, place):
        return _of_remote(kept, ask, typed, is_loose=True)
    answers = {PLACE: place}
    if said.workplace:
        answers[_WORKPLACE] = said.workplace
    # How many days, or from where else, is told beside a hybrid place alone.
    field = _TRAVEL if said.road else _DAYS if said.workplace == "hybrid" else ""
    if said.rest and field:
        answers[field] = with_capital(said.rest)
    if why_not(kept, answers):
        return None
    return _offered(kept, ask, answers, "" if field else said.rest, typed)


def _of_remote(kept: Kept, ask: Ask, typed: str, is_loose: bool = False) -> Doubt | None:
    """Offer a place with where its remote work may be done: `in Denver but remote, US only`."""
    if (line := remote_line(kept, typed, is_loose)) is None:
        return None
    answers: dict[str, Answer] = {PLACE: line.place, _WORKPLACE: "remote"}
    if line.regions:
        answers[REGIONS] = [*line.regions]
    return None if why_not(kept, answers) else _offered(kept, ask, answers, line.rest, typed)


def _with_typed(kept: Kept, ask: Ask, found: Doubt, values: Values) -> Doubt:
    """Let a place stand with its street and what is said of it, and say where the street goes."""
    told = found.then["keep"]
    street = told.answers.get(_ADDRESS, "") if isinstance(told, Meant) else ""
    note = kept.words.doubts.street.format(street=street) if street else ""
    note = " ".join(filter(None, [note, found.ask.note]))
    then: Rows = {"keep": told, "typed": values}
    return read_so(kept, ask, then, found.ask.why, "; ".join(values), note)


def _offered(kept: Kept, ask: Ask, answers: Mapping[str, Answer], left: str, typed: str) -> Doubt:
    note = told_left(kept.words.doubts, [left])
    printed = {field: text for field, text in answers.items() if field != _ADDRESS}
    return read_so(kept, ask, {"keep": Meant(answers)}, lines_with(kept, printed), typed, note)
