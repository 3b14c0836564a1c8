"""Plain text for forms and messages, in which nothing leans on markup or on a layout.

A form takes out markup, and often indents, tabs and the breaks inside a paragraph: there are none.
"""

from collections.abc import Iterator

from amjd.documents.document import Block, Bullets, Document, Heading, Paragraph, text_of
from amjd.documents.draft import Drafted
from amjd.formats import limits
from amjd.formats.format import Write


def writer() -> Write:
    """Give what writes a document."""
    return lambda drafted: write(drafted.document)


def remarks(drafted: Drafted) -> Iterator[str]:
    """Say which job boards do not take a document."""
    return limits.remarks(drafted.document, "txt", write(drafted.document))


def write(document: Document) -> bytes:
    """Write the document as UTF-8 text, a paragraph a line and an empty line between blocks."""
    return ("\n\n".join(map(_block, document.blocks)) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            # The title is the owner's, whose letters stay; capitals of some are other letters.
            return text_of(runs) if level == 1 else text_of(runs).upper()
        case Paragraph(runs):
            return text_of(runs)
        case Bullets(items):
            return "\n".join(f"- {text_of(item)}" for item in items)
    return "\n".join(f"{label}: {text_of(runs)}" for label, runs in block.rows)
