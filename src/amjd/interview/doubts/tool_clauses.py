"""Clauses of an answer that names tools: the things in each, and what they are for."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from amjd.interview.products import Named, products, with_products
from amjd.text.patterns import compile_later


class Part(NamedTuple):
    """The things of one clause, and what they are for."""

    things: tuple[str, ...]
    purpose: str = ""

    def spelled(self, named: Collection[str]) -> "Part":
        """Spell the things as the whole answer has them, of which this is one clause."""
        things = (with_products(one, of_tools=True, here=named) for one in self.things)
        return self._replace(things=tuple(things))


def clauses(body: str) -> Iterator[str]:
    """Part a text at its commas, and before a product where one in a row has what it is for."""
    for text in re.split(r"[,;] *|\. (?=\w)| but | plus ", body.rstrip(".")):
        cuts = {one.start for one in products(text, of_tools=True)} if PURPOSE.search(text) else ()
        start = 0
        for found in re.finditer(" (?:and|&|n) ", text):
            if found.end() in cuts:
                yield text[start : found.start()]
                start = found.end()
        yield text[start:]


def with_verbs(typed: str) -> str:
    """Say again the verb that a sentence says once: `notes are in Notion and invoices in Xero`."""
    verb = _VERB_OF.match(typed)
    return _OTHER_IN.sub(rf", \1 {verb[1]} \2", typed) if verb else typed


_VERB_OF = compile_later(r"(?i)(?:[a-z]+ ){1,3}(is|are|lives?) (?:in|on) ")
_OTHER_IN = compile_later(r"(?i),? (?:and|&|n) ((?:(?:all|the|our|my) ){0,2}[a-z]+) ((?:in|on) )")
PURPOSE = compile_later(r"(?i) (?P<purpose>(?:just |only |mostly |mainly )*(?:for|to) .+)$")
"""What a thing is for, behind it."""


def part_of(clause: str) -> Part | None:
    """Take the things out of a clause; None where it says more, and names no product."""
    text = JOINT.sub("", clause.strip())
    found = products(text, of_tools=True)
    purpose = PURPOSE.search(text, found[-1].end if found else 0)
    head = text[: purpose.start()] if purpose else text
    if not is_clause(head):
        things = [with_products(one, of_tools=True) for one in re.split(" (?:and|&) ", head)]
    elif where := kept_in(head):
        pieces = re.split(" (?:and|&) ", where) if of_what(head) else [where]
        things = [with_products(one, of_tools=True) for one in pieces]
        what = of_what(head)
        if what and not purpose and not any(map(is_clause, things)):
            return Part(tuple(things), f"for {what}")
    else:
        things = [_with_article(text, one) for one in found if one.end <= len(head)]
    things = [one for one in things if not is_clause(one)]
    return Part(tuple(things), purpose["purpose"] if purpose else "") if things else None


JOINT = compile_later(r"(?i)^(?:(?:and|plus|also|then|but|so|or) )+")
"""What joins a clause to the one before it."""


def _with_article(text: str, one: Named) -> str:
    article = re.search(r"(?i)\b(?:an?|the) $", text[: one.start])
    return f"{article[0] if article else ''}{one.name}"


_VERBS = compile_later(
    r"(?i)\b(?:we|i|i'?m|they|she|he|it|it'?s|me|us|you|u|is|are|was|were|has|have|had|uses?|used"
    r"|using|keeps?|kept|stored|saved|tracked|runs?|lives?|does?|did|do|can|will|don'?t|which|who"
    r"|because|when|where|moving|switching"
    r"|everything|rest|else|also|mostly|mainly|sometimes|each ?other|for \w+ing)\b"
)
_KEPT_BY = compile_later(r"(?i), (?:kept|run|stored|saved) by .+$")


def is_clause(text: str) -> bool:
    """Whether a text says more than things: who does what, and when; IT Glue does nothing."""
    for one in reversed(products(text, of_tools=True)):
        text = f"{text[: one.start]}*{text[one.end :]}"
    return bool(_VERBS.search(_KEPT_BY.sub("", text)))


_KEPT_IN = compile_later(
    r"(?i)(?:(?:(?!,|;| and | but | so ).)*"
    r"\b(?:kept|stored|saved|tracked|written|lives?|run|keep|is|are|it'?s|everything) )?"
    r"(?:in|on) (?!(?:my|our|paper)\b)(?P<tool>.+)"
    r"|(?:we|i)(?: all)?(?: still)?(?: just)? (?:use|have|work with) (?P<used>.+)"
)


def kept_in(typed: str) -> str:
    """Take what the records are kept in out of a sentence: `jobs are kept in Printavo`."""
    found = _KEPT_IN.fullmatch(typed.strip().rstrip("."))
    return (found["tool"] or found["used"]).strip() if found else ""


OF_CLIENTS = compile_later(
    r"(?i)\b(?:clients?|customers?|contacts?|records?|notes?|accounts?|crm|everything|all|most)\b"
)
"""What a tool is for that keeps the records."""

_OF_WHAT = compile_later(
    r"(?i)(?:(?:and|but|all|the|our|my) ){0,3}(?P<what>(?!(?:it|that|this|everything|all|most|rest"
    r"|work|stuff|things|old|we|they|i)\b)[a-z]\w{2,20}(?: [a-z]\w{1,20})?)"
    r" (?:is|are|lives?)(?: all| now| still)?(?: kept| done| stored| tracked)? (?:in|on) "
)


def of_what(clause: str) -> str:
    """Return what stands in a tool beside the records of clients: `invoices are in Xero`."""
    found = _OF_WHAT.match(clause.strip())
    return "" if found is None or OF_CLIENTS.search(found["what"]) else found["what"].lower()
