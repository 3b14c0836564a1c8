"""Questions on a full screen: what keys do there, and what stands on it."""

import itertools
import re
import signal
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from amjd.asker import Ask, Line, Reply, Row, Section, Seen, Signal, resumed
from amjd.terminal import keyboard
from amjd.terminal.choosing import Own, Refused
from amjd.terminal.picking import Picking
from amjd.terminal.reading import Reading
from amjd.terminal.sequences import Cutter, Key
from amjd.terminal.view import Frame
from amjd.terminal.writing import Writing
from asks import COUNT, DECIDES, EVERY, LIST, MEASURES, OWN, PAGE, PICK, TEXT, TICK
from conftest import WORDS
from keyboards import Desk, at_screen, suspending
from stand_ins import stand_in
from tables import table

BACK, STOP, END, OPEN, PREVIEW, REVIEW = "\x02", "\x03", "\x04", "\x14", "\x10", "\x12"
CTRL_A, CTRL_K, CTRL_U, CTRL_W, LEFT = "\x01", "\x0b", "\x15", "\x17", "\x1b[D"
UP, DOWN, ENTER, SPACE = "\x1b[A", "\x1b[B", "\r", " "
LATER = {Signal.BACK: BACK, Signal.OPEN: OPEN, Signal.PREVIEW: PREVIEW, Signal.REVIEW: REVIEW}
Panel = Writing | Picking | Reading


def panel(ask: Ask) -> Panel:
    kinds = {"text": Writing, "page": Reading}
    made: Panel = kinds.get(ask.kind, Picking)(ask, WORDS.terminal)
    return made


def press(ask: Ask | Panel, keys: str) -> object:
    """Press keys at a panel; return what the last of them came to."""
    pressed = panel(ask) if isinstance(ask, Ask) else ask
    found = None
    for key in Cutter().feed(keys):
        found = pressed.pressed(key)
    return found


def looks(shown: Ask | Panel, width: int = 79, height: int = 23) -> list[str]:
    """Return the lines of a panel, after a first look that tells it how large the window is."""
    drawn = panel(shown) if isinstance(shown, Ask) else shown
    return ["".join(text for _, text in line) for line in drawn.frame(width, height).lines]


def picked(value: str) -> Reply:
    return Reply((value,))


# -- lists ----------------------------------------------------------------------------------------


@table(
    ("ask", "keys", "reply"),
    [
        (PICK, ENTER, picked("on-site")),
        (PICK, DOWN + ENTER, picked("hybrid")),
        (PICK, UP + ENTER, picked("remote")),
        (PICK, DOWN * 3 + ENTER, picked("on-site")),
        (PICK, "3" + ENTER, picked("remote")),
        (PICK, "31" + ENTER, picked("on-site")),
        (PICK, "h" + ENTER, picked("hybrid")),
        (PICK, "on site" + ENTER, picked("on-site")),
        (PICK, "REMOTE" + ENTER, picked("remote")),
        (PICK, "hx\x7f" + ENTER, picked("hybrid")),
        (PICK, "hybrid, not sure yet" + ENTER, Reply(("hybrid",), said="hybrid, not sure yet")),
        (PICK, "hx" + DOWN + ENTER, picked("on-site")),
        (DECIDES, "y" + ENTER, picked("yes")),
        (DECIDES, "no" + ENTER, picked("no")),
        (DECIDES, DOWN + ENTER, picked("yes")),
        (DECIDES, UP + ENTER, picked("no")),
        (OWN, "agency" + ENTER, picked("agency")),
        (TICK, SPACE + ENTER, Reply(("role.first_hire",))),
        (TICK, DOWN + SPACE + UP + SPACE + ENTER,
         Reply(("portfolio.strategic", "role.first_hire"))),
        (TICK, SPACE + SPACE + ENTER, Reply()),
        (TICK, "software" + SPACE + ENTER, Reply(("product.software",))),
        (TICK, "2 3 " + ENTER, Reply(("portfolio.strategic", "product.software"))),
        (TICK, "2" + SPACE + SPACE + ENTER, Reply()),
        (TICK, "2" + ENTER + SPACE + ENTER, Reply()),
        (TICK, DOWN + ENTER, Reply()),
        (PICK, "yes2" + ENTER, picked("hybrid")),
        (PICK, "yes?2" + ENTER, picked("hybrid")),
        (PICK, "some days hybrid" + ENTER, picked("hybrid")),
        (PICK, "on site, with the van" + ENTER, picked("on-site")),
        (PICK, "hybrid or remote" + ENTER, Refused()),
        (PICK, "not remote" + ENTER, Refused()),
        (PICK, "it isn't remote" + ENTER, Refused()),
        (PICK, "it isn’t remote" + ENTER, Refused()),
        (DECIDES, "nope" + ENTER, picked("no")),
        (DECIDES, "no idea" + ENTER, Refused()),
        (DECIDES, "of course not" + ENTER, Refused()),
        (DECIDES, "yeah no" + ENTER, Refused()),
        (DECIDES, "sure, they buy more" + ENTER, picked("yes")),
        (DECIDES, "no, not really" + ENTER, Reply(("no",), said="no, not really")),
        (DECIDES, "yes and no" + ENTER, Refused()),
        (DECIDES, "yes 3% on orders" + ENTER, Reply(("yes",), said="yes 3% on orders")),
        (DECIDES, "no, a bonus maybe" + ENTER, Reply(("no",), said="no, a bonus maybe")),
        (PICK, "hybrid 2.5 days" + ENTER, Reply(("hybrid",), said="hybrid 2.5 days")),
        (PICK, "13" + ENTER, picked("remote")),
        (PICK, "73" + ENTER, Refused()),
        (TICK, "2,3?" + ENTER, Reply(("portfolio.strategic", "product.software"))),
        (TICK, "a few accounts" + SPACE + ENTER + ENTER, Reply(("portfolio.strategic",))),
        (TICK._replace(ticked=tuple(row.value for row in TICK.rows)), "yes" + ENTER,
         Reply(tuple(row.value for row in TICK.rows))),
        (TICK._replace(ticked=tuple(row.value for row in TICK.rows)), "sure" + ENTER,
         Reply(tuple(row.value for row in TICK.rows))),
        (TICK, "yes" + ENTER, Refused()),
        (TICK, "c" + SPACE + ENTER, Reply(("product.software",))),
        (MEASURES, "small inns that stay" + ENTER, Own("small inns that stay")),
        (MEASURES, "agency clients" + SPACE + ENTER, Reply(("agency",))),
        (OWN, "who else?" + ENTER, Own("who else?")),
        (OWN, "30 hours a week" + ENTER, Own("30 hours a week")),
        (OWN, "21 clients" + ENTER, Own("21 clients")),
        (OWN, "20-30 seats" + ENTER, Own("20-30 seats")),
        (OWN, "30" + ENTER, Refused()),
        (MEASURES, "2 new clients a month" + ENTER, Own("2 new clients a month")),
        (MEASURES, "2 an hour" + ENTER, Own("2 an hour")),
        (MEASURES, "21 clients" + ENTER, Own("21 clients")),
        (MEASURES, "3 clients a week" + ENTER, Own("3 clients a week")),
        (MEASURES, "1 and 2" + ENTER + ENTER, Reply(("small business", "agency"))),
        (MEASURES, "1 2 " + ENTER, Reply(("small business", "agency"))),
        (OWN, "30 hopart" + CTRL_U + "inns" + ENTER, Own("inns")),
        (OWN, "small inns, oldd" + CTRL_W + "old" + ENTER, Own("small inns, old")),
        (OWN, "inns" + CTRL_K + ENTER, Own("inns")),
        (OWN, "inns" + CTRL_U + ENTER, Refused()),
        (OWN, "inns" + LEFT, Own("inns", Key("left"))),
        (OWN, "inns" + CTRL_A, Own("inns", Key("home"))),
        (MEASURES, "inns" + CTRL_U + ENTER, Own("")),
        (TICK._replace(ticked=("product.software",)), ENTER, Reply(("product.software",))),
    ],
)  # fmt: skip
def test_an_arrow_a_number_or_a_word_moves_and_enter_takes_what_is_seen(
    ask: Ask, keys: str, reply: Reply
) -> None:
    assert press(ask, keys) == reply


