"""How the house is built: what may import what, and what must not be loaded to say hello."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import amjd
from amjd.terminal.keys import SIGNALS, STOP
from conftest import EXAMPLES
from tables import table

PACKAGE = Path(amjd.__file__).parent
HEAVY = {
    "pydantic", "pydantic_core", "docx", "lxml", "rich", "prompt_toolkit", "questionary", "yaml",
}  # fmt: skip

# Every module, from the top of the house to its ground: each imports only from what stands below.
# A name stands for all that begins with it, unless a longer one is listed too.
ORDER = (
    "__main__",
    "cli",
    "interview",
    "interview.loop",
    "interview.farewell",
    "interview.stops",
    "interview.screens",
    "interview.doubts",
    "interview.files",
    "interview.answering",
    "interview.asks",
    "interview.understanding",
    "interview.advice",
    "interview.workload",
    "interview.wording",
    "interview.place_line",
    "interview.picked",
    "interview.remarks",
    "interview.remote",
    "interview.place",
    "interview.sentences",
    "interview.way",
    "interview.statements",
    "interview.on_top",
    "interview.texting",
    "interview.kept",
    "interview.spoken_periods",
    "interview.currency",
    "interview.names",
    "interview.route",
    "interview.titles",
    "interview.somebody",
    "interview.spelling",
    "interview.products",
    "interview.first",
    "interview.asides",
    "terminal",
    "asker",
    "words",
    "words.doubts",
    "words.terminal",
    "existing.reading",
    "existing.file",
    "existing.written",
    "existing.theirs",
    "existing.carried",
    "existing.terms",
    "existing.applying",
    "existing.job",
    "existing.others",
    "existing.typed",
    "existing.ours",
    "existing.shown",
    "existing.origin",
    "existing.matching",
    "existing.ways",
    "existing.found",
    "files.letterhead",
    "files.targets",
    "review.report",
    "review.sarif",
    "review.topics",
    "review.reviewer",
    "review.ignores",
    "review.checks",
    "review.laws",
    "review.findings",
    "review.rules",
    "review.facts",
    "review.finders",
    "review.drafted",
    "review.readers",
    "review.posting",
    "review.glue",
    "review.clutter",
    "review.marks",
    "review.sections",
    "review.raw",
    "review.statements",
    "sources.mending",
    "sources.yaml_edit",
    "sources.yaml_file",
    "sources.yaml_events",
    "sources.yaml_stops",
    "sources.yaml_slips",
    "sources.yaml_braces",
    "sources.yaml_spans",
    "sources.yaml_scalars",
    "sources.yaml_source",
    "sources.yaml_look_alikes",
    "sources",
    "sources.remarks",
    "sources.options",
    "sources.schema",
    "sources.checked",
    "sources.sheet",
    "formats",
    "documents.draft",
    "documents.doubts",
    "documents.picking",
    "documents.catalog",
    "documents.choice",
    "documents.filler",
    "documents.fill",
    "documents.filling",
    "documents.english",
    "documents.line",
    "documents.language",
    "documents.document",
    "questions",
    "path",
    "records",
    "answers.reading",
    "answers.cures.given",
    "answers.faults",
    "answers.settling",
    "answers.state",
    "answers.fields",
    "answers.cures.elsewhere",
    "answers.cures.homes",
    "answers.cures.own",
    "answers.cures.parting",
    "answers.cures.besides",
    "answers.cures.scraps",
    "answers.declared",
    "answers.pay.terms",
    "answers.names.called",
    "answers.numbers.unitless",
    "answers.records",
    "answers.places.regions",
    "answers.places.listed",
    "answers.places.place",
    "answers.contacts",
    "answers.phone_hours",
    "answers.links",
    "answers.days.deadline",
    "answers.days.last_days",
    "answers.pay.variable",
    "answers.pay.base",
    "answers.pay.yearly",
    "answers.pay.target",
    "answers.pay.money",
    "answers.pay.plausible",
    "answers.pay.parts",
    "answers.pay.payouts",
    "answers.pay.leftovers",
    "answers.numbers.things",
    "answers.pay.amounts",
    "answers.pay.currencies",
    "answers.numbers.percents",
    "answers.numbers.floors",
    "answers.numbers.tallies",
    "answers.numbers.splits",
    "answers.numbers.parts_of_time",
    "answers.numbers.net_retention",
    "answers.numbers.counts",
    "answers.numbers.counted",
    "answers.numbers.qualifiers",
    "answers.numbers.scales",
    "answers.pay.periods",
    "answers.numbers.figures",
    "answers.cures.forms",
    "answers.choices",
    "answers.meant",
    "answers.evidence",
    "answers.texts",
    "answers.nothing",
    "answers.wishes",
    "answers.shapes",
    "answers.marks",
    "answers.kinds",
    "answers.typed_lists",
    "answers.going_on",
    "answers.shorthand",
    "answers.orders",
    "answers.numbers.weekly",
    "answers.names.companies",
    "answers.conditions",
    "answers.pay.chances",
    "answers.names.clients",
    "answers.names.sectors",
    "answers.names.tools",
    "answers.names.software",
    "answers.names.persons",
    "answers.names.languages",
    "answers.days.calendar",
    "answers.names.posts",
    "answers.travel",
    "answers.numbers.experience",
    "answers.places.countries",
    "answers.places.cities",
    "answers.places.streets",
    "answers.emails",
    "files.lock",
    "files.clipboard",
    "files.whole",
    "files.typed_name",
    "files.placing",
    "files.names",
    "files.refusals",
    "files.streams",
    "files.system",
    "files.posix",
    "files.windows",
    "files.ownership",
    "files.causes",
    "files.windows_names",
    "text.errors",
    "text.losses",
    "text.numerals",
    "text.characters",
    "text.prefilter",
    "text.patterns",
    "resources",
    "startup",
)


def floor(module: str) -> int:
    """Return the place of a module in ORDER, by the longest prefix that is listed."""
    listed = [name for name in ORDER if module == name or module.startswith(f"{name}.")]
    assert listed, f"{module} has no place in ORDER"
    return ORDER.index(max(listed, key=len))


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Give all statements, and what holds some; a sixth of the nodes that `ast.walk` gives."""
    for name in ("body", "orelse", "finalbody", "handlers", "cases"):
        for node in getattr(tree, name, ()):
            yield node
            yield from statements(node)


