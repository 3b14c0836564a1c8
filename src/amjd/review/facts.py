"""Facts: what a posting states, each with its words; nothing here judges them."""

from typing import Any, NamedTuple

from amjd.review.finders import asked, book, contact, hunting, offer, pay, quota, tools, work
from amjd.review.finders.amounts import Sum
from amjd.review.posting import Line, Posting, Words


class Facts(NamedTuple):
    """Every fact of a posting, as its finder gives it."""

    pay: pay.Pay
    quota: quota.Quota
    book: book.Book
    hunting: hunting.Hunting
    measures: list[Words]
    tools: list[Words]
    reports_to: Words | None
    duties: list[Line]
    required: list[Words]
    preferred: list[Words]
    years: asked.Need
    degree: asked.Need
    evidence: Words | None
    email: Words | None
    url: tuple[str, Words] | None
    deadline: Words | None
    instruction: Words | None
    benefits: list[Words]
    equal: Words | None
    workplace: str | None
    place: offer.Place


def find(posting: Posting) -> Facts:
    """Find every fact of a posting."""
    return Facts(
        pay.pay(posting), quota.quota(posting), book.book(posting), hunting.hunting(posting),
        work.measures(posting), tools.tools(posting), work.reports_to(posting),
        work.duties(posting), asked.items(posting, "required"), asked.items(posting, "preferred"),
        asked.years(posting), asked.degree(posting), asked.evidence(posting),
        contact.email(posting), contact.url(posting), contact.deadline(posting),
        contact.instruction(posting), offer.benefits(posting), offer.equal_opportunity(posting),
        offer.workplace(posting)[0], offer.place(posting),
    )  # fmt: skip


def as_values(posting: Posting, facts: Facts) -> dict[str, Any]:
    """Return the facts as they stand in `--json`."""

    def said(words: Words | None) -> str | None:
        return posting.said(words).strip() if words else None

    def each(words: list[Words]) -> list[str]:
        return [posting.said(one).strip() for one in words]

    return {
        "title": posting.title or None,
        "place": (said(facts.place.words) or "").rstrip(".,; ") or None,
        "workplace": facts.workplace,
        "quota": facts.quota.carries,
        "quota_target": _plain(facts.quota.target),
        "new_business": facts.hunting.level,
        "accounts": facts.book.accounts,
        "segment": said(facts.book.segment),
        "pay": facts.pay.kind,
        "base": _sum(facts.pay.base, facts.place.region),
        "ote": _sum(facts.pay.on_target, facts.place.region),
        "variable": bool(facts.pay.variable),
        "benefits": each(facts.benefits),
        "measures": each(facts.measures),
        "tools": each(facts.tools),
        "required": each(facts.required),
        "preferred": each(facts.preferred),
        "duties": each([Words(one.start, one.end) for one in facts.duties]),
        "reports_to": said(facts.reports_to),
        "email": said(facts.email),
        "url": facts.url[0] if facts.url else None,
        "deadline": said(facts.deadline),
        "evidence": said(facts.evidence),
        "years": facts.years.value,
        "degree": facts.degree.value,
        "equal_opportunity": facts.equal is not None,
    }


def _plain(number: Any) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


def _sum(figure: Sum | None, region: str | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    ends = {"min": _plain(figure.low), "max": _plain(figure.high)}
    # A plain dollar sign is the dollar of the place.
    currency = _DOLLARS.get((region or "")[:2], "USD") if figure.is_dollar else figure.currency
    return {**ends, "currency": currency, "period": figure.period}


_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD"}


def questions(facts: Facts) -> dict[str, Words | None]:
    """Return the words that answer each of the six questions of a candidate; None is nowhere."""
    paid = facts.pay.base or facts.pay.on_target
    apply = facts.email or (facts.url and facts.url[1]) or facts.instruction or facts.evidence
    number = facts.quota.target_words or facts.quota.denied
    return {
        "pay": paid.words if paid else None,
        "number": number,
        "accounts": facts.book.words,
        "tools": facts.tools[0] if facts.tools else None,
        "judged": facts.measures[0] if facts.measures else None,
        "apply": apply,
    }