@table(
    "keys",
    ["1,3", "1, 3", "3;1", "1 and 3", "1 & 3", "1, and 3", "1 3", "2, 2, 1 and 3", "1 AND 3",
     "\x1b[200~1, 3\x1b[201~", "\x1b[200~1 and 3\x1b[201~", "1,3,3,3"],
)  # fmt: skip
def test_numbers_with_commas_tick_and_all_ticks_are_seen_before_enter_takes_them(keys: str) -> None:
    rows = (*TICK.rows, Row("loss", "Losses and gains"))
    for ask in (TICK, TICK._replace(rows=rows), MEASURES._replace(rows=TICK.rows)):
        shown = panel(ask)
        assert press(shown, keys + ENTER) == Refused()
        assert sorted(shown.now().ticked) == ["product.software", "role.first_hire"]
        assert sorted(press(shown, ENTER).values) == sorted(shown.now().ticked)  # type: ignore[attr-defined]


@table(
    ("keys", "said", "ticked"),
    [
        ("23 cafes", "23 cafes", []),
        ("3 cafes", "3 cafes", []),
        ("23 and more cafes", "23 and more cafes", []),
        ("23, cafes", "23, cafes", []),
        ("3,500 cafes", "3,500 cafes", []),
        ("3,450 cafes", "3,450 cafes", []),
        ("2, 23 cafes", "2, 23 cafes", []),
        ("3 clients", "3 clients", []),
        ("2" + ENTER + "23 cafes", "23 cafes", ["portfolio.strategic"]),
        ("2 \x7f23 cafes", "23 cafes", ["portfolio.strategic"]),
        ("2 " + DOWN + "23 cafes", "23 cafes", ["portfolio.strategic"]),
        ("3, cafes", "cafes", ["product.software"]),
        ("2 3 and cafes", "cafes", ["portfolio.strategic", "product.software"]),
    ],
)
def test_words_behind_a_number_take_it_along_and_nothing_is_ticked(keys, said, ticked) -> None:
    shown = panel(TICK)
    press(shown, keys)
    assert f'! "{said}" is none of these, so Enter takes nothing.' in looks(shown)
    assert sorted(shown.now().ticked) == ticked
    assert press(shown, ENTER) == Refused()
    assert sorted(shown.now().ticked) == ticked


def test_words_behind_numbers_give_back_a_tick_that_stood() -> None:
    shown = panel(TICK._replace(ticked=("product.software",)))
    press(shown, "23 ")
    assert shown.now().ticked == ()
    press(shown, "cafes")
    assert shown.now().ticked == ("product.software",)


def test_a_second_space_takes_the_tick_of_a_number_off_for_good() -> None:
    shown = panel(TICK)
    press(shown, "3  cafes")
    assert shown.now().ticked == ()


@pytest.mark.parametrize("typed", ["maybe", "4", "0", "pet stores, vets and kennels", "nay"])
def test_what_matches_nothing_is_said_and_enter_takes_nothing(typed: str) -> None:
    for ask in (PICK, DECIDES, TICK):
        shown = panel(ask)
        press(shown, typed)
        assert f'! "{typed}" is none of these, so Enter takes nothing.' in looks(shown)
        assert press(shown, ENTER) == Refused()
        if ask is not TICK:
            assert press(shown, ENTER) == Refused()
            assert shown.so_far() == ()


HOME = "Words on it can stand in the hours."


def test_a_number_behind_words_that_are_none_of_these_picks_its_row() -> None:
    shown = panel(PICK._replace(home=HOME))
    press(shown, "4 days possible")
    press(shown, "1")
    assert "is none of these" not in looks(shown)
    assert press(shown, ENTER) == Reply(("on-site",), said="4 days possible")


def test_after_enter_on_such_words_no_message_says_what_enter_does() -> None:
    shown = panel(PICK._replace(home=HOME, optional=True, at=None))
    press(shown, "4 days possible" + ENTER)
    said = " ".join(" ".join(looks(shown)).split())
    assert f'! "4 days possible" is none of these, and was not taken. {HOME}' in said
    assert press(shown, ENTER) == Reply((), said="4 days possible")


