"""The commands: what `amjd` prints, writes and exits with."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from amjd import __version__
from amjd.cli.group import Commands

_COMMANDS = ("new", "draft", "mend", "read", "check", "explain", "templates", "example", "schema")


def _command(name: str) -> Callable[..., Any]:
    """Return a command, from the module of its name; one run needs no other."""
    command: Callable[..., Any] = getattr(import_module(f"{__name__}.{name}"), name)
    return command


def _help(command: Callable[..., Any]) -> str | None:
    """Return the docstring of a command, from its source where `python -OO` has left it out."""
    if command.__doc__ or not sys.flags.optimize:
        return command.__doc__
    import ast  # hardly anybody runs Python so
    import inspect
    import textwrap

    tree = ast.parse(textwrap.dedent(inspect.getsource(command)))
    return ast.get_docstring(tree.body[0])  # type: ignore[arg-type]  # it is a function


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"amjd {__version__}")
        raise typer.Exit


def _main(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - the callback prints it
        bool,
        typer.Option(
            "-V", "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
    install: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar="[SHELL]",
            help="Complete on the Tab key in this shell, or the one named: bash, zsh, fish, pwsh.",
        ),
    ] = None,
    show: Annotated[
        str | None,
        typer.Option(
            "--show-completion", metavar="[SHELL]", help="Print the script that completes."
        ),
    ] = None,
    debug: Annotated[  # noqa: ARG001 - the error boundary reads it
        bool, typer.Option("--debug", help="Show details of a bug of ours.")
    ] = False,
) -> None:
    """Draft account-manager job postings that fit the job you have.

    \b
    Examples:
      amjd new                                    answer questions, get a posting
      amjd example standard -o answers.yaml       a commented answers file to edit
      amjd draft answers.yaml -o posting.docx     a posting from it
      amjd draft - < answers.yaml                 Markdown on standard output
      amjd read old.docx -o answers.yaml          an answers file of what a posting says
      amjd check posting.docx                     what an editor would say of it
      amjd templates                              the six kinds of account manager
    """
    if install is not None or show is not None:
        from amjd.cli import completion  # most runs install nothing

        completion.complete(install, show)
        raise typer.Exit
    if context.invoked_subcommand is not None:
        return
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        _command("new")(trace=os.environ.get("AMJD_TRACE"))
    else:
        typer.echo(context.get_help())


def program(arguments: Sequence[str] = ()) -> typer.Typer:
    """Make the program: with the command that the first argument names, or with all of them.

    Typer looks at every option of every command, which takes longer than to fill a template.
    """
    # Rich help would double the time of --help and swallow brackets; a traceback may show salaries.
    app = typer.Typer(
        name="amjd",
        cls=Commands,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        epilog="Exit codes: 0 done, 1 check found something, 2 wrong usage, 3 answers incomplete or"
        " invalid, 4 a file could "
        "not be read or written, 5 no terminal to ask on, 6 answers file in use, 70 our bug.",
    )
    app.callback(invoke_without_command=True, help=_help(_main))(_main)
    for name in [name for name in _COMMANDS if name in arguments[:1]] or _COMMANDS:
        command = _command(name)
        app.command(help=_help(command))(command)
    return app
