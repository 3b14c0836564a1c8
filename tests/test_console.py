"""The console of Windows: its keys, lines, signals and programs, without one.

What only Windows has stands in for itself here: modules that note what they are asked.
"""

import contextlib
import errno
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import pytest
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from amjd.files import posix, windows
from amjd.files.names import is_folder_name
from amjd.terminal import editor, opening, system
from amjd.terminal import windows as console
from amjd.terminal.editor import edited, has_editor
from amjd.terminal.keyboard import as_sent
from amjd.terminal.lining import Lining
from amjd.terminal.sequences import Cutter
from amjd.text.errors import AmjdError
from conftest import EXAMPLES
from script import example
from stand_ins import stand_in
from tables import table
from terminals import KEPT, Terminal, check_quiet, names
from test_posixless import PROGRAM

PACKAGE = Path(posix.__file__).parent.parent

# -- keys ------------------------------------------------------------------------------------------


@table(
    ("key", "data", "means"),
    [
        (Keys.Up, "", "up"),
        (Keys.Down, "", "down"),
        (Keys.Left, "", "left"),
        (Keys.Right, "", "right"),
        (Keys.Home, "", "home"),
        (Keys.End, "", "end"),
        (Keys.PageUp, "", "pageup"),
        (Keys.PageDown, "", "pagedown"),
        (Keys.Delete, "", "delete"),
        (Keys.ControlLeft, "", "word-left"),
        (Keys.ControlRight, "", "word-right"),
        (Keys.ControlM, "\r", "enter"),
        (Keys.ControlH, "\b", "backspace"),
        (Keys.Backspace, "\x7f", "backspace"),
        (Keys.ControlI, "\t", "tab"),
        (Keys.ControlB, "\x02", "c-b"),
        (Keys.ControlC, "\x03", "c-c"),
        (Keys.ControlD, "\x04", "c-d"),
        (Keys.ControlZ, "\x1a", "c-z"),
        (Keys.ControlBackslash, "\x1c", "c-\\"),
        ("é", "é", "text"),
        ("日", "日", "text"),
    ],
)
def test_a_key_of_the_console_is_the_one_of_a_terminal(key: Any, data: str, means: str) -> None:
    assert [one.name for one in Cutter().feed(as_sent([KeyPress(key, data)]))] == [means]


def test_what_is_pasted_there_is_one_paste_and_the_mouse_is_no_key() -> None:
    sent = as_sent(
        [
            KeyPress(Keys.BracketedPaste, "one\rtwo"),
            KeyPress(Keys.WindowsMouseEvent, "LEFT;MOUSE_DOWN;3;4"),
            KeyPress("x", "x"),
        ]
    )
    found = Cutter().feed(sent)
    assert [one.name for one in found] == ["paste", "text"]
    assert "one" in found[0].text
    assert "two" in found[0].text


def test_ctrl_z_does_nothing_where_there_is_no_fg() -> None:
    assert not console.CAN_SUSPEND
    with console.mind_suspension(lambda *_: pytest.fail("nobody suspends there")):
        console.suspend()


# -- lines -----------------------------------------------------------------------------------------


@pytest.fixture
def typed(tmp_path: Path) -> Iterator[Callable[[bytes], Lining]]:
    """Somebody who types these bytes at the console."""
    with contextlib.ExitStack() as stack:

        def make(content: bytes) -> Lining:
            (tmp_path / "typed").write_bytes(content)
            opened = stack.enter_context((tmp_path / "typed").open("rb"))
            return Lining(opened.fileno(), sys.stderr)

        yield make


def test_a_line_is_read_as_the_console_gives_it(typed: Callable[[bytes], Lining]) -> None:
    assert typed("Café 日本\r\n".encode()).line() == "Café 日本"
    long = "x" * 100_000
    assert typed(f"{long}\r\n".encode()).line() == long


