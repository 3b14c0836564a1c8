"""Run the tests on the oldest and the newest that `pyproject.toml` allows.

    python scripts/try_versions.py [--python 3.11] [--resolution lowest-direct] [TESTS ...]

Each Python that is found, with the lowest and with the highest versions of what is depended on,
gets an environment of its own, in which the source tree is installed: in a wheel the lowest of the
tests' own tools would not be asked for. Needs `uv`. Without TESTS all are run.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
RESOLUTIONS = ("lowest-direct", "highest")


def main() -> None:
    """Try each Python with each resolution, and end with 1 if any of them fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", action="append")
    parser.add_argument("--resolution", action="append", choices=RESOLUTIONS)
    parser.add_argument("tests", nargs="*")
    given = parser.parse_args()
    ended = {
        f"{python}, {resolution}": _try(python, resolution, given.tests)
        for python in given.python or PYTHONS
        for resolution in given.resolution or RESOLUTIONS
    }
    print("\n".join(f"{name}: {how}" for name, how in ended.items()))
    sys.exit(any(how == "failed" for how in ended.values()))


def _try(python: str, resolution: str, tests: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        if not _ran("uv", "venv", "--quiet", "--no-python-downloads", "--python", python, folder):
            return "no such Python here"
        name = Path(folder, "Scripts" if sys.platform == "win32" else "bin", "python")
        installed = _ran(
            "uv", "pip", "install", "--quiet", "--python", str(name),
            "--resolution", resolution, "--editable", f"{ROOT}[dev]",
        )  # fmt: skip
        command = (str(name), "-m", "pytest", "-q", "-n", "auto", "-p", "no:cacheprovider")
        return "passed" if installed and _ran(*command, *tests) else "failed"


def _ran(*command: str) -> bool:
    return subprocess.run(command, cwd=ROOT).returncode == 0


if __name__ == "__main__":
    main()
