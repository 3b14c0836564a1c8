"""The book of business: how many accounts this job looks after, and of what kind."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from amjd.answers.pay.currencies import SIGNS
from amjd.review.finders.counts import (
    ACCOUNTS,
    COUNT,
    COUNTS,
    KINDS,
    NAMED,
    NAMED_TOO,
    OF_OURS,
    kinds_in,
    number_of,
)
from amjd.review.posting import Posting, Words
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

_SIZES = (
    r"(?:key|strategic|large|larger|big|bigger|major|top|named|small|smaller|mid[a-z-]*|medium[a-z-]*"
    r"|enterprise|national|local|regional|main|active|house)\b"
)
# "12 key accounts and 40 smaller ones"
_AND_MORE = compile_later(
    rf",?(?: and| plus| as well as| along with| \+|(?<=,))(?: about| around| some)? {COUNT}"
    rf" {KINDS}(?:accounts|clients|customers|ones|others)\b"
    r"(?! (?:(?:a|per|each|every) (?:week|month|quarter|year)|among|of (?:them|which)|in all))"
)
# "12 key and 40 smaller accounts", "Accounts: 12 key, 40 small"
_PART_BEFORE = compile_later(
    rf"(?<![\w{SIGNS}.,#/-]){COUNT} {_SIZES}(?:,? and| plus| &)(?: about| around| some)? \Z"
)
# "4 automotive and 2 chemical accounts"
_TRADE_BEFORE = compile_later(
    rf"(?<![\w{SIGNS}.,#/-]){COUNT} (?:[a-z-]{{2,18}}(?:al|ive|ic|ate|ary|ail|ech|ian)|food"
    rf"|pharma)"
    r"(?:,? and| plus| &)(?: about| around| some)? \Z"
)
_PART_BEHIND = compile_later(rf" {_SIZES}(?:,|,? and| plus| \+) {COUNT} {_SIZES}(?! ?[a-z])")
# What makes a count this job's: its own verb or noun, close before the count.
_YOURS = compile_later(
    r"\b(?:manag|own|handl|serv|support|(?:contact|lead|face|voice) (?:on|for|of)"
    r"|work(?:ing)? (?:with|across)|look(?:s|ing)? after|overse"
    r"|maintain|carr|run|cover|portfolio|book|territory|account (?:list|base|load)|base|load"
    r"|responsib|be assigned|yours?|call(?:ing)? on|list|ledger|panel|in charge of"
    r"|tak(?:e|ing) o(?:ver|n)\b|steward|pick(?:ing)? up|inherit"
    r"|you(?:'ll| will)? (?:have|keep|get|sell to|start with)|one (?:to call|they call) for"
    r"|accounts?: )[^.;\n]{0,48}\Z"
    r"|^(?:portfolio|accounts|book of business): [^\n]{0,20}\Z|\bwith \Z"
)
_LOOSE = compile_later(
    r"\b(?:portfolio|book|territory|manag(?:e|ing)|own(?:ing)?|responsible for|look after|handle"
    r"|oversee|assigned|steward|tak(?:e|ing) o(?:ver|n)|pick(?:ing)? up"
    r"|you(?:'ll| will)? (?:own|keep|sell to|start with)|one to call for)\b"
)
# The company's customers, a rank among others, or what was asked for as experience.
_NOT_BOOK = compile_later(
    r"\b(?:we|our|company|firm|they|founded|trusted|worldwide|globally|serves|helped|world"
    r"|thousands|team of|used by|joined by|experience|proven|previously|connected to|investors"
    r"|community of)\b"
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
_PER = compile_later(
    r"^ ?(?:a|per|each|every) (?:day|week|month|quarter|year)|^ (?:visits|calls|meetings|sales)"
    r"|^ (?:managers?|executives?|strategists?|representatives?|support|service|advocates|teams?"
    r"|projects?|success|associates?)\b|^ at a time|^ (?:world|nation)wide"
)
# Thousands are a company's, unless it is said outright that they are one person's.
_OWN_MANY = compile_later(
    r"(?:portfolio|accounts|book): \Z|\b(?:portfolio of|book of"
    r"|you (?:will )?(?:manage|own|keep|handle|sell to|look after))(?: about| around)? \Z"
    r"|^\W*(?:manag(?:e|ing)|own(?:ing)?|keep|handl(?:e|ing)|look(?:ing)? after|call(?:ing)? on"
    r"|cover|oversee|retain|responsible for)(?: and [a-z]+)?(?: about| around)? \Z"
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
# Whatever they are called: "a territory of 120 growers", "the main contact for 220 clinics"
_HELD = compile_later(
    r"\b(?:(?:portfolio|book|territory|route|caseload|desk|run|round|patch|ledger|panel|list"
    r"|stable|roster|charge) of|(?:contact|account manager|one to call|one they call) for|lead on"
    r"|(?:^|\byou(?:'ll| will)? )(?:look(?:ing)? after|call(?:ing)? on|servic(?:e|ing)"
    r"|tak(?:e|ing) over)) (?:(?:about|around|some|approximately|approx\.?|circa|ca?\.|over"
    rf"|nearly|roughly) ?|~ ?)?(?:our |all |the )?(?P<all>{COUNTS} (?:[a-z'-]+ ){{0,2}}?(?!states"
    r"|count(?:ies|ries)|cities|towns|regions|areas|suppliers|vendors|products|services|brands|years|months|weeks|days|hours|employees|colleagues|teams"
    r"|departments|projects|campaigns|machines|boilers|lifts|units|vehicles|systems|orders|calls|leads"
    r"|tickets|requests|enquiries|reps\b)[a-z]{3,20}s)\b",
    re.M,
)
# A line, a sentence or a cell that opens with the count: "60 accounts - inns on the coast"
_OPENS = r"(?:^|(?<=[.!?;|\u00b7] ))"
_ROW = compile_later(
    rf"{_OPENS}(?:about |around |~ ?)?(?P<all>{COUNTS}"
    r" (?:(?!of|new|or|and)[a-z'-]+ ){0,2}?(?:accounts|clients|customers))"
    r"(?= ?(?:[-:,(\u00b7|.!;]|$))",
    re.M,
)
_LABELLED = compile_later(
    rf"{_OPENS}(?:(?:your |number of )?accounts|(?:account|portfolio|book) (?:size|load|count)):"
    rf" (?P<all>(?:about |around |~ ?)?{COUNTS})"
    r"(?! ?(?:%|k\b|m\b|million|years?\b|months?\b|days?\b|people|managers?\b|executives\b|reps\b))"
    r"(?= |[-:,(\u00b7|.;!]|$)",
    re.M,
)
_OUTRIGHT = (_HELD, _ROW, _LABELLED)
_ELSEWHERE = ("about", "required", "preferred", "equal", "benefits", "apply", "pay")


class Book(NamedTuple):
    """The portfolio: how many accounts, of what kind, and the words of each.

    `is_sure` says that the words are all that is said of how many.
    """

    accounts: int | None
    words: Words | None
    segment: Words | None
    is_sure: bool = False


def book(posting: Posting) -> Book:
    """Find the accounts that this job looks after; the company's own customers are none."""
    own = _BOOK_LINE.search(posting.low)
    segment = Words(*own.span("kind")) if own and own["kind"] else None
    if segment is None:
        hits = posting.hits(_SEGMENT)
        segment = next((one for one in hits if posting.line(one.start).section != "about"), None)
    counted = list(islice(_counted(posting), _MOST))
    if not counted:
        named = next(islice(_named(posting), 1), None)
        return (
            named._replace(segment=segment or named.segment) if named else Book(None, None, segment)
        )
    words = counted[0][1]
    total, whole = _with_parts(posting, *counted[0])
    is_sure = whole == words and len({_figures(posting, one) for _, one in counted}) == 1
    counted_by = _kind_counted(posting, words)
    kind = segment or _kind_behind(posting, words) or counted_by
    if counted_by and whole == words and counted_by.end > words.end:
        whole = Words(words.start, counted_by.end)  # "250 plumbers merchants", and no plumbers
    return Book(total, whole, kind, is_sure)


