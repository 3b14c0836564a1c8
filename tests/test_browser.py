"""The web page in a real browser, before axe and before the validator of the HTML standard."""

import datetime
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from amjd.documents.draft import blank, draft
from amjd.formats import FORMATS
from conftest import CATALOG, CHECKOUT, EXAMPLES, QUESTIONS, SHORT, drafted_file

DAY = datetime.date(2026, 12, 1)  # so that they hold the data for search engines
TOOLS = CHECKOUT / "tests" / "browser"
HOSTILE = {
    "company.name": "</title></style></script><script>alert(1)</script>",
    "company.about": "<img src=https://a.example onerror=alert(1)> &lt;b&gt; <!-- \u05e9\u05dc (1)",
    "role.title": "\"'><b onclick=alert(1)>",
    "role.reports_to": "\u0645\u062f\u064a\u0631",
    "role.duties": ["</li></ul></main><h1>x", "w" * 300],
    "apply.url": "https://a.example/?b=1&c='x'y",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Postings of every kind, and one of which no answer means well."""
    drafted = {}
    for path in EXAMPLES.glob("*.yaml"):
        drafted[path.stem] = drafted_file(path)._replace(posted=DAY)
    drafted["short"] = drafted_file(path, SHORT)._replace(posted=DAY)
    drafted["blank"] = blank(CATALOG, QUESTIONS, "key")
    folder, write = tmp_path_factory.mktemp("pages"), FORMATS["html"].writer()
    for name, one in drafted.items():
        (folder / f"{name}.html").write_bytes(write(one))
    return folder


@pytest.fixture
def every_page(pages, answers):
    write = FORMATS["html"].writer()
    open_ = {"pay.base": None, "tools.crm": None}
    for name, changes in (("hostile", HOSTILE), ("open", open_)):
        for kind, catalog in (("", CATALOG), ("-short", SHORT)):
            drafted = draft(catalog, QUESTIONS, answers(changes))._replace(posted=DAY)
            (pages / f"{name}{kind}.html").write_bytes(write(drafted))
    return sorted(pages.glob("*.html"))


@pytest.mark.readers
def test_a_page_is_accessible_and_still_on_every_screen(every_page):
    browser = shutil.which("chromium") or "chromium"
    command = ["node", TOOLS / "look.mjs", browser, *every_page]
    looks = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert len(looks) == 4 * len(every_page)
    for look in looks:
        page = Path(look.pop("page"))
        assert look.pop("requests") == [page.as_uri()]
        assert {name: look[name] for name in ("violations", "unsure", "spoken", "overflow")} == {
            "violations": [], "unsure": [], "spoken": [], "overflow": 0,
        }, (page, look)  # fmt: skip


@pytest.mark.readers
def test_a_page_is_valid(every_page):
    jar = TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", jar, "--stdout", *every_page]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (0, "")
