"""The lock on an answers file: two interviews never work on the same one."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from amjd.characters import printable
from amjd.errors import AmjdError
from amjd.files import explained


@contextlib.contextmanager
def held(answers: Path, name: str) -> Iterator[None]:
    """Hold a lock that the system lets go of when the process ends, however it ends.

    `name` is what the person calls the file.

    Raises:
        AmjdError: somebody else holds it (exit code 6).
    """
    lock = answers.with_name(f".{answers.name}.lock")
    descriptor = _locked(lock)
    try:
        if descriptor is None:
            message = f"another amjd new is working on {printable(name)}."
            raise AmjdError(message, "Finish that one, or take another --output.", code=6)
        yield
    finally:
        if descriptor is not None:
            # Its folder may be gone, or read-only, by now; then so is the need for it.
            with contextlib.suppress(OSError):
                lock.unlink()
            with contextlib.suppress(OSError):
                os.close(descriptor)


def _locked(lock: Path) -> int | None:
    """Lock the file; None if somebody holds it. A file that was removed meanwhile is no lock."""
    while True:
        with explained(str(lock), "written"):
            descriptor = os.open(lock, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        except BlockingIOError:
            os.close(descriptor)
            return None
        os.close(descriptor)
