"""Many postings in one run: speed against docxtpl, growth, and memory.

Both programs read every answers file and write every DOCX file in one process, measured from start
to exit. amjd also checks the answers, chooses the template and syncs each file to the disk; with
nothing to say of them (`-q`) it does not review the postings.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import common

ROUNDS, GOAL = 5, 6


class Batch(NamedTuple):
    """Postings a second, and KB of memory after a tenth of them and at the end."""

    speed: float
    early: int
    late: int


def main() -> None:
    options = common.parser(__doc__)
    options.add_argument("--count", type=int, default=300, help="postings a round (%(default)s)")
    options.add_argument(
        "--sizes", default="100,1000,10000", help="of the growth table (%(default)s); 0 for none"
    )
    given = options.parse_args()
    sizes = [int(size) for size in given.sizes.split(",") if int(size)]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        answers = make_answers(work / "answers", max([given.count, *sizes]))
        if common.has_docxtpl(given.peers_python):
            templates = common.make_templates(given.amjd, given.peers_python, work)
            script = [given.peers_python, str(common.PEERS / "docxtpl_fill.py"), str(templates)]
            few, rounds = answers[: given.count], given.rounds or ROUNDS
            compare(given.amjd, script, few, rounds, work, common.clock(given.cpu))
        else:
            print("speed: skipped, because docxtpl is not installed")
        grow(given.amjd, answers, sizes, work)


def make_answers(folder: Path, count: int) -> list[str]:
    """Write variations of the examples: each its own company and number of accounts."""
    folder.mkdir()
    examples = [(file.stem, file.read_text("utf-8")) for file in common.EXAMPLES.glob("*.yaml")]
    paths = []
    for number in range(count):
        name, text = sorted(examples)[number % len(examples)]
        text = re.sub(r"(?m)^(  name: .*)$", rf"\1 {number}", text, count=1)
        text = re.sub(r"(?m)^(  accounts: )\d+", rf"\g<1>{20 + number % 90}", text)
        path = folder / f"{name}-{number:06}.yaml"
        path.write_text(text, "utf-8")
        paths.append(str(path))
    return paths


def compare(
    amjd: str,
    script: list[str],
    answers: list[str],
    rounds: int,
    work: Path,
    clock: Callable[[], float],
) -> None:
    """Take turns; each round gives one ratio."""
    speeds: list[tuple[float, float]] = []
    for turn in range(rounds):
        own, peer = 0.0, 0.0
        for program in ("amjd", "docxtpl") if turn % 2 else ("docxtpl", "amjd"):
            if program == "amjd":
                own = batch_amjd(amjd, answers, work, clock).speed
            else:
                peer = batch_docxtpl(script, answers, work, clock)
        speeds.append((own, peer))
    ratios = sorted(own / peer for own, peer in speeds)
    print(f"{len(answers):,} postings, {rounds} rounds, postings a second (median):")
    print(f"  amjd    {median(own for own, _ in speeds):6.0f}")
    print(f"  docxtpl {median(peer for _, peer in speeds):6.0f}")
    verdict = "met" if median(ratios) >= GOAL else "MISSED"
    print(
        f"  amjd is {median(ratios):.2f} times as fast ({ratios[0]:.2f} to {ratios[-1]:.2f}); "
        f"goal {GOAL}: {verdict}"
    )
    reviewed = (batch_amjd(amjd, answers, work, clock, quiet=False).speed for _ in range(3))
    print(f"  amjd    {median(reviewed):6.0f}  without -q: each posting is reviewed too")


def grow(amjd: str, answers: list[str], sizes: list[int], work: Path) -> None:
    if not sizes:
        return
    print(f"\n{'postings':>8} {'a second':>9} {'MB at 1/10':>11} {'MB at the end':>14}")
    for size in sizes:
        batch = batch_amjd(amjd, answers[:size], work, time.perf_counter)
        early, late = batch.early / 1024, batch.late / 1024
        verdict = "met" if late <= early + 5 else "MISSED"
        print(f"{size:8,} {batch.speed:9.0f} {early:11.1f} {late:14.1f}   goal +5 MB: {verdict}")


def batch_amjd(
    amjd: str, answers: list[str], work: Path, clock: Callable[[], float], *, quiet: bool = True
) -> Batch:
    output = fresh(work)
    command = [amjd, "draft", *answers, "-o", f"{output}/", "-f", "docx", *["-q"] * quiet]
    tenth = output / f"{Path(answers[len(answers) // 10]).stem}.docx"
    os.sync()
    start = clock()
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        early, late = watch(process, tenth)
    seconds = clock() - start
    check(process.returncode, output, len(answers))
    return Batch(len(answers) / seconds, early, late)


def fresh(work: Path) -> Path:
    """Return a new folder, which stays to the end: ext4 is slow to create files after deletions."""
    return Path(tempfile.mkdtemp(dir=work))


def watch(process: "subprocess.Popen[bytes]", tenth: Path) -> tuple[int, int]:
    """Return the KB that the process has in memory once a tenth is written, and last of all."""
    early, late = 0, 0
    while process.poll() is None:
        if now := resident(process.pid):
            late = now
            early = early or (now if tenth.exists() else 0)
        time.sleep(0.005)
    return early or late, late


def resident(pid: int) -> int:
    """Read the resident memory from /proc (Linux); 0 where there is none."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    match = re.search(r"VmRSS:\s+(\d+)", status)
    return int(match[1]) if match else 0


def batch_docxtpl(
    script: list[str], answers: list[str], work: Path, clock: Callable[[], float]
) -> float:
    output = fresh(work)
    os.sync()
    start = clock()
    code = subprocess.run([*script, str(output), *answers], check=False).returncode
    seconds = clock() - start
    check(code, output, len(answers))
    return len(answers) / seconds


def check(code: int, output: Path, count: int) -> None:
    written = len(list(output.glob("*.docx"))) if output.is_dir() else 0
    if code or written != count:
        sys.exit(f"failed with {code}: {written} of {count} postings written")


if __name__ == "__main__":
    main()
