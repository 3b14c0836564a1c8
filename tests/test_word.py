"""Word documents: the text of the Markdown, in the structure and the file that Word expects."""

import hashlib
import io
import itertools
import os
import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from amjd.answers.fields import FIELDS, Answers
from amjd.answers.reading import read
from amjd.documents.document import Bullets, Document, Facts, Heading, Paragraph, Run
from amjd.documents.draft import Drafted, blank, draft
from amjd.formats import FORMATS, markdown
from amjd.formats.word.base import BASE as BASE_FILE
from amjd.formats.word.writer import WordBase
from amjd.text.characters import fold, refused
from conftest import CATALOG, QUESTIONS
from packages import faults_of, parts_of
from tables import table
from trees import EVERY_ANSWER, every_answer

TEMPLATES = CATALOG.ids
BASE = WordBase()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEBREW, ARABIC = "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _posting(template="standard", **changes):
    tree = every_answer()
    for field, value in changes.items():
        section, name = field.split("__")
        tree[section][name] = value
    answers, faults, _ = read(tree, TEMPLATES)
    assert faults == []
    return draft(CATALOG, QUESTIONS, answers, template)


def _of(*blocks, title="Title", company=""):
    return Drafted(Document(title, company, tuple(blocks)), Answers(), "standard")


def _open(exported):
    return docx.Document(io.BytesIO(exported))


def _document_xml(exported):
    return etree.fromstring(parts_of(exported)["word/document.xml"])


def _visible(element):
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _word_lines(exported):
    """Each paragraph's text, and each row of a table as its label and answer."""
    for element in _open(exported).element.body:
        if element.tag == f"{W}p":
            yield _visible(element)
        elif element.tag == f"{W}tbl":
            for row in element.iter(f"{W}tr"):
                yield ": ".join(map(_visible, row.iter(f"{W}tc")))


def _markdown_lines(posting):
    """Each block's text as a CommonMark reader shows it, but with the company above the title."""
    shown = []
    tokens = MarkdownIt("commonmark").parse(markdown.write(posting.document).decode())
    for before, token in itertools.pairwise(tokens):
        if before.type == "heading_open" and before.tag == "h1":
            title = len(shown)
        if token.type == "inline":
            shown.append("".join(child.content for child in token.children))
    return [*shown[:title], shown[title + 1], shown[title], *shown[title + 2 :]]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_text_is_that_of_the_markdown(template):
    posting = _posting(template)
    assert list(_word_lines(BASE.write(posting))) == _markdown_lines(posting)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_blank_template_has_the_text_of_the_markdown(template):
    posting = blank(CATALOG, QUESTIONS, template)
    assert list(_word_lines(BASE.write(posting))) == _markdown_lines(posting)


def _with(field, text):
    tree = every_answer()
    section, _, name = field.partition(".")
    if name:
        tree[section][name] = text
    else:
        tree[section] = text
    return tree


_OTHER_KINDS = {"apply.email", "apply.url", "metrics", "portfolio.called"}


def _takes_any_text(field):
    is_text = field not in _OTHER_KINDS and FIELDS[field].published
    return is_text and not read(_with(field, "\u2603 x"), TEMPLATES)[1]


TEXT_FIELDS = [tuple(field.split(".")) for field in FIELDS if _takes_any_text(field)]

HOSTILE = [
    "A & B < C", "]]>", "<w:t>&amp;]]>", "</w:t></w:r></w:p>", "<![CDATA[x]]>", "<!-- x -->",
    "<?x?>", "&amp;", "&#65;", "&nope;", "\"'`", "[Company Name]", "{{ 7*7 }}", "{x}",
    "\\1 \\g<0>", "%s {0}", "$HOME", "=HYPERLINK(\"http://a.b\")", "+cmd|' /C calc'!A0",
    "@SUM(1)", "*x* _y_ `z`", "# x", "- x", "1. x", "> x", "[x](javascript:alert(1))",
    "![x](http://a.b/c.png)", "<b>x</b>", "[/]", ":bomb:", "http://a.b", "//a.bc/d",
    "\U0001f469\u200d\U0001f680 \U0001f3f4\U000e0067\U000e0062\U000e007f", "\u65e5\u672c\u8a9e",
    "\u05e9\u05dc\u05d5\u05dd", "e\u0301\u0301\u0301", "\u00a0x\u00a0",
    "MERGEFIELD x", "{ INCLUDETEXT \"c:\\\\x\" }",
]  # fmt: skip


