"""The examples, drafted: their Markdown and the outline of their Word document, kept in `golden/`.

After a change that is wanted, write them anew and read the difference:

    python tests/test_examples.py
"""

import io
from pathlib import Path

import docx
import pytest

from amjd import resources
from amjd.documents import catalog, draft
from amjd.formats import exporter
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted(resources.folder("examples").glob("*.yaml"))
NAMES = [path.stem for path in EXAMPLES]


def _posting(name):
    path = resources.folder("examples") / f"{name}.yaml"
    return draft.draft(check(parse(path.read_bytes(), path.name), catalog.ids())).posting


def _markdown(name):
    return exporter("md")(_posting(name)).decode()


def _outline(name):
    """Each paragraph's style and the start of its text; a table's cells are indented."""
    document = docx.Document(io.BytesIO(exporter("docx")(_posting(name))))
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


FORMATS = {"md": _markdown, "outline": _outline}


def _golden(name, ending):
    return (GOLDEN / f"{name}.{ending}").read_text("utf-8")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_an_example_gives_the_posting_it_gave_before(name, ending):
    assert FORMATS[ending](name) == _golden(name, ending)


def test_the_golden_files_are_those_of_the_examples():
    files = {f"{name}.{ending}" for name in NAMES for ending in FORMATS}
    assert {path.name for path in GOLDEN.iterdir()} == files | {"every-answer.yaml"}


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_a_changed_template_turns_the_comparison_red(name, ending, monkeypatch):
    changed = catalog.parts(name)[:-1]
    monkeypatch.setattr(draft.catalog, "parts", lambda _: changed)
    assert FORMATS[ending](name) != _golden(name, ending)


@pytest.mark.parametrize(("module", "ending"), [("markdown", "md"), ("word", "outline")])
def test_a_changed_exporter_turns_the_comparison_red(module, ending, monkeypatch):
    writer = __import__(f"amjd.formats.{module}", fromlist=["export"])
    export = writer.export
    monkeypatch.setattr(
        writer, "export", lambda posting: export(posting._replace(blocks=posting.blocks[1:]))
    )
    assert FORMATS[ending]("standard") != _golden("standard", ending)


def test_a_changed_style_turns_the_outline_red(monkeypatch):
    from amjd.formats import word

    monkeypatch.setitem(word._HEADING_STYLES, 3, "Heading1")
    assert _outline("key") != _golden("key", "outline")


if __name__ == "__main__":
    for name in NAMES:
        for ending, write in FORMATS.items():
            (GOLDEN / f"{name}.{ending}").write_text(write(name), "utf-8")
