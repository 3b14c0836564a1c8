"""What an interview finds at its start: answers that are given or left, and what they make."""

import datetime
from collections.abc import Collection, Sequence

from amjd.answers.fields import FIELDS
from amjd.answers.state import missing
from amjd.documents.catalog import Catalog
from amjd.documents.draft import draft
from amjd.files.whole import read_bytes
from amjd.formats import FORMATS
from amjd.formats.format import Write
from amjd.interview.files.wanted import HEAD, Wanted
from amjd.interview.kept import Kept
from amjd.interview.route import REVIEW, start
from amjd.interview.way import way
from amjd.questions import Questions
from amjd.sources.checked import check, open_fields
from amjd.sources.options import typed_options, with_options
from amjd.sources.sheet import Sheet, in_a_line, over, typed
from amjd.sources.yaml_edit import with_answer
from amjd.sources.yaml_file import MAX_BYTES, parse
from amjd.text.characters import printable
from amjd.text.errors import AmjdError


def starting_sheet(name: str | None, wanted: Wanted) -> Sheet:
    """Read a file, if one is named, with the base under it, and lay over it what options say.

    Raises:
        AmjdError: the answers are invalid (3) or cannot be read (4).
    """
    sheet = parse(read_bytes(name, MAX_BYTES), printable(name)) if name else _begun(wanted)
    base = wanted.base
    below = parse(read_bytes(base, MAX_BYTES), printable(base)) if base is not None else Sheet("")
    given = with_options(over(below, sheet), wanted.options)
    check(given, wanted.catalog().ids, wanted.prompts.questions, allow_blanks=True)
    sheet = _on(below, sheet)
    for field, answer in typed_options(wanted.options).items():
        sheet = with_answer(sheet, field, answer.strip() if isinstance(answer, str) else answer)
    return with_answer(sheet, "template", wanted.template) if wanted.template else sheet


def _on(below: Sheet, sheet: Sheet) -> Sheet:
    """Take from another sheet what this one does not say."""
    for field in FIELDS:
        answer = in_a_line(typed(below.tree, field))
        if answer and not typed(sheet.tree, field):
            sheet = with_answer(sheet, field, answer)
    return sheet


def _begun(wanted: Wanted) -> Sheet:
    """Begin with what a posting says, if one is named, else with nothing."""
    if not wanted.posting:
        return Sheet("answers")
    # Most begin without a posting.
    from amjd.existing.file import posting_in
    from amjd.existing.reading import understood

    posting = posting_in(wanted.posting)
    questions = wanted.prompts.questions
    found = understood(posting, wanted.catalog(), questions, wanted.short_catalog)
    return parse(f"{HEAD}{found.as_answers()}".encode(), printable(wanted.posting))


def is_unfinished(sheet: Sheet, is_posted: bool, wanted: Wanted) -> bool:
    """Whether an interview was left with something still to be asked.

    Answers that were written by hand or led to a posting are so only if something needed is open.
    """
    catalog, prompts = wanted.catalog(), wanted.prompts
    answers, _ = check(sheet, catalog.ids, prompts.questions, allow_blanks=True)
    if not is_posted and (_is_ours(sheet.text) or sheet.remarks):
        kept = Kept(sheet, lambda _: None, catalog, prompts)
        return start(way(kept), "new").at != REVIEW
    return bool(missing(answers))


def is_unwritten(sheet: Sheet, is_posted: bool) -> bool:
    """Whether answers are those of an interview that was left before it wrote a posting."""
    return not is_posted and _is_ours(sheet.text)


def _is_ours(text: str) -> bool:
    """Whether an interview began this file, whatever another editor made of its line ends."""
    return text.removeprefix("\ufeff").startswith(HEAD.rstrip("\n"))


def postings_of(
    text: str,
    written: Collection[tuple[str, Write]],
    days: Collection[datetime.date],
    catalogs: Sequence[Catalog],
    questions: Questions,
) -> list[bytes]:
    """Return what the text of an answers file makes; nothing if it is wrong.

    `written` are formats with what writes them. The first of the catalogs is that of the postings.

    A format that names the day of the posting makes something else on each of the days.
    """
    try:
        sheet = parse(text.encode(), "answers")
        answers, _ = check(sheet, catalogs[0].ids, questions, allow_blanks=True)
    except AmjdError:
        return []
    open_ = open_fields(sheet, answers, questions)
    return [
        write(drafted._replace(posted=day))
        for drafted in (draft(catalog, questions, answers, open_=open_) for catalog in catalogs)
        for name, write in written
        for day in (days if FORMATS[name].is_dated else [None])
    ]
