import contextlib
import errno
import itertools
import os
import re
import resource
import shutil
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amjd.files.names import at_home, file_behind, safe_name
from amjd.files.refusals import explanation
from amjd.files.whole import (
    behind_links,
    check_folder,
    is_file,
    is_read_only,
    make_folder,
    read_bytes,
    sweep,
    write_pipe,
    write_whole,
)
from amjd.text.errors import AmjdError
from conftest import BY_NIGHT, CHECKOUT, EXAMPLES, fault, names

OLD, NEW = b"old\n", b"new\n" * 1000


def refused(path: Path, force: bool = False, content: bytes = NEW) -> str:
    """Write, and return why that was refused."""
    with pytest.raises(AmjdError) as caught:
        write_whole(path, content, force)
    assert caught.value.code == 4
    return str(caught.value)


@pytest.fixture(autouse=True)
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "posting.md"


# ---- writing


def test_a_new_file_holds_the_content_and_nothing_is_left_beside_it(target):
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert names(target.parent) == ["posting.md"]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0, 0o666)])
def test_a_new_file_has_the_mode_of_the_umask(mask, mode, target):
    os.umask(mask)
    write_whole(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert os.umask(mask) == mask


@pytest.mark.parametrize("force", [False, True])
def test_a_target_that_holds_these_bytes_counts_as_written(force, target):
    target.write_bytes(NEW)
    before = target.stat()
    write_whole(target, NEW, force)
    assert target.stat() == before


@pytest.mark.parametrize("content", [OLD, b"", b"NEW\n" * 1000, NEW + b"\n"])
def test_an_existing_file_is_left_alone(content, target):
    target.write_bytes(content)
    why = refused(target)
    assert why == f"{target} exists already. Take another name, or overwrite it with --force."
    assert target.read_bytes() == content
    assert names(target.parent) == ["posting.md"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_force_replaces_a_file_and_keeps_its_mode(mode, target):
    target.write_bytes(OLD)
    target.chmod(mode)
    write_whole(target, NEW, force=True)
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert names(target.parent) == ["posting.md"]


@pytest.mark.parametrize("mode", [0o444, 0o440, 0o400, 0o466])
def test_a_file_that_its_owner_made_read_only_is_replaced_only_after_a_question(mode, target):
    target.write_bytes(OLD)
    target.chmod(mode)
    why = f"{target} is read-only: somebody wants it kept as it is. "
    assert refused(target, force=True).startswith(why)
    assert target.read_bytes() == OLD
    assert write_whole(target, OLD, force=True) == ()
    assert write_whole(target, NEW, force=True, over_read_only=True) == ()
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert names(target.parent) == ["posting.md"]


def test_force_writes_a_file_that_was_not_there(target):
    write_whole(target, NEW, force=True)
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


@pytest.mark.parametrize(("before", "mode"), [(None, 0o600), (0o640, 0o640)])
def test_a_private_file_is_for_its_owner_alone_unless_it_was_not(before, mode, target):
    os.umask(0)
    if before:
        target.write_bytes(OLD)
        target.chmod(before)
    write_whole(target, NEW, force=True, private=True)
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_an_empty_document_is_written(target):
    write_whole(target, b"")
    assert target.read_bytes() == b""


def test_a_relative_name_is_written_in_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_whole(Path("posting.md"), NEW)
    assert names(tmp_path) == ["posting.md"]


# ---- whose a file is

ACCESS = "system.posix_acl_access"


def access_list(user: int) -> bytes:
    """Encode a list that lets its owner, a named user and the mask read and write (acl(5))."""
    nobody = 0xFFFFFFFF
    entries = [(1, 6, nobody), (2, 6, user), (4, 4, nobody), (16, 6, nobody), (32, 0, nobody)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def give(path: Path, name: str, user: int) -> bytes:
    try:
        os.setxattr(path, name, access_list(user))
    except (AttributeError, OSError):
        pytest.skip("no access lists here")
    return os.getxattr(path, name)


def test_force_keeps_the_access_list_of_a_file(target):
    target.write_bytes(OLD)
    before = give(target, ACCESS, 3001)
    write_whole(target, NEW, force=True)
    assert target.read_bytes() == NEW
    assert os.getxattr(target, ACCESS) == before


def test_a_new_file_gets_what_its_folder_hands_down_as_any_new_file_does(tmp_path):
    give(tmp_path, "system.posix_acl_default", 3000)
    (tmp_path / "plain.md").write_bytes(NEW)
    write_whole(tmp_path / "ours.md", NEW)
    plain, ours = (os.getxattr(tmp_path / name, ACCESS) for name in ("plain.md", "ours.md"))
    assert ours == plain


def test_force_hands_no_access_list_of_the_folder_to_a_file_that_had_none(tmp_path, target):
    target.write_bytes(OLD)
    target.chmod(0o640)
    give(tmp_path, "system.posix_acl_default", 3000)
    write_whole(target, NEW, force=True)
    with pytest.raises(OSError, match="No data"):
        os.getxattr(target, ACCESS)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@contextlib.contextmanager
def as_member(group: int):
    """Be somebody of that group who is not root."""
    if os.geteuid() != 0:
        pytest.skip("no right to be somebody else")
    groups = os.getgroups()
    try:
        os.setgroups([group])
        os.setegid(2000)
        os.seteuid(2000)
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@pytest.mark.parametrize("mode", [0o660, 0o640], ids=["writable", "not writable"])
@pytest.mark.parametrize("owner", [2000, 1234], ids=["own", "another's"])
def test_a_file_that_colleagues_share_stays_theirs(owner, mode):
    with unprivileged(0o777) as folder:
        if os.geteuid() != 0:
            os.seteuid(0)
        target = folder / "shared.md"
        target.write_bytes(OLD)
        os.chown(target, owner, 100)
        target.chmod(mode)
        with as_member(100):
            said = write_whole(target, NEW, force=True)
        after = target.stat()
        assert target.read_bytes() == NEW
        assert (after.st_gid, stat.S_IMODE(after.st_mode)) == (100, mode)
        # What may not be written in place can only be replaced, and is its writer's then.
        is_kept = owner == 2000 or mode == 0o660
        assert after.st_uid == (owner if is_kept else 2000)
        assert is_kept == (said == ())
        assert is_kept or said[0].startswith(f"{target} could not keep its owner. ")
        assert names(folder) == ["shared.md"]


@pytest.mark.parametrize("content", [NEW, b"x"], ids=["longer", "shorter"])
def test_a_file_that_is_mounted_by_itself_is_written_in_place(content, target, monkeypatch):
    target.write_bytes(OLD)
    number = target.stat().st_ino
    monkeypatch.setattr("os.replace", fault(errno.EBUSY))
    write_whole(target, content, force=True)
    assert target.read_bytes() == content
    assert target.stat().st_ino == number
    assert names(target.parent) == ["posting.md"]


def test_a_fault_while_a_file_is_written_in_place_puts_the_old_content_back(target, monkeypatch):
    target.write_bytes(OLD)
    calls = []

    def fsync(_descriptor: int) -> None:
        calls.append(_descriptor)
        if len(calls) == 2:  # the first is that of the file beside it
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", fsync)
    monkeypatch.setattr("os.replace", fault(errno.EBUSY))
    assert "Make room and try again." in refused(target, force=True)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["posting.md"]


def test_a_private_file_that_its_disk_shows_to_others_is_said_to_be(target, monkeypatch):
    # As FAT and some network folders do, whatever mode is asked for.
    real = os.open
    monkeypatch.setattr("os.open", lambda path, flags, mode=0: real(path, flags, mode and 0o666))
    said = write_whole(target, NEW, force=True, private=True)
    assert said == (f"{target} can be read by others: its disk keeps no files for one alone.",)
    assert write_whole(target, OLD, force=True, private=True) == ()


@pytest.mark.parametrize("what", ["owner and group", "mode"])
def test_what_cannot_be_kept_is_kept_by_writing_in_place_or_said(what, target, monkeypatch):
    target.write_bytes(OLD)
    target.chmod(0o664)
    if what == "mode":
        monkeypatch.setattr("os.fchmod", fault(errno.EPERM))
    elif os.geteuid() == 0:
        os.chown(target, 1234, 100)
        monkeypatch.setattr("os.fchown", fault(errno.EPERM))
    else:
        pytest.skip("no right to give a file away")
    before = target.stat()
    assert write_whole(target, NEW, force=True) == ()
    assert (target.read_bytes(), target.stat().st_ino) == (NEW, before.st_ino)
    monkeypatch.setattr("amjd.files.placing._write_into", fault(errno.EACCES))
    said = write_whole(target, OLD, force=True)
    kept = f"{target} could not keep its {what}"
    assert len(said) == 1
    assert said[0].startswith(kept)
    assert target.read_bytes() == OLD


def test_another_group_gets_no_more_than_everybody(target, monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("no right to give a file away")
    target.write_bytes(OLD)
    os.chown(target, 1234, 100)
    target.chmod(0o664)
    monkeypatch.setattr("os.fchown", fault(errno.EPERM))
    monkeypatch.setattr("amjd.files.placing._write_into", fault(errno.EACCES))
    write_whole(target, NEW, force=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_a_temporary_file_that_cannot_be_removed_is_named(target, monkeypatch):
    monkeypatch.setattr("os.unlink", fault(errno.EBUSY))
    said = write_whole(target, NEW)
    assert target.read_bytes() == NEW
    [left] = [name for name in names(target.parent) if name != "posting.md"]
    assert said == (f"{target.parent / left} could not be removed.",)


def test_a_file_is_told_from_what_is_none(tmp_path, target):
    target.write_bytes(OLD)
    assert is_file(target)
    assert not is_read_only(target)
    target.chmod(0o400)
    assert is_read_only(target)
    for other in (tmp_path, tmp_path / "none", Path("x" * 300), Path("a\0b")):
        assert not is_file(other)
        assert not is_read_only(other)


# ---- pipes


def test_a_pipe_is_written_to_if_it_is_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    read = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_pipe(tmp_path / "pipe", NEW * 100)
    reader.join()
    assert read == [NEW * 100]


def test_a_pipe_that_nobody_reads_is_refused_after_a_moment(tmp_path, monkeypatch):
    monkeypatch.setattr("amjd.files.whole._PATIENCE", 0.05)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AmjdError, match="a pipe, and nobody reads it") as caught:
        write_pipe(tmp_path / "pipe", NEW)
    assert caught.value.code == 4


def test_a_pipe_that_is_none_any_more_is_told(tmp_path):
    with pytest.raises(AmjdError, match="no such file"):
        write_pipe(tmp_path / "pipe", NEW)


# ---- symbolic links


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "dangling"])
def test_a_symbolic_link_is_left_alone(there, tmp_path, target):
    real = tmp_path / "real.md"
    if there:
        real.write_bytes(OLD)
    target.symlink_to(real)
    assert "exists already" in refused(target)
    assert target.is_symlink()
    assert real.exists() == there
    assert not there or real.read_bytes() == OLD


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "dangling"])
def test_force_writes_through_a_symbolic_link_and_keeps_it(there, tmp_path, target):
    (tmp_path / "deep").mkdir()
    real = tmp_path / "deep" / "real.md"
    if there:
        real.write_bytes(OLD)
    target.symlink_to(real)
    write_whole(target, NEW, force=True)
    assert target.is_symlink()
    assert real.read_bytes() == NEW
    assert names(tmp_path / "deep") == ["real.md"]


