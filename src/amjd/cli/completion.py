"""Completion on the Tab key: a script for each shell, printed or put where the shell looks."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from amjd.cli.options import COMPLETION_ASKS, COMPLETION_FLAGS
from amjd.text.characters import printable
from amjd.text.errors import AmjdError, did_you_mean

SHELLS = ("bash", "zsh", "fish", "pwsh", "powershell")
_HERE = ""  # the value of a flag that names no shell
_MOST_BYTES = 10_000_000  # that a shell reads at its start

# Called by the name of its file, as zsh does with what it finds on its fpath, it completes at once
# and each time; sourced, it needs the command compdef, which is there only after compinit.
_ZSH_END = """\
if [[ $funcstack[1] == _amjd ]]; then
  _amjd_completion "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _amjd_completion amjd
fi"""

# What Typer sets for the whole shell, in which Tab completes without it; a host of PowerShell that
# has no PSReadLine would complain.
_FOR_ALL = """\
Import-Module PSReadLine
Set-PSReadLineKeyHandler -Chord Tab -Function MenuComplete
"""


class _Place(NamedTuple):
    """Where a script goes, and the line by which a file that the shell reads leads to it."""

    script: Path
    read: Path | None = None
    line: str = ""


def with_shell(arguments: Sequence[str]) -> list[str]:
    """Give a flag of completion that names no shell an empty value."""
    given = list[str]()
    for at, argument in enumerate(arguments):
        given.append(argument)
        if argument in COMPLETION_FLAGS and (
            at + 1 == len(arguments) or arguments[at + 1].startswith("-")
        ):
            given.append(_HERE)
    return given


def complete(install: str | None, show: str | None) -> None:
    """Install or print the script for a shell, that which runs us where none is named."""
    shell = _known(install if install is not None else show or _HERE)
    if install is None:
        # Help is printed without what writes files.
        from amjd.files.streams import write_stdout

        return write_stdout(script(shell).encode())
    place = _installed(shell)
    typer.echo(f"Completion for {shell} is in {printable(str(place.script))}.")
    if place.read:
        typer.echo(f"{printable(str(place.read))} reads it when you open the next window.")
    return None


def _known(named: str) -> str:
    """Return the shell that is meant; typer.BadParameter for one that we have no script for."""
    shell = (named or _running()).lower()
    if shell in SHELLS:
        return shell
    if not shell:
        raise typer.BadParameter(f"Name your shell behind it: {', '.join(SHELLS)}.")
    hint = did_you_mean(shell, list(SHELLS)) or f"Known: {', '.join(SHELLS)}."
    raise typer.BadParameter(f"There is no completion for {printable(shell)}. {hint}")


def _running() -> str:
    """Return the name of the shell that runs us; nothing if it cannot be told."""
    import shellingham  # type: ignore[import-untyped]  # looks through processes, which only this needs

    try:
        return str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure:
        return ""


def script(shell: str) -> str:
    """Return the script for a shell."""
    from typer._completion_shared import get_completion_script  # only this needs it

    made = get_completion_script(prog_name="amjd", complete_var=COMPLETION_ASKS, shell=shell)
    if shell == "zsh":
        made = made.replace("compdef _amjd_completion amjd", _ZSH_END)
    made = made.removeprefix(_FOR_ALL)
    return f"{made}\n"


def _installed(shell: str) -> _Place:
    """Put the script where it belongs; a file that the shell reads only gains a line."""
    from amjd.files.whole import read_bytes, write_whole  # help is printed without it

    place = _place(shell, Path.home())
    for path in filter(None, (place.script, place.read)):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place.script, script(shell).encode(), force=True)
    if place.read:
        before = read_bytes(str(place.read), _MOST_BYTES) if place.read.exists() else b""
        if len(before) > _MOST_BYTES:
            message = f"{printable(str(place.read))} is too long to be changed."
            raise AmjdError(message, f"Add this line to it yourself: {place.line}")
        if place.line.encode() not in before:
            gap = b"" if before.endswith(b"\n") or not before else b"\n"
            write_whole(place.read, before + gap + f"{place.line}\n".encode(), force=True)
    return place


def _place(shell: str, home: Path) -> _Place:
    if shell == "fish":
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return _Place(config / "fish" / "completions" / "amjd.fish")
    if shell == "bash":
        path = home / ".bash_completions" / "amjd.sh"
        return _Place(path, home / ".bashrc", f"source {shlex.quote(str(path))}")
    if shell == "zsh":
        zshrc = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
        line = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
        return _Place(home / ".zfunc" / "_amjd", zshrc, line)
    profile = _profile(shell)
    path = profile.with_name("amjd-completion.ps1")
    return _Place(path, profile, ". '{}'".format(str(path).replace("'", "''")))


def _profile(shell: str) -> Path:
    """Ask PowerShell which file it reads when it starts."""
    told = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
    try:
        asked = subprocess.run(
            [shell, "-NoProfile", "-Command", told], stdin=subprocess.DEVNULL, capture_output=True,
            check=True,
        )  # fmt: skip
        said = asked.stdout.decode("utf-8-sig").strip()
    except (OSError, ValueError, subprocess.CalledProcessError):
        said = ""
    if not said:
        cure = f"Put what amjd --show-completion {shell} prints into the file $PROFILE."
        raise AmjdError(f"{shell} does not say where its profile is.", cure)
    return Path(said)
