"""Which of a template's own lines stand in a posting beside the owner's: theirs go before ours.

A line leaves when the answers leave it out by name, when the owner's own words say it already, and
when the list is full without it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from amjd.answers.choices import ALL
from amjd.answers.conditions import Shown
from amjd.documents.document import Runs, text_of
from amjd.documents.fill import Filled
from amjd.documents.language import Part
from amjd.text.patterns import compile_later

MOST = {"duties": 10, "needs": 6}
"""How many lines a list has at most, unless the owner's own and her answers are more."""
# Where the owner's own words say what a line of ours does; what is required is no plus.
_OWN = {
    "duties": ("role.duties",),
    "needs": ("role.required",),
    "pluses": ("role.preferred", "role.required", "role.years_in"),
}
# Between two tools of an answer, and what one goes without where it is named for short.
_BETWEEN = compile_later(r"(?i)\s*(?:[,;+/&]|\b(?:and|or)\b)\s*")
_LONG = compile_later(
    r"(?i)^(?:microsoft|ms) (?=excel|outlook|powerpoint|dynamics|office)"
    r"|(?<=\w)(?: (?:online|desktop|crm|pro|plus|sales|cloud|suite))+$"
)
# What is done with a tool that keeps the records; whoever only uses it for orders keeps none there.
_RECORDS = compile_later(
    r"\b(?:log(?:s|ged|ging)?(?! ?(?:in|on|into)\b)|notes?|noted|noting|records?|recorded|recording"
    r"|up[- ]to[- ]date|current(?= in\b|$|,)|writ(?:e|es|ing) (?:\w+ )?down"
    r"|(?:keep|maintain|updat)(?:e|es|s|ing)? (?:\w+ ){0,2}\0"
    r"|(?:track|document|updat)(?:e|es|s|ing)? (?:\w+,? ){0,4}"
    r"(?:calls?|visits?|conversations?|clients?|accounts?|contacts?|deals?|pipelines?))"
)
_SHARE = compile_later(r"(?m)^(\d{1,3})%|\b(\d{1,3})%\)?(?: of (?:the|your) time)?$")
_DIGIT = compile_later(r"\d")


class Line(NamedTuple):
    """A line of the template's own as it reads beside these answers.

    `kind` is what its list is called in data, `vital` goes before others where there is no room
    for all, and `why_not` is empty for one that is printed.
    """

    kind: str
    name: str
    runs: Runs
    vital: bool = False
    why_not: str = ""

    @property
    def text(self) -> str:
        return text_of(self.runs)


NAMED, SAID, FULL = "left out by name", "said already", "the list is full"


def pick(
    filled: Sequence[Filled], texts: Mapping[str, Shown], names: Sequence[str]
) -> tuple[Line, ...]:
    """Say of each line that has words beside these answers whether it is printed, in order.

    `names` are those to leave out; `all` of them leaves out every one. A line that alone shows an
    answer stays, however full the list is and whatever the owner's words say.
    """
    elsewhere = _in_two_places(filled)
    said = {kind: _own_words(texts, fields) for kind, fields in _OWN.items()}
    lines = [
        Line(
            part.listed,
            part.name,
            own[0],
            part.vital,
            _why_not(part, text_of(own[0]), said[part.listed], texts, names, fields - elsewhere),
        )
        for part, own, fields in filled
        if own and part.name and part.listed
    ]
    for kind in MOST:
        staying = [line for line in lines if line.kind == kind and not line.why_not]
        room = _room(kind, filled, texts)
        if len(staying) > room:
            over = sorted(staying, key=lambda line: _weight(line, elsewhere))[room:]
            gone = [line for line in over if not _alone(line, elsewhere)]
            lines = [line._replace(why_not=FULL) if line in gone else line for line in lines]
    return tuple(lines)


def _in_two_places(filled: Sequence[Filled]) -> set[str]:
    """Return the fields whose answers two parts show, or more."""
    once, twice = set[str](), set[str]()
    for one in filled:
        if one.fields:
            twice |= once & one.fields
            once |= one.fields
    return twice


def _room(kind: str, filled: Sequence[Filled], texts: Mapping[str, Shown]) -> int:
    """Count the lines of ours that a list takes beside those that stand in it anyway."""
    if kind == "duties" and _takes_all_time(texts.get("role.duties", ())):
        return 0
    others = [one.lines for one in filled if one.part.listed == kind and not one.part.name]
    return max(0, MOST[kind] - sum(map(len, others)))


def _own_words(texts: Mapping[str, Shown], fields: Sequence[str]) -> str:
    """Return what the owner wrote in some fields, in small letters; nothing where it is blank."""
    words = "\n".join([_on_lines(texts[field]) for field in fields if field in texts])
    return "" if words.isspace() else words.lower()


def _on_lines(shown: Shown) -> str:
    """Return an answer with its items on lines of their own."""
    return shown if isinstance(shown, str) else "\n".join(shown)


def _takes_all_time(duties: Shown) -> bool:
    """Whether the shares of time in an owner's duties leave none: (40%), 30% of the time."""
    text = _on_lines(duties)
    shares = _SHARE.findall(text) if "%" in text else ()
    return sum(int(first or last) for first, last in shares) >= 95


