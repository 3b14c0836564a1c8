"""What the posting of an interview is called, as far as nobody has said; how answers begin."""

from pathlib import Path

from amjd.files import targets
from amjd.files.typed_name import has_ending
from amjd.formats import ENDINGS, FORMATS, default_of, of_file
from amjd.interview.wanted import Wanted
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

DEFAULT_NAME = "job-posting"
HEAD = "# Answers for an account-manager posting, kept by amjd new and read by amjd draft.\n"
"""How the file of the answers begins."""


def output_of(wanted: Wanted) -> str:
    """Return the output that was named, or the usual one."""
    if wanted.output is not None:
        return wanted.output
    name = wanted.formats[0] if wanted.formats else default_of("new")
    # One that is not known is refused when the files are planned.
    ending = FORMATS[name].ending if name in FORMATS else name
    return "./" if len(wanted.formats) > 1 else f"{name_of(wanted)}.{ending}"


def name_of(wanted: Wanted) -> str:
    """Name the posting where no file is named, without its ending."""
    return targets.short_of(DEFAULT_NAME) if wanted.short else DEFAULT_NAME


def ending_at_hand(wanted: Wanted) -> str:
    """Return the ending of the first format that was asked for, without its dot."""
    named = wanted.formats[0] if wanted.formats else of_file(Path(output_of(wanted)))
    return FORMATS[named or default_of("new")].ending


def ended(name: str, wanted: Wanted) -> str:
    """Give a name that was typed the ending of the format at hand, if it has none.

    Raises:
        AmjdError: it has one that names no format.
    """
    if of_file(Path(name)):
        return name
    if has_ending(name):
        message = f"the ending of {printable(name)} names no format."
        raise AmjdError(message, f"End it in {ENDINGS}.")
    return f"{name}.{ending_at_hand(wanted)}"
