"""The commands around drafting: templates, example, schema, version and help."""

import json
from pathlib import Path

import docx
import jsonschema
import pytest
from typer.testing import CliRunner

from amjd import __version__, resources
from amjd.cli import program
from amjd.sources.schema import schema
from conftest import CATALOG, QUESTIONS, spawn

run, app = CliRunner().invoke, program()


def test_the_list_says_when_to_use_each_template():
    lines = run(app, ["templates"]).stdout.splitlines()
    assert [line.split()[0] for line in lines] == CATALOG.ids
    assert "The role carries a quota" in lines[0]


def test_the_list_as_json_is_the_same_list():
    heads = json.loads(run(app, ["templates", "--json"]).stdout)
    assert [head["id"] for head in heads] == CATALOG.ids
    assert heads[0]["holds_when"] == {"quota.carries": "yes"}
    assert [head["id"] for head in json.loads(run(app, ["templates", "key", "--json"]).stdout)] == [
        "key"
    ]


def test_the_list_is_written_where_it_is_wanted(tmp_path):
    for name in ("list.txt", "list"):
        assert run(app, ["templates", "-o", str(tmp_path / name)]).exit_code == 0
        assert (tmp_path / name).read_text("utf-8") == run(app, ["templates"]).stdout
    markdown = run(app, ["templates", "-f", "md"]).stdout
    assert markdown.splitlines()[0].startswith("- `sales`: The role carries a quota")
    assert len(markdown.splitlines()) == len(CATALOG.ids)
    for name in ("list.md", "templates.md"):
        output = str(tmp_path / name) if name == "list.md" else f"{tmp_path}/"
        assert run(app, ["templates", "-o", output]).exit_code == 0
        assert (tmp_path / name).read_text("utf-8") == markdown


@pytest.mark.parametrize("more", [[], ["key"]])
def test_the_list_as_json_is_written_where_it_is_wanted(more, tmp_path):
    printed = run(app, ["templates", *more, "--json"]).stdout
    assert run(app, ["templates", *more, "--json", "-o", f"{tmp_path}/x.json"]).exit_code == 0
    assert (tmp_path / "x.json").read_text("utf-8") == printed
    assert run(app, ["templates", *more, "--json", "-o", f"{tmp_path}/x.json"]).exit_code == 0


@pytest.mark.parametrize("name", CATALOG.ids)
def test_a_blank_template_shows_labels_and_only_what_fits_its_case(name):
    blank = run(app, ["templates", name]).stdout
    assert f"# {CATALOG.head(name).title}" in blank
    assert "[Number of accounts]" in blank
    assert ("[Quota amount]" in blank) == (name == "sales")
    assert ("[Product name]" in blank) == (name == "technical")
    assert ("[Weeks of hand-over]" in blank) == (name == "first-hire")
    inside = {part.partition("]")[0] for part in blank.split("[")[1:]}
    assert inside <= {question.label for question in QUESTIONS.values()}


def test_all_templates_go_into_a_folder_or_one_document(tmp_path):
    assert run(app, ["templates", "--all", "-o", f"{tmp_path}/b/", "-f", "docx"]).exit_code == 0
    assert sorted(path.stem for path in (tmp_path / "b").iterdir()) == sorted(CATALOG.ids)
    assert run(app, ["templates", "key", "senior", "-o", f"{tmp_path}/two.docx"]).exit_code == 0
    styles = [part.style.name for part in docx.Document(str(tmp_path / "two.docx")).paragraphs]
    assert styles.count("Heading 1") == 2


@pytest.mark.parametrize("command", [["templates", "seles"], ["example", "seles"]])
def test_a_mistyped_template_is_wrong_usage_with_the_right_one(command):
    ended = run(app, command)
    assert ended.exit_code == 2
    assert "Did you mean sales?" in ended.stderr


@pytest.mark.parametrize("name", CATALOG.ids)
def test_an_example_is_the_file_itself(name, tmp_path):
    file = (resources.folder("examples") / f"{name}.yaml").read_bytes()
    assert run(app, ["example", name]).stdout_bytes == file
    assert run(app, ["example", name, "-o", str(tmp_path / "mine.yaml")]).exit_code == 0
    assert (tmp_path / "mine.yaml").read_bytes() == file
    assert run(app, ["example", name, "-q", "-o", f"{tmp_path}/there/"]).exit_code == 0
    assert (tmp_path / "there" / f"{name}.yaml").read_bytes() == file


def test_the_schema_is_one_of_its_own_dialect():
    built = json.loads(run(app, ["schema"]).stdout)
    jsonschema.Draft202012Validator.check_schema(built)
    assert built == schema(CATALOG.ids, QUESTIONS, CATALOG.names())


def test_version_and_help():
    assert run(app, ["--version"]).stdout == f"amjd {__version__}\n"
    helped = run(app, ["--help"]).stdout
    for word in ("new", "draft", "templates", "example", "schema", "Examples:", "Exit codes"):
        assert word in helped
    assert run(app, []).stdout == helped


def test_a_command_that_is_named_is_the_same_alone():
    for name in [
        "new",
        "draft",
        "mend",
        "read",
        "check",
        "explain",
        "templates",
        "example",
        "schema",
    ]:
        alone = run(program([name]), [name, "--help"])
        assert (alone.exit_code, alone.stdout) == (0, run(app, [name, "--help"]).stdout)
        assert "--quiet" in alone.stdout
        assert run(program([name]), ["--version"]).stdout == f"amjd {__version__}\n"


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_the_same_with_and_without_typer(option, amjd):
    alone, by_typer = amjd(option), amjd(option, "--debug")
    assert alone == by_typer == (0, f"amjd {__version__}\n".encode(), "")


def test_the_readme_says_the_same_in_powershell():
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    plain, block = (
        readme.split(f"```{language}\n")[1].partition("\n```")[0]
        for language in ("sh", "powershell")
    )
    there = block.replace(".venv\\Scripts\\", ".venv/bin/").replace("py -m", "python3 -m")
    assert there.split("\n") == plain.split(" && ")


def test_the_readme_names_only_what_there_is():
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    for name in CATALOG.ids:
        assert f"| `{name}` |" in readme
    blocks = [part.partition("```")[0].strip() for part in readme.split("```sh\n")[1:]]
    assert len(blocks) == 2
    assert all("\n" not in block for block in blocks)


@pytest.mark.parametrize("command", ["", "new", "draft", "templates"])
def test_help_is_the_same_where_docstrings_are_left_out(command, amjd):
    arguments = [*filter(None, [command]), "--help"]
    without = spawn(arguments, env={"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"})
    assert b"Examples:" in without.stdout
    assert without.stdout == amjd(*arguments).out