@pytest.mark.parametrize("force", [False, True])
def test_a_symbolic_link_to_itself_is_refused(force, target):
    target.symlink_to(target)
    refused(target, force)
    assert names(target.parent) == ["posting.md"]


def test_a_current_folder_that_was_removed_is_told(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    why = "the folder you are in was removed. Change to another folder and try again."
    for act in (behind_links, check_folder, make_folder, lambda path: write_whole(path, NEW)):
        with pytest.raises(AmjdError) as caught:
            act(Path("x.md"))
        assert str(caught.value) == why


# ---- what is no file


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_refused_with_the_cure(force, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    assert refused(folder, force).startswith(f"{folder} is a folder. Write {folder}/ ")
    assert names(folder) == []


@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_is_refused_without_waiting(force, target):
    os.mkfifo(target)
    assert "no regular file" in refused(target, force)
    assert stat.S_ISFIFO(target.stat().st_mode)


@pytest.mark.parametrize("force", [False, True])
def test_a_socket_is_refused(force, target):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(target))
        assert "no regular file" in refused(target, force)


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("device", ["/dev/null", "/dev/full", "/dev/zero"])
def test_a_device_is_refused(force, device):
    assert "no regular file" in refused(Path(device), force)
    assert stat.S_ISCHR(Path(device).stat().st_mode)


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing/posting.md", "no such file or directory. Check the name and its folder."),
        ("file/posting.md", "not a directory. Check the folder's name."),
        ("x" * 300, "name too long. Shorten it to 255 letters."),
        ("\u65e5" * 90, "name too long. Shorten it to 85 letters."),
        ("x" * 251 + ".docx", "Shorten what stands before .docx to 250 letters."),
        ("x" * 250 + ".amjd.yaml", "Shorten what stands before .amjd.yaml to 245 letters."),
        ("\u00e9" * 123 + ".paste.html", "before .paste.html to 122 letters."),
        ("x" * 300 + "/a.md", "Take a shorter name."),
        ("a\0b", "is no name for a file."),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_made(name, says, force, tmp_path):
    (tmp_path / "file").write_bytes(OLD)
    assert says in refused(tmp_path / name, force)
    assert names(tmp_path) == ["file"]


def test_a_hostile_name_is_shown_escaped(tmp_path):
    assert "\\x1b]0;x\\x07" in refused(tmp_path / "missing" / "\x1b]0;x\x07")


@contextlib.contextmanager
def unprivileged(folder_mode: int):
    """Be a user who is not root, with a folder of that mode; the mode binds root to nothing."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(folder_mode)
    root = os.geteuid() == 0
    try:
        if root:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def test_a_folder_without_the_right_to_write_is_refused():
    with unprivileged(0o500) as folder:
        why = refused(folder / "posting.md")
        assert "permission denied. Take a folder that you may write to." in why
        assert names(folder) == []


def test_a_folder_that_may_be_written_but_not_listed_takes_a_file():
    with unprivileged(0o300) as folder:
        write_whole(folder / "posting.md", NEW)
        assert (folder / "posting.md").read_bytes() == NEW


# ---- races


def test_a_file_made_by_another_between_check_and_write_is_theirs(target, monkeypatch):
    real = os.urandom

    def slow(*words):
        target.write_bytes(OLD)
        return real(*words)

    monkeypatch.setattr(os, "urandom", slow)
    assert "exists already" in refused(target)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["posting.md"]


def test_of_many_writers_of_one_new_file_one_wins(target):
    start, won = threading.Barrier(8, timeout=60), []

    def write(number: int) -> None:
        start.wait()
        with contextlib.suppress(AmjdError):
            write_whole(target, b"%d\n" % number * 10_000)
            won.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert target.read_bytes() == b"%d\n" % won[0] * 10_000
    assert names(target.parent) == ["posting.md"]


def test_a_reader_sees_the_old_content_or_the_new(target):
    target.write_bytes(OLD)
    seen, stop = set(), threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add(target.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(50):
            write_whole(target, (OLD, NEW)[number % 2], force=True)
    finally:
        stop.set()
        reader.join()
    assert seen <= {OLD, NEW}


# ---- faults


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EIO, errno.EINTR, errno.EDQUOT, errno.EROFS]
)
@pytest.mark.parametrize("call", ["os.open", "os.fsync"])
def test_a_fault_leaves_no_new_file_and_no_rest(call, number, target, monkeypatch):
    monkeypatch.setattr(call, fault(number))
    assert os.strerror(number).lower() in refused(target)
    assert names(target.parent) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EINTR])
@pytest.mark.parametrize("call", ["os.open", "os.fchmod", "os.fsync", "os.replace"])
def test_a_fault_leaves_the_old_file_whole_and_no_rest(call, number, target, monkeypatch):
    target.write_bytes(OLD)
    monkeypatch.setattr(call, fault(number))
    refused(target, force=True)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["posting.md"]


def test_the_message_of_a_full_disk_has_a_cure(target, monkeypatch):
    monkeypatch.setattr("os.fsync", fault(errno.ENOSPC))
    why = f"{target} cannot be written: no space left on device. Make room and try again."
    assert refused(target) == why


def test_a_fault_without_words_is_still_one_line(target, monkeypatch):
    def fail(*_arguments):
        raise OSError

    monkeypatch.setattr("os.fsync", fail)
    said = f"{target} cannot be written: it failed. Try again, or take a folder on another disk."
    assert refused(target) == said


def test_whatever_a_system_refuses_is_said_with_what_to_do():
    for number, name in errno.errorcode.items():
        for doing in ("read", "written", "made", "written to"):
            said = str(explanation(OSError(number, os.strerror(number)), "posting.md", doing))
            assert re.fullmatch(r"posting\.md .+\. [A-Z][^.]+\.", said), name
    said = str(explanation(OSError(errno.EIO, "Input/output error"), "a.yaml", "read"))
    assert said.endswith("error. Try again, or copy it to another disk first.")


def test_a_link_that_leads_nowhere_is_said_with_where_it_leads(tmp_path):
    link, gone = tmp_path / "link.md", tmp_path / "gone" / "posting.md"
    link.symlink_to(gone)
    assert refused(link, force=True).endswith(f"It is a link to {gone}: check that.")
    with pytest.raises(AmjdError, match=f"It is a link to {gone}: check that"):
        read_bytes(str(link), 10)


def test_a_name_that_ends_in_a_space_is_shown_to_its_end(tmp_path):
    with pytest.raises(AmjdError, match=r'^"\S+/a\.yaml " cannot be read: no such file'):
        read_bytes(f"{tmp_path}/a.yaml ", 10)


def test_a_limit_on_file_sizes_leaves_the_old_file_whole(target):
    target.write_bytes(OLD)
    code = (
        "import resource, sys; from pathlib import Path; from amjd.files.whole import write_whole\n"
        "from amjd.text.errors import AmjdError\n"
        "sys.dont_write_bytecode = True  # of which others would read the part that fits\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "try: write_whole(Path(sys.argv[1]), b'x' * 100_000, True)\n"
        "except AmjdError as error: sys.exit(f'{error.code} {error}')\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, target],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ended.stderr.startswith("4 ")
    assert "file too large. Raise the limit on file sizes" in ended.stderr
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["posting.md"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 8192


@pytest.mark.parametrize("force", [False, True])
def test_a_full_file_system_leaves_the_old_file_whole(force, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small file system")
    try:
        if force:
            (disk / "posting.md").write_bytes(OLD)
        assert "no space left" in refused(disk / "posting.md", force, b"x" * 100_000)
        assert names(disk) == (["posting.md"] if force else [])
        assert not force or (disk / "posting.md").read_bytes() == OLD
    finally:
        subprocess.run(["umount", disk], check=True)


NO_LINKS = ["EPERM", "ENOTSUP", "ENOSYS", "EMLINK", "EACCES", "EINVAL", "EXDEV", "EIO"]


@pytest.mark.parametrize("number", [getattr(errno, name) for name in NO_LINKS])
def test_a_file_system_without_hard_links_takes_a_new_file(number, target, monkeypatch):
    monkeypatch.setattr("os.link", fault(number))
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
    assert names(target.parent) == ["posting.md"]


def test_without_hard_links_another_ones_file_is_still_theirs(target, monkeypatch):
    def link(*_arguments):
        target.write_bytes(OLD)
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", link)
    assert "exists already" in refused(target)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["posting.md"]


def test_without_hard_links_a_fault_leaves_no_empty_file(target, monkeypatch):
    monkeypatch.setattr("os.link", fault(errno.EPERM))
    monkeypatch.setattr("os.replace", fault(errno.EIO))
    refused(target)
    assert names(target.parent) == []


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
@pytest.mark.parametrize("is_kind", [stat.S_ISDIR, stat.S_ISREG], ids=["folder", "file"])
def test_what_cannot_be_synced_does_no_harm(is_kind, number, target, monkeypatch):
    refusals = []

    def fsync(descriptor: int) -> None:
        if is_kind(os.fstat(descriptor).st_mode):
            refusals.append(descriptor)
            raise OSError(number, "not here")

    monkeypatch.setattr("os.fsync", fsync)
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert refusals


def test_a_folder_that_fails_to_sync_is_told_and_the_file_is_whole(target, monkeypatch):
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "broken")
        real(descriptor)

    monkeypatch.setattr("os.fsync", fsync)
    assert refused(target) == (
        f"{target.parent} cannot be saved to the disk: broken. "
        "Try again, or take a folder on another disk."
    )
    assert target.read_bytes() == NEW
    assert names(target.parent) == ["posting.md"]


WRITER = """
import os, sys
from pathlib import Path
from amjd.text.errors import AmjdError
from amjd.files.whole import write_whole
os.access("/amjd-begins", os.F_OK)
try:
    write_whole(Path(sys.argv[1]), b"new\\n" * 1000, sys.argv[2] == "force")
except AmjdError as error:
    os._exit(error.code)
os._exit(0)
"""


def traced(target: Path, how: str, *more: str) -> subprocess.CompletedProcess:
    """Run the writer under strace; without the site's start each run makes the same calls."""
    return subprocess.run(
        ["strace", *more, sys.executable, "-S", "-B", "-c", WRITER, target, how],
        env={"PYTHONPATH": str(CHECKOUT / "src"), "PYTHONHASHSEED": "0"},
        capture_output=True,
        check=False,
        timeout=120,
    )


def prepared(folder: Path, how: str) -> Path:
    folder.mkdir()
    if how == "force":
        (folder / "posting.md").write_bytes(OLD)
    return folder / "posting.md"


ERRORS = ("ENOSPC", "EIO", "EINTR", "EPERM", "ESTALE")
_LOOK = re.compile(r"\w*stat(at)?\d*|statx|f?getxattr|ioctl|lseek|f?access(at)?|readlink(at)?")


@pytest.fixture(scope="module", params=["new", "force"])
def file_calls(request, tmp_path_factory):
    """List the system calls of one write: the name, and its count among those of its name."""
    folder, how = tmp_path_factory.mktemp("traced"), request.param
    more = ["-e", "trace=%file,%desc", "-o", str(folder / "log")]
    if not shutil.which("strace") or traced(prepared(folder / "out", how), how, *more).returncode:
        pytest.skip("no strace here, or no right to trace")
    counts: dict[str, int] = {}
    calls, began = [], False
    for line in (folder / "log").read_text("utf-8").splitlines():
        if match := re.match(r"(\w+)\(", line):
            counts[match[1]] = counts.get(match[1], 0) + 1
            # Memory is asked for as often as it happens to be needed.
            if began and match[1] != "mmap":
                calls.append((match[1], counts[match[1]]))
            began = began or "/amjd-begins" in line
    assert {"openat", "write", "fsync", "close"} <= {name for name, _ in calls}
    return how, calls


def _faults(
    how: str, calls: list[tuple[str, int]], what: str
) -> Iterator[tuple[tuple[str, int], str]]:
    """Give each call with its fault: each way to kill, and of the errors one after the other.

    By night every call has every error; each call of Python's has in tests/test_faults.py too, so
    that by day a new file meets them at every other call, and one that is replaced at the rest.
    By day nothing is killed before it looks: that leaves what it leaves before the next change.
    """
    errors = itertools.cycle(f"error={name}" for name in ERRORS)
    if what == "an error":
        calls = calls[how == "new" :: 2]
    elif what == "signal=KILL" and not BY_NIGHT:
        calls = [call for call in calls if not _LOOK.fullmatch(call[0])]
    for name, count in calls:
        yield (name, count), next(errors) if what == "an error" else what
        if what == "an error" and name == "write":
            yield (name, count), "error=EINTR"


@pytest.mark.no_cover  # it writes in processes that strace holds, none of them measured
@pytest.mark.parametrize(
    "what",
    [
        "signal=KILL",
        "an error",
        *(pytest.param(f"error={name}", marks=pytest.mark.nightly) for name in ERRORS),
    ],
)
def test_a_fault_at_any_system_call_leaves_the_old_file_or_the_new(what, file_calls, tmp_path):
    how, calls = file_calls

    def check(tried: tuple[tuple[str, int], str]) -> None:
        (name, count), what = tried
        folder = tmp_path / f"{name}-{count}-{what}"
        inject = f"inject={name}:{what}:when={count}"
        target = prepared(folder, how)
        ended = traced(target, how, "-o", "/dev/null", "-e", f"trace={name}", "-e", inject)
        found = target.read_bytes() if target.exists() else None
        left = [name for name in names(folder) if name != "posting.md"]
        assert found in (OLD if how == "force" else None, NEW), ended
        if what == "signal=KILL":
            assert ended.returncode == -9, ended
            assert all(re.fullmatch(r"\.amjd-[\w-]+\.tmp", name) for name in left), ended
        else:
            assert ended.returncode in (0, 4), ended
            assert ended.returncode == 4 or found == NEW, ended
            assert left == [] or name == "unlink", ended
            assert ended.returncode == 4 or name != "write" or what == "error=EINTR", ended

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(check, dict.fromkeys(_faults(how, calls, what))))


