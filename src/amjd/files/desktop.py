"""Opening a file with the program that the desktop has for it, where there is a desktop."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from amjd.text.errors import AmjdError


def opener() -> str | None:
    """Return the command that opens files on this desktop; None where there is none."""
    if sys.platform == "darwin":
        return shutil.which("open")
    is_drawn = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if is_drawn else None


def open_file(command: str, path: Path) -> None:
    """Open a file, and wait for nothing.

    Raises:
        AmjdError: the command cannot be run.
    """
    try:
        opening = subprocess.Popen(
            [command, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # It may run as long as the file is open: nobody waits for its end.
        opening.returncode = 0
    except OSError as error:
        raise AmjdError(f"{path} could not be opened: {error.strerror}.") from None
