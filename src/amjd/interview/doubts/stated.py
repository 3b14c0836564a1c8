"""What is asked of an answer that does not state what the law of the place asks for there."""

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.statements import OPENING, STEPS, asking_for
from amjd.interview.understanding import why_not
from amjd.review.statements import on_screening
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later


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


def statement_apart(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Show apart what stands behind a step and says who screens: `an offer, no AI screening`."""
    if stop.fields != (STEPS,) or values == ask.current:
        return None
    parts = tuple(part for one in values for part in _parted(one))
    if parts == values or why_not(kept, {STEPS: [*parts]}):
        return None
    rows: Rows = {"apart": parts, "one": values, "again": Signal.BACK}
    left = {"apart": " \u00b7 ".join(parts), "one": " \u00b7 ".join(values)}
    question = kept.words.doubts.several.filled(count=len(parts), parts=left["apart"])
    return listed(ask, question, rows, left)


_LAST = compile_later(r"(?P<step>.+)(?:[,;.]| [-\u2013])(?: and)? (?P<said>.+)")


def _parted(step: str) -> list[str]:
    found = _LAST.fullmatch(step) if len(step) <= LONGEST else None
    if not found or not on_screening(found["said"].lower()) or on_screening(found["step"].lower()):
        return [step]
    return [found["step"], with_capital(found["said"])]
