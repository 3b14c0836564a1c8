"""The English of a place: words of ours that are others there; no answer is ever changed."""

import re

from amjd.text.patterns import compile_later

# As they are said where a candidate sends a CV.
_ELSEWHERE = {
    "r\u00e9sum\u00e9": "CV",
    "sales quota": "sales target",
    "quota": "sales target",
    "sales goal": "sales target",
    "toward": "towards",
    "equal-opportunity employer": "equal opportunities employer",
    "accommodation": "adjustment",
}
_WORDS = compile_later(rf"\b({'|'.join(map(re.escape, _ELSEWHERE))})\b")


def elsewhere(words: str) -> str:
    """Say words of ours as they are said outside North America."""
    return _WORDS.sub(lambda found: _ELSEWHERE[found[0]], words)


def briefly_elsewhere(words: str) -> str:
    """Say them so where no fact names the quota: a sentence that tells of it keeps the word."""
    return _WORDS.sub(
        lambda found: found[0] if "quota" in found[0] else _ELSEWHERE[found[0]], words
    )


def common(words: str) -> list[str]:
    """Part words of ours where they differ from place to place: what is left is said in all."""
    if not any(one in words for one in _ELSEWHERE):
        return [words]
    return _WORDS.split(words)[::2]


def expression(words: str) -> str:
    """Write words of ours as an expression that finds them as they are said anywhere."""
    parts = _WORDS.split(words)
    parts[::2] = map(re.escape, parts[::2])
    parts[1::2] = (f"(?:{re.escape(one)}|{re.escape(_ELSEWHERE[one])})" for one in parts[1::2])
    return "".join(parts)
