"""Line by line, for screen readers: what is printed, and what a line means."""

import io
import os
import pty
from collections.abc import Callable, Iterator, Sequence

import pytest

from amjd.asker import Asked, Reply, Signal
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from amjd.interview.loop import Interview
from amjd.questions import Question
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.terminal import lines
from amjd.terminal.opening import open_asker
from amjd.terminal.plain import Plain
from conftest import CATALOG, PROMPTS, QUESTIONS, WORDS
from terminals import EXAMPLES, IDS, Script, example, line_for, sheet

Session = Callable[..., tuple[Plain, io.StringIO]]
CHOICE, OWN = QUESTIONS["quota.period"], QUESTIONS["portfolio.segment"]
SEVERAL, TEXT = QUESTIONS["metrics"], QUESTIONS["company.name"]


class _Source(io.BytesIO):
    """Lines as a terminal gives them; its descriptor is that of a pipe nobody writes to."""

    def __init__(self, typed: bytes, descriptor: int) -> None:
        super().__init__(typed)
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(lines, "_SETTLE", 0)
    silent, other = os.pipe()

    def begin(*typed: str, end: str = "\n") -> tuple[Plain, io.StringIO]:
        text = "".join(f"{line}{end}" for line in typed)
        sink = io.StringIO()
        return Plain(
            _Source(text.encode("utf-8", "surrogateescape"), silent), sink, WORDS.terminal
        ), sink

    yield begin
    os.close(silent)
    os.close(other)


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        (":back", Signal.BACK),
        (":skip", Signal.OPEN),
        (":preview", Signal.PREVIEW),
        (":review", Signal.REVIEW),
        ("  :back ", Signal.BACK),
        (":BACK", Signal.BACK),
    ],
)
@pytest.mark.parametrize("question", [CHOICE, OWN, SEVERAL, TEXT])
def test_a_word_with_a_colon_does_what_a_key_does(
    plain: Session, question: Question, line: str, signal: Signal
) -> None:
    assert plain(line)[0].ask(Asked(question)).signal is signal


@pytest.mark.parametrize("signal", list(Signal))
def test_the_word_that_it_names_is_the_one_it_takes(plain: Session, signal: Signal) -> None:
    word = plain()[0].key(signal)
    assert plain(word)[0].ask(Asked(TEXT)).signal is signal


def test_quit_saves_and_stops(plain: Session) -> None:
    with pytest.raises(KeyboardInterrupt):
        plain(":quit")[0].ask(Asked(TEXT))


def test_the_end_of_input_saves_and_stops(plain: Session) -> None:
    with pytest.raises(EOFError):
        plain()[0].ask(Asked(TEXT))
    with pytest.raises(EOFError):
        plain("half", end="")[0].ask(Asked(TEXT))


@pytest.mark.parametrize("line", [":bakc", ":help", ":q", ":quiet", ":"])
def test_a_mistyped_word_with_a_colon_is_no_answer(plain: Session, line: str) -> None:
    asker, sink = plain(line, "Acme")
    assert asker.ask(Asked(TEXT)) == Reply("Acme")
    assert sink.getvalue().count(":back") == 2


def test_a_question_mark_gives_the_reason_the_choices_and_the_words(plain: Session) -> None:
    asker, sink = plain("?", "1")
    asker.ask(Asked(CHOICE))
    said = " ".join(sink.getvalue().split())
    assert " ".join(CHOICE.why.split()) in said
    assert "Month: The target starts fresh every month." in said
    assert said.count(":quit") == 2


def test_each_question_gives_its_number_its_reason_and_an_example(plain: Session) -> None:
    asker, sink = plain("Acme")
    asker.ask(Asked(TEXT, number=3, total=14))
    said = " ".join(sink.getvalue().split())
    assert "Question 3 of 14. What is your company called?" in said
    assert "For example: Tidewater Linen" in said
    assert TEXT.why in said


@pytest.mark.parametrize(
    ("question", "line", "answer"),
    [
        (CHOICE, "2", "quarter"),
        (CHOICE, "Quarter", "quarter"),
        (CHOICE, "quarter", "quarter"),
        (OWN, "1", "small business"),
        (OWN, "inns", "inns"),
        (SEVERAL, "1, 3", "gross retention; net revenue retention"),
        (SEVERAL, "3;1", "net revenue retention; gross retention"),
        (SEVERAL, "1; calls returned", "gross retention; calls returned"),
        (SEVERAL, "Churn", "churn"),
    ],
)
def test_a_number_or_a_name_is_a_choice(
    plain: Session, question: Question, line: str, answer: str
) -> None:
    assert plain(line)[0].ask(Asked(question)) == Reply(answer)


