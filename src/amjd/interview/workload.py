"""The hours that the accounts take in a month, and whether one person has room for them.

How many accounts, how often each hears from this person and the hours a week are answers; the
minutes of a call, a visit and a review are ours, and so is what stands for an answer not given.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from amjd.answers.fields import Answers
from amjd.answers.kinds import plain
from amjd.answers.numbers.counts import show_count, show_range
from amjd.text.characters import quoted
from amjd.text.patterns import compile_later
from amjd.words import Advice

_CALL, _VISIT, _REVIEW, _MAIL = 30, 60, 120, 10
# Hours of work a month: full time is 40 a week, 52 weeks a year, and part time is under 35 a week.
FULL_TIME, _PART_TIME = 173, 150
_TIGHT = Fraction(85, 100)  # of a month
_LITTLE = 8  # times as much is a month: what takes less says nothing of whether there is room
_WEEKS = Fraction(52, 12)
_TIMES = {
    "day": 5 * _WEEKS, "week": _WEEKS, "month": Fraction(1), "quarter": Fraction(1, 3),
    "year": Fraction(1, 12),
}  # fmt: skip
# 37.5 is one figure, and so is 37,5; of 2026 no part is one.
_NUMBER = r"(?<![\d.,])\d{1,2}(?:[.,]\d{1,2})?(?![\d.,]*\d)"
_EVERY = compile_later(rf"every (other|second|{_NUMBER}) (day|week|month)s?\b")
_EACH = compile_later(
    rf"(?:(\bonce|\btwice|{_NUMBER})(?: times| \w+)? )?\b(?:an?|per|each|every) "
    r"(day|week|month|quarter|year)\b"
)
_LY = compile_later(r"(?:\b(twice) )?\b(bi-?)?(dai|week|month|quarter|year)ly\b")
_IN_A_WEEK = compile_later(
    rf"({_NUMBER})[ -]?(?:(?:hours?|hrs?)\b(?! (?:a|per|each|every) (?:day|month))"
    r"|(?:a|per) week\b)"
)


def workload(before: Answers, after: Answers, words: Advice) -> Iterator[str]:
    """Say what the accounts take, when their number is told and when it comes to mean another."""
    is_new = after.portfolio.accounts != before.portfolio.accounts
    verdict = _verdict(after)
    known = _verdict(before) or "fits"  # nobody was told otherwise
    is_another = verdict not in ("", known)
    # Of a few accounts the calls are the least: that reads as if nobody were needed for them.
    is_little = hours_a_month(after) * _LITTLE < _room(after)
    if after.portfolio.accounts and ((is_new and not is_little) or is_another):
        yield _said(after, verdict, words)


def _said(answers: Answers, verdict: str, words: Advice) -> str:
    said, accounts, typed = words.workload, answers.portfolio.accounts, answers.portfolio.check_ins
    assert accounts
    rhythm = said["usual"]
    if typed and minutes_in(typed):
        visits = said["visits"] if _VISITED.search(typed.lower()) else ""
        rhythm = f"{quoted(typed)}{visits}"
    week = hours_a_week(answers.role.hours or "")
    time = said["week"] if week else said["part"] if _is_part_time(answers) else said["full"]
    sentences = " ".join(filter(None, (said["said"], time, said.get(verdict, ""))))
    return sentences.format(
        accounts=show_range(accounts, "account").capitalize(),
        hours=show_count(hours_a_month(answers), "hour"),
        rhythm=rhythm,
        week=f"{float(week):g}",
        room=_room(answers),
    )


def _verdict(answers: Answers) -> str:
    """Judge the hours: `too_much`, `tight` or `fits`; nothing where that is not known."""
    if not answers.portfolio.accounts:
        return ""
    hours, room = hours_a_month(answers), _room(answers)
    # A few accounts of weight take more than the usual minutes, and part time may be any.
    is_heavy = answers.portfolio.strategic or answers.portfolio.complex
    is_any = _is_part_time(answers) and not hours_a_week(answers.role.hours or "")
    if hours > (_TIGHT * room if is_any else room):
        return "too_much"
    if is_heavy or is_any:
        return ""
    return "tight" if hours > _TIGHT * room else "fits"


def hours_a_month(answers: Answers) -> int:
    """Add up the hours for the accounts, by the contact that was told or the usual one."""
    usual = _CALL + Fraction(_REVIEW, 3)
    minutes = minutes_in(answers.portfolio.check_ins or "") or usual
    accounts = answers.portfolio.accounts
    return round(accounts.high * minutes / 60) if accounts else 0


def minutes_in(check_ins: str) -> Fraction:
    """Add up the minutes a month of one account: `monthly calls, quarterly reviews` are 70.

    0 where that is not told, changes with time, or is another for some accounts than for others.
    """
    if _CHANGES.search(plain(check_ins)):
        return Fraction(0)
    parts = [one for part in _JOINT.split(plain(check_ins)) for one in _apart(part)]
    # Beside what each account gets, site walks every week are how the work is done.
    parts = [part for part in parts if _OF_EACH.search(part)] or parts
    return sum((_times(part) * _minutes(part) for part in parts), Fraction(0))


_CHANGES = compile_later(
    r"\b(?:at first|first|then|until|till|later|after|before|if|when|or|depending|needed"
    r"|in (?:season|spring|summer|fall|autumn|winter)|at least"
    r"|(?:the |our )?(?:big|small|top|key|large|main|major|strategic)(?:ger|gest|ler|lest|r|st)?"
    r" (?:ones?|two|three|four|five|six|ten|\d+|accounts?|clients?|customers?)|for the (?:big|top)"
    r"|(?:the )?(?:rest|others|remaining)|every(?:one|body) else)\b"
)
_JOINT = compile_later("[,;]| and ")
_OF_EACH = compile_later(r"\b(?:each|every|per) (?:account|client|customer|member|site|one)\b")


def _apart(part: str) -> list[str]:
    """Part what is told twice without a joint: `call every month visit every quarter`."""
    is_twice = len(_EACH.findall(part)) > 1
    return re.split(r"(?<=week|onth) |(?<=quarter) |(?<=year) ", part) if is_twice else [part]


def _times(part: str) -> Fraction:
    """Return how often a month something happens; 0 where that is not told."""
    if found := _EVERY.search(part):
        apart = _count(found[1]) if found[1][0].isdecimal() else 2
        return _TIMES[found[2]] / max(1, apart)
    if _OWN_TIME.search(part):
        return Fraction(0)
    if found := _EACH.search(part):
        times = {"once": 1, "twice": 2}.get(found[1] or "once") or _count(found[1])
        return _TIMES[found[2]] * times
    if found := _LY.search(part):
        often = _TIMES["day" if found[3] == "dai" else found[3]]
        return often * Fraction(2 if found[1] else 1, 2 if found[2] else 1)
    return Fraction(0)


def _count(figure: str) -> Fraction:
    return Fraction(figure.replace(",", "."))


# How this person's week is parted, of which no account's share is told: 3 days a week.
_OWN_TIME = compile_later(r"\b\d{1,2} (?:full )?days? (?:an?|per|each|every|in a) ")
_VISITED = compile_later(r"\b(?:visit|in person|on[- ]site|drop|stop|walk|come by|ride)")


def _minutes(part: str) -> int:
    if _VISITED.search(part):
        return _VISIT
    if "review" in part:
        return _REVIEW
    return _MAIL if re.search("mail|text|newsletter", part) else _CALL


def _is_part_time(answers: Answers) -> bool:
    return answers.role.employment == "part-time"


def _room(answers: Answers) -> int:
    """Return the hours of work in a month, at most."""
    if week := hours_a_week(answers.role.hours or ""):
        return round(week * _WEEKS)
    return _PART_TIME if _is_part_time(answers) else FULL_TIME


def hours_a_week(typed: str) -> Fraction:
    """Return the hours a week that were told, the most of a range; 0 where they were not."""
    found = _IN_A_WEEK.search(plain(typed).replace("\u00bd", ".5"))
    return _count(found[1]) if found else Fraction(0)
