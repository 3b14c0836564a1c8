"""Meant: the answer of a closed list that somebody gave in other words, or among more of them.

Other words for one are not read, because a list says what it takes: its cure names the answer.
Each is a pattern of whole words, with the answer that it is, or two with a semicolon; `^` before
one says that the words say more than the answer, and belong elsewhere too.
"""

import re
from collections.abc import Mapping, Sequence

from amjd.text.patterns import compile_later

WORKPLACE: Mapping[str, str] = {
    r"^(?:field(?:[- ]?based)?|on the road|travell?ing)": "on-site",
    r"^(?:(?:office|shop) ?(?:or|and|/|&|,) ?(?:at )?home"
    r"|home ?(?:or|and|/|&|,) ?(?:the )?office)": "hybrid",
    r"^\d days? (?:a week )?(?:in the office|(?:from|at) home)": "hybrid",
    r"wfh|work(?:ing)? (?:from|at) home|(?:from |at )?home(?:[- ]?(?:office|based))?|tele\w+"
    r"|anywhere": "remote",
    r"(?:in|at) (?:the |our )?(?:office|shop|store|plant|warehouse)|(?:office|shop)[- ]based"
    r"|in[- ]?house": "on-site",
    r"^(?:flexible|mixed?)": "hybrid",
}
EMPLOYMENT: Mapping[str, str] = {
    r"f ?/ ?t|ft|full(?= ?(?:or|and|/))": "full-time",
    r"p ?/ ?t|pt|part(?= ?(?:or|and|/))": "part-time",
    r"temps?": "temporary",
    r"^(?:seasonal|interim|internship|summer job)": "temporary",
    r"fixed[- ]?term|contractor|freelancer?|self[- ]employed|1099": "contract",
    r"^(?:zero[- ]?hours?)": "part-time",
    r"^casual": "part-time; temporary",
    r"^(?:perm(?:anent)?|employee|w-?2)": "full-time; part-time",
}
CAR: Mapping[str, str] = {
    r"(?:company|pool) (?:car|van|vehicle)|(?:car|van|vehicle) (?:is )?provided": "provided",
    r"(?:your |my )?own (?:car|van|vehicle)(?: needed| required)?": "own",
    r"own,? .*\b(?:mile|mileage|km)\b.*|mileage(?: paid)?": "own, mileage paid",
}
BASIS: Mapping[str, str] = {
    r"(?:subscription|membership|retainer|licen[cs]e|lease|contract|agreement|polic(?:y|ie))s?"
    r"|subscribers?|renewals?": "contracts",
    r"(?:re-?|purchase )?orders?|repeat (?:business|buys|purchases?|sales)|repeat": "repeat orders",
    r"one[- ]offs?|jobs?|project[- ]based|project": "projects",
    r"pay[- ]as[- ]you[- ]go|payg|ad spend|spend|consumption|metered": "usage",
}
FORECAST: Mapping[str, str] = {r"weekly|weeks": "week", r"monthly|months": "month"}
PHONE_FOR: Mapping[str, str] = {
    r"(?:call|phone|voice)s?(?: only)?": "calls",
    r"(?:text|sms|txt)s?(?: only)?|text messages?(?: only)?": "texts",
    r"both": "calls and texts",
}
_LONGEST = 100  # characters of a text in which an answer is looked for
_DENIED = compile_later(r"\b(?:not|no|never|non|without|except|unless)\b", re.IGNORECASE)
_JOINED = compile_later(r"\bor\b|\band\b|(?<=[a-z])/(?=[a-z])", re.IGNORECASE)


def among(text: str, choices: Sequence[str], meant: Mapping[str, str]) -> tuple[Sequence[str], str]:
    """Find the choices that a text names, and what it says besides.

    Those that stand in it count before other words for them. Of a denied one nothing is known.
    """
    if len(text) > _LONGEST or _DENIED.search(text):
        return (), ""
    longest = sorted(choices, key=len, reverse=True)
    found, rest = _taken(text, {_free(one): one for one in longest})
    same = {words: one for words, one in meant.items() if words[0] != "^"}
    if found and not _JOINED.search(text):
        return found, rest if len(found) == 1 else ""
    if found:
        others, _ = _taken(rest, same)
        both = list(dict.fromkeys([*found, *others]))
        return both, rest if len(both) == 1 else ""
    first = next((words for words in meant if _standing(words, text)), "")
    if first[:1] == "^":
        return meant[first].split("; "), text
    found, rest = _taken(text, same)
    return found, rest if len(found) == 1 else ""


def _taken(text: str, patterns: Mapping[str, str]) -> tuple[list[str], str]:
    """Take all words for answers out of a text; return the answers and what is left."""
    found: dict[str, int] = {}
    for words, one in patterns.items():
        if match := _standing(words, text):
            found.setdefault(one, match.start())
            text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    return sorted(found, key=found.__getitem__), re.sub(" +(?=[ ,;])", "", text).strip()


def _standing(words: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w)(?:{words.removeprefix('^')})(?!\w)", text, re.IGNORECASE)


def _free(choice: str) -> str:
    """Write the pattern of a choice, whose hyphens and spaces are free."""
    return "[- ]*".join(map(re.escape, re.split("[- ]", choice)))
