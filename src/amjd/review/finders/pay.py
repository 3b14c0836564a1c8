"""Pay: this job's amounts, told from the company's figures, stipends, bonuses and quotas."""

import re
from itertools import islice
from typing import Literal, NamedTuple

from amjd.answers.currencies import SIGNS
from amjd.answers.plausible import is_known
from amjd.review.finders.amounts import BY_THE_YEAR, Sum, Written, of_fields, written
from amjd.review.posting import Posting, Words
from amjd.review.sections import PAID_BONUS
from amjd.text.patterns import compile_later


class Pay(NamedTuple):
    """What a posting says of pay; `vague` are words such as competitive salary.

    Where commission is all, no amount is the base, whatever is said of it.
    """

    base: Sum | None
    on_target: Sum | None
    vague: tuple[Words, ...]
    variable: tuple[Words, ...]
    is_commission: bool

    @property
    def kind(self) -> Literal["none", "vague", "single", "range"]:
        """How it is called in `--json`."""
        figure = self.base or self.on_target
        if figure is None:
            return "vague" if self.vague else "none"
        return "range" if figure.high > figure.low and not figure.open_ else "single"


_ANY_PERIOD = compile_later(
    r"per (hour|year|annum|month|week)|/ ?(hr|hour|yr|year)\b|an hour|a year|annually|hourly"
    r"|\bp\.?a\b"
)
_PAID = compile_later(
    r"salar(?:y|ies)|\bbase\b|\bbasic\b|\bpay\b|\bpays\b|paid|compensation|\bwages?\b|remuneration"
    r"|earn|\bote\b"
    r"|on[- ]target|hiring range|\brate\b|\bpackage\b|range for this|targeted cash"
)
# Money that is no pay of this job; the last of these words before an amount decides.
_OTHER = compile_later(
    r"quota|revenue|\barr\b|\bmrr\b|stipend|allowance|referral|sign(?:ing|-on) bonus|budget|funding"
    r"|raised|reimburse|development|learning|deal|contract|turnover|portfolio|worth|managing|gift"
    r"|spend|donat|\bfees?\b|insurance|401|match|tuition|valu(?:e|ation)|sales of|assets|accounts"
    r"|wellness|home office|gym|equipment|credit|saved|invest|series [a-e]\b|goal|bonus of"
    r"|commission of|variable|predictable raise|commissions? (?:are|is|target)|price|loans?\b"
    r"|discount|\bcover|per (?:lead|sale)|industry|market\b|recommend|\brefer\b|friend"
    r"|(?:joining|signing|sign-on|welcome|relocation|retention|performance|annual) bonus"
)
_OTHER_AFTER = compile_later(
    r"^(?: ?(?:/ ?(?:mos?|month|yr|year|week)|per [a-z]+|an? (?:month|year|week)|each [a-z]+"
    r"|monthly|annually|yearly)\b)? ?(?:m\b|mm\b|mm?\+|bn\b|b\b|million|billion|\+? ?million|%"
    r"|percent|k?\+? (?:accounts|clients|customers)|in (?:revenue|sales|funding|arr|annual)|stipend"
    r"|allowance|budget|referral|sign|(?:annual |yearly |quarterly |retention |holiday )?bonus"
    r"|(?:[a-z&]+ ){0,4}(?:stipend|allowance|wellbeing|wellness|reimburse|credit"
    r"|professional development|towards)|per quarter|price|loan|industry"
    r"|for (?:home|equipment|your (?:home|desk|learning))|(?:[a-z/]+ ){0,3}(?:in|of"
    r"|for) (?:[a-z]+ ){0,2}(?:funds?\b|training|learning|education|equipment)|quota|portfolio"
    r"|(?:of|in) commission|(?:in )?(?:variable|commission)|years?\b|x\b|\+? employees)"
)
# A rate and what it is taken of: "you earn 5% of the first year's orders, about $100,000".
_SHARE_OF = compile_later(r"\d ?(?:%|percent) (?:commission )?(?:of|on|for)\b[^;]{0,120}\Z")
# What others made is no offer: "our top reps earn", "average first-year earnings".
_OTHERS = compile_later(
    r"(?:\b(?:reps?|representatives|performers|sellers|consultants|advisors|agents|people|employees"
    r"|many|most|others|them|users|customers)\b[^.;]{0,30}(?:earn|mak|made|averag|take home))"
    r"|\baverag\w*|\bfriend|\brefer\b"
)
VAGUE = compile_later(
    r"(?:competitive|attractive|excellent|generous|great|market|solid|good|strong"
    r"|lucrative) (?:[a-z-]+ ){0,2}(?:salar(?:y|ies)|pay\b|compensation|remuneration|wages?|package"
    r"|earnings|base|rates?\b|commission structure)|(?:salary|pay|compensation)[^.\n]{0,20}(?:is "
    r"|are |: ?)?(?:competitive|negotiable|commensurate)|commensurate with"
    r"|depending on (?:experience|qualifications)|dependent on experience|\bd\.?o\.?e\b"
    r"|salary negotiable|market[- ]rate|to be discussed|based on experience"
    r"|six[- ]figure(?:s| (?:salary|income|earnings))|top (?:commission rates"
    r"|of (?:the )?market pay)|pay you well"
)
VARIABLE = compile_later(
    r"\bcommissions?\b|\bbonus(?:es)?\b|\bote\b|on[- ]target (?:earn|pay|comp|income|cash|bonus"
    r"|commission)|incentive (?:pay|plan|comp|bonus)"
    r"|variable (?:pay|comp|component|salary)|profit[- ]shar(?:e|ing)|success share"
)
_NO_VARIABLE = compile_later(
    r"referral[^.\n]{0,12}\Z|sign(?:ing|-on)[- ]\Z|\b(?:no|not|without)(?: a| any)? \Z"
    r"|\bbonus points|partner \Z|\bthe sec \Z|securities and exchange \Z"
    r"|(?:sign[- ]?on|joining|welcome|retention) \Z|trade \Z|federal trade \Z|\bthe european \Z"
    r"|\b(?:joint|order|local|communications|rights|equity|stock|share) \Z|\bfees? (?:or|and) \Z"
)
# French is a bonus; there is a bonus.
_A_PLUS = compile_later(
    r"(?<!there )\b(?:is|are|be|as|that's)(?:,? of course,?| definitely)? an?"
    r"(?: huge| big| real| definite)? \Z"
)
# What others are paid: the brand ambassadors one looks for, the partners one signs.
_OF_OTHERS = compile_later(
    r"\b(?:ambassadors|affiliates|agents|brokers|resellers|partners|reps"
    r"|they) (?:will )?(?:receive|earn"
    r"|get|are paid|work)\b[^.;\n]{0,30}\Z|\b(?:find|recruit|hire)[a-z]*\b[^.;\n]{0,70}\bon an? \Z"
)


