"""What the law of a place asks postings to state, and the questions under which that belongs."""

from amjd.answers.places.countries import region_name, to_be_stated
from amjd.answers.places.place import region_in
from amjd.documents.document import lines_of, text_of
from amjd.interview.kept import Kept
from amjd.review.statements import on_screening, on_vacancy

OPENING, STEPS = "role.opening", "apply.steps"
_WHAT = {OPENING: "vacancy", STEPS: "ai"}
_SAYS = {OPENING: on_vacancy, STEPS: on_screening}


def asking_for(kept: Kept, field: str) -> str:
    """Name the place whose law asks for what belongs under a question, and is said nowhere yet."""
    answers = kept.answers()
    role, employees = answers.role, answers.company.employees
    if field not in _WHAT or not (role.regions or role.location):
        return ""
    regions = role.regions or region_in(role.location or "")
    asking = (code for code in regions if _WHAT[field] in to_be_stated(code, employees))
    place = next(asking, "")
    if not place:
        return ""
    lines = "\n".join(map(text_of, lines_of(kept.drafted(answers).document.blocks))).lower()
    return "" if _SAYS[field](lines) else region_name(place)
