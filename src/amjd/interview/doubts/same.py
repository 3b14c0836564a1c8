"""A product that is called as the company is: `FrontRange Dispatch, same as company`."""

from amjd.answers.names.companies import spoken
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.text.patterns import compile_later

PRODUCT = "product.name"
_SAME = compile_later(
    r"(?i)(?P<name>[^,;(]*?)[\s,;(.-]*\b(?:(?:it'?s|is|it is|has|called|named) )*(?:the )?"
    r"same (?:name )?(?:as|like) (?:(?:the|our|my) )?(?:company|firm|business|brand|us)"
    r"(?:(?:['\u2019]s)? name)?[).!\s]*"
)


def as_company(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the name alone; where none was typed, that of the company.

    Of two names that differ, nobody but who typed them knows which is meant.
    """
    typed = "; ".join(values)
    found = _SAME.fullmatch(typed) if stop.fields == (PRODUCT,) and len(typed) <= LONGEST else None
    company = spoken(kept.current("company.name")) if found else ""
    name = found["name"].strip() if found else ""
    sure = name or company
    if not found or not sure or why_not(kept, {PRODUCT: sure}):
        return None
    then: Rows = {"keep": Meant({PRODUCT: sure}), "typed": values}
    line = line_with(kept, PRODUCT, {PRODUCT: sure})
    left = kept.words.doubts.left.format(words=typed[len(name) :].strip(" ,.;()-")) if name else ""
    offer = read_so(kept, ask, then, line, typed, left)
    is_other = bool(name and company) and name.casefold() != company.casefold()
    return offer._replace(ask=offer.ask._replace(at=None)) if is_other else offer
