"""What a candidate must have, in the forms that Google reads while it tries them (beta)."""

import re

from amjd.formats.job_posting.stated import Data, Stated

# The categories that Google knows, the least first: of several that are named the least is asked.
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


def experience(stated: Stated) -> Data:
    """Give the months of experience that are asked for at least."""
    years = stated.answer("role.years")
    if not years:
        return {}
    months = years.low * 12
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}


def education(stated: Stated) -> Data | str:
    """Give the category of the credential that is asked for, or its words if it is of none."""
    text = stated.text("role.education")
    if not (category := _category(text)):
        return text
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": category}


def _category(text: str) -> str:
    for category, pattern in _CATEGORIES.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
            return category
    return _A_DEGREE if re.search(r"\bdegree\b", text, re.IGNORECASE) else ""
