"""Ways to apply among other words: what is to be sent there, and to whom, is kept beside them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from amjd.answers.phone_hours import HOURS, denies_hours, hours_apart
from amjd.answers.shorthand import written_out
from amjd.asker import Ask, Signal
from amjd.interview.advice import MINE
from amjd.interview.doubts.applying.deadline import DEADLINE, START, day_in, start_in
from amjd.interview.doubts.applying.request import (
    BY_HAND,
    EVIDENCE,
    Asked,
    also_said,
    is_other_way,
    requested,
    without_spared,
)
from amjd.interview.doubts.applying.steps import STEPS
from amjd.interview.doubts.doubt import (
    LONGEST,
    Doubt,
    Meant,
    Rows,
    Values,
    listed,
    read_so,
    told_left,
)
from amjd.interview.doubts.people.mine import by_own_name
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with, lines_with
from amjd.interview.texting import (
    BOTH,
    CALLS,
    PHONE,
    PHONE_HOURS,
    TEXTS,
    hours_in,
    said_use,
    with_denials,
    with_use,
    without_use,
)
from amjd.interview.understanding import plain_words, understand, ways_in, why_not, words_around
from amjd.path import Together
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

CONTACT = "apply.contact"


class _Beside(NamedTuple):
    """What stands beside the ways: things to send, a person, papers that are spared, and the rest.

    `days` are those of the deadline and the start, `also` sentences on how else people apply;
    `steps` are what follows, `hours` when the number is answered; with `in_call` people only call.
    """

    things: list[str]
    person: str
    spared: list[str]
    rest: list[str]
    days: dict[str, Answer]
    also: list[str]
    steps: list[str]
    hours: list[str]
    in_call: bool = False


def among_words(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the ways to apply that stand among other words, with what these tell."""
    group, whole = _group(kept, stop), "; ".join(values)
    if group is None or len(whole) > LONGEST:
        return None
    line, typed = Stop(group.name, stop.screen, group.fields), hours_apart(whole)
    found = ways_in(kept, group, (typed,))
    ways = understand(kept, line, found) if found else None
    if ways is None or ways.refused:
        return None
    use = said_use("; ".join(words_around(typed))) if ways.answers[PHONE] else ""
    is_of_texts = use in (TEXTS, BOTH)
    is_more = is_of_texts or BY_HAND.search(typed)
    is_refused = bool(understand(kept, stop, values).refused)
    if not (is_more or is_refused or typed != whole):
        return None
    beside = _beside(kept, group, typed, bool(ways.answers[PHONE]))
    beside = beside._replace(in_call=_in_call(ways.answers) and not is_of_texts)
    # What is asked for by itself is another thing where nothing can be sent.
    told = {**ways.answers, **_told(kept.beside(ways.answers), beside)}
    told = {field: one for field, one in told.items() if one or field in stop.fields}
    each = {row: {**told, **with_use(kept, one)} for row, one in _uses(use).items()}
    if any(why_not(kept, answers) for answers in each.values()):
        return None
    words = kept.words.doubts
    mine = [one for one in beside.steps if MINE.search(by_own_name(kept, one))]
    left = [*beside.rest, *mine]
    homes = [*dict.fromkeys(map(_home, beside.rest)), *[STEPS] * bool(mine)]
    note = told_left(words, left, " ".join(words.in_words[home] for home in homes))
    if is_of_texts:
        return _of_texts(kept, ask, each, note)
    # Of a number that can be read with the figures of the hours nobody but its owner knows.
    is_as_typed = typed != whole and not is_refused
    then: Rows = {"keep": Meant(each["keep"]), **({"typed": values} if is_as_typed else {})}
    offer = read_so(kept, ask, then, lines_with(kept, each["keep"]), whole, note)
    # Who is meant by "me", nobody says for them by Enter alone.
    is_sure = not (is_as_typed or any(map(MINE.search, beside.steps)))
    return offer if is_sure else offer._replace(ask=offer.ask._replace(at=None))


def _in_call(ways: Mapping[str, Answer]) -> bool:
    """Whether a number is the only way."""
    others = (answer for field, answer in ways.items() if field != PHONE)
    return bool(ways[PHONE]) and not any(answer and answer != "no" for answer in others)


def _home(words: str) -> str:
    """Return the field that words beside the ways can stand in; PHONE is that of its hours."""
    return PHONE if denies_hours(words) or _OF_WHEN.search(words) else EVIDENCE


