"""What only a real terminal shows: what it sends, how the program ends there, what it leaves."""

import itertools
import random
import re
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from script import example, sheet, typed
from terminals import (
    BACK,
    DOWN,
    ENTER,
    KEPT,
    LEFT,
    OPEN,
    PREVIEW,
    REVIEW,
    STOP,
    WAYS,
    Terminal,
    answers,
    at,
    check_quiet,
    check_stopped,
    files,
    names,
    tree,
)

# Each test starts the program on a terminal of its own, while threads of others may still run.
pytestmark = pytest.mark.filterwarnings("ignore:This process.*is multi-threaded")

NIGHTLY = pytest.mark.nightly
PLAIN = [False, True]
# Each kind of thing to be answered, and a field or screen that is asked so.
KINDS = {
    "text": "company.name",
    "long text": "company.about",
    "amount": "pay.base",
    "date": "apply.deadline",
    "list": "role.duties",
    "choice that decides": "quota.carries",
    "choice": "role.workplace",
    "choice or own words": "portfolio.segment",
    "ticks of several fields": "portfolio.strategic",
    "ticks of one field": "metrics",
    "review": "review",
}


def at_kind(folder: Path, kind: str, plain: bool) -> Terminal:
    field = KINDS[kind]
    if field != "review":
        return at(folder, field, plain=plain)
    (folder / KEPT).write_text(answers())
    return Terminal(folder, "new", "-a", KEPT, "--skip-answered", plain=plain)


# -- stops ----------------------------------------------------------------------------------------


def _pairs() -> Iterator[Any]:
    """Give each kind and each way in the usual run, and every pair of them by night."""
    ways = itertools.cycle(WAYS)
    usual = {(kind, plain, next(ways)) for plain in PLAIN for kind in KINDS}
    for kind, plain, way in itertools.product(KINDS, PLAIN, WAYS):
        marks = [] if (kind, plain, way) in usual else [NIGHTLY]
        name = f"{kind}-{'plain' if plain else 'screen'}-{way}"
        yield pytest.param(kind, plain, way, marks=marks, id=name)


@pytest.mark.parametrize(("kind", "plain", "way"), list(_pairs()))
def test_every_way_to_stop_keeps_the_answers_and_gives_the_terminal_back(
    tmp_path: Path, kind: str, plain: bool, way: str
) -> None:
    with at_kind(tmp_path, kind, plain) as terminal:
        before = (tmp_path / KEPT).read_bytes()
        terminal.asked(KINDS[kind])
        check_stopped(terminal, way)
    assert files(tmp_path) == {KEPT: before}
    assert names(tmp_path) == [KEPT]


def _killed_at_random(folder: Path, seed: int) -> None:
    """Answer until a random moment, kill -9, and compare what was accepted with the file."""
    dice, tree_of = random.Random(seed), example("standard")
    accepted: dict[str, str] = {}
    with Terminal(folder, "new", plain=seed % 3 == 0) as terminal:
        asked, last = terminal.asked(), dice.randint(1, 14)
        for turn in range(last + 1):
            values = asked.usual(tree_of)
            terminal.answer(asked, *values)
            if turn == last:
                select.select([], [], [], dice.uniform(0, 0.06))
                break
            before, asked = asked, terminal.asked()
            if len(before.fields) == 1 and values and asked.fields != before.fields:
                accepted[before.fields[0]] = "; ".join(values)
        terminal.kill(signal.SIGKILL)
        assert terminal.end() == -signal.SIGKILL
    kept = tree(folder)
    assert accepted
    for field, answer in accepted.items():
        if field not in ("template", "extras"):
            assert typed(kept, field) == answer
    with Terminal(folder, "new") as terminal:
        terminal.asked("resume")
        assert terminal.stop("Ctrl-C") == terminal.end()
    assert names(folder) == [KEPT]


