"""Pay: this job's amounts, told from the company's figures, stipends, bonuses and quotas."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from amjd.review.posting import Posting, Words

Period = Literal["hour", "day", "week", "month", "year"]


class Sum(NamedTuple):
    """An amount or a range, with the period it is for, where one is said or plain from its size.

    `open_` says that one end is missing, as in $50,000+ or up to $80,000; `is_dollar` that a
    plain dollar sign is all that is said of the currency.
    """

    low: Decimal
    high: Decimal
    currency: str | None
    period: Period | None
    words: Words
    open_: bool = False
    on_target: bool = False
    is_dollar: bool = False


class Pay(NamedTuple):
    """What a posting says of pay; `vague` are words such as competitive salary."""

    base: Sum | None
    on_target: Sum | None
    vague: tuple[Words, ...]
    variable: tuple[Words, ...]

    @property
    def kind(self) -> Literal["none", "vague", "single", "range"]:
        """The contract's word for it."""
        figure = self.base or self.on_target
        if figure is None:
            return "vague" if self.vague else "none"
        return "range" if figure.high > figure.low and not figure.open_ else "single"


_SIGNS = {"$": None, "us$": "USD", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "a$": "AUD",
          "au$": "AUD", "nz$": "NZD", "£": "GBP", "€": "EUR", "₹": "INR"}  # fmt: skip
_CODES = "usd|cad|gbp|eur|aud|nzd|chf|inr|sgd"
_NUMBER = (
    r"\d{1,2}(?:,\d{2}){1,2},\d{3}|\d{1,3}(?:[,.' ]\d{3}){1,3}(?:\.\d{2})?|\d{1,7}(?:[.,]\d{1,2})?"
)
_SIGN = r"(?:us|ca|c|cad|a|au|nz)?\$|[£€₹]"
_AMOUNT = re.compile(
    rf"(?<![\w.,$£€₹])(?P<first>(?:{_CODES}) ?)?(?P<sign>{_SIGN})?"
    rf" ?(?P<low>{_NUMBER})(?P<k>k\b)?(?P<before>"
    rf" ?(?:{_CODES})\b)?"
    rf"(?:(?: ?/ ?(?:yr|year|hr|hour)| per (?:year|hour)| an hour| a year)?"
    rf"(?: ?- ?| to | and | ?~ ?)(?:(?:{_SIGN}) ?)?(?P<high>{_NUMBER})(?P<k2>k\b)?)?"
    rf"(?P<code> ?(?:{_CODES})\b)?(?P<plus> ?\+(?! ?(?:bonus|commission|benefits|super|ote"
    rf"|variable|"
    rf"equity|perks|[a-z]))| and up\b| or more\b)?"
)
_PERIODS: tuple[tuple[Period, str], ...] = (
    ("hour", r"^[^.;\n]{0,25}?(per hour|/ ?h(ou)?r|an hour|hourly|\bp\.?h\b)"),
    ("day", r"^[^.;\n]{0,12}?(per day|/ ?day|a day|daily)"),
    ("week", r"^[^.;\n]{0,12}?(per week|/ ?week|a week|weekly)"),
    ("month", r"^[^.;\n]{0,20}?(per month|/ ?mo(nth)?\b|a month|monthly|p\.?c?\.?m\b)"),
    ("year", r"^[^.;\n]{0,30}?(per (year|annum)|/ ?y(ea)?r|a year|annual|yearly|\bp\.?a\b)"),
)
_ANY_PERIOD = re.compile(
    r"per (hour|year|annum|month|week)|/ ?(hr|hour|yr|year)\b|an hour|a year|annually|hourly"
    r"|\bp\.?a\b"
)
_PAID = re.compile(
    r"salar(?:y|ies)|\bbase\b|\bpay\b|\bpays\b|paid|compensation|\bwages?\b|remuneration|earn|\bote\b"
    r"|on[- ]target|pay range|hiring range|\brate\b|\bpackage\b"
)
# Money that is no pay of this job; the last of these words before an amount decides.
_OTHER = re.compile(
    r"quota|revenue|\barr\b|\bmrr\b|stipend|allowance|referral|sign(?:ing|-on) bonus|budget|funding"
    r"|raised|reimburse|development|learning|deal|contract|turnover|portfolio|worth|managing|gift"
    r"|spend|donat|\bfees?\b|insurance|401|match|tuition|valu(?:e|ation)|sales of|assets|accounts"
    r"|wellness|home office|gym|equipment|credit|saved|invest|series [a-e]\b|goal|bonus of"
    r"|commission of|variable|predictable raise"
)
_OTHER_AFTER = re.compile(
    r"^ ?(?:m\b|mm\b|mm?\+|bn\b|b\b|million|billion|\+? ?million|%|percent|k?\+? (?:accounts"
    r"|clients|"
    r"customers)|in (?:revenue|sales|funding|arr|annual)|stipend|allowance|budget|referral|sign"
    r"|(?:annual |yearly |quarterly |retention |holiday )?bonus"
    r"|[a-z]{0,20} ?(?:stipend|allowance|reimburse|credit|professional development|towards)"
    r"|per quarter"
    r"|quota|portfolio|(?:of|in) commission|(?:in )?(?:variable|commission)|years?\b|x\b"
    r"|\+? employees)"
)
_TARGET = re.compile(r"\bote\b|on[- ]target|total (?:comp|pay|earn|cash|target|package)"
                     r"|earnings? of"
                     r"|for \Z")  # fmt: skip
