"""Splits: a share of the time told with the rest of it, as the most, or behind what it is for."""

import re

from amjd.answers.numbers.figures import LONGEST, has_digits, says_figure
from amjd.answers.numbers.qualifiers import changes_value
from amjd.text.characters import printable, quoted
from amjd.text.errors import Put, UnreadableError, put_instead, write_one_of
from amjd.text.patterns import compile_later

_SHARE = r"\d{1,2}(?:\.\d{1,2})? ?(?:%|percent|per cent)?"
_WON = (
    r"(?:(?:new|net new)(?: (?:business|clients?|customers?|logos?|accounts?|sales))?"
    r"|hunt(?:ing|er)?|acquisition|prospecting|acquiring|outbound)"
)
_KEPT = (
    r"(?:farm(?:ing|er)?|existing(?: (?:business|clients?|customers?|accounts?))?"
    r"|account management|retention|growing|keeping|renewals?)"
)
_JOINT = r" ?(?:/|,|;|&|\+|-|and|vs\.?) ?"
_SPLIT = compile_later(
    rf"(?P<first>{_SHARE}) {_WON}{_JOINT}(?P<other>{_SHARE}) {_KEPT}"
    rf"|(?P<rest>{_SHARE}) {_KEPT}{_JOINT}(?P<last>{_SHARE}) {_WON}",
    re.ASCII | re.IGNORECASE,
)
_MOST = compile_later(
    r"(?:max(?:imum)?\.?(?: of)?|up to|at most|no more than|not more than|<=?|\u2264) ?"
    rf"(?P<share>{_SHARE})"
    r"(?: (?:of (?:the |your )?time|new(?: business)?))?",
    re.ASCII | re.IGNORECASE,
)
_BEHIND = compile_later(
    r"(?P<for>[^\W\d_][^\d%]{2,80}?)[ ,;:(-]+"
    r"(?:(?:may ?be|about|around|roughly|approx\.?|c\.|so|say|perhaps) ?|~ ?)*"
    rf"(?P<share>{_SHARE}(?: ?(?:-|to) ?{_SHARE})?)\)?",
    re.ASCII | re.IGNORECASE,
)


def check_split(typed: str) -> None:
    """Refuse what tells more than a share, and say what of it the share is."""
    if len(typed) > LONGEST or not has_digits(typed):
        return
    message = f"{quoted(typed)} is more than a percentage."
    if found := _SPLIT.fullmatch(typed):
        won, kept = found["first"] or found["last"], found["other"] or found["rest"]
        if _figure(won) + _figure(kept) == 100:
            form = f"{won.rstrip(' %')}%"
            raise UnreadableError(message, f"Write {form}.", forms=[form], is_sure=True)
    if found := _MOST.fullmatch(typed):
        form = f"{found['share'].rstrip(' %')}%"
        put = put_instead(f"New business: up to {form} of the time", "role.duties")
        raise UnreadableError(message, "", also=[put])
    if (found := _BEHIND.fullmatch(typed)) and not _is_another(found["for"]):
        ends = re.split(r" ?(?:-|to) ?", found["share"])
        forms = [f"{end.rstrip(' %')}%" for end in ends]
        put = Put(f"New business: {printable(found['for'].strip())}", "role.duties")
        raise UnreadableError(message, write_one_of(forms), forms=forms, also=[put], is_sure=True)


def _figure(share: str) -> float:
    return float(re.match(r"[\d.]+", share)[0])  # type: ignore[index]


def _is_another(words: str) -> bool:
    """Whether words make a share another one, or say that there is none."""
    return changes_value(words) or says_figure(words) or bool(_NONE.match(words))


_NONE = compile_later(r"(?:no|not|none|never|nothing|if|when|until|or|a)\b", re.IGNORECASE)
