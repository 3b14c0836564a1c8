"""What the program knows of a format: its traits, and what writes it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from amjd.documents.draft import Drafted

Write = Callable[["Drafted"], bytes]
"""Gives the bytes of a file, the same for the same document."""


class Format(NamedTuple):
    """A format a document can leave in.

    `name` is what `--format` takes and a file ends in, `label` what a person calls it; `is_text`
    says that it can be shown on a terminal. `writer` is called once for all documents of a run.
    `default_of` is the command that writes it when no format is named. `is_dated` says that it
    names the day on which a document is posted; `remarks` gives what its author should know.
    """

    name: str
    label: str
    is_text: bool
    writer: Callable[[], Write]
    default_of: Literal["", "draft", "new"] = ""
    is_dated: bool = False
    remarks: Callable[["Drafted"], Iterable[str]] = lambda _: ()
