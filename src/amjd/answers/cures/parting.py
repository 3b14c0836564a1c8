"""Parting: the things of which words tell that stand beside an answer, each by itself."""

import re
from collections.abc import Iterator, Sequence

from amjd.text.patterns import compile_later

_LEADING = compile_later(
    r"(?:[+&,;:/|().\s\u2013\u2014-]|(?:and|but|plus|with|within|or|of|in|at|ask for|call|ring"
    r"|excl|excluding|exclusive of|not including)\b)+",
    re.IGNORECASE,
)
_SIGNS = compile_later(r"[+&,;:/|().\s\u2013\u2014-]+")
_TRAILING = compile_later(r"(?:[ ,;:.]|\b(?:on|at|or))+$", re.IGNORECASE)
_JOINT = compile_later(r" ?\+ ?| (?:&|and|plus) |, | \(", re.IGNORECASE)
_THEN = compile_later(r"\s+(?:(?:first|initially)\s+)?(?=then perm)", re.IGNORECASE)
_PUT_BY = compile_later(
    r"\b(?:super\w*|pension\w*|401 ?\(?k\)?|rrsp|kiwi ?saver|bvg|retirement\w*"
    r"|provident|gratuity|esop|equity|shares?|options)(?: fund| plan| scheme)?$",
    re.IGNORECASE,
)
_OF_IT = compile_later(
    r"(?!.*\b(?:bonus|commission|ote|variable)\b)(?:up to |at )?[\d.,]+(?:-[\d.,]+)? ?(?:%|percent)"
    r"|(?:matched|match|employer|above|on top|statutory|incl)",
    re.IGNORECASE,
)
_OWN_CAR = compile_later(
    r"(?:your |my |an? )?own(?: [a-z-]{1,20}){0,3}? (?:car|van|vehicle)\b", re.IGNORECASE
)
_CLAUSE = compile_later(r"[,;] (?![^(]*\))")
# What a number is for, and whom one asks for there.
_BESIDE_PHONE = compile_later(
    r"[,;] ?(?=(?:please )?(?:ask for|texts?|txt|sms|calls?|ring|no)\b)", re.IGNORECASE
)
# Whose words are put elsewhere as they were typed, with the figure that they are about.
WHOLE = (
    "pay.variable", "portfolio.retention", "portfolio.churn",
    "portfolio.revenue", "portfolio.expansion", "role.new_business", "role.regions",
)  # fmt: skip


def tail_of(words: str) -> tuple[str, str]:
    """Part what a hyphen joins to an answer, `-first` of `remote-first`, from what is told besides.

    Alone it is no phrase, so it is moved nowhere.
    """
    found = _TAIL.match(words)
    return (found[0], words[found.end() :]) if found else ("", words)


_TAIL = compile_later(r"-(?!(?:to|then|or|and)\b)[^\W\d_]+(?:-[^\W\d_]+)*")


def clauses_of(words: str, form: str) -> Sequence[str]:
    """Part what stands beside a place of work at its commas, but for the days of a hybrid one."""
    if form not in ("on-site", "remote"):
        return [words]
    return [part for part in _CLAUSE.split(words) if part]


def parts_of(field: str, words: str) -> Iterator[str]:
    """Part what comes with pay, a job or a car, of which each thing has a field of its own."""
    joined = [words]
    if field in ("pay.base", "role.employment"):
        joined = _with_their_shares(_JOINT.split(words))
        if field == "role.employment":
            joined = [one for part in joined for one in _THEN.split(part)]
    elif field == "apply.phone":
        joined = _BESIDE_PHONE.split(words)
    elif field == "role.car" and (own := _OWN_CAR.match(words)):
        joined = [own[0], words[own.end() :]]
    for part in joined:
        leading = _SIGNS if field == "quota.forecast" else _LEADING  # by the 25th, with the owner
        match = None if field in WHOLE else leading.match(part)
        bare = part[match.end() :] if match else part
        bare = _TRAILING.sub("", bare) if field == "apply.phone" else bare.rstrip(" ,;:./&+")
        bare = bare.removesuffix(")") if "(" not in bare else bare
        yield bare.removesuffix(" only") if field == "role.workplace" else bare


def _with_their_shares(parts: list[str]) -> list[str]:
    """Join again what is put by for later and what it is worked out by: `super (12%)`."""
    found: list[str] = []
    for part in parts:
        if found and _PUT_BY.search(found[-1]) and _OF_IT.match(part):
            found[-1] = f"{found[-1]} ({part.removesuffix(')')})"
        else:
            found.append(part)
    return found


def unbracketed(words: str) -> str:
    """Take off brackets that stand around all of some words, and one whose other end is gone."""
    if words[:1] == "(" and words.find(")") in (-1, len(words) - 1):
        return words[1:].removesuffix(")")
    return words.removesuffix(")") if words.count(")") > words.count("(") else words
