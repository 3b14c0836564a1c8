"""Leftovers: words beside or in place of an amount, and cures for them that keep its value."""

import re
from collections.abc import Callable, Sequence

from amjd.answers.numbers.figures import (
    LONGEST,
    OpenEndError,
    has_digits,
    read_figure,
    says_figure,
    split_range,
)
from amjd.answers.numbers.qualifiers import changes_value
from amjd.answers.numbers.scales import (
    ANY_SCALE,
    SCALES,
    counts_in_lakhs,
    has_scale,
)
from amjd.answers.pay.amounts import NoAmountError
from amjd.answers.pay.currencies import SIGNS, is_mark
from amjd.answers.pay.periods import PERIOD_NAMES
from amjd.text.characters import quoted
from amjd.text.errors import Put, UnreadableError, write_one_of
from amjd.text.patterns import compile_later

PAYMENTS = (
    r"(?:1[2-6]|24|26|52) (?:monthly |equal )?(?:payments?|instal?lments?|pay ?checks|salaries"
    r"|wages|pagas|mensilit\w+|mensualit\w+)"
)
"""A pattern of the parts that the pay of a year is paid in."""
OF_HOURS = (
    r"(?:for |based on |at |(?:o\.?b\.?v\.?|bij|bei|\u00e0) )?\d[\d.-]* ?-?"
    r"(?:hours?|hrs?|h|days?|u(?:ur|ren)?|std|stunden|heures)"
)
"""A pattern of the hours or days of a week that an amount is paid for."""
_VAGUE = frozenset((
    "attractive", "commensurate", "competitive", "confidential", "depending", "dependent",
    "depends", "determined", "discussed", "doe", "experience", "generous", "market", "na",
    "negotiable", "negotiated", "open", "tba", "tbc", "tbd", "undisclosed",
))  # fmt: skip


def check_vague(value: object) -> None:
    """Refuse words that stand for pay which is not told, such as `DOE`: that is `private`."""
    text = read_figure(value) if isinstance(value, str) else ""
    if len(text) > LONGEST or has_digits(text):
        return
    words = re.findall(r"[a-z]+", re.sub(r"[./]", "", text.lower())) if text else ()
    if _VAGUE.intersection(words):
        raise UnreadableError(f"{quoted(text)} is not an amount.", "Write private, or the figure.")


def without_the_rest(
    text: str, error: NoAmountError, read: Callable[[str], object]
) -> UnreadableError:
    """Name the words behind or before an amount that are no part of it, if it reads without them.

    `read` reads an amount, or raises UnreadableError.
    """
    if len(text) > LONGEST or not has_digits(text):
        return error
    words = text.split(" ")
    # What joins, such as +, belongs to the words behind it.
    behind = [(words[:cut], words[cut:]) for cut in range(len(words) - 1, 0, -1)]
    before = [(words[cut:], words[:cut]) for cut in range(1, len(words))]
    for kept, rest in (*behind, *before):
        left = " ".join(rest)
        is_another = changes_value(left) or says_figure(left)
        is_another = is_another and not (_comes_on_top(left) or _NO_OTHER.fullmatch(left))
        if kept[-1].lower() in _JOINING or is_another:
            continue
        forms = [" ".join(kept).rstrip(",;.")]
        try:
            read(forms[0])
        except NoAmountError:
            continue
        except UnreadableError as other:
            if other.forms and not any(_is_amount(form, read) for form in other.forms):
                continue  # words are left beside it
            if len(forms := list(other.forms)) != 1:
                other.rest = left
                return other
        message = f"{quoted(text)} is not an amount: leave out {left.strip(' ,;:')}."
        return NoAmountError(message, write_one_of(forms), forms=forms, rest=left)
    message = f"{quoted(text)} is not an amount."
    return NoAmountError(message, error.cure, forms=error.forms, rest=error.rest)


def first_amount(text: str, reads: Callable[[str], bool]) -> str:
    """Return the amount that a text tells more of, as in `46 million, 74% of sales`; else nothing.

    `reads` tells whether a text is an amount.
    """
    if len(text) > LONGEST or not has_digits(text):
        return ""
    found = _MORE.match(text)
    if not found or _COUNTS.match(found["more"]):
        return ""
    kept, is_in_full = found["kept"], has_scale(found["kept"]) or re.search(r"\d{3}", found["kept"])
    is_part = _SCALED.search(found["more"]) and not is_in_full
    return "" if is_part or not reads(kept) else kept


