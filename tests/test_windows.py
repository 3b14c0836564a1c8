"""What Windows does in its own way, decided by plain functions that its errors and paths are given.

No Windows is at hand where this runs: its errors are made, with the numbers that it gives them.
"""

import errno
import os
import time
import unicodedata
from collections.abc import Callable
from itertools import product
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from amjd.asker import Ask, Reply
from amjd.files import causes, windows
from amjd.files.causes import is_held, patiently
from amjd.files.names import safe_name
from amjd.files.refusals import HeldError, explanation
from amjd.files.whole import read_bytes, write_whole
from amjd.files.windows_names import fault
from amjd.interview.files.standing import StoppedError
from amjd.text.errors import AmjdError
from conftest import EXAMPLES, Result, names
from script import BRIEF, Script, example
from sessions import called_with, go_through, run
from tables import table

OLD, NEW = b"old\n", b"new\n" * 1000
# What Python makes of each number, and its words.
OF_C = {5: errno.EACCES, 32: errno.EACCES, 33: errno.EACCES, 123: errno.EINVAL,
        206: errno.ENOENT, 225: errno.EINVAL, 267: errno.EINVAL, 1224: errno.EINVAL}  # fmt: skip
HELD = (32, 33, 1224)


def windows_error(number: int) -> OSError:
    """Make an error as Python on Windows does."""
    error = OSError(OF_C[number], f"Windows says {number}")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(causes, "MOMENT", 0.2)
    monkeypatch.setattr(causes, "_PAUSE", 0.01)


# -- what an error means ---------------------------------------------------------------------------


@pytest.mark.parametrize("number", OF_C)
def test_a_file_that_is_open_is_told_from_one_that_is_refused(number: int) -> None:
    assert is_held(windows_error(number)) == (number in HELD)


def test_an_error_of_another_system_is_of_nobody_who_holds_a_file() -> None:
    assert not is_held(OSError(errno.EACCES, "Permission denied"))


@pytest.mark.parametrize(
    ("number", "doing", "said"),
    [
        (32, "written", "C:\\x.docx is open in another program. Close it in Word, then try again."),
        (33, "written", "C:\\x.docx is open in another program. Close it in Word, then try again."),
        (1224, "read", "C:\\x.docx is open in another program. Close it in Word, then try again."),
        (5, "written", "C:\\x.docx cannot be written: windows says 5. Take a folder that you may"),
        (5, "read", "C:\\x.docx cannot be read: windows says 5. Ask for the right to read it."),
        (123, "written", "Take a name without the signs < > : \" / \\ | ? *."),
        (206, "written", "Take a shorter name, or a folder whose own name is shorter."),
        (225, "written", "virus scanner"),
        (267, "written", "Check the folder's name."),
    ],
)  # fmt: skip
def test_an_error_is_said_with_what_to_do(number: int, doing: str, said: str) -> None:
    error = explanation(windows_error(number), r"C:\x.docx", doing)
    assert said in str(error)
    assert error.code == 4
    assert isinstance(error, HeldError) == (number in HELD)


def test_where_open_files_are_kept_from_others_a_refusal_may_mean_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("amjd.files.system.KEEPS_OPEN_FILES", windows.KEEPS_OPEN_FILES)
    said = str(explanation(PermissionError(errno.EACCES, "Permission denied"), "x", "read"))
    assert said.endswith("Close it in other programs, or ask for the right to read it.")


# -- waiting ---------------------------------------------------------------------------------------


def test_a_file_that_is_open_for_a_moment_is_waited_for() -> None:
    errors = [windows_error(32), windows_error(5), windows_error(1224)]

    def act() -> str:
        if errors:
            raise errors.pop()
        return "done"

    assert patiently(act, 5) == "done"


@pytest.mark.parametrize("number", [123, 206, 5])
def test_what_will_not_be_over_is_not_waited_for(number: int) -> None:
    tried = []

    def act() -> None:
        tried.append(1)
        raise windows_error(number)

    with pytest.raises(OSError, match=str(number)):
        patiently(act)
    assert len(tried) == 1


