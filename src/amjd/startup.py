"""What makes the program start and end quickly; nothing here changes what it does."""

import contextlib
import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import NoReturn, cast

_HEAD_START = 0.2  # seconds; the first question is on the screen by then


def begin() -> None:
    """Let a run spend no time on what only a long one needs."""
    # Collecting garbage while importing is a tenth of a run.
    gc.disable()
    # pydantic would look through every installed distribution for plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def leave(ended: SystemExit) -> NoReturn:
    """End the process at once: to look through and free each object takes a fifth of a draft.

    Whoever calls has closed files and given the terminal back; nothing that is printed is kept
    back anywhere. A profiler, which writes at the end, is to call `main` in place of `run`.

    Raises:
        SystemExit: this one, where it holds no number.
    """
    code = 0 if ended.code is None else ended.code
    if not isinstance(code, int):
        raise ended
    os._exit(code & 0xFF)


@contextlib.contextmanager
def without_network() -> Iterator[None]:
    """Let asyncio, on which a screen runs, be loaded without ssl: a twentieth of the way to it."""
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = cast(ModuleType, None)  # as where it was not built
    try:
        yield
    finally:
        del sys.modules["ssl"]


def load_ahead(load: Callable[[], object], leave_signals: Callable[[], None]) -> None:
    """Load what follows the first question while it is answered; then let garbage be collected.

    Whoever stops at once need not wait for it; `leave_signals` leaves stops to the main thread.
    """
    import threading  # a command that asks nothing needs no threads

    threading.Thread(target=_load, args=[load, leave_signals], daemon=True).start()


def _load(load: Callable[[], object], leave_signals: Callable[[], None]) -> None:
    leave_signals()
    time.sleep(_HEAD_START)
    # Whatever fails to load fails again, and is reported, where it is needed.
    with contextlib.suppress(Exception):
        load()
    # Looking through all that was loaded would hold up every other question.
    gc.freeze()
    gc.enable()
