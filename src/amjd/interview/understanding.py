"""What was typed, taken apart: which field each part answers, and what cannot be read.

Nothing is kept here, and nothing is asked.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amjd.answers.days.deadline import in_full
from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS
from amjd.answers.pay.periods import split_period
from amjd.answers.phone_hours import found_hours
from amjd.answers.shorthand import months_out
from amjd.interview.currency import with_code
from amjd.interview.kept import Kept
from amjd.interview.place import behind_town
from amjd.interview.route import Stop
from amjd.interview.spoken_periods import with_per
from amjd.interview.texting import PHONE, said_use, with_use
from amjd.interview.way import is_amount, together
from amjd.path import Together
from amjd.sources.sheet import Answer
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

Answers = Mapping[str, Answer]

_WAY = compile_later(
    r"(?i)[^\s,;<>()]+@[^\s,;<>()]*\w|(?:https?://|www\.)[^\s,;<>]*[\w/]"
    r"|(?<![\d:])\+?\(?\d(?:[\d ).-]|\((?=\d{1,4}\))){5,}\d"
)
_WEEKDAY = compile_later(r"(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?=.*\d)")


_SOMEBODY = (
    r"(?:someone|somebody|anyone|anybody|one|the (?:right|best) (?:one|fit)"
    r"|(?:the|our|a)(?: (?:right|best|good))? person)"
)
UNTIL_FILLED = compile_later(
    r"(?i)(?!(?:open )?until filled$)"
    r"(?:(?:we'?re |it'?s |it is |stays? |keep it |leave it )?open,? )?"
    r"(?:until|untill|['\u2018\u2019]?till?|when|once) "
    r"(?:(?:it'?s |it is |it gets |that'?s |(?:(?:the|this) )?(?:job|position|role|spot|post)"
    r"(?: is| gets|'s)? )?(?:been )?filled"
    rf"|(?:we|i)(?:'?ve| have)? (?:find|found|hired?|get|got) {_SOMEBODY})[.!]?"
)
"""Until somebody is found, in words that say nothing else; those of a file are read as they are."""


class Understood(NamedTuple):
    """What each field would hold, and why that cannot be: a sentence, or nothing."""

    answers: Answers
    refused: str = ""


def understand(kept: Kept, stop: Stop, values: Sequence[str]) -> Understood:
    """Take apart what was typed, picked or ticked at a stop."""
    group = together(kept.questions, stop.name)
    first = stop.fields[0]
    values = [with_per(first, with_code(first, value)) for value in values]
    if group and group.tick:
        return Understood({field: "yes" if field in values else "no" for field in group.fields})
    if group and is_amount(group):
        return _amount(kept, group, values)
    if group:
        return _any_of(kept, group, values)
    field = first
    many = kept.questions[field].many
    text = "" if many else _in_full(kept, field, lasting(field, "; ".join(values)))
    answers: Answers = {field: list(values) if many else text}
    answers = {**answers, **_called(kept, field, text)}
    if field == "role.location" and text.startswith(","):
        return Understood(answers, kept.words.asking.no_town.format(rest=text.strip(", ") or "NY"))
    if plain_words("; ".join(values)) in kept.words.doubts.pointing:
        said = kept.words.asking.points.format(typed="; ".join(values).strip())
        return Understood(answers, said)
    return Understood(answers, why_not(kept, answers))


def _called(kept: Kept, field: str, typed: str) -> Answers:
    """Return what clients are called where they are counted so, and nobody said it otherwise."""
    found = _COUNTED.search(typed) if field == "portfolio.accounts" else None
    return {CALLED: found[1].lower()} if found and not kept.is_seen(CALLED) else {}


CALLED = "portfolio.called"
NOUNS = "(clients|customers)"
"""A pattern of what clients are called by whoever counts them so; accounts says nothing of that."""
_COUNTED = compile_later(rf"(?i)^[^a-z\d]*(?:[a-z]+ )?\d+(?: ?(?:to|or|-) ?\d+)? {NOUNS}\.?$")


def _in_full(kept: Kept, field: str, typed: str) -> str:
    """Write out asap and the months, and a state that was typed alone with its town."""
    if field == "role.start" and re.sub(r"\W", "", typed).lower() == "asap":
        return kept.words.asking.asap
    typed = months_out(typed) if field == "role.start" else typed
    return behind_town(kept, typed) if field == "role.location" else typed


def lasting(field: str, typed: str) -> str:
    """Return a day that was told from today as the day, which means the same tomorrow.

    What is only a time, such as 2 weeks, is told from today too.
    """
    if field != "apply.deadline":
        return typed
    if UNTIL_FILLED.fullmatch(typed.strip()):
        return "until filled"
    today = datetime.date.today()
    typed = _WEEKDAY.sub("", typed)
    found = [in_full(text, today) for text in (typed, f"in {typed}")]
    return next((day for day in found if day not in (typed, f"in {typed}")), typed)


def _amount(kept: Kept, group: Together, values: Sequence[str]) -> Understood:
    """Read an amount with its period: in its own words, or behind a semicolon.

    The two are kept apart, so that one of them can be changed alone.
    """
    amount, period = group.fields
    first, _, second = (part.strip() for part in "; ".join(values).partition(";"))
    answers: dict[str, Answer] = {amount: first}
    if second:
        answers[period] = second
    if told := "" if second else _period_in(kept, group, first):
        bare = split_period(first, FIELDS[period].kind.choices).text
        apart: dict[str, Answer] = {amount: bare, period: told}
        answers = apart if bare and not why_not(kept, apart) else {**answers, period: told}
    refused = why_not(kept, answers)
    return Understood(answers, refused and (_other_period(kept, group, first) or refused))


def _other_period(kept: Kept, group: Together, typed: str) -> str:
    """Say so where an amount with more behind it is for a day or a week: `450 a day, and fuel`."""
    amount, period = group.fields
    head = _MORE.split(typed)[0].strip()
    try:
        split_period(head, FIELDS[period].kind.choices)
    except UnreadableError as error:
        return in_words(kept, Fault((amount,), error.message, error.cure, also=error.also))
    return ""


_MORE = compile_later(r"(?i)[,;(+&]| (?:plus|and|with|w/?|n) ")


def _period_in(kept: Kept, group: Together, typed: str) -> str:
    """Return the period that stands in the words of an amount; nothing without one."""
    amount, period = group.fields
    value = kept.read_with({amount: typed, period: ""}).answers[amount]
    return str(getattr(value, "period", "") or "")


def _any_of(kept: Kept, group: Together, values: Sequence[str]) -> Understood:
    """Give each part to the first field that can read it."""
    answers: dict[str, Answer] = dict.fromkeys(group.fields, "")
    for part in (one for value in values for one in _parts(kept, group, value)):
        field = _reader(kept, group, part)
        if not field:
            return Understood(answers, _unread(kept, group, part))
        if answers[field]:
            return Understood(answers, group.twice)
        answers[field] = part
    if answers.get(PHONE):
        answers |= with_use(kept, said_use("; ".join(words_around("; ".join(values)))))
    return Understood(answers, why_not(kept, answers))


def _parts(kept: Kept, group: Together, typed: str) -> list[str]:
    """Take apart what was typed as one part: email me at a@b.example, or call 555 0142."""
    if plain_words(typed) in map(plain_words, group.yes_to):
        return ["yes"]
    found = _WAY.findall(typed)
    rest = plain_words(_WAY.sub(" ", typed)).split()
    is_whole = _reader(kept, group, typed) or not found or set(rest) - set(group.around)
    return [typed] if is_whole else found


def ways_in(kept: Kept, group: Together, values: Sequence[str]) -> tuple[str, ...]:
    """Find the ways to apply among other words, as in what stands under a letter.

    None of a kind of which there are two: which is meant nobody knows. One alone is led to by the
    word before it, `send your CV to a@b.example`, or opens the line; otherwise the word before it
    may be a part of it.
    """
    typed = "; ".join(values)
    found = _WAY.findall(typed)
    read = {_reader(kept, group, part): part for part in found}
    is_clear = len(found) == len(read) and "" not in read
    if len(found) == 1:
        before = typed.partition(found[0])[0].rstrip()
        is_led = before.endswith((":", ",")) or _LED.search(before) is not None
        is_led |= before.lower().split(" ")[-1] in group.around
        is_led |= any(hours.end() == len(before) for hours in found_hours(before))
        # No word is a part of a number, though a figure may be: Dana's mobile 518 555 0177.
        is_led |= PHONE in read and not re.search(r"\d", before)
        is_clear &= not before or is_led
    return tuple(read[field] for field in group.fields if field in read) if is_clear else ()


# By which no posting has people apply: the number is offered, and the word told as left out.
_LED = compile_later(r"(?i)\b(?:whatsapp|signal|telegram|wechat|viber)$")


def words_around(typed: str) -> list[str]:
    """Return what stands before, between and behind the ways to apply in a text."""
    return [part.strip() for part in _WAY.split(typed)]


def plain_words(text: str) -> str:
    """Return the words of a text in small letters, without anything between them."""
    return re.sub(r"\W+", " ", text).strip().lower()


def _reader(kept: Kept, group: Together, part: str) -> str:
    *others, last = group.fields
    if part == "yes":
        return last
    empty = dict.fromkeys(group.fields, "")
    return next((one for one in others if not why_not(kept, {**empty, one: part})), "")


def _unread(kept: Kept, group: Together, part: str) -> str:
    """Say what is wrong with a part: what the field that it seems to be for says of it."""
    email, url, *_ = group.fields
    empty = dict.fromkeys(group.fields, "")
    seems = email if "@" in part else url if re.match(r"(?i)https?:|www\.", part) else ""
    return why_not(kept, {**empty, seems: part}) if seems else f'"{part}": {group.refused}'


def why_not(kept: Kept, answers: Answers) -> str:
    """Say why some answers cannot be read, alone or beside the others; nothing if they can."""
    for fault in kept.faults_with(answers):
        if any(f"{fault.field}.".startswith(f"{field}.") for field in answers):
            return in_words(kept, fault)
        # A total that another answer contradicts is dropped, and that is told.
        is_beside = any(field in fault.beside for field in answers) and fault.field != "pay.ote"
        if is_beside and fault not in kept.faults_with({}):
            return kept.reading(fault.field, in_words(kept, fault))
    return ""


def in_words(kept: Kept, fault: Fault) -> str:
    """Say what is wrong with an answer, with labels in place of the names of fields."""
    if fault.items:
        fault = fault._replace(write=f"Write {'; '.join(fault.items)}.")
    said = f"{fault.message} {fault.cure}".strip()
    said = _NAMES.sub(lambda match: _label(kept, match[0]), said)
    return kept.words.asking.answer.format(message=said) if said[0].isalpha() else said


# That of a field in a section, or of one that stands in none.
_NAMES = compile_later(r"\b[a-z]+\.[a-z_]+\b|(?<=\bin )(?:metrics|leave_out)\b")


def _label(kept: Kept, name: str) -> str:
    return f'"{kept.label(name)}"' if name in kept.questions else name