def test_where_own_words_belong_is_said_beside_what_matches_nothing() -> None:
    shown = panel(TICK._replace(home="Words on it can stand in the training."))
    press(shown, "we ride along")
    text = " ".join("".join(looks(shown)).split())
    assert "so Enter takes nothing. Words on it can stand in the training." in text


def test_no_and_enter_is_never_a_yes() -> None:
    for ask in (DECIDES, DECIDES._replace(at=0), DECIDES._replace(at=1)):
        assert press(ask, f"no{ENTER}") == picked("no")
        assert press(ask, f"n{ENTER}") == picked("no")
    assert press(DECIDES._replace(rows=DECIDES.rows[:1]), f"no{ENTER}") == Refused()


@pytest.mark.parametrize("typed", ["no", "not", "n", "none"])
def test_no_to_a_whole_list_unticks_nothing(typed: str) -> None:
    rows = (Row("notes", "The habit of noting"), Row("note keeping", "Note every week"))
    shown = panel(TICK._replace(rows=rows, ticked=("notes", "note keeping")))
    assert press(shown, typed + ENTER) == Refused()
    assert press(shown, ENTER) == Reply(("notes", "note keeping"))


def test_enter_alone_takes_nothing_where_nothing_is_preselected() -> None:
    shown = panel(DECIDES)
    assert press(shown, ENTER) == Refused()
    assert any(line.startswith("! Pick one first") for line in looks(shown))
    assert press(DECIDES._replace(optional=True), ENTER) == Reply()


def test_an_optional_choice_can_be_taken_away_again() -> None:
    assert press(PICK._replace(at=1, optional=True), f"\x7f{ENTER}") == Reply()
    assert press(PICK._replace(at=1), f"\x7f{ENTER}") == picked("hybrid")


def test_the_row_after_the_last_takes_own_words() -> None:
    assert press(OWN, DOWN * 3 + ENTER) == Own("")
    assert press(OWN, f"3{ENTER}") == Own("")
    assert press(OWN, f"inns{ENTER}") == Own("inns")
    assert press(OWN, f"9{ENTER}") == Refused()
    assert press(MEASURES, f"3{ENTER}") == press(MEASURES, DOWN * 2 + SPACE) == Own("")


def test_own_words_are_no_mistake() -> None:
    shown = panel(MEASURES)
    press(shown, "calls returned")
    said = '"calls returned" is none of these. Enter takes it as your own words.'
    assert f"  {said}" in looks(shown)
    assert not any(line.startswith("!") for line in looks(shown))


def test_a_tick_shows_and_the_pointer_too() -> None:
    shown = panel(TICK._replace(ticked=("product.software",)))
    press(shown, DOWN)
    lines = looks(shown)
    assert lines[3] == "  1 ○ You hand over clients for the first time"
    assert lines[4].startswith("» 2 ○ A few accounts carry much of the revenue")
    assert lines[5] == "  3 ● Clients use software of ours"


def test_the_keys_say_what_they_do_to_the_row_that_is_pointed_at() -> None:
    shown = panel(TICK._replace(ticked=("product.software",)))
    press(shown, "3")
    assert "Space unticks  Enter unticks" in looks(shown)[-1]
    press(shown, ENTER)
    assert "Space ticks  Enter next" in looks(shown)[-1]


def test_a_number_or_a_name_ticks_and_the_next_enter_goes_on() -> None:
    for keys in ("3", "software"):
        shown = panel(TICK)
        press(shown, keys)
        assert "Enter ticks" in looks(shown)[-1]
        assert press(shown, ENTER) == Refused()
        assert "Enter next" in looks(shown)[-1]
        assert press(shown, ENTER) == Reply(("product.software",))


def test_what_is_ticked_is_told_where_it_is_scrolled_away() -> None:
    rows = tuple(Row(f"field {n}", f"Answer {n}") for n in range(1, 41))
    shown = panel(TICK._replace(rows=rows))
    press(shown, f"5, 7 and 36{ENTER}")
    assert "  3 ticked: 5, 7, 36" in looks(shown)
    press(shown, "5 7 ")
    press(shown, "\x1b[F")
    assert not any("ticked:" in line for line in looks(shown))


def test_the_others_are_shown_to_whoever_wants_them() -> None:
    rows = tuple(Row(f"field {n}", f"Answer {n}") for n in range(1, 41))
    ask = TICK._replace(rows=rows, few=8)
    lines = looks(ask)
    assert lines[lines.index("   8 ○ Answer 8") + 1] == "  ↓ all the others (32)"
    for keys in (DOWN * 8, UP, "\x1b[F"):
        shown = panel(ask)
        press(shown, keys)
        assert "» ↓ all the others (32)" in looks(shown)
        assert "Space opens them  Enter opens them" in looks(shown)[-1]
        for key in (SPACE, ENTER):
            opened = panel(ask)
            assert press(opened, keys + key) == (Refused() if key == ENTER else None)
            assert opened.so_far() == ()
            assert "»  9 ○ Answer 9" in looks(opened)
            assert "Space ticks  Enter next" in looks(opened)[-1]
        press(shown, UP)
        assert any("all the others" in line for line in looks(shown))
    shown = panel(ask)
    press(shown, "9")
    assert "»  9 ○ Answer 9" in looks(shown)
    assert "  ↓ …" in looks(shown)
    hidden = looks(ask._replace(ticked=("field 12",)))
    assert not any("others" in line for line in hidden)
    assert press(ask, f"2 12 {ENTER}") == Reply(("field 2", "field 12"))


def test_a_list_longer_than_the_window_scrolls_and_says_where_it_goes_on() -> None:
    rows = tuple(Row(f"field {n}", f"Answer {n}") for n in range(1, 41))
    shown = panel(TICK._replace(rows=rows))
    lines = looks(shown)
    assert lines[3] == "»  1 ○ Answer 1"
    assert lines[-3] == "  ↓ …"
    press(shown, "20")
    assert {"  ↑ …", "  ↓ …", "» 20 ○ Answer 20"} <= set(looks(shown))
    press(shown, "\x1b[F")
    lines = looks(shown)
    assert lines[3] == "  ↑ …"
    assert lines[-3] == "» 40 ○ Answer 40"


