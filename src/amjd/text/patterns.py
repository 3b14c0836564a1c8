"""Patterns that are compiled when they are first used.

One command uses few of the two hundred patterns of all kinds of answers, and compiling them all
takes a fifth of the time of a draft.
"""

import contextlib
import re
from collections.abc import Iterable, Iterator
from typing import cast


class _Later:
    """Stands for a compiled pattern, and becomes one at its first use."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> object:
        pattern, flags = self.__dict__["_given"]
        compiled = re.compile(pattern, flags)
        # Later uses find the methods here and do not come this way again.
        for one in ("match", "search", "fullmatch", "sub", "split", "findall", "finditer"):
            self.__dict__[one] = getattr(compiled, one)
        return getattr(compiled, name)


def compile_later(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use, and only then found to be wrong."""
    return cast("re.Pattern[str]", _Later(text, int(flags)))


def given(pattern: re.Pattern[str]) -> tuple[str, int]:
    """Return the text and the flags of a pattern; one that is not compiled yet stays so."""
    if isinstance(pattern, _Later):
        return cast("tuple[str, int]", pattern.__dict__["_given"])
    return pattern.pattern, pattern.flags


@contextlib.contextmanager
def compiling_later() -> Iterator[None]:
    """Let a library that is loaded here compile its patterns at their first use, too.

    Those of PyYAML are for reading in Python, which libyaml does, and take longer than the rest of
    it: a thirtieth of the time to the first question.
    """
    compile_now = re.compile
    re.compile = compile_later  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile_now


_WORD = compile_later(r"\w+")


def words_in(text: str) -> set[str]:
    """Return the words of a text, as they are typed there.

    A pattern of hundreds of names is tried at every letter; most texts hold no word that one of
    those names begins with, and need not be looked through.
    """
    return set(_WORD.findall(text))


def first_word(name: str) -> str:
    """Return the word by which `words_in` a text tell that a name may stand there."""
    found = _WORD.search(name)
    return found[0] if found else ""


def first_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words of which a text must hold one that names any of these."""
    return frozenset(map(first_word, names))


LINE_END = compile_later("\r\n|\r|\n")
"""What ends a line in any file that people send each other."""
