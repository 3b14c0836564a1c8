"""Base pay and on-target earnings, with the words beside them that say no more than they do."""

import contextlib
import re
from collections.abc import Iterator, Sequence

from amjd.answers.kinds import USUAL_CURRENCY, Context, Kind
from amjd.answers.numbers.figures import LONGEST, has_digits, read_figure, split_range
from amjd.answers.pay.amounts import ALONE, Money, NoAmountError, show_money
from amjd.answers.pay.leftovers import ON_TOP, check_alone, check_vague
from amjd.answers.pay.money import (
    BASE_PAY,
    MONEY_OR_RANGE,
    NONE,
    PAY,
    PRIVATE,
    Manner,
    read_money,
    show,
    word_of,
)
from amjd.answers.pay.periods import WITH_PERIOD, names_period
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later


def _read_base(value: object, context: Context) -> Money | str:
    if word := word_of(value, PRIVATE, NONE):
        return word
    check_vague(value)
    try:
        return read_pay(value, context, BASE_PAY)
    except UnreadableError as error:
        if isinstance(value, str):
            text = read_figure(value)
            with _quoting(text):
                check_alone(_before_tax(text), lambda part: _forms_of(part, context.apart()))
        if error.cure == ALONE:
            error.cure = f"{_alone(value)} {ON_TOP}"
        raise


def _alone(typed: object) -> str:
    """Ask for the amount alone, with its period where one was typed: without it is for a year."""
    return WITH_PERIOD if names_period(read_figure(typed)) else ALONE


def _forms_of(text: str, context: Context) -> Sequence[str]:
    """List the forms in which base pay is read: as it stands, or those that its cure gives."""
    try:
        read_money(text, context, BASE_PAY)
    except UnreadableError as error:
        return error.forms
    return (text,)


def read_pay(value: object, context: Context, manner: Manner) -> Money:
    """Read an amount of pay: before tax, which it is anyway, and a range for all experience."""
    text = read_figure(value) if isinstance(value, str) else ""
    if _is_bare(text) or not has_digits(text) or len(text) > LONGEST:
        return read_money(value, context, manner)
    _check_net(text)
    bare = _without_experience(_before_tax(text))
    if bare == text:
        return read_money(value, context, manner)
    with _quoting(text):
        money = read_money(bare, context.apart(), manner)
    period = f" per {money.period}" if money.period else ""
    context.tell_read(text, f"{show_money(money, context.currency or USUAL_CURRENCY)}{period}")
    return money


@contextlib.contextmanager
def _quoting(text: str) -> Iterator[None]:
    """Have a text that is refused quoted as it was typed, before tax and all."""
    try:
        yield
    except UnreadableError as error:
        for bare in (_before_tax(text), _without_experience(_before_tax(text))):
            error.message = error.message.replace(quoted(bare), quoted(text))
        raise


def _is_bare(text: str) -> bool:
    """Whether nothing stands in a text but figures, signs, and a "to" between two of them."""
    return set(text.lower()) <= set("0123456789.,- $\u00a3\u20ackto")


def _before_tax(text: str) -> str:
    """Leave out that pay is before tax, as all pay in postings is."""
    bare = re.sub(" +(?=[,;)]|$)", "", " ".join(_GROSS.sub(" ", text).split()))
    return bare if has_digits(bare) else text


def tax_in(text: str) -> str:
    """Return the words by which an amount is before tax; nothing without any."""
    found = _GROSS.search(text[:LONGEST])
    return found[0].strip(" ,()") if found else ""


_GROSS = compile_later(
    r"[,(]? ?\b(?:gross|brutto|bruto|brut|before (?:income )?tax(?:es)?|pre-?tax"
    r"|before deductions)\b(?! (?:margin|profit|sales|revenue))(?:\)| ?(?:salary|pay)\b)?",
    re.IGNORECASE,
)


def _check_net(text: str) -> None:
    if _NET.search(text):
        message = f"{quoted(text)} is pay after tax."
        raise NoAmountError(message, "Write the pay before tax, as postings do.")


_NET = compile_later(r"\b(?:net|netto|after tax(?:es)?|take[- ]home|in hand)\b", re.IGNORECASE)


def _without_experience(text: str) -> str:
    """Leave out that a range depends on experience, for which it is one."""
    bare, depends = split_experience(text)
    return bare if depends and _is_range(bare) else text


def split_experience(text: str) -> tuple[str, str]:
    """Part from an amount that it depends on experience, however that is spelled."""
    found = _EXPERIENCE.search(text[:LONGEST])
    if not found:
        return text, ""
    return text[: found.start()].rstrip(" ,;("), found[0].strip(" ,;().")


def _is_range(text: str) -> bool:
    try:
        ends = split_range(text)
    except UnreadableError:
        return False
    return len(ends) == 2 and all(map(has_digits, ends))


# As people type them: dependng, experiance.
_DEPENDS = r"(?:d[ei]?p+[ea]?n+d?[a-z]{0,4}|dep\.?|based|basd)"
_SKILLS = (
    r"(?:(?!expens)exp[eir]+[a-z]{2,9}|exp\b\.?|xp|skills?|qualifications?|seniority|background)"
)
_EXPERIENCE = compile_later(
    r"[ ,;(]+(?:(?:and|all|it|that|this) )?(?:d\.?o\.?e\b\.?"
    rf"|(?:{_DEPENDS} (?:(?:up)?on|of|in)"
    r"|(?:according|comm?ensurat\w*|subject|linked|relative|in line) (?:to|with|w/?))"
    rf" (?:\w+ )?{_SKILLS}(?:(?:,| and| or| &|/) ?(?:\w+ )?{_SKILLS})*"
    rf"|{_DEPENDS}(?: (?:up)?on)? (?:what|who(?:ever)?|how(?: (?:much|well|long))?)"
    r" (?:you|they|it|we|i)\b[\w' ]{0,40}"
    rf"|{_DEPENDS}(?: (?:up)?on)? (?:the |each )?(?:person|candidate|applicant|individual|fit)"
    r"|(?:it )?depends|for the right (?:person|candidate|one|fit))\)?\.?$",
    re.IGNORECASE,
)


def _read_ote(value: object, context: Context) -> Money:
    try:
        return read_pay(value, context, PAY)
    except NoAmountError as error:
        typed = read_figure(value) if isinstance(value, str) else ""
        bare = " ".join(_TOTAL.sub(" ", typed).split())
        if bare != typed and read_pay(bare, context.apart(), PAY):
            error.cure, error.forms = f"Write {bare}.", (bare,)
        elif error.cure == ALONE:
            error.cure = _alone(typed)
        raise error from None


_TOTAL = compile_later(r"\b(?:ote|on[- ]target(?: earnings)?|total)\b", re.IGNORECASE)
BASE = Kind(_read_base, show, MONEY_OR_RANGE)
OTE = Kind(_read_ote, show, MONEY_OR_RANGE)