def test_rows_stand_under_their_headings() -> None:
    rows = tuple(row._replace(under="Bring" if n else "Do") for n, row in enumerate(TICK.rows))
    lines = looks(TICK._replace(rows=rows))
    at = lines.index("  Do")
    assert lines[at + 1].startswith("» 1")
    assert lines[at + 2] == "  Bring"
    assert [line[2] for line in lines[at + 3 : at + 5]] == ["2", "3"]
    assert lines.count("  Bring") == 1


def test_help_stands_beside_its_choice_or_below_where_there_is_no_room() -> None:
    assert "  1 Yes  New revenue to bring in." in looks(DECIDES)
    assert "  2 No   Keep what there is." in looks(DECIDES)
    assert "  2 ○ A few accounts carry much of the revenue  Losing one hurts." in looks(TICK)
    below = looks(TICK, width=60)
    at = below.index("  2 ○ A few accounts carry much of the revenue")
    assert below[at + 1] == "      Losing one hurts."


# -- texts ----------------------------------------------------------------------------------------


@table(
    ("ask", "keys", "reply"),
    [
        (TEXT, f"Acme{ENTER}", picked("Acme")),
        (TEXT, f"  Acme {ENTER}", picked("Acme")),
        (TEXT, ENTER, Reply()),
        (TEXT, f"\x1b[200~one\r\ntwo\x1b[201~{ENTER}", picked("one\ntwo")),
        (TEXT._replace(current=("Acme",)), ENTER, picked("Acme")),
        (TEXT._replace(current=("Acme",)), f"Ott{ENTER}", picked("Ott")),
        (TEXT._replace(current=("Acme",)), f"\x1b[D\x1b[C!{ENTER}", picked("Acme!")),
        (TEXT._replace(current=("Acme",), optional=True), f"\x15{ENTER}", Reply()),
        (TEXT._replace(current=("Acme",), optional=True), f"\x7f{ENTER}", picked("Acm")),
        (COUNT._replace(typed="many", note="no", refused=True), f"47{ENTER}", picked("47")),
        (COUNT._replace(typed="many", note="no", refused=True), ENTER, picked("many")),
        (COUNT._replace(typed="many", note="no", refused=True, optional=True), ENTER, Reply()),
        (
            COUNT._replace(typed="many", note="no", refused=True, optional=True),
            f"47{ENTER}",
            picked("47"),
        ),
        (
            COUNT._replace(typed="4 7", note="no", refused=True, optional=True),
            f"{UP}\x1b[D\x7f{ENTER}",
            picked("47"),
        ),
        *(
            (
                COUNT._replace(typed=typed, note="no", refused=True, optional=True),
                keys,
                picked("47"),
            )
            for typed, keys in (
                ("4 7", f"\x1b[D\x7f{ENTER}"),
                ("47 accounts", f"\x17\x7f{ENTER}"),
                ("474", f"\x7f{ENTER}"),
                ("7", f"\x1b[H4{ENTER}"),
                ("4", f"\x1b[F7{ENTER}"),
                ("many", f"\x7f\x15\x7f47{ENTER}"),
                ("many", f"9\x7f\x7f47{ENTER}"),
            )
        ),
        (
            COUNT._replace(typed="x", note="no", refused=True, optional=True, current=("9",)),
            ENTER,
            picked("9"),
        ),
        (COUNT._replace(typed="4"), f"7{ENTER}", picked("47")),
        (LIST, f"bid; walk the buildings;{ENTER}", Reply(("bid", "walk the buildings"))),
        (LIST, f"\x1b[200~bid\nwalk\n\x1b[201~{ENTER}", Reply(("bid", "walk"))),
        (LIST._replace(current=("a; b", "c")), ENTER, Reply(("a; b", "c"))),
        (LIST._replace(current=("a; b", "c")), f"; d{ENTER}", Reply(("a; b", "c", "d"))),
        (LIST._replace(current=("a", "c")), f"d{ENTER}", Reply(("d",))),
        (
            TEXT,
            f"日本 \U0001f469\u200d\U0001f467{ENTER}",
            picked("日本 \U0001f469\u200d\U0001f467"),
        ),
        (TEXT, f"what?{ENTER}", picked("what?")),
    ],
)
def test_a_text_is_taken_as_it_stands(ask: Ask, keys: str, reply: Reply) -> None:
    assert press(ask, keys) == reply


def test_what_is_read_otherwise_than_typed_shows_before_it_is_taken() -> None:
    shown = panel(COUNT)
    press(shown, "47ish")
    assert "  In the posting: about 47 accounts" in looks(shown)
    press(shown, "\x1547")
    assert not any("In the posting" in line for line in looks(shown))
    press(shown, "\x15many")
    assert not any("In the posting" in line for line in looks(shown))


def test_what_was_not_meant_so_is_replaced_by_typing_until_it_is_gone_on_with() -> None:
    again = COUNT._replace(typed="no idea", is_old=True, current=("40",), offer=("30",))
    assert press(again, f"62{ENTER}") == Reply(("62",))
    assert press(again, ENTER) == Reply(("no idea",))
    lines = looks(again)
    assert "Enter next" in lines[-1]
    assert not any("From your answers" in line for line in lines)
    assert press(resumed(again, Reply(("6",))), f"2{ENTER}") == Reply(("62",))


def test_it_is_said_that_typing_replaces_an_answer_that_stands() -> None:
    said = "  Typing replaces it. Backspace takes one letter, Ctrl-U all of it."
    assert said in looks(TEXT._replace(current=("Acme",)))
    assert said not in looks(TEXT)
    assert said not in looks(TEXT._replace(typed="Acme"))


def test_what_is_offered_is_taken_by_enter_and_replaced_by_typing() -> None:
    ask = LIST._replace(offer=("Ohio",))
    assert "  From your answers. Enter takes it, typing replaces it." in looks(ask)
    assert press(ask, ENTER) == picked("Ohio")
    assert press(ask, f"Utah{ENTER}") == picked("Utah")
    assert press(ask, f"\x15{ENTER}") == Reply()
    assert press(ask, f"\x7f{ENTER}") == picked("Ohi")


