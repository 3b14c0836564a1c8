"""Duties that stand in every posting, each with a strong form from the figures at hand."""

import re
from collections.abc import Iterator

from amjd.review.checks.entered import check
from amjd.review.facts import Facts
from amjd.review.findings import Case, Hit
from amjd.review.posting import Posting
from amjd.text.patterns import compile_later

_KINDS = {
    "accounts": r"(?:manag|handl|oversee|maintain)\w* (?:client |customer |key |multiple "
    r"|existing |our )*(?:accounts|clients)",
    "renewals": r"(?:handl|manag|driv)\w* (?:contract |client |customer )?renewals?"
    r"|renew\w* (?:client )?contracts",
    "revenue": r"(?:grow|increas|driv)\w* (?:sales |account )?(?:revenue|sales)(?: growth)?"
    r"|(?:meet|achiev)\w* (?:sales )?(?:targets|goals|quotas?)",
    "crm": r"(?:us|updat|maintain)\w* (?:the |our )?crm(?: system)?(?: records)?",
    "relations": r"(?:build|develop|maintain|foster|nurtur)\w*(?: and (?:maintain|nurtur"
    r"|develop)\w*)? (?:strong |good |lasting"
    r" |long-term )*(?:client |customer )?relationships(?: with (?:our |key )?(?:clients|customers"
    r"|accounts))?",
}
_WEAK = compile_later("|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()))


@check
def weak_duty(case: Case) -> Iterator[Hit]:
    """ROLE-14: the first duty of each kind that says nothing of this job."""
    spoken: set[str] = set()
    for line in case.facts.duties:
        said = case.posting.lowered(line).strip(" .;")
        match = _WEAK.fullmatch(said)
        kind = (match and match.lastgroup) or ""
        if kind and kind not in spoken:
            spoken.add(kind)
            strong = _strong(kind, case.posting, case.facts)
            cure = f'Write, with your own words behind it: "{strong}".' if strong else ""
            yield Hit("This duty could stand in any posting.", line.words, cure=cure)


def _strong(kind: str, posting: Posting, facts: Facts) -> str:
    """Word a duty with a figure or a name that the posting states elsewhere; empty if none does."""
    if kind == "crm":
        return f"Keep {posting.said(facts.tools[0])} current" if facts.tools else ""
    if kind == "revenue":
        target = facts.quota.target_words
        return f"Reach {posting.said(target)}" if target else ""
    if facts.book.words is None:
        return ""
    accounts = re.sub(r"^(?:about|around|up to) ", "", posting.said(facts.book.words))
    forms = {
        "accounts": f"Look after {accounts}",
        "renewals": f"Renew the contracts of {accounts}",
        "relations": f"Know the people at {accounts}",
    }
    return forms[kind]
