"""What a posting of ours shows of its answers, as it is known again."""

from collections.abc import Mapping
from typing import NamedTuple

from amjd.review.posting import Words


class Shown(NamedTuple):
    """An answer as a posting shows it, with the words that show it; `is_fact` in the facts."""

    text: str
    words: Words
    is_fact: bool = False


class Ours(NamedTuple):
    """What is known of a posting of ours: its template, its answers, and the lines that are known.

    `rest` are the words of the owner's own, with the field that they answer; `words` are the first
    that only this template has; `doubted` are fields that it answers in two ways. `lines` are the
    names of the template's own lines that it has; None of a short form, which has none.
    """

    template: str
    answers: Mapping[str, Shown]
    explained: frozenset[int]
    rest: tuple[tuple[str, Words], ...]
    words: Words
    doubted: frozenset[str]
    lines: frozenset[str] | None = None
