"""The clipboard: what is copied goes through the tool that is at hand, byte for byte."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from typing import IO

from amjd.files import system
from amjd.text.characters import joined, on_one_line, printable
from amjd.text.errors import AmjdError

_CURE = "leave --copy out and name a file with --output."
_SECONDS = 3  # in which a tool that cannot copy has said so


def copy(content: bytes, media_type: str) -> str:
    """Put it on the clipboard; return the name of the tool that did.

    A tool that still runs after a moment has what it was given, and serves it from then on.

    Raises:
        AmjdError: there is no tool, or it fails (exit code 4).
    """
    tool, *options = at_hand(media_type, os.environ)
    try:
        # The tool reads a file: one that reads late, or never, holds nothing up. And it writes
        # into one: a pipe would stay open as long as what it leaves in the background.
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
            given.write(system.for_clipboard(content))
            given.seek(0)
            _run([tool, *options], given, said)
    except OSError as error:
        raise _failed(tool, error.strerror or "") from None
    return tool


def at_hand(media_type: str, environment: Mapping[str, str]) -> list[str]:
    """Return the command that copies: of the tools that are installed, the one for this screen.

    Raises:
        AmjdError: none is installed.
    """
    commands = system.clipboards(media_type)
    found = [name for name in commands if shutil.which(name, path=environment.get("PATH"))]
    if not found:
        message = f"there is no tool for the clipboard here: no {joined(commands, 'or')}."
        raise AmjdError(message, f"Install one, or {_CURE}")
    # wl-copy is for Wayland alone, xclip for X alone.
    is_x_alone = "DISPLAY" in environment and "WAYLAND_DISPLAY" not in environment
    tool = "xclip" if is_x_alone and found[0] == "wl-copy" and "xclip" in found else found[0]
    return [tool, *commands[tool]]


def _run(command: Sequence[str], given: IO[bytes], said: IO[bytes]) -> None:
    process = subprocess.Popen(
        command,
        stdin=given,
        stdout=subprocess.DEVNULL,
        stderr=said,
        start_new_session=True,  # what serves the clipboard outlives the terminal
        env={**os.environ, **system.CLIPBOARD_SETTINGS},
    )
    try:
        code = process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return
    if code:
        said.seek(0)
        first = said.read(1000).decode("utf-8", "replace").strip().partition("\n")[0]
        raise _failed(command[0], first or f"it ended with {code}")


def _failed(tool: str, reason: str) -> AmjdError:
    shown = printable(on_one_line(reason.strip().rstrip(".")))
    return AmjdError(f"{tool} could not copy: {shown or 'it failed'}.", f"Mend that, or {_CURE}")
