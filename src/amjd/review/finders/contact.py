"""How and until when to apply: an address, a link, a day."""

import re

from amjd.review.posting import Posting, Words

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}|#email_[0-9a-f]{6,80}#"
    r"|\((?:e-?mail|address) removed\)|\[email protected\]"
)
_NOT_TO_APPLY = re.compile(
    r"accommodation|disabilit|adjustment|accessib|privacy|unsubscribe|press\b|fraud|data protection"
    r"|agenc(?:y|ies)|report (?:a|any)|sales@|support@|info on our products"
)
_URL = re.compile(r"https?://[^\s<>()\"]{3,300}|#url_[0-9a-f]{6,80}#|\bwww\.[^\s<>()\"]{3,200}")
_APPLY = re.compile(
    r"\bappl(?:y|ying|ication)\b|submit|(?:take|complete|our)[a-z ]{0,20} survey|click"
    r"|your (?:resume|résumé|cv)\b|candidates should"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},?(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd"
    rf"|rd|th)?"
    r"(?:,? \d{4})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2})"
)
_DEADLINE = re.compile(
    rf"(?:apply (?:by|before|until)(?: \d{{1,2}}(?::\d\d)? ?[ap]m,?)?|send[^\n]{{0,80}}? by"
    rf"|deadline[^.\n]{{0,40}}?|clos(?:es|ing|e)(?: date| on)?:?"
    rf"|(?:applications?|"
    rf"resumes?)[^.\n]{{0,40}}?(?:by|until|before|through)|open (?:until|through)"
    rf"|valid through:?|expires:?"
    rf"|no later than) ?(?:the |\n|on |by |is )?(?:[a-z]{{3,6}}day,? )?(?P<day>{_DAY})"
    r"|(?P<rolling>(?:on an? )?(?:ongoing|rolling) basis|rolling(?: applications| deadline)"
    r"|until (?:the (?:position|"
    r"job|role) is )?filled|no (?:application )?deadline|applications are (?:always )?open"
    r"|deadline: rolling)"
)


def email(posting: Posting) -> Words | None:
    """Find the address to apply to; one for accommodation or the press is none."""
    found = [one for one in posting.hits(_EMAIL) if not _is_other(posting, one)]
    toward = [one for one in found if posting.line(one.start).section != "about"]
    return next(iter(toward or found), None)


def _is_other(posting: Posting, words: Words) -> bool:
    around = posting.around(words, 160, 60)
    own = re.split(r"[.!?] |\n", around.partition("\0")[0])[-1]
    said = posting.low[words.start : words.end]
    if _NOT_TO_APPLY.search(said):
        return True
    return bool(_NOT_TO_APPLY.search(own)) and not re.search(
        r"appl(?:y|ication) (?:to|at)|send", own
    )


def url(posting: Posting) -> tuple[str, Words] | None:
    """Find the link to apply with, and its words; a link to the company or its benefits is none."""
    for start, end, address in posting.links:
        words = Words(start, end)
        if address.startswith(("http", "/", "#url")) and _is_to_apply(posting, words, address):
            return address, words
    for words in posting.hits(_URL):
        if _is_to_apply(posting, words, posting.low[words.start : words.end]):
            return posting.said(words).rstrip(".,;:!"), words
    return None


def _is_to_apply(posting: Posting, words: Words, address: str) -> bool:
    line = posting.line(words.start)
    if _NOT_TO_APPLY.search(posting.around(words, 80, 20)):
        return False
    near = posting.low[max(line.start, words.start - 60) : words.end]
    return line.section == "apply" or bool(
        _APPLY.search(near) or re.search(r"/(?:apply|careers?|jobs?)/[^ ]*apply|/apply\b", address)
    )


def deadline(posting: Posting) -> Words | None:
    """Find the last day, or words that there is none."""
    match = _DEADLINE.search(posting.low)
    return Words(*match.span(match.lastgroup or 0)) if match else None


_INSTRUCTED = re.compile(
    r"to apply|apply (?:here|now|with|at|by|through|on|using|via)|send (?:us |me )?(?:your|a)"
    r"|click here|email us"
    r"|submit (?:your|a)|complete the application|write to|call us|apply button|drop off"
)


def instruction(posting: Posting) -> Words | None:
    """Find any words that say how to apply."""
    wrong = ("equal", "about", "duties", "required")
    return next((one for one in posting.hits(_INSTRUCTED)
                 if posting.line(one.start).section not in wrong), None)  # fmt: skip
