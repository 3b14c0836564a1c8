"""What would make the posting better: the extras, of which only those that are ticked are asked."""

from amjd.asker import Ask, Row, Signal
from amjd.interview.answering import Taken
from amjd.interview.doubts.doubt import Doubt, Rows, Values, listed
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.statements import asking_for
from amjd.interview.way import AROUND, EXTRAS, in_step, open_extras, was_taken
from amjd.path import Extra
from amjd.sources.sheet import SKIPPED
from amjd.sources.yaml_edit import with_answer
from amjd.text.characters import joined


def offer(kept: Kept) -> Ask:
    """Make the list; whoever comes back to it finds ticked what was not passed over."""
    words, found = kept.words.adding, open_extras(kept)
    rows = tuple(Row(one.field, kept.label(one.field), _adds(kept, one)) for one in found)
    ticked = [one.field for one in found if not kept.is_seen(one.field)] if was_taken(kept) else []
    ticked += [one.field for one in found if one.field in kept.offers and one.field not in ticked]
    few = kept.questions.path.few
    # What is ticked is seen, and one row or two are no others.
    is_short = len(rows) <= few + 2 or any(row.value in ticked for row in rows[few:])
    ask = Ask(
        EXTRAS, "tick", (EXTRAS,), words.extras.question, rows, ticked=tuple(ticked),
        why="" if kept.open_fields() else words.extras.why,
        more=words.extras.more,
        signals=AROUND, few=0 if is_short else few,
    )  # fmt: skip
    return in_step(kept.questions, Stop(EXTRAS, EXTRAS), ask)


def _adds(kept: Kept, extra: Extra) -> str:
    place = asking_for(kept, extra.field)
    return kept.words.asking.law_asks.format(place=place) if place else extra.adds


def unticked(kept: Kept, ask: Ask, ticked: Values) -> Doubt | None:
    """Ask whether what stood ticked is to be left out: a number typed once more unticks it."""
    gone = [row for row in ask.rows if row.value in ask.ticked and row.value not in ticked]
    if not gone:
        return None
    labels = joined([f'"{row.label}"' for row in gone], "and")
    rows = (row.value for row in ask.rows)
    both = tuple(one for one in rows if one in ticked or one in ask.ticked)
    then: Rows = {"keep": both, "out": ticked, "again": Signal.BACK}
    return listed(ask, kept.words.adding.unticked.filled(labels=labels), then, {})


def take(kept: Kept, ticked: tuple[str, ...]) -> Taken:
    """Mark those that are not wanted as skipped, and ask the others, in one save."""
    sheet = kept.sheet
    for extra in open_extras(kept):
        field, is_wanted = extra.field, extra.field in ticked
        if not is_wanted:
            kept.offers.pop(field, None)
        if not is_wanted and not kept.is_seen(field):
            sheet = with_answer(sheet, field, "", SKIPPED)
        elif is_wanted and field in sheet.remarks:
            sheet = with_answer(sheet, field, "")
    if sheet.text != kept.sheet.text:
        kept.replace(sheet)
    return Taken()
