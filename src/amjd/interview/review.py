"""The review: every answer at a glance, any of them to change, and the last yes."""

from amjd import flow
from amjd.asker import Asked, Asker, Signal
from amjd.flow import Question, applicable
from amjd.interview.asides import say
from amjd.interview.choosing import fitting, offer_all
from amjd.interview.kept import Kept
from amjd.interview.preview import preview

REVIEW, BACK, DONE, NEEDED = "review", "back", "done", "needed"
"""Where to go that is no field: the review again, back from it, the end, what is still needed."""


def review(kept: Kept, asker: Asker) -> str:
    """Show every answer; return where to go: DONE after the last yes."""
    words = flow.wizard()["review"]
    fields = applicable(kept.answers())
    asker.tell(words["title"])
    asker.review([_template_row(kept), *(_row(kept, field) for field in fields)])
    question = Question("review", words["title"], words["question"], words["why"])
    while not (reply := asker.ask(Asked(question))).signal and reply.text.strip() in ("p", "P"):
        asker.tell(preview(kept))
    if reply.signal:
        return BACK if reply.signal is Signal.BACK else REVIEW
    said = reply.text.strip().lower()
    if said in ("y", "yes"):
        return _finish(kept, asker)
    if said == "0":
        offer_all(kept, asker)
    elif said in (numbers := [str(number) for number in range(1, len(fields) + 1)]):
        return fields[numbers.index(said)]
    else:
        asker.tell(words["unknown"])
    return REVIEW


def _template_row(kept: Kept) -> tuple[str, str]:
    words = flow.wizard()["template"]
    return words["label"], kept.answers().template or f"{fitting(kept)} ({words['fits']})"


def _row(kept: Kept, field: str) -> tuple[str, str]:
    words, empty = flow.wizard()["review"], ""
    if kept.is_open(field):
        empty = words["open"]
    elif field in kept.missing():
        empty = words["needed"]
    return flow.questions()[field].label, kept.current(field) or empty


def _finish(kept: Kept, asker: Asker) -> str:
    missing = [field for field in flow.questions() if field in kept.missing()]
    if not missing:
        kept.replace(kept.sheet)
        return DONE
    labels = ", ".join(flow.questions()[field].label for field in missing)
    say(asker, "review", "missing", labels=labels)
    return NEEDED
