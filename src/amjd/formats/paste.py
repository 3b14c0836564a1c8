"""A fragment of HTML for the forms of job boards: p, br, ul, li and strong, and no attribute.

That is what all of them keep; most take out headings, and many take out tables. So a heading is a
line in strong, and the facts are lines of one paragraph.
"""

from collections.abc import Iterable, Iterator

from amjd.documents.document import Block, Bullets, Document, Heading, Paragraph, Runs, text_of
from amjd.documents.draft import Drafted
from amjd.formats import limits
from amjd.formats.format import Write
from amjd.formats.markup import escape


def writer() -> Write:
    """Give what writes a document."""
    return lambda drafted: write(drafted.document)


def remarks(drafted: Drafted) -> Iterator[str]:
    """Say which job boards do not take a document."""
    return limits.remarks(drafted.document, "paste", write(drafted.document))


def write(document: Document) -> bytes:
    """Write the document as a fragment in UTF-8."""
    return ("\n".join(map(_block, document.blocks)) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Heading(_, runs):
            return f"<p>{_strong(_text(runs))}</p>"
        case Paragraph(runs):
            return f"<p>{_line(runs)}</p>"
        case Bullets(items):
            return _list(map(_line, items))
    rows = (f"{_strong(escape(label) + ':')} {_line(runs)}" for label, runs in block.rows)
    return "<p>" + "<br>\n".join(rows) + "</p>"


def _list(items: Iterable[str]) -> str:
    return "\n".join(["<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"])


def _line(runs: Runs) -> str:
    """Write runs; what is still to be settled stands out."""
    return "".join(_strong(_text((run,))) if run.mark else _text((run,)) for run in runs)


def _text(runs: Runs) -> str:
    return escape(text_of(runs))


def _strong(html: str) -> str:
    return f"<strong>{html}</strong>"
