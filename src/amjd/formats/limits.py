"""What job boards take: where a text that people paste into their forms is too long, or too short.

The figures are those that LinkedIn and SEEK document for partners, as of November 2026.
"""

from collections.abc import Iterator

from amjd.documents.document import Document, Heading, Paragraph, text_of

_TITLE = 200
_SUMMARY = 150
_LEAST = 100
_MOST = {"SEEK": 15_000, "LinkedIn": 25_000}


def remarks(document: Document, format_: str, content: bytes) -> Iterator[str]:
    """Say which boards do not take a document; `content` is what people paste of it."""
    if (length := len(document.title)) > _TITLE:
        yield f"the title: {length:,} characters, but LinkedIn takes {_TITLE:,}. Shorten it."
    if (length := len(_summary(document))) > _SUMMARY:
        yield (
            f"the first paragraph: {length:,} characters, but SEEK takes {_SUMMARY:,} as its"
            " summary. Shorten the answers in it."
        )
    length = len(content.decode().rstrip("\n"))
    if length < _LEAST:
        yield (
            f"{format_}: {length:,} characters, but LinkedIn asks for {_LEAST:,} at least. Say more"
            " of the job."
        )
    for board, most in _MOST.items():
        if length > most:
            yield (
                f"{format_}: {length:,} characters, but {board} takes {most:,}. Shorten your"
                " longest answers."
            )


def _summary(document: Document) -> str:
    """Return the first paragraph of a short form, which has no section; nothing of any other."""
    blocks = document.blocks
    if any(isinstance(block, Heading) and block.level > 1 for block in blocks):
        return ""
    first = (block for block in blocks if isinstance(block, Paragraph))
    return next((text for block in first if (text := _unmarked(block))), "")


def _unmarked(paragraph: Paragraph) -> str:
    is_draft = any(run.mark == "draft" for run in paragraph.runs)
    return "" if is_draft else text_of(paragraph.runs)