@table("hostile", HOSTILE)
def test_a_hostile_text_in_every_field_is_shown_and_does_nothing_in_both_formats(hostile):
    tree, expected = every_answer(), []
    for number, (section, name) in enumerate(TEXT_FIELDS):
        text = fold(f"{number} {hostile} end{number}")
        tree[section][name] = text
        expected.append(text)
    tree["metrics"] = [fold(f"x {hostile}")]
    answers, faults, _ = read(tree, TEMPLATES)
    assert faults == []
    posting = draft(CATALOG, QUESTIONS, answers, "key")
    exported = BASE.write(posting)
    lines = list(_word_lines(exported))
    assert lines == _markdown_lines(posting)
    assert [text for text in expected if text not in "\n".join(lines)] == []
    assert _posting_shape(posting) == _posting_shape(_posting("key"))
    assert _targets(exported) == _targets(BASE.write(_posting("key")))
    assert faults_of(exported) == []


def _posting_shape(posting):
    """Kinds of blocks; lists may have fewer items, as a text replaces a list of two."""
    return [type(block).__name__ for block in posting.document.blocks]


ANY_TEXT = st.text(max_size=60).map(fold).filter(lambda text: text and not any(refused(text)))


@given(text=ANY_TEXT)
def test_any_answer_stands_in_the_document_as_it_is(text):
    blocks = (Heading(1, (Run(text),)), Paragraph((Run(text),)), Bullets(((Run(text),),)))
    facts = Facts(((text, (Run(text), Run(text, "blank"))),))
    exported = BASE.write(_of(*blocks, facts, title=text, company=text))
    assert list(_word_lines(exported)) == [text, text, text, text, f"{text}: {text}{text}"]
    core = _open(exported).core_properties
    assert (core.title, core.author) == (text[:255], text[:255])


# Structure.


@pytest.mark.parametrize(
    ("block", "style"),
    [
        (Heading(1, (Run("x"),)), "Heading 1"),
        (Heading(2, (Run("x"),)), "Heading 2"),
        (Heading(3, (Run("x"),)), "Heading 3"),
        (Paragraph((Run("x"),)), "Normal"),
        (Paragraph((Run("x", "draft"),)), "Draft Mark"),
        (Bullets(((Run("x"),),)), "List Bullet"),
    ],
)
def test_each_block_has_its_style(block, style):
    (paragraph,) = _open(BASE.write(_of(block))).paragraphs
    assert (paragraph.style.name, paragraph.text) == (style, "x")


def test_the_company_stands_above_the_title_and_is_no_heading():
    paragraphs = _open(BASE.write(_of(Heading(1, (Run("Boss"),)), company="Acme"))).paragraphs
    assert [(one.style.name, one.text) for one in paragraphs] == [
        ("Company", "Acme"), ("Heading 1", "Boss"),
    ]  # fmt: skip


def test_a_company_that_a_paragraph_under_the_title_names_is_named_once():
    company = Paragraph((Run("Acme", field="company.name"),))
    line = Paragraph((Run("Acme", field="company.name"), Run(", Salem")))
    blocks = (Heading(1, (Run("Boss"),)), company, line, Heading(2, (Run("x"),)), company)
    paragraphs = _open(BASE.write(_of(*blocks, company="Acme"))).paragraphs
    assert [(one.style.name, one.text) for one in paragraphs] == [
        ("Company", "Acme"), ("Heading 1", "Boss"), ("Subtitle", "Acme, Salem"),
        ("Heading 2", "x"), ("Normal", "Acme"),
    ]  # fmt: skip


def _is_title(block):
    return isinstance(block, Heading) and block.level == 1


@pytest.mark.parametrize("name", ["", "Acme"])
@pytest.mark.parametrize("under_the_title", [(), (Paragraph((Run("x"),)),)])
def test_a_company_that_is_not_named_yet_is_a_blank(name, under_the_title):
    answers, _, _ = read({"company": {"name": name}}, TEMPLATES)
    drafted = draft(CATALOG, QUESTIONS, answers)
    (title,) = (block for block in drafted.document.blocks if _is_title(block))
    document = drafted.document._replace(blocks=(title, *under_the_title))
    company, *_ = _open(BASE.write(drafted._replace(document=document))).paragraphs
    assert company.style.name == "Company"
    assert (company.runs[0].font.highlight_color is None) == bool(name)


