"""What is offered beside pay, how people work, and the statement of equal opportunity."""

import re
from typing import Literal, NamedTuple

from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

_BENEFITS = compile_later(
    r"\b(?:medical|dental|vision|health(?:care)?(?:,? (?:and )?(?:dental|vision|insurance|benefits"
    r"|coverage|plan))?|life insurance|retirement|pension|rrsp|pto|paid time off"
    r"|vacation|annual leave|sick (?:leave|days)|holidays?|parental leave|maternity|paternity"
    r"|stock options|equity|esop|stipend|tuition|disability insurance|wellness|gym"
    r"|profit[- ]shar(?:e|ing)|hsa|fsa|childcare vouchers|cycle to work|company car"
    r"|superannuation|kiwisaver|insurance)\b"
    r"|\b40[13] ?\(?[kb]\b\)?"
)
_NO_BENEFIT = compile_later(r"clients?|customers?|sell|industry|protected|provider|market"
                         r"|broker|agenc|experience|reasonable|"
                         r"race|religion|physical or mental")  # fmt: skip
_BARE_WORD = compile_later(
    r"medical|dental|vision|health(?:care)?|insurance|retirement|holidays?|equity|wellness|gym|pension"
)
_OFFERED = compile_later(
    r"\b(?:offer|provide|includ|plus\b|you(?:'ll| will)? (?:get|receive|have)|benefit|perk|paid"
    r"|plan|coverage|cover\b|match|package|\d+ days)"
)
_EQUAL = compile_later(
    r"equal[- ](?:employment[- ])?opportunit(?:y|ies)|\beeo\b|without regard to"
    r"|regardless of (?:race|age|gender|sex|color|background)|do(?:es)? not discriminate"
    r"|all qualified applicants|accommodation (?:to apply|for candidates)"
)
_REMOTE = compile_later(
    r"\bremote(?:ly)?\b|work(?:ing)? from (?:home|anywhere)|telecommut|home[- ]based|\bwfh\b"
)
_HYBRID = compile_later(
    r"\bhybrid\b|\bremote (?:\d|one|two|three) days?\b|(?:\d|one|two|three) days? (?:a week "
    r"|per week )?"
    r"(?:remote(?:ly)?|(?:from|at) home|wfh)\b|\bfrom home (?:\d|one|two|three) days?\b|(?:\d"
    r"|two|three) days (?:a week |per week )?in (?:the|our) office"
)
_ON_SITE = compile_later(
    r"\bon-?site\b|\bwork from (?:the |our )?office\b"
    r"|\bin[- ](?:the )?office\b|in[- ]person (?:role|position|job)|office[- ]based"
    r"|(?:work ?place|(?:work|job) (?:location|type)): in[- ]person"
)
_NOT_WORKPLACE = compile_later(
    r"\b(?:not|no|non)[- ](?:a )?(?:fully )?\Z|customer|client|support \Z|hybrid cloud"
)
_AFTER_NO = compile_later(r"^ ?(?:is not|isn't|teams?|access|support|monitor|control|clients?|cloud"
                       r"|visits?|meetings?|"
                       r"training|and hybrid cloud|vehicles?|gym|massage)")  # fmt: skip

_ONLY_MAY_BE = compile_later(
    r"^(?: work(?:ing)?)?(?:,? (?:is|are|may be|can be))? (?:possible|negotiable|an option)"
)


class Workplace(NamedTuple):
    """Where the work is done, and the words that say so."""

    kind: Literal["on-site", "hybrid", "remote"] | None
    words: Words | None


def benefits(posting: Posting) -> list[Words]:
    """Find benefits, each once."""
    found: dict[str, Words] = {}
    for one in posting.hits(_BENEFITS):
        if _is_offered(posting, one):
            found.setdefault(posting.lowered(one), one)
    return list(found.values())


def _is_offered(posting: Posting, words: Words) -> bool:
    """Whether a benefit is one: outside its section a bare word may be what the company sells."""
    line = posting.line(words.start)
    if line.section in ("benefits", "pay"):
        return True
    if line.section in ("about", "equal", "required", "duties", "preferred"):
        return False
    if _NO_BENEFIT.search(posting.around(words, 40, 30)):
        return False
    said, rest = posting.lowered(words), posting.lowered(line)
    return bool(
        not _BARE_WORD.fullmatch(said)
        or _OFFERED.search(rest)
        or any(one[0] != said for one in _BENEFITS.finditer(rest))
    )


def equal_opportunity(posting: Posting) -> Words | None:
    """Find the employer's statement."""
    return next(posting.hits(_EQUAL), None)


def workplace(posting: Posting) -> Workplace:
    """Find where the work is done; hybrid goes first, since such postings say remote too."""
    kinds: tuple[tuple[Literal["hybrid", "remote", "on-site"], re.Pattern[str]], ...] = (
        ("hybrid", _HYBRID), ("remote", _REMOTE), ("on-site", _ON_SITE))  # fmt: skip
    for kind, words in kinds:
        found = next((one for one in posting.hits(words) if _is_of_work(posting, one)), None)
        if found:
            return Workplace(kind, found)
    return Workplace(None, None)


def _is_of_work(posting: Posting, words: Words) -> bool:
    line = posting.line(words.start)
    before = posting.before(words, 20)
    after = posting.behind(words, 24)
    if line.section == "equal" or _NOT_WORKPLACE.search(before) or _ONLY_MAY_BE.match(after):
        return False
    # "Our remote teams" are elsewhere; "a fully remote team" is this one.
    return not _AFTER_NO.match(after) or (after.startswith(" team") and before.endswith("fully "))
