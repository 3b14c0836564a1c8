"""Interviews without a terminal and without files, driven by a script."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest

import schemas
from amjd.asker import Reply, Signal
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from amjd.interview.loop import Interview
from conftest import CATALOG, PROMPTS, QUESTIONS, RULES
from script import Script, answered, example, given, sheet

BACK, OPEN = Reply((), Signal.BACK), Reply((), Signal.OPEN)
PREVIEW, REVIEW = Reply((), Signal.PREVIEW), Reply((), Signal.REVIEW)


def interview(script: Script, text: str = "", **more: Any) -> tuple[Interview, list[str]]:
    """Begin an interview with the text of an answers file; the list is of what it saves."""
    saved: list[str] = []

    def save(text: str) -> None:
        # Whatever is left behind, an editor that knows the schema finds no fault of its own. Most
        # answers change nothing of that: the last of all, and some on the way, are looked at.
        if len(saved) % 40 == 20:
            schemas.check(text)
        saved.append(text)

    return Interview(script, sheet(text), save, CATALOG, PROMPTS, RULES, **more), saved


def finished(
    tree: Mapping[str, Any],
    wants: Mapping[str, Sequence[Any]] | None = None,
    text: str = "",
    **more: Any,
) -> tuple[Interview, Script]:
    """Go through an interview to its last yes."""
    script = Script(tree, wants)
    asking, saved = interview(script, text, **more)
    asking.run()
    for last in saved[-1:]:
        schemas.check(last)
    return asking, script


@cache
def _whole(name: str) -> tuple[Interview, Script, list[str]]:
    script = Script(example(name))
    asking, saved = interview(script)
    asking.run()
    return asking, script, saved


def whole(name: str) -> tuple[Interview, Script]:
    """Go through the interview of an example, with nothing wanted of it; to be looked at only."""
    return _whole(name)[:2]


def saves(name: str) -> list[str]:
    """Return all that such an interview saves, one after the other."""
    return _whole(name)[2]


def alone(name: str, field: str, *replies: Any, **wants: Any) -> tuple[Interview, Script]:
    """Ask one field that alone is not answered yet, and the last yes."""
    text = kept(name, **{field.replace(".", "__"): ""})
    wants = {field: list(replies), **wants}
    # Any way to apply is asked for where none is there, and an address where that is named.
    how = {"mode": "missing"} if field == "apply.email" else {"mode": "errand", "named": [field]}
    return finished(example(name), wants, text, **how)


def stopped(script: Script, text: str = "", **more: Any) -> tuple[Interview, list[str]]:
    """Go through an interview that the script stops."""
    asking, saved = interview(script, text, **more)
    with pytest.raises(KeyboardInterrupt):
        asking.run()
    for last in saved[-1:]:
        schemas.check(last)
    return asking, saved


def posting(asking: Interview) -> bytes:
    """Return the posting that an interview makes."""
    drafted = draft(CATALOG, QUESTIONS, asking.kept.answers(), open_=asking.kept.open_fields())
    return FORMATS["md"].writer()(drafted)


@cache
def usual(name: str) -> bytes:
    """Return the posting of an example whose questions are answered one after the other."""
    return posting(whole(name)[0])


@cache
def kept(name: str, **answers: str) -> str:
    """Return the answers of an example as a file, with some changed; a __ stands for the dot."""
    if answers:
        field, answer = answers.popitem()
        return answered(kept(name, **answers), field.replace("__", "."), answer)
    text = ""
    for field in QUESTIONS:
        if answer := given(example(name), field):
            text = answered(text, field, answer)
    return text


def changed(text: str, field: str, *replies: Any, **wants: Any) -> tuple[Interview, Script]:
    """Edit answers: go to one of them from the review, and then say yes."""
    wants = {"review": [field, "yes"], field: list(replies), **wants}
    return finished({}, wants, text, mode="errand")


def told(script: Script, words: str) -> bool:
    """Whether something that was said has these words."""
    return any(words in " ".join(text.split()) for text in script.heard)
