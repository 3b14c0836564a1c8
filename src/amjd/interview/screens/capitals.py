"""Answers in small letters where a posting has a name or begins a sentence, and their capitals.

Words that were written short are written out with them. Nobody's words are changed unasked: the
review says which, and a list of them is ticked.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from amjd.answers.names.posts import post_alone
from amjd.answers.shorthand import quarters_out, short_quarters, short_words, written_out
from amjd.asker import Ask, Row
from amjd.interview.kept import Kept
from amjd.interview.products import products
from amjd.interview.route import REVIEW
from amjd.interview.somebody import as_person, names_in
from amjd.interview.spelling import (
    as_area,
    as_name,
    as_place,
    begun,
    sentences_begun,
    speaks_of_it,
    spelled,
)
from amjd.interview.way import AROUND, in_step
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later

# Where an answer stands alone: as a name, as the beginning of a line, as a sentence. What stands
# behind a colon, or is a thing among others, may begin small.
_NAMES = ("company.name", "role.title")
_PERSONS = ("role.owner", "role.reports_to", "apply.contact")
_LINES = (
    "company.more", "role.duties", "role.required", "role.preferred", "role.languages",
    "pay.benefits", "apply.steps",
)  # fmt: skip
_SENTENCES = ("company.about", "role.opening", "role.training", "company.equal_opportunity")
# Where several sentences may stand.
_PROSE = (
    *_LINES, *_SENTENCES, "role.growth_path", "pay.bonus", "pay.commission", "apply.evidence",
    "role.hours", "role.office_days", "role.travel", "role.start", "role.team",
    "portfolio.check_ins",
)  # fmt: skip
# Where names may stand among other words.
_TEXTS = (
    *_PERSONS, *_LINES, *_SENTENCES, "role.hours", "role.office_days",
    "role.travel", "role.start", "role.team", "role.growth_path", "portfolio.segment",
    "portfolio.check_ins", "portfolio.territory", "tools.crm", "tools.others",
    "pay.bonus", "pay.commission", "apply.evidence", "metrics",
)  # fmt: skip
# Where nothing is a name, and words may be written short.
_PLAIN = ("role.until", "role.years_in", "role.manages", "role.education", "company.industry")
_FIELDS = tuple(dict.fromkeys((*_NAMES, "role.location", *_TEXTS, *_PLAIN)))

_AREA = "portfolio.territory"
_CONTRACTED = compile_later("[ '\u2019]")  # we're a wholesaler
# Why there is a job, told as a sentence does: last AM left in June. Growth is none.
_HAPPENED = compile_later(
    r"\b(?:is|are|was|were|has|have|had|left|leaves|moved|moves|retires|retired|went|goes|grew|grows"
    r"|took|takes|taken|needs?|wants?|got|gets|quit|started|starts|won|doubled|opened|lost|will|can"
    r"|became|becomes|works|worked|joined|added|signed|split|covers|covering)\b"
)
_SUBJECTS = ("we", "our", "i", "you", "it", "they", "this", "these", "there")


class _Names(NamedTuple):
    """The names that are known: by their small letters, and the products that answers name."""

    known: Mapping[str, str]
    products: frozenset[str]


def offer(kept: Kept) -> Ask:
    """Make the list of what would be raised, all of it ticked."""
    words, found = kept.words.review.capitals, raised(kept)
    rows = tuple(Row(field, kept.label(field), _shown(new)) for field, new in found.items())
    ask = Ask(
        words.field, "tick", (words.field,), words.question, rows, ticked=tuple(found),
        why=words.why, more=words.more, signals=AROUND[:1],
    )  # fmt: skip
    return in_step(kept.questions, REVIEW, ask)


def shortened(kept: Kept) -> list[str]:
    """List the words that were written short, each once, and none that is a part of another."""
    texts = ((field, text) for field in (*_TEXTS, *_PLAIN) for text in _given(kept, field))
    words = dict.fromkeys(word for field, text in texts for word in _short(field, text))
    return [
        one
        for one in words
        if not any(f" {one} ".endswith(f" {two} ") for two in words if two != one)
    ]


def _short(field: str, text: str) -> list[str]:
    quarters = short_quarters(text, of_area=field == _AREA)
    rest = quarters_out(text, of_area=field == _AREA)
    return [*quarters, *short_words(rest, in_a_row=_is_in_a_row(field))]


def _is_in_a_row(field: str) -> bool:
    """Whether names stand in a row, and n between two of them is no part of a name."""
    return _is_of_tools(field) or field == _AREA


def _is_of_tools(field: str) -> bool:
    return field.startswith("tools.")


def small(kept: Kept) -> list[str]:
    """List the fields that are in small letters where a name or a sentence begins."""
    names = _names(kept)
    return [
        field
        for field in _FIELDS
        if any(_raised(field, text, names) != text for text in _given(kept, field))
    ]


def _shown(answer: Answer) -> str:
    return answer if isinstance(answer, str) else "; ".join(answer)


def raised(kept: Kept) -> Mapping[str, Answer]:
    """Return what would have capitals, by its field; nothing where all of it does."""
    return _all_raised(kept, _names(kept))


def _all_raised(kept: Kept, names: _Names) -> Mapping[str, Answer]:
    found: dict[str, Answer] = {}
    for field in _FIELDS:
        given = _given(kept, field)
        new = [_raised(field, _in_full(field, text), names) for text in given]
        if new != given:
            found[field] = new if kept.questions[field].many else new[0]
    return found


def _given(kept: Kept, field: str) -> list[str]:
    if kept.answers()[field] is None:
        return []
    return kept.items(field) if kept.questions[field].many else [kept.current(field)]


def _in_full(field: str, text: str) -> str:
    if field not in (*_TEXTS, *_PLAIN):
        return text
    text = quarters_out(text, of_area=field == _AREA)
    return written_out(text, in_a_row=_is_in_a_row(field))


def _raised(field: str, text: str, names: _Names) -> str:
    if field in _PLAIN:
        return text
    if field == "company.name":
        return names.known.get(text.lower()) or as_name(text)
    if field in _NAMES:
        return as_name(text)
    if field == "role.location":
        return as_place(text)
    if field in _PERSONS:
        text = as_person(text) or post_alone(text) or text
    # What is no sentence stands behind a colon.
    subject = _CONTRACTED.split(text, maxsplit=1)[0]
    begins = field in _LINES or (field in _SENTENCES and subject in _SUBJECTS)
    begins = begins or (field == "role.opening" and bool(_HAPPENED.search(text)))
    text = as_area(text) if field == _AREA else text
    text = sentences_begun(text) if field in _PROSE else text
    text = spelled(text, names.known, of_tools=_is_of_tools(field), here=names.products)
    return begun(text) if begins else text


def _names(kept: Kept) -> _Names:
    """Find the names that one answer tells of another; a product has one spelling in all."""
    texts = [(field, text) for field in _TEXTS for text in _given(kept, field)]
    found = {
        one.name for field, text in texts for one in products(text, of_tools=_is_of_tools(field))
    }
    own = {
        part
        for field, text in texts
        if _is_of_tools(field)
        for part in _APART.split(text)
        if _PRODUCT.fullmatch(part)
    }
    small = {_small_product(part) for part in _APART.split(kept.current(_RECORDS))}
    small |= {_small_product(_PURPOSE.sub("", one)) for one in _given(kept, _OTHERS)}
    return _Names(dict(_known(kept)), frozenset(found | own | small - {""}))


_RECORDS, _OTHERS = "tools.crm", "tools.others"
_PURPOSE = compile_later(r" for .*")
_APART = compile_later(r",? and |[,;/&] ?")


def _small_product(records: str) -> str:
    """Return the product that one small word is among the tools: `pestpac`, `deputy for rotas`."""
    name = records.capitalize()
    is_word = records.isalpha() and records == records.lower() and len(records) >= _SHORTEST
    return name if is_word and _PRODUCT.fullmatch(name) else ""


_SHORTEST = 5  # letters of a small word that is taken for a name


# Somebody's own tool, in its capitals; not a thing that begins with one where it stands first.
_PRODUCT = compile_later(
    r"(?!(?:A|An|The|Our|My) |(?:E-?mails?|(?:Tele)?[Pp]hones?|Mobile|Calendars?|Spreadsheets?|Chat"
    r"|Texts?|Internet|Computers?|Laptops?|Tablets?|Paper|Notebooks?|Whiteboards?|Binders?|Folders?"
    r"|Files?|Printers?|Scanners?|Vans?|Trucks?|Maps?|CRM|Apps?|Software|Billing|Payroll|Databases?"
    r"|Ledgers?|Cards?|Rolodex|Memory|Cabinets?|Planners?|Diar(?:y|ies)|Documents?|Sheets?|Lists?"
    r"|Nothing|Various|Custom|Homegrown|Inhouse|Proprietary|Desktops?|Cloud|Books?|Drawers?)\b)"
    r"[A-Z][\w.+]*(?: [A-Z\d][\w.+]*)?"
)


def _known(kept: Kept) -> Iterator[tuple[str, str]]:
    """Give the names that other answers tell: of the town, of the company, of persons."""
    town = as_place(kept.current("role.location")).split(", ")[0]
    company = _company(kept)
    # A name of one word may be a word as well.
    yield from ((name.lower(), name) for name in (town, company * (" " in company)) if name)
    for field in _PERSONS:
        for name in names_in(as_person(kept.current(field)) or kept.current(field)):
            yield name.lower(), name


def _company(kept: Kept) -> str:
    """Return the name of the company; at its end, IT is what the other answers speak of."""
    name = as_name(kept.current("company.name"))
    texts = (text for field in _TEXTS for text in _given(kept, field))
    is_of_it = name.lower().endswith(" it") and any(map(speaks_of_it, texts))
    return f"{name[:-2]}IT" if is_of_it else name
