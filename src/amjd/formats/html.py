"""A web page that a company can put on its site as it is: one file, which loads nothing.

How it looks is in `page.css` beside this module, which stands inside the page.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from amjd import resources
from amjd.documents.document import Block, Bullets, Document, Facts, Heading, Paragraph, Run, Runs
from amjd.documents.draft import Drafted
from amjd.formats.format import Write
from amjd.formats.job_posting import posting
from amjd.formats.markup import escape

STYLE = Path(__file__).with_name("page.css")
_AROUND = {1: "article", 2: "section"}  # what stands around a heading and all that is under it


def writer() -> Write:
    """Read the style, and give what writes a page with it."""
    style = resources.content(STYLE).decode()
    return lambda drafted: write(drafted, style)


def remarks(drafted: Drafted) -> Iterator[str]:
    """Say what keeps search engines from taking the data in the page."""
    return posting.remarks(drafted)


def write(drafted: Drafted, style: str) -> bytes:
    """Write the page in UTF-8."""
    body = "\n".join(_nested(drafted.document.blocks, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{_head(drafted, style)}\n</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def _head(drafted: Drafted, style: str) -> str:
    """Write what stands in the head of the page: what is about it, and not shown in it."""
    return "\n".join((
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(_title(drafted.document))}</title>",
        f"<style>\n{style}</style>",
        *_data(drafted),
    ))  # fmt: skip


def _data(drafted: Drafted) -> Iterator[str]:
    """Write the data for search engines, which a blank that nobody posts has not."""
    if drafted.posted:
        yield f'<script type="application/ld+json">\n{posting.json_ld(drafted)}\n</script>'


def _title(document: Document) -> str:
    return " \u2013 ".join(filter(None, (document.title, document.company)))


def _nested(blocks: Sequence[Block], level: int) -> Iterator[str]:
    """Write blocks; each heading of a level has an element around it and all that is under it."""
    if level not in _AROUND:
        yield from map(_block, blocks)
        return
    starts = [at for at, block in enumerate(blocks) if _is_heading(block, level)]
    bounds = [*starts, len(blocks)]
    yield from _top(blocks[: bounds[0]])
    for start, end in pairwise(bounds):
        yield f"<{_AROUND[level]}>"
        yield from _nested(blocks[start:end], level + 1)
        yield f"</{_AROUND[level]}>"


def _top(blocks: Sequence[Block]) -> Iterator[str]:
    """Write what stands above all sections; what is above the facts is the header of a posting."""
    at = next((at for at, block in enumerate(blocks) if isinstance(block, Facts)), 0)
    if at:
        yield from ("<header>", *map(_block, blocks[:at]), "</header>")
    yield from map(_block, blocks[at:])


def _is_heading(block: Block, level: int) -> bool:
    return isinstance(block, Heading) and block.level == level


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return _element(f"h{level}", runs)
        case Paragraph(runs) if runs[0].mark == "draft":
            return _element("p", runs, ' class="draft"')
        case Paragraph(runs):
            return _element("p", runs)
        case Bullets(items):
            return "\n".join(["<ul>", *(_element("li", item) for item in items), "</ul>"])
    return "\n".join(["<dl>", *(_row(label, runs) for label, runs in block.rows), "</dl>"])


def _row(label: str, runs: Runs) -> str:
    return f"<div>{_element('dt', (Run(label),))}{_element('dd', runs)}</div>"


def _element(name: str, runs: Runs, attributes: str = "") -> str:
    """Write an element, which runs from right to left where its first letter does."""
    if any(map(_runs_left, runs)):
        attributes += ' dir="auto"'
    return f"<{name}{attributes}>{''.join(map(_run, runs))}</{name}>"


def _run(run: Run) -> str:
    html = escape(run.text)
    if run.link:
        html = f'<a href="{escape(run.link)}">{html}</a>'
    if run.mark == "blank":
        html = f"<mark>{html}</mark>"
    # Signs beside an answer that runs from right to left stay on their side of it.
    return f"<bdi>{html}</bdi>" if run.field and _runs_left(run) else html


def _runs_left(run: Run) -> bool:
    if run.text.isascii():
        return False
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in run.text)
