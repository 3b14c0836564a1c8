"""Floors and ceilings: what a share to keep, or to lose, says of itself: `95%+`, `GRR 94%`."""

import re
from collections.abc import Sequence

from amjd.answers.numbers import net_retention as net
from amjd.answers.numbers.figures import LONGEST, has_digits
from amjd.answers.shapes import SPACE, any_of
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError, put_instead
from amjd.text.patterns import compile_later

AT_LEAST, AT_MOST = "at least", "at most"
# Over, above and under are not quite these: a cure leaves them out, and nothing reads them; the
# sign < is typed for the most that is lost.
_LEAST = (r"at least", r"minimum(?: of)?", r"min\.?", r">=?", "\u2265")
_OR_MORE = (r"\+", r"or more", r"or better", r"or higher", r"minimum", r"min\.?", r"at least")
_MOST = (r"at most", r"maximum(?: of)?", r"max\.?", r"<=?", "\u2264")
_OR_LESS = (r"or less", r"or fewer", r"or better", r"maximum", r"max\.?", r"at most")
# Of revenue, as the answer is: of clients, the same word says another share.
_GROSS = (
    r"grr", r"gross(?: (?:revenue|dollar))?(?: retention)?(?: rate)?",
    r"(?:revenue )?retention(?: rate)?",
)  # fmt: skip
_OF = r"(?:(?: of| is|:| =)(?= ))?"
_FIGURE = r"\d{1,3}(?:\.\d{1,4})? ?%?"
_NET_IN = compile_later(net.SHORT, re.IGNORECASE)
_NET_PART = compile_later(rf"{net.LONG}{_OF} ?({_FIGURE})|({_FIGURE}) ?{net.LONG}", re.IGNORECASE)
_PARTS = compile_later(r" ?(?:[,;/&+(]|\band\b) ?|\)$", re.IGNORECASE)


def _around(before: Sequence[str], after: Sequence[str]) -> re.Pattern[str]:
    return compile_later(
        rf"(?:(?:{'|'.join(before)}){_OF} ?)?(?P<share>\d.*?|\.\d.*?)(?: ?,? ?\(?(?:"
        rf"{'|'.join(after)})\)?)?",
        re.IGNORECASE,
    )


_BOUNDED = {
    AT_LEAST: _around(_LEAST, _OR_MORE), AT_MOST: _around(_MOST, _OR_LESS),
    "": _around(_GROSS, _GROSS),
}  # fmt: skip


def bare_share(typed: str, bound: str) -> tuple[str, str]:
    """Return a share without what it says of itself, and its bound if it says that.

    `bound` is what the answer is anyway: "at least" what is kept, which is gross, "at most" lost.
    """
    is_plain = typed[:1].isdigit() and typed[-1:] in "%0123456789"
    if is_plain or len(typed) > LONGEST or not has_digits(typed):
        return typed, ""
    text = typed
    if bound == AT_LEAST and (found := _BOUNDED[""].fullmatch(text)):
        text = found["share"]
    if (found := _BOUNDED[bound].fullmatch(text)) and found["share"] != text:
        return found["share"], bound
    return text, ""


def bound_patterns(bound: str) -> tuple[str, str]:
    """Write the patterns of what may stand before and behind a share, for the schema."""
    before, after = (_LEAST, _OR_MORE) if bound == AT_LEAST else (_MOST, _OR_LESS)
    names = _GROSS if bound == AT_LEAST else ()
    opening = rf"(?:{any_of(*before, *names)}(?:{any_of(' of', ' is')}| ?[:=])?{SPACE}*)?"
    if names:
        opening = rf"(?:{any_of(*names)}(?:{any_of(' of', ' is')}| ?[:=])?{SPACE}*)?{opening}"
    return opening, rf"(?:{SPACE}*,?{SPACE}*\(?{any_of(*after, *names)}\)?){{0,2}}"


def check_gross(typed: str) -> None:
    """Refuse what is kept with what grows, which is no share of the whole."""
    is_figure = not any(map(str.isalpha, typed))
    if is_figure or len(typed) > LONGEST or not _NET_IN.search(typed):
        return
    parts = [part for part in _PARTS.split(typed) if part]
    grown = [found for found in map(_NET_PART.fullmatch, parts) if found]
    gross = [found for found in map(_BOUNDED[""].fullmatch, parts) if found]
    gross = [found for found in gross if re.fullmatch(_FIGURE, found["share"])]
    if len(grown) == len(gross) == 1 and len(parts) == 2:
        share, kept = _percent(grown[0][1] or grown[0][2]), _percent(gross[0]["share"])
        message = f"{quoted(typed)} is two shares, and the one that is kept is asked for."
        rest = net.as_measure(share)
        raise UnreadableError(message, f"Write {kept}.", forms=[kept], rest=rest)
    figure = "".join(re.findall(r"\d+(?:\.\d+)? ?%?", typed)[:1]).strip()
    share = _percent(figure) if figure else ""
    message = f"{quoted(typed)} counts growth too, and the share that is kept is asked for."
    raise UnreadableError(message, "", also=[put_instead(net.as_measure(share), "metrics")])


def _percent(figure: str) -> str:
    return f"{figure.removesuffix('%').strip()}%"
