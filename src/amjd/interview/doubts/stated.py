"""What is asked of an answer that does not state what the law of the place asks for there."""

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, listed
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.statements import OPENING, STEPS, asking_for
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital


def unstated(kept: Kept, stop: Stop, ask: Ask) -> Doubt | None:
    """Ask what to state beside an answer that was just kept; Enter alone adds nothing."""
    field = stop.fields[0] if len(stop.fields) == 1 else ""
    place = asking_for(kept, field) if field and kept.current(field) else ""
    if not place:
        return None
    words = kept.words.asking
    question = (words.vacancy if field == OPENING else words.screening).filled(place=place)
    then: Rows = {"keep": Meant({}), "again": Signal.BACK}
    for choice in question.choices:
        if choice.value in ("yes", "no"):
            then[choice.value] = Meant({field: _with(kept, field, choice.help)})
    return listed(ask, question, then, {})


def _with(kept: Kept, field: str, sentence: str) -> Answer:
    """Return an answer with a statement: before what was typed, or as the last step."""
    if field == STEPS:
        return [*kept.items(field), sentence.rstrip(".")]
    return f"{sentence} {with_capital(kept.current(field))}"
