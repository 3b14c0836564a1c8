"""Line by line, for screen readers: what is printed, and what a line means."""

import contextlib
import os
import pty
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from amjd.asker import Ask, Line, Reply, Row, Section, Signal, resumed
from amjd.interview.asks import ask_at
from amjd.interview.doubts.typed import doubt
from amjd.interview.route import Stop
from amjd.terminal import keying, stops, system
from amjd.terminal.opening import open_asker
from asks import COUNT, DECIDES, EVERY, LIST, MEASURES, OWN, PAGE, PICK, TEXT, TICK
from conftest import WORDS
from interviews import interview, kept
from keyboards import Desk, at_lines, suspending
from script import Script
from stand_ins import stand_in

WISHES = {":back": Signal.BACK, ":skip": Signal.OPEN, ":preview": Signal.PREVIEW,
          ":review": Signal.REVIEW}  # fmt: skip


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(keying, "SETTLE", 0.0)
    monkeypatch.setattr(keying, "PAUSE", 0.0)
    with at_lines() as desk:
        yield desk


def typed(desk: Desk, ask: Ask, *answers: str) -> Reply:
    return desk.answer(ask, *(f"{line}\n" for line in answers))


# -- words that wish ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERY)
def test_a_word_with_a_colon_does_what_a_key_does(desk: Desk, name: str) -> None:
    for word, wish in WISHES.items():
        for line in (word, f"  {word.upper()} "):
            assert typed(desk, EVERY[name], line).signal is wish
        assert desk.asker.key(wish) == word


def test_a_word_that_does_not_work_here_says_so(desk: Desk) -> None:
    ask = TEXT._replace(signals=(Signal.BACK,))
    assert typed(desk, ask, ":review", "Acme") == Reply(("Acme",))
    assert "That does not work here." in desk.said


def test_quit_saves_and_stops(desk: Desk) -> None:
    with pytest.raises(KeyboardInterrupt):
        typed(desk, TEXT, ":quit")


@pytest.mark.parametrize("keys", ["\x04", "half\x04\x04"])
def test_the_end_of_input_saves_and_stops(desk: Desk, keys: str) -> None:
    with pytest.raises(EOFError):
        desk.answer(TEXT, keys)


@pytest.mark.parametrize("line", [":bakc", ":help", ":q", ":quiet", ":"])
def test_a_mistyped_word_with_a_colon_is_no_answer(desk: Desk, line: str) -> None:
    assert typed(desk, TEXT, line, "Acme") == Reply(("Acme",))
    assert desk.said.count(":back") == 2


def test_a_name_that_was_only_begun_is_said_whole(desk: Desk) -> None:
    typed(desk, OWN, "agen")
    assert "Taken: Agency clients" in desk.said
    for line in ("agency clients", "agency", "2"):
        typed(desk, OWN, line)
    assert desk.said.count("Taken: Agency clients") == 3
    typed(desk, OWN, "inns")
    assert desk.said.count("Taken: ") == 3


@pytest.mark.parametrize(
    "name", ["decides", "pick", "own", "tick", "measures", "count", "list", "page"]
)
def test_back_and_skip_need_no_colon_where_they_are_no_answer(desk: Desk, name: str) -> None:
    assert typed(desk, EVERY[name], "back").signal is Signal.BACK
    assert typed(desk, EVERY[name], "Skip").signal is Signal.OPEN


def test_a_company_may_be_called_back(desk: Desk) -> None:
    assert typed(desk, TEXT, "back") == Reply(("back",))
    assert "back is taken as your answer. With a colon before it, :back, it does" in desk.said
    rows = (Row("front", "Front"), Row("back", "Back"))
    assert typed(desk, PICK._replace(rows=rows), "back") == Reply(("back",))


