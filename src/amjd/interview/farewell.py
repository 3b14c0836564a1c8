"""The last words: where the posting is, what was assumed, what to settle, and how to go on.

They are made of values, and of the words in `prompts/words/end.yaml`; no field is named.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from amjd.documents.document import Heading
from amjd.documents.draft import Drafted, Note
from amjd.documents.picking import FULL
from amjd.interview.kept import Kept
from amjd.review.findings import Finding, foremost
from amjd.text.characters import joined, printable_line


def farewell(
    kept: Kept,
    drafted: Drafted,
    files: Sequence[Path],
    answers: Path,
    command: str,
    findings: Sequence[Finding] = (),
) -> list[str]:
    """Say it in a few lines; `files` are the postings, with their whole paths.

    `findings` are what a review of the posting finds, sorted.
    """
    words = kept.words.end
    lines = []
    if files:
        lines.append(words.written.format(files=joined(map(_shown, files), "and")))
    lines.append(words.answers.format(answers=_shown(answers)))
    if drafted.posted:
        lines.append(words.dated.format(day=drafted.posted))
    if assumed := list(_assumed(kept, drafted)):
        lines.append(words.assumed.format(assumed="; ".join(assumed)))
    if settle := [kept.label(note.field) for note in drafted.notes if note.kind == "open"]:
        lines.append(words.settle.format(labels=", ".join(settle)))
    lines += filter(None, (_note(kept, drafted, note) for note in drafted.notes))
    lines += _found(kept, findings, answers)
    return [*lines, words.next.format(command=command)]


def _found(kept: Kept, findings: Sequence[Finding], answers: Path) -> Iterator[str]:
    """Say what is wrong with the posting, and how to see the rest of it."""
    words, first = kept.words.end, foremost(findings)
    for one in first:
        said = words.wrong.format(message=one.message, cure=one.cure)
        home = words.home.format(label=kept.label(one.field)) if one.field else ""
        yield f"{said} {home}".strip()
    if rest := len(findings) - len(first):
        yield words.more_wrong.format(count=rest, answers=_shown(answers))


def _shown(path: Path) -> str:
    return printable_line(str(path))


def _assumed(kept: Kept, drafted: Drafted) -> Iterator[str]:
    """Say what stands in for answers that were not given, and what counted as no."""
    words = kept.words.end
    for note in drafted.notes:
        if note.kind == "default" and note.field in words.defaults:
            yield words.defaults[note.field].format(detail=note.detail)
    is_whole = any(isinstance(one, Heading) and one.level > 1 for one in drafted.document.blocks)
    for field, said in words.defaults.items():
        if is_whole and "{detail}" not in said and kept.answers()[field] is None:
            yield said
    counted = drafted.choice.counted_as_no if drafted.choice else ()
    signals = [kept.words.decision.signals[field] for field in counted]
    if signals and not drafted.overridden_by:
        yield words.no.format(signals=joined(signals, "and"))


def _note(kept: Kept, drafted: Drafted, note: Note) -> str:
    """Say what else the author should know; the interview has said the rest already."""
    words = kept.words.end
    if note.kind == "past":
        return words.past.format(label=kept.label(note.field), detail=note.detail)
    if note.kind == "private":
        return words.private
    if note.kind == "asked by law":
        return words.law.format(detail=note.detail)
    if note.kind == "own lines":
        full = [line.text.rstrip(".") for line in drafted.lines if line.why_not == FULL]
        said = words.own_line if len(full) == 1 else words.own_lines
        return said.format(count=len(full), lines="; ".join(full))
    if note.kind == "long":
        return words.long.format(detail=note.detail, label=kept.label(note.field))
    return ""
