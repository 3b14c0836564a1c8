"""How much travel, in a word that tells nothing beside how often: `Some, at clients monthly`."""

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

TRAVEL = "role.travel"


def without_some(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer how often somebody travels without `some` before it, which a label says already."""
    typed = "; ".join(values)
    found = _SOME.match(typed) if stop.fields == (TRAVEL,) and len(typed) <= LONGEST else None
    if not found or not _HOW_OFTEN.search(typed, found.end()):
        return None
    rest = with_capital(typed[found.end() :].strip(" )"))
    if why_not(kept, {TRAVEL: rest}):
        return None
    note = kept.words.doubts.left.format(words=found["some"])
    line = line_with(kept, TRAVEL, {TRAVEL: rest})
    return read_so(kept, ask, {"keep": (rest,), "typed": values}, line, typed, note)


_SOME = compile_later(
    r"(?i)(?P<some>(?:(?:yes|yeah|yep|sure),? )?(?:(?:there(?:'s| is)|just|only|maybe) ){0,2}"
    r"(?:some|a bit|a little|a fair bit|a fair amount|not (?:much|a lot|too much))"
    r"(?: of)?(?: (?:travel|travell?ing|driving))?)(?:[,;:]| [-\u2013\u2014]|(?= \()) ?\(?(?=\w)"
)
_HOW_OFTEN = compile_later(
    r"(?i)\d|\b(?:once|twice|one|two|three|few|couple|daily|weekly|monthly|quarterly|yearly|every"
    r"|each|per|an? (?:day|week|month|quarter|year))\b"
)
