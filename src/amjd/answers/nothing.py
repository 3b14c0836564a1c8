"""Nothing: the words with which people say that there is no answer, as `none` does."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from amjd.answers.kinds import Context, Kind, ListKind
from amjd.answers.wishes import is_wished
from amjd.text.characters import fold, fold_look_alikes, printable, quoted
from amjd.text.errors import Put, UnreadableError
from amjd.text.patterns import compile_later

_LONGEST = 80  # characters of a text that says no more than that
YET = (
    r"yet|so far|(?:(?:right|just|as of|for|until) )?now|today|currently"
    r"|at (?:the|this) (?:moment|time|stage|point)|at present|at all|really|as such"
)
"""What stands behind a no and changes nothing of it; "in the first year" would."""
BUT = r"(?: ?[,;:.(\u2013\u2014]| -| but\b| just\b)"
"""What stands between a no and what there is instead."""
_TAIL = (
    rf"(?:[ ,]+(?:{YET}|sorry|thanks|thank you|in particular|special|else"
    r"|to speak of|(?:is |are |being )?(?:required|needed|necessary|wanted|planned|offered|given"
    r"|provided|paid|available|applicable|expected|set|known|specified|stated)))*[ .!]*"
)
_NO = r"(?:no[- ]one|no|nope|nah|none|nil|nothing|nobody|nowhere)"
_BARE = compile_later(
    rf"(?:{_NO}|not any)(?:[ ,]+{_NO})?{_TAIL}"
    r"|n/a[ .!]*|[-\u2014]+"
    r"|(?:it'?s |that'?s |this is )?not (?:yet|any(?: yet)?|(?:required|needed|necessary|applicable"
    r"|offered|given|provided|paid|planned|available)(?: yet)?)[ .!]*",
    re.IGNORECASE,
)
_NO_NAME = compile_later(r"(?:none|n/a|not applicable|[-\u2014])\.?", re.IGNORECASE)
_LEADING = (
    r"(?:(?:we|you) (?:have|pay|offer|give|need|get|ask for|use|want) |there (?:is|are|will be) )?"
)
_WITHOUT = (
    r"(?:no|not an?|not any|without(?: any)?|zero"
    r"|(?:(?:we|you|i) )?(?:do not|don'?t|never)"
    r" (?:have|pay|offer|use|do|give|need|require|ask for)(?: an?y?)?)"
)
_MORE = r"(?:(?:other|further|more|formal|special|fixed|extra|additional|particular|real) )?"


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say: `no`, `None yet.`, `not required`."""
    return _may_deny(text) and bool(_BARE.fullmatch(_plain(text)))


def names_nothing(text: str) -> bool:
    """Whether a text says that there is nothing, of one thing or of all: `no target yet`."""
    return says_nothing(text) or says_none_of(text, r"[^\W\d_]+(?: [^\W\d_]+)?")


def is_no_firm(text: str) -> bool:
    """Whether the name of a firm is none: No may be one, and Nothing is."""
    return bool(_NO_NAME.fullmatch(_plain(text[:_LONGEST])))


def is_no_name(text: str) -> bool:
    """Whether a text that names a thing or a place is no name: NO may be one."""
    return is_no_firm(text) or text.rstrip(".") in ("no", "No")


def says_none_of(text: str, things: str) -> bool:
    """Whether a text says that there are none of some things: `no degree required`.

    `things` is a pattern of their names.
    """
    if not _may_deny(text):
        return False
    pattern = rf"{_LEADING}{_WITHOUT} {_MORE}(?:{things}){_TAIL}"
    return bool(re.fullmatch(pattern, _plain(text), re.IGNORECASE))


def behind_denial(text: str, things: str) -> str | None:
    """Return what stands behind all that says at the beginning that there is none.

    None where a text does not begin so, or what is denied goes on: `no bonus in the first year`.
    `things` is a pattern of the names of what may be denied, one or another of them.
    """
    if not _plain(text[:8]).lower().startswith(_BEGINNINGS):
        return None
    plain, at = text[:_HEAD].replace("\u2019", "'"), 0
    words = rf"(?:{_LEADING}{_WITHOUT} {_MORE}(?:{things})|{_NO}\b|not (?:{YET})\b){_TAIL}"
    denial = re.compile(words, re.IGNORECASE)
    while (found := denial.match(plain, at)) and _ends(plain, found.end()):
        at = found.end() + len(_BEHIND.match(plain, found.end())[0])  # type: ignore[index]
    rest = text[at:].rstrip(" .;,)!")
    return None if at == 0 or _GOES_ON.match(rest) else rest


