"""Keys: the one table of what they wish, and what a terminal sends for them and beside them."""

import pytest

from amjd.asker import Signal
from amjd.terminal.entry import Entry
from amjd.terminal.keying import echoed, shown
from amjd.terminal.keys import EDITOR, SIGNALS, STOP, typed_words
from amjd.terminal.sequences import Cutter, Key
from tables import table

EVERY = (*SIGNALS, STOP, EDITOR)


def test_every_signal_has_one_key():
    assert sorted(key.signal.value for key in SIGNALS) == sorted(one.value for one in Signal)


def test_no_two_keys_share_a_letter_a_word_or_a_label():
    for part in ("letter", "word", "label"):
        assert len({getattr(key, part) for key in EVERY}) == len(EVERY)


def test_the_words_of_plain_lines_carry_a_label_where_they_do_not_say_it():
    every = ":back, :skip (not sure), :preview, :review (all answers) or :quit (stop)"
    assert typed_words() == every
    assert typed_words((Signal.BACK,)) == ":back or :quit (stop)"
    assert typed_words(()) == ":quit (stop)"


# -- what a terminal sends ------------------------------------------------------------------------


def names(sent):
    return [key.text or key.name for key in Cutter().feed(sent)]


REPLIES = {
    "background colour": "\x1b]11;rgb:1414/1919/1f1f\x1b\\",
    "colour, ended by a bell": "\x1b]10;rgb:ff/ff/ff\x07",
    "clipboard": "\x1b]52;c;QWNtZQ==\x07",
    "device": "\x1b[?62;4;22c",
    "second device": "\x1b[>41;354;0c",
    "version": "\x1bP>|term 1.0\x1b\\",
    "mode": "\x1b[?2026;2$y",
    "keyboard mode": "\x1b[?1u",
    "status": "\x1b[0n",
    "scheme": "\x1b[?997;1n",
    "cursor": "\x1b[12;40R",
    "graphics": "\x1b_Gi=31;OK\x1b\\",
    "focus in": "\x1b[I",
    "focus out": "\x1b[O",
    "mouse wheel": "\x1b[<64;10;10M",
    "mouse button let go": "\x1b[<0;10;10m",
    "mouse, the oldest": "\x1b[M !!",
    "mouse of urxvt": "\x1b[96;14;13M",
    "F1": "\x1bOP",
    "F5": "\x1b[15~",
    "F3 with Shift": "\x1b[1;2R",
    "F1 of the console": "\x1b[[A",
    "insert": "\x1b[2~",
    "an arrow let go": "\x1b[1;1:3A",
    "Shift-Tab": "\x1b[Z",
    "character set": "\x1b(B",
    "Alt-X": "\x1bx",
    "Esc twice": "\x1b\x1b",
    "Esc of kitty": "\x1b[27u",
    "Caps Lock of kitty": "\x1b[57358u",
}


@table("sent", REPLIES.values(), ids=REPLIES)
@table("behind", ["\r", "\x1b[A"], ids=["Enter", "up"])
def test_what_is_no_key_is_dropped_whole(sent, behind):
    assert names(f"Ott{sent}{behind}") == ["O", "t", "t", *names(behind)]


@table("sent", [*REPLIES.values(), "\x1b[13u", "\x1b[1;3D", "\x1bOq", "\x1b\x7f"])
def test_the_pieces_of_a_sequence_belong_together(sent):
    cutter = Cutter()
    assert [key for piece in sent for key in cutter.feed(piece)] == Cutter().feed(sent)


@pytest.mark.parametrize("cut", ["\x1b", "\x1b[", "\x1b[1;", "\x1b]11;rgb:", "\x1bP>|te", "\x1bO"])
def test_a_sequence_that_never_ends_is_dropped_when_no_more_comes(cut):
    cutter = Cutter()
    assert cutter.feed(f"Ott{cut}") == Cutter().feed("Ott")
    cutter.flush()
    assert cutter.feed("o") == [Key("text", "o")]


KEYS = {
    "\x1b[13u": "enter", "\x1b[13;1:1u": "enter", "\x1b[57414u": "enter", "\x1bOM": "enter",
    "\n": "enter", "\x1b\r": "enter", "\x1b[99;5u": "c-c", "\x1b[27;5;99~": "c-c",
    "\x1b[100;5u": "c-d", "\x1b[98;5u": "c-b", "\x1b[127u": "backspace", "\x08": "backspace",
    "\x1b[57419u": "up", "\x1bOA": "up", "\x1b[1;1A": "up", "\x1b[57424u": "end",
    "\x1b[H": "home", "\x1bOH": "home", "\x1b[1~": "home", "\x1b[7~": "home", "\x01": "home",
    "\x1b[F": "end", "\x1b[4~": "end", "\x1b[8~": "end", "\x1b[5~": "pageup",
    "\x1b[6~": "pagedown", "\x1b[3~": "delete",
    "\x1bb": "word-left", "\x1b[1;3D": "word-left", "\x1b[1;5D": "word-left",
    "\x1b\x1b[D": "word-left", "\x1bf": "word-right", "\x1b[1;3C": "word-right",
    "\x1b\x7f": "kill-word-left", "\x17": "kill-word-left", "\x1b[127;3u": "kill-word-left",
    "\x1bd": "kill-word-right", "\x1b[3;5~": "kill-word-right",
    "\x13": "c-s", "\x1c": "c-\\", "\x1a": "c-z", "\x03": "c-c", "\x1b\x03": "c-c",
}  # fmt: skip


