"""Cures: forms of an answer that a problem gives, each of which its field reads."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from amjd.text.errors import UnreadableError, write_one_of

Fitting = Callable[[str], Sequence[str]]
"""Gives the forms under which a field takes a text; raises UnreadableError for what is none."""

_E = TypeVar("_E", bound=UnreadableError)


def with_forms_read(error: _E, fitting: Fitting, otherwise: str) -> _E:
    """Return an error whose cure can be followed: by its forms, by theirs, or else in words."""
    if not error.forms:
        return error
    forms = _read(error.forms, fitting, depth=3)
    cure, rest = write_one_of(forms) if forms else otherwise, error.rest
    is_sure = error.is_sure and forms == error.forms
    return type(error)(
        error.message, cure, error.at, forms, rest=rest, is_sure=is_sure, also=error.also
    )


def _read(forms: Sequence[str], fitting: Fitting, depth: int) -> tuple[str, ...]:
    """Find the forms that are read; in the place of another stand those that its own cure gives."""
    found: dict[str, None] = {}
    for form in forms:
        try:
            found |= dict.fromkeys(fitting(form))
        except UnreadableError as error:
            found |= dict.fromkeys(_read(error.forms, fitting, depth - 1) if depth else ())
    return tuple(found)
