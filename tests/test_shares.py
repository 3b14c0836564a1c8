"""Disks, shares, pipes and shells as offices have them: what `amjd draft` makes of each."""

import errno
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from amjd.files.streams import descriptor_of
from conftest import ANSWERS, CHECKOUT, fault, spawn
from stand_ins import OURS, stand_in

TIDEWATER = ANSWERS / "tidewater.yaml"
COMMAND = {**os.environ, "PYTHONPATH": str(CHECKOUT / "src"), "PYTHONUTF8": "1"}


@pytest.fixture
def posting(amjd):
    return amjd("draft", TIDEWATER).out


def in_shell(shell: str, command: str, folder: Path) -> subprocess.CompletedProcess:
    """Run a command in a shell, as `amjd ...` there."""
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    (folder / "bin").mkdir()
    stand_in(folder / "bin" / "amjd", OURS)
    environment = {**COMMAND, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(
        [shell, "-c", command], cwd=folder, env=environment, capture_output=True, check=False,
        timeout=60,
    )  # fmt: skip


# ---- pipes, and what shells make of them


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize("output", ["> (cat >o.md)", ">(cat >o.md) -f md"])
def test_a_posting_goes_to_what_another_command_reads(shell, output, folder, posting):
    ended = in_shell(
        shell, f"amjd draft {TIDEWATER} -q -o {output.replace('> ', '>')}; sleep 0.3", folder
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert (folder / "o.md").read_bytes() == posting


@pytest.mark.parametrize(
    ("shell", "answers"),
    [("bash", "<(cat {})"), ("zsh", "<(cat {})"), ("zsh", "=(cat {})"),
     ("fish", "(cat {} | psub --fifo)"), ("fish", "(cat {} | psub)"), ("sh", "/dev/stdin <{}")],
)  # fmt: skip
def test_answers_come_from_another_command(shell, answers, folder, posting):
    ended = in_shell(shell, f"amjd draft -q {answers.format(TIDEWATER)}", folder)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout == posting


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_a_name_of_standard_output_is_it(name, posting):
    assert spawn(["draft", TIDEWATER, "-q", "-o", name]).stdout == posting


def test_a_word_file_is_written_to_a_stream(folder):
    reading, writing = os.pipe()
    name = f"/dev/fd/{writing}"
    ended = spawn(["draft", TIDEWATER, "-q", "-f", "docx", "-o", name], pass_fds=[writing])
    os.close(writing)
    assert ended.returncode == 0
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read(2) == b"PK"


def test_a_stream_that_is_not_open_is_named(amjd):
    ended = amjd("draft", TIDEWATER, "-o", "/dev/fd/99999")
    assert ended.code == 4
    assert "/dev/fd/99999 cannot be written: bad file descriptor." in ended.err


def test_a_text_that_has_one_format_goes_to_a_stream_too(amjd):
    assert amjd("schema", "-o", "/dev/stdout").out == amjd("schema").out


def test_several_postings_need_a_folder_and_no_stream(amjd):
    assert amjd("draft", TIDEWATER, ANSWERS / "open.yaml", "-o", "/dev/stdout").code == 2


def test_a_named_pipe_is_written_to_if_it_is_read(folder, amjd, posting):
    os.mkfifo("pipe.md")
    read = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe.md").read_bytes()))
    reader.start()
    ended = amjd("draft", TIDEWATER, "-q", "-o", "pipe.md")
    reader.join()
    assert (ended.code, ended.err, read) == (0, "", [posting])


def test_a_named_pipe_that_nobody_reads_is_refused_after_a_moment(folder, amjd, monkeypatch):
    monkeypatch.setattr("amjd.files.whole._PATIENCE", 0.05)
    os.mkfifo("pipe.md")
    ended = amjd("draft", TIDEWATER, "-o", "pipe.md")
    assert ended.code == 4
    assert "pipe.md is no regular file but a pipe, and nobody reads it." in ended.err


@pytest.mark.parametrize(
    ("name", "descriptor"),
    [("/dev/fd/63", 63), ("/proc/self/fd/12", 12), ("/dev/stderr", 2), ("/dev/fd/", None),
     ("/dev/fd/x", None), ("dev/fd/1", None), ("/dev/fd/1/x", None), ("/dev/stdin", None)],
)  # fmt: skip
def test_only_the_names_of_streams_are_streams(name, descriptor):
    assert descriptor_of(name) == descriptor


# ---- what a disk refuses to keep


def test_a_file_that_its_owner_made_read_only_is_left(amjd, folder):
    Path("p.md").write_text("theirs")
    Path("p.md").chmod(0o444)
    ended = amjd("draft", TIDEWATER, "-o", "p.md", "--force")
    assert ended.code == 4
    assert "p.md is read-only: " in ended.err
    assert Path("p.md").read_text() == "theirs"


@pytest.mark.parametrize("flag", [[], ["-q"]])
def test_what_a_file_could_not_keep_is_said(flag, amjd, folder, monkeypatch, posting):
    Path("p.md").write_text("old")
    Path("p.md").chmod(0o666)
    monkeypatch.setattr("os.fchmod", fault(errno.EPERM))
    monkeypatch.setattr("amjd.files.placing._write_into", fault(errno.EACCES))
    ended = amjd("draft", TIDEWATER, "-o", "p.md", "--force", *flag)
    assert ended.code == 0
    assert Path("p.md").read_bytes() == posting
    assert ("p.md could not keep its mode. See that all who need" in ended.err) == (not flag)


def test_what_a_disk_cannot_sync_is_said_once_for_all_files(amjd, folder, monkeypatch):
    monkeypatch.setattr("os.fsync", fault(errno.EINVAL))
    ended = amjd("draft", TIDEWATER, ANSWERS / "left_out.yaml", "-o", "out/", "--allow-blanks")
    assert ended.code == 0
    assert ended.err.count("the disk of out does not say when a file is safe on it. Wait") == 1


def mounted(mount: list[str], target: Path) -> bool:
    """Mount something there, if that is allowed here."""
    return not subprocess.run([*mount, target], capture_output=True, check=False).returncode


@pytest.mark.parametrize("options", ["rw", "ro"])
def test_a_file_that_is_mounted_by_itself_is_written_in_place_or_its_mount_named(
    options, amjd, folder, posting
):
    for name in ("host.md", "p.md"):
        Path(name).write_text("old")
    if not mounted(["mount", "--bind", "host.md"], Path("p.md")):
        pytest.skip("nothing may be mounted here")
    try:
        subprocess.run(["mount", "-o", f"remount,bind,{options}", "p.md"], check=True)
        ended = amjd("draft", TIDEWATER, "-o", "p.md", "--force")
    finally:
        subprocess.run(["umount", "p.md"], check=True)
    if options == "rw":
        assert ended.code == 0
        assert Path("host.md").read_bytes() == posting
    else:
        assert ended.code == 4
        assert "p.md is in use or mounted there by itself" in ended.err
        assert "Mount its folder instead, or take another name." in ended.err
        assert Path("host.md").read_text() == "old"
    assert not [name for name in os.listdir() if name.startswith(".")]  # noqa: PTH208


def test_a_file_in_a_folder_that_takes_no_other_is_written_in_place(amjd, folder, posting):
    Path("ro").mkdir()
    Path("rw.md").write_text("old")
    Path("ro/p.md").write_text("")
    if not mounted(["mount", "--bind", "ro"], Path("ro")):
        pytest.skip("nothing may be mounted here")
    try:
        subprocess.run(["mount", "--bind", "rw.md", "ro/p.md"], check=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", "ro"], check=True)
        ended = amjd("draft", TIDEWATER, "-o", "ro/p.md", "--force")
    finally:
        subprocess.run(["umount", "ro/p.md", "ro"], check=False)
    assert ended.code == 0
    assert Path("rw.md").read_bytes() == posting