_ALL_COMMISSION = compile_later(
    r"(?<!not )(?<!not a )(?<!no )(?:commission[- ]only"
    r"|(?:solely|entirely|purely|straight|100%|only) (?:on )?commission)|pay is based on commission"
    r"|\b(?:no|without a?) base (?:pay|salary)\b|\bno base\b(?= ?[.,;!\n])"
)
_MOST = 500  # words of one kind that are looked at
_NO_PACKAGE = compile_later(
    r"(?:benefits?|relocation|perks?|leave|holiday|insurance"
    r"|legal) package"
)
_NO_PAY = (" points", " if", " decision", " regula")


def pay(posting: Posting) -> Pay:
    """Find what a posting says of pay."""
    sums = [one for one in written(posting) if _is_pay(posting, one)]
    is_commission = _ALL_COMMISSION.search(posting.low) is not None
    bases = [one for one in sums if not (is_commission or one.sum.on_target)]
    targets = [one.sum for one in sums if is_commission or one.sum.on_target]
    target = targets[0] if targets else None
    base = min(bases, key=_rank).sum if bases else None if target else of_fields(posting)
    if base and target and (base.low, base.high) == (target.low, target.high):
        target = None  # "total compensation: $60,000 and a bonus" says the base again
    vague = tuple(one for one in islice(posting.hits(VAGUE), _MOST) if _is_of_pay(posting, one))
    hits = islice(posting.hits(VARIABLE), _MOST)
    variable = tuple(one for one in hits if _is_variable(posting, one))
    return Pay(base, target, vague, variable, is_commission)


