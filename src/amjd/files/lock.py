"""What keeps a second interview from writing the same answers: a lock, or else a note."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from amjd.files import system
from amjd.files.causes import remove, said
from amjd.files.placing import prefix
from amjd.files.refusals import explained
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_MOST = 300  # bytes of a note
_WRITTEN = 0.2  # seconds in which whoever makes a note has written it


@contextlib.contextmanager
def held(answers: Path, name: str, warn: Callable[[str], None]) -> Iterator[None]:
    """Hold a lock that the system lets go of when the process ends, however it ends.

    `name` is what the person calls the file. Folders on a network may have no locks; then `warn`
    gets the system's words for it, and a note beside the answers says who is at work on them.

    Raises:
        AmjdError: somebody else holds it (exit code 6).
    """
    lock = _beside(answers, "lock")
    descriptor, refusal = None, None
    try:
        descriptor = _locked(lock)
    except OSError as error:
        refusal = error
    if refusal:
        remove(lock)
        with _noted(_beside(answers, "held"), name):
            warn(said(refusal))
            yield
        return
    if descriptor is None:
        raise _in_use(name)
    try:
        yield
    finally:
        system.let_go(descriptor, lock)


def _beside(answers: Path, ending: str) -> Path:
    name = f".{answers.name}.{ending}"
    is_long = system.is_too_long(name)
    return answers.with_name(f"{prefix(answers)}{ending}" if is_long else name)


def _in_use(name: str, where: str = "", cure: str = "take another --output") -> AmjdError:
    message = f"another amjd new is working on {printable(name)}{where}."
    return AmjdError(message, f"Finish that one, or {cure}.", code=6)


def _locked(lock: Path) -> int | None:
    """Lock the file; None if somebody holds it. A file that was removed meanwhile is no lock.

    Raises:
        AmjdError: the file cannot be made (exit code 4).
        OSError: there are no locks in this folder.
    """
    while True:
        with explained(str(lock), "written"):
            descriptor = os.open(lock, system.TO_LOCK, 0o600)
        is_locked = False
        try:
            if not system.lock(descriptor):
                return None
            is_locked = os.path.samestat(os.fstat(descriptor), lock.stat())
        except FileNotFoundError:
            pass
        finally:
            if not is_locked:
                os.close(descriptor)
        if is_locked:
            return descriptor


@contextlib.contextmanager
def _noted(note: Path, name: str) -> Iterator[None]:
    """Leave a note of who is at work, while it lasts; that of a process that ended is none.

    Raises:
        AmjdError: somebody else is at work, as far as can be told (exit code 6).
    """
    mine = system.process().encode()
    if mine:
        _leave(note, mine, name)
    try:
        yield
    finally:
        if mine and _content(note) in (mine, b""):  # another's may stand there by now
            remove(note)


def _leave(note: Path, mine: bytes, name: str) -> None:
    for _ in range(2):
        try:
            descriptor = os.open(note, system.TO_MAKE, 0o600)
        except FileExistsError:
            _refuse_held(note, name)
            remove(note)
        except OSError:
            return  # then nobody can be seen at all, as is said
        else:
            with contextlib.suppress(OSError), open(descriptor, "wb") as file:  # noqa: PTH123
                file.write(mine)
            return


def _refuse_held(note: Path, name: str) -> None:
    """Refuse where the process that a note names is at work, or nobody here can tell."""
    end = time.monotonic() + _WRITTEN
    while not (whose := _content(note)) and time.monotonic() < end:
        time.sleep(0.01)
    process = whose.decode("utf-8", "replace")
    if not process:
        return
    is_running = system.is_running(process)
    if is_running:
        raise _in_use(name)
    if is_running is None:
        computer = printable(process.split(" ")[0])
        cure = f"if it no longer runs, remove {printable(str(note))}"
        raise _in_use(name, f" on the computer {computer}", cure)


def _content(note: Path) -> bytes:
    try:
        if not note.is_file() or note.is_symlink():
            return b""
        with note.open("rb") as file:
            return file.read(_MOST)
    except OSError:
        return b""
