"""A company's Word file as a base: its styles, header, footer and page, and none of its text.

python-docx opens it, once `safety` has let it in. What only its text or its properties need is
dropped, what documents need and it lacks is added from our own base. Which styles and lists these
are is settled in `adopting`; what does not stay in what is kept, in `clearing`; the language, in
`speaking`.
"""

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from typing import NamedTuple

import docx
from docx.document import Document
from docx.enum.section import WD_HEADER_FOOTER
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.section import CT_HdrFtrRef, CT_SectPr
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from docx.section import Section
from docx.shared import Length, Twips
from lxml import etree

from amjd.formats.word.base import FOOTER, PROPERTIES, STYLES, Base, Bases, parts_of
from amjd.formats.word.letterheads.adopting import adopted, tabs_of
from amjd.formats.word.letterheads.clearing import clear, clear_page, clear_settings, shows
from amjd.formats.word.letterheads.parts import HEAD, described, ids_in, kept
from amjd.formats.word.letterheads.safety import RefusedError, checked
from amjd.formats.word.letterheads.speaking import speak_english
from amjd.formats.word.page import Room
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# What python-docx and lxml say of a file that is not as it should be.
_DAMAGED = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, etree.LxmlError,
    PackageNotFoundError,
)  # fmt: skip
_LEAST = 2000  # twentieths of a point that a line must have
_INCH = 1440
_OF_WORD = {
    "page_width": 12240, "page_height": 15840, "left_margin": _INCH, "right_margin": _INCH,
    "top_margin": _INCH, "bottom_margin": _INCH,
}  # fmt: skip
_KINDS = (WD_HEADER_FOOTER.PRIMARY, WD_HEADER_FOOTER.FIRST_PAGE, WD_HEADER_FOOTER.EVEN_PAGE)


class Lent(NamedTuple):
    """What a letterhead lends to documents, and what its owner should know of that."""

    bases: Bases
    remark: str = ""


def letterhead(name: str, content: bytes) -> Lent:
    """Open a company's Word file, once for many documents.

    Raises:
        AmjdError: it is none, or one that must not be handed on (code 4).
    """
    try:
        base, is_beside = _base(_opened(checked(content)))
    except RefusedError as error:
        raise AmjdError(
            f"{printable(name)} {error}, so it is taken as no letterhead.", error.cure
        ) from None
    beside = f"{printable(name)} has its picture in its text, which is left out."
    return Lent(lambda _: base, f"{beside} Put it into the header." if is_beside else "")


