"""Opening a file with the program that the desktop has for it, where there is a desktop."""

from pathlib import Path

from amjd.files import system
from amjd.text.errors import AmjdError

opener = system.opener


def open_file(command: str, path: Path) -> None:
    """Open a file, and wait for nothing.

    Raises:
        AmjdError: the command cannot be run.
    """
    try:
        system.open_with(command, path)
    except OSError as error:
        raise AmjdError(f"{path} could not be opened: {error.strerror}.") from None
