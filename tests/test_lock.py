"""What keeps a second interview from the same answers: a lock, and a note where there are none."""

import errno
import os
import subprocess
import sys

import pytest

from amjd.files import system
from amjd.files.lock import held
from amjd.text.errors import AmjdError
from conftest import CHECKOUT, names

NAMES = ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "EBADF", "EIO", "EPERM", "ESTALE"]


@pytest.fixture(params=NAMES)
def no_locks(request, monkeypatch):
    number = getattr(errno, request.param)

    def flock(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", flock)
    return os.strerror(number).lower()


def refused(answers, told):
    with pytest.raises(AmjdError) as caught, held(answers, "a.yaml", told.append):
        pass
    assert caught.value.code == 6
    return str(caught.value)


def test_where_there_are_no_locks_it_is_said_and_the_work_goes_on(no_locks, tmp_path):
    told: list[str] = []
    with held(tmp_path / "a.yaml", "a.yaml", told.append):
        assert names(tmp_path) == [".a.yaml.held"]
        with held(tmp_path / "b.yaml", "b.yaml", told.append):
            pass
    assert len(told) == 2
    assert no_locks in told[0]
    assert names(tmp_path) == []


def test_where_there_are_no_locks_a_second_one_is_seen_by_a_note(no_locks, tmp_path):
    told: list[str] = []
    with held(tmp_path / "a.yaml", "a.yaml", told.append):
        said = refused(tmp_path / "a.yaml", told)
        assert said.startswith("another amjd new is working on a.yaml. Finish that one, or take")
        assert names(tmp_path) == [".a.yaml.held"]
    assert names(tmp_path) == []
    with held(tmp_path / "a.yaml", "a.yaml", told.append):
        pass


HOLDER = """
import fcntl, os, sys, time
from pathlib import Path
from amjd.files import lock
def flock(*_): raise OSError(37, "No locks available")
fcntl.flock = flock
with lock.held(Path(sys.argv[1]), "a.yaml", lambda _: None):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_note_of_a_killed_interview_locks_nobody_out(tmp_path, monkeypatch):
    monkeypatch.setattr("fcntl.flock", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOLCK, "")))
    answers = tmp_path / "a.yaml"
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT / "src")}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, answers], stdout=subprocess.PIPE, env=environment
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        refused(answers, [])
        other.kill()
    assert names(tmp_path) == [".a.yaml.held"]
    with held(answers, "a.yaml", [].append):
        pass
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "made", [b"", b"\xff", b"here", b"here x y", b"here 1 0", b"here 0999999 "]
)
def test_a_note_of_no_process_that_runs_counts_for_nothing(made, tmp_path, monkeypatch):
    monkeypatch.setattr("fcntl.flock", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOLCK, "")))
    monkeypatch.setattr("amjd.files.lock._WRITTEN", 0)
    here = os.uname().nodename.encode()
    (tmp_path / ".a.yaml.held").write_bytes(made.replace(b"here", here).replace(b"\xff", here))
    with held(tmp_path / "a.yaml", "a.yaml", [].append):
        assert (tmp_path / ".a.yaml.held").read_text() == system.process()


def test_a_note_of_another_computer_says_where_and_what_to_remove(tmp_path, monkeypatch):
    monkeypatch.setattr("fcntl.flock", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOLCK, "")))
    note = tmp_path / ".a.yaml.held"
    note.write_text("frontdesk\x1b 77 12345")
    said = refused(tmp_path / "a.yaml", [])
    assert said == (
        "another amjd new is working on a.yaml on the computer frontdesk\\x1b. "
        f"Finish that one, or if it no longer runs, remove {note}."
    )
    assert note.exists()


def test_a_lock_is_there_while_it_is_held_and_gone_after_it(tmp_path):
    told: list[str] = []
    with held(tmp_path / "a.yaml", "a.yaml", told.append):
        assert names(tmp_path) == [".a.yaml.lock"]
        refused(tmp_path / "a.yaml", told)
    assert names(tmp_path) == []
    assert told == []


def test_a_name_as_long_as_can_be_has_its_lock(tmp_path):
    answers = tmp_path / f"{'x' * 245}.amjd.yaml"
    with held(answers, "x", [].append):
        refused(answers, [])
        assert len(names(tmp_path)) == 1
    assert names(tmp_path) == []


def test_a_process_is_known_again_and_one_that_ended_is_none():
    assert system.is_running(system.process()) is True
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert system.is_running(f"{os.uname().nodename} {ended.pid} 1") is False
    assert system.is_running("elsewhere 1 1") is None
