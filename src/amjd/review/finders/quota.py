"""The quota: whether this job carries one, and how high it is."""

import re
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from amjd.answers.numbers.scales import LAKHS_OR_CRORES, SCALES
from amjd.answers.pay.currencies import SIGNS
from amjd.review.finders.grouped import number
from amjd.review.finders.signs import SIGN, USUAL, codes
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
        rf"(?: ?(?:k\b|mm?\b|million|(?:l|{LAKHS_OR_CRORES})\b))?"
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
    r"^(?:your |the )?targets?: [^\n]{0,120}?(?P<all>(?:[$\u00a3\u20ac] ?)\d[\d,.]*(?: ?(?:k\b"
    r"|mm?\b|million))?)"
    r" (?:in |of |new )?(?:sales|revenue|bookings|turnover|margin|gross profit|gp)\b",
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
    figure = rf"(?:(?:{SIGN}) ?|(?:{USUAL}) )?\d[\d,.]*(?:%| ?(?:k|m|million)\b)?"
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
    r"|\byour (?:[a-z]+ )?(?:target|goal)(?: is| of|:)|^\W*(?:revenue )?(?:target|goal): "
)
_PAID = compile_later(r"earn|commission of|on-target|bonus")
_SENTENCE = compile_later(r"[.;!?] ")
# Behind these stands another amount: "a quota of $300,000 and earn a base of $60,000".
_ADDED = compile_later(r", | and | plus | with | ?\+")


_EACH = (
    r"(?: (?:a|per|each|every) (?:week|month|quarter|year)\b| (?:week|month|quarter|year)ly\b"
    r"| ?/ ?(?:wk|week|mo|mth|month|qtr|quarter|yr|year)\b| ?p(?:\.[mqa]\.|/?[mqa]\b))"
)
# What is done is no result: calls, visits and meetings are none.
_RESULT = (
    r"(?:reqs?|roles|hires|placements|starts|deals|sales|orders|units|contracts|listings"
    r"|distribution points|doors|stockists|new (?:accounts|clients|customers|logos)"
    r"|gp|gross profit|margin|revenue|billings)"
)


@cache
def _results() -> re.Pattern[str]:
    """Match what is to be reached each month: "Fill 12 reqs/mo or $25k GP/mo by month 6"."""
    figure = rf"(?:(?:{SIGN}) ?)?\d[\d,.]*(?:k|m)?\+?(?: ?(?:-|to) ?\d[\d,.]*(?:k|m)?)?"
    one = rf"{figure} (?:[a-z-]{{2,15}} ){{0,2}}?{_RESULT}{_EACH}"
    verb = (
        r"(?:fill|close|place|sign|win|sell|land|bring in|generate|bill|deliver|make|hit|achieve)"
    )
    return re.compile(
        rf"(?:(?:^|(?<=[.;:,] )|(?<=you )|(?<=you'll )|(?<=will )){verb}"
        rf"(?: (?:at least|about|around|over|a minimum of))? (?P<a>{one}"
        rf"(?:(?:,| or| and| plus|,? \+) {one}){{0,3}}(?: by (?:month|quarter|year) \d{{1,2}})?)"
        rf"|(?:^|(?<=[.;] ))(?P<b>\d{{1,3}} new (?:distribution points|listings|doors"
        rf"|stockists){_EACH}))",
        re.M,
    )


@cache
def _budget() -> re.Pattern[str]:
    """Match what a territory is to sell where that is called its budget."""
    money = rf"(?:{SIGN}) ?\d[\d,.]*(?: ?(?:k|mm?|million)\b)?"
    time = r"(?: (?:for|in) (?:fy ?'?\d\d(?:[/-]\d\d)?|20\d\d|the year|this year|next year))"
    more = r"(?:,? \+? ?\d[\d.]*(?:%| percent) (?:growth )?(?:on|over|vs\.?) (?:ly|last year))?"
    return re.compile(
        rf"\b(?:(?:sales|revenue|margin|turnover|gp|growth) budget{time}?"
        rf"|(?<!marketing )(?<!training )(?<!travel )budget{time})(?: of| is|:)?"
        rf" (?P<all>{money}{more})"
    )


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
            return Quota("yes", _figure(posting.lowered(words)), said or words, words, denied)
    if "target" in posting.low and (listed := _LISTED.search(posting.low)):
        words = Words(*listed.span("all"))
        return Quota("yes", _figure(listed["all"]), said or words, words, denied)
    for one in hits:
        if worded := _IN_WORDS.match(posting.low, one.end):
            return Quota("yes", None, one, Words(*worded.span("all")), denied)
    if not denied and (other := _otherwise(posting)):
        return Quota("yes", other[1], said or other[0], other[0], None)
    if said and not denied:
        return Quota("yes", None, said, None, None, _KEPT_BACK.search(posting.low) is not None)
    return (
        Quota("no", None, denied, None, denied) if denied else Quota(None, None, None, None, None)
    )


_NOT_OWN = ("about", "required", "preferred", "benefits", "apply", "pay", "equal")


def _otherwise(posting: Posting) -> tuple[Words, float | None] | None:
    """Find what is to be reached where nothing calls it a quota, and its figure if it is one."""
    if "budget" in posting.low:
        for match in posting.matches(_budget()):
            words = Words(*match.span("all"))
            if posting.line(words.start).section not in _NOT_OWN:
                return words, _figure(match["all"].partition("+")[0])
    for match in posting.matches(_results()):
        words = posting.trimmed(Words(*match.span("a" if match["a"] else "b")))
        if posting.line(words.start).section not in _NOT_OWN:
            return words, None
    return None


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


_CODE = compile_later(r"[A-Za-z]{3}(?= ?\Z)")
_SHORT = compile_later(r"(?:\u20b9|\brs\b\.?|\b(?:inr|pkr|bdt|npr|lkr)\b) ?\d[\d,.]* ?l\b")
_DIGITS = compile_later(r"\d{1,10}(?:[., ]\d{3}(?!\d))*(?:\.\d{1,2})?")


def _figure(text: str) -> float | None:
    """Read an amount such as 300,000, 1.2m or 800k; None for one that is no number."""
    found = _DIGITS.search(text)
    if found is None:
        return None
    code = _CODE.search(text, max(0, found.start() - 4), found.start())
    figure = float(number(found[0], code[0].upper() if code else None))
    if unit := re.search(rf"(?:{LAKHS_OR_CRORES})\b", text):
        return float(figure * 10 ** SCALES[unit[0]])
    if _SHORT.search(text):
        return figure * 100_000
    if re.search(r"k\b", text):
        return figure * 1000
    return figure * 1_000_000 if re.search(r"\d ?mm?\b|million", text) else figure
