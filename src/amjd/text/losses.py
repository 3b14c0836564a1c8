"""What a cure must not lose of what was typed: that it is denied, a part of it, and its figures."""

import re

from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

_LONGEST = 1000  # characters in which such words are looked for
_DENIED = compile_later(
    r"\b(?:(?:not|no)(?! later than\b| after (?:[a-z]+ )?\d)|non(?!-?exempt)|none|nothing|never|nor"
    r"|neither|without|except|unless|hardly|cannot|nope|[a-z]+n't)\b"
)
_PARTS = compile_later(
    r"\b(?:half|halves|semi|quasi|part|partly|partially|almost|nearly|barely|third|quarter|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth|twice|thrice|double|triple|bi"
    r"|every (?:other|second))(?=s?\b)"
)
_BOUNDS = compile_later(
    r"\b(?:less|fewer|more|other) than\b|\bup to\b|\bat (?:least|most)\b|\b(?:below|above)\b"
    r"|\b(?:under|over)\b(?! (?:an?|the|contract)\b)"
)
_GROUPS = compile_later(r"\d[\d.,']*(?: \d{3}(?!\d))*(?!(?:st|nd|rd|th)\b)")
_FIGURES = compile_later(r"\d+", re.ASCII)
_NOTHING = ("0", "false")  # besides no and none
_BEFORE = ("non", "un", "in", "semi", "half", "quasi", "bi", "part")


def loses_figure(typed: str, kept: str) -> bool:
    """Whether there are fewer figures in what a cure keeps of a text, in whatever spelling."""
    return len(_figures(typed)) > len(_figures(kept))


def _figures(text: str) -> list[str]:
    """List the figures of a text, those in words too but for the one that is no number."""
    text = _WHOLE.sub(" ", _DAY.sub("1 1", text[:_LONGEST]))
    return _GROUPS.findall(_numbered(text))


def _numbered(text: str) -> str:
    """Write numbers in digits, but for the one that is none, as in one by one."""
    return in_digits(_ONE.sub(" ", text))


# A day in figures alone, which has its month in words elsewhere.
_DAY = compile_later(r"(?<!\d)\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\d)", re.ASCII)
_ONE = compile_later(r"\bone\b", re.IGNORECASE)
# All of it, and two ways to be paid, which count nothing.
_WHOLE = compile_later(r"\b(?:100 ?(?:%|percent|per cent)|1099\b|w-?2\b)", re.IGNORECASE)


def is_empty(text: str) -> bool:
    """Whether a text has joints and auxiliaries alone, which nobody misses: `but has`."""
    said = _WORD.findall(_plain(text))
    return said[-2:] != ["or", "so"] and _EMPTY.issuperset(said)


_WORD = compile_later(r"[^\W_]+(?:'[^\W_]+)?|[^\w\s.,;:!()/-]")
_EMPTY = frozenset(re.findall(
    r"\S+",
    "a an the and or but so then with to for of in at on by as also too just please well it "
    "its it's that this there he she they we i you them us me him her his our your their is are be "
    "been being was were has have had having will would shall do does did"
))  # fmt: skip


def denies(text: str) -> bool:
    """Whether a text denies something: `not remote`, `non-remote`, `no quota`."""
    return bool(_DENIED.search(_plain(text)))


def loses(typed: str, kept: str, *, bounds: bool = True, figures: bool = True) -> bool:
    """Whether words that make a text what it is are not in what a cure keeps of it.

    They are those that deny it or make it a part, with `bounds` such as `less than`, and with
    `figures` its figures too, all of which a hundred percent is.
    """
    text, left = _plain(typed), _plain(kept)
    if "private" in left.split():  # which tells nothing of it
        return False
    if any(_changes(text, before, left) for before in _BEFORE):
        return True
    is_denied = _DENIED.search(text) and not _DENIED.search(left)
    if is_denied and not any(word in _NOTHING for word in left.split()):
        return True
    wanted = [_PARTS, *[_BOUNDS] * bounds, *[_FIGURES] * figures]
    text, left = _numbered(_WHOLE.sub(" ", text)), _numbered(left)
    return any(not set(one.findall(text)) <= set(one.findall(left)) for one in wanted)


def _changes(text: str, before: str, left: str) -> bool:
    """Whether a text is what is left of it behind what makes another word: `semi-senior`."""
    behind = text.removeprefix(before).lstrip(" -")
    return text.startswith(before) and len(left) > 2 and behind.startswith(left[:4])


def _plain(text: str) -> str:
    return text[:_LONGEST].lower().replace("\u2019", "'").strip()
