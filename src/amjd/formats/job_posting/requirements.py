"""What a candidate must have, in the forms that Google reads while it tries them (beta)."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from amjd.answers.wishes import WISHED
from amjd.formats.job_posting.stated import Data, Stated
from amjd.text.patterns import compile_later

# The categories that Google knows, each with the words for it.
_CATEGORIES = {
    "high school": r"high[ -]?school|secondary[ -]school|GED|abitur|a-levels?",
    "associate degree": r"associate(?:['\u2019]?s)?(?: degree)?",
    "bachelor degree": r"bachelor(?:['\u2019]?s)?|B\.?A\.?|B\.?Sc?\.?|undergraduate",
    "postgraduate degree": r"masters?(?= degree| in\b| of\b)|master['\u2019]s|M\.?B\.?A\.?"
    r"|M\.?Sc\.?|ph\.?d\.?|doctorate|postgraduate|graduate degree",
    "professional certificate": r"certificat(?:e|ion)s?|certified",
}
# Without a word on its kind a degree is a first one.
_A_DEGREE = "bachelor degree"
# The least first: of several ways to qualify the least is enough.
_LEAST_FIRST = ("high school", "professional certificate", "associate degree", _A_DEGREE)
_PIECES = compile_later(r"(?i)\s*(?:[,;()/]|\.(?= [A-Z][a-z])|\b(?:but|or)\b)\s*")
_EITHER = compile_later(r"(?i)\bor\b|/|\beither\b")
# What would be welcome is not asked for, and who may go without has nothing to show.
_WELCOME = compile_later(
    rf"(?i){WISHED}|\b(?:prefer(?:ence)?|plus|nice|bonus|advantage"
    r"|(?:not|no|n['\u2019]t|without)(?: \w+){0,2} (?:required|needed|need"
    r"|necessary|degree|diploma|certificat\w+|qualifications?|education))\b"
)
_NONE = compile_later(r"(?i)(?:\bor |/ ?)(?:with )?(?:no|none|nothing|without)\b")
# A field of study that stands apart from its degree, or what a posting says of every degree.
_RELATED = compile_later(
    r"(?i)(?:an? )?(?:(?:closely |directly )?(?:related|similar|relevant|comparable|other|another"
    r"|equivalent|equal|same)\b.*|(?:the )?same .*|(?:(?!train|vocat|apprent)\S+ ){0,3}experience.*"
    r"|\d.*years?.*|university|college|higher|above|better)"
)
_OF_DEGREE = compile_later(r"(?i)(?:an? )?(?!degree)\S+(?: and \S+)? degree\b")
_IN_FIELD = compile_later(r"(?i)\bin\b")
# Ways to learn a trade that are of no category.
_OTHER = compile_later(
    r"(?i)\b(?:apprentic\w*|vocational|trade|train\w+|diploma|licen[cs]e\w*|card|course\w*"
    r"|boot ?camp|nvq|btec|hn[cd]|ausbildung|lehre|meister\w*|military|service|self-taught"
    r"|qualifi\w+)\b"
)


def experience(stated: Stated) -> Data:
    """Give the months of experience that are asked for at least."""
    years = stated.answer("role.years")
    if not years:
        return {}
    months = years.low * 12
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}


def education(stated: Stated) -> Data | str:
    """Give the category of the least credential that is enough, or the words if it is of none."""
    text = stated.text("role.education")
    if not (category := _category(text)):
        return text
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": category}


def _category(text: str) -> str:
    """Return the least that is surely enough; nothing where that is of no category, or nothing."""
    if _NONE.search(text):
        return ""
    pieces = [piece for piece in _PIECES.split(text) if piece and not _WELCOME.search(piece)]
    if _EITHER.search(text) and _is_another_way(pieces):
        return ""
    found = {category for piece in pieces if (category := _category_of(piece))}
    return min(found, key=_rank, default="")


def _rank(category: str) -> int:
    return (*_LEAST_FIRST, category).index(category)


def _is_another_way(pieces: Sequence[str]) -> bool:
    """Whether one of the ways that are named is of no category, and is no field of study."""
    in_field = False
    for piece, behind in zip_longest(pieces, pieces[1:], fillvalue=""):
        if _category_of(piece):
            in_field = bool(_IN_FIELD.search(piece))
            continue
        is_field = (in_field or _OF_DEGREE.match(behind)) and not _OTHER.search(piece)
        if not (is_field or _RELATED.fullmatch(piece)):
            return True
    return False


def _category_of(piece: str) -> str:
    for category, pattern in _CATEGORIES.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", piece, re.IGNORECASE):
            return category
    return _A_DEGREE if re.search(r"\bdegree\b", piece, re.IGNORECASE) else ""
