"""Word files as the packages that they are: their parts, and what Word would repair or refuse."""

import io
import posixpath
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINKS = "word/_rels/document.xml.rels"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def packed(parts):
    """Return a Word file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def parts_of(exported):
    with zipfile.ZipFile(io.BytesIO(exported)) as package:
        return {name: package.read(name) for name in package.namelist()}


# The order in which the schema of WordprocessingML wants what we write.
_ORDER = {
    "pPr": [
        "pStyle", "keepNext", "keepLines", "widowControl", "numPr", "pBdr", "tabs", "bidi",
        "spacing", "ind", "contextualSpacing", "jc", "outlineLvl",
    ],
    "rPr": [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "sz", "szCs", "highlight",
        "u", "rtl", "cs", "lang",
    ],
    "tbl": ["tblPr", "tblGrid", "tr"],
    "tblPr": [
        "tblStyle", "bidiVisual", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar",
        "tblLook", "tblCaption", "tblDescription",
    ],
    "tr": ["trPr", "tc"],
    "tc": ["tcPr", "p"],
    "style": ["name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr", "tblStylePr"],
    "body": ["p", "tbl", "sectPr"],
    "sectPr": [
        "headerReference", "footerReference", "pgSz", "pgMar", "pgBorders", "pgNumType",
        "titlePg", "docGrid",
    ],
    "lvl": ["start", "numFmt", "pStyle", "lvlText", "lvlJc", "pPr", "rPr"],
    "ftr": ["p"],
    "hdr": ["p"],
}  # fmt: skip


def faults_of(exported, ordered=("word/",)):
    """List what is wrong with a document; it begins with what would not even be XML.

    The parts whose names begin as `ordered` does hold nothing but what we write.
    """
    parts = parts_of(exported)
    is_xml = (".xml", ".rels")
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith(is_xml)}
    document, styles = trees["word/document.xml"], trees["word/styles.xml"]
    return [
        *(
            fault
            for name, tree in trees.items()
            if name.startswith(ordered)
            for fault in _unordered(tree)
        ),
        *(
            fault
            for name, tree in trees.items()
            if name[:5] == "word/"
            for fault in _undefined_styles(tree, styles)
        ),
        *_undefined_numbers(trees),
        *_dangling_relationships(parts, trees),
        *_poor_tables(document),
        *_undeclared_parts(parts, trees["[Content_Types].xml"]),
    ]


def _name(element):
    return etree.QName(element).localname


def _unordered(tree):
    for element in tree.iter(f"{W}*"):
        order, name = _ORDER.get(_name(element)), _name(element)
        children = [_name(child) for child in element]
        if not order:
            continue
        if strange := [child for child in children if child not in order]:
            yield f"{name} holds {strange}"
        elif name == "body":
            if children[-1] != "sectPr" or children.count("sectPr") != 1:
                yield "the section properties are not the body's end"
        elif children != sorted(children, key=order.index):
            yield f"{name} has {children}"


def _undefined_styles(tree, styles):
    defined = {(s.get(f"{W}type"), s.get(f"{W}styleId")) for s in styles.iter(f"{W}style")}
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for used in tree.iter(f"{W}{tag}"):
            if (kind, used.get(f"{W}val")) not in defined:
                yield f"style {used.get(f'{W}val')} is not defined"
    for style in styles.iter(f"{W}style"):
        for tag in ("basedOn", "next"):
            other = style.find(f"{W}{tag}")
            if other is not None and (style.get(f"{W}type"), other.get(f"{W}val")) not in defined:
                yield f"style {style.get(f'{W}styleId')}: {tag} {other.get(f'{W}val')}"


def _undefined_numbers(trees):
    numbering = trees["word/numbering.xml"]
    defined = {num.get(f"{W}numId") for num in numbering.iter(f"{W}num")}
    abstract = {each.get(f"{W}abstractNumId") for each in numbering.iter(f"{W}abstractNum")}
    for num in numbering.iter(f"{W}num"):
        if num.find(f"{W}abstractNumId").get(f"{W}val") not in abstract:
            yield "a list has no definition"
    for name in ("word/document.xml", "word/styles.xml"):
        for used in trees[name].iter(f"{W}numId"):
            if used.get(f"{W}val") not in defined:
                yield f"{name}: list {used.get(f'{W}val')} is not defined"


def _dangling_relationships(parts, trees):
    known = {each.get("Id") for each in trees[_LINKS]}
    kinds = (f"{W}hyperlink", f"{W}headerReference", f"{W}footerReference")
    used = [each.get(f"{R}id") for each in trees["word/document.xml"].iter(*kinds)]
    yield from (f"relationship {key} does not exist" for key in used if key not in known)
    for name in (name for name in parts if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [each.get("Id") for each in trees[name]]
        if len(ids) != len(set(ids)):
            yield f"{name}: ids stand twice"
        for each in trees[name]:
            inside = each.get("TargetMode") != "External"
            target = posixpath.normpath(posixpath.join(folder, each.get("Target")))
            if inside and target not in parts:
                yield f"{each.get('Target')} is not in the package"
            if not inside and name == _LINKS and each.get("Id") not in used:
                yield f"the link {each.get('Target')} is used nowhere"


def _poor_tables(document):
    for one in document.iter(f"{W}tbl"):
        columns = len(one.findall(f"{W}tblGrid/{W}gridCol"))
        for row in one.iter(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            if len(cells) != columns:
                yield "a row has not a cell for each column"
            if not all(len(cell) and cell[-1].tag == f"{W}p" for cell in cells):
                yield "a cell does not end with a paragraph"


def _undeclared_parts(parts, types):
    defaults = {each.get("Extension") for each in types if "Extension" in each.attrib}
    overrides = {each.get("PartName") for each in types if "PartName" in each.attrib}
    yield from (f"{part} is not there" for part in overrides if part[1:] not in parts)
    yield from (
        f"{part} has no type"
        for part in parts
        if part != "[Content_Types].xml"
        and f"/{part}" not in overrides
        and part.split(".")[-1] not in defaults
    )
