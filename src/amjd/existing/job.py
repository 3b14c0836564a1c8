"""What a posting of others surely says of the job itself: whose it is, what it is called, where."""

import re
from collections.abc import Iterator

from amjd.answers.names.companies import spoken
from amjd.existing.found import Found, Item
from amjd.existing.others import Theirs, is_unsettled
from amjd.review.posting import Words
from amjd.text.patterns import compile_later

_JOB = compile_later(
    r"\b(?:manager|executive|director|representative|specialist|consultant|lead|associate"
    r"|coordinator|partner|officer|assistant|advisor|head)\b", re.IGNORECASE
)  # fmt: skip
_NO_TITLE = compile_later(
    r"[!?@|$]|#\w*_|\b(?:hiring|join|wanted|needed|seeking|jobs?|careers?)\b|\d", re.IGNORECASE
)


_BEFORE_TITLE = ("", "title: ", "job title: ", "position title: ")


def title(here: Theirs) -> Iterator[Found]:
    said, words = here.posting.title, here.posting.title_words
    if words is None or here.posting.before(words, 20) not in _BEFORE_TITLE:
        return
    if len(said) <= 90 and _JOB.search(said) and not _NO_TITLE.search(said):
        yield Found("role.title", said.strip(" :-"), words)


_COMPANY = compile_later(
    r"^(?:company(?: name)?|employer|organi[sz]ation): (?P<name>[^\n]{2,60})$", re.M
)
_ABOUT = compile_later(
    r"about (?P<name>(?!us\b|the\b|our\b|you\b|this\b|we\b|it\b|your\b|role\b|job\b"
    r"|company\b|position\b|team\b|me\b)[^\n:!?]{2,50})[:.]?"
)


def company(here: Theirs) -> Iterator[Found]:
    """Find the company's name: behind its label, beside the place, or in a heading of its own.

    A heading names it where the same words stand elsewhere too.
    """
    posting = here.posting
    label = _COMPANY.search(posting.low)
    words = _to_next(here, Words(*label.span("name"))) if label else _before_place(here)
    if words:
        yield Found("company.name", _named(here, words), words)
        return
    for line in (line for line in posting.lines if line.kind == "heading"):
        match = _ABOUT.fullmatch(posting.low, line.start, line.end)
        if match is None or not posting.text[match.start("name")].isupper():
            continue
        words = Words(*match.span("name"))
        if posting.low.count(match["name"]) > 1 and not posting.said(words).isupper():
            yield Found("company.name", _named(here, words), words)
            return


# Names whose stop is their own: Ott Co., Ott Ltd.
_SHORT = compile_later(r"\b(?:[a-z]{2,4}|[a-z](?:\.[a-z])+)\.", re.IGNORECASE)


def _named(here: Theirs, words: Words) -> str:
    said = here.posting.said(words).strip(" \t,;:")
    is_short = _SHORT.fullmatch(said.rpartition(" ")[2]) is not None
    return said if is_short else said.rstrip(".")


_APART = compile_later(r"(?P<name>[^|\u00b7,:]{2,50}?) ?(?: [-\u2013\u2014] |[|\u00b7]) ?")


# A postal code, and what boards put behind a place.
_BEHIND = compile_later(
    r",?(?: \d{5})?(?: ?[(,-] ?(?:on-?site|in[- ]person|hybrid|remote|full-time|part-time)\)?)?"
    r"(?: ?[|\u00b7].*)?.?"
)


def _before_place(here: Theirs) -> Words | None:
    """Find the company in a line under the title that has only it and a place that is known."""
    words, region = here.facts.place
    if words is None or region is None or len(here.posting.lines) < 2:
        return None
    line = here.posting.lines[1]
    match = _APART.match(here.posting.text, line.start, line.end)
    is_all = (
        match
        and match.end() == words.start
        and _BEHIND.fullmatch(here.posting.low, words.end, line.end)
    )
    if not (match and is_all) or _JOB.search(match["name"]) or not match["name"][:1].isupper():
        return None
    return Words(*match.span("name"))


_CITY = compile_later(r"[A-Z][\w.'\u2019 -]{1,40}, ?(?:[A-Z]{2}|[A-Z][a-z]+)\b")
_AND_MORE = compile_later(
    r"^\W{0,4}(?:or|and|/|;|&)|^(?:,| ?[|\u00b7]) ?[A-Z][a-z]+(?: [A-Z][a-z]+)?, ?[A-Z]{2}\b"
)


_SEVERAL = compile_later(r" ?/ ?| (?:or|and|&) ")  # "Denver / Boulder"


