"""A posting by its ending: Markdown and text, HTML, Word, PDF.

A pipe has no ending, nor has standard input: then the content says what it is.
"""

import re
from pathlib import PurePath

from amjd.review.posting import Posting
from amjd.review.readers import docx, html, markdown, pdf
from amjd.text.characters import printable
from amjd.text.errors import AmjdError
from amjd.text.patterns import compile_later

MOST_BYTES = 2**20
"""The longest text that is read; a Word file or PDF, with its pictures, has MOST_WORD."""
MOST_WORD = 20 * 2**20

_OF_ANSWERS = (".yaml", ".yml")
_OF_TEXTS = (".md", ".markdown", ".html", ".htm")

# What stands at the left of an answers file; a posting has capitals there, or goes on behind it.
_SECTION = compile_later(
    r"""^["']?(?:company|role|quota|portfolio|product|tools|pay|apply)["']?[ \t]*:"""
    r"[ \t]*(?:[{#].*)?$",
    re.M,
)
_LIST = compile_later(r"^(?:template|leave_out|metrics|ignore):.*(?:\n-[ \t].*)*", re.M)
_AT_THE_LEFT = compile_later(r"^(?!---|\.\.\.)[^\s#].*", re.M)
_BRACE = compile_later(r"""\s*\{\s*["']?(?:company|role|quota|portfolio)["']?\s*:\s*\{""")


_OPENS_PAGE = compile_later(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
# Markdown may open with a tag too, so this holds for what has no ending.
_OPENS_PART = compile_later(
    r"\s*<(?:div|section|article|main|header|body|h[1-6]|p|ul|table|span|strong|b)\b[^<>]{0,400}>",
    re.IGNORECASE,
)


def limit(name: str) -> int:
    """Return how many bytes are read of a file."""
    ending = PurePath(name).suffix.lower()
    return MOST_BYTES if ending in (*_OF_ANSWERS, *_OF_TEXTS, ".txt") else MOST_WORD


def is_answers(name: str, content: bytes) -> bool:
    """Whether a file holds answers: by its ending, or by what stands at the left of its lines."""
    ending = PurePath(name).suffix.lower()
    if ending in (*_OF_ANSWERS, *_OF_TEXTS, ".docx", ".pdf"):
        return ending in _OF_ANSWERS
    if content.startswith((b"PK", b"%PDF")) or _is_no_text(content):
        return False
    return _are_answers(decoded(name, content))


def _are_answers(text: str) -> bool:
    """Whether most of what stands at the left of a text are names of an answers file."""
    sections = _SECTION.findall(text)
    lists = [line for part in _LIST.findall(text) for line in part.split("\n")]
    is_most = 2 * len([*sections, *lists]) > len(_AT_THE_LEFT.findall(text))
    return bool((sections and is_most) or _BRACE.match(text))


def read(name: str, content: bytes) -> Posting:
    """Read a posting.

    Raises:
        AmjdError: it is too long, no text, or no file that can be read.
    """
    ending = PurePath(name).suffix.lower()
    is_word = ending == ".docx" or content.startswith(b"PK\x03\x04")
    is_pdf = ending == ".pdf" or content.startswith(b"%PDF")
    most = MOST_WORD if is_word or is_pdf else MOST_BYTES
    if len(content) > most:
        mb = most // 2**20
        raise AmjdError(f"{printable(name)} is longer than {mb} MB.", "Cut it down to the posting.")
    if is_word:
        return docx.read(name, content)
    if is_pdf:
        return pdf.read(name, content)
    text = decoded(name, content)
    is_page = ending in (".html", ".htm") or _OPENS_PAGE.match(text)
    is_part = ending not in _OF_TEXTS and _OPENS_PART.match(text)
    return html.read(name, text) if is_page or is_part else markdown.read(name, text)


# What is no text that we read, and is often sent: how it begins, and what it is.
_OTHERS = {b"{\\rtf": "rich text (RTF)", b"\xd0\xcf\x11\xe0": "a Word file of the old kind (.doc)"}
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, in either order


def _is_no_text(content: bytes) -> bool:
    return b"\0" in content[:4096] and not content.startswith(_WIDE)


def decoded(name: str, content: bytes) -> str:
    """Read bytes as UTF-8, or as Windows wrote them; what is no text at all is refused."""
    if kind := next((kind for mark, kind in _OTHERS.items() if content.startswith(mark)), ""):
        raise AmjdError(f"{printable(name)} is {kind}.", "Save it as .docx, and name that file.")
    if _is_no_text(content):
        raise AmjdError(
            f"{printable(name)} is no text.", "Name a .md, .txt, .html, .docx or .pdf file."
        )
    text = _text(content, "utf-16" if content.startswith(_WIDE) else "utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(content: bytes, likely: str) -> str:
    for encoding in (likely, "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
