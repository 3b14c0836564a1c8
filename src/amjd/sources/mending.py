"""Doing what the problems of an answers file say to write, where they leave nothing to choose.

A cure that gives one form is followed, and so is one that says to leave an answer empty and where
its words belong. What seems a list, and was typed as one text, becomes one with the same words.
Whatever a cure says besides is told, and everything else of the file is kept.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS
from amjd.answers.kinds import ListKind, Memories
from amjd.answers.reading import read
from amjd.answers.typed_lists import in_one_text, items, several
from amjd.sources.sheet import Answer, Sheet, typed
from amjd.sources.yaml_edit import with_answer
from amjd.text.errors import InvalidAnswersError, Put

_MOST = 500  # cures; one may lead to another


class Change(NamedTuple):
    """An answer that was changed: what was typed, and what is now; empty texts are no answer."""

    field: str
    was: Answer
    now: Answer


class Mended(NamedTuple):
    """A file with its cures followed; `told` is what they say besides, for its author to do."""

    sheet: Sheet
    changes: tuple[Change, ...]
    told: tuple[str, ...]


def mend(
    sheet: Sheet, templates: list[str], bullets: Callable[[], Collection[str]] = tuple
) -> Mended:
    """Follow the cures of a sheet one after the other, as each may look at what others left.

    Raises:
        InvalidAnswersError: the text itself cannot be read, so that nothing can be changed in it.
    """
    if sheet.problems:
        raise InvalidAnswersError(list(sheet.problems))
    changes, told = list[Change](), list[str]()
    done = set[tuple[object, ...]]()
    memories: Memories = {}  # of one reading to the next most answers are the same
    touched = {""}
    while touched and len(done) < _MOST:
        faults = read(sheet.tree, templates, bullets, memories=memories).faults
        tree, touched = sheet.tree, set()
        for fault in faults:
            key = fault.path, fault.message, fault.cure
            answers = None if key in done else followed(fault, tree)
            # Of an answer that was changed, the next reading tells what is wrong now.
            if not answers or touched.intersection(answers):
                continue
            done.add(key)
            touched.update(answers)
            for field, answer in answers.items():
                sheet = with_answer(sheet, field, answer)
                changes.append(Change(field, typed(tree, field), answer))
            told += [f"{fault.field}: {said}" for said in _besides(fault)]
    for field, parts in in_one_text(sheet.tree).items():
        changes.append(Change(field, typed(sheet.tree, field), parts))
        sheet = with_answer(sheet, field, parts)
    return Mended(sheet, tuple(changes), tuple(dict.fromkeys(told)))


def _besides(fault: Fault) -> Iterator[str]:
    """Give what a cure says besides what to write, and where to put words."""
    for form in fault.forms:
        behind = fault.write.partition(form)[2]
        yield from filter(None, [behind.partition(". ")[2]])
    besides = (part.then if isinstance(part, Put) else part for part in fault.also)
    yield from map(str, filter(None, besides))


def followed(fault: Fault, tree: Mapping[str, Any]) -> dict[str, Answer] | None:
    """Return what answers become where a cure is followed; None where it leaves a choice."""
    instead = _instead(fault)
    if instead is None or fault.reason != "value":
        return None
    field, answer = _in_its_place(fault, tree, instead)
    found: dict[str, Answer] = {field: answer}
    for put in (part for part in fault.also if isinstance(part, Put)):
        if put.way == "there" or put.before.startswith("Or "):
            continue
        there = _beside(put, found.get(put.home, typed(tree, put.home)))
        if there is None:
            return None
        found[put.home] = there
    return found


def _instead(fault: Fault) -> Sequence[str] | None:
    """Return what a cure says to write: a text, the items of a list, or nothing at all."""
    if fault.items:
        return fault.items
    if fault.forms:
        return fault.forms if len(fault.forms) == 1 else None
    puts = [part for part in fault.also if isinstance(part, Put)]
    is_left = fault.write or (puts[0].before if puts else "")
    return () if is_left in ("Leave it empty.", "Leave it empty, and") else None


def _in_its_place(
    fault: Fault, tree: Mapping[str, Any], instead: Sequence[str]
) -> tuple[str, Answer]:
    """Return the field that a cure changes, and its answer; in a list the others stay."""
    steps = fault.path
    at = next((number for number, step in enumerate(steps) if isinstance(step, int)), len(steps))
    field = ".".join(map(str, steps[:at]))
    if at < len(steps):
        there, place = typed(tree, field), int(steps[at])
        each = items(there).texts if isinstance(there, str) else there
        return field, [*each[:place], *instead, *each[place + 1 :]]
    if fault.items:
        return field, list(instead)
    return field, instead[0] if instead else ""


def _beside(put: Put, there: Any) -> Answer | None:
    """Return an answer with what a cure says to put there; None where only its author can."""
    if put.behind or put.home not in FIELDS or isinstance(there, Mapping):
        return None
    if isinstance(FIELDS[put.home].kind, ListKind):
        given = _items(there) if isinstance(there, str) else [text for text in there if text]
        if put.joined:
            return [f"{text}, {put.words}" if text == put.joined else text for text in given]
        return [*given, put.words]
    if not there:
        return put.words
    # Only its author can join words to a sentence.
    is_added = isinstance(there, str) and put.way in ("add", "join") and there[-1] not in ".!?"
    return f"{there}, {put.words}" if is_added else None


def _items(text: str) -> list[str]:
    """Part what stands in one text, as the cure of a list does."""
    return (several(text) or items(text).texts) if text.strip() else []
