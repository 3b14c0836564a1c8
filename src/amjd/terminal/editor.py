"""The person's own editor, for an answer of some length."""

import contextlib
import os
import shlex
import shutil
import subprocess
import tempfile
import termios
from pathlib import Path
from typing import TextIO

from amjd.errors import AmjdError

_USUAL = ("nano", "sensible-editor", "vi")


def edited(text: str, descriptor: int, sink: TextIO) -> str:
    """Let the person change a text in their editor; return it as it was saved.

    What is saved in another encoding than UTF-8 comes back with lone surrogates, which no answer
    may hold. The editor is that of VISUAL or EDITOR, else a usual one.

    Raises:
        AmjdError: there is no editor, or it failed.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    descriptor_, name = tempfile.mkstemp(suffix=".txt")
    try:
        with open(descriptor_, "wb") as file:  # noqa: PTH123 - a descriptor has no path
            file.write(text.encode("utf-8", "surrogateescape"))
        _run([*shlex.split(command), name], descriptor, sink)
        return Path(name).read_bytes().decode("utf-8", "surrogateescape").strip("\r\n")
    except (OSError, ValueError):
        message = f"the editor {command!r} could not be run."
        raise AmjdError(message, "Name another in the variable EDITOR.") from None
    finally:
        Path(name).unlink(missing_ok=True)


def _usual() -> str:
    return next(filter(shutil.which, _USUAL), _USUAL[-1])


def _run(command: list[str], descriptor: int, sink: TextIO) -> None:
    modes = None
    with contextlib.suppress(termios.error):
        modes = termios.tcgetattr(descriptor)
    try:
        with subprocess.Popen(command, stdin=descriptor, stdout=sink, stderr=sink) as editor:
            try:
                code = editor.wait()
            except BaseException:
                editor.terminate()
                raise
    finally:
        if modes:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)
    if code:
        message = f"the editor ended with {code}, so the text is as it was."
        raise AmjdError(message, "Try again, or type the text here.")
