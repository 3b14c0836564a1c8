"""The lock that keeps a second interview from writing the same answers."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from amjd.files import system
from amjd.files.refusals import explained
from amjd.text.characters import printable
from amjd.text.errors import AmjdError


@contextlib.contextmanager
def held(answers: Path, name: str, warn: Callable[[str], None]) -> Iterator[None]:
    """Hold a lock that the system lets go of when the process ends, however it ends.

    `name` is what the person calls the file. Folders on a network may have no locks; then
    `warn` gets the system's words for it, and the work goes on. A file that is there would be no
    lock: a killed interview would leave it, and lock its owner out.

    Raises:
        AmjdError: somebody else holds it (exit code 6).
    """
    lock = answers.with_name(f".{answers.name}.lock")
    descriptor, is_locking = None, True
    try:
        descriptor = _locked(lock)
    except OSError as error:
        is_locking = False
        with contextlib.suppress(OSError):
            lock.unlink()
        warn((error.strerror or "it failed").lower())
    try:
        if descriptor is None and is_locking:
            message = f"another amjd new is working on {printable(name)}."
            raise AmjdError(message, "Finish that one, or take another --output.", code=6)
        yield
    finally:
        if descriptor is not None:
            system.let_go(descriptor, lock)


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
