"""Two answers of a list in one line: `service contracts, and beans they just order`."""

from amjd.asker import Ask, Row, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Rows, Values, beside
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import understand


def of_several(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask which is meant where the cure names some of the list; Enter takes none of them."""
    typed = "; ".join(values)
    is_asked = ask.kind == "pick" and len(stop.fields) == 1 and len(typed) <= LONGEST
    if not is_asked or not understand(kept, stop, values).refused:
        return None
    field = stop.fields[0]
    forms = [form for fault in kept.faults_with({field: typed}) for form in fault.forms]
    named = [row for row in ask.rows if row.value in forms]
    if not 2 <= len(named) < len(ask.rows):
        return None
    words = kept.words.doubts
    question = words.which.filled(typed=typed, home=words.in_words.get(field, ""))
    rows = [
        Row(row.value, row.label, row.help, left=line_with(kept, field, {field: row.value}))
        for row in named
    ]
    then: Rows = {row.value: (row.value,) for row in named}
    again = next(one for one in question.choices if one.value == "again")
    rows.append(Row(again.value, again.label, again.help))
    asked = Ask(ask.screen, "pick", ask.fields, question.question, tuple(rows))
    return Doubt(beside(asked, ask, question.why, None), {**then, again.value: Signal.BACK})