@pytest.mark.parametrize("given", [b"", b"half a line"])
def test_ctrl_z_and_a_closed_window_are_the_end(
    typed: Callable[[bytes], Lining], given: bytes
) -> None:
    with pytest.raises(EOFError):
        typed(given).line()


def test_what_was_pasted_behind_a_line_is_thrown_away(
    typed: Callable[[bytes], Lining], monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = [True, True]
    monkeypatch.setattr(console, "is_typed", lambda _: bool(pending))
    monkeypatch.setattr(console, "drop_typed", pending.clear)
    reader = typed(b"")
    assert reader.drop_pending()
    assert not reader.drop_pending()


# -- signals ---------------------------------------------------------------------------------------


@pytest.fixture
def usual(usual_stops: None) -> Any:
    before = signal.getsignal(signal.SIGABRT)
    yield
    signal.signal(signal.SIGABRT, before)


@pytest.mark.parametrize(("number", "code"), [(2, 130), (15, 143), (21, 130), (1, 129)])
def test_ctrl_break_ends_as_ctrl_c_does_and_a_closed_window_as_a_hang_up(
    number: int, code: int
) -> None:
    assert console.exit_code(number) == code


@pytest.mark.parametrize("event", [2, 5, 6], ids=["closed", "logged off", "shut down"])
def test_the_end_of_the_window_stops_the_program_and_waits_for_it(event: int, usual: None) -> None:
    stopped: list[int] = []
    console.mind_closing(lambda number, _: stopped.append(number))
    caller = threading.Thread(target=console.told, args=[event, 0.3])
    began = time.monotonic()
    caller.start()
    while not stopped and time.monotonic() < began + 5:
        time.sleep(0.01)
    assert [console.exit_code(number) for number in stopped] == [129]
    caller.join()
    assert time.monotonic() - began >= 0.3


@pytest.mark.parametrize("event", [0, 1], ids=["Ctrl-C", "Ctrl-Break"])
def test_other_events_are_signals_and_left_to_be(event: int) -> None:
    assert not console.told(event)


def test_a_stop_that_is_lost_comes_again(usual: None) -> None:
    came: list[int] = []
    console.in_a_moment(lambda: came.append(1), 0.05)
    began = time.monotonic()
    while not came and time.monotonic() < began + 5:
        time.sleep(0.01)
    assert came == [1]
    console.in_a_moment(lambda: came.append(2), 0.05)
    console.never_mind()
    time.sleep(0.2)
    assert came == [1]


# -- the editor ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("saved", "text"),
    [
        (b"We wash.\r\nWe iron.\r\n", "We wash.\nWe iron."),
        (b"\xef\xbb\xbfCaf\xc3\xa9\r\n", "Café"),
        ("Café “x”\r\n".encode("utf-16"), "Café “x”"),
        ("Café\n".encode("utf-16-be"), None),
        (b"\xfe\xff" + "Café\r".encode("utf-16-be"), "Café"),
        (b"caf\xe9", "caf\udce9"),
        (b"", ""),
    ],
)
def test_what_notepad_saves_is_read(
    saved: bytes, text: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "saved").write_bytes(saved)
    program = stand_in(tmp_path / "notepad", f'cat "{tmp_path}/saved" > "$1"')
    monkeypatch.setenv("EDITOR", str(program))
    monkeypatch.delenv("VISUAL", raising=False)
    with (tmp_path / "sink").open("w") as sink, (tmp_path / "saved").open() as source:
        found = edited("before", source.fileno(), sink)
    assert found == text if text is not None else "\0" in found


def test_notepad_is_offered_where_nobody_has_chosen_an_editor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert not has_editor()
    monkeypatch.setattr(system, "KNOWS_EDITOR", console.KNOWS_EDITOR)
    monkeypatch.setattr(system, "USUAL_EDITORS", console.USUAL_EDITORS)
    monkeypatch.setattr(editor.shutil, "which", lambda name: name)
    assert has_editor()
    assert editor._command() == ["notepad"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("notepad", ["notepad"]),
        ("code --wait", ["code", "--wait"]),
        (r'"C:\Program Files\N++\n.exe" -x', [r"C:\Program Files\N++\n.exe", "-x"]),
        (r"C:\tools\vim.exe", [r"C:\tools\vim.exe"]),
        ("", []),
    ],
)
def test_a_command_keeps_its_back_slashes(command: str, words: list[str]) -> None:
    assert console.words_of(command) == words