_MORE = compile_later(
    r"(?P<kept>.*?\d.*?)(?:[,;] | ?\(| (?=(?:in|of|across|last|from|with|over|which|that|at)\b))"
    r"(?P<more>.+)",
    re.IGNORECASE,
)
# What makes an amount another one: 3m from each.
_COUNTS = compile_later(
    r"\W*(?:(?:in|of|from|across|over|with|at) )?(?:each|every|per|an?|month\w*|quarter\w*|week\w*"
    r"|day|daily|least|most|plus|more|less|or|to|and|up)\b",
    re.IGNORECASE,
)
_SCALED = compile_later(rf"\d ?(?:{ANY_SCALE}|bn)\b|[mb]illion|thousand|lakh|crore", re.IGNORECASE)


def _is_amount(text: str, read: Callable[[str], object]) -> bool:
    try:
        read(text)
    except NoAmountError:
        return False
    except UnreadableError:
        return True
    return True


_ON_TOP = compile_later(
    r"(?:(?:base|basic|salary) )?[(,]?(?:[+&]|(?:and|plus|with|ote|excl|excluding|exclusive of"
    r"|not including)\b\.?) ?(.+)",
    re.IGNORECASE,
)


# A wage more in a year, in how many parts one is paid, and that the job is full-time: no figures of
# the amount.
_NO_OTHER = compile_later(
    rf"\W*100 ?%\W*|\W*(?:(?:paid|in|over|as|x) ){{0,2}}{PAYMENTS}(?: (?:a|per) year)?\W*"
    r"|\W*(?:(?:plus|and|with|incl\.?|including|includes|the|a) )*1[34]th (?:month|salary|wage)s?"
    r"(?: (?:salary|wage|pay|bonus))?(?: (?:is |are )?(?:incl\.?|included|on top|extra|paid))?\W*",
    re.IGNORECASE,
)


def _comes_on_top(words: str) -> bool:
    """Whether words name something beside the amount, as in `+ $650/mo allowance`: not its part."""
    match = _ON_TOP.fullmatch(words)
    is_total = words.lower().lstrip("(").startswith("ote ")
    return match is not None and (is_total or is_in_words(match[1]) or "401" in match[1])


def check_alone(text: str, forms_of: Callable[[str], Sequence[str]]) -> None:
    """Refuse base pay that is told with more in it, which nobody can part: `$95k package`.

    Hours and days of a week belong to the job: `forms_of` gives the forms in which the amount in
    front of them is read.
    """
    if len(text) > LONGEST or not has_digits(text):
        return
    if (hours := _HOURS.search(text)) and (forms := forms_of(text[: hours.start()])):
        message = f"{quoted(text)} tells the hours too."
        raise NoAmountError(message, write_one_of(forms), forms=forms, rest=hours[1])
    if _GROWS.search(text):
        message = f"{quoted(text)} tells how pay grows."
        raise NoAmountError(message, "Write the pay at the start.", rest=text)
    if whole := _WHOLE_COST.search(text):
        raise _of_the_whole_cost(text, whole[0], forms_of)
    if rata := _PRO_RATA.search(text):
        message = f"{quoted(text)} is not base pay alone."
        full = "Or write the pay for full-time work, and"
        put = Put(f"pay is {rata[0].lower()}", "role.hours", full)
        raise NoAmountError(message, "Write the pay for the hours of this job.", also=[put])
    if _OF_OTHER_PAY.search(text):
        cure = f"Write the pay for the hours of this job alone. {ON_TOP}"
        raise NoAmountError(f"{quoted(text)} is not base pay alone.", cure)


def _of_the_whole_cost(
    text: str, name: str, forms_of: Callable[[str], Sequence[str]]
) -> NoAmountError:
    """Refuse cost to company as base pay alone: it is printed as pay where its name is told too."""
    bare = _NEGOTIABLE.sub("", text)
    amount = " ".join(_BARE_BRACKETS.sub(" ", bare.replace(name, "")).split()).strip(" ,;:-")
    forms = forms_of(amount)
    rest = text.replace(bare, "") if text.startswith(bare) else ""
    message, put = f"{quoted(text)} tells the whole cost of the job.", _TOTAL_COST
    if not forms:
        put = put._replace(words=f"total cost to company {amount}", before=f"{_PRIVATELY} and")
    cure = write_one_of(forms) if forms else "Write base pay alone."
    return NoAmountError(message, cure, forms=forms, also=[put], rest=rest)


