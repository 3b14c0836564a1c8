"""One table of keys: what a screen binds and shows, and what plain lines take, are made from it."""

from amjd.asker import Signal
from amjd.terminal.keys import EDITOR, SIGNALS, STOP, foot, typed_words

EVERY = (*SIGNALS, STOP, EDITOR)


def test_every_signal_has_one_key():
    assert sorted(key.signal.value for key in SIGNALS) == sorted(one.value for one in Signal)


def test_no_two_keys_share_a_letter_a_word_or_a_label():
    for part in ("letter", "word", "label"):
        assert len({getattr(key, part) for key in EVERY}) == len(EVERY)


def test_the_foot_of_a_screen_names_every_key_and_fits_a_window():
    line = foot(has_editor=False)
    assert line == "Ctrl-B back, Ctrl-T not sure, Ctrl-P preview, Ctrl-R review, Ctrl-C stop"
    assert len(line) < 80
    assert foot(has_editor=True) == f"{line} | Ctrl-O opens your editor"


def test_the_words_of_plain_lines_carry_a_label_where_they_do_not_say_it():
    assert typed_words() == ":back, :skip (not sure), :preview, :review or :quit (stop)"
