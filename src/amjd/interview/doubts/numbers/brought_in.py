"""What accounts bring in, as an amount and as a share of all sales: `11 million, 70% of our sales`.

A share stands in a sentence of its own about the company. Both may stand beside the number of
accounts: `140 contractors, 2.1M ARR`.
"""

import re
from typing import NamedTuple

from amjd.answers.numbers.qualifiers import is_past
from amjd.answers.pay.amounts import Money
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.doubts.numbers.accounts import COUNT, beside_count
from amjd.interview.doubts.numbers.counts import counted, part_of
from amjd.interview.doubts.rewording import is_hedged
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import understand, why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later

REVENUE, MORE = "portfolio.revenue", "company.more"
_ABOUT = r"(?:(?:about|around|roughly|almost|nearly|over|more than|some|like) |~ ?)"
_SHARE = compile_later(
    r"(?i)(?:(?:\b(?:and|which|that|they|those|it|we|these)\b|\b(?:is|are|'s|'re|thats|theyre|bring"
    r"|make|makes|made|up|account|accounts|for|do|does|in|worth|get|about)\b|['\u2019](?:s|re)\b"
    r"|[\s,;:(-]){0,12}?)"
    rf"(?P<share>{_ABOUT}?\d{{1,3}}(?:\.\d)? ?(?:%|percent|per cent)"
    r" of (?:(?:all|our|the|my|total|of|company|companys|company's|yearly|annual)\b ?){0,4}"
    r"(?:sales|revenues?|business|turnover|income|orders|volume|what we (?:sell|make|do)"
    r"|everything we (?:sell|make|do)))\b\)?"
)
_AMOUNT = compile_later(
    rf"(?i){_ABOUT}?(?:[a-z]{{0,3}}[$\u00a3\u20ac] ?)?\d[\d.,]*"
    r"(?: ?(?:k|m|mn|mm|mil|million|bn|billion|thousand))?\b(?! ?%)"
    r"(?:,? (?:an?|per|each|every) year| annually| yearly)?"
)
_LEADING = compile_later(
    r"(?i)(?:\b(?:they|these|those|the|four|accounts?|clients?|customers?|all|we|it|bring|brings|make"
    r"|makes|in|do|is|are|about|together|us|get|worth|from|them|total|so|and|that|thats|which)\b"
    r"|['\u2019]s\b|[\s,;:.()!-])*"
)


_MUCH = 100_000  # which no account alone is likely to be, where nothing says what it is
_SCALED = compile_later(
    r"(?i)[^\w\s.,()~]|\d ?(?:k|m|mn|mm|mil|million|bn|billion|thousand)\b|\d,\d{3}"
)
_WORTH = compile_later(
    r"(?i)(?:[\s,;:(]|\b(?:and|which|that|they|these|worth|brings?|bringing|in|do|doing|makes?"
    r"|making|with|for|total|totall?ing|of|spend|spending|is|are)\b){0,10}"
    rf"(?P<amount>(?<![\w.]){_ABOUT}?(?:[a-z]{{0,3}}[$\u00a3\u20ac] ?)?\d[\d.,]*"
    r"(?: ?(?:k|m|mn|mm|mil|million|bn|billion|thousand))?)(?![\w%]| ?%)"
    r"(?P<unit>(?:[\s,(]{1,3}(?:arr|(?:(?:in|of|total|annual|yearly|recurring) ){0,4}"
    r"(?:revenues?|sales|turnover|billings|business|orders|spend)|(?:an?|per|each|every) year"
    r"|annually|yearly|in (?:all|total)|combined|together)\b\)?){0,3})"
)
_END = compile_later(r"\s*(?:$|[,;.)])")
_EACH = compile_later(
    r"(?i)[\s,/]*(?:each|apiece|(?:an?|per|every) (?!year\b)\w+|/ ?\w+|on average|average)\b"
)
_AVERAGE = compile_later(r"(?i)\b(?:avg|average|each|mrr)\b")


class _Parted(NamedTuple):
    """What accounts bring in: the amount, the share of all, and what is neither."""

    amount: str
    share: str
    rest: str