def test_what_is_left_open_says_so() -> None:
    assert "» (not sure yet)" in looks(COUNT._replace(is_open=True, optional=True, example="92"))


def test_what_is_left_open_stays_so_by_enter_and_goes_by_backspace() -> None:
    for ask in (TEXT, PICK._replace(at=None), MEASURES):
        ask = ask._replace(optional=True, is_open=True)
        assert press(ask, ENTER) == Reply()
        assert press(ask, "\x7f") == Reply(away=True)
        assert any("(not sure yet)" in line for line in looks(ask))
        assert "Enter keeps  Backspace leaves it out" in looks(ask)[-1]
    for ask in (TEXT, DECIDES):
        assert "Enter keeps" in looks(ask._replace(is_open=True))[-1]
        assert press(ask._replace(is_open=True), ENTER) == Reply()
    facts = TICK._replace(is_open=True)
    assert "Enter keeps  Backspace takes none" in looks(facts)[-1]
    assert press(facts, "\x7f") == Reply(away=True)


# A list as it is asked: for the first time or skipped, answered, left open, or refused once.
STATES = [
    state._replace(optional=optional)
    for optional in (True, False)
    for asked in (PICK._replace(at=None), OWN, MEASURES, TICK)
    for state in (
        asked,
        asked._replace(is_open=True),
        asked._replace(is_open=True, note="No.", refused=True),
        asked._replace(at=1, current=(asked.rows[1].value,), ticked=(asked.rows[1].value,)),
    )
]


@table(("ask", "keys"), [
    (ask, "".join(keys))
    for ask in STATES
    for keys in itertools.product(("", "2", "x"), ("", DOWN, SPACE), ("", "\x7f", "\x7f\x7f"))
])  # fmt: skip
def test_a_list_does_what_its_foot_says(ask: Ask, keys: str) -> None:
    shown = panel(ask)
    if isinstance(press(shown, keys), Reply):
        return  # left out already
    foot, before = looks(shown)[-1], shown.so_far()
    said = re.search(
        "Enter (keeps|takes|leaves it out|next|takes your own words|u?n?ticks)(?=  |$)", foot
    )
    does = said[1] if said else ""
    found = press(shown, ENTER)
    was = ask.ticked if ask.kind == "tick" else ask.current
    assert does in {
        Refused: ("", "ticks", "unticks"), Own: ("takes", "takes your own words"),
        Reply: ("keeps", "takes", "leaves it out", "next"),
    }[type(found)]  # fmt: skip
    if isinstance(found, Reply):
        assert found == Reply(before)
        is_left = ask.is_open and not (ask.refused and ask.optional)
        assert (does == "keeps") == (
            (not before and is_left) or (before == was and ask.kind == "pick" and bool(was))
        )
        assert (does == "leaves it out") == (not before and ask.optional and not is_left)
    assert ("unticks" in does) == (len(shown.so_far()) < len(before))


def test_a_row_that_was_only_looked_at_is_let_go() -> None:
    for ask, foot in (
        (PICK._replace(at=None, optional=True), "Enter leaves it out"),
        (PICK._replace(at=None, optional=True, is_open=True), "Enter keeps"),
        (DECIDES._replace(is_open=True), "Enter keeps"),
        (PICK._replace(optional=True, at=0, current=("on-site",)), "Enter keeps"),
    ):
        for keys in ("2", DOWN * (ask.at is None) + DOWN, "2" + DOWN):
            shown = panel(ask)
            press(shown, keys)
            assert "Enter takes  Backspace unmarks it" in looks(shown)[-1]
            press(shown, "\x7f")
            assert foot in looks(shown)[-1]
            assert shown.now().at == ask.at


def test_own_words_that_are_not_wanted_lead_back_to_their_list() -> None:
    shown = panel(OWN)
    press(shown, UP)
    assert "Enter takes your own words" in looks(shown)[-1]
    shown = panel(MEASURES)
    press(shown, UP)
    assert "Space takes your own words  Enter takes your own words" in looks(shown)[-1]


def test_what_is_wrong_stands_under_the_answer_until_it_is_mended() -> None:
    shown = panel(COUNT._replace(typed="many", note="That is no number.", refused=True))
    lines = looks(shown)
    assert lines.index("! That is no number.") > lines.index("» many")
    assert "» many" not in looks(shown.ask._replace(optional=True))  # for Enter would leave it out
    press(shown, "m")
    assert "! That is no number." not in looks(shown)
    press(shown, "\x7f")
    assert "! That is no number." in looks(shown)


@pytest.mark.parametrize("name", EVERY)
def test_what_follows_from_the_answer_before_is_no_fault(name: str) -> None:
    lines = looks(EVERY[name]._replace(note="5 of your 62 may leave."))
    assert "  5 of your 62 may leave." in lines
    assert lines.index("  5 of your 62 may leave.") > lines.index(f"? {EVERY[name].question}")


@pytest.mark.parametrize(
    ("ask", "label"),
    [
        (TEXT, "Enter next"),
        (TEXT._replace(optional=True), "Enter leaves it out"),
        (TEXT._replace(current=("Acme",)), "Enter keeps"),
        (TEXT._replace(typed="x", note="no", refused=True, optional=True), "Enter leaves it out"),
        (PICK, "Enter takes"),
        (TEXT._replace(optional=True, leads_back=True), "Enter goes back"),
        (PICK._replace(at=None, optional=True), "Enter leaves it out"),
        (TICK, "Space ticks  Enter next"),
        (PAGE._replace(optional=True), "Enter goes on"),
    ],
)
def test_the_foot_says_what_enter_does(ask: Ask, label: str) -> None:
    assert label in looks(ask)[-1]
    for ask in (DECIDES, PAGE):
        assert "Enter" not in looks(ask)[-1]


# -- what all have --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERY)
def test_the_question_is_first_and_bold_and_the_keys_are_last(name: str) -> None:
    ask = EVERY[name]._replace(why="Because.", step=3, of=8, title="Pay")
    frame = panel(ask).frame(79, 40)
    lines = ["".join(text for _, text in line) for line in frame.lines]
    first = next(number for number, line in enumerate(lines) if line)
    assert lines[first] == f"? {ask.question}"
    assert ("class:question", ask.question) in frame.lines[first]
    assert lines[first + 1] == "  Because."
    assert "Ctrl-B back" in lines[-1]
    if ask.kind != "page":
        assert lines[-2].endswith("  step 3 of 8 · Pay")


