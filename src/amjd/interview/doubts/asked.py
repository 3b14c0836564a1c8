"""What is asked about an answer: money comes before all else, and may be in another currency."""

import unicodedata
from collections.abc import Iterable, Mapping

from amjd.answers.pay.currencies import in_capitals, is_mark
from amjd.asker import Ask, Row
from amjd.interview.currency import AMOUNTS, CURRENCY, is_known, name_of
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values
from amjd.interview.doubts.numbers.years import told_twice
from amjd.interview.doubts.pay.money import about_money
from amjd.interview.doubts.typed import doubt
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import understand
from amjd.sources.sheet import ASSUMED, Answer


def asked_about(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Find what is to be asked about an answer, of which money comes before all else."""
    found = (
        about_money(kept, stop, ask, values)
        or doubt(kept, stop, ask, values)
        or told_twice(kept, stop, ask, values)
    )
    is_amount = stop.fields and stop.fields[0] in AMOUNTS
    if not (found and is_amount and _yes(found)) or is_known(kept.sheet) or _is_signed(values):
        return found
    return _in_others(kept, stop, ask, values, found)


_OTHERS = ("GBP", "EUR")


def _yes(found: Doubt) -> str:
    """Return the row that takes an amount as it was meant: a yes, or the year as its period."""
    first = found.ask.rows[0].value
    return first if first in ("keep", "year") else ""


def _in_others(kept: Kept, stop: Stop, ask: Ask, values: Values, found: Doubt) -> Doubt:
    """Offer an amount in other currencies too, where nobody has said which it is in."""
    rows, then = list[Row](), Rows()
    for code in _OTHERS:
        trial = kept.beside({CURRENCY: code})
        answers = _kept_by(trial, stop, doubt(trial, stop, ask, values))
        if answers and (line := line_with(trial, stop.fields[0], answers)):
            words = kept.words.money
            label = words.meant_in.format(currency=name_of(code, words.names))
            if _yes(found) == "year":
                label = f"{found.ask.rows[0].label}, {label[:1].lower()}{label[1:]}"
            rows.append(Row(code, label, line, left=line))
            then[code] = Meant({**answers, CURRENCY: code}, _next(found))
    if not rows:
        return found
    yes, *rest = found.ask.rows
    keep = Meant(_kept_by(kept, stop, found), _next(found), remark=ASSUMED)
    first = {_yes(found): keep} if _is_signed(keep.answers.values()) else {}
    asked = found.ask._replace(rows=(yes, *rows, *rest))
    return Doubt(asked, {**found.then, **first, **then})


def _next(found: Doubt) -> str:
    """Return the field that is asked next after a yes."""
    way = found.then.get(_yes(found))
    return way.then if isinstance(way, Meant) else ""


def _kept_by(kept: Kept, stop: Stop, found: Doubt | None) -> Mapping[str, Answer]:
    """Return the answers that a yes to what is asked about an answer keeps."""
    way = found.then.get(_yes(found)) if found else None
    if isinstance(way, Meant):
        return way.answers
    understood = understand(kept, stop, way) if isinstance(way, tuple) else None
    return understood.answers if understood and not understood.refused else {}


def _is_signed(values: Iterable[Answer]) -> bool:
    """Whether a sign, a code or a name of a currency stands in what was typed."""
    text = " ".join(map(str, values))
    words = [word for word in text.split() if len(word) > _FEW]
    is_named = any(is_mark(word) or in_capitals(word) for word in words)
    return is_named or any(unicodedata.category(char) == "Sc" for char in text)


_FEW = 2  # letters, which may be a word of any kind
