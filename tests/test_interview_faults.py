"""Faults at each file call of an interview: what was answered is on the disk, or is shown."""

import contextlib
import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from amjd.files.refusals import explanation
from amjd.interview.files.delivering import deliver
from amjd.interview.files.saving import Saving
from amjd.interview.files.session import given, hold_files
from amjd.interview.files.wanted import Wanted
from amjd.text.errors import AmjdError
from conftest import CATALOG, PROMPTS, RULES, SHORT, WORDS
from faults import PACKAGE, Call, Faults, Site, sites
from script import Script
from test_faults import (
    NEW,
    OLD,
    Case,
    calls_of,
    faults,
    folder_for,
    from_then_on,
    nothing_left_open,
    once,
    write,
)  # fmt: skip

__all__ = ["nothing_left_open"]

BEGUN, ANSWERED = b"# begun\n", "company:\n  name: Tidewater\n"

_ = faults  # the fixture


@pytest.fixture(autouse=True)
def other_places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a home, a folder for what is temporary, and stand in a third."""
    places = tmp_path_factory.mktemp("places")
    for name in ("home", "last", "here"):
        (places / name).mkdir()
    monkeypatch.setenv("HOME", str(places / "home"))
    monkeypatch.setattr("tempfile.tempdir", str(places / "last"))
    monkeypatch.chdir(places / "here")
    # What answers make of a posting is found out without a file, and takes most of the time.
    monkeypatch.setattr("amjd.interview.files.starting.postings_of", lambda *_: [])
    return places


def begun_before(folder: Path) -> None:
    write(folder, BEGUN, 0o600, "x.amjd.yaml")
    write(folder)


def interviewed(folder: Path, **wants: list[str]) -> Script:
    """Go on with answers, save one, and write the posting, which replaces another one."""
    # Whoever is asked tries again, and stops when that does not help.
    retry = ["again", "again", "stop"]
    script = Script({}, {"retry": retry, "replaced": ["replace"] * 9, **wants})
    wanted = Wanted(lambda: CATALOG, lambda: SHORT, PROMPTS, lambda: RULES, str(folder / "x.md"))
    try:
        given(wanted._replace(output=f"{folder}/"))
        with hold_files(wanted, given(wanted), script) as files, Saving(files, script) as saving:
            try:
                saving.save(ANSWERED)
                postings = [(files.postings[0], NEW)]
                deliver(postings, files.may_replace, saving.at, script, WORDS)
                saving.forget_replaced()
            finally:
                script.told.append(saving.last_words())
    except OSError as error:
        # What nobody has explained is told by the program.
        raise EndedError(explanation(error, error.filename, "used"), script) from None
    except AmjdError as error:
        raise EndedError(error, script) from None
    return script


class EndedError(AmjdError):
    """An interview that ended early, with all that was said in it."""

    def __init__(self, error: AmjdError, script: Script) -> None:
        super().__init__(str(error), code=error.code)
        self.script = script


def linked(folder: Path) -> None:
    """Have answers and posting in another folder, that links lead to."""
    (folder / "real").mkdir()
    begun_before(folder / "real")
    for name in ("x.amjd.yaml", "x.md"):
        (folder / name).symlink_to(f"real/{name}")


def renamed(folder: Path) -> Script:
    """Leave the answers that are there, and begin under another name."""
    return interviewed(folder, resume=["other"], rename=[str(folder / "y.md")] * 9)


CASES = {
    "anew": Case(interviewed, lambda _: None),
    "again": Case(interviewed, begun_before, OLD),
    "renamed": Case(renamed, begun_before, OLD),
    "linked": Case(interviewed, linked, OLD),
    "without locks": Case(
        interviewed, begun_before, OLD, refuse=("fcntl.flock", errno.ENOLCK)
    ),
}  # fmt: skip


def everywhere(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}  # fmt: skip


def check(
    case: Case, faults: Faults, parent: Path, places: Path, fails: Callable[[Call], int]
) -> None:
    folder = parent / f"{len(os.listdir(parent))}"  # noqa: PTH208
    folder.mkdir()
    case.prepare(folder)
    try:
        script, is_done = faults.run(lambda: case.act(folder), fails), True
    except EndedError as error:
        script, is_done = error.script, False
        assert error.code == 4
        assert str(folder) in str(error), str(error)
    found = everywhere(folder)
    if "rename" in script.fields:
        assert (found["x.md"], found["x.amjd.yaml"]) == (OLD, BEGUN)
    name, before = ("y", None) if "rename" in script.fields else ("x", case.before)
    assert found.get(f"{name}.md") in ((NEW,) if is_done else (before, NEW))
    assert found.get(f"{name}.amjd.yaml") in (None, BEGUN, ANSWERED.encode())
    somewhere = [*found.values(), *everywhere(places).values()]
    is_kept = ANSWERED.encode() in somewhere or ANSWERED in "\n".join(script.heard)
    asked = [ask.why for ask in script.asked if ask.screen == "retry"]
    if is_done or asked:
        # Whoever stops where the answer before is in the file has been told just that.
        is_before = found.get(f"{name}.amjd.yaml") == BEGUN
        assert is_kept or (is_before and asked[-1] == WORDS.files.retry.why)
    left = [name for name in found if ".amjd-" in name or name.endswith((".lock", ".held"))]
    assert not left or fails(Call("os.unlink", 99)), left


# One that refuses, and one that fails.
ERRORS = (errno.EPERM, errno.EIO)
_FIRST = (
    2  # where the third call of a name fails for ever, little is left that the second would not
)


@pytest.mark.parametrize(
    ("name", "number", "fails"),
    [
        pytest.param(name, number, fails, marks=[] if (one + other) % 2 else pytest.mark.nightly)
        for name in CASES
        for one, number in enumerate(ERRORS)
        for other, fails in enumerate([once, from_then_on])
    ],
)
def test_a_fault_at_any_call_of_an_interview_loses_no_answer(
    name: str,
    number: int,
    fails: Callable[[Case, Call, int], Callable[[Call], int]],
    faults: Faults,
    tmp_path: Path,
    other_places: Path,
) -> None:
    case = CASES[name]
    for call in calls_of(case, faults, tmp_path):
        if fails is from_then_on and call.count > _FIRST:
            continue
        try:
            check(case, faults, tmp_path, other_places, fails(case, call, number))
        except BaseException as error:
            error.add_note(f"{call}")
            raise


def test_every_call_of_an_interview_that_touches_files_is_tried(
    faults: Faults, tmp_path: Path
) -> None:
    for case in CASES.values():
        for call in calls_of(case, faults, tmp_path):
            if call.count <= _FIRST:
                with contextlib.suppress(EndedError):
                    folder = folder_for(case, tmp_path)
                    faults.run(partial(case.act, folder), from_then_on(case, call, errno.EPERM))
    untried = [
        f"{name}:{lines[0]}: {text}"
        for module in ("session", "saving", "standing", "delivering", "wanted")
        for name, lines, text in sites(PACKAGE / "interview" / "files" / f"{module}.py")
        if not any(Site(name, line) in faults.sites for line in lines)
    ]
    assert not untried, "\n".join(untried)