@table(("sent", "name"), list(KEYS.items()))
def test_a_key_is_known_in_every_mode_of_the_keyboard(sent, name):
    assert [key.name for key in Cutter().feed(sent)] == [name]


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("\x1bOq\x1bOr\x1bOn\x1bOu", "12.5"),
        ("\x1b[57400u\x1b[57401u", "12"),
        ("\x1b[97;2u", "A"),
        ("\x1b[55:47;2u", "/"),
        ("\x1b[228u", "ä"),
        ("\x1b[97;65u", "a"),
        ("日本\x1b[?1u語", "日本語"),
    ],
)
def test_characters_arrive_in_every_mode_of_the_keyboard(sent, text):
    assert "".join(key.text for key in Cutter().feed(sent)) == text


def test_a_paste_is_one_key_and_its_line_ends_are_lines():
    sent = "\x1b[200~one\r\ntwo\rthree\x1b[201~\r"
    assert Cutter().feed(sent) == [Key("paste", "one\ntwo\nthree"), Key("enter")]


def test_a_paste_that_never_ends_can_be_stopped():
    cutter = Cutter()
    assert cutter.feed("\x1b[200~one\rtwo") == []
    cutter.flush()
    assert cutter.feed("\x03") == [Key("c-c")]


# -- what keys make of a line ---------------------------------------------------------------------


def line(sent, text=""):
    entry = Entry(text, len(text))
    for key in Cutter().feed(sent):
        entry = entry.pressed(key)
    return entry.text


@table(
    ("keys", "text"),
    [
        ("\x1b[DX", "Ott and SoXn"),
        ("\x1bbX", "Ott and XSon"),
        ("\x1b[1;5D\x1b[1;5DX", "Ott Xand Son"),
        ("\x1b\x7f", "Ott and "),
        ("\x1bb\x1bd", "Ott and "),
        ("\x01X", "XOtt and Son"),
        ("\x1b[H\x1bfX", "OttX and Son"),
        ("\x1b[H\x0b", ""),
        ("\x15", ""),
        ("\x17\x17", "Ott "),
        ("\x01\x1b[3~", "tt and Son"),
        ("\x7f\x7f", "Ott and S"),
        ("\x13", "Ott and Son"),
        ("\x00\x07\x0e\x12\x14", "Ott and Son"),
    ],
)
def test_keys_work_as_in_a_shell(keys, text):
    assert line(keys, "Ott and Son") == text


@pytest.mark.parametrize("text", ["e\u0301", "ก็", "\U0001f1e9\u0308"])
def test_a_mark_goes_with_its_letter(text):
    assert line("\x7f", f"a{text}") == "a"
    assert line("\x1b[Dx", f"a{text}") == f"ax{text}"


def test_what_stands_there_is_replaced_by_typing_and_kept_by_moving():
    old = Entry("40 to 50", 8, is_old=True)
    assert old.pressed(Key("text", "6")) == Entry("6", 1)
    assert old.pressed(Key("backspace")) == Entry("40 to 5", 7)
    assert old.pressed(Key("kill-word-left")) == Entry("40 to ", 6)
    assert old.pressed(Key("kill-left")) == old.pressed(Key("delete")) == Entry()
    assert old.pressed(Key("left")).pressed(Key("text", "6")).text == "40 to 560"


# -- what is echoed where nothing is redrawn ------------------------------------------------------


def seen(written):
    """Return what a teletype shows, and where its head is: it knows letters and backspaces."""
    cells, at = [], 0
    for character in written:
        if character == "\b":
            at -= 1
        else:
            cells[at : at + 1] = [character]
            at += 1
        assert at >= 0
    return "".join(cells).rstrip(), at


@table(
    "keys",
    [
        "Ott and Sn\x1b[Do", "Ott\x7f\x7f\x7f", "Ott and Son\x01X\x05Y", "Ott and Son\x1bb\x0b",
        "Ott and Son\x15", "Ott\x1b[D\x1b[D\x1b[C\x1b[3~", "Ott and Son\x1b[H\x1bf\x1bd",
        "a\u202eb\x7f\x7f",
        "a\x1b[200~b\nc\x1b[201~\x7f", "cafe\x7fé\x7f", "a\x1b[200~\tb\x1b[201~\x7f",
    ],
)  # fmt: skip
def test_the_echo_of_keys_shows_the_line_as_it_is(keys):
    entry, written = Entry(), ""
    for key in Cutter().feed(keys):
        before, entry = entry, entry.pressed(key)
        written += echoed(shown(before), shown(entry))
    assert "\t" not in written, "it would be wider than it is counted"
    text, at = seen(written)
    assert text == shown(entry).text.rstrip()
    assert at == len(shown(entry).before)


def test_a_wide_character_is_taken_back_whole():
    before, after = shown(Entry("a日", 2)), shown(Entry("a", 1))
    assert echoed(before, after) == "\b\b  \b\b"
