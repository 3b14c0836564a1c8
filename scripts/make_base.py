"""Write `src/amjd/formats/word/base.docx`, the slim Word document that every DOCX starts from.

python-docx's own default document is 38 KB, of which Word repairs a part, and it names python-docx
as the author; this one has the styles a posting needs and nothing else.

    python scripts/make_base.py
"""

import zipfile
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "amjd" / "formats" / "word" / "base.docx"

INK, ACCENT, MUTED, RULE, ALARM = "1D2B36", "1B6B72", "5B6B76", "D5DDE1", "A3341F"
TOP, SIDE, BOTTOM = 720, 1140, 800  # margins in twentieths of a point

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _style(
    kind: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    based_on: str = "Normal",
    following: str = "",
    more: str = "",
    own: bool = False,
) -> str:
    """Write a style; `own` says that Word has none of this name."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = "" if based_on else ' w:default="1"'
    custom = ' w:customStyle="1"' if own else ""
    following = following and f'<w:next w:val="{following}"/>'
    identifier = name.title().replace(" ", "")
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/>{based}{following}<w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + f"{more}</w:style>"
    )


def _font(size: float, color: str, bold: bool = True) -> str:
    """Write how letters look; `size` is in points."""
    half_points = int(size * 2)
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'{weight}<w:color w:val="{color}"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/>'
    )


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


# Which font and language other scripts are set in is said where such a text stands.
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    f'<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:widowControl/><w:spacing w:after="60" w:line="240" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)
# Word offers the styles that are here, and its hundreds of others only once they are used.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)

_EDGE = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
_NO_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
    '<w:right w:w="115" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_FACTS_TABLE = (
    f"<w:tblPr><w:tblBorders><w:top {_EDGE}/><w:bottom {_EDGE}/><w:insideH {_EDGE}/></w:tblBorders>"
    '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstCol"><w:rPr><w:color w:val="{MUTED}"/></w:rPr></w:tblStylePr>'
)

_GRID = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TOGETHER = "<w:keepNext/><w:keepLines/>"


def _heading(level: int, spacing: str, run: str) -> str:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return _style(
        "paragraph", f"heading {level}", f"{_TOGETHER}{spacing}{outline}", run, following="Normal"
    )


def _list(name: str, number: int) -> str:
    numbered = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
    return _style("paragraph", name, f'{numbered}<w:spacing w:after="60"/><w:contextualSpacing/>')


STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}">{_DEFAULTS}{_LATENT}'
    + _style("paragraph", "Normal", based_on="")
    + _style("character", "Default Paragraph Font", based_on="")
    + _style("table", "Normal Table", based_on="", more=_NO_TABLE)
    + _style(
        "paragraph",
        "Company",
        f"{_TOGETHER}{_spacing(0, 0)}",
        _font(12, MUTED),
        following="Heading1",
        own=True,
    )
    + _heading(1, _spacing(0, 20), _font(23, INK))
    + _heading(2, _spacing(120, 20), _font(13, ACCENT))
    + _heading(3, _spacing(60, 0), _font(11, INK))
    + _style(
        "paragraph", "Title", f"{_TOGETHER}{_spacing(0, 20)}", _font(23, INK), following="Normal"
    )
    + _style(
        "paragraph",
        "Subtitle",
        f"{_TOGETHER}{_spacing(0, 90)}",
        _font(12, ACCENT, bold=False),
        following="Normal",
    )
    + _list("List Bullet", 1)
    + _list("List Number", 2)
    + _style(
        "paragraph",
        "Quote",
        f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{RULE}"/></w:pBdr>'
        '<w:ind w:left="340"/>',
        f'<w:i/><w:iCs/><w:color w:val="{MUTED}"/>',
    )
    + _style(
        "paragraph", "Fact", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', own=True
    )
    + _style(
        "paragraph",
        "Draft Mark",
        "<w:keepNext/><w:pBdr>"
        + f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{ALARM}"/></w:pBdr>'
        + _spacing(0, 120),
        _font(12, ALARM),
        own=True,
    )
    + _style("paragraph", "header", _spacing(0, 0), _font(10, ALARM))
    + _style("paragraph", "footer", _spacing(0, 0), _font(9, MUTED, bold=False))
    + _style(
        "character",
        "Hyperlink",
        run=f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
        based_on="DefaultParagraphFont",
    )
    + _style("table", "Facts", based_on="NormalTable", more=_FACTS_TABLE, own=True)
    + _style(
        "table",
        "Table Grid",
        based_on="NormalTable",
        more=f"<w:tblPr><w:tblBorders>{_GRID}</w:tblBorders></w:tblPr>",
    )
    + "</w:styles>"
)


def _levels(style: str, signs: list[tuple[str, str]]) -> str:
    """Write the levels of a list, each a kind of number and the sign before the text."""
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if level == 0 else "")
        + f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{340 * (level + 1)}" w:hanging="255"/></w:pPr>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
        for level, (kind, sign) in enumerate(signs)
    )


_LISTS = {
    "ListBullet": [("bullet", "\u2022"), ("bullet", "\u2013"), ("bullet", "\u2022")],
    "ListNumber": [("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3.")],
}
NUMBERING = (
    f'{_HEAD}<w:numbering xmlns:w="{_W}">'
    + "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{_levels(style, signs)}</w:abstractNum>"
        for number, (style, signs) in enumerate(_LISTS.items(), start=1)
    )
    + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(_LISTS) + 1)
    )
    + "</w:numbering>"
)

SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US"/></w:settings>'
)

# Where Calibri is not at hand, Carlito takes the same room.
FONTS = (
    f'{_HEAD}<w:fonts xmlns:w="{_W}"><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def _theme_color(name: str, value: str) -> str:
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_THEME_FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface="Calibri"/>'
_ACCENTS = {f"accent{number}": ACCENT for number in range(1, 7)}
_COLORS = {"dk1": INK, "lt1": "FFFFFF", "dk2": MUTED, "lt2": RULE, **_ACCENTS}

THEME = (
    f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="amjd">'
    '<a:themeElements><a:clrScheme name="amjd">'
    + "".join(
        _theme_color(name, value)
        for name, value in {**_COLORS, "hlink": ACCENT, "folHlink": MUTED}.items()
    )
    + f'</a:clrScheme><a:fontScheme name="amjd"><a:majorFont>{_THEME_FONT}</a:majorFont>'
    f'<a:minorFont>{_THEME_FONT}</a:minorFont></a:fontScheme><a:fmtScheme name="amjd">'
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
    f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)

# What differs from document to document stands in the place of the empty paragraphs.
DOCUMENT = (
    f"{_HEAD}<w:document {_NAMESPACES}><w:body><w:p/>"
    '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/><w:pgSz w:w="12240" w:h="15840"/>'
    f'<w:pgMar w:top="{TOP}" w:right="{SIDE}" w:bottom="{BOTTOM}" w:left="{SIDE}" '
    'w:header="360" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>'
)

HEADER = (
    f'{_HEAD}<w:hdr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    '<w:r><w:rPr><w:spacing w:val="40"/></w:rPr><w:t>DRAFT</w:t></w:r></w:p></w:hdr>'
)

FOOTER = f"{_HEAD}<w:ftr {_NAMESPACES}><w:p/></w:ftr>"

CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title/><dc:creator/>'
    "<dc:language>en-US</dc:language></cp:coreProperties>"
)

APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>amjd</Application></Properties>'
)

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in {
            "word/document.xml": f"{_TYPE}.document.main+xml",
            "word/styles.xml": f"{_TYPE}.styles+xml",
            "word/numbering.xml": f"{_TYPE}.numbering+xml",
            "word/settings.xml": f"{_TYPE}.settings+xml",
            "word/fontTable.xml": f"{_TYPE}.fontTable+xml",
            "word/header1.xml": f"{_TYPE}.header+xml",
            "word/footer1.xml": f"{_TYPE}.footer+xml",
            "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            "docProps/app.xml": "application/vnd.openxmlformats-officedocument."
            "extended-properties+xml",
        }.items()
    )
    + "</Types>"
)


def _relationships(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


PARTS = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": _relationships(
        {
            f"{_OFFICE}/officeDocument": "word/document.xml",
            f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
            f"{_OFFICE}/extended-properties": "docProps/app.xml",
        }
    ),
    "docProps/app.xml": APP,
    "docProps/core.xml": CORE,
    "word/_rels/document.xml.rels": _relationships(
        {
            f"{_OFFICE}/styles": "styles.xml",
            f"{_OFFICE}/numbering": "numbering.xml",
            f"{_OFFICE}/settings": "settings.xml",
            f"{_OFFICE}/fontTable": "fontTable.xml",
            f"{_OFFICE}/theme": "theme/theme1.xml",
            f"{_OFFICE}/header": "header1.xml",
            f"{_OFFICE}/footer": "footer1.xml",
        }
    ),
    "word/document.xml": DOCUMENT,
    "word/footer1.xml": FOOTER,
    "word/fontTable.xml": FONTS,
    "word/header1.xml": HEADER,
    "word/numbering.xml": NUMBERING,
    "word/settings.xml": SETTINGS,
    "word/styles.xml": STYLES,
    "word/theme/theme1.xml": THEME,
}


def main() -> None:
    """Write the parts with a fixed time, so that the file only changes when they do."""
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, xml in PARTS.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, xml.encode())


if __name__ == "__main__":
    main()
