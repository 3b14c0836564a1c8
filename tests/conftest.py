"""What several test modules share: complete answers to change, and ways to run the program."""

import compileall
import contextlib
import copy
import gc
import importlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from coverage import Coverage
from hypothesis import settings

from amjd import __main__ as program
from amjd import records
from amjd.answers.fields import Answers
from amjd.answers.reading import read
from amjd.documents.catalog import Catalog
from amjd.documents.draft import Drafted, draft
from amjd.review.rules import Rules
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.terminal import stops
from amjd.words import Prompts

CHECKOUT = Path(__file__).parent.parent
CATALOG = Catalog([CHECKOUT / "templates" / "posting"])
SHORT = Catalog([CHECKOUT / "templates" / "short"])
PROMPTS = Prompts(CHECKOUT / "prompts")
RULES = Rules(CHECKOUT / "rules")
QUESTIONS, WORDS = PROMPTS.questions, PROMPTS.words
EXAMPLES = CHECKOUT / "examples"
ANSWERS = Path(__file__).parent / "answers"

settings.register_profile("ci", max_examples=30, deadline=None, derandomize=True)
settings.register_profile("few", max_examples=5, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=30_000, deadline=None)
settings.load_profile(os.environ.get("AMJD_HYPOTHESIS", "ci"))
BY_NIGHT = os.environ.get("AMJD_HYPOTHESIS") == "nightly"


def _in_memory() -> str | None:
    """Return a folder in memory: there a save, which waits for the disk, takes no time."""
    folder = "/dev/shm"
    with contextlib.suppress(OSError):
        room, flags = shutil.disk_usage(folder).free, os.statvfs(folder).f_flag
        if room > 2**29 and not flags & os.ST_NOEXEC and os.access(folder, os.W_OK):
            return folder
    return None


if folder := _in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)

# Every program that a test starts, and every worker, would compile all modules anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_configure() -> None:
    """Compile the program before any test runs it on a full disk.

    Python 3.11 keeps the half of a compiled module that a full disk took, and loads it ever after.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compileall.compile_dir(Path(program.__file__).parent, quiet=2)


# A POSIX terminal drives these, or they ask for what POSIX alone has.
_OF_POSIX = re.compile(r"^(from|import) (terminals|keyboards|faults|pty|resource)\b", re.MULTILINE)
collect_ignore = [
    path.name
    for path in Path(__file__).parent.glob("test_*.py")
    if sys.platform == "win32" and _OF_POSIX.search(path.read_text("utf-8"))
]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Have one worker more than processors: many tests wait for a program. Loading costs 4 s."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Load the test modules from another one on in each worker of a whole run.

    What one has compiled, the others find. In one order all would compile each module at once.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if not worker or session.config.option.file_or_dir or _is_careful(session.config):
        return
    folder = Path(__file__).parent
    modules = sorted({*folder.glob("test_*.py")} - {folder / name for name in collect_ignore})
    first = int(worker[2:]) * len(modules) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    for module in modules[first:] + modules[:first]:
        # What cannot be loaded is told when the tests are collected.
        with contextlib.suppress(Exception, pytest.skip.Exception):
            importlib.import_module(module.stem)


# What must not fail is covered to the last branch by tests of its own: `.ci/careful.toml`.
_CAREFUL = re.compile(
    r"tests/(sources/.*|test_(cures|faults|files|fill|lock|markdown|windows)\.py)::"
)


def _is_careful(config: pytest.Config) -> bool:
    return bool(config.option.markexpr == "careful")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Load no other modules where the careful tests alone are run."""
    if not _is_careful(config) or collection_path.suffix != ".py":
        return None
    path = collection_path.relative_to(CHECKOUT).as_posix()
    return None if _CAREFUL.match(f"{path}::") else True


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    tests = set()
    for item in items:
        test = item.nodeid.partition("[")[0]
        item.stash[_FIRST] = test not in tests
        tests.add(test)
        if getattr(getattr(item, "function", None), "is_hypothesis_test", False):
            # Measuring makes each of five hundred examples three times as long.
            item.add_marker("no_cover")
        if _CAREFUL.match(item.nodeid) and not _is_marked(item, "no_cover", *_LONG):
            item.add_marker("careful")
    _leave_out_long_runs(config, items)


_LONG = ("nightly", "readers")


def _is_marked(item: pytest.Item, *names: str) -> bool:
    return any(map(item.get_closest_marker, names))


def pytest_collection_finish() -> None:
    # Thousands of tests are no garbage, and need not be looked through for any. What one test makes
    # is some ten thousand objects, which are looked through once instead of a dozen times.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)


def pytest_sessionfinish() -> None:
    # At its end pytest looks ten times through all there is for what complains; once is enough.
    gc.collect()
    gc.freeze()


