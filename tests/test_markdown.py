"""Markdown: whatever an answer holds, every reader shows exactly that, and nothing else acts."""

import re
from functools import partial
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from amjd.answers.fields import FIELDS
from amjd.documents.document import Bullets, Document, Facts, Heading, Paragraph, Run
from amjd.documents.fill import fill, to_blocks
from amjd.documents.filling import Filling
from amjd.documents.language import parse
from amjd.formats.markdown import write
from amjd.text.characters import fold, refused
from tables import table


def _readers():
    strict = MarkdownIt("commonmark", {"html": True})
    github = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    github.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    # GitHub's own reader, without and with the notes that it has switched on.
    own = partial(github_flavored_markdown_to_html, options=Options.CMARK_OPT_UNSAFE)
    notes = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return {
        "CommonMark": strict.render,
        "GFM": github.render,
        "GitHub": own,
        "GitHub with footnotes": partial(github_flavored_markdown_to_html, options=notes),
    }


READERS = _readers()


class _Page(HTMLParser):
    """What a browser makes of a page: its tags, the text between them, and where links lead."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.links, self.anchors = [], "", [], []
        self._is_inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        if tag == "a":
            self.anchors.append((self.links[-1], ""))
            self._is_inside = True

    def handle_endtag(self, tag):
        if tag == "a":
            self._is_inside = False

    def handle_data(self, data):
        self.text += data
        if self._is_inside:
            self.anchors[-1] = (self.anchors[-1][0], self.anchors[-1][1] + data)

    def handle_comment(self, data):
        self.tags.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.tags.append(f"<!{decl}>")

    def unknown_decl(self, data):
        self.tags.append(f"<![{data}]>")

    def handle_pi(self, data):
        self.tags.append(f"<?{data}>")


def _page(markdown, reader):
    return _Page(READERS[reader](markdown))


def _posting(*blocks):
    return Document("Title", "Company", tuple(blocks))


def _markdown(body, **texts):
    """Export a template of one block, filled with these answers."""
    answers = {name.replace("__", "."): text for name, text in texts.items()}
    blocks = to_blocks(fill(parse(body, "t.md", 1, list(FIELDS)), Filling(answers, {})))
    return write(_posting(*blocks)).decode()


# The place an answer stands in, the tags that place has by itself, and what is shown there.
CONTEXTS = {
    "heading": ("# [role.title]\n\nEnd.", ["h1", "p"], "{}\nEnd."),
    "section": ("## About [role.title]\n\nEnd.", ["h2", "p"], "About {}\nEnd."),
    "paragraph": ("[role.title]", ["p"], "{}"),
    "paragraph start": ("[role.title] is it", ["p"], "{} is it"),
    "paragraph middle": ("We are [role.title], you know", ["p"], "We are {}, you know"),
    "paragraph end": ("We are [role.title]", ["p"], "We are {}"),
    "in brackets": ("We have it ([role.title]) here", ["p"], "We have it ({}) here"),
    "before a colon": ("[role.title]: the one", ["p"], "{}: the one"),
    "bullet": ("## H\n\n- [role.title]", ["h2", "ul", "li"], "H\n\n{}\n"),
    "bullet middle": ("## H\n\n- Of [role.title], all", ["h2", "ul", "li"], "H\n\nOf {}, all\n"),
    "two bullets": (
        "## H\n\n- [role.title]\n- [role.title]",
        ["h2", "ul", "li", "li"],
        "H\n\n{}\n{}\n",
    ),
    "fact": ("- Label: Of [role.title]", ["ul", "li", "strong"], "\nLabel: Of {}\n"),
    "second fact": (
        "- Label: X\n- Label: To [role.title] ([role.title])",
        ["ul", "li", "strong", "li", "strong"],
        "\nLabel: X\nLabel: To {} ({})\n",
    ),
}

NASTY = [
    "# x", "#", "###### x", "## #######", "x #", "x ##", "x \\#", "#hash", "***", "* * *", "---",
    "- - -", "___", "_ _ _", "===", "=", "-", "+", "- x", "* x", "+ x", "1. a", "1) a", "1.",
    "0) x", "123456789. x", "> q", ">", ">q", "    code", "```", "``` x ```", "`x`", "a `b` c",
    "~~~", "~~x~~", "~x~", "a ~b~ c", "*x*", "**x**", "_x_", "__x__", "*x_y*", "snake_case_",
    "_snake_case", "5*3*2", "**a", "a**", "\\", "\\\\", "a\\", "\\*x\\*", "\\a", "a\\`b`",
    "<b>x</b>", "<b", "a<b>c", "<script>", "</p>", "<!-- x -->", "<!DOCTYPE x>", "<?php x ?>",
    "<![CDATA[x]]>", "a < b > c", "<http://a.b>", "<a@b.co>", "<mailto:a@b.co>", "http://a.b",
    "https://a.b/c?d=e&f=g", "HTTP://A.B", "ftp://a.b", "www.a.b", "WWW.A.B", "//a.bc/d",
    "a //example.com b", "mailto:a@b.co", "xmpp:a@b.co", "a@b.co", "\u00b9http://a.b",
    "see https://example.com/x", "(http://a.b)", "*http://a.b*", "[x](y)", "[x](http://a.b)",
    "![x](http://a.b/c.png)", "[x][y]", "[x]: /url", "[x]", "![x]", "[^1]", "[^1]: x", "[ ] x",
    "[x] y", "[X] y", "[]", "[](x)", "[x] (y)", "](x)", "&amp;", "&lt;b&gt;", "&#35;", "&#x23;",
    "&copy;", "&copy", "AT&T;", "| a | b |", "|-|-|", "--|--", ":-:|:-:", "a | b", ":bomb:",
    "{x}", "[role.title]", "[Company Name]", "{{ 7*7 }}", "\\1 \\g<0>", "=cmd()",
    "=HYPERLINK(\"x\")", "$HOME", "%s {0}", "\"quoted\"", "'quoted'", "\u2026", "a\u00a0*b*",
    "\u3000x\u3000*y*", "e\u0301_x_", "\u65e5\u672c_x_", "\U0001f469\u200d\U0001f680 *x*",
    "\u05e9\u05dc\u05d5\u05dd *x*", "a\u2014*b*", "javascript:alert(1)", "data:text/html,x",
    "tel:1", "[^*x*] y", "![^1]", "[^a_b_]", "[^]: x", "[^ ]: x", "x[^1]: y", "[[^1]](x)",
    "[^1][^1]", "[^x]: [^x]", "\\[^1]: x", "[\\^1]: x", "[*^1*]", "^[x]", "x [^", "[^x",
]  # fmt: skip

PIECES = [
    *"*_`~#+-=|<>[](){}!&;:/\\.@'\"$^ ",
    *["a", "B", "7", " ", "  ", "\t", "\n", "x y", "\u00e9", "\u65e5", "\u00a0", "\u0301"],
    *["**", "__", "``", "~~", "---", "===", "](", "]:", "![", "[x]", "(y)", "<b>", "</b>", "<!--"],
    *["[^", "]: ", "[^1]", "[^1]: ", "^["],
    *["-->", "<?", "?>", "<![CDATA[", "&amp;", "&#35;", "&lt", "1.", "2)", "[ ]", "#######"],
    *["http://a.b", "https://", "//a.bc", "ftp://", "example.com", "www.a.b", "a@b.co", "mailto:"],
]  # fmt: skip

TEXTS = (
    st.one_of(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=20))
    .map(fold)
    .filter(lambda text: text and not any(refused(text)))
    # The stop of a sentence leaves where words of the template go on.
    .filter(lambda text: not re.search(r"[^\W\d_.]{5}\.$", text))
)


_ADDRESSES = ("http://", "https://", "mailto:", "xmpp:")


def _plain(text):
    """A text as compared with one that a reader shows of a link: in its usual spelling."""
    return unquote(text, errors="ignore").replace("\\", "/").lower()


def _without_addresses(page):
    """Leave out the links that a reader makes of addresses; each leads where its text says."""
    tags = list(page.tags)
    for link, text in page.anchors:
        assert link.lower().startswith(_ADDRESSES)
        leads_to = {_plain(link), _plain(link.split(":", 1)[1]), _plain(link.split("//")[-1])}
        assert _plain(text) in leads_to
        tags.remove("a")
    return tags


def _check_shown(markdown, tags, text):
    for reader in READERS:
        page = _page(markdown, reader)
        assert _without_addresses(page) == tags, f"{reader} acts on it: {markdown!r}"
        assert _as_compared(page.text, page) == _as_compared(text, page), f"{reader} shows another"


def _as_compared(text, page):
    text = text.rstrip("\n")
    return _plain(text) if page.links else text


@pytest.mark.parametrize("context", CONTEXTS)
@given(text=TEXTS)
def test_any_answer_is_shown_as_it_is(context, text):
    body, tags, shown = CONTEXTS[context]
    _check_shown(_markdown(body, role__title=text), tags, shown.replace("{}", text))


@table("text", NASTY)
@table("context", CONTEXTS)
def test_what_markdown_would_act_on_is_shown_as_text(context, text):
    body, tags, shown = CONTEXTS[context]
    text = fold(text)
    _check_shown(_markdown(body, role__title=text), tags, shown.replace("{}", text))


@given(first=TEXTS, second=TEXTS)
@example(first="*a", second="b*")
@example(first="[a", second="](b)")
@example(first="<b", second=">")
def test_two_answers_in_one_line_do_not_work_together(first, second):
    markdown = _markdown("[role.title] [role.hours]", role__title=first, role__hours=second)
    _check_shown(markdown, ["p"], f"{first} {second}")


@given(before=TEXTS, after=TEXTS)
@example(before="see", after="(http://a.b)")
def test_text_beside_a_link_is_shown_as_it_is(before, after):
    runs = (Run(before), Run("jobs@a.example", link="mailto:jobs@a.example"), Run(after))
    markdown = write(_posting(Paragraph(runs))).decode()
    assert all("mailto:jobs@a.example" in _page(markdown, reader).links for reader in READERS)
    _check_shown(markdown, ["p"], f"{before}jobs@a.example{after}")


def test_two_links_side_by_side_stay_two():
    links = ["mailto:a@b.example", "https://c.example"]
    runs = tuple(Run(link.removeprefix("mailto:"), link=link) for link in links)
    page = _page(write(_posting(Paragraph(runs))).decode(), "CommonMark")
    assert (page.tags, page.links) == (["p", "a", "a"], links)


@given(before=TEXTS, after=TEXTS)
@example(before="Please", after="(see below)")
@example(before="a", after=": b")
@example(before="a ~b", after="c~ d")
def test_text_beside_a_blank_is_shown_as_it_is(before, after):
    runs = (Run(before), Run("[Base pay]", "blank"), Run(after))
    _check_shown(write(_posting(Paragraph(runs))).decode(), ["p"], f"{before}[Base pay]{after}")


@pytest.mark.parametrize("after", [": a", "(a)", "[a]", " a"])
def test_a_blank_that_opens_a_paragraph_is_no_link(after):
    runs = (Run("[Base pay]", "blank"), Run(after))
    _check_shown(write(_posting(Paragraph(runs))).decode(), ["p"], f"[Base pay]{after}")


ORDINARY = [
    "C# & .NET", "R&D", "A/B", "$85k-$95k", "50% + bonus", "snake_case", "#1 in Ohio", "5 * 3",
    "~50 clients", "(a) first", "AT&T", "Q&A", "Tom's [north] route", "a, b and c",
    "8:30 to 5:30", "Dana Ruiz, the founder", "3 < 5 > 2", "P&L | margin", "24/7",
    "wait... what?", "Hi!", "\"A\"", "caf\u00e9 \u2013 bar", "\u65e5\u672c\u8a9e", "20% = a lot",
    "v2.0 (beta)", "{draft}", "+1 555 0100", "-5 degrees", "401(k) with a 4% match", "1.5 days",
    "O(n^2)", "a; b", "ratio 3:1", "50/50",
]  # fmt: skip


# Twice in one line, a lone ~ is no longer alone.
@table("context", [context for context in CONTEXTS if context != "second fact"])
@table("text", ORDINARY)
def test_ordinary_business_text_stays_readable_in_the_source(context, text):
    body, tags, shown = CONTEXTS[context]
    markdown = _markdown(body, role__title=text)
    assert "\\" not in markdown
    assert text in markdown
    _check_shown(markdown, tags, shown.replace("{}", text))


@table("text", ["1. First", "- 5 degrees", "> 90%", "+ bonus", "# 1 in Ohio"])
@table("context", ["section", "paragraph middle", "bullet middle", "fact"])
def test_signs_that_only_act_at_the_start_of_a_block_stay_readable_elsewhere(context, text):
    assert text in _markdown(CONTEXTS[context][0], role__title=text)


@table(
    ("text", "source"),
    [
        ("1. First", r"1\. First"),
        ("# One", r"\# One"),
        ("- a", r"\- a"),
        ("*all* of it", r"\*all\* of it"),
        ("<b>", r"\<b>"),
        ("see ftp://a.b", r"see ftp:\//a.b"),
        ("&amp; co", r"\&amp; co"),
        ("[^1]: note", r"\[^1]: note"),
        ("see [^a] (b)", r"see \[^a] (b)"),
        ("[^*x*] y", r"\[^\*x\*] y"),
    ],
)
def test_one_backslash_is_enough(text, source):
    assert _markdown("[role.title]", role__title=text) == f"{source}\n"


ADDRESSES = [
    "dana@alder.example", "dana_ruiz+jobs@alder-finch.co.example", "https://x.example/a_b",
    "http://a.b", "HTTPS://A.EXAMPLE/x", "https://a.example:8080/x?y=1&z=2#w", "www.alder.example",
    "https://a.example/~dana", "https://a.example/(x)", "https://a.example/a%20b", "mailto:a@b.co",
    "https://a.example/caf\u00e9",
]  # fmt: skip


@table("sentence", ["{}", "see {}", "({})", "see {}.", "{}, or call", "a: {}"])
@table("address", ADDRESSES)
def test_an_address_stands_as_it_was_typed(address, sentence):
    text = sentence.format(address)
    markdown = _markdown("[role.title]", role__title=text)
    assert markdown == f"{text}\n"
    _check_shown(markdown, ["p"], text)


@table(
    ("text", "source"),
    [
        ("https://x.example/_a_/b", "<https://x.example/_a_/b>"),
        ("see https://x.example/a*b*c, or call", "see <https://x.example/a*b*c>, or call"),
        ("(https://x.example/a_(b))", "(<https://x.example/a_(b)>)"),
        ("*http://a.b*", r"\*<http://a.b>\*"),
        ("http://a.b<b>", r"<http://a.b>\<b>"),
        ("http://a.b\u00a0*c*", "<http://a.b>\u00a0\\*c\\*"),
        ("https://a.b//c", "<https://a.b//c>"),
        ("~http://a.b~", r"\~<http://a.b>\~"),
        ("d._x_@a.example", "<d._x_@a.example>"),
        ("http://a.b*,*http://c.d*", r"<http://a.b>\*,\*<http://c.d>\*"),
        ("https://a.example\u2026", "<https://a.example>\u2026"),
        ("[https://a.example/x]", "[<https://a.example/x>]"),
        ("\\http://a.b*", r"\\<http://a.b>\*"),
    ],
)
def test_an_address_with_signs_that_act_stands_in_brackets(text, source):
    markdown = _markdown("[role.title]", role__title=text)
    assert markdown == f"{source}\n"
    _check_shown(markdown, ["p"], text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("www.a.example/*x*", r"www\.a.example/\*x\*"),
        ("http://a.b/&copy;x", r"http:\//a.b/\&copy;x"),
        ("http://*", r"http:\//\*"),
        ("https://@x", r"https:\//@x"),
        ("http://a.b\u00e9", "http:\\//a.b\u00e9"),
        ("www.*www.a.b", r"www\.\*www.a.b"),
        ("//a.bc/d", r"\//a.bc/d"),
    ],
)
def test_what_is_no_address_is_no_link(text, source):
    assert _markdown("x [role.title]", role__title=text) == f"x {source}\n"
    _check_shown(f"x {source}", ["p"], f"x {text}")


def test_each_block_has_its_markdown():
    posting = _posting(
        Heading(1, (Run("Account Manager"),)),
        Facts((("Company", (Run("Tidewater"),)), ("Start", (Run("March 2027"),)))),
        Heading(2, (Run("The role"),)),
        Paragraph((Run("Write to "), Run("a@b.example", link="mailto:a@b.example"), Run("."))),
        Heading(3, (Run("Planning"),)),
        Bullets(((Run("one"),), (Run("[Two]", "blank"),))),
    )
    assert write(posting).decode() == (
        "# Account Manager\n\n- **Company:** Tidewater\n- **Start:** March 2027\n\n## The role\n\n"
        "Write to <a@b.example>.\n\n### Planning\n\n- one\n- [Two]\n"
    )


def test_the_draft_mark_opens_the_text_as_it_is():
    run = Run("DRAFT: 2 to settle before posting", "draft")
    page = _page(write(_posting(Paragraph((run,)))).decode(), "CommonMark")
    assert (page.tags, page.text) == (["p"], "DRAFT: 2 to settle before posting\n")


def test_the_file_is_utf_8_with_one_line_end_at_its_end():
    exported = write(_posting(Paragraph((Run("r\u00e9sum\u00e9"),))))
    assert exported == "r\u00e9sum\u00e9\n".encode()


LINKS = [
    "https://a.example", "http://a.example:8080/x", "https://a.example/x?y=1&z=2#w",
    "https://a.example/a_b*c*d", "https://a.example/(x)", "https://a.example/[x]",
    "https://a.example/~x~~y~~", "https://a.example/a'b!c", "HTTPS://A.EXAMPLE/x",
]  # fmt: skip


@table("link", LINKS)
@table("reader", READERS)
def test_a_link_leads_where_it_says(reader, link):
    markdown = _markdown("Apply at [apply.url].", apply__url=link)
    page = _page(markdown, reader)
    assert page.tags == ["p", "a"]
    assert page.links[0].replace("%5B", "[").replace("%5D", "]").lower() == link.lower()
    assert page.text.lower() == f"apply at {link}.\n".lower()


@table("mail", ["a@b.example", "a.b+c@d-e.example", "o'neil@x.example", "a_b@c.example"])
@table("reader", READERS)
def test_an_email_address_is_a_link(reader, mail):
    page = _page(_markdown("Write to [apply.email].", apply__email=mail), reader)
    assert (page.links, page.text) == ([f"mailto:{mail}"], f"Write to {mail}.\n")
