"""What only a real terminal shows: how the program ends there, and what it leaves behind."""

import itertools
import random
import re
import select
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amjd.answers.fields import FIELDS, NEVER
from amjd.sources.sheet import SKIPPED
from amjd.sources.yaml_file import parse
from conftest import QUESTIONS
from terminals import (
    BACK,
    DOWN,
    END,
    ENTER,
    FIRST,
    LEFT,
    OPEN,
    PREVIEW,
    QUOTA,
    REVIEW,
    SECOND,
    STOP,
    Terminal,
    answered,
    example,
    pass_gate,
    typed,
)

# Each test starts the program on a terminal of its own, while threads of others may still run.
pytestmark = pytest.mark.filterwarnings("ignore:This process.*is multi-threaded")

KEPT = "job-posting.amjd.yaml"
SIGNALS = {
    "SIGINT": (signal.SIGINT, 130),
    "SIGTERM": (signal.SIGTERM, 143),
    "SIGHUP": (signal.SIGHUP, 129),
}
KEYS = {"Ctrl-C": (STOP, 130), "Ctrl-D": (END, 130)}
WAYS = [*KEYS, *SIGNALS, "window closed"]
# A kind of question, and a field that is asked so.
KINDS = {
    "choice": "portfolio.strategic",
    "choice or own words": "portfolio.segment",
    "several choices": "metrics",
    "text": "company.name",
    "long text": "company.about",
    "money": "pay.base",
    "list": "role.duties",
    "date": "apply.deadline",
    "review": "review",
}


def answers(name: str = "standard", without: str = "") -> str:
    """Write answers with every question settled but one."""
    text = "# mine\n"
    for field in QUESTIONS:
        answer = typed(example(name), field)
        if field == without:
            continue
        if answer:
            text = answered(text, field, answer.split("; ") if "; " in answer else answer)
        elif field in ("role.hours", "role.travel"):
            text = answered(text, field, "", SKIPPED)
    return text


def at_question(folder: Path, field: str, *arguments: str, **more: Any) -> Terminal:
    """Start with one question open, and wait until it is asked."""
    (folder / KEPT).write_text(answers(without=field))
    terminal = Terminal(folder, "new", "-a", KEPT, "--skip-answered", *arguments, **more)
    if field in FIELDS and FIELDS[field].required == NEVER:
        go_to(terminal, field)
    terminal.wait(question_of(field))
    return terminal


def go_to(terminal: Terminal, field: str) -> None:
    """Go from the review to a question that has no answer."""
    terminal.wait("Type a number")
    label = re.escape(QUESTIONS[field].label)
    (number,) = re.findall(rf"(\d+)\.? {label}", " ".join(terminal.text.split()))
    terminal.send(f"{number}{ENTER}")


def question_of(field: str) -> str:
    if field == "review":
        return "? Type a number to change it"
    return f"? {QUESTIONS[field].question}"


def stop(terminal: Terminal, way: str) -> int:
    """Stop in one of the ways; return the exit code that is expected."""
    if way in KEYS:
        terminal.send(KEYS[way][0])
        return KEYS[way][1]
    number, code = SIGNALS[way]
    terminal.kill(number)
    return code


def check_stopped(terminal: Terminal, folder: Path, way: str, before: bytes) -> None:
    if way == "window closed":
        assert terminal.hang_up() == 129
    else:
        expected = stop(terminal, way)
        assert terminal.end() == expected
        assert terminal.is_as_before()
        # Behind a question the last line may share its row.
        assert re.search(r"To go on: amjd new( --skip-answered)?( --plain)?$", terminal.lines[-1])
    assert b"Traceback" not in terminal.raw
    assert b"Exception" not in terminal.raw
    assert (folder / KEPT).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [KEPT]


