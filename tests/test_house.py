"""How the house is built: what may import what, and what must not be loaded to say hello."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import amjd

PACKAGE = Path(amjd.__file__).parent
HEAVY = {"pydantic", "docx", "lxml", "rich", "prompt_toolkit", "questionary", "yaml"}


def imports(module: str) -> set[str]:
    """List the modules of ours that a module imports, at its top or inside a function."""
    path = PACKAGE / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "amjd":
            inside = (node.module or "").removeprefix("amjd").removeprefix(".")
            found |= {inside or alias.name for alias in node.names}
    return found


MODULES = sorted(
    str(path.relative_to(PACKAGE).with_suffix("")).replace("/", ".").removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py" or path.parent != PACKAGE
)


@pytest.mark.parametrize("module", [name for name in MODULES if name not in ("__main__", "cli")])
def test_nothing_imports_the_commands(module):
    assert not imports(module) & {"cli", "__main__"}


@pytest.mark.parametrize(
    "module", ["posting", "resources", "characters", "errors", "places", "addresses"]
)
def test_the_ground_floor_stands_on_nothing(module):
    assert imports(module) == set()


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("template", {"errors"}),
        ("fill", {"answers", "posting", "template"}),
        ("export", {"posting"}),
        ("export.markdown", {"posting"}),
        ("export.word", {"posting"}),
        ("money", {"characters", "errors"}),
        ("kinds", {"addresses", "characters", "errors", "money", "places"}),
        ("answers", {"characters", "errors", "kinds", "money"}),
        ("flow", {"resources"}),
    ],
)
def test_imports_point_one_way(module, allowed):
    assert imports(module) <= allowed


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name.split(".")[0] not in ("terminal", "cli")]
)
def test_only_the_terminal_knows_questionary_and_rich(module):
    path = PACKAGE / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    names = {
        (node.module if isinstance(node, ast.ImportFrom) else alias.name) or ""
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not {name.split(".")[0] for name in names} & {"questionary", "prompt_toolkit", "rich"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["draft", "--help"],
        ["new", "--help"],
        ["draft", "--nonsense"],
        [],
    ],
)
def test_saying_hello_loads_nothing_heavy(arguments):
    code = (
        "import sys, amjd.__main__ as program\n"
        f"sys.argv = ['amjd', *{arguments!r}]\n"
        "try: program.main()\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    loaded = set(ended.stderr.splitlines()[-1].split())
    assert "typer" in loaded
    assert not loaded & HEAVY


def test_no_network_module_is_imported_by_us():
    for file in PACKAGE.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
                 for alias in node.names}  # fmt: skip
        assert not names & {"socket", "urllib.request", "http.client", "requests"}
