"""Amounts of a year that accounts bring in, and what is told in the place of one."""

from dataclasses import replace

from amjd.answers.kinds import Context, Kind
from amjd.answers.nothing import says_nothing, unless
from amjd.answers.numbers.figures import LONGEST, has_digits, read_figure
from amjd.answers.numbers.things import counts_things
from amjd.answers.pay.amounts import ALONE, Money, NoAmountError
from amjd.answers.pay.leftovers import first_amount, names_other_period
from amjd.answers.pay.money import AMOUNT_SCHEMA, Manner, as_money, read_money, show
from amjd.answers.shapes import NONE_SCHEMA
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

_A_YEAR = Manner(("year",), about=True)


def _read_yearly(value: object, context: Context) -> Money:
    try:
        return read_money(value, context, _A_YEAR)
    except UnreadableError as error:
        text = read_figure(value) if isinstance(value, str) else ""
        if counts_things(text, any_noun=True):
            message = f"{quoted(text)} is no amount of money."
            raise NoAmountError(message, "Leave it empty.", rest=text) from error
        is_share = _PERCENT.search(text[:LONGEST])
        if is_share and not isinstance(error, NoAmountError):
            raise _no_share(text) from error
        if not isinstance(error, NoAmountError):
            error.rest = ""
            raise
        if _OF_QUOTA.search(text[:LONGEST]) and not has_digits(text):
            message = f"{quoted(text)} is not an amount."
            raise NoAmountError(
                message, "Leave it empty: the quota is an answer of its own."
            ) from error
        if kept := first_amount(text, lambda part: bool(as_money(part, context, _A_YEAR))):
            message = f"{quoted(text)} is more than an amount."
            raise NoAmountError(message, f"Write {kept}.", forms=[kept], rest=text) from error
        if is_share:
            raise _no_share(text) from error
        if not names_other_period(text):
            error.rest = text * (bool(error.rest) or error.cure == ALONE)
            raise
        message = f"{quoted(text)} is not for a year."
        raise UnreadableError(message, "Write the figure for a year.") from error


def _no_share(text: str) -> UnreadableError:
    """Refuse a share, which has an amount beside it or none."""
    cure = "Write the amount that it comes to in a year, or leave it empty."
    return UnreadableError(f"{quoted(text)} is no amount.", cure, rest=text)


_PERCENT = compile_later(r"[0-9] ?(?:%|percent|per cent)")
_OF_QUOTA = compile_later(r"\b(?:quota|target)s?\b")
YEARLY = Kind(_read_yearly, show, {"anyOf": AMOUNT_SCHEMA})
GROWTH = replace(
    YEARLY,
    read=unless(says_nothing, _read_yearly),
    schema={"anyOf": [*AMOUNT_SCHEMA, NONE_SCHEMA]},
)
"""An amount that there need not be: `none` is no answer."""