def test_a_line_right_under_the_title_is_the_subtitle_and_no_other_is():
    line, text = Paragraph((Run("Salem, MA"),)), Paragraph((Run("x"),))
    blocks = (text, Heading(1, (Run("Boss"),)), line, Heading(2, (Run("y"),)), text)
    styles = [one.style.name for one in _open(BASE.write(_of(*blocks))).paragraphs]
    assert styles == ["Normal", "Heading 1", "Subtitle", "Heading 2", "Normal"]


def test_the_first_of_several_paragraphs_under_the_title_is_no_subtitle():
    blocks = (Heading(1, (Run("Boss"),)), *[Paragraph((Run("You row."),))] * 3)
    styles = [one.style.name for one in _open(BASE.write(_of(*blocks))).paragraphs]
    assert styles == ["Heading 1", *["Normal"] * 3]


@pytest.mark.parametrize(
    "name", ["Title", "Subtitle", "Heading 3", "List Number", "Quote", "Table Grid"]
)
def test_the_styles_that_people_reach_for_are_there(name):
    assert name in [style.name for style in _open(BASE.write(_of())).styles]


def _foot(exported):
    return etree.fromstring(parts_of(exported)["word/footer1.xml"])


def test_the_foot_of_each_page_names_company_title_and_page():
    exported = BASE.write(_of(Heading(1, (Run("Boss"),)), title="Boss", company="A & B"))
    (section,) = _open(exported).sections
    assert _visible(section.footer._element) == "A & B \u00b7 BossPage 1 of 1"
    fields = [field.get(f"{W}instr").strip() for field in _foot(exported).iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_long_names_leave_room_at_the_foot():
    words = _visible(_foot(BASE.write(_of(title="t" * 41, company="c" * 40))))
    assert words == f"{'c' * 40} \u00b7 {'t' * 39}\u2026Page 1 of 1"


@pytest.mark.parametrize(("items", "pages"), [(40, 1), (60, 2), (110, 3)])
def test_what_cannot_count_pages_is_told_how_many_are_likely(items, pages):
    exported = BASE.write(_of(Bullets(((Run("x"),),) * items)))
    assert _visible(_foot(exported)).endswith(f"of {pages}")


def _of_a_draft(**answers):
    return draft(CATALOG, QUESTIONS, read(answers, TEMPLATES)[0])


def test_each_page_of_a_draft_says_so_at_its_head():
    exported = BASE.write(_of_a_draft(company={"name": "Acme"}))
    (section,) = _open(exported).sections
    assert section.header.paragraphs[0].text == "DRAFT"
    assert faults_of(exported) == []


def test_a_posting_has_nothing_at_its_head_even_after_a_draft():
    BASE.write(_of_a_draft())
    exported = BASE.write(_posting())
    (section,) = _open(exported).sections
    assert section.header.is_linked_to_previous
    assert [name for name in parts_of(exported) if "header" in name] == []
    assert b"header" not in parts_of(exported)["[Content_Types].xml"]


@pytest.mark.parametrize(("region", "size"), [("US-ME", (12240, 15840)), ("GB", (11906, 16838))])
def test_paper_and_table_are_those_of_the_place(region, size):
    document = _document_xml(BASE.write(_posting(role__regions=[region])))
    page, margins = (document.find(f".//{W}{tag}") for tag in ("pgSz", "pgMar"))
    assert (int(page.get(f"{W}w")), int(page.get(f"{W}h"))) == size
    room = size[0] - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    assert int(document.find(f".//{W}tblW").get(f"{W}w")) == room
    assert sum(int(column.get(f"{W}w")) for column in document.iter(f"{W}gridCol")) == room


def _kept(*blocks):
    """The first letters of the paragraphs that stay on one page with the next."""
    document = _document_xml(BASE.write(_of(*blocks)))
    kept = [p for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    return "".join(_visible(p)[0] for p in kept)


def _says(letter, length=200):
    return Paragraph((Run(letter * length),))


def _section():
    return Heading(2, (Run("-"),))


def _lists(letters):
    return Bullets(tuple((Run(letter),) for letter in letters))


@table(
    ("blocks", "kept"),
    [
        ((_lists("a"),), ""),
        ((_lists("ab"),), "a"),
        ((_lists("abc"),), "ab"),
        ((_lists("abcdef"),), "ae"),
        ((_says("a"), _lists("bc")), "ab"),
        ((_says("a"), _says("b"), Heading(2, (Run("c"),))), ""),
        ((_says("a", 20), _says("b"), _says("c")), "a"),
        ((_says("a"), _says("b", 20)), "a"),
        ((_lists("abcd"), _says("e", 20)), "acd"),
        ((_says("a"), Facts((("b", (Run("c"),)), ("d", (Run("e"),)))), _says("f")), "abc"),
        ((_section(), _says("a", 20), _lists("bcd"), _section()), "abc"),
        ((_section(), _says("a"), _lists("bcde"), _section()), "abd"),
        ((_section(), _lists("abcd")), "abc"),
        ((_section(), _lists("abcde")), "ad"),
        ((_section(), _says("a", 400), _says("b", 300)), ""),
    ],
)
def test_no_line_stands_alone_on_a_page_and_a_short_section_stays_whole(blocks, kept):
    assert _kept(*blocks) == kept


def test_facts_longer_than_a_page_may_be_broken():
    rows = tuple((f"{number}", (Run("x" * 2000),)) for number in range(4))
    document = _document_xml(BASE.write(_of(Facts(rows))))
    assert list(document.iter(f"{W}cantSplit", f"{W}keepNext")) == []


@pytest.mark.parametrize("name", ["Company", "Heading 1", "Heading 2", "Heading 3", "Subtitle"])
def test_no_heading_is_left_behind(name):
    assert _open(BASE.write(_of())).styles[name].paragraph_format.keep_with_next


def test_a_line_of_a_paragraph_is_never_alone_on_a_page():
    styles = _open(BASE.write(_of())).styles.element
    assert styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None


def test_facts_are_a_table_of_two_columns():
    rows = (("Company", (Run("Tidewater"),)), ("Start", (Run("May"),)))
    (table,) = _open(BASE.write(_of(Facts(rows)))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Company", "Tidewater"],
        ["Start", "May"],
    ]
    assert table.style.name == "Facts"


def _facts(*rows):
    facts = Facts(tuple((label, (Run(text),)) for label, text in rows))
    (table,) = _document_xml(BASE.write(_of(facts))).iter(f"{W}tbl")
    return table


def test_the_first_column_of_the_facts_is_their_heading_and_they_say_what_they_are():
    properties = _facts(("Pay", "x")).find(f"{W}tblPr")
    assert properties.find(f"{W}tblLook").get(f"{W}firstColumn") == "1"
    assert "at a glance" in properties.find(f"{W}tblCaption").get(f"{W}val")
    assert "heading" in properties.find(f"{W}tblDescription").get(f"{W}val")


@pytest.mark.parametrize(("label", "visual"), [("Pay", False), (HEBREW, True)])
def test_the_first_column_is_where_its_language_begins(label, visual):
    table = _facts((label, "x"), (label, HEBREW))
    assert (table.find(f"{W}tblPr/{W}bidiVisual") is not None) == visual


@pytest.mark.parametrize("label", ["Pay", HEBREW])
def test_each_answer_begins_beside_its_label(label):
    """A paragraph of the other direction is set at its own end, which is the table's beginning."""
    table = _facts((label, "x"), (label, HEBREW))
    other = "x" if label == HEBREW else HEBREW
    for paragraph in table.iter(f"{W}p"):
        at_its_end = paragraph.find(f"{W}pPr/{W}jc") is not None
        assert at_its_end == (_visible(paragraph) == other)


def test_bullets_are_a_real_list():
    document = _open(BASE.write(_of(Bullets(((Run("x"),), (Run("y"),))))))
    number = document.styles["List Bullet"].element.find(f"{W}pPr/{W}numPr/{W}numId")
    numbering = document.part.numbering_part.element
    assert number.get(f"{W}val") in [num.get(f"{W}numId") for num in numbering.iter(f"{W}num")]
    assert numbering.find(f".//{W}numFmt").get(f"{W}val") == "bullet"


def test_a_blank_is_highlighted_and_an_answer_is_not():
    runs = (Run("a "), Run("[Base pay]", "blank"), Run(" b"))
    (paragraph,) = _open(BASE.write(_of(Paragraph(runs)))).paragraphs
    assert [(run.text, run.font.highlight_color is not None) for run in paragraph.runs] == [
        ("a ", False),
        ("[Base pay]", True),
        (" b", False),
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_headings_form_an_outline_without_gaps(template):
    names = [paragraph.style.name for paragraph in _open(BASE.write(_posting(template))).paragraphs]
    assert names[:2] == ["Company", "Heading 1"]
    depths = [int(name.split()[-1]) for name in names if name.startswith("Heading")]
    assert depths.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(depths))


def test_the_language_is_set_for_speech_and_spelling():
    document = _open(BASE.write(_posting()))
    lang = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert dict(lang.attrib) == {f"{W}val": "en-US"}
    assert document.core_properties.language == "en-US"


@table(
    ("text", "right_to_left"),
    [
        (HEBREW, True),
        (ARABIC, True),
        (f"{HEBREW} Ltd", True),
        (f"12 {ARABIC}", True),
        (f"({HEBREW})", True),
        ("Acme", False),
        ("caf\u00e9", False),
        ("\u65e5\u672c", False),
        ("2026 \u2013 2027", False),
    ],
)
@table("kind", ["paragraph", "bullet", "heading", "fact"])
def test_right_to_left_text_runs_right_to_left(kind, text, right_to_left):
    runs = (Run(text),)
    block = {
        "paragraph": Paragraph(runs),
        "bullet": Bullets((runs,)),
        "heading": Heading(1, runs),
        "fact": Facts((("Label", runs),)),
    }[kind]
    document = _document_xml(BASE.write(_of(block)))
    paragraph = next(each for each in document.iter(f"{W}p") if _visible(each) == text)
    assert (paragraph.find(f"{W}pPr/{W}bidi") is not None) == right_to_left
    assert (paragraph.find(f"{W}r/{W}rPr/{W}rtl") is not None) == right_to_left
    if kind == "fact":
        label = next(each for each in document.iter(f"{W}p") if _visible(each) == "Label")
        assert label.find(f"{W}pPr/{W}bidi") is None


def _runs(text):
    """Each run of a text with its direction and language, and the fonts it names."""
    document = _document_xml(BASE.write(_of(Paragraph((Run(text),)))))
    for run in document.iter(f"{W}r"):
        lang, fonts = (run.find(f"{W}rPr/{W}{tag}") for tag in ("lang", "rFonts"))
        language = "" if lang is None else next(iter(lang.attrib.values()))
        names = set() if fonts is None else set(fonts.attrib.values()) - {"eastAsia"}
        yield _visible(run), run.find(f"{W}rPr/{W}rtl") is not None, language, names


KANA, HAN, THAI = "\u304b\u306a", "\u6771\u4eac", "\u0e44\u0e17\u0e22"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "caf\u00e9 \u2013 \u201cbar\u201d",
            [("caf\u00e9 \u2013 \u201cbar\u201d", False, "", set())],
        ),
        (f"Acme {HEBREW}", [("Acme ", False, "", set()), (HEBREW, True, "he-IL", {"Arial"})]),
        (
            f"{ARABIC} Ltd.",
            [
                (f"{ARABIC} ", True, "ar-SA", {"Arial"}),
                ("Ltd", False, "", set()),
                (".", True, "ar-SA", {"Arial"}),
            ],
        ),
        (f"JR {KANA}", [("JR ", False, "", set()), (KANA, False, "ja-JP", {"Yu Gothic"})]),
        (f"{HAN}{KANA}", [(f"{HAN}{KANA}", False, "ja-JP", {"Yu Gothic"})]),
        (HAN, [(HAN, False, "zh-CN", {"Microsoft YaHei"})]),
        (THAI, [(THAI, False, "th-TH", {"Leelawadee UI"})]),
        ("\u041c\u0438\u0440", [("\u041c\u0438\u0440", False, "ru-RU", set())]),
    ],
)
def test_each_part_of_a_text_has_the_language_and_font_of_its_script(text, runs):
    assert list(_runs(text)) == runs


