"""Formats a posting can leave in: one module each, loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from amjd.documents.document import Posting

FORMATS = {"md": "markdown", "docx": "word"}
"""Each format's name, which is also the file ending, and the module that writes it."""


def exporter(name: str) -> Callable[[Posting], bytes]:
    """Return the function that turns a posting into the bytes of a file."""
    export: Callable[[Posting], bytes] = import_module(f"amjd.formats.{FORMATS[name]}").export
    return export