_MOST = 50  # counts that are looked at


def _with_parts(posting: Posting, count: int, words: Words) -> tuple[int, Words]:
    """Add the other parts of a book: "12 key accounts and 40 smaller ones"."""
    start, end = words
    before = posting.before(words, 60)
    if first := _PART_BEFORE.search(before) or _TRADE_BEFORE.search(before):
        count, start = count + number_of(first["count"]), start - len(first[0])
    while more := _AND_MORE.match(posting.low, end) or _PART_BEHIND.match(posting.low, end):
        count, end = count + number_of(more["count"]), more.end()
    # "55 plumbers and 8 builders", but no "30 accounts and 5 agencies"
    while (
        not _PLAIN.search(posting.lowered(words))
        and (more := NAMED_TOO.match(posting.low, end))
        and (of := kinds_in(more))
    ):
        if OF_OURS.fullmatch(posting.lowered(of)):
            break
        count, end = count + number_of(more["count"]), of.end
    return count, Words(start, end)


_PLAIN = compile_later(r"\b(?:accounts?|clients?|customers?)\Z")


def _figures(posting: Posting, words: Words) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", in_digits(posting.lowered(words)).replace(",", "")))


def _kind_behind(posting: Posting, words: Words) -> Words | None:
    kind = _KIND.match(posting.low, words.end, posting.line(words.end).end)
    return Words(*kind.span("kind")) if kind else None