def _rank(one: Written) -> tuple[bool, bool]:
    """What is called base pay goes before a board's own label, a range before one figure."""
    clause = re.split(r"[.;,] ", one.before)[-1]
    is_said = bool(re.search(r"\b(?:base|basic)\b", clause + one.after[:16]))
    return (not is_said, one.sum.high == one.sum.low or one.sum.open_)


_SIGNED = compile_later(f"[{SIGNS}]")


def _is_of_pay(posting: Posting, words: Words) -> bool:
    """Whether vague words are of pay: `based on experience` may be of anything."""
    said = posting.lowered(words)
    if said.endswith("package") and _NO_PACKAGE.search(said):
        return False
    if re.search(r"salar|pay|compens|remun|wage|earning|package|six|commission", said):
        return (
            "benefits" not in posting.around(words, 0, 12) or "salar" in said or "compens" in said
        )
    return posting.line(words.start).section == "pay" or bool(
        _PAID.search(posting.around(words)) or _SIGNED.search(posting.around(words))
    )


def _is_variable(posting: Posting, words: Words) -> bool:
    """Whether a bonus or a commission is one of this job's pay."""
    before, after = posting.before(words, 110), posting.behind(words, 12)
    if _NO_VARIABLE.search(before[-30:]) or _OF_OTHERS.search(before) or after.startswith(_NO_PAY):
        return False
    if posting.low.startswith("bonus", words.start) and _A_PLUS.search(before[-40:]):
        return False
    if posting.low.startswith("bonus:", words.start):
        return PAID_BONUS.match(posting.low, words.start) is not None
    is_asked = posting.line(words.start).section in ("required", "preferred")
    return not (is_asked and "experience" in posting.around(words))


def may_be_pay(figure: Sum) -> bool:
    """Whether one person may be paid so much: 40,000,000 are a year's pay in some currencies."""
    return figure.high <= 2_000_000 or not is_known(figure.currency or "USD")


def _is_pay(posting: Posting, one: Written) -> bool:
    figure, after = one.sum, one.after
    if figure.high < 5 or not may_be_pay(figure) or _OTHER_AFTER.match(after):
        return False
    clause = re.split(r"[.;!?\u2022](?: |\Z)", one.before)[-1]
    paid = [found.end() for found in _PAID.finditer(clause)]
    other = [found.end() for found in _OTHER.finditer(clause)]
    if other and (not paid or other[-1] > paid[-1]):
        return False
    if _SHARE_OF.search(clause) and not re.search(r"\bbase\b|salary|\bote\b", clause):
        return False
    if _OTHERS.search(clause) and not figure.on_target:
        return False
    if paid or _ANY_PERIOD.search(after[:25]):
        return True
    if re.match(r"[^.;\n]{0,30}(?:salary|base\b|\bote\b|compensation)", after):
        return True
    line = posting.line(figure.words.start)
    return figure.high >= 10 and (line.section == "pay" or _is_headline(posting, figure))


def _is_headline(posting: Posting, figure: Sum) -> bool:
    """Whether an amount stands alone near the top, where boards put it: "Remote · $90k-$120k"."""
    line = posting.line(figure.words.start)
    is_top = line.start <= posting.lines[min(7, len(posting.lines) - 1)].start
    return bool(
        is_top
        and line.end - line.start < 90
        and (figure.high > figure.low or figure.period or figure.high >= BY_THE_YEAR)
    )