def behind_none(text: str) -> str | None:
    """Return what stands behind a no to a whole list: `none of these, we are small`.

    None where a text says no such no, or takes some of the list out of it: `none but the first`.
    """
    head = text[:_HEAD].strip()
    if not head[:8].lower().startswith(_BEGINNINGS) or NO_BUT.match(head):
        return None
    rest = behind_denial(_OF_THESE.sub("none", head), "such")
    return None if rest is None or re.match(r"\d", rest) else rest


_OF_THESE = compile_later(
    r"(?i)^(?:none|nothing|not any|no)(?: of (?:these|those|them|that|this|it|the above))?"
    r"(?: (?:(?:is|are) (?:true|so)|appl(?:y|ies)|fits?|really|here|of (?:us|ours)))*"
    r"(?=$|[ .,;:(!\u2013\u2014-])"
)


def _ends(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1] in ".!" or bool(_END.match(text, at))


_HEAD = 400  # characters in which a denial ends
_END = compile_later(
    r"(?i) *(?:$|[,;:(\u2013\u2014]|- )|(?:(?<= )|(?= )) ?(?:but|and|plus|just|only|we|it'?s)\b"
)
_BEHIND = compile_later(r"(?i)[\s,;:.!(\u2013\u2014-]*(?:(?:but|and|plus)\b[\s,]*)*")
_GOES_ON = compile_later(r"(?i)(?:(?:just|only|not) )*(?:if|when|unless|until|till|except)\b")


NO_BUT = compile_later(r"^(?:no|none|nope|nothing)\b[\s,;:.\u2013\u2014-]*but ", re.IGNORECASE)
"""A no in front of what there is all the same: it denies nothing of that."""


def _may_deny(text: str) -> bool:
    """Whether a text begins as these do: few answers make a pattern worth its compiling."""
    return len(text) <= _LONGEST and _plain(text[:8]).lower().startswith(_BEGINNINGS)


_BEGINNINGS = (
    "no", "na", "ni", "n/", *"-\u2010\u2011\u2012\u2013\u2014", "it", "that", "this", "we ", "you ",
    "there ", "without", "don", "do ", "zero", "0",
)  # fmt: skip
_Read = Callable[[object, Context], Any]


def unless(is_none: Callable[[str], bool], read: _Read, nothing: str | None = None) -> _Read:
    """Make a reader to which some texts are no answer, which is told; `nothing` stands for them."""

    def read_any(value: object, context: Context) -> Any:
        if isinstance(value, str) and _may_deny(value.strip()) and is_none(text := fold(value)):
            context.tell(f"{quoted(text)} is read as no answer")
            return nothing
        return read(value, context)

    return read_any


def without(kind: Kind, things: str) -> Kind:
    """Let a kind take it for no answer that there are none of some things, as in `no commission`.

    `things` is a pattern of their names.
    """
    nothing = "" if isinstance(kind, ListKind) else None
    read = unless(lambda text: says_none_of(text, things), kind.read, nothing)
    if isinstance(kind, ListKind) and kind.item:
        return replace(kind, read=read, item=replace(kind.item, read=read))
    return replace(kind, read=read)


def denied(kind: Kind, things: str, home: str) -> Kind:
    """Let a kind take a denial with a remark for no answer too: `none, we do not mind`.

    The remark is told; behind a `but` it is something all the same, whose field is `home`.
    `things` is a pattern of what may be denied by its name.
    """

    def read(value: object, context: Context) -> Any:
        text = fold(value) if isinstance(value, str) else ""
        rest = behind_denial(text, things)
        if rest is None or re.match(r"\d", rest):
            return kind.read(value, context)
        if rest and (_INSTEAD.search(text[: text.rfind(rest)]) or _ONLY.match(rest)):
            words = _ONLY.sub("", rest)
            is_wish = home == "role.required" and is_wished(words)
            put = Put(printable(words), "role.preferred" if is_wish else home)
            message = f"{quoted(text)} says that there is none."
            raise UnreadableError(message, "Leave it empty.", also=[put])
        left = f", and {quoted(rest)} is left out" * bool(rest)
        context.tell(f"{quoted(text)} is read as no answer{left}")
        return None

    return replace(kind, read=read)


_INSTEAD = compile_later(r"(?i)\b(?:but|although|though)\W*$")
_ONLY = compile_later(r"(?i)^(?:just|only)\b\W*")


def _plain(text: str) -> str:
    return fold_look_alikes(text).replace("\u2019", "'")
