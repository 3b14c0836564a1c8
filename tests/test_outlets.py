"""Text, fragment and page: every outlet shows what the posting says, and nothing in it acts."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amjd.answers.reading import read
from amjd.documents.document import Bullets, Document, Facts, Heading, Paragraph, Run, runs_of
from amjd.documents.draft import Drafted, blank
from amjd.formats import ENDINGS, FORMATS, NAMES, html, limits, of_file, parted
from amjd.text.characters import fold, refused
from conftest import CATALOG, EXAMPLES, QUESTIONS, drafted_file
from postings import lines_of
from tables import table

NAMED = ["txt", "paste", "html"]
EXAMPLE_FILES = sorted(EXAMPLES.glob("*.yaml"))
_LINES = {"h1", "h2", "h3", "p", "li", "br"}


class Page(HTMLParser):
    """What a browser makes of a page: its elements, its lines of text, and where links lead."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.lines, self.links, self.declared = [], [], [], [], []
        self._open = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *one) for one in attrs]
        self.links += [value for name, value in attrs if name == "href"]
        if tag in _LINES or tag == "dt":
            self.lines.append("")
        if tag == "dd":
            self.lines[-1] += ": "
        if tag not in ("br", "meta"):
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if data.strip("\n") and not {"style", "title"} & set(self._open):
            self.lines[-1] += data.removeprefix("\n")

    def handle_comment(self, data):
        self.tags.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.declared.append(decl)

    def unknown_decl(self, data):
        self.tags.append(f"<![{data}]>")

    def handle_pi(self, data):
        self.tags.append(f"<?{data}>")


def written(name, document):
    return FORMATS[name].writer()(Drafted(document, read({}, CATALOG.ids)[0], "key")).decode()


def shown(name, text):
    """The lines of a posting as a reader sees them."""
    if name == "txt":
        return [*filter(None, text.removesuffix("\n").split("\n"))]
    page = Page(text)
    assert not page._open
    return page.lines


def expected(name, document):
    if name != "txt":
        return [*lines_of(document.blocks)]
    return [_as_text(block, line) for block in document.blocks for line in lines_of([block])]


def _as_text(block, line):
    match block:
        case Heading(level):
            return line if level == 1 else line.upper()
        case Bullets():
            return f"- {line}"
    return line


# ---- the same facts everywhere


@table("name", NAMED)
@table("path", EXAMPLE_FILES, ids=lambda path: path.stem)
def test_every_line_of_an_example_is_shown_in_its_order(path, name):
    drafted = drafted_file(path)
    assert shown(name, written(name, drafted.document)) == expected(name, drafted.document)


@table("name", [*NAMED, "md"])
@table("path", EXAMPLE_FILES, ids=lambda path: path.stem)
def test_every_answer_of_an_example_is_shown(path, name):
    document = drafted_file(path).document
    # What stands in Markdown as an address in <> is no element there.
    text = (
        written(name, document) if name == "md" else "\n".join(shown(name, written(name, document)))
    )
    answers = [run.text for run in runs_of(document.blocks) if run.field]
    assert len(answers) > 20
    assert [answer for answer in answers if answer.casefold() not in text.casefold()] == []


@table("name", NAMED)
@table("template", CATALOG.ids)
def test_a_blank_is_shown_with_its_labels(template, name):
    document = blank(CATALOG, QUESTIONS, template).document
    assert shown(name, written(name, document)) == expected(name, document)


@pytest.mark.parametrize("name", NAMED)
def test_the_same_answers_give_the_same_bytes(name):
    drafted = drafted_file(EXAMPLE_FILES[0])
    assert FORMATS[name].writer()(drafted) == FORMATS[name].writer()(drafted)


# ---- hostile text

NASTY = [
    "</script><script>alert(1)</script>", "</style><b>x</b>", "</title><p>x", "<!-- x", "-->",
    "<![CDATA[x]]>", "<?x?>", "&lt;b&gt;", "&amp;", "&#60;b&#62;", "&copy", "AT&T", "a < b > c",
    "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>", "\" onclick=\"x", "' onload='x",
    "<img src=x onerror=alert(1)>", "</main></body>", "<br>", "- x", "# x", "x: y", "{x}", "%s",
    "\u00a0x", "\u05e9\u05dc\u05d5\u05dd", "data:text/html,<b>", "</li></ul>", "http://a.b/?c&d",
]  # fmt: skip
PIECES = ["<", ">", "&", '"', "'", "/", "!", "-", ";", "#", "=", "a", " ", "br", "script", "&lt",
          "</", "<!--", "-->", "\u05d0", "\u00e9", "javascript:", "]]>"]  # fmt: skip
