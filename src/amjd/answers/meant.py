"""Meant: the answer of a closed list that somebody gave in other words, or among more of them.

Other words for one are not read, because a list says what it takes: its cure names the answer.
Each is a pattern of whole words, with the answer that it is, or two with a semicolon; `^` before
one says that the words say more than the answer, and belong elsewhere too. `!` before one says that
it counts before the answers themselves, as in `fixed-term contract`; LEFT_EMPTY is its answer where
none fits.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amjd.text.losses import loses
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

LEFT_EMPTY = ""
_DAYS = (
    r"(?:[1-4]|one|two|three|four|some|most|a few)(?: ?(?:-|to|or) ?[1-4])? days?"
    r"(?: (?:a|per) week)?"
)
_PLACE = r"(?:remote|wfh|(?:(?:at|from) )?home|on-? ?site|(?:in )?(?:the )?office)"
_OF_OFFICE = (
    r"(?:on-? ?site|(?<!home )(?<!home-)(?:office|shop|store|plant|warehouse))"
    r"(?! (?:equipment|allowance|budget|set-?up|furniture))"
)
_OF_HOME = (
    r"(?:(?:from|at) home|home(?= (?:on )?(?:mon|tue|wed|thu|fri))|wfh|remote(?:ly)?"
    r"|home[- ]?office)"
)
_ON_SOME_DAYS = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?s?|days? (?:a|per|each) week"
    r"|(?:[1-4]|one|two|three|four|some) (?:half )?days?|mornings?|afternoons?|every week|weekly"
    r"|mostly|mainly|sometimes|occasional(?:ly)?|partly)"
)
_DENIES = r"\b(?:no|not|never|without|or|unless)\b|n't\b|/|\b(?:monthly|month|quarter|year)\b"
WORKPLACE: Mapping[str, str] = {
    # Some days here, and so the others elsewhere.
    rf"!^{_DAYS} {_PLACE}|{_PLACE},? (?:{_DAYS}|half (?:of )?(?:the|each) (?:week|time|days?))": (
        "hybrid"
    ),
    rf"!^(?!.*(?:{_DENIES}))(?=.*\b{_OF_OFFICE}\b)(?=.*\b{_OF_HOME}\b)"
    rf"(?=.*\b{_ON_SOME_DAYS}\b).*": "hybrid",
    # Work without a place, which the posting prints without one.
    r"!^(?:mostly |mainly |largely )?(?:(?:in the )?field(?:[- ]?based)?|on the road|travell?ing)\b"
    r"(?!.*\b(?:on-? ?site|hybrid|remote)\b).*": LEFT_EMPTY,
    r"^(?:field(?:[- ]?based)?|on the road|travell?ing)": "on-site",
    r"^(?:(?:office|shop) ?(?:or|and|/|&|,) ?(?:at )?home"
    r"|home ?(?:or|and|/|&|,) ?(?:the )?office)": "hybrid",
    r"^\d days? (?:a week )?(?:in the office|(?:from|at) home)": "hybrid",
    r"wfh|work(?:ing)? (?:from|at) home|(?:from |at )?home(?:[- ]?(?:office|based))?|tele\w+"
    r"|anywhere": "remote",
    r"wfo|work(?:ing)? from (?:the )?office|(?:office|shop)[- ]based"
    r"|(?:in|at) (?:the |our )?(?:office|shop|store|plant|warehouse)"
    r"|in[- ]?house": "on-site",
    r"^(?:flexible|mixed?)": "hybrid",
}
_PERM = r"(?:perm(?:anent)?|open[- ]ended|indefinite|unbefristet\w*)"
_TERM = r"(?:\d+|one|two|three|six|twelve)[- ]?(?:years?|yrs?|months?|mths?)"
_FULL_OR_PART = "(?:full|part)[- ]?time"
TIME = (
    r"(?:\d[\d.]*(?: ?(?:-|\u2013|to) ?\d+)?|one|two|three|four|five)[ -]?(?:days?|hours?|hrs?|h)\b"
)
"""Days or hours, as a job has in a week."""
EITHER_TIME = (
    rf"{_FULL_OR_PART},? or [^;]{{0,40}}?\b{TIME}.*"
    rf"|[^;]{{0,20}}?\b{TIME}[^;]{{0,40}}?,? or {_FULL_OR_PART}.*"
)
"""One of two jobs, of which one is told by its time alone."""
EMPLOYMENT: Mapping[str, str] = {
    rf"!^{EITHER_TIME}": LEFT_EMPTY,  # its hours tell both
    rf"!^full[- ]?time\b.*\b{_PERM}\b.*\bcontract"
    rf"|(?=.*\bfull[- ]?time\b){_PERM}\b.*\bcontract": "full-time",
    rf"!^part[- ]?time\b.*\b{_PERM}\b.*\bcontract"
    rf"|(?=.*\bpart[- ]?time\b){_PERM}\b.*\bcontract": "part-time",
    rf"!^{_PERM} (?:\w+ )?contract|contract,? \(?{_PERM}\)?": "full-time; part-time",
    r"!^zero[- ]?hours? contract": "part-time",
    r"!^(?:(?:maternity|paternity|parental|adoption|mat|pat|sick|sickness)[ -]?(?:leave)?|leave)"
    r"[ -](?:cover|replacement|stand-in)|cover for [^,;]*leave|(?:maternity|parental) leave"
    r"|secondment|seasonal|season|interim|internship|apprenticeship|traineeship"
    r"|(?:summer|christmas|holiday) job": "temporary",
    rf"!^(?=.*\b(?:then|before|to) (?:be )?perm)(?:an? )?{_TERM} (?:contract|term).*": "temporary",
    r"!(?:fixed[- ]?term|ftc|befristet|cdd)(?: contract)?(?!.*\bor\b)": "temporary",
    r"f ?/ ?t|ft|full(?= ?(?:or|and|/))": "full-time",
    r"p ?/ ?t|pt|part(?= ?(?:or|and|/))": "part-time",
    r"temps?": "temporary",
    r"contractor|freelancer?|self[- ]employed|1099": "contract",
    r"^(?:zero[- ]?hours?|job[- ]?share)": "part-time",
    r"^casual": "part-time; temporary",
    r"^(?:perm(?:anent)?|employee|w-?2|open[- ]ended|indefinite|regular|unbefristet|cdi)": (
        "full-time; part-time"
    ),
}
_CAR = r"(?:provided|allowance|own|(?:company|lease|leased|pool) car|mileage)"
_OTHER_WAY = (
    r"(?:public transport|transit|metro|subway|underground|trains?|bus(?:es)?|taxis?|ubers?|rail\w*"
    r"|bahncard|bikes?|bicycles?|tram"
    r"|rent(?:al|ed)|hired?|flights?|(?:two|2)[- ]?wheelers?|motor ?(?:bike|cycle)s?|e-?bikes?"
    r"|scooters?|mopeds?|(?:pick-?up )?trucks?|pick-?ups?|lorr(?:y|ies)|boats?|vans?"
    r"|(?:mobility|travel) (?:budget|card|allowance)|rail ?card)"
)
OTHER_THAN_A_CAR = compile_later(rf"\b{_OTHER_WAY}\b", re.IGNORECASE)
_CAR_ALLOWANCE = r"(?<!mileage )(?<!fuel )allowance"
_RATE = r"(?:mile(?:s|age)?|km|kilomet\w+)"
CAR: Mapping[str, str] = {
    rf"!^[^;]*\b(?:{_CAR}\b[^;]*\bor\b[^;]*\b{_CAR}|{_OTHER_WAY}"
    rf"|own\b[^;]*\b{_CAR_ALLOWANCE}|allowance\b[^;]*\bown)\b[^;]*": LEFT_EMPTY,
    rf"!^[^;]*\b{_CAR}\b[^;]*\bor (?!similar|equivalent|better|such|so\b|like)[^;]*": LEFT_EMPTY,
    r"!no(?:ne|t|thing)? (?:car )?(?:needed|required|necessary)": LEFT_EMPTY,
    rf"!own\b.*\b(?:no|not|without|unpaid)\b.*\b(?:{_RATE}|paid|fuel|costs?)\b.*": "own",
    rf"!(?:your |my )?own(?: (?:car|van|vehicle))?(?=.*\b{_RATE}\b)": "own, mileage paid",
    r"(?:company|pool|leased?) (?:car|vehicle)|(?:car|vehicle) (?:is )?provided": "provided",
    r"(?:your |my )?own (?:car|van|vehicle)(?: needed| required)?": "own",
    rf"!^(?=[^,;]*\b{_RATE}\b)(?:mileage|[^\w\s]?\d)[^;]*": "own, mileage paid",
}
SUBSCRIBED = r"(?:subscri|member|retainer|licen[cs]e)"
"""A pattern of how words begin for what runs for a time."""
BASIS: Mapping[str, str] = {
    # What goes on from month to month has no end, and nobody renews it.
    rf"!^(?=.*\b{SUBSCRIBED})(?=.*\b(?:monthly|rolling"
    r"|(?:per|a|each) (?:month|employee|user|seat|head)|month[- ]to[- ]month|cancel any ?time)\b)"
    r"(?!.*\b(?:annual|yearly|renew)).*": LEFT_EMPTY,
    r"(?:subscription|membership|retainer|licen[cs]e|lease|contract|agreement|polic(?:y|ie))s?"
    r"|subscribers?|renewals?": "contracts",
    r"(?:re-?|(?:purchase|standing) )?orders?|repeat (?:business|buys|purchases?|sales)|repeat": (
        "repeat orders"
    ),
    r"one[- ]offs?|jobs?|project[- ]based|project": "projects",
    r"pay[- ]as[- ]you[- ]go|payg|ad spend|spend|consumption|metered": "usage",
}
FORECAST: Mapping[str, str] = {r"weekly|weeks": "week", r"monthly|months": "month"}
_CALLS = r"(?:phone |telephone )?calls?|phone|ring|voice"
_TEXTS = r"texts?|sms|txts?|text messages?"
_OR = r" ?(?:,|/|&|\+|or|and|and/or|, ?or|, ?and) ?"
# A number for either is for both.
SAME_PHONE_FOR: Mapping[str, str] = {
    rf"(?:(?:{_CALLS}){_OR}(?:{_TEXTS})|(?:{_TEXTS}){_OR}(?:{_CALLS}))": "calls and texts",
}
# What sends messages as texts are.
_MESSAGES = r"\b(?:whats ?app|telegram|signal|viber|wechat|messenger|app)\b"
PHONE_FOR: Mapping[str, str] = {
    rf"!^(?=.*{_MESSAGES})(?=.*\b(?:{_CALLS})\b).*": "calls and texts",
    rf"!^(?=.*{_MESSAGES}).*": "texts",
    r"(?:call|phone|voice)s?(?: only)?": "calls",
    r"(?:text|sms|txt)s?(?: only)?|text messages?(?: only)?": "texts",
    r"both": "calls and texts",
}
HANDOVER: Mapping[str, str] = {
    r"one at a time|step by step|gradual(?:ly)?|bit by bit|in turn": "one by one",
    r"together|jointly|joint \w+|introduc\w+|in person|side by side"
    r"|intro(?:s|ductory)?(?: (?:calls?|visits?|meetings?))?"
    r"|meet(?:ing)?s? (?:(?:with|each|every|all|the|your) )*(?:clients?|customers?|accounts?)": (
        "first call together"
    ),
    r"(?:written |handover |detailed )?notes|in writing|written|documented": "written notes",
    r"across the hall|reachable|on hand|around|available|next door"
    r"|(?:for|to) (?:your )?questions": "owner reachable",
}
HANDED_OVER = compile_later(
    r"(?:\W|\b(?:each|every|all|clients?|customers?|accounts?|calls?|visits?|sites?|meetings?|them"
    r"|with|then|to|you|the|your|a|an|in|of|on|by|for|first|is|are|be|we)\b)*",
    re.IGNORECASE,
)
"""What says again that clients are handed over, and to whom."""
_LENGTH = compile_later(
    r"(?:(?:for|over|in|within|about|around|roughly|takes?|ca\.?|~) ?){0,3}"
    r"\d+(?: ?(?:-|to) ?\d+)? ?(?:weeks?|wks?)",
    re.ASCII | re.IGNORECASE,
)


def is_length(text: str) -> bool:
    """Whether a text says how many weeks something takes, and no more."""
    return bool(_LENGTH.fullmatch(in_digits(text)))


_LONGEST = 100  # characters of a text in which an answer is looked for
_DENIED = compile_later(
    r"\b(?:not|no|never|non(?!-?exempt)|without|except|unless)\b", re.IGNORECASE
)
_JOINED = compile_later(r"\bor\b|\band\b|[+&]|(?<=[a-z])/(?=[a-z])", re.IGNORECASE)


class Among(NamedTuple):
    """The answers that a text names, and the words that say more; all of them, with `is_sure`."""

    forms: Sequence[str] = ()
    rest: str = ""
    is_sure: bool = False


def among(text: str, choices: Sequence[str], meant: Mapping[str, str]) -> Among:
    """Find the choices that a text names, and what it says besides.

    Those that stand in it count before other words for them. Of a denied one nothing is known.
    """
    if len(text) > _LONGEST:
        return Among()
    if found_first := _first(text, meant):
        return found_first
    if _DENIED.search(text):
        return Among()
    longest = sorted(choices, key=len, reverse=True)
    found, rest = _taken(text, {_free(one): one for one in longest})
    same = {words.lstrip("!"): one for words, one in meant.items() if "^" not in words[:2]}
    if found and not _JOINED.search(text):
        return Among(found, rest if len(found) == 1 else "")
    if found:
        others, beyond = _taken(rest, same)
        both = list(dict.fromkeys([*found, *others]))
        return Among(both, rest if len(both) == 1 else beyond)
    first = next((words for words in meant if _standing(words, text)), "")
    if first[:1] == "^":
        return Among(meant[first].split("; "), text)
    return Among(*_taken(text, same))


def _first(text: str, meant: Mapping[str, str]) -> Among | None:
    """Find the words that count before the answers themselves."""
    for words, one in meant.items():
        match = _standing(words, text) if words[0] == "!" else None
        if match and not loses(text[: match.start()], "", figures=False):
            forms = one.split("; ")
            kept = text if words[1] == "^" else f"{text[: match.start()]} {text[match.end() :]}"
            said = rf"^{_free(forms[0])}\b" if one else "^"  # temporary, maternity cover
            rest = re.sub(said, "", " ".join(kept.split()), flags=re.IGNORECASE)
            return Among(forms, rest.strip(" ,;:-"), is_sure=True)
    return None


def _taken(text: str, patterns: Mapping[str, str]) -> tuple[list[str], str]:
    """Take all words for answers out of a text; return the answers and what is left."""
    found: dict[str, int] = {}
    for words, one in patterns.items():
        if match := _standing(words, text):
            found.setdefault(one, match.start())
            text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    rest = _REPEATED.sub(r"\1 ", re.sub(" +(?=[ ,;])", "", text))
    return sorted(found, key=found.__getitem__), rest.strip()


# What stood around a word that was taken out: a / / b.
_REPEATED = compile_later(r"([/&+]) (?:[/&+] )+")


def _standing(words: str, text: str) -> re.Match[str] | None:
    # What is so by half, contract-ish, is not.
    pattern = rf"(?<!\w)(?:{words.lstrip('!^')})(?:-based)?(?!\w|-ish\b)"
    return re.search(pattern, text, re.IGNORECASE)


def _free(choice: str) -> str:
    """Write the pattern of a choice, whose hyphens and spaces are free."""
    return "[- ]*".join(map(re.escape, re.split("[- ]", choice)))
