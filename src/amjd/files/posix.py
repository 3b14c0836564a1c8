"""What Linux, macOS and their kin do in their own way with files; `system` chooses it."""

import contextlib
import fcntl
import os
import select
import shutil
import sys
from pathlib import Path
from typing import TextIO

from amjd.files import causes, ownership

assert sys.platform != "win32"

take_over, is_open_to_others = ownership.take_over, ownership.is_open_to_others

TO_READ = os.O_RDONLY | os.O_NONBLOCK  # a pipe that nobody writes to would hang for ever
TO_MAKE = os.O_CREAT | os.O_EXCL | os.O_WRONLY
TO_APPEND = os.O_CREAT | os.O_APPEND | os.O_WRONLY
TO_PIPE = os.O_WRONLY | os.O_NONBLOCK
TO_LOCK = os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW

SLASHES: tuple[str, ...] = ("/",)
"""What the name of a folder may end in."""


KEEPS_OPEN_FILES: bool = False
"""Whether a file that one program has open may be closed to others."""


def is_too_long(name: str) -> bool:
    """Whether the name of a file has more than it may have: 255 bytes, or on Windows characters."""
    return len(os.fsencode(name)) > 255


def fault_of(path: Path) -> str:  # noqa: ARG001 - it is Windows that has rules
    """Say why a path can name no file; nothing where it can."""
    return ""


def lock(descriptor: int) -> bool:
    """Lock an open file until it is closed; return whether nobody else holds it.

    Raises:
        OSError: its folder takes no locks.
    """
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def process() -> str:
    """Name this process so that it can be known again: its computer, its number, its start."""
    return f"{os.uname().nodename} {os.getpid()} {_start(os.getpid())}"


def is_running(process: str) -> bool | None:
    """Whether a process so named runs now; None for one of another computer."""
    computer, number, start = [*process.split(" "), "", ""][:3]
    if computer != os.uname().nodename:
        return None
    if not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)  # which only asks
    except PermissionError:
        pass  # it is somebody else's
    except (OSError, OverflowError):
        return False
    return start == _start(int(number))


def _start(number: int) -> str:
    """Return when a process began, as Linux counts it; nothing where that cannot be asked."""
    try:
        fields = Path(f"/proc/{number}/stat").read_bytes().rpartition(b")")[2].split()
        return fields[19].decode("ascii", "replace")
    except (OSError, IndexError):
        return ""


def let_go(descriptor: int, file: Path) -> None:
    """Remove a file that was locked, and let go of the lock."""
    # Its folder may be gone, or read-only, by now; then so is the need for it.
    causes.remove(file)
    with contextlib.suppress(OSError):
        os.close(descriptor)


def can_read(descriptor: int, seconds: float | None = None) -> bool:
    """Wait for something to read, for ever if no time is given; return whether there is."""
    return bool(select.select([descriptor], [], [], seconds)[0])


def wait_to_write(descriptor: int) -> None:
    """Wait until a stream takes more."""
    select.select([], [descriptor], [])


def needs_stream(stream: TextIO) -> bool:  # noqa: ARG001 - it is Windows that asks
    """Whether what is written to its descriptor would not be shown as it is meant."""
    return False


def quoted(word: str) -> str:
    """Write a word of a command as the person's shell takes it."""
    import shlex  # few runs name a command

    return shlex.quote(word)


def opener() -> str | None:
    """Return the command that opens files on this desktop; None where there is none."""
    if sys.platform == "darwin":
        return shutil.which("open")
    is_drawn = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if is_drawn else None


def open_with(command: str, path: Path) -> None:
    """Open a file, and wait for nothing; an OSError is the caller's."""
    import subprocess  # few open anything

    opening = subprocess.Popen(
        [command, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    # It may run as long as the file is open: nobody waits for its end.
    opening.returncode = 0


# pbcopy reads what it is given in the encoding of the user's language, if one is set.
CLIPBOARD_SETTINGS = {"LC_ALL": "en_US.UTF-8"} if sys.platform == "darwin" else {}


def clipboards(media_type: str) -> dict[str, list[str]]:
    """Return the programs that put something on the clipboard, each with its options."""
    # By itself xclip says that it has text, in all the ways that programs of X ask for text.
    target = [] if media_type == "text/plain" else ["-target", media_type]
    return {
        "pbcopy": [],  # takes text alone
        "wl-copy": ["--type", media_type],
        "xclip": ["-selection", "clipboard", *target],
    }


def for_clipboard(content: bytes) -> bytes:
    """Return UTF-8 as these programs read it."""
    return content
