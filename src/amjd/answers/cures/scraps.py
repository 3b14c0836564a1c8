"""Scraps: what is left of an answer and could stand in no other field, such as `fully` or `half-`.

A cure never says to put one there.
"""

import re
from typing import TypeGuard

from amjd.answers.pay.periods import PERIOD_NAMES
from amjd.text.errors import Part
from amjd.text.losses import denies
from amjd.text.patterns import compile_later

# Words that say nothing by themselves: how much, how surely, and what leads to others.
_EMPTY = frozenset(re.findall(
    r"\S+",
    "a an and any are as at be but by each ever every few fewer for from here in is it its just "
    "kind less like many maybe more most much my now of on only or our out over please per "
    "possibly probably quite rather really so some sort still such sure than that the their "
    "then there this to too under until up very we well while will with yes yet you your "
    "absolutely actually all almost always barely basically below above completely entirely "
    "first friendly fully half halves hardly largely mainly maximum minimum mostly nearly never "
    "no non none not nothing often once other part partially partly pretty quasi semi sometimes "
    "second third thirds quarter fourth fifth fifths sixth eighth tenth times totally twice "
    "usually without bi ish un mailto http https www href hundred percent pct one two three "
    "four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens"
))  # fmt: skip
_WORDS = compile_later(r"[^\W\d_]{2,}|(?<!\d)\d+[a-z]+|[^\w\s.,;:%()/+?!-]\d[\w.,]*\w")
_FIGURE = compile_later(r"\W*\d[\d.,:/ -]*\W*")
_SHARE = compile_later(r"%|^\d+/\d+$")
# Fields that take a figure alone, and those in which one says enough: 10% twice a year.
_OF_FIGURES = (
    "apply.phone",
    "pay.base",
    "pay.ote",
    "pay.variable",
    "quota.target",
    "role.hours",
    "role.until",
)
_OF_TERMS = ("pay.bonus", "apply.contact", "apply.steps")
_OF_SENTENCES = ("role.duties", "role.opening", "role.training")  # where one word says nothing
# What one gets, and what is measured: nobody lists there what is none.
_NOT_DENIED = (
    "apply.contact", "pay.benefits", "pay.commission", "pay.ote", "pay.variable", "metrics",
)  # fmt: skip


def is_scrap(words: str, home: Part, own: str = "") -> bool:
    """Whether words cannot stand in a field; `own` are words that the field they left has anyway.

    `home` is the field, or what a cure says of them, with what makes them stand there.
    """
    low = words.lower()
    is_denied = denies(low.replace("hardly", ""))  # hardly any are some
    if not is_field(home):
        cure = str(home)
        is_told = cure.startswith("The posting has no place")  # of what is not so, too
        return (is_denied and not is_told) or ("{words" in cure and not re.search(r"\w", low))
    if (is_denied and home in _NOT_DENIED) or (home == "role.hours" and _SHARE.search(low)):
        return True
    if home in _OF_FIGURES and _FIGURE.fullmatch(low):
        return False
    empty, said = _EMPTY.union(own.split()), _WORDS.findall(low)
    if is_denied:
        said = [word for word in said if word.isalpha()]
    elif home in _OF_TERMS:
        said += re.findall(r"(?<![\w.,])[\w.,]*\d\w*", low)
    left = [word for word in said if word not in empty]
    is_alone = len(left) == 1 and not re.search(r"\d", low)
    return not left or (is_alone and (home in _OF_SENTENCES or _is_adverb(left[0])))


def is_field(home: Part) -> TypeGuard[str]:
    """Whether a home is a field, and no more than that."""
    return isinstance(home, str) and " " not in home


def says_something(words: str, own: str) -> bool:
    """Whether a scrap has a word of its own, which is told where it is left out."""
    left = set(_WORDS.findall(words.lower())) - _EMPTY - set(own.split())
    return bool(left) and not denies(words.lower()) and not all(map(_is_adverb, left))


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in PERIOD_NAMES
