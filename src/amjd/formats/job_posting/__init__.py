"""The posting as data for job search engines: schema.org's JobPosting, as JSON-LD."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from amjd.formats.format import Format, Write

if TYPE_CHECKING:
    from amjd.documents.draft import Drafted


def _writer() -> Write:
    # Help is printed without the models.
    from amjd.formats.job_posting.posting import write

    return write


def remarks(drafted: "Drafted") -> Iterator[str]:
    """Say what keeps search engines from taking the data, of whatever file they stand in."""
    from amjd.formats.job_posting import posting  # help is printed without the models

    return posting.remarks(drafted)


FORMAT = Format(
    "json",
    "data for search engines",
    is_text=True,
    writer=_writer,
    is_dated=True,
    remarks=remarks,
)
