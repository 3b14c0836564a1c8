"""A name of a file that somebody types at a question, or drags into the window from their desktop.

There is no shell between: what it would do is done here, once.
"""

import os
import shlex

from amjd.files import system
from amjd.files.names import at_home, is_folder_name
from amjd.text.patterns import compile_later

_HOME = compile_later(r"(?i:\$home|\$\{home\}|%userprofile%|\$env:userprofile)(?=[/\\]|$)")
_ENDING = compile_later(r".*\.[A-Za-z][A-Za-z0-9]{1,4}")


def typed_name(text: str) -> str:
    """Read a name as a shell would: quotation marks, back-slashes, ~ and $HOME.

    A name that is there already is that name, whatever stands in it.
    """
    name = text.strip()
    if os.path.lexists(name):
        return name
    name = _unquoted(name)
    if found := _HOME.match(name):
        name = f"~{name[found.end() :]}"
    return at_home(name)


def _unquoted(name: str) -> str:
    if "\\" in system.SLASHES:  # there a back-slash parts folders
        return name[1:-1] if name[:1] == name[-1:] == '"' and name[1:] else name
    try:
        words = shlex.split(name)
    except ValueError:  # a mark without its other, as an apostrophe
        return name
    # Spaces that nobody has quoted part no words: this is one name.
    return words[0] if len(words) == 1 else name


def has_ending(name: str) -> bool:
    """Whether a name ends as names of files do: `x.pdf`, but neither `Acme Inc.` nor `plan 2.0`."""
    return bool(_ENDING.fullmatch(name))


def is_place(name: str) -> bool:
    """Whether a name is that of a folder: it ends in a slash, or a folder of that name is there."""
    return is_folder_name(name) or os.path.isdir(name)  # noqa: PTH112 - or too long
