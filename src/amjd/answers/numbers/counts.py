"""Numbers: counts with their unit, and ranges and approximations of them."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from amjd.answers.kinds import Context, Kind, Locale, plain
from amjd.answers.numbers.counted import cured
from amjd.answers.numbers.figures import (
    ABOUT_PATTERN,
    ISH_PATTERN,
    LONGEST,
    has_digits,
    plain_digits,
    read_figure,
    says_figure,
    split_about,
    split_range,
)
from amjd.answers.shapes import DIGIT, SPACE, any_of, whole_schema
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

_SHORT = {
    "week": ("wk", "wks"),
    "year": ("yr", "yrs"),
    "junior account manager": (
        "juniors",
        "junior",
        "account managers",
        "account manager",
        "people",
    ),
    "account": ("client", "clients", "customer", "customers", "a/cs", "a/c", "accts"),
    "employee": (
        "people",
        "person",
        "persons",
        "staff",
        "staff members",
        "pax",
        "heads",
        "team members",
        "workers",
        "full-time employees",
        "ftes",
        "fte",
    ),
}
_YEARS_OF = (
    "years of experience", "years' experience", "years experience", "year of experience",
    "year's experience", "yrs of experience", "yrs experience",
)  # fmt: skip


class Count(NamedTuple):
    """A whole number, or a range of two, as given: `about` says that it is no exact one."""

    low: int
    high: int
    about: bool = False


def count(unit: str = "", least: int = 1, *, takes_most: bool = False) -> Kind:
    """Make the kind of a whole number from `least` up, shown with its unit, as in `62 accounts`.

    With `takes_most` a range is its upper end, and `50+` is 50, which is told.
    """

    def take(typed: str) -> tuple[int, bool]:
        text, is_about, has_unit = _stripped(typed, _names(unit))
        if takes_most and (found := _MOST.fullmatch(text)):
            ends = [_whole(end, typed, least) for end in (found["low"], found["high"]) if end]
            if ends == sorted(ends):
                return ends[-1], True
        return _whole(text, typed, least), has_unit or is_about

    def read(value: object, context: Context) -> int:
        typed = read_figure(value)
        try:
            number, is_said = take(typed)
        except UnreadableError as error:
            raise _cured(error, typed, _names(unit), take) from None
        if is_said:
            context.tell_read(typed, show(number, Locale()))
        return number

    def show(number: int, _: Locale) -> str:
        return show_count(number, unit) if unit else f"{number:,}"

    pattern = _pattern(unit, _TO_MOST if takes_most else "")
    return Kind(read, show, whole_schema(pattern, minimum=least))


def show_count(number: int, unit: str) -> str:
    """Show a count with its unit, which agrees with it: `one account`, `62 accounts`."""
    return f"one {unit}" if number == 1 else f"{number:,} {unit}s"


def range_of(unit: str, *, keeps_about: bool) -> Kind:
    """Make the kind of a count that may be a range; `keeps_about` shows `about 40 accounts`.

    Without that small ends of a range stand in words, and `2+` is the number that is asked for.
    """

    def read(value: object, context: Context) -> Count:
        typed = read_figure(value)
        names = (*_names(unit), *_called(unit, context))

        def take(text: str) -> tuple[Count, bool]:
            return _read_range(text, names, keeps_about)

        try:
            found, is_said = take(typed)
        except UnreadableError as error:
            raise _cured(error, typed, names, take) from None
        shown = show(found, Locale())
        is_plain = found.about and plain(typed) == plain(shown).rpartition(f" {unit}")[0]
        if is_said and not is_plain:
            context.tell_read(typed, shown)
        return found

    def show(number: Count, _: Locale) -> str:
        return show_range(number, unit, in_words=not keeps_about)

    return Kind(read, show, whole_schema(_range_pattern(unit), minimum=1))


def _read_range(typed: str, names: Sequence[str], keeps_about: bool) -> tuple[Count, bool]:
    """Read a number or two; tell whether a unit or an approximation stood with them."""
    next_to = _EITHER.match(typed) if " or " in typed else None
    is_either = bool(next_to and int(next_to[2]) == int(next_to[1]) + 1)
    typed = _EITHER.sub(r"\1-\2", typed) if is_either else typed
    whole, is_least = (typed, False) if keeps_about else _without_least(typed)
    text, is_about, has_unit = _stripped(whole, names)
    if not keeps_about and not is_least:
        text, is_least = _without_least(text)
    ends = split_range(text) if len(typed) <= LONGEST else ()
    if len(ends) not in (1, 2):
        raise _not_whole(typed)
    low, high = (_whole(end, typed, 1) for end in (ends[0], ends[-1]))
    if low > high:
        form = f"{'about ' * is_about}{high} to {low}"
        message = f"runs down, from {low} to {high}."
        raise UnreadableError(message, f"Write {form}.", forms=[form])
    return Count(low, high, is_about and keeps_about), is_about or is_least or has_unit or is_either


def show_range(number: Count, unit: str, *, in_words: bool = False) -> str:
    """Show `one account`, `about 62 accounts`, `40 to 60 accounts`; small ends in words if so."""
    about = "about " if number.about else ""
    if number.low == number.high:
        return about + show_count(number.low, unit)
    ends = _in_words(number) if in_words else (f"{number.low:,}", f"{number.high:,}")
    return f"{about}{ends[0]} to {ends[1]} {unit}s"


def _in_words(number: Count) -> Sequence[str]:
    if number.high >= len(SMALL_NUMBERS):
        return f"{number.low:,}", f"{number.high:,}"
    return SMALL_NUMBERS[number.low], SMALL_NUMBERS[number.high]


def _names(unit: str) -> tuple[str, ...]:
    """List what a unit is written as, the longest first."""
    longer = _YEARS_OF if unit == "year" else ()
    return (*longer, f"{unit}s", unit, *_SHORT.get(unit, ())) if unit else ()


def _called(unit: str, context: Context) -> tuple[str, ...]:
    """List what accounts are called here, `members` and `member`."""
    noun = context.called.lower() if unit == "account" else ""
    return tuple(filter(None, (noun, noun.removesuffix("s"))))


def _stripped(typed: str, names: Sequence[str]) -> tuple[str, bool, bool]:
    """Take approximation and unit off a number; tell whether there were any."""
    text, is_about = split_about(typed)
    without = _without_unit(text, names)
    if not is_about:
        without, is_about = split_about(without)
    return without, is_about, without != text and _without_unit(text, names) != text


def _without_unit(text: str, names: Sequence[str]) -> str:
    lower = text.lower()
    for name in names:
        if lower.endswith(name) and lower[: -len(name)][-1:] in tuple(" 0123456789h+"):
            return text[: -len(name)].strip()
    return text


# One number or the next one.
_EITHER = compile_later(r"^(\d{1,6}) or (\d{1,6})(?=$| )", re.ASCII | re.IGNORECASE)
_LEAST_BEFORE = ("at least ", "a minimum of ", "minimum of ", "minimum ", "min. ", "min ")
_LEAST_AFTER = ("+", " plus", " or more", " and more", " and up", " minimum", " min.", " min")


def _without_least(text: str) -> tuple[str, bool]:
    """Read `2+`, `2 or more` and `at least 2` as the number that is asked for."""
    lower = text.lower()
    for before in _LEAST_BEFORE:
        if lower.startswith(before):
            return text[len(before) :].strip(), True
    for after in _LEAST_AFTER:
        if lower.endswith(after) and len(re.findall(r"[0-9]+", text)) == 1:
            return text[: -len(after)].strip(), True
    return text, False


def _cured(
    error: UnreadableError, typed: str, names: Sequence[str], take: Callable[[str], object]
) -> UnreadableError:
    """Give a problem its cure; where none is known, that of words written short in full.

    `6 wks w/ Tim` are 6, as `6 weeks with Tim` are.
    """
    # Whose answers can be read waits for no table.
    from amjd.answers.shorthand import written_out

    found = cured(error, typed, names, take)
    text = typed if found.forms or len(typed) > LONGEST else written_out(typed)
    if text == typed:
        return found
    try:
        take(text)
        return UnreadableError(found.message, f"Write {text}.", forms=[text])
    except UnreadableError as short:
        full = cured(short, text, names, take)
    if not full.forms:
        return found
    message = f"{quoted(typed)} is not a whole number."
    return UnreadableError(message, full.cure, forms=full.forms, rest=full.rest)


def _whole(text: str, typed: str, least: int) -> int:
    digits = None if "_" in text else plain_digits(text)
    if digits is None or len(digits) > 9:
        raise _not_whole(typed)
    if int(digits) < least:
        raise UnreadableError("must be 1 or more.", "Write how many there are.")
    return int(digits)


def _not_whole(typed: str) -> UnreadableError:
    cure = "Write digits, such as 12."
    if has_digits(typed):
        cure = "Write one whole number, in digits."
    elif says_figure(typed):
        cure = "Write it in digits."
    return UnreadableError(f"{quoted(typed)} is not a whole number.", cure)


_NUMBER = rf"(?:{DIGIT}{{1,3}}(?:[, '\u2019\u00a0\u2009\u202f]{DIGIT}{{3}})+|{DIGIT}{{1,9}})"


_MOST = compile_later(
    r"(?P<low>\d[\d, ]*?)(?: ?(?:-|to|or) ?(?P<high>\d[\d, ]*)| ?\+)", re.ASCII | re.IGNORECASE
)
_MIDDLE = rf"{SPACE}*(?:[-\u2010-\u2014]|{any_of('to', 'and', 'or')}){SPACE}*"
_TO_MOST = rf"(?:{SPACE}*(?:[-\u2010-\u2013]|{any_of('to', 'or')}){SPACE}*{_NUMBER}|{SPACE}*[+])?"


def _pattern(unit: str, behind: str = "") -> str:
    """Write the pattern of a number with its unit, for the schema."""
    return f"{ABOUT_PATTERN}{_NUMBER}{behind}{_unit_pattern(unit)}"


def _range_pattern(unit: str) -> str:
    opening = f"(?:{any_of('about', 'between', 'from', *map(str.strip, _LEAST_BEFORE))} +)?"
    least = rf"(?: *[+]|{SPACE}+{any_of(*map(str.strip, _LEAST_AFTER[1:]))})?"
    figure = f"{_NUMBER}(?:{_MIDDLE}{_NUMBER})?{least}"
    # What accounts are called here is any noun of at most three words.
    named = r"(?: *[^\d]+)?" if unit == "account" else _unit_pattern(unit)
    return f"{ABOUT_PATTERN}{opening}{figure}{named}{least}{ISH_PATTERN}"


def _unit_pattern(unit: str) -> str:
    names = any_of(*_names(unit)) if unit else ""
    return f"{ISH_PATTERN}{SPACE}*{names}{'?' * bool(names)}{ISH_PATTERN}"


ACCOUNTS = range_of("account", keeps_about=True)
YEARS = range_of("year", keeps_about=False)
