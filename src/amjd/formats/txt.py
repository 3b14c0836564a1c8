"""Plain text for forms and messages, in which nothing leans on markup or on a layout.

A form takes out markup, and often indents, tabs and the breaks inside a paragraph: there are none.
"""

from amjd.documents.document import Block, Bullets, Document, Heading, Paragraph, text_of
from amjd.formats.format import Format
from amjd.formats.limits import remarks


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


FORMAT = Format(
    "txt",
    "plain text",
    is_text=True,
    writer=lambda: lambda drafted: write(drafted.document),
    remarks=lambda drafted: remarks(drafted.document, "txt", write(drafted.document)),
    pasted_as="text/plain",
)
