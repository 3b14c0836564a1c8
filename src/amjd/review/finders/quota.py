"""The quota: whether this job carries one, and how high it is."""

import re
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from amjd.answers.pay.currencies import SIGNS
from amjd.review.finders.reached import MONEY, SCALE, figure_of, to_be_reached
from amjd.review.finders.signs import LOW_SIGN, SIGN, codes
from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

_DENIED_QUOTA = compile_later(
    r"\b(?:no|not|without|never|zero|isn't|doesn't|does not|non)[- ](?:[a-z]+[ -]){0,4}quotas?\b"
    r"|(?<=quota: )(?:no\b(?: sales quota\b)?|none\b)|quota[- ]free\b"
    r"|\bquotas?(?: ?[:=(,-]| is| are)? ?(?:none|nil|zero)\b"
    r"|\bquota(?: ?= ?no\b| ?[:=] ?0(?![.,]?\d))"
    r"|no (?:[a-z]+ ){0,2}sales targets?\b|not a sales (?:role|job)|(?:not"
    r"|non)[- ](?:a )?targeted\b"
    r"|\b(?:(?:(?:do|does|will) )?not|don't|doesn't|won't|never) (?:have|carry|get|chase|work to"
    r"|be (?:given|set))(?: to"
    r" (?:hit|meet|reach|chase|carry))?(?: an?y?)? (?:(?!retention|renewal)[a-z]+ ){0,2}targets?\b"
    r"|\b(?:no|without an?y?|isn't a|not a) (?:[a-z]+ ){0,2}targets? (?:to|that you) (?:hit|meet"
    r"|reach"
    r"|chase|carry|make)\b"
    r"|(?:\A|(?<=[;,.(] )|(?<=\n))no (?:individual|personal|sales|revenue) targets?\b"
    r"|\b(?:there (?:are|is)|carr(?:y|ies)|have|has|with) no (?:(?:revenue|growth|personal"
    r"|individual"
    r"|monthly|quarterly|annual) )?targets?\b(?! (?:audience|market|date|group|customer))"
)
_QUOTA = compile_later(
    r"\bquotas?\b|\bcarr(?:y|ies|ying) (?:an?|your own|the) number\b|(?:sales|revenue|retention"
    r"|growth|production|\barr|\bmrr|renewals?|bookings?|upsell"
    r"|expansion|gross profit|margin)(?:,? (?:and |or |/ ?)?[a-z]{3,15}){0,3}? (?:targets?|goals?"
    r"|quotas?|objectives)\b|(?:monthly|quarterly|annual|yearly)(?:[ /]+(?:and )?(?:monthly"
    r"|quarterly|annual))? (?:sales |business |revenue |individual |team )?(?:targets?|goals?)(?= "
    r"|[.,;:]|$)|(?:meet|exceed|hit|achiev|surpass|smash|beat|reach"
    r"|deliver(?!y))[a-z]{0,4}(?: (?:or|and)(?: [a-z]+)?| exceed(?:ing)?)?(?: (?:on|against|your"
    r"|the|all|assigned|individual|personal|agreed|set|own|aggressive)){0,3} (?:targets?"
    r"|sales plan)\b(?!-)"
)
_RECORD = compile_later(
    r"record of|history of|proven|experience|track record|previous|past|prior|success in|ability to"
    r"|exceeded|carried|background|career|held"
)
_OF_FIRM = compile_later(
    r"when we hit|\b(?:defin|set|corporate|company)[a-z]*(?: [a-z]+)?(?: the)? \Z"
    r"|our (?:quarterly|annual|company)|company(?:'s)? (?:revenue|sales)|bonus|against \Z|\btheir\b"
    r"|\b(?:creat|design|identify|set)(?:e|es|ing|ting)?(?: your own)?(?: (?!and\b"
    r"|to\b)[a-z,&-]+){0,3} \Z|deadlines and \Z|\bbased on [^.;]{0,40}\Z|\bboard\b"
    r"|(?:[a-z]'s|\bour|\bsupport(?:s|ing)?(?: the)?) (?:[a-z]+ )?\Z"
    r"|(?:help|enabl|support|assist|consult|advis|ensur)[a-z]*[^.]{0,30}\b(?:clients?|customers"
    r"|brands|partners|teams?)\b[^.]{0,30}(?:reach|achieve|meet|hit)"
)
# "Quota setting and management" is a manager's work on the quotas of others.
_SETTING = compile_later(r"^[- ](?:setting|planning|management|design|allocation|assignment)\b")


