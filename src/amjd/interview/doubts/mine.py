"""Somebody's I and my in a sentence that the company says: `you ride along with me`."""

import re

from amjd.asker import Ask
from amjd.interview.advice import MINE, WORDED
from amjd.interview.doubts.doubt import LONGEST, Doubt, Rows, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import understand
from amjd.text.patterns import compile_later

# Persons and tools have doubts of their own.
_PROSE = WORDED - {"role.owner", "role.reports_to", "tools.crm", "tools.others"}
_OURS = {
    "my": "our", "mine": "ours", "myself": "ourselves", "me": "us", "i": "we", "im": "we're",
    "i'm": "we're", "i am": "we are", "i was": "we were", "i've": "we've", "i'll": "we'll",
    "i'd": "we'd", "am i": "are we",
}  # fmt: skip
_WORD = compile_later(
    r"(?i)\b(?:am i|i am|i was|i['\u2019](?:m|ve|ll|d)|im(?= )|my|mine|myself|me|i)\b(?!\.\w)"
)
# Whose they are nobody else can say; nor is my 2 cents anybody's.
_OWN = compile_later(
    r"(?i)\bmy (?:own|wife|husband|brother|sister|son|daughter|father|mother|dad|mom|mum|partner"
    r"|family|cousin|boss|name|self)\b|\b(?:me|i) (?:and|&|n|or)\b"
    r"|(?<!,) (?:and|&|n|or) (?:me|i)\b(?!['\u2019])"
)


def as_company(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer we and our, before the next question and not as a remark beside it."""
    if len(stop.fields) != 1 or stop.fields[0] not in _PROSE:
        return None
    new = tuple(value for value in values if value not in ask.current)
    typed = "; ".join(new)
    if len(typed) > LONGEST or not MINE.search(typed) or _OWN.search(typed):
        return None
    sure = tuple(_ours(value) if value in new else value for value in values)
    understood = understand(kept, stop, sure)
    if sure == values or understood.refused or understand(kept, stop, values).refused:
        return None
    then: Rows = {"keep": sure, "typed": values}
    apart = " \u00b7 ".join(sure)
    line = apart if len(sure) > 1 else lines_with(kept, understood.answers) or apart
    note = kept.words.doubts.says_company
    offer = read_so(kept, ask, then, line, "; ".join(values), note)
    # Whether one person is meant or the company, nobody says for them by Enter alone.
    return offer._replace(ask=offer.ask._replace(at=None))


def _ours(text: str) -> str:
    return _WORD.sub(_we, text)


def _we(found: re.Match[str]) -> str:
    word = _OURS[found[0].lower().replace("\u2019", "'")]
    before = found.string[: found.start()].rstrip()
    begins = not before or before[-1] in ".!?"
    return word[:1].upper() + word[1:] if begins and found[0][0].isupper() else word