# -- answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask", "line", "values"),
    [
        (PICK, "2", ("hybrid",)),
        (PICK, "Hybrid", ("hybrid",)),
        (PICK, "on site", ("on-site",)),
        (PICK, "rem", ("remote",)),
        (PICK, "", ("on-site",)),
        (DECIDES, "y", ("yes",)),
        (DECIDES, "n", ("no",)),
        (DECIDES, "NO", ("no",)),
        (PICK, "on site, with the van", ("on-site",)),
        (DECIDES, "Nope", ("no",)),
        (DECIDES, "not at all", ("no",)),
        (DECIDES, "yeah", ("yes",)),
        (DECIDES, "of course, they buy more", ("yes",)),
        (PICK._replace(at=None, optional=True), "", ()),
        (PICK._replace(optional=True), "-", ()),
        (OWN, "1", ("small business",)),
        (OWN, "agency", ("agency",)),
        (OWN, "inns", ("inns",)),
        (OWN, "small", ("small business",)),
        (OWN, "sm", ("sm",)),
        (OWN, "clients", ("clients",)),
        (OWN, "small inns", ("small inns",)),
        (TICK, "", ()),
        (TICK, "1; 3", ("role.first_hire", "product.software")),
        (TICK, "3,1", ("product.software", "role.first_hire")),
        (MEASURES, "1 and 2", ("small business", "agency")),
        (MEASURES, "1, and 2", ("small business", "agency")),
        (TICK, "3, 2 and 1", ("product.software", "portfolio.strategic", "role.first_hire")),
        (MEASURES, "rest and play", ("rest and play",)),
        (TICK, "few accounts; software", ("portfolio.strategic", "product.software")),
        (TICK._replace(ticked=("role.first_hire",)), "1;2", ("portfolio.strategic",)),
        (TICK._replace(ticked=("role.first_hire",)), "", ("role.first_hire",)),
        (
            TICK._replace(rows=TICK.rows[:1], ticked=("role.first_hire",)),
            "yes",
            ("role.first_hire",),
        ),
        (TICK._replace(ticked=("role.first_hire",)), "-", ()),
        (MEASURES, "1; calls returned, on time", ("small business", "calls returned, on time")),
        (TEXT, "  Acme ", ("Acme",)),
        (TEXT, "", ()),
        (TEXT._replace(current=("Acme",)), "", ("Acme",)),
        (TEXT._replace(current=("Acme",), optional=True), "-", ()),
        (TEXT._replace(current=("Acme",)), "-", ("-",)),
        (TEXT._replace(typed="x", note="no", refused=True, optional=True), "", ()),
        (TEXT._replace(note="5 may leave.", current=("Acme",)), "", ("Acme",)),
        (LIST, "bid; walk", ("bid", "walk")),
        (LIST._replace(offer=("Ohio",)), "", ("Ohio",)),
        (LIST._replace(offer=("Ohio",)), "Utah", ("Utah",)),
        (LIST._replace(offer=("Ohio",)), "-", ()),
        (LIST._replace(offer=("Ohio",), typed="x", note="no", refused=True), "", ()),
        (LIST._replace(current=("a; b", "c")), "a; b; d", ("a; b", "d")),
        (PAGE, "deadline", ("deadline",)),
        (PAGE, "", ()),
    ],
)
def test_a_line_is_a_number_a_name_or_the_answer(
    desk: Desk, ask: Ask, line: str, values: tuple[str, ...]
) -> None:
    assert typed(desk, ask, line)._replace(away=False) == Reply(values)


@pytest.mark.parametrize("ask", [PICK, TICK], ids=["pick", "tick"])
def test_where_own_words_belong_is_said_where_a_list_takes_none(desk: Desk, ask: Ask) -> None:
    home = "Words on it can stand in the training."
    reply = typed(desk, ask._replace(home=home), "we ride along", "1")
    assert reply.said == "we ride along"
    said = f'"we ride along" is none of these. Type the number or the name of one. {home}'
    assert said in " ".join(desk.said.split())


@pytest.mark.parametrize("line", ["0", "4", "99", "fortnight", "pet stores, vets and kennels", "e"])
def test_what_is_no_choice_is_said_and_the_whole_question_comes_again(
    desk: Desk, line: str
) -> None:
    assert typed(desk, PICK, line, "2") == Reply(("hybrid",))
    assert f'"{line}" is none of these. Type the number or the name of one.' in desk.said
    assert desk.said.count(PICK.question) == 2
    assert desk.said.count("2. Hybrid: Some days each.") == 2


