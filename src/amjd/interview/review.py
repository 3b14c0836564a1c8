"""The review: every answer at a glance, any of them to change, and the last yes.

The answers are the interview's; a finished posting is not looked at here.
"""

from amjd.asker import Asked, Asker, Signal
from amjd.interview.choosing import fitting, offer_all
from amjd.interview.kept import Kept
from amjd.interview.preview import preview

REVIEW, LEAVE, DONE, NEEDED = "review", "leave", "done", "needed"
"""Where to go that is no field: the review again, back from it, the end, what is still needed."""


def review(kept: Kept, asker: Asker) -> str:
    """Show every answer; return where to go: DONE after the last yes."""
    words = kept.words.review
    fields = kept.applicable()
    asker.tell(words.title)
    asker.review([_template_field_row(kept), *(_field_row(kept, field) for field in fields)])
    while not (reply := asker.ask(Asked(words.ask))).signal and reply.text.strip() in ("p", "P"):
        asker.tell(preview(kept))
    if reply.signal:
        return LEAVE if reply.signal is Signal.BACK else REVIEW
    said = reply.text.strip().lower()
    if said in ("y", "yes"):
        return _finish(kept, asker)
    if said == "0":
        offer_all(kept, asker)
    elif said in (numbers := [str(number) for number in range(1, len(fields) + 1)]):
        return fields[numbers.index(said)]
    else:
        asker.tell(words.unknown)
    return REVIEW


def _template_field_row(kept: Kept) -> tuple[str, str]:
    words = kept.words.decision
    return words.template.label, kept.answers().template or f"{fitting(kept)} ({words.fits})"


def _field_row(kept: Kept, field: str) -> tuple[str, str]:
    words, empty = kept.words.review, ""
    if kept.is_open(field):
        empty = words.open
    elif field in kept.missing():
        empty = words.needed
    return kept.questions[field].label, kept.current(field) or empty


def _finish(kept: Kept, asker: Asker) -> str:
    missing = [field for field in kept.questions if field in kept.missing()]
    if not missing:
        kept.replace(kept.sheet)
        return DONE
    labels = ", ".join(kept.questions[field].label for field in missing)
    asker.tell(kept.words.review.missing.format(labels=labels))
    return NEEDED
