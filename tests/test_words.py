"""What the interview says: read whole or not at all, all of it said, and every place filled."""

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import amjd
from amjd.answers.conditions import Condition, Conditions
from amjd.questions import Alternative, Question, Questions, Section
from amjd.records import load
from amjd.text.errors import AmjdError
from amjd.words import SECTIONS, Words
from conftest import CHECKOUT, PROMPTS, QUESTIONS, WORDS
from tables import table

PACKAGE = Path(amjd.__file__).parent
FOLDER = CHECKOUT / "prompts" / "words"


# -- records ---------------------------------------------------------------------------------------


class Shapes(NamedTuple):
    text: str
    is_set: bool = False
    count: int = 0
    many: tuple[str, ...] = ()
    when: Conditions = ()
    inner: tuple[Alternative, ...] = ()


def record(folder: Path, text: str) -> Shapes:
    path = folder / "shapes.yaml"
    path.write_text(text, "utf-8")
    return load(path, Shapes)


def test_a_record_is_read_by_the_annotations_of_its_fields(tmp_path: Path) -> None:
    text = (
        "text: no\nis_set: yes\ncount: 12\nmany: [1, 2]\nwhen: quota.carries is yes\n"
        "inner: [{value: a, label: b}]\n"
    )
    found = record(tmp_path, text)
    when = (Condition("quota.carries", "yes"),)
    assert found == Shapes("no", True, 12, ("1", "2"), when, (Alternative("a", "b"),))


def test_the_line_end_of_a_block_is_no_part_of_its_text(tmp_path: Path) -> None:
    assert record(tmp_path, "text: |\n  one\n  two\n").text == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("is_set: yes", ": text is missing."),
        ("text: a\nmeny: []", ": meny is unknown. Did you mean many?"),
        ("text: [a]", ": text: is not a text."),
        ("text: a\nis_set: true", ": is_set: is neither yes nor no."),
        ("text: a\nis_set: [yes]", ": is_set: is neither yes nor no."),
        ("text: a\ncount: few", ": count: is not a number."),
        ("text: a\ncount: [1]", ": count: is not a number."),
        ("text: a\nmany: b", ": many: is not a list."),
        ("text: a\nmany: [b, [c]]", ": many[1]: is not a text."),
        ("text: a\nwhen: quota is", ": when: 'quota is' is no condition"),
        ("text: a\ninner: [{value: b}]", ": inner[0]: label is missing."),
        ("text: a\ninner: [b]", ": inner[0]: is not a mapping."),
        ("- text", ": is not a mapping."),
        ("", ": is not a mapping."),
        ("text: 'a", ": cannot be read as YAML: "),
    ],
)
def test_what_is_wrong_with_a_record_is_named_with_its_place(
    tmp_path: Path, text: str, problem: str
) -> None:
    with pytest.raises(AmjdError) as error:
        record(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path.name}/shapes.yaml{problem}")


# -- questions -------------------------------------------------------------------------------------


