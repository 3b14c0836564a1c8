"""The whole pay, told in passing: `roughly 55 all in` is about so many thousands in all."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from amjd.answers.pay.amounts import Money, plain_money, show_money
from amjd.answers.pay.currencies import SHOWN, SIGNS
from amjd.answers.pay.parts import PartOfBase
from amjd.answers.state import pay_currency, pay_period, total_pay
from amjd.interview.currency import with_code
from amjd.interview.doubts.pay import on_target
from amjd.interview.doubts.pay.terms import Way, beside_figure, in_terms
from amjd.interview.kept import Kept
from amjd.interview.on_top import FIELD
from amjd.interview.remarks import not_exact
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

OTE = "pay.ote"


class Total(NamedTuple):
    """Where a total stands in a text, what it is, and how it would read.

    `about` is the word by which it is no exact figure; one is `on_target` where it is called so.
    """

    found: re.Match[str]
    amount: Money
    about: str
    reads: str
    on_target: bool


_CODE = "|".join(SHOWN)
_SIGN = rf"(?:(?:{_CODE}) ?)?[{SIGNS}]?"
_FIGURE = rf"{_SIGN}(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d)?k?(?: ?(?:{_CODE})\b)?"
_AMOUNT = (
    rf"(?<![\w.,/-])({_FIGURE}(?: ?(?:-|\u2013|to) ?{_FIGURE})?)"
    r"((?: ?-?ish| or so)?)(?![\w%]|[.,]\d)"
)
_ABOUT = r"((?:\b(?:about|around|roughly|approximately|approx\.?|circa|some) |~ ?)?)"
# What counts other things goes on with them: 45 total accounts.
_ENDS = (
    r"(?=$|[.,;:!)]| ?\+| (?:a|per|pa|p\.a\.|if|when|for|with|at|in|on|and|or|plus|paid|uncapped"
    r"|including|incl)\b)"
)
_JOINTS = r"(?: (?:earnings|pay|of|is|are|would be|at))*[ :=]+"


def totals(kept: Kept, text: str) -> Iterator[Total]:
    """Find the amounts of the whole pay: beside words for it, and more than the base pay.

    A bare number is one of thousands.
    """
    if pay_period(kept.answers()) != "year":
        return
    for said, words in kept.words.money.totals.items():
        phrase = f"(?:{'|'.join(words)})"
        for pattern in (
            rf"{_ABOUT}{_AMOUNT} {phrase}{_ENDS}",
            rf"\b{phrase}{_JOINTS}{_ABOUT}{_AMOUNT}{_ENDS}",
        ):
            for found in re.finditer(pattern, text, re.IGNORECASE):
                if amount := _amount(kept, found[2]):
                    shown = show_money(amount, pay_currency(kept.answers()))
                    about = found[1].strip() or found[3].strip(" -")
                    leads = found[1] or "about " * bool(about)
                    reads = said.format(amount=f"{leads}{shown}")
                    yield Total(found, amount, about, reads, said.startswith("on-target"))


def names_total(kept: Kept, text: str) -> bool:
    """Whether words for the whole pay stand in a text, but for those that are of a target alone."""
    phrases = (phrase for words in kept.words.money.totals.values() for phrase in words)
    said = "|".join(phrase for phrase in phrases if not phrase.endswith("target"))
    return bool(re.search(rf"\b(?:{said})\b", text, re.IGNORECASE))


def in_full(text: str, total: Total) -> str:
    """Write a total out in its text, of which it may begin a sentence."""
    found, reads = total.found, total.reads
    before = text[: found.start()].rstrip()
    # In capitals, as OTE has them, it begins nothing.
    is_sentence = text[:1].isupper() and not text[:2].isupper()
    begins = before.endswith((".", "!")) or (not before and is_sentence)
    reads = with_capital(reads) if begins else reads
    return f"{text[: found.start()]}{reads}{text[found.end() :]}"


def ways_of_total(kept: Kept, text: str, total: Total) -> Iterator[Way]:
    """Tell of the whole pay by what comes on top of the base, and in words.

    To a range of base pay and one total there is a range on top: the more base pay, the less of it.
    """
    before = _JOINING.sub("", text[: total.found.start()]).strip()
    is_named = before and not _NAMED.sub("", before)  # commission, OTE 90k
    told = f"{total.reads}{text[total.found.end() :]}" if is_named else in_full(text, total)
    words = in_terms(kept, told)
    base, amount = kept.answers().pay.base, total.amount
    # A total that is about so much adds up to nothing, but what is earned at the target has to.
    if not isinstance(base, Money) or (total.about and not total.on_target):
        yield words
        return
    low, high = (whole - part for whole, part in zip(amount.ends, base.ends, strict=True))
    is_one = amount.low == amount.high and base.low < base.high
    on_top = Money(high, low) if is_one else Money(low, high)
    is_exact = 0 < on_top.low <= on_top.high
    figure = _on_top(kept, rest_beside(text, total), on_top) if is_exact else None
    if figure and (is_one or total.about):
        figure = figure._replace(answers={**figure.answers, OTE: plain_money(amount)})
    if figure and total.about:
        note = not_exact(kept, OTE, total.about, plain_money(amount))
        figure = figure._replace(note=note, is_sure=False)
    if figure:
        yield figure
    yield words if is_exact else words._replace(note=kept.words.money.one_total)


def as_told(kept: Kept, ways: Iterable[Way]) -> Iterator[Way]:
    """Give the ways that come to the total that stands already, without their figures."""
    total = total_pay(kept.answers())
    for way in ways:
        found = total_pay(kept.read_with({**way.answers, OTE: ""}).answers)
        if total and found and total.ends == found.ends:
            rest = {name: told for name, told in way.answers.items() if name not in (FIELD, OTE)}
            yield way._replace(answers=rest, note="", is_sure=True)


def _on_top(kept: Kept, rest: str, on_top: Money) -> Way | None:
    """Tell what comes on top, with the words beside the total; None where these tell another."""
    told = {FIELD: plain_money(on_top)}
    if named := on_target.find(kept, rest):
        way = on_target.told(kept, named)
        is_same = named.amount.ends == on_top.ends
        return way._replace(answers={**way.answers, **told}) if is_same else None
    rest = _AT_TARGET.sub("", rest)
    if (bonus := _BONUS.match(rest)) and kept.answers().quota.carries is not True:
        own = kept.read_with({FIELD: bonus["figure"]}).answers.pay.variable
        is_same = isinstance(own, Money) and own.ends == on_top.ends
        behind = rest[bonus.end() :].strip(" ,;")
        terms = beside_figure(kept, "", behind) if behind else ""
        same = in_terms(kept, terms) if terms else Way("figure", {})
        return Way("figure", {**same.answers, **told}, same.then) if is_same else None
    own = kept.read_with({FIELD: rest}).answers.pay.variable if rest else None
    if isinstance(own, Money | PartOfBase):
        return Way("figure", told) if isinstance(own, Money) and own.ends == on_top.ends else None
    terms = _NAMED.sub("", rest)
    words = in_terms(kept, terms) if terms else Way("figure", {})
    return Way("figure", {**words.answers, **told}, words.then)


# Its amount is that on top already: only what stands behind it are terms.
_BONUS = compile_later(
    rf"(?i)(?:an? |the )?(?:bonus(?: of| is|:)? (?P<first>))?(?P<figure>{_FIGURE})"
    r"(?:(?: a year| per year|,? yearly| annual(?:ly)?)?,? bonus\b|(?(first)(?![\w%])|(?!)))"
)
_AT_TARGET = compile_later(r"(?i)(?:^| )(?:on|at)[ -](?:target|quota)$")
_NAMED = compile_later(
    r"(?i)^(?:(?:a|the|plus|and|with) )*(?:commissions?|bonus(?:es)?)(?: is|:)?"
    r"(?: on top| extra)?(?:$|,? (?=paid\b))"
)


def rest_beside(text: str, total: Total) -> str:
    """Return what stands beside a total, without what joins the two."""
    sides = _TAKES_IT.sub("", text[: total.found.start()]), text[total.found.end() :]
    parts = [_JOINING.sub("", side).strip() for side in sides]
    return ", ".join(filter(None, parts))


# What leads to a total: with commission that takes it to 60k OTE.
_TAKES_IT = compile_later(
    r"(?i)(?:\b(?:which|that|and|so)\s)?\b(?:(?:will|can|should|would)\s)?"
    r"(?:takes?|taking|brings?|bringing|gets?|getting|adds?|adding|works?|comes?|coming)"
    r"(?:\s(?:it|you|them|that|this|pay|people|everything|the total))?(?:\s(?:up|out))?"
    r"\s(?:to|at)\s*$"
)
_JOINING = compile_later(
    r"(?i)^[\s,;:.+&()-]*(?:(?:and|plus|with|for|so|or)\b[\s,;:+&()-]*)*"
    r"|[\s,;:.+&()=-]*(?:\b(?:and|plus|with|for|so|or|of)\b[\s,;:.+&()=-]*)*$"
)


def _amount(kept: Kept, typed: str) -> Money | None:
    """Read an amount of the whole pay; None of what is no more than the base."""
    base = kept.answers().pay.base
    largest = max(int(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*", typed))
    is_short = largest < _THOUSAND and not re.search(r"(?i)\dk\b", typed)
    text = with_code(FIELD, f"{typed}k" if is_short else typed)
    amount = kept.read_with({"pay.variable": text}).answers.pay.variable
    is_more = isinstance(amount, Money) and not (isinstance(base, Money) and amount.low <= base.low)
    return amount if isinstance(amount, Money) and is_more else None


_THOUSAND = 1000
