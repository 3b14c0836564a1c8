"""Years of experience that two answers ask for: a must of the owner's own, and the years alone."""

from collections.abc import Sequence

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.shorthand import written_out
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

MUSTS, YEARS, IN = "role.required", "role.years", "role.years_in"
_TOLD = compile_later(
    rf"(?i)(?:\d|\b(?:{'|'.join(SMALL_NUMBERS[1:])}))[ +-]{{0,3}}(?:or more )?"
    r"(?:years?|yrs?)\b(?!['\u2019]? (?:old|of age|ago|warranty))"
)


def told_twice(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask which shall stand where a must tells years, and the years are told alone too."""
    if len(stop.fields) != 1 or not values or values == ask.current:
        return None
    if stop.fields[0] == YEARS:
        musts, years = kept.items(MUSTS), values[0]
    elif stop.fields[0] == MUSTS:
        musts, years = [*values], kept.current(YEARS)
    else:
        return None
    must = next((one for one in musts if len(one) <= LONGEST and _TOLD.search(one)), "")
    given: dict[str, Answer] = {YEARS: years, MUSTS: musts}
    if not (must and years) or why_not(kept, given):
        return None
    return _which(kept, ask, given, musts, must)


def _which(
    kept: Kept, ask: Ask, given: dict[str, Answer], musts: Sequence[str], must: str
) -> Doubt:
    others = [one for one in musts if one != must]
    then: Rows = {
        "keep": Meant(given),
        "must": Meant({MUSTS: [*musts], YEARS: "", IN: ""}),
        "years": Meant({YEARS: given[YEARS], MUSTS: others or ""}),
        "again": Signal.BACK,
    }
    line = line_with(kept, YEARS, given)
    question = kept.words.doubts.years.filled(must=written_out(must), years=line)
    return listed(ask, question, then, {"keep": f"{must}; {line}", "must": must, "years": line})
