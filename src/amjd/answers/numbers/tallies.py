"""Tallies: clients that somebody counted where a share of them is asked for, in percent."""

import re

from amjd.answers.numbers.figures import LONGEST, says_figure
from amjd.answers.numbers.qualifiers import is_past
from amjd.answers.pay.periods import PERIOD_NAMES
from amjd.text.characters import quoted
from amjd.text.errors import Put, UnreadableError, put_instead
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

LOST, KEPT = "lost", "kept"

_SHARE = compile_later(r"%|\bper ?cent|\bpct\b", re.IGNORECASE)
_PERIOD = rf"(?:{'|'.join(PERIOD_NAMES)})s?"
_TIMED = compile_later(
    rf"(?: ?/ ?| (?:an?|per|each|every|in an?|last|this|(?:in|over) (?:the )?(?:\w+ )?\w+) )"
    rf"{_PERIOD}\b|\b(?:yearly|annually|monthly|quarterly)\b|\bin (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_OF_ALL = compile_later(r"\d (?:out )?of (?:the |our |about |some )?\d", re.ASCII | re.IGNORECASE)
# Nine in ten is a share.
_ONE_IN = compile_later(rf"\d in (?:every )?\d+(?! {_PERIOD})", re.ASCII | re.IGNORECASE)
_NOUN = compile_later(
    r"\b(?:clients?|customers?|accounts?|partners?|members?|dealers?|contracts?)\b", re.IGNORECASE
)
_SAID = compile_later(
    r"^(?:we )?(?:only )?(?:lose|lost|keep|kept|retain(?:ed)?)\b ?|,? (?:lost|kept|stay(?:ed)?)$",
    re.IGNORECASE,
)
_LOSES = compile_later(r"(?:we )?(?:only )?(?:lose|lost)\b", re.IGNORECASE)
_ALONE = compile_later(
    r"(?:about |around |roughly |~ ?)?(\d{1,3}(?:\.\d{1,4})?)"
    r"( ?/ ?\w+| (?:an?|per|each|every) \w+| \w+ly)",
    re.ASCII | re.IGNORECASE,
)


def check_share(typed: str, what: str, called: str) -> None:
    """Refuse what is no share to lose or keep from now on: `about 6 a year`, `88% last year`.

    `what` becomes of clients, LOST or KEPT; `called` is what they are called. A figure alone, and
    one with its sign, are a share.
    """
    is_alone = typed.rstrip(" %").replace(".", "", 1).isdecimal()
    if is_alone or len(typed) > LONGEST or not says_figure(typed):
        return
    names = called or "clients"
    if _SHARE.search(typed):
        _check_to_come(typed, what, names)
        return
    noun = _NOUN.search(typed) or re.search(rf"\b{re.escape(names)}\b", typed, re.IGNORECASE)
    text = in_digits(typed)
    is_counted = noun or _TIMED.search(typed) or _OF_ALL.search(text)
    share = "" if noun else _in_percent(text)
    is_for_other = share and what == KEPT and not re.search(r"y(?:ea)?r|ann", share)
    # Nobody loses a client and a half.
    is_share = is_for_other or "." in share or _ONE_IN.search(text)
    if is_counted and not is_share:
        raise _counted(typed, names, _measure(typed, what, names, noun), share)


def _counted(typed: str, names: str, measure: str, share: str) -> UnreadableError:
    put = put_instead(measure, "metrics")
    if not share:
        message = f"{quoted(typed)} counts {names}, and a share is asked for."
        return UnreadableError(message, "", also=[put])
    number = share.partition("%")[0]
    message = f"{quoted(typed)} may be {number} of the {names}, or {number} percent of them."
    here = f"If you mean percent, write {share} here."
    return UnreadableError(message, "", also=[put, here])


def _in_percent(text: str) -> str:
    """Write a figure with its period as a percentage; nothing for what cannot be one."""
    found = _ALONE.fullmatch(text)
    return f"{found[1]}%{found[2]}" if found and float(found[1]) <= 100 else ""


def _check_to_come(typed: str, what: str, names: str) -> None:
    """Refuse the share of a year that has passed, which nobody has promised for another."""
    if is_past(typed):
        message = f"{quoted(typed)} says what was: what is wanted from now on is asked for."
        put = Put(_measure(typed, what, names, None), "metrics")
        raise UnreadableError(message, "Write that share, or leave it empty.", also=[put])


def _measure(typed: str, what: str, names: str, noun: re.Match[str] | None) -> str:
    """Say as a measure how many clients were lost or kept, in the words that were typed."""
    what = LOST if _LOSES.match(typed) else what
    plain = _SAID.sub("", typed).strip(" ,") or typed
    if noun and plain == typed:
        return f"{typed[: noun.end()]} {what}{typed[noun.end() :]}"
    return f"{names} {what} ({plain})"
