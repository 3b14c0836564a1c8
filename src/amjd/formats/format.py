"""What the program knows of a format: its traits, and what writes it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from amjd.documents.draft import Drafted

Write = Callable[["Drafted"], bytes]
"""Gives the bytes of a file, the same for the same document."""

Writers = Callable[[str], Write]
"""Gives what writes a format, by its name; called once for all documents of a run."""


class OnLetterhead(NamedTuple):
    """What writes on a company's letterhead, and what its owner should know of that."""

    write: Write
    remark: str = ""


class Format(NamedTuple):
    """A format a document can leave in.

    `name` is what `--format` takes and most files end in, `label` what a person calls it; `is_text`
    says that it can be shown on a terminal. `writer` is called once for all documents of a run.
    `default_of` is the command that writes it when no format is named. `remarks` gives what its
    author should know. `own_ending` is what a file ends in instead of the name. `pasted_as` is the
    media type of what people paste into a form: only that can be copied to the clipboard.
    `is_dated` says that it names the day on which a document is posted. `on_letterhead` gives what
    writes it on a company's letterhead, whose name and content it takes; an AmjdError says why not.
    """

    name: str
    label: str
    is_text: bool
    writer: Callable[[], Write]
    default_of: Literal["", "draft", "new"] = ""
    remarks: Callable[["Drafted"], Iterable[str]] = lambda _: ()
    own_ending: str = ""
    pasted_as: str = ""
    is_dated: bool = False
    on_letterhead: Callable[[str, bytes], OnLetterhead] | None = None

    @property
    def ending(self) -> str:
        """What its files end in, without the dot before it; it may have one inside."""
        return self.own_ending or self.name
