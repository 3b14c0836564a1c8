"""Faults at each file call: the file is whole, or 4 is told with its name; nothing is lost.

The calls are found by running each case once; a call that no case makes is found in the source.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from amjd.files import targets
from amjd.files.lock import held
from amjd.files.names import at_home
from amjd.files.targets import Target
from amjd.files.typed_name import is_place, typed_name
from amjd.files.whole import (
    check_folder,
    make_folder,
    read_bytes,
    sweep,
    sync_folder,
    write_whole,
)
from amjd.text.errors import AmjdError
from conftest import BY_NIGHT
from faults import ERRORS, PACKAGE, Call, Faults, Site, sites
from tables import table
from test_files import ACCESS, access_list


@pytest.fixture(autouse=True)
def nothing_left_open():
    """Close what a failing close has left open: a thousand of them, and select knows no more."""
    before = _open_now()
    yield
    for descriptor in _open_now() - before:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def _open_now() -> set[int]:
    return {int(entry.name) for entry in Path("/dev/fd").iterdir()}


OLD, NEW = b"old\n" * 50, b"new\n" * 300


class Case(NamedTuple):
    """One thing done with files: `prepare` makes what is there, `act` does it in that folder.

    Back come the names that may stand there afterwards, and what `x.md` holds then.
    """

    act: Callable[[Path], Any]
    prepare: Callable[[Path], None] = lambda _: None
    before: bytes | None = None
    after: bytes | None = NEW
    names: tuple[str, ...] = ("x.md",)
    refuse: tuple[str, int] = ("", 0)


def write(folder: Path, content: bytes = OLD, mode: int = 0o644, name: str = "x.md") -> None:
    (folder / name).write_bytes(content)
    (folder / name).chmod(mode)


def written(**how: Any) -> Callable[[Path], Any]:
    return lambda folder: write_whole(folder / "x.md", NEW, **how)


def owned(folder: Path) -> None:
    write(folder, mode=0o660)
    with contextlib.suppress(PermissionError):
        os.chown(folder / "x.md", 1234, 100)


def listed(folder: Path) -> None:
    write(folder)
    with contextlib.suppress(OSError):
        os.setxattr(folder / "x.md", ACCESS, access_list(3001))


def handed_down(folder: Path) -> None:
    write(folder, mode=0o640)
    with contextlib.suppress(OSError):
        os.setxattr(folder, "system.posix_acl_default", access_list(3000))


def linked(folder: Path) -> None:
    write(folder, name="real.md")
    (folder / "x.md").symlink_to("real.md")


def locked(folder: Path) -> None:
    with held(folder / "x.md", "x.md", lambda _: None):
        write_whole(folder / "x.md", NEW, force=True, private=True)


def piped(folder: Path) -> None:
    reading = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        targets.write(Target("md", folder / "pipe"), b"new", force=True)
    finally:
        os.close(reading)


def swept(folder: Path) -> None:
    sweep(folder, folder / "x.md")


def left_behind(folder: Path) -> None:
    write(folder)
    write(folder, name=".amjd-0-1.tmp")
    os.utime(folder / ".amjd-0-1.tmp", (0, 0))


def named(folder: Path) -> None:
    """Ask what names mean; a posting is not taken for its answers, nor another for it."""
    file = str(folder / "x.md")
    at_home(f"~{file}")
    typed_name(file)
    is_place(str(folder))
    for output in (folder, folder / "y.md", folder / "link.md"):
        with contextlib.suppress(AmjdError) if output == folder else contextlib.nullcontext():
            plan = targets.plan(["x"], str(output), [])
            if output.name == "link.md":
                with pytest.raises(AmjdError) as caught:
                    targets.refuse_one_file([file], plan)
                if caught.value.code != 2:
                    raise caught.value
            else:
                with open(file) as stream, patch("sys.stdin", stream):  # noqa: PTH123
                    targets.refuse_one_file([file, "-"], plan)


def linked_answers(folder: Path) -> None:
    write(folder)
    (folder / "link.md").symlink_to("x.md")


def read_pipe(folder: Path) -> bytes:
    """Read a pipe that somebody has written to, and one that nobody writes to."""
    reading = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    writing = os.open(folder / "pipe", os.O_WRONLY)
    os.write(writing, b"a: b")
    try:
        assert read_bytes(str(folder / "pipe"), 3) == b"a: b"
    finally:
        os.close(writing)
        os.close(reading)
    return read_bytes(str(folder / "pipe"), 100)


CASES = {
    "names": Case(named, linked_answers, OLD, OLD, names=("x.md", "link.md")),
    "read a pipe": Case(read_pipe, lambda at: os.mkfifo(at / "pipe"), None, None, names=("pipe",)),
    "read": Case(lambda folder: read_bytes(str(folder / "x.md"), 9999), write, OLD, OLD),
    "new": Case(written()),
    "new, unsettled": Case(written(settle=False)),
    "private": Case(written(force=True, private=True)),
    "force": Case(written(force=True), write, OLD),
    "force, shorter": Case(written(force=True), lambda at: write(at, NEW * 2), NEW * 2),
    "same": Case(written(), lambda at: write(at, NEW), NEW),
    "there": Case(written(), write, OLD, OLD),
    "read-only": Case(written(force=True), lambda at: write(at, mode=0o444), OLD, OLD),
    "of another": Case(written(force=True), owned, OLD),
    "access list": Case(written(force=True), listed, OLD),
    "handed-down list": Case(written(force=True), handed_down, OLD),
    "link": Case(written(force=True), linked, OLD, names=("real.md", "x.md")),
    "without links": Case(written(), refuse=("os.link", errno.EPERM)),
    "without renames": Case(written(force=True), write, OLD, refuse=("os.replace", errno.EBUSY)),
    "in place, shorter": Case(
        written(force=True), lambda at: write(at, NEW * 2), NEW * 2,
        refuse=("os.replace", errno.EBUSY),
    ),
    "without modes": Case(written(force=True), write, OLD, refuse=("os.fchmod", errno.EPERM)),
    "without syncing": Case(written(force=True), write, OLD, refuse=("os.fsync", errno.EINVAL)),
    "no room beside": Case(written(force=True), write, OLD, refuse=("os.open", errno.EROFS)),
    "lock": Case(locked, write, OLD),
    "note": Case(locked, write, OLD, refuse=("fcntl.flock", errno.ENOLCK)),
    "pipe": Case(piped, lambda at: os.mkfifo(at / "pipe"), None, None, names=("pipe",)),
    "check a folder": Case(check_folder, after=None),
    "make a folder": Case(
        lambda folder: make_folder(folder / "x.md"), after=None, names=("x.md",)
    ),
    "sync a folder": Case(sync_folder, after=None),
    "sweep": Case(swept, left_behind, OLD, OLD, names=("x.md", ".amjd-0-1.tmp")),
}  # fmt: skip


def refusal(case: Case) -> Callable[[Call], int]:
    name, number = case.refuse
    return lambda call: number if call.name == name else 0


def once(case: Case, wanted: Call, number: int) -> Callable[[Call], int]:
    refused = refusal(case)
    return lambda call: number if call == wanted else refused(call)


def from_then_on(case: Case, wanted: Call, number: int) -> Callable[[Call], int]:
    refused = refusal(case)
    return lambda call: (
        number if call.name == wanted.name and call.count >= wanted.count else refused(call)
    )


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    monkeypatch.setattr("amjd.files.whole._PATIENCE", 0.02)
    monkeypatch.setattr("amjd.files.lock._WRITTEN", 0.02)
    return Faults(monkeypatch)


def folder_for(case: Case, parent: Path) -> Path:
    folder = parent / f"{len(os.listdir(parent))}"  # noqa: PTH208
    folder.mkdir()
    case.prepare(folder)
    return folder


def calls_of(case: Case, faults: Faults, parent: Path) -> list[Call]:
    """List the calls that a case makes where nothing fails; by night all, by day the different."""
    folder = folder_for(case, parent)
    different = faults.different(lambda: case.act(folder), refusal(case))
    return faults.calls if BY_NIGHT else different


def whose(folder: Path) -> tuple[int, int, int] | None:
    with contextlib.suppress(OSError):
        there = (folder / "x.md").stat()
        return there.st_uid, there.st_gid, stat.S_IMODE(there.st_mode)
    return None


def content(folder: Path) -> bytes | None:
    return (folder / "x.md").read_bytes() if (folder / "x.md").is_file() else None


def check(case: Case, faults: Faults, parent: Path, fails: Callable[[Call], int]) -> None:
    """Do it once with faults, and look at what is there then."""
    folder = folder_for(case, parent)
    before, is_link = whose(folder), (folder / "x.md").is_symlink()
    said: Any = ()
    try:
        said = faults.run(lambda: case.act(folder), fails)
        is_done = True
    except AmjdError as error:
        is_done = False
        assert error.code == 4
        assert str(folder) in str(error), str(error)
    found = content(folder)
    assert found == case.after if is_done else found in (case.before, case.after)
    assert (folder / "x.md").is_symlink() == is_link
    remarks = " ".join(said) if isinstance(said, tuple) else ""
    assert before in (None, whose(folder)) or "could not keep its" in remarks
    left = set(os.listdir(folder)) - set(case.names)  # noqa: PTH208
    # Only what cannot be removed may stay; the next interview sweeps it.
    is_kept = bool(fails(Call("os.unlink", 99)))
    assert not left or (is_kept and all(name.startswith(".") for name in left)), left


@pytest.mark.no_cover  # what goes through each call with one error is measured below
@pytest.mark.parametrize("name", CASES)
@table("number", ERRORS)
def test_a_fault_at_any_call_leaves_the_file_whole_or_is_told(
    name: str, number: int, faults: Faults, tmp_path: Path
) -> None:
    case = CASES[name]
    for call in calls_of(case, faults, tmp_path):
        for fails in (once, from_then_on):
            try:
                check(case, faults, tmp_path, fails(case, call, number))
            except BaseException as error:
                error.add_note(f"{fails.__name__}: {call}")
                raise


# What reads, writes, locks and saves; the other modules of this room start programs.
ROOMS = (
    "causes", "lock", "names", "ownership", "placing", "posix", "streams", "targets", "typed_name",
    "whole",
)  # fmt: skip
# Asked only after an error that no other system has; tests/test_windows.py tries it.
OF_WINDOWS = {("causes", "target.stat()")}


def test_every_call_that_touches_files_is_tried(faults: Faults, tmp_path: Path) -> None:
    for case in CASES.values():
        for call in calls_of(case, faults, tmp_path):
            for fails in (once, from_then_on):
                with contextlib.suppress(AmjdError):
                    folder = folder_for(case, tmp_path)
                    faults.run(partial(case.act, folder), fails(case, call, errno.EPERM))
    untried = [
        f"{name}:{lines[0]}: {text}"
        for module in ROOMS
        for name, lines, text in sites(PACKAGE / "files" / f"{module}.py")
        if (module, text) not in OF_WINDOWS
        if not any(Site(name, line) in faults.sites for line in lines)
    ]
    assert not untried, "\n".join(untried)
