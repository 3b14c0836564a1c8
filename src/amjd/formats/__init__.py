"""Formats a document can leave in: one module each, which alone knows its name and its traits."""

import pkgutil
from importlib import import_module

from amjd.formats.format import Format


def _found() -> dict[str, Format]:
    names = (f"{__name__}.{found.name}" for found in pkgutil.iter_modules(__path__))
    formats = (vars(import_module(name)).get("FORMAT") for name in names)
    listed = [format_ for format_ in formats if isinstance(format_, Format)]
    # Text comes first: it is what is written where nothing else is asked for.
    return {one.name: one for one in sorted(listed, key=lambda one: (not one.is_text, one.name))}


FORMATS: dict[str, Format] = _found()
"""Every format by its name."""

DEFAULT = next(iter(FORMATS))
"""The format of what is printed; it is a text."""
