"""Variable pay in percent of base pay."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from amjd.answers.numbers.figures import LONGEST, split_range
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError, write_one_of
from amjd.text.patterns import compile_later


class PartOfBase(NamedTuple):
    """Variable pay in percent of base pay: one figure, a range, or `up to` one."""

    low: Decimal
    high: Decimal
    up_to: bool = False


_PERCENT = compile_later(r"(\d{1,4}(?:\.\d{1,4})?) ?(?:%|percent|per cent)?", re.ASCII)
_MEASURED = (
    r"(?:(?:the|your|our|company|individual|personal|team|hitting|reaching|meeting|achieving|net"
    r"|gross|client|customer|logo|account|revenue) ?)*(?:n\.?r\.?r|g\.?r\.?r|nps|csat|retention"
    r"|churn|kpis?|okrs?|goals?|objectives?|performance|results|quality|satisfaction|targets?)\b"
)
# A share of sales is commission; one for a measure, such as retention, is a bonus of base pay.
_OF_SALES = compile_later(
    rf"[\d.,]+ ?(?:%|percent|per cent) (?:(?:of|on|from) (?!(?:the |your )?"
    r"(?:(?:annual|yearly|year|yr) )?"
    r"(?:base|basic|salary|ctc|cost to company|fixed(?! (?:fee|price|cost|contract|deal|rate)))\b)"
    rf"(?!(?<=on ){_MEASURED})|commission\b)"
    r"|commission(?: of)? [\d.,]+ ?(?:%|percent|per cent)",
    re.ASCII,
)
_UP_TO = compile_later("^upto ")
_OF_IT = compile_later(
    r" of (?:the |your )?(?:(?:annual|yearly) )?(?:base|basic|fixed)"
    r"(?: (?:pay|salary|component|part))?$"
)
_COMMA = compile_later(r"(?<=\d),(?=\d{1,2}(?!\d))", re.ASCII)


def what_it_comes_to(period: str) -> str:
    """Ask for variable pay as an amount beside pay for a period, which one without its own is for.

    Nobody has a bonus for an hour.
    """
    of = "month" if period == "month" else "year"
    told = ', with "a year" behind it' if period == "hour" else ""
    return f"Write the amount that it comes to in a {of}{told}, or private."


def read_part_of_base(text: str, period: str = "") -> PartOfBase | None:
    """Read `10%`, `up to 10%`, `5 to 10% of base`; None if it is no percent.

    `period` is the one of pay, for what else to write.
    """
    lower = text.lower() if len(text) <= LONGEST else ""
    lower = _UP_TO.sub("up to ", lower)
    lower = _OF_IT.sub("", lower)
    if _OF_SALES.search(lower):
        raise UnreadableError(
            f"{quoted(text)} is a share of something else than base pay.",
            "Give the amount that it comes to, or private; the share belongs in pay.commission.",
        )
    if found := _WITH_WORDS.search(lower):
        _check_alone(text, found, lower, period)
    if not lower.endswith(("%", " percent", " per cent")):
        return None
    ends, up_to = _ends(lower)
    part = _part(ends, up_to)
    if part is None:
        raise _no_part(text, lower)
    return part


def _check_alone(text: str, found: re.Match[str], lower: str, period: str) -> None:
    """Refuse `10% bonus`: the percentage alone is the answer, if the words leave it as it is.

    Those that only name it stand elsewhere without the figure, which is printed anyway.
    """
    percent = found[0].strip()
    rest = f"{lower[: found.start()]} {lower[found.end() :]}".strip()
    if not rest or not _part(*_ends(percent)):
        return
    message = f"{quoted(text)} is more than a percentage."
    if _OTHER_SHARE.search(rest) or re.search(r"\d", rest):
        raise UnreadableError(message, what_it_comes_to(period), rest=text)
    if _ON_TOP.search(rest):
        raise UnreadableError(message, "Leave it empty here.", rest=text)
    name = f"{text[: found.start()]} {text[found.end() :]}".strip() if text.isascii() else ""
    rest = name if _NAME.fullmatch(name) else text
    raise UnreadableError(message, write_one_of([percent]), forms=[percent], rest=rest)


_NAME = compile_later(
    r"\(?(?!(?:on|for|if|when|in|of|from|at|paid|based|after)\b)[a-z]+(?: [a-z]+)?\)?",
    re.IGNORECASE,
)
_FIGURE = r"\d{1,4}(?:\.\d{1,4})?"
_SIGN = "(?:%|percent|per cent)"
_WITH_WORDS = compile_later(
    rf"(?:up to )?(?<![\w.,]){_FIGURE} ?(?:{_SIGN} ?)?(?:(?:-|to) ?{_FIGURE} ?)?{_SIGN}(?!\w)",
    re.ASCII,
)
# Words that make another share of it than the percentage of the base pay of a year.
_OTHER_SHARE = compile_later(
    r"\b(?:ote|ctc|company|twice|times|each|every|per|half|month|quarter|target|about|around|over|under|least"
    r"|most|more|less|max|min|maximum|minimum|or|not|no|without|bis|jusqu)\b|[+~<>]"
)
_ON_TOP = compile_later(r"\b(?:super\w*|pension|401|equity|shares?|stock)")


def _ends(lower: str) -> tuple[Sequence[str], bool]:
    return split_range(lower.removeprefix("up to ")), lower.startswith("up to ")


def _part(ends: Sequence[str], up_to: bool) -> PartOfBase | None:
    """Read one percentage or, unless it is the most, two; None if they are none."""
    parts = [_PERCENT.fullmatch(end) for end in ends]
    figures = [Decimal(part[1]) for part in parts if part]
    if not len(figures) == len(ends) <= (1 if up_to else 2):
        return None
    is_right = 0 < figures[0] <= figures[-1] <= 1000
    return PartOfBase(figures[0], figures[-1], up_to) if is_right else None


def _no_part(text: str, lower: str) -> UnreadableError:
    """Say that a percentage is none, with the form of it that is read."""
    message = f"{quoted(text)} is no part of the base pay."
    pointed = _COMMA.sub(".", lower)
    ends, up_to = _ends(pointed)
    if len(ends) == 2 and ends[0].rstrip("% ") == "0" and _part(ends[1:], up_to=True):
        form = f"up to {ends[1]}"
        return UnreadableError(message, write_one_of([form]), forms=[form])
    turned = [end.rstrip("% ") for end in reversed(ends)]
    if _part(ends, up_to):
        return UnreadableError(message, write_one_of([pointed]), forms=[pointed])
    if len(turned) == 2 and _part(turned, up_to):
        form = f"{' to '.join(turned)}%"
        return UnreadableError(message, write_one_of([form]), forms=[form])
    return UnreadableError(message, "Write the percent of base pay alone, up to 1000%.")