def test_a_program_may_stand_there_without_marks(tmp_path: Path) -> None:
    program = tmp_path / "my editor.exe"
    program.touch()
    assert console.words_of(str(program)) == [str(program)]


# -- the terminal of a process ---------------------------------------------------------------------


class Stream:
    """A stream that is a terminal, or none."""

    def __init__(self, is_terminal: bool) -> None:
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def fileno(self) -> int:
        return 0


@pytest.mark.parametrize(
    ("streams", "seen"),
    [((True, None, None), True), ((False, False, True), True), ((False, None, False), False)],
)
def test_a_console_that_nobody_sees_is_not_asked_on(
    streams: tuple[bool | None, ...], seen: bool
) -> None:
    """The terminal of Git for Windows is three pipes, and has a hidden console beside them."""
    given: Any = [None if one is None else Stream(one) for one in streams]
    assert console.has_window(*given) == seen


def test_where_nobody_sees_it_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_window", console.has_window)
    monkeypatch.setattr(system, "other_terminal", console.other_terminal)
    monkeypatch.setenv("MSYSTEM", "MINGW64")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Stream(False))
    with pytest.raises(AmjdError) as caught, opening.open_asker(True, words=None):  # type: ignore[arg-type]
        pass
    assert caught.value.code == 5
    assert "In Git Bash, write winpty amjd new" in str(caught.value)
    monkeypatch.delenv("MSYSTEM")
    assert console.other_terminal(os.environ) == ""


def test_an_interview_in_a_pipe_asks_on_the_console(tmp_path: Path) -> None:
    for name in (console.INPUT, console.OUTPUT):
        (tmp_path / name).symlink_to("/dev/tty")
    (tmp_path / "given.yaml").write_bytes(b"\xef\xbb\xbf" + (EXAMPLES / "key.yaml").read_bytes())
    words = " ".join(f"'{word}'" for word in PROGRAM)
    command = ["/bin/sh", "-c", f"cat given.yaml | {words} new -a - --plain --ask deadline 2> said"]
    with Terminal(tmp_path, command=command) as terminal:
        terminal.plain = True
        asked = terminal.asked("apply.deadline")
        terminal.answer(asked, "rolling")
        terminal.answer(terminal.walk(example("key"), "review"), "yes")
        assert terminal.end() == 0
        check_quiet(terminal)
    assert KEPT in names(tmp_path)


@pytest.mark.parametrize(("page", "plain"), [("cp437", True), ("cp932", False)])
def test_an_interview_on_a_console_of_another_code_page_shows_what_it_can(
    page: str, plain: bool, tmp_path: Path
) -> None:
    settings: Any = {"PYTHONIOENCODING": page, "PYTHONUTF8": "0"}
    with Terminal(tmp_path, "new", plain=plain, **settings) as terminal:
        terminal.walk(example("standard"), "role.workplace")
        assert terminal.stop("Ctrl-C") == terminal.end()
        check_quiet(terminal)


def test_the_modes_of_a_console_lose_their_echo_and_nothing_else() -> None:
    assert console.without_echo(0b1_1111_0111) == 0b1_1111_0001
    assert console.without_echo(None) is None


# -- what only Windows has -------------------------------------------------------------------------


