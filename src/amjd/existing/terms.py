"""What a posting of others surely says of quota, accounts, tools, measures and pay."""

from collections.abc import Iterator
from decimal import Decimal

from amjd.answers.pay.currencies import SIGNS
from amjd.answers.pay.periods import PAY_PERIODS, USUAL_PERIOD
from amjd.existing.found import Found, Item
from amjd.existing.others import Theirs, is_unsettled
from amjd.existing.typed import currency
from amjd.review.finders import amounts
from amjd.review.finders.amounts import Sum
from amjd.review.finders.paid import is_other
from amjd.review.finders.tools import keeps_clients
from amjd.review.posting import Line, Words
from amjd.text.patterns import compile_later

_QUOTA = compile_later(
    r"quotas?\b|\b(?:your|individual|personal|assigned|own|monthly|quarterly|annual|yearly|no"
    r"|without) (?:[a-z]+ ){0,2}sales (?:targets?|goals?)\b"
)
# A target's own period: "annual quota of", "a quarter", "quarterly quota".
_PERIOD = r"(?P<period>month|quarter|year|annum|annual(?:ly)?)"
_PERIOD_BEFORE = compile_later(
    rf"\b{_PERIOD}(?:ly)?(?: (?!recurring|contract|and\b)[a-z-]+){{0,3}}"
    rf" (?:quotas?|targets?|goals?)\b[^.;,\d]{{0,30}}\Z"
)
_PERIOD_BEHIND = compile_later(
    rf"(?: (?:in|of|new|recurring|revenue|sales|renewals|business|gross|quota|target|arr)\b){{0,4}}"
    rf" ?,? ?\(?(?:(?:per|a|each|every|/|in a) ?{_PERIOD}\b"
    rf"|{_PERIOD.replace('period', 'every')}(?:ly)?\b"
    r"(?! (?:recurring|contract|review|bonus|commission|pay)))"
)


def quota(here: Theirs) -> Iterator[Found]:
    """Find a quota that is called one; targets of other kinds may be no quota of this person."""
    found = here.facts.quota
    words = found.denied if found.carries == "no" else found.words
    if found.carries is None or words is None or (found.carries == "yes" and found.denied):
        return
    if not _QUOTA.search(here.near(words, 24, 12)) or is_unsettled(here.posting, words):
        return
    yield Found("quota.carries", found.carries, words)
    if found.carries == "yes" and found.target is not None and found.target_words:
        yield from _target(here, found.target, found.target_words)


_QUOTA_OF = compile_later(rf"(?:quotas?|targets?|goals?)\b[^.;{SIGNS}]{{0,30}}\Z")
_OF_QUOTA = compile_later(r" ?(?:(?!and\b)[a-z-]+ ){0,3}(?:quotas?|sales targets?)\b")
# "$300,000 to $400,000", "$300,000 or more"
_NO_END = compile_later(r" ?(?:\+|-|(?:to|or|and up)\b)")
_OF_BOOK = compile_later(r"\b(?:book|portfolio|worth|revenue of|base of)\b")


def _target(here: Theirs, target: float, words: Words) -> Iterator[Found]:
    """Find the figure where it stands right beside the quota, and is not that of the accounts."""
    low, line = here.posting.low, here.posting.line(words.start)
    before = here.posting.before(words, 50)
    is_beside = _QUOTA_OF.search(before) or (
        _OF_QUOTA.match(low, words.end, line.end) and not _OF_BOOK.search(before)
    )
    if not is_beside:
        return
    if _NEARLY.search(before) or _BEFORE.search(before) or _NO_END.match(low, words.end, line.end):
        return
    base, said = here.facts.pay.base, here.text(words)
    code = here.facts.dollar if said.startswith("$") else currency(said)
    if not code or (base and code != here.facts.currency_of(base)):
        return  # an answers file has one currency
    yield Found("quota.target", f"{Decimal(str(target)).normalize():f}", words)
    if code != "USD":
        yield Found("pay.currency", code, words)
    yield from _period_of(here, words)


def _period_of(here: Theirs, target: Words) -> Iterator[Found]:
    """Find the period of a target, where no two are said; that of pay or reviews is none of it."""
    line = here.posting.line(target.start)
    starts = max(line.start, target.start - 70)
    before = _PERIOD_BEFORE.search(here.posting.low, starts, target.start)
    behind = _PERIOD_BEHIND.match(here.posting.low, target.end, line.end)
    spans = [one.span(name) for one in (before, behind) if one
             for name in one.groupdict() if one[name]]  # fmt: skip
    names = {_NAMES[here.posting.low[start : start + 4]] for start, _ in spans}
    if len(names) == 1:
        yield Found("quota.period", names.pop(), Words(*spans[0]))


