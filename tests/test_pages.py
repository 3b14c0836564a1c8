"""Pages of a Word document, as LibreOffice lays them out."""

import random
import re
import shutil
import subprocess

import pytest

from amjd.answers.reading import read
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from conftest import CATALOG, QUESTIONS
from postings import required_only

PAGE = re.compile(rb"/Type ?/Page\b")


def _required(template, region):
    tree = required_only(template, random.Random(1))
    tree["role"]["regions"] = [region]
    answers, faults, _ = read(tree, CATALOG.ids)
    assert faults == []
    return draft(CATALOG, QUESTIONS, answers, template)


def _long():
    tree = required_only("standard", random.Random(1))
    tree["role"]["duties"] = [f"Duty {number}" for number in range(60)]
    return draft(CATALOG, QUESTIONS, read(tree, CATALOG.ids)[0])


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_what_is_required_fits_on_one_page_of_letter_and_of_a4(tmp_path):
    write = FORMATS["docx"].writer()
    papers = {"Letter": "US-OH", "A4": "GB"}
    wanted = {f"{template}-{paper}": _required(template, region)
              for template in CATALOG.ids for paper, region in papers.items()}  # fmt: skip
    for name, drafted in {**wanted, "long": _long()}.items():
        (tmp_path / f"{name}.docx").write_bytes(write(drafted))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    documents = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([*command, *documents], check=True, capture_output=True, timeout=180)
    pages = {path.stem: len(PAGE.findall(path.read_bytes())) for path in tmp_path.glob("*.pdf")}
    assert pages.pop("long") > 1  # pages can be counted
    assert pages == dict.fromkeys(wanted, 1)