def test_only_the_keys_that_work_here_are_named() -> None:
    foot = looks(TEXT._replace(signals=(Signal.BACK,)), width=120)[-1]
    assert foot.split("  ")[1:] == ["Enter next", "? more", "Ctrl-B back", "Ctrl-C stop"]


@pytest.mark.parametrize("name", EVERY)
def test_a_question_mark_explains_and_lists_the_keys(name: str) -> None:
    ask = EVERY[name]._replace(why="Because.", more="And so on.")
    shown = panel(ask)
    assert "And so on." not in "\n".join(looks(shown))
    assert press(shown, "?") is None
    said = "\n".join(looks(shown, height=40))
    assert "  And so on." in said
    assert "Ctrl-R all answers" in said
    assert shown.so_far() == panel(ask).so_far()


@table("name", EVERY)
@table("size", [(79, 23), (119, 39), (59, 19), (19, 23), (9, 3), (1, 1), (4, 2)])
def test_a_window_of_any_size_shows_the_pointer_and_cuts_no_line(
    name: str, size: tuple[int, int]
) -> None:
    from amjd.terminal.columns import columns

    width, height = size
    ask = EVERY[name]._replace(
        why="Because of this and that. 日本語のテキスト、とても長い。" * 2,
        step=3,
        of=8,
        title="Pay",
    )
    shown = panel(ask)
    frame: Frame = shown.frame(width, height)
    lines = ["".join(text for _, text in line) for line in frame.lines]
    assert 1 <= len(lines) <= height
    assert max(map(columns, lines)) <= max(width, 8)
    if width > 8:
        assert max(map(columns, lines)) <= width
        if ask.kind != "pick" or ask.at is not None:
            assert any(line.startswith("»") for line in lines)
    if frame.cursor:
        assert frame.cursor[0] <= width
        assert frame.cursor[1] < len(lines)


def test_a_bar_shows_how_far_it_is() -> None:
    done = [looks(TEXT._replace(step=step, of=8))[-2].count("━") for step in range(1, 9)]
    assert done == sorted(done)
    assert done[-1] == 24


def test_a_long_text_is_wrapped_and_its_cursor_found() -> None:
    words = "We wash linen for the inns on the coast, and for the hospitals behind it. " * 3
    shown = panel(TEXT._replace(current=(words.strip(),)))
    frame = shown.frame(40, 23)
    lines = ["".join(text for _, text in line) for line in frame.lines]
    assert "» We wash linen for the inns on the" in [line.rstrip() for line in lines]
    assert frame.cursor
    column, line = frame.cursor
    assert lines[line][:column] == "  it."


@pytest.mark.parametrize("pasted", ["Acme\tLinen\tSalem\tMA", "a\u202eb\u200dc\u202ed"])
def test_what_is_no_letter_takes_the_columns_that_it_is_shown_in(pasted: str) -> None:
    for keys in (f"\x1b[200~{pasted}\x1b[201~", f"\x1b[200~{pasted * 3}\x1b[201~\x1b[D"):
        shown = panel(TEXT)
        press(shown, keys)
        frame = shown.frame(30, 23)
        lines = ["".join(text for _, text in line) for line in frame.lines]
        assert all(len(line) <= 30 and "\t" not in line for line in lines)
        assert frame.cursor
        column, line = frame.cursor
        assert column == len(lines[line]) - keys.endswith("D")


def test_what_is_pasted_into_a_list_or_a_page_stands_on_one_line() -> None:
    for ask in (PICK, TICK, PAGE):
        shown = panel(ask)
        press(shown, "\x1b[200~Acme\tLinen\nSalem\x1b[201~")
        assert not {"\t", "\n"} & set("".join(looks(shown)))


# -- pages ----------------------------------------------------------------------------------------


def test_pages_are_moved_by_arrows_and_page_keys() -> None:
    shown = panel(PAGE)
    first = looks(shown)
    assert "   0 Name      Ott and Son" in first
    assert "   1 Industry  (no answer)" in first
    assert any(line.startswith("  lines 1 to ") for line in first)
    press(shown, DOWN)
    assert looks(shown)[2:-4] == first[3:-3]
    press(shown, UP + "\x1b[6~")
    assert looks(shown)[2].endswith("Label 15  answer 15")
    press(shown, "\x1b[F")
    assert any("Label 49" in line for line in looks(shown))
    press(shown, "\x1b[H")
    assert looks(shown) == first


def test_a_line_may_be_typed_under_the_pages() -> None:
    assert press(PAGE, f"deadline{ENTER}") == picked("deadline")
    assert press(PAGE, f"12{ENTER}") == picked("12")
    assert press(PAGE, ENTER) == Reply()


def test_a_slash_finds() -> None:
    shown = panel(PAGE)
    looks(shown)
    assert press(shown, f"/LABEL 4{ENTER}") is None
    assert any(line.strip().startswith("4 Label 4 ") for line in looks(shown)[:4])
    press(shown, f"/{ENTER}")
    assert any("40 Label 40" in line for line in looks(shown))
    press(shown, f"/nowhere{ENTER}")
    assert '  "nowhere" is not in here.' in looks(shown)
    assert press(shown, f"yes{ENTER}") == picked("yes")


def test_the_message_stands_under_the_pages() -> None:
    lines = looks(PAGE._replace(note="There is no deadlin.", refused=True))
    assert lines[-3:-1] == ["! There is no deadlin.", "» "]


def test_who_comes_back_to_pages_reads_on_where_they_were() -> None:
    with at_screen() as desk:
        desk.answer(PAGE, "\x1b[6~pay\r")
        left = desk.asker._tops["review"]  # type: ignore[attr-defined]
        desk.answer(PAGE, "yes\r")
        assert desk.asker._tops["review"] == left > 0  # type: ignore[attr-defined]
        # What is only read, as the preview is, begins at its top.
        desk.answer(PAGE._replace(optional=True), "\x1b[6~\r")
        assert desk.asker._tops["review"] > 0  # type: ignore[attr-defined]
        desk.answer(PAGE._replace(optional=True), "\r")
        assert desk.asker._tops["review"] == 0  # type: ignore[attr-defined]
    shown = Reading(PAGE, WORDS.terminal, top=left)
    looks(shown)
    assert not any("Ott and Son" in line for line in looks(shown))


