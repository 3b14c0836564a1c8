"""What an interview was called with, what its posting is called, and the way back to it.

What becomes of its files is settled in `session`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from amjd.files import system, targets
from amjd.files.letterhead import FLAG, formats_of, opened
from amjd.files.names import file_behind, is_folder_name
from amjd.files.targets import Target
from amjd.files.typed_name import has_ending
from amjd.formats import ENDINGS, FORMATS, default_of, of_file, parted, writer_of
from amjd.formats.format import Writers
from amjd.text.characters import printable
from amjd.text.errors import AmjdError
from amjd.words import Prompts

if TYPE_CHECKING:
    from amjd.documents.catalog import Catalog
    from amjd.review.rules import Rules

DEFAULT_NAME = "job-posting"
HEAD = "# Answers for an account-manager posting, kept by amjd new and read by amjd draft.\n"
"""How the file of the answers begins."""


class Wanted(NamedTuple):
    """What `new` was called with, how to open the catalogs and rules, and what is asked.

    `catalog` is that of the postings, `short_catalog` that of the short form, which is drafted if
    `short`; `asked` are the fields to ask, if only those are; `posting` is what the answers begin
    with, where no file of `answers` does; `base` is a file of what they do not say; `writers` write
    on the `letterhead`, once that is opened, and `remarks` are what is to be told of it.
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
    letterhead: str | None = None
    base: str | None = None
    writers: Writers = writer_of
    remarks: tuple[str, ...] = ()

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


def output_of(wanted: Wanted) -> str:
    """Return the output that was named, or the usual one."""
    if wanted.output is not None:
        return wanted.output
    name = wanted.formats[0] if wanted.formats else default_of("new")
    # One that is not known is refused when the files are planned.
    ending = FORMATS[name].ending if name in FORMATS else name
    return "./" if len(wanted.formats) > 1 else f"{name_of(wanted)}.{ending}"


def planned(wanted: Wanted) -> list[Target]:
    """Plan the postings, one for each format."""
    return targets.plan([name_of(wanted)], output_of(wanted), wanted.formats)[0]


def foreseen(wanted: Wanted) -> list[Target]:
    """Plan the postings before anything is asked; none in a folder that is not there yet."""
    output = output_of(wanted)
    return planned(wanted) if not is_folder_name(output) or Path(output).is_dir() else []


def name_of(wanted: Wanted) -> str:
    """Name the posting where no file is named, without its ending."""
    return targets.of_kind(DEFAULT_NAME, targets.SHORT) if wanted.short else DEFAULT_NAME


def with_letterhead(wanted: Wanted) -> Wanted:
    """Open the letterhead, so that nobody answers questions first and is refused it then.

    Raises:
        AmjdError: no format that is wanted takes one (2), or it cannot be read or taken (4).
    """
    on = opened(wanted.letterhead, _formats(wanted))
    return wanted._replace(writers=on.writer_of, remarks=on.remarks)


def _formats(wanted: Wanted) -> list[str]:
    return formats_of(output_of(wanted), wanted.formats)


def answers_path(postings: Sequence[Target], wanted: Wanted) -> Path:
    """Say where the answers are kept; a posting and its short form are drafted from one file."""
    path = postings[0].path
    if path is None:
        return Path(f"{DEFAULT_NAME}.amjd.yaml")
    stem = parted(path)[0]
    return path.with_name(f"{targets.unshortened(stem) if wanted.short else stem}.amjd.yaml")


def refuse_traced(trace: str, wanted: Wanted) -> None:
    """Refuse to trace into a file that the interview reads or writes, whatever it is called.

    Raises:
        AmjdError: it is such a file, or the options do not fit each other (2).
    """
    postings, traced = foreseen(wanted), file_behind(trace, writing=True)
    kept = answers_path(postings, wanted) if postings else None
    named = [
        wanted.answers,
        wanted.posting,
        wanted.letterhead,
        kept,
        *(one.path for one in postings),
    ]
    files = [file_behind(str(name), writing=True) for name in named if name not in (None, "-")]
    if traced in files:
        message = f"{printable(trace)} is a file of this interview."
        raise AmjdError(message, "Name another one with --trace.", code=2)


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


def command(wanted: Wanted) -> str:
    """Return the command that leads back to this interview."""
    output = f" --output {system.quoted(printable(wanted.output))}" if wanted.output else ""
    formats = "".join(f" --format {name}" for name in wanted.formats)
    # A name that was typed since may be that of a file that takes none.
    if wanted.letterhead and any(FORMATS[name].has_letterhead for name in _formats(wanted)):
        formats += f" {FLAG} {system.quoted(printable(wanted.letterhead))}"
    flags = " --short" * wanted.short
    flags += " --skip-answered" * wanted.only_missing + " --plain" * wanted.plain
    return f"amjd new{output}{formats}{flags}"


def command_anew(wanted: Wanted) -> str:
    """Return the command that begins this interview once more, with nothing kept of it."""
    posting = f" --from {system.quoted(printable(wanted.posting))}" if wanted.posting else ""
    base = f" --base {system.quoted(printable(wanted.base))}" if wanted.base else ""
    return command(wanted) + posting + base


def command_with(wanted: Wanted, answers: Path) -> str:
    """Return the command that goes on with answers that are not beside their posting."""
    named = f" --answers {system.quoted(printable(str(answers)))}"
    return command(wanted._replace(only_missing=True)) + named