def test_enter_takes_nothing_where_nothing_is_preselected(desk: Desk) -> None:
    assert typed(desk, DECIDES, "", "yes") == Reply(("yes",))
    assert "Pick one first" in desk.said


def test_whoever_may_use_their_own_words_is_told(desk: Desk) -> None:
    assert typed(desk, OWN, "", "inns") == Reply(("inns",))
    assert "Pick one first: type its number or its name. Or your own words." in desk.said


def test_a_beginning_that_two_have_is_none(desk: Desk) -> None:
    rows = (Row("week", "Each week"), Row("year", "Each year"))
    assert typed(desk, PICK._replace(rows=rows), "each", "2") == Reply(("year",))


def test_a_number_that_is_no_choice_is_not_somebodys_own_words(desk: Desk) -> None:
    assert typed(desk, OWN, "9", "inns") == Reply(("inns",))
    assert typed(desk, MEASURES, "1; 9", "2") == Reply(("agency",))


def test_what_is_ticked_is_said(desk: Desk) -> None:
    typed(desk, TICK._replace(ticked=("role.first_hire",)), "2")
    assert "1. ticked: You hand over clients for the first time" in desk.said
    assert "Ticked: A few accounts carry much of the revenue." in desk.said
    typed(desk, TICK._replace(ticked=("role.first_hire",)), "1,3")
    assert "Ticked: Clients use software of ours. Unticked: You hand over clients" in desk.said


def test_the_others_are_heard_by_whoever_wants_them(desk: Desk) -> None:
    rows = tuple(Row(f"field {n}", f"Answer {n}") for n in range(1, 21))
    ask = TICK._replace(rows=rows, few=8)
    assert typed(desk, ask, "9") == Reply(("field 9",))
    assert "There are 12 others." in desk.said
    assert "Answer 8" in desk.said
    assert "9. Answer 9" not in desk.said
    typed(desk, ask, "more", "")
    assert desk.said.count("8. Answer 8") == 2
    assert desk.said.count("20. Answer 20") == 1


def test_headings_are_heard_before_their_rows(desk: Desk) -> None:
    rows = tuple(row._replace(under="Bring" if n else "Do") for n, row in enumerate(TICK.rows))
    typed(desk, TICK._replace(rows=rows), "")
    assert f"Do 1. {rows[0].label} Bring 2. {rows[1].label}" in desk.said
    assert desk.said.count("Bring") == 1


def test_no_to_a_whole_list_unticks_nothing(desk: Desk) -> None:
    ask = TICK._replace(rows=(*TICK.rows, Row("notes", "The habit of noting")), ticked=("notes",))
    assert typed(desk, ask, "no", "yes", "") == Reply(("notes",))
    assert desk.said.count("Type the number or the name of one.") == 2


def test_a_no_to_all_of_a_list_of_facts_is_asked_about_and_ticks_nothing(desk: Desk) -> None:
    ask = TICK._replace(told=lambda text: text if text.startswith("none") else "")
    assert typed(desk, ask, "none, a colleague did") == Reply(("none, a colleague did",))
    assert "icked: none" not in desk.said
    assert typed(desk, ask, "2") == Reply((TICK.rows[1].value,))


def test_what_is_left_open_stays_so_by_enter_and_goes_by_a_minus_sign(desk: Desk) -> None:
    for ask in (TEXT, PICK._replace(at=None), MEASURES, TICK):
        # Of a list of facts none may be true; what is needed can be left open all the same.
        ask = ask._replace(optional=ask is not TICK, is_open=True)
        heard = len(desk.said)
        assert typed(desk, ask, "") == Reply()
        away = "it away" if ask.optional else "none"
        said = desk.said[heard:]
        assert f"Now: (not sure yet) Enter keeps it, a minus sign (-) takes {away}. > (not" in said
        assert "Enter alone takes" not in desk.said
        assert typed(desk, ask, "-") == Reply(away=True)
    assert typed(desk, DECIDES._replace(is_open=True), "") == Reply()
    assert "Now: (not sure yet) Enter keeps it. >" in desk.said
    assert "(no answer)" not in desk.said


