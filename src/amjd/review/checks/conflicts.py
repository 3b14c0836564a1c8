"""What does not go together: the answers, or two things that a posting says."""

from calendar import isleap, month_name, monthrange
from collections.abc import Iterator

from amjd.answers.days.calendar import first_in_figures
from amjd.answers.pay.currencies import SIGNS
from amjd.review.checks.entered import check
from amjd.review.findings import Case, Hit
from amjd.review.posting import Words
from amjd.text.patterns import compile_later


@check
def contradictions(case: Case) -> Iterator[Hit]:
    """ROLE-16: what `draft` notes too, and what a posting itself says otherwise."""
    for line, column, message in case.around.doubts:
        yield Hit(message, place=(line, column))
    yield from _years(case)
    yield from _days(case)
    yield from _unsure_days(case)
    yield from _part_time(case)
    yield from _graduates(case)
    yield from _kept_back(case)
    yield from _paid_for(case)


# "8+ years in CPG sales, at least 10 of them with Kroger"
_PART = compile_later(
    r"\b(?P<all>\d{1,2})\+? (?:or more )?years?\b[^.;\n]{0,60}?[ (](?P<part>\d{1,2})\+?"
    r" (?:years )?of (?:them|which)\b"
)


def _years(case: Case) -> Iterator[Hit]:
    posting = case.posting
    if " of them" in posting.flow or " of which" in posting.flow:
        for match in _PART.finditer(posting.flow):
            if int(match["part"]) > int(match["all"]):
                said = f"{match['part']} years cannot be a part of {match['all']}."
                yield Hit(said, Words(*match.span()), cure="Correct the one that is wrong.")


_SHORT = r"(?:apr(?:il)?|june?|sept?(?:ember)?|nov(?:ember)?)\b\.?"
_NO_DAY = compile_later(
    rf"\b(?:{_SHORT} 31(?:st)?\b(?! ?[a-z%:-])|31(?:st)?(?: of)? {_SHORT}"
    r"|feb(?:ruary)?\.? (?:3[01](?:st|th)?\b(?! ?[a-z%:-])|29(?:th)?,? (?P<a>\d{4})\b)"
    r"|(?:3[01](?:st|th)?|29(?:th)?)(?: of)? feb(?:ruary)?\b\.?(?:,? (?P<b>\d{4})\b)?"
    r"|\d{4}-(?:02-3[01]|(?:04|06|09|11)-31)\b)"
)
# "Closing date 31/11/2026"
_IN_FIGURES = compile_later(
    r"(?<![\w./-])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>20\d\d)(?![\w/-]|\.\d)"
)
_IS_29TH = compile_later(r"\b29(?:th)?\b")


def _days(case: Case) -> Iterator[Hit]:
    posting = case.posting
    if "/20" in posting.low or ".20" in posting.low:
        for match in posting.matches(_IN_FIGURES):
            first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
            if not (_is_day(year, first, second) or _is_day(year, second, first)):
                yield Hit(
                    "There is no such day.", Words(*match.span()), cure="Write the day meant."
                )
    if not ("31" in posting.low or "feb" in posting.low or "-02-" in posting.low):
        return
    for match in posting.matches(_NO_DAY):
        said_year = match["a"] or match["b"]
        if not _IS_29TH.search(match[0]) or (said_year and not isleap(int(said_year))):
            yield Hit("There is no such day.", Words(*match.span()), cure="Write the day meant.")


_TO_COME = compile_later(r"\b(?:start|clos|deadline|appl|until|till|by\b|from\b|interview)")
_NO_YEAR = compile_later(
    r"\b(?:closes|closing(?: date)?|closing on|deadline(?: is)?|apply by|applications by):? "
    r"(?P<day>\d{1,2}/\d{1,2})(?![\d/:%]|\.\d| of\b)"
)


def _unsure_days(case: Case) -> Iterator[Hit]:
    """Find days in figures that are read in two ways, or that have no year."""
    posting, firsts = case.posting, {first_in_figures(one[:2]) for one in case.around.regions}
    is_one_order = firsts in ({"day"}, {"month"})
    for match in posting.matches(_IN_FIGURES) if "/20" in posting.low else ():
        first, second = int(match["a"]), int(match["b"])
        is_two = first != second and min(first, second) >= 1 and max(first, second) <= 12
        is_plain = match["mark"] == "." or is_one_order
        if is_two and not is_plain and _TO_COME.search(posting.before(Words(*match.span()), 40)):
            days = f"{_named(first, second)} by some, as {_named(second, first)} by others"
            said = f"This is read as {days}."
            yield Hit(said, Words(*match.span()), "notice", "Write the month as a word.", why=_READ)
    for match in posting.matches(_NO_YEAR):
        cure = "Write the month as a word, and the year."
        words = Words(*match.span("day"))
        yield Hit("The year of the last day is not said.", words, "notice", cure, why=_STANDS)