def _pairs() -> Iterator[Any]:
    """Give each kind and each way once in the usual run, and every pair by night."""
    ways = itertools.cycle(WAYS)
    usual = {(kind, next(ways)) for kind in KINDS}
    for kind, way in itertools.product(KINDS, WAYS):
        marks = [] if (kind, way) in usual else [pytest.mark.nightly]
        yield pytest.param(kind, way, marks=marks)


@pytest.mark.parametrize(("kind", "way"), list(_pairs()))
def test_every_way_to_stop_keeps_the_answers_and_gives_the_terminal_back(
    tmp_path: Path, kind: str, way: str
) -> None:
    with at_question(tmp_path, KINDS[kind]) as terminal:
        check_stopped(terminal, tmp_path, way, (tmp_path / KEPT).read_bytes())


# -- signals and moments --------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_moment_a_question_appears_gives_the_terminal_back(
    tmp_path: Path, number: signal.Signals
) -> None:
    for _ in range(3):
        with at_question(tmp_path, "company.name") as terminal:
            terminal.kill(number)
            assert terminal.end() == 128 + number
            assert terminal.is_as_before()
            assert terminal.lines[-1].startswith("Your answers are in"), terminal.lines[-1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_somebody_types_ends_the_program(
    tmp_path: Path, number: signal.Signals
) -> None:
    for _ in range(2):
        with at_question(tmp_path, "company.name") as terminal:
            terminal.send("some words of a long name " * 8)
            terminal.kill(number)
            assert terminal.end() == 128 + number
            assert terminal.is_as_before()
            assert b"Unhandled" not in terminal.raw


def test_a_second_ctrl_c_shows_no_traceback(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as terminal:
        terminal.wait(FIRST)
        terminal.send(STOP)
        terminal.wait("nothing was saved")
        terminal.kill(signal.SIGINT)
        assert terminal.end() == 130
        assert "Traceback" not in terminal.text
        assert terminal.lines[-1] == "Nothing was answered, so nothing was saved."


@pytest.mark.parametrize("way", WAYS)
def test_in_plain_mode_too_every_way_to_stop_keeps_the_answers(tmp_path: Path, way: str) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    before = (tmp_path / KEPT).read_bytes()
    with Terminal(tmp_path, "new", "--plain", "-a", KEPT, "--skip-answered") as terminal:
        terminal.wait("What is your company called?")
        terminal.wait("> ")
        check_stopped(terminal, tmp_path, way, before)


def test_whoever_stops_is_offered_to_go_on_where_it_was(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as terminal:
        pass_gate(terminal)
        terminal.send(f"2{ENTER}")
        terminal.wait("Question 2 of")
        terminal.wait("? ")
        terminal.send(STOP)
        assert terminal.end() == 130
    assert stat.S_IMODE((tmp_path / KEPT).stat().st_mode) == 0o600
    assert parse((tmp_path / KEPT).read_bytes(), "x").tree == {"quota": {"carries": "no"}}
    with Terminal(tmp_path, "new") as terminal:
        terminal.wait("? There are unfinished answers here.")
        terminal.send(ENTER)
        terminal.wait("Question 2 of")
        assert QUOTA not in terminal.text


@pytest.mark.parametrize("question", ["resume", "gate"])
def test_a_stop_at_a_question_before_the_first_says_where_the_answers_are(
    tmp_path: Path, question: str
) -> None:
    if question == "resume":
        (tmp_path / KEPT).write_text(answers(without="company.name"))
    with Terminal(tmp_path, "new") as terminal:
        terminal.wait("? There are unfinished" if question == "resume" else FIRST)
        terminal.send(STOP)
        assert terminal.end() == 130
        assert terminal.is_as_before()
        last = terminal.lines[-1]
    assert ("amjd new" in last) if question == "resume" else ("nothing was saved" in last)


def _killed_at_random(folder: Path, seed: int) -> None:
    """Answer until a random moment, kill -9, and compare what was accepted with the file."""
    dice, tree = random.Random(seed), example("standard")
    accepted: dict[str, str] = {}
    prompts = {f"? {question.question}": field for field, question in QUESTIONS.items()}
    between = ("? Which posting", "? How many minutes do a check-in")
    with Terminal(folder, "new") as terminal:
        pass_gate(terminal)
        now, last = "quota.carries", dice.randint(1, 12)
        for turn in range(last + 1):
            question = QUESTIONS[now]
            values = [choice.value for choice in question.choices]
            answer = typed(tree, now) if not values else ""
            keys = {"yes": "1", "no": "2"}.get(typed(tree, now), "1") if values else answer
            terminal.send((" " if values and question.many else keys) + ENTER)
            if turn == last:
                select.select([], [], [], dice.uniform(0, 0.06))
                break
            before, found = now, ""
            while found not in prompts or prompts[found] == before:
                found = terminal.wait(*prompts, *between)
                if found in between and f"{found}" not in accepted:
                    terminal.send(ENTER)
                    accepted[found] = ""
            if answer:
                accepted[before] = answer
            now = prompts[found]
        terminal.kill(signal.SIGKILL)
        assert terminal.end() == -signal.SIGKILL
    kept = parse((folder / KEPT).read_bytes(), "kept").tree
    for field, answer in accepted.items():
        if field in QUESTIONS:
            assert typed(kept, field) == answer
    with Terminal(folder, "new") as terminal:
        terminal.wait("? There are unfinished answers here.")
        terminal.send(STOP)
        assert terminal.end() == 130
    assert [path.name for path in folder.iterdir()] == [KEPT]


@pytest.mark.no_cover  # a killed program saves no figures
@pytest.mark.parametrize(
    "seed", [*range(10), *(pytest.param(n, marks=pytest.mark.nightly) for n in range(10, 50))]
)
def test_kill_9_at_a_random_moment_loses_no_accepted_answer(tmp_path: Path, seed: int) -> None:
    _killed_at_random(tmp_path, seed)


# -- what is typed and pasted ---------------------------------------------------------------------


@pytest.mark.parametrize("bracketed", [True, False])
@pytest.mark.parametrize("field", ["company.name", "portfolio.strategic", "company.about"])
def test_pasted_lines_never_answer_a_later_question(
    tmp_path: Path, field: str, bracketed: bool
) -> None:
    text = "yes\rtwo\rthree\r" * 40
    with at_question(tmp_path, field) as terminal:
        if bracketed:
            terminal.paste(text)
            terminal.send(ENTER)
        else:
            terminal.send(text)
        terminal.wait("? Type a number", "? Which posting", patience=5)
        terminal.send(STOP)
        assert terminal.end() == 130
    kept = parse((tmp_path / KEPT).read_bytes(), "kept").tree
    expected = parse(answers(without=field).encode(), "before").tree
    section, name = field.split(".")
    kept[section].pop(name)
    assert kept == expected
    assert not (tmp_path / "job-posting.docx").exists()


REFUSED = [
    ("a\x00b", "U+0000 NUL"),
    ("a\x1b[31mb", "U+001B ESC"),
    ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("caf\udce9", "U+DCE9"),
]


@pytest.mark.parametrize(("text", "named"), REFUSED)
@pytest.mark.parametrize("how", ["pasted", "typed", "plain"])
def test_a_character_that_no_answer_may_hold_is_named_and_the_question_asked_again(
    tmp_path: Path, text: str, named: str, how: str
) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    words = ["new", "-a", KEPT, "--skip-answered", *(["--plain"] if how == "plain" else [])]
    with Terminal(tmp_path, *words) as terminal:
        terminal.wait("What is your company called?")
        if how == "plain":
            terminal.wait("> ")
        (terminal.paste if how == "pasted" else terminal.send)(text)
        terminal.send(ENTER)
        terminal.wait(named, patience=3)
        terminal.wait("What is your company called?")
        assert "Traceback" not in terminal.text


def test_a_line_that_the_terminal_cut_is_said_to_be_so_and_asked_again(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.about"))
    with Terminal(tmp_path, "new", "--plain", "-a", KEPT, "--skip-answered") as terminal:
        go_to(terminal, "company.about")
        terminal.wait(":edit opens")
        terminal.wait("\n> ")
        terminal.send("word " * 1000 + "\n")
        terminal.wait("4,095 bytes")
        terminal.wait("> ")
        terminal.send("word " * 800 + "\n")
        terminal.wait("Type a number")
    assert (tmp_path / KEPT).read_text().count("word") == 800


# -- the terminal's size and kind -----------------------------------------------------------------


def test_a_question_breaks_between_words(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", columns=36) as terminal:
        pass_gate_of = "? Will this person mostly keep\n  existing clients, or win new\n  ones?"
        terminal.wait_display(lambda display: pass_gate_of in display)


def test_the_review_has_a_line_for_each_answer_and_names_what_has_none(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.employees"))
    with Terminal(tmp_path, "new", "-a", KEPT, rows=70) as terminal:
        terminal.wait("? ")
        terminal.send(REVIEW)
        terminal.wait("Your answers")
        lines = terminal.wait_display(lambda display: "Type a number" in display).splitlines()
    at = lines.index("Your answers") + 1
    end = lines.index("", at)
    table = lines[at : next(n for n, line in enumerate(lines) if "Without an answer" in line)]
    numbers = [int(line.split()[0]) for line in table if re.match(r"\d+ ", line)]
    below = next(n for n, line in enumerate(lines) if line.startswith("Without an answer"))
    empty = " ".join(" ".join(lines[below:end]).split())
    assert "Phone number for applications" in empty
    assert sorted(numbers) == numbers
    assert len(numbers) > 30
    assert any(line.endswith("\u2026") for line in lines[at:end])


@pytest.mark.parametrize(("rows", "columns"), [(24, 20), (1, 1), (2, 5), (12, 40), (40, 120)])
def test_a_window_of_any_size_takes_answers(tmp_path: Path, rows: int, columns: int) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    words = ["new", "-a", KEPT, "--skip-answered"]
    with Terminal(tmp_path, *words, rows=rows, columns=columns) as terminal:
        # In so small a window no text is in one piece: bracketed paste goes on with a question.
        _wait_for_prompts(terminal, 1)
        terminal.send(f"Harbor{ENTER}")
        _wait_for_prompts(terminal, 2)
        terminal.send(STOP)
        assert terminal.end() == 130
        assert terminal.is_as_before()
        assert "Traceback" not in terminal.text
    assert "name: Harbor" in (tmp_path / KEPT).read_text()


def _wait_for_prompts(terminal: Terminal, count: int) -> None:
    terminal.wait_display(lambda _: terminal.raw.count(b"\x1b[?2004h") >= count)


def test_at_20_columns_a_refusal_can_be_read_whole(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", rows=40, columns=20) as terminal:
        terminal.wait_display(lambda text: "Winnewclients" in _squeezed(text))
        assert max(map(len, terminal.display.splitlines())) <= 20
    (tmp_path / KEPT).write_text(answers(without="portfolio.accounts"))
    words = ["new", "-a", KEPT, "--skip-answered"]
    with Terminal(tmp_path, *words, rows=60, columns=20) as terminal:
        _wait_for_prompts(terminal, 1)
        terminal.send(f"many{ENTER}")
        terminal.wait_display(lambda text: '"many"' in text and "whole number" in _joined(text))


def _joined(text: str) -> str:
    return " ".join(text.split())


def test_lines_fit_the_window_when_standard_output_is_a_pipe(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    script = f"{sys.executable} -m amjd new -a {KEPT} --skip-answered -o - | cat > out.md"
    with Terminal(tmp_path, "-c", script, command=["/bin/sh"], columns=40) as terminal:
        terminal.wait("? What is your company")
        told = [line for line in terminal.lines if not line.startswith("?")]
    assert max(map(len, told)) <= 40


def test_a_resize_in_mid_question_keeps_what_was_typed(tmp_path: Path) -> None:
    with at_question(tmp_path, "company.name") as terminal:
        terminal.send("Har")
        terminal.wait("Har")
        for size in ((10, 20), (40, 120), (24, 80)):
            terminal.resize(*size)
            prompt = "What is your company called? Har"
            terminal.wait_display(lambda text, prompt=prompt: _squeezed(prompt) in _squeezed(text))
        terminal.send(f"bor{ENTER}")
        terminal.wait("? Type a number")
    assert "name: Harbor" in (tmp_path / KEPT).read_text()


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_no_color_has_no_colour_and_an_empty_one_has(tmp_path: Path) -> None:
    colour = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|38;)[0-9;]*m")
    with at_question(tmp_path, "quota.carries", NO_COLOR="1") as terminal:
        assert not colour.search(terminal.raw)
    with at_question(tmp_path, "quota.carries", NO_COLOR="") as terminal:
        assert colour.search(terminal.raw)


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        ([], {"TERM": "dumb"}),
        ([], {"TERM": None}),
        ([], {"ACCESSIBLE": "1"}),
        (["--plain"], {}),
    ],
)
def test_a_plain_interview_to_its_end_sends_not_one_escape_byte(
    tmp_path: Path, words: list[str], environment: dict[str, str | None]
) -> None:
    (tmp_path / "old.yaml").write_text(answers(without="company.name"))
    words = ["new", "-a", "old.yaml", "--skip-answered", "-o", "x.md", *words]
    with Terminal(tmp_path, *words, **environment) as terminal:
        for waited, line in (
            ("What is your company called?", "?"),
            ("> ", ":preview"),
            ("What is your company called?", "caf\udce9"),
            ("What is your company called?", "Harbor"),
            ("Type a number", "0"),
            ("Which posting", ""),
            ("Type a number", "yes"),
        ):
            terminal.wait(waited)
            if waited != "> ":
                terminal.wait("\n> ")
            terminal.send(f"{line}\n")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw
        assert "Question" in terminal.text
    assert b"Harbor" in (tmp_path / "x.md").read_bytes()


# -- streams --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "redirected", ["</dev/null", "<&-", "</dev/null 2>&1", "<{answers}", "--plain </dev/null"]
)
def test_without_a_terminal_it_says_so_and_names_draft(tmp_path: Path, redirected: str) -> None:
    (tmp_path / "answers.yaml").write_text(answers())
    words = redirected.format(answers=tmp_path / "answers.yaml")
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m amjd new {words}"],
        cwd=tmp_path,
        capture_output=True,
        start_new_session=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 5
    assert b"amjd draft" in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


def test_with_a_piped_input_the_questions_go_to_the_terminal(tmp_path: Path) -> None:
    script = f"echo Acme | {sys.executable} -m amjd new"
    with Terminal(tmp_path, "-c", script, command=["/bin/sh"]) as terminal:
        terminal.wait(FIRST)
        terminal.send(ENTER)
        terminal.wait(SECOND)
        terminal.send(STOP)
        assert terminal.end() == 130
        assert terminal.is_as_before()


@pytest.mark.parametrize("plain", ["", "--plain"])
def test_in_a_pipe_only_the_posting_is_on_standard_output(tmp_path: Path, plain: str) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    words = f"new -a {KEPT} --skip-answered -o - {plain}"
    script = f"{sys.executable} -m amjd {words} | cat > out.md"
    with Terminal(tmp_path, "-c", script, command=["/bin/sh"]) as terminal:
        terminal.wait("What is your company called?")
        if plain:
            terminal.wait("> ")
        terminal.send(f"Harbor{ENTER}")
        terminal.wait("Type a number")
        if plain:
            terminal.wait("> ")
        terminal.send(f"yes{ENTER}")
        terminal.end()
    assert sorted(path.name for path in tmp_path.iterdir()) == [KEPT, "out.md"]
    drafted = subprocess.run(
        [sys.executable, "-m", "amjd", "draft", KEPT],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=20,
    )
    assert (tmp_path / "out.md").read_bytes() == drafted.stdout


# -- files ----------------------------------------------------------------------------------------


def test_amjd_alone_on_a_terminal_is_amjd_new(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait("This makes a job posting")
        terminal.wait(FIRST)


def test_two_at_once_the_second_is_refused(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as first:
        first.wait(FIRST)
        with Terminal(tmp_path, "new") as second:
            assert second.end() == 6
            assert "another amjd new is working on job-posting.amjd.yaml" in second.text
        first.send(STOP)
        assert first.end() == 130


def test_a_folder_that_cannot_be_written_is_told_before_the_first_question(
    tmp_path: Path,
) -> None:
    with Terminal(tmp_path, "new", "-o", "missing/x.docx") as terminal:
        assert terminal.end() == 4
        assert FIRST not in terminal.text
        assert "missing" in terminal.lines[-1]


@pytest.mark.no_cover  # where no file may grow, no figures are saved either
def test_a_disk_that_is_full_in_mid_interview_keeps_the_answers_before(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.about"))
    before = (tmp_path / KEPT).read_bytes()
    blocks = len(before) // 512 + 1
    words = f"new -a {KEPT} --skip-answered"
    script = f"ulimit -f {blocks}; exec {sys.executable} -m amjd {words}"
    with Terminal(tmp_path, "-c", script, command=["/bin/sh"]) as terminal:
        go_to(terminal, "company.about")
        terminal.wait("? What do you do, for whom")
        terminal.send("long words " * 150 + ENTER)
        terminal.wait("Your answer is not saved", "? Try to save again?")
        terminal.wait("? Try to save again?")
        terminal.send(f"2{ENTER}")
        assert terminal.end() == 4
        assert terminal.is_as_before()
        assert any("To go on: amjd new" in line for line in terminal.lines[-4:])
    assert (tmp_path / KEPT).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [KEPT]


def test_an_interview_to_its_end_writes_and_says_what_is_next(tmp_path: Path) -> None:
    with at_question(tmp_path, "company.name", "-o", "x.md") as terminal:
        terminal.send(OPEN)
        terminal.wait("? Type a number")
        assert not (tmp_path / "x.md").exists()
        terminal.send(f"yes{ENTER}")
        assert terminal.end() == 0
        said = _joined(terminal.text)
    assert "DRAFT: 1 to settle before posting" in (tmp_path / "x.md").read_text()
    assert "wrote x.md" in said
    assert "Settle before you post: Company name" in said
    assert "amjd draft x.amjd.yaml -o x.md --force --allow-blanks" in said
    assert "[ ] the hand-over is planned" in said


def test_back_and_preview_work_on_the_screen(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as terminal:
        pass_gate(terminal)
        terminal.send(BACK)
        terminal.wait("This is the first question.")
        terminal.wait(QUOTA)
        terminal.send(DOWN + ENTER)
        terminal.wait("Question 2 of")
        terminal.wait("? Is an owner handing over")
        terminal.send(BACK)
        terminal.wait("Question 1 of")
        terminal.wait(QUOTA)
        terminal.send(PREVIEW)
        terminal.wait("DRAFT")
        terminal.wait(QUOTA)


def test_an_old_answer_is_replaced_by_typing_and_kept_by_enter(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers())
    with Terminal(tmp_path, "new", "-a", KEPT) as terminal:
        terminal.wait(QUOTA)
        terminal.send(REVIEW)
        terminal.wait("? Type a number")
        number = re.findall(r"(\d+)\s+Number of accounts", terminal.text)[-1]
        for keys, expected in ((ENTER, "62"), ("45" + ENTER, "45"), (f"{LEFT}0{ENTER}", "405")):
            terminal.send(number + ENTER)
            terminal.wait("? How many accounts")
            terminal.send(keys)
            if terminal.wait("? Type a number", "? How many minutes") == "? How many minutes":
                terminal.send(ENTER)
                terminal.wait("? Type a number")
            tree = parse((tmp_path / KEPT).read_bytes(), "kept").tree
            assert tree["portfolio"]["accounts"] == expected


def test_a_paste_replaces_an_old_answer(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers())
    with Terminal(tmp_path, "new", "-a", KEPT) as terminal:
        terminal.wait("? ")
        terminal.send(REVIEW)
        terminal.wait("? Type a number")
        number = re.findall(r"(\d+)\s+Company name", terminal.text)[-1]
        terminal.send(number + ENTER)
        terminal.wait("? What is your company called?")
        terminal.paste("Tidewater")
        terminal.send(ENTER)
        terminal.wait("? Type a number")
    assert parse((tmp_path / KEPT).read_bytes(), "kept").tree["company"]["name"] == "Tidewater"


def test_a_needed_answer_left_empty_is_said_to_be_needed(tmp_path: Path) -> None:
    with at_question(tmp_path, "company.name") as terminal:
        terminal.send(ENTER)
        terminal.wait("This one is needed.")
        terminal.wait("? What is your company called?")


def test_in_a_narrow_window_the_two_jobs_are_compared_line_by_line(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", columns=40) as terminal:
        terminal.wait("? Will this person")
        terminal.send(f"2{ENTER}")
        terminal.wait("Mandate. Account manager: keep and")
        terminal.wait("? Is there enough")
    assert "cross-sells" in terminal.text


def test_back_from_a_review_on_the_way_leads_to_where_it_was_called(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as terminal:
        pass_gate(terminal)
        terminal.send(f"2{ENTER}")
        terminal.wait("? Is an owner handing over")
        terminal.send(REVIEW)
        terminal.wait("still needed")
        terminal.wait("? Type a number")
        terminal.send(BACK)
        terminal.wait("Question 2 of")


def test_plain_lines_say_that_the_rest_of_a_paste_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers(without="company.name"))
    with Terminal(tmp_path, "new", "--plain", "-a", KEPT, "--skip-answered") as terminal:
        terminal.wait("\n> ")
        terminal.send("Tidewater\nLinen\nSalem\n")
        terminal.wait("Only the first line was taken.")
        terminal.wait("Type a number")
    assert parse((tmp_path / KEPT).read_bytes(), "kept").tree["company"]["name"] == "Tidewater"


def test_plain_lines_have_the_editor_too(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nyes "We wash linen." | head -n 300 > "$1"\n')
    editor.chmod(0o755)
    (tmp_path / KEPT).write_text(answers(without="company.about"))
    words = ["new", "--plain", "-a", KEPT, "--skip-answered"]
    with Terminal(tmp_path, *words, VISUAL=str(editor)) as terminal:
        go_to(terminal, "company.about")
        terminal.wait(":edit opens your editor")
        terminal.wait("\n> ")
        terminal.send(":edit\n")
        terminal.wait("Save and close the editor")
        terminal.wait("Type a number")
    assert (tmp_path / KEPT).read_text().count("We wash linen.") == 300


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["-f", "bogus"], 2),
        (["-o", "x.zip"], 2),
        (["-t", "nonsense"], 2),
        (["-a", "nofile"], 4),
        (["--set", "no.field=1"], 3),
    ],
)
def test_what_is_wrong_with_the_call_is_said_before_a_terminal_is_looked_for(
    tmp_path: Path, words: list[str], code: int
) -> None:
    command = [sys.executable, "-m", "amjd", "new", *words]
    ended = subprocess.run(
        command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True
    )
    assert ended.returncode == code
    assert list(tmp_path.iterdir()) == []


def test_answers_from_a_keyboard_are_not_waited_for(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "-a", "-") as terminal:
        assert terminal.end() == 2
        assert "Name an answers file or pipe one in." in terminal.text
