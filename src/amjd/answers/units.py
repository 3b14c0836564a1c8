"""Figures alone in a text, which do not say what they count: nobody knows until which 6."""

import re
from dataclasses import replace

from amjd.answers.kinds import Context, Kind
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

# A year says enough.
_ALONE = compile_later(r"\d{1,3}(?:[.,]\d+)?%?(?: ?(?:-|to|or) ?\d{1,3}(?:[.,]\d+)?%?)?", re.ASCII)


def with_unit(kind: Kind, cure: str) -> Kind:
    """Let a kind of text refuse a figure alone that it prints as it was typed."""

    def read(value: object, context: Context) -> object:
        found = kind.read(value, context)
        text = read_text(value)
        if found == text and _ALONE.fullmatch(fold_look_alikes(text)):
            raise UnreadableError(f"{quoted(text)} does not say what it counts.", cure)
        return found

    return replace(kind, read=read)
