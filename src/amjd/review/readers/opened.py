"""A posting by its ending: Markdown and text, HTML, Word, PDF."""

from pathlib import PurePath

from amjd.review.posting import Posting
from amjd.review.readers import docx, html, markdown, pdf
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

MOST_BYTES = 2**20
"""The longest text that is read; a Word file or PDF, with its pictures, has MOST_WORD."""
MOST_WORD = 20 * 2**20


def limit(name: str) -> int:
    """Return how many bytes are read of a file."""
    return MOST_WORD if PurePath(name).suffix.lower() in (".docx", ".pdf") else MOST_BYTES


def is_answers(name: str) -> bool:
    """Whether a file holds answers, by its ending."""
    return PurePath(name).suffix.lower() in (".yaml", ".yml")


def read(name: str, content: bytes) -> Posting:
    """Read a posting.

    Raises:
        AmjdError: it is too long, no text, or no file that can be read.
    """
    ending = PurePath(name).suffix.lower()
    if len(content) > limit(name):
        mb = limit(name) // 2**20
        raise AmjdError(f"{printable(name)} is longer than {mb} MB.", "Cut it down to the posting.")
    if ending == ".docx" or content.startswith(b"PK\x03\x04"):
        return docx.read(name, content)
    if ending == ".pdf" or content.startswith(b"%PDF"):
        return pdf.read(name, content)
    text = decoded(name, content)
    is_page = ending in (".html", ".htm") or text.lstrip()[:15].lower().startswith(
        ("<!doctype html", "<html")
    )
    return html.read(name, text) if is_page else markdown.read(name, text)


def decoded(name: str, content: bytes) -> str:
    """Read bytes as UTF-8, or as Windows wrote them; what is no text at all is refused."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content[:4096] and not is_wide:
        raise AmjdError(
            f"{printable(name)} is no text.", "Name a .md, .txt, .html, .docx or .pdf file."
        )
    text = _text(content, "utf-16" if is_wide else "utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(content: bytes, likely: str) -> str:
    for encoding in (likely, "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
