"""Write `src/amjd/formats/word/base.docx`, the slim Word document that every DOCX starts from.

python-docx's own default document is 38 KB, of which Word repairs a part, and it names python-docx
as the author; this one has the styles a posting needs and nothing else.

    python scripts/make_base.py
"""

import zipfile
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "amjd" / "export" / "base.docx"

INK, ACCENT, MUTED, RULE, ALARM = "1D2B36", "1B6B72", "5B6B76", "D5DDE1", "A3341F"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _style(
    kind: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    based_on: str = "Normal",
    more: str = "",
) -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = ' w:default="1"' if not based_on and kind in ("paragraph", "table") else ""
    following = '<w:next w:val="Normal"/>' if name.startswith(("heading", "Title")) else ""
    identifier = name.title().replace(" ", "")
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{based}{following}<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + f"{more}</w:style>"
    )


def _font(size: float, color: str, bold: bool = True) -> str:
    half_points = int(size * 2)
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'{weight}<w:color w:val="{color}"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/>'
    )


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Yu Gothic" w:cs="Calibri"/>'
    f'<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:spacing w:after="100" w:line="254" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)

_EDGE = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
_NO_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
    '<w:right w:w="115" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_FACTS_TABLE = (
    f"<w:tblPr><w:tblBorders><w:top {_EDGE}/><w:bottom {_EDGE}/><w:insideH {_EDGE}/></w:tblBorders>"
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstCol"><w:rPr><w:color w:val="{MUTED}"/></w:rPr></w:tblStylePr>'
)

STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}">{_DEFAULTS}'
    + _style("paragraph", "Normal", based_on="")
    + _style("character", "Default Paragraph Font", based_on="").replace(
        'w:styleId="DefaultParagraphFont"', 'w:default="1" w:styleId="DefaultParagraphFont"'
    )
    + _style("table", "Normal Table", based_on="", more=_NO_TABLE)
    + _style(
        "paragraph",
        "Title",
        f"<w:keepNext/><w:keepLines/>{_spacing(0, 160)}<w:contextualSpacing/>",
        _font(25, INK),
    )
    + _style(
        "paragraph",
        "heading 1",
        f'<w:keepNext/><w:keepLines/>{_spacing(200, 50)}<w:outlineLvl w:val="0"/>',
        _font(14, ACCENT),
    )
    + _style(
        "paragraph",
        "heading 2",
        f'<w:keepNext/><w:keepLines/>{_spacing(120, 20)}<w:outlineLvl w:val="1"/>',
        _font(11, INK),
    )
    + _style(
        "paragraph",
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="120"/>'
        '<w:ind w:left="340" w:hanging="255"/><w:contextualSpacing/>',
    )
    + _style("paragraph", "Fact", '<w:spacing w:after="0" w:line="252" w:lineRule="auto"/>')
    + _style(
        "paragraph",
        "Draft Mark",
        "<w:keepNext/><w:pBdr>"
        + f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{ALARM}"/></w:pBdr>'
        + _spacing(0, 120),
        _font(12, ALARM),
    )
    + _style(
        "character",
        "Hyperlink",
        run=f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
        based_on="DefaultParagraphFont",
    )
    + _style("table", "Facts", based_on="NormalTable", more=_FACTS_TABLE)
    + "</w:styles>"
)

NUMBERING = (
    f'{_HEAD}<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="\u2022"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="255"/></w:pPr>'
    f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)

SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:settings>'
)

FONTS = (
    f'{_HEAD}<w:fonts xmlns:w="{_W}"><w:font w:name="Calibri"><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font><w:font w:name="Yu Gothic"><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)


def _theme_color(name: str, value: str) -> str:
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_THEME_FONT = '<a:latin typeface="Calibri"/><a:ea typeface="Yu Gothic"/><a:cs typeface="Calibri"/>'
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

DOCUMENT = (
    f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}"><w:body><w:p/>'
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="900" w:right="1100" '
    'w:bottom="860" w:left="1100" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>'
    "</w:body></w:document>"
)

CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title><dc:creator></dc:creator>'
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
        }
    ),
    "word/document.xml": DOCUMENT,
    "word/fontTable.xml": FONTS,
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
