"""The examples, drafted: their Markdown and the outline of their Word document, kept in `golden/`.

After a change that is wanted, write them anew and read the difference:

    python tests/test_examples.py
"""

import io
from pathlib import Path

import docx
import pytest

from amjd import resources
from amjd.answers.choices import YES_NO
from amjd.answers.conditions import ALWAYS
from amjd.answers.fields import FIELDS
from amjd.answers.reading import read
from amjd.answers.state import applies
from amjd.documents.draft import Drafted, draft
from amjd.documents.filler import Filler
from amjd.formats import FORMATS, markdown
from amjd.formats.word import writer as word
from amjd.formats.word.body import Body
from amjd.sources.yaml_file import parse
from conftest import CATALOG, QUESTIONS, drafted_file
from tables import table
from test_job_posting import KINDS
from trees import every_answer

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted(resources.folder("examples").glob("*.yaml"))
NAMES = [path.stem for path in EXAMPLES]


def _posting(name):
    return drafted_file(resources.folder("examples") / f"{name}.yaml")


def _markdown(name):
    return FORMATS["md"].writer()(_posting(name)).decode()


def _outline(name):
    """Each paragraph's style and the start of its text; a table's cells are indented."""
    document = docx.Document(io.BytesIO(FORMATS["docx"].writer()(_posting(name))))
    lines = []
    for content in document.iter_inner_content():
        if isinstance(content, docx.table.Table):
            lines.append(f"[{content.style.name}]")
            lines += [
                f"    {_words(p)}"
                for row in content.rows
                for cell in row.cells
                for p in cell.paragraphs
            ]
        else:
            lines.append(_words(content))
    return "\n".join(lines) + "\n"


def _words(paragraph, width=72):
    text = paragraph.text
    return f"{paragraph.style.name}: {text if len(text) <= width else text[: width - 3] + '...'}"


def _with(tree, field, value):
    section, name = field.split(".")
    return {**tree, section: {**tree.get(section, {}), name: value}}


# What rules a field out where no single answer to a question of yes or no, or silence, does.
RULING_OUT = {
    "role.mentors": {"role.first_hire": "yes", "role.trainable": "yes"},
    "portfolio.called": {"portfolio.accounts": "1"},
    "portfolio.churn": {"portfolio.retention": "92"},
    "portfolio.churn_period": {"portfolio.churn": "3", "portfolio.retention": "92"},
}


def _ruling_out(tree, field):
    """The answers with another one to each question that decides on a field, or with none."""
    for decided in {one.field for way in FIELDS[field].applies for one in way}:
        for value in ("", "yes", "no") if FIELDS[decided].kind is YES_NO else ("",):
            yield _with(tree, decided, value)
    for decided, value in RULING_OUT.get(field, {}).items():
        tree = _with(tree, decided, value)
    yield tree


def _values(field):
    values = [choice.value for choice in QUESTIONS[field].choices if choice.value]
    section, name = field.split(".")
    return values or [every_answer()[section][name]]


def _said_of(answers, kind, template):
    drafted = draft(KINDS[kind], QUESTIONS, answers, template)
    # JSON-LD is made of the answers, beside the lines of whichever template.
    is_usual = kind == "posting" and not template
    return drafted.document, FORMATS["json"].writer()(drafted) if is_usual else b""


@pytest.mark.parametrize("field", [name for name, rule in FIELDS.items() if rule.applies != ALWAYS])
@table("name", NAMES)
def test_no_answer_that_does_not_apply_changes_a_posting(field, name):
    raw = (resources.folder("examples") / f"{name}.yaml").read_bytes()
    # What is asked for where nothing is said depends on other answers.
    example = _with(dict(parse(raw, name).tree), "apply.evidence", "")
    are_ruled_out = False
    for tree in _ruling_out(example, field):
        given = [read(_with(tree, field, value), CATALOG.ids).answers for value in _values(field)]
        in_vain = [answers for answers in given if not applies(answers, field)]
        are_ruled_out |= bool(in_vain)
        if not in_vain:
            continue
        for kind, template in ("posting", ""), ("posting", "standard"), ("short", ""):
            without = _said_of(read(_with(tree, field, ""), CATALOG.ids).answers, kind, template)
            for answers in in_vain:
                assert _said_of(answers, kind, template) == without, (field, answers[field])
    assert are_ruled_out


LOOKS = {"md": _markdown, "outline": _outline}


def _golden(name, ending):
    return (GOLDEN / f"{name}.{ending}").read_text("utf-8")


@table("ending", LOOKS)
@table("name", NAMES)
def test_an_example_gives_the_posting_it_gave_before(name, ending):
    assert LOOKS[ending](name) == _golden(name, ending)


def test_the_golden_files_are_those_of_the_examples():
    files = {f"{name}.{ending}" for name in NAMES for ending in LOOKS}
    assert {path.name for path in GOLDEN.iterdir()} == files | {"every-answer.yaml"}


@pytest.mark.parametrize("ending", LOOKS)
@pytest.mark.parametrize("name", NAMES)
def test_a_changed_template_turns_the_comparison_red(name, ending, monkeypatch):
    changed = Filler(CATALOG.parts(name)[1:])
    monkeypatch.setitem(CATALOG._fillers, name, changed)
    assert LOOKS[ending](name) != _golden(name, ending)


@pytest.mark.parametrize(
    ("writer", "ending"), [(markdown, "md"), (word.WordBase, "outline")], ids=["md", "outline"]
)
def test_a_changed_writer_turns_the_comparison_red(writer, ending, monkeypatch):
    write = writer.write

    def without_the_first(*given):
        *rest, last = given
        if isinstance(last, Drafted):
            return write(*rest, last._replace(document=_without_the_first(last.document)))
        return write(*rest, _without_the_first(last))

    monkeypatch.setattr(writer, "write", without_the_first)
    assert LOOKS[ending]("standard") != _golden("standard", ending)


def _without_the_first(document):
    return document._replace(blocks=document.blocks[1:])


def test_a_changed_style_turns_the_outline_red(monkeypatch):
    write = Body._paragraph

    def in_another(body, runs, style, *more, **named):
        return write(body, runs, style.replace("Heading3", "Heading2"), *more, **named)

    monkeypatch.setattr(Body, "_paragraph", in_another)
    assert _outline("key") != _golden("key", "outline")


if __name__ == "__main__":
    for name in NAMES:
        for ending, look in LOOKS.items():
            (GOLDEN / f"{name}.{ending}").write_text(look(name), "utf-8")
