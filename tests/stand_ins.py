"""Shell scripts that stand in for programs: an editor, the clipboard's tool, another shell."""

import sys
from pathlib import Path

OURS = f'exec "{sys.executable}" -m amjd "$@"'
"""What runs `amjd` of this checkout."""


def stand_in(path: Path, *lines: str) -> Path:
    """Write a script that can be run, under the name of the program that it stands in for."""
    path.write_text("\n".join(("#!/bin/sh", *lines, "")), "utf-8")
    path.chmod(0o755)
    return path