# ---- reading


def unreadable(path: str | Path) -> str:
    with pytest.raises(AmjdError) as caught:
        read_bytes(str(path), 100)
    assert caught.value.code == 4
    return str(caught.value)


def test_a_file_is_read_up_to_a_byte_more_than_the_limit(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x" * 1000)
    assert read_bytes(str(file), 100) == b"x" * 101
    assert read_bytes(str(file), 5000) == b"x" * 1000


def test_a_symbolic_link_is_read(tmp_path):
    (tmp_path / "a.yaml").write_bytes(OLD)
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert read_bytes(str(tmp_path / "b.yaml"), 100) == OLD


def test_a_missing_file_says_so(tmp_path):
    path = tmp_path / "none.yaml"
    why = f"{path} cannot be read: no such file or directory. Check the name and its folder."
    assert unreadable(path) == why


def test_a_folder_is_no_answers_file(tmp_path):
    assert unreadable(tmp_path) == f"{tmp_path} is a folder. Name an answers file."


def test_a_pipe_without_a_writer_is_refused_after_a_moment(tmp_path, monkeypatch):
    monkeypatch.setattr("amjd.files.whole._PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    assert unreadable(tmp_path / "pipe").startswith(f"nobody writes to the pipe {tmp_path}/pipe.")


def test_a_pipe_that_is_written_to_in_the_last_moment_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(pipe, os.O_WRONLY)
    os.write(writer, b"a: b")

    def late(*_: object) -> tuple[list[int], list[int], list[int]]:
        os.close(writer)  # what was written stays, and is found by reading
        return [], [], []

    monkeypatch.setattr("select.select", late)
    try:
        assert read_bytes(str(pipe), 100) == b"a: b"
    finally:
        os.close(reader)


def test_a_name_that_no_file_can_have_stands_for_itself() -> None:
    assert file_behind("a\0b") == "a\0b"


@pytest.mark.parametrize("pause", [0, 1.5], ids=["at once", "after a while"])
def test_a_named_pipe_with_a_writer_is_read(pause, tmp_path):
    os.mkfifo(tmp_path / "pipe")

    def write() -> None:
        with (tmp_path / "pipe").open("wb", buffering=0) as pipe:  # waits for its reader
            time.sleep(pause)
            pipe.write(NEW)

    writer = threading.Thread(target=write)
    writer.start()
    assert read_bytes(str(tmp_path / "pipe"), 10_000) == NEW
    writer.join()


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_a_pipe_of_the_shell_is_read_by_each_of_its_names(folder):
    if not os.path.isdir(folder):  # noqa: PTH112
        pytest.skip("no such names here")
    reading, writing = os.pipe()
    os.write(writing, OLD)
    os.close(writing)
    try:
        assert read_bytes(f"{folder}/{reading}", 100) == OLD
    finally:
        os.close(reading)


def test_a_device_is_no_answers_file():
    assert "is no regular file" in unreadable("/dev/zero")


def test_a_socket_is_no_answers_file(tmp_path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "socket"))
        unreadable(tmp_path / "socket")


@pytest.mark.parametrize("mode", [0o300, 0o600])
def test_a_folder_of_answers_without_the_right_to_read_says_so(mode, amjd):
    key = EXAMPLES / "key.yaml"
    amjd("draft", key)  # what it loads is read as somebody who may
    with unprivileged(0o700) as clients:
        (clients / "a.yaml").write_bytes(OLD)
        clients.chmod(mode)
        told = amjd("draft", clients)
        assert (told.code, told.lines) == (4, [
            f"{clients} cannot be read: permission denied. Ask for the right to read it."
        ])  # fmt: skip
        clients.chmod(0o700)


def test_a_file_without_the_right_to_read_says_so():
    with unprivileged(0o700) as folder:
        (folder / "a.yaml").write_bytes(OLD)
        (folder / "a.yaml").chmod(0)
        assert unreadable(folder / "a.yaml").endswith(
            "permission denied. Ask for the right to read it."
        )


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "", "a.yaml/b"])
def test_a_name_that_cannot_be_is_no_answers_file(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_bytes(OLD)
    assert unreadable(name)


# ---- folders


def test_a_folder_is_tried_and_left_as_it_was(tmp_path):
    check_folder(tmp_path)
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_says_so(tmp_path):
    with pytest.raises(AmjdError, match="no such file or directory") as caught:
        check_folder(tmp_path / "missing")
    assert caught.value.code == 4
    with unprivileged(0o500) as folder, pytest.raises(AmjdError, match="permission denied"):
        check_folder(folder)


def test_a_folder_is_made_if_its_parent_exists(tmp_path):
    make_folder(tmp_path / "out")
    make_folder(tmp_path / "out")
    assert (tmp_path / "out").is_dir()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing/out", "no such file or directory"),
        ("file", r"file is no folder\. Take another name\."),
        ("file/out", "not a directory"),
        ("a\0b", "is no name"),
    ],
)
def test_a_folder_that_cannot_be_made_says_so(name, said, tmp_path):
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(AmjdError, match=said) as caught:
        make_folder(tmp_path / name)
    assert caught.value.code == 4
    assert names(tmp_path) == ["file"]


