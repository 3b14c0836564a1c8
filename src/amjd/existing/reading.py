"""From a posting that exists to an answers file of what it says for certain."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from amjd.answers.fields import FIELDS, Answers
from amjd.answers.kinds import MAX_ITEMS, ListKind, Locale
from amjd.answers.state import missing
from amjd.answers.texts import BLANK_LINE, PARAGRAPHS
from amjd.documents.catalog import Catalog
from amjd.documents.choice import choose, signals
from amjd.documents.draft import ONE_CALLED, draft
from amjd.documents.english import elsewhere
from amjd.existing.found import NOWHERE, Found, Item
from amjd.existing.matching import is_same
from amjd.existing.ours import briefly_known, known_again
from amjd.existing.shown import Ours
from amjd.existing.theirs import answers
from amjd.existing.typed import currency, typed
from amjd.existing.written import as_yaml, sections
from amjd.questions import Questions
from amjd.review.posting import Posting, Words
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.text.characters import refused, without_invisible
from amjd.text.errors import InvalidAnswersError
from amjd.text.patterns import compile_later

# What people write where an answer is still to come.
_OPEN = compile_later(
    r"tb[acd]|to be (?:announced|confirmed|determined|discussed)|confidential|n/?a|various"
    r"|\[[^\[\]]*\]|[.?_-]+",
    re.IGNORECASE,
)
_ORDER = ["template", *FIELDS]


class Understood(NamedTuple):
    """What a posting surely answers; `needed` are the fields that it should and does not."""

    posting: Posting
    answers: tuple[Found, ...]
    needed: tuple[str, ...]

    def as_yaml(self) -> str:
        """Write the answers file, with the words that each answer is from."""
        return as_yaml(self.posting, self.answers, self.needed)

    def as_answers(self) -> str:
        """Write the answers alone, for whoever is going to change them."""
        return "\n".join(sections(self.answers)) + "\n"


def understood(
    posting: Posting,
    catalog: Catalog,
    questions: Questions,
    short: Callable[[], Catalog] | None = None,
) -> Understood:
    """Read a posting, or its short form: answers that every command takes, and that go together."""
    ours = known_again(posting, catalog) or (briefly_known(posting, short()) if short else None)
    found = _found(posting, ours, catalog, questions)
    while True:
        text = as_yaml(posting, found)
        try:
            made, _ = check(parse(text.encode(), "-"), catalog.ids, questions, True, catalog.names)
            gone = _gone(ours, made, catalog, questions)
            found = sorted([*found, *gone], key=lambda one: _ORDER.index(one.field))
            return Understood(posting, tuple(found), tuple(missing(made)))
        except InvalidAnswersError as error:
            wrong = {problem.field for problem in error.problems}
            longest = max(found, key=_length, default=None)
            kept = [one for one in found if one.field not in wrong]
            found = kept if len(kept) < len(found) else [one for one in found if one is not longest]


def _gone(
    ours: Ours | None, made: Answers, catalog: Catalog, questions: Questions
) -> Iterator[Found]:
    """Name the lines of the template that these answers print and a posting of ours has not."""
    if ours is None or ours.lines is None:
        return
    gone: list[str] = []
    while True:  # what leaves makes room for others
        answers = made.model_copy(update={"leave_out": gone or None})
        lines = draft(catalog, questions, answers, ours.template).lines
        new = [one.name for one in lines if not one.why_not and one.name not in ours.lines]
        if not new:
            break
        gone += new
    if gone:
        yield Found("leave_out", tuple(Item(name, NOWHERE) for name in gone), NOWHERE)


def _length(one: Found) -> int:
    return sum(len(item.text) for item in one.typed if isinstance(item, Item)) or len(one.typed)


def _found(
    posting: Posting, ours: Ours | None, catalog: Catalog, questions: Questions
) -> list[Found]:
    """Find what a posting of ours shows, then what its other lines say, as those of others do."""
    found = {one.field: one for one in _of_ours(posting, ours, catalog, questions)} if ours else {}
    known, doubted = (ours.explained, ours.doubted) if ours else (frozenset(), frozenset())
    for one in answers(posting):
        if posting.line(one.words.start).start not in known and one.field not in doubted:
            found.setdefault(one.field, one)
    kept = filter(None, map(_cleaned, found.values()))
    return sorted(kept, key=lambda one: _ORDER.index(one.field))


def _cleaned(one: Found) -> Found | None:
    """Take out what nobody sees; an answer that holds what none may hold is none."""
    if isinstance(one.typed, str):
        text = _clean(one.typed)
        return one._replace(typed=text) if text and not _OPEN.fullmatch(text) else None
    if isinstance(one.typed, Mapping):
        return one
    items = tuple(item._replace(text=_clean(item.text)) for item in one.typed)
    kept = tuple(item for item in items if item.text)
    return one._replace(typed=kept) if kept else None


def _of_ours(posting: Posting, ours: Ours, catalog: Catalog, questions: Questions) -> list[Found]:
    found = {one.field: one for one in _shown(ours, questions)}
    usual, title = catalog.head(ours.template).title, found.get("role.title")
    if title and is_same(str(title.typed), usual):
        found["role.title"] = title._replace(typed=usual)  # plain text has it in capitals
    for one in _own(posting, ours, catalog, questions):
        found.setdefault(one.field, one)
    if named := _of_template(ours, catalog):
        found["template"] = named
    return list(found.values())


def _shown(ours: Ours, questions: Questions) -> Iterator[Found]:
    """Give what fills the fields of the template."""
    answers = {field: one.text for field, one in ours.answers.items()}
    amounts = [answers[field] for field in _MONEY if field in answers]
    code = next(filter(None, map(currency, amounts)), "") or "USD"
    here = Locale(code, period=answers.get("pay.period", "year"))
    for field, shown in ours.answers.items():
        if field == "pay.ote" and {"pay.base", "pay.variable"} <= set(answers):
            continue  # it is worked out from these
        value = typed(field, shown.text, shown.words, here, questions)
        if value is not None and shown.text not in (FIELDS[field].default, ONE_CALLED):
            yield Found(field, value, shown.words)
    if code != "USD":
        field = next(field for field in _MONEY if code == currency(answers.get(field, "")))
        yield Found("pay.currency", code, ours.answers[field].words)


_MONEY = (
    "pay.base", "pay.ote", "pay.variable", "quota.target", "portfolio.revenue",
    "portfolio.expansion",
)  # fmt: skip


def _own(posting: Posting, ours: Ours, catalog: Catalog, questions: Questions) -> Iterator[Found]:
    """Give the owner's own lines, but what the template asks for where nothing else is.

    Lines in which an answer is still to come are left out.
    """
    head = catalog.head(ours.template)
    asked = {
        head.asked(is_trained=known, is_by_phone=by_phone).rstrip(".")
        for known in (False, True)
        for by_phone in (False, True)
    }
    usual = asked | set(map(elsewhere, asked))
    labels = (re.escape(one.label) for one in questions.values())
    blanks = re.compile(rf"\[(?:{'|'.join(labels)})\]")
    rest = [
        (field, words)
        for field, words in ours.rest
        if field != "apply.evidence" or posting.said(words).strip(" .") not in usual
    ]
    rest = [(field, words) for field, words in rest if not blanks.search(posting.said(words))]
    for field in dict.fromkeys(field for field, _ in rest):
        lines_of_it = [words for name, words in rest if name == field]
        if own := _of_lines(posting, field, lines_of_it):
            yield own


def _of_lines(posting: Posting, field: str, lines: Sequence[Words]) -> Found | None:
    """Make an answer of lines: the items of a list, or the paragraphs of a text."""
    items = [Item(text, words) for words in lines if (text := _clean(posting.said(words)))]
    if not items or len(items) > MAX_ITEMS:
        return None
    if isinstance(FIELDS[field].kind, ListKind):
        return Found(field, tuple(items), items[0].words)
    joint = BLANK_LINE if FIELDS[field].kind is PARAGRAPHS else " "
    return Found(field, joint.join(item.text for item in items), items[0].words)


def _clean(text: str) -> str:
    """Take out what nobody sees; a text that holds what no answer may hold is none."""
    seen, _ = without_invisible(text.strip())
    return "" if any(True for _ in refused(seen)) else seen


def _of_template(ours: Ours, catalog: Catalog) -> Found | None:
    """Name the template where what is known would lead to another one."""
    given = ours.answers
    texts = {field: given[field].text for field in signals(catalog.heads) if field in given}
    if choose(catalog.heads, texts).template == ours.template:
        return None
    return Found("template", ours.template, ours.words)
