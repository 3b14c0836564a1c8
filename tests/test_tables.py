"""A table in one test: every row is tried, and each that fails is told."""

import pytest

from tables import table


@table("number", [1, 2, 3, 4])
def is_odd(number):
    assert number % 2


@table(("one", "other"), [(1, 1), (1, 2)])
@table("sign", "+-")
def is_same(one, other, sign, tmp_path):
    assert one == other, tmp_path
    assert sign == "+"


@table("way", ["this way", "that way"])
def is_given_up(way):
    pytest.fail(way)


def test_all_rows_are_tried_and_those_that_fail_are_named():
    with pytest.raises(BaseExceptionGroup, match="2 rows of is_odd") as caught:
        is_odd()
    assert [error.__notes__ for error in caught.value.exceptions] == [
        ["row: number=2"],
        ["row: number=4"],
    ]


def test_a_table_of_tables_has_the_rows_of_each():
    with pytest.raises(BaseExceptionGroup) as caught:
        is_same(tmp_path="here")
    assert [error.__notes__ for error in caught.value.exceptions] == [
        ["row: sign='-'", "row: one=1, other=1"],
        ["row: sign='+'", "row: one=1, other=2"],
        ["row: sign='-'", "row: one=1, other=2"],
    ]


def test_a_row_that_is_given_up_fails_like_one_that_is_wrong():
    with pytest.raises(BaseExceptionGroup) as caught:
        is_given_up()
    assert [str(error) for error in caught.value.exceptions] == ["this way", "that way"]


def test_a_table_without_rows_is_no_test():
    with pytest.raises(AssertionError, match="tries nothing"):
        table("number", [])


@table("at", range(3))
def test_a_fixture_is_given_to_each_row(at, tmp_path):
    (tmp_path / str(at)).mkdir()
    assert len(list(tmp_path.iterdir())) == at + 1