# ---- names


def test_a_tilde_is_the_home_folder_but_in_the_name_of_a_file_that_is_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/owner")
    (tmp_path / "~backup.md").write_bytes(OLD)
    assert at_home("~/x.md") == "/home/owner/x.md"
    assert at_home("~/out/") == "/home/owner/out/"
    for name in ("~backup.md", "~nobody-of-that-name/x.md", "a~b.md", "./~/x.md", ""):
        assert at_home(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tidewater Linen", "tidewater-linen"),
        ("Caf\u00e9 M\u00fcller & S\u00f6hne", "cafe-muller-sohne"),
        ("A--B  C", "a-b-c"),
        ("../../etc/cron.d/x", "etc-cron-d-x"),
        ("/etc/passwd", "etc-passwd"),
        ("a/b\\c", "a-b-c"),
        ("..", "posting"),
        ("...", "posting"),
        ("", "posting"),
        ("   ", "posting"),
        ("-rf", "rf"),
        (".x", "x"),
        ("CON", "posting-con"),
        ("nul.txt", "nul-txt"),
        ("COM1", "posting-com1"),
        ("lpt9", "posting-lpt9"),
        ("console", "console"),
        ("\u65e5" * 120, "posting"),
        ("\u202eexe.fdp", "exe-fdp"),
        ("\U0001f469\u200d\U0001f4bb", "posting"),
        ("\ud800x", "x"),
        ("a\0b\nc", "a-b-c"),
        ("x" * 300, "x" * 60),
        ("x" * 59 + " y", "x" * 59),
        ("\uff23\uff2f\uff2e", "posting-con"),
    ],
)
def test_a_safe_name_is_made_of_any_text(text, name):
    assert safe_name(text) == name


