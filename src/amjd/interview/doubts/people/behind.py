"""What is said of somebody behind the name or the post: `Gareth, the owner, he keeps three`.

A sentence of the posting takes whom it names, and no clause.
"""

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so, told_left
from amjd.interview.doubts.rewording import reworded
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with, lines_with
from amjd.interview.texting import PHONE, PHONE_HOURS, hours_behind
from amjd.interview.understanding import why_not
from amjd.text.patterns import compile_later

OPENING = "role.opening"
CONTACT = "apply.contact"
PERSONS = ("role.owner", "role.reports_to", CONTACT)


def without_clause(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer whom an answer names, without what it says of them, and tell where that may stand.

    Where somebody else comes later, nobody but who typed it knows who is meant.
    """
    typed = "; ".join(values)
    field = stop.fields[0] if len(stop.fields) == 1 else ""
    is_asked = field in PERSONS and len(typed) <= LONGEST
    found = (_CLAUSE.search(typed) or _OF_ONESELF.search(typed)) if is_asked else None
    if not found:
        return None
    name = typed[: found.start()].strip(" ,;.-")
    sure = (reworded(kept, field, name) or (name,))[0] if name else ""
    if not sure or why_not(kept, {field: sure}):
        return None
    words, left = kept.words.doubts, found[0].strip(" ,;.()-\u2013\u2014")
    then: Rows = {"keep": Meant({field: sure}), "typed": values}
    home = OPENING if _WHY_OPEN.search(left) else field
    notes = [words.left.format(words=left), words.in_words.get(home, "")]
    note = " ".join(filter(None, notes))
    offer = read_so(kept, ask, then, line_with(kept, field, {field: sure}), typed, note)
    return offer._replace(ask=offer.ask._replace(at=None)) if _LATER.search(left) else offer


def without_share(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer those whom an answer names without how much each of them does, and tell that."""
    typed = "; ".join(values)
    field = stop.fields[0] if len(stop.fields) == 1 else ""
    found = list(_SHARE.finditer(typed)) if field in PERSONS and len(typed) <= LONGEST else []
    bare = _BEFORE_AND.sub(" and ", _SHARE.sub("", typed)).strip(" ,;.-")
    if not found or not bare:
        return None
    if len(found) > 1 and " and " not in bare:
        bare = bare.replace(", ", " and ")  # mostly Denise, Tom now and then
    sure = (reworded(kept, field, bare) or (bare,))[0]
    if why_not(kept, {field: sure}):
        return None
    words, left = kept.words.doubts, [one[0].strip(" ,;()") for one in found]
    note = told_left(words, left, words.in_words.get(field, ""))
    then: Rows = {"keep": Meant({field: sure}), "typed": values}
    return read_so(kept, ask, then, line_with(kept, field, {field: sure}), typed, note)


def with_hours(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the hours behind whom one writes to where they belong, behind the number."""
    typed = "; ".join(values)
    if stop.fields != (CONTACT,) or len(typed) > LONGEST:
        return None
    hours, who = hours_behind(typed)
    sure = (reworded(kept, CONTACT, who) or (who,))[0]
    if not hours or why_not(kept, {CONTACT: sure}):
        return None
    is_called = bool(kept.current(PHONE))
    told = {CONTACT: sure, **({PHONE_HOURS: hours} if is_called else {})}
    words = kept.words.doubts
    note = f"{words.left.format(words=hours)} {words.in_words[PHONE]}" * (not is_called)
    then: Rows = {"keep": Meant(told), "typed": values}
    return read_so(kept, ask, then, lines_with(kept, told), typed, note)


def by_name(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the name of the owner, who writes of themselves, where another answer tells it."""
    typed = "; ".join(values).strip()
    field = stop.fields[0] if len(stop.fields) == 1 else ""
    if field not in PERSONS or not _OWN.fullmatch(typed):
        return None
    told = (_NAMED.fullmatch(kept.current(one)) for one in PERSONS if one != field)
    found = next(filter(None, told), None)
    sure = f"{found['name']}, the owner" if found else ""
    if not sure or why_not(kept, {field: sure}):
        return None
    then: Rows = {"keep": Meant({field: sure}), "typed": values}
    line = line_with(kept, field, {field: sure})
    return read_so(kept, ask, then, line, line_with(kept, field, {field: typed}))


# Who does the work meanwhile, or has left, tells why there is a job.
_WHY_OPEN = compile_later(
    r"(?i)\b(?:cover(?:s|ed|ing)?|fill(?:s|ed|ing)? in|stands? in|standing in|took over|takes over"
    r"|taking over|left|leaves|leaving|retir(?:es?|ed|ing)|interim|on leave|moved on|quit)\b"
)
_OWN = compile_later(r"(?i)(?:to )?(?:me|myself|i)\.?")
_NAMED = compile_later(
    r"(?P<name>[A-Z][\w'\u2019.-]*(?: [A-Z][\w'\u2019.-]*){0,3})"
    r"(?:, (?:the |our )?owner| \((?:the )?owner\))"
)
# A comma, or what no name goes on with; `Gareth, who owns the firm` is one sentence.
_CLAUSE = compile_later(
    r"(?i)(?:\s*[,;.(]|\s[-\u2013\u2014])\s*(?:(?:but|and|so|though|although|because) )?"
    r"(?:(?:i|he|she|they|we|it|that|this|you)(?:['\u2019](?:m|s|re|ll|d|ve))?"
    r"|(?:i|he|she|they|we|you)(?:m|s|re|ll|ve)|theyre|theyll|until|till|for now|at the moment"
    r"|later|then|from|but|though|while|keeps|stays|handles)\s.+$"
    r"|\s(?:until|till|but|though|while|for now\b|at the moment\b|for the moment\b).*$"
)
# What somebody says of themselves who is asked for a name: me, no time any more.
_OF_ONESELF = compile_later(
    r"(?i)(?:(?<=^me)|(?<=^myself)|(?<=^i))(?:\s*[,;.(]|\s[-\u2013\u2014])\s*"
    r"(?:no|not|never|too|always|busy|with|without|got|have|had|need|because|since|as)\b.+$"
)
# How much of it somebody does: Denise, and her husband a bit.
_SHARE = compile_later(
    r"(?i)(?<![ ,(])[ ,(]{0,4}\b(?:a (?:little |wee |fair )?bit|a little|sometimes|now and then"
    r"|every now and then|occasionally|partly|on the side|at times|to some extent)\)?"
    r"(?=$|[,;.]| and\b)"
    r"|^(?:mostly|mainly|largely|partly|usually) (?=\w)"
)
_BEFORE_AND = compile_later(r",? (?:and|&|n) ")
_LATER = compile_later(
    r"(?i)\b(?:until|till|for now|at the moment|for the moment|later|then|from)\b"
)
