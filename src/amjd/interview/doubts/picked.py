"""A choice among other words, offered with where these go: `1 day home, rest on the road`."""

from amjd.asker import Ask
from amjd.interview.doubts.doubt import Doubt, Meant, Values, read_so, told_left
from amjd.interview.kept import Kept
from amjd.interview.picked import picked
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import why_not


def in_a_sentence(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the choice that stands in a sentence, and say where its other words go."""
    if ask.told is None or len(values) != 1:
        return None
    found = picked(kept, stop.fields[0], values[0])
    if found is None or why_not(kept, found.answers):
        return None
    given = {field: answer for field, answer in found.answers.items() if answer}
    words = kept.words.doubts
    sentence = lines_with(kept.beside(found.answers), given)  # without the choice that stood there
    note = told_left(words, [found.left], words.in_words.get(stop.fields[0], ""))
    offer = read_so(kept, ask, {"keep": Meant(found.answers)}, sentence, values[0], note)
    return offer if found.is_sure else offer._replace(ask=offer.ask._replace(at=None))
