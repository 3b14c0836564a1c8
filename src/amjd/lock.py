"""The lock that keeps a second interview from writing the same answers."""

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from amjd import flow
from amjd.files import explained
from amjd.text.characters import printable
from amjd.text.errors import AmjdError


@contextlib.contextmanager
def held(answers: Path, name: str, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold a lock that the system lets go of when the process ends, however it ends.

    `name` is what the person calls the file. A folder without locks, as some on a network are, is
    worked in all the same; `tell` says so, and no file is left there: one that a killed
    interview leaves would lock its owner out.

    Raises:
        AmjdError: somebody else holds it (exit code 6).
    """
    lock = answers.with_name(f".{answers.name}.lock")
    descriptor, is_locking = None, True
    try:
        descriptor = _locked(lock)
    except OSError as error:
        is_locking = False
        lock.unlink(missing_ok=True)
        tell(_no_lock(answers.parent, error))
    try:
        if descriptor is None and is_locking:
            message = f"another amjd new is working on {printable(name)}."
            raise AmjdError(message, "Finish that one, or take another --output.", code=6)
        yield
    finally:
        if descriptor is not None:
            lock.unlink(missing_ok=True)
            os.close(descriptor)


def _no_lock(folder: Path, error: OSError) -> str:
    said = (error.strerror or "it failed").lower()
    return str(flow.wizard()["no_lock"].format(folder=printable(str(folder)), reason=said))


def _locked(lock: Path) -> int | None:
    """Lock the file; None if somebody holds it. A file that was removed meanwhile is no lock.

    Raises:
        AmjdError: the file cannot be made (exit code 4).
        OSError: there are no locks in this folder.
    """
    while True:
        with explained(str(lock), "written"):
            descriptor = os.open(lock, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        is_locked = False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_locked = os.path.samestat(os.fstat(descriptor), lock.stat())
        except FileNotFoundError:
            pass
        except BlockingIOError:
            return None
        finally:
            if not is_locked:
                os.close(descriptor)
        if is_locked:
            return descriptor
