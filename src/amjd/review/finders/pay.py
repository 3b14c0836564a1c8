"""Pay: this job's amounts, told from the company's figures, stipends, bonuses and quotas."""

import re
from itertools import islice
from typing import Literal, NamedTuple

from amjd.answers.pay.currencies import SIGNS
from amjd.review.finders.amounts import Sum, Written, of_fields, written
from amjd.review.finders.paid import NAMED, is_pay
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
    r"|\b(?:quarterly|annual|monthly|yearly|sales) incentives?\b|\+ ?incentives?\b"
    r"|(?:\+|\bplus) ?(?:a )?variable\b|(?:\+|\bplus) ?(?:up to )?\d{1,2}(?:\.\d)? ?% of\b"
    r"|variable (?:pay|comp|component|salary)|profit[- ]shar(?:e|ing)|success share"
    r"|\b\d{1,2}(?:\.\d)? ?% of (?:everything|all(?: sales)?|sales|each (?:sale|order)"
    r"|every (?:sale|order)|what)"
    r"(?: above| over| you| sold)\b"
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
    sums = [one for one in written(posting) if is_pay(posting, one)]
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


# "£31,400 FTE (£25,460 actual)": what is paid goes before what full time would pay.
_ACTUAL = compile_later(r"^ ?(?:actual|in practice|for (?:these|the) hours)\b")


def _rank(one: Written) -> tuple[bool, bool, bool]:
    """What is called base pay goes before a board's own label, a range before one figure."""
    clause = re.split(r"[.;,] ", one.before)[-1]
    is_said = bool(re.search(r"\b(?:base|basic)\b", clause + one.after[:16]))
    is_actual = _ACTUAL.match(one.after) is not None
    return (not is_actual, not is_said, one.sum.high == one.sum.low or one.sum.open_)


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
        NAMED.search(posting.around(words)) or _SIGNED.search(posting.around(words))
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
