"""How an answer reads in the posting, before and after it is kept. Nothing is changed here."""

from collections.abc import Iterator, Mapping

from amjd.answers.fields import FIELDS, Answers
from amjd.answers.money import NONE
from amjd.answers.state import locale
from amjd.documents.document import Block, Bullets, Facts, Heading, Runs, text_of
from amjd.documents.draft import draft
from amjd.interview.kept import Kept
from amjd.sources.sheet import Answer


def line_with(kept: Kept, field: str, changes: Mapping[str, Answer]) -> str:
    """Return the line of the posting that would tell the answer and least beside it.

    Nothing without an answer; the answer alone where no line has it.
    """
    answers = kept.read_with(changes).answers
    if answers[field] is None:
        return ""
    found = sorted(_lines_with(kept, field, answers))
    alone = shown(field, answers)
    return found[0][-1] if found else "" if alone == NONE else alone


def shown(field: str, answers: Answers) -> str:
    """Return an answer as postings show it."""
    if answers[field] is None:
        return ""
    text = FIELDS[field].kind.show(answers[field], locale(answers))
    return text if isinstance(text, str) else ", ".join(text)


def _lines_with(kept: Kept, field: str, answers: Answers) -> Iterator[tuple[bool, int, int, str]]:
    """Give the lines with the answer that wait for no other: how much else they tell, and the line.

    Each says whether it is a mere fact, and has the number of its fields, its length and its text.
    """
    drafted = draft(kept.catalog, kept.questions, answers)
    for block in drafted.document.blocks:
        for label, runs in _lines(block):
            fields = {run.field for run in runs if run.field}
            if field in fields and not any(run.mark for run in runs):
                text = f"{label}: {text_of(runs)}" if label else text_of(runs)
                yield bool(label), len(fields), len(text), text


def _lines(block: Block) -> Iterator[tuple[str, Runs]]:
    if isinstance(block, Facts):
        yield from block.rows
    elif isinstance(block, Bullets):
        yield from (("", runs) for runs in block.items)
    elif not isinstance(block, Heading):
        yield "", block.runs