_BARE_BRACKETS = compile_later(r"\( ?\)")
_TOTAL_COST = Put("pay is stated as total cost to company", "pay.benefits")
_PRIVATELY = "Where only that is known, write private,"


_HOURS = compile_later(
    rf"[ ,;(]+({OF_HOURS}(?:(?: ?/ ?| (?:a|per|each) | )(?:week|wk))?)\)?$",
    re.ASCII | re.IGNORECASE,
)
_GROWS = compile_later(
    r"\b(?:rising|increasing|going up|growing|after(?! tax)|then|to start|first year|probation)\b",
    re.IGNORECASE,
)
_NEGOTIABLE = compile_later(r"[ ,(]*\b(?:neg(?:otiable)?|d\.?o\.?e)\b\.?\)?", re.IGNORECASE)
_PRO_RATA = compile_later(r"\bpro[- ]?rata\b", re.IGNORECASE)
_WHOLE_COST = compile_later(r"\b(?:ctc|cost[- ]to[- ](?:the )?company)\b", re.IGNORECASE)
_OF_OTHER_PAY = compile_later(
    r"\b(?:package|incl?|including|includes|inclusive|total|pro[- ]?rata|fte|all[- ]in)\b"
    r"|^[^0-9]*\bote\b[^0-9]*[0-9][^ ]*$|\bote\W*$",
    re.IGNORECASE,
)
ON_TOP = "What comes on top belongs in pay.benefits or pay.variable, and the whole in pay.ote."


_JOINING = ("+", "&", "-", "/", "|", "and", "or", "plus", "with")


def names_other_period(text: str) -> bool:
    """Whether a text names a period that is no year, such as the month of `$100k MRR`."""
    words = re.findall(r"[a-z]+", text[: LONGEST + 1].lower())
    return len(text) <= LONGEST and has_digits(text) and not _OTHER_PERIODS.isdisjoint(words)


_OTHER_PERIODS = {"mrr"} | {
    name
    for name, period in PERIOD_NAMES.items()
    # In short it may be something else: MO is Missouri.
    if period != "year" and (name == period or name.endswith("ly"))
}


# The words that people write amounts with; any other makes a target one in words.
_OF_AMOUNTS = frozenset((
    "about", "around", "roughly", "approximately", "approx", "circa", "ish", "or", "so",
    "up", "to", "at", "least", "most", "over", "under", "more", "less", "than", "above", "below",
    "starting", "from", "minimum", "maximum", "min", "max", "between", "and", "plus",
    "per", "an", "each", "every", *PERIOD_NAMES, *SCALES, "pa", "pm", "pcm",
))  # fmt: skip


def is_in_words(text: str) -> bool:
    """Tell whether a text holds a figure, and a word that no amount is written with."""
    words = re.findall(rf"[^\W\d_]{{2,}}+(?![{SIGNS}])", text)  # that of CA$ is its sign's
    return bool(re.search(r"[0-9]", text)) and any(
        word.lower() not in _OF_AMOUNTS and not is_mark(word) for word in words
    )


def in_lakhs_a_year(text: str, currency: str | None) -> str:
    """Write `8-10 LPA` in full, `8 lakh to 10 lakh a year`; nothing for any other text."""
    if text[-3:].upper() != "LPA" or len(text) > LONGEST or not has_digits(text):
        return ""
    try:
        ends = split_range(text[:-3].removesuffix(" "))
    except OpenEndError as error:
        raise OpenEndError(f"{quoted(text)} leaves one end open.", error.cure) from None
    ends = [re.sub(r"(?i)(?<=\d) ?l$", "", end, flags=re.ASCII) for end in ends]
    if not all(re.search(r"(?<![\d,.])\d{1,3}(\.\d+)?$", end, re.ASCII) for end in ends):
        return ""
    if not counts_in_lakhs(currency):
        cure = "Set pay.currency to INR, or write the figure in full."
        raise UnreadableError(f"{quoted(text)} is in lakhs a year.", cure)
    return f"{' to '.join(f'{end} lakh' for end in ends)} a year"
