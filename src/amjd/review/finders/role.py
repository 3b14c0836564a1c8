"""The role: its quota, its book of business, its share of hunting."""

import re
from typing import Literal, NamedTuple

from amjd.review.posting import Posting, Words

_DENIED_QUOTA = re.compile(
    r"\b(?:no|not|without|never|zero|isn't|doesn't|does not|non)[- ](?:[a-z]+[ -]){0,4}quotas?\b"
    r"|quota: (?:no\b|none)|quota-free|no (?:[a-z]+ ){0,2}sales targets?\b|not a sales (?:role|job)"
)
_QUOTA = re.compile(
    r"\bquotas?\b|sales (?:targets?|goals?|quotas?|objectives)"
    r"|revenue (?:and [a-z]{3,15} )?(?:targets?|goals?)"
    r"|(?:monthly|quarterly|annual|yearly)(?:[ /]+(?:and )?(?:monthly|quarterly|annual))? "
    r"(?:sales )?(?:targets?|goals?)(?= |[.,;]|$)|(?:growth|renewal|booking|upsell) targets?"
)
_RECORD = re.compile(
    r"record of|history of|proven|experience|track record|previous|past|prior|success in|ability to"
    r"|exceeded|carried|background|career|held"
)
_OF_FIRM = re.compile(r"when we hit|our (?:quarterly|annual|company)|company(?:'s)? (?:revenue"
                      r"|sales)"
                      r"|bonus|against \Z|\btheir\b|\b(?:clients?|customers|brands"
                      r"|partners)\b[^.]{0,30}(?:reach|achieve|meet)")  # fmt: skip
_MONEY = r"[$£€] ?\d{1,3}(?:[,.]\d{1,3}){0,3} ?(?:k\b|mm?\b|million)?"
_TARGET = re.compile(
    rf"(?:quotas?|targets?|goals?)\b[^.;\n$£€]{{0,30}}(?P<a>{_MONEY})"
    rf"|(?P<b>{_MONEY})[^.;\n$£€]{{0,24}}(?:quota|sales target|target\b)"
)


class Quota(NamedTuple):
    """Whether the job carries a quota, its figure, and the words of each."""

    carries: Literal["yes", "no"] | None
    target: float | None
    words: Words | None
    target_words: Words | None
    denied: Words | None


def quota(posting: Posting) -> Quota:
    """Find a quota that this job carries; one asked for as experience is none."""
    denied = next(posting.hits(_DENIED_QUOTA), None)
    said = next((one for one in posting.hits(_QUOTA) if _is_this_job(posting, one, denied)), None)
    for match in _TARGET.finditer(posting.low):
        words = Words(*match.span("a" if match["a"] else "b"))
        around = posting.around(words, 70, 30)
        if posting.line(words.start).section in ("about", "required", "preferred", "benefits"):
            continue
        if re.search(r"quota|sales|\b(?:annual|quarterly|own|carry)\b", around) and not re.search(
            "earn|commission of|on-target", around
        ):
            return Quota("yes", _figure(posting.low[words.start : words.end]), said or words, words,
                         denied)  # fmt: skip
    if said and not denied:
        return Quota("yes", None, said, None, None)
    return (
        Quota("no", None, denied, None, denied) if denied else Quota(None, None, None, None, None)
    )


def _is_this_job(posting: Posting, words: Words, denied: Words | None) -> bool:
    if denied and denied.start <= words.start <= denied.end:
        return False
    line = posting.line(words.start)
    before = posting.low[max(line.start, words.start - 70) : words.start]
    if line.section in ("required", "preferred", "benefits", "apply"):
        return False
    clause = re.split(r"[.;!?] ", before)[-1]
    if line.section in ("about", "equal") or _OF_FIRM.search(clause):
        return False
    return not _RECORD.search(clause) or (line.kind == "bullet" and "proven" not in clause)


_DIGITS = re.compile(r"\d{1,3}(?:[.,]\d{3}(?!\d))*(?:\.\d{1,2})?")


def _figure(text: str) -> float | None:
    """Read an amount such as 300,000, 1.2m or 800k; None for one that is no number."""
    found = _DIGITS.search(text)
    if found is None:
        return None
    number = float(re.sub(r"[.,](?=\d{3}(?!\d))", "", found[0]))
    if re.search(r"k\b", text):
        return number * 1000
    return number * 1_000_000 if re.search(r"\d ?mm?\b|million", text) else number


_COUNTED = r"(?:accounts?|clients?|customers?|relationships|partners|brands|companies)"
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
          "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
          "forty": 40, "fifty": 50, "a dozen": 12, "a hundred": 100}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}(?:,\d{{3}})?|{'|'.join(_SMALL)})"
_ACCOUNTS = re.compile(
    r"(?:(?:manag|own|handl|serv|support|look|oversee|maintain|carr|run|cover|portfolio|book|territory|"
    r"list|base|load|responsib|for|with|call|to)[a-z]*[^.;\n]{0,45}?[ (:]|^portfolio: "
    r"|^accounts: |: )"
    rf"(?:about |around |approximately |roughly |over |up to |some |~)?{_COUNT}"
    r"(?: ?\+| ?(?:-|to) ?\d{1,4})? (?:(?!years?\b|days?\b|hours?\b|weeks?\b"
    r"|months?\b)[a-z'-]+ ){0,3}?"
    rf"{_COUNTED}\b",
    re.MULTILINE,
)
_NOT_BOOK = re.compile(
    r"\b(?:we|our|company|firm|they|founded|trusted|worldwide|globally|serves|helped|world|thousands)\b"
)
_YOURS = re.compile(
    r"\b(?:you|your|portfolio|book|territory|manage|managing|own|role|handle|look after)\b"
)
_PER = re.compile(r"^ ?(?:a|per|each|every) (?:day|week|month|quarter|year)|^ (?:visits|calls"
                  r"|meetings)"
                  r"|^ manager")  # fmt: skip
