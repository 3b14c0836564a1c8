"""What the commands say of the postings they make: why this one, what to know of it, where it is.

Problems are said by what finds them, and what an interview says is in `prompts/words/`.
"""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from amjd.formats import FORMATS, of_file
from amjd.text.characters import printable, printable_line
from amjd.text.errors import Place

if TYPE_CHECKING:
    from amjd.answers.conditions import Conditions
    from amjd.documents.choice import Choice
    from amjd.documents.doubts import Doubt
    from amjd.documents.draft import Drafted, Note
    from amjd.review.findings import Finding
    from amjd.sources.mending import Change
    from amjd.sources.sheet import Answer

PROGRESS = "Drafting"
_MOST_NAMES = 5

_NOTES = {
    "default": "{field}: {detail}, not given",
    "left out": "{field} is left out: {detail}",
    "past": "{field}: {detail} is already past",
    "open": "{field} is missing and stands in brackets",
    "private": "{field} is private: many people pass by a posting without pay",
    "asked by law": "{field} is private: the law of {detail} asks for pay in most postings",
    "line": "{field} is left out: the line that shows it is not printed",
    "own lines": "lines of the template's own left out, since ten duties and six musts are enough:"
    " {detail}",
    "long": "the short form has {detail}: {field} is the longest answer in it",
    "elsewhere": "{field}: {detail} names a line of another template, so nothing leaves",
}
_DOUBTS = {
    "template": "{field}: {0} is for {1}, but the answer is {2}. Leave the template to the answers,"
    " or correct the answer.",
    "churn": "{field} is left out: portfolio.retention is {0}. Both say one thing: keep one.",
    "growth": "{field} is left out: quota.carries is yes. The quota is the goal: take this out.",
    "hunting": "{field}: {0} of the time on new clients makes it another job. Post an account"
    " executive, or lower the share.",
    "attainment": "{field}: {0} cannot be measured: quota.carries is no. Take it out, or give the"
    " job a quota.",
    "commission": "{field}: {0} of {1} per {2} is {3} in a year, but pay.variable is {4}. Correct"
    " one of them.",
    "measures": "{field}: {0} are taken, but four or five are enough. Keep those that count.",
    "duties": "{field}: {0} are taken, but more than ten are not read. Join some, or drop some.",
    "musts": "{field}: {0} musts with languages, education and years, but more than six turn good"
    " people away. Move some to role.preferred.",
    "language": '{field}: "{1}" asks for {0}, and so does role.languages. Take one of them out.',
    "years": '{field}: "{0}" asks for years, and so does role.years. Take one of them out.',
    "wish": '{field}: "{0}" names what is no must, as all here are. Put that in role.preferred.',
    "pronoun": '{field}: "{0}" reads as if you looked for a woman or a man. Write "you", here and'
    " wherever else it stands.",
}
# Whom a posting calls clients is no claim of fact that somebody has to know of.
_A_MERE_WORD = ("default", "portfolio.called")
_OVERRIDES = {"option": "--template", "answer": "the answer template"}


def of_draft(drafted: "Drafted", formats: Iterable[str] = ()) -> list[str]:
    """Say which template was used and why, and what the author should know, of the formats too."""
    lines = [reason(drafted)] if drafted.choice else []
    doubts = drafted.doubts
    doubtful = {one.field for one in doubts}
    # What is left out is said once, and a doubt of it says how to mend it too.
    notes = [
        one
        for one in drafted.notes
        if (one.kind, one.field) != _A_MERE_WORD
        and not (one.kind == "left out" and one.field in doubtful)
    ]
    lines += [*map(note, notes), *_of_money(drafted), *map(doubt, doubts)]
    return [*lines, *of_formats(drafted, formats)]


def _of_money(drafted: "Drafted") -> list[str]:
    """Say so where amounts are in the usual currency, and the place or its region for another."""
    # Whoever only asks for help drafts nothing.
    from amjd.answers.places.countries import currency_name
    from amjd.answers.places.place import currency_at

    answers = drafted.answers
    usual = next((one.detail for one in drafted.notes if one[:2] == _USUAL), "")
    location, regions = answers.role.location or "", answers.role.regions or []
    code = currency_at(location, regions)
    if not (usual and code) or code == usual:
        return []
    is_told_by_place = currency_at(location, []) == code
    place = printable(location) if is_told_by_place else f"role.regions ({regions[0]})"
    name = currency_name(code)
    return [
        f"pay.currency: the amounts are in {usual}, but {place} speaks for {code} ({name})."
        f" Set pay.currency to {code}, or to {usual} if that is meant"
    ]


_USUAL = ("default", "pay.currency")


def of_formats(drafted: "Drafted", formats: Iterable[str]) -> list[str]:
    """Say what the formats that a posting is written in have to say of it, each thing once."""
    return [*dict.fromkeys(one for name in formats for one in FORMATS[name].remarks(drafted))]