_OF_WHEN = compile_later(
    rf"(?i)\b(?:best time|(?:pick|picks) up|(?:i|we|is|are|i['\u2019]m|we['\u2019]re) (?:\w+ )?"
    rf"(?:busy|open|closed|away|in|free|answer(?:ed)?)|not when|when (?:i|we|the))\b|^(?:{HOURS})"
)


def _uses(said: str) -> Mapping[str, str]:
    """Return what a number that was typed may be for, by the rows that offer it."""
    others = {TEXTS: {"both": BOTH, "call": CALLS}, BOTH: {"call": CALLS}}
    return {"keep": said, **others.get(said, {})}


def _of_texts(kept: Kept, ask: Ask, ways: Mapping[str, Mapping[str, Answer]], note: str) -> Doubt:
    """Ask whether a number is for texts, for calls as well, or for calls alone."""
    told = {row: lines_with(kept, answers) for row, answers in ways.items()}
    lines = {row: line_with(kept, PHONE, answers) for row, answers in ways.items()}
    question = kept.words.doubts.texts.filled(
        sentence=told["keep"], both=lines.get("both", ""), call=lines["call"]
    )
    then: Rows = {row: Meant(answers) for row, answers in ways.items()}
    found = listed(ask, question, {**then, "again": Signal.BACK}, told)
    return found._replace(ask=found.ask._replace(note=note))


def _group(kept: Kept, stop: Stop) -> Together | None:
    """Return the ways to apply, where all or one of them are asked for."""
    groups = (one for one in kept.questions.path.together if one.any)
    is_asked = stop.fields and stop.fields[0].startswith("apply.")
    return next((one for one in groups if is_asked and stop.fields[0] in one.fields), None)


def _told(kept: Kept, beside: _Beside) -> Mapping[str, Answer]:
    """Return the answers that stand beside the ways: what to send, and who reads it."""
    told: dict[str, Answer] = dict(beside.days)
    if beside.hours:
        told[PHONE_HOURS] = ", ".join(dict.fromkeys(beside.hours))
    asked = Asked(beside.things, beside.spared, beside.also, beside.in_call)
    if request := requested(kept, asked):
        told[EVIDENCE] = request
    if beside.person and not kept.current(CONTACT):
        told[CONTACT] = beside.person
    steps = [with_capital(by_own_name(kept, one)) for one in beside.steps]
    before = kept.items(STEPS)
    if new := [one for one in steps if not MINE.search(one) and one not in before]:
        told[STEPS] = [*before, *new]
    return told


# What follows an application, and is nothing to be sent.
_OF_STEPS = compile_later(
    r"(?i)\b(?:interview(?:s|ed|ing)?|rounds?|trial (?:day|shift|week)|phone screen|video call"
    r"|(?:we|i) (?:will |['\u2019]ll )?(?:call|reply|answer|respond|get back|meet|invite)"
    r"|(?:meet|coffee|lunch) with)\b"
)


