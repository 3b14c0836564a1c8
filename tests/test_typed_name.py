"""Names as they are typed at a question, or dragged into the window."""

from pathlib import Path

import pytest

from amjd.files.typed_name import has_ending, is_place, typed_name


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", "/home/owner")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("x.md", "x.md"),
        ("  x.md ", "x.md"),
        ("~/x.md", "/home/owner/x.md"),
        ("~", "/home/owner"),
        ("$HOME/x.md", "/home/owner/x.md"),
        ("${HOME}/x.md", "/home/owner/x.md"),
        ('"$HOME/My Documents/x.md"', "/home/owner/My Documents/x.md"),
        ("$HOMEWORK/x.md", "$HOMEWORK/x.md"),
        ("~/out/", "/home/owner/out/"),
        ("'My Documents/x.md'", "My Documents/x.md"),
        ('"My Documents/x.md"', "My Documents/x.md"),
        (r"My\ Documents/x\ \(2\).md", "My Documents/x (2).md"),
        (r"'/srv/Bob'\''s/x.md'", "/srv/Bob's/x.md"),
        ("Bob's best.md", "Bob's best.md"),
        ("My Documents/x.md", "My Documents/x.md"),
        ("'", "'"),
        ("", ""),
        ("-", "-"),
    ],
)
def test_a_name_is_read_as_a_shell_would(typed, name):
    assert typed_name(typed) == name


@pytest.mark.parametrize("name", ["~x.md", "'x'.md", r"a\b.md", "$HOME", " x"])
def test_a_name_that_is_there_is_that_name(name):
    Path(name.strip()).touch()
    assert typed_name(name) == name.strip()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (r"C:\Users\Ann\x.docx", r"C:\Users\Ann\x.docx"),
        (r'"C:\My Documents\x.docx"', r"C:\My Documents\x.docx"),
        ('"', '"'),
        (r"%USERPROFILE%\x.docx", r"/home/owner\x.docx"),
        (r"$env:UserProfile\x.docx", r"/home/owner\x.docx"),
    ],
)
def test_on_windows_a_back_slash_parts_folders(typed, name, monkeypatch):
    monkeypatch.setattr("amjd.files.system.SLASHES", ("/", "\\"))
    # Only the system itself knows that a back-slash may follow a ~.
    monkeypatch.setattr(
        "amjd.files.typed_name.at_home", lambda name: name.replace("~", "/home/owner", 1)
    )
    assert typed_name(typed) == name


@pytest.mark.parametrize(
    ("name", "has"),
    [("x.pdf", True), ("a/x.docx", True), ("Acme Inc.", False), ("plan 2.0", False),
     ("x", False), ("a.d/x", False), ("x.a", False), ("x. Smith", False), ("", False)],
)  # fmt: skip
def test_an_ending_is_told_from_a_stop(name, has):
    assert has_ending(name) == has


def test_a_folder_is_known_with_its_slash_and_without(tmp_path):
    (tmp_path / "out").mkdir()
    assert is_place("out")
    assert is_place("new/")
    assert not is_place("new")
    assert not is_place("x" * 5000)
