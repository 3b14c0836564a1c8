"""Wishes: the words by which something is welcome, and no must: `a plus`, `is preferred`."""

from amjd.text.patterns import compile_later

# At the end, in brackets, or with what it is: (plus), = plus, a big plus.
_A_PLUS = (
    r"(?:good|nice)[- ]to[- ]have|would be (?:nice|great|good|ideal|lovely)"
    r"|(?:(?:is|are|be) )?an? (?:(?:big|real|huge|definite) )?(?:plus|bonus|asset|advantage)\b"
    r"|[=:(] ?(?:(?:big|an?) )?(?:plus|bonus|asset|advantage)\b"
    r"|(?<!\d )(?<!years )(?<!year )(?<!yrs )(?:plus|bonus)(?=\W*$)"  # 5 years plus are at least 5
)
WISHED = (
    rf"(?<!\w)(?:{_A_PLUS}|(?:(?:is|are|would be) )?(?:highly |strongly |very )?"
    r"(?:prefer(?:red|abl[ey])|desir(?:able|ed)|ideal(?:ly)?|welcome|optional|helpful|advantageous|beneficial)\b"
    r"|(?:(?:is|are) )?not (?:required|needed|necessary|essential|a must)\b)"
)
_WISHED = compile_later(rf"(?i){WISHED}")
_WISHED_LINE = compile_later(rf"(?i)(?<!\w)(?:{_A_PLUS}|(?:desirable|optional|advantageous)\b)")
# One of which stands in each of them: most musts are no wish.
_OF_WISHES = (
    "plus", "bonus", "nice", "to have", "to-have", "would be", "asset", "advantage", "prefer",
    "benefic", "desir", "ideal", "option", "help", "welcome", "not ",
)  # fmt: skip


def is_wished(text: str, *, is_line: bool = False) -> bool:
    """Whether a text says of what it asks for that it is welcome.

    A line tells of work, too: with preferred suppliers, in a helpful team.
    """
    may_be = any(map(text.lower().__contains__, _OF_WISHES))
    return may_be and bool((_WISHED_LINE if is_line else _WISHED).search(text))


def without_wish(text: str) -> str:
    """Return what is wished for, without the words for that."""
    return " ".join(_WISHED.sub(" ", text).split()).strip(" ,;:()")
