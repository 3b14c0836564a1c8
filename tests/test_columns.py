"""Texts wrapped in columns, of which a wide character takes two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amjd.terminal.columns import columns, cut, wrapped

JAPANESE = "私たちは海辺の宿のリネンを洗い、届けています。三十年の経験があります。"


@pytest.mark.parametrize("width", [10, 20, 39, 79])
def test_no_line_of_japanese_runs_over_or_begins_with_a_full_stop(width: int) -> None:
    lines = wrapped(f"About: {JAPANESE * 3}", width)
    assert max(map(columns, lines)) <= width
    assert "".join(lines).replace(" ", "") == f"About:{JAPANESE * 3}"
    assert not [line for line in lines if line[0] in "、。"]
    assert min(map(columns, lines[1:-1])) >= width - 4


def test_lines_break_between_words() -> None:
    text = "Will this person mostly keep existing clients, or win new ones?"
    assert wrapped(f"? {text}", 32, "  ") == [
        "? Will this person mostly keep",
        "  existing clients, or win new",
        "  ones?",
    ]


def test_a_word_that_is_too_long_is_broken() -> None:
    assert wrapped("- see " + "x" * 12, 10, "  ") == ["- see", "  xxxxxxxx", "  xxxx"]


@given(st.text(alphabet="ab -日本、語\u0301é", max_size=60), st.integers(2, 30))
def test_nothing_is_lost_and_nothing_runs_over(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert max(map(columns, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_text_is_cut_at_columns_too() -> None:
    assert cut("日本語", 6) == "日本語"
    assert cut("日本語", 5) == "日本…"
    assert cut("Tidewater", 5) == "Tide…"
