"""Standard input and output: read whole and written whole, whatever state they are in."""

import io
import os
import sys
import threading
import time

import pytest

from amjd.files.streams import write_all, write_stdout
from amjd.files.whole import read_bytes
from amjd.text.errors import AmjdError

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
