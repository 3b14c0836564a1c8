"""How an answer reads in the posting, before and after it is kept. Nothing is changed here."""

import re
from collections.abc import Iterator, Mapping

from amjd.answers.conditions import as_text
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.numbers.figures import split_about
from amjd.answers.pay.money import NONE, PRIVATE
from amjd.answers.state import answer_of, fulfils
from amjd.answers.state import shown as texts_of
from amjd.documents.choice import choose
from amjd.documents.document import Block, Bullets, Facts, Heading, Run, Runs, fields_in, text_of
from amjd.interview.kept import Kept
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later


def line_with(kept: Kept, field: str, changes: Mapping[str, Answer]) -> str:
    """Return the line of the posting that would tell the answer most plainly, and least beside it.

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
    return line_because(kept, field, changes) or alone


def lines_with(kept: Kept, changes: Mapping[str, Answer]) -> str:
    """Return the lines that would tell some answers, one after the other, as sentences."""
    answers = kept.read_with(changes).answers
    lines = [_line_or_label(kept, field, changes, answers) for field in changes]
    *others, last = [*dict.fromkeys(filter(None, lines))] or [""]
    return " ".join([*(line if line[-1] in ".!?" else f"{line}." for line in others), last])


def _line_or_label(kept: Kept, field: str, changes: Mapping[str, Answer], answers: Answers) -> str:
    """Return the line that tells an answer; a choice that none does has its label before it."""
    alone = shown(field, answers)
    line = line_with(kept, field, changes) or alone
    is_choice = field in kept.questions and bool(kept.questions[field].choices)
    return kept.reading(field, alone) if line == alone and line and is_choice else line


def asked_for(kept: Kept) -> str:
    """Return what the posting asks people to send where the answers do not say it."""
    answers = kept.read_with({_EVIDENCE: ""}).answers
    lines = (runs for runs in _every_line(kept, answers) if any(r.field == _EVIDENCE for r in runs))
    return text_of(next(lines, ())).strip()


_EVIDENCE = "apply.evidence"


def prints(kept: Kept, words: re.Pattern[str]) -> bool:
    """Whether some words stand in the posting as the answers are now."""
    lines = _every_line(kept, kept.answers())
    return any(words.search(text_of(runs)) for runs in lines)


def line_because(kept: Kept, field: str, changes: Mapping[str, Answer]) -> str:
    """Return the line that stands there because of an answer, though it does not show it.

    The fewer answers it shows the better; one that has only lost something tells of none. Where an
    answer calls for another template, all that this would say without it is no news of it.
    """
    answers = kept.read_with(changes).answers
    template = answers.template or choose(kept.catalog.heads, texts_of(answers)).template
    without = kept.read_with({**changes, field: "", "template": template}).answers
    before = [text_of(runs).strip() for runs in _every_line(kept, without)]
    new = [
        (sum(bool(run.field) for run in runs), text_of(runs).strip(), label)
        for label, runs in _every_labelled(kept, answers)
        if not any(run.mark for run in runs)
    ]
    found = [one for one in new if not any(line.startswith(one[1]) for line in before)]
    _, text, label = min(found, key=lambda one: one[0], default=(0, "", ""))
    return f"{label}: {text}" if label else text


def _every_line(kept: Kept, answers: Answers) -> Iterator[Runs]:
    yield from (runs for _, runs in _every_labelled(kept, answers))


def _every_labelled(kept: Kept, answers: Answers) -> Iterator[tuple[str, Runs]]:
    for block in kept.drafted(answers).document.blocks:
        yield from _lines(block)


def headings(kept: Kept) -> Mapping[str, set[str]]:
    """Return the headings under which the posting shows each field, the title apart."""
    found, over = dict[str, set[str]](), ""
    for block in kept.drafted(kept.answers()).document.blocks:
        if isinstance(block, Heading):
            over = text_of(block.runs) if block.level > 1 else ""
        elif over:
            for field in fields_in([block]):
                found.setdefault(field, set()).add(over)
    return found


def shown(field: str, answers: Answers) -> str:
    """Return an answer as postings show it."""
    return as_text(answer_of(answers, field))


def kept_text(kept: Kept, field: str) -> str:
    """Return an answer as the list of all answers shows it: as the posting does, or its choice."""
    question = kept.questions[field]
    labels = {choice.value: choice.label for choice in question.choices}
    if question.many:
        return ", ".join(labels.get(item, item) for item in kept.items(field))
    value = kept.current(field)
    is_told = kept.current("pay.bonus") or kept.current("pay.commission")
    if field == "pay.variable" and kept.answers().pay.variable == PRIVATE and is_told:
        return kept.words.review.in_words
    text = labels.get(value, "") or shown(field, kept.answers()) or value
    # Words of a file that nobody would say.
    text = kept.words.review.in_file.get(text, text)
    is_about = (
        field not in EXACT and split_about(value)[1] and text[:1].isdigit() and value not in text
    )
    return f"about {text}" if is_about else text


EXACT = ("role.handover_weeks", "role.juniors", "role.years")
"""Of what is a figure alone in the posting, even where about so much was typed."""


def _lines_with(
    kept: Kept, field: str, answers: Answers
) -> Iterator[tuple[bool, bool, bool, bool, int, int, str]]:
    """Give the lines with the answer: how much else they tell, and the line.

    Each says whether it waits for another answer, whether it is a plus, which tells of others than
    those we have, whether other words hide the answer, and whether it is a mere fact; it has the
    number of its fields, its length and its text.
    """
    drafted = kept.drafted(answers)
    is_of_person = FIELDS[field].kind.is_person
    pluses = {line.text for line in drafted.lines if line.kind == "pluses"}
    for block in drafted.document.blocks:
        for label, runs in _lines(block):
            fields = {run.field for run in runs if run.field}
            if field in fields:
                text, waits = text_of(runs).strip(), any(run.mark for run in runs)
                said = f"{label}: {text}" if label else text
                is_plus, is_hidden = text in pluses, _is_hidden(field, runs)
                # What is done for a person says nothing of who that is.
                is_hidden = is_hidden or (is_of_person and isinstance(block, Bullets))
                # Records are in one of several tools.
                is_hidden = is_hidden or (field == _TOOL and not _is_whole(runs, answers))
                yield waits, is_plus, is_hidden, bool(label), len(fields), len(said), said


_TOOL = "tools.crm"


def _is_whole(runs: Runs, answers: Answers) -> bool:
    """Whether a line names all of the tools that keep the records."""
    return any(
        run.text.casefold() == shown(_TOOL, answers).casefold()
        for run in runs
        if run.field == _TOOL
    )


_FEW = 30  # letters behind an answer, after which it is read over


def _is_hidden(field: str, runs: Runs) -> bool:
    """Whether a line goes on in our own words for long behind an answer."""
    last = max(at for at, run in enumerate(runs) if run.field == field)
    return sum(len(run.text) for run in runs[last + 1 :] if not run.field) > _FEW


def _lines(block: Block) -> Iterator[tuple[str, Runs]]:
    if isinstance(block, Facts):
        yield from block.rows
    elif isinstance(block, Bullets):
        yield from (("", runs) for runs in block.items)
    elif not isinstance(block, Heading):
        yield from (("", runs) for runs in _sentences(block.runs))


# The end of a sentence and the space behind it; behind an answer the space alone is left of them.
# A question and what it says of whoever says yes to it are one.
_END = compile_later(r"(?<=[.!]) |^ (?=[A-Z])")


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
