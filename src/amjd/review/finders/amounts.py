"""Amounts of money as they are written: one figure or a range, its currency, its period."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import NamedTuple, cast

from amjd.answers.pay.currencies import SIGNS
from amjd.answers.pay.plausible import is_known
from amjd.review.finders import labels
from amjd.review.finders.grouped import number
from amjd.review.finders.lakhs import SCALE, UNIT, is_in_lakhs, is_short, scaled
from amjd.review.finders.periods import Period, period_of
from amjd.review.finders.signs import LOW_SIGN, MEANT, SIGN, codes
from amjd.review.posting import Line, Posting, Words
from amjd.text.patterns import compile_later


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


class Written(NamedTuple):
    """An amount where it stands: what is said before it, or on the line above, and behind it."""

    sum: Sum
    before: str
    after: str


_MOST = 2000  # amounts that are looked at; no posting has a tenth of it
_MOST_NUMBERS = 10_000  # and numbers, of which most are no money
_NUMBER = (
    r"\d{1,2}(?:,\d{2}){1,2},\d{3}|\d{1,3}(?:[,.' ]\d{3}){1,3}(?:\.\d{2})?"
    r"|\d{4,10}\.\d{3}(?!\d)|\d{1,10}(?:[.,]\d{1,2})?"
)
# What "$50,000+ bonus" adds, where "$50,000+ a year" has no upper end.
_EXTRAS = (
    "bonus|commission|benefit|super|ote\\b|variable|equity|perk|tips|overtime|incentive|stock|option"
    "|profit|car\\b|medical|health"
)


@cache
def _amount() -> re.Pattern[str]:
    code = codes()
    return re.compile(
        rf"(?:(?<![a-z0-9.,{SIGNS}])|(?<=[a-z]{{3}})(?=\$))"
        rf"(?P<first>(?:{code}) ?)?(?P<sign>{SIGN})?"
        rf" ?(?P<low>{_NUMBER})(?:\.(?! ?(?-i:[A-Z])|\n|$))?(?P<k>k\b)?"
        rf"(?P<before> ?(?:(?:{code}|euros?)\b|\u20ac(?! ?\d)))?"
        rf"(?:(?P<own> ?{UNIT})?"
        rf"(?: ?/ ?(?:yr|year|hr|hour)| per (?:year|hour)| an hour| a year)?"
        rf"(?: ?- ?| to | and | ?~ ?)(?:(?:{code}) ?)?(?:(?:{SIGN}) "
        rf"?)?(?P<high>{_NUMBER})(?P<k2>k\b)?(?(own)(?={SCALE})))?(?P<scale>{SCALE})?"
        rf"(?P<code> ?(?:(?:{code}|euros?)\b|\u20ac(?! ?\d)))?"
        rf"(?P<plus>\+(?! ?(?:(?!plus\b|and\b)[a-z]+ ){{0,2}}(?:{_EXTRAS}))"
        rf"| \+(?! ?[a-z\d{SIGNS}])| and up\b| or more\b)?",
        re.IGNORECASE,
    )


_ONE_END = compile_later(
    r"\b(?:up ?to|starting (?:at|from)|starts at|from|at (?:least|most)|(?:more|less) than"
    r"|(?:min|max)(?:imum)?\.?(?: of)?) \Z"
)
_END_BEHIND = compile_later(r" (?:(?:an?|per) (?:hour|month|year) )?(?:min|max)(?:imum)?\b")
_TARGET = compile_later(
    r"\bote\b|on[- ]target|total (?:targeted )?(?:comp|pay|earn|cash|target|package)|targeted cash"
    r"|earnings? (?:of|is|are)"
)
_IN_ALL = compile_later(
    r"(?! ?(?:plus|and|with)\b)[^.;,$·|+]{0,16}"
    rf"(?:(?:\bote\b|on[- ]target(?: earnings)?)(?!:? ?(?:of |up to )?(?:{LOW_SIGN})? ?\d)|in all)"
)
_BASE = compile_later(r"\bbase\b|\bbasic\b|salary")
_ORDINAL = compile_later(r"(?:st|nd|rd|th)\b|,? ?\(k\)")
# "from a minimum of $60,000 to a maximum of $75,000", "between $60,000 in one town and $75,000"
_OPENING = compile_later(r"(?:\b(?:between|from|min(?:imum)?|starting|lowest)\b[^.;\n]{0,24})\Z")
_ENDS = compile_later(
    r"(?: ?(?:\[[^\]\n]{0,60}\]|\([^)\n]{0,40}\)|(?:in|for|at) (?:the |our )?[a-z ]{3,40}))?"
    r" ?(?:-|to|and|up to|through|,)(?: an?| the)?(?: max(?:imum)?(?: salary)?(?: of)?:?)? ?"
)
# "$60.00 USD hourly - $65.00 USD hourly"
_EACH = compile_later(
    r" ?(?:annually|hourly|monthly|weekly|yearly|per (?:year|hour|month|annum)"
    r"|an? (?:year|hour|month)|/ ?(?:yr|hr|year|hour|month)) ?(?:-|to|and) ?"
)
# A board's own fields, as search engines are told: baseSalary with its ends.
_FIELDS = compile_later(
    r"(?:currency: ?\"?(?P<code>[a-z]{3})\b[^\n]*\n)?(?:[^\n]{0,40}\n)?[ ]?minvalue: "
    r"?(?P<low>\d{1,10})[^\n]*\n"
    r" ?maxvalue: ?(?P<high>\d{1,10})[^\n]*"
    r"(?:\n ?unittext: ?\"?(?P<unit>hour|day|week|month|year))?"
)


def written(posting: Posting) -> Iterator[Written]:
    """Find every amount of money, whatever it is for; two that are the ends of a range are one."""
    last: Written | None = None
    for one in islice(_each(posting), _MOST):
        if last and _are_ends(posting, last, one):
            last = last._replace(sum=_joined(last.sum, one.sum), after=one.after)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _each(posting: Posting) -> Iterator[Written]:
    for match in islice(posting.beside_figures(_amount()), _MOST_NUMBERS):
        if not _may_be_money(posting.low, match):
            continue
        line = posting.line(match.start())
        before = _before(posting, line.start, match.start())
        figures = _figures(match, _currency(match))
        after = posting.low[figures.end : min(line.end, figures.end + 60)]
        if figure := _sum(match, figures, before, after):
            yield Written(figure, before, after)


def _may_be_money(low: str, match: re.Match[str]) -> bool:
    """Whether a number has a sign, a code or a k, or is long, or stands behind a colon."""
    if match["sign"] or match["k"] or match["k2"] or match["scale"] or len(match["low"]) > 4:
        return True
    if match["first"] or match["before"] or match["code"]:
        return True
    return low[max(0, match.start() - 2) : match.start() + 1].rstrip()[-1:] in (":", "=")


def _are_ends(posting: Posting, first: Written, second: Written) -> bool:
    """Whether two amounts are the ends of one range, as in "from X in A to Y in B"."""
    between = posting.low[first.sum.words.end : second.sum.words.start]
    return (
        len(between) < 90
        and "\n" not in between
        and first.sum.low == first.sum.high < second.sum.high
        and first.sum.currency == second.sum.currency
        and bool(
            _EACH.fullmatch(between) or (_ENDS.fullmatch(between) and _OPENING.search(first.before))
        )
    )


def _joined(low: Sum, high: Sum) -> Sum:
    words = Words(low.words.start, high.words.end)
    period = low.period or high.period
    return low._replace(high=high.high, words=words, period=period, open_=False)


def of_fields(posting: Posting) -> Sum | None:
    """Find the range in a board's own fields."""
    match = _FIELDS.search(posting.low) if "minvalue" in posting.low else None
    if match is None or int(match["high"]) < 5:
        return None
    words = Words(match.start("low"), match.end("high"))
    code = match["code"].upper() if match["code"] else None
    return Sum(
        Decimal(match["low"]), Decimal(match["high"]), code, cast(Period, match["unit"]), words
    )


