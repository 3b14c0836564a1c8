"""Formats a document can leave in: what each is like; one module each knows how it is written."""

from pathlib import Path
from typing import Literal

from amjd.formats.format import Format, Write
from amjd.text.characters import joined

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("md", "Markdown", "markdown", default_of="draft"),
        Format(
            "docx", "Word", "word.writer", default_of="new", is_text=False, has_letterhead=True
        ),
        Format("html", "web page", "html", is_dated=True, has_remarks=True),
        Format(
            "json", "data for search engines", "job_posting.posting", is_dated=True,
            has_remarks=True,
        ),
        Format(
            "paste", "HTML for forms", "paste", own_ending="paste.html", pasted_as="text/html",
            has_remarks=True,
        ),
        Format("txt", "plain text", "txt", pasted_as="text/plain", has_remarks=True),
    )
}  # fmt: skip
"""Every format by its name, in the order in which they are named to people."""


NAMES = joined(FORMATS, "or")
"""How the formats are named to people."""

ENDINGS = joined((f".{one.ending}" for one in FORMATS.values()), "or")
"""How the endings of files are named to people."""


PASTED = joined((one.name for one in FORMATS.values() if one.pasted_as), "or")
"""How those that can be copied are named to people."""


def of_file(path: Path) -> str:
    """Name the format that the ending of a file stands for; none, if it stands for none."""
    name = path.name.lower()
    fitting = [one for one in FORMATS.values() if name.endswith(f".{one.ending}")]
    # A file whose name begins with its dot has no ending.
    fitting = [one for one in fitting if len(name) > len(one.ending) + 1]
    return max(fitting, key=lambda one: len(one.ending)).name if fitting else ""


def parted(path: Path) -> tuple[str, str]:
    """Part the name of a file before its ending, which keeps its dot: of a format, or any."""
    length = len(FORMATS[name].ending) + 1 if (name := of_file(path)) else len(path.suffix)
    at = len(path.name) - length
    return path.name[:at], path.name[at:]


def writer_of(name: str) -> Write:
    """Return what writes a format on nothing but our own base."""
    return FORMATS[name].writer()


def default_of(command: Literal["draft", "new"]) -> str:
    """Name the format that a command writes when none is asked for; that of draft is a text."""
    return next(one.name for one in FORMATS.values() if one.default_of == command)


DEFAULT = default_of("draft")