TEXTS = (
    st.one_of(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=20))
    .map(fold)
    .filter(lambda text: text and not any(refused(text)))
)


def everywhere(text):
    run = Run(text, field="role.title")
    return Document(
        text,
        text,
        (
            Heading(1, (run,)),
            Paragraph((Run("We are "), run, Run(", you know"))),
            Facts((("Label", (run,)), ("Other", (run, Run(" ("), run, Run(")"))))),
            Heading(2, (Run("About "), run)),
            Bullets(((run,), (Run("Of "), run))),
            Paragraph((run._replace(mark="blank"),)),
        ),
    )


PLAIN = everywhere("x")


@pytest.mark.parametrize("name", NAMED)
@settings(max_examples=30)
@given(text=TEXTS)
def test_any_answer_is_shown_as_it_is(name, text):
    check_shown(name, text)


@table("name", NAMED)
@table("text", NASTY)
def test_what_html_would_act_on_is_shown_as_text(name, text):
    check_shown(name, text)


def check_shown(name, text):
    document = everywhere(text)
    content = written(name, document)
    assert shown(name, content) == expected(name, document)
    if name != "txt":
        page, plain = Page(content), Page(written(name, PLAIN))
        assert [tag for tag in page.tags if tag != "bdi"] == plain.tags
        assert page.links == []
        assert {one[1:] for one in page.attributes} <= {
            *(one[1:] for one in plain.attributes), ("dir", "auto"),
        }  # fmt: skip


@settings(max_examples=30)
@given(text=TEXTS)
@example(text='x" onclick="y')
def test_a_link_leads_where_its_run_does_and_nowhere_else(text):
    link = f"https://a.example/?{text}"
    page = Page(written("html", Document("", "", (Paragraph((Run(text, link=link), Run(text))),))))
    assert page.links == [link]
    assert [name for tag, name, _ in page.attributes if tag == "a"] == ["href"]


# ---- text


def test_text_has_one_line_a_paragraph_and_nothing_that_a_form_eats():
    for path in EXAMPLE_FILES:
        content = FORMATS["txt"].writer()(drafted_file(path)).decode()
        assert content.endswith("\n")
        assert not content.endswith("\n\n")
        assert "\n\n\n" not in content
        assert not re.search(r"[\t\r*_`<>]|^ | $|  ", content, re.M)


def test_each_block_has_its_text():
    document = Document("", "", (
        Heading(1, (Run("Straße Account Manager"),)),
        Heading(2, (Run("Role"),)),
        Facts((("Company", (Run("Tidewater"),)), ("Start", (Run("March 2027"),)))),
        Paragraph((Run("Write to "), Run("a@b.example", link="mailto:a@b.example"), Run("."))),
        Bullets(((Run("one"),), (Run("[Two]", "blank"),))),
    ))  # fmt: skip
    assert written("txt", document) == (
        "Straße Account Manager\n\nROLE\n\nCompany: Tidewater\nStart: March 2027\n\n"
        "Write to a@b.example.\n\n- one\n- [Two]\n"
    )
    assert written("paste", document) == (
        "<p><strong>Straße Account Manager</strong></p>\n<p><strong>Role</strong></p>\n"
        "<p><strong>Company:</strong> Tidewater<br>\n<strong>Start:</strong> March 2027</p>\n"
        "<p>Write to a@b.example.</p>\n"
        "<ul>\n<li>one</li>\n<li><strong>[Two]</strong></li>\n</ul>\n"
    )


# ---- fragment


@pytest.mark.parametrize("path", EXAMPLE_FILES, ids=lambda path: path.stem)
def test_a_fragment_has_five_elements_and_no_attribute(path):
    page = Page(FORMATS["paste"].writer()(drafted_file(path)).decode())
    assert set(page.tags) == {"p", "br", "ul", "li", "strong"}
    assert page.attributes == page.declared == []


# ---- page


@pytest.fixture(scope="module")
def page():
    return FORMATS["html"].writer()(drafted_file(EXAMPLES / "sales.yaml")).decode()


def test_a_page_says_what_it_is(page):
    read_back = Page(page)
    assert read_back.declared == ["DOCTYPE html"]
    assert ("html", "lang", "en") in read_back.attributes
    assert "<title>Sales Account Manager \u2013 Summit Parcel Supply</title>" in page
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in page
    counts = {tag: read_back.tags.count(tag) for tag in ("main", "article", "header", "h1", "dl")}
    assert set(counts.values()) == {1}
    assert read_back.tags.count("section") == read_back.tags.count("h2") > 5


