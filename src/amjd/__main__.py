"""The program: runs a command and turns whatever ends it into an exit code and a line."""

import io
import sys
from itertools import pairwise
from typing import Any, NoReturn

from amjd import __version__, startup
from amjd.files import streams
from amjd.terminal import stops
from amjd.text.characters import character_name, printable, printable_line
from amjd.text.errors import AmjdError


def run() -> NoReturn:
    """Be `amjd`, in a process of its own."""
    try:
        main()
    except SystemExit as ended:
        startup.leave(ended)


def main() -> NoReturn:
    """Do what the command line says; every way out has its documented exit code."""
    startup.begin()
    try:
        _run_stoppable()
    except KeyboardInterrupt:
        sys.exit(130)


def _run_stoppable() -> NoReturn:
    stops.obey()
    try:
        with streams.whole():
            _run()
    finally:
        stops.ignore()


def _run() -> NoReturn:
    # To load Typer and the commands takes three times as long as Python's own start.
    if sys.argv[1:] in (["--version"], ["-V"]):
        _print_version()
    _run_command()


def _print_version() -> NoReturn:
    """Say what Typer says where more is asked for, and end as it does."""
    try:
        print(f"amjd {__version__}")  # noqa: T201 - standard output is that of `streams.whole`
    except AmjdError as error:
        from amjd.cli.options import say  # only an error needs it

        say(str(error))
        sys.exit(error.code)
    sys.exit(0)


def _run_command() -> NoReturn:
    # A stop while Typer loads is obeyed like any other.
    from amjd.cli import program
    from amjd.cli.options import WrongUsageError, say

    try:
        _refuse_controls(sys.argv[1:])
        # Typer would print its errors itself, and what was typed in them as it stands.
        code = program(sys.argv[1:])(prog_name="amjd", standalone_mode=False)
    except AmjdError as error:
        say(f"amjd: {error}" if error.code == 2 else str(error))
        code = error.code
    except WrongUsageError as error:
        say(_shown(error))
        code = 2
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        say(_unforeseen(error))
        code = 4 if isinstance(error, OSError | ImportError) else 70
    sys.exit(code or 0)


def _shown(error: Any) -> str:
    """Return what Typer says of a wrong usage, without what a terminal would obey."""
    text = io.StringIO()
    error.show(text)
    return printable(text.getvalue().rstrip("\n"))


def _unforeseen(error: Exception) -> str:
    """Tell of what nobody has explained: the file, where the system names one, or the bug."""
    from amjd.files.refusals import explanation  # only an error needs it

    if isinstance(error, ImportError):
        return f"amjd is not whole: {printable(str(error))}. Install it again."
    if not isinstance(error, OSError):
        return (
            f"amjd: a bug of ours ({type(error).__name__}). Your answers are as they were; "
            "amjd --debug shows the details to report."
        )
    said = str(explanation(error, error.filename, "used"))
    if "--install-completion" in sys.argv:
        return f"{said} Or let amjd --show-completion print it, and keep it where your shell looks."
    return said


def _refuse_controls(arguments: list[str]) -> None:
    """Refuse, before anything repeats it, an argument that a terminal would obey.

    Every other character may stand in the name of a file that is there; names are shown escaped.
    """
    for number, (before, argument) in enumerate(pairwise(["", *arguments]), start=1):
        found = [sign for sign in argument if sign < " " or "\x7f" <= sign <= "\x9f"]
        # An answer is checked as all answers are, and its problem names the field.
        if found and not (before == "--set" or argument.startswith("--set=")):
            shown = printable_line(argument)
            message = f"argument {number}, {shown}, holds {character_name(found[0])}."
            raise AmjdError(message, "Rename the file, or check what was pasted.", code=2)


if __name__ == "__main__":
    run()
