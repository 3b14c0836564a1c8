"""What does not stay in the parts of a letterhead: what its text, properties and authors left.

Changes that were tracked are taken as accepted; what a field would look up in what is dropped
stays as it was last shown.
"""

from collections.abc import Iterable

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from amjd.text.patterns import compile_later

_PAGE = frozenset(
    map(qn, (
        "w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:paperSrc",
        "w:pgBorders", "w:pgNumType", "w:titlePg", "w:bidi", "w:rtlGutter", "w:docGrid",
    ))
)  # fmt: skip
"""What belongs to a page; all else of a section is of its text."""

_SETTINGS = frozenset(
    map(qn, (
        "w:mirrorMargins", "w:alignBordersAndEdges", "w:bordersDoNotSurroundHeader",
        "w:bordersDoNotSurroundFooter", "w:gutterAtTop", "w:displayBackgroundShape",
        "w:embedTrueTypeFonts", "w:embedSystemFonts", "w:saveSubsetFonts", "w:defaultTabStop",
        "w:autoHyphenation", "w:consecutiveHyphenLimit", "w:hyphenationZone",
        "w:doNotHyphenateCaps", "w:evenAndOddHeaders", "w:characterSpacingControl",
        "w:strictFirstAndLastChars", "w:noLineBreaksAfter", "w:noLineBreaksBefore",
        "w:hdrShapeDefaults", "w:compat", "w:themeFontLang", "w:clrSchemeMapping",
        "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
    ))
)  # fmt: skip
"""What is of how a document looks; others protect it, track changes or lead to templates."""

_GONE = frozenset(
    map(qn, (
        "w:del", "w:moveFrom", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange",
        "w:tblGridChange", "w:trPrChange", "w:tcPrChange", "w:tblPrExChange", "w:numberingChange",
        "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd",
        "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef",
        "w:footnoteReference", "w:endnoteReference", "w:permStart", "w:permEnd", "w:proofErr",
        "w:placeholder",
    ))
)  # fmt: skip
_OPENED = frozenset(map(qn, ("w:ins", "w:moveTo")))
_BOUND = "}dataBinding"  # to properties or data of the file; Word has two of this name

# Fields that look up nothing that is dropped.
_LIVE = frozenset(
    ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TITLE", "AUTHOR", "FILENAME",
     "DATE", "TIME", "HYPERLINK", "SYMBOL", "IF", "COMPARE", "EQ", "ADVANCE", "SEQ", "QUOTE", "=")
)  # fmt: skip
_FIELD = compile_later(r"\s*(=|[A-Za-z]+)")
_CHAR, _SIMPLE = qn("w:fldChar"), qn("w:fldSimple")
_INSTRUCTION = frozenset(map(qn, ("w:instrText", "w:delInstrText")))
_RUN = qn("w:r")
_SHOWN = frozenset(
    map(qn, ("w:drawing", "w:pict", "w:sym", "w:pBdr", "w:tbl", "w:pgNum", "w:fldSimple"))
)


def clear_page(page: Element) -> None:
    """Leave of a section what is of its page, in one column."""
    page.attrib.clear()
    _remove(child for child in page if child.tag not in _PAGE)


def clear_settings(settings: Element) -> None:
    """Leave what is of how a document looks."""
    _remove(child for child in settings if child.tag not in _SETTINGS)


def clear(root: Element) -> None:
    """Clear a header, a footer, or styles; they look as they did."""
    _remove(
        row
        for row in root.iter(qn("w:tr"))
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None
    )
    _remove(one for one in root.iter() if one.tag in _GONE or str(one.tag).endswith(_BOUND))
    for one in [one for one in root.iter() if one.tag in _OPENED]:
        _open(one)
    _freeze(root)


def _remove(elements: Iterable[Element]) -> None:
    for one in list(elements):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _open(element: Element) -> None:
    """Put what is in an element into its place."""
    for child in list(element):
        element.addprevious(child)
    _remove([element])


def _is_live(instruction: str) -> bool:
    match = _FIELD.match(instruction)
    return match is not None and match[1].upper() in _LIVE


def _freeze(root: Element) -> None:
    """Let fields that look up what is dropped be what they show."""
    frozen = _frozen(root)
    gone, open_ = list[Element](), list[tuple[bool, bool]]()  # whether frozen, and in what it says
    for one in root.iter():
        is_hidden = any(is_frozen and is_said for is_frozen, is_said in open_)
        if one.tag == _CHAR:
            kind = one.get(qn("w:fldCharType"))
            if kind == "begin":
                open_.append((one in frozen, True))
            is_frozen = bool(open_) and open_[-1][0]
            if kind == "separate" and open_:
                open_[-1] = is_frozen, False
            elif kind == "end" and open_:
                open_.pop()
            if is_frozen or is_hidden:
                gone.append(one)
        elif is_hidden and _is_in_run(one):
            gone.append(one)
    _remove(gone)
    for one in [one for one in root.iter(_SIMPLE) if not _is_live(one.get(qn("w:instr"), ""))]:
        _open(one)


def _is_in_run(one: Element) -> bool:
    parent = one.getparent()
    return parent is not None and parent.tag == _RUN and one.tag != qn("w:rPr")


def _frozen(root: Element) -> set[Element]:
    """Find where fields begin that are not live."""
    open_, found = list[tuple[Element, list[str], list[bool]]](), set[Element]()
    for one in root.iter():
        if one.tag == _CHAR:
            kind = one.get(qn("w:fldCharType"))
            if kind == "begin":
                open_.append((one, [], [True]))
            elif open_:
                begin, said, is_said = open_[-1]
                is_said[0] = False
                if not _is_live("".join(said)):
                    found.add(begin)
                if kind == "end":
                    open_.pop()
        elif one.tag in _INSTRUCTION and open_ and open_[-1][2][0]:
            open_[-1][1].append(one.text or "")
    return found


def shows(root: Element) -> bool:
    """Whether a header or footer shows anything; Word leaves many an empty one."""
    if any(one.tag in _SHOWN or one.tag in _INSTRUCTION for one in root.iter()):
        return True
    return any((one.text or "").strip() for one in root.iter(qn("w:t")))
