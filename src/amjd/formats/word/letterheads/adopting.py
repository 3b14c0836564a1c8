"""The styles of a letterhead in which documents are written, and those that it lacks.

Word knows its own styles by names in English, whatever language they are shown in; an id may be
any: a German one has `berschrift1` for heading 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Twips
from lxml.etree import _Element as Element

_VALUE, _ID, _KIND = qn("w:val"), qn("w:styleId"), qn("w:type")
_STYLE, _NUM, _ABSTRACT = qn("w:style"), qn("w:num"), qn("w:abstractNum")
_NUM_ID, _ABSTRACT_ID = qn("w:numId"), qn("w:abstractNumId")
_NUMBERED = f"{qn('w:pPr')}/{qn('w:numPr')}/{_NUM_ID}"
_TABS = f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"
_PARAGRAPH = "paragraph"  # what a style is that says no kind

# What our styles are based on: a letterhead has one of each kind, under any name.
_DEFAULTS = ("Normal", "DefaultParagraphFont", "NormalTable")
_LIST = "ListBullet"
_HEADINGS = ("Company", "Heading1", "Heading2", "Heading3", "Subtitle")
_PLAIN = ("Company", "Fact")  # of which several lines are read at a glance
_DEEPEST = 20  # styles on styles


def adopted(
    wanted: Sequence[str], styles: Element, numbering: Element, ours: Mapping[str, str]
) -> dict[str, str]:
    """Find styles by the ids that they have in our base, and add from there what is lacking.

    Returns the id of each in the letterhead; `ours` are the parts of our base.
    """
    base = {one.get(_ID, ""): one for one in parse_xml(ours["word/styles.xml"].encode())}
    every = (*_DEFAULTS, *wanted)
    found = {id_: _default(styles, base[id_]) for id_ in _DEFAULTS}
    found |= {id_: _known(styles, base[id_]) for id_ in every if found.get(id_) is None}
    ids = {id_: style.get(_ID, "") for id_, style in found.items() if style is not None}
    lacking = [id_ for id_ in every if id_ not in ids]
    ids |= {id_: _free(id_, styles) for id_ in lacking}
    for id_ in lacking:
        styles.append(_fitted(base[id_], ids, styles))
    _number(styles, numbering, ids[_LIST], ours)
    for id_ in _HEADINGS:
        _keep_on_page(styles, ids[id_])
    return {id_: ids[id_] for id_ in wanted}


def _kind(style: Element) -> str:
    return style.get(_KIND) or _PARAGRAPH


def _name(style: Element) -> str:
    """Return the name of a style as Word compares it."""
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(_VALUE, "").lower()


def _known(styles: Element, ours: Element) -> Element | None:
    """Return the style of a letterhead that Word takes for one of ours."""
    same = (one for one in styles.iter(_STYLE) if _name(one) == _name(ours) and one.get(_ID))
    return next((one for one in same if _kind(one) == _kind(ours)), None)


def _default(styles: Element, ours: Element) -> Element | None:
    """Return the style that everything of a kind has which names none."""
    kind = _kind(ours)
    of_kind = (one for one in styles.iter(_STYLE) if _kind(one) == kind and one.get(_ID))
    defaults = [one for one in of_kind if one.get(qn("w:default")) in ("1", "true", "on")]
    return defaults[-1] if defaults else None


def _free(id_: str, styles: Element) -> str:
    """Return an id like ours that no style of the letterhead has."""
    taken = {one.get(_ID, "").lower() for one in styles.iter(_STYLE)}
    while id_.lower() in taken:
        id_ = f"Posting{id_}"
    return id_


def _fitted(ours: Element, ids: Mapping[str, str], styles: Element) -> Element:
    """Return one of our styles as it fits among those of a letterhead."""
    style = deepcopy(ours)
    style.set(_ID, ids[style.get(_ID, "")])
    taken = set(map(_name, styles.iter(_STYLE)))
    for name in style.iterchildren(qn("w:name")):
        while _name(style) in taken:
            name.set(_VALUE, f"Posting {name.get(_VALUE)}")
    for number in style.findall(_NUMBERED):  # of a list in our base
        number.set(_VALUE, "")
    if ours.get(_ID) in _PLAIN:
        _straighten(style)
    for other in [*style.iterchildren(qn("w:basedOn"), qn("w:next"))]:
        if id_ := ids.get(other.get(_VALUE, "")):
            other.set(_VALUE, id_)
        else:
            style.remove(other)
    return style


def _straighten(style: Any) -> None:
    """Let lines begin at the margin and stand close, however the company sets its letters."""
    properties = style.get_or_add_pPr()
    properties.ind_left = properties.first_line_indent = properties.spacing_before = Twips(0)
    properties.jc_val = WD_ALIGN_PARAGRAPH.LEFT


def _chain(styles: Element, id_: str) -> list[Element]:
    """Return a style and those that it is based on."""
    known = {one.get(_ID): one for one in styles.iter(_STYLE)}
    chain, style = list[Element](), known.get(id_)
    while style is not None and len(chain) < _DEEPEST:
        chain.append(style)
        based_on = style.find(qn("w:basedOn"))
        style = None if based_on is None else known.get(based_on.get(_VALUE))
    return chain


def tabs_of(styles: Element, id_: str) -> tuple[int, ...]:
    """Return where a style of paragraphs has tabs, in twentieths of a point."""
    tabs = (tab for one in _chain(styles, id_) for tab in one.iterfind(_TABS))
    return tuple(dict.fromkeys(int(tab.get(qn("w:pos"), "0")) for tab in tabs))


def _keep_on_page(styles: Element, id_: str) -> None:
    """Let no heading begin a page, as the chapters of a report do: the title has one above it."""
    chain = _chain(styles, id_)
    if any(one.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None for one in chain):
        style: Any = chain[0]  # of which python-docx tells no types
        style.get_or_add_pPr().pageBreakBefore_val = False


def _number(styles: Element, numbering: Element, id_: str, ours: Mapping[str, str]) -> None:
    """Give the style of bullets our signs, where it has none of its own."""
    chain = _chain(styles, id_)
    numbers = (found for one in chain if (found := one.find(_NUMBERED)) is not None)
    first = next(numbers, None)
    if first is not None and _is_list(numbering, first.get(_VALUE, "")):
        return
    own = _free_number(numbering.iterchildren(_ABSTRACT), _ABSTRACT_ID)
    (bullets, *_) = parse_xml(ours["word/numbering.xml"].encode()).iterchildren(_ABSTRACT)
    bullets.set(_ABSTRACT_ID, str(own))
    for style in bullets.iter(qn("w:pStyle")):
        style.set(_VALUE, id_)
    behind = [*numbering.iterchildren(_NUM, qn("w:numIdMacAtCleanup"))]
    if behind:
        behind[0].addprevious(bullets)
    else:
        numbering.append(bullets)
    lists: Any = numbering
    paragraph: Any = chain[0]
    properties = paragraph.get_or_add_pPr()
    for before in properties.iterchildren(qn("w:numPr")):
        properties.remove(before)
    properties.get_or_add_numPr().get_or_add_numId().val = lists.add_num(own).numId


def _free_number(elements: Iterable[Element], name: str) -> int:
    return max((int(one.get(name, "0")) for one in elements), default=0) + 1


def _is_list(numbering: Element, number: str) -> bool:
    """Whether a number leads to a list that is there."""
    lists = {one.get(_ABSTRACT_ID) for one in numbering.iterchildren(_ABSTRACT)}
    for one in numbering.iterchildren(_NUM):
        if one.get(_NUM_ID) == number:
            wanted = one.find(_ABSTRACT_ID)
            return wanted is not None and wanted.get(_VALUE) in lists
    return False
