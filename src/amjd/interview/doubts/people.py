"""What is said of somebody behind the name or the post: `Gareth, the owner, he keeps three`.

A sentence of the posting takes whom it names, and no clause.
"""

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.doubts.rewording import reworded
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.text.patterns import compile_later

PERSONS = ("role.owner", "role.reports_to", "apply.contact")


def without_clause(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer whom an answer names, without what it says of them, and tell where that may stand.

    Where somebody else comes later, nobody but who typed it knows who is meant.
    """
    typed = "; ".join(values)
    found = _CLAUSE.search(typed) if stop.fields[:1] and len(typed) <= LONGEST else None
    if not found or stop.fields[0] not in PERSONS:
        return None
    field, name = stop.fields[0], typed[: found.start()].strip(" ,;.-")
    sure = (reworded(kept, field, name) or (name,))[0] if name else ""
    if not sure or why_not(kept, {field: sure}):
        return None
    words, left = kept.words.doubts, found[0].strip(" ,;.()-\u2013\u2014")
    then: Rows = {"keep": Meant({field: sure}), "typed": values}
    notes = [words.left.format(words=left), words.in_words.get(field, "")]
    note = " ".join(filter(None, notes))
    offer = read_so(kept, ask, then, line_with(kept, field, {field: sure}), typed, note)
    return offer._replace(ask=offer.ask._replace(at=None)) if _LATER.search(left) else offer


# A comma, or what no name goes on with; `Gareth, who owns the firm` is one sentence.
_CLAUSE = compile_later(
    r"(?i)(?:\s*[,;.(]|\s[-\u2013\u2014])\s*(?:(?:but|and|so|though|although|because) )?"
    r"(?:(?:i|he|she|they|we|it|that|this|you)(?:['\u2019](?:m|s|re|ll|d|ve))?"
    r"|(?:i|he|she|they|we|you)(?:m|s|re|ll|ve)|theyre|theyll|until|till|for now|at the moment"
    r"|later|then|from|but|though|while|keeps|stays|handles)\s.+$"
    r"|\s(?:until|till|but|though|while|for now\b|at the moment\b|for the moment\b).*$"
)
_LATER = compile_later(
    r"(?i)\b(?:until|till|for now|at the moment|for the moment|later|then|from)\b"
)