def test_own_words_that_were_refused_are_no_row(desk: Desk) -> None:
    ask = resumed(OWN, Reply(("bad",)))._replace(note="Not that.", refused=True)
    assert typed(desk, ask, "", "agency") == Reply(("agency",))
    assert "3. bad" not in desk.said
    assert "Enter takes" not in desk.said
    asked = ask._replace(current=("agency",))
    assert typed(desk, asked, "") == Reply(("agency",))
    assert "Now: Agency clients Enter keeps it." in desk.said


def test_what_is_printed_as_it_was_typed_is_said_where_that_is_picked(desk: Desk) -> None:
    known = kept("tidewater")
    asking = interview(Script({}), known)[0].kept
    stop = Stop("role.travel", "", ("role.travel",))
    asked = doubt(asking, stop, ask_at(asking, stop), ("some, 2 days a month",))
    assert asked
    assert typed(desk, asked.ask, "2") == Reply(("typed",))
    assert "In the posting: Travel: Some, 2 days a month" in desk.said


def test_what_is_read_otherwise_than_typed_is_said(desk: Desk) -> None:
    assert typed(desk, COUNT, "47ish") == Reply(("47ish",))
    assert "In the posting: about 47 accounts" in desk.said
    typed(desk, COUNT, "48")
    assert "48 accounts" not in desk.said


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Ott and Sn\x1b[Do", "Ott and Son"),
        ("Ott\x1b[A\x1b[B\x1bOP\x1b[I\x1b]11;rgb:1/1/1\x07 and Son", "Ott and Son"),
        ("Ott\x13 and\x1b Son", "Ott and Son"),
        ("Ti\u200bde\u202ewater", "Tidewater"),
        ("caf\udce9", "caf\udce9"),
    ],
)
def test_keys_that_do_not_work_in_a_line_do_no_harm(desk: Desk, line: str, answer: str) -> None:
    desk.asker.keying.take()  # type: ignore[attr-defined]
    assert typed(desk, TEXT, line) == Reply((answer,))


def test_a_line_may_be_longer_than_a_terminal_keeps_of_one(desk: Desk) -> None:
    desk.asker.keying.take()  # type: ignore[attr-defined]
    line = "word " * 2000 + "end"
    assert typed(desk, TEXT, line) == Reply((line,))


def test_what_is_pasted_behind_a_line_answers_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keying, "SETTLE", 0.02)
    assert typed(desk, TEXT, "one\ntwo\nthree") == Reply(("one",))
    assert typed(desk, TEXT, "later") == Reply(("later",))
    assert "What was pasted behind the first answer was dropped." in desk.said


# -- what is printed ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERY)
def test_the_order_is_that_of_the_screen(desk: Desk, name: str) -> None:
    ask = EVERY[name]._replace(why="Because.", note="No.", refused=True, step=3, of=8, title="Pay")
    typed(desk, ask, ":back")
    said = desk.said
    parts = ["Step 3 of 8: Pay", ask.question, "No.", "Because.", "> "]
    places = [said.rindex(part.strip()) for part in parts]
    assert places == sorted(places)
    for row in ask.rows:
        assert row.label in said
        assert row.help in said


def test_what_follows_from_an_answer_is_heard_before_the_next_question(desk: Desk) -> None:
    typed(desk, OWN._replace(note="5 of your 62 may leave."), "inns")
    assert desk.said.index("5 of your 62 may leave.") < desk.said.index(OWN.question)


def test_what_is_skipped_or_left_open_is_said(desk: Desk) -> None:
    typed(desk, TEXT._replace(optional=True), "")
    assert "(no answer)" in desk.said
    typed(desk, PICK, "skip")
    assert "(not sure yet)" in desk.said