def _before(posting: Posting, start: int, at: int) -> str:
    """Return what stands before an amount; where its line opens with it, the line above."""
    before = posting.low[max(start, at - 90) : at]
    if len(before.strip(" *-|(")) > 3 or start == 0:
        return before
    above = posting.line(start - 1)
    return f"{posting.lowered(above)}: {before}" if _is_label(posting, above, at) else before


def _is_label(posting: Posting, above: Line, at: int) -> bool:
    """Whether a line may say what the amount below it is for, as no item of its list does."""
    if above.kind == "heading":
        return True
    is_sentence = posting.lowered(above).endswith((".", "!", "?", ";"))
    is_item = above.kind == posting.line(at).kind == "bullet"
    return above.end - above.start <= 60 and not (is_sentence or is_item)


def _number(text: str, currency: str | None, is_thousands: bool) -> Decimal:
    return number(text, currency) * (1000 if is_thousands else 1)


def _is_money(match: re.Match[str], before: str, after: str, code: str) -> bool:
    """Whether a number is one of money; a bare one only where its label says so."""
    if is_short(match):
        is_pay = labels.is_in_lakhs(before, after, has_both=bool(match["own"]))
        return is_in_lakhs(match["sign"], code, is_pay=is_pay)
    if match["sign"] or match["scale"] or code:
        return True
    if match["low"] in ("401", "403", "457") and not match["high"]:
        return False  # a plan for old age
    if match["k"] or match["k2"]:
        return labels.is_in_thousands(before, after)
    if re.fullmatch(r"(?:19|20)\d\d", match["low"]) or _ORDINAL.match(after):
        return False
    return not labels.counts(after) and labels.is_labelled(before, len(match["low"]))


