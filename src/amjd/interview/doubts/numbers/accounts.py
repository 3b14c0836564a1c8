"""A number of accounts among other words: the kind of clients, and where they are, beside it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from amjd.answers.names.clients import CLIENTS, are_kinds
from amjd.answers.pay.money import NONE
from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed
from amjd.interview.doubts.numbers.counts import at_two_times, counted, whole_of
from amjd.interview.kept import Kept
from amjd.interview.place import region_at
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import CALLED, NOUNS, plain_words, why_not
from amjd.text.patterns import compile_later

COUNT, KIND, AREA = "portfolio.accounts", "portfolio.segment", "portfolio.territory"
BASIS = "portfolio.basis"


class Clients(NamedTuple):
    """What stands behind a count: the clients, their area, how they buy, and what is neither."""

    kind: str = ""
    area: str = ""
    basis: str = ""
    rest: str = ""


def beside_count(kept: Kept, typed: str) -> tuple[Mapping[str, str], str]:
    """Return the answers that stand behind a count and are open yet, and the words left out."""
    found = counted(typed)
    clients = _clients(kept, found.behind) if found else Clients()
    told = {KIND: clients.kind, AREA: clients.area, BASIS: clients.basis}
    answers = kept.answers()
    new = {one: text for one, text in told.items() if text and answers[one] is None}
    # What is answered already stays, and what was typed here is told as left out.
    left = [
        text
        for one, text in told.items()
        if text and one not in new and text.lower() not in str(answers[one]).lower()
    ]
    whole = whole_of(typed)
    whole = "" if whole.lower() in clients.rest.lower() else whole
    noun = _NOUN.match(found.behind) if found else None
    # Who counts them by one word for their kind calls them so: 120 practices.
    kind = new.get(KIND, "").lower()
    name = noun[1].lower() if noun else kind if kind.isalpha() and are_kinds(kind) else ""
    called = {CALLED: name} if name and not kept.is_seen(CALLED) else {}
    return {**called, **new}, ", ".join(filter(None, [whole, *left, clients.rest]))


def of_two_times(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask which of two numbers is printed, of which one is for the beginning or for later.

    What is said beside them has its place elsewhere.
    """
    typed = "; ".join(values)
    counts = at_two_times(typed) if stop.fields == (COUNT,) and len(typed) <= LONGEST else None
    if counts is None:
        return None
    told, _ = beside_count(kept, typed)
    answers = [{COUNT: one, **told} for one in counts]
    if any(why_not(kept, one) for one in answers):
        return None
    lines = [lines_with(kept, one) for one in answers]
    words = kept.words.doubts
    then: Rows = {name: Meant(one) for name, one in zip(_TWO, answers, strict=True)}
    question = words.two_counts.filled(
        first=counts[0], last=counts[1], line=lines[0], other=lines[1], typed=typed,
        home=words.in_words[COUNT],
    )  # fmt: skip
    left = dict(zip(_TWO, lines, strict=True))
    found = listed(ask, question, {**then, "again": Signal.BACK}, left)
    return found._replace(ask=found.ask._replace(at=None))


_TWO = ("first", "last")


def _clients(kept: Kept, behind: str) -> Clients:
    """Part `accounts, food manufacturers across the South West` into kind and area."""
    area, basis, found = "", "", list[str]()
    parts = [part.strip(" .;") for part in _STOPS.split(_joined(behind))]
    for part in filter(None, parts):
        if area and _NAME.match(part):
            area = f"{area}, {part}"
            continue
        if not basis and (basis := _basis(kept, part)):
            continue
        where = None if area else _where(kept, part)
        part = part[: where.start()] if where else part
        is_share = where and _MOSTLY.fullmatch(part)  # mostly in Leeds
        area = f"{part} {where[2]}" if is_share and where else where[2] if where else area
        found += [part] * (not is_share)
    kinds = [*filter(None, map(_kind, found))]
    others = [one for one in found if not _kind(one) and not _FILLER.fullmatch(one)]
    return Clients(", ".join(kinds), area, basis, ", ".join(others))


_STOPS = compile_later(r"[,;()]|:\s|(?:^|\s)[-\u2013\u2014=>]{1,2}\s")


def _joined(text: str) -> str:
    """Write words for the plus between kinds: `realtors + cafes`, `inns + cafes + bars`."""
    *first, last = re.split(r"(?<=[^\W\d]) ?\+ ?(?=[^\W\d])", text)
    return f"{', '.join(first)} and {last}" if first else text


