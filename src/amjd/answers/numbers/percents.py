"""Percentages: shares, floors and ceilings, some of them for a period."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from amjd.answers.cures.forms import with_forms_read
from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.nothing import BUT, YET
from amjd.answers.numbers import net_retention
from amjd.answers.numbers.figures import (
    ABOUT_PATTERN,
    ISH_PATTERN,
    LONGEST,
    read_figure,
    says_figure,
    split_about,
)
from amjd.answers.numbers.floors import AT_LEAST, AT_MOST, bare_share, bound_patterns, check_gross
from amjd.answers.numbers.parts_of_time import part_of_time
from amjd.answers.numbers.qualifiers import changes_value
from amjd.answers.numbers.splits import check_split
from amjd.answers.numbers.tallies import KEPT, LOST, check_share
from amjd.answers.pay.periods import QUOTA_PERIODS, period_pattern, split_period
from amjd.answers.shapes import DIGIT, NONE_SCHEMA, SPACE, any_of, number_schema, words_schema
from amjd.text.characters import quoted
from amjd.text.errors import Put, UnreadableError, or_put_instead, write_one_of
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later


class Rate(NamedTuple):
    """A percentage, and the period that it was typed with."""

    percent: Decimal
    period: str = ""


_PERCENT = compile_later(
    r"(\d{1,3}(?:\.\d{1,4})?|\.\d{1,4}) ?(%|percent|per cent|pct)?", re.ASCII | re.IGNORECASE
)
_FINE = compile_later(r"\.\d{5}", re.ASCII)
_NO_ZERO = compile_later(r"(?<![\d.])\.(?=\d)")
_COMMA = compile_later(r"(?<=\d),(?=\d{1,4}(?!\d))", re.ASCII)
_WORDS_BEHIND = compile_later(
    r"([0-9.]+ ?(?:%|percent|per cent|pct)?) (\D+)", re.ASCII | re.IGNORECASE
)


def _read_percent(text: str, typed: str) -> tuple[Decimal, str]:
    """Read a percentage, and its unit as it was typed."""
    if len(text) <= 3 and text.isascii() and text.isdigit():
        return Decimal(text), ""
    match = _PERCENT.fullmatch(text)
    if match:
        return Decimal(match[1]), match[2] or ""
    cure = "Write the figure alone, in digits."
    if _FINE.search(typed):
        cure = "Write the figure alone, with four decimals at most."
    elif not says_figure(typed):
        cure = "Write the percentage in digits, or leave it empty."  # an example might be taken
    forms = [form for form in _forms(typed) if form != typed]
    message = f"{quoted(typed)} is not a percentage."
    raise UnreadableError(message, cure, forms=forms, rest=_with_words(typed))


def _forms(typed: str) -> Iterator[str]:
    """Yield what a text that is no percentage may have been meant for."""
    yield _NO_ZERO.sub("0.", _COMMA.sub(".", typed))
    match = _WORDS_BEHIND.fullmatch(typed)
    if match and not changes_value(match[2]):
        yield match[1]
    if ends := _TWO.fullmatch(typed):
        yield from (f"{end}%" for end in ends.groups())
    yield in_digits(typed)


def _with_words(typed: str) -> str:
    """Return a text with words that another field may take; nothing of a figure alone."""
    words = re.findall(r"[^\W\d_]{2,}", typed)
    return typed if _WORDS_BEHIND.fullmatch(typed) or len(words) > 1 else ""


_TWO = compile_later(
    r"([0-9.]+) ?%? ?(?:-|to|or|\u2013) ?([0-9.]+) ?(?:%|percent|per cent|pct)?",
    re.ASCII | re.IGNORECASE,
)


def _read_rate(value: object, context: Context, periods: tuple[str, ...] = ()) -> tuple[Rate, str]:
    """Read a percentage with its period, and its unit as it was typed."""
    typed = read_figure(value)
    if len(typed) > LONGEST:
        raise UnreadableError(f"{quoted(typed)} is not a percentage.", "Write the figure alone.")
    rest, is_about = split_about(typed)
    timed = split_period(rest, periods) if periods else None
    text, period = (timed.text, timed.period) if timed else (rest, "")
    percent, unit = _read_percent(text, typed)
    if is_about or unit not in ("", "%") or period:
        said = f" a {period}" if period else ""
        context.tell_read(typed, f"{show_percent(percent)}{said}")
    return Rate(percent, period), unit


def _read_bound(
    value: object, context: Context, bound: str, periods: tuple[str, ...]
) -> tuple[Rate, str]:
    """Read a percentage that may say that it is the least, or the most, as it is anyway."""
    typed = read_figure(value)
    bare, said = bare_share(typed, bound)
    if bare == typed:
        return _read_rate(typed, context, periods)
    try:
        rate, unit = _read_rate(bare, context.apart(), periods)
    except UnreadableError as error:
        message = error.message.replace(quoted(bare), quoted(typed))
        rest = typed if error.rest else ""
        raise UnreadableError(
            message, error.cure, forms=error.forms, rest=rest, also=error.also
        ) from None
    period = f" a {rate.period}" if rate.period else ""
    context.tell_read(typed, f"{said} {show_percent(rate.percent)}{period}".strip())
    return rate, unit


# What a floor, or a ceiling, says of itself already.
_AT_LEAST = compile_later(
    r"(?:at least|minimum|min[.]?|over|above|more than|>=?|\u2265) ?|(?:[+]| or (?:more|better))$",
    re.IGNORECASE,
)
_AT_MOST = compile_later(
    r"(?:at most|up to|maximum|max[.]?|under|below|less than|<=?|\u2264) ?| or (?:less|fewer)$",
    re.IGNORECASE,
)


def _cured(
    read: Callable[[object, Context], Any], bound: re.Pattern[str] | None = None
) -> Callable[[object, Context], Any]:
    """Let a reader of percentages give only cures that it reads; `bound` is one of its own."""

    def read_or_cure(value: object, context: Context) -> Any:
        def fitting(form: str) -> list[str]:
            read(form, Context())
            return [form]

        try:
            return read(value, context)
        except UnreadableError as error:
            if bound and isinstance(value, str) and not error.forms:
                error.forms = (bound.sub("", read_figure(value)).strip(),)
            raise with_forms_read(error, fitting, error.cure) from None

    return read_or_cure


def _read_churn(value: object, context: Context) -> Rate:
    check_share(read_figure(value), LOST, context.called)
    rate, _ = _read_bound(value, context, AT_MOST, QUOTA_PERIODS)
    _check_most(rate.percent, _TOO_MUCH)
    return rate


_TOO_MUCH = "Correct the figure: this is a share of the whole."
_TOO_MUCH_KEPT = "This is the share that is kept: write a number up to 100."


def _check_most(percent: Decimal, cure: str, *also: Put) -> None:
    if percent > 100:
        raise UnreadableError(f'"{percent:f}" is more than 100 percent.', cure, also=also)


def _read_floor(value: object, context: Context) -> Decimal:
    check_gross(read_figure(value))
    check_share(read_figure(value), KEPT, context.called)
    (percent, _), unit = _read_bound(value, context, AT_LEAST, ("year",))
    measure = net_retention.as_measure(show_percent(percent))
    _check_most(percent, _TOO_MUCH_KEPT, or_put_instead(measure, "metrics"))
    if percent <= 1:
        raise _fraction(percent, unit, f"{percent:f} percent is no floor to keep.")
    return percent


def _read_share(value: object, context: Context) -> Decimal:
    typed = read_figure(value)
    is_plain = typed.removesuffix("%").rstrip().isdigit()  # as most are
    if typed.lower() in _NONE:
        context.tell_read(typed, "0%")
        return Decimal(0)
    if not is_plain and _NO_SHARE.fullmatch(typed):
        raise UnreadableError(f"{quoted(typed)} is not a percentage.", "Write 0.", forms=["0"])
    if not is_plain and (part := part_of_time(typed)) and part.is_exact:
        form, message = f"{part.percent}%", f"{quoted(typed)} is not a percentage."
        raise UnreadableError(message, f"Write {form}.", forms=[form], is_sure=True)
    if not is_plain:
        check_split(typed)
    if not is_plain and len(typed) <= LONGEST and (more := _AND_MORE.fullmatch(typed)):
        _check_no_more(typed, more["share"], more["more"])
    (percent, _), unit = _read_rate(value, context)
    _check_most(percent, _TOO_MUCH)
    if 0 < percent < 1:
        raise _fraction(percent, unit, f"{percent:f} is less than one percent.")
    return percent


def _check_no_more(typed: str, share: str, more: str) -> None:
    """Refuse a share, or that there is none, which is told with more: `none, maybe a few old ones`.

    Words that may change it are not parted from it.
    """
    message = f"{quoted(typed)} is not a percentage."
    is_bound = _IF.match(more) or says_figure(more) or changes_value(more)
    if share[0].isdigit() and not is_bound:
        ends = _TWO.fullmatch(share)
        forms = [f"{end}%" for end in ends.groups()] if ends else [share]
        raise UnreadableError(message, write_one_of(forms), forms=forms, rest=more)
    if not share[0].isdigit() and not _IF.match(more) and not _FIGURED.search(in_digits(more)):
        raise UnreadableError(message, "Write 0.", forms=["0"], rest=more)


_AND_MORE = compile_later(
    rf"(?P<share>(?:no|none|never|nothing|zero)(?: (?:{YET}))?"
    r"|[0-9.]{1,6} ?%?(?: ?(?:-|to|\u2013) ?[0-9.]{1,6} ?(?:%|percent)?)?)"
    rf"{BUT} ?(?P<more>[^\W\d_].*?)[).]?",
    re.ASCII | re.IGNORECASE,
)
_IF = compile_later(r"(?:if|when|unless|until|except|or)\b", re.IGNORECASE)
_FIGURED = compile_later(r"\d|%|per ?cent|\b(?:half|third|quarter|fifth|tenth)", re.IGNORECASE)
_NONE = ("none", "no", "nothing", "zero", "nil")
_NO_SHARE = compile_later(rf"(?:no|not|none|never|nothing|zero)(?:,? (?:{YET}))?", re.IGNORECASE)


def _fraction(percent: Decimal, unit: str, message: str) -> UnreadableError:
    """Refuse a part of one for a share in percent: 0.9 is 90, unless percent were said."""
    if percent * 100 <= 1:
        return UnreadableError(message, "Leave it out.")
    if unit:
        return UnreadableError(message, "Write the share out of a hundred, or leave it out.")
    form = show_percent(percent * 100).removesuffix("%")
    return UnreadableError(message, f"Write {form}.", forms=[form])


def show_percent(percent: Decimal, _: Locale | None = None) -> str:
    """Show `92%` or `1.5%`, without zeros that say nothing."""
    text = f"{percent:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def _show_rate(rate: Rate, _: Locale) -> str:
    return show_percent(rate.percent)


def _percent_schema(*periods: str, bound: str = "") -> dict[str, Any]:
    units = any_of("%", "percent", "per cent", "pct")
    figure = rf"(?:0?{DIGIT}{{1,2}}(?:\.{DIGIT}{{1,4}})?|\.{DIGIT}{{1,4}}|100(?:\.0{{1,4}})?)"
    timed = f"(?:{SPACE}*{units}{period_pattern(periods)})?"  # 6 a year counts clients
    before, after = bound_patterns(bound) if bound else ("", "")
    pattern = f"{before}{ABOUT_PATTERN}{figure}{timed}{ISH_PATTERN}{after}"
    return number_schema(pattern, minimum=0, maximum=100)


_LOST = _percent_schema(*QUOTA_PERIODS, bound=AT_MOST)
CHURN = Kind(_cured(_read_churn, _AT_MOST), _show_rate, _LOST)
_KEPT = _percent_schema("year", bound=AT_LEAST)
FLOOR = Kind(_cured(_read_floor, _AT_LEAST), show_percent, _KEPT)
_OF_TIME = {"anyOf": [*_percent_schema()["anyOf"], words_schema(*_NONE), NONE_SCHEMA]}
SHARE = Kind(_cured(_read_share), show_percent, _OF_TIME)
