"""PDF from strangers, by pypdf, which an extra installs: the text of its pages alone.

Nothing in it is run, no attachment or link is opened; how much is unpacked is bounded.
"""

import io
from typing import Any

from amjd.review.posting import Posting
from amjd.review.readers import markdown
from amjd.text.characters import printable
from amjd.text.errors import AmjdError
from amjd.text.patterns import compile_later

_MOST_PAGES = 50
_MOST_TEXT = 2**20  # characters
_LOST_DASH = compile_later(r"(?<=[a-z])-\n(?=[a-z])")


def read(name: str, content: bytes) -> Posting:
    """Read a PDF; a line of its text, which may span several of the page, is a line.

    Raises:
        AmjdError: pypdf is not installed, or the file is none, encrypted, a scan or too long.
    """
    text = "\n\n".join(_pages(name, content))
    if not text.strip():
        raise _refused(name, "holds no text, only pictures of it")
    return markdown.read(name, "\n".join(_joined(text)))


def _pages(name: str, content: bytes) -> list[str]:
    reader = _opened(name, content)
    try:
        if reader.is_encrypted:
            raise _refused(name, "is encrypted")
        if len(reader.pages) > _MOST_PAGES:
            raise _refused(name, f"has more than {_MOST_PAGES} pages")
        texts: list[str] = []
        for page in reader.pages:
            texts.append(page.extract_text())
            if sum(map(len, texts)) > _MOST_TEXT:
                raise _refused(name, "holds more than 1 MB of text")
        return texts
    except AmjdError:
        raise
    except Exception:  # whatever a broken file makes of its reader
        raise _refused(name, "cannot be read") from None


def _opened(name: str, content: bytes) -> Any:
    try:
        import pypdf  # takes as long as all the rest, and few files are PDFs
    except ImportError:
        message = f"{printable(name)} is a PDF, for which something more has to be installed."
        cure = "Run pip install 'amjd[pdf]', or save it as .docx, or copy its text into a .txt."
        raise AmjdError(message, cure) from None
    try:
        return pypdf.PdfReader(io.BytesIO(content), strict=False)
    except Exception:
        raise _refused(name, "is no PDF that can be read") from None


def _refused(name: str, why: str) -> AmjdError:
    return AmjdError(f"{printable(name)} {why}.", "Save it as .docx, or copy its text into a .txt.")


def _joined(text: str) -> list[str]:
    """Put lines of a page together that are one sentence: the next opens in small letters."""
    lines: list[str] = []
    for line in _LOST_DASH.sub("", text).splitlines():
        said = line.strip()
        if lines and said[:1].islower() and lines[-1] and lines[-1][-1] not in ".!?:;":
            lines[-1] += f" {said}"
        else:
            lines.append(said)
    return lines