def test_a_page_loads_nothing_and_runs_nothing(page):
    read_back = Page(page)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(read_back.tags)
    assert not re.search(r"url\(|@import|@font-face|https?:", page.partition("</style>")[0])
    assert {name for _, name, _ in read_back.attributes} <= {
        "lang", "charset", "name", "content", "href",
    }  # fmt: skip
    assert read_back.links == ["mailto:hiring@summitparcel.example"]


@pytest.mark.parametrize(
    "wanted",
    ["color-scheme: light dark", "prefers-color-scheme: dark", "@media print", "max-width: 42rem"],
)
def test_a_page_is_for_every_screen_and_for_paper(page, wanted):
    assert wanted in page


def _colours(scheme):
    """The colours of a scheme, by name."""
    light, dark = re.findall(r":root \{(.*?)\}", html.STYLE.read_text("utf-8"), re.S)[:2]
    named = dict(re.findall(r"--(\w+): (#\w+)", light))
    return named | (dict(re.findall(r"--(\w+): (#\w+)", dark)) if scheme == "dark" else {})


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_the_paper(scheme):
    colours = _colours(scheme)
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert all(contrast(colours[one], colours["paper"]) >= 7 for one in ("ink", "soft", "link"))
    assert contrast("#1b1f24", colours["mark"]) >= 7


def test_what_stands_above_the_facts_is_the_header_and_nothing_is_without_facts():
    blocks = (Heading(1, (Run("Title"),)), Paragraph((Run("Company"),)))
    facts = Facts((("Start", (Run("March"),)),))
    html_ = "<h1>Title</h1>\n<p>Company</p>"
    assert f"<header>\n{html_}\n</header>\n<dl>" in written(
        "html", Document("", "", (*blocks, facts))
    )
    assert f"<article>\n{html_}\n</article>" in written("html", Document("", "", blocks))


def test_what_is_open_stands_out():
    document = Document("", "", (
        Paragraph((Run("DRAFT: 1 to settle before posting", "draft"),)),
        Bullets(((Run("[Base pay]", "blank"),),)),
    ))  # fmt: skip
    assert '<p class="draft">DRAFT: 1 to settle before posting</p>' in written("html", document)
    assert "<li><mark>[Base pay]</mark></li>" in written("html", document)
    assert "<p><strong>DRAFT: 1 to settle before posting</strong></p>" in written("paste", document)


def test_each_of_several_postings_on_a_page_is_an_article():
    one = drafted_file(EXAMPLES / "sales.yaml").document
    two = Document("Two", "", one.blocks * 2)
    tags = Page(written("html", two)).tags
    assert (tags.count("main"), tags.count("article"), tags.count("h1")) == (1, 2, 2)


def test_hebrew_runs_its_own_way():
    runs = (Run("At "), Run("\u05e9\u05dc\u05d5\u05dd", field="company.name"), Run(" (2027)"))
    assert '<p dir="auto">At <bdi>\u05e9\u05dc\u05d5\u05dd</bdi> (2027)</p>' in written(
        "html", Document("", "", (Paragraph(runs),))
    )


# ---- limits

TITLE = "the title: {:,} characters, but LinkedIn takes 200. Shorten it."
SHORT = "txt: {:,} characters, but LinkedIn asks for 100 at least. Say more of the job."
LONG_FOR = "txt: {:,} characters, but {} takes {}. Shorten your longest answers."


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        (200, 15_000, []),
        (201, 100, [TITLE.format(201)]),
        (1, 99, [SHORT.format(99)]),
        (1, 15_001, [LONG_FOR.format(15_001, "SEEK", "15,000")]),
        (
            1,
            25_001,
            [
                LONG_FOR.format(25_001, "SEEK", "15,000"),
                LONG_FOR.format(25_001, "LinkedIn", "25,000"),
            ],
        ),
    ],
)
def test_a_limit_is_passed_by_one_character_more(title, body, said):
    document = Document("\u00e9" * title, "", ())
    content = ("\u00e9" * body + "\n").encode()
    assert list(limits.remarks(document, "txt", content)) == said


SUMMARY = "the first paragraph: 151 characters, but SEEK takes 150 as its summary."


