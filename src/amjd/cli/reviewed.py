"""The review of a posting that was just drafted, which loads no reader of others' postings."""

import datetime
from collections.abc import Mapping

from amjd.answers.places.place import region_in
from amjd.documents.draft import Drafted
from amjd.review import drafted
from amjd.review.findings import Around, Finding
from amjd.review.ignores import ignores_of
from amjd.review.reviewer import Review, review
from amjd.review.rules import Level, Rules
from amjd.sources.sheet import Sheet


def of_draft(sheet: Sheet, made: Drafted, rules: Rules) -> list[Finding]:
    """Find the errors and warnings of a posting that was just drafted; its doubts are said already.

    One that still has answers in brackets is not reviewed.

    Raises:
        InvalidAnswersError: a rule is silenced without a reason.
    """
    ignored = ignores_of(sheet, rules)
    if any(note.kind == "open" for note in made.notes):
        return []
    around = Around((), None, datetime.date.today().isoformat())
    found = of_drafted(sheet, made, rules, around, ignored, "warning")
    return [one for one in found.findings if one.ignored is None]


def of_drafted(
    sheet: Sheet,
    made: Drafted,
    rules: Rules,
    around: Around,
    ignored: Mapping[str, str],
    least: Level = "notice",
) -> Review:
    """Review a drafted posting; what it does not say of its place is taken from the answers."""
    answers = made.answers
    here = around._replace(
        regions=around.regions
        or tuple(answers.role.regions or region_in(answers.role.location or "")),
        employees=answers.company.employees if around.employees is None else around.employees,
        is_drafted=True,
    )
    posting = drafted.read(sheet, made.document)
    return review(posting, rules, here, ignored, least)