def _kind_counted(posting: Posting, words: Words) -> Words | None:
    match = None if _PLAIN.search(posting.lowered(words)) else NAMED.match(posting.low, words.start)
    return kinds_in(match) if match else None


def _counted(posting: Posting) -> Iterator[tuple[int, Words]]:
    for match in posting.matches(ACCOUNTS):
        words = Words(*match.span())
        if _is_book(posting, match, words):
            yield number_of(match["count"]), words
    for found in _OUTRIGHT:
        for match in posting.matches(found):
            words, value = Words(*match.span("all")), number_of(match["count"])
            if _PER.match(posting.behind(words, 30)):
                continue
            line = posting.line(words.start)
            is_first = found is not _ROW or line.start == match.start()
            if line.section not in _ELSEWHERE and (is_first or _is_plain(posting, words, value)):
                yield value, words


def _named(posting: Posting) -> Iterator[Book]:
    """Find accounts that are counted by what they are; those of the company are none."""
    for match in islice(posting.matches(NAMED), _MOST):
        kinds = kinds_in(match)
        words = Words(match.start(), kinds.end) if kinds else None
        if not (kinds and words):
            continue
        is_had = _HAVE.search(posting.before(words, 30))
        if OF_OURS.fullmatch(posting.lowered(kinds)) and not is_had:
            continue
        if _WE.search(posting.before(words, 40)):
            continue
        if is_had or _is_book(posting, match, words):
            count = number_of(match["count"])
            # "25 hotels and 12 spas"
            while (more := NAMED_TOO.match(posting.low, words.end)) and (of := kinds_in(more)):
                count, words = count + number_of(more["count"]), Words(words.start, of.end)
            is_one = words.end == kinds.end
            yield Book(count, words, kinds if is_one else None, is_sure=is_one)


_WE = compile_later(r"\b(?:we|they|company|firm|team) (?:[a-z]+ ){0,3}\Z")
_HAVE = compile_later(r"\b(?:you(?:'ll| will)? have|orders for) (?:about |around )?\Z")


def _is_plain(posting: Posting, words: Words, value: int) -> bool:
    """Whether a count that opens a sentence is of this job: not "Founded 1962. 900 customers."."""
    return value < 1000 and not _NOT_BOOK.search(posting.around(words, 90, 60))


def _is_book(posting: Posting, match: re.Match[str], words: Words) -> bool:
    line = posting.line(words.start)
    if line.section in _ELSEWHERE or posting.low.startswith("one of", words.start):
        return False
    if _PER.match(posting.behind(words, 30)):
        return False
    above = posting.low[max(0, line.start - 40) : max(0, line.start - 1)].rpartition("\n")[2]
    if _HEADED.fullmatch(above) and number_of(match["count"]) < 1000:
        return True
    clause = re.split(r"(?<!approx)(?<!\bca)(?<!\bc)[.;!?] ", posting.before(words, 90))[-1]
    clause = _ABOUT.sub("", clause)
    value = number_of(match["count"])
    if _KEPT.search(clause) and value < 1000:
        return True
    if _RANK.search(clause) or _NEW.search(clause[-24:]):
        return False
    if not _YOURS.search(clause) or (_NOT_BOOK.search(clause) and not _YOU.search(clause)):
        return False
    if _is_loose(match) and not _LOOSE.search(clause):
        return False
    is_many = value >= 100 and not _YOU.search(clause)
    return not (is_many and _SERVES.search(clause)) and _is_plausible(match["count"], clause)


# "THE TERRITORY", and below "Eastern Ontario: 140 active accounts"
_HEADED = compile_later(
    r"\W*(?:(?:the|your) )?(?:territory|portfolio|accounts|book(?: of business)?|patch)\W*"
)
# "Keep and grow our 48 print clients"
_KEPT = compile_later(
    r"\b(?:keep|grow|retain)(?:ing)?(?: and [a-z]+)? (?:our |the |all |these |of ){1,2}\Z"
)
_ABOUT = compile_later(
    r"(?:about|around|ca?\.|approx\.?|approximately|roughly|(?<!take )(?<!taking )over|up to|some"
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
