"""What the program knows of a format: its traits, and which module writes it."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

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

    `name` is what `--format` takes and most files end in, `label` what a person calls it, `module`
    that which writes it, loaded when it is wanted. `default_of` is the command that writes it when
    no format is named. `own_ending` is what a file ends in instead of the name. `pasted_as` is the
    media type of what people paste into a form: only that can be copied to the clipboard. `is_text`
    says that it can be shown on a terminal, `is_dated` that it names the day on which a document is
    posted, `has_remarks` that its author should know something of what was made, `has_letterhead`
    that it can be written on a company's own.
    """

    name: str
    label: str
    module: str
    default_of: Literal["", "draft", "new"] = ""
    own_ending: str = ""
    pasted_as: str = ""
    is_text: bool = True
    is_dated: bool = False
    has_remarks: bool = False
    has_letterhead: bool = False

    @property
    def ending(self) -> str:
        """What its files end in, without the dot before it; it may have one inside."""
        return self.own_ending or self.name

    def writer(self) -> Write:
        """Return what writes it; called once for all documents of a run."""
        return cast(Write, self._loaded().writer())

    def remarks(self, drafted: "Drafted") -> Iterable[str]:
        """Say what its author should know of a document in this format."""
        return cast(Iterable[str], self._loaded().remarks(drafted) if self.has_remarks else ())

    def on_letterhead(self, name: str, content: bytes) -> OnLetterhead:
        """Return what writes it on a letterhead, the name and the content of which are given.

        Raises:
            AmjdError: it is none that can be taken.
        """
        return cast(OnLetterhead, self._loaded().on_letterhead(name, content))

    def _loaded(self) -> Any:
        # Help is printed without what writes any of them.
        return import_module(f"{__package__}.{self.module}")