def test_whoever_is_not_sure_hears_what_to_type_at_a_list(desk: Desk) -> None:
    typed(desk, DECIDES, "idk", "yes")
    assert '"idk" is none of these. Type the number or the name of one. Not sure yet? :skip.' in (
        desk.said
    )


def test_help_is_followed_by_the_whole_question(desk: Desk) -> None:
    ask = PICK._replace(more="And so on.")
    assert typed(desk, ask, "?", "1") == Reply(("on-site",))
    assert desk.said.index("And so on.") < desk.said.rindex("3. Remote")
    assert desk.said.count("1. On-site: At your place.") == 2


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (TEXT, "For example: Tidewater Linen"),
        (TEXT._replace(current=("Acme",)), "Now: Acme Enter keeps it."),
        (
            TEXT._replace(current=("Acme",), optional=True),
            "Enter keeps it, a minus sign (-) takes it away.",
        ),
        (TEXT._replace(optional=True), "Enter leaves it out."),
        (TEXT._replace(optional=True, leads_back=True), "Enter alone goes back."),
        (LIST, "Put a semicolon (;) between several."),
        (
            LIST._replace(offer=("Ohio",)),
            "From your answers: Ohio. Enter takes it, a minus sign (-)",
        ),
        (PICK, "Enter takes On-site."),
        (OWN, "Or your own words."),
        (OWN._replace(example="inns"), "Or your own words, as in: inns."),
        (PICK._replace(current=("on-site",)), "Now: On-site Enter keeps it. >"),
        (
            PICK._replace(current=("on-site",), optional=True),
            "Now: On-site Enter keeps it, a minus sign (-) takes it away.",
        ),
        (PICK._replace(at=None, optional=True), "Enter leaves it out."),
        (TICK, "Enter alone takes what is ticked."),
        (MEASURES._replace(optional=True), "and Enter goes on. Enter leaves it out."),
        (PAGE._replace(optional=True), "Enter goes on."),
    ],
)
def test_it_is_said_what_may_be_typed(desk: Desk, ask: Ask, says: str) -> None:
    typed(desk, ask, ":back")
    assert says in desk.said


def test_pages_are_read_out_once_and_the_message_stands_last(desk: Desk) -> None:
    typed(desk, PAGE, "deadlin")
    typed(desk, PAGE._replace(typed="deadlin", note="There is no deadlin."), "1")
    assert desk.said.count("0. Name: Ott and Son") == 1
    assert "1. Industry: (no answer)" in desk.said
    assert desk.said.rindex("There is no deadlin.") > desk.said.index("49. Label 49: answer 49")
    bullets = Section("Duties", (Line("Keep clients.", "-"),))
    typed(desk, PAGE._replace(pages=(bullets,)), "")
    assert "Duties - Keep clients." in desk.said


def test_the_words_are_named_once(desk: Desk) -> None:
    typed(desk, TEXT, "Acme")
    typed(desk, TEXT, "Acme")
    assert desk.said.count("At any question type :back, :skip (not sure)") == 1


def test_nothing_that_a_terminal_obeys_is_printed(desk: Desk) -> None:
    evil = "a\x1b[31m\x9b\u202eb\x07"
    typed(desk, TEXT._replace(current=(evil,), note=evil, why=evil), "x")
    typed(desk, PICK._replace(rows=(Row(evil, evil, evil),)), "1")
    typed(desk, PAGE._replace(pages=(Section(evil, (Line(evil, evil, evil),)),)), "")
    desk.asker.tell("\x1b[2J")
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(desk.said)


# -- the terminal ---------------------------------------------------------------------------------


def test_whoever_comes_back_hears_the_question_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with suspending(desk, monkeypatch):
        main = threading.main_thread().ident
        assert main

        def suspend() -> None:
            time.sleep(0.1)
            signal.pthread_kill(main, signal.SIGTSTP)

        threading.Thread(target=suspend).start()
        assert desk.answer(PICK, "", "2\n") == Reply(("hybrid",))
    assert "Type fg and Enter to come back" in desk.said
    assert desk.said.count("2. Hybrid: Some days each.") == 2
    assert "What was typed before is gone." in desk.said


