"""The review of a posting that was just drafted, which loads no reader of others' postings."""

import datetime
from collections.abc import Mapping

from amjd.answers.fields import Answers
from amjd.answers.places import is_region, regions_named
from amjd.documents.draft import Drafted
from amjd.formats.job_posting.place import Beside, read_place
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
        regions=around.regions or tuple(answers.role.regions or _of_place(answers)),
        employees=answers.company.employees if around.employees is None else around.employees,
    )
    posting = drafted.read(sheet, made.document)
    return review(posting, rules, here, ignored, least)


def _of_place(answers: Answers) -> list[str]:
    """Return the code of the state that a place names, however it is typed: `Albany, ny`."""
    place = read_place(answers.role.location or "", Beside())
    part = place.region.rstrip(".")
    codes = [f"{place.country}-{part.upper()}", *regions_named(part)]
    return [code for code in codes if part and is_region(code) and code[:2] == place.country][:1]