def _code(match: re.Match[str]) -> str:
    said = (match["code"] or match["before"] or match["first"] or "").strip().upper()
    return "EUR" if said.startswith(("\u20ac", "EURO")) else said


def _currency(match: re.Match[str]) -> str | None:
    return (
        _code(match)
        or MEANT.get((match["sign"] or "").lower())
        or ("USD" if match["sign"] == "$" else "INR" if match["scale"] else None)
    )


class _Figures(NamedTuple):
    """The ends of an amount, whether there are two, and where its text ends."""

    low: Decimal
    high: Decimal
    is_range: bool
    end: int


def _figures(match: re.Match[str], currency: str | None) -> _Figures:
    """Read the ends; a second number that is smaller is no end: "$50,000 and 5%"."""
    high = match["high"]
    if scale := match["scale"]:
        small = scaled(match["low"], match["own"] or scale, currency)
        large = scaled(high, scale, currency) if high else small
        return _Figures(small, large, large > small, match.end())
    is_thousands = bool(match["k"]) or (bool(match["k2"]) and _is_small(match["low"]))
    low = _number(match["low"], currency, is_thousands)
    if not high:
        return _Figures(low, low, False, match.end())
    top = _number(high, currency, bool(match["k2"]) or (bool(match["k"]) and _is_small(high)))
    if 0 < low < 1000 and top >= 20_000 and top > 50 * low:
        low *= 1000  # "$110-145,000"
    if top < low:
        end = max(match.end("low"), match.end("k"), match.end("before"))
        return _Figures(low, low, False, end)
    return _Figures(low, top, True, match.end())


def _sum(match: re.Match[str], figures: _Figures, before: str, after: str) -> Sum | None:
    code = _code(match)
    if not _is_money(match, before, after, code):
        return None
    low, top, is_range, end = figures
    currency = _currency(match)
    words = Words(match.start() + len(match[0]) - len(match[0].lstrip()), end)
    is_open = bool(match["plus"]) or (
        not is_range and bool(_ONE_END.search(before[-24:]) or _END_BEHIND.match(after))
    )
    is_dollar = match["sign"] == "$" and not code
    on_target = _is_on_target(before[-60:], after[:40])
    # So much is a year's pay in some currencies, and a month's in others.
    size = top if currency is None or is_known(currency) else Decimal(0)
    a_year = "a year" if "lpa" in (match["scale"] or "").lower() else ""
    period = period_of(a_year or after[:40], before[-40:], size)
    return Sum(low, top, currency, period, words, is_open, on_target, is_dollar)


def _is_small(number: str) -> bool:
    return len(re.sub(r"\D.*", "", number)) <= 3 and "," not in number


def _is_on_target(before: str, after: str) -> bool:
    clause = re.split(r"[.;,(·|]", before)[-1]
    if _IN_ALL.match(after):
        return True
    return (
        bool(_TARGET.search(clause))
        and not re.match(r" ?(?:base|salary)", after)
        and not (_BASE.search(clause) and not re.search(r"\bote\b|on[- ]target|total", clause))
    )