def imports(tree: ast.AST) -> set[str]:
    """List the modules of ours that a module imports, at its top or inside a function."""
    found = set()
    for node in statements(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "amjd":
            package = (node.module or "").removeprefix("amjd").removeprefix(".")
            names = [f"{package}.{alias.name}".removeprefix(".") for alias in node.names]
            found |= {name if name in FILES else package for name in names}
    return found - {""}


def _name(path: Path) -> str:
    dotted = str(path.relative_to(PACKAGE).with_suffix("")).replace("/", ".")
    return dotted.removesuffix(".__init__").removesuffix("__init__")


FILES = {_name(path): path for path in PACKAGE.rglob("*.py")}


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text("utf-8"))


MODULES = sorted(filter(None, FILES))
EMPTY = {package for package in MODULES if len(FILES[package].read_text().splitlines()) == 1}


def violations(module: str, tree: ast.Module) -> list[str]:
    """List the imports of a module that point upwards."""
    own = floor(module)
    return [
        name
        for name in sorted(imports(tree))
        if name not in EMPTY and (floor(name) < own or (floor(name) == own and apart(name, module)))
    ]


def apart(one: str, other: str) -> bool:
    """Whether two modules on one floor are in different rooms."""
    return one.partition(".")[0] != other.partition(".")[0]


@table("module", MODULES)
def test_imports_point_one_way(module):
    if module not in EMPTY:
        assert violations(module, tree_of(module)) == []


@table("name", ORDER)
def test_every_floor_has_a_module(name):
    assert [module for module in MODULES if module == name or module.startswith(f"{name}.")]


@table(("above", "module"), list(pairwise(ORDER)))
def test_an_import_from_above_is_found_on_every_floor(above, module):
    source = f"from amjd.{above} import x"
    for text in (source, f"def f():\n    {source}"):
        assert violations(module, ast.parse(text)) == ([] if above in EMPTY else [above])


@table("module", [name for name in MODULES if name.split(".")[0] not in ("terminal", "cli")])
def test_only_the_terminal_knows_questionary_and_rich(module):
    names = {
        (node.module if isinstance(node, ast.ImportFrom) else alias.name) or ""
        for node in statements(tree_of(module))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not {name.split(".")[0] for name in names} & {"questionary", "prompt_toolkit", "rich"}


@table("module", MODULES)
def test_a_file_is_read_on_a_few_screens(module):
    assert len(FILES[module].read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["draft", "--help"],
        ["new", "--help"],
        ["read", "--help"],
        ["check", "--help"],
        ["explain", "--help"],
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
    # The version is said before Typer is loaded, which takes three times as long as all else.
    assert ("typer" in loaded) == (arguments != ["--version"])
    assert not loaded & HEAVY


def test_a_draft_loads_nothing_that_it_does_not_need(tmp_path):
    code = (
        "import sys, amjd.__main__ as program\n"
        f"sys.argv = ['amjd', 'draft', {str(EXAMPLES / 'standard.yaml')!r}, '-q', '-o',"
        f" {str(tmp_path / 'posting.docx')!r}]\n"
        "try: program.main()\n"
        "except SystemExit as ended: print(ended.code)\n"
        "print(*sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    code, loaded = ended.stdout.splitlines()
    assert code == "0"
    # Our own base is no more than a zip file; only a letterhead is opened with python-docx.
    assert not {"docx", "lxml"} & {*loaded.split()}
    # The last is loaded where pydantic builds a model: a tenth of a draft.
    unneeded = {"questionary", "rich", "html", "tempfile", "amjd.words", "importlib.metadata",
                "amjd.answers.names.software"}  # fmt: skip
    assert not unneeded & {*loaded.split()}


def test_no_network_module_is_imported_by_us():
    for module in FILES:
        names = {alias.name for node in ast.walk(tree_of(module)) if isinstance(node, ast.Import)
                 for alias in node.names}  # fmt: skip
        assert not names & {"socket", "urllib.request", "http.client", "requests"}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_a_page_names_is_there(page):
    checkout = PACKAGE.parent.parent
    named = re.findall(r"`((?:src|templates|prompts|scripts|tests)/[^`<> ]*)`", _page(page))
    assert [name for name in named if not (checkout / name).exists()] == []


def test_the_readme_names_every_key_and_the_word_instead_of_it():
    for key in (*SIGNALS, STOP):
        assert f"`{key.shown}`" in _page("README.md")
        assert f"`{key.word}`" in _page("README.md")


def _page(name):
    return (PACKAGE.parent.parent / name).read_text("utf-8")


# Sentences of the interview are data; what is an error is said by whoever finds it.
SPEAKING = [name for name in MODULES if name.split(".")[0] in ("interview", "terminal", "asker")]


@table("module", SPEAKING)
def test_the_interview_speaks_from_its_words_alone(module):
    spoken = [
        ast.unparse(argument)
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call) and _called(node) in ("tell", "_say", "_print", "format")
        for argument in [*node.args, *([node.func.value] if _called(node) == "format" else [])]
        if re.search(r"[A-Za-z]{2,} [a-z]|: ", "".join(_literals(argument)))
    ]
    assert spoken == []


def _called(node):
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _literals(node):
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
