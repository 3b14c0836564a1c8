"""The trace: what is asked, as JSON Lines, for bug reports and tests; never an answer."""

import contextlib
import os
import time
from collections.abc import Iterator
from typing import Any

from amjd.asker import Ask
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_PRIVATE = 0o600
_BEGINS = b'{"event": '


class Trace:
    """Writes a line each time something else is to be answered; `descriptor` is None for off."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor, self._begin = descriptor, time.monotonic()

    def asked(self, ask: Ask) -> None:
        """Write what is to be answered now."""
        if self._descriptor is None:
            return
        own = {row.value for row in ask.rows if row.own}
        self._write(
            event="ask",
            ms=self._now(),
            step=ask.step,
            of=ask.of,
            screen=ask.screen,
            fields=ask.fields,
            kind=ask.kind,
            choices=[None if row.own else row.value for row in ask.rows],
            own=ask.own,
            at=ask.at if ask.kind == "pick" else None,
            ticked=[None if value in own else value for value in ask.ticked],
        )

    def end(self, code: int) -> None:
        """Write how it ended, and close."""
        if self._descriptor is None:
            return
        self._write(event="end", ms=self._now(), code=code)
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        self._descriptor = None

    def _now(self) -> int:
        return round(1000 * (time.monotonic() - self._begin))

    def _write(self, **values: Any) -> None:
        import json  # hardly anybody traces

        line = f"{json.dumps(values)}\n".encode()
        # What cannot be traced is no reason to stop somebody who answers.
        with contextlib.suppress(OSError):
            while line:
                line = line[os.write(self._descriptor or 0, line) :]


OFF = Trace(None)


@contextlib.contextmanager
def tracing(path: str | None) -> Iterator[Trace]:
    """Append to a file, for its owner's eyes only, while an interview lasts.

    Raises:
        AmjdError: the file cannot be opened, or is no trace (exit code 4).
    """
    if not path:
        yield OFF
        return
    trace = Trace(_opened(path))
    try:
        yield trace
    except BaseException as error:
        trace.end(_code(error))
        raise
    trace.end(0)


def _opened(path: str) -> int:
    from amjd.files import system
    from amjd.files.refusals import explained  # only what is traced needs it

    with explained(path, "written"):
        if os.path.isfile(path) and not _is_trace(path):  # noqa: PTH113 - beside os.open
            message = f"{printable(path)} is no trace, and holds something else."
            raise AmjdError(message, "Take another name.")
        return os.open(path, system.TO_APPEND, _PRIVATE)


def _is_trace(path: str) -> bool:
    """Whether a file begins as a trace does, or is empty; answers may bear the name by mistake."""
    with open(path, "rb") as file:  # noqa: PTH123 - beside os.open
        return file.read(len(_BEGINS)) in (b"", _BEGINS)


def _code(error: BaseException) -> int:
    """Return the exit code that the program ends with after an error."""
    match error:
        case SystemExit(code=int(code)) | AmjdError(code=code):
            return code
        case KeyboardInterrupt() | EOFError():
            return 130
        case OSError():
            return 4
    return int(getattr(error, "exit_code", 70))  # Typer's own way to leave has one
