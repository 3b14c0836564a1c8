"""The package as it is installed: the built wheel, somewhere else, drafts."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the sdist, and the wheel from the sdist, as an index would get them."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder


def test_the_wheel_holds_the_data_and_nothing_strange(built):
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("templates/posting/sales.md", "templates/posting/_frame.md",
                 "templates/short/sales.md", "templates/short/_frame.md",
                 "prompts/path.yaml", "prompts/words/welcome.yaml",
                 "examples/key.yaml", "rules/places.yaml",
                 "formats/word/base.docx", "cli/__init__.py",
                 "data/countries.tsv", "data/regions.tsv", "data/currencies.tsv",
                 "data/software.tsv", "data/shorthand.tsv", "data/cities.tsv",
                 "data/least_pay.tsv"):  # fmt: skip
        assert f"amjd/{name}" in names
    assert not [name for name in names if not name.startswith(("amjd/", "amjd-"))]
    assert not [name for name in names if "__pycache__" in name]


def test_the_sdist_holds_what_the_tests_need(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "LICENSE", "CHANGELOG.md", "tests/test_packaging.py"} <= names


def test_the_wheel_drafts_far_from_the_checkout(built, tmp_path):
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import amjd\n"
        "from amjd.__main__ import main\n"
        f"assert amjd.__file__.startswith({str(tmp_path)!r})\n"
        "sys.argv = ['amjd', 'draft', 'answers.yaml', '-o', 'posting.docx']; main()"
    )
    example = (tmp_path / "site" / "amjd" / "examples" / "technical.yaml").read_bytes()
    (tmp_path / "answers.yaml").write_bytes(example)
    ended = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr
    assert zipfile.is_zipfile(tmp_path / "posting.docx")


def test_a_bare_checkout_drafts():
    command = [sys.executable, "-m", "amjd", "templates", "--json"]
    ended = subprocess.run(command, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True)
    assert ended.returncode == 0
    assert b'"first-hire"' in ended.stdout


def test_no_file_records_an_address_or_a_path():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in listed.stdout.splitlines():
        content = (ROOT / name).read_bytes() if (ROOT / name).exists() else b""
        for word in (b"/ro" + b"ot/", b"pypi" + b".org", b"file:" + b"///opt", b"/wo" + b"rk/"):
            assert word not in content, (name, word)
