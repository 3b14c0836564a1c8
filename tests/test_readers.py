"""How others' files are read: boards' pages, Word as people write it, PDF; and what is hostile."""

import re
import sys
import time
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from amjd.review import facts
from amjd.review.readers import opened
from amjd.text.errors import AmjdError


def facts_of(content, name):
    posting = opened.read(name, content.encode() if isinstance(content, str) else content)
    return facts.as_values(posting, facts.find(posting))


# -- pages and pasted pages -----------------------------------------------------------------------

PAGE = """<html><body class="cookie-consent-open">
<div class="cookie-banner"><div>We use cookies</div><p>Salary: $1 to $2 an hour</p></div>
<nav>Jobs</nav><h1>Account Manager</h1><p><b>Responsibilities</b></p>
<ul><li>Manage 25 accounts</li><li>Renew them</li></ul>
<p>Salary: $50,000 to $60,000 a year<p><b>Requirements</b><br>Tact<br>Two years with clients
<div id="similar-jobs"><h2>Similar jobs</h2><p>Account Executive, $90,000 to $99,000</div>
</body></html>"""


def test_a_boards_page_is_read_without_what_is_around_the_posting():
    found = facts_of(PAGE, "ad.html")
    assert (found["title"], found["accounts"]) == ("Account Manager", 25)
    assert (found["base"]["min"], found["base"]["max"]) == (50000, 60000)
    assert found["required"] == ["Tact", "Two years with clients"]


def test_an_element_that_is_hidden_and_never_ends_hides_nothing():
    assert facts_of(PAGE.replace("</div></body>", ""), "a.html")["title"] == "Account Manager"
    torn = "<div class='cookies'><h1>Account Manager</h1><p>Manage 25 accounts."
    assert facts_of(torn, "ad.html")["accounts"] == 25


@pytest.mark.parametrize("name", ["-", "ad.txt"])
def test_a_part_of_a_page_is_read_as_one(name):
    part = "<div><h2>Account Manager</h2><p>Denver, CO</p><ul><li>Renew 40 accounts</ul></div>"
    found = facts_of(part, name)
    assert (found["title"], found["place"]) == ("Account Manager", "Denver, CO")


def test_bullets_that_were_typed_into_a_page_are_bullets():
    page = "<h1>Account Manager</h1><h2>Duties</h2><p>• Call<br>✓ Visit</p><ul><li>• Write</ul>"
    assert facts_of(page, "ad.html")["duties"] == ["Call", "Visit", "Write"]


TABLE = """<h1>Account Manager</h1><table><tr><th>Salary</th><td>$50,000 to $60,000</td></tr>
<tr><td>Accounts<td>About 55 clients<tr><td>Reports to<td>VP, Client Care</table>
<table><tr><td><b>Duties</b><ul><li>Call<li>Visit</ul><td><b>Requirements</b><ul><li>Tact</ul></table>
"""


def test_a_row_of_two_cells_is_a_label_and_what_it_labels():
    found = facts_of(TABLE, "ad.html")
    assert (found["base"]["min"], found["accounts"]) == (50000, 55)
    assert found["reports_to"] == "VP, Client Care"
    assert (found["duties"], found["required"]) == (["Call", "Visit"], ["Tact"])


COLUMNS = (
    ("Salary", "Car allowance", "Sales target"),
    ("$60,000", "$600 per month", "$500,000 a year"),
)


def table_of(row, cell):
    cells = ("".join(cell.format(text) for text in texts) for texts in COLUMNS)
    return "".join(row.format(texts) for texts in cells)


def test_the_heads_of_a_table_say_what_its_figures_are():
    rows = table_of("<tr>{}</tr>", "<td>{}</td>")
    page = f"<h1>Account Manager</h1><p>Acme, Denver, CO</p><table>{rows}</table>"
    rows = table_of("<w:tr>{}</w:tr>", f"<w:tc><w:p>{run('{}')}</w:p></w:tc>")
    file = word(run("Account Manager"), f"</w:p><w:tbl>{rows}</w:tbl><w:p>")
    for found in (facts_of(page, "ad.html"), facts_of(file, "ad.docx")):
        assert (found["base"]["min"], found["quota_target"]) == (60000, 500000)


PASTED = """Skip to main content
Sign in
This site uses cookies to make it better.
Account Manager
Save job
Apply now
Posted 3 days ago
We sell doors.
Responsibilities
Manage 25 accounts
Call each of them
Renew their contracts
Write to the owner
Keep the list
Salary: $50,000 to $60,000 a year
Similar jobs
Account Executive, $90,000 to $99,000 a year, uses Pipedrive
"""


def test_a_pasted_page_is_read_without_its_buttons_and_other_jobs():
    found = facts_of(PASTED, "ad.txt")
    assert (found["title"], found["accounts"], found["tools"]) == ("Account Manager", 25, [])
    assert found["base"]["max"] == 60000
    assert len(found["duties"]) == 5