def place(here: Theirs) -> Iterator[Found]:
    """Find where the work is: one place, labelled or in the head; else nobody knows which."""
    words, region = here.facts.place
    if words is None:
        return
    text, line = here.text(words), here.posting.line(words.start)
    behind = here.posting.text[words.end : min(line.end, words.end + 40)]
    if region == "US":
        if here.facts.workplace.kind == "remote":
            yield Found("role.regions", (Item("US", words),), words)
        return
    before = here.posting.low[line.start : words.start]
    city = text.partition(",")[0]
    if spoken(city) != city:
        return  # a company stands before its seat
    is_said = line.section in ("head", "other") or before.endswith(": ") or _CITY.fullmatch(text)
    if not (is_said and text[:1].isupper()) or len(text) > 60 or _AND_MORE.search(behind):
        return
    if _SEVERAL.search(text):
        return
    yield Found("role.location", text, words)


_OF_JOB = compile_later(
    r"(?:fully|100%|completely) remote|remote (?:position|role|job|opportunity|work\b)"
    r"|(?:position|role|job) is (?:fully |100% )?(?:remote|hybrid|on-?site)"
    r"|hybrid (?:position|role|job|schedule|work)|on-?site (?:position|role|job)"
    r"|(?:location|workplace|work ?place|work model|work type)[^:\n]{0,12}: ?[^\n]{0,40}"
    r"|days (?:a|per) week in (?:the|our) office"
)


_ALONE = compile_later(r"[|\u00b7] ?(?:hybrid|remote|on-?site) ?(?:[|\u00b7]|\Z)")
_SENTENCE = compile_later(r"\b(?:you|we|may|can|some|our|us)\b")


def workplace(here: Theirs) -> Iterator[Found]:
    kind, words = here.facts.workplace
    if kind is None or words is None:
        return
    line = here.posting.line(words.start)
    is_head = line.start <= here.posting.lines[min(5, len(here.posting.lines) - 1)].start
    is_plain = is_head and not _SENTENCE.search(here.posting.low, line.start, line.end)
    is_alone = _ALONE.search(here.posting.low, line.start, line.end) is not None
    is_short = is_plain and line.end - line.start <= 80
    if is_short or is_alone or _OF_JOB.search(here.near(words, 50, 30)):
        yield Found("role.workplace", kind, words)


_EMPLOYMENT = compile_later(
    r"^(?:employment(?:[ _]type)?|job[ _]type|position type|type|schedule"
    r"|status)(?: of employment)?: ?(?P<a>full[- ]time|part[- ]time|contract"
    r"|temporary)\b(?![^\n]{0,30}(?:part|contract|temp))|(?P<b>full[- ]time"
    r"|part[- ]time)(?:,? [a-z-]{3,14}){0,2} (?:position|role|job|opportunity)\b"
    r"|[\u00b7|\u2022] ?(?P<c>full[- ]time|part[- ]time)(?= ?(?:$|[\u00b7|\u2022]))",
    re.M,
)


def employment(here: Theirs) -> Iterator[Found]:
    wrong = ("about", "benefits", "equal")
    found = [
        match
        for match in _EMPLOYMENT.finditer(here.posting.low)
        if here.posting.line(match.start()).section not in wrong
    ]
    kinds = {match[match.lastgroup or 0].replace(" ", "-") for match in found}
    if len(kinds) == 1:
        words = Words(*found[0].span(found[0].lastgroup or 0))
        yield Found("role.employment", kinds.pop(), words)


_LABELLED = {
    "role.travel": (
        80, compile_later(r"^travel(?: required| requirements?)?: (?P<said>[^\n]{2,200})$", re.M)
    ),
    "role.start": (
        40, compile_later(r"^start(?:ing)?(?: date)?: (?P<said>[^\n$]{2,200})$", re.M)
    ),
    "role.hours": (
        60, compile_later(r"^(?:hours|working hours): (?P<said>[^\n]{2,200})$", re.M)
    ),
}  # fmt: skip
# Behind one answer a line may go on with the label of the next: "Start: May. Travel: rarely."
_NEXT = compile_later(r"(?:(?<=\.)|[;|\u00b7]| -) ?(?=[A-Za-z][A-Za-z' ]{1,30}: )")


def labelled(here: Theirs) -> Iterator[Found]:
    for field, (most, expression) in _LABELLED.items():
        match = expression.search(here.posting.low)
        if match and here.posting.line(match.start()).section != "benefits":
            words = _to_next(here, Words(*match.span("said")))
            is_one = words.end - words.start <= most and ": " not in here.text(words)
            if is_one and not is_unsettled(here.posting, words):
                yield Found(field, here.text(words), words)


def _to_next(here: Theirs, words: Words) -> Words:
    """Cut words off where the next label begins."""
    following = _NEXT.search(here.posting.text, words.start, words.end)
    return Words(words.start, following.start()) if following else words


def reports_to(here: Theirs) -> Iterator[Found]:
    words = here.facts.reports_to
    if words and words.end - words.start <= 60 and not is_unsettled(here.posting, words):
        yield Found("role.reports_to", here.text(words), words)