def test_nothing_is_read_before_it_is_wanted(tmp_path: Path) -> None:
    questions = Questions(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        list(questions)
    with pytest.raises(FileNotFoundError):
        _ = Words(tmp_path / "nowhere").terminal
    with pytest.raises(AttributeError, match="greetings"):
        _ = Words(tmp_path).greetings


def test_a_question_is_read_without_the_files_behind_its_own(tmp_path: Path) -> None:
    for number, text in ((1, "title: T\nquestions: [{field: a, label: L, question: Q, why: W}]"),
                         (2, "broken")):  # fmt: skip
        (tmp_path / f"{number}-step.yaml").write_text(text)
    assert Questions(tmp_path)["a"] == Question("a", "L", "Q", "W")
    with pytest.raises(AmjdError, match="2-step"):
        _ = Questions(tmp_path)["b"]


def test_questions_are_found_by_field_in_the_order_they_are_asked(tmp_path: Path) -> None:
    for number, field in ((2, "b"), (1, "a")):
        (tmp_path / f"{number}-step.yaml").write_text(
            f"title: T\nquestions: [{{field: {field}, label: L, question: Q, why: W}}]\n"
        )
    questions = Questions(tmp_path)
    assert list(questions.items()) == [(field, Question(field, "L", "Q", "W")) for field in "ab"]
    assert questions.sections[0] == Section("T", (questions["a"],))


def test_a_question_is_filled_wherever_it_has_a_place() -> None:
    question = Question("f", "L", "{a}?", "{b}.", choices=(Alternative("v", "{a}", "{b}"),))
    filled = question.filled(a="x", b="y")
    assert filled == Question("f", "L", "x?", "y.", choices=(Alternative("v", "x", "y"),))


# -- words -----------------------------------------------------------------------------------------


def texts(found: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Give every text with the name of the field of a section that it is part of."""
    if isinstance(found, str):
        yield name, found
    elif isinstance(found, Question):  # whose field is no text to read
        yield from texts(tuple(found._replace(field="")), name)
    elif isinstance(found, dict):
        yield from (pair for part in found.values() for pair in texts(part, name))
    elif isinstance(found, tuple):
        yield from (pair for part in found for pair in texts(part, name))


NAMES = [(section, name) for section, part in SECTIONS.items() for name in part._fields]


def test_each_file_is_a_section() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(SECTIONS)


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


class Module(NamedTuple):
    """What a module takes of what, and the calls that fill words, each with what it gives."""

    taken: set[tuple[str, str]]
    filled: list[tuple[ast.expr, set[str]]]


@cache
def modules() -> list[Module]:
    """Read each module once for all words."""
    return [_read(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")]


def _read(source: str) -> Module:
    found = Module(set(), [])
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            found.taken.add((_last(node.value), node.attr))
        elif isinstance(node, ast.Call) and (word := _filled(node.func)):
            given = {keyword.arg for keyword in node.keywords if keyword.arg}
            found.filled.append((word, given))
    return found


def _filled(called: ast.expr) -> ast.expr | None:
    is_filled = isinstance(called, ast.Attribute) and called.attr in ("format", "filled")
    return called.value if is_filled else None


def is_section(name: str, section: str) -> bool:
    """Whether a name may be that of a section: its own, or a short one for it."""
    return name == section or name.lstrip("_") == "words"


@table(("section", "name"), NAMES, ids=[f"{s}.{n}" for s, n in NAMES])
def test_every_word_is_said_somewhere(section: str, name: str) -> None:
    assert any(
        said == name and is_section(part, section)
        for module in modules()
        for part, said in module.taken
    )


def places(section: str, name: str) -> set[str]:
    """List the places to fill in a word."""
    part = getattr(getattr(WORDS, section), name)
    return {
        place
        for _, text in texts(part)
        for _, place, _, _ in string.Formatter().parse(text)
        if place is not None
    }


@table(("section", "name"), NAMES, ids=[f"{s}.{n}" for s, n in NAMES])
def test_every_place_is_filled(section: str, name: str) -> None:
    """By a call behind the word, or behind a short name for it in a module that has it too."""
    if wanted := places(section, name):
        assert any(
            may_be(word, name, module) and wanted <= given
            for module in modules()
            for word, given in module.filled
        )


def may_be(word: ast.expr, name: str, module: Module) -> bool:
    """Whether what is filled may be this word."""
    if isinstance(word, ast.Attribute):
        return word.attr == name
    return any(said == name for _, said in module.taken)


def test_words_are_plain_text() -> None:
    for name, text in texts(tuple(getattr(WORDS, section) for section in SECTIONS)):
        assert text == text.rstrip("\n"), name
        assert "  " not in text, name
        assert not re.search(r"[*_`<>]", re.sub(r"\{[a-z_]+\}", "", text)), (name, text)


def test_the_prompts_are_those_of_the_folder() -> None:
    assert PROMPTS.questions is QUESTIONS
    assert PROMPTS.words is WORDS
