"""What an interview was called with, and the command that leads back to it.

What becomes of its files is settled in `session`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from amjd.files import system
from amjd.text.characters import printable
from amjd.words import Prompts

if TYPE_CHECKING:
    from amjd.documents.catalog import Catalog
    from amjd.review.rules import Rules


class Wanted(NamedTuple):
    """What `new` was called with, how to open the catalogs and rules, and what is asked.

    `catalog` is that of the postings, `short_catalog` that of the short form, which is drafted if
    `short`; `asked` are the fields to ask, if only those are; `posting` is what the answers begin
    with, where no file of `answers` does.
    """

    catalog: Callable[[], "Catalog"]
    short_catalog: Callable[[], "Catalog"]
    prompts: Prompts
    rules: Callable[[], "Rules"]
    output: str | None = None
    formats: tuple[str, ...] = ()
    answers: str | None = None
    options: tuple[str, ...] = ()
    template: str = ""
    only_missing: bool = False
    force: bool = False
    plain: bool = False
    asked: tuple[str, ...] = ()
    short: bool = False
    posting: str | None = None

    @property
    def drafted_from(self) -> Callable[[], "Catalog"]:
        """How to open the catalog of what is drafted."""
        return self.short_catalog if self.short else self.catalog

    def catalogs(self) -> Sequence["Catalog"]:
        """Open the catalogs of all that one answers file is drafted as."""
        return self.catalog(), self.short_catalog()

    @property
    def is_given(self) -> bool:
        """Whether the interview begins with answers of a file, or with those of a posting."""
        return self.answers is not None or self.posting is not None


def command(wanted: Wanted) -> str:
    """Return the command that leads back to this interview."""
    output = f" --output {system.quoted(printable(wanted.output))}" if wanted.output else ""
    formats = "".join(f" --format {name}" for name in wanted.formats)
    flags = " --short" * wanted.short
    flags += " --skip-answered" * wanted.only_missing + " --plain" * wanted.plain
    return f"amjd new{output}{formats}{flags}"


def command_anew(wanted: Wanted) -> str:
    """Return the command that begins this interview once more, with nothing kept of it."""
    posting = f" --from {system.quoted(printable(wanted.posting))}" if wanted.posting else ""
    return command(wanted) + posting


def command_with(wanted: Wanted, answers: Path) -> str:
    """Return the command that goes on with answers that are not beside their posting."""
    named = f" --answers {system.quoted(printable(str(answers)))}"
    return command(wanted._replace(only_missing=True)) + named
