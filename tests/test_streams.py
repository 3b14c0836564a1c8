"""Standard input and output: read whole and written whole, whatever state they are in."""

import io
import os
import sys
import threading
import time

import pytest

from amjd.files.streams import write_all, write_stdout
from amjd.files.whole import read_bytes
from amjd.text.characters import typewritten
from amjd.text.errors import AmjdError
from conftest import EXAMPLES, spawn
from terminals import Terminal, check_quiet

OLD, NEW = b"old\n", b"new\n" * 1000


def test_standard_input_is_read_up_to_a_byte_more_than_the_limit(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 1000)))
    assert read_bytes("-", 100) == b"x" * 101


def test_standard_input_that_is_non_blocking_is_waited_for_and_read_whole(monkeypatch):
    reading, writing = os.pipe()
    os.set_blocking(reading, False)

    def write() -> None:
        for part in (OLD, NEW):
            time.sleep(0.1)
            os.write(writing, part)
        os.close(writing)

    writer = threading.Thread(target=write)
    writer.start()
    with open(reading) as pipe:  # noqa: PTH123 - a descriptor has no path
        monkeypatch.setattr(sys, "stdin", pipe)
        assert read_bytes("-", 10_000) == OLD + NEW
    writer.join()


@pytest.mark.parametrize("buffering", [0, -1], ids=["unbuffered", "buffered"])
def test_a_stream_that_is_non_blocking_takes_everything(buffering):
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    content, got = b"x" * 1_000_000, bytearray()

    def read() -> None:
        while chunk := os.read(reading, 50_000):
            got.extend(chunk)
            time.sleep(0.001)

    reader = threading.Thread(target=read)
    reader.start()
    raw = open(writing, "wb", buffering)  # noqa: PTH123, SIM115 - closed with the stream
    with io.TextIOWrapper(raw, write_through=True) as stream:
        write_all(stream, content)
    reader.join()
    os.close(reading)
    assert bytes(got) == content


def test_what_was_written_before_comes_before(tmp_path):
    with (tmp_path / "out").open("w") as stream:
        stream.write("first\n")
        write_all(stream, b"second\n")
    assert (tmp_path / "out").read_bytes() == b"first\nsecond\n"


def test_standard_output_gets_the_bytes(capfdbinary):
    write_stdout(NEW)
    assert capfdbinary.readouterr().out == NEW


def test_a_closed_standard_output_says_so(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(AmjdError, match="standard output is closed") as caught:
        write_stdout(NEW)
    assert caught.value.code == 4
    assert "--output" not in str(caught.value)  # help and reviews have no such option


def test_a_full_standard_output_says_so_and_is_not_tried_again(monkeypatch):
    full = open("/dev/full", "w")  # noqa: PTH123, SIM115 - closed below
    monkeypatch.setattr(sys, "stdout", full)
    with pytest.raises(AmjdError, match="no space left on device") as caught:
        write_stdout(NEW)
    assert caught.value.code == 4
    full.close()


def test_a_reader_that_went_away_ends_the_program_without_a_word(monkeypatch, capfd):
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as pipe:  # noqa: PTH123 - a descriptor has no path
        monkeypatch.setattr(sys, "stdout", pipe)
        with pytest.raises(SystemExit) as ended:
            write_stdout(NEW)
    assert ended.value.code == 4
    assert capfd.readouterr().err == ""


# -- code pages -----------------------------------------------------------------------------------

CODE_PAGES = ["cp1252", "cp437", "cp932"]
POSTING = "# Account Manager\n\n“We’re” a café – 日本 … €58k · ninja rockstar.\n"


COMMANDS = {
    "draft": ["draft", EXAMPLES / "senior.yaml", "--set", "company.name=Café – 日本"],
    "-": ["draft", "-", "--set", "quota.target=“80k”"],
    "check": ["check", "posting.md", "-f", "json"],
    "templates": ["templates", "key"],
    "nothing": ["draft", "nothing–日本.yaml"],
}


@pytest.mark.parametrize(
    ("command", "page"),
    # Each command in one code page; in the others by night.
    [
        pytest.param(command, page, marks=[] if (one + other) % 3 == 0 else pytest.mark.nightly)
        for one, command in enumerate(COMMANDS)
        for other, page in enumerate(CODE_PAGES)
    ],
)
def test_a_pipe_gets_utf_8_and_line_feeds_whatever_the_code_page(command, page, folder, amjd):
    (folder / "posting.md").write_text(POSTING, "utf-8")
    given = (EXAMPLES / "key.yaml").read_bytes()
    usual = amjd(*COMMANDS[command], stdin=given)
    env = {"PYTHONIOENCODING": page, "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"}
    other = spawn(COMMANDS[command], input=given.replace(b"\n", b"\r\n"), env=env)
    assert (other.returncode, other.stdout, other.stderr.decode()) == usual
    assert b"\r" not in other.stdout + other.stderr


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("cp1252", "‘nothing’ – ??.yaml"),
        ("cp437", "'nothing' - ??.yaml"),
        ("cp932", "‘nothing’ - 日本.yaml"),
        ("ascii", "'nothing' - ??.yaml"),
    ],
)
def test_a_console_that_cannot_show_a_character_shows_one_like_it(page, name, tmp_path):
    settings = {"PYTHONIOENCODING": page, "PYTHONUTF8": "0"}
    with Terminal(tmp_path, "draft", "‘nothing’ – 日本.yaml", **settings) as terminal:
        assert terminal.end() == 4
        check_quiet(terminal)
    assert terminal.raw.decode(page).startswith(f"{name} cannot be read")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“It’s” – 3 … • ● ○ → » │", '"It\'s" - 3 ... * * o -> > |'),
        ("résumé, Łódź, ﬁne", "resume, ?odz, fine"),
        ("58 €, £5", "58 EUR, GBP5"),
        ("日本", "??"),
    ],
)
def test_what_a_typewriter_has_stands_for_what_it_has_not(text, shown):
    assert typewritten(text) == shown


def test_the_console_of_windows_is_written_through_its_own_stream(monkeypatch):
    """Bytes that went past it would be read in the code page."""
    monkeypatch.setattr("amjd.files.system.needs_stream", lambda _: True)
    console = Console()
    with io.TextIOWrapper(console, "utf-8", write_through=True) as stream:
        write_all(stream, "café\n".encode())
        assert console.written == ["café\n".encode()]


class Console(io.RawIOBase):
    """Notes what is written through it; its descriptor leads nowhere."""

    def __init__(self):
        self.written = []

    def writable(self):
        return True

    def fileno(self):
        return -1

    def write(self, content):
        self.written.append(bytes(content))
        return len(content)