@given(st.text(st.characters(codec=None)))
def test_a_safe_name_is_short_plain_and_not_reserved(text):
    name = safe_name(text)
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?", name)
    assert not re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d", name)


def test_what_a_killed_write_left_is_swept_and_what_another_writes_now_is_not(tmp_path):
    old, new, theirs = (tmp_path / name for name in (".amjd-a.tmp", ".amjd-b.tmp", "c.tmp"))
    for path in (old, new, theirs):
        path.write_bytes(b"x")
    for path in (old, theirs):
        os.utime(path, (0, 0))
    sweep(tmp_path, tmp_path / "held.yaml")
    assert names(tmp_path) == sorted([new.name, theirs.name])


def test_what_a_killed_write_left_beside_a_held_file_is_swept_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr("os.unlink", lambda _: None)
    monkeypatch.setattr("os.replace", lambda *_: None)
    for name in ("held.yaml", "other.yaml"):
        write_whole(tmp_path / name, b"x", force=True)
    monkeypatch.undo()
    assert len(names(tmp_path)) == 2
    sweep(tmp_path, tmp_path / "held.yaml")
    assert len(names(tmp_path)) == 1
    sweep(tmp_path, tmp_path / "other.yaml")
    assert names(tmp_path) == []


def test_what_cannot_be_swept_keeps_nothing_else(tmp_path):
    kept = [tmp_path / f".amjd-{number}.tmp" for number in (0, 9)]
    for path in kept:
        path.mkdir()
    for number in range(1, 9):
        (tmp_path / f".amjd-{number}.tmp").write_bytes(b"x")
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    sweep(tmp_path, tmp_path / "held.yaml")
    assert names(tmp_path) == [path.name for path in kept]


