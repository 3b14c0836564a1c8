"""What the benchmarks share: finding commands, and the peers' templates."""

import argparse
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
PEERS = HERE / "peers"


class Comparison(NamedTuple):
    """One of our measurements against that of a peer; an aim is missed without shame."""

    name: str
    own: str
    peer: str
    target: float
    is_aim: bool = False


def parser(text: str | None) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=text)
    options.add_argument("--rounds", type=int, help="how often each comparison is made")
    options.add_argument(
        "--cpu",
        action="store_true",
        help="measure processor time, which other work on the machine stretches less",
    )
    options.add_argument("--amjd", default=beside_python("amjd"), help="the command (%(default)s)")
    options.add_argument(
        "--peers-python", default=sys.executable, help="a Python that has docxtpl and PyYAML"
    )
    return options


def clock(cpu: bool) -> Callable[[], float]:
    """Give a clock in seconds: that of the wall, or the processor time of programs that ended."""
    return _of_children if cpu else time.perf_counter


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def beside_python(name: str, python: str = sys.executable) -> str:
    """Prefer the command of the environment that a Python belongs to; then that of PATH."""
    return shutil.which(name, path=Path(python).parent) or name


def has_command(command: str) -> bool:
    return shutil.which(command) is not None


def has_docxtpl(python: str) -> bool:
    check = [python, "-c", "import docxtpl, yaml"]
    if not has_command(python):
        return False
    return subprocess.run(check, stderr=subprocess.DEVNULL, check=False).returncode == 0


def make_templates(amjd: str, python: str, work: Path) -> Path:
    """Make the docxtpl template of each example, from the posting that amjd drafts of it."""
    postings, templates = work / "postings", work / "templates"
    templates.mkdir()
    examples = sorted(EXAMPLES.glob("*.yaml"))
    run([amjd, "draft", *map(str, examples), "-o", f"{postings}/", "-f", "docx", "-q"])
    pairs = [str(path) for file in examples for path in (postings / f"{file.stem}.docx", file)]
    run([python, str(PEERS / "docxtpl_templates.py"), str(templates), *pairs])
    return templates


def run(command: list[str], cwd: Path | None = None) -> None:
    """Run a command that has to succeed; what it prints is shown only if it does not."""
    done = subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed ({done.returncode}):\n{done.stderr.decode()[-2000:]}")


def report(comparisons: list[Comparison], times: dict[str, list[float]]) -> None:
    """Print the median of each measurement, in seconds, and of the ratios round by round."""
    for name, seconds in times.items():
        print(f"{name:22} {median(seconds) * 1000:7.0f} ms")
    print(f"\n{'comparison':16} {'median':>7} {'least':>7} {'most':>7}   target")
    for item in comparisons:
        if item.peer not in times:
            continue
        pairs = zip(times[item.own], times[item.peer], strict=True)
        ratios = sorted(own / peer for own, peer in pairs)
        middle = median(ratios)
        kind = "aim" if item.is_aim else "goal"
        verdict = "met" if middle <= item.target else "MISSED"
        print(
            f"{item.name:16} {middle:7.2f} {ratios[0]:7.2f} {ratios[-1]:7.2f}   "
            f"{kind} {item.target} x {item.peer}: {verdict}"
        )
