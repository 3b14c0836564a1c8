"""The person's own editor, for an answer of some length."""

import codecs
import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TextIO

from amjd.terminal import system
from amjd.text.errors import AmjdError


def edited(text: str, descriptor: int, sink: TextIO) -> str:
    """Let the person change a text in their editor; return it as it was saved.

    What is saved in another encoding than UTF-8 comes back with lone surrogates, which no answer
    may hold. The editor is that of VISUAL or EDITOR, else a usual one.

    Raises:
        AmjdError: there is no editor, or it failed.
    """
    command = _command()
    # A folder of its own goes with all that the editor leaves in it: a backup holds the answer.
    with tempfile.TemporaryDirectory(prefix="amjd-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "answer.txt"
        try:
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
            _run([*command, str(path)], descriptor, sink)
            return _decoded(path.read_bytes()).strip("\n")
        except (OSError, ValueError):
            message = f"the editor {command[0]} left no text, so it is as it was."
            raise AmjdError(message, "Try again, or type the text here.") from None


def _decoded(raw: bytes) -> str:
    """Read what an editor saved, with the mark and the line ends of Windows too."""
    is_wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = raw.decode("utf-16" if is_wide else "utf-8", "replace" if is_wide else "surrogateescape")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def has_editor() -> bool:
    """Whether somebody has chosen an editor, or finds their way in the usual one."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    return bool(chosen) or system.KNOWS_EDITOR


def _command() -> list[str]:
    """Return the words of the first editor that is there."""
    for named in (os.environ.get("VISUAL"), os.environ.get("EDITOR"), *system.USUAL_EDITORS):
        with contextlib.suppress(ValueError):  # a quotation mark without its other
            words = system.words_of(named or "")
            if words and shutil.which(words[0]):
                return words
    message = "there is no editor to open."
    raise AmjdError(message, "Name one in the variable EDITOR, or type the text here.")


def _run(command: list[str], descriptor: int, sink: TextIO) -> None:
    modes = system.modes(descriptor)
    try:
        with subprocess.Popen(command, stdin=descriptor, stdout=sink, stderr=sink) as editor:
            try:
                code = editor.wait()
            except BaseException:
                editor.terminate()
                raise
    finally:
        system.set_modes(descriptor, modes, drain=True)
    if code:
        message = f"the editor ended with {code}, so the text is as it was."
        raise AmjdError(message, "Try again, or type the text here.")