_READ = "Half of the readers take the day for the month."
_STANDS = "Boards show a posting for months, and a day alone does not tell whether it is over."


def _named(day: int, month: int) -> str:
    return f"{day} {month_name[month]}"


# "0.8 FTE (30 hours) · £31,400 FTE (£25,460 actual)"
_SHARE = compile_later(r"(?<![\d.,])(?P<share>0\.\d{1,3}) ?(?:fte|wte)\b")
_SUM = r"(?P<{}>\d{{1,3}}(?:,\d{{3}})+|\d{{4,6}})"
_PAID = compile_later(
    rf"[{SIGNS}] ?{_SUM.format('full')} ?\(?(?:fte|wte|full[- ]time(?: equivalent)?)\b\)?"
    rf"[^.;\n]{{0,20}}?(?P<words>[{SIGNS}] ?{_SUM.format('part')})"
    r" (?:actual|pro rata|in practice)"
)
_HOURS = compile_later(r"\b(?P<hours>\d\d(?:\.\d{1,2})?) ?(?:hours|hrs)\b")


def _part_time(case: Case) -> Iterator[Hit]:
    """Find pay for a part of the time that is another part of the pay for all of it."""
    posting = case.posting
    share = _SHARE.search(posting.low) if "te" in posting.low and "0." in posting.low else None
    paid = _PAID.search(posting.low) if share else None
    if not (share and paid):
        return
    full, part = (int(paid[one].replace(",", "")) for one in ("full", "part"))
    due = full * float(share["share"])
    if abs(due - part) <= full * 0.001:
        return
    sign = posting.text[paid.start("words")]
    said = (
        f"{share['share']} of {sign}{full:,} is {sign}{due:,.0f}, and {sign}{part:,} stands here."
    )
    hours = _HOURS.search(posting.low)
    # 30 of 37 hours are 0.81, which is often written as 0.8.
    week = float(hours["hours"]) * full / part if hours else 0
    is_rounded = 34 <= week <= 48 and abs(week * 4 - round(week * 4)) < 0.02
    if is_rounded:
        said += f" It goes with a week of {week:.4g} hours."
        cure = "Say how many hours full time is, or the share to two places."
    else:
        cure = "Correct the one that is wrong."
    yield Hit(said, Words(*paid.span("words")), "notice" if is_rounded else "", cure)


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


_GRADUATE = compile_later(
    r"\b(?:recent|new|fresh) grad(?:uate)?s?\b|\bgraduates? (?:role|position|job)\b"
)
_ALSO = compile_later(
    r"\b(?:or|also|welcome|and so|as well as|both|whether|if|clients?|customers?|experienced)\b"
)


def _graduates(case: Case) -> Iterator[Hit]:
    posting, years = case.posting, case.facts.years
    if "grad" not in posting.low or not (isinstance(years.value, int) and years.value > 1):
        return
    for words in posting.phrases(_GRADUATE):
        section = posting.line(words.start).section
        if section not in ("about", "benefits") and not _ALSO.search(
            posting.sentence(words, 60, 60)
        ):
            said = f"A graduate is looked for, who is to have {years.value} years of experience."
            yield Hit(said, words, cure="Ask for one of the two.")
            return


_SECRET = compile_later(
    r"\b(?:salary|pay|compensation|remuneration)(?: range)? (?:is|are|will be|stays|remains|kept)"
    r" (?:strictly |kept )?(?:confidential|secret|not disclosed|undisclosed)\b"
)


def _kept_back(case: Case) -> Iterator[Hit]:
    posting, pay = case.posting, case.facts.pay
    words = next(posting.phrases(_SECRET), None) if _is_secret(posting.low) else None
    if words and (pay.base or pay.on_target):
        cure = "Leave one of the two out: the figure is what people look for."
        yield Hit("Pay is said to be kept back, and stands in the posting.", words, cure=cure)


def _is_secret(low: str) -> bool:
    return any(one in low for one in ("confidential", "secret", "disclosed"))


# "Your bonus is paid on hitting $40m in net sales"
_FOR_FIGURE = compile_later(
    r"\b(?:bonus|commission)\b[^.;\n]{0,40}? (?:on|for|when you|if you|once you|after) "
    r"(?:hit|reach|exceed|achiev|meet|sell|book)[a-z]*(?: [a-z]+){0,3}"
    rf" (?P<figure>[{SIGNS}] ?\d[\d,.]*(?: ?(?:k|mm?|bn|million)\b)?)"
)


def _paid_for(case: Case) -> Iterator[Hit]:
    denied = case.facts.quota.denied
    if denied and (match := _FOR_FIGURE.search(case.posting.flow)):
        said = f"A quota is denied, but pay hangs on {match['figure'].rstrip('.,')}, which is one."
        yield Hit(said, Words(*match.span()), cure="Say that this is the quota.")
