"""Scraps: what is left of an answer and could stand in no other field, such as `fully` or `half-`.

A cure never says to put one there.
"""

import re

from amjd.text.losses import denies
from amjd.text.patterns import compile_later

# Words that say nothing by themselves: how much, how surely, and what leads to others.
_EMPTY = frozenset(re.findall(
    r"\S+",
    "a an and any are as at be but by each every few fewer for from here in is it its just kind "
    "less like many maybe more most much my now of on only or our out over please per possibly "
    "probably quite rather really so some sort still such sure than that the their then there "
    "this to too under until up very we well while will with yes yet you your absolutely "
    "actually all almost always barely basically below above completely entirely first friendly "
    "fully half halves hardly largely mainly maximum minimum mostly nearly never no non none "
    "not nothing often once other part partially partly pretty quasi semi sometimes second "
    "third thirds quarter fourth fifth fifths sixth eighth tenth times totally twice usually "
    "without bi ish un mailto http https www href hundred percent pct one two three four five "
    "six seven eight nine ten eleven twelve twenty thirty forty fifty dozens"
))  # fmt: skip
_WORDS = compile_later(r"[^\W\d_]{2,}|\d+[a-z](?![a-z])|\d+[a-z]+\b")
_FIGURE = compile_later(r"\W*\d[\d.,:/ -]*\W*")
_OF_FIGURES = ("pay.base", "pay.ote", "pay.variable", "quota.target")
_WITH_FIGURES = (*_OF_FIGURES, "role.hours", "role.until")
_TERMS = (
    "pay.bonus",
    "apply.contact",
    "apply.steps",
)  # in which a figure says enough: 10% twice a year
# What one gets, and what is measured: nobody lists there what is none.
_NOT_DENIED = (
    "apply.contact",
    "pay.benefits",
    "pay.commission",
    "pay.ote",
    "pay.variable",
    "metrics",
)


def is_scrap(words: str, home: str, own: str = "") -> bool:
    """Whether words cannot stand in a field; `own` are words that the field they left has anyway.

    `home` is the field, or a sentence with what makes them stand there.
    """
    low = words.lower()
    is_sentence, is_denied = " " in home, denies(low.replace("hardly", ""))
    if is_sentence and "{words" not in home:
        return is_denied
    if is_denied and (is_sentence or home in _NOT_DENIED):
        return True
    if home == "role.hours" and re.search(r"%|^\d+/\d+$", low):
        return True
    if is_sentence or (_FIGURE.fullmatch(low) and home in _WITH_FIGURES):
        return not re.search(r"\w", low)
    empty = _EMPTY.union(own.split())
    if (
        home in _TERMS
        and not is_denied
        and any(word not in empty for word in re.findall(r"[\w.,]*\d\w*", low))
    ):
        return False
    return all(word in empty for word in _WORDS.findall(low))
