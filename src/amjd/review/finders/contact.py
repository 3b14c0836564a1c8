"""How and until when to apply: an address, a link, a telephone number, a day."""

import re
from itertools import islice

from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

_EMAIL = compile_later(
    r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}|#email_[0-9a-f]{6,80}#"
    r"|\((?:e-?mail|address) removed\)|\[email protected\]"
)
_NOT_TO_APPLY = compile_later(
    r"accommodation|disabilit|adjustment|accessib|privacy|press\b|fraud|data protection"
    r"|agenc(?:y|ies)|report (?:a|any)|sales@|support@|info on our products|recruitingops"
    r"|unsolicited|headhunter|scam|legitimate|only (?:reach|contact)|domain|to your contacts"
    r"|recommend a friend|newsletter|subscri|fellowship|talent (?:pool|network|community)"
    r"|internship"
)
_OTHER_DESK = compile_later(
    r"(?:dpo|privacy|legal|gdpr|support|sales|press|media|accom\w*|accessib\w*|adjust\w*"
    r"|notifications?|no-?reply)@"
)
_URL = compile_later(
    r"https?://[^\s<>()\"]{3,300}|#url_[0-9a-f]{6,80}#|\bwww\.[^\s<>()\"]{3,200}"
    # "larkspur.example/jobs"
    r"|(?<![\w@/.-])(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,12}/(?=[^\s]{0,40}(?:job|career|apply|vacanc|join"
    r"|work-|hiring|recruit|team))[a-z0-9/_?=&%.-]{2,100}[a-z0-9/]"
)
_APPLY = compile_later(
    r"\bappl(?:y|ying|ication)\b|submit|(?:take|complete|our)[a-z ]{0,20} survey|click"
    r"|your (?:resume|résumé|cv)\b|candidates should"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},?(?: \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,? \d{{4}})?|{_MONTH} \d{{4}}"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}}/\d{{1,2}}(?![\d/]| of\b)"
    rf"|\d{{4}}-\d{{2}}-\d{{2}})"
)
_UNTIL = r"(?:(?:un)?till?|through|thru)"
_DEADLINE = compile_later(
    rf"(?:(?:appl(?:y|ications?)|e-?mail|@[\w.-]{{3,60}}|r[eé]sum[eé]s?|send"
    rf"|write)(?!\w)(?:[^.\n]|\.(?! )){{0,120}}?"
    rf" (?:by|before|{_UNTIL})"
    rf"|deadline[^.\n]{{0,40}}?|clos(?:es|ing|e)(?: date| on)?:?|open {_UNTIL}"
    rf"|valid (?:through|thru):?|expires:?|no later than"
    rf") ?(?:\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m\.?,? (?:[a-z]{{0,3}}t,? )?)?"
    rf"(?:the |\n|on |by |is )?(?:(?:mon|tues?|wed"
    rf"|thu(?:rs?)?|fri|sat|sun|[a-z]{{3,6}}day)\.?,? )?"
    rf"(?P<day>{_DAY})"
    r"|(?P<rolling>(?:on an? )?(?:ongoing|rolling) basis|rolling(?: applications| deadline| review)"
    r"|(?:un)?till? (?:(?:the (?:position|job|role) is )?filled|we (?:find|have found|hire))"
    r"|no (?:(?:application )?deadline|closing date|last day)"
    r"|applications are (?:always )?open|deadline: rolling)"
)


# "Learning on an ongoing basis" is no deadline.
_OF_APPLYING = compile_later(
    r"appl(?:y|ication|icant)|accept|review|recruit|interview|posting|position|deadline|candidates"
    r"|r[eé]sum[eé]s|\brole\b|\bjob\b|hiring|open|clos"
)


_MOST = 500  # addresses that are looked at


def email(posting: Posting) -> Words | None:
    """Find the address to apply to; one for accommodation or the press is none."""
    found = [one for one in islice(posting.hits(_EMAIL), _MOST) if not _is_other(posting, one)]
    toward = [one for one in found if posting.line(one.start).section != "about"]
    return next(iter(toward or found), None)