def test_a_second_is_waited_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    began = time.monotonic()

    def act() -> None:
        raise windows_error(32)

    with pytest.raises(OSError, match="32"):
        patiently(act)
    assert 1.0 <= time.monotonic() - began < 1.5


# -- the errors at each call of a write ------------------------------------------------------------

CALLS = ("open", "link", "replace", "unlink", "fsync", "write", "ftruncate", "fstat", "stat",
         "lstat", "fchmod", "fchown", "close")  # fmt: skip
NUMBERS = (5, 32, 1224)


class Fault:
    """Raises an error of Windows at one of the calls of the system, some times or for ever."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, call: str, number: int, times: int) -> None:
        self._real, self._number, self._times = getattr(os, call), number, times
        self.count = 0
        monkeypatch.setattr(os, call, self)

    def __call__(self, *arguments: Any, **more: Any) -> Any:
        self.count += 1
        if self.count <= self._times:
            raise windows_error(self._number)
        return self._real(*arguments, **more)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "posting.docx"


@pytest.mark.parametrize(
    ("call", "number"),
    # That it is denied to make a file is final.
    [*product(["link", "replace", "unlink"], NUMBERS), ("open", 32), ("open", 1224)],
)
@pytest.mark.parametrize("stands", [False, True])
def test_what_holds_a_file_for_a_moment_is_outlasted(
    stands: bool, call: str, number: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if stands:
        target.write_bytes(OLD)
    monkeypatch.setattr(causes, "MOMENT", 60.0)
    with monkeypatch.context() as patch:
        Fault(patch, call, number, times=3)
        write_whole(target, NEW, force=stands)
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("call", [call for call in CALLS if call not in ("unlink", "close")])
@pytest.mark.parametrize("stands", [False, True])
def test_what_holds_it_for_ever_loses_nothing_and_is_named(
    stands: bool, call: str, number: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if stands:
        target.write_bytes(OLD)
    said = ""
    with monkeypatch.context() as patch:
        Fault(patch, call, number, times=10**6)
        try:
            write_whole(target, NEW, force=stands)
        except AmjdError as error:
            assert error.code == 4
            said = str(error)
    if said:
        assert target.name in said
        assert (target.read_bytes() if target.exists() else None) == (OLD if stands else None)
    else:
        assert target.read_bytes() == NEW
    assert names(target.parent) == ([target.name] if target.exists() else [])


def test_a_file_that_is_open_in_word_is_said_to_be(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Word lets nobody replace or write its document; Windows says "denied" to the first."""
    target.write_bytes(OLD)
    with monkeypatch.context() as patch:
        Fault(patch, "replace", 5, times=10**6)
        real = Path.open

        def opened(path: Path, *arguments: Any, **more: Any) -> Any:
            if path == target and arguments[0] == "r+b":
                raise PermissionError(errno.EACCES, "Permission denied")
            return real(path, *arguments, **more)

        patch.setattr(Path, "open", opened)
        with pytest.raises(HeldError, match=r"open in another program\. Close it in Word"):
            write_whole(target, NEW, force=True)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_what_is_denied_where_nothing_stands_is_in_nobodys_hands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        Fault(patch, "replace", 5, times=10**6)
        with pytest.raises(PermissionError) as caught:
            causes.replace(tmp_path / "x.tmp", tmp_path / "x")
    assert not is_held(caught.value)


def test_a_folder_that_windows_opens_not_is_called_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", _denied)
        with pytest.raises(AmjdError, match="is a folder"):
            read_bytes(str(tmp_path), 10)
        with pytest.raises(AmjdError, match="cannot be read: permission denied"):
            read_bytes(str(EXAMPLES / "key.yaml"), 10)


def _denied(*_: object) -> int:
    raise PermissionError(errno.EACCES, "Permission denied")


