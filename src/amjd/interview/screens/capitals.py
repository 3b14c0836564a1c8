"""Answers in small letters where a posting has a name or begins a sentence, and their capitals.

Words that were written short are written out with them. Nobody's words are changed unasked: the
review says which, and a list of them is ticked.
"""

from collections.abc import Iterator, Mapping

from amjd.asker import Ask, Row
from amjd.interview.kept import Kept
from amjd.interview.route import REVIEW
from amjd.interview.shorthand import short_words, written_out
from amjd.interview.spelling import (
    as_name,
    as_person,
    as_place,
    begun,
    names_in,
    speaks_of_it,
    spelled,
)
from amjd.interview.way import AROUND, in_step
from amjd.sources.sheet import Answer

# Where an answer stands alone: as a name, as the beginning of a line, as a sentence. What stands
# behind a colon, or is a thing among others, may begin small.
_NAMES = ("company.name", "role.title")
_PERSONS = ("role.owner", "role.reports_to", "apply.contact")
_LINES = (
    "company.more", "role.duties", "role.required", "role.preferred", "pay.benefits", "apply.steps",
)  # fmt: skip
_SENTENCES = ("company.about", "role.opening", "role.training", "company.equal_opportunity")
# Where names may stand among other words.
_TEXTS = (
    *_PERSONS, *_LINES, *_SENTENCES, "role.hours", "role.office_days", "role.travel", "role.start",
    "role.team", "role.growth_path", "portfolio.segment", "portfolio.check_ins",
    "portfolio.territory", "tools.crm", "tools.others", "pay.bonus", "pay.commission",
    "apply.evidence",
)  # fmt: skip
# Where nothing is a name, and words may be written short.
_PLAIN = ("role.until", "role.years_in", "role.manages", "role.education", "company.industry")

_SUBJECTS = ("we", "our", "i", "you", "it", "they", "this", "these", "there")


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
    """List the words that were written short, each once."""
    words = (
        word
        for field in (*_TEXTS, *_PLAIN)
        for text in _given(kept, field)
        for word in short_words(text, of_tools=field.startswith("tools."))
    )
    return list(dict.fromkeys(words))


def small(kept: Kept) -> list[str]:
    """List the fields that are in small letters where a name or a sentence begins."""
    names = dict(_known(kept))
    return [
        field
        for field, new in raised(kept).items()
        if any(_raised(field, text, names) != text for text in _given(kept, field))
    ]


def _shown(answer: Answer) -> str:
    return answer if isinstance(answer, str) else "; ".join(answer)


def raised(kept: Kept) -> Mapping[str, Answer]:
    """Return what would have capitals, by its field; nothing where all of it does."""
    names = dict(_known(kept))
    found: dict[str, Answer] = {}
    for field in dict.fromkeys((*_NAMES, "role.location", *_TEXTS, *_PLAIN)):
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
    is_text = field in _TEXTS or field in _PLAIN
    return written_out(text, of_tools=field.startswith("tools.")) if is_text else text


def _raised(field: str, text: str, names: Mapping[str, str]) -> str:
    if field in _PLAIN:
        return text
    if field == "company.name":
        return names.get(text.lower()) or as_name(text)
    if field in _NAMES:
        return as_name(text)
    if field == "role.location":
        return as_place(text)
    if field in _PERSONS:
        text = as_person(text) or text
    # What is no sentence stands behind a colon.
    begins = field in _LINES or (field in _SENTENCES and text.partition(" ")[0] in _SUBJECTS)
    return spelled(begun(text) if begins else text, names, of_tools=field.startswith("tools."))


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
