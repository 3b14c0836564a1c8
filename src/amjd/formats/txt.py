"""Plain text for forms and messages, in which nothing leans on markup or on a layout.

A form takes out markup, and often indents, tabs and the breaks inside a paragraph: there are none.
"""

from amjd.documents.document import Block, Bullets, Document, Heading, Paragraph, Runs
from amjd.formats.format import Format
from amjd.formats.limits import remarks


def write(document: Document) -> bytes:
    """Write the document as UTF-8 text, a paragraph a line and an empty line between blocks."""
    return ("\n\n".join(map(_block, document.blocks)) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Heading(_, runs):
            return _line(runs).upper()
        case Paragraph(runs):
            return _line(runs)
        case Bullets(items):
            return "\n".join(f"- {_line(item)}" for item in items)
    return "\n".join(f"{label}: {_line(runs)}" for label, runs in block.rows)


def _line(runs: Runs) -> str:
    return "".join(run.text for run in runs)


FORMAT = Format(
    "txt",
    "plain text",
    is_text=True,
    writer=lambda: lambda drafted: write(drafted.document),
    remarks=lambda drafted: remarks(drafted.document, "txt", write(drafted.document)),
    pasted_as="text/plain",
)
