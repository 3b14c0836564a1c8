"""The file that a posting is read from."""

from amjd.files.whole import read_bytes
from amjd.review.posting import Posting
from amjd.review.readers import opened
from amjd.text.characters import printable
from amjd.text.errors import AmjdError


def posting_in(name: str) -> Posting:
    """Read a posting; `-` is standard input.

    Raises:
        AmjdError: it cannot be read (4), or holds answers already (2).
    """
    content = read_bytes(name, opened.limit(name))
    if opened.is_answers(name, content):
        message = f"{printable(name)} is an answers file already."
        raise AmjdError(message, "Draft it with amjd draft, or name a posting.", code=2)
    return opened.read(name, content)
