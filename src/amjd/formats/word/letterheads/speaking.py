"""The language of a letterhead: what Word spells by, and what is read aloud in.

A posting is in English, whatever the company's own language is; its header and footer stay in that.
"""

from collections.abc import Iterable

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import QName
from lxml.etree import _Element as Element

_ENGLISH = "en-US"
_WORD = QName(qn("w:lang")).namespace
_VALUE, _LANG, _RUN, _PROPERTIES = qn("w:val"), qn("w:lang"), qn("w:r"), qn("w:rPr")
_BEHIND = frozenset(map(qn, ("w:eastAsianLayout", "w:specVanish", "w:oMath", "w:rPrChange")))


def speak_english(styles: Element, around: Iterable[Element]) -> None:
    """Let text be English where it says nothing else, and what stands around it what it was.

    `around` are the headers and footers.
    """
    spoken = [one for one in styles.iter(_LANG) if one.get(_VALUE)]
    others = [one for one in spoken if not _is_english(one.get(_VALUE, ""))]
    if spoken and not others:
        return
    usual = others[0].get(_VALUE, "") if others else ""
    for one in others:
        del one.attrib[_VALUE]
    defaults = styles
    for tag in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        defaults = _first(defaults, qn(tag))
    _speak(defaults, _ENGLISH)
    for run in (run for root in around for run in root.iter(_RUN) if usual):
        _speak(_first(run, _PROPERTIES), usual)


def _is_english(language: str) -> bool:
    return language.lower().partition("-")[0] == "en"


def _first(parent: Element, tag: str) -> Element:
    """Return the child of a kind, which is the first of all where it has to be made."""
    found = parent.find(tag)
    if found is None:
        found = parent.makeelement(tag)
        parent.insert(0, found)
    return found


def _speak(properties: Element, language: str) -> None:
    """Set the language of a run, if it says none; its place among the properties is given."""
    lang = properties.find(_LANG)
    if lang is None:
        lang = OxmlElement("w:lang")
        behind = (one for one in properties if one.tag in _BEHIND or QName(one).namespace != _WORD)
        before = next(behind, None)
        if before is None:
            properties.append(lang)
        else:
            before.addprevious(lang)
    if not lang.get(_VALUE):
        lang.set(_VALUE, language)
