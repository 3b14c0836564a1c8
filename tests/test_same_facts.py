"""Every format says the same of the same answers, whatever these hold, and nothing in it acts."""

import copy
import json
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from amjd.answers.reading import read
from amjd.documents.document import runs_of
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from amjd.text.characters import fold, refused
from conftest import CATALOG, QUESTIONS
from postings import lines_of
from test_job_posting import DAY, KINDS, _Page, _Scripts, check_said
from test_outlets import NASTY, TEXTS, Page, expected, shown
from test_word import HOSTILE, TEXT_FIELDS, _word_lines
from trees import every_answer, without

SCRIPT = re.compile("(?s)<script.*?</script>")
BIDI = [
    "\u05e9\u05dc\u05d5\u05dd (1) x", "x \u0645\u0631\u062d\u0628\u0627 2-3", "\u05d0|\u05d1 * c",
    "50\u20ac \u05d0!", "| a | b |", "|---|", "a * b * c", "** x **", "javascript:alert(1)//",
    "&lt;/script&gt;", "</SCRIPT ><script>", "<!--<script>", "\"}],\"x\":[{\"@type\":\"Person",
    "\\u003cscript\\u003e", "---", "===", "~~~", "```", "\\", "a\\|b", "&colon;",
    "java&#115;cript:",
]  # fmt: skip
OPTIONAL = [
    f"{section}.{name}" for section, part in every_answer().items() if isinstance(part, dict)
    for name in part
    if f"{section}.{name}" not in {
        "company.name", "role.location", "quota.carries", "quota.target", "quota.period",
        "portfolio.accounts", "portfolio.segment", "product.name", "tools.crm", "pay.base",
        "pay.variable", "apply.email", "role.owner", "role.trainable", "portfolio.churn_period",
    }
]  # fmt: skip
WORDS = (
    st.one_of(st.sampled_from([*NASTY, *HOSTILE, *BIDI]), TEXTS)
    .map(fold)
    .filter(lambda text: text and not any(refused(text)))
)


@st.composite
def trees(draw):
    """Answers of which some are left out, and some mean no good."""
    tree = copy.deepcopy(without(every_answer(), draw(st.sets(st.sampled_from(OPTIONAL)))))
    hostile = draw(st.dictionaries(st.sampled_from(TEXT_FIELDS), WORDS, max_size=12))
    for (section, name), text in hostile.items():
        tree[section][name] = f"x {text}" if re.fullmatch(r"(?i)\W*\w{0,9}\W*", text) else text
    return tree


@cache
def writer(name):
    return FORMATS[name].writer()


def drafted(kind, tree, template):
    """Draft answers; one that a field does not take as it stands is left out."""
    answers, faults, _ = read(tree, CATALOG.ids, CATALOG.names)
    gone = {fault.field for fault in faults}
    if gone:
        answers, faults, _ = read(without(tree, gone), CATALOG.ids, CATALOG.names)
    assert {fault.reason for fault in faults} <= {"missing"}
    return draft(KINDS[kind], QUESTIONS, answers, template)._replace(posted=DAY)


def _of_markdown(content):
    tokens = MarkdownIt("commonmark", {"html": True}).parse(content)
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block", "hr"}
    inline = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children}
    assert not kinds & {"html_inline", "image", "code_inline"}
    return ["".join(child.content for child in token.children) for token in inline]


def _of_data(content):
    assert not re.search("[<>&\u2028\u2029]", content)
    return _Page(json.loads(content)["description"]).texts


def _in_word(document):
    """The lines of a document as Word has them: the company stands above the title."""
    lines = list(lines_of(document.blocks))
    at = lines.index(document.title)
    if lines[at + 1] == document.company:
        lines[at : at + 2] = document.company, document.title
    elif document.company:
        lines.insert(at, document.company)
    return lines


READERS = {
    "md": lambda content: _of_markdown(content.decode()),
    "json": lambda content: _of_data(content.decode()),
    "html": lambda content: shown("html", SCRIPT.sub("", content.decode())),
    "docx": lambda content: list(_word_lines(content)),
}


def read_back(name, content):
    reader = READERS.get(name, lambda content: shown(name, content.decode()))
    return reader(content)


def wanted(name, document):
    if name == "docx":
        return _in_word(document)
    return expected(name, document)


@pytest.mark.parametrize("kind", [*KINDS])
@settings(max_examples=30)
@given(tree=trees(), template=st.sampled_from(CATALOG.ids))
def test_every_format_says_the_same_in_the_same_order(kind, tree, template):
    made = drafted(kind, tree, template)
    for name in FORMATS:
        found, lines = read_back(name, writer(name)(made)), wanted(name, made.document)
        odd = [pair for pair in zip(found, lines, strict=False) if pair[0] != pair[1]]
        assert (name, odd[:2], len(found)) == (name, [], len(lines))


ELEMENTS = {
    "paste": {"p", "br", "ul", "li", "strong"},
    "html": {
        "html", "head", "meta", "title", "style", "script", "body", "main", "article", "header",
        "section", "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "dd", "div", "a", "mark", "bdi",
    },
}  # fmt: skip


@settings(max_examples=30)
@given(tree=trees(), template=st.sampled_from(CATALOG.ids), kind=st.sampled_from([*KINDS]))
def test_nothing_acts_in_html_or_in_the_data_in_it(tree, template, kind):
    made = drafted(kind, tree, template)
    pages = {name: writer(name)(made).decode() for name in ELEMENTS}
    for name, elements in ELEMENTS.items():
        page = Page(SCRIPT.sub("", pages[name]))
        assert {*page.tags} <= elements
        assert {*page.links} <= {run.link for run in runs_of(made.document.blocks)}
        assert all(re.match("(https?://|mailto:|tel:)", link) for link in page.links)
        assert {attribute[1] for attribute in page.attributes} <= (
            {"href", "dir", "class", "lang", "charset", "name", "content"}
            if name == "html" else set()
        )  # fmt: skip
    ((attributes, data),) = _Scripts(pages["html"]).found
    assert attributes == [("type", "application/ld+json")]
    assert json.loads(data) == json.loads(writer("json")(made))


@settings(max_examples=30)
@given(tree=trees(), template=st.sampled_from(CATALOG.ids), kind=st.sampled_from([*KINDS]))
def test_the_data_say_nothing_that_the_document_does_not(tree, template, kind):
    check_said(drafted(kind, tree, template))