@pytest.mark.parametrize(
    ("pay", "role", "language"),
    [
        ({"currency": "JPY"}, {}, "ja-JP"),
        ({"currency": "JPY"}, {"regions": "TW"}, "zh-TW"),
        ({}, {"regions": ["KR", "JP"]}, "ko-KR"),
        ({}, {}, "zh-CN"),
    ],
)
def test_signs_that_east_asia_shares_are_those_of_the_place(pay, role, language):
    drafted = _of_a_draft(company={"name": HAN}, pay=pay, role=role)
    document = _document_xml(BASE.write(drafted))
    (company,) = [run for run in document.iter(f"{W}r") if _visible(run) == HAN][:1]
    assert company.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == language


# The file around it.


@pytest.mark.parametrize("length", [255, 256, 300, 20_000])
def test_a_long_title_is_whole_in_the_text_and_cut_in_the_properties(length):
    title = "\u65e5" * length
    exported = BASE.write(_of(Heading(1, (Run(title),)), title=title, company=title))
    document = _open(exported)
    assert [paragraph.text for paragraph in document.paragraphs] == [title, title]
    assert document.core_properties.title == document.core_properties.author == title[:255]


def test_title_and_author_are_those_of_the_posting():
    core = _open(
        BASE.write(_posting(role__title="Boss <1> & 2", company__name="A & B"))
    ).core_properties
    assert (core.title, core.author) == ("Boss <1> & 2", "A & B")
    assert [core.comments, core.keywords, core.subject, core.category, core.last_modified_by] == [
        ""
    ] * 5


