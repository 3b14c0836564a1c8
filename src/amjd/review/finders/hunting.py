"""Hunting: work on clients that are not there yet."""

import re
from itertools import islice
from typing import Literal, NamedTuple

from amjd.review.posting import Posting, Words
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

_CLIENTS = r"(?:accounts|clients|customers|partners|prospects|business(?:es)?|logos?)"
_HUNT = compile_later(
    r"cold[- ](?:call|email|outreach)[a-z]*|prospecting|\bprospect(?=,"
    r"| (?:and|to|for|s? new))(?! customers?)|(?<=\n)prospect(?= \d)|lead generation|generat(?:e|es"
    r"|ing) (?:[a-z]+ ){0,2}leads|new logos?\b|\bnet[- ]new\b|new business(?! team"
    r"| development (?:rep|manag|exec|assoc|team|direct)| (?:initiative|requirement|logic|unit|line"
    r"|model|process|system|partnership))(?!es (?:internally|with joint|units))"
    r"|new (?:accounts|clients|customers|leads|prospects)\b|outbound (?:sales|prospecting|calls"
    r"|calling)|door[- ]to[- ]door|door[- ]knocking|hunt(?:er|ing)?\b"
    r"|on the hunt for new(?! (?:challenge|job|role|career))|clos(?:e|ing) new"
    r"|acquir(?:e|ing) new(?! (?:skills|knowledge|technolog|tools|compet))"
    r"|(?:new )?customer acquisition(?! (?:cost|data|metric))|potential(?: and (?:current"
    r"|existing))? (?:customers|clients|partners|accounts|leads|buyers|prospects|merchants|brands"
    r"|sponsors|members)\b|prospective(?: and (?:current|existing))? (?!candidates|employees|hires"
    r"|students|applicants|fellows|tenants)[a-z]+s\b|build(?:ing)? (?:and manag(?:e|ing) )?(?:a "
    r"|the |your |qualified |sales |strong |healthy ){0,3}pipeline(?! that| of data)"
    r"|pipeline (?:development efforts|generation|building|creation)|qualified pipeline"
    r"|outbound leads|qualif(?:y|ying) (?:[a-z]+ ){0,2}(?:leads|prospects)|manage new and"
    r"|establishing new accounts"
    rf"|(?:identify(?:ing)?|target(?:ing)?|recruit(?:ing)?"
    rf"|win(?:ning)?) (?:(?!no\b)[a-z]+ )?new (?:[a-z]+ )?{_CLIENTS}"
    # Whatever they are called here: "Win new farmers"
    r"|\bwin(?:ning)?(?: over)? new (?!awards|heights|skills|friends|hearts)[a-z]{4,20}s\b"
    r"|(?:turn(?:ing)?|convert(?:ing)?) (?:[a-z]+ )?(?:prospects|leads) (?:in)?to"
    r"|meet(?:ing)? with prospects|\bsign(?:ing)? (?:up )?new|sourc(?:e"
    r"|ing) (?:and qualif\w{1,5} )?new|sales (?:cycle|process)[^.\n]{0,20}?(?: from"
    r"|:) (?:[a-z]+ ){0,2}(?:leads?|prospect\w*|finding|targeting|initiation)\b"
)
_HUNT_DENIED = compile_later(
    r"\b(?:no|not|without|never|rather than|instead of|isn't|aren't|won't|don't"
    r"|free of)\b[^.;\n]{0,40}\Z"
)
# Whoever does it is not who is sought.
_WHO = (
    r"(?:founders?|owners?|directors?|ceo|partners|principals?|sales(?: team| reps?| people| force"
    r"| colleagues)?|bdms?|(?:business )?development team|new[- ]business team|colleagues?|others"
    r"|hunters|aes?|account executives?|[sb]drs?|somebody else|someone else|another team)\b"
)
_OTHERS = rf"(?:(?:our|the|two|three|both|one of|other|a|an|of) ){{0,4}}(?:[a-z]+ )?{_WHO}"
_MADE = (
    r"(?:done|won|found|handled|opened|signed|brought in|looked after|taken care of|closed|acquired"
    r"|run|owned|led|hunted)"
)
_DO = (
    r"(?:do(?:es)?|wins?|finds?|brings?(?: in)?|hunts?(?: for)?|handles?|chases?|runs?|owns?"
    r"|looks? after|signs?"
    r"|takes? care"
    r" of|closes?)"
)
_DONE_BY = compile_later(
    rf"\b{_WHO}(?: here|(?P<who>,? who))? (?:[a-z]+ )??"
    rf"(?P<do>{_DO} (?:(?:and )?{_DO} |and )?(?:(?:all|the|our|of) ){{0,3}})?\Z"
)
_DOES = compile_later(r"(?:win|identif|target|recruit|sign|clos|acquir|generat|sourc|convert|turn)")
_HELPED = compile_later(r"\b(?:help|support|assist|coach|let|join|with)\b")
_WITHIN = compile_later(r"^[^.;\n]{0,30}(?:with(?:in)? (?:existing|current|our existing)"
                     r"|from existing)|^ team|^ (?:for|of) (?:renewals|upsell)"
                     r"|^s? onboard|^ (?:handed|passed|come|brought in by)|^ on to"
                     r"|^ (?:is|are|isn't|aren't) (?:not )?(?:your (?:job|task)|part of|yours"
                     r"|expected)(?<!is your job)(?<!are part of)(?<!is part of)"
                     rf"|^,? (?:(?:(?:is|are|gets?|will be) )?(?:[a-z]+ly )?{_MADE} by"
                     r"|(?:is|are|sits?|stays?|lies|rests?|remains?) with|comes? (?:in )?from"
                     rf"|(?:belongs?|(?:is|are) (?:left|up)) to) {_OTHERS}")  # fmt: skip
