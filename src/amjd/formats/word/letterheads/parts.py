"""The parts of a letterhead that are kept: what they need too, their new names, their types.

What nothing that is kept leads to is dropped.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import _Relationship
from docx.parts.settings import SettingsPart
from lxml.etree import _Element as Element

from amjd.formats.markup import escape
from amjd.formats.word.base import BODY, PROPERTIES, TYPES
from amjd.formats.word.letterheads.safety import RefusedError

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPE = "application/vnd.openxmlformats"
_NAMES = {
    RT.STYLES: "word/styles.xml",
    RT.NUMBERING: "word/numbering.xml",
    RT.SETTINGS: "word/settings.xml",
    RT.FONT_TABLE: "word/fontTable.xml",
    RT.THEME: "word/theme/theme1.xml",
}
_NUMBERED = {
    RT.HEADER: "word/header",
    RT.FOOTER: "word/footer",
    RT.IMAGE: "word/media/image",
    RT.FONT: "word/fonts/font",
}
# What is no XML, and only shown: pictures and letters.
_SHOWN = ("image/", "application/x-font", f"{_TYPE}-officedocument.obfuscatedFont")


class Kept(NamedTuple):
    """The parts that are kept, by their new names, and their types.

    `names` are those of the parts as they were opened; `links` are the relationships of the body,
    `ids` theirs.
    """

    parts: dict[str, bytes]
    types: dict[str, str]
    names: dict[Part, str]
    links: str
    ids: frozenset[str]


def kept(body: Part, ids: Collection[str]) -> Kept:
    """Keep what the body needs of these relationships, and all that this needs in turn.

    Raises:
        RefusedError: something would be kept of which nobody knows what it is.
    """
    names = {body: BODY}
    wanted = [body]
    for part in wanted:
        for rel in _needed(part, body, ids):
            if not rel.is_external and rel.target_part not in names:
                names[rel.target_part] = _name(rel, names.values())
                wanted.append(rel.target_part)
    parts, types = dict[str, bytes](), dict[str, str]()
    for part in wanted[1:]:
        name = names[part]
        parts[name], types[name] = part.blob, part.content_type
        if rels := list(_needed(part, body, ids)):
            folder, _, file = name.rpartition("/")
            parts[f"{folder}/_rels/{file}.rels"] = _links(rels, names, folder).encode()
    links = _links(_needed(body, body, ids), names, "word")
    return Kept(parts, types, names, links, frozenset(body.rels))


def ids_in(element: Element) -> set[str]:
    """Return the ids of the relationships that an element and all in it name."""
    return {
        str(value)
        for one in element.iter()
        for name, value in one.attrib.items()
        if str(name).startswith(_R) or str(name).endswith("}relid")
    }


def _needed(part: Part, body: Part, ids: Collection[str]) -> Iterator[_Relationship]:
    """Return the relationships of a part that lead to what it shows."""
    if part is body:
        yield from (rel for id_, rel in part.rels.items() if id_ in ids)
    elif not isinstance(part, SettingsPart):  # of which nothing stays that leads anywhere
        yield from part.rels.values()


def _name(rel: _Relationship, taken: Collection[str]) -> str:
    """Name a part by what it is for, in letters that every system has."""
    part = rel.target_part
    known = _NAMES.get(rel.reltype)
    if known and known not in taken:
        return known
    is_xml = isinstance(part, XmlPart) or part.content_type.endswith("xml")
    if not is_xml and not part.content_type.startswith(_SHOWN):
        raise RefusedError("has something in its header or footer that is no picture", "object")
    begun = _NUMBERED.get(rel.reltype, "word/parts/part")
    number = sum(name.startswith(begun) for name in taken) + 1
    return f"{begun}{number}.{re.sub('[^a-z0-9]', '', part.partname.ext.lower()) or 'xml'}"


def _links(rels: Iterable[_Relationship], names: Mapping[Part, str], folder: str) -> str:
    """Write relationships; `folder` is that of the part whose they are."""
    rows = "".join(_link(rel, names, folder) for rel in rels)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _link(rel: _Relationship, names: Mapping[Part, str], folder: str) -> str:
    mode = ' TargetMode="External"' if rel.is_external else ""
    target = (
        rel.target_ref
        if rel.is_external
        else PackURI(f"/{names[rel.target_part]}").relative_ref(f"/{folder}")
    )
    return (
        f'<Relationship Id="{escape(rel.rId)}" Type="{escape(rel.reltype)}"'
        f' Target="{escape(target)}"{mode}/>'
    )


def described(types: Mapping[str, str], ours: Mapping[str, str]) -> dict[str, str]:
    """Return the parts that say what is in the file; its properties are ours."""
    own = {
        BODY: f"{_TYPE}-officedocument.wordprocessingml.document.main+xml",
        PROPERTIES: f"{_TYPE}-package.core-properties+xml",
        "docProps/app.xml": f"{_TYPE}-officedocument.extended-properties+xml",
    }
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{escape(type_)}"/>'
        for name, type_ in (own | dict(types)).items()
    )
    return {
        TYPES: f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{_TYPE}-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{rows}</Types>',
        "_rels/.rels": ours["_rels/.rels"],
        "docProps/app.xml": ours["docProps/app.xml"],
    }
