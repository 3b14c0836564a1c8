"""Keys on the full screen, through a pipe instead of a terminal."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from amjd.asker import Asked, Reply, Signal
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from amjd.interview.loop import Interview
from amjd.questions import Question
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.terminal import lines
from amjd.terminal.screen import Screen
from conftest import CATALOG, PROMPTS, QUESTIONS, WORDS
from terminals import (
    BACK,
    DOWN,
    END,
    ENTER,
    EXAMPLES,
    IDS,
    OPEN,
    PREVIEW,
    REVIEW,
    STOP,
    UP,
    example,
    sheet,
    typed,
)

LATER = [("back", BACK), ("open", OPEN), ("preview", PREVIEW), ("review", REVIEW)]
CHOICE, OWN = QUESTIONS["quota.period"], QUESTIONS["portfolio.segment"]
SEVERAL, TEXT = QUESTIONS["metrics"], QUESTIONS["company.name"]
LONG, LIST = QUESTIONS["company.about"], QUESTIONS["role.duties"]
KINDS = {"choice": CHOICE, "own": OWN, "several": SEVERAL, "text": TEXT, "long": LONG, "list": LIST}


class _TooLongError(SystemExit):
    """A question did not end; a SystemExit, because an event loop lets nothing else through."""


def _give_up(*_: object) -> None:
    raise _TooLongError("the question does not end")


class _Keyboard(Screen):
    """A screen with somebody in front of it; `own` is typed when own words are asked for."""

    def __init__(self, keys: Any, descriptor: int, sink: TextIO) -> None:
        self.keys, self.own, self.after_editor = keys, "", ""
        super().__init__(descriptor, sink, WORDS.terminal)

    def _type(self, asked: Asked) -> Reply:
        self.keys.send_text(self.own)
        self.own = ""
        return super()._type(asked)

    def _edited(self, text: str) -> str:
        result = super()._edited(text)
        self.keys.send_text(self.after_editor)
        return result

    def press(self, question: Question, keys: str, own: str = "", **more: Any) -> Reply:
        self.keys.send_bytes(keys.encode("utf-8", "surrogateescape"))
        self.own = own
        return self.answer(Asked(question, **more))

    def answer(self, asked: Asked) -> Reply:
        signal.setitimer(signal.ITIMER_REAL, 2, 0.5)
        try:
            return self.ask(asked)
        except _TooLongError:
            pytest.fail("the question does not end")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Keyboard]:
    monkeypatch.setattr(lines, "_SETTLE", 0)
    silent, other = os.pipe()
    before = signal.signal(signal.SIGALRM, _give_up)
    with (
        Path(os.devnull).open("w") as sink,
        create_pipe_input() as keys,
        create_app_session(input=keys, output=DummyOutput()),
    ):
        yield _Keyboard(keys, silent, sink)
    signal.signal(signal.SIGALRM, before)
    os.close(silent)
    os.close(other)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wanted", list(Signal))
def test_a_key_asks_for_something_else_at_every_kind_of_question(
    keyboard: _Keyboard, kind: str, wanted: Signal
) -> None:
    pressed = dict(LATER)[wanted.value]
    assert keyboard.press(KINDS[kind], pressed).signal is wanted
    assert keyboard.key(wanted) == f"Ctrl-{chr(ord(pressed) + 64)}"


@pytest.mark.parametrize("kind", KINDS)
def test_ctrl_c_stops_at_every_kind_of_question(keyboard: _Keyboard, kind: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        keyboard.press(KINDS[kind], STOP)


@pytest.mark.parametrize("kind", KINDS)
def test_ctrl_d_stops_at_every_kind_of_question(keyboard: _Keyboard, kind: str) -> None:
    with pytest.raises(EOFError):
        keyboard.press(KINDS[kind], END)


@pytest.mark.parametrize("current", ["Acme", "Acme Linen and Sons"])
def test_ctrl_d_stops_at_a_question_that_shows_its_old_answer(
    keyboard: _Keyboard, current: str
) -> None:
    # The last key only ends the question if the first was no stop.
    with pytest.raises(EOFError):
        keyboard.press(TEXT, END + ENTER, current=current)


def test_arrows_pick(keyboard: _Keyboard) -> None:
    assert keyboard.press(CHOICE, ENTER) == Reply("month")
    assert keyboard.press(CHOICE, DOWN + ENTER) == Reply("quarter")
    assert keyboard.press(CHOICE, DOWN + DOWN + UP + ENTER) == Reply("quarter")


@pytest.mark.parametrize(("number", "value"), [("1", "month"), ("2", "quarter"), ("3", "year")])
def test_a_number_picks(keyboard: _Keyboard, number: str, value: str) -> None:
    assert keyboard.press(CHOICE, number + ENTER) == Reply(value)


def test_enter_keeps_the_old_choice(keyboard: _Keyboard) -> None:
    assert keyboard.press(CHOICE, ENTER, current="year") == Reply("year")
    assert keyboard.press(OWN, ENTER, current="inns") == Reply("inns")


def test_enter_skips_an_optional_choice(keyboard: _Keyboard) -> None:
    assert keyboard.press(QUESTIONS["pay.period"], ENTER, optional=True) == Reply("")


def test_an_optional_choice_can_be_taken_away_again(keyboard: _Keyboard) -> None:
    forecast = QUESTIONS["quota.forecast"]
    keys = {"current": "week", "optional": True}
    assert keyboard.press(forecast, DOWN * 2 + ENTER, **keys) == Reply("-")
    assert keyboard.press(forecast, ENTER, **keys) == Reply("week")


def test_own_words_can_stand_in_for_a_choice(keyboard: _Keyboard) -> None:
    assert keyboard.press(OWN, UP + ENTER, f"inns{ENTER}") == Reply("inns")


def test_numbers_and_names_pick_several_in_the_order_typed(keyboard: _Keyboard) -> None:
    assert keyboard.press(SEVERAL, f"3, 1{ENTER}") == Reply(
        "net revenue retention; gross retention"
    )
    assert keyboard.press(SEVERAL, f"Churn; 1{ENTER}") == Reply("churn; gross retention")


def test_own_words_join_those_that_were_picked(keyboard: _Keyboard) -> None:
    reply = keyboard.press(SEVERAL, f"1; calls returned{ENTER}")
    assert reply == Reply("gross retention; calls returned")


@pytest.mark.parametrize(
    "current",
    ["gross retention; churn", "churn; gross retention", "calls returned; churn; renewal rate"],
)
def test_enter_keeps_several_old_answers_and_their_order(keyboard: _Keyboard, current: str) -> None:
    assert keyboard.press(SEVERAL, ENTER, current=current) == Reply(current)


def test_what_was_picked_is_still_picked_after_a_preview(keyboard: _Keyboard) -> None:
    reply = keyboard.press(SEVERAL, f"1; 2{PREVIEW}")
    assert reply.signal is Signal.PREVIEW
    again = keyboard.press(SEVERAL, ENTER, typed=reply.text)
    assert again == Reply("gross retention; renewal rate")


def test_what_was_typed_is_still_there_after_a_preview(keyboard: _Keyboard) -> None:
    reply = keyboard.press(TEXT, f"Acme{PREVIEW}")
    assert reply == Reply("Acme", Signal.PREVIEW)
    assert keyboard.press(TEXT, f" Linen{ENTER}", typed=reply.text) == Reply("Acme Linen")


def test_a_pasted_text_stays_within_its_question(keyboard: _Keyboard) -> None:
    reply = keyboard.press(TEXT, f"\x1b[200~one\ntwo\x1b[201~{ENTER}three{ENTER}")
    assert reply == Reply("one\ntwo")
    assert keyboard.press(TEXT, f"later{ENTER}") == Reply("later")


def test_a_pasted_list_has_an_item_a_line(keyboard: _Keyboard) -> None:
    from amjd.interview.answering import _items

    reply = keyboard.press(LIST, f"\x1b[200~one\r\ntwo\x1b[201~{ENTER}")
    assert _items(reply.text, []) == ["one", "two"]


def test_a_pasted_list_is_still_one_after_a_preview(keyboard: _Keyboard) -> None:
    reply = keyboard.press(LIST, f"\x1b[200~one\ntwo\x1b[201~{PREVIEW}")
    assert reply == Reply("one\ntwo", Signal.PREVIEW)
    assert keyboard.press(LIST, ENTER, typed=reply.text) == Reply("one; two")


def test_what_follows_enter_in_one_burst_answers_nothing(keyboard: _Keyboard) -> None:
    assert keyboard.press(TEXT, f"one{ENTER}two{ENTER}three{ENTER}") == Reply("one")
    assert keyboard.press(TEXT, f"later{ENTER}") == Reply("later")


@pytest.mark.parametrize("text", ["日本", "עברית", "👩\u200d👩\u200d👧", "Zürich 🚀", "e\u0301"])
def test_any_script_arrives_as_it_was_typed(keyboard: _Keyboard, text: str) -> None:
    assert keyboard.press(TEXT, text + ENTER) == Reply(text)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x07", "\u202e", "\u200b", "\udce9"])
def test_a_pasted_character_is_not_dropped_on_its_way_to_be_refused(
    keyboard: _Keyboard, character: str
) -> None:
    reply = keyboard.press(TEXT, f"\x1b[200~a{character}b\x1b[201~{ENTER}")
    assert reply == Reply(f"a{character}b")


@pytest.mark.parametrize("sent", ["a\x00b", "a\x1b[31mb", "a\x1b]0;t\x07b", "a\x07b", "a\x1bbb"])
def test_a_control_character_that_is_typed_changes_no_answer_in_silence(
    keyboard: _Keyboard, sent: str
) -> None:
    assert keyboard.press(TEXT, sent + ENTER).text == sent


def test_an_editor_opens_for_a_long_answer(
    keyboard: _Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "We wash linen.\\nWe keep clients.\\n" > "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    keyboard.after_editor = ENTER
    assert keyboard.press(LONG, "\x0f") == Reply("We wash linen. We keep clients.")


@pytest.mark.parametrize("command", ["{folder}/failing", "no-such-editor", "unbalanced 'quote"])
def test_an_editor_that_fails_leaves_the_text_as_it_was(
    keyboard: _Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    (tmp_path / "failing").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "failing").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("VISUAL", command.format(folder=tmp_path))
    monkeypatch.delenv("EDITOR", raising=False)
    keyboard.after_editor = ENTER
    assert keyboard.press(LONG, "We wash linen.\x0f") == Reply("We wash linen.")


def test_what_an_editor_saves_in_another_encoding_is_there_to_be_refused(
    keyboard: _Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "caf\\351" > "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    keyboard.after_editor = ENTER
    assert keyboard.press(LONG, "\x0f") == Reply("caf\udce9")


# -- whole interviews -----------------------------------------------------------------------------


class _Typist:
    """Answers every question by keys, as a person does."""

    def __init__(self, keyboard: _Keyboard, name: str) -> None:
        self.keyboard, self.tree = keyboard, example(name)
        self.tell, self.key = keyboard.tell, keyboard.key
        self.table = keyboard.table
        self.review = keyboard.review

    def ask(self, asked: Asked) -> Reply:
        keys, self.keyboard.own = self._keys(asked)
        self.keyboard.keys.send_text(keys)
        return self.keyboard.answer(asked)

    def _keys(self, asked: Asked) -> tuple[str, str]:
        """Return the keys for a question, and those for own words if it comes to that."""
        question = asked.question
        if question.field in ("template", "workload") or asked.current:
            return ENTER, ""
        if question.field == "review":
            return f"yes{ENTER}", ""
        answer = typed(self.tree, question.field)
        values = [choice.value for choice in question.choices]
        if not values:
            return answer + ENTER, ""
        if question.many:
            return answer + ENTER, ""
        if answer in values:
            return DOWN * (values.index(answer) + asked.optional) + ENTER, ""
        return (UP + ENTER, answer + ENTER) if answer else (ENTER, "")


@pytest.mark.parametrize("name", IDS)
def test_the_answers_of_an_example_typed_on_the_screen_give_the_posting_of_its_file(
    keyboard: _Keyboard, name: str
) -> None:
    typist = _Typist(keyboard, name)
    asking = Interview(typist, sheet(""), lambda _: None, CATALOG, PROMPTS)
    asking.run()
    answers = check(parse((EXAMPLES / f"{name}.yaml").read_bytes(), name), CATALOG.ids, QUESTIONS)
    write = FORMATS["md"].writer()
    asked = draft(CATALOG, QUESTIONS, asking.kept.answers())
    assert write(asked) == write(draft(CATALOG, QUESTIONS, answers))