@pytest.mark.parametrize(
    ("content", "said"), [(b"{\\rtf1\\ansi Hi}", "RTF"), (b"\xd0\xcf\x11\xe0\xa1\xb1 0", ".doc)")]
)
@pytest.mark.parametrize("name", ["ad.txt", "ad.doc", "ad.md"])
def test_what_other_programs_write_is_refused_by_its_name(content, said, name):
    with pytest.raises(AmjdError, match=re.escape(said)) as caught:
        opened.read(name, content)
    assert "Save it as .docx" in str(caught.value)


# -- Word -----------------------------------------------------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text, bold=False):
    mark = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:r>{mark}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def word(*paragraphs, links=""):
    body = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        head = f"<w:document xmlns:w='{W}' xmlns:r='{R}'><w:body>"
        parts.writestr("word/document.xml", f"{head}{body}</w:body></w:document>")
        if links:
            parts.writestr(
                "word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>"
            )
    return stream.getvalue()


def test_headings_in_bold_and_typed_bullets_are_headings_and_bullets():
    found = facts_of(word(
        run("Account Manager", bold=True), run("We sell doors to inns."),
        run("Responsibilities", bold=True), run("•\tManage 25 accounts"), run("- Renew them"),
        run("What you will need", bold=True), run("1. Tact"),
    ), "ad.docx")  # fmt: skip
    assert found["title"] == "Account Manager"
    assert found["duties"] == ["Manage 25 accounts", "Renew them"]
    assert found["required"] == ["Tact"]


def test_breaks_within_a_paragraph_part_lines_and_keep_their_place():
    content = word(
        run("Account Manager"), run("Duties:") + "<w:r><w:br/></w:r>" + run("- Manage 25 accounts")
    )
    posting = opened.read("ad.docx", content)
    found = facts.find(posting)
    assert found.book.accounts == 25
    line, column = posting.place(found.book.words.start)
    assert (line, posting.source[line - 1][column - 1 :]) == (2, "25 accounts")


def test_a_link_in_word_leads_where_its_file_says():
    target = "<Relationship Id='r1' TargetMode='External' Target='https://inn.example/apply'/>"
    link = run("To apply, ") + f"<w:hyperlink r:id='r1'>{run('click here')}</w:hyperlink>"
    found = facts_of(word(run("Account Manager"), link, links=target), "ad.docx")
    assert found["url"] == "https://inn.example/apply"


# -- PDF ------------------------------------------------------------------------------------------


def pdf(*lines):
    text = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F 11 Tf 14 TL 50 750 Td {text}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    body = "%PDF-1.4\n" + "".join(
        f"{at} 0 obj\n{one}\nendobj\n" for at, one in enumerate(objects, 1)
    )
    return (body + "trailer << /Root 1 0 R /Size 6 >>\nstartxref\n0\n%%EOF\n").encode()


def test_a_pdf_is_read_line_by_line():
    pytest.importorskip("pypdf")
    lines = ["Account Manager", "Responsibilities", "- Manage a portfolio of", "25 accounts"]
    more = ["- Renew every contract before it", "ends", "Salary: $50,000 to $60,000 a year"]
    content = pdf(*lines, *more)
    found = facts_of(content, "ad.pdf")
    assert (found["title"], found["base"]["max"]) == ("Account Manager", 60000)
    assert "Renew every contract before it ends" in found["duties"]


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.4\n%%EOF", pdf(), b"no pdf at all"])
def test_a_pdf_that_holds_no_text_is_refused(content):
    pytest.importorskip("pypdf")
    with pytest.raises(AmjdError, match=r"a\.pdf") as caught:
        opened.read("a.pdf", content)
    assert caught.value.code == 4


def test_without_the_extra_the_error_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(AmjdError, match="is a PDF") as caught:
        opened.read("a.pdf", pdf("Account Manager"))
    assert "pip install 'amjd[pdf]'" in str(caught.value)


# -- hostile --------------------------------------------------------------------------------------


def bomb(size):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b"<x>" + b" " * size)
    return stream.getvalue()


BOMBS = {
    "20 MB": lambda: bomb(80 * 2**20),
    "paragraphs": lambda: word(*[""] * 60_000),
    "1 MB": lambda: word(run("a" * (2**20 + 1))),
}


@pytest.mark.parametrize("said", BOMBS)
def test_a_bomb_is_refused_before_it_is_unpacked(said):
    content = BOMBS[said]()
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(AmjdError, match=said):
        opened.read("ad.docx", content)
    took, (_, most) = time.process_time() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < (0.1 if said == "20 MB" else 5)
    assert most < 50 * 2**20


def test_a_file_of_very_many_parts_is_refused_by_their_number():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        for at in range(2001):
            parts.writestr(str(at), b"")
    with pytest.raises(AmjdError, match="more than 2,000 parts"):
        opened.read("ad.docx", stream.getvalue())


def test_many_small_runs_take_no_more_time_than_their_number():
    content = word(run("a") * 100_000)
    start = time.process_time()
    opened.read("ad.docx", content)
    assert time.process_time() - start < 5
