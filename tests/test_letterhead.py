"""The company's letterhead: what of it a posting takes, and what is refused before it is opened."""

import io
import re
import struct
import time
import tracemalloc
import zipfile
import zlib
from functools import cache

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from amjd.answers.reading import read
from amjd.documents.document import Bullets, Facts, Heading, Paragraph, Run
from amjd.documents.draft import draft
from amjd.formats.word.letterheads.letterhead import letterhead
from amjd.formats.word.writer import WordBase
from amjd.interview.files.wanted import command, with_letterhead
from amjd.text.errors import AmjdError
from conftest import CATALOG, EXAMPLES, QUESTIONS, names
from packages import W, faults_of, packed, parts_of
from sessions import called_with, run
from tables import table
from test_word import HEBREW, _of, _posting, _visible

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "word/_rels/document.xml.rels"


def picture(width=60, height=20):
    """A red rectangle as PNG."""
    lines = b"".join(b"\0" + b"\xc8\x14\x3c" * width for _ in range(height))
    chunks = (
        (b"IHDR", struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@cache
def _styled():
    """python-docx's own document, without the hundred styles of tables that no letterhead needs."""
    document = Document()
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:type")) == "table" and name not in ("Normal Table", "Table Grid"):
            styles.remove(style)
    return saved(document)


def a_document():
    return Document(io.BytesIO(_styled()))


def made(change=lambda _: None):
    """A letterhead of a firm: logo and name at the head, the address at the foot, a letter."""
    document = a_document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    head = section.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(picture()), width=Mm(40))
    head.add_run("Quillfeather & Sons")
    section.footer.paragraphs[0].text = "12 Quay Street, Salem"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xC8, 0x14, 0x3C)
    document.add_heading("Secret heading", 1)
    document.add_picture(io.BytesIO(picture(30, 30)))
    document.core_properties.author = "Secret Author"
    document.core_properties.comments = "Secret comment"
    change(document)
    return saved(document)


@cache
def plain():
    return made()


@cache
def bare():
    """python-docx's own document, in which nothing stands."""
    return saved(Document())


def changed(content, **parts):
    """A Word file with parts added or, where a function is given, changed; None takes one out."""
    all_parts = parts_of(content)
    for name, part in parts.items():
        if part is None:
            del all_parts[name]
        else:
            all_parts[name] = part(all_parts[name]) if callable(part) else part
    return packed(all_parts)


def with_in(content, name, old, new):
    """A Word file in whose part the first of a text is another one."""

    def replaced(part):
        assert old.encode() in part
        return part.replace(old.encode(), new.encode(), 1)

    return changed(content, **{name: replaced})


def on(content, *blocks, **more):
    """What blocks become on a letterhead."""
    return WordBase(letterhead("letterhead.docx", content).bases).write(_of(*blocks, **more))


def posting_on(content):
    return WordBase(letterhead("letterhead.docx", content).bases).write(_posting())


def opened(exported):
    return Document(io.BytesIO(exported))


def flaws(exported):
    """What Word would repair, in what we write and around it."""
    return faults_of(exported, ordered=("word/document.xml",))


# What a posting takes of it.


def test_a_posting_has_the_head_the_foot_the_page_and_the_styles_of_the_letterhead():
    exported = posting_on(plain())
    assert flaws(exported) == []
    (section,) = opened(exported).sections
    assert section.header.paragraphs[0].text == "Quillfeather & Sons"
    assert len(list(section.header._element.iter(qn("w:drawing")))) == 1
    assert section.footer.paragraphs[0].text == "12 Quay Street, Salem"
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    title = opened(exported).styles["Heading 1"]
    assert title.font.color.rgb == RGBColor(0xC8, 0x14, 0x3C)


def test_it_says_what_it_says_without_a_letterhead():
    def words(exported):
        return [_visible(one) for one in opened(exported).element.body.iter(f"{W}p")]

    posting = _posting()
    assert words(posting_on(plain())) == words(WordBase().write(posting))


def test_the_text_and_the_properties_of_the_letterhead_are_dropped():
    exported = posting_on(plain())
    assert all(b"Secret" not in part for part in parts_of(exported).values())
    core = opened(exported).core_properties
    posting = _posting().document
    assert (core.title, core.author, core.comments) == (posting.title, posting.company, "")


def test_only_parts_that_something_needs_are_kept():
    kept = set(parts_of(posting_on(plain())))
    assert kept == {
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
        "word/document.xml", LINKS, "word/styles.xml", "word/settings.xml", "word/numbering.xml",
        "word/fontTable.xml", "word/theme/theme1.xml", "word/header1.xml",
        "word/_rels/header1.xml.rels", "word/media/image1.png", "word/footer1.xml",
    }  # fmt: skip


def test_the_same_posting_on_the_same_letterhead_gives_the_same_bytes():
    one, other = (WordBase(letterhead("x.docx", plain()).bases) for _ in range(2))
    other.write(_posting("key"))
    assert one.write(_posting()) == other.write(_posting()) == one.write(_posting())