_BASE = re.compile(r"\bbase\b|salary")
VAGUE = re.compile(
    r"(?:competitive|attractive|excellent|generous|great|market) (?:[a-z]+ ){0,2}"
    r"(?:salar(?:y|ies)|pay\b|compensation|remuneration|wages?|package|earnings|base|rates?\b)"
    r"|(?:salary|pay|compensation)[^.\n]{0,20}(?:is |are |: ?)?(?:competitive|negotiable"
    r"|commensurate)"
    r"|commensurate with|depending on (?:experience|qualifications)|dependent on experience"
    r"|\bd\.?o\.?e\b|salary negotiable|market[- ]rate|to be discussed|based on experience"
)
VARIABLE = re.compile(
    r"\bcommissions?\b|\bbonus(?:es)?\b|\bote\b|on[- ]target|incentive (?:pay|plan|comp|bonus)"
    r"|variable (?:pay|comp|component|salary)|profit[- ]shar(?:e|ing)|success share"
)
_NO_VARIABLE = re.compile(
    r"referral[^.\n]{0,12}\Z|sign(?:ing|-on)[- ]\Z|\b(?:no|not|without)(?: a| any)? \Z"
    r"|\bbonus points"
    r"|(?:sign[- ]?on|joining|welcome|retention) \Z|trade \Z|federal trade \Z|\bthe european \Z"
)  # fmt: skip


def pay(posting: Posting) -> Pay:
    """Find what a posting says of pay."""
    sums = list(_sums(posting))
    bases = [one for one in sums if not one.on_target]
    best = next((one for one in bases if one.high > one.low), bases[0] if bases else None)
    target = next((one for one in sums if one.on_target), None)
    vague = tuple(one for one in posting.hits(VAGUE) if _is_of_pay(posting, one))
    return Pay(best, target, vague, tuple(_variable(posting)))


def _is_of_pay(posting: Posting, words: Words) -> bool:
    """Whether vague words are of pay: `based on experience` may be of anything."""
    said = posting.low[words.start : words.end]
    if re.search(r"salar|pay|compens|remun|wage|earning|package", said):
        return (
            "benefits" not in posting.around(words, 0, 12) or "salar" in said or "compens" in said
        )
    return posting.line(words.start).section == "pay" or bool(
        _PAID.search(posting.around(words)) or "$" in posting.around(words)
    )


def _variable(posting: Posting) -> Iterator[Words]:
    for words in posting.hits(VARIABLE):
        line = posting.line(words.start)
        before = posting.low[max(line.start, words.start - 30) : words.start]
        after = posting.low[words.end : min(line.end, words.end + 8)]
        is_asked = line.section in ("required", "preferred") and "experience" in posting.around(
            words
        )
        if not (
            _NO_VARIABLE.search(before) or after.startswith((":", " points", " if")) or is_asked
        ):
            yield words