def test_nothing_names_the_tool_that_wrote_it_or_the_clock():
    for name, part in parts_of(BASE.write(_posting())).items():
        assert b"python-docx" not in part, name
        assert b"python-docx" not in name.encode(), name
    assert b"dcterms:" not in parts_of(BASE.write(_posting()))["docProps/core.xml"]


def test_the_zip_has_fixed_dates_and_each_part_once():
    with zipfile.ZipFile(io.BytesIO(BASE.write(_posting()))) as package:
        entries = package.infolist()
        assert package.testzip() is None
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert len({entry.filename for entry in entries}) == len(entries)
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.create_system for entry in entries} == {3}


def test_there_is_no_macro_picture_or_embedded_file():
    allowed = (
        r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml"
        r"|word/(_rels/document\.xml\.rels"
        r"|(document|styles|numbering|settings|fontTable|footer1|theme/theme1)\.xml)"
    )
    assert [
        name for name in parts_of(BASE.write(_posting())) if not re.fullmatch(allowed, name)
    ] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_file_is_small(template):
    assert len(BASE.write(_posting(template))) <= 15 * 1024


def test_the_same_posting_gives_the_same_bytes_whatever_was_exported_before():
    posting = _posting("key")
    first = BASE.write(posting)
    BASE.write(_posting("sales", apply__url="https://other.example"))
    BASE.write(blank(CATALOG, QUESTIONS, "senior"))
    assert BASE.write(posting) == first
    assert BASE.write(_posting("key")) == first