def _leave_out_long_runs(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.markexpr or BY_NIGHT:
        return
    long = [item for item in items if _is_marked(item, *_LONG)]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


@pytest.fixture(autouse=True, scope="session")
def usual_signals() -> None:
    """Let the programs that tests start obey signals which this run itself ignores, as under nohup.

    What is ignored is inherited, and rightly obeyed by the program; a handler is not.
    """
    for number in stops.USUAL:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


_FIRST = pytest.StashKey[bool]()  # whether a case is the first of its test
_now: list[pytest.Item] = []


def pytest_runtest_setup(item: pytest.Item) -> None:
    _now[:] = [item]


def measured() -> dict[str, str]:
    """Return the environment that makes a program measure its coverage if this test does.

    Only the first case of a test does: to start takes a measured program twice as long, and the
    other cases of a test go much the same way through it.
    """
    now = Coverage.current()
    if not now or not all(map(_is_measured, _now)):
        return {}
    return {
        "COVERAGE_PROCESS_START": str(now.config.config_file),
        "COVERAGE_FILE": str(CHECKOUT / ".coverage"),
    }


def _is_measured(item: pytest.Item) -> bool:
    return item.stash[_FIRST] and not item.get_closest_marker("no_cover")


# Every required answer and no other; it calls for the standard template.
_REQUIRED: dict[str, Any] = {
    "company": {"name": "Tidewater Linen", "about": "We wash linen for 120 inns."},
    "role": {
        "location": "Salem, MA",
        "workplace": "hybrid",
        "reports_to": "the owner",
        "first_hire": "no",
        "mentors": "no",
    },
    "quota": {"carries": "no"},
    "portfolio": {"accounts": "60", "segment": "inns", "strategic": "no", "complex": "no"},
    "product": {"software": "no"},
    "tools": {"crm": "HubSpot"},
    "metrics": ["gross retention"],
    "pay": {"base": "58000"},
    "apply": {"email": "jobs@tidewater.example", "deadline": "rolling"},
}


@pytest.fixture
def tree() -> Callable[..., dict[str, Any]]:
    """Make a tree of the required answers, with changes by dotted name; None takes one out."""

    def make(changes: dict[str, Any] | None = None) -> dict[str, Any]:
        made = copy.deepcopy(_REQUIRED)
        for field, value in (changes or {}).items():
            *section, name = field.split(".")
            holder = made[section[0]] if section else made
            holder[name] = value
            if value is None:
                del holder[name]
        return made

    return make


@pytest.fixture
def answers(tree: Callable[..., dict[str, Any]]) -> Callable[..., Answers]:
    """Read such a tree; faults other than missing answers are a mistake of the test."""

    def make(changes: dict[str, Any] | None = None) -> Answers:
        made, faults, _ = read(tree(changes), CATALOG.ids)
        assert [fault for fault in faults if fault.reason != "missing"] == []
        return made

    return make


def drafted_file(path: Path, catalog: Catalog = CATALOG) -> Drafted:
    """Draft an answers file, which must be complete."""
    answers, _ = check(parse(path.read_bytes(), path.name), CATALOG.ids, QUESTIONS)
    return draft(catalog, QUESTIONS, answers)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, so that nothing is written elsewhere."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    """Return the names of all that is in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())


class Result(NamedTuple):
    """How a run of the program ended."""

    code: int
    out: bytes
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


_parsed = cache(records.parse)
_PARSED_ANEW = records.parse


def _parsed_once(text: str | bytes, kind: type[Any], place: str, *called: Any) -> Any:
    return _PARSED_ANEW(text, kind, place, *called) if called else _parsed(text, kind, place)


@pytest.fixture
def amjd(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, usual_stops: None
) -> Callable[..., Result]:
    """Run the program in this process: the whole of it but the interpreter's start and end."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["amjd", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            program.main()
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError):
                stream.flush()
        captured = capfdbinary.readouterr()
        return Result(int(ended.value.code or 0), captured.out, captured.err.decode())

    # Of our own data, which is the same for every run, each file is read once.
    monkeypatch.setattr(records, "parse", _parsed_once)
    # This process goes on when the program has ended, and needs its garbage collected.
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    return run


def spawn(arguments: Sequence[str | Path | bytes], **more: Any) -> subprocess.CompletedProcess:
    """Run the program in a process of its own; one that hangs is ended."""
    for stream in ("stdout", "stderr"):
        more.setdefault(stream, subprocess.PIPE)
    if "input" not in more:
        more.setdefault("stdin", subprocess.DEVNULL)
    command = [sys.executable, "-m", "amjd", *arguments]
    environment = {**os.environ, **measured(), "PYTHONUTF8": "1", **more.pop("env", {})}
    return subprocess.run(command, timeout=120, env=environment, check=False, **more)


@pytest.fixture
def usual_stops() -> Iterator[None]:
    """Give back what a stop leaves: after it nothing more stops the program."""
    handlers = {number: signal.getsignal(number) for number in stops.USUAL}
    hook = sys.unraisablehook
    yield
    sys.unraisablehook = hook
    for number, handler in handlers.items():
        signal.signal(number, handler)


def fault(number: int) -> Callable[..., Any]:
    """Make what stands in for a call that the system refuses with this error."""

    def fail(*_arguments: Any, **_more: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail
