"""A product that is called as the company is: `FrontRange Dispatch, same as company`."""

from amjd.answers.names.companies import spoken
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import understand, why_not
from amjd.text.patterns import compile_later

PRODUCT = "product.name"
# What says so stands before the name, behind it, or alone.
_AS = (
    r"(?:(?:it'?s|is|it is|has|called|named) )*(?:"
    r"(?:the )?same (?:name )?(?:as|like) (?:(?:the|our|my) )?(?:company|firm|business|brand|us)"
    r"(?:(?:['\u2019]s)? name)?"
    r"|(?:as|like|after) (?:the|our) (?:company|firm|business)"
    r"|(?:(?:the|our) )?(?:company|firm|business)(?:['\u2019]s)? name"
    r"|(?P<alone>(?:the )?same(?: name)?))"
)
_SAME = compile_later(
    rf"(?i)(?:(?P<name>[^,;(]*?)[\s,;(.-]*\b)?{_AS}"
    r"(?:\s*[,;:(.\u2013-]+\s*(?P<behind>\w[^,;()]*?))?[).!\s]*"
)


def as_company(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the name alone; where none was typed, that of the company.

    Of two names that differ, nobody but who typed them knows which is meant, nor which is the same
    where nobody says as what.
    """
    typed = "; ".join(values)
    found = _SAME.fullmatch(typed) if stop.fields == (PRODUCT,) and len(typed) <= LONGEST else None
    if not found or (found["name"] and (found["alone"] or found["behind"])):
        return None
    company = spoken(kept.current("company.name"))
    name = (found["name"] or found["behind"] or "").strip()
    sure = name or company
    if not sure or why_not(kept, {PRODUCT: sure}):
        return None
    then: Rows = {"keep": Meant({PRODUCT: sure})}
    if not understand(kept, stop, values).refused:
        then["typed"] = values
    line = line_with(kept, PRODUCT, {PRODUCT: sure})
    said = typed.replace(name, "", 1).strip(" ,.;:()-")
    left = kept.words.doubts.left.format(words=said) if name else ""
    offer = read_so(kept, ask, then, line, typed, left)
    is_other = bool(name and company) and name.casefold() != company.casefold()
    is_open = is_other or (found["alone"] and not name)
    return offer._replace(ask=offer.ask._replace(at=None)) if is_open else offer
