"""What Windows does in its own way with files; `system` chooses it, and `posix` explains it.

What only Windows can do stands behind `sys.platform`: elsewhere, where a Python has no modules of
POSIX, it is left undone.
"""

import contextlib
import errno
import os
import sys
import time
from pathlib import Path, PureWindowsPath
from typing import TextIO

from amjd.files import causes, windows_names

# Without it the system would make two characters of each line end.
_BINARY: int = getattr(os, "O_BINARY", 0)
TO_READ = os.O_RDONLY | _BINARY
TO_MAKE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY
TO_APPEND = os.O_CREAT | os.O_APPEND | os.O_WRONLY | _BINARY
TO_PIPE = os.O_WRONLY | _BINARY
TO_LOCK = os.O_CREAT | os.O_RDWR | _BINARY

SLASHES: tuple[str, ...] = ("/", "\\")


KEEPS_OPEN_FILES: bool = True


def is_too_long(name: str) -> bool:
    return windows_names.is_too_long(name)


def fault_of(path: Path) -> str:
    return windows_names.fault(PureWindowsPath(path)) if sys.platform == "win32" else ""


def lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))


def process() -> str:
    return ""  # a folder without locks is nothing that Windows has


def is_running(process: str) -> bool | None:  # noqa: ARG001
    return None


def let_go(descriptor: int, file: Path) -> None:
    # A file that somebody has open cannot be removed, so nobody loses a lock by that.
    with contextlib.suppress(OSError):
        os.close(descriptor)
    causes.remove(file)


def can_read(descriptor: int, seconds: float | None = None) -> bool:  # noqa: ARG001
    return True  # a read waits by itself


def wait_to_write(descriptor: int) -> None:  # noqa: ARG001
    time.sleep(0.01)  # and so does a write, but for a pipe that takes nothing now


def needs_stream(stream: TextIO) -> bool:
    # The console takes characters; its bytes would be read in the code page.
    return stream.isatty()


def quoted(word: str) -> str:
    # PowerShell and cmd both take these marks, and no name of a file has one in it.
    is_plain = word and all(one.isalnum() or one in "\\/:._-+=~" for one in word)
    return word if is_plain else f'"{word}"'


def take_over(
    descriptor: int,  # noqa: ARG001
    target: Path,  # noqa: ARG001
    there: os.stat_result,  # noqa: ARG001
) -> tuple[str, ...]:
    return ()  # a new file has what its folder hands down


def is_open_to_others(descriptor: int) -> bool:  # noqa: ARG001
    return False  # what may be done with it does not stand in its mode


def opener() -> str | None:
    return "start" if sys.platform == "win32" else None


def open_with(command: str, path: Path) -> None:  # noqa: ARG001
    if sys.platform == "win32":
        os.startfile(path)


CLIPBOARD_SETTINGS: dict[str, str] = {}


def clipboards(media_type: str) -> dict[str, list[str]]:  # noqa: ARG001
    return {"clip": []}  # takes text alone


def for_clipboard(content: bytes) -> bytes:
    # clip reads the code page of the console, but for a text with the mark of UTF-16.
    return content.decode().encode("utf-16")
