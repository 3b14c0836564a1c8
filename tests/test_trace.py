"""The trace: what is asked, in lines that can be shown to anybody."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from amjd.asker import Row
from amjd.terminal import keyboard, keying
from amjd.terminal.trace import OFF, tracing
from amjd.text.errors import AmjdError
from asks import COUNT, DECIDES, EVERY, MEASURES, OWN, PICK, TEXT, TICK
from keyboards import Desk, at_lines, at_screen

SECRETS = ("Acme", "inns", "47ish", "retention of our own", "typed", "noted")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "trace.jsonl"


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("ascii").splitlines()]


def test_a_line_says_what_the_next_enter_answers(path: Path) -> None:
    with tracing(str(path)) as trace:
        trace.asked(PICK._replace(step=3, of=8))
        trace.asked(TICK._replace(ticked=("product.software",)))
    first, second, _ = lines(path)
    assert list(first) == ["event", "ms", "step", "of", "screen", "fields", "kind", "choices",
                           "own", "at", "ticked"]  # fmt: skip
    assert isinstance(first.pop("ms"), int)
    assert first == {
        "event": "ask", "step": 3, "of": 8, "screen": "where", "fields": ["role.workplace"],
        "kind": "pick", "choices": ["on-site", "hybrid", "remote"], "own": False, "at": 0,
        "ticked": [],
    }  # fmt: skip
    assert second["choices"] == ["role.first_hire", "portfolio.strategic", "product.software"]
    assert second["ticked"] == ["product.software"]
    assert second["at"] is None


def test_own_words_given_before_stand_as_null(path: Path) -> None:
    own = Row("retention of our own", "retention of our own", own=True)
    ask = MEASURES._replace(rows=(*MEASURES.rows, own), ticked=("agency", own.value), at=2)
    with tracing(str(path)) as trace:
        trace.asked(ask)
    assert lines(path)[0]["choices"] == ["small business", "agency", None]
    assert lines(path)[0]["ticked"] == ["agency", None]


@pytest.mark.parametrize("name", EVERY)
def test_no_answer_stands_in_it(path: Path, name: str) -> None:
    own = Row("inns", "inns", "inns", own=True)
    ask = EVERY[name]
    with tracing(str(path)) as trace:
        trace.asked(
            ask._replace(
                current=("Acme",),
                typed="typed",
                note="noted",
                rows=(*ask.rows, own),
                ticked=("inns",),
                at=len(ask.rows),
            )
        )
    assert not [secret for secret in SECRETS if secret in path.read_text()]


def test_it_is_for_its_owners_eyes_and_appended_to(path: Path) -> None:
    for _ in range(2):
        with tracing(str(path)) as trace:
            trace.asked(TEXT)
    assert [line["event"] for line in lines(path)] == ["ask", "end", "ask", "end"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (None, 0),
        (KeyboardInterrupt(), 130),
        (EOFError(), 130),
        (SystemExit(143), 143),
        (typer.Exit(130), 130),
        (typer.Exit(0), 0),
        (AmjdError("no", code=5), 5),
        (OSError(), 4),
        (ValueError(), 70),
    ],
)
def test_the_last_line_is_how_it_ended(path: Path, error: BaseException | None, code: int) -> None:
    try:
        with tracing(str(path)):
            if error:
                raise error
    except BaseException as raised:
        assert raised is error
    (end,) = lines(path)
    assert isinstance(end.pop("ms"), int)
    assert end == {"event": "end", "code": code}


def test_a_trace_that_cannot_be_begun_is_said(tmp_path: Path) -> None:
    with pytest.raises(AmjdError, match="missing") as raised, tracing(str(tmp_path / "missing/t")):
        pass
    assert raised.value.code == 4


def test_a_trace_that_cannot_be_written_any_more_stops_nobody() -> None:
    with tracing("/dev/full") as trace:
        trace.asked(TEXT)
        trace.end(0)


def test_a_file_that_is_no_trace_is_left_as_it_is(path: Path) -> None:
    path.write_text("company:\n  name: Acme\n")
    with pytest.raises(AmjdError, match="is no trace") as raised, tracing(str(path)):
        pass
    assert raised.value.code == 4
    assert path.read_text() == "company:\n  name: Acme\n"
    path.write_text("")
    with tracing(str(path)):
        pass
    assert [line["event"] for line in lines(path)] == ["end"]


@pytest.mark.parametrize("path", [None, ""])
def test_off_it_writes_nothing(path: str | None) -> None:
    with tracing(path) as trace:
        assert trace is OFF
        trace.asked(TEXT)


# -- when it is written ---------------------------------------------------------------------------


@pytest.fixture(params=[at_screen, at_lines])
def desk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(keyboard, "SETTLE", 0.0)
    monkeypatch.setattr(keying, "SETTLE", 0.0)
    with request.param() as desk:
        yield desk


def test_it_comes_again_when_enter_takes_nothing(desk: Desk) -> None:
    desk.answer(DECIDES, "maybe\r", "\r", "yes\r")
    assert [ask.fields for ask in desk.asks] == [DECIDES.fields] * 3
    assert [ask.at for ask in desk.asks] == [None] * 3


def test_it_comes_once_for_what_is_answered_at_once(desk: Desk) -> None:
    desk.answer(TEXT, "Acme\r")
    assert desk.asks == [TEXT]
    desk.answer(COUNT, "47\r")
    assert desk.asks == [COUNT]


def test_own_words_are_a_text_of_the_same_field_on_a_screen() -> None:
    with at_screen() as desk:
        desk.answer(OWN, "3\r", "inns\r")
        assert [(ask.kind, ask.fields) for ask in desk.asks] == [
            ("pick", OWN.fields),
            ("text", OWN.fields),
        ]
