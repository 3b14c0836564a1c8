"""How many people there are, beside what a company does: `dental software. 12 of us`."""

import re

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.numerals import SMALL_NUMBERS, TEENS, TENS, in_digits
from amjd.text.patterns import compile_later

EMPLOYEES = "company.employees"
_FIELDS = ("company.about", "company.more")
_ABOUT = r"(?:about|around|roughly|some|nearly|almost|over) "
_NUMBER = rf"(?P<{{name}}>\d{{{{1,4}}}}|{'|'.join((*SMALL_NUMBERS[2:], *TEENS, *TENS))})"
_PEOPLE = r"(?:people|persons|staff|employees|strong|heads)"
# Alone between two stops: in a sentence it says what it shall.
_COUNT = compile_later(
    rf"(?i)(?:^|(?P<joint>[.;,!(\u2013-]) ?)(?P<said>(?:just |only )?(?P<about>{_ABOUT})?"
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
    if not found or values[at] in ask.current:
        return None
    number = in_digits(found["first"] or found["second"])
    told = kept.words.doubts.we_are.format(count=f"{(found['about'] or '').lower()}{number}")

    def whole(text: str) -> Answer:
        texts = [*filter(None, (*values[:at], text, *values[at + 1 :]))]
        return texts if many else "; ".join(texts)

    without, as_sentence = _in_place(found, ""), _in_place(found, told)
    ways: dict[str, dict[str, Answer]] = {
        "headcount": {field: whole(without), EMPLOYEES: number},
        "sentence": {field: whole(as_sentence)},
    }
    if kept.current(EMPLOYEES) not in ("", number) or not (many or without):
        del ways["headcount"]
    then: Rows = {name: Meant(way) for name, way in ways.items() if not why_not(kept, way)}
    then |= {"typed": values, "again": Signal.BACK}
    question = kept.words.doubts.headcount.filled(
        said=found["said"], without=without, sentence=as_sentence, typed=values[at]
    )
    left = {"headcount": without, "sentence": as_sentence, "typed": values[at]}
    offer = listed(ask, question, then, left)
    return offer._replace(ask=offer.ask._replace(at=None))


def _in_place(found: re.Match[str], told: str) -> str:
    """Put a sentence where a count stands between stops, or nothing; within one, behind it."""
    before, behind = found.string[: found.start()].rstrip(), found.string[found.end() :]
    behind = behind.lstrip(" ,;!)").removeprefix(".").lstrip()
    if not before and behind.split(" ")[0].islower():  # it begins the text now; eBay stays
        behind = behind[:1].upper() + behind[1:]
    if found["joint"] in (".", "!", None):
        return " ".join(filter(None, [_ended(before), told, behind]))
    whole = ", ".join(filter(None, [before, behind]))
    is_ended = whole == before and re.search(r"[.!]\s*$", found.string)
    whole = _ended(whole) if told or is_ended else whole
    return " ".join(filter(None, [whole, told]))


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) or not text else f"{text}."