def _is_other(posting: Posting, words: Words) -> bool:
    before, _, after = posting.around(words, 160, 60).partition("\0")
    own = re.split(r"[.!?] |\n", before)[-1]
    behind = re.split(r"[.!?](?: |\Z)", after)[0]
    said = posting.lowered(words)
    if (
        _OTHER_DESK.match(said)
        or _NOT_TO_APPLY.search(said)
        or re.search(r"accommodat|adjustment|assistance", behind)
    ):
        return True
    return bool(_NOT_TO_APPLY.search(own)) and not re.search(
        r"appl(?:y|ication)s? (?:to|at)|send (?:us )?(?:your|a|an updated) (?:r[eé]sum|cv|cover"
        r"|application)",
        own,
    )


def url(posting: Posting) -> tuple[str, Words] | None:
    """Find the link to apply with, and its words; a link to the company or its benefits is none."""
    for start, end, address in posting.links:
        words = Words(start, end)
        if address.startswith(("http", "/", "#url")) and _is_to_apply(posting, words, address):
            return address, words
    for words in posting.hits(_URL):
        if _is_to_apply(posting, words, posting.lowered(words)):
            return posting.said(words).rstrip(".,;:!"), words
    return None


_OTHER_PAGE = compile_later(
    r"benefit|glassdoor|privacy|accommodat|polic(?:y|ies)|facebook\.|twitter\.|instagram\.|youtu"
    r"|/about|/blog|/culture|linkedin\.com/company|/eeo|/handbook|/values|/terms|calendly|asp\.net"
)
_HOME = compile_later(r"(?:https?://)?[^/\s]{3,100}/?")
_TO_READ = compile_later(
    r"(?:learn|read|know|find out|see) more|more (?:information|about|details)|information (?:on"
    r"|about|please)"
    r"|follow us|connect with us|visit us|about (?:us|our)|more at|check out|benefits"
)


def _is_to_apply(posting: Posting, words: Words, address: str) -> bool:
    line = posting.line(words.start)
    behind = re.split(r"[.!?](?: |\Z)", posting.behind(words, 20))[0]
    if _NOT_TO_APPLY.search(f"{posting.before(words, 80)}\0{behind}"):
        return False
    near = posting.low[max(line.start, words.start - 60) : words.end]
    if _OTHER_PAGE.search(address.lower()):
        return False
    if _TO_READ.search(near) and not _APPLY.search(near[-40:]):
        return False
    is_home = _HOME.fullmatch(address) is not None
    return (line.section == "apply" and not is_home) or bool(
        _APPLY.search(near) or re.search(r"/(?:apply|careers?|jobs?)/[^ ]*apply|/apply\b", address)
    )


_NUMBER = (
    r"(?:\+ ?)?(?:\d{1,4}[ .-]?)?(?:\(\d{1,5}\)[ .-]?)?\d{2,8}(?:[ .-]\d{2,8}){0,4}"
    r"(?![\w%]|[.,:/-] ?\d)"
)
# In the section on applying a number that can be nothing else stands without a word before it.
_CALLED = compile_later(
    r"(?<!cold )(?<!cold-)\b(?:call(?:ing)?|phone|telephone|tel|ring|text|whatsapp|dial|mobile"
    rf"|cell)\b[^;\n\d+(]{{0,40}}?[ :](?P<called>{_NUMBER})"
    r"|(?<![\w$.,/#-])(?<!\bid )(?<!\bno )(?<!\bref )"
    r"(?=\(\d{2,5}\) ?\d|\+ ?\d|(?:\d-)?(?:\d{3}[.-])?\d{3}[.-]\d{4}\b)"
    rf"(?P<alone>{_NUMBER})"
)
# "12.01.2027", "9.00 - 17.00", "2026 2027"
_NO_NUMBER = compile_later(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d(?:[ ./-]\d{1,4})*|\d{1,2}[.]\d\d ?- ?.*"
)
_FOR_HELP = compile_later(r"\b(?:assist(?!ant)|unable|difficult|verify)")