def test_a_folder_that_cannot_be_swept_is_left(tmp_path):
    sweep(tmp_path / "missing", tmp_path / "missing" / "held.yaml")


def test_without_settling_the_caller_syncs_the_folder(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr("amjd.files.whole.sync_folder", synced.append)
    write_whole(tmp_path / "a.md", b"a", settle=False)
    assert synced == []
    write_whole(tmp_path / "b.md", b"b")
    assert synced == [tmp_path]


def test_a_name_without_any_letter_is_no_file() -> None:
    with pytest.raises(AmjdError, match="the name of an answers file is empty"):
        read_bytes("", 10)


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    source, sink = os.pipe()
    os.write(sink, b"x: 1")
    os.close(sink)
    with os.fdopen(source, encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert read_bytes("-", 10) == b"x: 1"


def test_a_file_that_is_not_there_is_named() -> None:
    refused = FileNotFoundError(errno.ENOENT, "No such file or directory")
    assert "x cannot be read" in str(explanation(refused, "x", "read"))


def test_a_refusal_of_no_file_shows_where_to_look() -> None:
    said = str(explanation(OSError(errno.EIO, "I/O error"), None, "read"))
    assert said == "amjd cannot go on: i/o error. amjd --debug shows where."


def test_a_folder_that_was_removed_is_said_to_be_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    refused = FileNotFoundError(errno.ENOENT, "No such file or directory")
    assert "the folder you are in was removed" in str(explanation(refused, "x", "read"))
    assert file_behind("x") == "x"


def test_two_names_of_one_file_lead_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").symlink_to("a")
    assert file_behind(f"{tmp_path}/a") == file_behind(f"{tmp_path}/b")
    assert file_behind(f"{tmp_path}/new") == f"{tmp_path.resolve()}/new"
    assert file_behind("a\0b") == "a\0b"
    with (tmp_path / "a").open() as source:
        monkeypatch.setattr(sys, "stdin", source)
        assert file_behind("-") == file_behind(f"{tmp_path}/a")
    assert file_behind("-") is None
    with Path("/dev/null").open() as source:
        monkeypatch.setattr(sys, "stdin", source)
        assert file_behind("-") is None
