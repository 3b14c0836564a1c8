"""A deadline with what else is told of the days: `18 Dec 2026, start asap`."""

import datetime
from typing import NamedTuple

from amjd.answers.dates import day_about
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Values, read_so
from amjd.interview.doubts.rewording import is_until_filled, only_form
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import lasting, understand, why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

DEADLINE, START, STEPS = "apply.deadline", "role.start", "apply.steps"


class _Days(NamedTuple):
    """What a line tells of the days, each as it was typed, and what else stands there."""

    deadline: str
    start: str
    steps: list[str]
    rest: list[str]


def with_start(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer a deadline beside the start and the interviews, where one line tells them."""
    typed = "; ".join(values)
    is_asked = stop.fields == (DEADLINE,) and len(typed) <= LONGEST
    if not is_asked or not understand(kept, stop, values).refused:
        return None
    days = _parted(kept, typed)
    if not days.deadline or not (days.start or days.steps or days.rest):
        return None
    if any(_day(kept, one)[0] for one in days.rest):
        return None  # of two days nobody but who typed them knows which it is
    answers: dict[str, Answer] = {DEADLINE: days.deadline}
    if days.start:
        answers |= understand(kept, Stop(START, stop.screen, (START,)), (days.start,)).answers
    if days.steps:
        answers[STEPS] = [*kept.items(STEPS), *days.steps]
    if why_not(kept, answers):
        return None
    note = kept.words.doubts.left.format(words=", ".join(days.rest)) if days.rest else ""
    return read_so(kept, ask, {"keep": Meant(answers)}, lines_with(kept, answers), typed, note)


# The comma before a year is part of a day.
_JOINTS = compile_later(r"\s*(?:[;()]|,(?! ?\d{4}\b)|\s[-\u2013\u2014]\s|\b(?:and|with|then)\b)\s*")
_STARTS = compile_later(
    r"(?i)\b(?:to )?(?:start(?:s|ing)?|begin(?:s|ning)?|join(?:s|ing)?)\b(?: dates?)?"
    r"(?:(?: is|:| on| in| from| by)(?= ))?:? *(?P<behind>.+)$"
    r"|^(?P<before>.+?) (?:start|joining)(?: date)?$"
)
_INTERVIEWS = compile_later(r"(?i)\binterview")


def _parted(kept: Kept, typed: str) -> _Days:
    days = _Days("", "", [], [])
    for part in filter(None, _JOINTS.split(typed)):
        starts = _STARTS.search(part)
        if starts and not days.start:
            days = days._replace(start=(starts["behind"] or starts["before"]).strip(" ."))
            part = part[: starts.start()].strip()
        if not part:
            continue
        day, time = ("", "") if days.deadline else _day(kept, part)
        if day:
            days = days._replace(deadline=day, rest=[*days.rest, *filter(None, [time])])
        elif _INTERVIEWS.search(part):
            days.steps.append(with_capital(part))
        else:
            days.rest.append(part)
    return days


_LEADING = compile_later(
    r"(?i)^(?:please )?(?:(?:appl(?:y|ications?)|closing|closes?|deadline|due|open)"
    r"(?: date)?:? ?(?:is |are )?)?(?:in )?(?:by |until |till |before |on |to )?"
)


def _day(kept: Kept, part: str) -> tuple[str, str]:
    """Return the deadline that a part of a line tells, and a time of the day beside it.

    Nothing of a part that tells none, or more than that.
    """
    timed = _TIME.search(part)
    bare = _LEADING.sub("", " ".join(_TIME.sub(" ", part).split())).strip(" ,.")
    tried = [*(lasting(DEADLINE, one) for one in (part, bare)), *_about(bare)]
    tried += _form(kept, bare)
    found = next((one for one in tried if one and not why_not(kept, {DEADLINE: one})), "")
    return found, timed[0].strip() if found and timed else ""


def _about(text: str) -> list[str]:
    """Return the day that a part of a month is, or that there is none until somebody is found."""
    return ["until filled"] if is_until_filled(text) else [day_about(text, datetime.date.today())]


def _form(kept: Kept, text: str) -> tuple[str, ...]:
    """Return the one form that a day is to be written in, where nothing else stands beside it."""
    return only_form(kept, DEADLINE, text) if _DAY.fullmatch(text) else ()


_DAY = compile_later(
    r"(?i)(?:\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d+(?:st|nd|rd|th)?"
    r"|the|of|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b|[\s.,/'-])+"
)
_TIME = compile_later(
    r"(?i)[ ,]*\b(?:(?:at|by|before|from) )*(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|\d{1,2}:\d\d|noon"
    r"|midday|midnight|eod|cob|close of (?:business|play)|(?:at the )?latest|sharp)(?![\w:])"
)
