"""Somebody's I and my in a sentence that the company says: `you ride along with me`."""

import re

from amjd.answers.names.posts import name_alone
from amjd.asker import Ask
from amjd.interview.advice import MINE, WORDED
from amjd.interview.doubts.applying.steps import STEPS
from amjd.interview.doubts.doubt import LONGEST, Doubt, Rows, Values, read_so
from amjd.interview.doubts.people.behind import PERSONS
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
    if len(typed) > LONGEST or not MINE.search(typed):
        return None
    if stop.fields[0] == STEPS and _BESIDE_ME.search(typed):
        return _beside_me(kept, stop, ask, values, new)
    if _OWN.search(typed):
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


def _beside_me(kept: Kept, stop: Stop, ask: Ask, values: Values, new: Values) -> Doubt | None:
    """Offer the name of whoever says me beside somebody else, or ask whether to print it so."""
    if understand(kept, stop, values).refused:
        return None
    named = [by_own_name(kept, value) if value in new else value for value in values]
    sure = tuple(one if _BESIDE_ME.search(one) else _ours(one) for one in named)
    field, words = stop.fields[0], kept.words.advice
    found = MINE.search("; ".join(new))
    note = words.mine.format(label=kept.label(field), word=found[0] if found else "")
    apart = " \u00b7 ".join(sure)
    then: Rows = {"typed": values} if sure == values else {"keep": sure, "typed": values}
    offer = read_so(kept, ask, then, apart, "; ".join(values), note)
    return offer._replace(ask=offer.ask._replace(at=None))


def by_own_name(kept: Kept, text: str) -> str:
    """Put a name in the place of "me" beside somebody else, where exactly one is known."""
    answers = kept.answers()
    told = (name_alone(str(answers[field] or "")) for field in PERSONS)
    names = {name for name in told if name}
    return _BESIDE_ME.sub(names.pop(), text) if len(names) == 1 else text


# Who interviews or calls: me and the ops manager, Dana and I.
_BESIDE_ME = compile_later(
    r"(?i)\b(?:me|myself|i)(?= (?:and|&|n|\+) (?!(?:we|i|you|they|it|then)\b))"
    r"|(?<=\band )(?:me|i)\b(?=$|[,;.)]| (?!(?:am|was|have|had|will|would|can)\b))"
)


def _ours(text: str) -> str:
    return _WORD.sub(_we, text)


def _we(found: re.Match[str]) -> str:
    word = _OURS[found[0].lower().replace("\u2019", "'")]
    before = found.string[: found.start()].rstrip()
    begins = not before or before[-1] in ".!?"
    return word[:1].upper() + word[1:] if begins and found[0][0].isupper() else word
