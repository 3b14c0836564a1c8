"""Others than account managers whom this person coaches: `our two inside sales reps, not AMs`.

Only account managers are counted, so these stand among the duties, in the owner's own words.
"""

import re

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so, told_left
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.numerals import SMALL_NUMBERS, in_digits
from amjd.text.patterns import compile_later

JUNIORS, DUTIES = "role.juniors", "role.duties"
_NUMBER = rf"(?:\d{{1,3}}|an?|{'|'.join(SMALL_NUMBERS[1:])})"
# In several words they have one before them that says what they do.
_OTHERS = (
    r"(?:reps?|representatives?|coordinators?|assistants?|associates?|specialists?|[sb]drs?|aes?"
    r"|csms?|csrs?|interns?|trainees?|apprentices?|clerks?|sellers?|salespeople|salesperson"
    r"|executives?|agents?|technicians?|techs?|drivers?|dispatchers?|admins?|administrators?"
    r"|estimators?|designers?|planners?|analysts?|engineers?|consultants?|advisors?|advisers?"
    r"|(?:sales|service|support|office|warehouse|field|shop|store)"
    r" (?:people|person|guys?|folks?|staff)"
    r"|(?:success|project|office|product|store|shop|branch|site|event|community) managers?)"
)
_WORD = (
    r"(?!(?:but|just|only|and|or|we|i|have|has|no|none|not|they|will|would|coach|mentor)\b)"
    r"[\w&/'\u2019-]+"
)
_WHO = compile_later(
    rf"(?i)\b(?:(?:our|my|the|their|those|these) )?(?:(?:{_NUMBER} (?:or|to) )?{_NUMBER} )?"
    rf"(?:{_WORD} ){{0,3}}?{_OTHERS}\b"
)
_COUNTED = compile_later(
    rf"(?i)\b({_NUMBER}) (?:(?:our|my|the|other|of) )?"
    r"(?:(?:junior |jr\.? )?(?:account managers?|ams?)|juniors)\b"
)
_DENIED = compile_later(
    r"(?i)[,;:(\s-]{0,4}\b(?:and |but )?"
    r"(?:they(?: are|'re|re) |these are |none of them (?:is|are) |that'?s )?"
    r"(?:not|no|none|zero|rather than|instead of) (?:really |yet |actual |any |an? )*"
    r"(?:junior |jr\.? )?(?:account managers?|ams?|juniors?)\b\)?(?: (?:though|yet|here|really))?"
)
_NONE_BUT = compile_later(r"(?i)^[\s,]*(?:(?:no|none)\b[^,]*,\s*)?(?:but |just )?")
# Who is left out, or counted among the others, and who does something else.
_NOT_ALL = compile_later(
    r"(?i)\b(?:not|no|none|nobody|but|except|excluding|including|counting|apart from|other than"
    r"|without|instead|helps?)\b"
)
_VERB = compile_later(r"(?i)\b(mentor|coach)(?:s|es|ing)?\b")
_LEADING = compile_later(
    r"(?i)(?:['\u2019]?\b(?:d|ll|yes|no|none|well|we|i|it|you|they|he|she|there|have|has|had|got|is|are|it'?s|that'?s|would|will"
    r"|just|only|really|be|to|do|coach(?:es|ing)?|mentor(?:s|ing)?|this|person|also|maybe|and|but"
    r"|probably|so|juniors?|of|for)\b[\s,.;:]*)*"
)
_BEHIND = compile_later(
    r"(?i)[ ,]*\b(?:(?:that|who|whom|for|which) )?(?:they|he|she|this person|this one)"
    r"(?:'?d|'?ll)? (?:would |will |to |could |should )*(?:coach|mentor)\b(?: too)?[\s.]*$"
)


def with_others(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer others than account managers as a duty, and count the account managers beside them."""
    typed = "; ".join(values)
    if stop.fields != (JUNIORS,) or len(typed) > LONGEST:
        return None
    said = _DENIED.sub("", typed)
    if _NOT_ALL.search(_NONE_BUT.sub("", said)):
        return None
    counted = _COUNTED.search(said)
    others = f"{said[: counted.start()]}, {said[counted.end() :]}" if counted else said
    who = _WHO.search(others.strip(" ,"))
    if not who:
        return None
    before, text = who.string[: who.start()], who.string[who.start() :]
    text = _BEHIND.sub("", re.sub(r"(?i)[\s,;]{1,4}(?:and|plus|but)?$", "", text)).strip(" ,;.")
    verb = found[1].capitalize() if (found := _VERB.search(before)) else "Coach"
    duty = f"{verb} {text}"
    number = in_digits(counted[1]) if counted else ""
    number = "1" if number in ("a", "an") else number
    duties = [one for one in kept.items(DUTIES) if one != duty]
    answers: dict[str, Answer] = {JUNIORS: number, DUTIES: [*duties, duty]}
    if why_not(kept, answers):
        return None
    words, led = kept.words.doubts, _LEADING.sub("", before, count=1).strip(" ,.;:")
    left = [led, *(one[0].strip(" ,;:()-") for one in _DENIED.finditer(typed))]
    note = told_left(words, left)
    line = line_with(kept, JUNIORS, answers) if number else ""
    sentence = " ".join(filter(None, [line and f"{line.rstrip('.')}.", f"{duty}."]))
    then: Rows = {"keep": Meant(answers)}
    note = " ".join(filter(None, [note, words.coaches_others]))
    return read_so(kept, ask, then, sentence, typed, note)
