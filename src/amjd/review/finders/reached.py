"""What is to be reached where nothing calls it a quota or a target, and the figure of either."""

import re
from functools import cache

from amjd.answers.numbers.scales import ANY_SCALE, SCALES
from amjd.review.finders.grouped import number
from amjd.review.finders.signs import LOW_SIGN, USUAL
from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

SCALE = rf"{ANY_SCALE}|mm"
"""What counts a figure in more than ones: "$1.2m", "AED 1.8 Mn"; "$4MM" is in millions too."""

_NUMBER = r"(?:\d{1,3}(?: \d{3}\b){1,3}|\d[\d,.]*)"
_FIGURE = rf"{_NUMBER}(?: ?(?:l|{SCALE})\b)?"
MONEY = rf"(?:{LOW_SIGN}) ?{_FIGURE}"
"""An amount in a text of small letters."""
_EACH = (
    r"(?: (?:a|per|each|every) (?:week|month|quarter|year)\b| (?:week|month|quarter|year)ly\b"
    r"| ?/ ?(?:wk|week|mo|mth|month|qtr|quarter|yr|year)\b| ?p(?:\.[mqa]\.|/?[mqa]\b))"
)
# What is done is no result: calls, visits and meetings are none.
_RESULT = (
    r"(?:reqs?|roles|hires|placements|starts|deals|sales|orders|units|contracts|listings"
    r"|distribution points|doors|stockists|new (?:accounts|clients|customers|logos)"
    r"|gp|gross profit|margin|revenue|billings|bookings|[am]rr|premiums?)"
)


@cache
def _results() -> re.Pattern[str]:
    """Match what is to be reached each month: "Fill 12 reqs/mo or $25k GP/mo by month 6"."""
    end = rf"{_NUMBER}(?:[kml]|mn|cr)?"
    figure = rf"(?:(?:{LOW_SIGN}) ?)?{end}\+?(?: ?(?:-|to) ?{end})?"
    one = rf"{figure} (?:[a-z-]{{2,15}} ){{0,2}}?{_RESULT}{_EACH}"
    verb = (
        r"(?:fill|close|place|sign|win|sell|land|bring in|generate|bill|deliver|make|hit|achieve)"
    )
    return re.compile(
        rf"(?:(?:^|(?<=[.;:,] )|(?<=you )|(?<=you'll )|(?<=will )){verb}"
        rf"(?: (?:at least|about|around|over|a minimum of))? (?P<a>{one}"
        rf"(?:(?:,| or| and| plus|,? \+) {one}){{0,3}}(?: by (?:month|quarter|year) \d{{1,2}})?)"
        rf"|(?:^|(?<=[.;] ))(?P<b>\d{{1,3}} new (?:distribution points|listings|doors"
        rf"|stockists){_EACH}))",
        re.M,
    )


@cache
def _budget() -> re.Pattern[str]:
    """Match what a territory is to sell where that is called its budget."""
    money = rf"(?:{MONEY}|{_FIGURE} (?:{USUAL})\b)"
    time = r"(?: (?:for|in) (?:fy ?'?\d\d(?:[/-]\d\d)?|20\d\d|the year|this year|next year))"
    more = r"(?:,? \+? ?\d[\d.]*(?:%| percent) (?:growth )?(?:on|over|vs\.?) (?:ly|last year))?"
    return re.compile(
        rf"\b(?:(?:sales|revenue|margin|turnover|gp|growth) budget{time}?"
        rf"|(?<!marketing )(?<!training )(?<!travel )budget{time})(?: of| is|:)?"
        rf" (?P<all>{money}{more})"
    )


@cache
def _expected() -> re.Pattern[str]:
    """Match money that is expected: "$40k/yr in new premium expected"."""
    what = rf"(?: (?:in|of))?(?: [a-z-]{{2,15}}){{0,2}}? {_RESULT}"
    one = rf"{MONEY}\+?(?:{_EACH}{what}|{what}{_EACH}?)"
    verb = r"(?:write|produce|add|sell|win|close|bring in|generate|bill|deliver|make|reach|achieve)"
    return re.compile(
        rf"(?P<a>{one})(?: (?:is|are))? expected\b"
        rf"|\bexpected to {verb}(?: (?:at least|about|around|over))? (?P<b>{one})"
    )


# Orders that are placed with suppliers or filled for clients are work, and no sales.
_NO_SALES = compile_later(
    r"(?:place|fill|deliver|bill|make) [^,;+]{0,60}\borders\b"
    r"|[^;]{0,200} (?:with|from) (?:[a-z]+ ){0,2}suppliers\b"
)
_NOT_OWN = ("about", "required", "preferred", "benefits", "apply", "pay", "equal")


def to_be_reached(posting: Posting) -> tuple[Words, float | None] | None:
    """Find what is to be reached where nothing calls it a quota, and its figure if it is one."""
    if "budget" in posting.low:
        for match in posting.matches(_budget()):
            words = Words(*match.span("all"))
            if posting.line(words.start).section not in _NOT_OWN:
                return words, figure_of(match["all"].partition("+")[0])
    patterns = (_results(), _expected()) if "expected" in posting.low else (_results(),)
    for found in patterns:
        for match in posting.matches(found):
            if _NO_SALES.match(posting.low, match.start(), match.end() + 30):
                continue
            words = posting.trimmed(Words(*match.span("a" if match["a"] else "b")))
            if posting.line(words.start).section not in _NOT_OWN:
                return words, None
    return None


_CODE = compile_later(r"[A-Za-z]{3}(?= ?\Z)")
_DIGITS = compile_later(r"\d{1,10}(?:[., ]\d{3}(?!\d))*(?:\.\d{1,2})?")
_SHORT = compile_later(r"(?:\u20b9|\brs\b\.?|\b(?:inr|pkr|bdt|npr|lkr)\b) ?\d[\d,.]* ?l\b")
_SCALED = compile_later(rf" ?({SCALE})\b", re.IGNORECASE)


def figure_of(text: str) -> float | None:
    """Read an amount such as 300,000, 1.2m or 800k; None for one that is no number."""
    found = _DIGITS.search(text)
    if found is None:
        return None
    code = _CODE.search(text, max(0, found.start() - 4), found.start())
    figure = number(found[0], code[0].upper() if code else None)
    if scale := _SCALED.match(text, found.end()):
        figure = figure.scaleb(SCALES.get(scale[1].lower(), 6))
    elif _SHORT.search(text):
        figure = figure.scaleb(5)
    return float(figure)
