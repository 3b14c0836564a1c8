"""Whole-process timings of amjd and its peers, from start to exit.

Each round runs every command once, in an order that rotates from round to round, and gives one
ratio for each comparison. The median of these ratios is printed with the least and the greatest,
so that a machine that is slow for a while slows both sides.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import common

ROUNDS = 15


COMPARISONS = [
    common.Comparison("version", "amjd --version", "python -c pass", 5),
    common.Comparison("help", "amjd --help", "python -c pass", 8),
    common.Comparison("docx-copier", "amjd draft -o x.docx", "copier copy", 0.8),
    common.Comparison("docx-rendercv", "amjd draft -o x.docx", "rendercv render", 0.4),
    common.Comparison("docx-docxtpl", "amjd draft -o x.docx", "docxtpl script", 1.1),
    common.Comparison("docx-imports", "amjd draft -o x.docx", "imports", 1.2),
    common.Comparison("docx-model", "amjd draft -o x.docx", "imports, a model", 1.1),
    common.Comparison("markdown-copier", "amjd draft -o x.md", "copier copy", 0.6),
]

IMPORTS = "import typer, pydantic, docx, yaml"
# pydantic loads most of itself when the first model is made; that of the answers has 78 fields.
MODEL = f"""
{IMPORTS}
class Answers(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)
{"".join(f"    answer_{number}: str | None = None{chr(10)}" for number in range(78))}
"""

# Given a fresh folder, a command's words.
Command = Callable[[Path], list[str]]


def main() -> None:
    options = common.parser(__doc__)
    options.add_argument("--copier", help="the command (beside --peers-python, or in PATH)")
    options.add_argument("--rendercv", default="rendercv", help="the command (in PATH)")
    names = [comparison.name for comparison in COMPARISONS]
    options.add_argument("--only", action="append", choices=names, help="can be repeated")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as work:
        copier = given.copier or common.beside_python("copier", given.peers_python)
        commands = own_commands(given.amjd) | peer_commands(
            given.amjd, given.peers_python, copier, given.rendercv, Path(work)
        )
        wanted = [item for item in COMPARISONS if item.name in (given.only or names)]
        compare(wanted, commands, given.rounds or ROUNDS, common.clock(given.cpu))


def own_commands(amjd: str) -> dict[str, Command]:
    answers = str(common.EXAMPLES / "standard.yaml")
    return {
        "python -c pass": lambda _: [sys.executable, "-c", "pass"],
        "imports": lambda _: [sys.executable, "-c", IMPORTS],
        "imports, a model": lambda _: [sys.executable, "-c", MODEL],
        "amjd --version": lambda _: [amjd, "--version"],
        "amjd --help": lambda _: [amjd, "--help"],
        "amjd draft -o x.docx": lambda fresh: [
            *(amjd, "draft", answers, "-o", str(fresh / "x.docx"), "--force", "-q")
        ],
        "amjd draft -o x.md": lambda fresh: [
            *(amjd, "draft", answers, "-o", str(fresh / "x.md"), "--force", "-q")
        ],
    }


def peer_commands(
    amjd: str, python: str, copier: str, rendercv: str, work: Path
) -> dict[str, Command]:
    """Return the commands of the peers that are installed, and prepare what they read."""
    found: dict[str, Command] = {}
    if common.has_command(copier):
        # A copy, because Copier looks for Git around its template.
        template = shutil.copytree(common.PEERS / "copier-template", work / "copier-template")
        found["copier copy"] = lambda fresh: [
            *(copier, "copy", "--defaults", "-q", str(template), str(fresh / "out"))
        ]
    if common.has_command(rendercv):
        common.run([rendercv, "new", "Jane Doe"], cwd=work)
        cv = str(work / "Jane_Doe_CV.yaml")
        found["rendercv render"] = lambda fresh: [
            *(rendercv, "render", cv, "-nopdf", "-nopng", "-q", "-o", str(fresh))
        ]
    if common.has_docxtpl(python):
        templates = common.make_templates(amjd, python, work)
        script = str(common.PEERS / "docxtpl_fill.py")
        answers = str(common.EXAMPLES / "standard.yaml")
        found["docxtpl script"] = lambda fresh: [
            *(python, script, str(templates), str(fresh), answers)
        ]
    return found


def compare(
    wanted: list[common.Comparison],
    commands: dict[str, Command],
    rounds: int,
    clock: Callable[[], float],
) -> None:
    for item in wanted:
        if item.peer not in commands:
            print(f"{item.name}: skipped, because {item.peer.split()[0]} is not installed")
    wanted = [item for item in wanted if item.peer in commands]
    needed = list(dict.fromkeys(name for item in wanted for name in (item.own, item.peer)))
    if not needed:
        return
    size = 0
    times: dict[str, list[float]] = {name: [] for name in needed}
    for turn in range(rounds + 1):
        start = turn % len(needed)
        for name in needed[start:] + needed[:start]:
            seconds, size_now = timed(commands[name], clock)
            size = size_now if name == "amjd draft -o x.docx" else size
            if turn:  # the first round only warms up
                times[name].append(seconds)
    common.report(wanted, times)
    if size:
        print(f"size of x.docx: {size / 1024:.1f} KB (target: at most 15 KB)")


def timed(command: Command, clock: Callable[[], float]) -> tuple[float, int]:
    """Run a command in a fresh folder; return its seconds and the bytes of what it wrote there."""
    with tempfile.TemporaryDirectory() as folder:
        words = command(Path(folder))
        start = clock()
        code = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            check=False,
        ).returncode
        seconds = clock() - start
        if code:
            sys.exit(f"failed with {code}: {' '.join(words)}")
        return seconds, sum(file.stat().st_size for file in Path(folder).iterdir())


if __name__ == "__main__":
    main()