# -- a posting that is open in Word at the end of an interview -------------------------------------


class Word:
    """Has a document open until it is closed: nobody may rename anything to its name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, document: Path) -> None:
        self._document, self.is_open = document.resolve(), True
        self._replace, self._open = os.replace, Path.open
        monkeypatch.setattr(os, "replace", self.replace)
        monkeypatch.setattr(Path, "open", lambda *arguments, **more: self.open(*arguments, **more))

    def replace(self, name: Path, target: Path) -> None:
        if self.is_open and Path(target).resolve() == self._document:
            raise windows_error(5)
        self._replace(name, target)

    def open(self, path: Path, *arguments: Any, **more: Any) -> Any:
        if self.is_open and path.resolve() == self._document and "+" in "".join(arguments[:1]):
            raise PermissionError(errno.EACCES, "Permission denied")
        return self._open(path, *arguments, **more)


CHANGED: dict[str, Any] = {
    "finished": ["edit"], "review": ["company.name", "yes"], "company.name": ["Harbor"],
}  # fmt: skip


class AtWord(Script):
    """Somebody who is told that a document is open in Word, and does something about it."""

    def __init__(self, word: Word, answers: list[str], closes_at: int = 10**6) -> None:
        super().__init__(example(BRIEF), CHANGED)
        self._word, self._answers, self._closes_at = word, answers, closes_at
        self.questions: list[str] = []

    def ask(self, ask: Ask) -> Reply:
        if ask.screen != "replaced":
            return super().ask(ask)
        self.questions.append(ask.question)
        self._word.is_open = len(self.questions) < self._closes_at
        answer = self._answers.pop(0)
        return Reply((answer,) if answer else ())


def written(script: Script) -> None:
    go_through(called_with("x.docx"), script)


OPEN = "x.docx is open in another program. Close it in Word, then press Enter."


@pytest.mark.no_cover
def test_whoever_closes_it_in_word_and_presses_enter_has_it_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(called_with("x.docx"))
    before = (folder / "x.docx").read_bytes()
    with monkeypatch.context() as patch:
        script = AtWord(Word(patch, folder / "x.docx"), ["", ""], closes_at=2)
        written(script)
    assert script.questions == [OPEN, OPEN]
    assert (folder / "x.docx").read_bytes() != before
    assert names(folder) == ["x.amjd.yaml", "x.docx"]


@pytest.mark.no_cover
def test_whoever_leaves_it_open_has_the_new_one_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(called_with("x.docx"))
    before = (folder / "x.docx").read_bytes()
    with monkeypatch.context() as patch:
        script = AtWord(Word(patch, folder / "x.docx"), ["other"])
        written(script)
    assert script.questions == [OPEN]
    assert (folder / "x.docx").read_bytes() == before != (folder / "x-2.docx").read_bytes()
    assert names(folder) == ["x-2.docx", "x.amjd.yaml", "x.docx"]


@pytest.mark.no_cover
def test_whoever_stops_there_has_the_old_one_and_all_answers(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(called_with("x.docx"))
    before = (folder / "x.docx").read_bytes()
    with monkeypatch.context() as patch, pytest.raises(StoppedError):
        written(AtWord(Word(patch, folder / "x.docx"), ["stop"]))
    assert (folder / "x.docx").read_bytes() == before
    assert "Harbor" in (folder / "x.amjd.yaml").read_text("utf-8")
    assert names(folder) == ["x.amjd.yaml", "x.docx"]


def test_a_draft_says_to_close_it_and_drafts_the_others(
    amjd: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [EXAMPLES / "key.yaml", EXAMPLES / "senior.yaml"]
    assert amjd("draft", *both, "-o", "./", "-f", "docx").code == 0
    before = (folder / "key.docx").read_bytes()
    with monkeypatch.context() as patch:
        Word(patch, folder / "key.docx")
        ended = amjd("draft", *both, "-o", "./", "-f", "docx", "--force", "--set", "company.name=X")
    assert ended.code == 4
    assert "key.docx is open in another program. Close it in Word, then try again." in ended.lines
    assert (folder / "key.docx").read_bytes() == before
    assert names(folder) == ["key.docx", "senior.docx"]


# -- names -----------------------------------------------------------------------------------------

COMPANIES = [
    "CON", "con", "Con.", "NUL", "nul.txt", "PRN", "AUX", "aux.docx", "COM1", "com9", "COM\u00b9",
    "LPT1", "lpt\u00b3", "CONIN$", "CONOUT$", "COM0", "CON.\u00b9.txt", "a:b", "A: B", "C:",
    "C:\\Windows", "\\\\server\\share", "\\\\?\\C:\\x", "what?", "st*r", "<b>", "a|b>c", '"quoted"',
    "../../etc/passwd", "/etc/passwd", "..", ".", "...", ". .", ".hidden", "-rf", "--help", "~",
    "~root", "$HOME", "%PATH%", "`id`", "$(id)", "Caf\u00e9", "Cafe\u0301", "CAF\u00c9",
    "\u212bngstr\u00f6m", "\ufb01ne", "\u0130stanbul", "stra\u00dfe", "\uff23\uff2f\uff2e",
    "\u682a\u5f0f\u4f1a\u793e", "\u05e9\u05dc\u05d5\u05dd", "\U0001f680", "\u202egnp.exe",
    "a\u200bb", "\ud800", "tab\there", "ends in a dot.", "ends in a space ", "in both. . ",
    "two  spaces", "new\nline", "nul\0byte", "x" * 300, "\u65e5" * 300, "", " ",
]  # fmt: skip


@table("company", COMPANIES, ids=ascii)
def test_a_name_made_of_a_company_is_one_on_every_system(company: str) -> None:
    name = safe_name(company)
    assert fault(PureWindowsPath(f"C:/x/{name}.docx")) == ""
    assert 1 <= len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name == safe_name(unicodedata.normalize("NFD", company)).lower()
    assert name == safe_name(unicodedata.normalize("NFC", company))
    assert name == safe_name(company.swapcase()) or not company.isascii()


def test_there_are_enough_of_them() -> None:
    assert len(set(COMPANIES)) >= 60


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (r"C:\Users\me\posting.docx", ""),
        (r"..\posting.docx", ""),
        (r".\.hidden", ""),
        (r"\\server\share\posting.docx", ""),
        ("console.md", ""),
        ("com10.md", ""),
        ("ab:c.md", "it may hold no :"),
        ("what?.md", "it may hold no ?"),
        (r"C:\a\*.md", "it may hold no *"),
        ("a\tb.md", "it holds a control character"),
        ("CON", "CON is kept for a device"),
        ("con.md", "CON is kept for a device"),
        ("nul .tar.md", "NUL is kept for a device"),
        ("LPT\u00b2.md", "LPT\u00b2 is kept for a device"),
        (r"aux\x.md", "AUX is kept for a device"),
        ("posting.", "it ends in a dot"),
        (r"folder \x.md", "it ends in a space"),
        ("x" * 256, "it is longer than 255 characters"),
        ("\U0001f680" * 128, "it is longer than 255 characters"),
        ("x" * 255, ""),
    ],
)
def test_a_name_that_no_file_can_have_there_is_told(path: str, said: str) -> None:
    assert fault(PureWindowsPath(path)) == said


def test_such_a_name_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows would write con.md to its console, and ab:c.md into a hidden part of a file ab."""
    monkeypatch.setattr(
        "amjd.files.system.fault_of", lambda path: fault(PureWindowsPath(path.name))
    )
    for name in ("con.md", "ab:c.md"):
        with pytest.raises(AmjdError, match=f"{name} is no name for a file here: ") as caught:
            write_whole(tmp_path / name, NEW)
        assert caught.value.code == 4
    assert names(tmp_path) == []