def phone(posting: Posting) -> Words | None:
    """Find the telephone number to apply at; the firm's own, or one for help, is none."""
    for match in islice(posting.matches(_CALLED), _MOST):
        name = match.lastgroup or "called"
        words, line = Words(*match.span(name)), posting.line(match.start())
        digits = sum(map(str.isdigit, match[name]))
        if not 7 <= digits <= 15 or _NO_NUMBER.fullmatch(match[name]) or _is_other(posting, words):
            continue
        near = posting.around(words, 160, 60)
        is_to_apply = line.section == "apply" or _APPLY.search(near)
        is_open = name == "called" and line.section in ("head", "role", "other")
        if (is_to_apply or is_open) and not _FOR_HELP.search(near):
            return words
    return None


def deadline(posting: Posting) -> Words | None:
    """Find the last day, or words that there is none."""
    for match in posting.matches(_DEADLINE):
        words = Words(*match.span(match.lastgroup or 0))
        if match["day"] and not _is_day(match["day"]):
            continue
        if match["day"] and match["day"].endswith("."):
            words = Words(words.start, words.end - 1)  # of the sentence
        if match["day"] or _OF_APPLYING.search(posting.around(words, 80, 40)):
            return words
    return None


_LONG_MONTHS = (1, 3, 5, 7, 8, 10, 12)


def _is_day(said: str) -> bool:
    """Whether a day in figures is one in the order of some country; one in words is."""
    figures = [int(one) for one in re.split(r"[/.-]", said) if one.isdecimal()]
    if len(figures) != 3:
        return True
    first, second = figures[:2] if figures[0] <= 31 else figures[1:]
    return any(
        1 <= month <= 12 and 1 <= day <= 29 + (month != 2) + (month in _LONG_MONTHS)
        for day, month in ((first, second), (second, first))
    )


# Wherever they stand, these tell an applicant what to do; "you want to apply" does not.
_TOLD = compile_later(
    r"(?:how )?to apply(?= ?(?:[,:;-]|\n|\Z|please|send|e-?mail|click|visit|go to|use|complete|fill"
    r"|submit|write|call|by|with|via|through|online|in person))"
    r"|\b(?:please |then |now |and )(?:send|e-?mail|submit)(?: us| me| in)? (?:your"
    r"|an? (?:r[eé]sum[eé]?|cv|cover|application))|\bsend (?:us|me|in) (?:your"
    r"|a) (?:[a-z]+ ){0,2}(?:r[eé]sum[eé]?|cv\b|cover|application)|(?:complete|fill (?:in|out)"
    r"|submit) (?:the|our|an|your) (?:[a-z]+ ){0,2}application|apply (?:here|now|online)\b"
    r"|apply button"
)
# These do only where applying is spoken of.
_SAID = compile_later(
    r"(?:apply in person|bring (?:your|an?) (?:cv|r[e\u00e9]sum[e\u00e9]))\b"
    r"|apply (?:with|at|by|through|on|using|via)\b|send (?:us |me )?(?:your|a)\b(?: [a-z]+){0,2}"
    r"|click here|email us|submit (?:your|a)|complete the application|write to"
    r"|call (?:us|me)\b|drop off"
    r"|(?:come|drop|stop|pop|walk) (?:by|in|into)(?: (?:to|at))? (?:(?:our|the) [a-z]{4,12}|\d)"
)


def instruction(posting: Posting) -> Words | None:
    """Find any words that say how to apply."""
    told = _told(posting, _TOLD, ("equal",))
    if told and posting.line(told.start).kind != "heading":
        return told
    return _told(posting, _SAID, ("equal", "about", "duties", "required")) or told


def _told(posting: Posting, found: re.Pattern[str], wrong: tuple[str, ...]) -> Words | None:
    """Find words outside some sections that are of this job, and not of a fellowship's say."""
    hits = [
        one
        for one in islice(posting.hits(found), _MOST)
        if posting.line(one.start).section not in wrong
        and not _NOT_TO_APPLY.search(posting.around(one, 80, 30))
    ]
    # What stands under a heading says more than the heading.
    below = (one for one in hits if posting.line(one.start).kind != "heading")
    return next(below, hits[0] if hits else None)