_THINGS = compile_later(
    r"(?i)(?<![\w.@/])(?<!subject )(?:cvs?|r[e\u00e9]sum[e\u00e9]s?|curriculum|letters?|notes?"
    r"|lines?|paragraphs?|sentences?|portfolios?|references?|referees?|examples?|samples?|stor(?:y|ies)|videos?|certificates?"
    r"|figures|numbers|linkedin|profiles?|work history|photos?"
    r"|application form)\b(?!\.\w)"
)
# What nobody is to send, or not there.
_NOT_SENT = compile_later(
    r"(?i)^(?:no|not|without|never|do not|don['\u2019]t|you don['\u2019]t|skip)\b"
    r"|\b(?:in person|(?:in|at|to) (?:the|our) "
    r"(?:counter|(?:front )?desk|reception|shop|store|office))\b"
)
_PERSON = compile_later(
    r"(?:(?:[Oo]r|[Jj]ust|[Pp]lease|[Aa]nd)[ ,]+)*"
    r"(?:[Aa]sk for|[Aa]ttn\.?:?|[Aa]ttention:?|FAO:?|fao:?|c/o|[Cc]all|[Rr]ing|[Pp]hone|[Tt]ext"
    r"|[Ss]peak (?:to|with)|[Tt]alk to|[Cc]ontact:?|[Ee]mail|[Ww]rite to) "
    r"((?!(?:CV|CVs)\b)[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)
_TO_PERSON = compile_later(
    r"(?:^|,? )(?:(?:and |please )?ask for|to|for|attn\.?:?|FAO:?|c/o) "
    r"((?!(?:CV|CVs)\b)[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)$"
)
_LEADING = compile_later(
    r"(?i)^(?:(?:please|just|kindly|simply|to apply|apply|send|e-?mail|mail|write|post|submit"
    r"|forward|drop|include|attach|bring|text|us|me|in|over|with|by|using|including|plus|and|or)"
    r"\b[\s,:]*)*"
)
# What leads to a way, or from one to another.
_TRAILING = compile_later(r"(?i)(?:[\s,:;-]*\b(?:to|at|on|via|by|or|and|through|over|our|us)\b)*$")
_FILLER = frozenset((
    "send", "please", "your", "the", "a", "an", "with", "using", "contact", "ring", "us", "me",
    "applications", "application", "through", "our", "office", "number", "address", "site",
    "website", "web", "page", "of", "in", "is", "are", "for", "it", "just", "ways", "way", "how",
    "only",
))  # fmt: skip


def _beside(kept: Kept, group: Together, typed: str, has_phone: bool) -> _Beside:
    beside = _Beside([], "", [], [], {}, [], [], [])
    around = map(written_out, words_around(typed))
    for words in with_denials(around) if has_phone else around:
        words, days = _without_days(kept, words)
        beside.days.update(days)
        is_step = _OF_STEPS.search(words) and hours_in(words)[1]  # but of I answer after 4
        if has_phone and not (is_step or is_other_way(words.strip(_EDGES))):
            if denies_hours(words):  # nothing of it is true without the rest
                beside.rest.append(words.strip(_EDGES))
                continue
            hours, words = hours_in(words)
            beside.hours.extend(filter(None, [hours]))
        bare = _TRAILING.sub("", words.strip(_EDGES)).strip(_EDGES)
        person = _PERSON.fullmatch(bare) or _TO_PERSON.search(bare)
        if person and not beside.person:
            beside = beside._replace(person=person[1])
            bare = bare[: person.start()].strip(_EDGES)
        bare = without_use(bare).strip(_EDGES) if has_phone else bare
        bare, spared = without_spared(bare)
        beside.spared.extend(spared)
        bare = _TRAILING.sub("", bare.strip(_EDGES)).strip(_EDGES)
        if _THINGS.search(bare) and not _NOT_SENT.search(bare):
            beside.things.append(_as_things(bare))
        elif _OF_STEPS.search(bare):
            beside.steps.append(bare)
        elif BY_HAND.search(words) or set(plain_words(bare).split()) - set(group.around) - _FILLER:
            whole = (without_use(words) if has_phone else words).strip(_EDGES)
            also = "" if person or spared else also_said(whole)
            if also:
                beside.also.append(also)
                continue
            beside.rest.append(re.sub("(?i)^(?:or|and|but) ", "", bare))
    return beside


def _without_days(kept: Kept, words: str) -> tuple[str, dict[str, Answer]]:
    """Take off a text the days that it tells, where nobody has told them: a start, a deadline."""
    days, parts = dict[str, Answer](), list[str]()
    for part in re.split(r"\s*(?:[;]|,(?! ?\d{4}\b)|\s[-\u2013\u2014]\s)\s*", words):
        start, rest = start_in(part)
        day = "" if start or not _BY.match(part) else day_in(kept, part)[0]
        if start and not kept.current(START):
            days[START] = start
            parts += [rest] * bool(rest)
        elif day and not kept.current(DEADLINE):
            days[DEADLINE] = day
        else:
            parts.append(part)
    return ", ".join(parts), days


_BY = compile_later(
    r"(?i)(?:apply |applications? |please |closes?|closing|deadline|by|before|until)\b"
)
_EDGES = " ,;:.()-\u2013\u2014"


# What may come as well as another thing is asked for by its name: resume ok, by Jan 15.
_WELCOME = compile_later(
    r"(?i)(?:,? (?:(?:is |are )?(?:ok|okay|fine|welcome|good|enough|great|plenty)"
    r"|by (?:the )?\w+ ?\d*(?:st|nd|rd|th)?(?: of \w+)?(?:,? \d{4})?))+$"
)


def _as_things(text: str) -> str:
    """Write what is to be sent as it stands behind "send your": `Résumé + references`."""
    things = re.sub(r" ?[+&] ?", " and ", _LEADING.sub("", text).strip(_EDGES))
    things = _WELCOME.sub("", things).strip(_EDGES)
    things = re.sub(r"(?i)\bcv(?=s?\b)", "CV", things)
    return things[:1].lower() + things[1:] if things[1:2].islower() else things
