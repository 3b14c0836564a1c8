"""What job boards take: where a text that people paste into their forms is too long, or too short.

The figures are those that LinkedIn and SEEK document for partners, as of November 2026.
"""

from typing import Literal, NamedTuple

from amjd.documents.document import Document

_TITLE = (200, "LinkedIn")
_LEAST = (100, "LinkedIn")
_MOST = ((15_000, "SEEK"), (25_000, "LinkedIn"))


class Limit(NamedTuple):
    """A limit that is not kept: of how many characters, and how many there are."""

    kind: Literal["title", "too short", "too long"]
    board: str
    limit: int
    length: int


def passed(document: Document, content: bytes) -> list[Limit]:
    """Find the limits that a document does not keep; `content` is what people paste of it."""
    title, body = len(document.title), len(content.decode().rstrip("\n"))
    found = [
        Limit("title", _TITLE[1], _TITLE[0], title) if title > _TITLE[0] else None,
        Limit("too short", _LEAST[1], _LEAST[0], body) if body < _LEAST[0] else None,
        *(Limit("too long", board, most, body) for most, board in _MOST if body > most),
    ]
    return [limit for limit in found if limit]
