"""Base pay with what else of the pay stands in its line: `45k base, OTE 60k`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from amjd.answers.fields import FIELDS
from amjd.answers.kinds import Context
from amjd.answers.numbers.figures import about_in, split_about
from amjd.answers.numbers.qualifiers import changes_value
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.money import NONE, PRIVATE
from amjd.asker import Ask
from amjd.interview.currency import with_code
from amjd.interview.doubts.doubt import LONGEST, Doubt, Values
from amjd.interview.doubts.pay.bonus import told_anew, told_before, which
from amjd.interview.doubts.pay.meanings import CHANCE, every_way
from amjd.interview.doubts.pay.more_salaries import BENEFITS, MORE_SALARIES, PAID_TIMES, times_paid
from amjd.interview.doubts.pay.named import is_how_much
from amjd.interview.doubts.pay.terms import Way
from amjd.interview.doubts.rewording import terms_in, without_hedges
from amjd.interview.kept import Kept
from amjd.interview.on_top import FIELD
from amjd.interview.remarks import before_tax, not_exact
from amjd.interview.route import Stop
from amjd.interview.spoken_periods import in_thousands, is_of_a_unit, with_per
from amjd.interview.understanding import understand
from amjd.sources.sheet import Answer
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

BASE = "pay.base"


class _Line(NamedTuple):
    """Base pay, what comes on top of it, benefits, what is neither, and the terms that go unsaid.

    It is sure where nothing that is neither stands behind the base pay itself. `about` is the word
    by which the base was no exact figure.
    """

    base: str
    on_top: str
    benefits: list[str]
    rest: str
    is_sure: bool = True
    terms: str = ""
    about: str = ""


def with_more(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer base pay beside what comes on top of it and benefits, where one line tells them."""
    if stop.fields[:1] != (BASE,) or not understand(kept, stop, values).refused:
        return None
    typed = " ".join("; ".join(values).split())
    line = _parted(kept, typed) if len(typed) <= LONGEST else None
    points, is_more = len(_POINTS.findall(typed)), bool(line and (line.on_top or line.benefits))
    # Of an amount alone its cure tells, and of words around it another doubt.
    if line and not is_more and (points, bool(line.about)) in ((1, False), (0, True)):
        return None
    base = _base(kept, stop, line) if line and _is_told(line) else {}
    found = which(kept, ask, [*_ways(kept, line, base)]) if line and base else None
    is_sure = not line or line.is_sure
    return found if is_sure or not found else found._replace(ask=found.ask._replace(at=None))


def _ways(kept: Kept, line: _Line, base: Mapping[str, Answer]) -> Iterator[Way]:
    """Give the ways to tell what comes on top of the base, each with the base and the benefits."""
    known = kept.items(BENEFITS)
    new = [one for one in line.benefits if one.lower() not in map(str.lower, known)]
    more = {BENEFITS: [*known, *new]} if new else {}
    rest = ", ".join(filter(None, [line.rest, line.terms]))
    notes = [kept.words.doubts.left.format(words=rest)] * bool(rest)
    notes += [not_exact(kept, BASE, line.about, line.base), before_tax(kept, BASE, line.base)]
    left = " ".join(filter(None, notes))
    gone = told_before(kept, line.on_top) if line.on_top else {}
    beside = kept.beside({**base, **gone})
    ways = every_way(beside, line.on_top) if line.on_top else [Way("figure", {})]
    for way in ways:
        note = " ".join(filter(None, [way.note, left]))
        told = told_anew(way, gone).answers if _new(kept, way.answers) else {}
        yield way._replace(answers={**base, **told, **more}, note=note)


def _is_told(line: _Line) -> bool:
    """Whether a line tells of pay or benefits too, or nothing but base pay."""
    return bool(line.on_top or line.benefits or not line.rest)


def _base(kept: Kept, stop: Stop, line: _Line) -> Mapping[str, Answer]:
    """Return the answers that base pay comes to; beside more the thousands may be left unsaid.

    Not of 22, which may be for an hour, nor of 500, which may be for a week.
    """
    is_short = bool((line.on_top or line.benefits) and _SOME_THOUSANDS.search(line.base))
    # What is paid 14 times a year is the pay of a month: 2900 x 14.
    is_monthly = any(map(times_paid, line.benefits))
    tried = [line.base, *[in_thousands(line.base)] * is_short]
    tried += [f"{line.base} per month"] * is_monthly
    read = (understand(kept, stop, (text,)) for text in tried)
    return next((one.answers for one in read if not one.refused), {})


_SOME_THOUSANDS = compile_later(r"(?<!\d)(?:[3-9]\d|[12]\d\d)(?: per year)?$")