def without(filled: Sequence[Filled], lines: Sequence[Line]) -> list[Filled]:
    """Take the lines that are not printed out of the filled parts."""
    gone = {(line.kind, line.name) for line in lines if line.why_not}
    return [one for one in filled if (one.part.listed, one.part.name) not in gone]


_FEWEST = 8  # duties; a reader takes in fewer at a glance, without headings over groups of them


def ungrouped(filled: Sequence[Filled]) -> list[Filled]:
    """Leave out the headings over groups of duties: of few in all, of one, or over one alone."""
    groups = _groups(filled)
    counts = [count for _, group in groups if (count := sum(len(one.lines) for one in group))]
    every = sum(len(one.lines) for one in filled if one.part.listed == "duties")
    if every >= _FEWEST and len(counts) > 1 and 1 not in counts:
        return list(filled)
    over = [heading.part for heading, _ in groups]
    return [one for one in filled if one.part not in over]


def _groups(filled: Sequence[Filled]) -> list[tuple[Filled, list[Filled]]]:
    """Give each heading over a group of duties what stands under it, if anything is left there."""
    groups: list[tuple[Filled, list[Filled]]] = []
    is_open = False
    for one in filled:
        if one.part.kind == "heading":
            is_open = one.part.level == 3
            groups += [(one, [])] * is_open
        elif is_open:
            groups[-1][1].append(one)
    return [
        (heading, under)
        for heading, under in groups
        if not under or any(one.part.listed == "duties" for one in under)
    ]


# In what time the owner wants answers: client complaints answered in 48h, quotes out in 24 hrs.
_REPLIES = (
    "answer", "quote", "quoting", "quotation", "repl", "respon", "complain", "ticket", "enquir",
    "inquir", "question", "request", "call back", "calls back", "called back",
)  # fmt: skip
_IN_TIME = compile_later(
    rf"\b(?:{'|'.join(_REPLIES)})[^\n]{{0,40}}"
    r"\b(?:\d+ ?(?:h|hrs?|hours?|mins?|minutes|(?:working |business )?days?)\b"
    r"|next (?:business |working )?day|(?:one|two|three) (?:working |business )?(?:hours?|days?)\b)"
)


def _answers_later(texts: Mapping[str, Shown]) -> bool:
    """Whether the owner says in what time questions are answered, which ours says otherwise."""
    said = "\n".join(_on_lines(texts.get(field, "")) for field in ("metrics", "role.duties"))
    said = said.lower()
    is_timed = any(map(str.isdigit, said)) or "day" in said or "hour" in said
    is_reply = is_timed and any(word in said for word in _REPLIES)
    return is_reply and bool(_IN_TIME.search(said))


def _why_not(
    part: Part,
    text: str,
    own: str,
    texts: Mapping[str, Shown],
    names: Sequence[str],
    alone: frozenset[str],
) -> str:
    """Say why a line, with its text, is not printed.

    `own` are the owner's words in its list, `alone` are fields that nothing else shows.
    """
    if ALL in names or part.name in names:
        return NAMED
    if alone:
        return ""
    replies = "the same day" in text and ("nswer" in text or "quote" in text)
    if replies and _answers_later(texts):
        return SAID
    return SAID if own and any(_said(own, *word) for word in _words(part, texts)) else ""


def _alone(line: Line, elsewhere: set[str]) -> set[str]:
    """Return the fields whose answers a line shows and nothing else does."""
    return {run.field for run in line.runs if run.field} - elsewhere


def _words(part: Part, texts: Mapping[str, Shown]) -> Iterator[tuple[str, bool]]:
    """Give the words by which an owner says the same; one in brackets is an answer.

    Beside each stands whether it is a tool of which a duty has to say that it keeps the records.
    """
    for word in part.said_by:
        answer = str(texts.get(word[1:-1], "")) if word[0] == "[" else word
        is_tool = word.startswith("[tools.")
        is_kept = part.listed == "duties" and (is_tool or word == "crm")
        names = _tools(answer) if is_tool else [answer]
        yield from ((name.lower(), is_kept) for name in names if name)


def _tools(answer: str) -> list[str]:
    """List the tools in an answer, each by the name that all its editions have."""
    names = [answer] if answer.isalnum() else _BETWEEN.split(answer)
    return [_LONG.sub("", name) if " " in name else name for name in names]


def _said(own: str, word: str, is_kept: bool) -> bool:
    """Whether the owner's own lines say what a word stands for."""
    # To find a word at all is faster than to make a pattern of it, and few are found.
    if word not in own:
        return False
    found = re.compile(rf"\b{re.escape(word)}")
    if not is_kept:
        return bool(found.search(own))
    lines = (found.sub("\0", line) for line in own.split("\n"))
    return any("\0" in line and _RECORDS.search(line) for line in lines)


def _weight(line: Line, elsewhere: set[str]) -> int:
    """Rank a line: what is vital or shows an answer that nothing else does, a figure, an answer."""
    answers = [run.text for run in line.runs if run.field]
    if line.vital or _alone(line, elsewhere):
        return 0
    return 1 if any(map(_DIGIT.search, answers)) else 2 if answers else 3
