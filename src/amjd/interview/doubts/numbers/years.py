"""Years of experience: with what they are in (`5-8 yrs in packaging`), and told in a must too.

What is no must may stand behind them: `3+ years SaaS, healthcare a plus`.
"""

from collections.abc import Mapping, Sequence

from amjd.answers.names.sectors import in_a_sentence
from amjd.answers.numbers.experience import asks_for_years
from amjd.answers.shorthand import written_out
from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed, read_so
from amjd.interview.doubts.people.pluses import PLUSES, as_plus, parts_of
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.numerals import SMALL_NUMBERS, in_digits
from amjd.text.patterns import compile_later

MUSTS, YEARS, IN = "role.required", "role.years", "role.years_in"

_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(SMALL_NUMBERS[1:])})"
_WITH_WORK = compile_later(
    r"(?i)(?:(?:we |i )?(?:want|need|ask for|someone with|somebody with|with) ){0,2}"
    r"(?P<about>(?:about|around|roughly|like|maybe|say) ){0,1}"
    r"(?P<years>(?:(?:at least|a minimum of|minimum|min\.?) )?"
    rf"{_NUMBER}(?: ?(?:-|\u2013|to|or) ?{_NUMBER})?(?: ?\+| or more| plus)?)"
    r"(?:[ -]?(?:years?|yrs?\.?)|(?= in ))(?P<least>\+| or more| plus)?['\u2019]?"
    r"(?: (?:of )?(?:work |working |relevant )?(?:experience|exp\.?))?"
    r"(?: ?[,:-])? (?:(?:of|in|with|doing|working in|work in|at) )?(?P<work>[^\W_].*)"
)
# What says how much they are wanted, or what may stand for them, is no work that they are in.
_NO_WORK = compile_later(
    r"(?i)\b(?:or|and|but|if|though|so|unless|is|are|was|would|should|not|no|old|preferable"
    r"|min(?:imum)?|max(?:imum)?|prefer(?:red|ably)?|required|must|plus|experience|at least|please"
    r"|depend(?:s|ing)|here|i|we|they|you|degree|diploma)\b"
    r"|^(?:most|least|tops|ideally|ok(?:ay)?|fine|good|great|enough|only|negotiable|us|probation|total|all"
    r"|(?:on|with|at|from) \w+|college|university|school)$"
)
_JOINED = compile_later(r"(?i)(?<=\w) (?:and|or) (?=[^\W\d])")


def with_work(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the years with what they are in, which is asked next, where one line tells both."""
    if stop.fields != (YEARS,) or (_telling(kept.items(MUSTS)) and len(values) == 1):
        return None
    typed = "; ".join(values)
    years, pluses = _with_pluses(kept, typed)
    answers = _parted(years) or ({YEARS: years} if pluses else {})
    if pluses:
        answers = {**answers, PLUSES: [*dict.fromkeys([*kept.items(PLUSES), *pluses])]}
    if not answers or why_not(kept, answers):
        return None
    line, about = line_with(kept, IN if IN in answers else YEARS, answers), _WITH_WORK.match(typed)
    line += f". {kept.reading(PLUSES, ' · '.join(pluses))}." * bool(pluses)
    lost = about["about"] if about else ""
    note = kept.words.doubts.left.format(words=lost.strip()) if lost else ""
    return read_so(kept, ask, {"keep": Meant(answers)}, line, typed, note)


def _with_pluses(kept: Kept, typed: str) -> tuple[str, list[str]]:
    """Part years from what is no must behind them: `3+ years SaaS, healthcare a plus`."""
    if len(typed) > LONGEST:
        return typed, []
    words = kept.words.doubts
    years, *others = [part.strip() for part in parts_of(typed, words, PLUSES)]
    pluses = [as_plus(one, words) for one in others]
    is_told = all(pluses) and not as_plus(years, words)
    return (years, pluses) if is_told else (typed, [])


def _parted(typed: str) -> Mapping[str, Answer]:
    """Part years from what they are in; nothing where the line does not tell both."""
    found = _WITH_WORK.fullmatch(typed.strip(" .")) if len(typed) <= LONGEST else None
    if not found:
        return {}
    work = found["work"].strip(" ,;.")
    if _NO_WORK.search(_JOINED.sub(" ", work)):
        return {}
    years = in_digits(found["years"]) + (found["least"] or "")
    return {YEARS: years, IN: in_a_sentence(work) or work}


def _telling(musts: Sequence[str]) -> str:
    return next((one for one in musts if len(one) <= LONGEST and asks_for_years(one)), "")


def told_twice(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask which shall stand where a must tells years, and the years are told alone too."""
    if len(stop.fields) != 1 or not values or values == ask.current:
        return None
    if stop.fields[0] == YEARS:
        musts, told = kept.items(MUSTS), _parted(values[0]) or {YEARS: values[0]}
    elif stop.fields[0] == MUSTS:
        musts, told = [*values], {YEARS: kept.current(YEARS)}
    else:
        return None
    must = _telling(musts)
    given: dict[str, Answer] = {**told, MUSTS: musts}
    if not (must and told[YEARS]) or why_not(kept, given):
        return None
    return _which(kept, ask, given, musts, must)


def _which(
    kept: Kept, ask: Ask, given: dict[str, Answer], musts: Sequence[str], must: str
) -> Doubt:
    others = [one for one in musts if one != must]
    then: Rows = {
        "keep": Meant(given),
        "must": Meant({MUSTS: [*musts], YEARS: "", IN: ""}),
        "years": Meant({**given, MUSTS: others or ""}),
        "again": Signal.BACK,
    }
    line = line_with(kept, IN if IN in given else YEARS, given)
    question = kept.words.doubts.years.filled(must=written_out(must), years=line)
    return listed(ask, question, then, {"keep": f"{must}; {line}", "must": must, "years": line})