def _basis(kept: Kept, part: str) -> str:
    """Return how clients buy where a part says nothing else: `on contract`, `repeat orders`."""
    said = plain_words(_ON.sub("", part))
    for choice in kept.questions[BASIS].choices:
        words = (choice.value, *choice.also)
        if choice.value != NONE and said in map(plain_words, words) and said not in _BARE:
            return choice.value
    return ""


_ON = compile_later(r"(?i)^(?:(?:all|and|are|they|in|on|with|under|of|an?|by) )+")
_BARE = ("order", "orders")  # which may be what was counted
_NAME = compile_later(r"(?:and )?(?:the )?[A-Z]")
_WHERE = compile_later(
    r"(?i)(?:^|\s)(?:(?:all )?(?:located|based|spread|dotted) )?"
    r"(across|throughout|all over|all around|covering|in and around|in|around) (?:all of )?(.+)$"
)
_MOSTLY = compile_later(r"(?i)(?:mostly|mainly|largely|chiefly)")
_WIDE = ("across", "throughout", "all over", "all around", "covering")


def _where(kept: Kept, part: str) -> re.Match[str] | None:
    """Find the area at the end of a part; behind "in" it is one by its capital, or as a region."""
    found = _WHERE.search(part)
    is_area = found and (
        found[1].lower() in _WIDE or _PLACE.search(found[2]) or region_at(kept, found[2])
    )
    return found if is_area else None


_PLACE = compile_later(
    r"^(?:the )?[A-Z]|\b(?:north|south|east|west|midwest|midlands|area|region|county|state|city)\b"
)


# They say of clients that there are some, and not what they do.
_STANDING = (
    r"(?:existing|current|active|live|key|our|my|regular|loyal|ongoing|established|long[- ]?term"
    r"|long[- ]?standing|named|assigned|repeat|returning|good|happy|different|total)"
)
_CLIENTS = rf"(?:{CLIENTS}|a/cs?|companies|businesses|relationships)"
_NOUN = compile_later(rf"(?i) ?(?:{_STANDING} )*{NOUNS}\b")
_FILLER = compile_later(rf"(?i)(?:or so|ish|{_STANDING}|{_CLIENTS}|and|all|now|in|\s)*")
_BEFORE = compile_later(
    rf"(?i)^(?:(?:or so|ish) )?(?:(?:and )?{_STANDING}(?: |$))*(?:{_CLIENTS}(?: |$)(?:in )?)?"
)
_BEHIND = compile_later(r"(?i) (?:or so|give or take|in (?:all|total))$")
_NO_KIND = compile_later(r"(?i)[^a-z &'/-]")
# What some of them are, and how large: that says nothing of what they do.
_SIZE = (
    r"(?:\w+er|\w+est|top|big|small|key|main|large|old|new|good|local|nice|loyal|important|same"
    r"|regular)"
)
_OF_SOME = compile_later(
    r"(?i)^(?:most|some|all|many|half|lots|a few|several|both)(?: of (?:them|those|these))?"
    r" (?:been|are|is|have|has|had|were|was|w|with|for|since|from|of (?:them|those|these))\b"
    r"|\b(?:been|us|we|they|me|i|stays?|keeps?|kept|remains?|them|everything|everyone)\b|\bones?$"
    rf"|^(?:the |our |my )?{_SIZE}(?: and {_SIZE})*$"
)
_NOT_FIRST = compile_later(
    r"(?i)(?:and|or|in|of|at|now|maybe|give|who|that|which|to|on|with|for|per|each|i|we|you|they"
    r"|but|if|when|from|so|right|about|this|at|plus|as|half)\b"
)


def _kind(part: str) -> str:
    """Return the kind of clients that a part names, without that there are some: `loyal inns`."""
    kind = _BEFORE.sub("", _BEHIND.sub("", part.strip())).strip()
    is_none = (
        _MONEY.fullmatch(kind)
        or _MOSTLY.fullmatch(kind)
        or _NOT_FIRST.match(kind)
        or _NO_KIND.search(kind)
        or _OF_SOME.search(kind)
    )
    return "" if is_none or len(kind) < _SHORTEST else kind


_MONEY = compile_later(r"(?i)(?:re-?)?orders?|sales|revenues?|business|turnover|arr")
_SHORTEST = 2  # letters of a kind
