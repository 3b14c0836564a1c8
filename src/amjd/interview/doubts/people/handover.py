"""How clients are handed over, in words: `we drive together to every client, hotels last`."""

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import plain_words, why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

HANDOVER, TRAINING = "role.handover", "role.training"
# What of our list may be meant by words of somebody's own.
_MEANT = {
    "one by one": compile_later(
        r"(?i)\b(?:one (?:by|after)|(?:one|a few|two|three) at a time|step by step|each in turn)\b"
    ),
    "first call together": compile_later(
        r"(?i)\b(?:together|jointly|both of us|the two of us|ride[- ]?along|side by side"
        r"|introduc\w+|intros?)\b"
    ),
    "written notes": compile_later(r"(?i)\b(?:notes?|written|in writing|write-?ups?)\b"),
    "owner reachable": compile_later(
        r"(?i)\b(?:reachable|available|stays? around|(?:ask|call|ring|text) me|there for)\b"
    ),
}
_NOT = compile_later(r"(?i)\b(?:no|not|never|without)\b|n['\u2019]t\b")


def in_words(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer what of the list is meant, and the training for words of somebody's own.

    Nobody but who typed them knows which; that is also why Enter takes neither.
    """
    typed = "; ".join(values)
    if stop.fields != (HANDOVER,) or not values or len(typed) > LONGEST:
        return None
    if not why_not(kept, {HANDOVER: [*values]}):
        return None
    known = [row.value for row in ask.rows]
    own = "; ".join(value for value in values if value not in known)
    if not own or not plain_words(own):
        return None
    given = {value for value in values if value in known}
    meant = {one for one, words in _MEANT.items() if words.search(own)}
    picked = [one for one in _MEANT if one in given or (one in meant and not _NOT.search(own))]
    before = kept.current(TRAINING)
    training = " ".join(filter(None, [before and f"{before.rstrip('.')}.", _sentence(own, before)]))
    ours: dict[str, Answer] = {HANDOVER: picked}
    others = [one for one in _MEANT if one in given]
    told: dict[str, Answer] = {HANDOVER: others or "", TRAINING: training}
    then: Rows = {"training": Meant(told), "again": Signal.BACK}
    if picked and not why_not(kept, ours):
        then["keep"] = Meant(ours)
    if why_not(kept, told):
        return None
    shown = {"keep": line_with(kept, HANDOVER, ours), "training": line_with(kept, TRAINING, told)}
    offer = listed(ask, kept.words.doubts.handover.filled(typed=own), then, shown)
    return offer._replace(ask=offer.ask._replace(at=None))


def _sentence(own: str, before: str) -> str:
    """Begin a sentence that stands behind another one with a capital."""
    return with_capital(own) if before else own