def test_a_short_page_is_whole() -> None:
    lines = (Line("You will"), Line("Keep clients.", "-"), Line("Sell.", "-"))
    page = PAGE._replace(pages=(Section("", lines),))
    assert [line for line in looks(page) if line.startswith("  ")][:3] == [
        "  You will",
        "  - Keep clients.",
        "  - Sell.",
    ]


# -- the whole screen -----------------------------------------------------------------------------


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(keyboard, "SETTLE", 0.0)
    with at_screen() as desk:
        yield desk


@pytest.mark.parametrize("name", EVERY)
def test_a_key_asks_for_something_else_at_every_kind_of_question(desk: Desk, name: str) -> None:
    for wish, key in LATER.items():
        assert desk.answer(EVERY[name], key).signal is wish
        assert desk.asker.key(wish) == f"Ctrl-{chr(ord(key) + 64)}"


@pytest.mark.parametrize("name", ["text", "pick", "tick", "page"])
@pytest.mark.parametrize(
    ("key", "stop"),
    [
        (STOP, KeyboardInterrupt),
        (END, EOFError),
        ("\x1c", SystemExit),
        ("\x1b[99;5u", KeyboardInterrupt),
    ],
)
def test_a_stop_stops_at_every_kind_of_question(
    desk: Desk, name: str, key: str, stop: type[BaseException], usual_stops: None
) -> None:
    with pytest.raises(stop) as stopped:
        desk.answer(EVERY[name]._replace(current=("Acme",)), key)
    if stop is SystemExit:
        assert stopped.value.code == 131


def test_a_key_that_does_not_work_here_does_nothing(desk: Desk) -> None:
    ask = TEXT._replace(signals=(Signal.BACK,))
    assert desk.answer(ask, f"Ac{REVIEW}{PREVIEW}\x13\x1b[27u\tme{ENTER}") == picked("Acme")


def test_what_was_begun_goes_on_after_a_preview(desk: Desk) -> None:
    cases = {
        TEXT: ("Ac", f"me{ENTER}", picked("Acme")),
        LIST: ("one; tw", f"o{ENTER}", Reply(("one", "two"))),
        PICK: (DOWN, ENTER, picked("hybrid")),
        TICK: (DOWN + SPACE, ENTER, Reply(("portfolio.strategic",))),
    }
    for ask, (before, after, reply) in cases.items():
        first = desk.answer(ask, before + PREVIEW)
        assert desk.answer(resumed(ask, first), after) == reply


def test_own_words_are_asked_as_a_text(desk: Desk) -> None:
    assert desk.answer(OWN, f"3{ENTER}", f"inns{ENTER}") == picked("inns")
    assert [(ask.kind, ask.fields, ask.rows) for ask in desk.asks][1] == ("text", OWN.fields, ())
    assert desk.answer(OWN, f"inns{ENTER}", ENTER) == picked("inns")
    assert desk.answer(OWN, f"inns{ENTER}", f"cafes{ENTER}") == picked("cafes")
    assert desk.answer(OWN, f"3{ENTER}", BACK, f"1{ENTER}") == picked("small business")
    assert desk.answer(OWN, f"3{ENTER}", ENTER, f"1{ENTER}") == picked("small business")


def test_enter_goes_on_behind_own_words_that_were_not_typed(desk: Desk) -> None:
    assert desk.answer(MEASURES, f"{SPACE}3{ENTER}", BACK, ENTER) == Reply(("small business",))
    assert desk.answer(OWN._replace(at=1), f"3{ENTER}", BACK, ENTER) == Reply(("agency",))


def test_a_key_that_moves_in_own_words_moves_where_they_are_typed(desk: Desk) -> None:
    reply = desk.answer(OWN, f"inns{CTRL_A}", f"small {ENTER}")
    assert reply == Reply(("small inns",))


def test_own_words_have_an_example(desk: Desk) -> None:
    ask = OWN._replace(example="inns by the sea")
    assert desk.answer(ask, f"3{ENTER}", f"inns{ENTER}") == picked("inns")
    assert "for example: inns by the sea" in desk.said


def test_own_words_that_are_refused_are_asked_again(desk: Desk) -> None:
    own = Row("inns!", "inns!", own=True)
    ask = OWN._replace(rows=(*OWN.rows, own), at=2, note="Without the mark.", refused=True)
    assert desk.answer(ask, f"inns{ENTER}") == picked("inns")
    assert desk.asks[0].kind == "text"


def test_a_no_to_all_of_a_list_of_facts_is_asked_about(desk: Desk) -> None:
    ask = TICK._replace(told=lambda text: text if text.startswith("none") else "")
    reply = desk.answer(ask, f"none, a colleague did{ENTER}")
    assert reply == Reply(("none, a colleague did",))
    desk.answer(TICK, ENTER)


def test_own_words_join_what_is_ticked(desk: Desk) -> None:
    reply = desk.answer(MEASURES, f"{SPACE}3{ENTER}", f"calls returned{ENTER}")
    assert reply == Reply(("small business", "calls returned"), again=True)
    again = resumed(MEASURES, reply)
    assert desk.answer(again, ENTER) == Reply(("small business", "calls returned"))
    assert desk.asks[0].at == 2
    assert again.rows[2] == Row("calls returned", "calls returned", own=True)


def test_an_answer_stands_above_the_next_question(desk: Desk) -> None:
    desk.answer(COUNT, f"47ish{ENTER}")
    desk.answer(COUNT, f"many{OPEN}")
    desk.answer(LIST, ENTER)
    desk.answer(TICK, ENTER)
    assert "How many accounts?" in desk.said
    for answer in ("about 47 accounts", "(not sure yet)", "(no answer)", "(none of these)"):
        assert answer in desk.said


