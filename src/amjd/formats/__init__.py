"""Formats a document can leave in: one module each, which alone knows its name and its traits."""

import pkgutil
from importlib import import_module
from typing import Literal

from amjd.formats.format import Format


def _rank(one: Format) -> tuple[bool, bool, str]:
    return (not one.default_of, not one.is_text, one.name)


def _found() -> dict[str, Format]:
    names = (f"{__name__}.{found.name}" for found in pkgutil.iter_modules(__path__))
    formats = (vars(import_module(name)).get("FORMAT") for name in names)
    listed = [format_ for format_ in formats if isinstance(format_, Format)]
    # The defaults come first, in the order in which formats are named to people.
    return {one.name: one for one in sorted(listed, key=_rank)}


FORMATS: dict[str, Format] = _found()
"""Every format by its name."""

ENDINGS = " or ".join(f".{name}" for name in FORMATS)
"""How the endings of files are named to people."""


def default_of(command: Literal["draft", "new"]) -> str:
    """Name the format that a command writes when none is asked for; that of draft is a text."""
    return next(one.name for one in FORMATS.values() if one.default_of == command)


DEFAULT = default_of("draft")