@pytest.mark.parametrize("line", ["0", "4", "99", "fortnight"])
def test_what_is_no_choice_is_asked_again_in_a_full_sentence(plain: Session, line: str) -> None:
    asker, sink = plain(line, "1")
    assert asker.ask(Asked(CHOICE)) == Reply("month")
    assert "Pick one of the answers: type its number or its name." in sink.getvalue()


def test_own_words_can_be_other_than_a_number_that_is_no_choice(plain: Session) -> None:
    asker, _ = plain("9", "inns")
    assert asker.ask(Asked(OWN)) == Reply("inns")


def test_enter_is_an_empty_reply_that_keeps_or_skips(plain: Session) -> None:
    asker, sink = plain("")
    assert asker.ask(Asked(OWN, current="inns", number=1)) == Reply("")
    assert "Now: inns" in sink.getvalue()
    assert "Enter keeps it" in sink.getvalue()


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (CHOICE, "- No answer"),
        (OWN, "- No answer"),
        (SEVERAL, "- takes it away"),
        (TEXT, "- takes it away"),
    ],
)
def test_a_hyphen_takes_an_answer_away(plain: Session, question: Question, says: str) -> None:
    asker, sink = plain("-")
    asked = Asked(question, current="x", optional=True, number=1)
    assert asker.ask(asked) == Reply("-")
    assert says in sink.getvalue()


def test_a_question_of_its_own_says_what_enter_takes(plain: Session) -> None:
    asker, sink = plain("")
    assert asker.ask(Asked(CHOICE, current="quarter")) == Reply("")
    assert "Enter takes: Quarter" in sink.getvalue()


def test_bytes_that_are_not_utf_8_are_kept_to_be_refused(plain: Session) -> None:
    assert plain("caf\udce9")[0].ask(Asked(TEXT)) == Reply("caf\udce9")


def test_a_table_is_read_row_by_row(plain: Session) -> None:
    asker, sink = plain()
    asker.table([["", "A", "B"], ["Pay", "base", "more"]])
    assert sink.getvalue() == "Pay. A: base; B: more\n"


def test_nothing_that_a_terminal_obeys_is_printed(plain: Session) -> None:
    asker, sink = plain("x")
    asker.ask(Asked(TEXT, current="a\x1b[31m\x9b\u202eb"))
    asker.tell("\x1b[2J")
    asker.review([("Name", "\x07")])
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(sink.getvalue())


def run(plain: Session, name: str) -> tuple[Interview, str]:
    tree = example(name)
    script = Script(tree)

    class Reader:
        """Types each line when it is asked for."""

        def __init__(self) -> None:
            self.sink = io.StringIO()
            plain = Plain(_Source(b"", 0), self.sink, WORDS.terminal)
            self.tell, self.key = plain.tell, plain.key

        def ask(self, asked: Asked) -> Reply:
            asker, sink = plain("" if asked.current else line_for(asked, tree))
            reply = asker.ask(asked)
            self.sink.write(sink.getvalue())
            return reply

        def table(self, rows: Sequence[Sequence[str]]) -> None:
            script.table(rows)

        def review(self, rows: Sequence[tuple[str, str]]) -> None:
            script.review(rows)

    reader = Reader()
    asking = Interview(reader, sheet(""), lambda _: None, CATALOG, PROMPTS)
    asking.run()
    return asking, reader.sink.getvalue()


@pytest.mark.parametrize("name", IDS)
def test_the_answers_of_an_example_give_the_posting_of_its_file(plain: Session, name: str) -> None:
    asking, said = run(plain, name)
    answers = check(parse((EXAMPLES / f"{name}.yaml").read_bytes(), name), CATALOG.ids, QUESTIONS)
    write = FORMATS["md"].writer()
    asked = draft(CATALOG, QUESTIONS, asking.kept.answers())
    assert write(asked) == write(draft(CATALOG, QUESTIONS, answers))
    assert "\x1b" not in said


def test_a_terminal_that_was_left_non_blocking_is_waited_for_and_given_back_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outer, inner = pty.openpty()
    os.set_blocking(inner, False)
    try:
        with open(inner, closefd=False) as typed, open(inner, "w", closefd=False) as shown:
            monkeypatch.setattr("sys.stdin", typed)
            monkeypatch.setattr("sys.stderr", shown)
            with open_asker(plain=True, words=WORDS.terminal):
                assert os.get_blocking(inner)
            assert not os.get_blocking(inner)
    finally:
        os.close(outer)
        os.close(inner)
