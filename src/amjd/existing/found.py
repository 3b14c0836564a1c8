"""What an existing posting answers: a field, what its answer is typed as, and the words for it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amjd.review.posting import Words

Typed = str | Mapping[str, str] | Sequence["Item"]
"""A text, the two ends of a range, or the items of a list."""


NOWHERE = Words(0, 0)
"""Stands for the words of what follows from a posting and is said nowhere in it."""


class Item(NamedTuple):
    """An item of a list, and the words that it was read from."""

    text: str
    words: Words


class Found(NamedTuple):
    """An answer as it stands in an answers file, and the words that it was read from."""

    field: str
    typed: Typed
    words: Words
