"""The program: runs a command and turns whatever ends it into an exit code and a line."""

import gc
import os
import re
import sys


def main() -> None:
    """Run `amjd`; every way out has its documented exit code, and no traceback."""
    # A run is short: collecting garbage while importing and while exiting is a quarter of it.
    gc.disable()
    # pydantic would look through every installed distribution for plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from amjd import stops

        stops.obey()
        try:
            _run()
        finally:
            stops.ignore()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()


def _run() -> None:
    from amjd.cli import app
    from amjd.cli.options import say
    from amjd.text.errors import AmjdError

    try:
        _refuse_controls(sys.argv[1:])
        app(prog_name="amjd")
    except AmjdError as error:
        say(f"amjd: {error}" if error.code == 2 else str(error))
        sys.exit(error.code)
    except OSError as error:
        # Typer prints help and version; everything else that can fail names its file.
        say(f"standard output cannot be written: {(error.strerror or 'it failed').lower()}.")
        _forget_output()
        sys.exit(4)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        say(
            f"amjd: a bug of ours ({type(error).__name__}). Your answers are as they were; "
            "amjd --debug shows the details to report."
        )
        sys.exit(70)


def _forget_output() -> None:
    from amjd.files import forget_stream

    if sys.stdout is not None:
        forget_stream(sys.stdout)


def _refuse_controls(arguments: list[str]) -> None:
    """Typer repeats a wrong option as it stands, and a terminal would obey what is in it."""
    from amjd.text.characters import refused
    from amjd.text.errors import AmjdError

    for before, argument in zip(["", *arguments], arguments, strict=False):
        is_answer = before == "--set" or argument.startswith("--set=")
        # A name that is not UTF-8 holds surrogates, and is a name all the same.
        plain = re.sub("[\ud800-\udfff]", "", argument)
        if not is_answer and any(True for _ in refused(plain)):
            message = "an argument holds a control character."
            raise AmjdError(message, "Check what was pasted.", code=2)


if __name__ == "__main__":
    main()
