"""What a telephone number is for, as people say it: `text 210-555-0144`, `call or text`."""

from collections.abc import Mapping

from amjd.answers.fields import FIELDS
from amjd.interview.kept import Kept
from amjd.text.patterns import compile_later

PHONE, PHONE_FOR = "apply.phone", "apply.phone_for"
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
