"""What the benchmarks share: finding commands, and the peers' templates."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
PEERS = HERE / "peers"


def parser(text: str | None) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=text)
    options.add_argument("--rounds", type=int, help="how often each comparison is made")
    options.add_argument("--amjd", default=beside_python("amjd"), help="the command (%(default)s)")
    options.add_argument(
        "--peers-python", default=sys.executable, help="a Python that has docxtpl and PyYAML"
    )
    return options


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
