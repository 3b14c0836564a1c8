"""Whole tables in one test: a test of its own costs pytest and its workers more than a row does."""

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest


def table(names: str | Sequence[str], rows: Iterable[Any], **_ids: Any) -> Callable[..., Any]:
    """Try a test with every row, as `parametrize` does; each row that fails is told by what it is.

    The test is one, so that its fixtures are made once: only for those that no row changes.
    """
    columns, rows = names.split(", ") if isinstance(names, str) else [*names], list(rows)
    assert rows, "a table without rows tries nothing"
    is_marked = [isinstance(row, type(pytest.param())) for row in rows]
    assert not any(is_marked), "a row has no marks and no name"

    def of_test(test: Callable[..., Any]) -> Callable[..., Any]:
        taken = inspect.signature(test).parameters

        @functools.wraps(test)
        def whole(**fixtures: Any) -> None:
            failed: list[BaseException] = []
            for row in rows:
                values = dict(zip(columns, row if len(columns) > 1 else [row], strict=True))
                try:
                    test(**fixtures, **values)
                except (Exception, pytest.fail.Exception) as error:
                    failed += _named(error, values)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} rows of {test.__name__}", failed)

        left = [one for name, one in taken.items() if name not in columns]
        whole.__signature__ = inspect.Signature(left)  # type: ignore[attr-defined]
        return whole

    return of_test


def _named(error: BaseException, values: dict[str, Any]) -> Iterator[BaseException]:
    """Give what failed with its row; the rows of a table within a table are rows of it."""
    for one in error.exceptions if isinstance(error, BaseExceptionGroup) else [error]:
        one.add_note(
            "row: " + ", ".join(f"{name}={value!r:.200}" for name, value in values.items())
        )
        yield one
