"""The lock on the answers: who holds them, and folders that take no locks."""

import errno
import os

import pytest

from amjd.files.lock import held


@pytest.mark.parametrize("name", ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "EBADF"])
def test_where_there_are_no_locks_it_is_said_and_the_work_goes_on(name, tmp_path, monkeypatch):
    number = getattr(errno, name)

    def flock(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", flock)
    told: list[str] = []
    with held(tmp_path / "a.yaml", "a.yaml", told.append):
        assert list(tmp_path.iterdir()) == []
        with held(tmp_path / "a.yaml", "a.yaml", told.append):
            pass
    assert len(told) == 2
    assert os.strerror(number).lower() in told[0]
    assert list(tmp_path.iterdir()) == []


def test_a_lock_is_there_while_it_is_held_and_gone_after_it(tmp_path):
    told: list[str] = []
    with held(tmp_path / "a.yaml", "a.yaml", told.append):
        assert [path.name for path in tmp_path.iterdir()] == [".a.yaml.lock"]
    assert list(tmp_path.iterdir()) == []
    assert told == []