_NAMES = {"mont": "month", "quar": "quarter", "year": "year", "annu": "year"}


_EXACT = compile_later(
    r"(?P<about>(?:about|around|~) ?)?(?P<low>\d[\d,]*)(?: ?(?:-|to) ?(?P<high>\d[\d,]*))?"
    r"(?:\Z| (?!\+|or\b|and\b))|between (?P<from>\d[\d,]*) and (?P<upto>\d[\d,]*) "
)
_BEFORE = compile_later(
    r"(?P<about>about|around|approx(?:imately|\.)|roughly|circa|\bca?\.|~) ?\Z"
    r"|(?P<open>over|up to|at least|more than|some|nearly|almost|close to|as many as|under|below"
    r"|(?:ris|grow)(?:es|s|ing)? to|(?:fewer|less) than|(?:min|max)(?:imum)?\.?(?: of)?"
    r"|another|additional|least|most) \Z"
)
# What says that the figure will change, or is none: "20 accounts, growing to 40".
_CHANGING = compile_later(
    r"\b(?:grow(?:s|ing)?|ris(?:es|ing)|increas(?:es|ing)|expand(?:s|ing)?|build(?:s|ing)?|ramp\w*"
    r"|going up|later|eventually|at first|initially|to (?:start|begin)|for now|or (?:more|so|fewer)"
    r"|plus|maybe|perhaps|possibly|at (?:most|least)|max(?:imum)?|then \d|and counting)\b"
)


def accounts(here: Theirs) -> Iterator[Found]:
    """Find how many accounts: a number or a range, and about so many; not more than, or up to."""
    words = here.facts.book.words
    match = _EXACT.match(here.posting.low, words.start, words.end) if words else None
    if words is None or match is None or not here.facts.book.is_sure:
        return
    before = _BEFORE.search(here.posting.low[max(0, words.start - 16) : words.start])
    behind = here.posting.sentence(words, 0, 60).lstrip("\0")
    if (before and before["open"]) or _CHANGING.search(behind):
        return
    low, high = match["low"] or match["from"], match["high"] or match["upto"]
    ends = "-".join(filter(None, (low, high))).replace(",", "")
    is_about = bool(before or match["about"])
    yield Found("portfolio.accounts", f"about {ends}" if is_about else ends, words)


_SEGMENTS = (
    ("small business", compile_later(
        r"\bsmb\b|small(?: (?:and|to|&) (?:medium|mid)[a-z-]*)?(?:[- ]sized)? business")),
    ("mid-market", compile_later(r"\bmid[- ]?market\b")),
    ("enterprise", compile_later(r"\benterprise\b")),
)  # fmt: skip
_BOOK = compile_later(r"[^.;]{0,40}\b(?:accounts|clients|customers|businesses|portfolio|book)\b")


def segment(here: Theirs) -> Iterator[Found]:
    """Find the kind of accounts, where the duties name one and no other."""
    found: dict[str, Words] = {}
    for name, expression in _SEGMENTS:
        for words in here.posting.hits(expression, ("duties", "role", "head")):
            if _BOOK.match(here.near(words, 0, 50).lstrip("\0")):
                found.setdefault(name, words)
    if len(found) == 1:
        name, words = next(iter(found.items()))
        yield Found("portfolio.segment", name, words)


_TIME = compile_later(r"(?P<share>\d{1,2}) ?(?:%|percent) of (?:your|the|their) (?:working )?time")


def new_business(here: Theirs) -> Iterator[Found]:
    """Find the share of the time that goes into new clients."""
    hunting = here.facts.hunting
    for words in hunting.words if hunting.share else ():
        line = here.posting.line(words.start)
        match = _TIME.search(here.posting.low, line.start, line.end)
        if match and int(match["share"]) == hunting.share:
            yield Found("role.new_business", match["share"], Words(*match.span()))
            return


_OTHER = compile_later(
    r"such as|\bor\b|similar|e\.g|like\b|other|equivalent|preferred|a plus|ideally|experience"
    r"|familiar|knowledge|proficien|skill|bonus|nice to|exposure|etc"
)


_OWN_PRODUCTS = (" of ", " product", " solution", " platform", " customer", " partner")


