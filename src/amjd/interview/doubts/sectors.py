"""A sector alone, `Health`: as a sentence says it, and of clients with a noun."""

from amjd.answers.names.sectors import in_a_sentence
from amjd.asker import Ask
from amjd.interview.doubts.doubt import Doubt, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not

SEGMENT = "portfolio.segment"
_FIELDS = (SEGMENT, "company.industry", "role.years_in")


def as_sector(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer a sector as English has it: `health care`, and for clients `health care clients`."""
    field = stop.fields[0] if len(stop.fields) == 1 else ""
    if field not in _FIELDS or len(values) != 1:
        return None
    said = in_a_sentence(values[0])
    if said and field == SEGMENT:
        said = f"{said} {kept.answers().portfolio.called or 'clients'}"
    if not said or said == values[0] or why_not(kept, {field: said}):
        return None
    line = line_with(kept, field, {field: said})
    return read_so(kept, ask, {"keep": (said,), "typed": values}, line, values[0])
