"""What a posting states because the law of some places asks for it, in the words of employers."""

import re

from amjd.text.patterns import compile_later

_PERSON = r"(?:(?:a|one|real|actual) ){0,2}(?:persons?|people|humans?|somebody|someone|we|i)"
_THINGS = (
    r"(?:it|them|(?:(?:our|the|their|your|an?|old|worn|broken|whole|current|lost) ){0,3}(?:crm"
    r"|systems?|software|tools?|website|stock|equipment|fleet|machines?|parts?|lights?|filters?|spreadsheets?"
    r"|process(?:es)?|linen|signs?|products?|orders?))\b"
)
_LEAVES = r"(?:who|leav|left|retir|mov|promot|gone|goes|going|quit)"
# It stands for whoever did the work before: no tool or stock that is replaced.
_VACANCY = compile_later(
    r"vacan(?:t|cy|cies)|newly created|future openings?|talent pool|\bback ?-?fill"
    r"|\b(?:an?|one|real|this|actual|current|the) open (?:role|position|job|post|seat|headcount)\b"
    r"|^open (?:role|position|job|post|seat|headcount)\b"
    r"|\b(?:job|role|position|post)(?: is|'s|\u2019s)(?: really)? open(?= now| today|[.,;)]|$)"
    r"|\b(?:job|role|position|post)(?: is|'s|\u2019s) (?:brand )?new\b"
    r"|(?:^|[.;] )new (?:role|position|job|post)\b"
    r"|\b(?:a|this is an?|brand) (?:brand )?new (?:role|position|job|post|headcount)\b"
    r"|\bopen: (?:a )?replac(?:ing|es?|ement)\b"
    r"|\b(?:(?:we|you)(?: are|'re|\u2019re) |(?:this|it|hire|role|job|position|post)"
    rf"(?: is|'s|\u2019s) (?:to be )?)(?:a )?replac(?:ement\b|ing\b(?! {_THINGS}))"
    rf"|\breplac(?:ing|ement for) [^.\n]{{1,60}}\b{_LEAVES}",
    re.MULTILINE,
)
_SCREENING = compile_later(
    r"artificial intelligence|automated (?:tools?|decision|screening|systems?)"
    r"|\bai\b[^.\n]{0,60}(?:screen|assess|select|hir|recruit|review|rank|read|sort)"
    r"|(?:screen|assess|select|rank|review|hir|recruit|read|sort)[^.\n]{0,60}\bai\b"
    r"|(?:applica|candidate|screen|judge)[^.\n]{0,60}"
    r"\b(?:by|with|without|not|no) (?:\w+ )?(?:software|bots?|robots?|algorithms?)\b"
    r"|\bselection (?:is |made )?by [^.\n]{0,40}\bsoftware\b"
    rf"|(?:screened|read|reviewed|looked at|judged|sorted|seen) by (?:hand\b|{_PERSON}\b)"
    r"|\bno (?:bots?|robots?|algorithms?|ai)(?![\w-])"
    rf"|\b{_PERSON} (?:will |always |personally )?"
    r"(?:reads?|looks? at|reviews?|goes through|go through|screens?) (?:every|each|all)"
    r"(?: of the)? (?:single )?(?:applica|resume|r\u00e9sum\u00e9|cvs?\b|letter|e-?mail|candidate)"
)


def on_vacancy(text: str) -> bool:
    """Whether a text in small letters says that the job is vacant now, or that it is not."""
    return bool(_VACANCY.search(text))


def on_screening(text: str) -> bool:
    """Whether a text in small letters says what judges those who apply: software, or people."""
    return bool(_SCREENING.search(text))