def test_what_loads_beside_the_first_question_takes_no_signal_from_it() -> None:
    masks: list[set[int]] = []

    def load() -> None:
        system.leave_signals()
        masks.append({*signal.pthread_sigmask(signal.SIG_BLOCK, [])})

    beside = threading.Thread(target=load)
    beside.start()
    beside.join()
    assert masks[0] >= {*stops.USUAL, signal.SIGTSTP}


@contextlib.contextmanager
def timed(timer: threading.Timer) -> Iterator[None]:
    timer.start()
    yield
    timer.cancel()


@pytest.mark.parametrize("moment", ["_put", "_print", "keying.drop_pending", "_trace.asked"])
def test_whoever_leaves_before_the_question_is_waited_at_hears_it_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    *parts, name = moment.split(".")
    where = getattr(desk.asker, parts[0]) if parts else desk.asker
    real, left = getattr(where, name), [1]

    def act(*given: object) -> object:
        done = real(*given)
        if left:
            left.pop()
            signal.raise_signal(signal.SIGTSTP)
        return done

    monkeypatch.setattr(where, name, act)
    keys = ["", "2\n"] if name == "asked" else ["2\n"]
    given_up = threading.Timer(5, os.write, (desk.keys.master, b"\x04"))
    with suspending(desk, monkeypatch), timed(given_up):
        assert desk.answer(PICK._replace(note="No town.", refused=True), *keys).text == "hybrid"
    behind = desk.said.split("Type fg and Enter to come back")[1]
    assert "No town. What was typed before is gone." in behind
    assert "2. Hybrid: Some days each." in behind


def test_the_terminal_stays_the_editors_when_that_is_left_for_a_while(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = stand_in(tmp_path / "editor", "kill -TSTP $PPID", "sleep 0.2", 'stty -a > "$1"')
    monkeypatch.setenv("VISUAL", str(editor))
    with suspending(desk, monkeypatch):
        desk.asker.keying.take()  # type: ignore[attr-defined]
        reply = typed(desk, TEXT._replace(long=True), ":edit")
    assert {"icanon", "echo"} <= set(reply.text.split())


def test_an_editor_opens_for_a_long_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = stand_in(tmp_path / "editor", 'printf "We wash linen.\\n" > "$1"')
    monkeypatch.setenv("VISUAL", str(editor))
    assert typed(desk, TEXT._replace(long=True), ":edit") == Reply(("We wash linen.",))
    assert ":edit opens your editor" in desk.said


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("1,2, no complaints", (*(row.value for row in MEASURES.rows[:2]), "no complaints")),
        ("1 2 and no complaints", (*(row.value for row in MEASURES.rows[:2]), "no complaints")),
        ("no complaints, 2", ("no complaints", MEASURES.rows[1].value)),
        ("2 new clients a month", ("2 new clients a month",)),
        ("calls, visits", ("calls, visits",)),
    ],
)
def test_numbers_among_own_words_are_rows(desk: Desk, line: str, taken: tuple[str, ...]) -> None:
    assert typed(desk, MEASURES, line) == Reply(taken)


def test_what_was_begun_goes_on_after_a_preview(desk: Desk) -> None:
    ask = MEASURES._replace(ticked=("agency",))
    first = typed(desk, ask, ":preview")
    assert typed(desk, resumed(ask, first), "") == Reply(("agency",))


def test_a_terminal_that_was_left_non_blocking_is_waited_for_and_given_back_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outer, inner = pty.openpty()
    os.set_blocking(inner, False)
    try:
        with open(inner, closefd=False) as source, open(inner, "w", closefd=False) as shown:
            monkeypatch.setattr("sys.stdin", source)
            monkeypatch.setattr("sys.stderr", shown)
            with open_asker(plain=True, words=WORDS.terminal):
                assert os.get_blocking(inner)
            assert not os.get_blocking(inner)
    finally:
        os.close(outer)
        os.close(inner)
