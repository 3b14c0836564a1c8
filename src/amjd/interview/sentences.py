"""How an answer reads in the posting, before and after it is kept. Nothing is changed here."""

from collections.abc import Iterator, Mapping

from amjd.answers.conditions import as_text
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.money import NONE
from amjd.answers.state import answer_of, fulfils
from amjd.documents.document import Block, Bullets, Facts, Heading, Run, Runs, text_of
from amjd.documents.draft import draft
from amjd.interview.kept import Kept
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later


def line_with(kept: Kept, field: str, changes: Mapping[str, Answer]) -> str:
    """Return the line of the posting that would tell the answer and least beside it.

    Nothing without an answer, and where none is printed; the answer alone where no line has it.
    """
    answers = kept.read_with(changes).answers
    if field == "pay.currency" and answers.pay.base is not None:
        field = "pay.base"  # which shows it
    if answers[field] is None or not fulfils(answers, FIELDS[field].published):
        return ""
    found = sorted(_lines_with(kept, field, answers))
    if found and not found[0][0]:
        return found[0][-1]
    alone = shown(field, answers)
    if found or alone == NONE:
        return "" if alone == NONE else alone
    return _line_because(kept, answers, kept.read_with({**changes, field: ""}).answers) or alone


def _line_because(kept: Kept, answers: Answers, without: Answers) -> str:
    """Return the line that stands there because of an answer, though it does not show it."""
    before = set(_every_line(kept, without))
    new = [line for line in _every_line(kept, answers) if line not in before]
    return min(new, key=lambda line: line[0], default=(0, ""))[-1]


def _every_line(kept: Kept, answers: Answers) -> Iterator[tuple[int, str]]:
    """Give the lines that wait for no answer, each with the number of answers that it shows."""
    for block in draft(kept.catalog, kept.questions, answers).document.blocks:
        yield from (
            (len({run.field for run in runs if run.field}), text_of(runs).strip())
            for _, runs in _lines(block)
            if not any(run.mark for run in runs)
        )


def shown(field: str, answers: Answers) -> str:
    """Return an answer as postings show it."""
    return as_text(answer_of(answers, field))


def _lines_with(
    kept: Kept, field: str, answers: Answers
) -> Iterator[tuple[bool, bool, bool, int, int, str]]:
    """Give the lines with the answer: how much else they tell, and the line.

    Each says whether it waits for another answer, whether it is a plus, which tells of others than
    those we have, and whether it is a mere fact; it has the number of its fields, its length and
    its text.
    """
    drafted = draft(kept.catalog, kept.questions, answers)
    pluses = {line.text for line in drafted.lines if line.kind == "pluses"}
    for block in drafted.document.blocks:
        for label, runs in _lines(block):
            fields = {run.field for run in runs if run.field}
            if field in fields:
                text, waits = text_of(runs).strip(), any(run.mark for run in runs)
                said = f"{label}: {text}" if label else text
                yield waits, text in pluses, bool(label), len(fields), len(said), said


def _lines(block: Block) -> Iterator[tuple[str, Runs]]:
    if isinstance(block, Facts):
        yield from block.rows
    elif isinstance(block, Bullets):
        yield from (("", runs) for runs in block.items)
    elif not isinstance(block, Heading):
        yield from (("", runs) for runs in _sentences(block.runs))


# The end of a sentence and the space behind it; behind an answer the space alone is left of them.
_END = compile_later(r"(?<=[.!?]) |^ (?=[A-Z])")


def _sentences(runs: Runs) -> Iterator[Runs]:
    """Part a paragraph where our own words end a sentence; answers are never parted."""
    found: list[Run] = []
    for run in runs:
        first, *others = [run.text] if run.field else _END.split(run.text)
        found.append(run._replace(text=first))
        for text in others:
            yield tuple(found)
            found = [run._replace(text=text)]
    yield tuple(found)