def test_an_answer_that_is_refused_does_not_stay_above(desk: Desk) -> None:
    desk.answer(TEXT, f"Acme{ENTER}")
    desk.answer(TEXT._replace(refused=True, note="No.", typed="Acme"), f"Ott{ENTER}")
    desk.answer(COUNT, f"47{ENTER}")
    shown = desk.display
    assert "? What is it called?  Ott" in shown
    assert "Acme" not in shown
    assert "? How many accounts?  47" in shown


def test_what_is_gone_back_to_does_not_stay_above(desk: Desk) -> None:
    desk.answer(TEXT, f"Acme{ENTER}")
    desk.answer(COUNT, f"47{ENTER}")
    desk.answer(PICK, BACK)
    desk.answer(COUNT, BACK)
    desk.answer(TEXT, f"Ott{ENTER}")
    desk.answer(COUNT, f"48{ENTER}")
    shown = desk.display
    assert "Acme" not in shown
    assert "47" not in shown
    assert shown.count("What is it called?") == 1
    assert "? How many accounts?  48" in shown


def test_what_comes_of_a_doubt_stands_above_in_the_place_of_the_answer(desk: Desk) -> None:
    rows = (Row("keep", "Yes", left="about 70 accounts"), Row("again", "No"))
    doubt = PICK._replace(question="Like this?", rows=rows, about=COUNT.question)
    desk.answer(COUNT, f"70, I think{ENTER}")
    desk.answer(doubt, f"2{ENTER}")
    desk.answer(COUNT._replace(typed="70, I think"), f"70 or so{ENTER}")
    desk.answer(doubt, ENTER)
    desk.answer(TEXT, f"Ott{ENTER}")
    shown = desk.display
    assert "? How many accounts?  about 70 accounts" in shown
    assert shown.count("How many accounts?") == 1
    assert "Like this?" not in shown


def test_what_nobody_can_see_is_taken_out_and_told(desk: Desk) -> None:
    sent = f"\x1b[200~Ti\u200bde\x00wa\x1b[31mter\u202e\x1b[201~{ENTER}"
    assert desk.answer(TEXT, sent) == picked("Tidewater")
    for name in ("U+200B ZERO WIDTH SPACE", "U+0000 NUL", "U+202E RIGHT-TO-LEFT OVERRIDE"):
        assert name in desk.said


def test_bytes_that_are_not_utf_8_are_kept_to_be_refused(desk: Desk) -> None:
    assert desk.answer(TEXT, f"caf\udce9{ENTER}") == picked("caf\udce9")


def test_what_follows_enter_at_once_answers_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyboard, "PAUSE", 0.02)
    assert desk.answer(TEXT, f"one{ENTER}two{ENTER}three{ENTER}") == picked("one")
    assert desk.answer(TEXT, f"later{ENTER}") == picked("later")
    assert "What was pasted behind the first answer was dropped." in desk.said


def test_an_editor_opens_for_a_long_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = stand_in(
        tmp_path / "editor", 'cp "$1" "$1~"', 'printf "We wash linen.\\nWe do." > "$1"'
    )
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    reply = desk.answer(TEXT._replace(long=True), "We \x0f", ENTER)
    assert reply == picked("We wash linen.\nWe do.")
    assert list((tmp_path / "tmp").iterdir()) == [], "the backup of the editor holds the answer"


def test_the_terminal_stays_the_editors_when_that_is_left_for_a_while(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = stand_in(tmp_path / "editor", "kill -TSTP $PPID", "sleep 0.2", 'stty -a > "$1"')
    monkeypatch.setenv("VISUAL", str(editor))
    with suspending(desk, monkeypatch):
        reply = desk.answer(TEXT._replace(long=True), "\x0f", ENTER)
    assert {"icanon", "echo"} <= set(reply.text.split())


def test_whoever_leaves_between_two_questions_has_the_terminal_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, modes = desk.asker._stage, list[int]()  # type: ignore[attr-defined]
    with suspending(desk, monkeypatch):
        assert desk.answer(TEXT, f"one{ENTER}") == picked("one")
        here = "amjd.terminal.system.suspend"
        monkeypatch.setattr(here, lambda: modes.append(termios.tcgetattr(stage.descriptor)[3]))
        signal.raise_signal(signal.SIGTSTP)
        assert desk.answer(TEXT, f"two{ENTER}") == picked("two")
    assert modes[0] & termios.ECHO
    assert "Type fg and Enter to come back" in desk.said


@pytest.mark.parametrize("command", ["{folder}/failing", "no-such-editor", "unbalanced 'quote"])
def test_an_editor_that_fails_leaves_the_text_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    stand_in(tmp_path / "failing", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("VISUAL", command.format(folder=tmp_path))
    assert desk.answer(TEXT._replace(long=True), "We wash.\x0f", ENTER) == picked("We wash.")


def test_who_has_chosen_no_editor_is_offered_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert desk.answer(TEXT._replace(long=True), f"We\x0f wash{ENTER}") == picked("We wash")
    assert "Ctrl-O" not in desk.said


def test_what_to_change_in_a_text_stands_under_it_as_long_as_it_stands_there() -> None:
    def read(values: tuple[str, ...]) -> Seen:
        return Seen(advice="Whose?") if "my" in values[0] else Seen()

    shown = panel(TEXT._replace(read=read))
    press(shown, "my shop")
    lines = looks(shown)
    assert [line.strip() for line in lines if "hop" in line or "Whose" in line][-2:] == [
        "» my shop", "Whose?",
    ]  # fmt: skip
    press(shown, "\x7f" * 7 + "our shop")
    assert not any("Whose" in line for line in looks(shown))


def test_a_text_that_an_answer_may_show_is_no_command_to_the_terminal() -> None:
    evil = "a\x1b[31mb\x07\x9b2J"
    seen = Seen(evil, advice=evil)
    asks = (
        TEXT._replace(current=(evil,), note=evil, why=evil, read=lambda _: seen),
        PICK._replace(rows=(Row(evil, evil, evil),), note=evil),
        PAGE._replace(pages=(Section(evil, (Line(evil, "1", evil),)),), note=evil),
    )
    for ask in asks:
        assert not {"\x1b", "\x07", "\x9b"} & set("".join(looks(ask._replace(question=evil))))
