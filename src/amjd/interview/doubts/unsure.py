"""Clauses of somebody who is not sure: `4 weeks, not sure`, `a small one, idk how much`.

They are no part of an answer, nor is what is said to whoever asks, and both are cut before it is
read.
"""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from amjd.answers.names.clients import CLIENTS
from amjd.asker import Ask
from amjd.interview.asks import seen
from amjd.interview.currency import AMOUNTS
from amjd.interview.doubts.doubt import Doubt, Values, read_so
from amjd.interview.doubts.fillers import without_fillers
from amjd.interview.doubts.pay.bonus import UNDECIDED, undecided
from amjd.interview.kept import Kept
from amjd.interview.on_top import BONUS, FIELD, TERMS
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import understand
from amjd.text.patterns import compile_later
from amjd.words.doubts import Doubts

Look = Callable[[Kept, Stop, Ask, Values], Doubt | None]


class Cut(NamedTuple):
    """What of an answer is sure, and the words that were cut from it."""

    sure: Values
    words: str


def sure_of(kept: Kept, stop: Stop, ask: Ask, values: Values, look: Look) -> Doubt | None:
    """Find what is to be asked about what is sure of an answer; None where all of it is."""
    if not stop.fields or values == ask.current:
        return None
    cut = _cut(kept, stop, values, {row.value for row in ask.rows})
    if cut.sure == values or not cut.sure:
        return None
    note = kept.words.doubts.left.format(words=cut.words)
    if stop.fields[0] in AMOUNTS and _PUBLISHED.search(cut.words):
        note = f"{note} {kept.words.doubts.keep_private}"
    found = look(kept, stop, ask, cut.sure)
    if UNDECIDED.search(cut.words) and stop.fields[0] in (FIELD, *TERMS):
        return undecided(kept, ask, found)
    if found and "out" in found.then and "keep" not in found.then:
        return None  # nothing is left that can be printed
    if found:
        told = " ".join(filter(None, [found.ask.note, note]))
        return found._replace(ask=found.ask._replace(note=told))
    understood = understand(kept, stop, cut.sure)
    if understood.refused:
        return None
    sentence = seen(kept, stop, cut.sure).text or lines_with(kept, understood.answers)
    return read_so(kept, ask, {"keep": cut.sure}, sentence, "; ".join(values), note)


_NAMES = ("company.name", "product.name")  # which may begin with such words
_WAYS = "apply.email"  # beside whose ways to apply such words are known as no part of them


def _cut(kept: Kept, stop: Stop, values: Values, rows: Collection[str]) -> Cut:
    """Cut each of several answers, but for rows; nothing is left of one that is not sure at all."""
    words, gone, sure = kept.words.doubts, list[str](), list[str]()
    for value in values:
        rest, left = (value, []) if value in rows else without_unsure(value, words)
        if stop.fields[0] in _NAMES and not value.startswith(rest):
            rest, left = value, []
        if value not in rows and stop.fields[0] != _WAYS:
            rest, fillers = without_fillers(rest, is_name=stop.fields[0] in _NAMES)
            left = [*left, *fillers]
        # A sentence that stands before such a clause keeps its stop.
        rest += "." * (kept.questions[stop.fields[0]].long and value.startswith(f"{rest}."))
        gone += left
        sure += [_promised(stop, value, rest)] * bool(rest)
    return Cut(tuple(sure), ", ".join(gone))


def _promised(stop: Stop, typed: str, rest: str) -> str:
    """Keep of a bonus that it may be: `small bonus, not sure yet`, `30k, bonus not decided`."""
    if rest == typed or _HOW.search(typed) or _PUBLISHED.search(typed) or _MAYBE.search(rest):
        return rest
    if stop.fields[0] == _BASE:
        parts = re.split("([,;])", rest)
        return "".join(f"{part} maybe" if _ON_TOP.search(part) else part for part in parts)
    return f"maybe {rest}" if set(stop.fields) & {FIELD, BONUS} else rest


_PUBLISHED = compile_later(r"(?i)\b(?:publish\w*|post(?:ed)?|public|shown?|print(?:ed)?)\b")
_BASE, _ON_TOP = "pay.base", compile_later(r"(?i)\b(?:bonus(?:es)?|commissions?|incentive)\b|\d ?%")
_HOW = compile_later(r"(?i)\b(?:how|what|when|amount|exactly)\b")
_MAYBE = compile_later(r"(?i)\b(?:may ?be|might|could|perhaps|possibly|hopefully|if)\b")


