"""The book of business: how many accounts this job looks after, and of what kind."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from amjd.answers.currencies import SIGNS
from amjd.review.posting import Posting, Words
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

_COUNTED = (
    r"(?:accounts?|clients?|customers?|relationships|partners|brands|companies|businesses"
    r"|stores|sites)"
)
_SMALL = {word: number for number, word in enumerate(SMALL_NUMBERS) if number} | {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "a dozen": 12, "a hundred": 100,
}  # fmt: skip
_COUNT = (
    rf"(?P<count>\d{{1,3}}(?:,\d{{3}})?|{'|'.join(_SMALL)})"
    r"(?! (?:dozen|hundred|thousand|[mb]illion))"
)
_ACCOUNTS = compile_later(
    rf"(?<![\w{SIGNS}.,#/-]){_COUNT}"
    r"(?: ?\+| ?(?:-|to) ?\d{1,4})?(?: of (?:our|the))?"
    r" (?:(?!years?\b|days?\b|hours?\b|weeks?\b|months?\b|of\b|or\b|and\b|to\b|in\b|for\b|with\b"
    r"|portfolio|new|[a-z']+(?:ed|ing)\b(?!-))"
    rf"[a-z'-]+ ){{0,3}}?{_COUNTED}\b"
)
# What makes a count this job's: its own verb or noun, close before the count.
_YOURS = compile_later(
    r"\b(?:manag|own|handl|serv|support|contact for|work(?:ing)? with|look(?:s|ing)? after|overse"
    r"|maintain|carr|run|cover|portfolio|book|territory|account (?:list|base|load)|base|load"
    r"|responsib|be assigned|yours?|call on|list|tak(?:e|ing) over|inherit"
    r"|you(?:'ll| will)? (?:have|keep|get|sell to|start with)|one (?:to call|they call) for"
    r"|accounts?: )[^.;\n]{0,48}\Z"
    r"|^(?:portfolio|accounts|book of business): [^\n]{0,20}\Z|\bwith \Z"
)
_LOOSE = compile_later(
    r"\b(?:portfolio|book|territory|manag(?:e|ing)|own(?:ing)?|responsible for|look after|handle"
    r"|oversee|assigned|you(?:'ll| will)? (?:own|keep|sell to|start with)|one to call for)\b"
)
# The company's customers, a rank among others, or what was asked for as experience.
_NOT_BOOK = compile_later(
    r"\b(?:we|our|company|firm|they|founded|trusted|worldwide|globally|serves|helped|world"
    r"|thousands|team of"
    r"|used by|joined by|experience|proven|previously|connected to|community of|investors)\b"
)
_YOU = compile_later(
    r"\b(?:you|your|portfolio|book|territory|manage|managing|own|role|handle|look after)\b"
)
_RANK = compile_later(
    r"\b(?:top|fortune|tier|level|phase|global|forbes|inc\.?|series|the|grade|only|#) \Z"
)
_NEW = compile_later(
    r"\b(?:calls?|contact|meet|visit|prospect|new|win|add|clos|open|acquir|recruit|sign|onboard"
    r"|reach out|engag|deliver|help)[a-z]*(?: to| at least| of| over| with| up)? \Z"
)
_PER = compile_later(r"^ ?(?:a|per|each|every) (?:day|week|month|quarter|year)|^ (?:visits|calls"
                  r"|meetings|sales)|^ (?:managers?|executives?|strategists?"
                  r"|representatives?|support|service|advocates|teams?|projects?"
                  r"|success|associates?)\b|^ at a time|^ (?:world|nation)wide")  # fmt: skip
# Thousands are a company's, unless it is said outright that they are one person's.
_OWN_MANY = compile_later(
    r"(?:portfolio|accounts|book): \Z|\b(?:portfolio of|book of"
    r"|you (?:will )?(?:manage|own|keep|handle|sell to|look after))(?: about| around)? \Z"
)
_SEGMENT = compile_later(
    r"\b(?:enterprise|mid[- ]market|smb|small(?:[- ]and[- ]medium)?(?:[- ]sized)? business(?:es)?"
    r"|strategic|key|large|national|regional|commercial|global|corporate|public sector|nonprofit)"
    r"(?: (?:enterprise|level|sized?))? (?:accounts|clients|customers)\b"
)
_BOOK_LINE = compile_later(
    r"^(?:portfolio|accounts): (?:\d[\d,]* accounts?|one account)(?: · (?P<kind>[^·\n]+))?", re.M
)
# Behind the count: "60 accounts that know us already: inns on the coast"
_KIND = compile_later(r"(?: of your own| that know us already)?: (?P<kind>[^.:;\n]{3,90})")
# Whatever they are called: "a territory of 120 growers"
_HELD = compile_later(
    r"\b(?:(?:portfolio|book|territory|route|caseload) of|you(?:'ll| will)? (?:look after|call on))"
    r" (?:about |around |some |approximately |~ ?)?"
    rf"(?P<all>{_COUNT} (?:[a-z'-]+ ){{0,2}}?(?!states|count(?:ies|ries)|cities|towns|regions|areas"
    r"|products|services|brands|years|employees|reps\b)[a-z]{3,20}s)\b"
)
# A line that opens with the count: "60 accounts - inns on the coast"
_ROW = compile_later(
    rf"^(?:about |around |~ ?)?(?P<all>{_COUNT}(?: ?(?:-|to) ?\d{{1,4}})?"
    r" (?:(?!of|new|or|and)[a-z'-]+ ){0,2}?(?:accounts|clients|customers))(?= ?(?:[-:,(·]|$))",
    re.M,
)
_LABELLED = compile_later(
    rf"^(?:number of )?accounts: (?P<all>(?:about |around |~ ?)?{_COUNT})(?= ?(?:[-:,(·]|$))", re.M
)
_OUTRIGHT = (_HELD, _ROW, _LABELLED)
_ELSEWHERE = ("about", "required", "preferred", "equal", "benefits", "apply", "pay")


class Book(NamedTuple):
    """The portfolio: how many accounts, of what kind, and the words of each."""

    accounts: int | None
    words: Words | None
    segment: Words | None


def book(posting: Posting) -> Book:
    """Find the accounts that this job looks after; the company's own customers are none."""
    own = _BOOK_LINE.search(posting.low)
    segment = Words(*own.span("kind")) if own and own["kind"] else None
    if segment is None:
        hits = posting.hits(_SEGMENT)
        segment = next((one for one in hits if posting.line(one.start).section != "about"), None)
    for count, words in _counted(posting):
        text = count.replace(",", "")
        return Book(_SMALL.get(text) or int(text), words, segment or _kind_behind(posting, words))
    return Book(None, None, segment)