@pytest.mark.parametrize(
    ("length", "section", "is_said"), [(150, False, False), (151, False, True), (151, True, False)]
)
def test_the_first_paragraph_of_a_short_form_is_its_summary(length, section, is_said):
    blocks = (
        Paragraph((Run("DRAFT: 1 to settle before posting" + "!" * 200, "draft"),)),
        Heading(1, (Run("Title"),)),
        Paragraph((Run("x" * (length - 3)), Run("[y]", "blank"))),
        *([Heading(2, (Run("The role"),))] if section else []),
        Paragraph((Run("z" * 200),)),
    )
    said = list(limits.remarks(Document("Title", "", blocks), "txt", b"x" * 100))
    assert [line.startswith(SUMMARY) for line in said] == ([True] if is_said else [])


LONG = ["--set", f"role.title={'x' * 201}", "--set", f"company.about={'y' * 15_001}"]


def test_what_is_too_long_is_said_once_with_its_board(amjd, tmp_path):
    formats = [word for name in ("txt", "paste", "md", "html") for word in ("-f", name)]
    told = amjd("draft", EXAMPLES / "key.yaml", *formats, "-o", f"{tmp_path}/", *LONG)
    assert told.code == 0
    said = [line for line in told.lines if "characters" in line]
    assert said[0] == "the title: 201 characters, but LinkedIn takes 200. Shorten it."
    assert [line.partition(":")[0] for line in said] == ["the title", "txt", "paste"]
    assert all("but SEEK takes 15,000." in line for line in said[1:])


def test_nothing_is_said_of_limits_where_nobody_pastes_or_wants_to_hear(amjd, tmp_path):
    key = EXAMPLES / "key.yaml"
    assert "characters" not in amjd("draft", key, *LONG).err
    assert amjd("draft", key, "-f", "txt", "-q", *LONG).err == ""
    assert "characters" not in amjd("draft", key, "-f", "txt").err


# ---- endings


@table(
    ("name", "format_", "parts"),
    [
        ("x.html", "html", ("x", ".html")),
        ("x.paste.html", "paste", ("x", ".paste.html")),
        ("X.Paste.HTML", "paste", ("X", ".Paste.HTML")),
        ("a.b.txt", "txt", ("a.b", ".txt")),
        ("xpaste.html", "html", ("xpaste", ".html")),
        ("paste.html", "html", ("paste", ".html")),
        (".paste.html", "html", (".paste", ".html")),
        (".html", "", (".html", "")),
        ("x.odt", "", ("x", ".odt")),
        ("x", "", ("x", "")),
        ("x.paste", "", ("x", ".paste")),
    ],
)
def test_an_ending_names_a_format(name, format_, parts):
    assert of_file(Path("a.txt") / name) == format_
    assert parted(Path("a.txt") / name) == parts


def test_the_endings_are_named_with_the_formats():
    assert all(name in re.split(r", | or ", NAMES) for name in NAMED)
    assert all(f".{FORMATS[name].ending}" in re.split(r", | or ", ENDINGS) for name in NAMED)


@pytest.mark.parametrize("name", FORMATS)
def test_the_readme_has_a_row_for_each_format(name):
    readme = (EXAMPLES.parent / "README.md").read_text("utf-8")
    assert f"| `{name}` | `.{FORMATS[name].ending}` |" in readme


@pytest.mark.parametrize("name", NAMED)
def test_the_ending_and_the_option_write_the_same(amjd, tmp_path, name):
    key, path = EXAMPLES / "key.yaml", tmp_path / f"x.{FORMATS[name].ending}"
    assert amjd("draft", key, "-o", path).code == 0
    assert amjd("draft", key, "-f", name).out == path.read_bytes()
    assert amjd("draft", key, "-f", name, "-o", f"{tmp_path}/").code == 0
    assert (tmp_path / f"key.{FORMATS[name].ending}").read_bytes() == path.read_bytes()


def test_two_formats_that_would_share_a_file_are_a_clash(amjd, tmp_path):
    names = [tmp_path / "a.yaml", tmp_path / "a.paste.yaml"]
    for name in names:
        name.write_bytes((EXAMPLES / "key.yaml").read_bytes())
    told = amjd("draft", *names, "-f", "paste", "-f", "html", "-o", f"{tmp_path}/out/")
    assert told.code == 4
    assert "would both become a.paste.html." in told.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", NAMED)
def test_a_blank_template_can_be_had_in_each(amjd, tmp_path, name):
    assert amjd("templates", "--all", "-f", name).code == 0
    assert amjd("templates", "--all", "-f", name, "-o", f"{tmp_path}/").code == 0
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == sorted(f"{id_}.{FORMATS[name].ending}" for id_ in CATALOG.ids)