_DIGEST = """
import hashlib, sys
from pathlib import Path
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.documents.draft import draft
from amjd.documents.catalog import Catalog
from amjd.formats import FORMATS
from amjd.questions import Questions
CATALOG = Catalog([Path("templates/posting").resolve()])
QUESTIONS = Questions(Path("prompts").resolve())
answers, _ = check(parse(Path(sys.argv[1]).read_bytes(), "x"), CATALOG.ids, QUESTIONS)
for template in CATALOG.ids:
    for name in ("md", "txt", "paste", "html", "json", "docx"):
        drafted = draft(CATALOG, QUESTIONS, answers, template)
        print(hashlib.sha256(FORMATS[name].writer()(drafted)).hexdigest())
"""


def _writer(name):
    return FORMATS[name].writer()


def test_the_bytes_depend_on_no_hash_seed_time_zone_or_locale():
    outputs = set()
    for seed, zone, locale in [("0", "UTC", "C"), ("1", "Asia/Tokyo", "C.UTF-8")]:
        more = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "SOURCE_DATE_EPOCH": seed}
        command = [sys.executable, "-c", _DIGEST, str(EVERY_ANSWER)]
        ended = subprocess.run(command, env={**os.environ, **more}, capture_output=True, check=True)
        outputs.add(ended.stdout.decode())
    here = [
        hashlib.sha256(write(_posting(template))).hexdigest()
        for template in TEMPLATES
        for write in (*map(_writer, ("md", "txt", "paste", "html", "json")), BASE.write)
    ]
    assert outputs == {"".join(f"{digest}\n" for digest in here)}