def _sums(posting: Posting) -> Iterator[Sum]:
    for match in _AMOUNT.finditer(posting.low):
        figure = _sum(posting, match)
        if figure and _is_pay(posting, match, figure):
            yield figure


def _number(text: str, is_thousands: bool) -> Decimal:
    text = re.sub(r"[,.' ](?=(?:\d\d,){0,2}\d{3}(?!\d))", "", text).replace(",", ".")
    return Decimal(text) * (1000 if is_thousands else 1)


_LABELLED = re.compile(r"(?:salary|pay|compensation|wage)[a-z_ ]{0,12}[:=]? ?\Z")


def _sum(posting: Posting, match: re.Match[str]) -> Sum | None:
    """Read an amount; a bare number without money's sign only where its label says salary."""
    code = (match["code"] or match["before"] or match["first"] or "").strip().upper()
    line = posting.line(match.start())
    label = posting.low[line.start : match.start()]
    is_money = match["sign"] or code or match["k"] or match["k2"]
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["low"])
    if not is_money and (is_year or not _LABELLED.search(label[-40:])):
        return None
    if (
        match["sign"] is None
        and not code
        and (match["k"] or match["k2"])
        and not _PAID.search(label)
    ):
        return None
    high = match["high"]
    low = _number(match["low"], bool(match["k"]) or (bool(match["k2"]) and _is_small(match["low"])))
    top = (
        _number(high, bool(match["k2"]) or (bool(match["k"]) and _is_small(high))) if high else low
    )
    if top < low:
        top, high = low, None
    currency = code or _SIGNS.get(match["sign"] or "") or ("USD" if match["sign"] == "$" else None)
    words = Words(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
    before = label[-16:]
    is_open = bool(match["plus"]) or (
        not high and bool(re.search(r"(?:up to|starting (?:at|from)|starts at|from) \Z", before))
    )
    after = posting.low[match.end() : min(line.end, match.end() + 40)]
    period = _period(after, label[-40:], top)
    is_dollar = match["sign"] == "$" and not code
    on_target = _is_on_target(label[-40:], after)
    return Sum(low, top, currency, period, words, is_open, on_target, is_dollar)


def _is_small(number: str) -> bool:
    return len(re.sub(r"\D.*", "", number)) <= 3 and "," not in number


def _is_on_target(before: str, after: str) -> bool:
    clause = re.split(r"[.;,(·]", before)[-1]
    if re.match(r"[^.;,$]{0,16}(?:\bote\b|on[- ]target|in all)", after):
        return True
    return (
        bool(_TARGET.search(clause))
        and not re.match(r" ?(?:base|salary)", after)
        and not (_BASE.search(clause) and not re.search(r"\bote\b|on[- ]target|total", clause))
    )


def _period(after: str, before: str, amount: Decimal) -> Period | None:
    for name, words in _PERIODS:
        if re.search(words, after):
            return name
    if re.search(r"hourly|per hour", before):
        return "hour"
    if amount >= 12000 or re.search(r"annual|yearly|per year", before):
        return "year"
    return None


def _is_pay(posting: Posting, match: re.Match[str], figure: Sum) -> bool:
    line = posting.line(match.start())
    before = posting.low[max(line.start, match.start() - 90) : match.start()]
    after = posting.low[match.end() : min(line.end, match.end() + 60)]
    if figure.high < 5 or figure.high > 2_000_000 or _OTHER_AFTER.match(after):
        return False
    clause = re.split(r"[.;!?\u2022](?: |\Z)", before)[-1]
    paid = [found.end() for found in _PAID.finditer(clause)]
    other = [found.end() for found in _OTHER.finditer(clause)]
    if other and (not paid or other[-1] > paid[-1]):
        return False
    if paid or _ANY_PERIOD.search(after[:25]):
        return figure.high >= 5
    near = re.match(r"[^.;\n]{0,30}(?:salary|base\b|\bote\b|compensation)", after)
    return bool(near) or (line.section in ("pay", "head") and figure.high >= 10)
