"""Facts: what a posting states, each with its words; nothing here judges them."""

from functools import cached_property
from typing import Any

from amjd.review.finders import (
    asked,
    book,
    contact,
    hunting,
    offer,
    pay,
    place,
    quota,
    regions,
    tools,
    work,
)
from amjd.review.finders.amounts import Sum
from amjd.review.posting import Line, Posting, Words
from amjd.text.patterns import compile_later


class Facts:
    """Every fact of a posting, as its finder gives it; each is looked for when it is asked for."""

    def __init__(self, posting: Posting) -> None:
        self._posting = posting

    @cached_property
    def pay(self) -> pay.Pay:
        return pay.pay(self._posting)

    @cached_property
    def quota(self) -> quota.Quota:
        return quota.quota(self._posting)

    @cached_property
    def book(self) -> book.Book:
        return book.book(self._posting)

    @cached_property
    def hunting(self) -> hunting.Hunting:
        return hunting.hunting(self._posting)

    @cached_property
    def measures(self) -> list[Words]:
        return work.measures(self._posting)

    @cached_property
    def tools(self) -> list[Words]:
        return tools.tools(self._posting)

    @cached_property
    def reports_to(self) -> Words | None:
        return work.reports_to(self._posting)

    @cached_property
    def duties(self) -> list[Line]:
        return work.duties(self._posting)

    @cached_property
    def required(self) -> list[Words]:
        return asked.items(self._posting, "required")

    @cached_property
    def preferred(self) -> list[Words]:
        return asked.items(self._posting, "preferred")

    @cached_property
    def years(self) -> asked.Need:
        return asked.years(self._posting)

    @cached_property
    def degree(self) -> asked.Need:
        return asked.degree(self._posting)

    @cached_property
    def evidence(self) -> Words | None:
        return asked.evidence(self._posting)

    @cached_property
    def email(self) -> Words | None:
        return contact.email(self._posting)

    @cached_property
    def url(self) -> tuple[str, Words] | None:
        return contact.url(self._posting)

    @cached_property
    def phone(self) -> Words | None:
        return contact.phone(self._posting)

    @cached_property
    def deadline(self) -> Words | None:
        return contact.deadline(self._posting)

    @cached_property
    def instruction(self) -> Words | None:
        return contact.instruction(self._posting)

    @cached_property
    def benefits(self) -> list[Words]:
        return offer.benefits(self._posting)

    @cached_property
    def equal(self) -> Words | None:
        return offer.equal_opportunity(self._posting)

    @cached_property
    def workplace(self) -> offer.Workplace:
        return offer.workplace(self._posting)

    @cached_property
    def place(self) -> place.Place:
        return place.place(self._posting)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The places whose law is meant, as far as that is plain."""
        return regions.regions(self._posting, self.place, self.pay.base or self.pay.on_target)

    @cached_property
    def dollar(self) -> str | None:
        """The currency that a plain dollar sign stands for; None where that is not plain."""
        if self.place.region:
            return _DOLLARS.get(self.place.region[:2], "USD")
        is_elsewhere = _OTHER_DOLLARS.search(self._posting.low)
        if is_elsewhere and not _AMERICA.search(self._posting.low):
            return None
        return _DOLLARS.get(next(iter(self.regions), "US")[:2], "USD")

    def is_plus(self, words: Words) -> bool:
        """Whether words stand among what is only nice to have."""
        return self._posting.line(words.start).section == "preferred"

    def currency_of(self, figure: Sum) -> str | None:
        """Return the currency of an amount."""
        return self.dollar if figure.is_dollar else figure.currency


def find(posting: Posting) -> Facts:
    """Look for the facts of a posting."""
    return Facts(posting)


def as_values(posting: Posting, facts: Facts) -> dict[str, Any]:
    """Return the facts as they stand in `--json`."""

    def said(words: Words | None) -> str | None:
        return posting.said(words).strip() if words else None

    def each(words: list[Words]) -> list[str]:
        return [posting.said(one).strip() for one in words]

    return {
        "title": posting.title or None,
        "place": _FIRM.sub("", said(facts.place.words) or "").rstrip(".,;'\" ") or None,
        "workplace": facts.workplace.kind,
        "quota": facts.quota.carries,
        "quota_target": _plain(facts.quota.target),
        "new_business": facts.hunting.level,
        "accounts": facts.book.accounts,
        "segment": said(facts.book.segment),
        "pay": facts.pay.kind,
        "base": _sum(facts, facts.pay.base),
        "ote": _sum(facts, facts.pay.on_target),
        "variable": bool(facts.pay.variable),
        "benefits": each(facts.benefits),
        "measures": each(facts.measures),
        "tools": each(facts.tools),
        "required": each(facts.required),
        "preferred": each(facts.preferred),
        "duties": each([one.words for one in facts.duties]),
        "reports_to": said(facts.reports_to),
        "email": said(facts.email),
        "url": facts.url[0] if facts.url else None,
        "deadline": said(facts.deadline),
        "evidence": said(facts.evidence),
        "years": facts.years.value,
        "degree": facts.degree.value,
        "equal_opportunity": facts.equal is not None,
    }


# "Merlion Live Pte Ltd, Singapore"
_FIRM = compile_later(
    r"\A[^,\n]{1,50} (?:Ltd|Limited|Pte|Pty|GmbH|AG|BV|Inc|LLC|P[Ll][Cc])\.?, (?=[A-Z])"
)


def _plain(number: Any) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


def _sum(facts: Facts, figure: Sum | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    ends = {"min": _plain(figure.low), "max": _plain(figure.high)}
    return {**ends, "currency": facts.currency_of(figure), "period": figure.period}


_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD"}
_OTHER_DOLLARS = compile_later(r"\b(?:canad(?:a|ian)|australian?|new zealand|singapore)\b")
_AMERICA = compile_later(r"\b(?:u\.s\.a?|usa?|united states|americ(?:a|an))\b")


def questions(facts: Facts) -> dict[str, Words | None]:
    """Return the words that answer each of the six questions of a candidate; None is nowhere."""
    paid = facts.pay.base or facts.pay.on_target
    address = facts.email or (facts.url and facts.url[1]) or facts.phone
    apply = address or facts.instruction or facts.evidence
    number = facts.quota.target_words or facts.quota.denied
    used = [one for one in facts.tools if not facts.is_plus(one)]
    return {
        "pay": paid.words if paid else None,
        "number": number,
        "accounts": facts.book.words,
        "tools": next(iter(used or facts.tools), None),
        "judged": facts.measures[0] if facts.measures else None,
        "apply": apply,
    }
