"""Scripts: the parts of a text that Word sets apart, each with its direction."""

import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amjd.formats.word.scripts import LATIN, direction, pieces, shared_by
from tables import table

A, B = "\u05d0\u05d1", "\u05d2\u05d3"  # two words of Hebrew
HEBREW = direction(A)
KANA, HAN, HANGUL, BOPOMOFO = "\u304b\u306a", "\u6771\u4eac", "\ud55c\uad6d", "\u3105\u3106"
SHARED = partial(shared_by, [], "")


def _parts(text, base):
    """The parts of a text; those that run from right to left stand in angle brackets."""
    found = [(part, script.right_to_left) for part, script in pieces(text, base, SHARED)]
    return "".join(f"<{part}>" if backward else part for part, backward in found)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Acme Ltd", "Acme Ltd"),
        (f"Acme {A} Ltd", f"Acme <{A}> Ltd"),
        (f"Acme {A}.", f"Acme <{A}>."),
        (f"Acme {A} {B}, Ltd", f"Acme <{A} {B}>, Ltd"),
        (f"Acme {A} ({B}) Ltd", f"Acme <{A} ({B})> Ltd"),
        (f"Acme ({A}) Ltd", f"Acme (<{A}>) Ltd"),
        (f"Acme {A} 12 {B}", f"Acme <{A} 12 {B}>"),
        (f"Acme {A} 3M", f"Acme <{A}> 3M"),
    ],
)
def test_signs_between_words_run_as_these_do_in_a_text_of_ours(text, parted):
    assert _parts(text, LATIN) == parted


@table(
    ("text", "parted"),
    [
        (f"{A} {B}.", f"<{A} {B}.>"),
        (f"{A} Ltd", f"<{A} >Ltd"),
        (f"{A} Ltd (2026).", f"<{A} >Ltd (2026)<.>"),
        (f"{A} (Ltd) {B}", f"<{A} (>Ltd<) {B}>"),
        (f"{A} Acme Ltd, {B}", f"<{A} >Acme Ltd<, {B}>"),
        (f"{A} $58,000 to $64,000", f"<{A} $58,000 >to $64,000"),
        (f"{A} 9:00 {B} 17:30", f"<{A} 9:00 {B} 17:30>"),
        (f"{A} 24/7", f"<{A} 24/7>"),
        (f"{A} 3M", f"<{A} >3M"),
        (f"{A} US$5", f"<{A} >US$5"),
        ("12 (x", "<12 (>x"),
        ("", ""),
    ],
)
def test_signs_between_words_run_as_these_do_in_a_text_from_right_to_left(text, parted):
    assert _parts(text, HEBREW) == parted


@given(st.text(), st.sampled_from([LATIN, HEBREW]))
def test_the_parts_together_are_the_text(text, base):
    assert "".join(part for part, _ in pieces(text, base, SHARED)) == text


@given(st.text(alphabet=f"a {A}\u0301\u05b0\u200d(", min_size=2))
def test_no_mark_is_parted_from_its_letter(text):
    parts = [part for part, _ in pieces(text, LATIN, SHARED)]
    assert [part for part in parts[1:] if part[0] in "\u0301\u05b0\u200d"] == []


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [("Acme", False), (A, True), (f"{A} Ltd", True), (f"Ltd {A}", False), (f"12 {A}", True),
     (f"({A})", True), ("\u2013 12", False), (KANA, False), ("", False)],
)  # fmt: skip
def test_a_text_runs_as_its_first_letter_does(text, right_to_left):
    assert direction(text).right_to_left == right_to_left


@pytest.mark.parametrize(
    ("texts", "country", "language"),
    [
        ([HAN], "", "zh-CN"),
        ([HAN], "JP", "ja-JP"),
        ([HAN], "HK", "zh-TW"),
        ([HAN, KANA], "CN", "ja-JP"),
        ([HAN, HANGUL], "", "ko-KR"),
        ([HAN, BOPOMOFO], "JP", "zh-TW"),
    ],
)
def test_shared_signs_are_those_of_the_text_or_of_the_place(texts, country, language):
    assert shared_by(texts, country).language == language


@pytest.mark.parametrize("pattern", ["{}(", "({}", "{}()", "{} ", "[({}", "{}12", "({})"])
def test_a_long_text_takes_no_longer_than_it_is(pattern):
    text = A + pattern.format("\u05d0") * 6000
    start = time.process_time()
    assert len(list(pieces(text, HEBREW, SHARED))) >= 1
    assert time.process_time() - start < 2
