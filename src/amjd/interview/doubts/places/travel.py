"""How much travel, in a word that tells nothing beside how often: `Some, at clients monthly`."""

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
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


def with_days(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer days of work that were told as travel in the hours: `some Saturdays`."""
    typed = "; ".join(values)
    if stop.fields != (TRAVEL,) or len(typed) > LONGEST or not _WEEKEND.search(typed):
        return None
    parts = [part.strip(" .") for part in _JOINT.split(typed)]
    days = [part for part in parts if _DAYS.fullmatch(part)]
    rest = [part for part in parts if part and part not in days]
    if not days:
        return None
    told = {TRAVEL: ", ".join(rest), HOURS: ", ".join(filter(None, [kept.current(HOURS), *days]))}
    if why_not(kept, told):
        return None
    then: Rows = {"keep": Meant(told), "typed": values}
    hours = kept.reading(HOURS, told[HOURS])
    line = line_with(kept, TRAVEL, told) if rest else ""
    offer = read_so(kept, ask, then, ". ".join(filter(None, [line, hours])), typed)
    return offer._replace(ask=offer.ask._replace(at=None))


HOURS = "role.hours"
_WEEKEND = compile_later(r"(?i)\b(?:sat|sun|weekend|evening)")
_JOINT = compile_later(r"(?i)\s*[,;+]\s*|\s+(?:and|plus|&)\s+")
_DAYS = compile_later(
    r"(?i)(?:(?:also|maybe|possibly|with|work(?:ing)?) ){0,2}"
    r"(?:(?:some|(?:a )?few|(?:the )?odd|occasional|occasionally|sometimes|every (?:other|second"
    r"|third)|alternate|most|an?|one|two|1|2|the first|rotating)(?: of)? )?"
    r"(?:sat(?:urday)?s?|sun(?:day)?s?|weekends?|evenings?)"
    r"(?: (?:mornings?|afternoons?|evenings?|work|shifts?|sometimes|occasionally"
    r"|(?:a|per|each|every) (?:week|month|quarter))){0,2}"
)
_SOME = compile_later(
    r"(?i)(?P<some>(?:(?:yes|yeah|yep|sure),? )?(?:(?:there(?:'s| is)|just|only|maybe) ){0,2}"
    r"(?:some|a bit|a little|a fair bit|a fair amount|not (?:much|a lot|too much))"
    r"(?: of)?(?: (?:travel|travell?ing|driving))?)(?:[,;:]| [-\u2013\u2014]|(?= \()) ?\(?(?=\w)"
)
_HOW_OFTEN = compile_later(
    r"(?i)\d|\b(?:once|twice|one|two|three|few|couple|daily|weekly|monthly|quarterly|yearly|every"
    r"|each|per|an? (?:day|week|month|quarter|year))\b"
)
