"""Word documents: what differs from one to the next is written into a base, which is ours.

Or it is a company's letterhead. What is the same in all documents of a run is packed once.
"""

from functools import cache, partial

from amjd.answers.state import locale
from amjd.documents.document import Document, Paragraph, Run, Runs, runs_of
from amjd.documents.draft import Drafted
from amjd.formats.format import OnLetterhead, Write
from amjd.formats.markup import escape_text
from amjd.formats.word import page
from amjd.formats.word.base import BODY, LINKS, PROPERTIES, Bases, ours
from amjd.formats.word.body import Body
from amjd.formats.word.links import Links
from amjd.formats.word.package import pack, package, put
from amjd.formats.word.scripts import Script, shared_by

_EMPTY = "<w:p/>"  # stands where a text belongs
_PROPERTY_LIMIT = 255


def writer() -> Write:
    """Give what writes on our own base."""
    return WordBase().write


def on_letterhead(name: str, content: bytes) -> OnLetterhead:
    """Give what writes on a letterhead; an AmjdError (code 4) says why it cannot be taken."""
    # python-docx, which opens it, takes longer to load than a draft without it.
    from amjd.formats.word.letterheads.letterhead import letterhead

    opened = letterhead(name, content)
    return OnLetterhead(WordBase(opened.bases).write, opened.remark)


class WordBase:
    """A Word file whose styles and page every document takes; read once for many documents."""

    def __init__(self, bases: Bases | None = None) -> None:
        """Take our own base, or another one.

        Raises:
            OSError, KeyError, zipfile.BadZipFile: ours is no such Word file.
        """
        self._bases = bases or ours()
        self._unchanging = cache(
            lambda is_draft: put([pack(*part) for part in self._bases(is_draft).others.items()])
        )

    def write(self, drafted: Drafted) -> bytes:
        """Write a document as a DOCX file; the same document gives the same bytes."""
        document, paper = drafted.document, locale(drafted.answers).paper
        is_draft = _is_draft(document)
        base = self._bases(is_draft)
        room = base.room or page.room(paper, base.sides)
        links = Links(base.links, base.ids)
        body = Body(links.to, partial(_shared, drafted), base.styles, room.width)
        blocks = body.blocks(document, _company(drafted))
        around = (
            base.body if base.room else base.body.replace(page.size("Letter"), page.size(paper))
        )
        changing = {BODY: around.replace(_EMPTY, blocks), LINKS: links.xml}
        if base.footers:
            foot = page.footer(document, body.runs, base.styles["Footer"], base.tabs, room)
            changing |= {name: xml.replace(_EMPTY, foot) for name, xml in base.footers.items()}
        changing[PROPERTIES] = _with_properties(base.properties, document)
        parts = [pack(name, part) for name, part in changing.items()]
        return package(put(parts, behind=self._unchanging(is_draft)))


def _with_properties(properties: str, document: Document) -> str:
    """Enter the title and the company, whose places are empty."""
    for name, text in (("title", document.title), ("creator", document.company)):
        entered = f"<dc:{name}>{escape_text(text[:_PROPERTY_LIMIT])}</dc:{name}>"
        properties = properties.replace(f"<dc:{name}/>", entered)
    return properties


def _is_draft(document: Document) -> bool:
    first = next(iter(document.blocks), None)
    return isinstance(first, Paragraph) and first.runs[0].mark == "draft"


def _company(drafted: Drafted) -> Runs:
    name = drafted.document.company
    return (Run(name, mark="" if drafted.answers.company.name else "blank"),) if name else ()


def _shared(drafted: Drafted) -> Script:
    """Tell whose the signs are that East Asia shares, by all texts, the place and the money."""
    answers = drafted.answers
    places = [*(answers.role.regions or ()), answers.pay.currency or ""]
    return shared_by([run.text for run in runs_of(drafted.document.blocks)], places[0][:2])
