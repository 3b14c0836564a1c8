"""What a telephone number is for, and when: `text 210-555-0144`, `call or text`, `after 4`."""

from collections.abc import Iterable, Mapping

from amjd.answers.fields import FIELDS
from amjd.answers.phone_hours import found_hours, parted
from amjd.interview.kept import Kept
from amjd.text.patterns import compile_later

PHONE, PHONE_FOR, PHONE_HOURS = "apply.phone", "apply.phone_for", "apply.phone_hours"
CALLS, TEXTS, BOTH = FIELDS[PHONE_FOR].kind.choices

_NOT = r"(?<!\bno )(?<!\bnot )(?<!\bnever )(?<!n't )(?<!n\u2019t )(?<!\bdont )"
_TEXT = r"(?:texts?|txts?|texting|sms)"
_TEXTS = compile_later(rf"(?i){_NOT}(?<!\bplain )\b{_TEXT}\b(?!\s*file)")
_CALLS = compile_later(
    rf"(?i){_NOT}(?<!\bphone )(?<!\bmy )(?<!\bour )"
    r"\b(?:calls?|phone|ring|tel|telephone)\b"
)
# Texts beside the calls that a number is for anyway.
_TOO = compile_later(
    rf"(?i)\b{_TEXT} (?:(?:is|are|message) )?(?:ok|okay|fine|too|welcome|as well)\b"
    rf"|\b(?:also|takes?|accepts?) {_TEXT}\b(?! only)"
)
_ALONE = compile_later(rf"(?i)\b{_TEXT}(?: messages?)? only\b|\bonly (?:by )?{_TEXT}\b")


def said_use(typed: str) -> str:
    """Return what a line says a number is for; nothing where it does not say."""
    if _ALONE.search(typed):
        return TEXTS
    is_called = bool(_CALLS.search(typed))
    if _TEXTS.search(typed):
        return BOTH if is_called or _TOO.search(typed) else TEXTS
    return CALLS if is_called else ""


_USE = compile_later(
    r"(?i)\b(?:(?:please )?(?:no|not|never|do not|don['\u2019]?t)(?: phone)? "
    rf"(?:calls?|ring|phone|{_TEXT})"
    rf"|(?:only )?{_TEXT}(?: messages?)?(?: (?:is|are))?(?: (?:only|ok|okay|fine|too|welcome))?)\b"
    r"(?: please)?"
)


def without_use(text: str) -> str:
    """Take off a text what it says of texts and calls."""
    return _USE.sub(" ", text)


def with_use(kept: Kept, use: str) -> Mapping[str, str]:
    """Return the answer that tells a use, where another or none stands; calls need none."""
    if use == CALLS:
        return {PHONE_FOR: ""} if kept.current(PHONE_FOR) else {}
    return {PHONE_FOR: use} if use else {}


# What a number stands behind that denies the words behind the number: never call 555 0142 after 6.
_DENIED = compile_later(
    r"(?i)\b(?:no|not|never|do not|don['\u2019]?t)(?: (?:please|calls?|calling|ring|phone|reach|try"
    rf"|{_TEXT}|me|us|on|at|to)){{0,4}}$"
)


def with_denials(around: Iterable[str]) -> list[str]:
    """Join words around numbers where those before one deny those behind it."""
    joined = list[str]()
    for words in around:
        is_denied = joined and words and _DENIED.search(joined[-1])
        joined[-1:] = [f"{joined[-1]} {words}"] if is_denied else [*joined[-1:], words]
    return joined


_ROUND = " ,;:().-\u2013\u2014"
# What leads to the hours, and is no part of them: on the phone after 4.
_LED = compile_later(
    r"(?i)(?:\b(?:on|by) the (?:phone|tele?phone)|\b(?:ring|call|phone|reach|try)(?: (?:me|us|him"
    r"|her|them|it))?|(?:\b(?:i|we) )?\b(?:answer|pick up)(?: (?:calls|it|the phone))?"
    r"|\b(?:is )?answered|\b(?:best|please|just|but|only|and))$"
)
_LED_BY = 32  # characters, more than the longest of these


def hours_in(text: str) -> tuple[str, str]:
    """Return the hours of a number that a text tells, and the text without them.

    Nothing is taken where they are denied by words that are no part of them.
    """
    hours, around = parted(text)
    if not hours:
        return "", text
    left = [*map(_before_hours, around[:-1]), around[-1].strip(_ROUND)]
    return ", ".join(one.strip(_ROUND) for one in hours), ", ".join(filter(None, left))


def hours_behind(text: str) -> tuple[str, str]:
    """Return the hours that stand behind a comma at the end of a text, and what is before it."""
    end = len(text.rstrip(_ROUND))
    found = next((one for one in found_hours(text) if one.end() == end), None)
    before = _before_hours(text[: found.start()]) if found else ""
    is_apart = text[len(before) :].lstrip(" ")[:1] in (*",;(-\u2013\u2014",)
    return (found[0], before) if found and before and is_apart else ("", text)


def _before_hours(text: str) -> str:
    """Return what stands before hours, without what leads to them."""
    text = text.strip(_ROUND)
    while led := _LED.search(text[-_LED_BY:]):
        text = text[: len(text) - len(led[0])].rstrip(_ROUND)
    return text
