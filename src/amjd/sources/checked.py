"""What a sheet comes to: the answers, or every problem at its place and with its cure."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from amjd.answers.faults import Fault
from amjd.answers.fields import Answers
from amjd.answers.kinds import Memories
from amjd.answers.reading import read
from amjd.files import system
from amjd.questions import Question, Questions
from amjd.sources.sheet import OPEN, Sheet
from amjd.text.characters import printable
from amjd.text.errors import InvalidAnswersError, Place, Problem, Reading, said_once

_DEEPEST = 8  # levels that a file may have


class Checked(NamedTuple):
    """The answers of a sheet, and what there is to tell of how they were read, once an answer."""

    answers: Answers
    readings: list[Reading]


def check(
    sheet: Sheet,
    templates: list[str],
    questions: Questions,
    allow_blanks: bool = False,
    bullets: Callable[[], Collection[str]] = tuple,
    memories: Memories | None = None,
) -> Checked:
    """Read the answers of a sheet; `allow_blanks` forgives what is missing, nothing else.

    The questions are the cure of what is missing; `bullets` gives the names that templates know;
    `memories` are those of the sheets before, as `read` takes them.

    Raises:
        InvalidAnswersError: with every problem, each at its place.
    """
    answers, faults, readings = read(sheet.tree, templates, bullets, memories=memories)
    if allow_blanks:
        faults = [fault for fault in faults if fault.reason != "missing"]
    noted = {problem.field for problem in sheet.problems if problem.field}
    problems = [_problem(sheet, fault, questions) for fault in faults if not _follows(fault, noted)]
    if sheet.problems or problems:
        raise InvalidAnswersError([*sheet.problems, *problems])
    return Checked(answers, said_once([*sheet.readings, *readings]))


def _follows(fault: Fault, noted: Collection[str]) -> bool:
    """Whether a fault only repeats a problem that the text itself has."""
    if fault.field in noted:
        return True
    parts = fault.field.split(".", _DEEPEST)
    above = [".".join(parts[:count]) for count in range(1, len(parts))]
    return any(field in noted and (fault.reason == "missing" or "." in field) for field in above)


def _problem(sheet: Sheet, fault: Fault, questions: Questions) -> Problem:
    places = sheet.values if fault.reason == "value" else sheet.keys
    path = fault.path
    while path and path not in places:
        path = path[:-1]
    place = places.get(path) or Place(sheet.name, 1, 1)
    cure = _missing_cure(questions[fault.field]) if fault.reason == "missing" else fault.cure
    if fault.items and not place.line:
        each = (system.quoted(f"{fault.field}={item}") for item in fault.items)
        cure = f"Give each of its own: {' '.join(f'--set {one}' for one in each)}."
    return Problem(place, printable(fault.field), fault.message, cure)


def _missing_cure(question: Question) -> str:
    if [choice.value for choice in question.choices] == ["yes", "no"]:
        return f"{question.question} Write yes or no."
    return f"{question.question} For example: {question.example_text.rstrip('.')}."


def open_fields(sheet: Sheet, answers: Answers, questions: Questions) -> list[str]:
    """List the fields left open (not sure yet) that apply beside these answers."""
    if OPEN not in sheet.remarks.values():
        return []  # and no question is read
    left = [field for field in questions.applicable(answers) if sheet.remarks.get(field) == OPEN]
    return [field for field in left if answers[field] is None]
