"""Interviews with their files, driven by a script; what they write stands in the folder."""

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from amjd.cli.interviewing import begun, finish
from amjd.interview.files.saving import Saving
from amjd.interview.files.session import Session, given
from amjd.interview.files.session import hold_files as hold_with
from amjd.interview.files.wanted import Wanted, command_anew
from conftest import CATALOG, PROMPTS, QUESTIONS, RULES, SHORT
from script import BRIEF, Script, answered, example, typed

KEPT = "job-posting.amjd.yaml"


def called_with(*given: Any, **more: Any) -> Wanted:
    return Wanted(lambda: CATALOG, lambda: SHORT, PROMPTS, lambda: RULES, *given, **more)


def answers_text(name: str = "standard", **changes: str) -> str:
    text = "# mine\n"
    for field in QUESTIONS:
        if answer := typed(example(name), field):
            text = answered(text, field, answer.split("; ") if "; " in answer else answer)
    return text


_LEFT: dict[str, list[tuple[Path, bytes, int]]] = {}


def ended(wanted: Wanted) -> None:
    """Have in this empty folder what an interview to its end leaves: the same each time."""
    assert os.listdir() == []  # noqa: PTH208 - where one stands
    call = command_anew(wanted)
    if call not in _LEFT:
        run(wanted)
        files = [path for path in Path().rglob("*") if path.is_file()]
        _LEFT[call] = [(path, path.read_bytes(), path.stat().st_mode) for path in files]
        return
    for path, content, mode in _LEFT[call]:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        path.chmod(mode)


def hold_files(wanted: Wanted, script: Script) -> AbstractContextManager[Session]:
    return hold_with(wanted, given(wanted), script)


def go_through(wanted: Wanted, script: Script, quiet: bool = True) -> None:
    """Go through an interview with its files, to its last word."""
    with hold_files(wanted, script) as files, Saving(files, script) as saving:
        asking = begun(wanted, saving, script)
        asking.run()
        finish(wanted, saving, asking, script, quiet)


def run(wanted: Wanted, tree: Any = None, **wants: Any) -> Script:
    script = Script(tree or example(BRIEF), {k.replace("__", "."): v for k, v in wants.items()})
    go_through(wanted, script)
    return script


def stop_at(wanted: Wanted, field: str, reply: Any = None, **wants: Any) -> Script:
    replies = [*wants.get(field, []), reply or KeyboardInterrupt()]
    script = Script(example(BRIEF), {**wants, field: replies})
    with pytest.raises(KeyboardInterrupt), hold_files(wanted, script) as files:
        saving = Saving(files, script)
        asking = begun(wanted, saving, script)
        asking.run()
    return script


def edit(posting: Path) -> bytes:
    """Change a posting as its owner would; a Word file is changed inside."""
    if posting.suffix == ".docx":
        from docx import Document

        document = Document(str(posting))
        document.add_paragraph("Written by hand.")
        document.save(str(posting))
    else:
        posting.write_bytes(posting.read_bytes() + b"\nWritten by hand.\n")
    return posting.read_bytes()