@cache
def _target() -> re.Pattern[str]:
    money = (
        rf"(?:(?<![a-z])(?:{SIGN}) ?|\b(?:{codes()}) )"
        rf"\d{{1,3}}(?:[,.]?\d{{1,3}}|(?<=\d) \d{{3}}(?!\d)){{0,3}}"
        rf"(?: ?(?:l|{SCALE})\b)?"
    )
    own = r"(?!\b(?:plus|with|base|basic|salary|pay|ote)\b)"  # what is paid is another amount
    return re.compile(
        rf"(?:quotas?|targets?|goals?|carr(?:y|ies|ying) (?:an?|your own"
        rf"|the) number)\b(?P<behind>(?:{own}[^.;\n{SIGNS}]){{0,30}}?)(?P<a>{money})"
        rf"|(?P<b>{money})(?P<between>(?:{own}(?!\band\b)[^.,;+\n{SIGNS}]){{0,24}})"
        r"(?:quota|sales target|target\b)",
        re.IGNORECASE,
    )


_LEAD = (
    r"(?:(?: for (?:20\d\d|the year|this year))?(?: of| is| are| will be|:)(?: about| at least"
    r"| over)?"
    r"|,) "
)
# "Targets: keep 80 of the 85; \u00a31.9m sales"
_LISTED = compile_later(
    r"^(?:your |the )?targets?: [^\n]{0,120}?"
    rf"(?P<all>{MONEY})"
    r" (?:in |of |new ){0,2}(?:sales|revenue|bookings|turnover|margin|gross profit|gp|[am]rr"
    r"|premiums?)\b",
    re.M,
)
# "12 renewals per month", "20 new fridges a month", "600k renewed per year"
_IN_WORDS = compile_later(
    rf"{_LEAD}(?P<all>\d[\d,.]*(?:%|[km]\b)?(?: ?(?:-|to) ?\d[\d,]*)?(?: [a-z'-]+){{1,3}}?"
    r" (?:(?:a|per|each|every) (?:week|month|quarter|year)|(?:week|month|quarter|year)ly)\b"
    r"|(?<=: )\d[\d,]*(?: [a-z'-]+){1,3}(?= ?(?:$|[.;]))"
    r"|\+? ?\d[\d.]*(?:%| percent) (?:growth )?(?:on|over|above|up on|more than|vs\.?) (?:the )?"
    r"(?:last|previous|prior) (?:year|quarter|month)(?:'s sales)?)",
    re.M,
)


@cache
def _in_parts() -> re.Pattern[str]:
    """Match a target of several parts: "$600,000 in renewals plus $150,000 in expansion"."""
    about = r"(?:~ ?|(?:about|around|at least|over|up to) )?"
    figure = rf"(?:(?:{LOW_SIGN}) ?)?\d[\d,.]*(?:%| ?(?:k|m|million)\b)?"
    one = rf"{about}{figure}(?: ?(?:-|to) ?{figure})?"
    # What is paid is another amount, and a period alone says of nothing what it is.
    what = (
        r"(?: (?!(?:base|basic|salary|pay|ote|earnings|bonus|commission|on-target)\b)"
        r"[a-z(][a-z()%'-]*){1,7}?"
    )
    first = rf"{one}(?! (?:an?|per|each|every|annually|yearly|plus|and)\b){what}"
    joint = r"(?:,| ?\+| &|,? (?:plus|and)) "
    each = r" (?:(?:a|per|each|every) (?:week|month|quarter|year)|(?:week|month|quarter|year)ly)\b"
    return re.compile(
        rf"{_LEAD}(?P<all>{first}(?:{joint}{one}{what}){{1,4}}(?:{each}|(?= ?(?:$|[.;]))))", re.M
    )


# What is paid for reaching one: "$63,000 per year when you reach the quota".
_FOR_REACHING = compile_later(
    r"\b(?:when|if|once|for|at|upon|after|by|as)\b(?! least)"
    r"|\b(?:pay|paid|earn|total|salary|commission|comes)"
)
# What we write where the owner keeps the target back.
_KEPT_BACK = compile_later(r"^quota: carries an? [a-z -]{4,30} quota\.?$", re.M)


