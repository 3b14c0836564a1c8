"""What is asked of the person: musts, pluses, years, a degree, and evidence to send."""

import re
from typing import Literal, NamedTuple

from amjd.review.finders.work import sentences
from amjd.review.posting import Posting, Words
from amjd.review.sections import Section
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

_YEARS = compile_later(
    rf"(?P<years>\d{{1,2}}|{'|'.join(SMALL_NUMBERS[1:])})(?: ?\(\d{{1,2}}\))?"
    r" ?(?:\+|or more|plus)?(?: ?(?:-|to) ?\d{1,2}\+?)? ?(?:years?|yrs?\.?)'?"
    r"(?P<behind>[^.;\n]{0,80})"
)
_NO_YEARS = compile_later(r"^ ?(?:ago|in business|old|running|of (?:growth|service to))")
_EXPERIENCE = compile_later(
    r"experience|minimum|at least"
    r"|\byou(?:'ve| have) (?:run|spent|done|worked|managed|been|looked|kept|handled|sold)\b"
)
_SPENT = compile_later(
    r" (?:(?!ago\b|old\b)[a-z0-9-]{2,14} ){0,2}(?:in|of|as|at|on|with|for|doing|[a-z]{3,12}ing"
    r"|sales)\b"
)
_DEGREE = compile_later(
    r"bachelor(?:'?s)?(?: degree)?|\bba ?/ ?bs\b|\bbs ?/ ?ba\b|\bb\.?s\.? degree|university degree"
    r"|college degree|(?<!360 )(?<!360-)\bdegree\b(?! of\b)|\bmba\b|master's degree"
)
_SOFT = compile_later(
    r"preferred|a plus|desir|ideally|not required|or (?:an?y? |the )?(?:equivalent|same)"
    r"|or (?:relevant|related|comparable) experience|nice to have|or (?:\d\+? )?years|no degree"
    r"|bonus|advantage"
)
_NO_DEGREE = compile_later(
    r"\b(?:no|without a|not need a|don't need a) (?:[a-z]+ ){0,2}degree|degree(?: is)? not required"
    r"|\b(?:don't|do not|never|won't) (?:ask for|require|want|look for|expect"
    r"|mind)\b[^.;\n]{0,30}degree"
)
# What somebody did for accounts, whatever they are called: the biggest shipper you grew.
_DONE = (
    r"you(?:'ve| have|'d| had)?(?: [a-z]+ly| once| just| yourself)? (?:kept|gr(?:ew|own)(?! up)|won"
    r"|saved|renewed|retained|rescued|recovered|doubled|tripled|expanded|held on to|re-?signed"
    r"|turned (?:around|round)|brought (?:back|in)|built up|stopped (?:from )?leaving)\b"
)
_EVIDENCE = compile_later(
    r"(?:send|share|tell|describe|include|write|attach|bring|show|give(?!n)|name|explain|add|enclose|apply"
    r"|(?:cv|r[eé]sum[eé]|cover letter|application) (?:and|with|plus)|half a page|(?:one|a"
    r"|two) (?:page|paragraph|line|side)s?"
    r"|a few (?:lines|words|sentences))(?: us| me)?"
    rf"(?:[^.\n]|\.(?=\w)){{0,100}}?(?:{_DONE}|"
    r"(?:account|client|customer|contract|relationship|renewal|quota|goal|target|upsell|partner"
    r"|partnership|donor|sponsor|dealer)s?\b"
    r"[^.\n]{0,50}(?:you|kept|grew|won|renewed|saved|close|took|last|made|proud|difference)"
    r"|(?:one|two|an?) (?:example|story|account|result)|half a page|a page|work sample"
    r"|(?:report|plan|proposal|deck|brief|pitch|tender|bid|letter|e-?mail"
    r"|note)s? (?:that )?you(?:'ve"
    r"| have)? (?:wrote|written"
    r"|made|built|ran|led|prepared)"
    r"|writing sample|case study|your last quota|(?:numbers|results|figures) (?:you|from))"
    r"(?:[^.\n]|\.(?=\w)){0,80}"
)


# "Proof: your last 4 quarters vs target"
_PROOF = compile_later(
    r"^(?:proof|evidence|show us): [^\n]{0,60}?\b(?:quarters?|targets?|quotas?|results|numbers"
    r"|accounts?"
    r"|clients?|customers?|retention)\b[^.\n]{0,60}",
    re.M,
)


# "Required: five years of wine; WSET 3; a licence"
_LABEL = compile_later(r"[a-z][a-z -]{2,34}: (?=[^.;\n]+[.;] ?[^.;\n])")


class Need(NamedTuple):
    """Years or a degree: its value and words."""

    value: int | str | None
    words: Words | None


def items(posting: Posting, *sections: Section) -> list[Words]:
    """List the lines of sections: the bullets, or all where there are none."""
    lines = posting.lines_of(*sections)
    if len(lines) == 1 and (label := _LABEL.match(posting.low, *lines[0].words)):
        return [one.words for one in sentences(posting, lines[0], label.end())]
    bullets = [one for one in lines if one.kind == "bullet"]
    return [one.words for one in bullets or lines]


def years(posting: Posting) -> Need:
    """Find the first years of experience asked for; a company's own age is none."""
    for match in posting.matches(_YEARS):
        words = Words(match.start(), match.start("behind"))
        line = posting.line(match.start())
        behind, before = match["behind"], posting.before(words, 60)
        if _NO_YEARS.match(behind) or line.section in ("about", "benefits", "pay", "equal"):
            continue
        is_spent = posting.low.startswith("'", words.end - 1) or _SPENT.match(behind)
        is_must = line.section == "required" and is_spent
        if is_must or "experience" in behind or _EXPERIENCE.search(before):
            if re.search(r"\b(?:we have|our|company|firm|team|combined)\b", before + behind[:30]):
                continue
            said = match["years"]
            number = int(said) if said.isdigit() else SMALL_NUMBERS.index(said)
            return Need(number, words)
    return Need(None, None)


def degree(posting: Posting) -> Need:
    """Find a degree, and whether it is a must; with `or equivalent experience` it is none."""
    for words in posting.hits(_DEGREE):
        line = posting.line(words.start)
        whole = posting.lowered(line)
        if line.section in ("about", "benefits", "equal") or _NO_DEGREE.search(whole):
            continue
        near = posting.around(words, 60, 90)
        kind: Literal["required", "preferred"] = (
            "preferred" if line.section == "preferred" or _SOFT.search(near) else "required"
        )
        return Need(kind, words)
    return Need(None, None)


def evidence(posting: Posting) -> Words | None:
    """Find what shows results that an applicant is to send; a résumé alone is none."""
    wrong = ("about", "duties", "required", "preferred", "benefits")
    hits = posting.hits(_EVIDENCE)
    found = next((one for one in hits if posting.line(one.start).section not in wrong), None)
    return found or next(posting.hits(_PROOF), None)
