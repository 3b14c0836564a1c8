"""Figures: how digits, ends of a range and approximations are taken out of a text.

The texts are those of numbers and amounts, with look-alikes folded, and at most `LONGEST`
characters long: what is longer is no figure, and nothing here looks at it.
"""

import re
from collections.abc import Sequence

from amjd.answers.kinds import Context
from amjd.answers.shapes import any_case
from amjd.answers.texts import read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

LONGEST = 100
_GROUPED = compile_later(r"\d{1,3}([,_' \u2019])\d{3}(?:\1\d{3})*", re.ASCII)
IN_LAKHS = compile_later(r"(?<![\d.,])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])", re.ASCII)
_WITHOUT_SEPARATORS = str.maketrans("", "", ",_' \u2019")


def read_figure(value: object, _: Context | None = None) -> str:
    """Read the text of a number or an amount, with its look-alikes folded."""
    return fold_look_alikes(read_text(value))


def plain_digits(text: str, *, by_lakhs: bool = False) -> str | None:
    """Take the separators out of a whole number; None if they do not part groups of three.

    With `by_lakhs` they may stand as in India: `5,00,000`.
    """
    if text.isascii() and text.isdigit():
        return text
    if _GROUPED.fullmatch(text) or (by_lakhs and IN_LAKHS.fullmatch(text)):
        return text.translate(_WITHOUT_SEPARATORS)
    return None


_ABOUT = ("about ", "around ", "in the region of ", "roughly ", "approximately ", "approx. ",
          "approx ", "circa ", "ca. ", "c. ", "~", "\u00b1")  # fmt: skip
_ISH = (
    " or so",
    " or thereabouts",
    ", give or take",
    " give or take",
    "-ish",
    " ish",
    "ish",
    "-odd",
    " odd",
)


_ABOUT_WORDS = "|".join(any_case(word.strip()).replace(".", r"\.") for word in _ABOUT[:-2])
ABOUT_PATTERN = f"(?:(?:{_ABOUT_WORDS}) +|[~\u00b1] *)?"
ISH_PATTERN = (
    f"(?: +{any_case('or so')}| +{any_case('or thereabouts')}|,? +{any_case('give or take')}"
    f"|[ -]?{any_case('ish')}|[ -]{any_case('odd')})?"
)


def about_in(text: str) -> str:
    """Return the approximation that `split_about` takes off; nothing without one."""
    lower = text.strip().lower()
    before = next((word for word in _ABOUT if lower.startswith(word)), "")
    return (before or next((word for word in _ISH if lower.endswith(word)), "")).strip(" -")


def split_about(text: str) -> tuple[str, bool]:
    """Take an approximation off a figure, and tell whether there was one: `~47`, `47ish`."""
    if text[:1].isdigit() and text[-1:].isdigit():
        return text, False
    lower = text.lower()
    for word in _ABOUT:
        if lower.startswith(word):
            return text[len(word) :].strip(), True
    for ending in _ISH:
        if lower.endswith(ending):
            return text[: -len(ending)].strip(), True
    return text, False


_OPEN_BEFORE = (
    "up to ", "upto ", "at least ", "at most ", "over ", "under ", "more than ", "less than ",
    "above ", "below ", "starting at ", "starting from ", "minimum ", "maximum ", "from ", "max ",
    "min ",
)  # fmt: skip
_OPEN_AFTER = (
    "+", " and up", " or more", " or less", " and above", " plus", " or under", " max", " maximum",
    " at most", " min", " minimum", " at least",
)  # fmt: skip


BOTH_ENDS = 'Write both ends, the lower one first, with "to" between them.'


class OpenEndError(UnreadableError):
    """A figure of which only the most, or the least, is told."""


def split_range(text: str, *, ranges: bool = True) -> Sequence[str]:
    """Split a range into its two ends; what is none stays one text, or is more than two.

    `ranges` tells the cure what is taken. Raises UnreadableError for one end alone.
    """
    if text.isdigit():
        return (text,)
    lower = text.lower()
    for opening, middle in (("between ", " and "), ("from ", " to "), ("from ", " up to ")):
        if lower.startswith(opening) and lower.count(middle) == 1:
            cut = lower.index(middle)
            return text[len(opening) : cut].strip(), text[cut + len(middle) :].strip()
    if lower.startswith(_OPEN_BEFORE) or lower.endswith(_OPEN_AFTER):
        if any(map(_is_digit, text)):
            cure = BOTH_ENDS if ranges else "Write one figure."
            raise OpenEndError(f"{quoted(text)} leaves one end open.", cure)
        return (text,)
    if " to " in lower:
        cuts = [match.span() for match in re.finditer(" to ", lower)]
    elif "-" not in text and "\u2014" not in text:
        return (text,)
    else:
        cuts = [match.span() for match in re.finditer(r" ?[-\u2014] ?", text)]
        cuts = [cut for cut in cuts if has_digits(text[: cut[0]]) and has_digits(text[cut[1] :])]
    starts, ends = [0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(text)]
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()


def has_digits(text: str) -> bool:
    """Whether a text has a digit of ASCII."""
    return any(map(_is_digit, text))


_IN_WORDS = compile_later(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|dozen"
    r"|half)s?\b",
    re.IGNORECASE,
)


def says_figure(text: str) -> bool:
    """Whether a text says a figure, in digits or in words: no cure may put another in its place."""
    return has_digits(text) or bool(_IN_WORDS.search(text[:LONGEST]))
