"""The checks by their names: a rule of `rules/` names the one that looks at the facts for it."""

from collections.abc import Callable, Iterator

from amjd.review.findings import Case, Hit

Check = Callable[[Case], Iterator[Hit]]
CHECKS: dict[str, Check] = {}


def check(function: Check) -> Check:
    """Enter a check under its name."""
    CHECKS[function.__name__] = function
    return function
