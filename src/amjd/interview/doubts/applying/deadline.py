"""A deadline with what else is told of the days: `18 Dec 2026, start asap`."""

import datetime
from typing import NamedTuple

from amjd.answers.days.deadline import day_about, days_of_figures, paper
from amjd.answers.shorthand import months_out, written_out
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Values, read_so, told_left
from amjd.interview.doubts.rewording import figure_of_ours, is_until_filled, only_form
from amjd.interview.kept import Kept
from amjd.interview.place import region_at
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.spelling import spelled
from amjd.interview.understanding import lasting, understand, why_not
from amjd.sources.sheet import OPEN, Answer
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
    if day := _of_figures(kept, typed):
        answer: dict[str, Answer] = {DEADLINE: str(day)}
        return read_so(kept, ask, {"keep": Meant(answer)}, lines_with(kept, answer), typed)
    days = _parted(kept, typed)
    if _is_start_alone(days):
        return _start_alone(kept, stop, ask, days.start, typed)
    if not days.deadline or not (days.start or days.steps or days.rest):
        return None
    if any(day_in(kept, one)[0] for one in days.rest):
        return None  # of two days nobody but who typed them knows which it is
    answers: dict[str, Answer] = {DEADLINE: days.deadline}
    if days.start:
        answers |= understand(kept, Stop(START, stop.screen, (START,)), (days.start,)).answers
    if days.steps:
        answers[STEPS] = [*kept.items(STEPS), *days.steps]
    if why_not(kept, answers):
        return None
    words, new = kept.words.doubts, figure_of_ours(typed, days.deadline)
    notes = [words.worked_out.format(figure=new)] if new else []
    notes += [told_left(words, days.rest)]
    sentence = lines_with(kept, answers)
    found = read_so(
        kept, ask, {"keep": Meant(answers)}, sentence, typed, " ".join(filter(None, notes))
    )
    return found._replace(ask=found.ask._replace(at=None)) if new else found


def _of_figures(kept: Kept, typed: str) -> datetime.date | None:
    """Return the day that a month and a day in figures are in the country of the job: `3/4`."""
    days = days_of_figures(_LEADING.sub("", typed), datetime.date.today())
    role, money = kept.answers().role, kept.answers().pay.currency
    region = region_at(kept, role.location or "") or next(iter(role.regions or ()), "")
    if len(days) < 2:
        return days[0] if days else None
    if not (region or money or "." in typed):
        return None
    # With a point between them the day stands first, wherever that is written.
    is_day_first = "." in typed or paper(region, money or "") == "A4"
    return days[is_day_first]


def _is_start_alone(days: _Days) -> bool:
    return bool(days.start) and not (days.deadline or days.steps or days.rest)


def _start_alone(kept: Kept, stop: Stop, ask: Ask, start: str, typed: str) -> Doubt | None:
    """Offer a start that stands where a deadline is asked, which is not sure yet then."""
    answers = {**understand(kept, Stop(START, stop.screen, (START,)), (start,)).answers}
    if why_not(kept, answers):
        return None
    sentence, label = lines_with(kept, answers), kept.label(DEADLINE)
    note = kept.words.doubts.stays_open.format(label=label)
    meant = Meant({**answers, DEADLINE: ""}, remark=OPEN)
    return read_so(kept, ask, {"keep": meant}, sentence, typed, note)


# The comma before a year is part of a day.
_JOINTS = compile_later(r"\s*(?:[;()]|,(?! ?\d{4}\b)|\s[-\u2013\u2014]\s|\b(?:and|with|then)\b)\s*")
_STARTS = compile_later(
    r"(?i)\b(?:to )?(?:start(?:s|ing)?|begin(?:s|ning)?|join(?:s|ing)?)\b(?: dates?)?"
    r"(?:(?: is|:| on| in| from)(?= ))?:? *(?P<behind>.+)$"
    r"|^(?P<before>.+?) (?:start|joining)(?: date)?$"
)
# Who wants somebody there by a day, tells the start; who wants to hire by it, tells none.
_WANTED = compile_later(
    r"(?i)(?:(?:i|we)(?:'d| would)? )?(?:(?:want|need|would like|like|hope|hoping|looking)(?: to)?)"
    r"(?: (?:have|get))?(?: (?:someone|somebody|them|the person|this person|you"
    r"|a person|a hire))?(?: (?:in place|in the (?:seat|job)|on board|here|there|in|on"
    r"|started|trained))* (?P<when>(?:by|before|from|around|in|for) .+)"
)
_INTERVIEWS = compile_later(r"(?i)\binterview")


def start_in(part: str) -> tuple[str, str]:
    """Return the start that a part of a line tells, and what stands before it in the part."""
    if wanted := _WANTED.fullmatch(part):
        return _as_start(wanted["when"]), ""
    if starts := _STARTS.search(part):
        start, before = starts["behind"] or starts["before"], part[: starts.start()].strip()
        # How sure a start is belongs to it: ideally in February.
        is_soft = _SOFT.fullmatch(before)
        return (_as_start(f"{before} {start}"), "") if is_soft else (_as_start(start), before)
    return "", part


_SOFT = compile_later(r"(?i)(?:ideally|preferably|hopefully|probably|likely|latest|earliest)")


def _as_start(text: str) -> str:
    return spelled(months_out(written_out(text.strip(" ."))), {}, of_tools=False)


def _parted(kept: Kept, typed: str) -> _Days:
    days = _Days("", "", [], [])
    for part in filter(None, _JOINTS.split(typed)):
        start, rest = start_in(part)
        if start and not days.start:
            days, part = days._replace(start=start), rest
        if not part:
            continue
        day, time = ("", "") if days.deadline else day_in(kept, part)
        if day:
            days = days._replace(deadline=day, rest=[*days.rest, *filter(None, [time])])
        elif _INTERVIEWS.search(part):
            days.steps.append(with_capital(part))
        else:
            days.rest.append(part)
    return days


_LEADING = compile_later(
    r"(?i)^(?:please )?(?:(?:appl(?:y|ications?)|closing|closes?|deadline|due|open)"
    r"(?: date)?:? ?(?:is |are )?)?(?:in )?"
    r"(?:by |until |till |on |to |(?:no|not) later than |not after )?"
)


def day_in(kept: Kept, part: str) -> tuple[str, str]:
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
    return only_form(kept, DEADLINE, text) if _DAY.fullmatch(text.removeprefix("before ")) else ()


_DAY = compile_later(
    r"(?i)(?:\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d+(?:st|nd|rd|th)?"
    r"|the|of|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b|[\s.,/'-])+"
)
_TIME = compile_later(
    r"(?i)[ ,]*\b(?:(?:at|by|before|from) )*(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|\d{1,2}:\d\d|noon"
    r"|midday|midnight|eod|cob|close of (?:business|play)|(?:at the )?latest|sharp)(?![\w:])"
)
