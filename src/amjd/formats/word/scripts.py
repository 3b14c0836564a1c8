"""Scripts: which parts of a text run the other way, or need another font and language than ours.

Word does not find this out by itself: each run says which way its signs run, and in which language
it is spelt and read aloud.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from amjd.text.patterns import compile_later


class Script(NamedTuple):
    """How text in one script is set; without a font, in that of its style.

    `slot` is the one that is used for it of the three languages and fonts that a run has.
    """

    language: str = ""
    font: str = ""
    slot: Literal["", "val", "eastAsia", "bidi"] = ""
    right_to_left: bool = False


LATIN = Script()
_JAPANESE = Script("ja-JP", "Yu Gothic", "eastAsia")
_KOREAN = Script("ko-KR", "Malgun Gothic", "eastAsia")
_CHINESE = Script("zh-CN", "Microsoft YaHei", "eastAsia")
_TAIWANESE = Script("zh-TW", "Microsoft JhengHei", "eastAsia")
_SHARED = Script(slot="eastAsia")
"""Signs that China, Japan and Korea write alike; shared_by() tells whose they are."""

# The first and last sign of Unicode's blocks for each script, with the language that is written
# most in it. All else is Latin, or belongs to no script, as digits and punctuation do.
_BLOCKS = {
    Script("el-GR", "", "val"): "\u0370\u03ff \u1f00\u1fff",
    Script("ru-RU", "", "val"): "\u0400\u052f \u1c80\u1c8f \u2de0\u2dff \ua640\ua69f",
    Script("hy-AM", "Sylfaen", "val"): "\u0530\u058f",
    Script("ka-GE", "Sylfaen", "val"): "\u10a0\u10ff \u1c90\u1cbf \u2d00\u2d2f",
    Script("he-IL", "Arial", "bidi", True): "\u0590\u05ff \ufb1d\ufb4f",
    Script("ar-SA", "Arial", "bidi", True):
        "\u0600\u06ff \u0750\u077f \u0860\u08ff \ufb50\ufdff \ufe70\ufefc",
    Script("syr-SY", "Estrangelo Edessa", "bidi", True): "\u0700\u074f",
    Script("dv-MV", "MV Boli", "bidi", True): "\u0780\u07bf",
    Script("nqo-GN", "Ebrima", "bidi", True): "\u07c0\u07ff",
    Script("ff-GN", "Ebrima", "bidi", True): "\U0001e900\U0001e95f",
    Script("hi-IN", "Nirmala UI", "bidi"): "\u0900\u097f \ua8e0\ua8ff",
    Script("bn-IN", "Nirmala UI", "bidi"): "\u0980\u09ff",
    Script("pa-IN", "Nirmala UI", "bidi"): "\u0a00\u0a7f",
    Script("gu-IN", "Nirmala UI", "bidi"): "\u0a80\u0aff",
    Script("or-IN", "Nirmala UI", "bidi"): "\u0b00\u0b7f",
    Script("ta-IN", "Nirmala UI", "bidi"): "\u0b80\u0bff",
    Script("te-IN", "Nirmala UI", "bidi"): "\u0c00\u0c7f",
    Script("kn-IN", "Nirmala UI", "bidi"): "\u0c80\u0cff",
    Script("ml-IN", "Nirmala UI", "bidi"): "\u0d00\u0d7f",
    Script("si-LK", "Nirmala UI", "bidi"): "\u0d80\u0dff",
    Script("th-TH", "Leelawadee UI", "bidi"): "\u0e00\u0e7f",
    Script("lo-LA", "Leelawadee UI", "bidi"): "\u0e80\u0eff",
    Script("my-MM", "Myanmar Text", "bidi"): "\u1000\u109f",
    Script("km-KH", "Leelawadee UI", "bidi"): "\u1780\u17ff",
    Script("am-ET", "Ebrima", "val"): "\u1200\u137f",
    _JAPANESE: "\u3040\u30ff \u31f0\u31ff \uff65\uff9f",
    _KOREAN: "\u1100\u11ff \u3130\u318f \ua960\ua97f \uac00\ud7ff",
    _TAIWANESE: "\u3105\u312f \u31a0\u31bf",
    _SHARED:
        "\u2e80\u303f \u3190\u319f \u31c0\u31ef \u3200\u9fff \uf900\ufaff \ufe30\ufe4f"
        " \uff01\uff64 \uffa0\uffee \U00020000\U000323af",
}  # fmt: skip
_RANGES = sorted(
    (*ends, script) for script, block in _BLOCKS.items() for ends in block.split(" ") if ends
)
_FIRST = [first for first, _, _ in _RANGES]
# Latin letters, and punctuation and symbols: quotation marks, dashes.
_LATIN = (("\x00", "\u036f"), ("\u2000", "\u2bff"))
_OTHER = compile_later("[^{}]".format("".join(f"{first}-{last}" for first, last in _LATIN)))
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_DEEPEST = 63  # brackets in brackets, as in Unicode's own algorithm
_UNIT = "[#$%\u00a2-\u00a5\u20a0-\u20cf]*"
_NUMBER = f"{_UNIT}[0-9]+(?:[.,:/+-][0-9]+)*{_UNIT}"

Found = list[Script | None]


def shared_by(texts: Sequence[str], country: str) -> Script:
    """Tell whose the signs are that East Asia shares: by the rest of a text, or by the country."""
    found = {_foreign(letter) for text in texts if is_foreign(text) for letter in text}
    for script in (_JAPANESE, _KOREAN, _TAIWANESE):
        if script in found:
            return script
    countries = {"JP": _JAPANESE, "KR": _KOREAN, "TW": _TAIWANESE, "HK": _TAIWANESE}
    return countries.get(country, _CHINESE)


def direction(text: str) -> Script:
    """Return the script of the first letter if that runs from right to left, or else Latin."""
    if not is_foreign(text):
        return LATIN
    script = next(filter(None, map(_script, text)), LATIN)
    return script if script.right_to_left else LATIN


def pieces(text: str, base: Script, shared: Callable[[], Script]) -> list[tuple[str, Script]]:
    """Part a text by scripts.

    `base` is the direction of its paragraph. A sign of no script runs as the letters on both sides
    do, or as the paragraph where they differ, which is what Unicode's bidirectional algorithm says.
    """
    if base is LATIN and not is_foreign(text):
        return [(text, LATIN)]
    found = _strong(text, base)
    _settle_brackets(text, found, base)
    scripts = (shared() if script == _SHARED else script for script in _settled(found, base))
    same = groupby(zip(scripts, text, strict=True), lambda pair: pair[0])
    return [("".join(sign for _, sign in signs), script) for script, signs in same]


def is_foreign(text: str) -> bool:
    """Whether there is a letter of another script than Latin in a text."""
    return not text.isascii() and any(map(_foreign, set(_OTHER.findall(text))))


def _foreign(sign: str) -> Script | None:
    if any(first <= sign <= last for first, last in _LATIN):
        return None
    _, last, script = _RANGES[bisect(_FIRST, sign) - 1]
    return script if sign <= last else None


def _script(sign: str) -> Script | None:
    """Return the script of a letter, None for a sign of no script."""
    return _foreign(sign) or (LATIN if unicodedata.bidirectional(sign) == "L" else None)


def _strong(text: str, base: Script) -> Found:
    """Give letters their script, numbers that of the letter before, a mark that of its letter.

    A number right before a Latin letter goes with it, as in 3M.
    """
    with_letter = dict(_numbers(text))
    found: Found = []
    last = base
    for index, sign in enumerate(text):
        if index in with_letter:
            script: Script | None = LATIN if with_letter[index] else last
        elif unicodedata.bidirectional(sign) in ("NSM", "BN"):
            script = found[-1] if found else None
        else:
            script = _script(sign)
            last = script or last
        found.append(script)
    return found


def _numbers(text: str) -> Iterator[tuple[int, bool]]:
    """Find the signs of numbers and amounts, each with whether a letter such as ours is next."""
    for match in re.finditer(_NUMBER, text):
        is_before_a_letter = (
            unicodedata.bidirectional(text[match.end() : match.end() + 1] or " ") == "L"
        )
        yield from ((index, is_before_a_letter) for index in range(*match.span()))


def _settle_brackets(text: str, found: Found, base: Script) -> None:
    """Let both brackets of a pair run one way: as the paragraph does if anything inside does."""
    for start, end in sorted(_pairs(text)):
        inside = [script for script in found[start + 1 : end] if script]
        if any(script.right_to_left == base.right_to_left for script in inside):
            found[start] = found[end] = base
        elif inside:
            before = (found[index] for index in range(start - 1, -1, -1))
            found[start] = found[end] = next(filter(None, before), base)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for index, sign in enumerate(text):
        if sign in "([{" and len(opened) < _DEEPEST:
            opened.append(index)
        elif sign in _BRACKETS and any(text[start] == _BRACKETS[sign] for start in opened):
            while text[start := opened.pop()] != _BRACKETS[sign]:
                pass
            yield start, index


def _settled(found: Found, base: Script) -> list[Script]:
    """Let signs of no script run as those beside them do."""
    settled: list[Script] = []
    after = _after(found, base)
    before = base
    for script, behind in zip(found, after, strict=True):
        if script is None:
            script = before if before.right_to_left == behind.right_to_left else base
        else:
            before = script
        settled.append(script)
    return settled


def _after(found: Found, base: Script) -> list[Script]:
    """Give for each sign the script of the next letter."""
    after = [base]
    for script in reversed(found[1:]):
        after.append(script or after[-1])
    return after[: len(found)][::-1]
