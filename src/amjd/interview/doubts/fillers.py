"""What is said to whoever asks, and tells nothing: `no visas, sorry`, `haha 45k`."""

import re

from amjd.text.patterns import compile_later

_SORRY = (
    r"(?:(?:so |very |really )?sorry(?: about that)?|please|pls|plz|ha(?: ?ha){1,4}h?|hehe|lol)"
)
_THANKS = (
    r"(?:(?:many )?(?:thanks|thx|thank you)(?: (?:so much|a lot|again|in advance|very much))?"
    r"|cheers|:-?[)D])"
)
_ANY = rf"(?:{_SORRY}|{_THANKS})"
_MARKS = r",;.!(\u2013\u2014-"
_ALONE = compile_later(rf"(?i)[\s(]*{_ANY}[\s.!)]*")
_FIRST = compile_later(rf"(?i){_ANY}[,;.!:]+\s+|(?:ha(?: ?ha){{1,4}}h?|hehe|lol)\s+")
_WITHIN = compile_later(rf"(?i)(?P<before>[,;.!])\s(?P<said>{_ANY})(?P<behind>[,;.!])(?=\s)")
# To say sorry, or a thank you, is something that people do.
_LAST = compile_later(
    rf"(?i)(?<![\s{_MARKS}])(?:\s*+[{_MARKS}]++\s*+(?P<any>{_ANY})"
    rf"|\s++(?<!\bsay )(?<!\bsaying )(?P<said>{_SORRY}|:-?[)D]))[\s.!)]*$"
)


def without_fillers(typed: str, *, is_name: bool) -> tuple[str, list[str]]:
    """Return an answer without such words, and those; a name may begin or end with them.

    Nothing is left of an answer that has no others.
    """
    if _ALONE.fullmatch(typed) and not is_name:
        return "", [typed.strip(" .!()")]
    gone = list[str]()

    def cut(found: re.Match[str]) -> str:
        gone.append(found["said"])
        marks = found["before"], found["behind"]
        return next((mark for mark in marks if mark in ".!"), marks[0])

    text = _WITHIN.sub(cut, typed)
    if not is_name and (first := _FIRST.match(text)):
        gone.insert(0, first[0].strip(" ,;.!:"))
        text = text[first.end() :]
    last = _LAST.search(text)
    if last and text[: last.start()].strip() and not (is_name and last["said"]):
        gone.append(last["any"] or last["said"])
        text = text[: last.start()]
    return (text.strip(), gone) if gone else (typed, gone)