_SET = compile_later(
    r"quota|sales|\b(?:annual|yearly|quarterly|monthly|weekly|own|carry|you have)\b"
    r"|\byour (?:[a-z]+ )?(?:target|goal)(?: is| of|:)|^\W*(?:revenue )?(?:target|goal)s?: "
)
_PAID = compile_later(r"earn|commission of|on-target|bonus")
_SENTENCE = compile_later(r"[.;!?] ")
# Behind these stands another amount: "a quota of $300,000 and earn a base of $60,000".
_ADDED = compile_later(r", | and | plus | with | ?\+")


class Quota(NamedTuple):
    """Whether the job carries a quota, its figure, and the words of each.

    A target in words has no figure. `is_kept_back` says that the posting has it so on purpose.
    """

    carries: Literal["yes", "no"] | None
    target: float | None
    words: Words | None
    target_words: Words | None
    denied: Words | None
    is_kept_back: bool = False


_MOST = 50  # denials that are looked at
_NAMES = ("quota", "target", "sales role", "sales job")
_AIMS = ("quota", "target", "goal", "number")


def quota(posting: Posting) -> Quota:
    """Find a quota that this job carries; one asked for as experience is none."""
    is_named = any(word in posting.low for word in _NAMES)
    denials = list(islice(posting.hits(_DENIED_QUOTA), _MOST)) if is_named else []
    denied = next(iter(denials), None)
    hits = [one for one in posting.hits(_QUOTA) if _is_this_job(posting, one, denials)]
    said = next(iter(hits), None)
    for one in hits:
        if worded := _in_parts().match(posting.low, one.end):
            return Quota("yes", None, one, Words(*worded.span("all")), denied)
    is_aimed = any(word in posting.low for word in _AIMS)
    for match in posting.beside_figures(_target()) if is_aimed else ():
        words = Words(*match.span("a" if match["a"] else "b"))
        if _is_target(posting, match, words):
            return Quota("yes", figure_of(posting.lowered(words)), said or words, words, denied)
    if "target" in posting.low and (listed := _LISTED.search(posting.low)):
        words = Words(*listed.span("all"))
        return Quota("yes", figure_of(listed["all"]), said or words, words, denied)
    for one in hits:
        if worded := _IN_WORDS.match(posting.low, one.end):
            return Quota("yes", None, one, Words(*worded.span("all")), denied)
    if not denied and (other := to_be_reached(posting)):
        return Quota("yes", other[1], said or other[0], other[0], None)
    if said and not denied:
        return Quota("yes", None, said, None, None, _KEPT_BACK.search(posting.low) is not None)
    return (
        Quota("no", None, denied, None, denied) if denied else Quota(None, None, None, None, None)
    )


def _is_target(posting: Posting, match: re.Match[str], words: Words) -> bool:
    """Whether an amount beside a quota is its target, and not what is paid for reaching it."""
    between = (match["behind"] if match["a"] else match["between"]).lower()
    if posting.line(words.start).section in ("about", "required", "preferred", "benefits"):
        return False
    if _FOR_REACHING.search(between):
        return False
    before = _SENTENCE.split(posting.before(words, 70))[-1]
    behind = posting.behind(words, 30)
    said = _ADDED.split(before)[-1] + _ADDED.split(behind)[0]
    return _SET.search(before + behind) is not None and not _PAID.search(said)


def _is_this_job(posting: Posting, words: Words, denials: list[Words]) -> bool:
    if any(one.start <= words.start <= one.end for one in denials):
        return False
    if _SETTING.match(posting.behind(words, 24)):
        return False
    line = posting.line(words.start)
    before = posting.before(words, 70)
    if line.section in ("required", "preferred", "benefits", "apply"):
        return False
    clause = _SENTENCE.split(before)[-1]
    if line.section in ("about", "equal") or _OF_FIRM.search(clause):
        return False
    if re.search(r"track record|must have|history of", clause):
        return False
    return not _RECORD.search(clause) or (line.kind == "bullet" and "proven" not in clause)