# -- in what was typed ----------------------------------------------------------------------------

# What leads to such a clause, what it goes on with, and what somebody says behind it.
_LEADS = (
    r"(?:(?:but|and|so|though|honestly|really|actually|tbh|well|sorry|still|just|i'?m|i am|we'?re"
    r"|we are|to be honest) ){0,6}"
)
_OF_WHAT = (
    r"how|what|when|where|who|whom|which|whether|why|if|about|yet|though|tbh|honestly|for sure"
    r"|exactly|really|either|right now|so far|at (?:this|the) (?:point|moment)|on|of|as yet|again"
)
_SO_BE_IT = (
    r"(?:[\s,;-]{0,3}\b(?:(?:but|so|and|i guess|that'?s|it'?s|i'?m) ?){0,3}"
    r"(?:ok|okay|fine|go ahead|whatever|why not|put it(?: in)?|all right|alright)(?=\W*$|[,;.]))?"
)
_EDGES = " ,;:.-\u2013\u2014"


def without_unsure(typed: str, words: Doubts) -> tuple[str, list[str]]:
    """Return an answer without its clauses of somebody who is not sure, and those clauses."""
    gone = list[str]()

    def cut(found: re.Match[str]) -> str:
        gone.append(found[0].strip(_EDGES + "()"))
        return " " if found.start() == 0 else _joint(found)

    text, varies = _without_varies(typed, words)
    gone += [varies] * bool(varies)
    text = _clause(words).sub(cut, text)
    text = re.sub(r"(?i)^[\s,;:.-]+(?:but |and )?", "", text) if gone else text
    return (text.strip(_EDGES), gone) if gone else (typed, gone)


def _without_varies(typed: str, words: Doubts) -> tuple[str, str]:
    """Part from an answer that it depends, which stands before what it tells: `depends, weekly`."""
    found = _FIRST.match(typed)
    said = found["said"].lower().split() if found else []
    if not found or not any(one in said or one == " ".join(said[-2:]) for one in words.varies):
        return typed, ""
    return typed[found.end() :], found["said"]


# On what else it depends, such as the season, tells of the work.
_WHOM = rf"(?:{CLIENTS}|person|one|size|experience)"
_FIRST = compile_later(
    r"(?i)(?P<said>(?:(?:well|honestly|it|that|this|really|kind of|sort of|all) ){0,3}"
    r"(?:is \w+|\w+)(?: (?:a lot|a bit|really|greatly)){0,1}"
    rf"(?: (?:on|by|with|per) (?:the |each )?{_WHOM}| from {_WHOM} to {_WHOM})?)"
    r"\s?(?:[,;:.]|[-\u2013\u2014](?= )|\(|(?= (?:but|so)\b))\s*(?:(?:but|and|so) )?(?=\w)"
)


def _joint(found: re.Match[str]) -> str:
    """Return what stands between two parts from between which a clause was cut."""
    joint = _JOINT.match(found[0])
    is_joined = not found.string[found.end() :].strip(_EDGES + ")") or _JOINT.match(
        found.string[found.end() :].lstrip()
    )
    return "" if is_joined else joint[0] if joint else " "


_JOINT = compile_later(r"[,;.]\s*")


def _clause(words: Doubts) -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(words.unsure, key=len, reverse=True)))
    # A figure behind such words is what somebody is not sure of, and an answer all the same.
    figure = r"\W{0,9}(?:(?:if|whether|about|that|it'?s|its|maybe|like|around) )*\W?\d"
    goes_on = rf"(?:\b(?:{_OF_WHAT}|(?<=sure )(?:i|we|that|the|it|it'?s))\b[^,;.()]{{0,200}}?)?"
    ends = rf"(?=\s{{0,9}}(?:$|[,;.()]|[-\u2013\u2014] |\bbut\b)){_SO_BE_IT}"
    return re.compile(
        rf"(?i)(?:(?:^|[,;.(]|\s[-\u2013\u2014]\s|\s(?=(?:but|and|so) )|(?<=[\d%k?!])\s)"
        rf"\s{{0,9}}{_LEADS}(?:{said})\b(?:(?={figure})(?:\s{{1,9}}(?:if|whether|about|that|it'?s|its))*"
        rf"|\s{{0,9}}{goes_on}{ends}|(?=\s))"
        rf"|\s(?:{said})(?: (?:yet|exactly|though|tbh|either))*[.!?]*$)\)?"
    )
