"""Terms of pay: how commission and a bonus are earned, which no word such as `private` tells."""

import re
from dataclasses import replace

from amjd.answers.kinds import Context, Kind
from amjd.answers.nothing import NO_BUT, says_nothing, without
from amjd.answers.texts import PARAGRAPHS, read_text
from amjd.text.characters import fold_look_alikes, printable, quoted
from amjd.text.errors import Put, UnreadableError
from amjd.text.patterns import compile_later

_SECRET = ("private", "confidential", "undisclosed", "not disclosed", "not public", "secret")
# "No commission on renewals" says how it is earned.
_DENIED = compile_later(
    r"(?:we (?:pay|offer|give) |there is )?(?:no(?: commissions?)?|none|nothing)"
    r"(?:\W*[,;:.(\u2013\u2014] ?| - | (?=(?:but|just|only|because|since|instead)\b))\D+",
    re.IGNORECASE,
)


def _read_commission(value: object, context: Context) -> str | None:
    text = read_text(value)
    _refuse_secret(text, "Leave it empty, or say how it is earned.")
    may_deny = text.lower().startswith(("no", "we ", "there "))
    if may_deny and _DENIED.fullmatch(text) and not says_nothing(text):
        cure = "Leave it empty; what is paid instead belongs in pay.bonus."
        raise UnreadableError(f"{quoted(text)} says that there is none.", cure)
    return _COMMISSION.read(value, context)  # type: ignore[no-any-return]


_COMMISSION_ALONE = compile_later(
    r"\W*comm(?:issions?|s)?\b\.?(?! (?:and|or|plus)\b)", re.IGNORECASE
)
_LONGEST = 100  # characters of a text that a cure repeats


def _read_bonus(value: object, context: Context) -> str | None:
    cure = "Leave it empty, or say how it is earned; its amount is private in pay.variable."
    text = read_text(value)
    _refuse_secret(text, cure)
    if _COMMISSION_ALONE.match(text) and "bonus" not in text.lower():
        message = f"{quoted(text)} says how commission is earned."
        if len(text) > _LONGEST:
            raise UnreadableError(message, "Leave it empty, and put it in pay.commission.")
        put = Put(printable(text), "pay.commission")
        raise UnreadableError(message, "Leave it empty.", also=[put])
    if (told := NO_BUT.sub("", text)) != text and told:
        context.tell_read(text, told)
        return _BONUS.read(told, context)  # type: ignore[no-any-return]
    return _BONUS.read(value, context)  # type: ignore[no-any-return]


def _refuse_secret(text: str, cure: str) -> None:
    if fold_look_alikes(text).rstrip(".").lower() in _SECRET:
        raise UnreadableError(f"{quoted(text)} does not say how it is earned.", cure)


_COMMISSION = without(PARAGRAPHS, "commissions?")
_BONUS = without(PARAGRAPHS, "bonus(?:es)?")
COMMISSION: Kind = replace(_COMMISSION, read=_read_commission)
BONUS: Kind = replace(_BONUS, read=_read_bonus)
