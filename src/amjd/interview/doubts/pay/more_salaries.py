"""A thirteenth salary and the like in the place of a bonus: `none, just 13th salary`."""

import re

from amjd.answers.pay.leftovers import PAYMENTS
from amjd.answers.pay.money import NONE
from amjd.answers.pay.variable import beside_none
from amjd.interview.doubts.pay.terms import Way, terms_name
from amjd.interview.kept import Kept
from amjd.interview.on_top import FIELD
from amjd.interview.spelling import spelled
from amjd.text.patterns import compile_later

BENEFITS = "pay.benefits"
_NTH = r"(?:1[34](?:th|\.)?|thirteenth|fourteenth)"
MORE_SALARIES = (
    rf"(?:\b{_NTH}(?:(?: and| or|,| \+| &) ?{_NTH})? (?:monthly |month'?s? |months'? )?"
    r"(?:salar(?:y|ies)|paychecks?|paycheques?|pay|wages?|months?)\b)"
)
"""A pattern of the salaries that are paid beside those of twelve months."""
_TIMES = r"(?:13|14|thirteen|fourteen)"
_A_YEAR = r"(?:,? (?:a|per|each|every|in a|of the) year|,? yearly|,? p\.?a\.?)?"
PAID_TIMES = (
    rf"(?:\b{_TIMES} ?(?:x|\u00d7|times){_A_YEAR}(?![\w.])"
    rf"|(?<!\w)[x\u00d7*] ?{_TIMES}(?![\d.,%]){_A_YEAR}"
    rf"|\b(?:paid |payable )?(?:in |over |as )?{PAYMENTS}{_A_YEAR})"
)
"""A pattern of how often the salary of a month is paid in a year."""


def times_paid(text: str) -> str:
    """Write that a salary is paid 13 or 14 times a year, if a text says nothing else."""
    found = _PAID_TIMES.fullmatch(text.strip(" .()"))
    count = found and re.search(rf"(?i){_TIMES}", found[0])
    if not count or count[0].lower() not in _COUNTS:
        return ""
    return f"paid {_COUNTS[count[0].lower()]} times a year"


def none_but_benefits(kept: Kept, typed: str) -> Way | None:
    """Tell that nothing comes on top but what is a benefit: `13th salary, no commission`.

    None where anything else is told, or nothing is denied.
    """
    clauses = [one.strip(" .") for one in _JOINTS.split(typed)]
    denied = [one for one in clauses if _NONE.fullmatch(one) or beside_none(one) == ""]
    others = [_ONLY.sub("", one) for one in clauses if one and one not in denied]
    others = [one.removesuffix(" though") for one in others]
    if not denied or not others or not all(map(_is_benefit, others)):
        return None
    told = [spelled(one, {}, of_tools=False) for one in others]
    return Way("benefits", {FIELD: NONE, BENEFITS: [*kept.items(BENEFITS), *told]})


def _is_benefit(clause: str) -> bool:
    return bool(_BENEFIT.search(clause)) and not terms_name(clause)


_JOINTS = compile_later(r"(?i)\s*(?:[,;.]\s|[,;]|\bbut\b|\s[-\u2013\u2014]\s)\s*")
_NONE = compile_later(r"(?i)(?:none|no|nothing|nope|zero)")
_PAID_TIMES = compile_later(rf"(?i)(?:(?:is|it'?s|which is|and|paid|payable) )*{PAID_TIMES}")
_COUNTS = {"13": 13, "14": 14, "thirteen": 13, "fourteen": 14}
_ONLY = compile_later(
    r"(?i)^(?:(?:and|but|just|only|there is|there'?s|we (?:have|pay|give)|they get|plus|except|a|an"
    r"|the)\b\s*)+"
)
_BENEFIT = compile_later(
    rf"(?i){MORE_SALARIES}"
    r"|\b(?:company (?:car|van)|pension|health|medical|dental|insurance|holidays?|vacation|pto"
    r"|401 ?\(?k\)?|(?:holiday|vacation) pay)(?!\w)"
)