def _kind_behind(posting: Posting, words: Words) -> Words | None:
    kind = _KIND.match(posting.low, words.end, posting.line(words.end).end)
    return Words(*kind.span("kind")) if kind else None


def _counted(posting: Posting) -> Iterator[tuple[str, Words]]:
    for match in _ACCOUNTS.finditer(posting.low):
        words = Words(*match.span())
        if _is_book(posting, match, words):
            yield match["count"], words
    for match in chain.from_iterable(one.finditer(posting.low) for one in _OUTRIGHT):
        if posting.line(match.start()).section not in _ELSEWHERE:
            yield match["count"], Words(*match.span("all"))


def _is_book(posting: Posting, match: re.Match[str], words: Words) -> bool:
    line = posting.line(words.start)
    if line.section in _ELSEWHERE or posting.low.startswith("one of", words.start):
        return False
    if _PER.match(posting.behind(words, 30)):
        return False
    clause = re.split(r"(?<!approx)[.;!?] ", posting.before(words, 90))[-1]
    clause = _ABOUT.sub("", clause)
    if _KEPT.search(clause) and len(match["count"]) < 4:
        return True
    if _RANK.search(clause) or _NEW.search(clause[-24:]):
        return False
    if not _YOURS.search(clause) or (_NOT_BOOK.search(clause) and not _YOU.search(clause)):
        return False
    if _is_loose(match) and not _LOOSE.search(clause):
        return False
    is_many = len(match["count"]) >= 3 and not _YOU.search(clause)
    return not (is_many and _SERVES.search(clause)) and _is_plausible(match["count"], clause)


# "Keep and grow our 48 print clients"
_KEPT = compile_later(
    r"\b(?:keep|grow|retain)(?:ing)?(?: and [a-z]+)? (?:our |the |all |these |of ){1,2}\Z"
)
_ABOUT = compile_later(
    r"(?:about|around|approx\.?|approximately|roughly|(?<!take )(?<!taking )over|up to|some"
    r"|at least|between|~) ?\Z"
)
_SERVES = compile_later(r"\b(?:serving|supporting|covering|across)\b[^.;]{0,12}\Z")


def _is_loose(match: re.Match[str]) -> bool:
    """Whether a count may be of anything: it is small, or of brands, sites and the like."""
    is_small = match["count"] in ("one", "two", "three", "1", "2", "3")
    return is_small or not re.search(r"(?:accounts?|clients?|customers?)\Z", match[0])


def _is_plausible(count: str, clause: str) -> bool:
    """Whether one person may look after so many."""
    digits = len(re.sub(r"\D", "", count))
    is_own = digits < 4 or (digits == 4 and _OWN_MANY.search(clause) is not None)
    return is_own and not count.startswith("0")