def test_nothing_in_it_comes_from_the_clock():
    with zipfile.ZipFile(io.BytesIO(posting_on(plain()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_draft_says_so_at_its_top_and_leaves_the_head_to_the_company():
    drafted = draft(CATALOG, QUESTIONS, read({"company": {"name": "Acme"}}, CATALOG.ids)[0])
    exported = WordBase(letterhead("x.docx", plain()).bases).write(drafted)
    first = opened(exported).paragraphs[0]
    assert first.text.startswith("DRAFT")
    assert first.style.name == "Draft Mark"
    assert opened(exported).sections[0].header.paragraphs[0].text == "Quillfeather & Sons"
    assert flaws(exported) == []


BESIDE = "letterhead.docx has its picture in its text, which is left out. Put it into the header."


@pytest.mark.parametrize(
    ("head", "drawn", "remark"), [("", True, BESIDE), ("Firm", True, ""), ("", False, "")]
)
def test_a_logo_that_is_left_out_is_told(head, drawn, remark):
    document = a_document()
    document.sections[0].header.paragraphs[0].text = head
    document.add_paragraph("Dear Sir")
    if drawn:
        document.add_picture(io.BytesIO(picture()))
    assert letterhead("letterhead.docx", saved(document)).remark == remark


def test_links_lead_where_they_did():
    link = Paragraph((Run("write", link="mailto:a@b.example"),))
    (paragraph,) = opened(on(plain(), link)).paragraphs
    assert paragraph.hyperlinks[0].url == "mailto:a@b.example"


def test_text_of_other_scripts_runs_as_it_does():
    exported = on(plain(), Heading(1, (Run(HEBREW),)), Facts(((HEBREW, (Run("\u65e5\u672c"),)),)))
    document = etree.fromstring(parts_of(exported)["word/document.xml"])
    assert document.find(f".//{W}bidiVisual") is not None
    languages = [value for lang in document.iter(f"{W}lang") for value in lang.attrib.values()]
    assert {*languages} == {"he-IL", "zh-CN"}
    assert flaws(exported) == []


# The page.


def width_of(exported):
    document = etree.fromstring(parts_of(exported)["word/document.xml"])
    columns = [int(column.get(f"{W}w")) for column in document.iter(f"{W}gridCol")]
    assert int(document.find(f".//{W}tblW").get(f"{W}w")) == sum(columns)
    return sum(columns)


FACTS = Facts((("Pay", (Run("x"),)),))


@pytest.mark.parametrize(
    ("width", "height", "side"), [(210, 297, 25), (216, 279, 20), (279, 216, 30), (105, 148, 10)]
)
def test_the_facts_fit_between_its_margins(width, height, side):
    def change(document):
        section = document.sections[0]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(side)
        section.gutter = 0

    exported = on(made(change), FACTS)
    assert width_of(exported) == pytest.approx((width - 2 * side) / 25.4 * 1440, abs=3)
    assert flaws(exported) == []


@pytest.mark.parametrize("region", ["US-ME", "GB"])
def test_its_paper_is_that_of_the_letterhead_wherever_the_job_is(region):
    written = WordBase(letterhead("x.docx", bare()).bases).write(_posting(role__regions=[region]))
    page = opened(written).sections[0]
    assert (page.page_width.twips, page.page_height.twips) == (12240, 15840)


def test_the_head_of_the_first_page_is_kept_with_its_foot():
    def change(document):
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "First"
        section.first_page_footer.paragraphs[0].text = "Bank"

    (section,) = opened(posting_on(made(change))).sections
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "First"
    assert section.first_page_footer.paragraphs[0].text == "Bank"


def test_of_several_sections_the_first_is_taken_in_one_column():
    def change(document):
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "Second"
        document.sections[0]._sectPr.append(parse_xml(f'<w:cols xmlns:w="{WML}" w:num="3"/>'))

    exported = posting_on(made(change))
    (section,) = opened(exported).sections
    assert section.page_width.mm == pytest.approx(210, abs=0.1)
    assert section.header.paragraphs[0].text == "Quillfeather & Sons"
    assert section._sectPr.find(qn("w:cols")) is None
    assert not any(b"Second" in part for part in parts_of(exported).values())


def foot_of(exported):
    footers = [part for name, part in parts_of(exported).items() if "footer" in name]
    return [_visible(etree.fromstring(part)) for part in footers if b"<w:ftr" in part]


def test_our_line_stands_at_the_foot_where_the_letterhead_has_none():
    exported = on(bare(), title="Boss", company="Acme")
    assert foot_of(exported) == ["Acme \u00b7 BossPage 1 of 1"]
    assert opened(exported).sections[0].footer.paragraphs[0].style.name == "Footer"
    assert flaws(exported) == []


def test_an_empty_foot_is_none():
    document = a_document()
    assert document.sections[0].footer.paragraphs[0].text == ""
    assert foot_of(on(saved(document), title="Boss")) == ["BossPage 1 of 1"]


def test_our_line_stands_at_the_foot_of_each_kind_of_page():
    document = a_document()
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].header.paragraphs[0].text = "Odd"
    exported = on(saved(document), title="Boss")
    assert foot_of(exported) == ["BossPage 1 of 1"] * 3
    assert flaws(exported) == []


def test_its_tab_leads_to_the_end_of_the_line():
    """The style of others has tabs in the middle and where the end of their line is."""
    foot = etree.fromstring(parts_of(on(bare(), title="Boss"))["word/footer1.xml"])
    tabs = [(tab.get(f"{W}val"), int(tab.get(f"{W}pos"))) for tab in foot.find(f".//{W}tabs")]
    assert tabs == [("clear", 4680), ("clear", 9360), ("right", 8640)]


def test_margins_that_leave_no_room_are_refused():
    def change(document):
        document.sections[0].left_margin = Mm(200)

    assert refusal(made(change))[0].startswith("letterhead.docx has margins that leave no room")


# Styles.


def renamed(document, ids):
    """Give styles other ids, as a Word in another language does."""
    for part in (document.styles.element, document.part.numbering_part.element):
        for element in part.iter(
            *(qn(f"w:{tag}") for tag in ("basedOn", "next", "link", "pStyle"))
        ):
            if element.get(qn("w:val")) in ids:
                element.set(qn("w:val"), ids[element.get(qn("w:val"))])
    for style in document.styles.element.iter(qn("w:style")):
        if style.get(qn("w:styleId")) in ids:
            style.set(qn("w:styleId"), ids[style.get(qn("w:styleId"))])


GERMAN = {
    "Normal": "Standard", "Heading1": "berschrift1", "Heading2": "berschrift2",
    "ListBullet": "Aufzhlungszeichen", "Subtitle": "Untertitel", "Footer": "Fuzeile",
}  # fmt: skip


def test_a_style_is_known_by_its_name_whatever_its_id_is():
    document = a_document()
    renamed(document, GERMAN)
    exported = on(saved(document), Heading(1, (Run("Boss"),)), Bullets(((Run("x"),),)))
    used = [one.style.style_id for one in opened(exported).paragraphs]
    assert used == ["berschrift1", "Aufzhlungszeichen"]
    assert flaws(exported) == []


EVERY = (
    Heading(1, (Run("a"),)), Paragraph((Run("b"),)), FACTS, Heading(2, (Run("c"),)),
    Heading(3, (Run("d"),)), Bullets(((Run("e"),),)), Paragraph((Run("f", "draft"),)),
    Paragraph((Run("g", link="https://a.example"),)),
)  # fmt: skip
OURS = ["Company", "Heading 1", "Subtitle", "Heading 2", "Heading 3", "List Bullet", "Draft Mark"]


def without_styles(document, *kept):
    for style in list(document.styles.element.iter(qn("w:style"))):
        if style.get(qn("w:styleId")) not in kept:
            document.styles.element.remove(style)
    numbering = document.part.numbering_part.element
    for level in [*numbering.iter(qn("w:pStyle"))]:
        level.getparent().remove(level)


@pytest.mark.parametrize("kept", [(), ("Normal",), ("Normal", "Heading1", "TableNormal")])
def test_styles_that_it_lacks_are_added(kept):
    document = a_document()
    without_styles(document, *kept)
    exported = on(saved(document), *EVERY, company="Acme")
    word = opened(exported)
    assert [one.style.name for one in word.paragraphs][:7] == OURS
    assert word.tables[0].style.name == "Facts"
    assert word.paragraphs[-1].hyperlinks[0].runs[0].style.name == "Hyperlink"
    assert flaws(exported) == []


def test_a_style_of_another_kind_with_the_name_of_ours_is_left_as_it_is():
    document = a_document()
    document.styles.add_style("Company", 2)
    document.styles.add_style("Fact", 2)
    exported = on(saved(document), *EVERY, company="Acme")
    assert opened(exported).paragraphs[0].style.name == "Posting Company"
    assert opened(exported).styles["Company"].type == 2
    assert flaws(exported) == []


def test_an_id_of_ours_that_another_style_has_is_left_to_it():
    document = a_document()
    document.styles["Heading 2"].element.getparent().remove(document.styles["Heading 2"].element)
    renamed(document, {"Quote": "heading2"})
    exported = on(saved(document), *EVERY)
    assert opened(exported).styles["Heading 2"].style_id == "PostingHeading2"
    assert opened(exported).styles["Quote"].style_id == "heading2"


def test_a_head_that_leads_nowhere_is_left_out():
    content = with_in(
        plain(),
        "word/document.xml",
        "<w:headerReference",
        (f'<w:headerReference xmlns:r="{OFFICE}" w:type="even" r:id="rId77"/><w:headerReference'),
    )
    exported = posting_on(content)
    assert flaws(exported) == []
    assert opened(exported).sections[0].header.paragraphs[0].text == "Quillfeather & Sons"


def numbered(exported):
    """What stands before a bullet."""
    word = opened(exported)
    style = word.styles["List Bullet"].element
    number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
    numbering = word.part.numbering_part.element
    (list_,) = numbering.xpath(f"w:num[@w:numId={number}]/w:abstractNumId/@w:val")
    (text,) = numbering.xpath(
        f"w:abstractNum[@w:abstractNumId={list_}]/w:lvl[@w:ilvl=0]/w:lvlText/@w:val"
    )
    return text


def test_its_own_bullets_are_used():
    assert numbered(on(bare(), *EVERY)) == "\uf0b7"


def unnumbered(document):
    style = document.styles["List Bullet"].element
    style.pPr.remove(style.pPr.numPr)


def unlisted(document):
    without_styles(document, "Normal")


def dangling(document):
    document.styles["List Bullet"].element.pPr.numPr.numId.val = 999


@pytest.mark.parametrize("change", [unnumbered, unlisted, dangling])
def test_bullets_are_ours_where_it_has_none(change):
    document = a_document()
    change(document)
    exported = on(saved(document), *EVERY)
    assert numbered(exported) == "\u2022"
    assert flaws(exported) == []


def test_a_heading_that_begins_a_page_stays_under_the_company():
    document = a_document()
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    exported = on(saved(document), *EVERY, company="Acme")
    assert opened(exported).styles["Heading 1"].paragraph_format.page_break_before is False


def test_styles_that_are_called_something_else_are_none():
    kinds = ("wordprocessingml.styles+xml", "wordprocessingml.numbering+xml")
    exported = on(with_in(bare(), "[Content_Types].xml", *kinds), *EVERY, company="Acme")
    assert [one.style.name for one in opened(exported).paragraphs][:7] == OURS
    assert opened(exported).styles["Heading 1"].font.size == Pt(23)


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EMPTY = packed({
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    ),
    "word/document.xml": f'<w:document xmlns:w="{WML}"><w:body/></w:document>',
})  # fmt: skip


def test_of_a_document_with_nothing_in_it_all_is_ours():
    exported = on(EMPTY, *EVERY, title="Boss")
    assert flaws(exported) == []
    assert foot_of(exported) == ["BossPage 1 of 1"]
    assert [one.style.name for one in opened(exported).paragraphs][:2] == ["Heading 1", "Subtitle"]


def test_another_name_for_the_namespace_is_as_good():
    content = changed(
        EMPTY,
        **{"word/document.xml": (
            f'<x:document xmlns:x="{WML}"><x:body><x:sectPr><x:pgSz x:w="9000" x:h="9000"/>'
            '<x:pgMar x:left="500" x:right="500" x:top="500" x:bottom="500"/></x:sectPr></x:body>'
            "</x:document>"
        )},
    )  # fmt: skip
    exported = on(content, FACTS)
    assert width_of(exported) == 8000
    assert flaws(exported) == []


def test_a_template_without_macros_is_taken():
    content = with_in(plain(), "[Content_Types].xml", "document.main+xml", "template.main+xml")
    exported = posting_on(content)
    assert b"template" not in parts_of(exported)["[Content_Types].xml"]
    assert flaws(exported) == []


def test_facts_begin_at_the_margin_however_the_company_sets_its_letters():
    document = a_document()
    normal = document.styles["Normal"].paragraph_format
    normal.first_line_indent, normal.space_before, normal.alignment = Mm(10), Pt(12), 3
    facts = opened(on(saved(document), *EVERY, company="Acme")).styles["Fact"].paragraph_format
    assert (facts.first_line_indent, facts.space_before, facts.alignment) == (0, 0, 0)


def spoken(change=lambda _: None, default="de-DE"):
    """The default language, and that of each run in the head, of a posting on a letterhead."""

    def in_language(document):
        lang = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
        lang.set(qn("w:val"), default)
        change(document)

    parts = parts_of(posting_on(made(in_language)))
    styles, head = (etree.fromstring(parts[f"word/{name}.xml"]) for name in ("styles", "header1"))
    found = [one.get(f"{W}val") for one in styles.iter(f"{W}lang") if one.get(f"{W}val")]
    runs = (run.find(f"{W}rPr/{W}lang") for run in head.iter(f"{W}r"))
    return found, [None if lang is None else lang.get(f"{W}val") for lang in runs]


def test_a_posting_is_spoken_in_english_and_its_head_in_the_company_s_language():
    assert spoken() == (["en-US"], ["de-DE"] * 2)
    assert spoken(default="en-GB") == (["en-GB"], [None] * 2)


def test_a_style_and_a_run_may_have_a_language_of_their_own():
    def change(document):
        lang = f'<w:rPr xmlns:w="{WML}"><w:lang w:val="fr-FR"/></w:rPr>'
        document.styles["Normal"].element.append(parse_xml(lang))
        document.sections[0].header.paragraphs[0].runs[1]._r.insert(0, parse_xml(lang))

    assert spoken(change, default="en-US") == (["en-US"], ["fr-FR"] * 2)


# What is left in its head and foot.


def headed(xml, content=None):
    """A letterhead in whose head a paragraph of this XML stands."""
    paragraph = f'<w:p xmlns:w="{WML}">{xml}</w:p>'

    def change(document):
        document.sections[0].header._element.append(parse_xml(paragraph))

    return made(change)


def head_of(content):
    return etree.fromstring(parts_of(posting_on(content))["word/header1.xml"])


def run_of(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def field(instruction, shown, *, split=False):
    said = (
        [instruction[at : at + 3] for at in range(0, len(instruction), 3)]
        if split
        else [instruction]
    )
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(run_of(part, "instrText") for part in said)
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + shown
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("xml", "shown", "tags"),
    [
        (f"<w:ins w:id='1' w:author='Secret'>{run_of('new')}</w:ins>", "new", {"ins"}),
        (f"<w:del w:id='1' w:author='Secret'>{run_of('old', 'delText')}</w:del>", "", {"del"}),
        (f"<w:commentRangeStart w:id='0'/>{run_of('x')}<w:commentRangeEnd w:id='0'/>", "x",
         {"commentRangeStart", "commentRangeEnd"}),
        ("<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val='A'/></w:placeholder><w:dataBinding "
         f"w:xpath='/x' w:storeItemID='y'/></w:sdtPr><w:sdtContent>{run_of('Firm')}</w:sdtContent>"
         "</w:sdt>", "Firm", {"dataBinding", "placeholder"}),
        (field(' DOCPROPERTY "Office" ', run_of("Salem")), "Salem", {"fldChar", "instrText"}),
        (field("DOCPROPERTY Office", run_of("Salem"), split=True), "Salem", {"fldChar"}),
        (field(f" REF {field(' SEQ x ', run_of('9'))} ", run_of("Salem")), "Salem", {"fldChar"}),
        (f"<w:fldSimple w:instr=' INFO '>{run_of('Salem')}</w:fldSimple>", "Salem", {"fldSimple"}),
    ],
)  # fmt: skip
def test_what_was_of_its_text_its_authors_and_its_properties_goes_and_what_it_shows_stays(
    xml, shown, tags
):
    *_, last = head_of(headed(xml))
    assert _visible(last) == shown
    assert not {etree.QName(one).localname for one in last.iter()} & tags
    assert b"Secret" not in etree.tostring(last)


@pytest.mark.parametrize("name", ["PAGE", "NUMPAGES", "STYLEREF 1", "= 1 + 1", "date"])
def test_fields_that_look_up_nothing_of_it_stay(name):
    *_, last = head_of(headed(field(f" {name} ", run_of("1"))))
    assert len(last.findall(f".//{W}fldChar")) == 3


def test_it_is_neither_protected_nor_tracked_nor_are_its_makers_named():
    added = (
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:trackRevisions/>'
        '<w:rsids><w:rsidRoot w:val="00112233"/></w:rsids><w:evenAndOddHeaders/>'
    )
    content = changed(
        plain(), **{"word/settings.xml": lambda xml: xml.replace(
            b"</w:settings>", added.encode() + b"</w:settings>")}
    )  # fmt: skip
    settings = parts_of(posting_on(content))["word/settings.xml"]
    for gone in (b"documentProtection", b"trackRevisions", b"rsid", b"w:zoom"):
        assert gone not in settings
    assert b"evenAndOddHeaders" in settings
    assert b"<w:compat>" in settings


def test_a_text_box_in_its_head_is_kept_in_both_its_ways():
    word = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    twice = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = (
        f'<w:r xmlns:w="{WML}" xmlns:mc="{twice}">'
        f'<mc:AlternateContent><mc:Choice xmlns:wps="{word}" Requires="wps"><w:drawing/>'
        "</mc:Choice>"
        '<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    *_, last = head_of(headed(box))
    tags = [etree.QName(one).localname for one in last.iter()]
    assert tags[-6:] == ["AlternateContent", "Choice", "drawing", "Fallback", "pict", "shape"]


def test_its_comments_and_the_color_of_its_page():
    def change(document):
        paragraph = document.add_paragraph("x")
        document.add_comment(paragraph.runs, text="Secret", author="Secret", initials="S")
        color = parse_xml(f'<w:background xmlns:w="{WML}" w:color="FFFFEE"/>')
        document.element.insert(0, color)

    exported = posting_on(made(change))
    assert not any("comments" in name for name in parts_of(exported))
    document = etree.fromstring(parts_of(exported)["word/document.xml"])
    assert document[0].get(f"{W}color") == "FFFFEE"


def test_parts_get_plain_names_and_what_leads_to_them_follows():
    odd = changed(
        plain(),
        **{
            "word/media/\u00dcmlaut logo.png": parts_of(plain())["word/media/image1.png"],
            "word/_rels/header1.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships"><Relationship Id="rId1" Type="{OFFICE}/image" '
                'Target="media/\u00dcmlaut logo.png"/></Relationships>'
            ),
        },
    )
    exported = posting_on(odd)
    assert "word/media/image1.png" in parts_of(exported)
    assert flaws(exported) == []


# What is refused.


def refusal(content):
    """What is said of a letterhead, and the code."""
    with pytest.raises(AmjdError) as caught:
        letterhead("letterhead.docx", content)
    return str(caught.value), caught.value.code


def body(xml):
    """A letterhead in whose text this XML stands; it is looked at though it is dropped."""
    return with_in(plain(), "word/document.xml", "<w:body>", f"<w:body>{xml}")


def related(kind, target, mode=' TargetMode="External"', part=LINKS):
    row = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return with_in(plain(), part, "</Relationships>", f"{row}</Relationships>")


def typed(part, kind, content=b"x"):
    row = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    added = changed(plain(), **{part: content})
    return with_in(added, "[Content_Types].xml", "</Types>", f"{row}</Types>")


def one_field(instruction, split=False):
    return f"<w:p>{field(instruction, run_of('x'), split=split)}</w:p>"


def encrypted():
    content = bytearray(plain())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = content.find(mark)
        while found >= 0:
            content[found + at] |= 1
            found = content.find(mark, found + 1)
    return bytes(content)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
VBA = "application/vnd.ms-office.vbaProject"
DTD = '<!DOCTYPE w [<!ENTITY a "b">]>'


REFUSED = {
    "nothing": (lambda: b"", "is no Word file"),
    "a text": (lambda: b"Dear Sir", "is no Word file"),
    "a cut file": (lambda: plain()[:9000], "is no Word file"),
    "another zip": (lambda: packed({"x.txt": "x"}), "is no Word file"),
    "a sheet": (lambda: with_in(plain(), "[Content_Types].xml", "wordprocessingml.document.main",
                                "spreadsheetml.sheet.main"), "is no Word file"),
    "an old one": (lambda: OLE, "old kind (.doc)"),
    "with a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
    "an encrypted zip": (encrypted, "is encrypted"),
    "macros": (lambda: changed(plain(), **{"word/vbaProject.bin": b"x"}), "has macros"),
    "macros by type": (lambda: typed("word/x.bin", VBA), "has macros"),
    "a .docm": (lambda: with_in(plain(), "[Content_Types].xml", MAIN,
                "application/vnd.ms-word.document.macroEnabled.main+xml"), "has macros"),
    "a .dotm": (lambda: with_in(plain(), "[Content_Types].xml", MAIN,
                "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), "has macros"),
    "an object": (lambda: changed(plain(), **{"word/embeddings/oleObject1.bin": OLE}),
                  "has an embedded object"),
    "a sheet inside": (lambda: changed(plain(), **{"word/embeddings/x.xlsx": b"x"}),
                       "has an embedded object"),
    "a package": (lambda: related("package", "media/image1.png", ""), "has an embedded object"),
    "ActiveX": (lambda: changed(plain(), **{"word/activeX/activeX1.xml": "<x/>"}),
                "has an embedded object"),
    "an object's place": (lambda: body("<w:p><w:r><w:object/></w:r></w:p>"),
                          "has an embedded object"),
    "a chunk": (lambda: body('<w:altChunk xmlns:r="x" r:id="rId9"/>'), "has an embedded object"),
    "a chunk's part": (lambda: related("aFChunk", "media/image1.png", ""), "embedded object"),
    "an OLE object": (lambda: body(
        '<w:p><w:r><w:pict><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>'
        "</w:pict></w:r></w:p>"), "has an embedded object"),
    "entities": (lambda: changed(plain(), **{"word/document.xml": lambda xml: re.sub(
        rb"(<w:document)", DTD.encode() + rb"\1", xml)}), "declares entities"),
    "entities in links": (lambda: with_in(plain(), LINKS, "<Relationships", f"{DTD}<Relationships"),
                          "declares entities"),
    "entities elsewhere": (lambda: changed(plain(), **{"customXml/item1.xml": f"{DTD}<w/>"}),
                           "declares entities"),
    "entities in UTF-16": (lambda: changed(plain(), **{"customXml/a.dat": f"{DTD}<w/>".encode(
        "utf-16")}), "declares entities"),
    "a type's entities": (lambda: with_in(plain(), "[Content_Types].xml", "<Types",
                                          f"{DTD}<Types"), "declares entities"),
    "INCLUDETEXT": (lambda: body(one_field(' INCLUDETEXT "c:\\\\x.txt" ')), "(INCLUDETEXT)"),
    "a split field": (lambda: body(one_field('includepicture "http://a.b/c.png"', split=True)),
                      "(INCLUDEPICTURE)"),
    "DDE": (lambda: headed(field("DDEAUTO c:\\\\windows\\\\cmd.exe", "")), "(DDEAUTO)"),
    "a field in a field": (lambda: body(
        f"<w:p>{field(' IF 1 = 1 ' , '')}"
        f"{field('= 1', field(' LINK Excel.Sheet.8 ', run_of('x')))}</w:p>"), "(LINK)"),
    "a field without an end": (lambda: body(
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run_of("DATABASE x", "instrText")
        + "</w:p>"), "(DATABASE)"),
    "a field in plain text": (lambda: body(
        f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>{run_of('DDE x')}"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r></w:p>"), "(DDE)"),
    "a simple field": (lambda: body('<w:p><w:fldSimple w:instr=" RD x.docx "/></w:p>'), "(RD)"),
    "a template": (lambda: related("attachedTemplate", "file:///C:/firm.dotx"), "template outside"),
    "a linked picture": (lambda: related("image", "https://a.example/logo.png"), "loads a picture"),
    "a picture of the head": (lambda: related("image", "https://a.example/logo.png",
        part="word/_rels/header1.xml.rels"), "loads a picture"),
    "a frame": (lambda: related("frame", "https://a.example/"), "loads a frame"),
    "a document": (lambda: related("subDocument", "other.docx"), "loads a document"),
    "a small mode": (lambda: related("image", "x.png", ' TargetMode="external"'), "loads"),
    "no mode": (lambda: related("image", "https://a.example/x.png", ""), "loads"),
    "a link without a mode": (lambda: related("hyperlink", "https://a.example/", ""), "loads"),
    "what nobody knows in the head": (lambda: with_in(
        typed("word/x.bin", "application/octet-stream"), "word/_rels/header1.xml.rels",
        "</Relationships>", f'<Relationship Id="rId9" Type="{OFFICE}/x" Target="x.bin"/>'
        "</Relationships>"), "has something in its header or footer"),
    "macros by relationship": (lambda: related("vbaProject", "media/image1.png", ""), "has macros"),
    "a page that is none": (lambda: changed(plain(), **{"word/document.xml": lambda xml: re.sub(
        rb'w:w="\d+"', b'w:w="wide"', xml)}), "damaged"),
    "a share": (lambda: related("image", "\\\\host\\x.png", ""), "loads"),
    "a picture by link": (lambda: body(
        f'<a:blip xmlns:a="urn:a" xmlns:r="{OFFICE}" r:link="rId1"/>'), "loads a picture"),
    "a picture by name": (lambda: body(
        '<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://a.b/c"/>'), "loads"),
    "a drawing that loads": (lambda: changed(plain(), **{"word/media/x.svg":
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://a.b/c"/></svg>'}), "loads"),
    "a drawing with entities": (lambda: changed(plain(), **{"word/media/x.svg": f"{DTD}<w/>"}),
                                "has a drawing (SVG)"),
    "strict": (lambda: with_in(plain(), "_rels/.rels", f"{OFFICE}/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"), "Strict"),
    "broken XML": (lambda: with_in(plain(), "word/styles.xml", "<w:style ", "<w:style <"),
                   "is no Word file"),
    "a part that is not there": (lambda: changed(plain(), **{"word/styles.xml": None}), "damaged"),
    "a part twice": (lambda: changed(plain(), **{"WORD/document.xml": b"<x/>"}), "damaged"),
}  # fmt: skip


@table("name", REFUSED)
def test_what_runs_or_loads_or_is_broken_is_refused_with_what_to_do(name):
    make, says = REFUSED[name]
    said, code = refusal(make())
    assert code == 4
    assert said.startswith("letterhead.docx ")
    assert says in said
    _, _, cure = said.partition(", so it is taken as no letterhead. ")
    assert cure.endswith(".")


def test_a_link_that_is_clicked_may_lead_outside():
    content = related("hyperlink", "https://a.example/")
    assert flaws(posting_on(content)) == []
    link = related("hyperlink", "https://a.example/", part="word/_rels/header1.xml.rels")
    assert b"https://a.example/" in parts_of(posting_on(link))["word/_rels/header1.xml.rels"]


@pytest.mark.parametrize(
    "shown", ["LINK here to us", "Database of clients", "Import and export", "include text"]
)
def test_what_a_field_shows_and_text_beside_it_may_begin_with_any_word(shown):
    content = body(f"<w:p>{run_of(shown)}{field(' PAGE ', run_of(shown))}{run_of(shown)}</w:p>")
    assert flaws(posting_on(content)) == []


# Bombs.


def bomb(parts, size):
    """Many parts that are long and take no room, whose sizes are told as they are."""
    return packed(parts_of(bare()) | {f"word/media/{n}.png": b"\0" * size for n in range(parts)})


def told_short(content):
    """The same, whose directory says that each part has a hundred bytes."""
    short = bytearray(content)
    at = short.find(b"PK\x01\x02")
    while at >= 0:
        name = bytes(short[at + 46 : at + 46 + struct.unpack_from("<H", short, at + 28)[0]])
        if name.startswith(b"word/media"):
            struct.pack_into("<L", short, at + 24, 100)
        at = short.find(b"PK\x01\x02", at + 46)
    return bytes(short)


def many_parts():
    return packed({f"word/media/{number}.png": b"" for number in range(2001)})


def tree():
    return body("<w:p/>" * 4_000_000)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: bomb(60, 2**20), "holds more than 50 MB unpacked"),
        (lambda: told_short(bomb(60, 2**20)), "is no Word file"),
        (many_parts, "has more than 2,000 parts"),
        (tree, "holds more than 20 MB of text"),
    ],
)
def test_a_bomb_is_refused_at_once_and_in_little_room(make, says):
    content = make()
    start = time.perf_counter()
    said, code = refusal(content)
    assert time.perf_counter() - start < 1
    assert says in said
    assert code == 4
    tracemalloc.start()
    refusal(content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 60 * 2**20


def test_fields_in_fields_without_end_are_refused_at_once():
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    content = body(f"<w:p>{begin * 100_000}{run_of('x') * 100_000}</w:p>")
    start = time.perf_counter()
    assert "damaged" in refusal(content)[0]
    assert time.perf_counter() - start < 1


# The command line.


@pytest.fixture
def here(folder):
    (folder / "letterhead.docx").write_bytes(plain())
    (folder / "a.yaml").write_bytes((EXAMPLES / "standard.yaml").read_bytes())
    return folder


FLAG = ("--reference-docx", "letterhead.docx")


def is_on_it(path):
    return "Quillfeather" in opened(path.read_bytes()).sections[0].header.paragraphs[0].text


def test_a_posting_is_drafted_on_it(amjd, here):
    assert amjd("draft", "a.yaml", "-o", "p.docx", *FLAG).code == 0
    assert is_on_it(here / "p.docx")


def test_many_are_and_other_formats_go_without(amjd, here):
    (here / "b.yaml").write_bytes((EXAMPLES / "key.yaml").read_bytes())
    result = amjd("draft", ".", "-o", "out/", "-f", "docx", "-f", "md", *FLAG)
    assert result.code == 0
    assert names(here / "out") == ["a.docx", "a.md", "b.docx", "b.md"]
    assert is_on_it(here / "out/a.docx")
    assert is_on_it(here / "out/b.docx")
    alone = amjd("draft", "b.yaml", "-o", "b.docx", *FLAG)
    assert alone.code == 0
    assert (here / "b.docx").read_bytes() == (here / "out/b.docx").read_bytes()


def test_so_is_the_short_form(amjd, here):
    assert amjd("draft", "a.yaml", "--short", "-o", "s.docx", *FLAG).code == 0
    assert is_on_it(here / "s.docx")


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft", "a.yaml"],
        ["draft", "a.yaml", "-o", "p.md"],
        ["draft", "a.yaml", "-o", "out/", "-f", "md", "-f", "txt"],
        ["templates"],
        ["templates", "--json"],
        ["templates", "key"],
        ["new", "-o", "p.md"],
        ["new", "-o", "out/", "-f", "html"],
    ],
)
def test_without_a_word_file_it_is_wrong_usage(amjd, here, arguments):
    result = amjd(*arguments, *FLAG)
    assert result.code == 2
    assert "--reference-docx goes with docx alone" in result.err
    assert names(here) == ["a.yaml", "letterhead.docx"]


@pytest.mark.parametrize(
    "output", ["letterhead.docx", "./letterhead.docx", "soft.docx", "hard.docx"]
)
@pytest.mark.parametrize("command", [["draft", "a.yaml"], ["templates", "key"], ["new"]])
def test_it_is_never_written_over_whatever_it_is_called(amjd, here, command, output):
    (here / "soft.docx").symlink_to("letterhead.docx")
    (here / "hard.docx").hardlink_to(here / "letterhead.docx")
    force = ["--force"]
    result = amjd(*command, "-o", output, *force, *FLAG)
    assert result.code == 2
    assert f"{output.removeprefix('./')} is the letterhead" in result.err
    assert (here / "letterhead.docx").read_bytes() == plain()


def test_nor_is_it_in_a_folder_of_postings(amjd, here):
    (here / "b.yaml").write_bytes((EXAMPLES / "key.yaml").read_bytes())
    (here / "b.docx").write_bytes(plain())
    command = ["draft", "a.yaml", "b.yaml", "-o", "./", "-f", "docx", "--force"]
    result = amjd(*command, "--reference-docx", "b.docx")
    assert result.code == 2
    assert names(here) == ["a.yaml", "b.docx", "b.yaml", "letterhead.docx"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nope.docx", "nope.docx cannot be read: no such file or directory."),
        ("folder", "folder is a folder. Name a Word file."),
        ("a.yaml", "a.yaml is no Word file (.docx), or a damaged one"),
        ("loud.docx", "loud.docx has macros, so it is taken as no letterhead. Save it as .docx"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ["draft", "a.yaml", "-o", "p.docx"],
        ["draft", "a.yaml", "-o", "out/", "-f", "docx", "-f", "md"],
        ["templates", "key", "-o", "p.docx"],
        ["new", "-o", "p.docx"],
    ],
)
def test_what_cannot_be_taken_is_told_before_anything_is_asked_or_written(
    amjd, here, command, name, says
):
    (here / "folder").mkdir()
    (here / "loud.docx").write_bytes(REFUSED["macros"][0]())
    before = names(here)
    result = amjd(*command, "--reference-docx", name)
    assert result.code == 4
    assert says in result.err
    assert names(here) == before


def test_a_format_that_there_is_not_is_told_as_ever(amjd, here):
    for usage in (["draft", "a.yaml"], ["templates", "key"], ["new"]):
        result = amjd(*usage, "-f", "dcx", *FLAG)
        assert (result.code, "Did you mean docx?" in result.err) == (2, True)


def test_it_is_no_standard_input(amjd, here):
    result = amjd("draft", "a.yaml", "-o", "p.docx", "--reference-docx", "-")
    assert (result.code, "Name a Word file." in result.err) == (2, True)


def test_one_that_is_too_long_is_not_read_to_its_end(amjd, here):
    with (here / "long.docx").open("wb") as file:
        file.truncate(50 * 2**20 + 1)
    result = amjd("draft", "a.yaml", "-o", "p.docx", "--reference-docx", "long.docx")
    assert result.code == 4
    assert "long.docx is longer than 50 MB. Make its pictures smaller." in result.err


def test_blank_templates_are_printed_on_it(amjd, here):
    assert amjd("templates", "--all", "-o", "b/", "-f", "docx", *FLAG).code == 0
    assert all(map(is_on_it, (here / "b").iterdir()))


def test_a_draft_with_blanks_is_on_it(amjd, here):
    (here / "b.yaml").write_text("company: {name: Acme}\n")
    assert amjd("draft", "b.yaml", "--allow-blanks", "-o", "b.docx", *FLAG).code == 0
    assert is_on_it(here / "b.docx")


@pytest.fixture
def drawn(here):
    document = a_document()
    document.add_picture(io.BytesIO(picture()))
    document.save("letterhead.docx")
    return here


@pytest.mark.parametrize("command", [["draft", "a.yaml", "b.yaml"], ["templates", "--all"]])
def test_what_is_left_out_of_it_is_told_once_and_not_where_only_problems_are(amjd, drawn, command):
    (drawn / "b.yaml").write_bytes((drawn / "a.yaml").read_bytes())
    command = [*command, "-o", "b/", "-f", "docx", *FLAG]
    assert amjd(*command).err.count(BESIDE) == 1
    assert BESIDE not in amjd(*command, "--force", "-q").err


# The interview.


def wanted_on_it(output="p.docx", **more):
    return with_letterhead(called_with(output, letterhead="letterhead.docx", **more))


def test_the_posting_of_an_interview_is_on_it_and_known_again(here):
    run(wanted_on_it())
    assert is_on_it(here / "p.docx")
    before = (here / "p.docx").read_bytes()
    # Nobody edited it: it is replaced without a question.
    run(wanted_on_it(), finished=["edit"])
    assert (here / "p.docx").read_bytes() == before


def test_a_posting_that_was_made_without_it_is_known_too(here):
    run(called_with("p.docx"))
    script = run(wanted_on_it(), finished=["edit"])
    assert "edited" not in script.fields
    assert is_on_it(here / "p.docx")


def test_what_is_left_out_of_it_is_told_before_the_first_question(drawn):
    assert BESIDE in run(wanted_on_it()).told


def test_the_way_back_to_an_interview_names_it():
    wanted = called_with("p.docx", letterhead="our letter.docx")
    assert command(wanted) == "amjd new --output p.docx --reference-docx 'our letter.docx'"
    assert "reference" not in command(wanted._replace(output="p.md"))


def test_what_is_asked_is_not_traced_into_it(amjd, here):
    result = amjd("new", "-o", "p.docx", *FLAG, "--trace", "letterhead.docx")
    assert result.code == 2
    assert (here / "letterhead.docx").read_bytes() == plain()