def with_share(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the share of all sales as a sentence, beside an amount or a number of accounts."""
    typed = "; ".join(values)
    if stop.fields not in ((REVENUE,), (COUNT,)) or len(typed) > LONGEST:
        return None
    if not understand(kept, stop, values).refused:
        return None
    return (_of_count if stop.fields == (COUNT,) else _of_revenue)(kept, ask, typed)


def _of_count(kept: Kept, ask: Ask, typed: str) -> Doubt | None:
    share = _SHARE.search(typed)
    bare = f"{typed[: share.start()]} {typed[share.end() :]}".strip() if share else typed
    worth = None if kept.answers().portfolio.revenue else _worth(kept, bare)
    if worth:
        bare = f"{bare[: worth.start()]} , {bare[worth.end() :]}".strip(" ,")
    found = counted(bare) if (share or worth) and not part_of(typed) else None
    if found is None:
        return None
    beside, rest = beside_count(kept, bare)
    answers = {COUNT: found.answer, **beside, **({REVENUE: worth["amount"]} if worth else {})}
    offer = _offered(kept, ask, answers, share["share"] if share else "", rest, typed)
    is_sure = not worth or worth["unit"]
    return offer if is_sure or not offer else offer._replace(ask=offer.ask._replace(at=None))


def _worth(kept: Kept, typed: str) -> re.Match[str] | None:
    """Find what accounts bring in beside their number; none of what each of them does."""
    for found in _WORTH.finditer(typed):
        is_each = _EACH.match(typed, found.end()) or _AVERAGE.search(typed[: found.end()])
        if not is_each and _SCALED.search(found["amount"]) and _is_amount(kept, found["amount"]):
            value = kept.read_with({REVENUE: found["amount"]}).answers.portfolio.revenue
            is_much = isinstance(value, Money) and value.high >= _MUCH
            if found["unit"] or (is_much and _END.match(typed, found.end())):
                return found
    return None


def _of_revenue(kept: Kept, ask: Ask, typed: str) -> Doubt | None:
    parted = _parted(kept, typed)
    is_unsure = is_past(parted.rest) or is_hedged(parted.rest, kept.words.doubts)
    # Another figure is the end of a range, or belongs to nobody knows what.
    if is_unsure or re.search(r"\d", parted.rest):
        return None
    if not (parted.share or (parted.amount and parted.rest)):
        return None
    answers: dict[str, Answer] = {REVENUE: parted.amount}
    return _offered(kept, ask, answers, parted.share, parted.rest, typed)


def _parted(kept: Kept, typed: str) -> _Parted:
    share = _SHARE.search(typed)
    bare = f"{typed[: share.start()]} , {typed[share.end() :]}" if share else typed
    found = next((one for one in _AMOUNT.finditer(bare) if _is_amount(kept, one[0])), None)
    before, behind = (bare[: found.start()], bare[found.end() :]) if found else (bare, "")
    parts = [_LEADING.sub("", before, count=1), behind]
    rest = ", ".join(filter(None, (part.strip(" ,;:.()!-") for part in parts)))
    rest = "" if _LEADING.fullmatch(rest) else rest
    return _Parted(found[0] if found else "", share["share"] if share else "", rest)


def _is_amount(kept: Kept, text: str) -> bool:
    if why_not(kept, {REVENUE: text}):
        return False
    return isinstance(kept.read_with({REVENUE: text}).answers.portfolio.revenue, Money)


def _offered(
    kept: Kept, ask: Ask, answers: dict[str, Answer], share: str, rest: str, typed: str
) -> Doubt | None:
    words = kept.words.doubts
    line = words.of_sales.format(share=share) if share else ""
    more = [one for one in kept.items(MORE) if one != line]
    told = {**answers, MORE: [*more, line]} if line else answers
    if why_not(kept, told):
        return None
    printed = {field: one for field, one in answers.items() if one}
    sentence = lines_with(kept, printed) if printed else ""
    sentence = f"{sentence}." if sentence and line and sentence[-1] not in ".!?" else sentence
    sentence = " ".join(filter(None, [sentence, line]))
    left = f"{words.left.format(words=rest)} {words.in_words[REVENUE]}" if rest else ""
    then: Rows = {"keep": Meant(told)}
    found = read_so(kept, ask, then, sentence, typed, left)
    # A plan is none that is brought in, and of two figures nobody else knows which it is.
    return found._replace(ask=found.ask._replace(at=None)) if rest else found
