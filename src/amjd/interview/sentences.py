"""How an answer reads in the posting, before and after it is kept. Nothing is changed here."""

from collections.abc import Iterator, Mapping

from amjd.answers.fields import FIELDS, Answers
from amjd.answers.state import locale
from amjd.documents.document import Block, Bullets, Facts, Heading, Runs
from amjd.documents.draft import draft
from amjd.interview.kept import Kept
from amjd.sources.sheet import Answer


def line_with(kept: Kept, field: str, changes: Mapping[str, Answer]) -> str:
    """Return the shortest line of the posting that would have the answer; nothing without one."""
    answers = kept.read_with(changes).answers
    if answers[field] is None:
        return ""
    found = [line for line in _lines_with(kept, field, answers) if line]
    return min(found, key=len) if found else shown(field, answers)


def shown(field: str, answers: Answers) -> str:
    """Return an answer as postings show it."""
    if answers[field] is None:
        return ""
    text = FIELDS[field].kind.show(answers[field], locale(answers))
    return text if isinstance(text, str) else ", ".join(text)


def _lines_with(kept: Kept, field: str, answers: Answers) -> Iterator[str]:
    """Give the lines with the answer that wait for no other one."""
    drafted = draft(kept.catalog, kept.questions, answers)
    for block in drafted.document.blocks:
        for label, runs in _lines(block):
            is_whole = not any(run.mark for run in runs)
            if is_whole and any(run.field == field for run in runs):
                yield f"{label}: {text_of(runs)}" if label else text_of(runs)


def _lines(block: Block) -> Iterator[tuple[str, Runs]]:
    if isinstance(block, Facts):
        yield from block.rows
    elif isinstance(block, Bullets):
        yield from (("", runs) for runs in block.items)
    elif not isinstance(block, Heading):
        yield "", block.runs


def text_of(runs: Runs) -> str:
    """Return runs as plain text."""
    return "".join(run.text for run in runs)
