"""The size of a fresh environment with amjd in it, and the packages that come with it.

    python benchmarks/size.py [FOLDER OR REQUIREMENT]

Counted as `du` does on a disk of 4 KiB blocks: every file and folder of site-packages, with the
byte code that pip writes; pip and setuptools aside, which Python brings.
"""

import sys
import tempfile
import venv
from collections import Counter
from pathlib import Path

from common import run

BLOCK = 4096
GOAL_MB, GOAL_PACKAGES = 60, 20
PYTHONS_OWN = ["pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils"]


def site_packages(environment: Path) -> Path:
    (found,) = environment.glob("lib/python*/site-packages")
    return found


def on_disk(path: Path) -> int:
    """Count the bytes of the blocks that a file, or a folder and all in it, takes."""
    paths = [path, *path.rglob("*")]
    return sum(-(-each.lstat().st_size // BLOCK) * BLOCK for each in paths)


def sizes(folder: Path) -> Counter[str]:
    """Measure each entry of site-packages that is not Python's own."""
    entries = [path for path in folder.iterdir() if path.name.split("-")[0] not in PYTHONS_OWN]
    return Counter({path.name: on_disk(path) for path in entries})


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parent.parent)
    with tempfile.TemporaryDirectory() as work:
        environment = Path(work) / "env"
        venv.create(environment, with_pip=True)
        run([str(environment / "bin" / "python"), "-m", "pip", "install", "-q", wanted])
        measured = sizes(site_packages(environment))
    packages = [name for name in measured if name.endswith(".dist-info")]
    megabytes = measured.total() / 1e6
    for name, size in measured.most_common(12):
        print(f"{size / 1e6:7.1f} MB  {name}")
    print(f"{megabytes:7.1f} MB of at most {GOAL_MB}")
    print(f"{len(packages):7} packages of at most {GOAL_PACKAGES}")
    sys.exit(megabytes > GOAL_MB or len(packages) > GOAL_PACKAGES)


if __name__ == "__main__":
    main()
