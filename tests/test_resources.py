"""Our own data, on a disk that fails: what could not be read is named."""

import errno
import io
import os
from pathlib import Path

import pytest

from amjd import resources
from amjd.documents.catalog import Catalog
from amjd.questions import Questions
from amjd.review.rules import Rules
from conftest import ANSWERS, CHECKOUT


def fail(*_arguments, **_more):
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_file_is_named_where_the_system_names_none(monkeypatch, tmp_path):
    (tmp_path / "a.md").write_text("a")
    assert resources.content(tmp_path / "a.md") == b"a"
    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(OSError, match=r"a\.md"):
        resources.content(tmp_path / "a.md")


def test_files_are_listed_by_their_ending_in_order(tmp_path):
    for name in ("b.md", "a.md", "c.yaml", "md"):
        (tmp_path / name).touch()
    assert resources.files(tmp_path, ".md") == [tmp_path / "a.md", tmp_path / "b.md"]


@pytest.mark.parametrize(
    "read",
    [lambda at: Catalog([at]).ids, lambda at: list(Questions(at)), lambda at: len(Rules(at))],
)
def test_a_folder_that_cannot_be_listed_is_not_taken_for_an_empty_one(read, tmp_path):
    with pytest.raises(OSError, match="none"):
        read(tmp_path / "none")


@pytest.mark.parametrize("name", ["templates/posting/standard.md", "templates/posting/_frame.md"])
def test_data_that_cannot_be_read_end_a_draft_with_their_name(name, amjd, monkeypatch):
    real = io.open

    def opened(path, *more, **rest):
        if str(path).endswith(name):
            fail()
        return real(path, *more, **rest)

    monkeypatch.setattr(io, "open", opened)
    ended = amjd("draft", ANSWERS / "tidewater.yaml", "-q", "--allow-blanks")
    assert (ended.code, ended.out) == (4, b"")
    assert f"{CHECKOUT / name} cannot be used: input/output error." in ended.err


def test_a_part_that_cannot_be_loaded_is_said_to_be_missing(amjd, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "amjd.cli.drafting", None)
    ended = amjd("draft", ANSWERS / "tidewater.yaml")
    assert ended.code == 4
    assert ended.err.startswith("amjd is not whole: ")
    assert "amjd.cli.drafting" in ended.err
