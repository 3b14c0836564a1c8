"""How many people there are, beside what a company does: `dental software. 12 of us`."""

import re

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.numerals import SMALL_NUMBERS, TEENS, TENS, in_digits
from amjd.text.patterns import compile_later

EMPLOYEES = "company.employees"
_FIELDS = ("company.about", "company.more")
_ABOUT = r"(?:about|around|roughly|some|nearly|almost|over) "
_NUMBER = rf"(?P<{{name}}>\d{{{{1,4}}}}|{'|'.join((*SMALL_NUMBERS[2:], *TEENS, *TENS))})"
_PEOPLE = r"(?:people|persons|staff|employees|strong|heads)"
# Alone between two stops: in a sentence it says what it shall.
_COUNT = compile_later(
    rf"(?i)(?:^|(?P<joint>[.;,!(\u2013-]) ?)"
    rf"(?P<said>(?P<we>(?:we are|we['\u2019]re) )?(?:just |only )?(?P<about>{_ABOUT})?"
    rf"(?:{_NUMBER.format(name='first')} (?:of us|{_PEOPLE})"
    rf"|(?:a )?(?:small )?team of {_NUMBER.format(name='second')}(?: {_PEOPLE})?)"
    r"(?: now| in (?:all|total)| all told| here)?)(?=$|[.;,!)])(?P<end>[.!)]?)"
)


def with_headcount(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer to keep such a count as the headcount, which is never printed, or as a sentence."""
    if len(stop.fields) != 1 or stop.fields[0] not in _FIELDS or sum(map(len, values)) > LONGEST:
        return None
    field, many = stop.fields[0], kept.questions[stop.fields[0]].many
    at, found = next(((n, one) for n, text in enumerate(values) if (one := _COUNT.search(text))),
                     (0, None))  # fmt: skip
    # Whoever begins so with a capital has written a sentence.
    if not found or values[at] in ask.current or (found["we"] or "")[:1].isupper():
        return None
    number = in_digits(found["first"] or found["second"])
    told = kept.words.doubts.we_are.format(count=f"{(found['about'] or '').lower()}{number}")

    def whole(text: str) -> Answer:
        texts = [*filter(None, (*values[:at], text, *values[at + 1 :]))]
        return texts if many else "; ".join(texts)

    without, as_sentence = (_in_place(found, one, many) for one in ("", told))
    ways: dict[str, dict[str, Answer]] = {
        "headcount": {field: whole(without), EMPLOYEES: number},
        "sentence": {field: whole(as_sentence)},
    }
    if kept.current(EMPLOYEES) not in ("", number) or not (many or without):
        del ways["headcount"]
    then: Rows = {name: Meant(way) for name, way in ways.items() if not why_not(kept, way)}
    then |= {"typed": values, "again": Signal.BACK}
    if not many and _is_small(without):
        without = line_with(kept, field, ways.get("headcount", {}))  # with what leads to it
    question = kept.words.doubts.headcount.filled(
        said=found["said"], without=without, sentence=as_sentence, typed=values[at]
    )
    left = {"headcount": without, "sentence": as_sentence, "typed": values[at]}
    offer = listed(ask, question, then, left)
    return offer._replace(ask=offer.ask._replace(at=None))


def _in_place(found: re.Match[str], told: str, is_line: bool) -> str:
    """Put a sentence where a count stands between stops, or nothing; within one, behind it.

    What is no sentence goes on with the one before it: `22 of us. our own shop`. At the beginning
    it stays small, and the posting leads to it; a line of its own begins with a capital.
    """
    before, behind = found.string[: found.start()].rstrip(), found.string[found.end() :]
    behind = behind.lstrip(" ,;!)").removeprefix(".").lstrip()
    goes_on = _is_small(behind) and not _SAYS.match(behind)
    before = _with_capitals(before, is_line)
    behind = _with_capitals(behind, is_line and not (before or told))
    if found["joint"] in (".", "!", None) and goes_on and (told or before):
        *others, last = filter(None, [before, told])
        return " ".join([*map(_ended, others), _ended(f"{last.rstrip('.!?')}, {behind}")])
    if found["joint"] in (".", "!", None):
        return " ".join(filter(None, [_ended(before), told, behind]))
    is_next = found["end"] and behind and not goes_on
    whole = f"{_ended(before)} {behind}" if is_next else ", ".join(filter(None, [before, behind]))
    is_ended = whole == before and re.search(r"[.!]\s*$", found.string)
    whole = _ended(whole) if told or is_ended else whole
    return " ".join(filter(None, [whole, told]))


def _with_capitals(text: str, is_line: bool) -> str:
    """Begin each sentence with a capital; eBay stays, and a beginning that is no sentence."""
    text = _NEXT.sub(lambda small: small[0].upper(), text)
    is_begun = _is_small(text) and (is_line or _SAYS.match(text))
    return with_capital(text) if is_begun else text


def _is_small(text: str) -> bool:
    return text.split(" ")[0].islower()


# Who does what, and not only what somebody is.
_SAYS = compile_later(
    r"(?i)(?:and |but |so )?(?:(?:we|i|you|they|it|he|she|there|this|that)\b"
    r"|(?:[\w'-]+ ){1,4}(?:is|are|was|were|has|have|had|does?|can|will|makes?|sells?|runs?|serves?"
    r"|helps?|keeps?|looks?|buys?|works?|comes?) \w)"
)
_NEXT = compile_later(r"(?<=[a-z)]{3}[.!?] )(?<!approx\. )(?<!incl\. )[a-z](?=[a-z]*\b)")


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) or not text else f"{text}."