def tools(here: Theirs) -> Iterator[Found]:
    """Find what the work is done with; what is only asked for as experience may be another's."""
    posting = here.posting
    used = [
        words
        for words in here.facts.tools
        if posting.line(words.start).section not in ("required", "preferred")
        and not _OTHER.search(here.near(words, 60, 40))
        and not posting.low.startswith("crm", words.start)
        and not posting.low.startswith(_OWN_PRODUCTS, words.end)
    ]
    crms = [one for one in used if keeps_clients(posting, one, is_word=False)]
    if len(crms) == 1:
        yield Found("tools.crm", here.text(crms[0]), crms[0])
    others = [Item(here.text(one), one) for one in used if one not in crms]
    if others:
        yield Found("tools.others", tuple(others), others[0].words)


_MEASURED = compile_later(
    r"(?:measured|judged|evaluated|assessed) (?:by|on|against)\b(?!:)|we look at"
    r"|(?:kpis?|metrics)(?: are|:| include)"
)


def metrics(here: Theirs) -> Iterator[Found]:
    """Find the measures that a sentence or a section names as such, if they are few and short."""
    found = here.facts.measures
    if not found or len(found) > 8 or any(one.end - one.start > 100 for one in found):
        return
    if any(":" in here.posting.said(one) for one in found):
        return
    lines = [here.posting.line(one.start) for one in found]
    if all(
        (line.section == "measures" and _is_apart(here, line, one))
        or _MEASURED.search(here.posting.low, line.start, one.start)
        for line, one in zip(lines, found, strict=True)
    ):
        yield Found("metrics", tuple(Item(here.text(one), one) for one in found), found[0])


def _is_apart(here: Theirs, line: Line, one: Words) -> bool:
    """Whether a measure is a line of its own, or its list is parted by more than commas."""
    return one == line.words or "; " in here.posting.lowered(line)


def pay(here: Theirs) -> Iterator[Found]:
    """Find pay whose currency and period are plain; up to, and from, are no figure."""
    base, on_target = here.facts.pay.base, here.facts.pay.on_target
    for field, figure in (("pay.base", base), ("pay.ote", on_target)):
        if figure is None or figure.open_ or figure.period not in PAY_PERIODS:
            continue
        currency = here.facts.currency_of(figure)
        if currency is None:
            continue
        if field == "pay.ote" and (base is None or figure.period == "hour"):
            continue
        if field == "pay.base" and _is_doubtful(here, figure):
            continue
        low, high = f"{figure.low:f}", f"{figure.high:f}"
        yield Found(field, low if low == high else {"min": low, "max": high}, figure.words)
        if field == "pay.base" and figure.period != USUAL_PERIOD:
            yield Found("pay.period", str(figure.period), figure.words)
        if field == "pay.base" and currency != "USD":
            yield Found("pay.currency", currency, figure.words)


_WITH_MORE = compile_later(
    r"[^.;,]{0,16}?\b(?:with|including|incl\.?|inclusive of) [^.;]{0,30}(?:commission|bonus)"
)
_BASE_AND_MORE = compile_later(
    r"(?:\+|&|\b(?:and|plus|with|including)) (?:[a-z-]+ ){0,3}(?:bonus(?:es)?|commissions?)"
    r"[^.;\d]{0,24}\Z"
)
_NEARLY = compile_later(
    r"(?:\b(?:about|around|approx\.?|approximately|roughly|circa|ca?\.|nearly|almost)|~) ?\Z"
)
_IS_BASE = compile_later(r"\bbase\b|\bbasic\b|salary")


def _is_doubtful(here: Theirs, figure: Sum) -> bool:
    return _is_inexact(here, figure) or _is_paid_otherwise(here, figure)


def _is_inexact(here: Theirs, figure: Sum) -> bool:
    """Whether an amount is no exact one, or the base and more: "earn $70,000 with commission"."""
    before = here.posting.before(figure.words, 60)
    if _BASE_AND_MORE.search(before) or _NEARLY.search(before):
        return True
    behind = here.posting.behind(figure.words, 60)
    return _WITH_MORE.match(behind) is not None and not _IS_BASE.search(before + behind[:20])


_MOST = 1_000_000  # of money for one period; more is what the accounts bring in
_OF_PAY = compile_later(r"\b(?:salary|pay|base|rate|earn|wage)|/ ?h(?:ou)?r\b|an hour|per hour")


def _is_paid_otherwise(here: Theirs, figure: Sum) -> bool:
    """Whether another amount is said to be the pay, as for another place or later on."""
    lines = here.posting.line
    others = [
        one.sum
        for one in amounts.written(here.posting)
        if (one.sum.period or one.after.startswith(" after "))
        and not (one.sum.on_target or one.sum.open_)
        and one.sum.high < _MOST
        and not is_other(one)
    ]
    return any(
        (one.low, one.high) != (figure.low, figure.high)
        and _OF_PAY.search(
            here.posting.low, lines(one.words.start).start, lines(one.words.start).end
        )
        for one in others
    )