_SEGMENT = re.compile(
    r"\b(?:enterprise|mid[- ]market|smb|small(?:[- ]and[- ]medium)?(?:[- ]sized)? business(?:es)?"
    r"|strategic|key|large|national|regional|commercial|global|corporate|public sector|nonprofit)"
    r"(?: (?:enterprise|level|sized?))? (?:accounts|clients|customers)\b"
)
_BOOK_LINE = re.compile(
    r"^(?:portfolio|accounts): (?:\d[\d,]* accounts?|one account)(?: · (?P<kind>[^·\n]+))?", re.M
)


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
    for match in _ACCOUNTS.finditer(posting.low):
        words = Words(match.start("count"), match.end())
        if _is_book(posting, match, words):
            text = match["count"].replace(",", "")
            return Book(_SMALL.get(text) or int(text), words, segment)
    return Book(None, None, segment)


def _is_book(posting: Posting, match: re.Match[str], words: Words) -> bool:
    line = posting.line(words.start)
    before = posting.low[max(line.start, words.start - 80) : words.start]
    clause = re.split(r"[.;!?] ", before)[-1]
    after = posting.low[words.end : min(line.end, words.end + 30)]
    if posting.low.startswith("one of", words.start):
        return False
    if _PER.match(after) or line.section in ("about", "required", "preferred", "equal", "benefits"):
        return False
    if re.search(
        r"\b(?:calls?|meet|visit|prospect|new|win|add|close|open|acquire)[a-z]* \Z", clause[-14:]
    ):
        return False
    if _NOT_BOOK.search(clause) and not _YOURS.search(clause):
        return False
    if match["count"] in ("one", "two", "three") and not re.search(
        "portfolio|book|manage|own", clause
    ):
        return False
    is_plausible = len(re.sub(r"\D", "", match["count"])) < 4
    return is_plausible and not match["count"].startswith("0")


_HUNT = re.compile(
    r"cold[- ](?:call|email|outreach)[a-z]*|prospecting|\bprospect(?: for|s? new)?\b(?! customers?)"
    r"|lead generation|generat(?:e|ing) (?:new )?leads|new logos?\b|\bnet[- ]new\b"
    r"|new business(?! team)"
    r"|new (?:accounts|clients|customers)\b|outbound sales|door[- ]to[- ]door|hunt(?:er|ing)?\b"
    r"|on the hunt for new|clos(?:e|ing) new|acquir(?:e|ing) new|new customer acquisition"
    r"|(?:potential|prospective)(?: and (?:current|existing))? (?:customers|clients)"
    r"|manage new and|establishing new accounts"
    r"|identify(?:ing)? new (?:clients|customers|prospects)"
)
_HUNT_DENIED = re.compile(
    r"\b(?:no|not|without|never|rather than|instead of|isn't|aren't|won't|don't"
    r"|free of)\b[^.;\n]{0,40}\Z"
)
_WITHIN = re.compile(r"^[^.;\n]{0,30}(?:with(?:in)? (?:existing|current|our existing)"
                     r"|from existing)|^ team"
                     r"|^s? onboard|^ (?:handed|passed|come|brought in by)")  # fmt: skip
_SHARE = re.compile(r"(?P<share>\d{1,3}) ?(?:%|percent)")


class Hunting(NamedTuple):
    """New business in the duties; `share` is the percent of time where one is said."""

    level: Literal["none", "some", "mostly"]
    words: tuple[Words, ...]
    share: int | None


def hunting(posting: Posting) -> Hunting:
    """Find work on new clients; what is denied, or asked for as experience, is none."""
    found = [one for one in posting.hits(_HUNT) if _is_duty(posting, one)]
    share = next((one for one in [_share(posting, hit) for hit in found] if one), None)
    if not found:
        return Hunting("none", (), None)
    lines = {posting.line(one.start).start for one in found}
    is_most = share >= 50 if share else len(lines) >= 3
    return Hunting("mostly" if is_most else "some", tuple(found), share)


def _is_duty(posting: Posting, words: Words) -> bool:
    line = posting.line(words.start)
    if line.section in ("required", "preferred", "about", "benefits", "equal", "apply", "pay"):
        return False
    before = posting.low[max(line.start, words.start - 60) : words.start]
    after = posting.low[words.end : min(line.end, words.end + 50)]
    said = posting.low[words.start : words.end]
    if _HUNT_DENIED.search(before) or _WITHIN.match(after):
        return False
    if said.startswith("hunt"):
        return (
            bool(re.match(r"^[^.\n]{0,20}(?:new|clients|business|leads|opportun)", after))
            or said == "hunter"
        )
    if said.startswith("new") and re.search(r"onboard|welcom|hand(?:ed|s|-over|over)|transition"
                                            r"|existing and "
                                            r"|between|support |train", before[-40:]):  # fmt: skip
        return False
    return not re.search(r"\b(?:we|our team|company|firm)\b[^.]{0,25}\Z", before)


def _share(posting: Posting, words: Words) -> int | None:
    around = posting.around(words, 60, 40).replace("\0", " ")
    shares = [int(match["share"]) for match in _SHARE.finditer(around)]
    return shares[0] if shares and shares[0] <= 100 else None