def reason(drafted: "Drafted") -> str:
    """Say why this template: what the answers decide, and who overrode that."""
    decided = of_choice(drafted.choice) if drafted.choice else ""
    if not drafted.overridden_by:
        return decided
    by = _OVERRIDES[drafted.overridden_by]
    return f"{drafted.template}: chosen by {by} · the answers say {decided}"


def of_choice(choice: "Choice") -> str:
    """Say what the answers decided, and what else would have held."""
    # Answers that call for a template do so together; those that rule out others, one by one.
    joint = ", " if choice.because[:1] and choice.because[0].wanted == "no" else " and "
    # What counts as no is said once, as what it is: no answer.
    answered = tuple(one for one in choice.because if one.field not in choice.counted_as_no)
    said = f"{choice.template}: {_joined(answered or choice.because, joint)}"
    if choice.runner_up:
        because = _joined(choice.runner_up_because, " and ")
        said += f" · runner-up {choice.runner_up}: {because}"
    if choice.counted_as_no:
        said += f" · not answered, so counted as no: {', '.join(choice.counted_as_no)}"
    return said


def _joined(conditions: "Conditions", joint: str) -> str:
    return joint.join(map(str, conditions)) or "it always fits"


def note(note: "Note") -> str:
    """Say one thing that the author should know."""
    return _NOTES[note.kind].format(field=note.field, detail=note.detail)


def doubt(found: "Doubt") -> str:
    """Say what does not go together, and what to do about it."""
    return _DOUBTS[found.kind].format(*found.figures, field=found.field)


def review(name: str, findings: Sequence["Finding"]) -> list[str]:
    """Say what a review finds in a draft: the errors, three warnings, and how to see the rest."""
    from amjd.review.findings import foremost  # a draft that is not reviewed needs none of it

    first, lines = foremost(findings), []
    for one in first:
        place = Place(name, one.line, one.column)
        home = f" Its place is {one.field}." if one.field else ""
        lines.append(printable(f"{place}: {one.level} {one.rule} {one.message} {one.cure}{home}"))
    if rest := len(findings) - len(first):
        lines.append(f"{rest} more: amjd check {printable(name)}")
    return lines


def today(day: datetime.date) -> str:
    """Say which day a posting is dated where none is given."""
    return f"--date-posted: {day}, today, not given"


def undated(day: datetime.date) -> str:
    """Say that no format names the day that was given."""
    return f"--date-posted: {day} is left out: no format that was asked for names it"


def copied(tool: str) -> str:
    """Say that it is on the clipboard."""
    return f"copied to the clipboard with {tool}"


def wrote(path: Path, format_: str) -> str:
    """Say where a file is, and what it holds where its ending says something else."""
    line = f"wrote {printable_line(str(path))}"
    if format_ not in FORMATS or of_file(path) in ("", format_):
        return line
    return f"{line} ({FORMATS[format_].label})"


def read_from(name: str, count: int, needed: Sequence[str]) -> str:
    """Say how much a posting answers, and what it should say and does not."""
    answers = "one answer" if count == 1 else f"{count} answers"
    open_ = f"; needed, and not said: {', '.join(needed)}" if needed else ""
    return f"{name} gives {answers}{open_}"


def changed(change: "Change") -> str:
    """Say what an answer is now, and what it was."""
    now, was = _texts(change.now), _texts(change.was)
    added = _in_a_line(now[len(was) :]) if now[: len(was)] == was else ""
    if len(now) == len(was) == 1 and now[0].startswith(f"{was[0]}, "):
        added = _in_a_line([now[0].removeprefix(f"{was[0]}, ")])
    if added:
        return f"{change.field}: {added}{' added' if was else ', which was empty'}"
    return f"{change.field}: {_in_a_line(now) or 'left empty'}, in place of {_in_a_line(was)}"


def _texts(answer: "Answer") -> list[str]:
    return [text for text in ([answer] if isinstance(answer, str) else answer) if text]


def _in_a_line(texts: Iterable[str]) -> str:
    return "; ".join(f'"{printable_line(text)}"' for text in texts)


def mended(count: int, left: int) -> str:
    """Say how many answers were changed, and how many problems are left to their author."""
    answers = "one answer" if count == 1 else f"{count} answers"
    problems = "one problem is" if left == 1 else f"{left} problems are"
    said = f"{answers} changed" if count else "nothing to change"
    return f"{said}; {problems} left to you" if left else said


def closing(count: int, failed: list[str]) -> str:
    """Say, at the end of many, how many were drafted, and name some that were not."""
    line = f"{count - len(failed):,} of {count:,} drafted"
    return f"{line}; failed: {some_of(failed)}" if failed else line


def some_of(names: list[str]) -> str:
    """Name some files, and say how many more there are."""
    rest = len(names) - _MOST_NAMES
    more = f" and {rest:,} more" if rest > 0 else ""
    return ", ".join(map(printable_line, names[:_MOST_NAMES])) + more
