"""Words that were written short, from `data/shorthand.tsv`: `25 days hols n a wk`."""

import re
from collections.abc import Iterator
from functools import cache

from amjd import resources
from amjd.text.patterns import compile_later


def written_out(text: str, *, of_tools: bool = False) -> str:
    """Write short words out; what is quoted, an address, a link or part of a name stays."""
    return "".join(
        part if is_quoted else _pattern().sub(lambda found: _word(found, of_tools), part)
        for part, is_quoted in _parts(text)
    )


def short_words(text: str, *, of_tools: bool = False) -> list[str]:
    """List the short words that would be written out."""
    return [
        found[0]
        for part, is_quoted in _parts(text)
        for found in _pattern().finditer(part)
        if not is_quoted and _word(found, of_tools) != found[0]
    ]


@cache
def _table() -> dict[str, list[str]]:
    """Read the table; an OSError names it."""
    return {short: words for short, *words in resources.table("shorthand")}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_table(), key=len, reverse=True)))
    # Behind a slash that is a word's own a letter may follow: w/clients.
    return re.compile(rf"(?<![\w@.:&'\u2019-])(?:{words})(?:(?<=/)|(?![\w&'\u2019-]|\.\w| ?=))")


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text at what is quoted, and at addresses and links."""
    for number, part in enumerate(_QUOTED.split(text)):
        yield part, bool(number % 2)


_QUOTED = compile_later(
    '("[^"]*"|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019'
    r"|\S*(?:@|://|\bwww\.|\w\.[a-z]{2,})\S*)"
)


def _word(found: re.Match[str], of_tools: bool) -> str:
    word, *many = _table()[found[0]]
    before, after = found.string[: found.start()], found.string[found.end() :]
    # Between two capitals it is part of a name, unless tools stand there in a row.
    is_name = not of_tools and _NAME.search(before) and _NAMES.match(after)
    if found[0] == "n" and (is_name or after.startswith("/")):
        return found[0]
    is_many = many and _COUNT.search(before) and _ENDS.match(after)
    space = " " if found[0].endswith("/") and after[:1].isalnum() else ""
    return (many[0] if is_many else word) + space


_NAME, _NAMES = compile_later(r"\b[A-Z]\S* $"), compile_later(r" [A-Z]")
_COUNT = compile_later(r"(?:^|[^\d.,])(?!1 $|1$)\d[\d.]* ?$")
_ENDS = compile_later(r"$|[.,;:!)]| (?:a|per|of|in|with|after|before|and|n|at|for|plus|from)\b")
