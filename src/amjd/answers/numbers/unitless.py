"""Figures alone in a text, which do not say what they count: nobody knows until which 6."""

import re
from dataclasses import replace

from amjd.answers.kinds import Context, Kind
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

# A year says enough.
_ONE = r"\d{1,3}(?:[.,]\d+)?%?"
_ALONE = compile_later(_ONE, re.ASCII)
_RANGE = compile_later(f"{_ONE}(?: ?(?:-|to|or) ?{_ONE})?", re.ASCII)


def with_unit(kind: Kind, cure: str, *, are_times: bool = False) -> Kind:
    """Let a kind of text refuse a figure alone that it prints as it was typed, or a range of two.

    With `are_times` a range says enough: 9 to 5.
    """
    alone = _ALONE if are_times else _RANGE

    def read(value: object, context: Context) -> object:
        found = kind.read(value, context)
        text = read_text(value)
        figures = fold_look_alikes(text)
        if found == text and figures[:1].isdigit() and alone.fullmatch(figures):
            raise UnreadableError(f"{quoted(text)} does not say what it counts.", cure)
        return found

    return replace(kind, read=read)