# Links.


def _relationships(exported):
    for name, part in parts_of(exported).items():
        if name.endswith(".rels"):
            yield from etree.fromstring(part)


def _targets(exported):
    return sorted(
        relationship.get("Target")
        for relationship in _relationships(exported)
        if relationship.get("TargetMode") == "External"
    )


def test_the_only_things_outside_are_the_checked_links():
    exported = BASE.write(_posting(apply__url="https://a.example/x?y=1&z=2#w"))
    assert _targets(exported) == [
        "https://a.example/x?y=1&z=2#w",
        "mailto:crew@quillfeather.example",
    ]


def test_a_link_shows_its_text_and_leads_to_its_target():
    exported = BASE.write(
        _of(Paragraph((Run("to "), Run("a@b.example", link="mailto:a@b.example"))))
    )
    (paragraph,) = _open(exported).paragraphs
    (link,) = paragraph.hyperlinks
    assert (paragraph.text, link.text, link.url) == (
        "to a@b.example",
        "a@b.example",
        "mailto:a@b.example",
    )
    assert link.runs[0].style.name == "Hyperlink"


def test_a_posting_without_links_keeps_none_of_the_one_before():
    BASE.write(_posting())
    assert _targets(BASE.write(_of(Paragraph((Run("x"),))))) == []


@given(text=ANY_TEXT)
def test_no_text_becomes_a_link_or_a_field(text):
    exported = BASE.write(_of(Paragraph((Run(text), Run(text, "draft")))))
    document = _document_xml(exported)
    for tag in ("hyperlink", "fldSimple", "fldChar", "instrText", "object", "drawing", "pict"):
        assert next(document.iter(f"{W}{tag}"), None) is None
    assert _targets(exported) == []


# Validity: what Word would repair or refuse, checked on the XML itself.


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_document_is_valid(template):
    assert faults_of(BASE.write(_posting(template))) == []
    assert faults_of(BASE.write(blank(CATALOG, QUESTIONS, template))) == []


def test_a_posting_with_blanks_is_valid():
    answers, _, _ = read({"company": {"name": HEBREW}}, TEMPLATES)
    posting = draft(CATALOG, QUESTIONS, answers)
    exported = BASE.write(posting)
    assert faults_of(exported) == []
    assert list(_word_lines(exported)) == _markdown_lines(posting)
    assert next(_word_lines(exported)) == "DRAFT: 8 to settle before posting"


def test_two_hundred_items_are_valid_and_all_there():
    items = [f"duty {number}" for number in range(200)]
    exported = BASE.write(_posting(role__duties=items))
    assert faults_of(exported) == []
    assert [line for line in _word_lines(exported) if line.startswith("duty ")] == items


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'w:val="ListBullet"/>', b'w:val="NoSuch"/>', "style NoSuch is not defined"),
        (b'r:id="rId', b'r:id="rIdx', "does not exist"),
        (b"<w:bidi/>", b"<w:bogus/>", "pPr holds ['bogus']"),
        (b"</w:tcPr><w:p>", b"</w:tcPr><w:sdt/><w:p>", "tc holds ['sdt']"),
    ],
)
def test_the_check_of_validity_sees_a_fault(old, new, words):
    """The checker itself can go red."""
    exported = BASE.write(_posting(company__about=HEBREW))
    parts = parts_of(exported)
    assert old in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    assert any(words in fault for fault in faults_of(buffer.getvalue()))


def test_the_base_is_the_one_that_its_script_writes():
    path = Path(__file__).parent.parent / "scripts" / "make_base.py"
    parts = runpy.run_path(str(path))["PARTS"]
    assert {name: part.decode() for name, part in parts_of(BASE_FILE.read_bytes()).items()} == parts
