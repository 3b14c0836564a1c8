"""The whole posting as the HTML that job search engines keep: paragraphs and lists alone.

Google knows p, ul, li and breaks in a description; headings and bold letters it does not.
"""

from collections.abc import Iterable

from amjd.documents.document import Block, Bullets, Document, Facts, text_of
from amjd.formats.markup import escape_text


def description(document: Document) -> str:
    """Write all that a document says as HTML in which no answer acts."""
    return "".join(map(_block, document.blocks))


def _block(block: Block) -> str:
    match block:
        case Bullets(items):
            return _list(map(text_of, items))
        case Facts(rows):
            return _list(f"{label}: {text_of(runs)}" for label, runs in rows)
    return f"<p>{escape_text(text_of(block.runs))}</p>"


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape_text(item)}</li>' for item in items)}</ul>"