def _opened(parts: Mapping[str, bytes]) -> Document:
    """Open what was looked at, and nothing else that the file may hold."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    try:
        return docx.Document(packed)
    except _DAMAGED:
        raise RefusedError("is damaged", "again") from None


def _base(document: Document) -> tuple[Base, bool]:
    try:
        opened = _Letterhead(document)
        return opened.base(), opened.is_beside
    except _DAMAGED:
        raise RefusedError("is damaged", "again") from None


class _Letterhead:
    """An opened letterhead on its way to a base; all that is kept of it may be changed."""

    def __init__(self, document: Document) -> None:
        self._part, self._ours, self._kept = document.part, parts_of(), set[str]()
        settings = self._own(RT.SETTINGS, SettingsPart, CT.WML_SETTINGS, "word/settings.xml")
        styles = self._own(RT.STYLES, StylesPart, CT.WML_STYLES, "word/styles.xml")
        numbers = self._own(RT.NUMBERING, NumberingPart, CT.WML_NUMBERING, "word/numbering.xml")
        for part in (styles, numbers):
            clear(part.element)
        clear_settings(settings.element)
        has_even = settings.element.find(qn("w:evenAndOddHeaders")) is not None
        self._keep(RT.FONT_TABLE, CT.WML_FONT_TABLE, "word/fontTable.xml")
        self._keep(RT.THEME, CT.OFC_THEME, "word/theme/theme1.xml")
        self._background = document.element.find(qn("w:background"))
        section = _first_section(document)
        self._room, self._page = _room(section), self._page_of(section)
        around = [self._part.related_parts[one.rId] for one in self._references(self._page)]
        shown = [one.element for one in around if isinstance(one, XmlPart)]
        speak_english(styles.element, shown)
        # A file of styles alone has none, and nobody misses what it says.
        is_drawn = any(True for _ in document.element.iter(qn("w:drawing"), qn("w:pict")))
        self.is_beside = is_drawn and not any(map(shows, shown))
        self._footers = self._added_footers(has_even)
        wanted = [id_ for id_ in STYLES if id_ != "Footer" or self._footers]
        self._styles = adopted(wanted, styles.element, numbers.element, self._ours)
        self._tabs = tabs_of(styles.element, self._styles.get("Footer", ""))

    def _own(self, kind: str, class_: type[XmlPart], type_: str, name: str) -> XmlPart:
        """Return the part of a kind; where there is none, it is that of our own base."""
        part = next((one for one in self._of_kind(kind) if isinstance(one, class_)), None)
        if part is None:
            content, package = self._ours[name].encode(), self._part.package
            part = class_.load(PackURI(f"/{name}"), type_, content, package)
        self._kept.add(self._part.relate_to(part, kind))
        return part

    def _keep(self, kind: str, type_: str, name: str) -> None:
        """Keep the part of a kind as it is; where there is none, it is that of our own base."""
        part = next((one for one in self._of_kind(kind) if one.content_type == type_), None)
        if part is None:
            content = self._ours[name].encode()
            part = Part(PackURI(f"/{name}"), type_, content, self._part.package)
        self._kept.add(self._part.relate_to(part, kind))

    def _of_kind(self, kind: str) -> list[Part]:
        rels = self._part.rels.values()
        return [one.target_part for one in rels if one.reltype == kind and not one.is_external]

    def _page_of(self, section: Section) -> CT_SectPr:
        """Return the properties of a page, with nothing that is not of its header and footer."""
        page = deepcopy(section._sectPr)
        clear_page(page)
        for reference in self._references(page):
            part = self._part.related_parts.get(reference.rId)
            if isinstance(part, HeaderPart | FooterPart):
                clear(part.element)
            else:
                page.remove(reference)
        return page

    def _references(self, page: CT_SectPr) -> list[CT_HdrFtrRef]:
        return [one for one in page if isinstance(one, CT_HdrFtrRef)]

    def _added_footers(self, has_even: bool) -> list[str]:
        """Add ours where none of theirs shows anything; return the ids that lead to it."""
        for reference in self._references(self._page):
            part = self._part.related_parts[reference.rId]
            if isinstance(part, FooterPart):
                if shows(part.element):
                    return []
                self._page.remove(reference)
        added = list[str]()
        needed = (True, self._page.titlePg_val, has_even)
        for kind in (kind for kind, is_needed in zip(_KINDS, needed, strict=True) if is_needed):
            footer = Part(PackURI(f"/{FOOTER}"), CT.WML_FOOTER, b"", self._part.package)
            added.append(self._part.relate_to(footer, RT.FOOTER))
            self._page.add_footerReference(kind, added[-1])
        return added

    def base(self) -> Base:
        """Put together what documents take."""
        beside = [one for one in (self._background, self._page) if one is not None]
        found = kept(self._part, self._kept.union(*map(ids_in, beside)))
        footers = [found.names[self._part.related_parts[id_]] for id_ in self._footers]
        others = {name: part for name, part in found.parts.items() if name not in footers}
        background = "" if self._background is None else _written(self._background)
        return Base(
            body=f"{HEAD}<w:document {_NAMESPACES}>{background}<w:body><w:p/>"
            f"{_written(self._page)}</w:body></w:document>",
            links=found.links,
            ids=found.ids,
            footers=dict.fromkeys(footers, self._ours[FOOTER]),
            properties=self._ours[PROPERTIES],
            others={**described(found.types, self._ours), **others},
            styles=self._styles,
            tabs=self._tabs,
            room=self._room,
        )


def _first_section(document: Document) -> Section:
    """Return the section that is seen first; what it does not say of its page is as in Word."""
    if not len(document.sections):
        document.element.body.get_or_add_sectPr()
    section = document.sections[0]
    for side, width in _OF_WORD.items():
        if getattr(section, side) is None:
            setattr(section, side, Twips(width))
    return section


def _room(section: Section) -> Room:
    def twips(*sides: Length | None) -> int:
        return sum(abs(side.twips) for side in sides if side is not None)

    width = twips(section.page_width) - twips(
        section.left_margin, section.right_margin, section.gutter
    )
    height = twips(section.page_height) - twips(section.top_margin, section.bottom_margin)
    if min(width, height) < _LEAST:
        raise RefusedError("has margins that leave no room for text", "margins")
    return Room(width, height)


def _written(element: etree._Element) -> str:
    """Write an element that stands alone, with the namespaces that it needs."""
    alone = deepcopy(element)
    etree.cleanup_namespaces(alone)
    return etree.tostring(alone, encoding="unicode", with_tail=False)
