"""Several answers in one line: `a pension, 25 days off and a van` are three."""

import re

from amjd.answers.going_on import goes_on, rejoined
from amjd.answers.orders import is_order
from amjd.asker import Ask, Signal
from amjd.interview.doubts.applying.steps import STEPS, steps_in, without_rounds
from amjd.interview.doubts.doubt import LONGEST, Doubt, Rows, Values, listed, read_so
from amjd.interview.doubts.rewording import without_last_hedge
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.understanding import why_not
from amjd.review.statements import on_screening
from amjd.text.patterns import compile_later
from amjd.words.doubts import Doubts

DUTIES = "role.duties"


def several(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Show apart what stands in one line with commas; what was kept before stays beside it.

    Of several duties, each in a line of its own or behind a `;`, one may still be two.
    """
    before = tuple(one for one in values if one in ask.current) if ask.kind != "tick" else ()
    if before and len(values) == len(before) + 1:
        new = next(one for one in values if one not in before)
        found = several(kept, stop, ask._replace(current=()), (new,))
        return _beside(values, new, found) if found else None
    if not (ask.many or ask.kind == "tick") or len(stop.fields) != 1:
        return None
    words = kept.words.doubts
    if found := _with_the_one_before(kept, stop, ask, values):
        return found
    if len(values) != 1:
        each = ((one,) if one in ask.current else _orders_in(one, words) for one in values)
        parts = tuple(part for parted in each for part in parted)
        is_more = stop.fields[0] == DUTIES and len(parts) > len(values)
        return _apart(kept, stop, ask, values, parts) if is_more else None
    typed = without_last_hedge(values[0], words)
    steps = steps_in(typed) if stop.fields[0] == STEPS else ()
    is_of_things = stop.fields[0] in words.things
    parts = steps if len(steps) > 1 else _sentences_in(typed)
    parts = parts or _with_commas(typed, is_of_things, words)
    parts = without_rounds(parts) if stop.fields[0] == STEPS else parts
    if len(parts) < 2:
        return None
    found = _apart(kept, stop, ask, values, parts)
    if found and typed != values[0]:
        left = words.left.format(words=values[0][len(typed) :].strip(" ,.;"))
        found = found._replace(ask=found.ask._replace(note=left))
    # A van, a phone or a car: nobody but who typed it knows whether all are to choose from.
    is_choice = found and re.search(" or ", parts[-1])
    return found._replace(ask=found.ask._replace(at=None)) if found and is_choice else found


def _with_the_one_before(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer behind the answer before it what says something of that alone: `we pay half`."""
    is_new = any(_goes_on(one) and one not in ask.current for one in values[1:])
    joined = rejoined(values, _goes_on) if is_new and ask.kind != "tick" else values
    if joined == values or why_not(kept, {stop.fields[0]: [*joined]}):
        return None
    then: Rows = {"keep": joined, "typed": values}
    return read_so(kept, ask, then, " \u00b7 ".join(joined), " \u00b7 ".join(values))


def _beside(values: Values, new: str, found: Doubt) -> Doubt:
    """Put what a line is parted into in its place among other answers."""
    at = values.index(new)
    then: Rows = {
        row: (*values[:at], *to, *values[at + 1 :]) if isinstance(to, tuple) else to
        for row, to in found.then.items()
    }
    return found._replace(then=then)


def _with_commas(typed: str, is_of_things: bool, words: Doubts) -> Values:
    """Part a line at its commas; nothing where it is one answer."""
    stripped = (part.strip() for part in _COMMA.split(typed) if part.strip())
    parts = rejoined(stripped, _goes_on)
    if len(parts) < 2:
        return ()
    # In a list of things, the "and" before the last parts them too; before many it is theirs.
    is_of_all = bool(re.search(", [^,]*paid$", parts[-1]))  # of both: 2 weeks off and 5 sick days
    if not is_of_all and (is_of_things or len(parts) > 2):
        last = re.sub("^(?:and|plus) ", "", parts[-1])
        parts = (*parts[:-1], *(last.split(" and ", 1) if is_of_things else [last]))
    return () if _is_one(parts, is_of_things, words) else parts


def _sentences_in(typed: str) -> Values:
    """Part a line at the stops of its sentences; nothing of one, or where one goes on with another.

    A comma parts no more than they do: `35 people, profitable. The book is 2.1M`.
    """
    parts = tuple(part.strip() for part in _STOP.split(typed) if part.strip())
    goes_on = len(parts) < 2 or any(map(_GOES_ON.match, parts[1:]))
    return () if goes_on or len(typed) > LONGEST else parts


_STOP = compile_later(
    r"(?<!\bapprox)(?<!\betc)(?<!\bincl)(?<!\binc)(?<!\bltd)(?<!\bInc)(?<!\bLtd)(?<!\bco)(?<!\bCo)"
    r"(?<!\bst)(?<!\bSt)(?<!\bno)(?<!\bvs)(?<!\bmin)(?<!\bmax)(?<!\besp)(?<!\bdept)(?<!\bDr)"
    r"(?<!\bMr)(?<!\bMs)(?<=\w\w)[.!] +(?=[^\W_])(?![^()]*\))"
)
_GOES_ON = compile_later(
    r"(?i)(?:it|its|it's|that|that's|this|these|those|they|he|she|we|i|you|all|both|each|none"
    r"|not? (?:\w+ ){0,3}(?:needed|necessary|required|expected|a must)"
    r"|no (?:exceptions?|matter|less|more|later)"
    r"|so|but|and|or|because|then|also|paid|ideally|preferably"
    r"|the (?:rest|others?|first|second|last)|most|some|a (?:third|half|quarter|few|lot))\b"
)


def _goes_on(part: str) -> bool:
    """Whether a part is no answer of its own, as `all paid` and `don't need a certificate`."""
    return bool(_PAID.fullmatch(part) or _UNNEEDED.match(part) or goes_on(part))


_PAID = compile_later(
    r"(?i)(?:(?:all|both|each|fully|half|and) )*(?:of (?:it|them|that) )?(?:un)?paid"
    # Whose a car is, and for what, is said of the car.
    r"|(?:(?:all|both|each|and) )*(?:ours|yours|provided|included|supplied)"
    r"|(?:and )?(?:private|personal) use (?:is )?(?:ok|okay|fine|allowed|included|too|as well)"
)
_UNNEEDED = compile_later(
    r"(?i)(?:(?:but|and|though|you|they|we|it) ){0,2}"
    r"(?:(?:do|does|wo) ?n['\u2019]?t|(?:do|does|will) not)"
    r" (?:\w+ly )?(?:have to|need|require|ask for|expect)\b"
    r"|(?:but |and |you )?(?:needn['\u2019]?t|no need)\b"
    r"|(?:but |and )?(?:no|not) (?:[\w-]+ ){0,4}(?:needed|necessary|required|essential|expected)$"
)
# None within a figure, and none within brackets.
_COMMA = compile_later(r",(?!(?<=\d,)\d{3}(?!\d))(?![^()]*\))")


def _is_one(parts: Values, is_of_things: bool, words: Doubts) -> bool:
    """Whether parts make one answer: what stands behind a comma goes on with what is before it.

    Of three or more, one that begins with "in" or "paid", or with a figure, may stand for itself.
    A thing may be one or another: a pension, a car or an allowance.
    """
    if len(parts) > 2:
        goes_on, ends = [*words.clauses, "or"], "or"
    else:
        joints, ends = "|".join(words.joints), "|".join(words.joints[:2])
        # Paid in full, paid monthly; but paid holidays are something of their own.
        goes_on = [*words.joints, rf"paid(?:$| (?:{joints}|each|every|\w+ly)\b)"]
        # A figure goes on, too: the share of time that a duty takes.
        goes_on += [] if is_of_things else [r"\d+"]
    going_on = re.compile(rf"(?:{'|'.join(goes_on)})(?![\w-])")
    is_one = any(going_on.match(part.lower()) for part in parts[1:])
    return is_one or (not is_of_things and bool(re.search(f"(?:^| )(?:{ends}) ", parts[-1])))


def _orders_in(typed: str, words: Doubts) -> Values:
    """Part a duty at its commas where an order stands behind each: `call them, send the quotes`."""
    parts = _with_commas(typed, is_of_things=False, words=words) if len(typed) <= LONGEST else ()
    return parts if parts and all(map(is_order, parts)) else (typed,)


def _apart(kept: Kept, stop: Stop, ask: Ask, typed: Values, parts: Values) -> Doubt | None:
    """Ask whether some lines are more answers, where each of them can be read."""
    if why_not(kept, {stop.fields[0]: list(parts)}):
        return None
    rows: Rows = {"apart": parts, "one": typed, "again": Signal.BACK}
    if why_not(kept, {stop.fields[0]: [*typed]}):
        del rows["one"]
    apart = " · ".join(parts)
    question = kept.words.doubts.several.filled(count=len(parts), parts=apart)
    return listed(ask, question, rows, {"apart": apart, "one": " \u00b7 ".join(typed)})


# -- steps, and what is said of all of them --------------------------------------------------------


def in_steps(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Show apart from a step what is said of all: that no AI screens, or that we reply to everyone.

    Whoever reads of the steps, or a law that asks for it, looks for that in a line of its own.
    """
    if stop.fields != (STEPS,) or all(len(_parted(value)) == 1 for value in values):
        return None
    found = several(kept, stop, ask, values)
    apart = found.then["apart"] if found else values
    steps = apart if isinstance(apart, tuple) else values
    parts = tuple(one for step in steps for one in _parted(step))
    if parts == steps or why_not(kept, {STEPS: list(parts)}):
        return None
    then: Rows = {"keep": parts, "typed": values}
    return read_so(kept, ask, then, " \u00b7 ".join(parts), "; ".join(values))


def _parted(step: str) -> Values:
    if len(step) > LONGEST:
        return (step,)
    if found := _OF_ALL.search(step):
        said = found["said"].strip()
        said = said.removesuffix(")") if said.count(")") > said.count("(") else said
        return step[: found.start()].strip(), said
    last = _LAST.fullmatch(step)
    is_of_all = last and on_screening(last["said"].lower()) and not on_screening(last[1].lower())
    return (last[1], last["said"]) if last and is_of_all else (step,)


_AI = r"(?:AI|A\.I\.|ai|[Aa]rtificial [Ii]ntelligence)(?!\w)"
_OF_ALL = compile_later(
    r"(?<=[\w).])\s*(?:[,;(.]|\s[-\u2013\u2014]\s|\s(?=and |but ))\s*(?:(?:and|but) )?(?P<said>"
    r"(?:(?:[Tt]here(?: is|['\u2019]s| will be)|[Ww]ith|[Uu]sing) )?(?:[Nn]o|[Ww]ithout)"
    rf" (?:use of )?{_AI}.*"
    rf"|{_AI} (?:is|does|helps?|screens?|reads?|never|not|may|will)\b.*"
    r"|(?:[Ww]e|I|i) (?:(?:do not|don['\u2019]?t|never|may|also|only) ){0,2}(?:use|let)"
    rf" (?:no )?{_AI}.*"
    r"|(?<=\. )We (?:reply|answer|respond|get back|let every|tell every|write to every).*)$"
)
_LAST = compile_later(r"(.+)(?:[,;.]| [-\u2013])(?: and)? (?P<said>.+)")