_SHARE = compile_later(
    r"(?P<share>\d{1,3}) ?(?:%|percent)(?! (?:of (?:new|all|our|the|these) "
    r"(?:customers|clients)|increase|growth|retention|commission|quota"
    r"|discount))"
)
_MOST = 1000  # words that are looked at
_ELSEWHERE = ("required", "preferred", "about", "benefits", "equal", "apply", "pay")


class Hunting(NamedTuple):
    """New business in the duties; `share` is the percent of time where one is said."""

    level: Literal["none", "some", "mostly"]
    words: tuple[Words, ...]
    share: int | None


def hunting(posting: Posting) -> Hunting:
    """Find work on new clients; what is denied, or asked for as experience, is none."""
    found = [one for one in islice(posting.hits(_HUNT), _MOST) if _is_duty(posting, one)]
    share = next((one for one in [_share(posting, hit) for hit in found] if one), None)
    if not found:
        return Hunting("none", (), None)
    # What a posting says twice in the same words, as in its head and below, is said once.
    kinds = {posting.before(one, 12) + posting.said(one).lower() for one in found}
    is_most = share >= 50 if share else len(kinds) >= 3
    return Hunting("mostly" if is_most else "some", tuple(found), share)


def _is_duty(posting: Posting, words: Words) -> bool:
    line = posting.line(words.start)
    if line.section in _ELSEWHERE or line.kind == "heading":
        return False
    before = posting.before(words, 60)
    after = posting.behind(words, 50)
    said = posting.lowered(words)
    if _HUNT_DENIED.search(before) or _WITHIN.match(after) or _KNOWN_TO_US.match(after):
        return False
    if said.startswith("hunt"):
        return said == "hunter" or _HUNTED.match(after) is not None
    if said.startswith("new") and _SERVED.search(before):
        return False
    others = _DONE_BY.search(before)
    is_theirs = others and (others["who"] or not _HELPED.search(before))
    if others and is_theirs and (others["do"] or _DOES.match(said)):
        return False
    return not _OF_FIRM.search(before)


# Who knows us already is called, not hunted: "outbound calls a day to lapsed and existing accounts"
_KNOWN = r"(?:lapsed|dormant|existing|current|(?:in)?active|past|former|previous|regular|warm)\b"
_JOINT = r"(?:,? and|,? or| &|,|/)"
_KNOWN_TO_US = compile_later(
    rf"^[^.;\n]{{0,30}}?\b(?:to|with|into) (?:(?:our|your|the|all|\d+) ){{0,2}}{_KNOWN}"
    rf"(?:{_JOINT} ?{_KNOWN}){{0,3}}"
    rf"(?![^.;\n]{{0,30}}\b(?:new|prospects?|potential|prospective|cold|target|leads)\b)"
)
_HUNTED = compile_later(r"^[^.\n]{0,20}(?:new (?!challenge|job|role)|clients|business|leads)")
# What is done for clients who are new, and were won by others.
_SERVED = compile_later(
    r"onboard|welcom|hand(?:ed|s|-over|over)|transition|operations of|implement|translat"
    r"|set(?:ting)? up|configur|deploy|launch|train|guid|\btak(?:e|ing) (?:over|on)\b"
    r"|existing and |between|support "
)
_OF_FIRM = compile_later(r"\b(?:we|our team|company|firm)\b[^.]{0,25}\Z")


def _share(posting: Posting, words: Words) -> int | None:
    """Return the percent nearest to words: "80% existing accounts, 20% new business"."""
    line = posting.line(words.start)
    first, last = max(line.start, words.start - 60), min(line.end, words.end + 40)
    shares = [
        (max(words.start - match.end(), match.start() - words.end), int(match["share"]))
        for match in _SHARE.finditer(posting.low, first, last)
    ]
    share = min(shares, default=(0, 101))[1]
    if share > 100 and (part := _PART.search(posting.low, first, min(line.end, words.end + 90))):
        said = part["of"]
        if said is None:
            return _FRACTIONS[part["half"] or part["part"] or part["alone"]]
        share = 100 // (int(said) if said.isdigit() else SMALL_NUMBERS.index(said))
    return share if share <= 100 else None


_FRACTIONS = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "sixth": 16, "tenth": 10}
_OF_WORK = (
    r"(?:of )?(?:your |the |this )?(?:calls|visits|hours|days|time|week|work|job|role|year)\b"
)
# "maybe 1 in 10 of your calls", "half your time", "New business: about a fifth"
_PART = compile_later(
    r"\b(?:1|one) (?:in|out of) (?P<of>[2-9]|1\d|20|"
    rf"{'|'.join(SMALL_NUMBERS[2:])}) {_OF_WORK}"
    rf"|\b(?P<half>half) (?!an?\b){_OF_WORK}"
    rf"|\b(?:an?|one)[ -](?P<part>half|third|quarter|fifth|sixth|tenth) {_OF_WORK}"
    r"|(?:about|around|roughly|some|up to|:|,|\() ?(?:an?|one)[ -]"
    r"(?P<alone>half|third|fifth|sixth|tenth)(?= ?(?:[.,;)]|$))",
    re.MULTILINE,
)