class FakeConsole:
    """msvcrt and the functions of the console that are called: they note it."""

    LK_NBLCK: ClassVar[int] = 2

    def __init__(self) -> None:
        self.held: set[int] = set()
        self.typed: list[str] = []

    def locking(self, descriptor: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        file = os.fstat(descriptor).st_ino
        if file in self.held:
            raise PermissionError(errno.EACCES, "Permission denied")
        self.held.add(file)

    def kbhit(self) -> bool:
        return bool(self.typed)

    def getwch(self) -> str:
        return self.typed.pop(0)


@pytest.fixture
def windows_here(monkeypatch: pytest.MonkeyPatch) -> FakeConsole:
    fake = FakeConsole()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", fake)  # type: ignore[arg-type]
    return fake


def test_a_file_is_locked_once(windows_here: FakeConsole, tmp_path: Path) -> None:
    first, second = (os.open(tmp_path / "lock", windows.TO_LOCK) for _ in range(2))
    assert windows.lock(first)
    assert not windows.lock(second)
    os.close(second)
    windows.let_go(first, tmp_path / "lock")
    assert names(tmp_path) == []


def test_what_is_typed_is_seen_and_thrown_away(windows_here: FakeConsole) -> None:
    assert not console.is_typed(0.03)
    windows_here.typed = ["a", "\r"]
    assert console.is_typed(0.03)
    console.drop_typed()
    assert windows_here.typed == []


def test_a_posting_is_opened_by_its_own_program(
    windows_here: FakeConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    command = windows.opener()
    assert command
    windows.open_with(command, Path("x.docx"))
    assert opened == [Path("x.docx")]


def test_where_no_locks_are_it_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match=os.strerror(errno.ENOSYS)):
        windows.lock(0)


# -- the clipboard, and commands that are printed --------------------------------------------------


def test_clip_gets_a_text_that_it_reads_as_unicode() -> None:
    assert windows.clipboards("text/plain") == {"clip": []}
    assert windows.for_clipboard("Café – 日本\n".encode()).decode("utf-16") == "Café – 日本\n"


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        (r"C:\jobs\x.docx", r"C:\jobs\x.docx"),
        (r"C:\my jobs\x.docx", r'"C:\my jobs\x.docx"'),
        ("it's.md", '"it\'s.md"'),
        ("", '""'),
    ],
)
def test_a_command_can_be_pasted_into_powershell_and_cmd(word: str, quoted: str) -> None:
    assert windows.quoted(word) == quoted


@pytest.mark.parametrize(("name", "there", "here"), [("x/", True, True), ("x\\", True, False)])
def test_a_folder_ends_in_a_slash_of_its_system(
    name: str, there: bool, here: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_folder_name(name) == here
    monkeypatch.setattr("amjd.files.system.SLASHES", windows.SLASHES)
    assert is_folder_name(name) == there


# -- one place a platform --------------------------------------------------------------------------


@pytest.mark.parametrize("room", ["files", "terminal"])
def test_both_systems_have_every_name(room: str) -> None:
    wanted = names_wanted_of(room)
    assert {"files": "TO_READ", "terminal": "STOPS"}[room] in wanted
    for name in ("posix", "windows"):
        module = import_module(f"amjd.{room}.{name}")
        assert [one for one in sorted(wanted) if not hasattr(module, one)] == []


def names_wanted_of(room: str) -> set[str]:
    """List the names of `system` in a room that our modules use."""
    importing = re.compile(rf"from amjd\.{room} import [^\n]*\bsystem\b")
    texts = (path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    return {
        name
        for text in texts
        if importing.search(text)
        for name in re.findall(r"\bsystem\.([A-Za-z_]+)", text)
    }


def test_nobody_else_asks_which_system_it_is() -> None:
    asking = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if any(word in path.read_text("utf-8") for word in ("sys.platform", "os.name", "platform."))
    }
    rooms = {f"{room}/{name}.py" for room in ("files", "terminal")
             for name in ("system", "posix", "windows")}  # fmt: skip
    of_one = {"files/ownership.py", "terminal/keying.py", "terminal/posix_keyboard.py",
              "terminal/windows_keyboard.py"}  # fmt: skip
    of_one.add("terminal/inputs.py")  # which has one of them loaded
    assert asking == rooms | of_one