@pytest.mark.no_cover  # a killed program saves no figures
@pytest.mark.parametrize(
    "seed", [*range(3), *(pytest.param(n, marks=NIGHTLY) for n in range(3, 50))]
)
def test_kill_9_at_a_random_moment_loses_no_accepted_answer(tmp_path: Path, seed: int) -> None:
    _killed_at_random(tmp_path, seed)


def test_whoever_stops_is_offered_to_go_on_where_it_was(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as terminal:
        until = terminal.walk(example("standard"), until="portfolio.segment")
        check_stopped(terminal, "Ctrl-C")
    assert stat.S_IMODE((tmp_path / KEPT).stat().st_mode) == 0o600
    with Terminal(tmp_path, "new") as terminal:
        terminal.asked("resume")
        terminal.send(ENTER)
        assert terminal.asked("portfolio.segment") == until


def test_a_stop_before_the_first_answer_says_that_nothing_was_saved(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as terminal:
        terminal.asked()
        terminal.send(STOP)
        terminal.wait("nothing was saved")
        terminal.kill(signal.SIGINT)  # a second one shows no traceback
        assert terminal.end() == 130
        assert terminal.is_as_before()
        assert terminal.lines[-1].endswith("Nothing was answered, so nothing was saved.")
        check_quiet(terminal)
    assert names(tmp_path) == []


# -- what a terminal sends ------------------------------------------------------------------------

SENT = {
    "colour": "\x1b]11;rgb:1414/1919/1f1f\x1b\\",
    "device": "\x1b[?62;4;22c",
    "version": "\x1bP>|term 1.0\x1b\\",
    "focus": "\x1b[I\x1b[O",
    "mouse": "\x1b[<64;10;10M\x1b[M !!",
    "Ctrl-S": "\x13",
    "Alt-X": "\x1bx",
}


@pytest.mark.parametrize("plain", PLAIN)
@pytest.mark.parametrize("sent", SENT.values(), ids=SENT)
def test_what_nobody_typed_is_in_no_answer_and_moves_no_list(
    tmp_path: Path, sent: str, plain: bool
) -> None:
    lines = (
        ("company.name", "Ott", " and Son", "Ott and Son"),
        ("role.workplace", "1" if plain else DOWN, "", "on-site"),
        ("metrics", "1", "" if plain else " ", "gross retention"),
    )
    fields = [field for field, *_ in lines]
    with at(tmp_path, *fields, plain=plain) as terminal:
        for field, before, behind, _ in lines:
            terminal.asked(field)
            terminal.send(before + sent)
            terminal.send(behind + ENTER)
        terminal.asked("review")
        assert "\x1b" not in terminal.text
        assert "U+001B" not in terminal.text
    assert [typed(tree(tmp_path), field) for field in fields] == [line[-1] for line in lines]


@pytest.mark.parametrize("plain", PLAIN)
def test_a_reply_that_comes_in_pieces_is_one(tmp_path: Path, plain: bool) -> None:
    pieces = ("Ott", "\x1b]11;rgb", ":1414/1919/", "1f1f\x1b", "\\", " and Son")
    for _ in range(20):
        with at(tmp_path, "company.name", plain=plain) as terminal:
            terminal.asked("company.name")
            sent = [time.monotonic()]
            for piece in pieces:
                terminal.send(piece)
                terminal.rest(0.02)
                sent.append(time.monotonic())
            terminal.send(ENTER)
            terminal.asked("review")
        if _together(sent):
            break
    assert typed(tree(tmp_path), "company.name") == "Ott and Son"


def _together(moments: list[float]) -> bool:
    """Whether a busy machine did not hold this test up until its pieces were no longer one."""
    return all(after - before < 0.035 for before, after in pairwise(moments))


@pytest.mark.parametrize("plain", PLAIN)
def test_esc_alone_does_nothing(tmp_path: Path, plain: bool) -> None:
    with at(tmp_path, "company.name", plain=plain) as terminal:
        terminal.asked("company.name")
        terminal.send("Ott\x1b")
        terminal.still(0.2)
        terminal.send(" and Son" + ENTER)
        terminal.asked("review")
    assert typed(tree(tmp_path), "company.name") == "Ott and Son"


@pytest.mark.parametrize("plain", PLAIN)
@pytest.mark.parametrize(
    ("keys", "code"), [("\x1b[99;5u", 130), ("\x1b[100;5u", 130), ("\x1b[92;5u", 131)]
)
def test_the_keyboard_mode_of_kitty_and_an_application_keypad_are_understood(
    tmp_path: Path, keys: str, code: int, plain: bool
) -> None:
    with at(tmp_path, "portfolio.accounts", plain=plain) as terminal:
        terminal.asked("portfolio.accounts")
        # Some tell that Enter was let go, too, when the next question stands there already.
        terminal.send("\x1bOt\x1bOw7x\x1b[127u\x1b[127u\x1b[13u\x1b[13;1:3u")
        terminal.asked("review")
        terminal.send(keys)
        assert terminal.end() == code
        assert terminal.is_as_before()
        assert "was dropped" not in terminal.text
        check_quiet(terminal)
    assert typed(tree(tmp_path), "portfolio.accounts") == "47"


def test_all_keys_of_kitty_s_mode_answer_a_list_in_plain_lines(tmp_path: Path) -> None:
    with at(tmp_path, "role.workplace", plain=True) as terminal:
        terminal.asked("role.workplace")
        terminal.send("".join(f"\x1b[{ord(key)}u" for key in "hyb") + "\x1b[13u")
        terminal.asked("review")
    assert typed(tree(tmp_path), "role.workplace") == "hybrid"


def test_in_plain_lines_ctrl_b_goes_back_too(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", plain=True) as terminal:
        terminal.answer(terminal.asked("company.name"), "Harbor")
        terminal.asked("company.about")
        terminal.send(f"We{BACK}")
        terminal.asked("company.name")
        assert terminal.stop("Ctrl-C") == terminal.end()


def test_a_plain_line_of_several_rows_is_seen_as_it_is(tmp_path: Path) -> None:
    words = "We wash and deliver linen for the inns on the coast, and for the hospitals."
    with at(tmp_path, "company.about", plain=True, rows=200, columns=30) as terminal:
        terminal.asked("company.about")
        for keys, row in (
            (words, ""),
            ("\x7f" * 50, f"> {words[:-50]}"),
            (" of Salem and of all the coast behind it", ""),
            ("\x01Yes: ", "> Yes:"),
            ("\x05", ""),
        ):
            terminal.send(keys)
            terminal.still(0.2)
            last = [line for line in terminal.display.split("\n") if line][-1]
            assert last == row or not row
        shown = "Yes: We wash and deliver linen of Salem and of all the coast behind it"
        assert "".join(terminal.display.split()).endswith(f">{shown}".replace(" ", ""))
        terminal.send(LEFT * 20)  # into the row above
        terminal.still(0.2)
        terminal.send(ENTER)
        terminal.asked("review")
        assert typed(tree(tmp_path), "company.about") == shown
        rows = "".join(terminal.display.split())
        assert rows.count(f">{shown}".replace(" ", "")) == 2, "it was written anew, and to its end"
        check_stopped(terminal, "Ctrl-C")


def test_a_terminal_that_shows_nothing_of_what_is_typed_goes_on_so(tmp_path: Path) -> None:
    first = (
        "import termios\n"
        "modes = termios.tcgetattr(0)\n"
        "modes[3] &= ~termios.ECHO\n"
        "termios.tcsetattr(0, termios.TCSANOW, modes)\n"
    )
    with Terminal(tmp_path, "new", plain=True, first=first) as terminal:
        terminal.answer(terminal.asked("company.name"), "Harbor")
        terminal.asked("company.about")
        assert "Harbor" not in terminal.text
        assert terminal.stop("Ctrl-C") == terminal.end()


@pytest.mark.parametrize("plain", PLAIN)
def test_option_and_control_keys_work_as_in_a_shell(tmp_path: Path, plain: bool) -> None:
    with at(tmp_path, "company.name", plain=plain) as terminal:
        for keys, answer in (
            ("\x1bbX", "Ott and XSon"),
            ("\x1b\x7f", "Ott and"),
            ("\x1b[1;3DX", "Ott and XSon"),
            ("\x1bb\x1bd", "Ott and"),
            ("\x01X", "XOtt and Son"),
        ):
            terminal.asked("company.name")
            terminal.send("Ott and Son" + keys + ENTER)
            terminal.asked("review")
            assert typed(tree(tmp_path), "company.name") == answer
            terminal.send(f"company.name{ENTER}")
        terminal.asked("company.name")


@pytest.mark.parametrize("plain", PLAIN)
@pytest.mark.parametrize("way", ["bracketed", "at once", "slowly"])
@pytest.mark.parametrize("field", ["company.name", "metrics"])
def test_pasted_lines_never_answer_a_later_question(
    tmp_path: Path, field: str, way: str, plain: bool
) -> None:
    lines = [f"retention {number}\r" for number in range(2000 if way == "at once" else 60)]
    with at(tmp_path, field, plain=plain) as terminal:
        terminal.asked(field)
        if way == "bracketed":
            terminal.send("" if plain else f"\x1b[200~{''.join(lines[:40])}\x1b[201~")
            terminal.send(ENTER)
        elif way == "at once":
            terminal.send("".join(lines))
        sent = [time.monotonic()]
        for line in lines if way == "slowly" else []:
            terminal.send(line)
            terminal.rest(0.02)
            sent.append(time.monotonic())
        asked = terminal.asked()
        assert asked.means("review") or asked.means(field)
        terminal.rest(0.4)
        if _together(sent):
            assert len(terminal.trace) == 2
        terminal.send(STOP)
        assert terminal.end() == 130
        check_quiet(terminal)
    kept, expected = tree(tmp_path), dict(sheet(answers(without=field)).tree)
    for holder in (kept, expected):
        section, _, name = field.partition(".")
        holder[section].pop(name, None) if name else holder.pop(section, None)
    assert kept == expected
    assert names(tmp_path) == [KEPT]


def test_bytes_that_are_not_utf_8_are_named_and_the_question_asked_again(tmp_path: Path) -> None:
    for plain in PLAIN:
        with at(tmp_path, "company.name", plain=plain) as terminal:
            terminal.asked("company.name")
            terminal.send(f"caf\udce9{ENTER}")
            terminal.asked("company.name")
            terminal.wait("U+DCE9")
            terminal.send(STOP)
            assert terminal.end() == 130


# -- the terminal's size and kind -----------------------------------------------------------------


@pytest.mark.parametrize(("rows", "columns"), [(24, 20), (1, 1), (2, 5), (12, 40), (40, 120)])
def test_a_window_of_any_size_takes_answers(tmp_path: Path, rows: int, columns: int) -> None:
    with at(tmp_path, "company.name", rows=rows, columns=columns) as terminal:
        terminal.asked("company.name")
        terminal.send(f"Harbor{ENTER}")
        terminal.asked("review")
        check_stopped(terminal, "Ctrl-C", last="")
    assert typed(tree(tmp_path), "company.name") == "Harbor"


def test_at_20_columns_a_refusal_can_be_read_whole(tmp_path: Path) -> None:
    with at(tmp_path, "portfolio.accounts", rows=40, columns=20) as terminal:
        terminal.asked("portfolio.accounts")
        terminal.send(f"many{ENTER}")
        terminal.asked("portfolio.accounts")
        shown = terminal.wait_display(lambda text: '"many"' in text)
    assert max(map(len, shown.splitlines())) <= 20
    assert "\u2026" not in shown.split("step")[0]


def test_lines_fit_the_window_when_standard_output_is_a_pipe(tmp_path: Path) -> None:
    script = f"{sys.executable} -m amjd new -o - | cat > out.md"
    with Terminal(tmp_path, "-c", script, command=["/bin/sh"], columns=40) as terminal:
        terminal.asked()
        assert max(map(len, terminal.lines)) <= 40


def test_a_resize_in_mid_question_keeps_what_was_typed(tmp_path: Path) -> None:
    with at(tmp_path, "company.name") as terminal:
        terminal.asked("company.name")
        terminal.send("Har")
        for size in ((10, 20), (40, 120), (24, 80)):
            terminal.resize(*size)
            terminal.wait_display(lambda text: "» Har" in text)
        terminal.send(f"bor{ENTER}")
        terminal.asked("review")
    assert typed(tree(tmp_path), "company.name") == "Harbor"


def test_no_color_has_no_colour_and_an_empty_one_has(tmp_path: Path) -> None:
    colour = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|38;)[0-9;]*m")
    for value, is_coloured in (("1", False), ("", True)):
        with at(tmp_path, "quota.carries", NO_COLOR=value) as terminal:
            terminal.asked("quota.carries")
            assert bool(colour.search(terminal.raw)) is is_coloured


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
    words = ["new", "-a", "old.yaml", "--ask", "company.name", "-o", "x.md", *words]
    with Terminal(tmp_path, *words, **environment) as terminal:
        for line in ("?", "caf\udce9", "Harbor"):
            terminal.asked("company.name")
            terminal.send(f"{line}\n")
        terminal.asked("review")
        terminal.send("p\n")
        terminal.asked("preview")
        terminal.send("\n")
        terminal.asked("review")
        terminal.send("yes\n")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw
        assert "##" not in terminal.text
        assert "**" not in terminal.text
    assert b"Harbor" in (tmp_path / "x.md").read_bytes()


# -- streams --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "redirected", ["</dev/null", "<&-", "</dev/null 2>&1", "<{answers}", "--plain </dev/null"]
)
def test_without_a_terminal_it_says_so_and_names_draft(tmp_path: Path, redirected: str) -> None:
    (tmp_path / "answers.yaml").write_text(answers())
    words = redirected.format(answers=tmp_path / "answers.yaml")
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m amjd new --trace t.jsonl {words}"],
        cwd=tmp_path,
        capture_output=True,
        start_new_session=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 5
    assert b"amjd draft" in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr
    assert '"event": "end"' in (tmp_path / "t.jsonl").read_text()
    assert '"code": 5' in (tmp_path / "t.jsonl").read_text()


def test_with_a_piped_input_the_questions_go_to_the_terminal(tmp_path: Path) -> None:
    script = f"echo Acme | {sys.executable} -m amjd new"
    with Terminal(tmp_path, "-c", script, command=["/bin/sh"]) as terminal:
        terminal.asked()
        terminal.send(f"Harbor{ENTER}")
        terminal.asked()
        check_stopped(terminal, "Ctrl-C")
    assert typed(tree(tmp_path), "company.name") == "Harbor"


@pytest.mark.parametrize("plain", ["", "--plain"])
def test_in_a_pipe_only_the_posting_is_on_standard_output(tmp_path: Path, plain: str) -> None:
    (tmp_path / KEPT).write_text(answers())
    words = f"new -a {KEPT} --skip-answered -o - {plain}"
    script = f"{sys.executable} -m amjd {words} | cat > out.md"
    with Terminal(tmp_path, "-c", script, command=["/bin/sh"]) as terminal:
        terminal.asked("review")
        terminal.send(f"yes{ENTER}")
        assert terminal.end() == 0
    assert names(tmp_path) == [KEPT, "out.md"]
    drafted = subprocess.run(
        [sys.executable, "-m", "amjd", "draft", KEPT],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=20,
    )
    assert (tmp_path / "out.md").read_bytes() == drafted.stdout


# -- on the way -----------------------------------------------------------------------------------


def test_amjd_alone_on_a_terminal_is_amjd_new(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        assert terminal.asked().step == 1


def test_back_preview_and_review_lead_there_and_back(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new") as terminal:
        second = terminal.walk(example("standard"), until="quota.carries")
        terminal.send(BACK)
        terminal.asked("company.about")
        terminal.send(ENTER)
        assert terminal.asked("quota.carries") == second
        terminal.send(PREVIEW)
        terminal.asked("preview")
        terminal.send(ENTER)
        assert terminal.asked("quota.carries") == second
        terminal.send(REVIEW)
        terminal.asked("review")
        terminal.send(BACK)
        assert terminal.asked("quota.carries") == second


def test_an_old_answer_is_replaced_by_typing_and_kept_by_enter(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text(answers())
    with Terminal(tmp_path, "new", "-a", KEPT, "--skip-answered") as terminal:
        for keys, expected in (
            (ENTER, "62"),
            ("45" + ENTER, "45"),
            (f"{LEFT}0{ENTER}", "405"),
            (f"\x1b[200~47\x1b[201~{ENTER}", "47"),
        ):
            terminal.asked("review")
            terminal.send(f"accounts{ENTER}")
            terminal.asked("portfolio.accounts")
            terminal.send(keys)
            terminal.wait_for(lambda: typed(tree(tmp_path), "portfolio.accounts") == expected)  # noqa: B023


@pytest.mark.parametrize("plain", PLAIN)
@pytest.mark.parametrize("name", ["standard", pytest.param("sales", marks=NIGHTLY)])
def test_an_interview_from_the_first_question_to_its_end(
    tmp_path: Path, name: str, plain: bool
) -> None:
    with Terminal(tmp_path, "new", "-o", "x.md", plain=plain) as terminal:
        terminal.walk(example(name), until="review")
        assert not (tmp_path / "x.md").exists()
        terminal.send(f"yes{ENTER}")
        assert terminal.end() == 0
        assert terminal.is_as_before()
        check_quiet(terminal)
        steps = [line["step"] for line in terminal.trace if line["event"] == "ask"]
        assert steps == sorted(steps)
        assert terminal.trace[-1]["code"] == 0
        answer = example(name)["company"]["name"]
        assert not [line for line in terminal.trace if answer in str(line)]
    assert answer in (tmp_path / "x.md").read_text()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["-f", "bogus"], 2),
        (["-o", "x.zip"], 2),
        (["-t", "nonsense"], 2),
        (["-a", "nofile"], 4),
        (["--set", "no.field=1"], 3),
        (["--trace", "missing/trace"], 4),
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


def test_an_answer_left_open_makes_a_draft_that_says_so(tmp_path: Path) -> None:
    with at(tmp_path, "company.name", more=("-o", "x.md")) as terminal:
        terminal.asked("company.name")
        terminal.send(OPEN)
        terminal.asked("review")
        terminal.send(f"yes{ENTER}")
        assert terminal.end() == 0
    assert "DRAFT: 1 to settle before posting" in (tmp_path / "x.md").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("-t", "key"),
            "key: chosen by --template · the answers say standard: quota.carries is no",
        ),
        (("-t", "standard"), "standard: chosen by --template · the answers say standard"),
        (("-t", "key", "-q"), ""),
        ((), ""),
    ],
    ids=["another", "the same", "quiet", "not chosen"],
)
def test_a_template_that_was_chosen_has_the_reason_line_of_draft(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / KEPT).write_text(answers())
    with Terminal(tmp_path, "new", "-a", KEPT, "--skip-answered", "-o", "x.md", *words) as terminal:
        terminal.asked("review")
        terminal.send(f"yes{ENTER}")
        terminal.end()
        shown = " ".join(terminal.text.split())
    assert said in shown
    assert ("chosen by" in shown) == bool(said)