def _new(kept: Kept, answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Return what is told of a bonus; that there is one is no news beside what is known of it."""
    is_known = kept.answers().pay.variable not in (None, NONE)
    return {} if is_known and answers == {FIELD: PRIVATE} else answers


# Behind a point and three digits there are thousands in many countries: 3.400 a month.
_POINTS = compile_later(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,%]| ?k\b)")
# A comma or a hyphen within a figure parts nothing, nor does the slash of a period.
_JOINTS = compile_later(
    r"(?i)\s*(?:,(?!\d{3})|[;&|]|\((?!k\))|(?<!\(k)\)|\+(?=\s*\S)|\b(?:plus|with)\b|\bw/?(?= )"
    r"|\s[-\u2013\u2014]\s(?!\W?\d)|/(?=\s?\W?\d))\s*"
)
_OF_PAY = compile_later(
    r"(?i)\bote\b|commission|\bcomms?\b|\bvariable\b|bonus|\b(?:on|at)[- ]target\b|\ball[- ]in\b"
    r"|\bin all\b|\btotal\b|\bpackage of\b|\b(?:un)?capped\b|incentive|profit[- ]shar"
)
_SHARE = compile_later(r"(?i)\d ?(?:%|per ?cent)(?=$| (?:of|on|from|at|paid|a|per)\b)")
# What comes on top and is called nothing: plus a bit at year end if it was a good year.
_A_BIT = compile_later(
    r"(?i)^(?:an? (?:(?:little|wee|tiny|small) )?(?:bit|something|extra)|a little|something|extra"
    r"|some)\b.*\b(?:(?:year|christmas|quarter|season)s?['\u2019]?s?|if|when)\b"
)
_HOW_PAID = compile_later(r"(?i)^paid\b")
_OF_BENEFITS = compile_later(
    r"(?i)\b(?:car|van|truck|vehicle|pension|allowance|health|medical|dental|vision|insurance|holidays?"
    r"|hols|vacation|pto|days|weeks|phone|laptop|401 ?\(?k\)?|shares|equity|fuel|mileage|gym"
    r"|life cover|super|profit[- ]sharing plan)(?!\w)"
    rf"|{MORE_SALARIES}|{PAID_TIMES}"
)
_SHORT = compile_later(r"(?i)(?<=[\dk]) ?(p\.?a\.?|p\.?c\.?m\.?|p\.?h\.?)(?!\w)")
_PERIODS = {"pa": "per year", "pcm": "per month", "ph": "per hour"}
_BASE_WORD = compile_later(r"(?i)\b(?:basic|base)(?: (?:salary|pay|wages?))?\b|\bsalary\b")
_JOINED = compile_later(r"(?i)^(?:and|or(?! so\b)|plus|with)\b\s*|\s*\b(?:and|plus|with)$|[\s.]+$")


def _parted(kept: Kept, typed: str) -> _Line | None:
    """Part a line at what joins its parts; None where no part is base pay."""
    sure = with_per(BASE, with_code(BASE, _POINTS.sub(r"\1\2", typed)))
    text = _SHORT.sub(lambda found: f" {_PERIODS[found[1].replace('.', '').lower()]}", sure)
    parts = [_unhedged(kept, part) for part in _JOINTS.split(text) if part]
    about = about_in(parts[0]) if parts else ""
    parts[:1] = [split_about(part)[0] for part in parts[:1]]
    heads = [_headed(part) for part in parts]
    found = [at for at, (base, _) in enumerate(heads) if base]
    marked = [at for at in found if _BASE_WORD.search(parts[at])]
    if not found:
        return None
    at = (marked or found)[0]
    base, behind = heads[at]
    alone = _sorted(kept, base, [behind])
    if changes_value(alone.rest):
        return None  # a week, or pro rata
    line = _sorted(kept, base, [*parts[:at], behind, *parts[at + 1 :]])
    terms = terms_in(typed, kept.words.doubts)
    return line._replace(is_sure=not alone.rest, terms=terms, about=about if at == 0 else "")


def _unhedged(kept: Kept, part: str) -> str:
    """Take hedges out of a part, but for that what comes on top may be none: `maybe a bonus`."""
    is_chance = CHANCE.search(part) and (_OF_PAY.search(part) or _SHARE.search(part))
    return part if is_chance else without_hedges(part, kept.words.doubts)


def _sorted(kept: Kept, base: str, others: Sequence[str]) -> _Line:
    on_top, benefits, rest = list[str](), list[str](), list[str]()
    for one in filter(None, (_JOINED.sub("", other) for other in others)):
        is_how = bool(on_top and (_HOW_PAID.match(one) or is_how_much(kept, one)))
        is_benefit = _OF_BENEFITS.search(one)
        is_else = not is_benefit and (_SHARE.search(one) or _A_BIT.match(one))
        is_of_pay = is_how or _OF_PAY.search(one) or is_else
        told = times_paid(one) or one
        (on_top if is_of_pay else benefits if is_benefit else rest).append(told)
    return _Line(base, ", ".join(on_top), benefits, ", ".join(rest))


def _headed(part: str) -> tuple[str, str]:
    """Return the amount that a part opens with, and what stands behind it; nothing if none.

    An amount that is told as the whole pay is none, nor one of a piece: `60k OTE`, `450 per day`.
    """
    words = part.split(" ")
    for cut in range(len(words), 0, -1):
        head = _JOINED.sub("", _BASE_WORD.sub("", " ".join(words[:cut])).strip(" :"))
        head = re.sub(r"(?i)^(?:of|is) ", "", head.strip())
        if not _reads(head):
            continue
        behind = " ".join(words[cut:])
        is_whole = cut < len(words) and _WHOLE.match(behind) and not re.search(r"\d", behind)
        is_other = is_whole or _OF_PAY.search(head) or is_of_a_unit(behind)
        return ("", "") if is_other else (head, behind)
    return "", ""


_WHOLE = compile_later(
    r"(?i)(?:(?:ote|on|at|all|in|total|package)\b|inc(?:l\w*)?\b.*(?:bonus|commission))"
)


def _reads(text: str) -> bool:
    """Whether a text is an amount that base pay may be."""
    try:
        return isinstance(FIELDS[BASE].kind.read(text, Context(None)), Money)
    except UnreadableError:
        return False
